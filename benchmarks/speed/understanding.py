"""Pages understood per second, with one and two processes, beside extraction alone by the peers."""

from __future__ import annotations

import gzip
import logging
import time
import warnings
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.speed import Speed
from c5watch.article import Page
from c5watch.settings import ROOT
from pipelines.workers import WorkerPool, understand_stream

_PAGES = 200
_PEER_PAGES = 60


def read_pages(data: Path, limit: int) -> list[bytes]:
    """An even sample of the pages of all sets."""
    files = sorted((data / "pages").rglob("*.html.gz")) + sorted((data / "pages").rglob("*.html"))
    step = max(1, len(files) // limit)
    return [gzip.decompress(f.read_bytes()) if f.suffix == ".gz" else f.read_bytes() for f in files[::step]][:limit]


def per_second(work: Callable[[bytes], object], bodies: list[bytes]) -> float:
    """Pages per second; raises `RuntimeError` where a peer fails on more than a tenth of them, for then nothing was measured."""
    failed = 0
    started = time.perf_counter()
    for body in bodies:
        try:
            work(body)
        except Exception:  # noqa: BLE001 - whatever a peer raises on an odd page is not our business here
            failed += 1
    elapsed = time.perf_counter() - started
    if failed > len(bodies) / 10:
        raise RuntimeError(f"The peer failed on {failed} of {len(bodies)} pages.")
    return len(bodies) / elapsed


def in_pool(bodies: list[bytes], workers: int) -> float:
    """Pages per second through the worker processes, without their start."""
    fetched_at = datetime(2025, 11, 8, tzinfo=UTC)
    with WorkerPool(ROOT / "knowledge", workers) as pool:
        pages = [
            (number, Page(url=f"https://site.test/{number}", body=body, fetched_at=fetched_at))
            for number, body in enumerate(bodies)
        ]
        for _ in understand_stream(pages[: 2 * workers], pool):
            pass
        started = time.perf_counter()
        for _ in understand_stream(pages, pool):
            pass
        return len(bodies) / (time.perf_counter() - started)


def measure(data: Path) -> Iterator[Speed]:
    """The whole chain against extraction alone."""
    bodies = read_pages(data, _PAGES)
    if not bodies:
        return
    peers = [(name, per_second(work, bodies[:: len(bodies) // _PEER_PAGES])) for name, work in _peers()]
    for workers in (1, 2):
        rate = in_pool(bodies, workers)
        for name, peer in peers:
            goal = 3.0 if name == "news-please" else None
            yield Speed(
                task=f"pages understood, {workers} process(es)", unit="pages/s", ours=rate, peer_name=name, peer=peer, goal=goal
            )


def _peers() -> Iterator[tuple[str, Callable[[bytes], object]]]:
    warnings.simplefilter("ignore")
    logging.disable(logging.WARNING)
    import newspaper
    import trafilatura
    from newsplease import NewsPlease

    def read_newspaper(body: bytes) -> object:
        article = newspaper.Article("https://site.test/", fetch_images=False)
        article.download(input_html=body.decode("utf-8", "replace"))
        article.parse()
        return article.text

    def read_news_please(body: bytes) -> object:
        return NewsPlease.from_html(body.decode("utf-8", "replace"), url="https://site.test/", fetch_images=False)

    # Without their pictures, which both would ask the network for: the measure is of reading.
    yield "trafilatura with metadata", lambda body: trafilatura.bare_extraction(body, with_metadata=True)
    yield "newspaper4k", read_newspaper
    yield "news-please", read_news_please
