"""Articles per second from text on, by language, and where the time of the Russian chain goes; one process.

Dense news: paragraphs of the sample newsroom in varied order, joined to about 4,500 characters, no two alike. Nearly every
sentence names an actor or an agreement, and the words repeat, so that this is the reading and not the learning of words.
Ordinary text: sentences of `EVAL_DATA` joined to the same length, none of them twice. Few of them concern us, but many of their
words are new to the process; two thirds of the texts are read before the clock starts, as a worker has read some when the next
comes. Of news as it comes most is between the two.

Peers are the goals themselves and, for Russian, the slovnet model alone reading all sentences of the same texts. Memory is that
of a worker process as a crawl starts it, at its height over all languages: this process may hold more from the tasks before.
"""

from __future__ import annotations

import csv
import gc
import gzip
import os
import random
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import psutil

from benchmarks.speed import Speed
from c5watch.article import Article, Hint, Page
from c5watch.knowledge import Knowledge, load_knowledge
from c5watch.newsroom.corpus import read_texts
from c5watch.settings import ROOT
from pipelines.chain import STEPS
from pipelines.naming.ner_russian import model_folder
from pipelines.workers import WorkerPool

_ARTICLES = 60
_WARM = 3
_CHARACTERS = 4500
_LEAST_SENTENCE = 40  # characters; shorter ones are answers and commands read out aloud
_SENTENCES = 3  # of a paragraph
# Articles per second and core that are aimed at, by language; megabytes of a worker.
_RUSSIAN, _OTHERS, _MEMORY = 40.0, 100.0, 400.0


def make_articles(language: str) -> list[Article]:
    """The same articles each run."""
    paragraphs = [part for text in read_texts(1) if text.language == language for part in text.paragraphs]
    dice = random.Random(4500)
    articles = []
    for number in range(_ARTICLES):
        dice.shuffle(paragraphs)
        parts = iter(paragraphs * (1 + _CHARACTERS // sum(map(len, paragraphs))))
        articles.append(_article(number, _take(parts)))
    return articles


def make_ordinary_articles(language: str, data: Path) -> list[Article]:
    """At most 180 articles, as many as the sentences last for; the same ones each run."""
    labels = {language, f"{language}-Latn"}
    sentences = []
    for path in sorted((data / "langid").glob("*.tsv.gz")):
        with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
            rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
            sentences += [row["text"] for row in rows if row["lang"] in labels and len(row["text"]) >= _LEAST_SENTENCE]
    random.Random(4500).shuffle(sentences)
    rest = iter(sentences)
    articles = []
    while len(articles) < 3 * _ARTICLES and sum(map(len, parts := _take(rest))) >= _CHARACTERS // 2:
        paragraphs = [" ".join(parts[start : start + _SENTENCES]) for start in range(0, len(parts), _SENTENCES)]
        articles.append(_article(len(articles), paragraphs))
    return articles


def _take(parts: Iterator[str]) -> list[str]:
    """The next parts, up to the length of an article."""
    text, length = [], 0
    while length < _CHARACTERS and (part := next(parts, None)) is not None:
        text.append(part)
        length += len(part) + 2
    return text


def _article(number: int, paragraphs: Sequence[str]) -> Article:
    at = datetime(2025, 11, 7, 12, tzinfo=UTC)
    text = "\n\n".join(paragraphs)
    return Article(id=f"{number:016x}", url=None, source=None, title=paragraphs[0][:90], text=text, fetched_at=at)


def run_chain(articles: Sequence[Article], knowledge: Knowledge) -> dict[str, float]:
    """Seconds of processor time by step, over all articles."""
    spent: dict[str, float] = defaultdict(float)
    for read in articles:
        article = read
        for step in STEPS:
            started = time.process_time()
            article = step(article, knowledge)
            spent[step.__name__] += time.process_time() - started
    return spent


def _run_warm(before: Sequence[Article], articles: Sequence[Article], knowledge: Knowledge) -> dict[str, float]:
    """As `run_chain`, with models loaded and words known that the articles before hold."""
    run_chain(before, knowledge)
    gc.collect()
    gc.freeze()  # as the workers do before they read
    return run_chain(articles, knowledge)


def run_slovnet(articles: Sequence[Article]) -> float:
    """Seconds of processor time of the model alone."""
    from navec import Navec
    from slovnet import NER

    folder = model_folder()
    model = NER.load(str(next((folder / "model").glob("slovnet_ner_news*.tar"))))
    model.navec(Navec.load(str(next((folder / "emb").glob("navec_news*.tar")))))
    started = time.process_time()
    for article in articles:
        model(article.text)
    return time.process_time() - started


def memory_of_worker(knowledge: Path, articles: Sequence[Article]) -> float:
    """The most megabytes that a worker holds, pages shared with its parent among them, while it understands the articles."""
    peak = 0
    with WorkerPool(knowledge, 1) as pool:
        for article in articles:
            page = Page(
                url=None,
                body=article.text.encode(),
                fetched_at=article.fetched_at,
                content_type="text/plain",
                hint=Hint(title=article.title),
            )
            pool.submit(page, compare=True).result()
            # The pool's processes: the nursery, and the worker that it forks.
            processes = psutil.Process(os.getpid()).children(recursive=True)
            peak = max(peak, *(process.memory_info().rss for process in processes))
    return peak / 1e6


def measure(data: Path) -> Iterator[Speed]:
    """All languages of the sample newsroom."""
    knowledge = load_knowledge(ROOT / "knowledge")
    spent: dict[str, dict[str, float]] = {}
    for language in sorted({text.language for text in read_texts(1)}):
        articles = make_articles(language)
        spent[language] = _run_warm(articles[:_WARM], articles[_WARM:], knowledge)
    count = _ARTICLES - _WARM
    for language, steps in spent.items():
        least = _RUSSIAN if language == "ru" else _OTHERS
        rate = count / sum(steps.values())
        yield Speed(task=f"chain from text, {language}", unit="articles/s", ours=rate, peer_name="goal", peer=least, goal=1.0)
    for language in spent:
        ordinary = make_ordinary_articles(language, data)
        first = 2 * len(ordinary) // 3
        if read := ordinary[first:]:
            rate = len(read) / sum(_run_warm(ordinary[:first], read, knowledge).values())
            yield Speed(task=f"chain from ordinary text, {language}", unit="articles/s", ours=rate, peer_name="", peer=None)
    rate, peer = count / sum(spent["ru"].values()), count / run_slovnet(make_articles("ru")[_WARM:])
    yield Speed(task="chain from text, ru", unit="articles/s", ours=rate, peer_name="slovnet alone", peer=peer)
    for name, seconds in spent["ru"].items():
        yield Speed(task=f"of it {name}, ru", unit="ms", ours=seconds / count * 1000, peer_name="", peer=None, less=True)
    dense = [article for language in spent for article in make_articles(language)]
    memory = memory_of_worker(ROOT / "knowledge", dense)
    yield Speed(task="memory of a worker", unit="MB", ours=memory, peer_name="goal", peer=_MEMORY, goal=1.0, less=True)
    if ordinary := [article for language in spent for article in make_ordinary_articles(language, data)]:
        memory = memory_of_worker(ROOT / "knowledge", [*dense, *ordinary])
        task = f"memory of a worker, {len(ordinary)} ordinary texts more"
        yield Speed(task=task, unit="MB", ours=memory, peer_name="", peer=None, less=True)
