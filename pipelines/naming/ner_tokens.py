"""The words of an article as the models read them: which stretches hold a possible name, and the labels of these as names."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import accumulate, compress

from c5watch.article import MentionType, Span
from pipelines.naming.context_words import OPENERS
from pipelines.naming.ner_organisations import Entity

_TYPES: dict[str, MentionType] = {"PER": "PER", "ORG": "ORG", "LOC": "LOC"}
# Titles of works, offices and peoples are labels too, but no names of ours.
NAMES = frozenset(f"{prefix}-{kind}" for prefix in "BI" for kind in _TYPES)
_LONG_WORD = 60
_OPEN_A_CLAUSE = frozenset('«"“„–—-:.!?…(')


@cache
def _among_gaps(token: re.Pattern[str]) -> re.Pattern[str]:
    return re.compile(rf"(?=\S)({token.pattern})")  # so a blank is passed over at once


def _unbroken(text: str, spans: Iterable[Span]) -> list[tuple[int, int]]:
    """The stretches of spans with nothing but blanks between them: cut in one go, they cost less than one by one."""
    found: list[tuple[int, int]] = []
    for span in spans:
        if found and text[found[-1][1] : span.start].isspace():
            found[-1] = (found[-1][0], span.end)
        else:
            found.append((span.start, span.end))
    return found


class Tokens:
    """The words and marks of some sentences, one behind the other; ``starts`` and ``ends`` are offsets into the text.

    ``begins`` is where each sentence begins among them, and where the last one ends. ``free`` are the words with a capital
    that no known name explains.
    """

    def __init__(self, text: str, spans: Iterable[Span], token: re.Pattern[str], explained: bytearray, longest: int) -> None:
        """A sentence of more than ``longest`` tokens counts as several.

        ``token`` has no groups, fits no blank and looks behind none.
        """
        self.words: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.begins = [0]
        split = _among_gaps(token).split
        spans = list(spans)
        for start, end in _unbroken(text, spans):
            parts = split(text[start:end])
            bounds = list(accumulate(map(len, parts), initial=start))
            self.words += parts[1::2]
            self.starts += bounds[1:-1:2]
            self.ends += bounds[2::2]
        for span in spans:
            last = bisect_left(self.starts, span.end, self.begins[-1])
            self.begins += range(self.begins[-1] + longest, last, longest)
            self.begins.append(last)
        starts = self.starts
        self.free = [number for number, word in enumerate(self.words) if word[0].isupper() and not explained[starts[number]]]

    def stretches(self, window: tuple[int, int], ordinary: frozenset[str]) -> list[tuple[int, int]]:
        """The words (first and last, exclusive) around those that may be unknown names; none goes on over a sentence's end.

        A ``window`` has so many words before and behind; ``ordinary`` words are no names at the beginning of a sentence.
        """
        found: list[tuple[int, int]] = []
        before, behind = window
        begin = end = 0
        for number in self.free:
            if number >= end:
                place = bisect_right(self.begins, number)
                begin, end = self.begins[place - 1], self.begins[place]
            if len(self.words[number]) > _LONG_WORD or self.is_opener(number, begin, ordinary):
                continue
            first, last = max(begin, number - before), min(end, number + behind)
            if found and begin <= found[-1][0] and first <= found[-1][1]:
                found[-1] = (found[-1][0], last)
            else:
                found.append((first, last))
        return found

    def is_opener(self, number: int, begin: int, ordinary: frozenset[str]) -> bool:
        """A capital that only its place asks for: a word that is no name, the first from ``begin`` on or behind a mark."""
        if number > begin and self.words[number - 1][0] not in _OPEN_A_CLAUSE:
            return False
        word = self.words[number].lower()
        return word in OPENERS or word in ordinary

    def named(self, first: int, labels: Sequence[str]) -> list[Entity]:
        """The BIO labels of the words from ``first`` on as names; labels of other types than `NAMES` are dropped."""
        found: list[Entity] = []
        last, inside = -1, ""
        for number in compress(range(len(labels)), map(NAMES.__contains__, labels)):
            label = labels[number]
            kind = label[2:]
            if label[0] == "I" and number == last + 1 and inside == kind:
                found[-1] = found[-1]._replace(end=self.ends[first + number])
            else:
                found.append(Entity(self.starts[first + number], self.ends[first + number], _TYPES[kind]))
            last, inside = number, kind
        return found
