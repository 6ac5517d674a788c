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
        # The last row is of no feature: every sum begins with it, for there is no sum of nothing in `reduceat`.
        self._weights = numpy.zeros((len(self._numbers) + 1, len(place)), dtype=numpy.float32)
        for (attribute, label), weight in info.state_features.items():
            self._weights[self._numbers[attribute], place[label]] = weight
        self._transitions = numpy.zeros((len(place), len(place)), dtype=numpy.float32)
        for (before, behind), weight in info.transitions.items():
            self._transitions[place[before], place[behind]] = weight
        pairs = {attribute: self._weights[number] for attribute, number in self._numbers.items() if "|" in attribute}
        # A feature of a neighbour names it first: "1ss=" is for the first word of a pair, "-1ss=" for the second.
        self._pairs = [_Pairs(pairs, len(place), f"1{kind}=", f"-1{kind}=") for kind in ("ss", "l", "c")]
        self._around = _Pairs(pairs, len(place), None, "c=")  # words with one between
        self._places = self._sums(PLACES)
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
        if unknown := set().union(*sentences).difference(self._words):
            self._learn(list(unknown))
        rows: list[Iterable[int]] = [_BLANK]
        places = [_BLANK]
        for words in sentences:
            rows += (map(self._words.__getitem__, words), _BLANK)
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

    def _learn(self, words: Sequence[str]) -> None:
        """The rows of new words, filled with the sums of what each gives."""
        first = len(self._words) + 1
        rows = slice(first, first + len(words))
        self._words.update(zip(words, range(rows.start, rows.stop), strict=True))
        found = [given(word, self._language) for word in words]
        sums = self._sums([features for one in found for features in (one.own, *one.to_neighbours)])
        self._rows[rows] = sums.reshape(len(words), -1)
        tables = [table.numbers for table in (*self._pairs, self._around)]
        for one, row in zip(found, range(rows.start, rows.stop), strict=True):
            kinds = (one.shape, one.lists, one.coarse, one.coarse)
            self._kinds[:, row] = [numbers.get(kind, 0) for kind, numbers in zip(kinds, tables, strict=True)]

    def _sums(self, groups: Sequence[Iterable[str]]) -> NDArray[np.float32]:
        """A row for each group of features: the weights of all of them together."""
        nothing, known = len(self._numbers), self._numbers.get
        numbers: list[int] = []
        starts = []
        for features in groups:
            starts.append(len(numbers))
            numbers.append(nothing)
            numbers += [number for feature in features if (number := known(feature)) is not None]
        total: NDArray[np.float32] = self._np.add.reduceat(self._weights.take(numbers, axis=0), starts, axis=0)
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
