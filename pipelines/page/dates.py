"""When an article was published and changed: one order of evidence, from what the page says to when it was fetched.

JSON-LD, meta elements, ``<time>`` inside the article, visible text near the title, the URL, what the feed said, the fetch
time. htmldate's and trafilatura's wrong dates come from ``<time>`` elements and headlines of *other* stories; here a date
counts only near the title and outside of cards, lists and page furniture. A time without an offset gets the zone of its
source; a time that metadata gives in UTC is told in the source's zone, so that its day is the reader's day there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta, timezone
from itertools import chain, islice
from typing import Any, cast

from lxml.etree import XPath

from c5watch.article import Evidence, Page
from c5watch.knowledge import Source
from pipelines.page.datemarkup import stated_dates
from pipelines.page.dateplaces import (
    MODIFIED,
    alike,
    backward,
    forward,
    headline_key,
    is_foreign,
    is_shown,
    names_of,
    says_modified,
    title_element,
)
from pipelines.page.datetext import clean, find_written_dates, parse_machine_date
from pipelines.page.dateurl import days_in, host_of, path_of, zone_of

Time = datetime | date
# Before the first of these a date counts only when two kinds of evidence agree, before the second never.
EARLIEST, OLDEST = date(1995, 1, 1), date(1900, 1, 1)
# How far from the title, in elements, a byline may stand; and how many elements may be looked at elsewhere.
BEFORE_TITLE, AFTER_TITLE = 30, 45
MAX_ELSEWHERE = 200

_DATE_CLASS = re.compile(r"date|time|publi|posted|byline|meta|created|stamp|sana\b|kun\b|info|дата|entry-|pub")
# By attribute: most elements have none of them, and asking each element for all three costs four times as much.
_DATED_ELSEWHERE = XPath(
    " | ".join(
        f"descendant::*/@{attribute}[contains(., 'date') or contains(., 'Date') or contains(., 'time') or contains(., 'publi') "
        "or contains(., 'posted')]/.."
        for attribute in ("class", "itemprop", "id")
    )
)
_TOWN = r"\W{0,3}[^\W\d_]{2,30}(?:[ -][^\W\d_]{2,30}){0,2}(?:, ?[^\W\d_][^\W\d_.]{1,30}(?: [^\W\d_]{2,30})?)?"
_PLACE = re.compile(rf"{_TOWN}[,.] ?[/(–—-]? ?")
# Without a comma or full stop only a place in capitals: "MANILA (24 November 2026) —", for so stand people's birthdays too.
_SHOUTED_PLACE = re.compile(rf"{_TOWN} ?[/(–—-] ?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_YEAR_WORD = r"(?:г|года|жыл|жылы|ж|йил|йили|yil|yili|сол|соли|ýyl|ýyly|ý)"
# A comma goes on with the agency, a sentence with what was on that day: "Astana, November 20, 2026, was …".
_DATELINE_END = re.compile(rf"\s?(?:{_YEAR_WORD}\b)?\s?(?:[./—–()-]|,(?!\s?[a-zа-яёәғқңөұүһіўҳҷӣӯşçäöüýňž])|$)")
_WORD = re.compile(r"[^\W\d_]{2,}")
_BYLINE_WORDS = {"p": 5, "h1": 0, "h2": 0, "h3": 0, "h4": 1}
_DIGIT = re.compile(r"\d")
_URL_YEAR = re.compile(r"/((?:19|20)\d{2})/")
# A page may be dated a day or two after its URL: zones, and what was changed the next morning.
_SAME_DAY = timedelta(days=2)
# A byline ends with a date, a name or «г.», a sentence with a word and a full stop.
_SENTENCE = re.compile(r"[^\W\d_]{4,}[.!?…]$")
_MONTH_FIRST_LANGUAGE = re.compile(r"en(?:[-_]us)?$", re.IGNORECASE)
_DAY_FIRST_DOMAIN = re.compile(r"\.(?:uk|au|nz|ie|in|za|eu|kz|uz|kg|tj|tm|az|ru)$")


@dataclass(frozen=True, slots=True)
class Dates:
    """When an article was published and changed; aware times with the offset of page or source, or bare dates."""

    published_at: Time | None
    evidence: Evidence | None
    modified_at: Time | None


@dataclass(frozen=True, slots=True)
class _Found:
    """A date; ``is_sure`` is false for one in words that may tell of another day, ``has_year`` where its year was inferred."""

    value: Time
    evidence: Evidence
    changed: bool = False
    has_year: bool = True
    is_sure: bool = True


def find_dates(tree: Any, page: Page, source: Source | None, *, title: str | None, text: str) -> Dates:
    """Dates of the article on a page; ``tree`` is the parsed page (lxml.html element) or None for plain text.

    ``page.fetched_at`` is the now. The fetch time stands in only for a page that came from a URL, not for a plain text without
    the server's ``Date``, which a person handed over. Of the article's ``text`` only a dateline is read: the days that a story
    tells of are not the day it was published. That of a text handed over needs its year, for nobody knows how old the text is.
    What is said beside a text holds, for the text itself says nothing of the kind.
    """
    search = _Search(page, source, title)
    if tree is None and (given := search.given()) is not None:
        return Dates(given, "feed", None)
    found = list(search.stated(tree)) if tree is not None else []
    if tree is not None and not any(map(_is_plausible, found)):
        found += search.visible(tree)
    found += search.told_outside()
    if not any(map(_is_plausible, found)):
        found += search.dateline(text, year_told=search.handed_over)
    return search.choose(found)


class _Search:
    """One page's search: what all kinds of evidence share is its now, its zone and its window."""

    def __init__(self, page: Page, source: Source | None, title: str | None) -> None:
        self.page = page
        self.now = page.fetched_at
        self.handed_over = page.content_type == "text/plain" and "date" not in page.headers
        self.title = headline_key((title or "")[:500])
        self.host = host_of(page.url)
        self.month_first_country = source.country == "US" if source is not None else not _DAY_FIRST_DOMAIN.search(self.host)
        self.selector = source.hints.date if source is not None and source.hints is not None else None
        self.zone, self.zone_known = zone_of(source, self.host)
        path = path_of(page.url)
        self.url_day = next((value for day in days_in(path) if (value := self._admit(day)) is not None), None)
        year = _URL_YEAR.search(path)
        self.url_year = int(year[1]) if year else None

    def choose(self, found: list[_Found]) -> Dates:
        """The first that speaks of publication; what speaks of a change stands in when nothing else is there."""
        found = [
            one
            for one in found
            if _day(one.value) >= EARLIEST
            or any(other.evidence != one.evidence and _day(other.value) == _day(one.value) for other in found)
        ]
        published = [one for one in found if not one.changed]
        modified = [one for one in found if one.changed]
        candidates = published + modified
        if not candidates:
            return Dates(self.now, "fetched", None) if self.page.url and not self.handed_over else Dates(None, None, None)
        first = candidates[0]
        value = self._reader_day(first, candidates)
        modified_at = modified[0].value if modified and published else None
        if modified_at is not None and _day(modified_at) < _day(value):
            modified_at = None
        return Dates(value, first.evidence, modified_at)

    def _reader_day(self, first: _Found, candidates: list[_Found]) -> Time:
        """A bare date takes the time of other evidence for its day; a time in UTC of an unknown zone yields to the URL's day."""
        value = first.value
        url_day = next((one.value for one in candidates if one.evidence == "url"), None)
        if isinstance(value, datetime):
            far = not self.zone_known and value.utcoffset() == timedelta(0) and url_day is not None
            return url_day if far and abs(_day(url_day) - value.date()) == timedelta(days=1) else value  # type: ignore[arg-type,return-value]  # not None there
        if first.evidence == "text" and isinstance(url_day, date) and (url_day.month, url_day.day) == (value.day, value.month):
            return url_day  # 03/10 in a text is told by /2023/10/03/
        timed = (one.value for one in candidates if isinstance(one.value, datetime) and one.value.date() == value)
        return next(timed, value)

    def given(self) -> Time | None:
        """The date that was said beside the page, as it is; None for what stands for no date, such as the year 1."""
        value = self.page.hint.published_at
        if value is None or _day(value) < OLDEST:
            return None
        try:
            return self._located(value) if isinstance(value, datetime) else value
        except OverflowError:
            return None

    def stated(self, tree: Any) -> Iterator[_Found]:
        """JSON-LD and meta elements."""
        for one in stated_dates(tree, lambda headline: alike(headline_key(headline), self.title)):
            if (value := self._machine(one.text)) is not None:
                yield _Found(value, one.evidence, one.changed)

    def told_outside(self) -> Iterator[_Found]:
        """The URL and the feed."""
        if self.url_day is not None:
            yield _Found(self.url_day, "url")
        if (value := self._admit(self.page.hint.published_at)) is not None:
            yield _Found(value, "feed")

    def dateline(self, text: str, *, year_told: bool) -> Iterator[_Found]:
        """A place and a day at the head of the text, its headline passed over: «АШХАБАД, 1 ноября. /ТАСС/»."""
        headline, _, rest = text.lstrip().partition("\n")
        if self.title and headline_key(headline[:500]) == self.title:
            text = rest
        if year_told and not _YEAR.search(text, 0, 120):
            return
        head = clean(text[:120])
        for one in find_written_dates(head, self.now, self.zone)[:1]:
            if year_told and not (one.has_year and _YEAR.search(head, one.start, one.end)):
                continue
            ends = _DATELINE_END.match(head, one.end)
            if ends and _is_place(head[: one.start]) and (value := self._admit(one.value)) is not None:
                held = self._held_to_url(_Found(value, "text", has_year=one.has_year))
                if held is not None:
                    yield held

    def visible(self, tree: Any) -> list[_Found]:
        """``<time>`` elements, then written dates: at the source's own hint, near the title, else where a class says date."""
        language = (tree.get("lang") or "").strip()
        month_first = bool(_MONTH_FIRST_LANGUAGE.match(language)) and self.month_first_country
        title = title_element(tree, self.title)
        if self.selector and (
            found := self._look_at(enumerate(tree.cssselect(self.selector)), title, month_first=month_first, near=True)
        ):
            return found
        near = chain(
            ((place, element) for place, element in enumerate(islice(forward(title), AFTER_TITLE))),
            ((30 + place, element) for place, element in enumerate(islice(backward(title), BEFORE_TITLE))),
        )
        found = self._look_at(near, title, month_first=month_first, near=True)
        if not any(not one.changed for one in found):
            named = chain.from_iterable((element, *element) for element in cast(list[Any], _DATED_ELSEWHERE(tree)))
            elsewhere = enumerate(islice((one for one in chain(tree.iter("time"), named) if is_shown(one)), MAX_ELSEWHERE))
            found += self._look_at(elsewhere, title, month_first=month_first, near=False)
        return found

    def _held_to_url(self, found: _Found) -> _Found | None:
        """A written date with the year of the URL where it tells none; None if the URL tells of another day or year."""
        if self.url_day is not None and not (found.has_year and found.is_sure):
            day = _day(self.url_day)
            years = (found.value.year,) if found.has_year else (day.year, day.year - 1, day.year + 1)
            near = (one for year in years if (one := _in_year(found.value, year)) and abs(_day(one) - day) <= _SAME_DAY)
            value = next(near, None)
        elif self.url_year is not None and not found.has_year:
            value = self._admit(_in_year(found.value, self.url_year))
        else:
            return found
        return None if value is None else replace(found, value=value)

    def _look_at(self, places: Iterator[tuple[int, Any]], title: Any, *, month_first: bool, near: bool) -> list[_Found]:
        today = self.now.astimezone(self.zone).date()
        ranked: list[tuple[int, int, _Found]] = []
        for place, element in places:
            if not len(element) and not element.text and element.tag != "time":
                continue
            names = names_of(element)
            is_time = element.tag == "time" or "datepublished" in names or "datemodified" in names
            dated = is_time or bool(_DATE_CLASS.search(names))
            for one in self._dates_of(element, is_time=is_time, dated=dated, near=near, month_first=month_first):
                if is_foreign(element, title, self.title):
                    break
                # The page's own header, before the title, often shows the day of today.
                doubt = 500 * (place >= 30 and near and _day(one.value) == today) + 200 * (not one.has_year)
                is_change = one.changed or bool(MODIFIED.search(names)) or (is_time and says_modified(element))
                ranked.append((0 if is_time else 1, place + doubt, replace(one, changed=is_change)))
        return [one for _, _, one in sorted(ranked, key=lambda entry: entry[:2])]

    def _dates_of(self, element: Any, *, is_time: bool, dated: bool, near: bool, month_first: bool) -> Iterator[_Found]:
        """Every date of one element."""
        evidence: Evidence = "time-element" if is_time else "text"
        written = list(self._written(element, evidence, dated=dated, near=near, month_first=month_first))
        stated = (element.get("datetime") or element.get("content")) if is_time else None
        if stated and (value := self._machine(stated)) is not None:
            # A time in UTC of an unknown zone yields to the day that the reader sees.
            if not self.zone_known and written and isinstance(value, datetime) and value.utcoffset() == timedelta(0):
                seen = _day(written[0].value)
                value = seen if abs(seen - value.date()) == timedelta(days=1) else value
            yield _Found(value, evidence)
            return
        yield from written

    def _written(self, element: Any, evidence: Evidence, *, dated: bool, near: bool, month_first: bool) -> Iterator[_Found]:
        """The dates in the words of an element that holds little else."""
        own = element.text or ""
        if (children := len(element)) > 0:
            own += " ".join(child.tail or "" for child in element[:8])
        if len(own) > 1_000 or (len(own) > 60 and not _DIGIT.search(own)):
            return
        text = clean(own)
        if (dated or near) and 0 < children <= 8 and len(text) < 20 and not any(len(child) for child in element[:8]):
            text = clean(" ".join(islice(element.itertext(), 20)))
        if not text or len(text) > (200 if dated else 120):
            return
        if not dated and _SENTENCE.search(text):
            return
        allowed = _BYLINE_WORDS.get(element.tag, 6)
        for one in find_written_dates(text, self.now, self.zone, month_first=month_first):
            # Without a class that says date, an element with more words than a byline's tells a story.
            words = len(_WORD.findall(text[: one.start])) + len(_WORD.findall(text[one.end :]))
            if (dated or words <= allowed) and (value := self._admit(one.value)) is not None:
                found = _Found(value, evidence, one.modified, has_year=one.has_year, is_sure=dated or not words)
                if (held := self._held_to_url(found)) is not None:
                    yield held

    def _machine(self, text: str) -> Time | None:
        if not _DIGIT.search(text, 0, 60):
            return None
        return self._admit(parse_machine_date(text, self.now, self.zone))

    def _admit(self, value: Time | None) -> Time | None:
        """The value in the page's zone if it lies in the window, else None."""
        if value is None:
            return None
        limit = self.now + timedelta(days=1)
        if not isinstance(value, datetime):
            return value if OLDEST <= value <= limit.astimezone(self.zone).date() else None
        try:
            value = self._located(value)
        except OverflowError:
            return None
        return None if value > limit or value.date() < OLDEST else value

    def _located(self, value: datetime) -> datetime:
        """The value in the page's zone; raises `OverflowError` at both ends of the calendar."""
        if value.tzinfo is None:
            value = value.replace(tzinfo=self.zone)
        if self.zone_known and value.utcoffset() == timedelta(0):
            # A time marked UTC that lies ahead is local time with a wrong mark.
            value = value.replace(tzinfo=self.zone) if value > self.now else value.astimezone(self.zone)
        # A fixed offset instead of a named zone: the value is compared, pickled and printed.
        offset = value.utcoffset() or timedelta(0)
        return value.replace(microsecond=0).astimezone(timezone(offset) if offset else UTC)


def _is_place(before: str) -> bool:
    """Whether what stands before a day is the place of a dateline."""
    return bool(_PLACE.fullmatch(before) or (before.partition(" ")[0].isupper() and _SHOUTED_PLACE.fullmatch(before)))


def _is_plausible(found: _Found) -> bool:
    return not found.changed and _day(found.value) >= EARLIEST


def _day(value: Time) -> date:
    return value.date() if isinstance(value, datetime) else value


def _in_year(value: Time, year: int) -> Time | None:
    try:
        return value.replace(year=year)
    except ValueError:
        return None
