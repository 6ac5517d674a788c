"""Dates as people write them in the eight languages of the region, found in a short text.

Linear: the text is cut into numbers, words and marks once, and every month name looks at its neighbours only. A day and a
month without a year take the latest year that is not in the future. Words such as "yesterday" count from ``now``, the moment
the page was fetched, never from the clock.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from typing import NamedTuple

from pipelines.page.datetables import (
    AGO,
    AGO_UNITS,
    FILLERS,
    MODIFIED_WORDS,
    MONTH_STEMS,
    MONTHS,
    ORDINALS,
    RELATIVE_DAYS,
    ZONE_NAMES,
)

MAX_LENGTH = 400
_INVISIBLE = "\u200b\ufeff\u00ad"
_TOKEN = re.compile(r"\d+|[^\W\d_]+|[^\w\s]")
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_]+")
_LETTERS_OF_MARKS = "ʻʼ"  # stand inside a word; the other apostrophes are tokens
_APOSTROPHES = str.maketrans("", "", _LETTERS_OF_MARKS)
_CLOCK = re.compile(
    r"(?<![\d:.])([01]?\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?(?:[.,]\d+)?(?!\d|:)(?:\s*([ap])\.?m\b\.?)?", re.IGNORECASE
)
_OFFSET_AFTER = re.compile(r"\s?([+\-−])(\d{2}):?(\d{2})(?!\d)")
_OFFSET_NAMED = re.compile(r"(?:gmt|utc)\s*([+\-−–])\s?(\d{1,2})(?::?([0-5]\d))?")
_NUMERIC = re.compile(r"(?<!\d)(\d{1,4})([./\-–])(\d{1,2})\2(\d{4}|\d{2})(?![\d])")
_ISO = re.compile(
    r"\s*(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]\s?(\d{1,2}):(\d{2})(?::(\d{2}))?(?:[.,]\d+)?"
    r"\s?(Z|UTC|GMT|[+\-−]\d{2}:?\d{2}|[+\-−]\d{1,2})?)?",
    re.IGNORECASE,
)
_UNIX = re.compile(r"\s*(\d{10})(\d{3})?\s*$")
_DASHES = frozenset("-–—")
_MONTH_LETTERS = 3
_MONTH_BEGINNINGS = frozenset(word[:_MONTH_LETTERS] for word in (*MONTHS, *MONTH_STEMS))
_COMPACT = re.compile(r"\s*((?:19|20)\d{2})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z)?)?\s*$")


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date in a text: ``start`` and ``end`` are places in it; ``has_year`` is false where the year was inferred."""

    value: datetime | date
    start: int
    end: int
    has_year: bool = True
    modified: bool = False


class _Token(NamedTuple):
    text: str
    start: int
    end: int

    @property
    def number(self) -> int | None:
        return int(self.text) if self.text.isdecimal() and len(self.text) <= 4 else None


def clean(text: str) -> str:
    """One line, single spaces, at most `MAX_LENGTH` characters."""
    text = text[: MAX_LENGTH * 2]
    for mark in _INVISIBLE:
        text = text.replace(mark, " ")
    return " ".join(text.split())[:MAX_LENGTH]


def month_of(word: str) -> int | None:
    """The month (1..12) that a lower-case word names, with any case ending of the region's languages."""
    if word[:_MONTH_LETTERS] not in _MONTH_BEGINNINGS:
        return None
    if (month := MONTHS.get(word)) is not None:
        return month
    for length in (8, 7, 6, 5, 4):
        if (month := MONTH_STEMS.get(word[:length])) is not None and length <= len(word) <= length + 8:
            return month
    return None


def parse_machine_date(text: str, now: datetime, zone: tzinfo) -> datetime | date | None:
    """A date as metadata writes it: ISO 8601 and its near misses, Unix time, RFC 2822, else words; None if it is none."""
    text = text.strip()[:100]
    if match := _ISO.match(text):
        *parts, offset = match.groups()
        return _moment(parts, _offset_zone(offset) or zone)
    if match := _UNIX.match(text):
        return datetime.fromtimestamp(int(match[1]), UTC)
    if match := _COMPACT.match(text):
        *parts, utc = match.groups()
        return _moment(parts, UTC if utc else zone)
    found = find_written_dates(text, now, zone)
    return found[0].value if found else None


def find_written_dates(text: str, now: datetime, zone: tzinfo, *, month_first: bool = False) -> list[WrittenDate]:
    """Every date in a short text (`clean` it first), in order, joined with the clock time beside it if there is one."""
    text = text[:MAX_LENGTH]
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = text
    if not _DIGIT.search(text):
        # Most of what is looked at: elements of words alone, of which only a few say «вчера» or «час назад».
        return _relative_dates(lowered, now, zone, has_clock=False) if len(lowered) <= _RELATIVE_LENGTH else []
    clocks = list(_CLOCK.finditer(lowered)) if ":" in lowered else []
    blanked = _CLOCK.sub(lambda match: "\x00" * (match.end() - match.start()), lowered) if clocks else lowered
    found = _numeric_dates(blanked, now, month_first=month_first)
    found += _worded_dates(blanked, now, taken=[(one.start, one.end) for one in found])
    if not found:
        found = _relative_dates(lowered, now, zone, has_clock=bool(clocks))
    if not found:
        return []
    found.sort(key=lambda one: one.start)
    marker = _modified_marker(lowered)
    return [
        WrittenDate(
            _with_clock(one, found, clocks, lowered, zone),
            one.start,
            one.end,
            one.has_year,
            modified=marker is not None and one.start > marker,
        )
        for one in found
    ]


def _modified_marker(lowered: str) -> int | None:
    places = [place for word in MODIFIED_WORDS if (place := lowered.find(word)) >= 0]
    return min(places) if places else None


def _offset_zone(text: str | None) -> tzinfo | None:
    if not text:
        return None
    if text.upper() in {"Z", "UTC", "GMT"}:
        return UTC
    digits = text[1:].replace(":", "")
    hours, minutes = int(digits[:2]), int(digits[2:4] or 0)
    if hours > 14 or minutes > 59:
        return None
    delta = timedelta(hours=hours, minutes=minutes)
    return timezone(delta if text[0] == "+" else -delta) if delta else UTC


def _moment(parts: list[str | None], zone: tzinfo) -> datetime | date | None:
    """A date, or a time where an hour follows year, month and day; None if there is no such day or hour."""
    year, month, day, hour, minute, second = (int(part) if part else 0 for part in parts)
    try:
        if parts[3] is None:
            return date(year, month, day)
        return datetime(year, month, day, hour, minute, second, tzinfo=zone)
    except ValueError:
        return None


def _safe_date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _latest_year(month: int, day: int, now: datetime) -> date | None:
    limit = now.date() + timedelta(days=1)
    for year in range(now.year + 1, now.year - 5, -1):
        if (value := _safe_date(year, month, day)) is not None and value <= limit:
            return value
    return None


def _numeric_dates(text: str, now: datetime, *, month_first: bool) -> list[WrittenDate]:
    found = []
    for match in _NUMERIC.finditer(text):
        first, mark, middle, last = int(match[1]), match[2], int(match[3]), int(match[4])
        if len(match[1]) == 4:
            value = _safe_date(first, middle, last) if len(match[4]) <= 2 else None
        elif len(match[1]) > 2:
            continue
        else:
            if len(match[4]) == 2:
                last += 2000
            orders = [(middle, first), (first, middle)]
            if month_first and mark == "/":
                orders.reverse()
            limit = now.date() + timedelta(days=1)
            values = [value for month, day in orders if (value := _safe_date(last, month, day)) is not None]
            value = next((one for one in values if one <= limit), values[0] if values else None)
        if value is not None:
            found.append(WrittenDate(value, match.start(), match.end()))
    return found


def _worded_dates(text: str, now: datetime, taken: list[tuple[int, int]]) -> list[WrittenDate]:
    words = list(_TOKEN.finditer(text))
    if taken:
        words = [match for match in words if not any(start <= match.start() < end for start, end in taken)]
    texts = [match[0] for match in words]
    if any(mark in text for mark in _LETTERS_OF_MARKS):
        texts = [word.translate(_APOSTROPHES) or word for word in texts]
    months = [(place, month) for place, word in enumerate(texts) if (month := month_of(word)) is not None]
    if not months:
        return []
    tokens = [_Token(word, *match.span()) for word, match in zip(texts, words, strict=True)]
    around = (_around_month(tokens, place, month, now) for place, month in months)
    return [one for one in around if one is not None]


def _around_month(tokens: list[_Token], place: int, month: int, now: datetime) -> WrittenDate | None:
    """The day before or after a month name and the year around them."""
    day_place = _step(tokens, place, -1, ORDINALS, limit=3)
    first = last = place
    day = tokens[day_place].number if day_place is not None else None
    if day_place is None or day is None or not 1 <= day <= 31 or len(tokens[day_place].text) > 2:
        day_place = _step(tokens, place, 1, FILLERS, limit=2)
        day = tokens[day_place].number if day_place is not None else None
        if day_place is None or day is None or not 1 <= day <= 31 or len(tokens[day_place].text) > 2:
            return None
        last = day_place
    else:
        first = day_place
    if _is_span(tokens, first, -1) or _is_span(tokens, last, 1):
        return None
    year, year_place = _year(tokens, last, 1)
    if year is None:
        year, year_place = _year(tokens, first, -1)
    value = _safe_date(year, month, day) if year is not None else _latest_year(month, day, now)
    if value is None:
        return None
    places = [first, last, *([year_place] if year_place is not None else [])]
    return WrittenDate(value, tokens[min(places)].start, tokens[max(places)].end, has_year=year is not None)


def _is_span(tokens: list[_Token], place: int, direction: int) -> bool:
    """Whether a dash and another day stand beside a day: an event lasts from one to the other, nothing is published so."""
    there = place + 2 * direction
    if tokens[place].number is None or not 0 <= there < len(tokens) or tokens[place + direction].text not in _DASHES:
        return False
    other = tokens[there].number
    return other is not None and 1 <= other <= 31


def _year(tokens: list[_Token], place: int, direction: int) -> tuple[int | None, int | None]:
    found = _step(tokens, place, direction, FILLERS, limit=5)
    if found is not None and len(tokens[found].text) == 4 and tokens[found].text[:2] in {"19", "20"}:
        return tokens[found].number, found
    return None, None


def _step(tokens: list[_Token], place: int, direction: int, skipped: frozenset[str], limit: int) -> int | None:
    """The next number in a direction, over ``skipped`` words and marks only."""
    for distance in range(1, limit + 2):
        there = place + distance * direction
        if not 0 <= there < len(tokens):
            return None
        if tokens[there].text[0].isdecimal():
            return there
        if tokens[there].text not in skipped:
            return None
    return None


_UNIT = rf"({'|'.join(sorted(AGO_UNITS, key=len, reverse=True))})[^\W\d_]{{0,5}}\.?\s+(?:{'|'.join(AGO)})\b"
_AGO = re.compile(rf"(?<!\d)(\d{{1,3}})\s*{_UNIT}")
# Characters of a line that says no more than «вчера».
_RELATIVE_LENGTH = 30
# «час назад», "an hour ago": a line of its own.
_ONE_AGO = re.compile(rf"\b(an?\s+|one\s+)?{_UNIT}")


def _relative_dates(lowered: str, now: datetime, zone: tzinfo, *, has_clock: bool) -> list[WrittenDate]:
    if match := _AGO.search(lowered) or (_ONE_AGO.search(lowered) if len(lowered) <= 25 else None):
        unit = AGO_UNITS[match[2]]
        then = now.astimezone(zone) - timedelta(minutes=unit * (int(match[1]) if match.re is _AGO else 1))
        return [WrittenDate(then.date() if unit >= 1440 else then.replace(microsecond=0), match.start(), match.end())]
    if not has_clock and len(lowered) > _RELATIVE_LENGTH:
        return []
    words = _WORD.findall(lowered)
    for number, word in enumerate(words):
        for phrase in (word, " ".join(words[number : number + 2])):
            if (days := RELATIVE_DAYS.get(phrase)) is not None:
                place = lowered.find(word)
                return [WrittenDate((now.astimezone(zone) - timedelta(days=days)).date(), place, place + len(phrase))]
    return []


def _with_clock(
    one: WrittenDate, found: list[WrittenDate], clocks: list[re.Match[str]], lowered: str, zone: tzinfo
) -> datetime | date:
    """The date with the clock time next to it (at most 25 characters away, and nearer to it than to another date)."""
    if isinstance(one.value, datetime):
        return one.value
    best: tuple[int, re.Match[str]] | None = None
    for clock in clocks:
        gap = max(clock.start() - one.end, one.start - clock.end())
        rivals = [max(clock.start() - other.end, other.start - clock.end()) for other in found if other is not one]
        if gap <= 25 and all(gap <= rival for rival in rivals) and (best is None or gap < best[0]):
            best = gap, clock
    if best is None:
        return one.value
    clock = best[1]
    hour, minute, second, half = int(clock[1]), int(clock[2]), int(clock[3] or 0), clock[4]
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    return datetime(
        one.value.year, one.value.month, one.value.day, hour, minute, second, tzinfo=_zone_beside(lowered, clock.end()) or zone
    )


def _zone_beside(lowered: str, place: int) -> tzinfo | None:
    """A zone written after the clock time, such as ``GMT +5``, ``(UTC+04:00)``, ``+0500`` or ``мск``."""
    if match := _OFFSET_AFTER.match(lowered, place):
        return _offset_zone(f"{match[1]}{match[2]}{match[3]}")
    if match := _OFFSET_NAMED.search(lowered):
        return _offset_zone(f"{'+' if match[1] == '+' else '-'}{int(match[2]):02d}{match[3] or '00'}")
    for word in _WORD.findall(lowered[place : place + 12]):
        if (hours := ZONE_NAMES.get(word)) is not None:
            return timezone(timedelta(hours=hours)) if hours else UTC
    return None
