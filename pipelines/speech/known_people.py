"""Whom and what knowledge knows by name, as the search for speakers needs it: by the cross-script key of the name."""

from __future__ import annotations

import re
from weakref import WeakKeyDictionary

from c5watch.knowledge import Knowledge
from c5watch.text import name_key
from pipelines.speech.office_words import FOREIGN

# Persons by key, keys of surnames, keys of other things, first words of those of several words.
People = tuple[dict[str, str | None], frozenset[str], frozenset[str], frozenset[str]]
_PEOPLE: WeakKeyDictionary[Knowledge, People] = WeakKeyDictionary()
_PLACES: WeakKeyDictionary[Knowledge, dict[str, tuple[tuple[str, bool], ...]]] = WeakKeyDictionary()
_COUNTRIES: WeakKeyDictionary[Knowledge, dict[str, str]] = WeakKeyDictionary()
_HOMES: WeakKeyDictionary[Knowledge, dict[str, str | None]] = WeakKeyDictionary()
_OFFICES: WeakKeyDictionary[Knowledge, dict[str, frozenset[str]]] = WeakKeyDictionary()


def find_people(knowledge: Knowledge) -> People:
    """Persons by the key of a full name (None where two share it), keys of surnames, and of everything else with a name.

    Last the first words of things whose names have several («Кошмо» of «Кошмо Штаттар»).
    """
    if knowledge not in _PEOPLE:
        persons: dict[str, str | None] = {}
        surnames: dict[str, set[str]] = {}
        things: set[str] = set()
        for actor in knowledge.actors.values():
            for names in actor.names.values():
                for name in names:
                    if actor.type != "person":
                        things.add(name_key(name))
                    elif " " in name:
                        key = name_key(name)
                        surnames.setdefault(key.split()[-1], set()).add(actor.id)
                        initial = f"{key[0]} {key.split()[-1]}"  # «Г. Бердымухамедов» is not his son
                        for form in (key, initial):
                            persons[form] = actor.id if persons.get(form, actor.id) == actor.id else None
        # A bare surname that only one of them has is enough.
        for key, ids in surnames.items():
            persons.setdefault(key, next(iter(ids)) if len(ids) == 1 else None)
        heads = {key.split()[0] for key in things if " " in key}
        _PEOPLE[knowledge] = persons, frozenset(surnames), frozenset(things), frozenset(heads)
    return _PEOPLE[knowledge]


_MEN: WeakKeyDictionary[Knowledge, dict[str, str]] = WeakKeyDictionary()


def find_men(knowledge: Knowledge) -> dict[str, str]:
    """Persons by the key of a surname that only women share with them: «Мирзиёев» is Shavkat, not Saida."""
    if knowledge not in _MEN:
        found: dict[str, set[str]] = {}
        for actor in knowledge.actors.values():
            if actor.type == "person" and actor.gender != "f":
                for name in (name for names in actor.names.values() for name in names if " " in name):
                    found.setdefault(name_key(name).split()[-1], set()).add(actor.id)
        _MEN[knowledge] = {key: next(iter(ids)) for key, ids in found.items() if len(ids) == 1}
    return _MEN[knowledge]


_BODIES: WeakKeyDictionary[Knowledge, dict[str, str]] = WeakKeyDictionary()
_MINISTRIES: WeakKeyDictionary[Knowledge, dict[str, str]] = WeakKeyDictionary()
_SHORTEST_BODY = 5


def find_bodies(knowledge: Knowledge) -> dict[str, str]:
    """Organisations and companies by the key of a name that only one of them has."""
    if knowledge not in _BODIES:
        found: dict[str, set[str]] = {}
        for actor in knowledge.actors.values():
            if actor.type not in {"person", "country", "place", "region"}:
                for name in (name for names in actor.names.values() for name in names):
                    found.setdefault(name_key(name), set()).add(actor.id)
        _BODIES[knowledge] = {key: next(iter(ids)) for key, ids in found.items() if len(ids) == 1 and len(key) >= _SHORTEST_BODY}
    return _BODIES[knowledge]


def find_ministries(knowledge: Knowledge) -> dict[str, str]:
    """The ministries of foreign affairs by their states."""
    if knowledge not in _MINISTRIES:
        _MINISTRIES[knowledge] = {
            actor.country: actor.id
            for actor in knowledge.actors.values()
            if actor.type == "organisation" and actor.country
            if any(FOREIGN.search(name.lower()) for name in actor.names.get("ru", ()))
        }
    return _MINISTRIES[knowledge]


COUNTRY_STEM, PLACE_STEM = 5, 4
_LAST_VOWEL = re.compile("(?<=.{4})[аяоеэыиaeiouyä]+$")


def find_places(knowledge: Knowledge) -> dict[str, tuple[tuple[str, bool], ...]]:
    """Beginnings of countries and places in one word and lower case, by their first four letters; whether each is a country.

    A last vowel is cut: «Россия» begins «России», «Россиянинг».
    """
    if knowledge not in _PLACES:
        places: dict[str, dict[str, bool]] = {}
        for actor in knowledge.actors.values():
            if actor.type in {"country", "place"}:
                for name in (name for names in actor.names.values() for name in names if " " not in name):
                    stem = _LAST_VOWEL.sub("", name.lower())
                    if len(stem) >= PLACE_STEM:
                        places.setdefault(stem[:PLACE_STEM], {})[stem] = actor.type == "country"
        _PLACES[knowledge] = {stem: tuple(keys.items()) for stem, keys in places.items()}
    return _PLACES[knowledge]


def find_countries(knowledge: Knowledge) -> dict[str, str]:
    """Countries by the first five letters of the keys of their names and adjectives, where only one begins so."""
    if knowledge not in _COUNTRIES:
        found: dict[str, set[str]] = {}
        for actor in knowledge.actors.values():
            if actor.type == "country" and actor.country:
                for names in (*actor.names.values(), *actor.adjectives.values()):
                    for name in names:
                        if " " not in name:
                            found.setdefault(name_key(name)[:COUNTRY_STEM], set()).add(actor.country)
        _COUNTRIES[knowledge] = {stem: next(iter(ids)) for stem, ids in found.items() if len(ids) == 1 and len(stem) > 2}
    return _COUNTRIES[knowledge]


def find_homes(knowledge: Knowledge) -> dict[str, str | None]:
    """Which country each known person acts for."""
    if knowledge not in _HOMES:
        _HOMES[knowledge] = {actor.id: actor.country for actor in knowledge.actors.values() if actor.type == "person"}
    return _HOMES[knowledge]


def find_offices(knowledge: Knowledge) -> dict[str, frozenset[str]]:
    """The kinds of state office that each known person has or had."""
    if knowledge not in _OFFICES:
        _OFFICES[knowledge] = {
            actor.id: frozenset(office.kind for office in actor.offices if office.kind) for actor in knowledge.actors.values()
        }
    return _OFFICES[knowledge]
