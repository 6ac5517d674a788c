"""What the crawls of one process share: knowledge, store, archive and worker pool, opened by the first, closed by the last."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import ClassVar, ParamSpec, TypeVar

from c5watch.archive import ArchiveWriter
from c5watch.knowledge import Knowledge, load_knowledge
from c5watch.settings import Settings, load_settings
from c5watch.store import Store
from pipelines.workers import WorkerPool

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(kw_only=True)
class Resources:
    """Opened resources; `acquire` and `release` count who uses them."""

    settings: Settings
    knowledge: Knowledge
    store: Store
    archive: ArchiveWriter
    pool: WorkerPool
    # Where progress goes: one mapping for each event.
    report: Callable[[dict[str, object]], None] | None = None
    # One thread: writes to the store never wait for each other, and never hold up the downloads.
    _thread: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(1, "store"))
    _users: int = 0

    _shared: ClassVar[Resources | None] = None

    @classmethod
    def acquire(cls) -> Resources:
        """The process's resources; raises `C5WatchError` if the knowledge or store cannot be opened."""
        if cls._shared is None:
            settings = load_settings()
            knowledge = load_knowledge(settings.knowledge)
            cls._shared = cls(
                settings=settings,
                knowledge=knowledge,
                store=Store.open(settings.database_url, home=settings.home),
                archive=ArchiveWriter(settings.archive),
                pool=WorkerPool(settings.knowledge, settings.workers),
            )
        cls._shared._users += 1
        return cls._shared

    @classmethod
    def is_shared(cls) -> bool:
        """Whether anybody holds them open, as `crawler.run` does around all its crawls."""
        return cls._shared is not None

    def release(self) -> None:
        """Close everything with the last user."""
        self._users -= 1
        if self._users == 0:
            type(self)._shared = None
            self.pool.close()
            self._thread.shutdown()
            try:
                self.archive.close()
            finally:
                self.store.close()

    async def run(self, function: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Call a function that writes to disk in the store's thread."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, lambda: function(*args, **kwargs))
