"""Whether the ids that a query asks for exist: a misspelt one finds nothing, for ever and without a word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from c5watch.knowledge import KnowledgeFiles
from c5watch.knowledge.check import Entries, suggest_id
from c5watch.search.base import And, Not, Or, Query, Words


def unknown_ids(query: Query, known: KnowledgeFiles) -> Iterator[str]:
    """One sentence for each actor, format, meeting, agreement, topic and source of the query that the knowledge does not have.

    The ids that the store gives to agreements that only newsrooms speak of are not asked about, nor what stands in a file that
    could not be read.
    """
    for field, value in _keywords(query):
        ids = _ids(field, known)
        wanted = value.lower()  # as the search compares them
        if ids is None:
            continue
        if (new := known.corrections.merged.get(wanted)) and field in _ACTOR_FIELDS:
            yield f"{field}:{value} was merged into {new}: write {field}:{new}"
        elif wanted not in ids and not (field == "agreement" and _OF_STORE.fullmatch(wanted)):
            yield f"there is no {_NOUNS[field]} {value!r}{suggest_id(wanted, ids)}"


# Instrument, day and hash, see `c5watch.store.agreements`.
_OF_STORE = re.compile(r"[a-z]+-(?:undated|\d{4}(?:-\d{2}){0,2})-[0-9a-f]{8}")
_ACTOR_FIELDS = ("actor", "party", "country")
_NOUNS = {
    "actor": "actor",
    "party": "actor",
    "country": "country",
    "format": "format",
    "summit": "meeting",
    "agreement": "agreement",
    "topic": "topic",
    "source": "source",
}


def _ids(field: str, known: KnowledgeFiles) -> set[str] | None:
    """The ids that a field may hold; None for one whose values do not stand in the knowledge, or not all of them can be read."""
    files: dict[str, Entries[Any]] = {
        "actor": known.actors,
        "party": known.actors,
        "country": known.actors,
        "format": known.formats,
        "summit": known.formats,
        "agreement": known.agreements,
        "topic": known.topics,
        "source": known.sources,
    }
    entries = files.get(field)
    if entries is None or not entries.complete:
        return None
    if field == "country":
        # An actor with a fault may be a country as well.
        return {one for one in known.actors.ids if one not in known.actors or known.actors[one].value.type == "country"}
    if field == "summit":
        # The meetings of a format with a fault are not known: nothing can be said of them.
        if known.formats.ids - known.formats.keys():
            return None
        return {meeting.id for entry in known.formats.values() for meeting in entry.value.meetings}
    return entries.ids


def _keywords(query: Query) -> Iterator[tuple[str, str]]:
    match query:
        case And(parts) | Or(parts):
            for part in parts:
                yield from _keywords(part)
        case Not(part):
            yield from _keywords(part)
        case Words(text=value, field=str() as field):
            yield field, value
