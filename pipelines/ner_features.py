"""What the small sequence models for Kazakh and English see of a word: the same in training and in use.

Features are strings for a linear-chain CRF (python-crfsuite): the word, its stem (case endings off), prefixes, suffixes, shape,
the neighbours, whether it stands in quotes or first in its sentence, and whether a list of given names or places knows it.
English words also have clusters: words that stand among the same words in a billion words of news and encyclopedia, so that
the model knows something of names that its training sentences lack.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cache
from pathlib import Path
from typing import NamedTuple

from pipelines.inflection import suffix_follows

MODELS = Path(__file__).parent / "models"
TOKEN = re.compile(r"'s(?!\w)|[^\W_]+(?:[-‐‑'.][^\W_]+)*|[^\w\s]|_")
_DIGIT = re.compile(r"\d")
_KEPT = 3
_SHOUTED = 0.6  # share of capitals that makes a headline
_OFFSETS, _REACH = (-2, -1, 1, 2), 2
_MOST_WORDS = 50_000  # kept
_RARE = ("a?",)  # a word without a cluster
_OPENING, _CLOSING = frozenset('«“„"'), frozenset('»”"')


def tokens_of(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The words and marks of ``text[start:end]`` as offsets into ``text``; "Tokayev's" and "U.S." as the corpora cut them."""
    found = []
    for match in TOKEN.finditer(text, start, end):
        first, last = match.span()
        word = match.group()
        if len(word) > 2 and word.endswith("'s"):
            found += [(first, last - 2), (last - 2, last)]
        else:
            found.append((first, last))
    return found


@cache
def gazetteer(name: str) -> frozenset[str]:
    """A list of lower-case words shipped with the models (see the model cards)."""
    with gzip.open(MODELS / f"{name}.txt.gz", "rt", encoding="utf-8") as lines:
        return frozenset(line.strip() for line in lines)


@cache
def clusters() -> dict[str, tuple[str, ...]]:
    """The clusters of English words, fine to coarse: 1,024 groups and the 256 and 64 that these form."""
    with gzip.open(MODELS / "clusters-en.txt.gz", "rt", encoding="utf-8") as lines:
        middle, coarse = (next(lines).split() for _ in range(2))
        found: dict[str, tuple[str, ...]] = {}
        for number, words in enumerate(lines):
            names = (f"a{number}", f"b{middle[number]}", f"c{coarse[number]}")
            found.update(dict.fromkeys(words.split(), names))
    return found


def _stem(word: str, language: str) -> str:
    for cut in range(_KEPT, len(word)):
        if suffix_follows(language, word[cut:]):
            return word[:cut]
    return word


def _shape(word: str) -> str:
    letters: list[str] = []
    for character in word:
        kind = "X" if character.isupper() else "x" if character.islower() else "d" if character.isdigit() else character
        if len(letters) < 2 or letters[-1] != kind or letters[-2] != kind:
            letters.append(kind)
    return "".join(letters[:10])


def _lists(word: str, stem: str, language: str) -> list[str]:
    if not word[:1].isupper():
        return []
    given = gazetteer("given-names")
    places = gazetteer("places")
    lower = word.lower()
    found = []
    if lower in given or stem in given:
        found.append("given")
    if lower in places or stem in places:
        found.append("place")
    if language == "en" and lower in gazetteer("surnames"):
        found.append("surname")
    return found


class _Seen(NamedTuple):
    """What a word gives to itself and to its neighbours: the same word is looked at once."""

    shape: str
    lists: str
    capital: bool
    coarse: str
    own: tuple[str, ...]
    to_neighbours: dict[int, tuple[str, ...]]


class Features:
    """The features of one language; ``known`` are those that the model has weights for, None while it is trained."""

    def __init__(self, language: str, known: Set[str] | None = None) -> None:
        self.language = language
        self._known = known
        self._words: dict[str, _Seen] = {}

    def __call__(self, words: Sequence[str], first: int = 0, last: int | None = None) -> list[list[str]]:
        """The features of the words ``first`` to ``last`` (exclusive) of one sentence (folded text)."""
        end = len(words) if last is None else last
        begin, behind = max(0, first - _REACH), min(len(words), end + _REACH)
        seen = {number: self._seen(words[number]) for number in range(begin, behind)}
        quoted = _quoted(words)
        shouted = sum(word.isupper() for word in words if len(word) > 1) > _SHOUTED * len(words)
        result = []
        for number in range(first, end):
            here = seen[number]
            own = [*here.own, f"q={quoted[number]}"]
            if shouted:
                own.append("shouted")
            if here.capital:
                own.append("cap0" if number == 0 else "cap")
            for offset in _OFFSETS:
                there = seen.get(number + offset)
                if there is not None:
                    own += there.to_neighbours[offset]
                elif abs(offset) == 1:
                    own.append(f"{offset}=none")
            own += self._kept(_pairs(here, seen.get(number - 1), seen.get(number + 1)))
            result.append(own)
        return result

    def _kept(self, features: Iterable[str]) -> tuple[str, ...]:
        return tuple(features) if self._known is None else tuple(feature for feature in features if feature in self._known)

    def _seen(self, word: str) -> _Seen:
        found = self._words.get(word)
        if found is None:
            if len(self._words) >= _MOST_WORDS:
                self._words.clear()
            found = self._words[word] = self._look(word)
        return found

    def _look(self, word: str) -> _Seen:
        lower = _DIGIT.sub("0", word.lower())
        stem, shape = _stem(lower, self.language), _shape(word)
        lists = "+".join(_lists(word, stem, self.language))
        capital = word[:1].isupper()
        own = ["b", f"w={lower}", f"m={stem}", f"s={shape}"]
        own += [f"p{size}={lower[:size]}" for size in (2, 3, 4)]
        own += [f"e{size}={lower[-size:]}" for size in (1, 2, 3, 4)]
        if lists:
            own.append(f"l={lists}")
        if capital:
            own.append(f"cs={stem[-3:]}")
        groups = clusters().get(lower, _RARE) if self.language == "en" else ()
        own += groups
        own += [f"{group}{'C' if capital else 'c'}" for group in groups]
        given = {}
        for offset in _OFFSETS:
            features = [f"{offset}w={lower}", f"{offset}s={shape}"]
            if abs(offset) == 1:
                features += (f"{offset}m={stem}", f"{offset}e3={lower[-3:]}")
            features += [f"{offset}{group}" for group in (groups if abs(offset) == 1 else groups[-1:])]
            given[offset] = self._kept(features)
        return _Seen(shape, lists, capital, groups[-1] if groups else "", self._kept(own), given)


def _pairs(here: _Seen, before: _Seen | None, behind: _Seen | None) -> Iterator[str]:
    """What only two neighbours tell together: shapes, lists, coarse clusters."""
    for offset, there in ((-1, before), (1, behind)):
        if there is not None:
            yield f"{offset}ss={there.shape}|{here.shape}"
            if there.lists:
                yield f"{offset}l={there.lists}|{here.lists}"
            if here.coarse:
                yield f"{offset}c={there.coarse}|{here.coarse}"
    if here.coarse and before is not None and behind is not None:
        yield f"c={before.coarse}|{behind.coarse}"


def _quoted(words: Sequence[str]) -> list[str]:
    state, result = "o", []
    for word in words:
        if state != "q" and word in _OPENING:
            state = "q"
            result.append("open")
        elif state == "q" and word in _CLOSING:
            state = "o"
            result.append("close")
        else:
            result.append(state)
    return result
