"""Runs the small models for Kazakh and English: a linear-chain CRF trained with python-crfsuite, read once and run in numpy.

CRFsuite takes every feature of every word as a string, which is most of the time of such a model. Here the weights of all that
one word gives, to itself and to its neighbours, are summed once and kept; what two words tell together hangs on their shapes,
lists and clusters only and lies in small tables. All sentences of an article are then a few sums of rows, with blank rows
between them. Labels are those of python-crfsuite but for ties in rounding.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from pipelines.ner_features import MODELS, OFFSETS, PLACES, given, places_of
from pipelines.ner_viterbi import best_paths

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_KEPT = 20_000  # words whose sums are kept: 4 MB a language
_AT_ONCE = 2_000  # words of one run
LONGEST = 1_000
_REACH = max(OFFSETS)
_BLANK = [0] * _REACH  # rows between two sentences


class Stretch(NamedTuple):
    """The words ``first`` to ``last`` (exclusive) of a sentence of folded text, of at most `LONGEST` words."""

    words: Sequence[str]
    first: int
    last: int


class _Pairs:
    """The weights of features ``prefix`` + one | other; row and column 0 are for what no feature names."""

    def __init__(self, prefix: str, weights: Mapping[str, NDArray[np.float32]], numbers: dict[str, int], labels: int) -> None:
        import numpy  # noqa: ICN001, PLC0415 - as in CrfModel

        cells = [
            (numbers.setdefault(pair[:cut], len(numbers) + 1), numbers.setdefault(pair[cut + 1 :], len(numbers) + 1), row)
            for attribute, row in weights.items()
            if attribute.startswith(prefix)
            for pair in (attribute[len(prefix) :],)
            for cut in range(len(pair))
            if pair[cut] == "|"
        ]
        size = len(numbers) + 1
        self.rows: NDArray[np.float32] = numpy.zeros((size, size, labels), dtype=numpy.float32)
        for one, other, row in cells:
            self.rows[one, other] = row


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
        weights = {attribute: self._weights[number] for attribute, number in self._numbers.items() if "|" in attribute}
        self._shapes: dict[str, int] = {}
        self._lists: dict[str, int] = {}
        self._clusters: dict[str, int] = {}
        kinds = (("ss", self._shapes), ("l", self._lists), ("c", self._clusters))
        for prefix in ("-1", "1", ""):  # all names first, so that the tables of one kind have one size
            for kind, numbers in kinds:
                _Pairs(f"{prefix}{kind}=", weights, numbers, len(place))
        self._before = [_Pairs(f"-1{kind}=", weights, numbers, len(place)).rows for kind, numbers in kinds]
        self._behind = [_Pairs(f"1{kind}=", weights, numbers, len(place)).rows for kind, numbers in kinds]
        self._around = _Pairs("c=", weights, self._clusters, len(place)).rows
        self._places = numpy.array([self._sum(features) for features in PLACES])
        self._words: dict[str, int] = {}
        self._rows = numpy.zeros((1 + len(OFFSETS), _KEPT, len(place)), dtype=numpy.float32)
        self._kinds = numpy.zeros((len(kinds), _KEPT), dtype=numpy.intp)

    def tag(self, stretches: Sequence[Stretch]) -> list[list[str]]:
        """BIO labels of every word of every stretch."""
        result: list[list[str]] = []
        for some in _portions(stretches):
            sentences: dict[int, int] = {}
            words: list[Sequence[str]] = []
            begin = _REACH
            for stretch in some:
                if id(stretch.words) not in sentences:
                    sentences[id(stretch.words)] = begin
                    words.append(stretch.words)
                    begin += len(stretch.words) + _REACH
            paths = best_paths(
                self._scores(words),
                [sentences[id(stretch.words)] + stretch.first for stretch in some],
                [stretch.last - stretch.first for stretch in some],
                self._transitions,
            )
            result += [[self._labels[label] for label in path] for path in paths]
        return result

    def _scores(self, sentences: Sequence[Sequence[str]]) -> NDArray[np.float32]:
        """The score of each label for each word, with blank rows around every sentence."""
        numpy = self._np
        if len(self._words) + sum(map(len, sentences)) + 1 > _KEPT:
            self._words.clear()
        known = self._words
        rows, places = [_BLANK], [_BLANK]
        for words in sentences:
            rows += ([known.get(word) or self._look(word) for word in words], _BLANK)
            places += (places_of(words), _BLANK)
        row = numpy.fromiter(chain.from_iterable(rows), dtype=numpy.intp)
        scores = self._places[numpy.fromiter(chain.from_iterable(places), dtype=numpy.intp)]
        scores += self._rows[0][row]
        for position, offset in enumerate(OFFSETS, start=1):
            given_here = self._rows[position]
            if offset < 0:
                scores[-offset:] += given_here[row[:offset]]
            else:
                scores[:-offset] += given_here[row[offset:]]
        for kind, before, behind in zip(self._kinds, self._before, self._behind, strict=True):
            numbers = kind[row]
            scores[1:] += before[numbers[:-1], numbers[1:]]
            scores[:-1] += behind[numbers[1:], numbers[:-1]]
        scores[1:-1] += self._around[numbers[:-2], numbers[2:]]
        return scores

    def _look(self, word: str) -> int:
        """The row of a new word, filled with the sums of what it gives."""
        row = self._words[word] = len(self._words) + 1
        found = given(word, self._language)
        for position, features in enumerate((found.own, *found.to_neighbours)):
            self._rows[position, row] = self._sum(features)
        kinds = (self._shapes.get(found.shape, 0), self._lists.get(found.lists, 0), self._clusters.get(found.coarse, 0))
        self._kinds[:, row] = kinds
        return row

    def _sum(self, features: Iterable[str]) -> NDArray[np.float32]:
        numbers = [number for feature in features if (number := self._numbers.get(feature)) is not None]
        total: NDArray[np.float32] = self._weights[numbers].sum(axis=0)
        return total


def _portions(stretches: Sequence[Stretch]) -> Iterator[list[Stretch]]:
    """The stretches in groups of about `_AT_ONCE` words; those of one sentence stand together."""
    group: list[Stretch] = []
    count = 0
    for stretch in stretches:
        width = len(stretch.words) if not group or group[-1].words is not stretch.words else 0
        if group and count + width > _AT_ONCE:
            yield group
            group, count = [], 0
        group.append(stretch)
        count += width
    if group:
        yield group


@cache
def crf_model(language: str) -> CrfModel:
    """The model of this process, loaded at the first article that needs it."""
    return CrfModel(language)
