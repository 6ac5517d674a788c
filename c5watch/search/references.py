"""Whether the ids that a query asks for exist: a misspelt one finds nothing, for ever and without a word."""

from __future__ import annotations

from collections.abc import Iterator

from c5watch.knowledge import KnowledgeFiles
from c5watch.knowledge.check import suggest_id
from c5watch.search.base import And, Not, Or, Query, Words


def unknown_ids(query: Query, known: KnowledgeFiles) -> Iterator[str]:
    """One sentence for each actor, format, meeting, topic and source of the query that the knowledge does not have.

    Ids of agreements are not asked about: those that only newsrooms speak of have one too.
    """
    for field, value in _keywords(query):
        ids = _ids(field, known)
        wanted = value.lower()  # as the search compares them
        if ids is None:
            continue
        if (new := known.corrections.merged.get(wanted)) and field in _ACTOR_FIELDS:
            yield f"{field}:{value} was merged into {new}: write {field}:{new}"
        elif wanted not in ids:
            yield f"there is no {_NOUNS[field]} {value!r}{suggest_id(wanted, ids)}"


_ACTOR_FIELDS = ("actor", "party", "country")
_NOUNS = {
    "actor": "actor",
    "party": "actor",
    "country": "country",
    "format": "format",
    "summit": "meeting",
    "topic": "topic",
    "source": "source",
}


def _ids(field: str, known: KnowledgeFiles) -> set[str] | None:
    """The ids that a field may hold; None for one whose values do not stand in the knowledge."""
    match field:
        case "actor" | "party":
            return known.actors.ids
        case "country":
            # An actor with a fault may be a country as well.
            return {one for one in known.actors.ids if one not in known.actors or known.actors[one].value.type == "country"}
        case "format":
            return known.formats.ids
        case "summit":
            # The meetings of a format with a fault are not known: nothing can be said of them.
            if known.formats.ids - known.formats.keys():
                return None
            return {meeting.id for entry in known.formats.values() for meeting in entry.value.meetings}
        case "topic":
            return known.topics.ids
        case "source":
            return known.sources.ids
    return None


def _keywords(query: Query) -> Iterator[tuple[str, str]]:
    match query:
        case And(parts) | Or(parts):
            for part in parts:
                yield from _keywords(part)
        case Not(part):
            yield from _keywords(part)
        case Words(text=value, field=str() as field):
            yield field, value
