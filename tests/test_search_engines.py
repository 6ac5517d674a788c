"""The embedded engine and a real Elasticsearch give the same answers to the same words, over the sample newsroom."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from c5watch.knowledge import load_knowledge
from c5watch.search.base import SearchIndex
from c5watch.search.elastic import ElasticIndex
from c5watch.search.embedded import EmbeddedIndex
from c5watch.search.query import parse_query
from c5watch.settings import ROOT
from tests.newsroom_articles import newsroom_articles
from tests.node import node_url

# The newsroom is understood and indexed once a module: all its tests run in one process.
pytestmark = pytest.mark.xdist_group("engines")

QUERIES = [
    "",
    "Токаев",
    "Tokayev",
    "To‘qayevning",
    "саммит Вашингтон",
    "меморандум OR келісім OR memorandum",
    "минерал* NOT language:ru",
    "Вашингтон*",
    '"критически важных минералов"',
    '"Central Asia"',
    "title:саммит",
    "C5+1",
    "kind:interview",
    "actor:kazakhstan published:[2025-11-07 TO 2025-11-08]",
    "status:signed party:united-states language:(kk OR uz)",
    "summit:c5-plus-1-2025-11-06 voice:answer",
    "relevance:>0.8 country:china",
    "туз тоннель вода",
    "nosuchword",
]
_ALL = 1000
_FIRST, _IN_COMMON = 10, 8


@pytest.fixture(scope="module")
def engines(tmp_path_factory) -> Iterator[tuple[SearchIndex, SearchIndex]]:
    """Both, with the same articles."""
    url = node_url()
    if url is None:
        pytest.skip("no Elasticsearch: `make elasticsearch`, or set C5WATCH_TEST_ELASTICSEARCH_URL")
    knowledge = load_knowledge(ROOT / "knowledge")
    articles = newsroom_articles(tmp_path_factory.mktemp("newsroom"))
    embedded = EmbeddedIndex(tmp_path_factory.mktemp("index") / "index", knowledge)
    server = ElasticIndex(url, knowledge, prefix=f"engines-{os.getpid()}")
    try:
        for index in (embedded, server):
            assert index.write(articles) == []
        yield embedded, server
    finally:
        server.drop()
        embedded.close()


@pytest.mark.elasticsearch
@pytest.mark.parametrize("query", QUERIES)
def test_both_engines_find_and_count_the_same(engines, query):
    embedded, server = (index.search(parse_query(query), limit=_ALL) for index in engines)
    assert embedded.total == server.total
    assert {hit.id for hit in embedded.hits} == {hit.id for hit in server.hits}
    assert {name: dict(pairs) for name, pairs in embedded.facets.items()} == {
        name: dict(pairs) for name, pairs in server.facets.items()
    }
    assert {hit.id: set(hit.highlights) for hit in embedded.hits} == {hit.id: set(hit.highlights) for hit in server.hits}


@pytest.mark.elasticsearch
@pytest.mark.parametrize("query", QUERIES)
def test_the_best_hits_are_the_same_in_both_engines(engines, query):
    embedded, server = ([hit.id for hit in index.search(parse_query(query), limit=_FIRST).hits] for index in engines)
    assert len(set(embedded) & set(server)) >= min(_IN_COMMON, len(embedded))


@pytest.mark.elasticsearch
@pytest.mark.parametrize("sort", ["newest", "oldest"])
def test_the_order_in_time_is_the_same_in_both_engines(engines, sort):
    embedded, server = (
        [hit.id for hit in index.search(parse_query("kazakhstan OR Казахстан"), sort=sort, limit=_ALL).hits] for index in engines
    )
    assert embedded == server
