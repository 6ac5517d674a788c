"""Fits the weights of `pipelines.relevance` to our own articles: ``python -m benchmarks.train.relevance``.

Ridge logistic regression by Newton's method on the articles whose text has an even SHA-256; the others are held out.
"""

from __future__ import annotations

import hashlib
import json

import numpy as np

from benchmarks.quality.relevance import ARTICLES, roc_auc, understood
from benchmarks.train.stories import fit
from c5watch.knowledge import load_knowledge
from c5watch.settings import ROOT
from pipelines.relevance import signals_of

# A few dozen articles hold a signal: no weight shall rest on two or three of them.
_RIDGE = 1.0


def main() -> None:
    """Print the weights, and the ROC AUC on both halves."""
    knowledge = load_knowledge(ROOT / "knowledge")
    names: list[str] = []
    rows, labels, fitted = [], [], []
    for line in ARTICLES.read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        signals, _ = signals_of(understood(case["text"], case["language"], knowledge), knowledge)
        names = list(signals)
        rows.append(list(signals.values()))
        labels.append(bool(case["relevant"]))
        fitted.append(hashlib.sha256(case["text"].encode()).digest()[-1] % 2 == 0)
    inputs, answers, half = np.array(rows), np.array(labels, dtype=np.float64), np.array(fitted)
    weights = fit(inputs[half], answers[half], _RIDGE)
    print("_BIAS =", round(float(weights[-1]), 2))
    print("_WEIGHTS =", {name: round(float(weight), 2) for name, weight in zip(names, weights[:-1], strict=True)})
    scores = inputs @ weights[:-1]
    for name, which in (("fitted", half), ("held out", ~half)):
        chosen = np.flatnonzero(which)
        print(name, len(chosen), round(roc_auc([labels[n] for n in chosen], [float(scores[n]) for n in chosen]), 4))


if __name__ == "__main__":
    main()
