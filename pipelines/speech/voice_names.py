"""Who is named in a text, as those who may speak are: the place of each name and of its fullest form.

Capitalised words alone are no name: states, places, newsrooms, words of office and a district are none, and the Turkic
languages write the next noun behind a name without a mark.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple
from weakref import WeakKeyDictionary

from c5watch.knowledge import Knowledge
from c5watch.text import name_key
from pipelines.speech.attribution import Attribution
from pipelines.speech.known_people import PLACE_STEM, find_people, find_places
from pipelines.speech.name_shapes import (
    ABBREVIATION,
    ABSTRACT,
    BARE_SURNAME,
    CYRILLIC_PERSON,
    DISTRICT,
    GOES_ON,
    HONORIFICS,
    INSTITUTION_OF,
    LOCATIVE,
    NO_PERSON,
    OF,
    ONLY_SURNAME,
    OWNER,
    PATRONYMIC,
    PERSON,
    QUOTE_ENDS,
    SMALL,
    SOMEWHERE,
    SURNAME,
    TAJIK_SURNAME,
    WITH_WHOM,
    without_state,
)
from pipelines.speech.occupations import is_occupation

_LONGEST_INSTITUTION = 80
_FULL_NAME, _SHORTEST_CAPITALS, _SHORTEST_FAMILY, _LONGEST_VERB = 2, 4, 3, 20
_LONGEST_PLACE_ENDING = 6
_STEM, _LONGEST_ENDING = 4, 3
_FIRST_NAME, _BOTH_NAMED = 4, 120


class _Cut(NamedTuple):
    """What of a run of capitalised words is a name: where it begins in the run, its words, how long, the keys of its surname."""

    offset: int
    words: list[str]
    length: int
    keys: tuple[str, ...]


_NOTHING = _Cut(0, [], 0, ())
_CUTS: WeakKeyDictionary[Knowledge, dict[int, dict[str, tuple[_Cut, ...]]]] = WeakKeyDictionary()
_MOST_CUTS = 20_000
# Start and end of a name, of its fullest form, and whether that is more than a surname.
Named = tuple[int, int, tuple[int, int], bool]
# Names of several words by the first letters of the key of their surname: that key and the place.
Introduced = dict[str, list[tuple[str, tuple[int, int]]]]


@lru_cache(maxsize=20_000)  # the same names come again and again
def key_of(name: str) -> str:
    """The cross-script key of a name."""
    return name_key(name)


def _is_no_first_name(word: str) -> bool:
    """An initial or «господин»."""
    return word.lower().rstrip(".") in HONORIFICS or (word.endswith(".") and len(word) <= _SHORTEST_FAMILY)


def _without_initial(word: str) -> str:
    return word.rpartition(".")[2] or word


class PersonNames:
    """The names of persons in one text."""

    def __init__(self, text: str, script: str | None, words: Attribution, knowledge: Knowledge) -> None:
        self.text = text
        # In a Cyrillic text newsrooms and companies are written in Latin letters, persons are not.
        self.pattern = CYRILLIC_PERSON if script == "Cyrl" else PERSON
        self.words = words
        self.persons, self.surnames, self.things, self.heads = find_people(knowledge)
        self.places = find_places(knowledge)
        # The same names come again and again; what is cut off them depends on nothing but the language.
        self.cuts = _CUTS.setdefault(knowledge, {}).setdefault(id(words), {})

    def find(self) -> Iterator[Named]:
        """Every name in its order."""
        found: list[tuple[int, int, list[str], int]] = []
        full: Introduced = {}
        for match in self.pattern.finditer(self.text):
            cuts = self.cuts.get(match.group())
            if cuts is None:
                cuts = self._remembered(match.group())
            for cut in cuts:
                if len(cut.words) == 1:  # most are no surname: the rest is asked last
                    start = match.start() + cut.offset
                    found.append((start, start + cut.length, cut.words, match.end()))
                    continue
                if (run := self._run(cut, match.start(), match.end())) is None:
                    continue
                found.append((*run, match.end()))
                for key in cut.keys:
                    full.setdefault(key[:_STEM], []).append((key, run[:2]))
        return self._settled(found, full)

    def _settled(self, found: list[tuple[int, int, list[str], int]], full: Introduced) -> Iterator[Named]:
        """The names among the runs, each with its fullest form."""
        for start, end, words, stop in found:
            if len(words) > _FULL_NAME and (first := self._instrumental(words)):
                # «с Асаном Ли Ерлан Сейитов отметил»: two people without a mark between them.
                middle = start + len(" ".join(words[:first]))
                yield start, middle, (start, middle), True
                yield middle + 1, end, (middle + 1, end), len(words) - first > 1
            elif len(words) == _FULL_NAME + 1 and (
                known := self._introduced(key_of(words[-1]), full, start, shorter_than=len(words))
            ):
                # «с Сергеем Лавровым Мухриддин отметил»: two people without a mark between them.
                middle = end - len(words[-1])
                yield start, middle - 1, (start, middle - 1), True
                yield middle, end, known, True
            elif len(words) > 1:
                yield start, end, self._without_honorific(start, end, words, full), True
            elif known := self._introduced(key_of(_without_initial(words[0])), full, start):
                if not self._is_else(start, stop):
                    yield start, end, known, True
            elif self._is_surname(words[0], start, end) and not self._is_else(start, stop):
                yield start, end, (start, end), False

    def _remembered(self, surface: str) -> tuple[_Cut, ...]:
        if len(self.cuts) > _MOST_CUTS:
            self.cuts.clear()
        self.cuts[surface] = tuple(cut for cut in self._cuts_of(surface) if cut.words)
        return self.cuts[surface]

    def _run(self, cut: _Cut, begin: int, stop: int) -> tuple[int, int, list[str]] | None:
        """Where in a run of capitals a name stands, and its words."""
        start = begin + cut.offset
        end = start + cut.length
        if not self._is_else(start, stop):
            return start, end, cut.words
        if len(cut.words) <= _FULL_NAME:
            return None
        # «Minister of Trade and Integration Serik Zhumangarin»
        return start + len(cut.words[0]) + 1, end, cut.words[1:]

    def _cuts_of(self, surface: str) -> Iterator[_Cut]:
        """The names of a sequence; a title may part two («Gurbanguly Berdimuhamedow Prezident Ilham Aliýew bilen»)."""
        words = surface.split()
        for number in range(_FULL_NAME, len(words)):
            known = key_of(" ".join(words[number - _FULL_NAME : number])) in self.persons
            # «Айбек Смадияров Қазақстан Президенті Қасым-Жомарт Тоқаев»
            like = number > _FULL_NAME and self.words.verb_last and self._is_like_person(words[1:_FULL_NAME])
            if (known or like) and self._is_work(words[number]):
                first, rest = " ".join(words[:number]), " ".join(words[number:])
                second = self._cut(rest)
                yield self._cut(first)
                yield second._replace(offset=len(first) + 1 + second.offset)
                return
        yield self._cut(surface)

    def _without_honorific(self, start: int, end: int, words: list[str], full: Introduced) -> tuple[int, int]:
        """The place of a name; «Оқои Мишустин» and «М. Мишустин» are the one introduced before, the first else Mishustin."""
        if len(words) > _FULL_NAME or not _is_no_first_name(words[0]):
            return start, end
        if words[0].endswith("."):
            known = self._introduced(key_of(words[1]), full, start)
            return known if known and self.text[known[0]] == words[0][0] else (start, end)
        begin = end - len(words[1])
        return self._introduced(key_of(words[1]), full, start) or (
            (begin, end) if self._is_surname(words[1], begin, end) else (start, end)
        )

    def _is_else(self, start: int, end: int) -> bool:
        """Whether capitals name a district or go on an institution («Center for Energy Diplomacy and Geopolitics»)."""
        if DISTRICT.match(self.text, end):
            return True
        before = self.text[max(0, start - 4) : start]
        return (
            before.endswith(GOES_ON) and INSTITUTION_OF.search(self.text, max(0, start - _LONGEST_INSTITUTION), start) is not None
        )

    def _is_surname(self, word: str, start: int, end: int) -> bool:
        """Whether a single word is a surname: one that knowledge knows, one behind an initial, or by its ending."""
        key = key_of(_without_initial(word))
        if key in self.surnames and not (word.isupper() and len(word) < _SHORTEST_CAPITALS):
            return not self._is_nobody(word)
        if key in self.things or self.is_place(word) or self._is_work(word):
            return False
        if "." in word[:-1]:
            return True
        if word.isupper():
            return False
        if ONLY_SURNAME.search(word) is None:
            tajik = TAJIK_SURNAME.search(word) is not None and self.words.verb.match(self.text, end + 1) is not None
            return tajik or self._is_beside_quote(word, start, end)
        return self.words.suffixed or self.words.verb.match(self.text, end + 1) is not None or self._follows_verb(start)

    def _is_beside_quote(self, word: str, start: int, end: int) -> bool:
        """Whether a capital word and a verb of saying alone stand behind a quote: “…,” Tsereteli said; “…”, dedi Oktay."""
        around = self.text[max(0, start - _LONGEST_VERB - 8) : start]
        if not any(mark in around for mark in QUOTE_ENDS):
            return False
        lowered = word.lower()
        if len(word) < _SHORTEST_CAPITALS or lowered in SMALL or self.words.pronoun.fullmatch(word):
            return False
        if self.words.body.match(lowered):
            return False
        if self.words.verb.match(self.text, end + 1):
            return self.text[start - 2 : start - 1] in QUOTE_ENDS
        begin = max(0, start - _LONGEST_VERB)
        verbs = (match for match in self.words.verb.finditer(self.text, begin, start) if match.end() == start - 1)
        verb = next(verbs, None)
        return verb is not None and any(mark in self.text[max(0, verb.start() - 8) : verb.start()] for mark in QUOTE_ENDS)

    def _follows_verb(self, start: int) -> bool:
        begin = max(0, start - _LONGEST_VERB)
        return any(match.end() == start - 1 for match in self.words.verb.finditer(self.text, begin, start))

    def _cut(self, surface: str) -> _Cut:
        """The words of a sequence that are a name, and where they begin in it."""
        words = surface.split()
        kept = self._without_office(self._without_next_noun(words) if self.words.verb_last else words)
        while len(kept) > _FULL_NAME and key_of(" ".join(kept[:_FULL_NAME])) in self.things:
            kept = self._without_office(kept[_FULL_NAME:])  # «Центральной Азии ИМЭМО РАН Анна Ли»
        if not kept or (len(kept) > 1 and any(self._is_thing(" ".join(kept[:size])) for size in {_FULL_NAME, len(kept)})):
            return _NOTHING
        # What is left ends the sequence but for a country («деді Ерлан Түркия министрі …»).
        dropped = next(number for number in range(len(words)) if words[number : number + len(kept)] == kept)
        surnames: tuple[str, ...] = ()
        if len(kept) > 1 and not _is_no_first_name(kept[0]):
            # «Xi Jinping» is Xi, «Ван И» is Ван.
            family = len(kept[0]) <= _SHORTEST_FAMILY and "." not in kept[0]
            surnames = (kept[-1], kept[0]) if family else (kept[-1],)
        keys = tuple(key_of(_without_initial(word)) for word in surnames)
        return _Cut(sum(len(word) + 1 for word in words[:dropped]), kept, len(" ".join(kept)), keys)

    def _is_thing(self, name: str) -> bool:
        """Whether something else has the name, whatever it owns («Halk Maslahatynyň»)."""
        return key_of(name) in self.things or (self.words.verb_last and key_of(OF.sub("", name)) in self.things)

    def _instrumental(self, words: list[str]) -> int:
        """How many Russian words at the beginning of a name have the ending of «с кем» while the last has not; 0 for none."""
        if self.words.verb_last or not (WITH_WHOM.search(words[0]) and WITH_WHOM.search(words[1])):
            return 0
        return next((number for number, word in enumerate(words) if not WITH_WHOM.search(word)), 0)

    def _without_office(self, words: list[str]) -> list[str]:
        """A name without the words of office, states, places and abbreviations before it; none where none is left."""
        for number in range(len(words), 0, -1):
            if self._is_work(words[number - 1]):
                words = words[number:]
                break
        if len(words) > 1:
            # «Темир Сариев Кыргызстандын …», «Масато Канда Азия …»: a Turkic sentence goes on without a mark.
            end = next((number for number in range(1, len(words)) if self._is_nobody(words[number])), len(words))
            if end < len(words) and self.words.verb_last and not self._is_like_person(words[:end]):
                words, end = words[end:], 0  # «BMT Bosh Assambleyasi»
            if end < len(words) and self.words.no_mark_within and not self.is_place(words[end], country_only=True):
                return []  # "Trans-Caspian International Transport Route"
            left, right = words[:end], words[end + 1 :]
            # «Минэнерго Турции Альпер Байрак»: or it stands before the name.
            if self.words.verb_last:
                words = left if self._is_like_person(left) or len(left) >= len(right) else right
            else:
                words = right if len(right) >= len(left) else left
            if self.words.verb_last and len(words) > _FULL_NAME and not PATRONYMIC.search(words[_FULL_NAME]):
                surname = next((number for number, word in enumerate(words) if number and ONLY_SURNAME.search(word)), None)
                words = words[: surname + 1] if surname else words
        while len(words) > 1 and (self.is_place(words[0]) or self._begins_no_name(words[0])):
            words = words[1:]
        words = without_state(words)
        if words and SOMEWHERE.search(words[-1]):
            return []
        if len(words) > _FULL_NAME and key_of(" ".join(words[-_FULL_NAME:])) in self.persons:
            return words[-_FULL_NAME:]  # «Имрӯз Эмомалӣ Раҳмон», «Сегодня Сергей Лавров»
        return self._without_abbreviation(words)

    def _without_abbreviation(self, words: list[str]) -> list[str]:
        """A name without an abbreviation or something known before it: «АЭС Балқаш», «МИД РК Марко Рубио»."""
        if len(words) == _FULL_NAME and ABBREVIATION.fullmatch(words[0]) and not words[1].isupper():
            return words[1:]
        while len(words) > _FULL_NAME:
            abbreviation = words[0].isupper() and "." not in words[0] and not words[-1].isupper()
            # «Казахстан Касым-Жомарт Токаев» loses its first word, "Rosa Kim" and "Astana Hub" do not.
            if not abbreviation and key_of(words[0]) not in self.things and (len(words[0]) > _FULL_NAME or "." in words[0]):
                break
            words = words[1:]
        return words

    def is_place(self, word: str, *, country_only: bool = False) -> bool:
        """A country or an inflected place («Москве Ли» is not a name, "Astana Hub" may be)."""
        lowered = word.lower()
        beginnings = self.places.get(lowered[:PLACE_STEM], ())
        return any(
            lowered.startswith(place)
            and len(lowered) - len(place) <= _LONGEST_PLACE_ENDING
            and (country or (not country_only and len(lowered) > len(place) + 1))
            for place, country in beginnings
        ) and not SURNAME.search(lowered)

    def _is_like_person(self, words: list[str]) -> bool:
        """Whether the words before an institution or a state can be a name."""
        return any(ONLY_SURNAME.search(word) or PATRONYMIC.search(word) or key_of(word) in self.surnames for word in words)

    def _without_next_noun(self, words: list[str]) -> list[str]:
        """A name without what goes on behind it in a Turkic sentence («Рубио Кошмо Штаттардын …»)."""
        if len(words) > _FULL_NAME and self._is_work(words[-1]) and ONLY_SURNAME.search(words[-2]):
            return words[:-1]
        if len(words) > _FULL_NAME and OWNER.search(words[-1]) and not ONLY_SURNAME.search(words[-1]):
            return words[:-1]  # «Muhammet Zahyr Amyderýanyň kenarynda …»
        if len(words) == _FULL_NAME and OWNER.search(words[0]) and ABBREVIATION.fullmatch(words[1]):
            return []  # «Толибларнинг ОАВ учун …»
        if len(words) == _FULL_NAME and BARE_SURNAME.search(words[0]) and OWNER.search(words[1]):
            return words[:1]  # «Ахметова Михайловскийдің … деп мәлімдеді»
        if len(words) >= _FULL_NAME:
            first, second = (key_of(word) for word in words[:2])
            if first in self.surnames and second in self.heads and f"{first} {second}" not in self.persons:
                return words[:1]
        return words

    def _is_inflected_abbreviation(self, word: str) -> bool:
        """«BMG-de», «АКШнын»."""
        return self.words.verb_last and word[:2].isupper() and not word.isupper() and "." not in word

    def _begins_no_name(self, word: str) -> bool:
        return bool(
            word.lower() in SMALL
            or SOMEWHERE.search(word)
            or ABSTRACT.search(word)
            or self.words.institution.match(word.lower())
            or self._is_inflected_abbreviation(word)
        )

    def _is_nobody(self, word: str) -> bool:
        """Whether no name of a person goes on so: a state or a newsroom."""
        lowered = word.lower().removesuffix("’s").removesuffix("'s")
        if lowered in NO_PERSON or self.words.institution.match(lowered):
            return True
        if self._is_inflected_abbreviation(word):
            return True
        if self.words.verb_last and LOCATIVE.search(lowered) and self.is_place(word):
            return True  # «Песков Москвада»
        return self.is_place(word, country_only=True)

    def _is_work(self, word: str) -> bool:
        """Whether a word is no name but what somebody does («Deputy Minister Aigul Temirova»)."""
        return is_occupation(word.rpartition("-")[2]) or self.words.title.fullmatch(word.lower()) is not None

    def _introduced(self, key: str, full: Introduced, place: int, shorter_than: int = 9) -> tuple[int, int] | None:
        """Where the text introduces a bare surname at a place with a first name, perhaps in another case.

        Of two of that surname the one named last before, unless both are named there.
        """
        if key in self.things:
            return None
        stem = max(_STEM, len(key) - _LONGEST_ENDING)
        fitting: dict[str, list[tuple[int, int]]] = {}
        for held, where in full.get(key[:_STEM], ()):
            if held == key or (held[:stem] == key[:stem] and abs(len(held) - len(key)) <= _LONGEST_ENDING):
                if shorter_than <= _FULL_NAME + 1 and self.text[slice(*where)].count(" ") + 1 >= shorter_than:
                    continue
                fitting.setdefault(key_of(self.text[slice(*where)].split()[0])[:_FIRST_NAME], []).append(where)
        if len(fitting) < _FULL_NAME:
            return next((places[0] for places in fitting.values()), None)
        last = sorted(max((where for where in places if where[1] <= place), default=(-1, -1)) for places in fitting.values())
        return last[-1] if last[-1][0] - last[-2][1] > _BOTH_NAMED and last[-1][0] >= 0 else None
