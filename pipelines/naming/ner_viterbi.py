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
    first few only; no step notes where its best scores came from, which the way back finds again for one label each.
    """
    import numpy  # noqa: ICN001, PLC0415 - only processes that run a model pay for it; np is its name for the types above

    order = sorted(range(len(lengths)), key=lengths.__getitem__, reverse=True)
    order = [number for number in order if lengths[number] > 0]
    result: list[list[int]] = [[] for _ in lengths]
    if not order:
        return result
    longest = lengths[order[0]]
    begins = numpy.array([places[number] for number in order])
    sizes = numpy.array([lengths[number] for number in order])
    alive = (sizes > numpy.arange(longest)[:, None]).sum(1).tolist()  # sequences that reach each step
    labels_behind = transitions[:, None, :]
    best = [scores[begins]]
    for step in range(1, longest):
        count = alive[step]
        reached = numpy.maximum.reduce(best[-1][:count].T[:, :, None] + labels_behind)
        reached += scores[begins[:count] + step]
        best.append(reached)
    to_label = transitions.T.copy()
    label = numpy.zeros(len(order), dtype=numpy.intp)
    ways = numpy.zeros((longest, len(order)), dtype=numpy.intp)
    for step in range(longest - 1, -1, -1):
        count = alive[step]
        going_on = alive[step + 1] if step + 1 < longest else 0
        here = best[step]
        if going_on:
            label[:going_on] = (here[:going_on] + to_label[label[:going_on]]).argmax(1)
        if going_on < count:
            label[going_on:count] = here[going_on:].argmax(1)
        ways[step, :count] = label[:count]
    for number, path in zip(order, ways.T.tolist(), strict=True):
        result[number] = path[: lengths[number]]
    return result
