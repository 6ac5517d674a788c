"""The sets of real pages in ``EVAL_DATA``: what training and measuring read, and which pages training never sees."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

SETS = ("aeb", "fundus", "wcxb")
TEST_SHARE = 4  # one site in four is kept for measuring


@dataclass(frozen=True, slots=True)
class PageCase:
    """A page with what people found on it. ``texts`` are equally right versions of the body; ``kind`` is ``article`` or
    another type of page."""

    set: str
    name: str
    html: bytes
    url: str | None
    kind: str
    texts: tuple[str, ...]
    title: str | None = None
    authors: tuple[str, ...] | None = None

    @property
    def is_test(self) -> bool:
        """By the SHA-256 of the site, so that two pages of one layout never fall on both sides."""
        site = (urlsplit(self.url).hostname if self.url else None) or self.name
        return hashlib.sha256(site.encode()).digest()[0] % TEST_SHARE == 0


def read_pages(data: Path) -> Iterator[PageCase]:
    """All pages of all sets that are there, in a fixed order."""
    pages = data / "pages"
    yield from _read_aeb(pages / "aeb")
    yield from _read_fundus(pages / "fundus")
    yield from _read_wcxb(pages / "wcxb")


def _read_aeb(folder: Path) -> Iterator[PageCase]:
    if not folder.is_dir():
        return
    gold = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    for name in sorted(gold):
        html = gzip.decompress((folder / "html" / f"{name}.html.gz").read_bytes())
        yield PageCase("aeb", name, html, gold[name].get("url"), "article", (gold[name]["articleBody"],))


def _read_fundus(folder: Path) -> Iterator[PageCase]:
    for file in sorted(folder.glob("*/*.html.gz")):
        publisher = file.name.removesuffix(".html.gz").rsplit("_", 3)[0]
        versions = json.loads((file.parent / f"{publisher}.json").read_text(encoding="utf-8"))
        info = json.loads((file.parent / "meta.info").read_text(encoding="utf-8")).get(file.name, {})
        html = gzip.decompress(file.read_bytes())
        # A publisher's file holds the gold of several of its pages: the one whose text this page shows is meant.
        shown = set(html.decode("utf-8", "replace").split())
        found = [
            (_share(text, shown), text, version) for version in versions.values() if (text := _fundus_text(version.get("body")))
        ]
        best = max((share for share, _, _ in found), default=0.0)
        if best < 0.6:
            continue
        found = [entry for entry in found if entry[0] > best - 0.05]
        gold = found[-1][2]
        authors = gold.get("authors")
        yield PageCase(
            "fundus",
            f"{file.parent.name}/{file.name}",
            html,
            info.get("url"),
            "article",
            tuple(text for _, text, _ in found),
            gold.get("title"),
            tuple(authors) if authors is not None else None,
        )


def _share(text: str, shown: set[str]) -> float:
    words = text.split()
    return sum(word in shown for word in words) / max(1, len(words))


def _fundus_text(body: dict[str, list[object]] | None) -> str:
    if not body:
        return ""
    parts = [str(part) for part in body.get("summary", [])]
    for section in body["sections"]:
        assert isinstance(section, dict)
        parts += [*section["headline"], *section["paragraphs"]]
    return "\n".join(parts)


def _read_wcxb(folder: Path) -> Iterator[PageCase]:
    for file in sorted(folder.glob("*/*.json")):
        entry = json.loads(file.read_text(encoding="utf-8"))
        if "_internal" not in entry:
            continue
        gold = entry["ground_truth"]
        html = gzip.decompress(file.with_suffix(".html.gz").read_bytes())
        text = gold.get("main_content") or ""
        author = gold.get("author")
        yield PageCase(
            "wcxb",
            file.stem,
            html,
            entry.get("url"),
            entry["_internal"]["page_type"]["primary"],
            (text,) if text else (),
            gold.get("title"),
            (author,) if isinstance(author, str) and author else None,
        )
