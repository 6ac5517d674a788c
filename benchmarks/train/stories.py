"""Fits the weights of `pipelines.story.likeness` to labelled pairs: ``python -m benchmarks.train.stories``.

The pairs are those of ``EVAL_DATA`` and our own. Ridge logistic regression by Newton's method, one model for pairs in one
language and one for pairs in two; pairs further apart than a story's window are left out, for time decides them.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from benchmarks.quality.story_pairs import Pair, own_pairs, public_pairs
from pipelines.stories import WINDOW_DAYS
from pipelines.story.features import read_features
from pipelines.story.likeness import compare, lateness, same_language

_RIDGE = 0.3
# Our own texts are short, articles are as long as those of the public pairs, of which there are few.
_WHOLE_ARTICLES = 5

Array = npt.NDArray[np.float64]


def read_pairs(pairs: Sequence[Pair]) -> tuple[Array, Array, npt.NDArray[np.bool_], Array]:
    """What each pair shares, whether it is one event, whether it is in one language, and what the days take."""
    rows, same, one_language, days = [], [], [], []
    for pair in pairs:
        if pair.days > WINDOW_DAYS:
            continue
        one, other = (read_features(text.title, text.text) for text in (pair.one, pair.other))
        rows.append(compare(one, [other])[0])
        same.append(float(pair.same))
        one_language.append(same_language(one, [other])[0])
        days.append(pair.days)
    return np.array(rows), np.array(same), np.array(one_language), lateness(days)


def fit(rows: Array, same: Array, ridge: float = _RIDGE, late: Array | float = 0.0) -> Array:
    """The weights of the columns, and the bias, which no ridge holds back; ``late`` is taken from each sum."""
    inputs = np.c_[rows, np.ones(len(rows))]
    penalty = np.array([ridge] * rows.shape[1] + [1e-6])
    weights = np.zeros(inputs.shape[1])
    for _ in range(50):
        likely = 1 / (1 + np.exp(late - inputs @ weights))
        hessian = inputs.T @ (inputs * (likely * (1 - likely))[:, None]) + np.diag(penalty)
        weights += np.linalg.solve(hessian, inputs.T @ (same - likely) - penalty * weights)
    return weights


def main() -> None:
    """Print the two rows of weights."""
    pairs = [*_WHOLE_ARTICLES * public_pairs(Path(os.environ["EVAL_DATA"])), *own_pairs()]
    rows, same, one_language, late = read_pairs(pairs)
    for name, which in (("ONE_LANGUAGE", one_language), ("TWO_LANGUAGES", ~one_language)):
        weights = fit(rows[which], same[which], late=late[which])
        print(name, "=", tuple(round(float(weight), 2) for weight in weights))


if __name__ == "__main__":
    main()
