"""Finds agreements."""

from __future__ import annotations

from c5watch.article import Article
from c5watch.knowledge import Knowledge


def find_agreements(article: Article, knowledge: Knowledge) -> Article:  # noqa: ARG001 - every step has this shape
    return article
