"""The ids that a query asks for: states by their codes, and whether the others exist - a misspelt one finds nothing, for ever
and without a word."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Iterator
from typing import Any

from c5watch.knowledge import Knowledge, KnowledgeFiles
from c5watch.knowledge.check import Entries, suggest_id
from c5watch.knowledge.types import Actor
from c5watch.search.base import And, Not, Or, Query, Words
from c5watch.text import name_key


def with_state_ids(query: Query, knowledge: Knowledge) -> Query:
    """The same query, with the ids of the states for whose articles it asks by code: ``country:KZ``."""
    match query:
        case And(parts) | Or(parts):
            return type(query)(tuple(with_state_ids(part, knowledge) for part in parts))
        case Not(part):
            return Not(with_state_ids(part, knowledge))
        case Words(text=code, field="country"):
            return dataclasses.replace(query, text=states_by_code(knowledge.actors.values()).get(code.upper(), code))
    return query


def states_by_code(actors: Iterable[Actor]) -> dict[str, str]:
    """The id of each state by its ISO code."""
    return {actor.country: actor.id for actor in actors if actor.type == "country" and actor.country}


def unknown_ids(query: Query, known: KnowledgeFiles) -> Iterator[str]:
    """One sentence for each actor, format, meeting, agreement, topic and source of the query that the knowledge does not have.

    The ids that the store gives to agreements that only newsrooms speak of are not asked about, nor what stands in a file that
    could not be read, nor a source that is like none: who hands articles over may have names of their own.
    """
    for field, value in _keywords(query):
        ids = _ids(field, known)
        wanted = value.lower()  # as the search compares them
        if ids is None or (field == "country" and value.upper() in states_by_code(one.value for one in known.actors.values())):
            continue
        if (new := known.corrections.merged.get(wanted)) and field in _ACTOR_FIELDS:
            yield f"{field}:{value} was merged into {new}: write {field}:{new}"
        elif wanted not in ids and not (field == "agreement" and _OF_STORE.fullmatch(wanted)):
            near = suggest_id(wanted, ids) or (_by_name(wanted, ids, known) if field in _ACTOR_FIELDS else "")
            if field == "source" and not near:
                continue
            yield f"there is no {_NOUNS[field]} {value!r}{near}"


def actors_named(query: Query, known: KnowledgeFiles) -> list[str]:
    """The ids of the actors whose whole name, in any script, a query without fields is; none for any other query."""
    parts = query.parts if isinstance(query, And) else (query,)
    if not all(isinstance(part, Words) and part.field is None for part in parts):
        return []
    # Surname first is the same name.
    words = sorted(name_key(" ".join(part.text for part in parts if isinstance(part, Words))).split())
    return [actor_id for actor_id, keys in _name_keys(known) if words and any(sorted(name) == words for name in keys)]


# Instrument, day and hash, see `c5watch.store.agreements`.
_OF_STORE = re.compile(r"[a-z]+-(?:undated|\d{4}(?:-\d{2}){0,2})-[0-9a-f]{8}")
_MOST = 3  # ids that a wrong one may have meant
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


def _by_name(wanted: str, ids: set[str], known: KnowledgeFiles) -> str:
    """The end of a sentence on a wrong id: the actors that it is the code, the name or a part of a name of, if any."""
    words = set(name_key(wanted).split())
    states = (
        one for one, entry in known.actors.items() if entry.value.type == "country" and entry.value.country == wanted.upper()
    )
    named = (one for one, keys in _name_keys(known) if words and any(words <= set(name) for name in keys))
    meant = [repr(one) for one in dict.fromkeys((*states, *named)) if one in ids][:_MOST]
    return f": did you mean {' or '.join(meant)}?" if meant else ""


def _name_keys(known: KnowledgeFiles) -> Iterator[tuple[str, list[list[str]]]]:
    """Each actor with its names as words that are the same in every script."""
    for actor_id, entry in known.actors.items():
        yield actor_id, [name_key(name).split() for names in entry.value.names.values() for name in names]


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
