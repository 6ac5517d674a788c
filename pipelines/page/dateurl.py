"""What an address says of a page's day: dates in its path, and the zone of its country."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, tzinfo
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from c5watch.knowledge import Source
from pipelines.page.datetext import month_of

_URL_DATES = (
    (re.compile(r"(?<!\d)((?:19|20)\d{2})[/_.-](\d{1,2})[/_.-](\d{1,2})(?!\d)"), (1, 2, 3)),
    (re.compile(r"(?<![\dA-Fa-f])((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?![\dA-Fa-f])"), (1, 2, 3)),
    (re.compile(r"(?<!\d)(\d{1,2})[/_.-](\d{1,2})[/_.-]((?:19|20)\d{2})(?!\d)"), (3, 2, 1)),
    (re.compile(r"/((?:19|20)\d{2})/([a-z]{3,9})/(\d{1,2})(?=[/?]|$)"), (1, 2, 3)),
)
_URL_UNIX = re.compile(r"[?&](?:st|time|ts|date)=(\d{10})(?!\d)")
# Zones by country domain, for pages of no known source.
_DOMAIN_ZONES = {
    "kz": "Asia/Almaty",
    "uz": "Asia/Tashkent",
    "kg": "Asia/Bishkek",
    "tj": "Asia/Dushanbe",
    "tm": "Asia/Ashgabat",
    "az": "Asia/Baku",
    "ru": "Europe/Moscow",
}


def days_in(path: str) -> Iterator[datetime | date]:
    """The days that a path, as `path_of` gives it, may tell, the likeliest first."""
    for pattern, order in _URL_DATES:
        for match in pattern.finditer(path):
            year, month, day = (match[group] for group in order)
            number = int(month) if month.isdecimal() else month_of(month)
            if number is not None and (value := _date(int(year), number, int(day))) is not None:
                yield value
    if unix := _URL_UNIX.search(path):
        yield datetime.fromtimestamp(int(unix[1]), UTC)


def host_of(url: str | None) -> str:
    """The host of a URL, lower case; empty where it cannot be read."""
    try:
        return (urlsplit(url or "").hostname or "").lower()
    except ValueError:
        return ""


def path_of(url: str | None) -> str:
    """Path and query of a URL, lower case; the whole of it where it cannot be read."""
    try:
        parts = urlsplit((url or "")[:2_000])
    except ValueError:
        return ""
    return f"{parts.path}?{parts.query}".lower()


def zone_of(source: Source | None, host: str) -> tuple[tzinfo, bool]:
    """The zone of a page, and whether it is known rather than UTC for want of one."""
    name = source.timezone if source is not None else _DOMAIN_ZONES.get(host.rpartition(".")[2])
    if not name:
        return UTC, False
    try:
        return ZoneInfo(name), True
    except (ZoneInfoNotFoundError, ValueError):
        return UTC, False


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
