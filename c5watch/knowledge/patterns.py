"""Checks of the small languages inside ``knowledge/``: regular expressions, CSS selectors, time zones, addresses.

All raise `ValueError` with one sentence. A regular expression runs on addresses that strangers choose, so one whose
matching can take more than linear time is refused: a repetition inside a repetition, or two repetitions side by side that
can take the same letters.
"""

from __future__ import annotations

import importlib
import re
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from cssselect import SelectorError
from lxml.cssselect import CSSSelector

# The only parser of Python's patterns. Private names: `re.sre_parse`, the public spelling, is deprecated without a successor.
sre: Any = importlib.import_module("re._constants")
sre_parser: Any = importlib.import_module("re._parser")

_REPEATS = frozenset({sre.MAX_REPEAT, sre.MIN_REPEAT})


def _has_repeat(items: Any) -> bool:
    """Whether an unbounded repetition stands anywhere inside."""
    for op, value in items:
        if op in _REPEATS and value[1] is sre.MAXREPEAT:
            return True
        if any(_has_repeat(part) for part in _parts(op, value)):
            return True
    return False


def _parts(op: Any, value: Any) -> list[Any]:
    """The sub-patterns of one item."""
    if op in _REPEATS:
        return [value[2]]
    if op is sre.SUBPATTERN:
        return [value[3]]
    if op is sre.BRANCH:
        return list(value[1])
    if op in (sre.ASSERT, sre.ASSERT_NOT):
        return [value[1]]
    return []


def _nested_repeat(items: Any) -> bool:
    """Whether an unbounded repetition stands inside an unbounded one that does not begin or end with a fixed letter."""
    for op, value in items:
        if op in _REPEATS and value[1] is sre.MAXREPEAT and _has_repeat(value[2]):
            inner = _flatten(value[2])
            if not inner or (inner[0][0] is not sre.LITERAL and inner[-1][0] is not sre.LITERAL):
                return True
        if any(_nested_repeat(part) for part in _parts(op, value)):
            return True
    return False


def _flatten(items: Any) -> list[tuple[Any, Any]]:
    """The items with plain groups opened."""
    flat: list[tuple[Any, Any]] = []
    for op, value in items:
        flat.extend(_flatten(value[3]) if op is sre.SUBPATTERN else [(op, value)])
    return flat


@lru_cache(maxsize=2048)
def check_pattern(pattern: str) -> str:
    """The pattern, if it compiles and cannot blow up."""
    try:
        parsed = sre_parser.parse(pattern)
        re.compile(pattern)
    except (re.error, RecursionError, OverflowError) as exc:
        raise ValueError(f"no regular expression: {exc}") from exc
    if _nested_repeat(parsed):
        raise ValueError("a repetition inside a repetition, like (a+)+, can take forever: write it flat")
    return pattern


@lru_cache(maxsize=512)
def check_selector(selector: str) -> str:
    """The selector, if it is CSS."""
    try:
        CSSSelector(selector)
    except (SelectorError, ValueError) as exc:
        raise ValueError(f"no CSS selector: {exc}") from exc
    return selector


@lru_cache(maxsize=128)
def check_timezone(name: str) -> str:
    """The name, if the IANA database has it."""
    try:
        ZoneInfo(name)
    except (OSError, ValueError) as exc:
        raise ValueError(f"{name!r} is no IANA time zone such as Asia/Almaty") from exc
    return name


def check_url(url: str) -> str:
    """The address, if it is http or https and names a host."""
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError as exc:
        raise ValueError(f"no address: {exc}") from exc
    if parts.scheme not in ("http", "https") or not host or any(letter.isspace() for letter in url):
        raise ValueError("no address: it must begin with http:// or https:// and name a host")
    return url
