"""What still has to be told to whom: one row per change of an article and consumer, written with the change itself.

The consumers are ``index`` (the search index) and ``alerts`` (the watches). A row stays until it is acknowledged, so that a
kill at any moment repeats work and never loses it. A dead letter is a row that the consumer cannot take, with the reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import Connection, delete, func, insert, literal, select, update

from c5watch import clock
from c5watch.store.database import Database
from c5watch.store.tables import articles, outbox

Consumer = Literal["index", "alerts"]
# "again": understood anew from a page or text that was held already, or from an old page of the archive, which is a change for
# the index and no news.
Action = Literal["index", "delete", "again"]
CONSUMERS: tuple[Consumer, ...] = ("index", "alerts")


@dataclass(frozen=True, slots=True, kw_only=True)
class OutboxRow:
    """A change that a consumer has not confirmed; ``reason`` is set on dead letters."""

    seq: int
    article_id: str
    revision: int
    action: Action
    reason: str | None = None


class Outbox(Database):
    """The queue between the store and those who follow it."""

    def pending(self, limit: int = 1000, *, consumer: Consumer = "index") -> list[OutboxRow]:
        """The oldest unconfirmed rows, in order; dead letters are left out."""
        return self._outbox_rows(consumer, limit, dead=False)

    def dead_letters(self, limit: int = 1000, *, consumer: Consumer = "index") -> list[OutboxRow]:
        """Rows that the consumer could not take."""
        return self._outbox_rows(consumer, limit, dead=True)

    def count_pending(self, *, consumer: Consumer = "index") -> int:
        """How many rows wait, dead letters left out."""
        query = select(func.count()).where(outbox.c.consumer == consumer, outbox.c.dead_reason.is_(None))
        with self.reading() as connection:
            return int(connection.execute(query).scalar_one())

    def waiting_articles(self, *, consumer: Consumer, action: Action) -> set[str]:
        """The articles of which such a change waits, dead letters left out."""
        query = select(outbox.c.article_id).where(
            outbox.c.consumer == consumer, outbox.c.action == action, outbox.c.dead_reason.is_(None)
        )
        with self.reading() as connection:
            return set(connection.execute(query).scalars())

    def acknowledge(self, seqs: Iterable[int]) -> None:
        """The consumer has these safely: forget them."""
        wanted = list(seqs)
        with self.transaction() as connection:
            for batch in _batches(wanted):
                connection.execute(delete(outbox).where(outbox.c.seq.in_(batch)))

    def dead_letter(self, seq: int, reason: str) -> None:
        """The consumer cannot take this row; keep it aside with the reason."""
        with self.transaction() as connection:
            connection.execute(update(outbox).where(outbox.c.seq == seq).values(dead_reason=reason[:2000]))

    def requeue_all(self, *, consumer: Consumer = "index") -> int:
        """Put every stored article into the consumer's queue, instead of what waits there; the number of rows."""
        with self.transaction() as connection:
            connection.execute(delete(outbox).where(outbox.c.consumer == consumer))
            at = clock.now().isoformat()
            rows = select(literal(consumer), articles.c.id, articles.c.revision, literal("index"), literal(at)).order_by(
                articles.c.id
            )
            connection.execute(insert(outbox).from_select(["consumer", "article_id", "revision", "action", "created_at"], rows))
            return self.count_pending(consumer=consumer)

    def _outbox_rows(self, consumer: Consumer, limit: int, *, dead: bool) -> list[OutboxRow]:
        reason = outbox.c.dead_reason
        query = (
            select(outbox.c.seq, outbox.c.article_id, outbox.c.revision, outbox.c.action, reason)
            .where(outbox.c.consumer == consumer, reason.is_not(None) if dead else reason.is_(None))
            .order_by(outbox.c.seq)
            .limit(limit)
        )
        with self.reading() as connection:
            return [
                OutboxRow(
                    seq=row.seq, article_id=row.article_id, revision=row.revision, action=row.action, reason=row.dead_reason
                )
                for row in connection.execute(query)
            ]


def enqueue(
    connection: Connection,
    changes: Iterable[tuple[str, int]],
    action: Action = "index",
    consumers: Sequence[Consumer] = CONSUMERS,
) -> None:
    """Write rows for changed articles (id, revision) in the caller's transaction."""
    at = clock.now().isoformat()
    rows = [
        {"consumer": consumer, "article_id": article, "revision": revision, "action": action, "created_at": at}
        for article, revision in changes
        for consumer in consumers
    ]
    if rows:
        connection.execute(insert(outbox), rows)


def _batches(values: list[int], size: int = 500) -> Iterable[list[int]]:
    return (values[start : start + size] for start in range(0, len(values), size))
