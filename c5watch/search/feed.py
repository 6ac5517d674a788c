"""Brings the index up to date from the store's outbox; one process at a time, and nothing is confirmed before it is written."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from c5watch.article import Article
from c5watch.search.base import SearchIndex
from c5watch.store import Store

# An index makes a batch visible at its end, which costs the same for a few articles as for many.
BATCH = 1000
# So many articles are read from the store at once, when the index asks for more: a server works on the last ones meanwhile.
_READ = 100


@dataclass(frozen=True, slots=True)
class FeedReport:
    """How many articles went into the index, how many out of it, and how many it refused."""

    written: int = 0
    deleted: int = 0
    rejected: int = 0


def feed_index(
    store: Store, index: SearchIndex, *, advance: Callable[[int], None] | None = None, wait: float = 30.0
) -> FeedReport:
    """Write everything that waits in the outbox; ``advance`` is told how many rows are done.

    Raises `c5watch.store.LockHeldError` when another process has fed the index for longer than ``wait`` seconds, and
    `SearchError` when the index fails: what it did not take still waits in the outbox.
    """
    report = FeedReport()
    with store.exclusive("index", wait=wait):
        try:
            while rows := store.pending(BATCH):
                # One article may wait in several rows; its newest state serves them all.
                ids = list(dict.fromkeys(row.article_id for row in rows))
                gone: list[str] = []
                refusals = index.write(stored_articles(store, ids, gone=gone))
                if gone:
                    refusals += index.write((), deleted=gone)
                rejected = {refused.id: refused.reason for refused in refusals}
                for row in rows:
                    if row.article_id in rejected:
                        store.dead_letter(row.seq, rejected[row.article_id])
                store.acknowledge([row.seq for row in rows if row.article_id not in rejected])
                report = FeedReport(
                    report.written + len(ids) - len(gone) - len(rejected),
                    report.deleted + len(gone),
                    report.rejected + len(rejected),
                )
                if advance:
                    advance(len(rows))
                if index.created:
                    # A new index, perhaps in the place of one that was wiped: it needs what was confirmed long ago, too.
                    index.created = False
                    if store.count_articles() > len(ids) - len(gone) + store.count_pending():
                        store.requeue_all()
        finally:
            index.close()
    return report


def stored_articles(store: Store, ids: Sequence[str], *, gone: list[str] | None = None) -> Iterator[Article]:
    """The articles of those ids, read as they are asked for; ids that the store no longer holds are added to ``gone``."""
    for start in range(0, len(ids), _READ):
        wanted = ids[start : start + _READ]
        found = store.get_many(wanted)
        if gone is not None:
            gone += [article_id for article_id in wanted if article_id not in found]
        yield from found.values()
