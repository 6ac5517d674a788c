"""Unknown names in Kyrgyz, Uzbek (both scripts), Tajik and Turkmen: no corpus to train on, so shape, titles and name endings.

A stretch that ends in an organisation's noun («Суу чарба кызматы»; Tajik begins with it) is an ORG, one
with a place noun a LOC («Чуст тумани»). Other capitalised runs are persons by title, initials, surname or given name, places
by the list of places or a locative ending, and otherwise persons when they have two words or more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from c5watch.article import MentionType, Span
from pipelines.naming.ner_shape_heads import ATTRIBUTIVE, HeadedNames
from pipelines.naming.ner_shape_sentence import CLOSING_QUOTES, LOCATIVE, OPENING_QUOTES, Name
from pipelines.naming.ner_shape_tables import (
    ABBREVIATIONS_ONLY_WORDS,
    CHANNELS,
    COMPANY_WORDS,
    COMPASS,
    FEASTS,
    GIVEN_IN_I,
    GIVEN_NAMES_TOO,
    PATRONYM_PARTS,
    TAJIK_PLACE_PREPOSITIONS,
    WORKS,
)
from pipelines.naming.ner_shape_words import (
    begins_like,
    behind,
    ends_like_organisation,
    ends_like_place,
    is_common,
    is_given,
    is_ordinary,
    is_personal,
    is_placename,
)

SHAPED = frozenset({"ky", "uz", "uz-Cyrl", "tk", "tg"})
_CYRILLIC = frozenset({"ky", "uz-Cyrl", "tg"})
CAPITAL = re.compile(r"[A-ZÀ-ÞА-ЯЁҐЎҚҒҲӨҮҢҶӢӮҺІӘҰŞŇÝŽĞİ]")
_PATRONYMIC = re.compile("(?:вич|вна|vich|vna|wiç|wna)")
_OF_TITLE = re.compile("(?:-.+|[лдт][аеоө]р|l[ae]r|к?[аa])?'?(?:с?[ыиуү]|s?[iyuü])?$")
_LEAST_HOUSE = 3  # letters
_CHRONICLES = ("нома", "noma", "нама", "nama", "номаи")  # «Бобурнома»
_LEAST_LOCATED = 7  # letters
_BRAND = re.compile(r"[A-ZА-ЯЎҚҒҲӨҮҢ][^\W\d_]*[a-zа-яўқғҳөүң][A-ZА-ЯЎҚҒҲӨҮҢ]\w+$")


def unexplained_capitals(text: str, explained: bytearray) -> list[int]:
    """The places of all capital letters that no known name covers."""
    return [place for match in CAPITAL.finditer(text) if not explained[place := match.start()]]


def shaped_names(text: str, sentences: Sequence[Span], language: str, explained: bytearray) -> list[Name]:
    """The unknown names of a folded text in the order of the text."""
    return _Names(text, [one for one in sentences if CAPITAL.search(text, one.start, one.end)], language, explained).names()


class _Names(HeadedNames):
    """In each sentence first the names that have a noun, then the runs of capitals."""

    def names(self) -> list[Name]:
        """All names, in order."""
        for heads, free in self.each():
            self.take_headed(heads)
            for first, last in self._runs(free):
                self._run(first, last)
        return sorted(self.found)

    def _runs(self, free: list[int]) -> Iterator[tuple[int, int]]:
        """Stretches of free capitalised words, with the small parts of names inside; first and last inclusive."""
        number = 0
        for first in free:
            if first < number or not self._may_begin(first):
                continue
            number = last = first
            while last + 1 < self.last and self._goes_on(number, last + 1):
                last += 1
            if last - number >= (1 if self.lowers[number] not in GIVEN_NAMES_TOO else 2) and self._is_title(number):
                number += 1
            yield number, last
            number = last + 1

    def _may_begin(self, number: int) -> bool:
        if self.taken[number]:
            return False
        return not self._is_opener(number) or self._is_given_name(number)

    def _is_given_name(self, number: int) -> bool:
        """An ordinary word («Азиз») that a surname follows."""
        if number + 1 >= self.last or not self.is_free(number + 1):
            return False
        return self._has_surname(number + 1) and is_given(self.lowers[number])

    def _goes_on(self, first: int, number: int) -> bool:
        capital, lower = self.capitals[number], self.lowers[number]
        if not capital and lower not in PATRONYM_PARTS:
            return False
        if self.taken[number] or self.known[number] or self.has_gap(number) or self._is_where(number - 1):
            return False
        if number - first > 1 and self._has_surname(number - 1) and not _PATRONYMIC.search(lower) and lower not in PATRONYM_PARTS:
            return False
        if self._is_place(number - 1) and (self._is_located(number - 1) or (number - 1 == first and self._begins_person(number))):
            return False
        if self.texts[number - 1].isascii() != self.texts[number].isascii() and self.language in _CYRILLIC:
            return False
        if lower in PATRONYM_PARTS:
            return number + 1 == self.last or self.capitals[number + 1] or lower[-1] in "уыиiuy"
        return capital

    def _is_where(self, number: int) -> bool:
        """«Шерободда Сумалак»: no name goes on behind a case of place; a given name or a surname may end so."""
        lower = self.lowers[number]
        if self.language == "tg" or len(lower) < _LEAST_LOCATED or not self._is_located(number):
            return False
        if is_given(lower) or self._has_surname(number):
            return False
        following = number + 1 if number + 1 < self.last and self.is_free(number + 1) else number
        return ATTRIBUTIVE.search(lower) is not None or not self._has_surname(following)  # "Mahmuda Valiyeva"

    def _begins_person(self, number: int) -> bool:
        """A given name and a surname: «мусофири Исфара Гулбаҳор Назарова»."""
        return (
            is_given(self.lowers[number])
            and number + 1 < self.last
            and self.capitals[number + 1]
            and self._has_surname(number + 1)
        )

    def _run(self, first: int, last: int) -> None:
        word = self.texts[first]
        words = self.texts[first : last + 1]
        if self._is_abbreviation(word) or (len(word) > 1 and all(one.isupper() and len(one) > 1 for one in words)):
            if (
                len(words) == 1
                and self.lowers[first] not in ABBREVIATIONS_ONLY_WORDS
                and 2 <= len(word) <= 12
                and not word[-1].isdigit()
            ):
                self._take(first, last, "ORG")
            return
        if self.language in _CYRILLIC and word.isascii() and all(map(str.isascii, words)):
            self._take(first, last, "ORG")
            return
        if self._is_quoted(first):
            if self._is_house(first, last):
                self._take(first, last, "ORG")
            return
        kind = self._kind(first, last)
        if kind is not None:
            self._take(first, last, kind)

    @staticmethod
    def _is_abbreviation(word: str) -> bool:
        if not word[1:2].isupper():
            return False
        capitals = sum(map(str.isupper, word))
        return capitals >= 3 and capitals >= len(word) - 5

    def _kind(self, first: int, last: int) -> MentionType | None:
        if self._is_company(first, last):
            return "ORG"
        if self._is_no_name(first, last):
            return None
        if (
            self.language == "tg"
            and self._is_owned(first)
            and not (first < last and (self._titled(first) or self._personal(last)))
        ):
            return "LOC" if self._is_place(first) else None  # «Африқои Ҷанубӣ», «Конгресси Миллӣ»
        if first == last:
            return self._kind_of_one(first)
        if "." in self.texts[first] or self._titled(first) or self._personal(last) or self._personal(first):
            return "PER"
        if self._is_place(last) and (self._is_place(first) or self._is_located(last)):
            return "LOC"
        if begins_like(COMPASS, self.lowers[first]):
            return "LOC"
        return None if is_ordinary(self.lowers[first], self.language) or self._is_title(last) else "PER"

    def _is_no_name(self, first: int, last: int) -> bool:
        """It begins or ends with a word that official texts write with a capital; a given name (Давлат) may be one too."""
        if first < last and is_common(self.lowers[last], self.language):
            return True
        if is_common(self.lowers[first], self.language):
            return first == last or not (is_given(self.lowers[first]) or self._has_surname(last))
        return last + 1 < self.last and self.lowers[last + 1].startswith(FEASTS)

    def _is_company(self, first: int, last: int) -> bool:
        """A brand («UzAuto Motors»), or what has staff and offices: "Artel ustalari"."""
        words = self.texts[first : last + 1]
        if not COMPANY_WORDS.isdisjoint(words) or (first < last and words[-1] in CHANNELS) or any(map(_BRAND.match, words)):
            return True
        behind = last + 1
        if behind >= self.last or self.capitals[behind] or not self._is("staff", behind) or self._is_place(last):
            return False
        return not any(self._personal(number, certain=True) for number in range(first, last + 1))

    def _kind_of_one(self, number: int) -> MentionType | None:
        word, lower = self.texts[number], self.lowers[number]
        opening = self._is_first(number)
        if len(word) < 3 or self._is_title(number):
            return None
        if ends_like_organisation(lower, self.language):
            return "ORG"
        if self._titled(number) and not self._is_place(number):
            return "PER"
        if self._is_place(number):
            return "LOC"
        if is_ordinary(lower, self.language):
            return None
        place = ends_like_place(lower, self.language)
        if not place and (opening or not self._is_where(number)) and self._personal(number, certain=opening):
            return "PER"
        if opening:
            return None
        return "LOC" if place or self._is_located(number) else None

    def _is_owned(self, number: int) -> bool:
        """Tajik: a noun with the izofat, which something further belongs to: «Паёми солона», «Китоби «Баҳор»»."""
        lower = self.lowers[number]
        if not lower.endswith("и") or number + 1 == self.last or is_given(lower) or lower in GIVEN_IN_I:
            return False
        return self.texts[number + 1][0].isalpha() or self.texts[number + 1] in OPENING_QUOTES

    def _is_house(self, first: int, last: int) -> bool:
        """One word in quotation marks with nothing beside it that speaks of a work or a slogan: a club, a firm, a paper.

        Several words are as often the title of something.
        """
        closing = last + 1
        if first < last or closing >= self.last or self.texts[closing] not in CLOSING_QUOTES or self._is_no_name(first, last):
            return False
        lower = self.lowers[last]
        if len(lower) < _LEAST_HOUSE or lower.endswith(_CHRONICLES) or is_ordinary(self.lowers[first], self.language):
            return False
        beside = [*self.lowers[max(self.first, first - 3) : first - 1], *self.lowers[closing + 1 : min(self.last, closing + 4)]]
        return not any(word.startswith(WORKS) for word in beside)

    def _is_quoted(self, number: int) -> bool:
        return number > self.first and self.texts[number - 1] in OPENING_QUOTES

    def _titled(self, number: int) -> bool:
        """A title stands before it, in a form that goes with a name: «ректору», no «фермерлерге»."""
        if number == self.first or not self.texts[number - 1][0].isalpha() or self.capitals[number - 1]:
            return False
        rest = behind("title", self.language, self.lowers[number - 1])
        return rest is not None and (self.language == "tg" or _OF_TITLE.match(rest) is not None)

    def _personal(self, number: int, *, certain: bool = False) -> bool:
        """By surname or given name; ``certain`` asks for a surname ending."""
        return is_personal(self.lowers[number], self.language, certain)

    def _is_place(self, number: int) -> bool:
        return is_placename(self.lowers[number], self.language)

    def _is_located(self, number: int) -> bool:
        if self.language == "tg":
            return number > self.first and self.lowers[number - 1] in TAJIK_PLACE_PREPOSITIONS
        return LOCATIVE[self.language].search(self.lowers[number]) is not None
