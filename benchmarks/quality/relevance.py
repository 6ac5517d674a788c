"""Relevance: does the score put articles about the region's diplomacy before all others (ROC AUC).

264 short articles written and labelled for this project, in all eight language-scripts: sports, crime, weather, calamities,
domestic politics of the five states and world news are irrelevant. The baseline counts how many states of the region are named.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from benchmarks.quality import Figure, Misses
from c5watch.article import Article
from c5watch.knowledge import Knowledge, load_knowledge
from c5watch.settings import ROOT
from c5watch.text import script_of
from pipelines.agreement.named import REGION
from pipelines.chain import STEPS
from pipelines.language import detect_language

ARTICLES = Path(__file__).parent / "data" / "relevance.jsonl"
_DAY = date(2025, 11, 8)


def measure(data: Path, misses: Misses) -> Iterator[Figure]:  # noqa: ARG001 - the articles are our own
    """ROC AUC of the score, beside that of the number of the region's states named."""
    knowledge = load_knowledge(ROOT / "knowledge")
    labels, scores, states = [], [], []
    for line in ARTICLES.read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        article = understood(case["text"], case["language"], knowledge)
        labels.append(bool(case["relevant"]))
        scores.append(article.relevance.score)
        states.append(float(len({m.actor for m in article.mentions} & set(REGION))))
        if (article.relevance.score >= 0.5) != case["relevant"]:
            misses("relevance", case["text"], case["relevant"], article.relevance)
    yield Figure(
        task="relevance", set="own short articles", n=len(labels), metric="ROC AUC", ours=roc_auc(labels, scores),
        baseline_name="states of the region named", baseline=roc_auc(labels, states), goal=0.97,
    )  # fmt: skip


def understood(text: str, language: str, knowledge: Knowledge) -> Article:
    """A short article taken through the chain; its language is given, as one sentence is little to tell it from."""
    article = Article(
        id="0",
        url=None,
        source=None,
        title=None,
        text=text,
        published_at=_DAY,
        fetched_at=datetime(2025, 11, 8, 12, tzinfo=UTC),
        language=language,
        languages=(language,),
        script=script_of(text),
    )
    for step in STEPS:
        if step is not detect_language:
            article = step(article, knowledge)
    return article


def roc_auc(labels: Sequence[bool], scores: Sequence[float]) -> float:
    """The chance that a relevant article scores higher than another one; ties count half (Hanley and McNeil, 1982)."""
    right = [score for label, score in zip(labels, scores, strict=True) if label]
    wrong = [score for label, score in zip(labels, scores, strict=True) if not label]
    won = sum((one > other) + 0.5 * (one == other) for one in right for other in wrong)
    return won / (len(right) * len(wrong))
