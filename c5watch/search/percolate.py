"""Which saved queries match which new articles: the articles become a small index in memory, each query runs over it.

The same engine and analysis as searching, so that a watch finds exactly what a search for its query would.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from c5watch.article import Article
from c5watch.knowledge import Knowledge
from c5watch.search.base import MAX_LIMIT, Query
from c5watch.search.embedded import EmbeddedIndex


def percolate(queries: Mapping[str, Query], articles: Sequence[Article], knowledge: Knowledge) -> dict[str, set[str]]:
    """For each article id the names of the queries that match it; articles that match none are left out."""
    matched: dict[str, set[str]] = {}
    for start in range(0, len(articles), MAX_LIMIT):
        index = EmbeddedIndex(None, knowledge)
        index.write(articles[start : start + MAX_LIMIT])
        for name, query in queries.items():
            for hit in index.search(query, sort="newest", limit=MAX_LIMIT, facets=False).hits:
                matched.setdefault(hit.id, set()).add(name)
        index.close()
    return matched


def matches(query: Query, article: Article, knowledge: Knowledge) -> bool:
    """Whether one query matches one article."""
    return bool(percolate({"query": query}, [article], knowledge))
