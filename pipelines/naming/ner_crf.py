"""Runs the small models for Kazakh and English: a linear-chain CRF trained with python-crfsuite, read once and run in numpy.

CRFsuite takes every feature of every word as a string, which is most of the time of such a model. Here the weights of all that
one word gives, to itself and to its neighbours, are summed once and kept (`pipelines.naming.ner_weights`); what two words tell
together hangs on their shapes, lists and clusters only and lies in small tables, as does what the network for windows says
(`pipelines.naming.ner_window`). All sentences of an article are then a few sums of rows, with blank rows between them. Labels
are those of python-crfsuite but for ties in rounding.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from pipelines.naming.ner_features import MODELS, OFFSETS, PLACES, places_of
from pipelines.naming.ner_viterbi import best_paths
from pipelines.naming.ner_weights import Pairs, WordWeights
from pipelines.naming.ner_window import KINDS, STEPS, TOLD, WINDOWED, Window, best_feature

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_AT_ONCE = 2_000  # words of one run
LONGEST = 1_000  # words of a sentence
_REACH = max(OFFSETS)  # blank rows between two sentences


class CrfModel:
    """One language's model; about half a second to load."""

    def __init__(self, language: str) -> None:
        import numpy  # noqa: ICN001, PLC0415 - only processes that read these languages pay for it; np is its name for the types
        import pycrfsuite  # noqa: PLC0415 - as above

        self._np = numpy
        tagger = pycrfsuite.Tagger()
        tagger.open(str(MODELS / f"ner-{language}.crfsuite"))
        info = tagger.info()
        self._labels = sorted(info.labels, key=lambda label: int(info.labels[label]))
        place = {label: number for number, label in enumerate(self._labels)}
        weights = {attribute: numpy.zeros(len(place), dtype=numpy.float32) for attribute in info.attributes}
        for (attribute, label), weight in info.state_features.items():
            weights[attribute][place[label]] = weight
        self._transitions = numpy.zeros((len(place), len(place)), dtype=numpy.float32)
        for (before, behind), weight in info.transitions.items():
            self._transitions[place[before], place[behind]] = weight
        nothing = numpy.zeros(len(place), dtype=numpy.float32)
        # A feature of a neighbour names it first: "1ss=" is for the first word of a pair, "-1ss=" for the second.
        self._pairs = [Pairs(weights, len(place), f"1{kind}=", f"-1{kind}=") for kind in ("ss", "l", "c")]
        self._around = Pairs(weights, len(place), None, "c=")  # words with one between
        self._words = WordWeights(weights, len(place), language, [table.numbers for table in (*self._pairs, self._around)])
        self._places = numpy.array([sum((weights.get(one, nothing) for one in some), nothing) for some in PLACES])
        self._window = Window(language) if language in WINDOWED else None
        sure = [[f"n={kind}{step}" for step in range(STEPS + 1)] for kind in KINDS[:TOLD]]
        best = [[f"{offset}{best_feature(kind)}" for kind in range(len(KINDS))] for offset in ("", 1, -1)]
        self._sure, self._best = (
            [numpy.array([weights.get(feature, nothing) for feature in some]) for some in group] for group in (sure, best)
        )

    def tag(self, words: Sequence[str], begins: Sequence[int], stretches: Sequence[tuple[int, int]]) -> list[list[str]]:
        """BIO labels of every word of every stretch (first and last, exclusive).

        The words are those of sentences of at most `LONGEST` words, one behind the other; ``begins`` is where each begins and
        the last one ends. No stretch reaches over the end of a sentence.
        """
        found: list[list[str]] = []
        for first, last in _portions(begins):
            low, high = begins[first], begins[last]
            here = stretches[bisect_left(stretches, (low, 0)) : bisect_left(stretches, (high, 0))]
            if not here:
                continue
            run = _Run(words[low:high], [begin - low for begin in begins[first : last + 1]])
            own = [(begin - low, end - low) for begin, end in here]
            scores = self._scores(run, own)
            if self._window is not None:
                self._hear(self._window, scores, run, own)
            places, lengths = run.rows.take([begin for begin, _ in own]).tolist(), [end - begin for begin, end in own]
            paths = best_paths(scores, places, lengths, self._transitions)
            found += [list(map(self._labels.__getitem__, path)) for path in paths]
        return found

    def _scores(self, run: _Run, stretches: Sequence[tuple[int, int]]) -> NDArray[np.float32]:
        """The score of each label for the words of the stretches, by the run's rows; those around every sentence are blank."""
        numpy = self._np
        labels = len(self._labels)
        rows = numpy.zeros(len(run.words) + len(run.begins) * _REACH, dtype=numpy.intp)
        near = [""] * len(run.words)  # nothing farther away than `_REACH` tells of a word: it need not be learned
        for begin, end in stretches:
            reached = slice(max(0, begin - _REACH), end + _REACH)
            near[reached] = run.words[reached]
        rows[run.rows] = self._words.rows_of(near)
        scores: NDArray[np.float32] = numpy.zeros((len(rows), labels), dtype=numpy.float32)
        scores[run.rows] = self._places.take(places_of(run.words, run.begins), axis=0)
        given_here = self._words.sums.take(rows, axis=0)
        scores += given_here[:, :labels]
        for position, offset in enumerate(OFFSETS, start=1):
            to_neighbour = given_here[:, position * labels : (position + 1) * labels]
            if offset < 0:
                scores[-offset:] += to_neighbour[:offset]
            else:
                scores[:-offset] += to_neighbour[offset:]
        *kinds, around = self._words.kinds.take(rows, axis=1)
        for kind, pairs in zip(kinds, self._pairs, strict=True):
            if pairs.numbers:
                told = pairs.of(kind[:-1], kind[1:])
                scores[:-1] += told[:, :labels]
                scores[1:] += told[:, labels:]
        if self._around.numbers:
            scores[1:-1] += self._around.of(around[:-2], around[2:])[:, labels:]
        return scores

    def _hear(self, window: Window, scores: NDArray[np.float32], run: _Run, stretches: Sequence[tuple[int, int]]) -> None:
        """Adds what the network says of the words of each stretch and their neighbours, of whom the outermost words hear."""
        within = self._np.zeros(len(run.words), dtype=bool)
        for begin, end in stretches:
            within[max(0, begin - 1) : end + 1] = True
        told = window.told(run.words, run.begins, within)
        rows = run.rows[told.places]
        own, left, right = (weights.take(told.best, axis=0) for weights in self._best)
        for steps, weights in zip(told.steps.T, self._sure, strict=True):
            own += weights.take(steps, axis=0)
        for offset, heard in ((0, own), (-1, left), (1, right)):
            scores[rows + offset] += heard


class _Run:
    """Words that are scored at once, where their sentences begin and the last one ends, and the row of each word."""

    def __init__(self, words: Sequence[str], begins: Sequence[int]) -> None:
        import numpy  # noqa: ICN001, PLC0415 - as above

        self.words, self.begins = words, begins
        bounds = numpy.array(begins)
        gaps = numpy.repeat(numpy.arange(1, len(begins)) * _REACH, bounds[1:] - bounds[:-1])
        self.rows: NDArray[np.intp] = numpy.arange(len(words)) + gaps


def _portions(begins: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The sentences, first and last (exclusive), in groups of about `_AT_ONCE` words."""
    first = 0
    for number in range(1, len(begins)):
        if begins[number] - begins[first] > _AT_ONCE and number - first > 1:
            yield first, number - 1
            first = number - 1
    if first < len(begins) - 1:
        yield first, len(begins) - 1


@cache
def crf_model(language: str) -> CrfModel:
    """The model of this process, loaded at the first article that needs it."""
    return CrfModel(language)
