"""What the small sequence models for Kazakh and English see of a word: the same in training and in use.

Features are strings for a linear-chain CRF (python-crfsuite): the word, its stem (case endings off), prefixes, suffixes, shape,
the neighbours, whether it stands in quotes or first in its sentence, and whether a list of given names or places knows it.
English words also have clusters: words that stand among the same words in a billion words of news and encyclopedia, so that
the model knows something of names that its training sentences lack.
"""

from __future__ import annotations

import gzip
import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from itertools import count
from pathlib import Path
from typing import NamedTuple

from pipelines.naming.inflection import without_suffixes

MODELS = Path(__file__).parents[1] / "models"
TOKEN = re.compile(r"'s(?!\w)|[^\W_]+(?:[-‐‑'.][^\W_]+)*|[^\w\s]|_")
DIGIT = re.compile(r"\d")
_KEPT = 3
_SHOUTED = 0.6  # share of capitals that makes a headline
OFFSETS = (-2, -1, 1, 2)  # of the neighbours that a word's label hangs on
_RARE = ("a?",)  # a word without a cluster
_OPENING, _CLOSING = frozenset('«“„"'), frozenset('»”"')
_QUOTES = _OPENING | _CLOSING


def tokens_of(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The words and marks of ``text[start:end]`` as offsets into ``text``; "Tokayev's" and "U.S." as the corpora cut them."""
    found = [match.span() for match in TOKEN.finditer(text, start, end)]
    if text.find("'s", start, end) < 0:
        return found
    pieces = []
    for first, last in found:
        if last - first > 2 and text.endswith("'s", first, last):
            pieces += [(first, last - 2), (last - 2, last)]
        else:
            pieces.append((first, last))
    return pieces


@cache
def gazetteer(name: str) -> frozenset[str]:
    """A list of lower-case words shipped with the models (see the model cards)."""
    with gzip.open(MODELS / f"{name}.txt.gz", "rt", encoding="utf-8") as lines:
        return frozenset(line.strip() for line in lines)


class Clusters(NamedTuple):
    """The clusters of English words, fine to coarse: 1,024 groups and the 256 and 64 that these form.

    ``places`` numbers the words as the file has them, group by group; vectors are stored in the same order.
    """

    places: dict[str, int]
    begins: list[int]
    names: list[tuple[str, ...]]

    def of(self, word: str) -> tuple[str, ...]:
        """The names of a word's clusters."""
        place = self.places.get(word)
        return _RARE if place is None else self.names[bisect_right(self.begins, place) - 1]


@cache
def clusters() -> Clusters:
    """The clusters as shipped."""
    with gzip.open(MODELS / "clusters-en.txt.gz", "rt", encoding="utf-8") as lines:
        middle, coarse = (next(lines).split() for _ in range(2))
        found = Clusters({}, [], [])
        for number, words in enumerate(lines):
            found.begins.append(len(found.places))
            found.names.append((f"a{number}", f"b{middle[number]}", f"c{coarse[number]}"))
            found.places.update(zip(words.split(), count(len(found.places))))
    return found


def _shape(word: str) -> str:
    letters: list[str] = []
    for character in word:
        kind = "X" if character.isupper() else "x" if character.islower() else "d" if character.isdigit() else character
        if len(letters) < 2 or letters[-1] != kind or letters[-2] != kind:
            letters.append(kind)
    return "".join(letters[:10])


def word_lists(word: str, stem: str, language: str) -> list[str]:
    """The lists that know a capitalised word."""
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


class Given(NamedTuple):
    """What a word gives to itself, to the words beside it (``near``) and to the next but one (``far``).

    The features for neighbours are written without the offset, which stands in front of them.
    """

    shape: str
    lists: str
    coarse: str
    own: tuple[str, ...]
    near: tuple[str, ...]
    far: tuple[str, ...]

    def to(self, offset: int) -> tuple[str, ...]:
        """What the word gives to the one from which it is ``offset`` words away."""
        return self.near if abs(offset) == 1 else self.far


def given(word: str, language: str) -> Given:
    """The features of a word alone."""
    lower = DIGIT.sub("0", word.lower())
    stem, shape = without_suffixes(lower, language, _KEPT), _shape(word)
    lists = "+".join(word_lists(word, stem, language))
    capital = word[:1].isupper()
    same, stemmed, shaped = f"w={lower}", f"m={stem}", f"s={shape}"
    endings = [f"e{size}={lower[-size:]}" for size in (1, 2, 3, 4)]
    own = ["b", same, stemmed, shaped, f"p2={lower[:2]}", f"p3={lower[:3]}", f"p4={lower[:4]}", *endings]
    if lists:
        own.append(f"l={lists}")
    if capital:
        own.append(f"cs={stem[-3:]}")
    groups = clusters().of(lower) if language == "en" else ()
    own += groups
    own += [f"{group}{'C' if capital else 'c'}" for group in groups]
    near, far = (same, shaped, stemmed, endings[2], *groups), (same, shaped, *groups[-1:])
    return Given(shape, lists, groups[-1] if groups else "", tuple(own), near, far)


def pair_features(offset: int, there: Given, here: Given) -> tuple[str, ...]:
    """What only two neighbours tell together: shapes, lists, coarse clusters."""
    features = [f"{offset}ss={there.shape}|{here.shape}"]
    if there.lists:
        features.append(f"{offset}l={there.lists}|{here.lists}")
    if here.coarse:
        features.append(f"{offset}c={there.coarse}|{here.coarse}")
    return tuple(features)


def around_features(before: Given, behind: Given) -> tuple[str, ...]:
    """What the words on both sides tell together."""
    return (f"c={before.coarse}|{behind.coarse}",) if before.coarse else ()


def place_features(words: Sequence[str]) -> list[tuple[str, ...]]:
    """What each word's place in its sentence (folded text) tells: quotation marks, first or last, a headline in capitals."""
    return [PLACES[place] for place in places_of(words)]


def places_of(words: Sequence[str]) -> list[int]:
    """The place of each word of a sentence as a number of `PLACES`."""
    if not words:
        return []
    capitals = [word[0].isupper() for word in words]
    quoted = _quoted(words) if not _QUOTES.isdisjoint(words) else [_OUTSIDE] * len(words)
    places = [place + _CAPITAL if capital else place for place, capital in zip(quoted, capitals, strict=True)]
    if sum(capitals) > _SHOUTED * len(words) and sum(word.isupper() for word in words if len(word) > 1) > _SHOUTED * len(words):
        places = [place + _IN_CAPITALS for place in places]
    places[0] += _FIRST
    places[-1] += _LAST
    return places


_OUTSIDE, _INSIDE, _OPENS, _CLOSES = range(4)
_IN_CAPITALS, _CAPITAL, _FIRST, _LAST = 4, 8, 16, 32


def _place(number: int) -> tuple[str, ...]:
    found = [f"q={('o', 'q', 'open', 'close')[number % 4]}"]
    if number & _IN_CAPITALS:
        found.append("shouted")
    if number & _CAPITAL:
        found.append("cap0" if number & _FIRST else "cap")
    if number & _FIRST:
        found.append("-1=none")
    if number & _LAST:
        found.append("1=none")
    return tuple(found)


PLACES = tuple(map(_place, range(2 * _LAST)))


def features(words: Sequence[str], language: str) -> list[list[str]]:
    """All features of each word of a sentence (folded text), as a model is trained with them."""
    seen = [given(word, language) for word in words]
    result = []
    for number, place in enumerate(place_features(words)):
        here = seen[number]
        own = [*here.own, *place]
        for offset in OFFSETS:
            if 0 <= number + offset < len(seen):
                own += [f"{offset}{feature}" for feature in seen[number + offset].to(offset)]
        if number:
            own += pair_features(-1, seen[number - 1], here)
        if number + 1 < len(seen):
            own += pair_features(1, seen[number + 1], here)
        if 0 < number < len(seen) - 1:
            own += around_features(seen[number - 1], seen[number + 1])
        result.append(own)
    return result


def _quoted(words: Sequence[str]) -> list[int]:
    state, result = _OUTSIDE, []
    for word in words:
        if state != _INSIDE and word in _OPENING:
            state = _INSIDE
            result.append(_OPENS)
        elif state == _INSIDE and word in _CLOSING:
            state = _OUTSIDE
            result.append(_CLOSES)
        else:
            result.append(state)
    return result
