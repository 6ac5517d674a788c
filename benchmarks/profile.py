"""``make profile``: where the time of understanding a page goes, beside bare trafilatura in the same run.

The stages of extraction, the dates and the language are timed one by one in this process, over the pages of ``EVAL_DATA`` that
are ordinary: articles of at most 400 kB. The goal is at most 1.3 times bare ``trafilatura fast`` without metadata. Each page is
done by both sides in turn and the whole is repeated; the least processor time of a page counts, for other work on the machine
only adds to it.
"""

# ruff: noqa: INP001 - the folder holds packages and this script

from __future__ import annotations

import os
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar
from unittest.mock import patch

import trafilatura
from rich.console import Console
from rich.table import Table

from benchmarks.quality.page_sets import read_pages
from c5watch.article import Article, Page
from c5watch.knowledge import Knowledge
from pipelines import extract as extract_step
from pipelines.language import detect_language
from pipelines.page import body as body_step

LARGEST = 400_000
ROUNDS = 3
EVERY = 4  # of the pages, one in so many is enough
STAGES: tuple[tuple[object, str, str], ...] = (
    (extract_step, "decode", "decode"),
    (extract_step, "parse_html", "parse"),
    (extract_step, "read_facts", "head and structured data"),
    (extract_step, "_prepare", "copy of the tree"),
    (body_step, "find_blocks", "walk: blocks and boxes"),
    (body_step, "Features", "boxes measured"),
    (body_step, "_second_opinion", "trafilatura on the rest"),
    (body_step, "choose_blocks", "choice"),
    (body_step, "repair", "repairs"),
    (extract_step, "find_dates", "dates"),
    (extract_step, "judge_page", "article or not"),
    (extract_step, "find_authors", "authors"),
)
T = TypeVar("T")


class _Clock:
    """Seconds by stage, of one page."""

    def __init__(self) -> None:
        self.spent: defaultdict[str, float] = defaultdict(float)

    def time(self, stage: str, function: Callable[..., T]) -> Callable[..., T]:
        """The same function, timed."""

        def timed(*values: object, **named: object) -> T:
            start = time.process_time()
            try:
                return function(*values, **named)
            finally:
                self.spent[stage] += time.process_time() - start

        return timed

    def patches(self) -> list[AbstractContextManager[object]]:
        """The stages of the production functions, each timed in its place."""
        return [patch.object(module, name, self.time(stage, getattr(module, name))) for module, name, stage in STAGES]


def profile(data: Path, console: Console) -> None:
    """Measure and print."""
    nothing = Knowledge(actors={}, formats={}, agreements={}, topics={}, sources={}, watches={}, folder=data, fingerprint="")
    cases = [case for case in read_pages(data) if case.kind == "article" and len(case.html) <= LARGEST][::EVERY]
    pages = [Page(url=case.url, body=case.html, fetched_at=datetime(2026, 11, 1, tzinfo=UTC)) for case in cases]
    best: defaultdict[str, list[float]] = defaultdict(lambda: [float("inf")] * len(pages))
    for _ in range(ROUNDS):
        for place, page in enumerate(pages):
            start = time.process_time()
            trafilatura.extract(page.body, fast=True, with_metadata=False)
            _keep(best["bare trafilatura fast"], place, time.process_time() - start)
            start = time.process_time()
            article = extract_step.extract_article(page, nothing)
            middle = time.process_time()
            if isinstance(article, Article):
                detect_language(article, nothing)
            end = time.process_time()
            _keep(best["extraction, dates and metadata"], place, middle - start)
            _keep(best["language"], place, end - middle)
            _keep(best["ours"], place, end - start)
    _print(console, "Milliseconds a page", best, len(pages), whole="ours")
    stages: defaultdict[str, list[float]] = defaultdict(lambda: [float("inf")] * len(pages))
    for place, page in enumerate(pages):
        clock = _Clock()
        patches = clock.patches()
        for each in patches:
            each.__enter__()
        try:
            extract_step.extract_article(page, nothing)
        finally:
            for each in patches:
                each.__exit__(None, None, None)
        for _, _, stage in STAGES:
            stages[stage][place] = clock.spent[stage]
    _print(console, "Stages of extraction", stages, len(pages), whole=None)
    ratio = sum(best["ours"]) / sum(best["bare trafilatura fast"])
    console.print(f"{len(pages)} pages; ours takes {ratio:.2f} times bare trafilatura fast without metadata (goal: at most 1.30)")


def _keep(times: list[float], place: int, seconds: float) -> None:
    times[place] = min(times[place], seconds)


def _print(console: Console, title: str, times: dict[str, list[float]], count: int, *, whole: str | None) -> None:
    table = Table("stage", "ms", "share", title=title)
    total = sum(times[whole]) if whole else sum(sum(values) for values in times.values())
    for stage, values in times.items():
        table.add_row(stage, f"{1000 * sum(values) / count:.2f}", f"{100 * sum(values) / total:.0f} %")
    console.print(table)


def main() -> int:
    """Profile the pages of ``EVAL_DATA``."""
    console = Console()
    place = os.environ.get("EVAL_DATA", "")
    if not place or not Path(place).is_dir():
        console.print("Set EVAL_DATA to the folder of the evaluation sets; docs/evaluation-data.md says where they come from.")
        return 2
    profile(Path(place), console)
    return 0


if __name__ == "__main__":
    sys.exit(main())
