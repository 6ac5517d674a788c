"""The words of a Kyrgyz, Uzbek, Tajik or Turkmen article in columns, and what is known of each place in its sentence."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate, compress
from operator import itemgetter

from c5watch.article import MentionType, Span
from pipelines.naming.ner_features import gazetteer
from pipelines.naming.ner_shape_words import behind, ends_like_surname, heads_of, is_title, openers

# A word of two letters or more, initials, any other word, a mark: in this order because most are the first.
# Its branches differ in the first character, and none begins with a group: a blank is passed over at once.
TOKEN = re.compile(
    r"([^\W_]{2,}+(?:['‐‑-][^\W_]++)*+'?|[^\w\s]|"
    r"[^\W_](?:(?<!\d)'?\.(?:[^\W\d_]'?\.)*(?=\s?[^\W\d_])|(?:['‐‑-][^\W_]+)*'?))"
)
OPENING_QUOTES, CLOSING_QUOTES = '«“„"', '»”"'
_CLOSING = frozenset(CLOSING_QUOTES)
_CLAUSE_MARKS = frozenset(":–—-«(")
LOCATIVE = {
    "ky": re.compile(r"(?:[дт][аеоө]|[дт][аеоө]н|[дт][аеоө]г[ыиуү])$"),
    "uz": re.compile(r"(?:da|dan|dagi)$"),
    "uz-Cyrl": re.compile(r"(?:да|дан|даги)$"),
    "tk": re.compile(r"(?:d[ae]|d[ae]n|daky|däki)$"),
}


Name = tuple[int, int, MentionType]
_BETWEEN = 2  # line ends between two sentences, which no token sees across


class Sentences:
    """The words and marks of all sentences, one behind the other; ``first`` to ``last`` (exclusive) is the one being read.

    Columns are made in C, as there are hundreds of words in a text: each word as it stands, in small letters, whether it
    begins with a capital. ``free`` are the numbers of the capitals that no known name explains, ``heads`` those of the words
    that begin like an organisation's or place's noun.
    """

    def __init__(self, text: str, spans: Sequence[Span], language: str, explained: bytearray) -> None:
        self.language = language
        parts = TOKEN.split(("\n" * _BETWEEN).join([text[span.start : span.end] for span in spans]))
        known = bytes(_BETWEEN).join([explained[span.start : span.end] for span in spans])
        self._starts = list(accumulate(map(len, parts), initial=0))[1:-1:2]
        self.texts = parts[1::2]
        self.lowers = list(map(str.lower, self.texts))
        self.capitals = list(map(str.isupper, map(itemgetter(0), self.texts)))
        self.known = list(map(known.__getitem__, self._starts))
        numbers = range(len(self.texts))
        self.free = [number for number in compress(numbers, self.capitals) if not self.known[number]]
        self.heads = list(compress(numbers, map(heads_of(language).__getitem__, self.lowers)))
        self.taken = bytearray(len(self.texts))
        self.found: list[Name] = []
        self.first = self.last = self._shift = 0
        self._spans = spans

    def is_free(self, number: int) -> bool:
        """A word with a capital that no known name explains."""
        return self.capitals[number] and not self.known[number]

    def each(self) -> Iterator[tuple[list[int], list[int]]]:
        """Goes from sentence to sentence; gives the heads and the free capitals of each that has any."""
        begin = 0
        for span in self._spans:
            end = begin + span.end - span.start
            self.first, self.last = self.last, bisect_left(self._starts, end, self.last)
            self._shift = span.start - begin
            begin = end + _BETWEEN
            heads, free = _between(self.heads, self.first, self.last), _between(self.free, self.first, self.last)
            if heads or free:
                yield heads, free

    def has_gap(self, number: int) -> bool:
        """Whether more than a blank stands between a word and the one before it."""
        return self._starts[number - 1] + len(self.texts[number - 1]) + 1 < self._starts[number]

    def _is(self, table: str, number: int) -> bool:
        return behind(table, self.language, self.lowers[number]) is not None

    def _take(self, first: int, last: int, kind: MentionType) -> None:
        """Words ``first`` to ``last`` (inclusive) are one name; a quotation mark that it does not close stays outside."""
        if self.texts[first] in OPENING_QUOTES and _CLOSING.isdisjoint(self.texts[first + 1 : last + 1]):
            first += 1
        self.taken[first : last + 1] = b"\1" * (last + 1 - first)
        end = self._starts[last] + len(self.texts[last])
        self.found.append((self._starts[first] + self._shift, end + self._shift, kind))

    def _is_opener(self, number: int) -> bool:
        """The first word of the sentence, and no name as far as anybody knows."""
        word = self.lowers[number]
        return self._is_first(number) and (word in openers(self.language) or word in gazetteer(f"ordinary-{self.language}"))

    def _is_first(self, number: int) -> bool:
        """Nothing but marks stands before it in its sentence or clause."""
        first = self.first
        return (
            number == first
            or (number == first + 1 and not self.texts[first][0].isalnum())
            or self.texts[number - 1] in _CLAUSE_MARKS
        )

    def _is_function_word(self, number: int) -> bool:
        return self.lowers[number] in openers(self.language)

    def _is_title(self, number: int) -> bool:
        """A title as a whole word: «Раиса» is none."""
        return is_title(self.lowers[number], self.language)

    def _has_surname(self, number: int) -> bool:
        return ends_like_surname(self.lowers[number], self.language)


def _between(numbers: list[int], first: int, last: int) -> list[int]:
    return numbers[bisect_left(numbers, first) : bisect_left(numbers, last)]
