"""Unknown names in Kyrgyz, Uzbek (both scripts), Tajik and Turkmen: no corpus to train on, so shape, titles and name endings.

A stretch that ends in an organisation's noun («Суу чарба кызматы»; Tajik begins with it) is an ORG, one
with a place noun a LOC («Чуст тумани»). Other capitalised runs are persons by title, initials, surname or given name, places
by the list of places or a locative ending, and otherwise persons when they have two words or more.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache, partial
from itertools import accumulate
from operator import itemgetter, not_
from typing import NamedTuple, cast

from c5watch.article import MentionType, Span
from c5watch.text import name_key
from pipelines.naming.context_words import STATE_BODY
from pipelines.naming.inflection import LONGEST_ENDING, plain_keyboard, suffix_follows
from pipelines.naming.ner_features import gazetteer
from pipelines.naming.ner_shape_tables import (
    ABBREVIATIONS_ONLY_WORDS,
    COMMON,
    COMPANY_WORDS,
    COMPASS,
    FEASTS,
    GENERIC_HEADS,
    GIVEN_NAMES_TOO,
    JOINERS,
    LEGAL_FORMS,
    OFFICIAL,
    OPENING,
    ORGANISATION,
    PATRONYM_PARTS,
    PLACE,
    REGIONAL_PLACES,
    STAFF,
    TAJIK_PLACE_PREPOSITIONS,
    TITLE,
)

SHAPED = frozenset({"ky", "uz", "uz-Cyrl", "tk", "tg"})
_CYRILLIC = frozenset({"ky", "uz-Cyrl", "tg"})
# A word of two letters or more, initials, any other word, a mark: in this order because most are the first.
_TOKEN = re.compile(r"([^\W_]{2,}(?:['‐‑-][^\W_]+)*'?|(?:[^\W\d_]'?\.)+(?=\s?[^\W\d_])|[^\W_](?:['‐‑-][^\W_]+)*'?|[^\w\s])")
CAPITAL = re.compile(r"[A-ZÀ-ÞА-ЯЁҐЎҚҒҲӨҮҢҶӢӮҺІӘҰŞŇÝŽĞİ]")
_WORD = re.compile(r"[^\W\d_][\w'-]*")
_OPENING_QUOTES, _CLOSING_QUOTES = '«“„"', '»”"'
_KEPT = 20_000  # words of which something is kept in mind, for each thing that is asked of them
_LONGEST = 9  # words of an organisation's name
SURNAME = re.compile(
    r"(?:[оеё]в|[оеё]ва|[иы]нова?|ский|ская|цкий|зода|заде|зада|дзе|швили|енко|чук|лиев|лиева|ова|ева|ович|евич|овна|евна|"
    r"[oe]v|[oe]va|yov|yova|skiy|skaya|zoda|zade|zada|dze|shvili|enko|chuk|[oe]w|[oe]wa|ovich|ovna|owiç|owna|"
    r"ян|yan|ýan|ман|берг|сон|berg|son)$"
)
_GIVEN = re.compile(
    r"(?:бек|бай|бой|жан|жон|джон|ҷон|гүл|гул|нур|улла|уллоҳ|дин|ддин|мурат|мурод|султан|султон|али|алӣ|кул|қул|хон|бекова|"
    r"bek|boy|baý|jon|jan|gul|gül|nur|ulla|iddin|murod|myrat|sulton|soltan|ali|qul|guly|xon)$"
)
_PATRONYMIC = re.compile("(?:вич|вна|vich|vna|wiç|wna)")
_PLACE_ENDING = re.compile(
    r"(?:стан|истон|iston|istan|ystan|абад|обод|abad|obod|abat|кент|канд|қанд|kent|kand|qand|град|бург|burg|grad|ополь|опол)$"
)
_LOCATIVE = {
    "ky": re.compile(r"(?:[дт][аеоө]|[дт][аеоө]н|[дт][аеоө]г[ыиуү])$"),
    "uz": re.compile(r"(?:da|dan|dagi)$"),
    "uz-Cyrl": re.compile(r"(?:да|дан|даги)$"),
    "tk": re.compile(r"(?:d[ae]|d[ae]n|daky|däki)$"),
}
_ATTRIBUTIVE = re.compile(r"(?:[дт][аеоө]г[ыиуү]|даги|dagi|d[aä]k[yi])$")  # «Aşgabatdaky merkez»: in Ashgabat
_GENITIVE = re.compile(r"(?:[ndtндт](?:ing|инг|[ыиуү]н)|[yiuü]ň)$")
_VERB = re.compile(r"(?:ды|ди|ду|дү|ты|ти|ту|тү|di|ti|dy|тон|anda|ганда|гени|ган|gan|lan)$")
_TAJIK_IZOFAT = "и"
_TAJIK_HEADS = frozenset({"", "и", "ҳои", "йи"})  # «маркази»; «марказии» is an adjective
_ADJECTIVAL = frozenset({"iy", "ий"})  # «марказий»: central
_ROADS, _RAIL = frozenset({"жолу", "yo'llari", "йўллари"}), ("темир", "temir")  # жолу is also "times"
_TAJIK_PAIRED = ("вазорат", "кумита", "агентии", "хадамот")
_POSSESSIVE = re.compile("[ыиуүөiyuü]|с[ыиуү]|s[iyuü]")
_PLURAL = re.compile("[лдт][аеоөяэ]р|l[ae]r|ҳо")
_BRAND = re.compile(r"[A-ZА-ЯЎҚҒҲӨҮҢ][^\W\d_]*[a-zа-яўқғҳөүң][A-ZА-ЯЎҚҒҲӨҮҢ]\w+$")
_CLAUSE_MARKS = frozenset(":–—-«(")
_ORGANISATION_ENDING = re.compile(
    r"\w{3,}(?:банк|телеком|нефтгаз|газ|энерго|инвест|азот|хим|строй|транс|авиа|bank|telekom|telecom|neftgaz|gaz|energo|invest|"
    r"azot|kimyo)$"
)


class Word(NamedTuple):
    """A word or mark of a sentence; offsets into the folded text."""

    start: int
    end: int
    text: str
    lower: str
    capital: bool
    free: bool


# As the class makes them, without a call of Python for each.
_word = cast(Callable[[tuple[object, ...]], Word], partial(tuple.__new__, Word))
Name = tuple[int, int, MentionType]


def unexplained_capitals(text: str, explained: bytearray) -> list[int]:
    """The places of all capital letters that no known name covers."""
    return [place for match in CAPITAL.finditer(text) if not explained[place := match.start()]]


def shaped_names(text: str, sentences: Sequence[Span], language: str, explained: bytearray) -> Iterator[Name]:
    """The unknown names of a folded text in the order of the text."""
    capitals = unexplained_capitals(text, explained)
    for sentence in sentences:
        inside = capitals[bisect_left(capitals, sentence.start) : bisect_left(capitals, sentence.end)]
        if _may_hold_names(text, sentence, language, inside):
            words = _words(text[sentence.start : sentence.end], sentence.start, explained)
            yield from _Reader(words, language).names()


def _may_hold_names(text: str, sentence: Span, language: str, unexplained: list[int]) -> bool:
    """A capital that nobody explained, but for an ordinary first word; or any beside an organisation's or place's noun."""
    start, end = sentence.start, sentence.end
    if unexplained[1:]:
        return True
    if unexplained:
        first = _TOKEN.match(text, start, end)
        if first is None or unexplained[0] != first.start() or first.group().lower() not in gazetteer(f"ordinary-{language}"):
            return True
    elif CAPITAL.search(text, start, end) is None:
        return False
    return any(map(_heads_of(language).__getitem__, _WORD.findall(text[start:end].lower())))


def _words(sentence: str, start: int, explained: bytearray) -> list[Word]:
    """The words and marks of a sentence that begins at ``start``; made in C, column by column, as there are hundreds a text."""
    parts = _TOKEN.split(sentence)
    bounds = list(accumulate(map(len, parts), initial=start))
    starts, texts = bounds[1:-1:2], parts[1::2]
    capitals = map(str.isupper, map(itemgetter(0), texts))
    free = map(not_, map(explained.__getitem__, starts))
    return list(map(_word, zip(starts, bounds[2::2], texts, map(str.lower, texts), capitals, free, strict=True)))


def _nouns(table: str, language: str) -> list[str]:
    words = {"organisation": ORGANISATION, "place": PLACE, "title": TITLE, "staff": STAFF}[table][language].split()
    if language == "tg":  # «шурои», «чамъият»: as typed without the Tajik letters
        words += [plain_keyboard(word, language) for word in words]
    return words


@cache
def _beginnings(table: str, language: str) -> re.Pattern[str]:
    words = map(re.escape, _nouns(table, language))
    return re.compile("|".join(sorted(words, key=len, reverse=True)) or "(?!)")


@lru_cache(maxsize=_KEPT)
def _behind(table: str, language: str, word: str) -> str | None:
    """What follows a beginning of the table in a lower-case word, None where it has none."""
    match = _beginnings(table, language).match(word)
    return None if match is None else word[match.end() :]


class _Heads(dict[str, bool]):
    """Whether a lower-case word begins like the noun of an organisation or a place; few words do, and all are asked for."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._nouns = tuple({*_nouns("organisation", language), *_nouns("place", language)})

    def __missing__(self, word: str) -> bool:
        if len(self) >= _KEPT:
            self.clear()
        self[word] = found = word.startswith(self._nouns)
        return found


@cache
def _heads_of(language: str) -> _Heads:
    return _Heads(language)


@lru_cache(maxsize=_KEPT)
def _begins_like(beginnings: str, word: str) -> bool:
    return word.startswith(tuple(beginnings.split()))


@cache
def _common(language: str) -> frozenset[str]:
    return frozenset(COMMON[language].split())


@cache
def _titles(language: str) -> frozenset[str]:
    return frozenset(TITLE[language].split())


@cache
def _openers(language: str) -> frozenset[str]:
    return frozenset(OPENING[language].split())


@lru_cache(maxsize=_KEPT)
def _stems(word: str, language: str) -> tuple[str, ...]:
    """The word and what is left of it without case endings, longest first."""
    cuts = [
        word[:cut] for cut in range(len(word) - 1, max(2, len(word) - LONGEST_ENDING), -1) if suffix_follows(language, word[cut:])
    ]
    return (word, *cuts)


class _Reader:
    """One sentence."""

    def __init__(self, words: list[Word], language: str) -> None:
        self.words = words
        self.language = language
        self.taken = [False] * len(words)
        self.found: list[Name] = []

    def names(self) -> list[Name]:
        """All names, in order."""
        if self.language == "tg":
            self._heads_first()
        else:
            self._heads_last()
        for first, last in self._runs():
            self._run(first, last)
        return sorted(self.found)

    def _is(self, table: str, number: int) -> bool:
        return _behind(table, self.language, self.words[number].lower) is not None

    def _take(self, first: int, last: int, kind: MentionType) -> None:
        """Words ``first`` to ``last`` (inclusive) are one name; a quotation mark that it does not close stays outside."""
        if self.words[first].text in _OPENING_QUOTES and not any(
            word.text in _CLOSING_QUOTES for word in self.words[first + 1 : last + 1]
        ):
            first += 1
        for number in range(first, last + 1):
            self.taken[number] = True
        self.found.append((self.words[first].start, self.words[last].end, kind))

    def _is_opener(self, number: int) -> bool:
        """The first word of the sentence, and no name as far as anybody knows."""
        word = self.words[number]
        return self._is_first(number) and (
            word.lower in _openers(self.language) or word.lower in gazetteer(f"ordinary-{self.language}")
        )

    def _is_first(self, number: int) -> bool:
        """Nothing but marks stands before it in its sentence or clause."""
        return (
            number == 0 or (number == 1 and not self.words[0].text[0].isalnum()) or self.words[number - 1].text in _CLAUSE_MARKS
        )

    def _is_function_word(self, number: int) -> bool:
        return self.words[number].lower in _openers(self.language)

    # Organisations and places by their noun

    def _heads_last(self) -> None:
        heads = _heads_of(self.language)
        for number in [place for place, word in enumerate(self.words) if heads[word.lower] or word.lower in LEGAL_FORMS]:
            if self.taken[number] or not self.words[number].text[0].isalpha():
                continue
            if self.words[number].lower in LEGAL_FORMS or self._is_noun("organisation", number):
                first = self._name_before(number)
                last = self._quoted_behind(number)
                if first < number or last > number:
                    self._take(first, last, "ORG")
            elif self._is_noun("place", number):
                first = self._capitals_before(number)
                if first < number:
                    self._take(first, number, "LOC")

    def _is_noun(self, table: str, number: int) -> bool:
        """The noun with a possessive ending, as names have it («Чүй облусу»); an organisation's also bare («Олий суд»)."""
        noun = self.words[number].lower
        rest = _behind(table, self.language, noun)
        if rest is None:
            return False
        if rest in _ADJECTIVAL or (noun in _ROADS and not (number and self.words[number - 1].lower.startswith(_RAIL))):
            return False
        if _POSSESSIVE.match(rest):
            return True
        if _PLURAL.match(rest):
            return False
        return table == "organisation" and (
            rest == "" or (number > 0 and self.words[number - 1].capital and suffix_follows(self.language, rest))
        )

    def _capitals_before(self, number: int) -> int:
        first = number
        while first > 0 and number - first < 3:
            word = self.words[first - 1]
            if (
                not (word.capital and word.free)
                or self.taken[first - 1]
                or self._is_function_word(first - 1)
                or len(word.text) == 1
            ):
                break
            if first < number and (self._is_opener(first - 1) or self._has_surname(first - 1)):
                break
            first -= 1
        return first

    def _name_before(self, number: int) -> int:
        """Where the name that ends in an organisation's noun begins: its first capital, over small words but no verb or mark."""
        first = best = number
        quoted = False
        while first > 0 and number - first < _LONGEST:
            word = self.words[first - 1]
            if self.taken[first - 1] or (word.text in ".,;:!?()" and not quoted):
                break
            if word.text in _CLOSING_QUOTES and not quoted:
                quoted = True
            elif word.text in _OPENING_QUOTES:
                quoted = False
                best = first - 1
            elif quoted:
                pass
            elif word.capital:
                if self._ends_name(first - 1, number, best):
                    break
                best = first - 1
            elif word.lower in JOINERS and best == first and self._joins_known(first - 1):
                return number  # «Ўзбекистон ва БАА шамол станцияси»: two states and what they build
            elif not word.text[0].isalpha() or (best < number and word.lower not in JOINERS) or self._is_verb_or_place(word):
                break
            first -= 1
        return best

    def _joins_known(self, number: int) -> bool:
        return number > 0 and not (self.words[number - 1].free or self.words[number + 1].free)

    def _is_verb_or_place(self, word: Word) -> bool:
        return _VERB.search(word.lower) is not None or (
            len(word.lower) > 5 and _LOCATIVE[self.language].search(word.lower) is not None
        )

    def _ends_name(self, number: int, head: int, best: int) -> bool:
        """A capital that is no part of the organisation's name: a function word, a person, a place it is in."""
        word = self.words[number]
        if self._is_function_word(number) or (self._is_title(number) and not _PLURAL.search(word.lower)):
            return True
        if best == head and self._only_stands_before(number, head):
            return True
        if not word.free and _GENITIVE.search(word.lower):
            # «Ирандын «…» клубу» belongs to Iran; «Казакстандын борбору» is no organisation, the country's embassy is one.
            return best < head or (number + 1 == head and STATE_BODY.match(self.words[head].lower) is None)
        if _ATTRIBUTIVE.search(word.lower) or (best == head and word.free and _GENITIVE.search(word.lower)):
            return True
        if (best < head or not word.free) and self.language in _LOCATIVE and _LOCATIVE[self.language].search(word.lower):
            return True
        if not self._has_surname(number):
            return False
        rest = _behind("organisation", self.language, self.words[head].lower)
        return number + 1 < head or rest is None or not _POSSESSIVE.match(rest)

    def _only_stands_before(self, number: int, head: int) -> bool:
        """A capital that has nothing to do with the noun: a sentence's ordinary first word, the country of one of many firms."""
        noun = self.words[head].lower
        if not self.words[number].free:
            return number + 1 == head and _begins_like(GENERIC_HEADS, noun)
        if number + 1 == head or _begins_like(OFFICIAL, self.words[number].lower):
            return False
        return self._is_opener(number) and STATE_BODY.match(noun) is None

    def _quoted_behind(self, number: int) -> int:
        if number + 1 < len(self.words) and self.words[number + 1].text in _OPENING_QUOTES:
            for last in range(number + 2, min(len(self.words), number + 2 + _LONGEST)):
                if self.words[last].text in _CLOSING_QUOTES:
                    return last
        return number

    def _heads_first(self) -> None:
        """Tajik: «Вазорати корҳои хориҷии Тоҷикистон», «шаҳри Кӯлоб»."""
        for number in range(len(self.words)):
            word = self.words[number]
            if not word.lower.endswith(_TAJIK_IZOFAT) or self.taken[number]:
                continue
            if _behind("organisation", self.language, word.lower) in _TAJIK_HEADS:
                last = self._chain(number)
                if word.capital or any(
                    self.words[other].capital or self.words[other].text in _OPENING_QUOTES
                    for other in range(number + 1, last + 1)
                ):
                    self._take(number, last, "ORG") if last > number else None
            elif (
                self._is("place", number)
                and number + 1 < len(self.words)
                and self.words[number + 1].capital
                and self.words[number + 1].free
            ):
                last = number + 1
                while (
                    last + 1 < len(self.words)
                    and self.words[last + 1].capital
                    and self.words[last + 1].free
                    and last - number < 3
                ):
                    last += 1
                self._take(number, last, "LOC")

    def _chain(self, number: int) -> int:
        """The last word of a chain of izofats."""
        last = number
        while last + 1 < len(self.words) and last - number < _LONGEST:
            following = self.words[last + 1]
            if following.text in _OPENING_QUOTES:
                return self._quoted_behind(last)
            if not following.text[0].isalpha():
                break
            if following.lower == "ва":
                paired = self.words[number].lower.startswith(_TAJIK_PAIRED) and last > number and last + 2 < len(self.words)
                if not paired or self.words[last + 2].capital or self.words[last + 2].lower.startswith(_TAJIK_PAIRED):
                    break
                last += 2
                continue
            if not self.words[last].lower.endswith(_TAJIK_IZOFAT):
                break
            last += 1
        return last

    # Runs of capitals

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
        return self._has_surname(number + 1) and _is_given(self.words[number].lower)

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
        return _is_given(self.words[number].lower) and (
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
        if any(not _common(self.language).isdisjoint(_stems(word.lower, self.language)) for word in (words[0], words[-1])):
            return None
        if last + 1 < len(self.words) and self.words[last + 1].lower.startswith(FEASTS):
            return None
        if len(words) == 1:
            return self._kind_of_one(first, words[0])
        if "." in words[0].text or self._titled(first) or self._personal(words[-1]) or self._personal(words[0]):
            return "PER"
        if self._is_place(words[-1]) and (self._is_place(words[0]) or self._is_located(last)):
            return "LOC"
        if _begins_like(COMPASS, words[0].lower):
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
        if any(_ORGANISATION_ENDING.match(stem) for stem in _stems(word.lower, self.language)):
            return "ORG"
        if self._titled(number) and not self._is_place(word):
            return "PER"
        if self._is_place(word) or self._is_ordinary(word):
            return "LOC" if self._is_place(word) else None
        place = any(_PLACE_ENDING.search(stem) for stem in _stems(word.lower, self.language))
        if not place and self._personal(word, certain=opening):
            return "PER"
        if opening:
            return None
        if place or self._is_located(number):
            return "LOC"
        return None

    def _is_quoted(self, number: int) -> bool:
        return number > 0 and self.words[number - 1].text in _OPENING_QUOTES

    def _is_title(self, number: int) -> bool:
        """A title as a whole word: «Раиса» is none."""
        return not _titles(self.language).isdisjoint(_stems(self.words[number].lower, self.language))

    def _has_surname(self, number: int) -> bool:
        return _ends_like_surname(self.words[number].lower, self.language)

    def _titled(self, number: int) -> bool:
        return (
            number > 0
            and self.words[number - 1].text[0].isalpha()
            and not self.words[number - 1].capital
            and self._is("title", number - 1)
        )

    def _personal(self, word: Word, *, certain: bool = False) -> bool:
        """By surname or given name; ``certain`` asks for a surname ending."""
        return _is_personal(word.lower, self.language, certain)

    def _is_ordinary(self, word: Word) -> bool:
        return not gazetteer(f"ordinary-{self.language}").isdisjoint(_stems(word.lower, self.language))

    def _is_place(self, word: Word) -> bool:
        return _is_placename(word.lower, self.language)

    def _is_located(self, number: int) -> bool:
        if self.language == "tg":
            return number > 0 and self.words[number - 1].lower in TAJIK_PLACE_PREPOSITIONS
        return _LOCATIVE[self.language].search(self.words[number].lower) is not None


@lru_cache(maxsize=_KEPT)
def _ends_like_surname(word: str, language: str) -> bool:
    return any(SURNAME.search(stem) for stem in _stems(word, language))


@lru_cache(maxsize=_KEPT)
def _is_personal(word: str, language: str, certain: bool) -> bool:
    if word in PATRONYM_PARTS:
        return True
    stems = _stems(word, language)
    if any(SURNAME.search(stem) and len(stem) > 4 for stem in stems):
        return True
    if certain:
        return False
    return any(len(stem) > 3 and (_is_given(stem) or (len(stem) > 5 and _GIVEN.search(stem))) for stem in stems)


@lru_cache(maxsize=_KEPT)
def _is_placename(word: str, language: str) -> bool:
    places = gazetteer("places")
    stems = _stems(word, language)
    return any(stem in places for stem in stems) or any(len(stem) > 3 and _is_regional(stem) for stem in stems)


@lru_cache(maxsize=_KEPT)
def _is_given(word: str) -> bool:
    return name_key(word) in given_keys()


@lru_cache(maxsize=_KEPT)
def _is_regional(word: str) -> bool:
    return name_key(word) in regional_keys()


@cache
def regional_keys() -> frozenset[str]:
    """Regions, rivers, mountains and small towns of the region as `name_key` writes them."""
    return frozenset(name_key(place) for place in REGIONAL_PLACES.split())


@cache
def given_keys() -> frozenset[str]:
    """Given names of the region as `name_key` writes them, so that one list serves every script."""
    return gazetteer("given-keys")
