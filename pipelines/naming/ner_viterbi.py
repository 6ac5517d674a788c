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

    ``transitions[a, b]`` is the weight of label ``b`` behind ``a``. Longest sequences first, so that each step works on the
    first few only; sequences lie side by side in memory, for numpy is fast along the last axis. No step notes where its best
    scores came from, which the way back finds again for one label each.
    """
    import numpy  # noqa: ICN001, PLC0415 - only processes that run a model pay for it; np is its name for the types above

    order = sorted(range(len(lengths)), key=lengths.__getitem__, reverse=True)
    order = [number for number in order if lengths[number] > 0]
    result: list[list[int]] = [[] for _ in lengths]
    if not order:
        return result
    longest, count = lengths[order[0]], len(order)
    begins = numpy.array([places[number] for number in order])
    sizes = numpy.array([lengths[number] for number in order])
    steps = numpy.arange(longest)[:, None]
    alive = (sizes > steps).sum(1).tolist()  # sequences that reach each step
    # By step, label and sequence; what lies behind the end of a sequence is read but not used.
    best = scores.take(numpy.minimum(begins + steps, len(scores) - 1), axis=0).transpose(0, 2, 1).copy()
    labels_behind = transitions[:, :, None]
    room = numpy.empty((len(transitions), len(transitions), count), dtype=scores.dtype)
    for step in range(1, longest):
        count = alive[step]
        reached = numpy.add(best[step - 1][:, None, :count], labels_behind, out=room[:, :, :count])
        best[step][:, :count] += numpy.maximum.reduce(reached)
    best = best.transpose(0, 2, 1).copy()
    to_label = transitions.T.copy()
    label = numpy.zeros(len(order), dtype=numpy.intp)
    ways = numpy.zeros((longest, len(order)), dtype=numpy.intp)
    going_on = 0
    for step in range(longest - 1, -1, -1):
        count = alive[step]
        here = best[step]
        if going_on:
            label[:going_on] = (here[:going_on] + to_label.take(label[:going_on], axis=0)).argmax(1)
        if going_on < count:
            label[going_on:count] = here[going_on:count].argmax(1)
        ways[step, :count] = label[:count]
        going_on = count
    for number, path in zip(order, ways.T.tolist(), strict=True):
        result[number] = path[: lengths[number]]
    return result
