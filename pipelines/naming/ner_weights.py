"""What single words and pairs of words give to the CRF's labels: sums of the model's weights, made once and kept."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import repeat
from operator import itemgetter
from typing import TYPE_CHECKING

from pipelines.naming.ner_features import HEARD, LISTS, OFFSETS, OWN, SHAPE, cluster_ending, clusters, columns_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_KEPT = 40_000  # words whose sums are kept: 9 MB a language
_FEATURE = re.compile(rf"(|{'|'.join(map(str, OFFSETS))})({'|'.join(OWN)})(.*)", re.DOTALL)

Weights = Mapping[str, "NDArray[np.float32]"]  # the weights of a feature for each label


class Pairs:
    """What two words tell together: of every pair of kinds the weights for the first word and for the second.

    Row 0 of either is for kinds that no feature names.
    """

    def __init__(self, weights: Weights, labels: int, first: str | None, second: str) -> None:
        import numpy  # noqa: ICN001, PLC0415 - only processes that run a model pay for it; np is its name for the types

        self.numbers: dict[str, int] = {}
        cells = [(one, other, labels, row) for one, other, row in self._cells(weights, second)]
        if first is not None:
            cells += [(one, other, 0, row) for other, one, row in self._cells(weights, first)]
        self._size = len(self.numbers) + 1
        self._rows: NDArray[np.float32] = numpy.zeros((self._size * self._size, 2 * labels), dtype=numpy.float32)
        for one, other, begin, row in cells:
            self._rows[one * self._size + other, begin : begin + labels] = row

    def _cells(self, weights: Weights, prefix: str) -> Iterator[tuple[int, int, NDArray[np.float32]]]:
        """The features ``prefix`` + one kind | other kind; a kind may hold the bar too."""
        for feature, row in weights.items():
            if not feature.startswith(prefix):
                continue
            pair = feature[len(prefix) :]
            for cut in range(len(pair)):
                if pair[cut] == "|":
                    yield self._number(pair[:cut]), self._number(pair[cut + 1 :]), row

    def _number(self, kind: str) -> int:
        return self.numbers.setdefault(kind, len(self.numbers) + 1)

    def of(self, firsts: NDArray[np.intp], seconds: NDArray[np.intp]) -> NDArray[np.float32]:
        """The weights for the first words, and in the same row those for the second."""
        found: NDArray[np.float32] = self._rows.take(firsts * self._size + seconds, axis=0)
        return found


class WordWeights:
    """Of each word a row of ``sums``: what it gives to itself, then to its neighbours in the order of `OFFSETS`.

    ``kinds`` holds the numbers of its shape, lists and cluster in the tables of pairs. Row 0 is of no word, written "".
    """

    def __init__(self, weights: Weights, labels: int, language: str, kind_numbers: Sequence[Mapping[str, int]]) -> None:
        import numpy  # noqa: ICN001, PLC0415 - as above

        self._np = numpy
        self._language = language
        self._labels = labels
        self._kind_numbers = kind_numbers
        width = (1 + len(OFFSETS)) * labels
        self._numbers: list[dict[str, int]] = [{} for _ in OWN]
        found: list[list[tuple[int, int, NDArray[np.float32]]]] = [[] for _ in OWN]
        blocks = {"": 0, **{str(offset): position * labels for position, offset in enumerate(OFFSETS, start=1)}}
        for feature, row in weights.items():
            if match := _FEATURE.fullmatch(feature):
                offset, kind, value = match.groups()
                if offset and kind not in HEARD:
                    continue  # a pair: "1l=given|place"
                column = OWN.index(kind)
                number = self._numbers[column].setdefault(value, len(self._numbers[column]) + 1)
                found[column].append((number, blocks[offset], row))
        # Of each kind of feature a table with a row for each of its values; row 0 for those that the model does not know.
        self._tables: list[NDArray[np.float32]] = []
        for kind, numbers, cells in zip(OWN, self._numbers, found, strict=True):
            table = numpy.zeros((len(numbers) + 1, width if kind in HEARD else labels), dtype=numpy.float32)
            for number, begin, row in cells:
                table[number, begin : begin + labels] = row
            self._tables.append(table)
        self._any = weights.get("b", numpy.zeros(labels, dtype=numpy.float32))
        self._rows = {"": 0}
        self.sums: NDArray[np.float32] = numpy.zeros((_KEPT, width), dtype=numpy.float32)
        self.kinds: NDArray[np.intp] = numpy.zeros((len(kind_numbers), _KEPT), dtype=numpy.intp)
        if language == "en":
            self._read_clusters(weights, blocks)

    def _read_clusters(self, weights: Weights, blocks: Mapping[str, int]) -> None:
        """Of each cluster, for words written small and then for those with a capital, a row like those of ``sums``."""
        numpy = self._np
        names = [*clusters().names, clusters().of("")]
        self._of_clusters: NDArray[np.float32] = numpy.zeros((2 * len(names), self.sums.shape[1]), dtype=numpy.float32)
        for number, some in enumerate(names):
            for name in some:
                for offset, begin in blocks.items():
                    if (row := weights.get(f"{offset}{name}")) is not None:
                        self._of_clusters[2 * number : 2 * number + 2, begin : begin + self._labels] += row
                for capital, word in enumerate("aA"):
                    if (row := weights.get(f"{name}{cluster_ending(word)}")) is not None:
                        self._of_clusters[2 * number + capital, : self._labels] += row
        self._coarse = [some[-1] for some in names]

    def rows_of(self, words: Sequence[str]) -> NDArray[np.intp]:
        """The rows of some words, far fewer than are kept; good until the next call."""
        with suppress(KeyError):  # no new word
            return self._np.fromiter(map(self._rows.__getitem__, words), dtype=self._np.intp, count=len(words))
        rows = list(map(self._rows.get, words))
        unknown = {word for word, row in zip(words, rows, strict=True) if row is None}
        if len(self._rows) + len(unknown) > _KEPT:
            self._rows, rows = {"": 0}, [None] * len(words)
            unknown = set(words).difference(self._rows)
        self._learn(list(unknown))
        filled = [self._rows[word] if row is None else row for word, row in zip(words, rows, strict=True)]
        return self._np.array(filled, dtype=self._np.intp)

    def _learn(self, words: Sequence[str]) -> None:
        """The rows of new words, kind of feature by kind of feature."""
        numpy, labels = self._np, self._labels
        first = len(self._rows)
        rows = slice(first, first + len(words))
        self._rows.update(zip(words, range(rows.start, rows.stop), strict=True))
        columns = columns_of(words, self._language)
        sums = numpy.zeros((len(words), self.sums.shape[1]), dtype=numpy.float32)
        sums[:, :labels] = self._any
        for numbers, table, column in zip(self._numbers, self._tables, columns, strict=True):
            sums[:, : table.shape[1]] += table.take(_looked_up(numbers, column), axis=0)
        coarse = [""] * len(words)
        if self._language == "en":
            groups = clusters().numbers_of(columns[0])
            capitals = map(str.isupper, map(itemgetter(0), words))
            sums += self._of_clusters.take([2 * group + capital for group, capital in zip(groups, capitals, strict=True)], axis=0)
            coarse = list(map(self._coarse.__getitem__, groups))
        self.sums[rows] = sums
        kinds = (columns[SHAPE], columns[LISTS], coarse, coarse)
        self.kinds[:, rows] = [_looked_up(numbers, column) for numbers, column in zip(self._kind_numbers, kinds, strict=True)]


def _looked_up(numbers: Mapping[str, int], column: Sequence[str]) -> list[int]:
    return list(map(numbers.get, column, repeat(0)))
