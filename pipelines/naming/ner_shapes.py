"""Unknown names in Kyrgyz, Uzbek (both scripts), Tajik and Turkmen: no corpus to train on, so shape, titles and name endings.

A stretch that ends in an organisation's noun («Суу чарба кызматы»; Tajik begins with it) is an ORG, one
with a place noun a LOC («Чуст тумани»). Other capitalised runs are persons by title, initials, surname or given name, places
by the list of places or a locative ending, and otherwise persons when they have two words or more.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from c5watch.article import MentionType, Span
from pipelines.naming.ner_features import gazetteer
from pipelines.naming.ner_shape_heads import HeadedNames
from pipelines.naming.ner_shape_sentence import LOCATIVE, OPENING_QUOTES, TOKEN, Name, Word, words_of
from pipelines.naming.ner_shape_tables import (
    ABBREVIATIONS_ONLY_WORDS,
    COMPANY_WORDS,
    COMPASS,
    FEASTS,
    GIVEN_NAMES_TOO,
    PATRONYM_PARTS,
    TAJIK_PLACE_PREPOSITIONS,
)
from pipelines.naming.ner_shape_words import begins_like, common, heads_of, is_given, is_personal, is_placename, stems_of

SHAPED = frozenset({"ky", "uz", "uz-Cyrl", "tk", "tg"})
_CYRILLIC = frozenset({"ky", "uz-Cyrl", "tg"})
CAPITAL = re.compile(r"[A-ZÀ-ÞА-ЯЁҐЎҚҒҲӨҮҢҶӢӮҺІӘҰŞŇÝŽĞİ]")
_WORD = re.compile(r"[^\W\d_][\w'-]*")
_PATRONYMIC = re.compile("(?:вич|вна|vich|vna|wiç|wna)")
_PLACE_ENDING = re.compile(
    r"(?:стан|истон|iston|istan|ystan|абад|обод|abad|obod|abat|кент|канд|қанд|kent|kand|qand|град|бург|burg|grad|ополь|опол)$"
)
_BRAND = re.compile(r"[A-ZА-ЯЎҚҒҲӨҮҢ][^\W\d_]*[a-zа-яўқғҳөүң][A-ZА-ЯЎҚҒҲӨҮҢ]\w+$")
_ORGANISATION_ENDING = re.compile(
    r"\w{3,}(?:банк|телеком|нефтгаз|газ|энерго|инвест|азот|хим|строй|транс|авиа|bank|telekom|telecom|neftgaz|gaz|energo|invest|"
    r"azot|kimyo)$"
)


def unexplained_capitals(text: str, explained: bytearray) -> list[int]:
    """The places of all capital letters that no known name covers."""
    return [place for match in CAPITAL.finditer(text) if not explained[place := match.start()]]


def shaped_names(text: str, sentences: Sequence[Span], language: str, explained: bytearray) -> Iterator[Name]:
    """The unknown names of a folded text in the order of the text."""
    capitals = unexplained_capitals(text, explained)
    for sentence in sentences:
        inside = capitals[bisect_left(capitals, sentence.start) : bisect_left(capitals, sentence.end)]
        if _may_hold_names(text, sentence, language, inside):
            words = words_of(text[sentence.start : sentence.end], sentence.start, explained)
            yield from _Names(words, language).names()


def _may_hold_names(text: str, sentence: Span, language: str, unexplained: list[int]) -> bool:
    """A capital that nobody explained, but for an ordinary first word; or any beside an organisation's or place's noun."""
    start, end = sentence.start, sentence.end
    if unexplained[1:]:
        return True
    if unexplained:
        first = TOKEN.match(text, start, end)
        if first is None or unexplained[0] != first.start() or first.group().lower() not in gazetteer(f"ordinary-{language}"):
            return True
    elif CAPITAL.search(text, start, end) is None:
        return False
    return any(map(heads_of(language).__getitem__, _WORD.findall(text[start:end].lower())))


class _Names(HeadedNames):
    """One sentence: first the names that have a noun, then the runs of capitals."""

    def names(self) -> list[Name]:
        """All names, in order."""
        self.take_headed()
        for first, last in self._runs():
            self._run(first, last)
        return sorted(self.found)

    def _runs(self) -> Iterator[tuple[int, int]]:
        """Stretches of free capitalised words, with the small parts of names inside; first and last inclusive."""
        number = 0
        for first in [place for place, word in enumerate(self.words) if word.capital and word.free]:
            if first < number or not self._may_begin(first):
                continue
            number = last = first
            while last + 1 < len(self.words) and self._goes_on(number, last + 1):
                last += 1
            if last - number >= (1 if self.words[number].lower not in GIVEN_NAMES_TOO else 2) and self._is_title(number):
                number += 1
            yield number, last
            number = last + 1

    def _may_begin(self, number: int) -> bool:
        if self.taken[number]:
            return False
        return not self._is_opener(number) or self._is_given_name(number)

    def _is_given_name(self, number: int) -> bool:
        """An ordinary word («Азиз») that a surname follows."""
        if number + 1 >= len(self.words) or not self.words[number + 1].capital or not self.words[number + 1].free:
            return False
        return self._has_surname(number + 1) and is_given(self.words[number].lower)

    def _goes_on(self, first: int, number: int) -> bool:
        word, before = self.words[number], self.words[number - 1]
        if self.taken[number] or not word.free or before.end + 1 < word.start:
            return False
        if (
            number - first > 1
            and self._has_surname(number - 1)
            and not _PATRONYMIC.search(word.lower)
            and word.lower not in PATRONYM_PARTS
        ):
            return False
        if self._is_place(before) and (self._is_located(number - 1) or (number - 1 == first and self._begins_person(number))):
            return False
        if before.text.isascii() != word.text.isascii() and self.language in _CYRILLIC:
            return False
        if word.lower in PATRONYM_PARTS:
            return number + 1 == len(self.words) or self.words[number + 1].capital or word.lower[-1] in "уыиiuy"
        return word.capital

    def _begins_person(self, number: int) -> bool:
        """A given name and a surname: «мусофири Исфара Гулбаҳор Назарова»."""
        return is_given(self.words[number].lower) and (
            number + 1 < len(self.words) and self.words[number + 1].capital and self._has_surname(number + 1)
        )

    def _run(self, first: int, last: int) -> None:
        words = self.words[first : last + 1]
        surface = " ".join(word.text for word in words)
        if all(word.text.isupper() and len(word.text) > 1 for word in words) or self._is_abbreviation(words[0]):
            word = words[0]
            if (
                len(words) == 1
                and word.lower not in ABBREVIATIONS_ONLY_WORDS
                and 2 <= len(word.text) <= 12
                and not word.text[-1].isdigit()
            ):
                self._take(first, last, "ORG")
            return
        if surface.isascii() and self.language in _CYRILLIC:
            self._take(first, last, "ORG")
            return
        if self._is_quoted(first):
            return
        kind = self._kind(first, last, words)
        if kind is not None:
            self._take(first, last, kind)

    @staticmethod
    def _is_abbreviation(word: Word) -> bool:
        capitals = sum(character.isupper() for character in word.text)
        return capitals >= 3 and capitals >= len(word.text) - 5 and word.text[1].isupper()

    def _kind(self, first: int, last: int, words: list[Word]) -> MentionType | None:
        if self._is_company(last, words):
            return "ORG"
        if any(not common(self.language).isdisjoint(stems_of(word.lower, self.language)) for word in (words[0], words[-1])):
            return None
        if last + 1 < len(self.words) and self.words[last + 1].lower.startswith(FEASTS):
            return None
        if len(words) == 1:
            return self._kind_of_one(first, words[0])
        if "." in words[0].text or self._titled(first) or self._personal(words[-1]) or self._personal(words[0]):
            return "PER"
        if self._is_place(words[-1]) and (self._is_place(words[0]) or self._is_located(last)):
            return "LOC"
        if begins_like(COMPASS, words[0].lower):
            return "LOC"
        return None if self._is_ordinary(words[0]) or self._is_title(last) else "PER"

    def _is_company(self, last: int, words: list[Word]) -> bool:
        """A brand («UzAuto Motors»), or what has staff and offices: "Artel ustalari"."""
        if any(word.text in COMPANY_WORDS or _BRAND.match(word.text) for word in words):
            return True
        if any(self._personal(word, certain=True) for word in words) or last + 1 >= len(self.words):
            return False
        return self._is("staff", last + 1) and not self.words[last + 1].capital and not self._is_place(words[-1])

    def _kind_of_one(self, number: int, word: Word) -> MentionType | None:
        opening = self._is_first(number)
        if len(word.text) < 3 or self._is_title(number):
            return None
        if any(_ORGANISATION_ENDING.match(stem) for stem in stems_of(word.lower, self.language)):
            return "ORG"
        if self._titled(number) and not self._is_place(word):
            return "PER"
        if self._is_place(word) or self._is_ordinary(word):
            return "LOC" if self._is_place(word) else None
        place = any(_PLACE_ENDING.search(stem) for stem in stems_of(word.lower, self.language))
        if not place and self._personal(word, certain=opening):
            return "PER"
        if opening:
            return None
        if place or self._is_located(number):
            return "LOC"
        return None

    def _is_quoted(self, number: int) -> bool:
        return number > 0 and self.words[number - 1].text in OPENING_QUOTES

    def _titled(self, number: int) -> bool:
        return (
            number > 0
            and self.words[number - 1].text[0].isalpha()
            and not self.words[number - 1].capital
            and self._is("title", number - 1)
        )

    def _personal(self, word: Word, *, certain: bool = False) -> bool:
        """By surname or given name; ``certain`` asks for a surname ending."""
        return is_personal(word.lower, self.language, certain)

    def _is_ordinary(self, word: Word) -> bool:
        return not gazetteer(f"ordinary-{self.language}").isdisjoint(stems_of(word.lower, self.language))

    def _is_place(self, word: Word) -> bool:
        return is_placename(word.lower, self.language)

    def _is_located(self, number: int) -> bool:
        if self.language == "tg":
            return number > 0 and self.words[number - 1].lower in TAJIK_PLACE_PREPOSITIONS
        return LOCATIVE[self.language].search(self.words[number].lower) is not None
