"""Grouping one more article where 100,000 are held, in milliseconds, beside the limit of 5 and beside 10,000 held.

What is held is made at run time: texts of sentences from the language sets, a few thousand read for real, the others mixed from
the features of two of those. The timed articles are new mixtures, most of them near an older one in words and time; each is
read and grouped in a transaction of its own, as in a crawl.
"""

from __future__ import annotations

import csv
import gzip
import io
import random
import statistics
import tempfile
import time
from array import array
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import cycle
from pathlib import Path

import numpy as np

from benchmarks.speed import Speed
from c5watch.article import Article
from c5watch.store import Store
from c5watch.store.tables import story_items, story_keys
from c5watch.store.times import utc_text
from pipelines.stories import assign_story
from pipelines.story.features import LAYOUT, keys_of, read_features, read_rows

_LANGUAGES = ("ru", "en", "kk")
_READ = 3000
_FEW, _MANY = 10_000, 100_000
_TIMED = 300
_PER_DAY = 500
_START = datetime(2025, 1, 1, tzinfo=UTC)
_LIMIT_MS = 5.0


def measure(data: Path) -> Iterator[Speed]:
    """The mean at both sizes."""
    sentences = {language: found for language in _LANGUAGES if (found := _sentences(data, language))}
    if not sentences:
        return
    dice = random.Random(4)
    texts = [(language, _write(dice, sentences[language])) for _, language in zip(range(_READ), cycle(sentences), strict=False)]
    base = read_rows([read_features("", text, language) for language, text in texts])
    with tempfile.TemporaryDirectory() as folder, Store.open(f"sqlite:///{folder}/c5watch.db", home=Path(folder)) as store:
        _fill(store, base, 0, _FEW)
        few = _time(store, dice, texts, _FEW)
        _fill(store, base, _FEW, _MANY)
        many = _time(store, dice, texts, _MANY)
    mean, slow = statistics.mean(many), statistics.quantiles(many, n=20)[-1]
    task = f"one article into its story, {_MANY:,} held"
    yield Speed(task=task, unit="ms", ours=mean, peer_name="limit", peer=_LIMIT_MS, goal=1.0, less=True)
    yield Speed(task=task, unit="ms", ours=mean, peer_name=f"with {_FEW:,} held", peer=statistics.mean(few), less=True)
    yield Speed(task=f"{task}, 95 %", unit="ms", ours=slow, peer_name="", peer=None, less=True)


def _sentences(data: Path, language: str) -> list[str]:
    found: list[str] = []
    for path in sorted((data / "langid").glob("*.tsv.gz")):
        with gzip.open(path) as file:
            rows = csv.DictReader(io.TextIOWrapper(file, "utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE)
            found += [row["text"] for row in rows if row["lang"] == language and len(row["text"]) > 40]
    return found


def _write(dice: random.Random, sentences: Sequence[str]) -> str:
    return " ".join(dice.sample(sentences, 14))


def _moment(number: int) -> datetime:
    return _START + timedelta(days=number * 1.0 / _PER_DAY)


def _fill(store: Store, base: np.ndarray, first: int, last: int) -> None:  # type: ignore[type-arg]  # rows of LAYOUT
    """Hold originals by number, the first ones as they were read, the others mixed of two."""
    dice = np.random.default_rng(first)
    items, keys = [], []
    for number in range(first, last):
        row = base[number : number + 1] if number < len(base) else _mix(dice, base)
        features = row.tobytes()
        identity, moment = f"{number:016x}", _moment(number)
        day = moment.date().toordinal()
        ordered = array("q", sorted(keys_of(features)))
        items.append(
            {
                "article_id": identity,
                "moment": utc_text(moment),
                "day": day,
                "features": features,
                "packed_keys": ordered.tobytes(),
                "original": None,
                "story": identity,
            }
        )
        keys += [(key, day, identity) for key in ordered]
    keys.sort()
    with store.transaction() as connection:
        connection.execute(story_items.insert(), items)
        connection.exec_driver_sql(f"INSERT INTO {story_keys.name} (key, day, article_id) VALUES (?, ?, ?)", keys)


def _mix(dice: np.random.Generator, base: np.ndarray) -> np.ndarray:  # type: ignore[type-arg]  # rows of LAYOUT
    """Every other term and name of one text and of another, the heaviest first; shingles are a text's own."""
    one, other = base[dice.integers(len(base), size=2)]
    row = np.zeros(1, LAYOUT)
    for keys, weights in (("terms", "term_weights"), ("names", "name_weights")):
        for name in (keys, weights):
            row[name][0, 0::2], row[name][0, 1::2] = one[name][: len(one[name]) // 2], other[name][: len(one[name]) // 2]
    row["sketch"] = np.sort(dice.integers(0, 2**28, row["sketch"].shape[1], dtype=np.uint32))
    row["language"] = one["language"]
    return row


def _time(store: Store, dice: random.Random, texts: Sequence[tuple[str, str]], held: int) -> list[float]:
    times = []
    for number in range(_TIMED):
        which = dice.randrange(len(texts))
        language, older = texts[which]
        kept = older.split(". ")
        text = ". ".join([*kept[: max(1, int(len(kept) * dice.choice((0.3, 0.6, 0.9))))], dice.choice(texts)[1][:200]])
        moment = _moment(which) + timedelta(hours=dice.randrange(48))
        identity = f"{held:08x}{number:08x}"
        article = Article(
            id=identity, url=f"https://made.test/{identity}", source=None, title=None, published_at=moment, fetched_at=moment,
            text=text,
            language=language,
        )  # fmt: skip
        started = time.perf_counter()
        assign_story(article, store)
        times.append((time.perf_counter() - started) * 1000)
    return times
