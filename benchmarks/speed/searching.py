"""Searching 100,000 articles in both engines: the time of queries with facets and highlights, and the room an index takes.

The embedded index is built by a process of its own while this one fills the server's, as both take minutes; queries are timed
afterwards, when nothing else is done. Without a server the embedded engine is measured alone.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from pathlib import Path

from benchmarks.speed import Speed
from benchmarks.speed.indexing import PREFIX, node_url
from benchmarks.speed.sample_articles import sample_articles
from c5watch.knowledge import load_knowledge
from c5watch.search.base import SearchIndex
from c5watch.search.elastic import ElasticIndex
from c5watch.search.embedded import EmbeddedIndex
from c5watch.search.query import parse_query
from c5watch.settings import ROOT

QUERIES = (
    "Токаев",
    "саммит Вашингтон",
    '"Центральная Азия"',
    "language:kk келісім",
    "actor:kazakhstan published:2025-11",
    "Tokayev OR минерал*",
    "kind:interview соглашение",
    "status:signed party:united-states",
)
_ARTICLES = 100_000
_ROUNDS = 12


def milliseconds(index: SearchIndex) -> tuple[float, float]:
    """Median and 95th percentile of a search with ten highlighted hits and all facets; a first round warms up."""
    times = []
    for turn in range(_ROUNDS + 1):
        for query in QUERIES:
            started = time.perf_counter()
            found = index.search(parse_query(query), limit=10)
            if turn:
                times.append((time.perf_counter() - started) * 1000)
            if not found.total:
                raise RuntimeError(f"{query} finds nothing in the {index.name} index: nothing was measured.")
    return statistics.median(times), statistics.quantiles(times, n=20)[-1]


def _build_embedded(folder: Path, data: Path) -> float:
    """Articles per second."""
    knowledge = load_knowledge(ROOT / "knowledge")
    articles = sample_articles(_ARTICLES, data, knowledge)
    index = EmbeddedIndex(folder, knowledge)
    started = time.perf_counter()
    index.write(articles)
    elapsed = time.perf_counter() - started
    index.close()
    return _ARTICLES / elapsed


def _figures(index: SearchIndex, rate: float, size: int) -> Iterator[Speed]:
    median, slow = milliseconds(index)
    name = f"{index.name}, {_ARTICLES:,} articles"
    yield Speed(task=f"{name}: written", unit="articles/s", ours=rate, peer_name="", peer=None)
    yield Speed(task=f"{name}: size of one", unit="kB", ours=size / _ARTICLES / 1000, peer_name="", peer=None, less=True)
    yield Speed(task=f"{name}: search, median", unit="ms", ours=median, peer_name="", peer=None, less=True)
    yield Speed(task=f"{name}: search, 95 %", unit="ms", ours=slow, peer_name="", peer=None, less=True)


def measure(data: Path) -> Iterator[Speed]:
    """Both engines, or the embedded one where no server runs."""
    knowledge = load_knowledge(ROOT / "knowledge")
    url = node_url()
    with ExitStack() as opened:
        folder = Path(opened.enter_context(tempfile.TemporaryDirectory())) / "index"
        building = opened.enter_context(ProcessPoolExecutor(1)).submit(_build_embedded, folder, data)
        server_rate = 0.0
        if url:
            server = ElasticIndex(url, knowledge, prefix=PREFIX)
            opened.callback(server.drop)
            started = time.perf_counter()
            server.migrate(sample_articles(_ARTICLES, data, knowledge))
            server_rate = _ARTICLES / (time.perf_counter() - started)
        rate = building.result()
        embedded = EmbeddedIndex(folder, knowledge)
        yield from _figures(embedded, rate, sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()))
        if url:
            yield from _figures(server, server_rate, server.status().size_bytes)
