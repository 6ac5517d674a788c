"""The queries of the watches: those that do not parse stop everything, those that ask for what does not exist are told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from c5watch.errors import KnowledgeError, QueryError
from c5watch.knowledge import KnowledgeFiles
from c5watch.knowledge.check import Placed
from c5watch.knowledge.types import Watch
from c5watch.search.base import Query
from c5watch.search.query import parse_query
from c5watch.search.references import unknown_ids


def parse_watches(watches: Iterable[Watch]) -> dict[str, Query]:
    """The queries of all enabled watches; raises `KnowledgeError` with every one that does not parse."""
    queries: dict[str, Query] = {}
    faults: list[str] = []
    for watch in watches:
        if not watch.enabled:
            continue
        try:
            queries[watch.id] = parse_query(watch.query)
        except QueryError as exc:
            first = str(exc).splitlines()[0]
            faults.append(f"watches.yaml: {watch.id}.query: {first} Mend it; `c5watch knowledge check` shows the place.")
    if faults:
        raise KnowledgeError(faults)
    return queries


def check_watches(known: KnowledgeFiles) -> None:
    """Note every watch whose query does not parse or asks for an id that does not exist."""
    for entry, fault in _faults(known):
        entry.fault(("query",), fault)


def doubtful_watches(known: KnowledgeFiles) -> list[str]:
    """A sentence for each id that does not exist and that a watch waits for all the same."""
    return [
        f"The watch {entry.value.id} waits in vain: {fault}{'' if fault.endswith('?') else '.'} Mend its query in watches.yaml."
        for entry, fault in _faults(known)
        if entry.value.enabled
    ]


def _faults(known: KnowledgeFiles) -> Iterator[tuple[Placed[Watch], str]]:
    for entry in known.watches.all().values():
        if not entry.value.query:
            continue  # its fault is noted
        try:
            query = parse_query(entry.value.query)
        except QueryError as exc:
            yield entry, str(exc)
        else:
            for sentence in unknown_ids(query, known):
                yield entry, sentence
