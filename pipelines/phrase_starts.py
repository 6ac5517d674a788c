"""Finds in a text the few words that can begin a phrase of the knowledge, whatever the words around them are.

Most words of a text are new to the process and begin nothing: all first letters of phrases are looked for in one pass, and no
other word is analysed. What the words that begin like a phrase are is kept in mind, as they repeat.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from c5watch.search.analysis import Token, analyze, analyze_columns
from c5watch.text import fold_text

# What stands between blanks; no rule of the analysis looks across a blank, but for that of C5 + 1.
_WORD = re.compile(r"\S+(?:(?<=5) \+ ?1\S*|(?<=5\+) 1\S*)?")
_SPACED_PLUS = re.compile(r"5(?: \+ ?|\+ )1")
MOST_WORDS = 20_000  # different words of which is kept in mind what they are


class Words(NamedTuple):
    """A text and what stands between its blanks."""

    text: str
    words: list[str]

    def start(self, word: str, after: int) -> int:
        """Where the next word that reads like this starts."""
        text = self.text
        while True:
            start = text.index(word, after)
            after = start + len(word)
            if (start == 0 or text[start - 1].isspace()) and (after == len(text) or text[after].isspace()):
                return start


@lru_cache(maxsize=2)
def words_of(text: str) -> Words:
    """The words of an article, which several steps in turn ask for."""
    return Words(text, _split(text))


def _split(text: str) -> list[str]:
    return _WORD.findall(text) if "+" in text and _SPACED_PLUS.search(text) else text.split()


@lru_cache(maxsize=MOST_WORDS)
def _tokens_of(word: str, field: str) -> tuple[Token, ...]:
    return tuple(analyze(word, field))


class Line:
    """The tokens (term, start, end) of a text from one word on, made as they are asked for."""

    def __init__(self, words: Words, place: int, start: int, field: str) -> None:
        self._words, self._place, self._end, self._field = words, place, start, field
        self.tokens: list[tuple[str, int, int]] = []
        self._take()
        self.first = len(self.tokens)  # tokens of the word that it begins with

    def _take(self) -> None:
        word = self._words.words[self._place]
        start = self._words.text.index(word, self._end)
        for token in _tokens_of(word, self._field):
            self.tokens.append((token.term, start + token.start, start + token.end))
        self._place += 1
        self._end = start + len(word)

    def at(self, number: int) -> tuple[str, int, int] | None:
        """Term, start and end of the token of this number; None behind the end of the text."""
        while number >= len(self.tokens):
            if self._place == len(self._words.words):
                return None
            self._take()
        return self.tokens[number]


# What a word can be in a phrase: its beginning, its only word, or one further on.
BEGINS, ALONE, FOLLOWS = 1, 2, 4


@lru_cache(maxsize=2)
def _folded_words(text: str) -> str | None:
    """The words of an article as they are compared, one a line.

    None where folding leaves nothing of a word that stands alone: they are numbered otherwise then.
    """
    folded = fold_text(text).text.replace("'", "").replace("İ", "I").lower().replace("ı", "i")
    words = _split(folded)
    return "\n".join(words) if len(words) == len(words_of(text).words) else None


class Starts:
    """Where phrases can begin: only words with one of the ``beginnings`` are looked at, and their roles are kept in mind."""

    def __init__(
        self, field: str, beginnings: Iterable[str], role_of: Callable[[str], int], skipped: Callable[[str], bool]
    ) -> None:
        self._field, self._role_of, self._skipped = field, role_of, skipped
        self._automaton = AhoCorasick(sorted(set(beginnings)))
        self._known: dict[str, int] = {}

    def lines(self, words: Words) -> Iterator[Line]:
        """The tokens of the text from each word on that begins a phrase, or can where the next one goes on with it."""
        known, read = self._known, words.words
        candidates = self._candidates(words)
        self._learn({read[place] for place in candidates})
        beginning = [place for place in candidates if known[read[place]] & BEGINS]
        alone = [place for place in beginning if known[read[place]] & ALONE]
        others = [place for place in beginning if place + 1 < len(read) and not known[read[place]] & ALONE]
        self._learn({read[place + 1] for place in others})
        places = sorted([*alone, *(place for place in others if known[read[place + 1]] & FOLLOWS)])
        end = 0
        for place in places:
            start = words.start(read[place], end)
            end = start + len(read[place])
            yield Line(words, place, start, self._field)

    def _candidates(self, words: Words) -> Sequence[int]:
        """The numbers of the words that begin like a phrase, or hold another word that does."""
        if (text := _folded_words(words.text)) is None:
            return range(len(words.words))
        found = self._automaton.find_matches_as_indexes(text, overlapping=True)
        numbers: list[int] = []
        number = behind = 0
        for start in sorted({start for _, start, _ in found if not start or not text[start - 1].isalnum()}):
            number += text.count("\n", behind, start)
            behind = start
            if not numbers or numbers[-1] != number:
                numbers.append(number)
        return numbers

    def _learn(self, read: set[str]) -> None:
        """All at once, a word a line: one call of the analysis for each costs more than its work."""
        if not (unknown := list(read.difference(self._known))):
            return
        if len(self._known) >= MOST_WORDS:
            self._known.clear()
            unknown = list(read)
        ends = list(accumulate(len(word) + 1 for word in unknown))
        terms: list[list[str]] = [[] for _ in unknown]
        columns = analyze_columns("\n".join(unknown), self._field)
        place = 0
        for term, start in zip(columns.terms, columns.starts, strict=True):
            while ends[place] <= start:
                place += 1
            terms[place].append(term)
        for word, found in zip(unknown, terms, strict=True):
            role = 0
            for term in found:
                role |= self._role_of(term)
            # A word of several terms can hold a phrase, or the beginning of one that goes on behind it.
            if role & BEGINS and len(found) > 1:
                role |= ALONE
            # A dash between two words, and a word that may be passed over, stop nothing.
            if not found or self._skipped(word):
                role |= FOLLOWS
            self._known[word] = role
