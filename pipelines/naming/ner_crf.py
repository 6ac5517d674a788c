"""Runs the small models for Kazakh and English: a linear-chain CRF trained with python-crfsuite, read once and run in numpy.

CRFsuite takes every feature of every word as a string, which is most of the time of such a model. Here the weights of all that
one word gives, to itself and to its neighbours, are summed once and kept; what two words tell together hangs on their shapes,
lists and clusters only and lies in small tables, as does what the network for windows says (`pipelines.naming.ner_window`). All
sentences of an article are then a few sums of rows, with blank rows between them. Labels are those of python-crfsuite but for
ties in rounding.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from pipelines.naming.ner_features import MODELS, OFFSETS, PLACES, given, places_of
from pipelines.naming.ner_viterbi import best_paths
from pipelines.naming.ner_window import KINDS, STEPS, TOLD, WINDOWED, Piece, Window, best_feature

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
        numbers = {attribute: number for number, attribute in enumerate(info.attributes)}
        # The last row is of no feature: every sum begins with it, for there is no sum of nothing in `reduceat`.
        self._nothing = len(numbers)
        self._weights = numpy.zeros((len(numbers) + 1, len(place)), dtype=numpy.float32)
        for (attribute, label), weight in info.state_features.items():
            self._weights[numbers[attribute], place[label]] = weight
        self._transitions = numpy.zeros((len(place), len(place)), dtype=numpy.float32)
        for (before, behind), weight in info.transitions.items():
            self._transitions[place[before], place[behind]] = weight
        pairs = {attribute: self._weights[number] for attribute, number in numbers.items() if "|" in attribute}
        # A feature of a neighbour names it first: "1ss=" is for the first word of a pair, "-1ss=" for the second.
        self._pairs = [_Pairs(pairs, len(place), f"1{kind}=", f"-1{kind}=") for kind in ("ss", "l", "c")]
        self._around = _Pairs(pairs, len(place), None, "c=")  # words with one between
        self._places = self._sums([[numbers[feature] for feature in features if feature in numbers] for features in PLACES])
        self._own, self._to_neighbours = _by_offset(numbers)
        self._window = Window(language) if language in WINDOWED else None
        sure = [[f"n={kind}{step}" for step in range(STEPS + 1)] for kind in KINDS[:TOLD]]
        best = [[f"{offset}{best_feature(kind)}" for kind in range(len(KINDS))] for offset in ("", 1, -1)]
        self._sure, self._best = (
            [self._weights.take([numbers.get(feature, self._nothing) for feature in some], axis=0) for some in group]
            for group in (sure, best)
        )
        self._words: dict[str, int] = {}
        self._rows = numpy.zeros((_KEPT, (1 + len(OFFSETS)) * len(place)), dtype=numpy.float32)
        self._kinds = numpy.zeros((len(self._pairs) + 1, _KEPT), dtype=numpy.intp)

    def tag(self, stretches: Sequence[Stretch]) -> list[list[str]]:
        """BIO labels of every word of every stretch."""
        result: list[list[str]] = []
        for some in _portions(stretches):
            # Nothing farther away than `_REACH` tells of a word; the place in the sentence is that in the whole one.
            pieces, places, begins = [], [], []
            begin = _REACH
            for stretch in some:
                low, high = max(0, stretch.first - _REACH), stretch.last + _REACH
                pieces.append(stretch.words[low:high])
                places.append(places_of(stretch.words)[low:high])
                begins.append(begin + stretch.first - low)
                begin += len(pieces[-1]) + _REACH
            lengths = [stretch.last - stretch.first for stretch in some]
            scores = self._scores(pieces, places)
            if self._window is not None:
                self._hear(self._window, scores, some, begins)
            paths = best_paths(scores, begins, lengths, self._transitions)
            result += [[self._labels[label] for label in path] for path in paths]
        return result

    def _scores(self, pieces: Sequence[Sequence[str]], places: Sequence[Sequence[int]]) -> NDArray[np.float32]:
        """The score of each label for each word of each piece of a sentence, with blank rows around every piece."""
        numpy = self._np
        if len(self._words) + sum(map(len, pieces)) + 1 > _KEPT:
            self._words.clear()
        if unknown := set[str]().union(*pieces).difference(self._words):
            self._learn(list(unknown))
        rows: list[Iterable[int]] = [_BLANK]
        placed: list[Iterable[int]] = [_BLANK]
        for words, own_places in zip(pieces, places, strict=True):
            rows += (map(self._words.__getitem__, words), _BLANK)
            placed += (own_places, _BLANK)
        row = numpy.fromiter(chain.from_iterable(rows), dtype=numpy.intp)
        scores: NDArray[np.float32] = self._places.take(numpy.fromiter(chain.from_iterable(placed), dtype=numpy.intp), axis=0)
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

    def _hear(self, window: Window, scores: NDArray[np.float32], stretches: Sequence[Stretch], begins: Sequence[int]) -> None:
        """Adds what the network says of the words of each stretch; the row of its first word is in ``begins``."""
        pieces = [
            Piece(one.words, max(0, one.first - 1), min(len(one.words), one.last + 1)) for one in stretches
        ]  # the neighbours of the outermost words are heard of too
        told = window.told(pieces)
        rows = self._np.array(
            [begins[piece] + place - stretches[piece].first for piece, place in told.places], dtype=self._np.intp
        )
        own, left, right = (weights.take(told.best, axis=0) for weights in self._best)
        for steps, weights in zip(told.steps.T, self._sure, strict=True):
            own += weights.take(steps, axis=0)
        for offset, heard in ((0, own), (-1, left), (1, right)):
            scores[rows + offset] += heard

    def _learn(self, words: Sequence[str]) -> None:
        """The rows of new words, filled with the sums of what each gives."""
        first = len(self._words) + 1
        rows = range(first, first + len(words))
        self._words.update(zip(words, rows, strict=True))
        found = [given(word, self._language) for word in words]
        own, to_neighbours, nowhere = self._own.get, self._to_neighbours.get, (self._nothing,) * len(OFFSETS)
        groups: list[Iterable[int]] = []
        for one in found:
            groups.append([number for feature in one.own if (number := own(feature)) is not None])
            near, far = (
                tuple(zip(*[to_neighbours(feature, nowhere) for feature in some], strict=True)) for some in (one.near, one.far)
            )
            groups += [(near if abs(offset) == 1 else far)[position] for position, offset in enumerate(OFFSETS)]
        self._rows[rows.start : rows.stop] = self._sums(groups).reshape(len(words), -1)
        tables = [table.numbers for table in (*self._pairs, self._around)]
        for one, row in zip(found, rows, strict=True):
            kinds = (one.shape, one.lists, one.coarse, one.coarse)
            self._kinds[:, row] = [numbers.get(kind, 0) for kind, numbers in zip(kinds, tables, strict=True)]

    def _sums(self, groups: Sequence[Iterable[int]]) -> NDArray[np.float32]:
        """A row for each group of features, given by number: the weights of all of them together."""
        numbers: list[int] = []
        starts = []
        for group in groups:
            starts.append(len(numbers))
            numbers.append(self._nothing)
            numbers += group
        total: NDArray[np.float32] = self._np.add.reduceat(self._weights.take(numbers, axis=0), starts, axis=0)
        return total


def _by_offset(numbers: Mapping[str, int]) -> tuple[dict[str, int], dict[str, tuple[int, ...]]]:
    """The numbers of the features of words themselves, and of those for neighbours: for each of `OFFSETS`, by the rest."""
    nothing = len(numbers)
    own: dict[str, int] = {}
    by_rest: dict[str, list[int]] = {}
    for feature, number in numbers.items():
        position = next((place for place, offset in enumerate(OFFSETS) if feature.startswith(str(offset))), None)
        if position is None:
            own[feature] = number
        else:
            rest = feature[len(str(OFFSETS[position])) :]
            by_rest.setdefault(rest, [nothing] * len(OFFSETS))[position] = number
    return own, {rest: tuple(numbers) for rest, numbers in by_rest.items()}


def _portions(stretches: Sequence[Stretch]) -> Iterator[list[Stretch]]:
    """The stretches in groups of about `_AT_ONCE` words."""
    group: list[Stretch] = []
    count = 0
    for stretch in stretches:
        width = stretch.last - stretch.first + 2 * _REACH
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
