"""Validates the entries of the files and the references between them; every fault is noted in its file."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar, cast, get_args
from urllib.parse import urlsplit

from pydantic import BaseModel, ValidationError, create_model

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
    """The valid entries by id; ``ids`` has those with faults too, so that a link to one of them is no second fault.

    ``faulty`` holds the entries with faults without their faulty keys, so that what else is wrong with them comes at once.
    ``complete`` is false if a file could not be read: nobody knows which ids stand in it.
    """

    def __init__(self) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.faulty: dict[str, Placed[E]] = {}
        self.complete = True

    def all(self) -> dict[str, Placed[E]]:
        """The valid entries, and of the faulty ones what can be read."""
        return {**self, **self.faulty}

    def lacks(self, entry_id: str) -> bool:
        """Whether there is certainly no such entry."""
        return self.complete and entry_id not in self.ids


def read_entries(files: Iterable[YamlFile], model: type[E]) -> Entries[E]:
    """The valid entries of the files by id; what is not valid is noted."""
    found: Entries[E] = Entries()
    for file in files:
        if file.data is None:
            found.complete &= not file.faults
            continue
        if not isinstance(file.data, dict):
            found.complete = False
            file.fault((), "must be written as `id: {...}`, one entry after the other")
            continue
        for entry_id, data in file.data.items():
            if entry_id in found.ids:
                file.fault((entry_id,), "this id stands in another file already")
                continue
            found.ids.add(entry_id)
            before = len(file.faults)
            if (entry := _read_entry(file, entry_id, data, model)) is not None:
                (found if len(file.faults) == before else found.faulty)[entry_id] = Placed(entry, file)
    return found


def _read_entry(file: YamlFile, entry_id: str, data: Any, model: type[E]) -> E | None:
    """The entry, without those of its keys that are wrong: these are noted."""
    if not isinstance(data, dict):
        file.fault((entry_id,), "must have keys and values below it")
        return None
    if "id" in data:
        file.fault((entry_id, "id"), "the id is the key of the entry: delete this line")
    given = {**data, "id": entry_id}
    if model is SummitFormat:
        given["meetings"] = _with_meeting_ids(entry_id, data.get("meetings", ()))
    try:
        return model.model_validate(given)
    except ValidationError as exc:
        wrong: set[int | str] = set()
        for error in exc.errors(include_url=False, include_context=False, include_input=False):
            keys, message = _describe(model, error)
            file.fault((entry_id,) if keys == ("id",) else (entry_id, *keys), message)
            wrong.update(error["loc"][:1])
        return _without(model, given, wrong - {"id"})


def _without(model: type[E], given: Mapping[str, Any], wrong: Collection[Any]) -> E:
    """An entry of the keys that are right; one that it needs and has not is empty."""
    fields = {name: field for name, field in model.model_fields.items() if name in given and name not in wrong and name != "id"}
    # A model of these keys alone reads them as the whole one does, with its configuration.
    types: dict[str, Any] = {name: (field.rebuild_annotation(), ...) for name, field in fields.items()}
    part = create_model(model.__name__, __config__=model.model_config, **types)
    right = part.model_validate({name: given[name] for name in fields})
    needed: dict[str, Any] = {name: {} for name, field in model.model_fields.items() if field.is_required()}
    return cast(E, model.model_construct(**{**needed, "id": given["id"], **{name: getattr(right, name) for name in fields}}))


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
    _check_agreements(agreements, actors, meetings, formats)
    _check_sources(sources)


def suggest_id(wrong: str, ids: Iterable[str]) -> str:
    """The end of a sentence that says that an id does not exist: the one that was probably meant, if any."""
    close = difflib.get_close_matches(wrong, sorted(ids), n=1, cutoff=0.7)
    return f": did you mean {close[0]!r}?" if close else ""


def _dangling(
    entry: Placed[Any], known: Entries[Any], links: Iterable[tuple[Sequence[str | int], str | None]], what: str
) -> None:
    for keys, target in links:
        if target is not None and known.lacks(target):
            entry.fault(keys, f"there is no {what} {target!r}{suggest_id(target, known.ids)}")


def _check_order(entry: Placed[Any], below: Sequence[str | int], first: str, start: str | None, end: str | None) -> None:
    """A day, month or year ``until`` may lie within ``first``, not before it."""
    if start and end and end < start[: len(end)]:
        entry.fault((*below, "until"), f"lies before {first}")


def _links(key: str, ids: Sequence[str], below: Sequence[str | int] = ()) -> Iterator[tuple[Sequence[str | int], str]]:
    return (((*below, key, index), target) for index, target in enumerate(ids))


def _check_actors(actors: Entries[Actor]) -> None:
    owners: dict[tuple[str, str], str] = {}
    everyone = actors.all()
    for actor_id, entry in everyone.items():
        actor = entry.value
        links = [(("metonym_of",), actor.metonym_of), *_links("kin", actor.kin), *_links("namesakes", actor.namesakes)]
        _dangling(entry, actors, links, "actor")
        for index, office in enumerate(actor.offices):
            _check_order(entry, ("offices", index), "since", office.since, office.until)
        for language, names in actor.names.items():
            for index, name in enumerate(names):
                owner = owners.setdefault((language, name.casefold()), actor_id)
                if owner == actor_id or (actor_id in everyone[owner].value.namesakes and owner in actor.namesakes):
                    continue
                entry.fault(
                    ("names", language, index),
                    f"{name!r} is a name of {owner} too: write the difference, or list each in the other's namesakes",
                )


def _check_formats(formats: Entries[SummitFormat], actors: Entries[Actor]) -> set[str]:
    meetings: set[str] = set()
    for entry in formats.all().values():
        _dangling(
            entry,
            actors,
            [
                (("partner",), entry.value.partner),
                (("organisation",), entry.value.organisation),
                *_links("members", entry.value.members),
            ],
            "actor",
        )
        for index, meeting in enumerate(entry.value.meetings):
            below = ("meetings", index)
            _dangling(entry, actors, [((*below, "place"), meeting.place), *_links("parties", meeting.parties, below)], "actor")
            if meeting.id != f"{entry.value.id}-{meeting.date}":
                entry.fault((*below, "id"), "a meeting's id is made of format and date: delete this line")
            elif meeting.id in meetings:
                entry.fault((*below, "date"), "a second meeting of this format on this date")
            _check_order(entry, below, "date", meeting.date, meeting.until)
            meetings.add(meeting.id)
    return meetings


def _check_agreements(
    agreements: Entries[KnownAgreement], actors: Entries[Actor], meetings: set[str], formats: Entries[SummitFormat]
) -> None:
    # Which meetings an entry with a fault has is not certain.
    uncertain = formats.ids - formats.keys()
    for entry in agreements.all().values():
        agreement = entry.value
        _dangling(entry, actors, [(("place",), agreement.place), *_links("parties", agreement.parties)], "actor")
        summit = agreement.summit
        if summit and formats.complete and not any(summit.startswith(f"{one}-") for one in uncertain) and summit not in meetings:
            entry.fault(("summit",), f"there is no meeting {summit!r}{suggest_id(summit, meetings)}")
        _dangling(entry, agreements, [(("part_of",), agreement.part_of)], "agreement")


def _check_sources(sources: Entries[Source]) -> None:
    owners: dict[str, str] = {}
    for source_id, entry in sources.all().items():
        source = entry.value
        for index, host in enumerate(source.hosts):
            owner = owners.setdefault(host, source_id)
            if owner != source_id:
                entry.fault(("hosts", index), f"{host} belongs to {owner} already")
        if source_id not in sources:
            continue  # a host or an address that is wrong in itself would be told again
        for index, way in enumerate(source.entries):
            host = urlsplit(way.url).hostname or ""
            if not any(host == own or host.endswith(f".{own}") for own in source.hosts):
                entry.fault(("entries", index, "url"), f"{host} is not among the hosts of this source")
        if source.enabled and not source.entries:
            entry.fault(("entries",), "has none: add a feed, sitemap or listing, or write enabled: false with a note")
        if not source.enabled and not source.note:
            entry.fault(("enabled",), "is false without a note that says why")
