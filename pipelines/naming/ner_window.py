"""What a small network makes of a capitalised word from the vectors of the words around it and of its whole sentence.

The network (one hidden layer, trained by ``benchmarks.train.ner``) sees the word, three on either side, and the mean of the
sentence's small words, which tells a text about bands from one about rivers. Its answer is given to the CRF as a few features:
for each kind of name how sure it is in steps, and which it likes best. Vectors are those of GloVe 6B, ten bytes a word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import accumulate, chain
from typing import TYPE_CHECKING, NamedTuple

from pipelines.naming.ner_features import DIGIT, MODELS, clusters, word_lists

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

WINDOWED = frozenset({"en"})
REACH = 3  # words on either side
KINDS = ("O", "PER", "ORG", "LOC", "MISC")
TOLD = 4  # of these kinds the CRF hears how sure the network is
STEPS, _LEAST = 6, 0.1
_KEPT = 20_000  # words whose rows are kept: 4 MB
_FLAGS = ("given", "place", "surname")
_UNKNOWN, _CAPITAL, _SHOUTED, _LISTED = range(4)  # places of the flags behind the vector
_BOUNDARY = 0  # the row of what lies outside the sentence


class Piece(NamedTuple):
    """The words ``low`` to ``high`` (exclusive) of a sentence of folded text, about which the network is asked."""

    words: Sequence[str]
    low: int
    high: int


class Told(NamedTuple):
    """The network's answers for every word with a capital or digit in front: by piece and place the steps and the best kind."""

    places: list[tuple[int, int]]
    steps: NDArray[np.intp]
    best: NDArray[np.intp]


def window_features(steps: Sequence[int], best: int) -> list[str]:
    """An answer as features of the word itself."""
    return [f"n={kind}{step}" for kind, step in zip(KINDS, steps, strict=False)] + [best_feature(best)]


def best_feature(best: int) -> str:
    """The kind that the network likes best; neighbours hear of it too."""
    return f"nb={KINDS[best]}"


class WordRows:
    """The vector and flags of each word, as a row of a table that fills as words come."""

    def __init__(self, language: str) -> None:
        import numpy  # noqa: ICN001, PLC0415 - only processes that run a model pay for it; np is its name for the types

        self._np = numpy
        self._language = language
        with numpy.load(MODELS / f"vectors-{language}.npz") as stored:
            self._codes: NDArray[np.uint8] = stored["codes"]
            self._book: NDArray[np.float32] = stored["book"].astype(numpy.float32)
        self.size = self._book.shape[0] * self._book.shape[2]
        self.width = self.size + _LISTED + len(_FLAGS)
        self._numbers: dict[str, int] = {}
        self._make_room(_KEPT)

    def _make_room(self, count: int) -> None:
        self.table: NDArray[np.float32] = self._np.zeros((count, self.width), dtype=self._np.float32)
        self.table[_BOUNDARY, self.size + _UNKNOWN] = -1
        self.is_small = self._np.zeros(count, dtype=bool)  # written small and with a vector

    def of(self, sentences: Iterable[Sequence[str]]) -> list[list[int]]:
        """The row numbers of the words of each sentence; good until the next call."""
        sentences = list(sentences)
        new = set().union(*sentences).difference(self._numbers)
        if len(self._numbers) + len(new) + 1 > len(self.table):
            self._numbers.clear()
            new = set().union(*sentences)
            self._make_room(max(_KEPT, len(new) + 1))
        for word in new:
            self._learn(word)
        return [list(map(self._numbers.__getitem__, words)) for words in sentences]

    def _learn(self, word: str) -> None:
        row = self._numbers[word] = len(self._numbers) + 1
        lower = DIGIT.sub("0", word.lower())
        place = clusters().places.get(lower)
        if place is None:
            self.table[row, self.size + _UNKNOWN] = 1
        else:
            self.table[row, : self.size] = self._book[range(len(self._book)), self._codes[place]].ravel()
        capital = word[0].isupper()
        self.is_small[row] = word[0].islower() and place is not None
        self.table[row, self.size + _CAPITAL] = capital
        self.table[row, self.size + _SHOUTED] = word.isupper() and len(word) > 1
        listed = word_lists(word, lower, self._language)
        self.table[row, self.size + _LISTED :] = [flag in listed for flag in _FLAGS]


class Window:
    """The network of one language."""

    def __init__(self, language: str, weights: Sequence[NDArray[np.float32]] | None = None) -> None:
        """``weights`` are those of the hidden layer (matrix, bias) and of the answer; without them the shipped ones."""
        import numpy  # noqa: ICN001, PLC0415 - as above

        self._np = numpy
        self.rows = word_rows(language)
        if weights is None:
            with numpy.load(MODELS / f"window-{language}.npz") as stored:
                weights = [stored[name].astype(numpy.float32) for name in ("hidden", "hidden_bias", "answer", "answer_bias")]
        self.weights = tuple(weights)

    def told(self, pieces: Sequence[Piece]) -> Told:
        """What the network says of every word with a capital or digit in the pieces."""
        numpy = self._np
        places, seen = seen_of(pieces, self.rows)
        into_hidden, hidden_bias, into_answer, answer_bias = self.weights
        odds = numpy.maximum(seen @ into_hidden + hidden_bias, 0) @ into_answer + answer_bias
        odds = numpy.exp(odds - odds.max(axis=1, keepdims=True))
        odds /= odds.sum(axis=1, keepdims=True)
        steps = (odds[:, :TOLD] * (STEPS - 1e-3)).astype(numpy.intp) + 1
        steps[odds[:, :TOLD] < _LEAST] = 0
        return Told(places, steps, odds.argmax(axis=1))


def seen_of(pieces: Sequence[Piece], rows: WordRows) -> tuple[list[tuple[int, int]], NDArray[np.float32]]:
    """What the network sees: the places it is asked about (piece, word) and for each the vectors of its window and sentence."""
    import numpy  # noqa: ICN001, PLC0415 - as above

    numbers = rows.of([piece.words for piece in pieces])
    places = list(_capitals(pieces))
    if not places:
        return places, numpy.zeros((0, (2 * REACH + 1) * rows.width + rows.size), dtype=numpy.float32)
    # All sentences one behind the other, each with room for a window around its ends.
    edge = [_BOUNDARY] * REACH
    row = numpy.fromiter(chain.from_iterable((*edge, *own, *edge) for own in numbers), dtype=numpy.intp)
    begins = numpy.array([0, *accumulate(len(own) + 2 * REACH for own in numbers[:-1])])
    vectors, small = rows.table.take(row, axis=0), rows.is_small.take(row)
    counts = numpy.maximum(numpy.add.reduceat(small, begins, dtype=numpy.float32), 1)
    means = numpy.add.reduceat(vectors[:, : rows.size] * small[:, None], begins) / counts[:, None]
    which = numpy.array([piece for piece, _ in places])
    centres = begins[which] + REACH + numpy.array([place for _, place in places])
    window = vectors.take(centres[:, None] + numpy.arange(-REACH, REACH + 1), axis=0).reshape(len(places), -1)
    return places, numpy.concatenate((window, means.take(which, axis=0)), axis=1)


def _capitals(pieces: Sequence[Piece]) -> Iterator[tuple[int, int]]:
    for number, piece in enumerate(pieces):
        for place in range(piece.low, piece.high):
            first = piece.words[place][0]
            if first.isupper() or first.isdigit():
                yield number, place


@cache
def word_rows(language: str) -> WordRows:
    """The rows of this process."""
    return WordRows(language)
