"""From crawl to searchable on the sample newsroom repeated to about 2,000 pages, beside a plain spider with trafilatura.

The plain spider fetches the same article pages with the same concurrency, extracts them in its item pipeline and writes lines
of JSON: no archive, no store, no index, no understanding. Memory is the peak of the whole process tree (proportional set size,
so that pages shared between forked workers count once).
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil

from benchmarks.speed import Speed
from c5watch.newsroom import Newsroom, newsroom_knowledge
from c5watch.settings import ROOT
from c5watch.store import Store

_PAGES = 2000
_TEXTS = 72


def measure(_data: Path) -> Iterator[Speed]:
    """Pages per second and memory of both."""
    with Newsroom.start(round=1, repeat=max(1, round(_PAGES / _TEXTS))) as newsroom, tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        urls = home / "urls.txt"
        pages = [(host, path) for (host, path), page in newsroom.pages.items() if _is_article(path, page)]
        urls.write_text("\n".join(f"{host} http://127.0.0.1:{newsroom.port}{path}" for host, path in pages), "utf-8")
        knowledge = newsroom_knowledge(home / "knowledge", ROOT / "knowledge")
        environment = os.environ | {
            "C5WATCH_HOME": str(home),
            "C5WATCH_KNOWLEDGE": str(knowledge),
            "C5WATCH_HOSTS": newsroom.hosts,
            "C5WATCH_NOW": "2025-11-07T20:00:00+05:00",
            "PYTHONPATH": str(ROOT),
        }
        plain, plain_memory = _run(
            [sys.executable, str(Path(__file__).with_name("plain_spider.py")), str(urls), str(home / "plain.jsonl")], environment
        )
        ours, memory = _run([sys.executable, "-m", "c5watch", "crawl", "--all"], environment)
        written = len((home / "plain.jsonl").read_text("utf-8").splitlines())
        stored = _stored(home)
    yield Speed(
        task=f"crawled to searchable, {stored} articles",
        unit="pages/s",
        ours=stored / ours,
        peer_name="plain spider",
        peer=written / plain,
        goal=1.0,
    )
    yield Speed(task="memory of the process tree", unit="MB", ours=memory, peer_name="plain spider", peer=plain_memory, less=True)


def _is_article(path: str, page: object) -> bool:
    media, status = getattr(page, "content_type", ""), getattr(page, "status", 0)
    return status == 200 and "html" in media and path.rstrip("/").count("/") > 1


def _stored(home: Path) -> int:
    store = Store.open(f"sqlite:///{home / 'c5watch.db'}", home=home)
    count = store.count_articles()
    store.close()
    return count


def _run(command: list[str], environment: dict[str, str]) -> tuple[float, float]:
    """Seconds and peak megabytes of a command and everything that it starts."""
    started = time.perf_counter()
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
    peak = [0.0]
    watching = threading.Thread(target=_watch, args=(process.pid, peak, lambda: process.poll() is None), daemon=True)
    watching.start()
    process.wait()
    elapsed = time.perf_counter() - started
    watching.join()
    return elapsed, peak[0]


def _watch(pid: int, peak: list[float], running: Callable[[], bool]) -> None:
    while running():
        total = 0
        try:
            root = psutil.Process(pid)
            for process in (root, *root.children(recursive=True)):
                total += process.memory_full_info().pss
        except psutil.Error:
            continue
        peak[0] = max(peak[0], total / 1e6)
        time.sleep(0.5)
