"""The truth: articles, revisions, agreements, outcomes of pages, crawl state, outbox and alert ledger in one database.

SQLite in one file by default, PostgreSQL by address. Everything else (search index, feeds) is derived from it and can be
made again. Several processes may read and write it at once; a write waits up to half a minute for another.
"""

from __future__ import annotations

from pathlib import Path
from types import TracebackType

from c5watch.store.agreements import AgreementRegister, HeldAgreement
from c5watch.store.articles import Articles, Revision
from c5watch.store.crawls import Crawl, Crawls, KnownPage, Validators
from c5watch.store.database import LockHeldError, migrate, open_engine
from c5watch.store.ledger import Delivery, Ledger, LedgerAlert
from c5watch.store.outbox import Outbox, OutboxRow
from c5watch.store.overview import Overview

__all__ = [
    "AgreementRegister",
    "Crawl",
    "Delivery",
    "HeldAgreement",
    "KnownPage",
    "LedgerAlert",
    "LockHeldError",
    "OutboxRow",
    "Revision",
    "Store",
    "Validators",
]


class Store(Articles, Overview, Crawls, Outbox, Ledger):
    """The opened store; a context manager that closes it."""

    @classmethod
    def open(cls, url: str, *, home: Path | None = None) -> Store:
        """Open the database at a SQLAlchemy URL, creating or migrating its tables; locks live in ``home``.

        Raises `StoreError` for a wrong address, an unwritable place, a damaged file, or the database of a newer program.
        """
        engine = open_engine(url, home)
        store = cls(engine, home)
        try:
            migrate(store, engine)
        except BaseException:
            engine.dispose()
            raise
        return store

    def __enter__(self) -> Store:
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None) -> None:
        self.close()
