"""Runs the small models for Kazakh and English: a linear-chain CRF trained with python-crfsuite, read once and run in numpy.

CRFsuite takes every feature of every word as a string, which is most of the time of such a model. Here the weights of all that
one word gives, to itself and to its neighbours, are summed once and kept; a stretch of text is then a few sums of rows. Labels
are those of python-crfsuite but for ties in rounding.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from pipelines.ner_features import MODELS, OFFSETS, Given, around_features, given, pair_features, place_features
from pipelines.ner_viterbi import best_paths

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_KEPT = 20_000  # sums of words and of combinations that are kept: 6 MB a language
_AT_ONCE = 2_000  # words of one run
LONGEST = 1_000
_NOTHING = 0  # the row of what is missing
_OUTSIDE: tuple[Given | None, int] = (None, _NOTHING)
_REACH = max(OFFSETS)


class Stretch(NamedTuple):
    """The words ``first`` to ``last`` (exclusive) of a sentence of folded text, of at most `LONGEST` words."""

    words: Sequence[str]
    first: int
    last: int


class _Sums:
    """Rows of summed weights, each made once; row 0 is zero."""

    def __init__(self, shape: tuple[int, ...]) -> None:
        import numpy  # noqa: ICN001, PLC0415 - as in CrfModel

        self.rows: NDArray[np.float32] = numpy.zeros((_KEPT, *shape), dtype=numpy.float32)
        self.places: dict[Hashable, int] = {}

    def make_room(self, wanted: int) -> None:
        """Forget all where fewer than ``wanted`` rows are left."""
        if len(self.places) + wanted + 1 > _KEPT:
            self.places.clear()

    def place(self, key: Hashable) -> int:
        """A new row for ``key``, to be filled."""
        number = self.places[key] = len(self.places) + 1
        return number


class CrfModel:
    """One language's model; about half a second to load."""

    def __init__(self, language: str) -> None:
        import numpy  # noqa: ICN001, PLC0415 - only processes that read these languages pay for it; np is its name for the types
        import pycrfsuite  # noqa: PLC0415 - as above

        self._np = numpy
        self._language = language
        tagger = pycrfsuite.Tagger()
        tagger.open(str(MODELS / f"ner-{language}.crfsuite"))
        info = tagger.info()
        self._labels = sorted(info.labels, key=lambda label: int(info.labels[label]))
        place = {label: number for number, label in enumerate(self._labels)}
        self._numbers = {attribute: number for number, attribute in enumerate(info.attributes)}
        self._weights = numpy.zeros((len(self._numbers), len(place)), dtype=numpy.float32)
        for (attribute, label), weight in info.state_features.items():
            self._weights[self._numbers[attribute], place[label]] = weight
        self._transitions = numpy.zeros((len(place), len(place)), dtype=numpy.float32)
        for (before, behind), weight in info.transitions.items():
            self._transitions[place[before], place[behind]] = weight
        self._given: dict[str, tuple[Given, int]] = {}
        self._words = _Sums((1 + len(OFFSETS), len(place)))
        self._combined = _Sums((len(place),))

    def tag(self, stretches: Sequence[Stretch]) -> list[list[str]]:
        """BIO labels of every word of every stretch."""
        result: list[list[str]] = []
        for some in _portions(stretches):
            scores = self._scores(some)
            lengths = [stretch.last - stretch.first for stretch in some]
            places = [sum(lengths[:number]) for number in range(len(lengths))]
            result += [[self._labels[label] for label in path] for path in best_paths(scores, places, lengths, self._transitions)]
        return result

    def _scores(self, stretches: Sequence[Stretch]) -> NDArray[np.float32]:
        words = sum(_width(stretch) for stretch in stretches)
        self._words.make_room(words)
        self._combined.make_room(4 * words)
        if not self._words.places:
            self._given.clear()
        own: list[int] = []
        near: list[list[int]] = [[] for _ in OFFSETS]
        combined: list[list[int]] = [[] for _ in range(4)]
        by_sentence: dict[int, list[tuple[str, ...]]] = {}
        for stretch in stretches:
            places = by_sentence.get(id(stretch.words))
            if places is None:
                places = by_sentence[id(stretch.words)] = place_features(stretch.words)
            begin, count = stretch.first - _REACH, len(stretch.words)
            seen = [
                self._look(stretch.words[number]) if 0 <= number < count else _OUTSIDE
                for number in range(begin, stretch.last + _REACH)
            ]
            rows = [row for _, row in seen]
            width = stretch.last - stretch.first
            own += rows[_REACH : _REACH + width]
            for position, offset in enumerate(OFFSETS):
                near[position] += rows[_REACH + offset : _REACH + offset + width]
            combined[0] += [self._combination(features) for features in places[stretch.first : stretch.last]]
            for (before, _), (here, _), (behind, _) in zip(seen[1:], seen[2:], seen[3 : 3 + width], strict=False):
                combined[1].append(self._pair(-1, before, here))
                combined[2].append(self._pair(1, behind, here))
                combined[3].append(self._around(before, behind))
        scores = self._words.rows[own, 0]
        for position, rows in enumerate(near, start=1):
            scores = scores + self._words.rows[rows, position]
        for rows in combined:
            scores = scores + self._combined.rows[rows]
        return scores

    def _look(self, word: str) -> tuple[Given, int]:
        """What a word gives, and the row of its sums."""
        found = self._given.get(word)
        if found is None:
            number = self._words.place(word)
            found = self._given[word] = (given(word, self._language), number)
            for position, features in enumerate((found[0].own, *found[0].to_neighbours)):
                self._words.rows[number, position] = self._sum(features)
        return found

    def _pair(self, offset: int, there: Given | None, here: Given | None) -> int:
        if there is None or here is None:
            return _NOTHING
        key = (offset, there.shape, there.lists, there.coarse, here.shape, here.lists, here.coarse)
        number = self._combined.places.get(key)
        return self._add(key, pair_features(offset, there, here)) if number is None else number

    def _around(self, before: Given | None, behind: Given | None) -> int:
        if before is None or behind is None or not before.coarse:
            return _NOTHING
        key = (before.coarse, behind.coarse)
        number = self._combined.places.get(key)
        return self._add(key, around_features(before, behind)) if number is None else number

    def _combination(self, features: tuple[str, ...]) -> int:
        number = self._combined.places.get(features)
        return self._add(features, features) if number is None else number

    def _add(self, key: Hashable, features: Iterable[str]) -> int:
        number = self._combined.place(key)
        self._combined.rows[number] = self._sum(features)
        return number

    def _sum(self, features: Iterable[str]) -> NDArray[np.float32]:
        numbers = [number for feature in features if (number := self._numbers.get(feature)) is not None]
        total: NDArray[np.float32] = self._weights[numbers].sum(axis=0)
        return total


def _width(stretch: Stretch) -> int:
    """The words that the labels of a stretch hang on, at most."""
    return stretch.last - stretch.first + 2 * _REACH


def _portions(stretches: Sequence[Stretch]) -> Iterator[list[Stretch]]:
    """The stretches in groups of about `_AT_ONCE` words."""
    group: list[Stretch] = []
    count = 0
    for stretch in stretches:
        if group and count + _width(stretch) > _AT_ONCE:
            yield group
            group, count = [], 0
        group.append(stretch)
        count += _width(stretch)
    if group:
        yield group


@cache
def crf_model(language: str) -> CrfModel:
    """The model of this process, loaded at the first article that needs it."""
    return CrfModel(language)
