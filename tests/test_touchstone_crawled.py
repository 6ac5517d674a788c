"""An interview on a site of its own: crawled by the real spiders, imported as plain text, and found by searching."""

from __future__ import annotations

import html
import json
import os
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from c5watch.settings import ROOT
from tests.command import run_here

HOST = "interview.newsroom.test"
REFERENCE = os.environ.get("C5WATCH_REFERENCE_INTERVIEW", "")
CASES = [
    pytest.param(ROOT / "tests" / "data" / "twin_interview.txt", "Шерзод Турдикулов", "Turdikulov", id="twin"),
    pytest.param(
        Path(REFERENCE),
        "Канатбек Азиз",
        "actor:kanatbek-aziz Tokayev",
        id="reference",
        marks=pytest.mark.skipif(not Path(REFERENCE).is_file(), reason="C5WATCH_REFERENCE_INTERVIEW names no file"),
    ),
]


def serve(text: str) -> ThreadingHTTPServer:
    paragraphs = "".join(f"<p>{html.escape(line)}</p>" for line in text.split("\n") if line.strip())
    head = "<!doctype html><html><head><title>Беседа</title></head><body><nav><a href='/'>Главная</a></nav>"
    page = f"{head}<article>{paragraphs}</article>"

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            found = self.path == "/interview/1"
            body = f"{page}</body></html>".encode() if found else b""
            self.send_response(200 if found else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def run(home: Path, port: int, *arguments: str) -> str:
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "C5WATCH_HOSTS": f"{HOST}=127.0.0.1:{port}",
        "C5WATCH_WORKERS": "1",
    }
    command = [sys.executable, "-m", "c5watch", "--home", str(home), *arguments]
    result = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=200, check=False)
    assert result.returncode == 0, result.stderr
    return result.stdout


@pytest.mark.timeout(400)
@pytest.mark.parametrize(("path", "name", "query"), CASES)
def test_interview_is_crawled_and_imported_and_found(tmp_path, path, name, query):
    server = serve(path.read_text("utf-8"))
    port = server.server_address[1]
    try:
        outcomes = json.loads(run(tmp_path, port, "import", f"http://{HOST}/interview/1", str(path), "--json"))
    finally:
        server.shutdown()
    assert outcomes == {"stored": 2}
    found = json.loads(run_here("search", f"kind:interview {query}", "--json", home=tmp_path).stdout)
    assert found["total"] == 2
    for hit in found["hits"]:
        interview = json.loads(run_here("show", hit["id"], "--json", home=tmp_path).stdout)["interview"]
        assert [person["name"] for person in interview["interviewees"]] == [name]
        kinds = [turn["kind"] for turn in interview["turns"]]
        assert kinds == ["question", "answer"] * 8
