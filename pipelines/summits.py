"""Finds the formats of meetings (C5+1 and its like) and, where text or date tell it, the very meeting.

A pair with a dash is no summit by itself («на оси Ближний Восток – Центральная Азия»): it needs quotation marks around it
or a word such as summit or format beside it; so does the name of an organisation. An edition is only said when exactly one
meeting fits what the text and its date say, never because it is the likeliest.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache

from c5watch.article import Article, SummitMention
from c5watch.knowledge import Knowledge
from c5watch.knowledge.types import Meeting, SummitFormat
from c5watch.search.analysis import analyze, field_of
from c5watch.text import sentences
from pipelines.datetext import clean, find_written_dates
from pipelines.phrases import Found, TermPhrases

_CONTEXT = 80
# Words for a summit or format in the eight language-scripts, as beginnings of folded words.
_SUMMIT_WORD = re.compile(
    r"\b(?:саммит|формат|форум|встреч|диалог|summit|format|meeting|platform|dialogue|forum|кездесу|жиын|жолугушуу|"
    r"sammit|uchrashuv|саммит|учрашув|мулоқот|вохӯр|нишаст|duşuşyk|duşuşyg|sammit|maslahat|консультатив|konsultativ|"
    r"совет(?:а|е|у)? глав)",
    re.IGNORECASE,
)
_SUMMIT_OF_LEADERS = re.compile(
    r"\b(?:саммит|summit|sammit|глав государств|президент|president|мемлекет басшы|мамлекет башчы|davlat rahbar|давлат раҳбар|"
    r"сарони давлат|döwlet baştutan)",
    re.IGNORECASE,
)
_MINISTERS = re.compile(r"\b(?:министр|minister|ministr|вазир|vazir|сырткы иштер|сыртқы істер|daşary işler)", re.IGNORECASE)
_DATE_DIGITS = re.compile(r"(?<![+\dСCсc])\d(?!\s?[+\d]\s?1)|\d\d")  # a digit that is not of C5+1
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_ORDINALS = (
    (1, r"перв(?:ый|ая|ой|ого|ом|ую)|first|1st|бірінші|биринчи|birinchi|аввалин|якум|birinji"),
    (2, r"втор(?:ой|ая|ого|ом|ую)|second|2nd|екінші|экинчи|ikkinchi|иккинчи|дуюм|ikinji"),
    (3, r"трет(?:ий|ья|ьей|ьего|ьем|ью)|third|3rd|үшінші|үчүнчү|uchinchi|учинчи|сеюм|üçünji"),
    (4, r"четв[её]рт(?:ый|ая|ой|ого|ом|ую)|fourth|4th|төртінші|төртүнчү|to.rtinchi|чорум|dördünji"),
    (5, r"пят(?:ый|ая|ой|ого|ом|ую)|fifth|5th|бесінші|бешинчи|beshinchi|панҷум|bäşinji"),
    (6, r"шест(?:ой|ая|ого|ом|ую)|sixth|6th|алтыншы|алтынчы|oltinchi|шашум|altynjy"),
    (7, r"седьм(?:ой|ая|ого|ом|ую)|seventh|7th|VII|жетінші|жетинчи|yettinchi|ҳафтум|ýedinji"),
    (8, r"восьм(?:ой|ая|ого|ом|ую)|eighth|8th|VIII|сегізінші|сегизинчи|sakkizinchi|ҳаштум|sekizinji"),
)
_ORDINAL = re.compile("|".join(rf"(?P<n{number}>\b(?:{words})\b)" for number, words in _ORDINALS), re.IGNORECASE)
# Reports come within days of a meeting, announcements within weeks before it.
_AFTER, _BEFORE = timedelta(days=16), timedelta(days=40)


@lru_cache(maxsize=4)
def _phrases(knowledge: Knowledge) -> TermPhrases:
    return TermPhrases((summit.id, summit.names) for summit in knowledge.formats.values())


@lru_cache(maxsize=4)
def _organisation_terms(knowledge: Knowledge) -> frozenset[str]:
    """Names and abbreviations of actors: alone they speak of the organisation, not of its summit."""
    names = {form.casefold() for actor in knowledge.actors.values() for forms in actor.names.values() for form in forms}
    return frozenset(names | {one.form.casefold() for actor in knowledge.actors.values() for one in actor.abbreviations})


def find_summits(article: Article, knowledge: Knowledge) -> Article:
    """Mentions of formats with the meeting each means, as far as it is told."""
    field = field_of(article.language, article.script)
    found = _longest(_phrases(knowledge).find(article.text, field))
    kept = [mention for mention in found if _is_summit(article, mention, field, knowledge)]
    if not kept:
        return article
    editions = {
        name: _edition(article, [m for m in kept if m.id == name], knowledge.formats[name], knowledge)
        for name in {m.id for m in kept}
    }
    mentions = tuple(
        SummitMention(format=mention.id, summit=editions[mention.id].get(mention.start), start=mention.start, end=mention.end)
        for mention in kept
    )
    return dataclasses.replace(article, summits=mentions)


def _longest(found: Iterable[Found]) -> list[Found]:
    chosen: list[Found] = []
    for mention in sorted(found, key=lambda item: (item.start, -item.end)):
        if not chosen or mention.start >= chosen[-1].end:
            chosen.append(mention)
    return chosen


def _is_summit(article: Article, mention: Found, field: str, knowledge: Knowledge) -> bool:
    text = article.text
    inside = text[mention.start : mention.end]
    if any(token.term.endswith("plus1") for token in analyze(inside, field)):
        return True
    if not mention.pair and inside.islower() and not _is_of_members(article, knowledge.formats[mention.id]):
        return False  # «консультативная встреча» of teachers
    of_organisation = knowledge.formats[mention.id].organisation is not None and not _SUMMIT_WORD.search(inside)
    if not mention.pair and not of_organisation and inside.casefold() not in _organisation_terms(knowledge):
        return True
    before, after = text[max(0, mention.start - _CONTEXT) : mention.start], text[mention.end : mention.end + _CONTEXT]
    quoted = before[-1:] in '«“"„' and after[:1] in '»”"“' if before and after else False
    near_before = before.rsplit("\n", 1)[-1].rsplit(". ", 1)[-1]
    near_after = after.split("\n", 1)[0].split(". ", 1)[0]
    return (mention.pair and quoted) or bool(_SUMMIT_WORD.search(near_before[-40:]) or _SUMMIT_WORD.search(near_after[:40]))


def _is_of_members(article: Article, summit: SummitFormat) -> bool:
    """Whether the text names the region or a member of the format, so that a name of common words can mean it."""
    actors = {mention.actor for mention in article.mentions}
    return "central-asia" in actors or not actors.isdisjoint(summit.members)


def _edition(article: Article, mentions: list[Found], summit: SummitFormat, knowledge: Knowledge) -> dict[int, str | None]:
    """The meeting of each mention by its start: what its own sentence tells, else what the article as a whole tells."""
    meetings = [meeting for meeting in summit.meetings if not meeting.cancelled]
    spans = [(span.start, span.end) for span in sentences(article.text)]
    own: dict[int, str | None] = {}
    other_times: set[int] = set()
    read: dict[tuple[int, int], tuple[str | None, bool]] = {}
    for mention in mentions:
        low, high = next(((a, b) for a, b in spans if a <= mention.start < b), (mention.start, mention.end))
        if (low, high) not in read:
            read[low, high] = _told_by_sentence(article.text[low:high], low, article, meetings)
        told, contradicts = read[low, high]
        own[mention.start] = told
        if contradicts:
            other_times.add(mention.start)
    common = _told_by_article(article, meetings, {m for m in own.values() if m}, knowledge)
    return {start: meeting or (None if start in other_times else common) for start, meeting in own.items()}


def _told_by_sentence(sentence: str, start: int, article: Article, meetings: list[Meeting]) -> tuple[str | None, bool]:
    """The one meeting that the sentence's dates, year, number or place leave; and whether it names a time that fits none."""
    published = _published(article)
    reference = datetime.combine(published, time(), UTC) if published else article_time(article)
    days = [d.value for d in find_written_dates(clean(sentence), reference, UTC)] if _DATE_DIGITS.search(sentence) else []
    dates = [value.date() if isinstance(value, datetime) else value for value in days]
    years = {int(year) for year in _YEAR.findall(sentence)}
    narrowed = meetings
    evidence = False
    if dates and (fitting := [m for m in meetings if any(_holds(m, day) for day in dates)]):
        narrowed, evidence = fitting, True
    elif years:
        narrowed = [m for m in meetings if int(m.date[:4]) in years]
        evidence = True
    if number := _ordinal(sentence):
        numbered = [m for m in narrowed if (m.ordinal or 0) == number]
        if numbered:
            narrowed, evidence = numbered, True
    places = _places(article, start, start + len(sentence))
    if placed := [m for m in narrowed if m.place and m.place in places]:
        narrowed, evidence = placed, evidence or bool(years or number)
    narrowed = _of_level(narrowed, sentence)
    chosen = narrowed[0].id if evidence and len(narrowed) == 1 else None
    return chosen, bool(years and published and published.year not in years and chosen is None)


def _told_by_article(article: Article, meetings: list[Meeting], told: set[str], knowledge: Knowledge) -> str | None:
    """The one meeting of the article: what its sentences agree on, its date, or the people and place it names."""
    published = _published(article)
    text = article.text
    near = [m for m in meetings if published and published - _AFTER <= _last_day(m) and _first_day(m) <= published + _BEFORE]
    if told and (not near or told <= {m.id for m in near}):
        return next(iter(told)) if len(told) == 1 else None
    if published:
        near = _of_level(near, text)
        reported = [m for m in near if _first_day(m) <= published + timedelta(days=1)]
        chosen = reported if len(reported) == 1 else near
        return chosen[0].id if len(chosen) == 1 else None
    places = _places(article, 0, len(text))
    possible = [m for m in _of_level(meetings, text) if m.place in places and _in_office(m, article, knowledge)]
    return possible[0].id if len(possible) == 1 else None


def _of_level(meetings: list[Meeting], text: str) -> list[Meeting]:
    leaders = [m for m in meetings if "president" in (m.level or "") or "head" in (m.level or "")]
    if leaders and _SUMMIT_OF_LEADERS.search(text):
        return leaders
    if _MINISTERS.search(text):
        return [m for m in meetings if "minister" in (m.level or "")] or meetings
    return meetings


def _places(article: Article, start: int, end: int) -> set[str]:
    """Actor ids of the places that a stretch names, however they are spoken of (a capital as government counts too)."""
    return {m.actor for m in article.mentions if m.actor and start <= m.start < end} | {
        place for m in article.mentions if start <= m.start < end for place in m.candidates
    }


def _in_office(meeting: Meeting, article: Article, knowledge: Knowledge) -> bool:
    """Whether someone named in the text headed a state of the meeting then, and nobody named came later only."""
    day = meeting.date
    for mention in article.mentions:
        actor = knowledge.actors.get(mention.actor or "")
        for office in actor.offices if actor else ():
            if (
                office.kind == "head-of-state"
                and office.since
                and office.since <= day
                and (not office.until or day <= office.until)
            ):
                return True
    return False


def _ordinal(sentence: str) -> int | None:
    found = _ORDINAL.search(sentence)
    return int((found.lastgroup or "n0")[1:]) if found else None


def _published(article: Article) -> date | None:
    value = article.published_at
    return value.date() if isinstance(value, datetime) else value


def article_time(article: Article) -> datetime:
    """The moment against which an undated text reads «сегодня»: when it was fetched."""
    value = article.fetched_at
    return value if isinstance(value, datetime) else datetime.combine(value, time(), UTC)


def _first_day(meeting: Meeting) -> date:
    return date.fromisoformat((meeting.date + "-01-01")[:10] if len(meeting.date) == 4 else (meeting.date + "-01")[:10])


def _last_day(meeting: Meeting) -> date:
    if meeting.until and len(meeting.until) == 10:
        return date.fromisoformat(meeting.until)
    first = _first_day(meeting)
    return first if len(meeting.date) == 10 else first + timedelta(days=30)


def _holds(meeting: Meeting, day: date) -> bool:
    # The region's calendar is a day ahead of Washington's.
    return _first_day(meeting) <= day <= _last_day(meeting) + timedelta(days=1)
