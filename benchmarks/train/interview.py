"""Trains what tells interviews: ``python -m benchmarks.train.interview``, which writes ``pipelines/models/interview.json``.

A logistic regression on the signs of each reading of a text as a conversation, with L2, by Newton's method, on this project's
own texts alone. A conversation printed in many layouts counts once in sum, and each whole text comes once more as a page shows
its beginning. An interview has several readings and one of them is right: the first that weighs enough, as when articles are read
(of the 77 printed interviews one had a heavier reading behind it, with wrong turns); where none does, the heaviest.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from benchmarks.quality.interviews import (
    LAYOUTS,
    load_beginnings,
    load_conversations,
    load_printed,
    load_texts,
    paragraphs,
    render,
)
from c5watch.article import Article, Block
from c5watch.knowledge import Knowledge, load_knowledge
from c5watch.settings import ROOT
from pipelines.dialogue.signs import read_signs
from pipelines.dialogue.weighing import BIAS, LEAST, MODEL, weigh_signs
from pipelines.interview import read_talks
from pipelines.language import detect_language

STRENGTH = 1.0
FOLDS = 10
ROUNDS = 3
# What the beginnings of texts count that come whole too.
HALF = 0.5
# And what our own texts count that show every way of printing an interview there is, most of them once.
PRINTED = 2.5
# The beginnings of pages are the most alike to what comes, and no two of them are alike.
BEGINNING = 2.5
_CUT = 700


class Example(NamedTuple):
    """A text by the signs of its readings; examples of one ``group`` are never on both sides of a fold."""

    group: str
    origin: str
    readings: list[dict[str, float]]
    is_interview: bool
    weight: float


def examples(knowledge: Knowledge) -> Iterator[Example]:
    """Conversations in their layouts, texts as media print them, other texts, and beginnings of pages."""

    def example(
        one: dict[str, Any], text: str, blocks: tuple[Block, ...] = (), *, origin: str = "whole", weight: float = 1.0
    ) -> Example:
        at = datetime(2025, 11, 9, tzinfo=UTC)
        article = Article(id="0", url=None, source=None, title=one["title"], text=text, blocks=blocks, fetched_at=at)
        readings = [read_signs(talk) for talk in read_talks(detect_language(article, knowledge))]
        # The conversations tell no kind: they are interviews.
        return Example(one["id"], origin, readings, one.get("kind", "interview") == "interview", weight)

    for one in load_conversations():
        for layout in LAYOUTS:
            text, blocks, spans = render(one, layout)
            for end, weight in ((len(text), 1.0), (spans[1][2], HALF)):
                shown = tuple(block for block in blocks if block.end <= end)
                yield example(one, text[:end], shown, weight=weight / len(LAYOUTS))
    for one in load_printed() + load_texts():
        text, turns = one["text"], one.get("turns")
        blocks = paragraphs(text, set(one["bold"])) if one.get("bold") else ()
        cut = turns[1][2] if turns else text.rfind("\n", 0, _CUT)
        for end, weight in ((len(text), PRINTED), (cut, HALF)):
            shown = tuple(block for block in blocks if block.end <= end)
            if end > 0:
                yield example(one, text[:end], shown, weight=weight)
    for one in load_beginnings():
        yield example(one, one["text"], origin="beginning", weight=BEGINNING)


def fit(texts: Sequence[Example]) -> dict[str, float]:
    """Weights by the name of the sign, the bias among them."""
    names = sorted({name for text in texts for signs in text.readings for name in signs})
    column = {name: place for place, name in enumerate(names)}
    weights: dict[str, float] = {}
    for _ in range(ROUNDS):
        rows = [
            (signs, text.is_interview, text.weight)
            for text in texts
            for signs in ([_right(text.readings, weights)] if text.is_interview and text.readings else text.readings)
        ]
        matrix = np.zeros((len(rows), len(names) + 1))
        matrix[:, -1] = 1.0
        for row, (signs, _, _) in enumerate(rows):
            for name, value in signs.items():
                matrix[row, column[name]] = value
        solution = _newton(matrix, np.array([float(row[1]) for row in rows]), np.array([row[2] for row in rows]))
        weights = {name: round(float(solution[place]), 3) for name, place in column.items()}
        weights[BIAS] = round(float(solution[-1]), 3)
    return weights


def _right(readings: list[dict[str, float]], weights: dict[str, float]) -> dict[str, float]:
    """The reading that would be taken, or comes nearest to it; before there are weights the surest mark."""
    if not weights:
        return readings[0]
    enough = (signs for signs in readings if weigh_signs(signs, weights) >= LEAST)
    return next(enough, None) or max(readings, key=lambda signs: weigh_signs(signs, weights))


def _newton(matrix: NDArray[np.float64], target: NDArray[np.float64], weight: NDArray[np.float64]) -> NDArray[np.float64]:
    penalty = np.full(matrix.shape[1], STRENGTH)
    penalty[-1] = 1e-6
    solution = np.zeros(matrix.shape[1])
    for _ in range(40):
        chance = 1 / (1 + np.exp(-np.clip(matrix @ solution, -30, 30)))
        gradient = matrix.T @ (weight * (chance - target)) + penalty * solution
        curvature = (matrix * (weight * chance * (1 - chance))[:, None]).T @ matrix + np.diag(penalty)
        step = np.linalg.solve(curvature, gradient)
        solution -= step
        if np.abs(step).max() < 1e-6:
            break
    return solution


def cross_validate(texts: Sequence[Example]) -> Iterator[tuple[Example, bool]]:
    """Each text with whether it is found to be an interview by weights fitted without its fold."""
    fold = [hashlib.sha256(text.group.encode()).digest()[0] % FOLDS for text in texts]
    for part in range(FOLDS):
        weights = fit([text for text, place in zip(texts, fold, strict=True) if place != part])
        for text, place in zip(texts, fold, strict=True):
            if place == part:
                yield text, any(weigh_signs(signs, weights) >= LEAST for signs in text.readings)


def main() -> int:
    """Say how well it does in cross-validation, then train on everything and write the weights."""
    texts = list(examples(load_knowledge(ROOT / "knowledge")))
    right: defaultdict[str, list[bool]] = defaultdict(list)
    for text, found in cross_validate(texts):
        right[text.origin].append(found == text.is_interview)
    for origin, results in right.items():
        print(f"cross-validation, {origin}: {sum(results)} of {len(results)} right")
    MODEL.write_text(json.dumps(fit(texts), indent=0, sort_keys=True) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
