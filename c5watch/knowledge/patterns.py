"""Checks of the small languages inside ``knowledge/``: regular expressions, CSS selectors, time zones, addresses.

All raise `ValueError` with one sentence. A regular expression runs on addresses that strangers choose, so one that can take
exponential or cubic time is refused: a repetition inside a repetition, or three side by side that can take the same letters.
(Two stay allowed: ``[a-z0-9-]+-\\d+`` is how most sites write addresses, and an address has at most 2,000 letters.)
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

_PLACEHOLDER = re.compile(r"\{(?:yyyy|mm|dd|m|d|monday)\}")
_REPEATS = frozenset({sre.MAX_REPEAT, sre.MIN_REPEAT})
_ASCII = frozenset(map(chr, range(128)))
_CATEGORIES = {
    sre.CATEGORY_DIGIT: frozenset("0123456789"),
    sre.CATEGORY_SPACE: frozenset(" \t\n\r\f\v"),
    sre.CATEGORY_WORD: frozenset(letter for letter in _ASCII if letter.isalnum()) | {"_"},
}
_MAX_CHAIN = 2
_Item = tuple[Any, Any]


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


def _letters(op: Any, value: Any) -> frozenset[str]:
    """The ASCII letters that one item can take (other letters do not decide here)."""
    if op is sre.LITERAL:
        return frozenset(chr(value))
    if op is sre.NOT_LITERAL:
        return _ASCII - {chr(value)}
    if op is sre.ANY:
        return _ASCII
    if op is sre.CATEGORY:
        return _CATEGORIES.get(value, _ASCII)
    if op is sre.RANGE:
        return frozenset(map(chr, range(value[0], min(value[1], 127) + 1)))
    if op is sre.IN:
        inside = frozenset().union(*(_letters(*item) for item in value if item[0] is not sre.NEGATE))
        return _ASCII - inside if value[0][0] is sre.NEGATE else inside
    return frozenset().union(*(_letters(*item) for part in _parts(op, value) for item in part))


def _repeats_forever(op: Any, value: Any) -> bool:
    return op in _REPEATS and value[1] is sre.MAXREPEAT


def _opened(items: Any) -> list[_Item]:
    """The items in a row, with groups and alternatives opened."""
    row: list[_Item] = []
    for op, value in items:
        if op in (sre.SUBPATTERN, sre.BRANCH):
            row.extend(item for part in _parts(op, value) for item in _opened(part))
        else:
            row.append((op, value))
    return row


def _explodes(items: Any) -> bool:
    """Whether a repetition holds one that can also take the letter by which its rounds are told apart."""
    for op, value in items:
        if any(_explodes(part) for part in _parts(op, value)):
            return True
        if not _repeats_forever(op, value):
            continue
        row = _opened(value[2])
        inner = [_letters(*item) for item in row if _repeats_forever(*item)]
        if inner and not any(
            row[edge][0] is sre.LITERAL and not any(_letters(*row[edge]) & one for one in inner) for edge in (0, -1)
        ):
            return True
    return False


def _longest_chain(items: Any) -> int:
    """How many repetitions in a row can share the same letters: matching costs that power of the length."""
    chain = longest = 0
    shared: frozenset[str] = _ASCII
    for op, value in _opened(items):
        letters = _letters(op, value)
        if _repeats_forever(op, value):
            shared, chain = (shared & letters, chain + 1) if shared & letters else (letters, 1)
            longest = max(longest, chain)
        elif op in (sre.LITERAL, sre.NOT_LITERAL, sre.IN, sre.ANY) and not shared & letters:
            shared, chain = _ASCII, 0
    return longest


@lru_cache(maxsize=2048)
def check_pattern(pattern: str) -> str:
    """The pattern, if it compiles and cannot blow up."""
    try:
        parsed = sre_parser.parse(pattern)
        re.compile(pattern)
    except (re.error, RecursionError, OverflowError) as exc:
        raise ValueError(f"no regular expression: {exc}") from exc
    if _explodes(parsed):
        raise ValueError("a repetition inside a repetition, like (a+)+, can take forever: write it flat")
    if _longest_chain(parsed) > _MAX_CHAIN:
        raise ValueError("more than two repetitions of the same letters in a row take too long: put a fixed sign between them")
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
    """The address, if it is http or https, names a host and holds no placeholder but those of a dated sitemap."""
    if "{" in _PLACEHOLDER.sub("", url) or "}" in _PLACEHOLDER.sub("", url):
        raise ValueError("unknown placeholder: there are {yyyy} {mm} {dd} {m} {d} {monday}")
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError as exc:
        raise ValueError(f"no address: {exc}") from exc
    if parts.scheme not in ("http", "https") or not host or any(letter.isspace() for letter in url):
        raise ValueError("no address: it must begin with http:// or https:// and name a host")
    return url
