"""The names that analysts say are nobody's (``c5watch actors ignore`` without an actor), in all their forms in a text."""

from __future__ import annotations

import re
from typing import NamedTuple
from weakref import WeakKeyDictionary

from c5watch.knowledge import Actor, Knowledge
from c5watch.text import fold_text, script_of
from pipelines.naming.names import NameFinder

Place = tuple[int, int]
_finders: WeakKeyDictionary[Knowledge, NameFinder] = WeakKeyDictionary()


class Nobodies(NamedTuple):
    """Places in a folded text: ``whole`` names, and ``parts`` of them (a surname) that stand elsewhere by themselves."""

    whole: list[Place]
    parts: list[Place]


def find_nobodies(text: str, languages: tuple[str, ...], knowledge: Knowledge) -> Nobodies:
    """Where such names stand in a folded text.

    Names of several words are found inflected; a single word only as it was written, for «Гора» is a case of the name Гор.
    """
    if not knowledge.ignored_forms:
        return _NONE
    if knowledge not in _finders:
        _finders[knowledge] = NameFinder(_as_persons(knowledge.ignored_forms))
    found = _finders[knowledge].find(text, languages)
    whole = [one for one in found if one.names[0].part == "full"]
    named = {actor for one in whole for actor in one.actors}
    parts = [(one.start, one.end) for one in found if named.intersection(one.actors)]
    forms = "|".join(re.escape(fold_text(form).text) for form in knowledge.ignored_forms)
    written = [match.span() for match in re.finditer(rf"(?<!\w)(?:{forms})(?!\w)", text)]
    return Nobodies([(one.start, one.end) for one in whole] + written, parts)


def _as_persons(forms: tuple[str, ...]) -> list[Actor]:
    """Entries that the finder of names takes; it inflects those of persons most."""
    several = [form for form in forms if len(form.split()) > 1]
    return [
        Actor.model_construct(id=f"nobody-{number}", type="person", names={"ru" if script_of(form) == "Cyrl" else "en": (form,)})
        for number, form in enumerate(several)
    ]


_NONE = Nobodies([], [])
