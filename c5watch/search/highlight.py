"""Marks what a query found in a text, with the same terms that found it.

Works on the raw text through the offsets of `analyze`, so that an inflected form lights up for its other forms; the
result is HTML-escaped apart from ``<em>``.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from c5watch.search.analysis import analyze_columns, field_of, normalize_wildcard
from c5watch.search.base import And, Or, Pattern, Query, Words

FRAGMENT = 160
FRAGMENTS = 3


@dataclass(frozen=True, slots=True)
class _Needle:
    """Terms that must stand next to each other (a single word is a run of one)."""

    terms: tuple[str, ...]
    slop: int


def highlight(text: str, query: Query, language: str, script: str | None, *, whole: bool = False) -> list[str]:
    """Up to `FRAGMENTS` stretches of about `FRAGMENT` code points around the hits, or the whole text marked."""
    spans = _merge(sorted(_find(text, query, language, script)))
    if whole:
        return [_mark(text, 0, len(text), spans)] if spans else []
    fragments: list[str] = []
    reached = 0
    for start, _ in spans:
        if start < reached:
            continue
        low, high = _window(text, start)
        low = max(low, reached)
        fragments.append(("… " if low else "") + _mark(text, low, high, spans) + (" …" if high < len(text) else ""))
        reached = high
        if len(fragments) == FRAGMENTS:
            break
    return fragments


def _find(text: str, query: Query, language: str, script: str | None) -> Iterator[tuple[int, int]]:
    wanted = list(text_leaves(query))
    if not wanted:
        return
    fields = dict.fromkeys(("neutral", field_of(language, script), "cross-script"))
    for field in fields:
        terms, starts, ends, _ = analyze_columns(text, field)
        for leaf in wanted:
            if isinstance(leaf, Pattern):
                if field == "neutral":
                    matches = wildcard_regex(leaf.text, field).fullmatch
                    yield from ((start, end) for term, start, end in zip(terms, starts, ends, strict=True) if matches(term))
                continue
            if field == "cross-script" and leaf.phrase:
                continue
            for first, last in _occurrences(terms, _needle(leaf, field)):
                yield starts[first], ends[last]


@lru_cache(maxsize=1000)
def _needle(leaf: Words, field: str) -> _Needle:
    return _Needle(tuple(analyze_columns(leaf.text, field).terms), leaf.slop)


@lru_cache(maxsize=1000)
def wildcard_regex(pattern: str, field: str) -> re.Pattern[str]:
    """The pattern as a regular expression over terms of a field."""
    return re.compile(wildcard_source(pattern, field), re.DOTALL)


def wildcard_source(pattern: str, field: str) -> str:
    """As `wildcard_regex`, as text; both engines' syntaxes agree on ``.``, ``.*`` and a backslash."""
    parts = re.split(r"(?<!\\)([*?])", pattern)
    return "".join(
        {"*": ".*", "?": "."}.get(part) or re.escape(normalize_wildcard(re.sub(r"\\(.)", r"\1", part), field)) for part in parts
    )


def text_leaves(query: Query) -> Iterator[Words | Pattern]:
    """The words that a query looks for in title and text."""
    match query:
        case And(parts) | Or(parts):
            for part in parts:
                yield from text_leaves(part)
        case Words(field=None | "text" | "title") | Pattern(field=None | "text" | "title"):
            yield query


def _occurrences(terms: list[str], needle: _Needle) -> Iterator[tuple[int, int]]:
    if not needle.terms:
        return
    length = len(needle.terms)
    place = -1
    while True:
        try:
            place = terms.index(needle.terms[0], place + 1)
        except ValueError:
            return
        if terms[place : place + length] == list(needle.terms):
            yield place, place + length - 1
        elif needle.slop and set(needle.terms) <= set(terms[place : place + length + needle.slop]):
            yield place, place


def _merge(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _window(text: str, start: int) -> tuple[int, int]:
    """A stretch around a hit that begins and ends between words and stays inside its paragraph."""
    low = max(text.rfind("\n", 0, start) + 1, start - FRAGMENT // 2)
    if low and text[low - 1] not in " \n":
        low = text.find(" ", low, start) + 1 or start
    line_end = text.find("\n", start)
    high = min(len(text) if line_end < 0 else line_end, low + FRAGMENT)
    if high < len(text) and not text[high].isspace():
        high = max(text.rfind(" ", start, high), start + 1) if " " in text[start:high] else high
    return low, high


def _mark(text: str, low: int, high: int, spans: list[tuple[int, int]]) -> str:
    parts: list[str] = []
    place = low
    for start, end in spans:
        if end <= low or start >= high:
            continue
        first, last = max(start, low), min(end, high)
        parts += [html.escape(text[place:first]), "<em>", html.escape(text[first:last]), "</em>"]
        place = last
    parts.append(html.escape(text[place:high]))
    return "".join(parts)
