"""The best label sequences of a linear-chain CRF, for many stretches of text at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def best_paths(
    scores: NDArray[np.float32], places: Sequence[int], lengths: Sequence[int], transitions: NDArray[np.float32]
) -> list[list[int]]:
    """Viterbi over all sequences, step by step: the labels of rows ``places[i]`` to ``places[i] + lengths[i]`` of ``scores``.

    ``transitions[a, b]`` is the weight of label ``b`` behind ``a``.
    """
    import numpy  # noqa: ICN001, PLC0415 - only processes that run a model pay for it; np is its name for the types above

    longest = max(lengths)
    rows = numpy.minimum(numpy.array(places)[:, None] + numpy.arange(longest), len(scores) - 1)
    steps = scores[rows]
    alive = numpy.arange(longest) < numpy.array(lengths)[:, None]
    score = steps[:, 0]
    history = []
    for step in range(1, longest):
        total = score[:, :, None] + transitions + steps[:, step, None, :]
        best = total.argmax(1)
        history.append(best)
        score = numpy.where(alive[:, step, None], numpy.take_along_axis(total, best[:, None, :], 1)[:, 0], score)
    result: list[list[int]] = []
    for number, length in enumerate(lengths):
        if length == 0:
            result.append([])
            continue
        label = int(score[number].argmax())
        path = [label]
        for best in reversed(history[: length - 1]):
            label = int(best[number, label])
            path.append(label)
        result.append(path[::-1])
    return result
