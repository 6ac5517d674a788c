"""The texts of the sample newsroom: one file per article, in two rounds, and multiplied for benchmarks.

A file is ``texts/SITE/SLUG.md``: YAML between two lines of dashes, then paragraphs with blank lines between. ``SLUG@2.md`` is
what the same address says from the second round on. Markup is small: ``## heading``, ``**bold**``, ``> quote``, ``- item``.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from types import MappingProxyType

import yaml

FOLDER = Path(__file__).parent
# When each round is read: all of the region sits at +05:00 or +06:00.
ROUND_TIMES = MappingProxyType(
    {1: datetime.fromisoformat("2025-11-08T09:00:00+05:00"), 2: datetime.fromisoformat("2025-11-09T19:00:00+05:00")}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One article as its editors wrote it; ``group`` joins language versions, ``round`` is the first round that shows it."""

    site: str
    slug: str
    language: str
    title: str
    lead: str
    date: datetime
    paragraphs: tuple[str, ...]
    kind: str = "news"
    section: str = ""
    author: str = ""
    tags: tuple[str, ...] = ()
    group: str = ""
    round: int = 1
    gone: int = 0
    modified: datetime | None = None


def _read(path: Path) -> Text:
    _, head, body = path.read_text(encoding="utf-8").split("---\n", 2)
    values = yaml.safe_load(head)
    slug, _, changed = path.stem.partition("@")
    values["tags"] = tuple(values.get("tags", ()))
    if changed:
        values["round"] = int(changed)
    for key in ("date", "modified"):
        if isinstance(values.get(key), str):
            values[key] = datetime.fromisoformat(values[key])
    paragraphs = tuple(part.strip() for part in body.split("\n\n") if part.strip())
    return Text(site=path.parent.name, slug=slug, paragraphs=paragraphs, **values)


@cache
def _all_texts() -> tuple[Text, ...]:
    return tuple(_read(path) for path in sorted((FOLDER / "texts").glob("*/*.md")))


def read_texts(round_number: int, repeat: int = 1) -> tuple[Text, ...]:
    """The texts that stand on the sites in a round, newest first, each multiplied ``repeat`` times.

    A copy has an address of its own, its paragraphs in another order and two paragraphs of other articles of its language,
    so that no two pages hold the same text.
    """
    shown: dict[tuple[str, str, str], Text] = {}
    for text in sorted(_all_texts(), key=lambda text: text.round):
        if text.round <= round_number:
            shown[text.site, text.slug, text.language] = text
    texts = list(shown.values())
    texts += [copy for number in range(1, repeat) for copy in _copies(tuple(shown.values()), number)]
    return tuple(sorted(texts, key=lambda text: (text.date, text.site, text.slug), reverse=True))


def _copies(texts: tuple[Text, ...], number: int) -> Iterator[Text]:
    for text in texts:
        if text.gone:
            continue
        pool = [part for peer in texts if peer.language == text.language and peer is not text for part in peer.paragraphs]
        turn = number % len(text.paragraphs)
        borrowed = (pool[number % len(pool)], pool[number // len(pool)])  # the pair tells every copy from the others
        paragraphs = text.paragraphs[turn:] + text.paragraphs[:turn] + borrowed
        yield dataclasses.replace(
            text, slug=f"{text.slug}-{number + 1}", title=f"{text.title} – {number + 1}", paragraphs=paragraphs, group=""
        )
