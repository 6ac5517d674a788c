"""What happened to every page, and what the next crawl needs to know of the last one."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Connection, Insert, bindparam, func, insert, select, update
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from c5watch import clock
from c5watch.article import Outcome, OutcomeKind
from c5watch.store.database import Database
from c5watch.store.tables import crawls, outcomes, pages
from c5watch.store.times import utc_text

_FAILURES = (OutcomeKind.FAILED, OutcomeKind.QUARANTINED)
TAKEN_IN = (OutcomeKind.STORED, OutcomeKind.REVISED, OutcomeKind.UNCHANGED)
# Where the page at a place in the archive ended.
_ENDED = (
    select(outcomes.c.id, outcomes.c.url, outcomes.c.kind, outcomes.c.at)
    .where(outcomes.c.archive == bindparam("archive"))
    .order_by(outcomes.c.id)
    .limit(1)
)
_LAST_FETCH = select(pages.c.fetched_at).where(pages.c.url == bindparam("url"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Validators:
    """What a server gave to ask later whether a page changed."""

    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownPage:
    """A URL that was fetched before; ``failures`` counts failed fetches in a row."""

    url: str
    source: str | None
    article_id: str | None
    etag: str | None
    last_modified: str | None
    fetched_at: datetime | None
    outcome: Outcome | None
    failures: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Crawl:
    """One run over one source; ``status`` is ``running``, ``finished``, ``failed`` or ``stopped``."""

    id: str
    source: str
    started_at: datetime
    ended_at: datetime | None
    status: str
    detail: str


class Crawls(Database):
    """Where pages ended, validators, and the log of crawls."""

    def outcome_counts(self, source: str | None = None, crawl: str | None = None) -> dict[Outcome, int]:
        """How many pages ended where, in the order of `OutcomeKind` and reason."""
        query = select(outcomes.c.kind, outcomes.c.reason, func.count()).group_by(outcomes.c.kind, outcomes.c.reason)
        if source is not None:
            query = query.where(outcomes.c.source == source)
        if crawl is not None:
            query = query.where(outcomes.c.crawl == crawl)
        with self.reading() as connection:
            found = {Outcome(OutcomeKind(kind), reason): int(count) for kind, reason, count in connection.execute(query)}
        order = list(OutcomeKind)
        return dict(sorted(found.items(), key=lambda item: (order.index(item[0].kind), item[0].reason or "")))

    def validators(self, url: str) -> Validators | None:
        """The ETag and Last-Modified that the server gave with this URL, or None."""
        query = select(pages.c.etag, pages.c.last_modified).where(pages.c.url == url)
        with self.reading() as connection:
            row = connection.execute(query).first()
        if row is None or (row.etag is None and row.last_modified is None):
            return None
        return Validators(etag=row.etag, last_modified=row.last_modified)

    def remember_validators(self, url: str, etag: str | None, last_modified: str | None) -> None:
        """Keep what the server gave; None for both forgets."""
        with self.transaction() as connection:
            upsert_page(connection, url, {"etag": etag, "last_modified": last_modified})

    def known_url(self, url: str) -> KnownPage | None:
        """What is known of a URL that was fetched before."""
        with self.reading() as connection:
            row = connection.execute(select(pages).where(pages.c.url == url)).first()
        if row is None:
            return None
        return KnownPage(
            url=row.url,
            source=row.source,
            article_id=row.article_id,
            etag=row.etag,
            last_modified=row.last_modified,
            fetched_at=datetime.fromisoformat(row.fetched_at) if row.fetched_at else None,
            outcome=Outcome(OutcomeKind(row.outcome), row.reason) if row.outcome else None,
            failures=row.failures,
        )

    def begin_crawl(self, source: str) -> str:
        """Log that a crawl of the source starts; returns its id. Until `end_crawl` this process alone may crawl the source.

        Raises `LockHeldError` while another crawl of the source runs. A crawl that died without a word is logged as failed.
        """
        crawl, at = uuid.uuid4().hex, clock.now()
        values = {"id": crawl, "source": source, "started_at": at.isoformat(), "started_utc": utc_text(at), "status": "running"}
        with ExitStack() as lock:
            lock.enter_context(self.exclusive(f"crawl-{source}"))
            dead = {"status": "failed", "ended_at": at.isoformat(), "detail": "The crawl ended without a word; see its log."}
            with self.transaction() as connection:
                unfinished = (crawls.c.source == source) & (crawls.c.status == "running")
                connection.execute(update(crawls).where(unfinished).values(dead))
                connection.execute(insert(crawls).values(detail="", **values))
            self._held[crawl] = lock.pop_all()
        return crawl

    def end_crawl(self, crawl: str, *, status: str = "finished", detail: str = "") -> None:
        """Log how a crawl ended: ``finished``, ``failed`` or ``stopped``, with one sentence where that helps."""
        values = {"ended_at": clock.now().isoformat(), "status": status, "detail": detail[:2000]}
        with self.transaction() as connection:
            connection.execute(update(crawls).where(crawls.c.id == crawl).values(values))
        if (lock := self._held.pop(crawl, None)) is not None:
            lock.close()

    def last_crawl(self, source: str, *, status: str | None = None) -> Crawl | None:
        """The newest crawl of a source, or the newest that ended with ``status``."""
        query = select(crawls).where(crawls.c.source == source).order_by(crawls.c.started_utc.desc()).limit(1)
        if status is not None:
            query = query.where(crawls.c.status == status)
        with self.reading() as connection:
            row = connection.execute(query).first()
        if row is None:
            return None
        return Crawl(
            id=row.id,
            source=row.source,
            started_at=datetime.fromisoformat(row.started_at),
            ended_at=datetime.fromisoformat(row.ended_at) if row.ended_at else None,
            status=row.status,
            detail=row.detail,
        )


def write_outcome(
    connection: Connection,
    *,
    url: str | None,
    source: str | None,
    outcome: Outcome,
    at: datetime,
    crawl: str | None,
    archive: str | None,
    article_id: str | None,
) -> None:
    """One row in the log and the newest state of the page, in the caller's transaction.

    A page that is taken from the archive again is no new one: its row is changed if it ends elsewhere now, and stays if what
    was taken in then is unchanged now or has a better text. The state of its URL is that of the last fetch: an earlier one that
    ends elsewhere now can only say which article it is.
    """
    failed: bool | None = outcome.kind in _FAILURES
    state = {"source": source, "outcome": outcome.kind.value, "reason": outcome.reason}
    if article_id is not None:
        state["article_id"] = article_id
    again = connection.execute(_ENDED, {"archive": archive}).first() if crawl is None and archive is not None else None
    if again is not None:
        if outcome.kind in (OutcomeKind.REVISED, OutcomeKind.UNCHANGED) and again.kind in TAKEN_IN:
            return
        ended = {"kind": outcome.kind.value, "reason": outcome.reason}
        connection.execute(update(outcomes).where(outcomes.c.id == again.id).values(ended))
        url = again.url
        failed = None if failed else False  # nothing was fetched that could fail once more
        if connection.execute(_LAST_FETCH, {"url": url}).scalar() != again.at:
            if article_id is None:
                return
            state, failed = {"article_id": article_id}, None
    else:
        row = {"url": url, "source": source, "crawl": crawl, "kind": outcome.kind.value, "reason": outcome.reason}
        connection.execute(insert(outcomes), {**row, "at": at.isoformat(), "archive": archive})
        state["fetched_at"] = at.isoformat()
    if url is not None:
        upsert_page(connection, url, state, failed=failed)


def upsert_page(connection: Connection, url: str, values: Mapping[str, str | None], *, failed: bool | None = None) -> None:
    """Insert or change the row of a URL; ``failed`` counts up or resets its failures in a row."""
    statement = _upsert(connection.dialect.name, tuple(values), failed)
    connection.execute(statement, {"url": url, "failures": int(bool(failed)), **values})


@cache
def _upsert(dialect: str, names: tuple[str, ...], failed: bool | None) -> Insert:
    insert_into = sqlite_insert if dialect == "sqlite" else postgresql_insert
    statement = insert_into(pages)
    changes: dict[str, Any] = {name: statement.excluded[name] for name in names}
    if failed is not None:
        changes["failures"] = pages.c.failures + 1 if failed else 0
    return statement.on_conflict_do_update(index_elements=[pages.c.url], set_=changes)
