"""Run crawls in a process of their own: ``python -m crawler.run SOURCE_OR_URL...``; `crawl` and `fetch` start and follow it.

Several sources share one process: one reactor, one archive file, one warm worker pool. The process writes one JSON object a
line to standard output for each page's outcome and each crawl's end, and its log to ``crawl.log`` in the home.
"""

from __future__ import annotations

import asyncio
import json
import logging
import os
import signal
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from c5watch.errors import C5WatchError, CrawlError
from c5watch.settings import ROOT, Settings

# How many sources one process crawls at the same time.
_CONCURRENT_SOURCES = 8
# What a stopped crawl may still take to finish the pages under way.
_STOP_SECONDS = 30.0


@dataclass(kw_only=True)
class CrawlReport:
    """How the crawls ended. ``counts``: outcome as text -> pages; ``faults``: one sentence each; ``crawls``: the end of each."""

    counts: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    crawls: list[dict[str, Any]] = field(default_factory=list)
    stopped: bool = False

    @property
    def failed(self) -> bool:
        """Whether any crawl failed."""
        return any(crawl["status"] == "failed" for crawl in self.crawls)


def crawl(
    sources: Sequence[str],
    settings: Settings,
    *,
    on_outcome: Callable[[str, str], None] | None = None,
    timeout: float | None = None,
    stop_seconds: float = _STOP_SECONDS,
) -> CrawlReport:
    """Crawl sources (by id) in a subprocess; ``on_outcome(source, outcome)`` is called for each page.

    After ``timeout`` seconds, or on Ctrl-C, the crawl is stopped in good order: pages under way are finished, the others
    recorded as refused/stopped, and the report says ``stopped``. It is killed if that takes longer than ``stop_seconds``; a
    second Ctrl-C kills it at once and raises `KeyboardInterrupt`. Raises `CrawlError` if the process cannot run at all; a
    source that fails is in the report.
    """
    return _run_process(sources, settings, on_outcome, timeout, stop_seconds, crawls=len(sources))


def fetch(urls: Sequence[str], settings: Settings, *, on_outcome: Callable[[str, str], None] | None = None) -> CrawlReport:
    """Fetch, understand and store single pages by address, in a subprocess like `crawl`."""
    return _run_process(urls, settings, on_outcome, None, _STOP_SECONDS, crawls=1)


def _run_process(
    arguments: Sequence[str],
    settings: Settings,
    on_outcome: Callable[[str, str], None] | None,
    timeout: float | None,
    stop_seconds: float,
    *,
    crawls: int,
) -> CrawlReport:
    report = CrawlReport()
    process = subprocess.Popen(  # noqa: S603 - our own interpreter and module
        [sys.executable, "-m", "crawler.run", *arguments],
        cwd=ROOT,
        env=os.environ | child_environment(settings),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        stdin=subprocess.DEVNULL,
        text=True,
        start_new_session=True,  # one Ctrl-C is one request to stop, sent below
    )
    said: list[str] = []
    drain = threading.Thread(target=lambda: said.extend(process.stderr or ()), daemon=True)
    drain.start()
    timer = threading.Timer(timeout, _stop, (process, report, stop_seconds)) if timeout else None
    if timer is not None:
        timer.daemon = True
        timer.start()
    try:
        try:
            _follow(process, report, on_outcome)
        except KeyboardInterrupt:
            _stop(process, report, stop_seconds)
            _follow(process, report, on_outcome)
        with suppress(subprocess.TimeoutExpired):
            process.wait(stop_seconds)
    finally:
        if timer is not None:
            timer.cancel()
        process.kill()
        process.wait()
        drain.join(1)
    if not report.stopped and len(report.crawls) < crawls:
        raise CrawlError(_last_words(said) or f"The crawl process ended with status {process.returncode}.")
    return report


def child_environment(settings: Settings) -> dict[str, str]:
    """The settings as environment variables, for a process that loads them anew."""
    values = {
        "C5WATCH_HOME": str(settings.home),
        "C5WATCH_KNOWLEDGE": str(settings.knowledge),
        "C5WATCH_DATABASE_URL": settings.database_url,
        "C5WATCH_CONTACT": settings.contact,
        "C5WATCH_WORKERS": str(settings.workers),
        "PYTHONPATH": os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH")))),
    }
    return values | ({"C5WATCH_INDEX_URL": settings.index_url} if settings.index_url else {})


def log_file(settings: Settings) -> str:
    """Where the crawls log."""
    return str(settings.home / "crawl.log")


def _follow(process: subprocess.Popen[str], report: CrawlReport, on_outcome: Callable[[str, str], None] | None) -> None:
    for line in process.stdout or ():
        try:
            event = json.loads(line)
        except ValueError:
            continue
        if "status" in event:
            report.crawls.append(event)
            if event["detail"]:
                report.faults.append(event["detail"])
        elif "outcome" in event:
            report.counts[event["outcome"]] += 1
            if on_outcome is not None:
                on_outcome(event["source"], event["outcome"])


def _last_words(said: list[str]) -> str:
    """What the process wrote before it ended: all of it, or the last line of a traceback."""
    message = "".join(said).strip()
    return message.splitlines()[-1] if "Traceback (most recent call last)" in message else message


def _stop(process: subprocess.Popen[str], report: CrawlReport, stop_seconds: float) -> None:
    """Ask the process to end in good order, and see to it that it does."""
    report.stopped = True
    with suppress(ProcessLookupError):
        process.send_signal(signal.SIGINT)
    late = threading.Timer(stop_seconds, process.kill)
    late.daemon = True
    late.start()


def _write_line(event: dict[str, object]) -> None:
    # The parent may be gone; the crawl ends in good order all the same.
    with suppress(BrokenPipeError):
        sys.stdout.write(json.dumps(event, ensure_ascii=False) + "\n")
        sys.stdout.flush()


def _run(arguments: Sequence[str]) -> int:
    """The child: crawl every source, at most `_CONCURRENT_SOURCES` at a time, and fetch what is an address."""
    # Scrapy's modules must be imported after the settings were found to be good.
    from scrapy.crawler import AsyncCrawlerProcess  # noqa: PLC0415 - see above
    from scrapy.utils.project import get_project_settings  # noqa: PLC0415 - see above

    from crawler.recording import let_go  # noqa: PLC0415 - see above
    from crawler.resources import Resources  # noqa: PLC0415 - see above

    class Process(AsyncCrawlerProcess):
        """One whose crawls end soon, however slow their pace is."""

        async def stop(self) -> None:
            await let_go(super().stop(), set(self.crawlers))

    resources = Resources.acquire()
    resources.report = _write_line
    settings = get_project_settings()
    settings.set("LOG_FILE", log_file(resources.settings))
    process = Process(settings)
    # Scrapy filters in the handler: without this a record is made of every request and item, and read by nobody.
    logging.getLogger("scrapy").setLevel(settings.get("LOG_LEVEL"))
    from twisted.internet import reactor  # noqa: PLC0415 - importing it earlier would install another one
    from twisted.internet.error import ReactorNotRunning  # noqa: PLC0415 - as above

    tasks: list[asyncio.Future[None]] = []
    failures: list[str] = []

    async def crawl_all() -> None:
        urls = [argument for argument in arguments if "://" in argument]
        waiting: list[tuple[str, dict[str, str]]] = [
            ("source", {"source": argument}) for argument in reversed(arguments) if argument not in urls
        ]
        if urls:
            waiting.append(("url", {"urls": " ".join(urls)}))

        async def work() -> None:
            while waiting:
                spider_name, values = waiting.pop()
                crawler = process.create_crawler(spider_name)
                try:
                    await process.crawl(crawler, **values)
                except C5WatchError as exc:
                    failures.append(str(exc))
                    source = values.get("source", spider_name)
                    _write_line({"source": source, "crawl": None, "status": "failed", "detail": str(exc), "counts": {}})
                    continue
                spider: Any = crawler.spider
                if spider.failure is not None:
                    failures.append(spider.failure)
                if spider.close_reason == "shutdown":
                    waiting.clear()

        try:
            await asyncio.gather(*(work() for _ in range(_CONCURRENT_SOURCES)))
        finally:
            with suppress(ReactorNotRunning):
                reactor.stop()  # type: ignore[misc]  # Twisted's reactor is a module to the type checker

    reactor.callWhenRunning(lambda: tasks.append(asyncio.ensure_future(crawl_all())))
    process.start(stop_after_crawl=False)
    resources.release()
    return int(bool(failures))


if __name__ == "__main__":
    try:
        sys.exit(_run(sys.argv[1:]))
    except C5WatchError as error:
        sys.stderr.write(f"{error}\n")
        sys.exit(2)
