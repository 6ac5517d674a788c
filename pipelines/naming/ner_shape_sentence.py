"""One sentence of Kyrgyz, Uzbek, Tajik or Turkmen as a row of words, and what is known of each place in it."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from itertools import accumulate
from operator import itemgetter, not_
from typing import NamedTuple, cast

from c5watch.article import MentionType
from pipelines.naming.ner_features import gazetteer
from pipelines.naming.ner_shape_words import behind, ends_like_surname, openers, stems_of, titles

# A word of two letters or more, initials, any other word, a mark: in this order because most are the first.
TOKEN = re.compile(r"([^\W_]{2,}(?:['‐‑-][^\W_]+)*'?|(?:[^\W\d_]'?\.)+(?=\s?[^\W\d_])|[^\W_](?:['‐‑-][^\W_]+)*'?|[^\w\s])")
OPENING_QUOTES, CLOSING_QUOTES = '«“„"', '»”"'
_CLAUSE_MARKS = frozenset(":–—-«(")
LOCATIVE = {
    "ky": re.compile(r"(?:[дт][аеоө]|[дт][аеоө]н|[дт][аеоө]г[ыиуү])$"),
    "uz": re.compile(r"(?:da|dan|dagi)$"),
    "uz-Cyrl": re.compile(r"(?:да|дан|даги)$"),
    "tk": re.compile(r"(?:d[ae]|d[ae]n|daky|däki)$"),
}


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


def words_of(sentence: str, start: int, explained: bytearray) -> list[Word]:
    """The words and marks of a sentence that begins at ``start``; made in C, column by column, as there are hundreds a text."""
    parts = TOKEN.split(sentence)
    bounds = list(accumulate(map(len, parts), initial=start))
    starts, texts = bounds[1:-1:2], parts[1::2]
    capitals = map(str.isupper, map(itemgetter(0), texts))
    free = map(not_, map(explained.__getitem__, starts))
    return list(map(_word, zip(starts, bounds[2::2], texts, map(str.lower, texts), capitals, free, strict=True)))


class Sentence:
    """The words, which of them a name has taken already, and the names found."""

    def __init__(self, words: list[Word], language: str) -> None:
        self.words = words
        self.language = language
        self.taken = [False] * len(words)
        self.found: list[Name] = []

    def _is(self, table: str, number: int) -> bool:
        return behind(table, self.language, self.words[number].lower) is not None

    def _take(self, first: int, last: int, kind: MentionType) -> None:
        """Words ``first`` to ``last`` (inclusive) are one name; a quotation mark that it does not close stays outside."""
        if self.words[first].text in OPENING_QUOTES and not any(
            word.text in CLOSING_QUOTES for word in self.words[first + 1 : last + 1]
        ):
            first += 1
        for number in range(first, last + 1):
            self.taken[number] = True
        self.found.append((self.words[first].start, self.words[last].end, kind))

    def _is_opener(self, number: int) -> bool:
        """The first word of the sentence, and no name as far as anybody knows."""
        word = self.words[number]
        return self._is_first(number) and (
            word.lower in openers(self.language) or word.lower in gazetteer(f"ordinary-{self.language}")
        )

    def _is_first(self, number: int) -> bool:
        """Nothing but marks stands before it in its sentence or clause."""
        return (
            number == 0 or (number == 1 and not self.words[0].text[0].isalnum()) or self.words[number - 1].text in _CLAUSE_MARKS
        )

    def _is_function_word(self, number: int) -> bool:
        return self.words[number].lower in openers(self.language)

    def _is_title(self, number: int) -> bool:
        """A title as a whole word: «Раиса» is none."""
        return not titles(self.language).isdisjoint(stems_of(self.words[number].lower, self.language))

    def _has_surname(self, number: int) -> bool:
        return ends_like_surname(self.words[number].lower, self.language)
