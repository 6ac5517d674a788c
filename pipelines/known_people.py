"""Whom and what knowledge knows by name, as the search for speakers needs it: by the cross-script key of the name."""

from __future__ import annotations

from weakref import WeakKeyDictionary

from c5watch.knowledge import Knowledge
from c5watch.text import name_key

_PEOPLE: WeakKeyDictionary[Knowledge, tuple[dict[str, str | None], frozenset[str], frozenset[str]]] = WeakKeyDictionary()
_OFFICES: WeakKeyDictionary[Knowledge, dict[str, frozenset[str]]] = WeakKeyDictionary()


def find_people(knowledge: Knowledge) -> tuple[dict[str, str | None], frozenset[str], frozenset[str]]:
    """Persons by the key of a full name (None where two share it), keys of surnames, and of everything else with a name."""
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
                        persons[key] = actor.id if persons.get(key, actor.id) == actor.id else None
        # A bare surname that only one of them has is enough.
        for key, ids in surnames.items():
            persons.setdefault(key, next(iter(ids)) if len(ids) == 1 else None)
        _PEOPLE[knowledge] = persons, frozenset(surnames), frozenset(things)
    return _PEOPLE[knowledge]


def find_offices(knowledge: Knowledge) -> dict[str, frozenset[str]]:
    """The kinds of state office that each known person has or had."""
    if knowledge not in _OFFICES:
        _OFFICES[knowledge] = {
            actor.id: frozenset(office.kind for office in actor.offices if office.kind) for actor in knowledge.actors.values()
        }
    return _OFFICES[knowledge]
