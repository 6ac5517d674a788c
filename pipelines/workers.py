"""Understanding in worker processes, so that the crawl never waits for it and every core is used.

The first page starts a nursery: a single-threaded process that loads the knowledge and every model once and then forks the
workers. They share its memory, and one that hangs, crashes or eats too much is replaced within milliseconds; its page comes
back as `Quarantined`. A pool that is never given a page starts nothing. The nursery is a plain subprocess, not
`multiprocessing`: nothing of the caller's program is imported again in it, and no file handle of the caller leaks into it.
"""

from __future__ import annotations

import logging
import os
import pickle
import queue
import signal
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Generator, Iterable
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, Pipe
from multiprocessing.reduction import send_handle
from pathlib import Path
from typing import Any, Self, TypeVar

from c5watch.article import Page
from c5watch.errors import C5WatchError, KnowledgeError
from c5watch.knowledge import Knowledge, load_knowledge
from c5watch.settings import ROOT
from pipelines.understood import Quarantined, Understood

PAGE_TIMEOUT = 60.0
MEMORY_BYTES = 2 * 1024**3
_START_TIMEOUT = 180.0
# A worker always has its next page at hand, so that it never idles while the parent is busy.
_DEPTH = 2
# How long a page that is being understood may still take when the pool closes.
_CLOSE_SECONDS = 5.0
_log = logging.getLogger(__name__)
Key = TypeVar("Key")
Ready = TypeVar("Ready")


class WorkerPool:
    """Processes that run `pipelines.understand`; ``workers=0`` runs it in this process (no isolation, for debugging).

    ``page_timeout`` is in seconds. Use as a context manager or call `close`; safe for threads.
    """

    def __init__(
        self, knowledge_folder: Path, workers: int, page_timeout: float = PAGE_TIMEOUT, memory_bytes: int = MEMORY_BYTES
    ) -> None:
        self.workers = workers
        self._folder = knowledge_folder
        self._page_timeout = page_timeout
        self._nursery = _Nursery(knowledge_folder, memory_bytes)
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._threads: list[threading.Thread] = []
        self._lock = threading.Lock()
        self._closed = False
        self._knowledge: Knowledge | None = None

    @property
    def started(self) -> bool:
        """Whether a page has come yet."""
        return bool(self._threads)

    def start(self) -> None:
        """Begin to load knowledge and models, for a caller who knows that pages are coming; returns at once."""
        if self.workers and not self._closed:
            threading.Thread(target=self._nursery.warm_up, name="nursery", daemon=True).start()

    def submit(self, page: Page, *, compare: bool = False) -> Future[Understood]:
        """Understand a page; the future raises `C5WatchError` only if no worker can be started (a fault in the knowledge).

        With ``compare`` an article comes as a `story_features.ComparedArticle`, so that storing it costs the caller less.
        """
        job = _Job(page, compare)
        if self.workers == 0:
            job.resolve(self._understand_here(job))
            return job.future
        with self._lock:
            if self._closed:
                raise RuntimeError("the pool is closed")
            self._jobs.put(job)
            # One thread per worker: it only moves bytes and waits.
            if len(self._threads) < self.workers:
                thread = threading.Thread(target=self._drive, name=f"worker-{len(self._threads)}", daemon=True)
                self._threads.append(thread)
                thread.start()
        return job.future

    def close(self) -> None:
        """End the workers; pages that were not begun come back as cancelled futures."""
        with self._lock:
            self._closed = True
            with suppress(queue.Empty):
                while (job := self._jobs.get_nowait()) is not None:
                    job.future.cancel()
            self._jobs.put(None)
        for thread in self._threads:
            thread.join()
        self._nursery.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _understand_here(self, job: _Job) -> Understood:
        if self._knowledge is None:
            self._knowledge = load_knowledge(self._folder)
        from pipelines.nursery import understand_safely  # noqa: PLC0415 - the steps load slowly; only this mode needs them here

        return understand_safely(job.page, self._knowledge, compare=job.compare)

    def _drive(self) -> None:
        """Feed one worker, and replace it whenever it dies or must."""
        running: deque[_Job] = deque()
        ended = False
        while not ended:
            if not running:
                first = self._jobs.get()
                if first is None:
                    self._jobs.put(None)  # for the other workers
                    return
                running.append(first)
            try:
                worker = self._nursery.bear()
            except (C5WatchError, OSError) as exc:
                for job in running:
                    job.fail(exc)
                running.clear()
                continue
            try:
                ended = self._feed(worker, running)
            finally:
                worker.kill()

    def _feed(self, worker: _Worker, running: deque[_Job]) -> bool:
        """Until the pool closes (True) or the worker must be replaced (False); unfinished pages stay in ``running``."""
        begun = 0
        try:
            for job in running:
                job.send(worker.connection)
                begun += 1
            while True:
                while len(running) < _DEPTH:
                    try:
                        following = self._jobs.get(block=not running)
                    except queue.Empty:
                        break
                    if following is None:
                        self._jobs.put(None)  # for the loop in _drive, and after it the next worker
                        if not running:
                            return True
                        break
                    running.append(following)
                    following.send(worker.connection)
                    begun += 1
                if not self._await_result(worker, running):
                    return False
                begun -= 1
        except (OSError, EOFError):
            # The first page is to blame if the worker had it; one that died idle is no page's fault.
            if begun or running[0].sent > 2:
                running.popleft().resolve(Quarantined(reason="crashed", detail="the worker died while it read this page"))
            return False

    def _await_result(self, worker: _Worker, running: deque[_Job]) -> bool:
        """Wait for the first of the running pages; False if the worker must be replaced."""
        begun_at = time.monotonic()
        while not worker.connection.poll(0.5):
            waited = time.monotonic() - begun_at
            if waited >= self._page_timeout:
                detail = f"not understood within {self._page_timeout:g} seconds"
                running.popleft().resolve(Quarantined(reason="timeout", detail=detail))
                return False
            if self._closed and waited >= _CLOSE_SECONDS:
                running.popleft().future.cancel()
                return False
        result, retire = pickle.loads(worker.connection.recv_bytes())  # noqa: S301 - our own worker's bytes
        running.popleft().resolve(result)
        return not retire


@dataclass(slots=True)
class _Job:
    page: Page
    compare: bool
    future: Future[Understood] = field(default_factory=Future)
    sent: int = 0

    def send(self, connection: Connection) -> None:
        self.sent += 1
        connection.send_bytes(pickle.dumps((self.page, self.compare), protocol=5))

    def resolve(self, result: Understood) -> None:
        if self.future.set_running_or_notify_cancel():
            self.future.set_result(result)

    def fail(self, exc: BaseException) -> None:
        if self.future.set_running_or_notify_cancel():
            self.future.set_exception(exc)


@dataclass(slots=True)
class _Worker:
    connection: Connection
    pid: int

    def kill(self) -> None:
        # It has ended by itself when the nursery no longer has it; closing the connection ends an idle one.
        self.connection.close()
        with suppress(ProcessLookupError, PermissionError):
            os.kill(self.pid, signal.SIGKILL)


class _Nursery:
    """The parent's end of the process that forks workers; started with the first one."""

    def __init__(self, folder: Path, memory_bytes: int) -> None:
        self._folder = folder
        self._memory_bytes = memory_bytes
        self._lock = threading.Lock()
        self._control: Connection | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._fault: C5WatchError | None = None
        self._closed = False

    def warm_up(self) -> None:
        """Start, if need be; what goes wrong is told when a worker is asked for."""
        with self._lock, suppress(EOFError, OSError):
            if self._control is None and self._fault is None and not self._closed:
                self._start()

    def bear(self) -> _Worker:
        """A new worker. Raises `C5WatchError` if the knowledge is wrong or no process can be started."""
        with self._lock:
            for _ in range(2):
                try:
                    if self._control is None and self._fault is None:
                        self._start()
                    if self._fault is not None:
                        raise self._fault
                    return self._fork()
                except (EOFError, OSError) as exc:
                    # The nursery itself was killed: one fresh start, then give up.
                    _log.warning("the workers' nursery died (%s)", exc)
                    self._stop()
            raise C5WatchError("No worker process can be started; see that memory is left, or set C5WATCH_WORKERS=1.")

    def _start(self) -> None:
        ours, theirs = Pipe()
        # Threads of a numeric library do not survive a fork, and one worker per core is enough.
        single = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")
        path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
        with theirs:
            self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and module
                [sys.executable, "-m", "pipelines.nursery", str(theirs.fileno()), str(self._folder), str(self._memory_bytes)],
                pass_fds=(theirs.fileno(),),
                stdin=subprocess.DEVNULL,
                cwd=ROOT,
                env=os.environ | single | {"PYTHONPATH": path},
                start_new_session=True,  # Ctrl-C is for the parent, which ends us in good order
            )
        self._control = ours
        if not ours.poll(_START_TIMEOUT):
            raise EOFError("no answer")
        fault: list[str] | str | None = ours.recv()
        if fault is not None:
            self._fault = KnowledgeError(fault) if isinstance(fault, list) else C5WatchError(fault)
            self._stop()

    def _fork(self) -> _Worker:
        if self._control is None:
            raise EOFError
        ours, theirs = Pipe()
        with theirs:
            self._control.send("fork")
            send_handle(self._control, theirs.fileno(), None)
        return _Worker(ours, self._control.recv())

    def _stop(self) -> None:
        if self._control is not None:
            self._control.close()
            self._control = None
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None

    def close(self) -> None:
        """End the nursery; its workers end with their connections."""
        with self._lock:
            self._closed = True
            self._stop()


def understand_stream(items: Iterable[tuple[Key, Page | Ready]], pool: WorkerPool) -> Generator[tuple[Key, Understood | Ready]]:
    """Understand pages in the pool and give results in the order of ``items``, each as soon as it is its turn.

    What is no `Page` passes through in its place. Holds a few pages per worker, however long the stream; an exception of
    ``items`` or of the pool comes out after the results before it.
    """
    window: queue.Queue[tuple[Key, Any] | BaseException | None] = queue.Queue(maxsize=max(1, pool.workers) * 4)
    stopped = threading.Event()

    def read() -> None:
        end: BaseException | None = None
        try:
            for key, item in items:
                if stopped.is_set():
                    return
                window.put((key, pool.submit(item) if isinstance(item, Page) else item))
        except BaseException as exc:  # noqa: BLE001 - raised again by the consumer below
            end = exc
        window.put(end)

    threading.Thread(target=read, name="understand-stream", daemon=True).start()
    try:
        while (entry := window.get()) is not None:
            if isinstance(entry, BaseException):
                raise entry
            key, result = entry
            yield key, result.result() if isinstance(result, Future) else result
    finally:
        stopped.set()
        with suppress(queue.Empty):
            while True:
                window.get_nowait()
