"""Compares the index with the store by id and revision, and repairs it: after a wipe, a restored backup, a lost write."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from c5watch.search.base import Rejected, SearchIndex
from c5watch.search.feed import BATCH, stored_articles
from c5watch.store import Store


@dataclass(frozen=True, slots=True)
class VerifyReport:
    """Ids of articles that the index lacked, held in another revision, or held without the store knowing them."""

    missing: tuple[str, ...]
    differing: tuple[str, ...]
    surplus: tuple[str, ...]
    rejected: tuple[Rejected, ...] = ()

    @property
    def sound(self) -> bool:
        """Whether nothing differed."""
        return not (self.missing or self.differing or self.surplus)


def verify_index(store: Store, index: SearchIndex, *, repair: bool = True, wait: float = 30.0) -> VerifyReport:
    """Find what differs and, with ``repair``, write it anew. What still waits in the outbox counts as missing.

    Raises `c5watch.store.LockHeldError` when another process feeds the index for longer than ``wait`` seconds.
    """
    with store.exclusive("index", wait=wait):
        try:
            held = dict(index.revisions())
            missing, differing = [], []
            for article_id, stored in store.held_revisions():
                revision = held.pop(article_id, None)
                if revision is None:
                    missing.append(article_id)
                elif revision != stored:
                    differing.append(article_id)
            surplus = sorted(held)
            rejected: list[Rejected] = []
            if repair:
                # Deleted first: an index restored from a later state holds revisions that would win over the store's.
                if differing or surplus:
                    index.write((), deleted=[*differing, *surplus])
                wanted = iter([*missing, *differing])
                while ids := list(islice(wanted, BATCH)):
                    rejected += index.write(stored_articles(store, ids))
        finally:
            index.close()
    return VerifyReport(tuple(missing), tuple(differing), tuple(surplus), tuple(rejected))
