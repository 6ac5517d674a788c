"""What a small network makes of a capitalised word from the vectors of the words around it and of its whole sentence.

The network (one hidden layer, trained by ``benchmarks.train.ner``) sees the word, three on either side, and the mean of the
sentence's small words, which tells a text about bands from one about rivers. Its answer is given to the CRF as a few features:
for each kind of name how sure it is in steps, and which it likes best. Vectors are those of GloVe 6B, ten bytes a word.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from functools import cache
from itertools import repeat
from operator import itemgetter
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


class Told(NamedTuple):
    """The network's answers: the places of the words it was asked about, and of each the steps and the best kind."""

    places: NDArray[np.intp]
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
        self._books = numpy.arange(len(self._book))
        self.size = self._book.shape[0] * self._book.shape[2]
        self.width = self.size + _LISTED + len(_FLAGS)
        self._numbers: dict[str, int] = {}
        self._make_room(_KEPT)

    def _make_room(self, count: int) -> None:
        self.table: NDArray[np.float32] = self._np.zeros((count, self.width), dtype=self._np.float32)
        self.table[_BOUNDARY, self.size + _UNKNOWN] = -1
        self.is_small = self._np.zeros(count, dtype=bool)  # written small and with a vector
        self.is_asked = self._np.zeros(count, dtype=bool)  # with a capital or digit in front

    def of(self, words: Sequence[str]) -> NDArray[np.intp]:
        """The row numbers of words; good until the next call."""
        with suppress(KeyError):  # no new word
            return self._known(words)
        self._meet(set(words))
        return self._known(words)

    def _known(self, words: Sequence[str]) -> NDArray[np.intp]:
        return self._np.fromiter(map(self._numbers.__getitem__, words), dtype=self._np.intp, count=len(words))

    def _meet(self, words: set[str]) -> None:
        new = words.difference(self._numbers)
        if len(self._numbers) + len(new) + 1 > len(self.table):
            self._numbers.clear()
            new = words
            self._make_room(max(_KEPT, len(new) + 1))
        self._learn(list(new))

    def _learn(self, words: Sequence[str]) -> None:
        numpy = self._np
        first = len(self._numbers) + 1
        rows = slice(first, first + len(words))
        self._numbers.update(zip(words, range(rows.start, rows.stop), strict=True))
        lower = DIGIT.sub("0", "\n".join(words).lower()).split("\n")
        places = numpy.array(list(map(clusters().places.get, lower, repeat(-1))))
        known = places >= 0
        table = self.table[rows]
        table[:] = 0
        table[:, self.size + _UNKNOWN] = ~known
        codes = self._codes[places[known]]
        table[known, : self.size] = self._book[self._books, codes].reshape(len(codes), self.size)
        letters = list(map(itemgetter(0), words))
        capitals = numpy.array(list(map(str.isupper, letters)))
        table[:, self.size + _CAPITAL] = capitals
        table[:, self.size + _SHOUTED] = [word.isupper() and len(word) > 1 for word in words]
        self.is_small[rows] = known & numpy.array(list(map(str.islower, letters)))
        self.is_asked[rows] = capitals | numpy.array(list(map(str.isdigit, letters)))
        for number in capitals.nonzero()[0].tolist():
            listed = word_lists(words[number], lower[number], self._language)
            if listed:
                table[number, self.size + _LISTED :] = [flag in listed for flag in _FLAGS]


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

    def told(self, words: Sequence[str], begins: Sequence[int], within: NDArray[np.bool_]) -> Told:
        """What the network says of every word with a capital or digit in front of which ``within`` holds."""
        numpy = self._np
        places, seen = seen_of(words, begins, within, self.rows)
        into_hidden, hidden_bias, into_answer, answer_bias = self.weights
        odds = numpy.maximum(seen @ into_hidden + hidden_bias, 0) @ into_answer + answer_bias
        odds = numpy.exp(odds - odds.max(axis=1, keepdims=True))
        odds /= odds.sum(axis=1, keepdims=True)
        steps = (odds[:, :TOLD] * (STEPS - 1e-3)).astype(numpy.intp) + 1
        steps[odds[:, :TOLD] < _LEAST] = 0
        return Told(places, steps, odds.argmax(axis=1))


def seen_of(
    words: Sequence[str], begins: Sequence[int], within: NDArray[np.bool_], rows: WordRows
) -> tuple[NDArray[np.intp], NDArray[np.float32]]:
    """What the network sees: the places it is asked about, and for each the vectors of its window and sentence.

    The words are those of some sentences, one behind the other; ``begins`` is where each begins and the last one ends.
    """
    import numpy  # noqa: ICN001, PLC0415 - as above

    numbers = rows.of(words)
    places = (within & rows.is_asked.take(numbers)).nonzero()[0]
    if not len(places):
        return places, numpy.zeros((0, (2 * REACH + 1) * rows.width + rows.size), dtype=numpy.float32)
    # All sentences one behind the other, each with room for a window around its ends.
    bounds = numpy.array(begins)
    count = len(bounds) - 1
    sentence = numpy.repeat(numpy.arange(count), bounds[1:] - bounds[:-1])
    padded = numpy.full(len(words) + 2 * REACH * count, _BOUNDARY)
    spot = numpy.arange(len(words)) + (2 * sentence + 1) * REACH
    padded[spot] = numbers
    around = padded.take(spot[places][:, None] + numpy.arange(-REACH, REACH + 1))
    window = rows.table.take(around, axis=0).reshape(len(places), -1)
    # Of each sentence the mean of its small words' vectors: the sums are one product with who belongs where.
    small = rows.is_small.take(numbers).nonzero()[0]
    belongs = numpy.zeros((count, len(small)), dtype=numpy.float32)
    belongs[sentence.take(small), numpy.arange(len(small))] = 1
    sums = belongs @ rows.table.take(numbers.take(small), axis=0)[:, : rows.size]
    means = sums / numpy.maximum(belongs.sum(axis=1, keepdims=True), 1)
    return places, numpy.concatenate((window, means.take(sentence[places], axis=0)), axis=1)


@cache
def word_rows(language: str) -> WordRows:
    """The rows of this process."""
    return WordRows(language)
