"""Agreement figures on own texts in the eight language-scripts: is there one, where does it stand, whose is it.

The sentences, paragraphs and news texts were written while the word tables grew: they guard against loss, they do not tell how
texts of strangers fare. The texts of another hand were written by people who did not know the rules: hard ones, and ordinary ones
as outlets publish them. Most were read for the causes of errors once the rules had met them; the unread ones never were (one hard
text showed a fault that was mended), and are to stay so: they alone estimate. In texts of another hand only what is told as news
counts, background of years ago and whatever else is not ``fresh`` is none. Initials under a text count as concluded. The baseline
is trigger words: an agreement word is an agreement, a signing verb beside it makes it concluded, every state that the sentence
names is a party.
"""

from __future__ import annotations

import dataclasses
import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path

from benchmarks.quality import Figure, Misses
from c5watch.article import Article, Status
from c5watch.knowledge import Knowledge, load_knowledge
from c5watch.settings import ROOT
from c5watch.text import fold_text
from pipelines.actors import find_actors
from pipelines.agreement.reading import wording_of
from pipelines.agreements import find_agreements
from pipelines.quotes import find_quotes
from pipelines.summits import find_summits

DATA = Path(__file__).parent / "data"
_DAY = date(2025, 11, 20)
_CONCLUDED: frozenset[Status] = frozenset({"signed", "ratified", "in_force", "ended"})
# By the names of their files, and whether only news counts in them.
_SETS = (
    ("agreements.jsonl", "sentences", False),
    ("agreements_paragraphs*.jsonl", "paragraphs", False),
    ("agreements_news*.jsonl", "news texts", False),
    ("agreements_hard*.jsonl", "hard news texts", True),
    ("agreements_unread_hard*.jsonl", "unread hard news texts", True),
    ("agreements_ordinary*.jsonl", "ordinary news texts", True),
    ("agreements_unread_ordinary*.jsonl", "unread ordinary news texts", True),
)
_PLANNED: frozenset[Status] = frozenset({"proposed", "negotiated", "announced", "submitted"})


def measure(data: Path, misses: Misses) -> Iterator[Figure]:  # noqa: ARG001 - the sentences are our own
    """Accuracy of agreement or not and of concluded, planned or none, and F1 of the parties, for each language-script."""
    knowledge = load_knowledge(ROOT / "knowledge")
    for pattern, kind, as_news in _SETS:
        groups: dict[str, list[Case]] = defaultdict(list)
        for file in sorted(DATA.glob(pattern)):
            for case in read_cases(file):
                groups[f"{case.language}-{case.script}"].append(case)
        for name, cases in groups.items():
            yield from _figures(f"own {kind} {name}", cases, knowledge, misses, as_news=as_news)


@dataclass(frozen=True, slots=True)
class Case:
    """A text and what it says: ``label`` is concluded, planned or none; ``agreement`` also where one is denied."""

    language: str
    script: str
    text: str
    label: str
    parties: tuple[str, ...]
    agreement: bool
    day: date


def read_cases(file: Path) -> Iterator[Case]:
    """The cases of a file, a headline above its text."""
    for line in file.read_text(encoding="utf-8").splitlines():
        told = json.loads(line)
        text = f"{told['title']}\n\n{told['text']}" if "title" in told else told["text"]
        agreement = told.get("agreement", told["label"] != "none")
        day = date.fromisoformat(told["published_at"]) if "published_at" in told else _DAY
        yield Case(told["language"], told["script"], text, told["label"], tuple(told["parties"]), agreement, day)


def label_of(article: Article) -> str:
    """``concluded``, ``planned`` or ``none``: the furthest state that any record of the article has reached."""
    statuses = {record.status for record in article.agreements}
    if statuses & _CONCLUDED:
        return "concluded"
    return "planned" if statuses & _PLANNED else "none"


def _figures(name: str, cases: list[Case], knowledge: Knowledge, misses: Misses, *, as_news: bool) -> Iterator[Figure]:
    found = state = base_found = base_state = 0
    ours, theirs = _Parties(), _Parties()
    for case in cases:
        article = _understood(case, knowledge)
        if as_news:
            article = dataclasses.replace(article, agreements=tuple(record for record in article.agreements if record.fresh))
        label, expected = label_of(article), case.label
        base = _by_triggers(case)
        found += bool(article.agreements) == case.agreement
        state += label == expected
        base_found += (base != "none") == case.agreement
        base_state += base == expected
        parties = {party for record in article.agreements for party in record.parties}
        if case.agreement:
            ours.add(set(case.parties), parties)
            theirs.add(set(case.parties), {m.actor for m in article.mentions if m.actor and m.type != "PER"})
        if label != expected or bool(article.agreements) != case.agreement:
            misses("agreements", f"{name}: {case.text}", expected, label)
        elif case.agreement and parties != set(case.parties):
            misses("agreements", f"{name}: {case.text}", case.parties, sorted(parties))
    n = len(cases)
    rows = (
        ("agreement or not", found / n, base_found / n, 0.95),
        ("concluded/planned/none", state / n, base_state / n, 0.92),
        ("parties F1", ours.f1, theirs.f1, 0.92),
    )
    for metric, value, baseline, goal in rows:
        yield Figure(
            task="agreements", set=name, n=n, metric=metric, ours=value,
            baseline_name="trigger words", baseline=baseline, goal=goal,
        )  # fmt: skip


def _understood(case: Case, knowledge: Knowledge) -> Article:
    article = Article(
        id="0",
        url=None,
        source=None,
        title=None,
        text=case.text,
        published_at=case.day,
        fetched_at=datetime.combine(case.day, time(12), UTC),
        language=case.language,
        languages=(case.language,),
        script=case.script,
    )
    for step in (find_quotes, find_actors, find_summits, find_agreements):
        article = step(article, knowledge)
    return article


def _by_triggers(case: Case) -> str:
    wording = wording_of(case.language, case.script)
    text = fold_text(case.text).text.lower()
    if wording is None or not wording.nouns.search(text):
        return "none"
    return "concluded" if any(match.lastgroup == "signed" for match in wording.cues.finditer(text)) else "planned"


class _Parties:
    """Counts of parties named rightly, wrongly and not at all."""

    def __init__(self) -> None:
        self.right = self.wrong = self.missed = 0

    def add(self, expected: set[str], got: set[str | None] | set[str]) -> None:
        self.right += len(expected & got)
        self.wrong += len(got - expected)
        self.missed += len(expected - got)

    @property
    def f1(self) -> float:
        return 2 * self.right / (2 * self.right + self.wrong + self.missed) if self.right else 0.0
