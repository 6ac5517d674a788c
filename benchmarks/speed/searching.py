"""Embedded search over many articles: writing through the index, and the time of queries with facets and highlights."""

from __future__ import annotations

import random
import statistics
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from benchmarks.speed import Speed
from c5watch.article import Article, Mention, Relevance
from c5watch.knowledge import load_knowledge
from c5watch.newsroom.corpus import read_texts
from c5watch.search.base import SearchIndex
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
)
_ARTICLES = 20_000


def make_articles(count: int) -> Iterator[Article]:
    """Sample texts, shuffled by paragraph, spread over two years; the same ones each run."""
    texts = read_texts(1)
    actors = sorted(load_knowledge(ROOT / "knowledge").actors)[:200]
    dice = random.Random(5)
    start = datetime(2024, 1, 1, tzinfo=UTC)
    for number in range(count):
        text = texts[number % len(texts)]
        paragraphs = [text.lead, *text.paragraphs]
        dice.shuffle(paragraphs)
        language, _, script = text.language.partition("-")
        yield Article(
            id=f"{number:016x}",
            url=f"https://sample.test/{number}",
            source=text.site,
            title=text.title,
            text="\n".join(paragraphs),
            fetched_at=start,
            published_at=start + timedelta(minutes=50 * number),
            language=language,
            script=script or ("Latn" if language in ("en", "uz", "tk") else "Cyrl"),
            languages=(language,),
            mentions=tuple(Mention(start=0, end=1, text="x", type="LOC", actor=actor) for actor in dice.sample(actors, 6)),
            relevance=Relevance(score=dice.random()),
        )


def milliseconds(index: SearchIndex, rounds: int = 15) -> tuple[float, float]:
    """Median and 95th percentile of a search with ten highlighted hits and all facets."""
    times = []
    for _ in range(rounds):
        for query in QUERIES:
            started = time.perf_counter()
            index.search(parse_query(query), limit=10)
            times.append((time.perf_counter() - started) * 1000)
    return statistics.median(times), statistics.quantiles(times, n=20)[-1]


def measure(_data: Path) -> Iterator[Speed]:
    """The embedded engine alone; a server is measured where one runs."""
    with tempfile.TemporaryDirectory() as folder:
        index = EmbeddedIndex(Path(folder) / "index", load_knowledge(ROOT / "knowledge"))
        articles = list(make_articles(_ARTICLES))
        started = time.perf_counter()
        index.write(articles)
        rate = _ARTICLES / (time.perf_counter() - started)
        size = sum(path.stat().st_size for path in Path(folder).rglob("*") if path.is_file()) / _ARTICLES / 1000
        median, slow = milliseconds(index)
        index.close()
    yield Speed(task=f"articles indexed ({_ARTICLES:,})", unit="articles/s", ours=rate, peer_name="", peer=None)
    yield Speed(task="index size per article", unit="kB", ours=size, peer_name="", peer=None, less=True)
    yield Speed(task="search with facets and highlights, median", unit="ms", ours=median, peer_name="", peer=None, less=True)
    yield Speed(task="search with facets and highlights, 95 %", unit="ms", ours=slow, peer_name="", peer=None, less=True)
