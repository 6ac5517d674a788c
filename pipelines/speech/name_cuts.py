"""What of a row of capitalised words is the name of a person, whatever text it stands in.

Capitalised words alone are no name: states, places, newsrooms and words of office are none, and the Turkic languages write the
next noun behind a name without a mark. The same rows come again and again: what is cut off them is kept in mind.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple
from weakref import WeakKeyDictionary

from c5watch.knowledge import Knowledge
from c5watch.text import name_key
from pipelines.speech.attribution import Attribution
from pipelines.speech.known_people import PLACE_STEM, find_people, find_places
from pipelines.speech.name_shapes import (
    ABBREVIATION,
    ABSTRACT,
    BARE_SURNAME,
    HONORIFICS,
    LOCATIVE,
    NO_PERSON,
    OF,
    ONLY_SURNAME,
    OWNER,
    PATRONYMIC,
    SMALL,
    SOMEWHERE,
    SURNAME,
    TAJIK_SURNAME,
    without_state,
)
from pipelines.speech.occupations import is_occupation

FULL_NAME, _SHORTEST_CAPITALS = 2, 4
_SHORTEST_FAMILY, _LONGEST_PLACE_ENDING = 3, 6
_MOST_CUTS = 20_000


# Whether a single word is a surname: by itself, beside a verb of saying, or beside one behind a quote.
IsSurname = Literal["yes", "no", "by verb", "by verb or quote", "by quote"]


class Cut(NamedTuple):
    """A name in a row of capitalised words: where it begins in the row, its words and how long they are.

    ``keys`` are those of the surname, which introduce it to the rest of the text, or of a single word.
    """

    offset: int
    words: list[str]
    length: int
    keys: tuple[str, ...]
    surname: IsSurname = "no"


_NOTHING = Cut(0, [], 0, ())


def is_no_first_name(word: str) -> bool:
    """An initial or «господин»."""
    return word.lower().rstrip(".") in HONORIFICS or (word.endswith(".") and len(word) <= _SHORTEST_FAMILY)


def without_initial(word: str) -> str:
    """«А.Каримов» is Каримов."""
    return word.rpartition(".")[2] or word


class NameCuts:
    """The names in rows of capitalised words of one language."""

    def __init__(self, words: Attribution, knowledge: Knowledge) -> None:
        self.words = words
        self.persons, self.surnames, self.things, self.heads = find_people(knowledge)
        self.places = find_places(knowledge)
        self._known: dict[str, tuple[Cut, ...]] = {}

    def of(self, row: str) -> tuple[Cut, ...]:
        """The names in a row."""
        cuts = self._known.get(row)
        if cuts is None:
            if len(self._known) >= _MOST_CUTS:
                self._known.clear()
            cuts = self._known[row] = tuple(cut for cut in self._cuts_of(row) if cut.words)
        return cuts

    def surname(self, word: str) -> IsSurname:
        """Whether a single word is a surname: one that knowledge knows, one behind an initial, or by its ending."""
        key = name_key(without_initial(word))
        if key in self.surnames and not (word.isupper() and len(word) < _SHORTEST_CAPITALS):
            return "no" if self._is_nobody(word) else "yes"
        if key in self.things or self.is_place(word) or self._is_work(word):
            return "no"
        if "." in word[:-1]:
            return "yes"
        if word.isupper():
            return "no"
        if ONLY_SURNAME.search(word):
            return "yes" if self.words.suffixed else "by verb"
        if TAJIK_SURNAME.search(word):
            return "by verb or quote"
        lowered = word.lower()
        if len(word) < _SHORTEST_CAPITALS or lowered in SMALL or self.words.pronoun.fullmatch(word):
            return "no"
        return "no" if self.words.body.match(lowered) else "by quote"

    def _cuts_of(self, surface: str) -> Iterator[Cut]:
        """The names of a sequence; a title may part two («Gurbanguly Berdimuhamedow Prezident Ilham Aliýew bilen»)."""
        words = surface.split()
        for number in range(FULL_NAME, len(words)):
            if not self._is_work(words[number]):
                continue
            # «Айбек Смадияров Қазақстан Президенті Қасым-Жомарт Тоқаев»
            like = number > FULL_NAME and self.words.verb_last and self._is_like_person(words[1:FULL_NAME])
            if like or self._is_known(words[number - FULL_NAME : number]):
                first, rest = " ".join(words[:number]), " ".join(words[number:])
                second = self._cut(rest)
                yield self._cut(first)
                yield second._replace(offset=len(first) + 1 + second.offset)
                return
        yield self._cut(surface)

    def _cut(self, surface: str) -> Cut:
        """The words of a sequence that are a name, and where they begin in it."""
        words = surface.split()
        if len(words) == 1:
            if self._is_work(surface) or SOMEWHERE.search(surface):
                return _NOTHING
            return self._single(0, surface)
        kept = self._without_office(self._without_next_noun(words) if self.words.verb_last else words)
        while len(kept) > FULL_NAME and self._may_be_thing(kept) and name_key(" ".join(kept[:FULL_NAME])) in self.things:
            kept = self._without_office(kept[FULL_NAME:])  # «Центральной Азии ИМЭМО РАН Анна Ли»
        if not kept or (len(kept) > 1 and self._may_be_thing(kept) and self._is_thing(kept)):
            return _NOTHING
        # What is left ends the sequence but for a country («деді Ерлан Түркия министрі …»).
        dropped = next(number for number in range(len(words)) if words[number : number + len(kept)] == kept)
        offset = sum(len(word) + 1 for word in words[:dropped])
        if len(kept) == 1:
            return self._single(offset, kept[0])
        surnames: tuple[str, ...] = ()
        if not is_no_first_name(kept[0]):
            # «Xi Jinping» is Xi, «Ван И» is Ван.
            family = len(kept[0]) <= _SHORTEST_FAMILY and "." not in kept[0]
            surnames = (kept[-1], kept[0]) if family else (kept[-1],)
        keys = tuple(name_key(without_initial(word)) for word in surnames)
        return Cut(offset, kept, len(" ".join(kept)), keys)

    def _single(self, offset: int, word: str) -> Cut:
        return Cut(offset, [word], len(word), (name_key(without_initial(word)),), self.surname(word))

    def _is_known(self, words: list[str]) -> bool:
        """Whether two words are the name of somebody known; a surname is looked up before a name of both is made."""
        return name_key(words[-1]).rpartition(" ")[2] in self.surnames and name_key(" ".join(words)) in self.persons

    def _may_be_thing(self, words: list[str]) -> bool:
        """Whether the name of a thing of several words begins so; most do not, and need no key of all words."""
        return name_key(words[0]).partition(" ")[0] in self.heads

    def _is_thing(self, words: list[str]) -> bool:
        """Whether something else has the name or its beginning, whatever it owns («Halk Maslahatynyň»)."""
        for size in {FULL_NAME, len(words)}:
            name = " ".join(words[:size])
            if name_key(name) in self.things or (self.words.verb_last and name_key(OF.sub("", name)) in self.things):
                return True
        return False

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
            if self.words.verb_last and len(words) > FULL_NAME and not PATRONYMIC.search(words[FULL_NAME]):
                surname = next((number for number, word in enumerate(words) if number and ONLY_SURNAME.search(word)), None)
                words = words[: surname + 1] if surname else words
        while len(words) > 1 and (self.is_place(words[0]) or self._begins_no_name(words[0])):
            words = words[1:]
        words = without_state(words)
        if words and SOMEWHERE.search(words[-1]):
            return []
        if len(words) > FULL_NAME and self._is_known(words[-FULL_NAME:]):
            return words[-FULL_NAME:]  # «Имрӯз Эмомалӣ Раҳмон», «Сегодня Сергей Лавров»
        return self._without_abbreviation(words)

    def _without_abbreviation(self, words: list[str]) -> list[str]:
        """A name without an abbreviation or something known before it: «АЭС Балқаш», «МИД РК Марко Рубио»."""
        if len(words) == FULL_NAME and ABBREVIATION.fullmatch(words[0]) and not words[1].isupper():
            return words[1:]
        while len(words) > FULL_NAME:
            abbreviation = words[0].isupper() and "." not in words[0] and not words[-1].isupper()
            # «Казахстан Касым-Жомарт Токаев» loses its first word, "Rosa Kim" and "Astana Hub" do not.
            if not abbreviation and name_key(words[0]) not in self.things and (len(words[0]) > FULL_NAME or "." in words[0]):
                break
            words = words[1:]
        return words

    def is_place(self, word: str, *, country_only: bool = False) -> bool:
        """A country or an inflected place («Москве Ли» is not a name, "Astana Hub" may be)."""
        lowered = word.lower()
        beginnings = self.places.get(lowered[:PLACE_STEM])
        if beginnings is None:
            return False  # as of most words
        return any(
            lowered.startswith(place)
            and len(lowered) - len(place) <= _LONGEST_PLACE_ENDING
            and (country or (not country_only and len(lowered) > len(place) + 1))
            for place, country in beginnings
        ) and not SURNAME.search(lowered)

    def _is_like_person(self, words: list[str]) -> bool:
        """Whether the words before an institution or a state can be a name."""
        return any(ONLY_SURNAME.search(word) or PATRONYMIC.search(word) or name_key(word) in self.surnames for word in words)

    def _without_next_noun(self, words: list[str]) -> list[str]:
        """A name without what goes on behind it in a Turkic sentence («Рубио Кошмо Штаттардын …»)."""
        if len(words) > FULL_NAME and self._is_work(words[-1]) and ONLY_SURNAME.search(words[-2]):
            return words[:-1]
        if len(words) > FULL_NAME and OWNER.search(words[-1]) and not ONLY_SURNAME.search(words[-1]):
            return words[:-1]  # «Muhammet Zahyr Amyderýanyň kenarynda …»
        if len(words) == FULL_NAME and OWNER.search(words[0]) and ABBREVIATION.fullmatch(words[1]):
            return []  # «Толибларнинг ОАВ учун …»
        if len(words) == FULL_NAME and BARE_SURNAME.search(words[0]) and OWNER.search(words[1]):
            return words[:1]  # «Ахметова Михайловскийдің … деп мәлімдеді»
        if len(words) >= FULL_NAME:
            first, second = (name_key(word) for word in words[:2])
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


_BY_LANGUAGE: WeakKeyDictionary[Knowledge, dict[int, NameCuts]] = WeakKeyDictionary()


def find_cuts(words: Attribution, knowledge: Knowledge) -> NameCuts:
    """The one of a language, with what it keeps in mind."""
    by_language = _BY_LANGUAGE.setdefault(knowledge, {})
    if id(words) not in by_language:
        by_language[id(words)] = NameCuts(words, knowledge)
    return by_language[id(words)]
