"""Who is named in a text, as those who may speak are: the place of each name and of its fullest form.

A bare surname is somebody whom the text has introduced, one that knowledge knows, or one by its ending and what stands beside it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from c5watch.knowledge import Knowledge
from c5watch.text import name_key
from pipelines.speech.attribution import Attribution
from pipelines.speech.name_cuts import FULL_NAME, Cut, IsSurname, find_cuts, is_no_first_name, without_initial
from pipelines.speech.name_shapes import (
    CYRILLIC_PERSON,
    DISTRICT,
    GOES_ON,
    INSTITUTION_OF,
    PERSON,
    QUOTE_ENDS,
    WITH_WHOM,
)

_LONGEST_INSTITUTION, _LONGEST_VERB = 80, 20
_STEM, _HEAD, _LONGEST_ENDING = 4, 3, 3
_FIRST_NAME, _BOTH_NAMED = 4, 120
_ANY_LENGTH = 9
# Start and end of a name, of its fullest form, and whether that is more than a surname.
Named = tuple[int, int, tuple[int, int], bool]
# Where a name stands, and the name.
_Run = tuple[int, int, Cut]


class _Namesakes(NamedTuple):
    first: tuple[int, int] | None
    several: bool
    places: list[tuple[int, int, str]]  # start, end and the key of the first name, in the order of the text
    ends: list[int]


class PersonNames:
    """The names of persons in one text."""

    def __init__(self, text: str, script: str | None, words: Attribution, knowledge: Knowledge) -> None:
        self.text = text
        # In a Cyrillic text newsrooms and companies are written in Latin letters, persons are not.
        self.pattern = CYRILLIC_PERSON if script == "Cyrl" else PERSON
        self.words = words
        self.cuts = find_cuts(words, knowledge)
        self._runs: dict[int, list[_Run] | None] = {}  # by the number of the row, once it is looked at
        self._stems: dict[str, dict[str, list[tuple[str, tuple[int, int]]]]] = {}
        self._namesakes: dict[tuple[str, int], _Namesakes] = {}

    def find(self, start: int, end: int) -> list[Named]:
        """Every name of a stretch in its order, each with its fullest form."""
        found: list[Named] = []
        several = self._runs if self._rows else {}
        for number in range(bisect_left(self._starts, start), bisect_left(self._starts, end)):
            match = self._matches[number]
            if number in several:
                for begin, stop, cut in self._runs_of(number):
                    found += self._settled(begin, stop, cut, match.end())
            elif cuts := self.cuts.of(match.group()):
                found += self._alone(match.start(), match.end(), cuts[0], match.end())
        return found

    def introduces(self, key: str) -> bool:
        """Whether the text has a name of several words whose surname begins like a key."""
        return next(self._full(key), None) is not None

    def may_hold(self, words: Sequence[str]) -> bool:
        """Whether somebody in the text can have a name: a glance, before all names are looked at."""
        if len(words) == 1:
            return any(cut.surname != "no" for cut in self.cuts.of(words[0]))
        head = name_key(words[0])[:_HEAD]
        return any(stem.startswith(head) for stem in self._rows)

    @cached_property
    def _matches(self) -> list[re.Match[str]]:
        """Words in capitals, alone or in a row; none goes beyond its line."""
        return list(self.pattern.finditer(self.text))

    @cached_property
    def _starts(self) -> list[int]:
        return [match.start() for match in self._matches]

    @cached_property
    def _rows(self) -> dict[str, list[int]]:
        """The numbers of the rows of several words by the first letters of the keys of their words."""
        rows: dict[str, list[int]] = {}
        for number, match in enumerate(self._matches):
            surface = match.group()
            if " " in surface or "\u00a0" in surface:
                self._runs[number] = None
                for stem in {name_key(without_initial(word))[:_STEM] for word in surface.split()}:
                    rows.setdefault(stem, []).append(number)
        return rows

    def _runs_of(self, number: int) -> list[_Run]:
        """Where names stand in a row of several words."""
        if (runs := self._runs[number]) is None:
            match = self._matches[number]
            found = (self._run(cut, match.start(), match.end()) for cut in self.cuts.of(match.group()))
            runs = self._runs[number] = [run for run in found if run is not None]
        return runs

    def _full(self, key: str) -> Iterator[tuple[str, tuple[int, int]]]:
        """The names of several words whose surname begins like a key: its own key and the place."""
        for number in self._rows.get(key[:_STEM], ()):
            for start, end, cut in self._runs_of(number):
                if len(cut.words) > 1:
                    for held in cut.keys:
                        if held[:_STEM] == key[:_STEM]:
                            yield held, (start, end)

    def _beginning(self, stem: str) -> dict[str, list[tuple[str, tuple[int, int]]]]:
        """What `_full` tells of a stem by all the longer stems that a form of the surname in another case can have."""
        if (found := self._stems.get(stem)) is None:
            found = self._stems[stem] = {}
            for held, where in self._full(stem):
                for length in range(max(_STEM, len(held) - 2 * _LONGEST_ENDING), max(_STEM, len(held)) + 1):
                    found.setdefault(held[:length], []).append((held, where))
        return found

    def _settled(self, start: int, end: int, cut: Cut, stop: int) -> Iterator[Named]:
        """The names of a run, each with its fullest form."""
        words = cut.words
        if len(words) == 1:
            yield from self._alone(start, end, cut, stop)
        elif len(words) > FULL_NAME and (first := self._instrumental(words)):
            # «с Асаном Ли Ерлан Сейитов отметил»: two people without a mark between them.
            middle = start + len(" ".join(words[:first]))
            yield start, middle, (start, middle), True
            yield middle + 1, end, (middle + 1, end), len(words) - first > 1
        elif len(words) == FULL_NAME + 1 and (known := self._introduced(name_key(words[-1]), start, shorter_than=len(words))):
            # «с Сергеем Лавровым Мухриддин отметил»: two people without a mark between them.
            middle = end - len(words[-1])
            yield start, middle - 1, (start, middle - 1), True
            yield middle, end, known, True
        else:
            yield start, end, self._without_honorific(start, end, words), True

    def _alone(self, start: int, end: int, cut: Cut, stop: int) -> tuple[Named, ...]:
        """The name of a single word, if it is one: most are not, and what goes on behind is asked last."""
        # Only a row of several words introduces somebody.
        known = self._introduced(cut.keys[0], start) if cut.keys[0][:_STEM] in self._rows else None
        if (known or self._is_surname(cut.surname, start, end)) and not self._is_else(start, stop):
            return ((start, end, known or (start, end), known is not None),)
        return ()

    def _run(self, cut: Cut, begin: int, stop: int) -> _Run | None:
        """Where in a row of capitals a name stands."""
        start = begin + cut.offset
        end = start + cut.length
        if len(cut.words) == 1 or not self._is_else(start, stop):
            return start, end, cut
        if len(cut.words) <= FULL_NAME:
            return None
        # «Minister of Trade and Integration Serik Zhumangarin»
        return start + len(cut.words[0]) + 1, end, cut._replace(words=cut.words[1:])

    def _without_honorific(self, start: int, end: int, words: list[str]) -> tuple[int, int]:
        """The place of a name; «Оқои Мишустин» and «М. Мишустин» are the one introduced before, the first else Mishustin."""
        if len(words) > FULL_NAME or not is_no_first_name(words[0]):
            return start, end
        if words[0].endswith("."):
            known = self._introduced(name_key(words[1]), start)
            return known if known and self.text[known[0]] == words[0][0] else (start, end)
        begin = end - len(words[1])
        alone = self._is_surname(self.cuts.surname(words[1]), begin, end)
        return self._introduced(name_key(words[1]), start) or ((begin, end) if alone else (start, end))

    def _is_else(self, start: int, end: int) -> bool:
        """Whether capitals name a district or go on an institution («Center for Energy Diplomacy and Geopolitics»)."""
        if DISTRICT.match(self.text, end):
            return True
        before = self.text[max(0, start - 4) : start]
        return (
            before.endswith(GOES_ON) and INSTITUTION_OF.search(self.text, max(0, start - _LONGEST_INSTITUTION), start) is not None
        )

    def _is_surname(self, surname: IsSurname, start: int, end: int) -> bool:
        """Whether a single word is a surname, by itself or by what stands beside it."""
        if surname in {"yes", "no"}:
            return surname == "yes"
        if surname != "by quote" and self.words.verb.match(self.text, end + 1):
            return True
        return self._follows_verb(start) if surname == "by verb" else self._is_beside_quote(start, end)

    def _is_beside_quote(self, start: int, end: int) -> bool:
        """Whether a capital word and a verb of saying alone stand behind a quote: “…,” Tsereteli said; “…”, dedi Oktay."""
        around = self.text[max(0, start - _LONGEST_VERB - 8) : start]
        if not any(map(around.__contains__, QUOTE_ENDS)):
            return False
        if self.words.verb.match(self.text, end + 1):
            return self.text[start - 2 : start - 1] in QUOTE_ENDS
        begin = max(0, start - _LONGEST_VERB)
        verbs = (match for match in self.words.verb.finditer(self.text, begin, start) if match.end() == start - 1)
        verb = next(verbs, None)
        return verb is not None and not QUOTE_ENDS.isdisjoint(self.text[max(0, verb.start() - 8) : verb.start()])

    def _follows_verb(self, start: int) -> bool:
        begin = max(0, start - _LONGEST_VERB)
        return any(match.end() == start - 1 for match in self.words.verb.finditer(self.text, begin, start))

    def _instrumental(self, words: list[str]) -> int:
        """How many Russian words at the beginning of a name have the ending of «с кем» while the last has not; 0 for none."""
        if self.words.verb_last or not (WITH_WHOM.search(words[0]) and WITH_WHOM.search(words[1])):
            return 0
        return next((number for number, word in enumerate(words) if not WITH_WHOM.search(word)), 0)

    def _introduced(self, key: str, place: int, shorter_than: int = _ANY_LENGTH) -> tuple[int, int] | None:
        """Where the text introduces a bare surname at a place with a first name, perhaps in another case.

        Of two of that surname the one named last before, unless both are named there.
        """
        if key in self.cuts.things:
            return None
        if (namesakes := self._namesakes.get((key, shorter_than))) is None:
            namesakes = self._namesakes[key, shorter_than] = self._named_like(key, shorter_than)
        if not namesakes.several:
            return namesakes.first
        number = bisect_right(namesakes.ends, place) - 1
        if number < 0:
            return None
        start, end, first_name = namesakes.places[number]
        # Nobody asks further back than what counts as there.
        for _, other_end, other in reversed(namesakes.places[:number][-_BOTH_NAMED:]):
            if start - other_end > _BOTH_NAMED:
                return start, end
            if other != first_name:
                return None
        return (start, end) if start >= _BOTH_NAMED else None

    def _named_like(self, key: str, shorter_than: int) -> _Namesakes:
        """Who in the text has a first name and a surname like a key, perhaps in another case."""
        stem = max(_STEM, len(key) - _LONGEST_ENDING)
        found: list[tuple[int, int, str]] = []
        for held, (start, end) in self._beginning(key[:_STEM]).get(key[:stem], ()):
            if abs(len(held) - len(key)) <= _LONGEST_ENDING:
                words = self.text[start:end].split()
                if shorter_than > FULL_NAME + 1 or self.text.count(" ", start, end) + 1 < shorter_than:
                    found.append((start, end, name_key(words[0])[:_FIRST_NAME]))
        first = found[0][:2] if found else None
        found.sort()
        return _Namesakes(first, len({one[2] for one in found}) >= FULL_NAME, found, [one[1] for one in found])
