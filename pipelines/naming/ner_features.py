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
from itertools import compress, count, pairwise
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

from pipelines.naming.inflection import without_suffixes

MODELS = Path(__file__).parents[1] / "models"
# "Tokayev's" and "U.S." as the corpora cut them: no word ends with 's.
TOKEN = re.compile(r"'s(?![^\W_])|[^\W_]++(?:(?!'s(?![^\W_]|[-‐‑'.][^\W_]))[-‐‑'.][^\W_]++)*+|[^\w\s]|_")
DIGIT = re.compile(r"\d")
_KEPT = 3
_SHOUTED = 0.6  # share of capitals that makes a headline
OFFSETS = (-2, -1, 1, 2)  # of the neighbours that a word's label hangs on
_RARE = ("a?",)  # a word without a cluster
_OPENING, _CLOSING = frozenset('«“„"'), frozenset('»”"')
_QUOTES = _OPENING | _CLOSING


def tokens_of(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The words and marks of ``text[start:end]`` as offsets into ``text``."""
    return [match.span() for match in TOKEN.finditer(text, start, end)]


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
        (number,) = self.numbers_of([word])
        return self.names[number] if number < len(self.names) else _RARE

    def numbers_of(self, words: Sequence[str]) -> list[int]:
        """The numbers of the clusters of words; that of a word without one is the number of clusters."""
        begins, rare = self.begins, len(self.names)
        return [rare if place is None else bisect_right(begins, place) - 1 for place in map(self.places.get, words)]


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
    """The kinds of a word's letters: "Xxx" for a name, "XX" for an abbreviation, "dd-xx"; of a run of one kind only two."""
    if word.isalpha():
        if word.islower():
            return "xx"[: len(word)]
        if word.isupper():
            return "XX"[: len(word)]
        if word[0].isupper() and word[1:].islower():
            return "Xxx"[: len(word)]
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


# What the features of a word alone begin with, in the order of `columns_of`; further ones are "b" and those of clusters.
OWN = ("w=", "m=", "s=", "p2=", "p3=", "p4=", "e1=", "e2=", "e3=", "e4=", "l=", "cs=")
SHAPE, LISTS = OWN.index("s="), OWN.index("l=")
# Of these the neighbours hear too.
HEARD, _HEARD_FAR = ("w=", "m=", "s=", "e3="), ("w=", "s=")


def columns_of(words: Sequence[str], language: str) -> list[list[str]]:
    """The features of words without what `OWN` says that they begin with: a column each; empty where a word has none.

    All words are done at once, a word a line: what is asked of each by itself costs many times as much.
    """
    lower = DIGIT.sub("0", "\n".join(words).lower()).split("\n")
    stems = without_suffixes(lower, language, _KEPT)
    lists, last = [""] * len(words), [""] * len(words)
    for number in compress(range(len(words)), map(str.isupper, map(itemgetter(0), words))):
        lists[number] = "+".join(word_lists(words[number], stems[number], language))
        last[number] = stems[number][-3:]
    beginnings = [[word[:size] for word in lower] for size in (2, 3, 4)]
    endings = [[word[-size:] for word in lower] for size in (1, 2, 3, 4)]
    return [lower, stems, list(map(_shape, words)), *beginnings, *endings, lists, last]


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
    values = [column[0] for column in columns_of([word], language)]
    own = [f"{kind}{value}" for kind, value in zip(OWN, values, strict=True) if value]
    groups = clusters().of(values[0]) if language == "en" else ()
    own += ["b", *groups, *(f"{group}{cluster_ending(word)}" for group in groups)]
    near, far = ([f"{kind}{values[OWN.index(kind)]}" for kind in kinds] for kinds in (HEARD, _HEARD_FAR))
    coarse = groups[-1] if groups else ""
    return Given(values[SHAPE], values[LISTS], coarse, tuple(own), (*near, *groups), (*far, *groups[-1:]))


def cluster_ending(word: str) -> str:
    """What tells a word's cluster from that of the same word written small."""
    return "C" if word[:1].isupper() else "c"


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


def places_of(words: Sequence[str], begins: Sequence[int]) -> list[int]:
    """The place of each word of some sentences (folded text) as a number of `PLACES`.

    It tells quotation marks, first or last, a headline in capitals. The sentences stand one behind the other; ``begins`` is
    where each begins and the last one ends.
    """
    places = [_CAPITAL if word[0].isupper() else 0 for word in words]
    marks = list(compress(range(len(words)), map(_QUOTES.__contains__, words)))
    for first, end in pairwise(begins):
        if first == end:
            continue
        if sum(places[first:end]) > _SHOUTED * (end - first) * _CAPITAL and _is_shouted(words[first:end]):
            places[first:end] = [place + _IN_CAPITALS for place in places[first:end]]
        places[first] += _FIRST
        places[end - 1] += _LAST
    if marks:
        _quote(words, begins, marks, places)
    return places


def _is_shouted(words: Sequence[str]) -> bool:
    return sum(word.isupper() for word in words if len(word) > 1) > _SHOUTED * len(words)


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
    for number, place in enumerate(places_of(words, (0, len(words)))):
        here = seen[number]
        own = [*here.own, *PLACES[place]]
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


def _quote(words: Sequence[str], begins: Sequence[int], marks: Sequence[int], places: list[int]) -> None:
    """Adds what stands in quotation marks, and which marks those are; a sentence closes all that it opened."""
    state, end = _OUTSIDE, 0
    for mark, following in pairwise((*marks, len(words))):
        if mark >= end:
            end = begins[bisect_right(begins, mark)]
            state = _OUTSIDE
        if state != _INSIDE and words[mark] in _OPENING:
            places[mark] += _OPENS
            state = _INSIDE
        elif state == _INSIDE and words[mark] in _CLOSING:
            places[mark] += _CLOSES
            state = _OUTSIDE
        else:
            places[mark] += state
        if state == _INSIDE:
            for place in range(mark + 1, min(following, end)):
                places[place] += _INSIDE
