"""Known names under spellings that no table holds: the cross-script key, and for persons' full names the consonants alone.

Newsrooms spell a foreign name in more ways than anybody lists (Си Жинпинг, Си Жингпин; Шолц, Shols; Guterrish). Full names whose
consonants agree were measured to collide in three of 752 pairs only; a surname alone must agree in the whole key.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Set
from weakref import WeakKeyDictionary

from c5watch.knowledge import Actor, Knowledge
from c5watch.text import fold_text, name_key, script_of

_WORD = re.compile(r"[\w']+")
_VOWELS = re.compile("[aeiou]")
_LEAST_SURNAME = 5  # letters of a key that may stand for a person who is not introduced
_LEAST_CONSONANTS = 5
_LEAST_BODY = 8  # letters of an organisation's key


class Spellings:
    """The keys of all known persons and organisations."""

    def __init__(self, actors: Iterable[Actor]) -> None:
        self._full: defaultdict[str, set[str]] = defaultdict(set)
        self._consonants: defaultdict[str, set[str]] = defaultdict(set)
        self._surnames: defaultdict[str, set[str]] = defaultdict(set)
        self._open: set[str] = set()
        self._bodies: defaultdict[str, set[str]] = defaultdict(set)
        actors = tuple(actors)
        for actor in actors:
            if actor.type in ("organisation", "company", "think-tank"):
                for names in actor.names.values():
                    for name in names:
                        self._bodies[body_key(name)].add(actor.id)
        self._actors = {actor.id: actor for actor in actors if actor.type == "person"}
        for actor in self._actors.values():
            if not actor.needs_context:
                self._open.add(actor.id)
            for names in actor.names.values():
                for name in names:
                    words = [key for word in fold_text(name).text.split() if (key := name_key(word)) and "." not in word]
                    if len(words) < 2:
                        continue
                    self._full[" ".join(words)].add(actor.id)
                    self._consonants[skeleton(words)].add(actor.id)
                    self._surnames[words[-1]].add(actor.id)

    def actor(self, name: str, introduced: Set[str]) -> str | None:
        """The one person that the name may be, or None."""
        words = [key for word in name.split() if (key := name_key(word))]
        if not words:
            return None
        if len(words) == 1:
            ids = self._surnames.get(words[0], set())
            here = ids & introduced
            if here:
                return next(iter(here)) if len(here) == 1 else None
            return next(iter(ids)) if len(ids) == 1 and ids <= self._open and len(words[0]) >= _LEAST_SURNAME else None
        ids = self._full.get(" ".join(words), set())
        consonants = skeleton(words)
        if not ids and len(consonants.replace(" ", "")) >= _LEAST_CONSONANTS:
            ids = self._consonants.get(consonants, set())
        ids = {actor for actor in ids if self._may_be_called(actor, words[:-1], script_of(name))}
        return next(iter(ids)) if len(ids) == 1 else None

    def body(self, name: str) -> str | None:
        """The one organisation whose name has the same key: «Самрук-Қазына»."""
        key = body_key(name)
        ids = self._bodies.get(key, set()) if len(key) >= _LEAST_BODY else set()
        return next(iter(ids)) if len(ids) == 1 else None

    def _may_be_called(self, actor: str, given: list[str], script: str | None) -> bool:
        """Sergei is not Sergio, though their keys agree across scripts: in one script the consonants must agree too."""
        known = {skeleton([key]) for key in person_keys(self._actors[actor], script)[0]}
        return any(skeleton([key]) in known for key in given)


def body_key(name: str) -> str:
    """The key of an organisation's name, whatever stands between its words."""
    return name_key(" ".join(_WORD.findall(name))).replace(" ", "")


def skeleton(words: list[str]) -> str:
    """Keys without their vowels, but for a first letter."""
    return " ".join(word[0] + _VOWELS.sub("", word[1:]) for word in words)


_SPELLINGS: WeakKeyDictionary[Knowledge, Spellings] = WeakKeyDictionary()
_PERSON_KEYS: dict[tuple[str, str | None], tuple[Actor, frozenset[str], frozenset[str]]] = {}


def spellings_of(knowledge: Knowledge) -> Spellings:
    """The keys of this knowledge, made once per process."""
    if knowledge not in _SPELLINGS:
        _SPELLINGS[knowledge] = Spellings(knowledge.actors.values())
    return _SPELLINGS[knowledge]


def person_keys(actor: Actor, script: str | None) -> tuple[frozenset[str], frozenset[str]]:
    """The keys of a person's given names as written in a script (all of them, where none is), and their first letters."""
    cached = _PERSON_KEYS.get((actor.id, script))
    if cached is None or cached[0] is not actor:
        given = [word for names in actor.names.values() for name in names for word in fold_text(name).text.split()[:-1]]
        given = [word for word in given if script_of(word) == script] or given
        cached = (actor, frozenset(name_key(word) for word in given), frozenset(word[0] for word in given))
        _PERSON_KEYS[actor.id, script] = cached
    return cached[1], cached[2]
