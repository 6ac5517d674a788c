"""Where words of saying and of office can begin in a text: one pass for all of them, in place of a search for each pattern."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from ahocorasick_rs import AhoCorasick

from pipelines.beginnings import literal_beginnings

_APOSTROPHES = "’‘ʻʼ"
_ANY_APOSTROPHE = "['’‘ʻʼ]"
_MAY_HAVE_ONE = re.compile(r"([a-z]+)'\?")


class WordPlaces:
    """The plain words that tables begin with, at the beginning of a word of the text, or anywhere for those of ``endings``."""

    def __init__(self, tables: Mapping[str, str], endings: Mapping[str, str]) -> None:
        found: dict[str, list[tuple[str, bool]]] = {}
        for group, inside in ((tables, False), (endings, True)):
            for name, table in group.items():
                plain = _MAY_HAVE_ONE.sub(r"(?:\1'|\1)", table.replace(_ANY_APOSTROPHE, "'"))
                for literal in sorted({literal.lower() for literal in literal_beginnings(plain)}):
                    found.setdefault(literal, []).append((name, inside))
        self._names = list(found.values())
        self._automaton = AhoCorasick(list(found))
        self._tables = (*tables, *endings)

    def read(self, lowered: str) -> dict[str, list[int]]:
        """The places by the name of the table, in order; the text is in lower case."""
        for apostrophe in _APOSTROPHES:
            lowered = lowered.replace(apostrophe, "'")
        places: dict[str, list[int]] = {name: [] for name in self._tables}
        for number, start, _ in self._automaton.find_matches_as_indexes(lowered, overlapping=True):
            begins = not start or not ((before := lowered[start - 1]).isalnum() or before == "_")
            for name, inside in self._names[number]:
                if begins or inside:
                    places[name].append(start)
        for starts in places.values():
            starts.sort()  # a long word is found at its end, behind the short ones within it
        return places


def lower_each(text: str) -> str:
    """The text in lower case, as long as it was: of all letters only İ becomes two."""
    return text.replace("İ", "I").lower()


def matches_at(pattern: re.Pattern[str], text: str, places: Sequence[int], stop: int) -> Iterator[re.Match[str]]:
    """The matches of a pattern that begins at one of the places, as `re.finditer` finds them; none goes beyond ``stop``."""
    end = 0
    for place in places:
        if place >= end and (match := pattern.match(text, place, stop)):
            end = match.end()
            yield match
