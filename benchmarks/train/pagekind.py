"""Trains what tells articles from other pages: ``python -m benchmarks.train.pagekind DATA``, which writes ``pagekind.json``.

A logistic regression on named features, with L2, by Newton's method. Every training page comes twice, once without what
its head says: sites of the region often have no metadata, and must be judged by structure alone. The limit is set where at
most `LOSS` of the training articles fall below it in cross-validation by site.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections import defaultdict
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import numpy as np
from numpy.typing import NDArray

from benchmarks.quality.page_sets import PageCase, read_pages
from c5watch.article import Page
from pipelines.extract import see_page
from pipelines.page import pagekind
from pipelines.page.pagekind_features import page_features


class Example(NamedTuple):
    """A page as the model sees it; ``is_settled`` by plain rules, whatever the model says."""

    site: str
    features: list[str]
    is_article: bool
    is_bare: bool
    is_settled: bool


STRENGTH = 16.0
MIN_SITES = 4
LOSS = 0.008
# On top of the limit, for pages that come close to the least sure of the training articles.
MARGIN = 0.3
FOLDS = 8


def examples(cases: Sequence[PageCase]) -> list[Example]:
    """The features of each page, with and without metadata."""
    found: list[Example] = []
    for case in cases:
        page = Page(url=case.url, body=case.html, fetched_at=datetime(2026, 11, 1, tzinfo=UTC))
        view = see_page(page, None)
        features = page_features(view)
        site = (urlsplit(case.url).hostname if case.url else None) or case.name
        bare = [feature for feature in features if not feature.startswith(pagekind.METADATA)]
        article = case.kind == "article"
        found.append(Example(site, features, article, is_bare=False, is_settled=pagekind.is_settled(view)))
        found.append(Example(site, bare, article, is_bare=True, is_settled=False))
    return found


def fit(pages: Sequence[Example]) -> dict[str, float]:
    """Weights by name, the bias among them; articles and others weigh the same in sum."""
    sites: defaultdict[str, set[str]] = defaultdict(set)
    for page in pages:
        for feature in page.features:
            sites[feature].add(page.site)
    names = sorted(feature for feature, seen in sites.items() if len(seen) >= MIN_SITES)
    column = {name: place for place, name in enumerate(names)}
    matrix = np.zeros((len(pages), len(names) + 1))
    matrix[:, -1] = 1.0
    for row, page in enumerate(pages):
        for feature in page.features:
            if feature in column:
                matrix[row, column[feature]] = 1.0
    target = np.array([page.is_article for page in pages], dtype=float)
    share = target.mean()
    weight = np.where(target > 0, 0.5 / share, 0.5 / (1 - share))
    solution = _newton(matrix, target, weight)
    return {**{name: round(float(solution[place]), 4) for name, place in column.items()}, "bias": round(float(solution[-1]), 4)}


def _newton(matrix: NDArray[np.float64], target: NDArray[np.float64], weight: NDArray[np.float64]) -> NDArray[np.float64]:
    penalty = np.full(matrix.shape[1], STRENGTH)
    penalty[-1] = 1e-6
    solution = np.zeros(matrix.shape[1])
    for _ in range(30):
        chance = 1 / (1 + np.exp(-matrix @ solution))
        gradient = matrix.T @ (weight * (chance - target)) + penalty * solution
        curvature = (matrix * (weight * chance * (1 - chance))[:, None]).T @ matrix + np.diag(penalty)
        step = np.linalg.solve(curvature, gradient)
        solution -= step
        if np.abs(step).max() < 1e-6:
            break
    return solution


def main() -> int:
    """Train on the training sites, set the limit, write the weights."""
    pages = examples([case for case in read_pages(Path(sys.argv[1])) if not case.is_test])
    fold = [hashlib.sha256(page.site.encode()).digest()[1] % FOLDS for page in pages]
    held_out: list[tuple[float, Example]] = []
    for part in range(FOLDS):
        weights = fit([page for page, place in zip(pages, fold, strict=True) if place != part])
        held_out += [
            (pagekind.score_features(page.features, weights), page)
            for page, place in zip(pages, fold, strict=True)
            if place == part
        ]
    articles = sum(page.is_article and not page.is_bare for page in pages)
    scores = sorted(value for value, page in held_out if page.is_article and not (page.is_bare or page.is_settled))
    limit = scores[int(LOSS * articles)]
    for bare in (False, True):
        found = [(value < limit and not page.is_settled, page.is_article) for value, page in held_out if page.is_bare == bare]
        lost, caught = (sum(below for below, article in found if article == kind) for kind in (True, False))
        others = sum(not article for _, article in found)
        print(f"cross-validation, metadata {not bare}: articles lost {lost} of {articles}, others caught {caught} of {others}")
    weights = fit(pages)
    weights["bias"] = round(weights["bias"] - limit + MARGIN, 4)
    pagekind.MODEL.write_text(json.dumps(weights, ensure_ascii=False, indent=0, sort_keys=True) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
