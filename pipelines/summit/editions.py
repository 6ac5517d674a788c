"""Tells which meeting of a format a text speaks of, from the days, years, numbers and places that it names and its own day.

An edition is only said when exactly one meeting fits, never because it is the likeliest. A text without a day of its own is
read by what stands in it: the day it was fetched tells nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property, lru_cache

from ahocorasick_rs import AhoCorasick

from c5watch.article import Article, Span
from c5watch.knowledge import Knowledge
from c5watch.knowledge.types import Meeting, SummitFormat
from c5watch.text import sentences
from pipelines.page.datetext import WrittenDate, clean, find_written_dates
from pipelines.summit.numbers import meeting_numbers

# Beginnings of words: those that say who met, and those for a meeting that takes place. Beside one of these a year tells the
# edition, beside a secretariat it does not.
_KINDS = {
    "leaders": (
        "саммит, summit, sammit, глав государств, президент, president, prezident, лидер, leader, lider, мемлекет басшы,"
        "мамлекет башчы, davlat rahbar, давлат раҳбар, сарони давлат, döwlet baştutan"
    ),
    "ministers": "министр, minister, ministr, вазир, vazir, сырткы иштер, сыртқы істер, daşary işler",
    "meetings": (
        "саммит, summit, sammit, встреч, встрет, заседани, совещани, форум, forum, meeting, meet, met, кездес, жиын, отырыс,"
        "жолугуш, жыйын, uchrash, учраш, yig'ilish, йиғилиш, мулоқот, вохӯр, нишаст, duşuş, maslahat, консультатив, konsultativ"
    ),
}
_STEMS = [(kind, stem.strip()) for kind, stems in _KINDS.items() for stem in stems.split(",")]
_AUTOMATON = AhoCorasick([stem for _, stem in _STEMS])
_DAY_DIGITS = re.compile(r"(?<![+\dСCсc])\d{1,2}(?!\d|\s?\+)")  # a number that can be a day; that of C5+1 is none
_AROUND = 40  # characters about a day's number that hold its month and year
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# Reports come within days of a meeting, announcements within weeks before it.
_AFTER, _BEFORE = timedelta(days=16), timedelta(days=40)
# A day without a year is one of the months around the publication.
_YEARLESS = timedelta(days=300)
# Against it days without a year and relative ones are read in a text without a day: no meeting is as old.
_NO_DAY = datetime(2000, 1, 1, tzinfo=UTC)


class _Told:
    """A text by who met, as far as its words tell: ``kinds`` are those of the words that it holds."""

    def __init__(self, text: str) -> None:
        self.text = text
        lowered = text.lower()
        found = _AUTOMATON.find_matches_as_indexes(lowered, overlapping=True)
        self.kinds = {_STEMS[number][0] for number, start, _ in found if not start or not lowered[start - 1].isalpha()}


class _Sentence(_Told):
    """What a sentence tells of time: days, years and the numbers of meetings."""

    def __init__(self, text: str, span: Span, reference: datetime) -> None:
        super().__init__(text[span.start : span.end])
        self.start, self.end, self._reference = span.start, span.end, reference

    @cached_property
    def days(self) -> tuple[WrittenDate, ...]:
        digits = [match.start() for match in _DAY_DIGITS.finditer(self.text)]
        if not digits:
            return ()
        dated = clean(self.text[max(0, digits[0] - _AROUND) : digits[-1] + _AROUND])
        return tuple(find_written_dates(dated, self._reference, UTC))

    def years(self) -> frozenset[int]:
        return frozenset(map(int, _YEAR.findall(self.text)))

    def numbers(self) -> frozenset[int]:
        return meeting_numbers(self.text)


class Editions:
    """Finds the meetings that the mentions of formats in one article mean."""

    def __init__(self, article: Article, knowledge: Knowledge) -> None:
        self._article, self._knowledge = article, knowledge
        self._published = _told_day(article)
        self._read: dict[int, _Sentence] = {}

    def of(self, starts: Iterable[int], summit: SummitFormat) -> dict[int, str | None]:
        """The meeting of each mention by its start: what its own sentence tells, else what the article as a whole tells."""
        meetings = [meeting for meeting in summit.meetings if not meeting.cancelled]
        own: dict[int, str | None] = {}
        other_times: set[int] = set()
        within: dict[int, _Sentence] = {}
        told: dict[int, tuple[str | None, bool]] = {}
        for start in starts:
            sentence = self._sentence(start)
            if sentence.start not in within:
                within[sentence.start] = sentence
                told[sentence.start] = self._told_by_sentence(sentence, meetings)
            own[start], contradicts = told[sentence.start]
            if contradicts:
                other_times.add(start)
        others = [sentence for place, sentence in within.items() if told[place] == (None, False)]
        stated = {meeting for meeting in own.values() if meeting} or (self._stated_elsewhere(meetings) if own else set())
        common = self._told_by_article(meetings, stated, others)
        return {start: meeting or (None if start in other_times else common) for start, meeting in own.items()}

    def told_beside(self, place: int, meetings: Sequence[Meeting]) -> list[Meeting]:
        """Those of the meetings held at a place whose day and level the sentence with its name tells."""
        sentence = self._sentence(place)
        if "meetings" not in sentence.kinds or not sentence.days:
            return []
        return [m for m in self._on_days(meetings, sentence.days) if _is_of_level(m, sentence)]

    def around(self, place: int) -> tuple[int, int]:
        """From the beginning of the sentence before that of a place to the end of the one behind it."""
        number = max(0, bisect_right(self._starts, place) - 1)
        spans = self._spans[max(0, number - 1) : number + 2]
        return spans[0].start, spans[-1].end

    def _stated_elsewhere(self, meetings: Sequence[Meeting]) -> set[str]:
        """The meetings whose day and place stand in some sentence without the name of the format."""
        held = {meeting.place for meeting in meetings if meeting.place}
        return {
            meeting.id
            for mention in self._article.mentions
            if mention.actor in held or not held.isdisjoint(mention.candidates)
            for meeting in self.told_beside(
                mention.start, [m for m in meetings if m.place and (m.place == mention.actor or m.place in mention.candidates)]
            )
        }

    @cached_property
    def _spans(self) -> Sequence[Span]:
        return sentences(self._article.text)

    @cached_property
    def _starts(self) -> list[int]:
        return [span.start for span in self._spans]

    @cached_property
    def _mentioned_at(self) -> list[int]:
        return [mention.start for mention in self._article.mentions]  # in the text's order

    @cached_property
    def _whole(self) -> _Told:
        return _Told(self._article.text)

    def _sentence(self, place: int) -> _Sentence:
        number = max(0, bisect_right(self._starts, place) - 1)
        if number not in self._read:
            reference = datetime.combine(self._published, time(), UTC) if self._published else _NO_DAY
            self._read[number] = _Sentence(self._article.text, self._spans[number], reference)
        return self._read[number]

    def _told_by_sentence(self, sentence: _Sentence, meetings: Sequence[Meeting]) -> tuple[str | None, bool]:
        """The one meeting that the sentence's days, year, number or place leave; and whether it tells of one that fits none."""
        narrowed = list(meetings)
        evidence = other = False
        years, numbers = sentence.years(), sentence.numbers()
        if fitting := self._on_days(meetings, sentence.days):
            narrowed, evidence = fitting, True
        elif years and "meetings" in sentence.kinds:
            narrowed = [m for m in meetings if int(m.date[:4]) in years]
            evidence = True
        if numbers:
            level = _of_level(meetings, sentence)
            numbered = [m for m in narrowed if m.ordinal in numbers]
            if numbered:
                narrowed, evidence = numbered, True
            else:
                other = any(m.ordinal for m in level) and not any(m.ordinal in numbers for m in level)
        places = self._places(sentence.start, sentence.end)
        if placed := [m for m in narrowed if m.place and m.place in places]:
            narrowed, evidence = placed, evidence or bool(years or numbers)
        narrowed = _of_level(narrowed, sentence)
        chosen = narrowed[0].id if evidence and not other and len(narrowed) == 1 else None
        of_another = bool(years) and (self._published is None or self._published.year not in years)
        elsewhen = of_another and "meetings" in sentence.kinds
        return chosen, chosen is None and (other or elsewhen)

    def _told_by_article(self, meetings: Sequence[Meeting], told: set[str], others: Sequence[_Sentence]) -> str | None:
        """The one meeting of the article: what its sentences agree on, its date, or the people and place it names.

        ``others`` are the sentences with the format that tell no meeting themselves: it is they that this is asked for.
        """
        published = self._published
        near = [m for m in meetings if published and published - _AFTER <= _last_day(m) and _first_day(m) <= published + _BEFORE]
        stated = next(iter(told)) if len(told) == 1 else None
        if published is None:
            places = self._places_of(others)
            return (self._at(places, meetings) or stated) if told else self._at_any(places, meetings)
        if told and (not near or told <= {m.id for m in near}):
            return stated
        near = _of_level(near, self._whole) if len(near) > 1 else near
        reported = [m for m in near if _first_day(m) <= published + timedelta(days=1)]
        chosen = reported if len(reported) == 1 else near
        return chosen[0].id if len(chosen) == 1 else None

    def _at_any(self, places: set[str], meetings: Sequence[Meeting]) -> str | None:
        """The one meeting at the places of the whole text, else at those named beside the format."""
        return self._at(self._places(0, len(self._article.text)), meetings) or self._at(places, meetings)

    def _at(self, places: set[str], meetings: Sequence[Meeting]) -> str | None:
        """The one meeting of the level that the text speaks of which was held at these places, under someone whom it names."""
        placed = [m for m in _of_level(meetings, self._whole) if m.place in places and self._in_office(m)]
        return placed[0].id if len(placed) == 1 else None

    def _on_days(self, meetings: Sequence[Meeting], days: Sequence[WrittenDate]) -> list[Meeting]:
        """The meetings of these days; else those of the day before, as the region is a day ahead of Washington."""
        for late in (timedelta(), timedelta(days=1)) if days else ():
            if found := [m for m in meetings if any(self._is_on(m, day, late) for day in days)]:
                return found
        return []

    def _is_on(self, meeting: Meeting, day: WrittenDate, late: timedelta) -> bool:
        value = day.value.date() if isinstance(day.value, datetime) else day.value
        first, last = _first_day(meeting), _last_day(meeting) + late
        if day.has_year:
            return first <= value <= last
        if self._published and abs(first - self._published) > _YEARLESS:
            return False
        return (first.month, first.day) <= (value.month, value.day) <= (last.month, last.day)

    def _places(self, start: int, end: int) -> set[str]:
        """Actor ids of the places that a stretch names, however they are spoken of (a capital as government counts too)."""
        near = self._article.mentions[bisect_left(self._mentioned_at, start) : bisect_left(self._mentioned_at, end)]
        return {m.actor for m in near if m.actor} | {place for m in near for place in m.candidates}

    def _places_of(self, within: Iterable[_Sentence]) -> set[str]:
        return {place for sentence in within for place in self._places(sentence.start, sentence.end)}

    @cached_property
    def _reigns(self) -> frozenset[tuple[str, str]]:
        """When those whom the text names headed a state."""
        actors = (self._knowledge.actors.get(identity) for identity in {m.actor for m in self._article.mentions if m.actor})
        return frozenset(
            (office.since, office.until or "9999")
            for actor in actors
            if actor is not None
            for office in actor.offices
            if office.kind == "head-of-state" and office.since
        )

    def _in_office(self, meeting: Meeting) -> bool:
        """Whether someone named in the text headed a state at the time of the meeting."""
        return any(since <= meeting.date <= until for since, until in self._reigns)


def _told_day(article: Article) -> date | None:
    """The day of the article where page or text tell it, year and all."""
    value = article.published_at
    day = value.date() if isinstance(value, datetime) else value
    evidence = article.published_at_evidence
    if day is None or evidence == "fetched" or (evidence == "text" and str(day.year) not in article.text):
        return None
    return day


def _of_level(meetings: Sequence[Meeting], told: _Told) -> list[Meeting]:
    if len(meetings) <= 1:
        return list(meetings)
    if "leaders" in told.kinds and (leaders := [m for m in meetings if "president" in (m.level or "")]):
        return leaders
    if "ministers" in told.kinds and (ministers := [m for m in meetings if "minister" in (m.level or "")]):
        return ministers
    return list(meetings)


def _is_of_level(meeting: Meeting, told: _Told) -> bool:
    """Whether a meeting is one of those whom a sentence speaks of: ministers, presidents, or nobody told."""
    level, leaders, ministers = meeting.level or "", "leaders" in told.kinds, "ministers" in told.kinds
    return not (ministers or leaders) or (ministers and "minister" in level) or (leaders and "president" in level)


def _first_day(meeting: Meeting) -> date:
    return _day(meeting.date)


def _last_day(meeting: Meeting) -> date:
    if meeting.until and len(meeting.until) == 10:
        return _day(meeting.until)
    first = _day(meeting.date)
    return first if len(meeting.date) == 10 else first + timedelta(days=30)


@lru_cache(maxsize=1000)
def _day(written: str) -> date:
    """The first day of a day, month or year."""
    return date.fromisoformat((written + "-01-01")[:10] if len(written) == 4 else (written + "-01")[:10])
