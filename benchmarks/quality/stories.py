"""Pairs of news: do both get the same story? Whole streams go through `group_stories`, as they come in life.

The weights of the likeness were fitted on these pairs, so that a second figure is cross-validated: five parts by a hash of the
pair, each judged by weights fitted on the others (pairs alone, without the clustering). The baseline is the Jaccard overlap of
word sets at the threshold that is best for it.
"""

from __future__ import annotations

import csv
import json
import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import numpy as np

from benchmarks.quality import Figure, Misses
from pipelines.stories import CONNECT, WINDOW_DAYS, StoryText, group_stories

_OWN = Path(__file__).parent / "data"
_FOLDS = 5


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts, whether they tell one event, and how many days lie between them."""

    one: StoryText
    other: StoryText
    same: bool
    days: int


def public_pairs(data: Path) -> list[Pair]:
    """The labelled pairs of ``neardup``."""
    pairs = []
    for path in sorted((data / "neardup").glob("*.tsv")):
        with path.open(encoding="utf-8", newline="") as file:
            for number, row in enumerate(csv.DictReader(file, delimiter="\t")):
                one, other = (
                    StoryText(id=f"{path.stem}-{number}-{side}", title=row[f"INPUT:{side}_title"], text=row[f"INPUT:{side}_text"])
                    for side in ("first", "second")
                )
                pairs.append(Pair(one, other, row["GOLDEN:quality"] == "OK", 0))
    return pairs


def own_pairs() -> list[Pair]:
    """The pairs about the region that were written for this project."""
    texts = {}
    for line in (_OWN / "story_texts.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        moment = datetime.fromisoformat(row["published_at"])
        texts[row["id"]] = StoryText(id=row["id"], title=row["title"], text=row["text"], published_at=moment)
    pairs = []
    for line in (_OWN / "story_pairs.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        one, other = texts[row["one"]], texts[row["other"]]
        apart = one.published_at - other.published_at  # type: ignore[operator]  # both are times in this file
        pairs.append(Pair(one, other, row["same"], abs(apart).days))
    return pairs


def measure(data: Path, misses: Misses) -> Iterator[Figure]:
    """Pair F1 and the size of the largest story."""
    public = public_pairs(data)
    sets = [("neardup", public)] if public else []
    for name, pairs in [*sets, ("own pairs", own_pairs())]:
        expected = [pair.same for pair in pairs]
        texts = {text.id: text for pair in pairs for text in (pair.one, pair.other)}
        groups = {identity: story for identity, story, _ in group_stories(texts.values())}
        got = [groups[pair.one.id] == groups[pair.other.id] for pair in pairs]
        for pair, answer in zip(pairs, got, strict=True):
            if answer != pair.same:
                misses("stories", f"{pair.one.title} | {pair.other.title}", pair.same, answer)
        baseline = max(_f1(expected, [overlap >= step / 100 for overlap in map(_overlap, pairs)]) for step in range(1, 100))
        parts = {"task": "stories", "set": name, "n": len(pairs), "baseline_name": "word overlap"}
        yield Figure(metric="pair F1", ours=_f1(expected, got), baseline=baseline, goal=0.90, **parts)
        yield Figure(metric="pair F1, cross-validated", ours=_cross_validated(pairs), baseline=baseline, goal=0.90, **parts)
        sizes = [list(groups.values()).count(story) for story in set(groups.values())]
        yield Figure(metric="largest story", ours=float(max(sizes)), baseline=None, goal=None, **parts)


def _cross_validated(pairs: Sequence[Pair]) -> float:
    # The training module reads the pairs through this one.
    from benchmarks.train.stories import USED, fit, read_pairs

    pairs = [pair for pair in pairs if pair.days <= WINDOW_DAYS]
    rows, same, one_language = read_pairs(pairs)
    fold = np.array([zlib.crc32(f"{pair.one.text}\n{pair.other.text}".encode()) % _FOLDS for pair in pairs])
    inputs = np.c_[rows, np.ones(len(rows))]
    answers = np.zeros(len(rows), dtype=bool)
    for which, used in ((one_language, USED[True]), (~one_language, USED[False])):
        for part in range(_FOLDS):
            held, seen = which & (fold == part), which & (fold != part)
            if held.any():
                answers[held] = 1 / (1 + np.exp(-inputs[held] @ fit(rows[seen], same[seen], used))) >= CONNECT
    return _f1([bool(value) for value in same], [bool(value) for value in answers])


def _overlap(pair: Pair) -> float:
    one, other = (set(re.findall(r"\w+", f"{text.title} {text.text}".lower())) for text in (pair.one, pair.other))
    return len(one & other) / len(one | other) if one | other else 0.0


def _f1(expected: Sequence[bool], got: Sequence[bool]) -> float:
    right = sum(e and g for e, g in zip(expected, got, strict=True))
    return 2 * right / (sum(expected) + sum(got)) if right else 0.0
