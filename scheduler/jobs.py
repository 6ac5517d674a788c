"""One repeating job per source, and one that tells the index and the watches what is new.

Jobs are made at start from the sources and from what the store knows of their last crawl, so there is no job store that could
disagree with the catalogue. Every crawl is a process of its own with a time limit: what leaks or hangs there ends there. Scrapy
stops in order at the first SIGTERM, so that is what a crawl gets first; then whatever is left of its process group is killed.
"""

from __future__ import annotations

import contextlib
import logging
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from datetime import datetime, timedelta

from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.triggers.interval import IntervalTrigger

from c5watch import clock
from c5watch.alerts import raise_alerts
from c5watch.errors import C5WatchError, StoreError
from c5watch.knowledge import Knowledge, Source
from c5watch.notify import deliver
from c5watch.search.engines import open_index
from c5watch.search.feed import feed_index
from c5watch.settings import ROOT, Settings
from c5watch.store import Store
from c5watch.watches import parse_watches
from crawler.run import child_environment

_log = logging.getLogger("c5watch.scheduler")

# How long a crawl may take to end in order after SIGTERM.
GRACE_SECONDS = 20
# Sources that are due at once start this far apart.
_SPREAD = timedelta(seconds=2)
_TELL_EVERY = timedelta(minutes=1)
_LONGEST_CRAWL = 2 * 60 * 60
_MINUTE = 60

Command = Callable[[Source], list[str]]


def crawl_command(source: Source) -> list[str]:
    """The command line that crawls one source."""
    return [sys.executable, "-m", "crawler.run", source.id]


def time_limit(source: Source) -> float:
    """Seconds that a crawl of the source may take: three times what its budget needs at its own pace, at most two hours."""
    return min(_LONGEST_CRAWL, 5 * _MINUTE + 3 * source.page_budget * max(source.delay_seconds, 1.0))


def first_run(source: Source, store: Store, at: datetime) -> datetime:
    """When a source is due: its interval after its last crawl began, or now."""
    last = store.last_crawl(source.id)
    if last is None:
        return at
    return max(at, last.started_at + timedelta(minutes=source.interval_minutes))


class Jobs:
    """The running jobs; `start`, then `stop` from any thread."""

    def __init__(self, settings: Settings, knowledge: Knowledge, store: Store, *, command: Command = crawl_command) -> None:
        self._settings = settings
        self._knowledge = knowledge
        self._store = store
        self._command = command
        self._stopping = threading.Event()
        self._telling = threading.Lock()
        self._children: set[subprocess.Popen[bytes]] = set()
        self._children_lock = threading.Lock()
        self._scheduler = BackgroundScheduler(
            executors={"default": ThreadPoolExecutor(max(2, settings.workers) + 1)},
            # However late a run is, it is made once; a second of the same source never starts beside the first.
            job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None},
            timezone="UTC",
        )

    def start(self) -> int:
        """Make the jobs and let them run; how many sources are crawled."""
        parse_watches(self._knowledge.watches.values())
        now = clock.now()
        sources = [source for source in self._knowledge.sources.values() if source.enabled and source.entries]
        due = sorted((first_run(source, self._store, now), source.id) for source in sources)
        for place, (moment, source_id) in enumerate(due):
            source = self._knowledge.sources[source_id]
            self._scheduler.add_job(
                self.crawl,
                IntervalTrigger(minutes=source.interval_minutes),
                args=[source],
                id=f"crawl-{source.id}",
                name=f"crawl {source.id}",
                next_run_time=_wall_clock(moment + place * _SPREAD, now),
            )
        self._scheduler.add_job(self.tell, IntervalTrigger(seconds=_TELL_EVERY.total_seconds()), id="tell", name="tell")
        self._scheduler.start()
        return len(sources)

    def stop(self) -> None:
        """End the crawls in order, then the scheduler; what was not told yet is told after the next start."""
        self._stopping.set()
        with self._children_lock:
            children = list(self._children)
        for child in children:
            _signal(child, signal.SIGTERM)
        self._scheduler.shutdown(wait=True)

    def crawl(self, source: Source) -> None:
        """Crawl a source once, then tell what is new."""
        try:
            self._run(source)
        except StoreError as exc:
            _log.error("%s: %s", source.id, exc)
        self.tell()

    def tell(self) -> None:
        """Feed the index, write the alerts, deliver what is due; a step that fails is logged and leaves the others alone."""
        with self._telling:
            for what, step in (("index", self._feed), ("alerts", self._alert), ("delivery", self._deliver)):
                if self._stopping.is_set():
                    return
                try:
                    step()
                except C5WatchError as exc:
                    _log.error("%s: %s", what, exc)

    def _feed(self) -> None:
        if self._store.count_pending():
            report = feed_index(self._store, open_index(self._settings, self._knowledge))
            _log.info("index: %d written, %d deleted, %d rejected", report.written, report.deleted, report.rejected)

    def _alert(self) -> None:
        if raised := raise_alerts(self._store, self._knowledge):
            _log.info("alerts: %d new", raised)

    def _deliver(self) -> None:
        counts = deliver(self._store, self._settings.home / "alerts")
        if any(counts.values()):
            _log.info("delivery: %s", ", ".join(f"{count} {name}" for name, count in counts.items()))

    def _run(self, source: Source) -> None:
        log = self._settings.home / "logs" / f"{source.id}.log"
        limit = time_limit(source)
        try:
            log.parent.mkdir(parents=True, exist_ok=True)
            with log.open("wb") as output:
                child = self._spawn(source, output.fileno())
        except OSError as exc:
            _log.error("%s: the crawl could not start: %s", source.id, exc)
            return
        if child is None:
            return
        try:
            status = _wait(child, limit, self._stopping)
        finally:
            with self._children_lock:
                self._children.discard(child)
        if status is None:
            self._note_failure(source, f"the crawl was ended after its limit of {limit / _MINUTE:.0f} minutes; see {log}")
        elif status != 0 and not self._stopping.is_set():
            self._note_failure(source, f"the crawl ended with status {status}; see {log}")
        else:
            self._report_end(source)

    def _spawn(self, source: Source, output: int) -> subprocess.Popen[bytes] | None:
        with self._children_lock:
            if self._stopping.is_set():
                return None
            child = subprocess.Popen(  # noqa: S603 - our own command line, ids are checked by the knowledge
                self._command(source),
                cwd=ROOT,
                env=os.environ | child_environment(self._settings),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                start_new_session=True,
            )
            self._children.add(child)
        return child

    def _report_end(self, source: Source) -> None:
        last = self._store.last_crawl(source.id)
        if last is None:
            _log.info("%s: the crawl ended without a record", source.id)
        else:
            _log.log(
                logging.WARNING if last.status == "failed" else logging.INFO, "%s: %s %s", source.id, last.status, last.detail
            )

    def _note_failure(self, source: Source, detail: str) -> None:
        _log.warning("%s: %s", source.id, detail)
        last = self._store.last_crawl(source.id)
        if last is not None and last.status == "running":
            self._store.end_crawl(last.id, status="failed", detail=detail)


def _wait(child: subprocess.Popen[bytes], limit: float, stopping: threading.Event) -> int | None:
    """The child's exit status; None if it had to be ended because of the limit. Afterwards nothing of its group is left."""
    try:
        waited = 0.0
        while waited < limit:
            try:
                return child.wait(timeout=min(0.5, limit))
            except subprocess.TimeoutExpired:
                waited += 0.5
            if stopping.is_set():
                break
        _signal(child, signal.SIGTERM)
        try:
            status = child.wait(timeout=GRACE_SECONDS)
        except subprocess.TimeoutExpired:
            status = -signal.SIGKILL
        return status if stopping.is_set() else None
    finally:
        _kill_group(child)


def _signal(child: subprocess.Popen[bytes], number: signal.Signals) -> None:
    if child.poll() is None:
        child.send_signal(number)


def _kill_group(child: subprocess.Popen[bytes]) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(child.pid, signal.SIGKILL)
    child.wait()


def _wall_clock(moment: datetime, now: datetime) -> datetime:
    """The same distance from the machine's time, which APScheduler goes by, where the demo's clock stands elsewhere."""
    return datetime.now(tz=moment.tzinfo) + (moment - now)
