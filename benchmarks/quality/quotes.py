"""Are quotes found, direct and reported, and is the speaker right.

The paragraphs of ``data/quotes.jsonl`` were written and labelled for this project in eight language-scripts. A quote counts as
found where half of both stretches is shared; a speaker is right where the words of one name are those of the other but for
endings. The baseline takes whatever stands in quotation marks and the nearest name of two words.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks.quality import Figure, Misses
from c5watch.article import Article
from c5watch.knowledge import Knowledge, load_knowledge
from c5watch.settings import ROOT
from c5watch.text import name_key
from pipelines.interview import find_interview
from pipelines.quotes import find_quotes

_DATA = Path(__file__).parent / "data" / "quotes.jsonl"
_MARKED = re.compile(r"«[^»\n]+»|“[^”\n]+”")
_NAME = re.compile(r"[^\W\d_a-zа-яё][\w’-]+ [^\W\d_a-zа-яё][\w’-]+")
_FEWEST_WORDS = 3
_PREFIX = 4
_GOAL = None


@dataclass(frozen=True, slots=True)
class Said:
    """A quote as labelled or as found."""

    start: int
    end: int
    speaker: str | None


def load_paragraphs() -> list[dict[str, Any]]:
    """The labelled paragraphs."""
    return [json.loads(line) for line in _DATA.read_text("utf-8").splitlines() if line]


def same_stretch(one: Said, other: Said) -> bool:
    """Whether half of what either covers is shared."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared > 0 and 2 * shared >= max(one.end, other.end) - min(one.start, other.start)


def same_name(one: str | None, other: str | None) -> bool:
    """Whether the words of the shorter name begin like words of the longer."""
    if not one or not other:
        return one == other
    short, long = sorted((name_key(one).split(), name_key(other).split()), key=len)
    return all(any(word[:_PREFIX] == held[:_PREFIX] for held in long) for word in short)


def measure(data: Path, misses: Misses) -> Iterator[Figure]:  # noqa: ARG001 - own texts only
    """Quotes and their speakers, Russian, English and the others."""
    knowledge = load_knowledge(ROOT / "knowledge")
    counts: dict[str, list[int]] = {}
    paragraphs = load_paragraphs()
    for paragraph in paragraphs:
        language = paragraph["language"]
        group = language if language in {"ru", "en"} else "kk ky uz tg tk"
        expected = [Said(one["start"], one["end"], one["speaker"]) for one in paragraph["quotes"]]
        ours = _found(paragraph, knowledge)
        totals = counts.setdefault(group, [0] * 9)
        totals[0] += len(expected)
        for offset, found in ((1, ours), (5, _baseline(paragraph["text"]))):
            totals[offset] += len(found)
            for one in expected:
                match = next((other for other in found if same_stretch(one, other)), None)
                named = match is not None and same_name(one.speaker, match.speaker)
                totals[offset + 1] += match is not None
                totals[offset + 2] += named
                if offset == 1 and not named:
                    said = paragraph["text"][one.start : one.end]
                    misses("quotes", f"{paragraph['id']} {said}", one.speaker, match and (match.speaker or "nobody"))
        for other in ours:
            if not any(same_stretch(one, other) for one in expected):
                misses("quotes", paragraph["id"], None, paragraph["text"][other.start : other.end])
    for group, totals in counts.items():
        n = totals[0]
        for metric, place in (("quotes found F1", 2), ("quotes with speaker F1", 3)):
            ours_f1, baseline_f1 = (2 * totals[place + shift] / (n + totals[1 + shift]) for shift in (0, 4))
            yield Figure(
                task="quotes",
                set=f"own {group}",
                n=n,
                metric=metric,
                ours=ours_f1,
                baseline_name="marks and the nearest name",
                baseline=baseline_f1,
                goal=_GOAL,
            )


def _found(paragraph: dict[str, Any], knowledge: Knowledge) -> list[Said]:
    language, _, script = paragraph["language"].partition("-")
    article = Article(
        id="0",
        url=None,
        source=None,
        title=None,
        text=paragraph["text"],
        fetched_at=datetime(2025, 11, 9, tzinfo=UTC),
        language=language,
        script=script or ("Latn" if language in {"en", "uz", "tk"} else "Cyrl"),
    )
    quotes = find_quotes(find_interview(article, knowledge), knowledge).quotes
    return [Said(quote.start, quote.end, quote.speaker) for quote in quotes]


def _baseline(text: str) -> list[Said]:
    names = list(_NAME.finditer(text))
    found = []
    for match in _MARKED.finditer(text):
        if match.group().count(" ") + 1 < _FEWEST_WORDS:
            continue
        nearest = min(names, key=lambda name: max(name.start() - match.end(), match.start() - name.end()), default=None)
        found.append(Said(match.start(), match.end(), nearest.group() if nearest else None))
    return found
