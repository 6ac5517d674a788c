"""Pairs of news: do both get the same story? Whole streams go through `group_stories`, as they come in life.

The weights of the likeness were fitted on these pairs, so that a second figure is cross-validated: five parts by a hash of the
pair, each judged by weights fitted on the others (pairs alone, without the clustering). The baseline is the Jaccard overlap of
word sets at the threshold that is best for it.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from benchmarks.quality import Figure, Misses
from benchmarks.quality.story_pairs import Pair, own_pairs, public_pairs
from benchmarks.train.stories import fit, read_pairs
from pipelines.stories import CONNECT, WINDOW_DAYS, group_stories

_FOLDS = 5


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
    pairs = [pair for pair in pairs if pair.days <= WINDOW_DAYS]
    rows, same, one_language, late = read_pairs(pairs)
    fold = np.array([zlib.crc32(f"{pair.one.text}\n{pair.other.text}".encode()) % _FOLDS for pair in pairs])
    inputs = np.c_[rows, np.ones(len(rows))]
    answers = np.zeros(len(rows), dtype=bool)
    for which in (one_language, ~one_language):
        for part in range(_FOLDS):
            held, seen = which & (fold == part), which & (fold != part)
            if held.any():
                weights = fit(rows[seen], same[seen], late=late[seen])
                answers[held] = 1 / (1 + np.exp(late[held] - inputs[held] @ weights)) >= CONNECT
    return _f1([bool(value) for value in same], [bool(value) for value in answers])


def _overlap(pair: Pair) -> float:
    one, other = (set(re.findall(r"\w+", f"{text.title} {text.text}".lower())) for text in (pair.one, pair.other))
    return len(one & other) / len(one | other) if one | other else 0.0


def _f1(expected: Sequence[bool], got: Sequence[bool]) -> float:
    right = sum(e and g for e, g in zip(expected, got, strict=True))
    return 2 * right / (sum(expected) + sum(got)) if right else 0.0
