"""One loopback server for all sites of the sample newsroom, told apart by the Host header.

``with Newsroom.start() as newsroom`` listens on a free port; ``newsroom.hosts`` is what ``C5WATCH_HOSTS`` takes. The pages of a
round are made once; `Newsroom.set_round` replaces them all at a stroke, so a crawl sees one round or the other.
"""

from __future__ import annotations

import gzip
import hashlib
import shutil
import threading
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from urllib.parse import unquote, urlsplit

from c5watch.newsroom.corpus import FOLDER
from c5watch.newsroom.pages import Resource, build_pages
from c5watch.newsroom.sites import SITES, SITES_BY_HOST
from c5watch.settings import ROOT


@dataclass(frozen=True, slots=True)
class Request:
    """What somebody asked for and what they got."""

    host: str
    path: str
    status: int


class Newsroom:
    """The running server. ``requests`` lists everything that was asked for, in order."""

    def __init__(self, round_number: int, repeat: int) -> None:
        self._repeat = repeat
        self.requests: list[Request] = []
        self.set_round(round_number)
        self._server = _Server(self)
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        self._thread.start()

    @classmethod
    def start(cls, round: int = 1, repeat: int = 1) -> Newsroom:  # noqa: A002 - the word of the sample newsroom
        """Serve a round (1 or 2), every article ``repeat`` times, on a free port of the loopback interface."""
        return cls(round, repeat)

    def set_round(self, number: int) -> None:
        """From now on serve what stands on the sites in that round."""
        self.pages = build_pages(number, self._repeat)

    @property
    def port(self) -> int:
        """The port on 127.0.0.1."""
        return int(self._server.server_address[1])

    @property
    def hosts(self) -> str:
        """``host=address:port`` for every site, joined with commas, as ``C5WATCH_HOSTS`` takes it."""
        return ",".join(f"{site.host}=127.0.0.1:{self.port}" for site in SITES)

    def close(self) -> None:
        """Stop listening."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def __enter__(self) -> Newsroom:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def __init__(self, newsroom: Newsroom) -> None:
        self.newsroom = newsroom
        super().__init__(("127.0.0.1", 0), _Handler)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "Newsroom"
    sys_version = ""
    wbufsize = 1 << 16  # head and body leave in one segment: unbuffered, Nagle would hold each answer for 40 ms
    timeout = 30
    server: _Server

    def do_GET(self) -> None:
        """Answer with the page."""
        self._answer(with_body=True)

    def do_HEAD(self) -> None:
        """Answer with the head of the page."""
        self._answer(with_body=False)

    def _answer(self, *, with_body: bool) -> None:
        newsroom = self.server.newsroom
        host = self.headers.get("Host", "").partition(":")[0].lower()
        path = unquote(urlsplit(self.path).path)
        resource = newsroom.pages.get((host, path)) or newsroom.pages.get((host, "/404"))
        if resource is None:
            resource = Resource(b"no such host\n", "text/plain", HTTPStatus.MISDIRECTED_REQUEST)
        status, body, headers = resource.status, resource.body, dict(resource.headers)
        if host in SITES_BY_HOST and SITES_BY_HOST[host].validators and status == HTTPStatus.OK:
            headers["ETag"] = f'"{hashlib.sha256(body).hexdigest()[:20]}"'
            if resource.modified:
                headers["Last-Modified"] = format_datetime(resource.modified.astimezone(UTC), usegmt=True)
            if self._is_fresh(headers["ETag"], resource.modified):
                status, body = HTTPStatus.NOT_MODIFIED, b""
        if status != HTTPStatus.NOT_MODIFIED:
            headers["Content-Type"] = resource.content_type
            if "gzip" in self.headers.get("Accept-Encoding", "") and resource.content_type != "application/gzip":
                body = gzip.compress(body, 5, mtime=0)
                headers["Content-Encoding"] = "gzip"
                headers["Vary"] = "Accept-Encoding"
            headers["Content-Length"] = str(len(body))
        newsroom.requests.append(Request(host, path, int(status)))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        if with_body:
            self.wfile.write(body)

    def _is_fresh(self, etag: str, modified: datetime | None) -> bool:
        """Whether the client holds this very page; If-None-Match decides alone where it is sent (RFC 9110, 13.2.2)."""
        if wanted := self.headers.get("If-None-Match"):
            return etag in {part.strip().removeprefix("W/") for part in wanted.split(",")}
        since = self.headers.get("If-Modified-Since")
        if not since or modified is None:
            return False
        try:
            held = parsedate_to_datetime(since)
        except ValueError:
            return False
        return modified.replace(microsecond=0) <= (held if held.tzinfo else held.replace(tzinfo=UTC))

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the signature of the standard library
        """Keep quiet: `Newsroom.requests` holds what happened."""


def newsroom_knowledge(folder: Path, knowledge: Path = ROOT / "knowledge") -> Path:
    """Make ``folder`` a knowledge folder for the newsroom and return it.

    It has the actors, meetings, agreements and topics of ``knowledge``, but the newsroom's own sources and watch. What stood in
    the folder is replaced.
    """
    if folder.exists():
        shutil.rmtree(folder)
    shutil.copytree(knowledge, folder, ignore=shutil.ignore_patterns("sources", "watches.yaml"))
    shutil.copytree(FOLDER / "sources", folder / "sources")
    shutil.copy(FOLDER / "watches.yaml", folder / "watches.yaml")
    return folder
