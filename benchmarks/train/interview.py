"""Trains what tells interviews: ``python -m benchmarks.train.interview DATA``, which writes ``pipelines/models/interview.json``.

A logistic regression on the signs of each reading of a text as a conversation, with L2, by Newton's method. DATA holds real
texts that cannot be shipped (``texts/*.jsonl``: ``text``, ``title``, ``url``, ``kind``, and where bold
paragraphs start in ``bold``) and the English documents; beside them
stand this project's own texts. A conversation printed in many layouts counts once in sum, and each own interview comes once
more as a page shows its beginning. An interview has several readings and one of them is right: the one that weighs most.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from benchmarks.quality.interviews import LAYOUTS, english_text, load_conversations, load_printed, load_texts, paragraphs, render
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
PRINTED = 2.0
_CUT = 700


class Example(NamedTuple):
    """A text by the signs of its readings; examples of one ``group`` are never on both sides of a fold."""

    group: str
    origin: str
    readings: list[dict[str, float]]
    is_interview: bool
    weight: float


def examples(data: Path, knowledge: Knowledge) -> Iterator[Example]:
    """The real texts, the English documents, and the project's own."""

    def example(
        origin: str, group: str, text: str, title: str | None, blocks: tuple[Block, ...], *, url: str | None = None,
        is_interview: bool, weight: float = 1.0,
    ) -> Example:  # fmt: skip
        at = datetime(2025, 11, 9, tzinfo=UTC)
        article = Article(id="0", url=url, source=None, title=title, text=text, blocks=blocks, fetched_at=at)
        readings = [read_signs(talk) for talk in read_talks(detect_language(article, knowledge))]
        return Example(f"{origin} {group}", origin, readings, is_interview, weight)

    for path in sorted((data / "texts").glob("*.jsonl")):
        for one in map(json.loads, path.read_text("utf-8").splitlines()):
            interview = one["kind"] == "interview"
            blocks = paragraphs(one["text"], set(one.get("bold", ())))
            yield example("real", one["id"], one["text"], one["title"], blocks, url=one["url"], is_interview=interview)
    with gzip.open(data / "interviews" / "en_gum_genres.jsonl.gz", "rt", encoding="utf-8") as file:
        for one in map(json.loads, file):
            for named in (False, True):
                text = english_text(one, named=named)
                interview = one["label"] == "interview"
                yield example("English", one["id"], text, one["title"], (), is_interview=interview)
    for one in load_conversations():
        for layout in LAYOUTS:
            text, blocks, spans = render(one, layout)
            for end, weight in ((len(text), 1.0), (spans[1][2], HALF)):
                shown = tuple(block for block in blocks if block.end <= end)
                yield example("own", one["id"], text[:end], one["title"], shown, is_interview=True, weight=weight / len(LAYOUTS))
    for one in load_printed() + load_texts():
        text, turns = one["text"], one.get("turns")
        blocks = paragraphs(text, set(one["bold"])) if one.get("bold") else ()
        cut = turns[1][2] if turns else text.rfind("\n", 0, _CUT)
        for end, weight in ((len(text), PRINTED if turns is not None else 1.0), (cut, HALF)):
            shown = tuple(block for block in blocks if block.end <= end)
            interview = one["kind"] == "interview"
            if end > 0:
                yield example("own", one["id"], text[:end], one["title"], shown, is_interview=interview, weight=weight)


def fit(texts: Sequence[Example]) -> dict[str, float]:
    """Weights by the name of the sign, the bias among them."""
    names = sorted({name for text in texts for signs in text.readings for name in signs})
    column = {name: place for place, name in enumerate(names)}
    weights: dict[str, float] = {}
    for _ in range(ROUNDS):
        rows = [
            (signs, text.is_interview, text.weight)
            for text in texts
            for signs in ([_best(text.readings, weights)] if text.is_interview and text.readings else text.readings)
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


def _best(readings: list[dict[str, float]], weights: dict[str, float]) -> dict[str, float]:
    """The reading that weighs most; before there are weights the surest mark."""
    return max(readings, key=lambda signs: weigh_signs(signs, weights)) if weights else readings[0]


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


def main() -> int:
    """Say how well it does in cross-validation, then train on everything and write the weights."""
    texts = list(examples(Path(sys.argv[1]), load_knowledge(ROOT / "knowledge")))
    fold = [hashlib.sha256(text.group.encode()).digest()[0] % FOLDS for text in texts]
    right: defaultdict[str, list[bool]] = defaultdict(list)
    for part in range(FOLDS):
        weights = fit([text for text, place in zip(texts, fold, strict=True) if place != part])
        for text, place in zip(texts, fold, strict=True):
            if place == part:
                found = any(weigh_signs(signs, weights) >= LEAST for signs in text.readings)
                right[text.origin].append(found == text.is_interview)
    for origin, results in right.items():
        print(f"cross-validation, {origin}: {sum(results)} of {len(results)} right")
    MODEL.write_text(json.dumps(fit(texts), indent=0, sort_keys=True) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
