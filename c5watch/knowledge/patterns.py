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
_MANY = 16
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
    """Whether an item may repeat without a bound worth the name."""
    return op in _REPEATS and value[1] > _MANY


def _opened(items: Any) -> list[_Item]:
    """The items in a row, with plain groups opened."""
    row: list[_Item] = []
    for op, value in items:
        row.extend(_opened(value[3]) if op is sre.SUBPATTERN else [(op, value)])
    return row


def _varying(items: Any) -> list[frozenset[str]]:
    """The letters of every repetition of varying length anywhere inside."""
    found: list[frozenset[str]] = []
    for op, value in items:
        if op in _REPEATS and value[0] != value[1]:
            found.append(_letters(op, value))
        for part in _parts(op, value):
            found.extend(_varying(part))
    return found


def _ambiguous(items: Any) -> bool:
    """Whether two alternatives anywhere inside can begin with the same letter."""
    for op, value in items:
        if op is sre.BRANCH:
            firsts = [_letters(*row[0]) if (row := _opened(part)) else _ASCII for part in value[1]]
            if any(one & other for index, one in enumerate(firsts) for other in firsts[:index]):
                return True
        if any(_ambiguous(part) for part in _parts(op, value)):
            return True
    return False


def _explodes(items: Any) -> bool:
    """Whether the rounds of a repetition can be told apart in several ways, so that the number of tries doubles with each."""
    for op, value in items:
        if any(_explodes(part) for part in _parts(op, value)):
            return True
        if not _repeats_forever(op, value):
            continue
        row, inner = _opened(value[2]), _varying(value[2])
        edges = [_letters(*row[edge]) for edge in (0, -1) if row and row[edge][0] is sre.LITERAL]
        if _ambiguous(value[2]) or (inner and not any(not any(edge & one for one in inner) for edge in edges)):
            return True
    return False


def _loops(parts: list[Any]) -> bool:
    return any(_repeats_forever(*item) or _loops(_parts(*item)) for part in parts for item in part)


def _longest_chain(items: Any) -> int:
    """How many repetitions in a row can share the same letters: matching costs that power of the length."""
    chain = longest = 0
    shared: frozenset[str] = _ASCII
    for op, value in _opened(items):
        letters = _letters(op, value)
        if _repeats_forever(op, value) or _loops(_parts(op, value)):
            shared, chain = (shared & letters, chain + 1) if shared & letters else (letters, 1)
            longest = max(longest, chain)
        elif letters and not shared & letters and (op not in _REPEATS or value[0] > 0):
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
    except (OSError, ValueError, KeyError) as exc:
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
