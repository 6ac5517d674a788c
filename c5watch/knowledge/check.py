"""Validates the entries of the files and the references between them; every fault is noted in its file."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar, get_args
from urllib.parse import urlsplit

from pydantic import BaseModel, ValidationError

from c5watch.knowledge.strictyaml import YamlFile
from c5watch.knowledge.types import (
    Abbreviation,
    Actor,
    AmountClaim,
    Entry,
    Hints,
    KnownAgreement,
    KnownStatus,
    Meeting,
    NameLanguage,
    Office,
    Source,
    SourceEntry,
    SummitFormat,
)

E = TypeVar("E", bound=Entry)
_PARTS: dict[str, type[BaseModel]] = {
    "offices": Office,
    "abbreviations": Abbreviation,
    "meetings": Meeting,
    "statuses": KnownStatus,
    "amounts": AmountClaim,
    "entries": SourceEntry,
    "hints": Hints,
}


@dataclass(frozen=True, slots=True)
class Placed(Generic[E]):
    """A valid entry and the file it stands in."""

    value: E
    file: YamlFile

    def fault(self, keys: Sequence[str | int], message: str) -> None:
        """Note a fault at ``keys`` below this entry."""
        self.file.fault((self.value.id, *keys), message)  # type: ignore[attr-defined]  # every placed entry has an id


class Entries(dict[str, Placed[E]]):
    """The valid entries by id; ``ids`` has those with faults too, so that a link to one of them is no second fault."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: set[str] = set()


def read_entries(files: Iterable[YamlFile], model: type[E]) -> Entries[E]:
    """The valid entries of the files by id; what is not valid is noted."""
    found: Entries[E] = Entries()
    for file in files:
        if file.data is None:
            continue
        if not isinstance(file.data, dict):
            file.fault((), "must be written as `id: {...}`, one entry after the other")
            continue
        for entry_id, data in file.data.items():
            if entry_id in found.ids:
                file.fault((entry_id,), "this id stands in another file already")
                continue
            found.ids.add(entry_id)
            if (entry := _read_entry(file, entry_id, data, model)) is not None:
                found[entry_id] = Placed(entry, file)
    return found


def _read_entry(file: YamlFile, entry_id: str, data: Any, model: type[E]) -> E | None:
    if not isinstance(data, dict):
        file.fault((entry_id,), "must have keys and values below it")
        return None
    if "id" in data:
        file.fault((entry_id, "id"), "the id is the key of the entry: delete this line")
        return None
    given = {**data, "id": entry_id}
    if model is SummitFormat:
        given["meetings"] = _with_meeting_ids(entry_id, data.get("meetings", ()))
    try:
        return model.model_validate(given)
    except ValidationError as exc:
        for error in exc.errors(include_url=False, include_context=False, include_input=False):
            keys, message = _describe(model, error)
            file.fault((entry_id,) if keys == ("id",) else (entry_id, *keys), message)
        return None


def _with_meeting_ids(format_id: str, meetings: Any) -> Any:
    """A meeting's id is its format and date; nobody writes it."""
    if not isinstance(meetings, list):
        return meetings
    return [
        {"id": f"{format_id}-{meeting.get('date')}", **meeting} if isinstance(meeting, dict) else meeting for meeting in meetings
    ]


def _describe(model: type[BaseModel], error: Any) -> tuple[tuple[str | int, ...], str]:
    """Pydantic's error as keys of the file and one sentence."""
    keys = tuple(key for key in error["loc"] if key != "[key]")
    kind, message = error["type"], str(error["msg"]).removeprefix("Value error, ")
    if kind == "extra_forbidden":
        part = next((_PARTS[key] for key in reversed(keys[:-1]) if key in _PARTS), model)
        return keys, "is no key that is known here" + _suggest(str(keys[-1]), part.model_fields)
    if kind == "literal_error" and error["loc"][-1] == "[key]":
        return keys, "is no language that is known here" + _suggest(str(keys[-1]), get_args(NameLanguage))
    if kind == "missing":
        return keys, "is missing"
    return keys, message.replace("Input should be", "must be", 1)


def _suggest(word: str, known: Iterable[str]) -> str:
    names = sorted(known)
    close = difflib.get_close_matches(word, names, n=1, cutoff=0.6)
    return f": did you mean {close[0]!r}?" if close else f" (there are: {', '.join(names)})"


def check_references(
    actors: Entries[Actor],
    formats: Entries[SummitFormat],
    agreements: Entries[KnownAgreement],
    sources: Entries[Source],
) -> None:
    """Note every id that leads nowhere, every name that two actors claim and every host that two sources claim."""
    _check_actors(actors)
    meetings = _check_formats(formats, actors)
    _check_agreements(agreements, actors, meetings, formats.ids - formats.keys())
    _check_sources(sources)


def suggest_id(wrong: str, ids: Iterable[str]) -> str:
    """The end of a sentence that says that an id does not exist: the one that was probably meant, if any."""
    close = difflib.get_close_matches(wrong, sorted(ids), n=1, cutoff=0.7)
    return f": did you mean {close[0]!r}?" if close else ""


def _dangling(entry: Placed[Any], ids: set[str], links: Iterable[tuple[Sequence[str | int], str | None]], what: str) -> None:
    for keys, target in links:
        if target is not None and target not in ids:
            entry.fault(keys, f"there is no {what} {target!r}{suggest_id(target, ids)}")


def _check_order(entry: Placed[Any], below: Sequence[str | int], first: str, start: str | None, end: str | None) -> None:
    """A day, month or year ``until`` may lie within ``first``, not before it."""
    if start and end and end < start[: len(end)]:
        entry.fault((*below, "until"), f"lies before {first}")


def _links(key: str, ids: Sequence[str], below: Sequence[str | int] = ()) -> Iterator[tuple[Sequence[str | int], str]]:
    return (((*below, key, index), target) for index, target in enumerate(ids))


def _check_actors(actors: Entries[Actor]) -> None:
    owners: dict[tuple[str, str], str] = {}
    for actor_id, entry in actors.items():
        actor = entry.value
        links = [(("metonym_of",), actor.metonym_of), *_links("kin", actor.kin), *_links("namesakes", actor.namesakes)]
        _dangling(entry, actors.ids, links, "actor")
        for index, office in enumerate(actor.offices):
            _check_order(entry, ("offices", index), "since", office.since, office.until)
        for language, names in actor.names.items():
            for index, name in enumerate(names):
                owner = owners.setdefault((language, name.casefold()), actor_id)
                if owner == actor_id or (actor_id in actors[owner].value.namesakes and owner in actor.namesakes):
                    continue
                entry.fault(
                    ("names", language, index),
                    f"{name!r} is a name of {owner} too: write the difference, or list each in the other's namesakes",
                )


def _check_formats(formats: Entries[SummitFormat], actors: Entries[Actor]) -> set[str]:
    meetings: set[str] = set()
    for entry in formats.values():
        _dangling(
            entry,
            actors.ids,
            [
                (("partner",), entry.value.partner),
                (("organisation",), entry.value.organisation),
                *_links("members", entry.value.members),
            ],
            "actor",
        )
        for index, meeting in enumerate(entry.value.meetings):
            below = ("meetings", index)
            _dangling(
                entry, actors.ids, [((*below, "place"), meeting.place), *_links("parties", meeting.parties, below)], "actor"
            )
            if meeting.id != f"{entry.value.id}-{meeting.date}":
                entry.fault((*below, "id"), "a meeting's id is made of format and date: delete this line")
            elif meeting.id in meetings:
                entry.fault((*below, "date"), "a second meeting of this format on this date")
            _check_order(entry, below, "date", meeting.date, meeting.until)
            meetings.add(meeting.id)
    return meetings


def _check_agreements(
    agreements: Entries[KnownAgreement], actors: Entries[Actor], meetings: set[str], broken_formats: set[str]
) -> None:
    for entry in agreements.values():
        agreement = entry.value
        _dangling(entry, actors.ids, [(("place",), agreement.place), *_links("parties", agreement.parties)], "actor")
        if agreement.summit and not any(agreement.summit.startswith(f"{broken}-") for broken in broken_formats):
            _dangling(entry, meetings, [(("summit",), agreement.summit)], "meeting")
        _dangling(entry, agreements.ids, [(("part_of",), agreement.part_of)], "agreement")


def _check_sources(sources: Entries[Source]) -> None:
    owners: dict[str, str] = {}
    for source_id, entry in sources.items():
        source = entry.value
        for index, host in enumerate(source.hosts):
            owner = owners.setdefault(host, source_id)
            if owner != source_id:
                entry.fault(("hosts", index), f"{host} belongs to {owner} already")
        for index, way in enumerate(source.entries):
            host = urlsplit(way.url).hostname or ""
            if not any(host == own or host.endswith(f".{own}") for own in source.hosts):
                entry.fault(("entries", index, "url"), f"{host} is not among the hosts of this source")
        if source.enabled and not source.entries:
            entry.fault(("entries",), "has none: add a feed, sitemap or listing, or write enabled: false with a note")
        if not source.enabled and not source.note:
            entry.fault(("enabled",), "is false without a note that says why")
