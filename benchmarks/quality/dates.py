"""Date figures: pages whose publication day is known, ours beside htmldate and trafilatura in the same run.

The public pages are European and American; pages with the region's ways of writing dates are made by pouring
``tests/pages/dates.json`` into its templates. A page counts when the day is exact. The page sets that name no time of fetching
are taken as fetched on one late day.
"""

from __future__ import annotations

import gzip
import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import htmldate
import trafilatura
from htmldate.meta import reset_caches

from benchmarks.quality import Figure, Misses
from c5watch.article import Page
from pipelines.extract import parse_html
from pipelines.page.dates import find_dates
from pipelines.page.encoding import decode

MADE = Path(__file__).parents[2] / "tests" / "pages" / "dates.json"
_FETCHED = datetime(2026, 9, 1, tzinfo=UTC)
_BODY = "The ministers of the two countries spoke about trade, transit and water. " * 4


@dataclass(frozen=True, slots=True)
class _Case:
    name: str
    page: Page
    title: str | None
    day: date


def _fundus(folder: Path) -> Iterator[_Case]:
    for listing in sorted(folder.glob("*/meta.info")):
        pages = json.loads(listing.read_text(encoding="utf-8"))
        for expected in sorted(listing.parent.glob("*.json")):
            versions = json.loads(expected.read_text(encoding="utf-8")).values()
            golds = [version for version in versions if version.get("publishing_date")]
            for name in sorted(name for name in pages if name.rsplit("_", 3)[0] == expected.stem):
                path = listing.parent / name
                if not golds or not path.exists():
                    continue
                fetched_at = datetime.fromisoformat(pages[name]["crawl_date"]).replace(tzinfo=UTC)
                # The expectations are keyed by parser version: this page's is the one next to its day of fetching.
                gold = min(golds, key=lambda one: abs((fetched_at.date() - _day(one["publishing_date"])).days))
                page = Page(url=pages[name]["url"], body=gzip.decompress(path.read_bytes()), fetched_at=fetched_at)
                yield _Case(name, page, gold.get("title"), _day(gold["publishing_date"]))


def _wcxb(folder: Path) -> Iterator[_Case]:
    for expected in sorted((folder / "dev").glob("*.json")):
        gold = json.loads(expected.read_text(encoding="utf-8"))
        if day := gold["ground_truth"].get("publish_date"):
            body = gzip.decompress(expected.with_suffix(".html.gz").read_bytes())
            page = Page(url=gold["url"], body=body, fetched_at=_FETCHED)
            yield _Case(expected.stem, page, gold["ground_truth"].get("title"), _day(day))


def _made() -> Iterator[_Case]:
    made = json.loads(MADE.read_text(encoding="utf-8"))
    fetched_at = datetime.fromisoformat(made["fetched_at"])
    for template_name, template in made["templates"].items():
        for language, written, day in made["forms"]:
            title = f"Ministers of five countries met again ({language})"
            html = template.format(lang=language, title=title, date=written, today=fetched_at.strftime("%d.%m.%Y"), body=_BODY)
            page = Page(url="https://example.kz/news/1", body=html.encode(), fetched_at=fetched_at)
            yield _Case(f"{template_name}: {written}", page, title, _day(day))


def _day(text: str) -> date:
    return date.fromisoformat(text[:10])


def _by_ours(case: _Case, tree: Any) -> str | None:
    found = find_dates(tree, case.page, None, title=case.title, text="").published_at
    return found.isoformat()[:10] if found else None


def _by_htmldate(case: _Case, tree: Any) -> str | None:
    latest = case.page.fetched_at.strftime("%Y-%m-%d")
    try:
        return htmldate.find_date(tree, original_date=True, url=case.page.url, max_date=latest)
    except (ValueError, TypeError, AttributeError):
        return None


def _by_trafilatura(case: _Case, tree: Any) -> str | None:
    try:
        metadata = trafilatura.extract_metadata(tree, default_url=case.page.url)
    except (ValueError, TypeError, AttributeError):
        return None
    return metadata.date if metadata else None


def _run(cases: list[_Case], guess: Callable[[_Case, Any], str | None]) -> tuple[list[str | None], float, float]:
    """The answers, and the processor seconds of two rounds without parsing the pages: in the first a library loads what it needs,
    in the second it has it. Trees are fresh each time, as htmldate takes them apart, and its caches of answers are emptied."""
    answers: list[str | None] = []
    rounds = []
    for _ in range(2):
        reset_caches()
        answers = []
        seconds = 0.0
        for case in cases:
            tree = parse_html(decode(case.page.body))
            started = time.process_time()
            answers.append(guess(case, tree))
            seconds += time.process_time() - started
        rounds.append(seconds)
    return answers, rounds[0], rounds[1]


def measure(data: Path, misses: Misses) -> Iterator[Figure]:
    """Day-exact shares, and our time against htmldate's, on the page sets in ``data/pages`` and on made pages."""
    pages = data / "pages"
    sets = {"fundus": list(_fundus(pages / "fundus")), "wcxb": list(_wcxb(pages / "wcxb")), "made": list(_made())}
    timed: dict[str, list[tuple[float, float]]] = {"ours": [], "htmldate": []}
    for name, cases in sets.items():
        if not cases:
            continue
        ours, *spent = _run(cases, _by_ours)
        if name != "made":
            timed["ours"].append((spent[0], spent[1]))
        for case, answer in zip(cases, ours, strict=True):
            if answer != case.day.isoformat():
                misses(f"dates {name}", f"{case.name} {case.page.url}", case.day.isoformat(), answer)
        for peer, guess in (("htmldate", _by_htmldate), ("trafilatura", _by_trafilatura)):
            theirs, *spent = _run(cases, guess)
            if peer == "htmldate" and name != "made":
                timed["htmldate"].append((spent[0], spent[1]))
            yield Figure(
                task="dates",
                set=name,
                n=len(cases),
                metric="day exact",
                ours=_share(ours, cases),
                baseline_name=peer,
                baseline=_share(theirs, cases),
                goal=0.9,
            )
    for place, metric in enumerate(("with loading what each needs", "once all is loaded")):
        ours_seconds, their_seconds = (sum(pair[place] for pair in timed[name]) for name in ("ours", "htmldate"))
        if their_seconds:
            yield Figure(
                task="dates",
                set="fundus, wcxb",
                n=len(sets["fundus"]) + len(sets["wcxb"]),
                metric=f"time against htmldate, {metric} (less is better)",
                ours=ours_seconds / their_seconds,
                baseline_name="htmldate",
                baseline=1.0,
                goal=0.1 if place == 0 else None,
            )


def _share(answers: list[str | None], cases: list[_Case]) -> float:
    return sum(answer == case.day.isoformat() for answer, case in zip(answers, cases, strict=True)) / len(cases)
