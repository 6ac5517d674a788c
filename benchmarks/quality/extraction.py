"""Extraction figures: text, what readers notice, article or not, titles and authors, on each set of real pages.

Rows named "held out" are of sites that training never saw (`benchmarks.quality.page_sets`); the others are of all pages of
a set, as the baseline's own authors tuned on them too. Text goes through `extract_article` without its verdict on the kind
of page, which has rows of its own. Noise is the share of our lines that the gold text does not hold, loss the share of
gold lines of five words and more that ours does not hold.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from statistics import fmean

import trafilatura
from lxml.html import HtmlElement
from trafilatura.metadata import extract_metadata

from benchmarks.quality import Figure, Misses
from benchmarks.quality.page_sets import PageCase, read_pages
from c5watch.article import Article, Page
from c5watch.knowledge import Knowledge
from pipelines.extract import extract_article, see_page

BASELINE = "trafilatura"
_TOKEN = re.compile(r"\w+")
_NO_WORD = re.compile(r"[\W_]+")
_BETWEEN_NAMES = re.compile(r",\s|;\s|\s(?:and|&)\s")
_FETCHED = datetime(2026, 11, 1, tzinfo=UTC)


def _tokens(text: str) -> list[str]:
    return _TOKEN.findall(text.lower())


def token_f1(text: str, gold: str) -> float:
    """Harmonic mean of precision and recall over words, each counted as often as it stands there."""
    ours, theirs = Counter(_tokens(text)), Counter(_tokens(gold))
    common = sum((ours & theirs).values())
    return 2 * common / ((sum(ours.values()) + sum(theirs.values())) or 1) if common else float(not ours and not theirs)


def lines_beyond(text: str, other: str) -> float:
    """Share of the lines of ``text`` with five words and more of which ``other`` holds less than half, by runs of three words."""
    words = _tokens(other)
    runs = set(zip(words, words[1:], words[2:], strict=False))
    lines = [own for line in text.split("\n") if len(own := _tokens(line)) >= 5]
    beyond = sum(sum(run in runs for run in zip(own, own[1:], own[2:], strict=False)) < 0.5 * (len(own) - 2) for own in lines)
    return beyond / len(lines) if lines else 0.0


def repeated_lines(text: str, gold: str) -> float:
    """Share of lines of seven words and more that stand there more often than the article tells them, but at least once:
    a question put to each of ten people and a row that two tables share are told again of right."""
    lines, told = (
        Counter(" ".join(own) for line in words.split("\n") if len(own := _tokens(line)) >= 7) for words in (text, gold)
    )
    return sum(max(0, count - max(1, told[line])) for line, count in lines.items()) / (lines.total() or 1)


def measure(data: Path, misses: Misses) -> Iterator[Figure]:
    """Every figure of extraction; nothing where the pages are missing."""
    cases = list(read_pages(data))
    if not cases:
        return
    nothing = Knowledge(actors={}, formats={}, agreements={}, topics={}, sources={}, watches={}, folder=data, fingerprint="")
    texts = _Texts()
    kinds: defaultdict[str, list[tuple[bool, bool]]] = defaultdict(list)
    names = _Names()
    for case in cases:
        page = Page(url=case.url, body=case.html, fetched_at=_FETCHED)
        article = extract_article(page, nothing)
        taken, is_article = isinstance(article, Article), case.kind == "article"
        for group in (case.set, f"{case.set} held out") if case.is_test else (case.set,):
            kinds[group].append((is_article, taken))
        if taken != is_article:
            misses(
                "article or not",
                f"{case.set}/{case.name}",
                case.kind,
                article.id if isinstance(article, Article) else article.reason,
            )
        if not is_article:
            continue
        view = see_page(page, None)
        if case.texts:
            texts.add(case, view.text, trafilatura.extract(case.html) or "", misses)
        names.add(case, view.title, view.authors, misses)
    yield from texts.figures()
    yield from _kind_figures(kinds)
    yield from names.figures()


class _Texts:
    """Measures of text by group of pages: ours and the baseline's."""

    def __init__(self) -> None:
        self.values: defaultdict[tuple[str, str], list[tuple[float, float]]] = defaultdict(list)

    def add(self, case: PageCase, ours: str, theirs: str, misses: Misses) -> None:
        """One page."""
        scores = [max(token_f1(text, gold) for gold in case.texts) for text in (ours, theirs)]
        gold = max(case.texts, key=lambda text: token_f1(ours, text))
        if scores[0] < min(0.9, scores[1]):
            misses("text", f"{case.set}/{case.name}", gold[:2000], ours[:2000])
        measured = {
            "token F1": scores,
            "noise: lines that are not the article's": [lines_beyond(text, gold) for text in (ours, theirs)],
            "loss: lines of the article missing": [lines_beyond(gold, text) for text in (ours, theirs)],
            "lines told twice": [repeated_lines(text, gold) for text in (ours, theirs)],
        }
        for group in (case.set, f"{case.set} held out") if case.is_test else (case.set,):
            for metric, (own, other) in measured.items():
                self.values[group, metric].append((own, other))

    def figures(self) -> Iterator[Figure]:
        """One row for each group and measure; the goal is to be better than the baseline."""
        for (group, metric), pairs in self.values.items():
            ours, theirs = (fmean(pair[place] for pair in pairs) for place in (0, 1))
            yield Figure(
                task="extraction",
                set=group,
                n=len(pairs),
                metric=metric,
                ours=ours,
                baseline_name=BASELINE,
                baseline=theirs,
                goal=theirs if metric == "token F1" else None,
            )


def _kind_figures(kinds: dict[str, list[tuple[bool, bool]]]) -> Iterator[Figure]:
    for group, pairs in kinds.items():
        for is_article, metric, goal in ((True, "articles lost", 0.01), (False, "other pages dropped", 0.95)):
            taken = [taken for kind, taken in pairs if kind == is_article]
            if taken:
                yield Figure(
                    task="article or not",
                    set=group,
                    n=len(taken),
                    metric=metric,
                    ours=taken.count(False) / len(taken),
                    baseline_name="none has one",
                    baseline=None,
                    goal=goal,
                )


class _Names:
    """Titles and authors: how many are exactly those that people noted."""

    def __init__(self) -> None:
        self.right: defaultdict[tuple[str, str], list[tuple[bool, bool]]] = defaultdict(list)

    def add(self, case: PageCase, title: str | None, authors: Sequence[str], misses: Misses) -> None:
        """One page."""
        if not case.title and not case.authors:
            return
        tree = trafilatura.load_html(case.html)
        theirs = extract_metadata(tree, case.url, None, True) if isinstance(tree, HtmlElement) else None
        if case.title:
            own = _key(title) == _key(case.title)
            self.right[case.set, "titles right"].append((own, _key(theirs.title if theirs else None) == _key(case.title)))
            if not own:
                misses("title", f"{case.set}/{case.name}", case.title, title)
        if case.authors:
            gold = _people(case.authors)
            own = _people(authors) == gold
            found = (theirs.author or "").split("; ") if theirs else []
            self.right[case.set, "authors right"].append((own, _people(found) == gold))
            if not own:
                misses("authors", f"{case.set}/{case.name}", case.authors, authors)

    def figures(self) -> Iterator[Figure]:
        """One row for each set."""
        for (group, metric), pairs in self.right.items():
            yield Figure(
                task="metadata",
                set=group,
                n=len(pairs),
                metric=metric,
                ours=fmean(own for own, _ in pairs),
                baseline_name=BASELINE,
                baseline=fmean(other for _, other in pairs),
                goal=None,
            )


def _people(names: Sequence[str]) -> set[str]:
    """Names as compared: one set writes several people into one line."""
    return {_key(name) for line in names for name in _BETWEEN_NAMES.split(line)} - {""}


def _key(text: str | None) -> str:
    return _NO_WORD.sub("", (text or "").lower())
