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
    """What two words tell together: of every pair of kinds the weights for the first word and for the second.

    Row 0 of either is for kinds that no feature names.
    """

    def __init__(self, attributes: Mapping[str, NDArray[np.float32]], labels: int, first: str | None, second: str) -> None:
        import numpy  # noqa: ICN001, PLC0415 - as in CrfModel

        self.numbers: dict[str, int] = {}
        cells = [(one, other, labels, row) for one, other, row in self._cells(attributes, second)]
        if first is not None:
            cells += [(one, other, 0, row) for other, one, row in self._cells(attributes, first)]
        self._size = len(self.numbers) + 1
        self._rows: NDArray[np.float32] = numpy.zeros((self._size * self._size, 2 * labels), dtype=numpy.float32)
        for one, other, begin, row in cells:
            self._rows[one * self._size + other, begin : begin + labels] = row

    def _cells(
        self, attributes: Mapping[str, NDArray[np.float32]], prefix: str
    ) -> Iterator[tuple[int, int, NDArray[np.float32]]]:
        """The features ``prefix`` + one kind | other kind; a kind may hold the bar too."""
        for attribute, row in attributes.items():
            if not attribute.startswith(prefix):
                continue
            pair = attribute[len(prefix) :]
            for cut in range(len(pair)):
                if pair[cut] == "|":
                    yield self._number(pair[:cut]), self._number(pair[cut + 1 :]), row

    def _number(self, kind: str) -> int:
        return self.numbers.setdefault(kind, len(self.numbers) + 1)

    def of(self, firsts: NDArray[np.intp], seconds: NDArray[np.intp]) -> NDArray[np.float32]:
        """The weights for the first words, and in the same row those for the second."""
        found: NDArray[np.float32] = self._rows.take(firsts * self._size + seconds, axis=0)
        return found


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
        pairs = {attribute: self._weights[number] for attribute, number in self._numbers.items() if "|" in attribute}
        # A feature of a neighbour names it first: "1ss=" is for the first word of a pair, "-1ss=" for the second.
        self._pairs = [_Pairs(pairs, len(place), f"1{kind}=", f"-1{kind}=") for kind in ("ss", "l", "c")]
        self._around = _Pairs(pairs, len(place), None, "c=")  # words with one between
        self._places = numpy.array([self._sum(features) for features in PLACES])
        self._words: dict[str, int] = {}
        self._rows = numpy.zeros((_KEPT, (1 + len(OFFSETS)) * len(place)), dtype=numpy.float32)
        self._kinds = numpy.zeros((len(self._pairs) + 1, _KEPT), dtype=numpy.intp)

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
        scores: NDArray[np.float32] = self._places.take(numpy.fromiter(chain.from_iterable(places), dtype=numpy.intp), axis=0)
        labels = len(self._labels)
        given_here = self._rows.take(row, axis=0)
        scores += given_here[:, :labels]
        for position, offset in enumerate(OFFSETS, start=1):
            to_neighbour = given_here[:, position * labels : (position + 1) * labels]
            if offset < 0:
                scores[-offset:] += to_neighbour[:offset]
            else:
                scores[:-offset] += to_neighbour[offset:]
        *kinds, around = self._kinds.take(row, axis=1)
        for kind, pairs in zip(kinds, self._pairs, strict=True):
            if pairs.numbers:
                told = pairs.of(kind[:-1], kind[1:])
                scores[:-1] += told[:, :labels]
                scores[1:] += told[:, labels:]
        if self._around.numbers:
            scores[1:-1] += self._around.of(around[:-2], around[2:])[:, labels:]
        return scores

    def _look(self, word: str) -> int:
        """The row of a new word, filled with the sums of what it gives."""
        row = self._words[word] = len(self._words) + 1
        found = given(word, self._language)
        self._rows[row] = self._np.concatenate([self._sum(features) for features in (found.own, *found.to_neighbours)])
        kinds = (found.shape, found.lists, found.coarse, found.coarse)
        self._kinds[:, row] = [
            table.numbers.get(kind, 0) for kind, table in zip(kinds, (*self._pairs, self._around), strict=True)
        ]
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
