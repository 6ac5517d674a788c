"""Articles through the outbox into Elasticsearch, beside the client's bare `streaming_bulk` of the same documents.

Ours reads the articles from the store, makes documents and agreement records of them, replaces older records, confirms every
row of the outbox and leaves everything visible; the peer sends ready-made documents of articles and records to indices of the
same mapping and refreshes once at the end. They take turns, so that both meet the same server and machine.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from elasticsearch import Elasticsearch
from elasticsearch.helpers import streaming_bulk

from benchmarks.speed import Speed
from benchmarks.speed.sample_articles import sample_articles
from c5watch.article import Article
from c5watch.knowledge import Knowledge, load_knowledge
from c5watch.search.document import make_document
from c5watch.search.elastic import ElasticIndex
from c5watch.search.elastic_mapping import agreement_documents, agreement_index, article_document, article_index
from c5watch.search.feed import feed_index
from c5watch.settings import ROOT
from c5watch.store import Store

PREFIX = f"c5watch-bench-{os.getpid()}"
_ARTICLES = 2000
_ROUNDS = 2
_GOAL = 0.8


def node_url() -> str | None:
    """The node of the environment or of ``make elasticsearch``; without one it is said that its figures are left out."""
    script = ROOT / "deploy" / "elasticsearch" / "node.py"
    found = subprocess.run([sys.executable, script, "url"], capture_output=True, text=True, check=False)
    url = os.environ.get("C5WATCH_TEST_ELASTICSEARCH_URL") or found.stdout.strip()
    if not url:
        print("No Elasticsearch runs (`make elasticsearch`, or C5WATCH_TEST_ELASTICSEARCH_URL): its figures are left out.")
    return url or None


def _actions(articles: list[Article], knowledge: Knowledge) -> list[dict[str, Any]]:
    documents = [make_document(article, knowledge) for article in articles]
    actions = [{"_index": f"{PREFIX}-raw-articles", "_id": d.article.id, "_source": article_document(d)} for d in documents]
    return actions + [
        {"_index": f"{PREFIX}-raw-agreements", "_id": identity, "_source": record}
        for document in documents
        for identity, record in agreement_documents(document)
    ]


def _raw(client: Elasticsearch, actions: list[dict[str, Any]]) -> float:
    names = f"{PREFIX}-raw-articles", f"{PREFIX}-raw-agreements"
    for name, definition in zip(names, (article_index(), agreement_index()), strict=True):
        client.indices.create(index=name, **definition)
    started = time.perf_counter()
    for _ in streaming_bulk(client, actions):
        pass
    client.indices.refresh(index=list(names))
    elapsed = time.perf_counter() - started
    client.indices.delete(index=list(names))
    return elapsed


def _fed(url: str, store: Store, knowledge: Knowledge) -> float:
    index = ElasticIndex(url, knowledge, prefix=PREFIX)
    index.create()
    store.requeue_all()
    started = time.perf_counter()
    report = feed_index(store, index)
    elapsed = time.perf_counter() - started
    if report.written != _ARTICLES:
        raise RuntimeError(f"The feed wrote {report.written} of {_ARTICLES} articles.")
    index.drop()
    index.close()
    return elapsed


def measure(data: Path) -> Iterator[Speed]:
    """Both rates; nothing without a node."""
    url = node_url()
    if url is None:
        return
    knowledge = load_knowledge(ROOT / "knowledge")
    articles = list(sample_articles(_ARTICLES, data, knowledge))
    with (
        tempfile.TemporaryDirectory() as folder,
        Elasticsearch(url, request_timeout=120) as client,
        Store.open(f"sqlite:///{Path(folder) / 'c5watch.db'}", home=Path(folder)) as store,
    ):
        for article in articles:
            store.save(article)
        actions = _actions(articles, knowledge)
        _raw(client, actions[: len(actions) // 4])  # a server is slow until its code is compiled
        times = [(_fed(url, store, knowledge), _raw(client, actions)) for _ in range(_ROUNDS)]
    ours, raw = (_ARTICLES * _ROUNDS / sum(column) for column in zip(*times, strict=True))
    yield Speed(
        task=f"outbox to Elasticsearch, {_ARTICLES:,} articles",
        unit="articles/s",
        ours=ours,
        peer_name="bare streaming_bulk",
        peer=raw,
        goal=_GOAL,
    )
