"""Understood articles in any number, made at run time: those of the sample newsroom, each with other words behind its own.

The words are paragraphs of ``EVAL_DATA``'s running text in the article's language, in chance order, so that terms are as many
as in a real archive. They stand behind the article's own text, whose mentions and agreements so keep their places.
"""

from __future__ import annotations

import csv
import dataclasses
import gzip
import random
from collections import defaultdict
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from c5watch.article import Article, Page
from c5watch.knowledge import Knowledge
from c5watch.newsroom.corpus import ROUND_TIMES, read_texts
from c5watch.newsroom.pages import build_pages
from c5watch.newsroom.sites import SITES
from pipelines.chain import understand

# The days over which the articles lie: two years.
_DAYS = 730
_FILLER_CHARACTERS = (0, 1200)


def newsroom_articles(knowledge: Knowledge) -> list[Article]:
    """The articles of the sample newsroom's first round, understood."""
    sites = {site.id: site for site in SITES}
    pages = build_pages(1, 1)
    articles = []
    for text in read_texts(1):
        site = sites[text.site]
        path = site.path_of(text)
        url = f"https://{site.host}{path}"
        article = understand(
            Page(url=url, body=pages[site.host, path].body, fetched_at=ROUND_TIMES[1], source=site.id), knowledge
        )
        if isinstance(article, Article):
            articles.append(article)
    return articles


def _running_text(data: Path) -> dict[str, list[str]]:
    texts: dict[str, list[str]] = defaultdict(list)
    for path in sorted((data / "langid").glob("*.tsv.gz")):
        with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
                texts[row["lang"].partition("-")[0]].append(row["text"])
    return texts


def sample_articles(count: int, data: Path, knowledge: Knowledge) -> Iterator[Article]:
    """``count`` articles, the same ones each run; without running text in ``data`` only days and ids differ."""
    patterns = newsroom_articles(knowledge)
    fillers = _running_text(data)
    dice = random.Random(5)
    for number in range(count):
        pattern = patterns[number % len(patterns)]
        paragraphs = [pattern.text]
        wanted = dice.randint(*_FILLER_CHARACTERS)
        while wanted > 0 and (texts := fillers.get(pattern.language)):
            paragraphs.append(dice.choice(texts))
            wanted -= len(paragraphs[-1])
        yield dataclasses.replace(
            pattern,
            id=f"{number:016x}",
            url=f"https://sample.test/{number}",
            aliases=(),
            text="\n".join(paragraphs),
            published_at=ROUND_TIMES[1] - timedelta(days=_DAYS * (count - number) / count),
            story=f"story-{number // 3}",
        )
