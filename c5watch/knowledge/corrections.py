"""Corrections by analysts: ``knowledge/overrides.yaml``, applied after the entries are loaded, each with its reason.

``merge`` moves all of an actor into another one, ``split`` makes some names of an actor an actor of its own, ``alias`` adds
a name, ``ignore`` takes a string away from one actor or from all. They are applied in the order of the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Literal

from pydantic import Field, TypeAdapter, ValidationError

from c5watch.knowledge.check import Entries, Placed
from c5watch.knowledge.strictyaml import YamlFile
from c5watch.knowledge.types import Actor, ActorType, Day, Entry, Id, KnownAgreement, Line, Name, NameLanguage, SummitFormat, Text

OVERRIDES = "overrides.yaml"


# What can be written down as one thing or the other; a person is never a state, nor a state a city.
_NATURE: Mapping[ActorType, str] = {
    "person": "person",
    "country": "state",
    "region": "place",
    "place": "place",
    "organisation": "organisation",
    "company": "organisation",
    "think-tank": "organisation",
}


class _Override(Entry):
    reason: Text
    date: Day | None = None


class Merge(_Override):
    """``actor`` is the same as ``into``: its names, posts and references go there."""

    action: Literal["merge"]
    actor: Id
    into: Id


class Split(_Override):
    """``names`` of ``actor`` belong to somebody else, who becomes ``new``."""

    action: Literal["split"]
    actor: Id
    new: Id
    names: Annotated[tuple[Name, ...], Field(min_length=1)]
    type: ActorType | None = None


class Ignore(_Override):
    """``form`` is no mention of ``actor``, or, without one, of nobody."""

    action: Literal["ignore"]
    form: Line
    actor: Id | None = None


class Alias(_Override):
    """``form`` is a name of ``actor`` in ``language``."""

    action: Literal["alias"]
    actor: Id
    form: Name
    language: NameLanguage


Override = Merge | Split | Ignore | Alias
_ADAPTER: TypeAdapter[Override] = TypeAdapter(Annotated[Override, Field(discriminator="action")])


@dataclass(frozen=True)
class Corrections:
    """What the overrides leave beside changed entries."""

    ignored_forms: tuple[str, ...] = ()
    merged: Mapping[str, str] = field(default_factory=dict)


def read_overrides(file: YamlFile) -> list[tuple[int, Override]]:
    """The valid corrections of a file with their places; what is not valid is noted."""
    if file.data is None:
        return []
    if not isinstance(file.data, list):
        file.fault((), "must be a list: each correction begins with `- action:`")
        return []
    found: list[tuple[int, Override]] = []
    for index, data in enumerate(file.data):
        try:
            found.append((index, _ADAPTER.validate_python(data)))
        except ValidationError as exc:
            for error in exc.errors(include_url=False, include_context=False, include_input=False):
                keys = (index, *(key for key in error["loc"] if key not in ("merge", "split", "ignore", "alias")))
                file.fault(keys, str(error["msg"]).removeprefix("Value error, "))
    return found


def apply_overrides(
    file: YamlFile,
    actors: Entries[Actor],
    formats: Entries[SummitFormat],
    agreements: Entries[KnownAgreement],
) -> Corrections:
    """Change the entries as the corrections say; a correction of an actor that does not exist is noted as a fault."""
    ignored: list[str] = []
    merged: dict[str, str] = {}
    for index, override in read_overrides(file):
        if isinstance(override, Ignore) and override.actor is None:
            ignored.append(override.form)
            continue
        fault = _apply(override, file, actors, merged)
        if fault:
            key, message = fault
            file.fault((index, key), message)
    if merged:
        _redirect(merged, actors, formats, agreements)
    return Corrections(tuple(dict.fromkeys(ignored)), merged)


def _apply(override: Override, file: YamlFile, actors: Entries[Actor], merged: dict[str, str]) -> tuple[str, str] | None:
    """Apply one correction; the key and sentence of what is wrong with it, if anything is."""
    actor_id = override.actor or ""
    if actor_id not in actors:
        # An actor with a fault of its own is reported where it stands.
        return None if not actors.lacks(actor_id) and actor_id not in merged else ("actor", f"there is no actor {actor_id!r}")
    entry = actors[actor_id]
    actor = entry.value
    match override:
        case Merge():
            if override.into == actor_id or override.into not in actors:
                return "into", f"there is no other actor {override.into!r}"
            target = actors[override.into]
            if why := _cannot_be_one(actor, target.value):
                return "into", why
            actors[override.into] = Placed(_merge(target.value, actor), target.file)
            del actors[actor_id]
            for old, new in merged.items():
                merged[old] = override.into if new == actor_id else new
            merged[actor_id] = override.into
        case Split():
            return _split(override, file, actors)
        case Ignore():
            forms = tuple(dict.fromkeys((*actor.ignored_forms, override.form)))
            names = _without(actor.names, {override.form.casefold()})
            if not names:
                return "form", f"is the only name of {actor_id}: delete or merge the actor instead"
            short = tuple(one for one in actor.abbreviations if one.form != override.form)
            update = {"ignored_forms": forms, "names": names, "abbreviations": short}
            actors[actor_id] = Placed(actor.model_copy(update=update), entry.file)
        case Alias():
            names = {**actor.names, override.language: (*actor.names.get(override.language, ()), override.form)}
            actors[actor_id] = Placed(actor.model_copy(update={"names": _unique(names)}), entry.file)
    return None


def _cannot_be_one(actor: Actor, other: Actor) -> str | None:
    """Why two entries are surely two things, in a sentence, or None."""
    if _NATURE[actor.type] != _NATURE[other.type]:
        return f"{actor.id} is a {actor.type} and {other.id} a {other.type}: they cannot be one"
    if actor.type == "country":
        return f"{actor.id} and {other.id} are two states"
    if actor.qid and other.qid and actor.qid != other.qid:
        return f"{actor.id} is {actor.qid} of Wikidata and {other.id} {other.qid}: mend the wrong qid if they are one"
    if actor.type == "person" and actor.country and other.country and actor.country != other.country:
        return (
            f"{actor.id} is a person of {actor.country} and {other.id} of {other.country}: mend the wrong country if they are one"
        )
    return None


def _split(override: Split, file: YamlFile, actors: Entries[Actor]) -> tuple[str, str] | None:
    entry = actors[override.actor]
    actor = entry.value
    if override.new in actors.ids:
        return "new", f"the actor {override.new!r} exists already: use alias"
    moved = {name.casefold() for name in override.names}
    missing = moved - {name.casefold() for names in actor.names.values() for name in names}
    kept = _without(actor.names, moved)
    if missing or not kept:
        there = ", ".join(dict.fromkeys(name for names in actor.names.values() for name in names))
        wrong = ", ".join(repr(name) for name in override.names if name.casefold() in missing)
        return "names", f"{override.actor} has no name {wrong}; it has {there}" if missing else "leave at least one name"
    taken = {language: tuple(n for n in names if n.casefold() in moved) for language, names in actor.names.items()}
    new = Actor(
        id=override.new,
        type=override.type or actor.type,
        country=actor.country,
        names={language: names for language, names in taken.items() if names},
        namesakes=(override.actor,),
    )
    namesakes = (*actor.namesakes, override.new)
    actors[override.actor] = Placed(actor.model_copy(update={"names": kept, "namesakes": namesakes}), entry.file)
    actors[override.new] = Placed(new, file)
    actors.ids.add(override.new)
    return None


def _merge(target: Actor, other: Actor) -> Actor:
    names = {**target.names}
    for language, more in other.names.items():
        names[language] = (*names.get(language, ()), *more)
    return target.model_copy(
        update={
            "names": _unique(names),
            "offices": tuple(dict.fromkeys((*target.offices, *other.offices))),
            "abbreviations": tuple(dict.fromkeys((*target.abbreviations, *other.abbreviations))),
            "qid": target.qid or other.qid,
            "country": target.country or other.country,
            "kin": tuple(dict.fromkeys((*target.kin, *other.kin))),
            "namesakes": tuple(dict.fromkeys((*target.namesakes, *other.namesakes))),
        }
    )


def _unique(names: Mapping[NameLanguage, tuple[str, ...]]) -> dict[NameLanguage, tuple[str, ...]]:
    return {language: tuple(dict.fromkeys(forms)) for language, forms in names.items()}


def _without(names: Mapping[NameLanguage, tuple[str, ...]], forms: set[str]) -> dict[NameLanguage, tuple[str, ...]]:
    left = {language: tuple(n for n in some if n.casefold() not in forms) for language, some in names.items()}
    return {language: some for language, some in left.items() if some}


def _redirect(
    merged: Mapping[str, str],
    actors: Entries[Actor],
    formats: Entries[SummitFormat],
    agreements: Entries[KnownAgreement],
) -> None:
    """Point every reference to a merged actor at the one that took it over."""

    def one(actor_id: str | None) -> str | None:
        return merged.get(actor_id, actor_id) if actor_id else None

    def many(ids: Iterable[str], own: str | None = None) -> tuple[str, ...]:
        return tuple(dict.fromkeys(new for new in (merged.get(old, old) for old in ids) if new != own))

    for actor_id, actor in list(actors.items()):
        was = actor.value
        links = {
            "kin": many(was.kin, actor_id),
            "namesakes": many(was.namesakes, actor_id),
            "metonym_of": one(was.metonym_of),
        }
        actors[actor_id] = Placed(was.model_copy(update=links), actor.file)
    for format_id, entry in list(formats.items()):
        summit = entry.value
        meetings = tuple(m.model_copy(update={"place": one(m.place), "parties": many(m.parties)}) for m in summit.meetings)
        update = {
            "members": many(summit.members),
            "partner": one(summit.partner),
            "organisation": one(summit.organisation),
            "meetings": meetings,
        }
        formats[format_id] = Placed(summit.model_copy(update=update), entry.file)
    for agreement_id, known in list(agreements.items()):
        update = {"parties": many(known.value.parties), "place": one(known.value.place)}
        agreements[agreement_id] = Placed(known.value.model_copy(update=update), known.file)
