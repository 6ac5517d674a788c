"""The sum, day and place that stand with an agreement: those of its signing before those of what has become of it since."""

from __future__ import annotations

import re

from c5watch.article import Mention, Status
from c5watch.knowledge import Knowledge
from pipelines.agreement.record import NOT_DONE, Record
from pipelines.agreement.sighting import Sighting
from pipelines.agreement.text import AgreementText
from pipelines.page.datetext import month_of

_MARK = re.compile(r"[,.;:](?!\d)")
_WORD = re.compile(r"\w+")
_YEAR = re.compile(r"(?:19|20)\d\d")
_YEAR_BESIDE = 2  # words between a month and its year: «2024 жылғы сәуірде»
_NO_PLACE: frozenset[Status | None] = frozenset({None, "discussed"})
# «сообщает Акорда»: a place that speaks.
_SAYS = re.compile(
    r"(?<!\w)(?:сообщ|переда|информиру|уточн|заяв|объяв|отмет)\w+(?: в)? $|"
    r"(?<!\w)(?:said|says|reports?|according to|told)(?: the)? $"
)
_SAYS_BEHIND = re.compile(
    r"\w* (?:сообщ|переда[её]|информиру|said|says|reports?(?!\w)|хабарла|мәлімде|билдир|кабарла|xabar|ma'lum|хабар|маълум|habar)"
)
_DATELINE = re.compile(
    r"(?:, [a-z]{4,})?(?:, (?:\d{1,2}\.? )?[^\W\d_]{3,}\.?(?: \d{1,2})?)?"
    r"(?: ?[(/][^)/\n]{2,30}[)/])?(?:\s[–—-]{1,2}\s|[:.]\s)|\s?[(/]\w+[)/]"
)
_SAYS_BEFORE = 30  # characters


def add_details(reading: AgreementText, record: Record, sighting: Sighting) -> None:
    """Adds what a place tells of the sum, day and place of its agreement."""
    # The sum of many documents is not that of one of them.
    if record.amount is None and (not sighting.several or all(one.several for one in record.sightings)):
        # Of several agreements in a sentence each has the sum that stands with it.
        low, high = sighting.sentence
        alone = sighting.zone[0] <= low and high <= sighting.zone[1]
        stretch = sighting.segment if sighting.item else sighting.sentence if alone else _own_stretch(reading, sighting)
        record.amount = reading.amount(*stretch, high)
    if sighting.weak and sighting.pledge:
        return  # a bank approves a loan at home, and before it is signed
    spans = [sighting.sentence, *([sighting.heading] if sighting.heading else [])]
    of_signing = sighting.status == "signed"
    if sighting.status not in NOT_DONE and (record.date is None or (of_signing and not record.dated_by_signing)):
        day = next((day for span in spans if (day := _day(reading, *span))), None)
        record.date, record.dated_by_signing = day or record.date, record.dated_by_signing or (of_signing and day is not None)
    if sighting.status not in _NO_PLACE and (record.place is None or (of_signing and not record.placed_by_signing)):
        place = next((place for span in spans if (place := _place(reading, *span))), None)
        record.place, record.placed_by_signing = (
            place or record.place,
            record.placed_by_signing or (of_signing and place is not None),
        )


def _own_stretch(reading: AgreementText, sighting: Sighting) -> tuple[int, int]:
    """Where the sum of one agreement of several stands: before it only what no mark parts from it."""
    start, stop = sighting.zone
    marks = [mark.end() for mark in _MARK.finditer(reading.text, start, sighting.start)]
    return max([start, *marks]), stop


def _day(reading: AgreementText, low: int, high: int) -> str | None:
    """The only day of a stretch, or its only month with a year (``2024-04``)."""
    days = set(reading.time.days(low, high))
    if days:
        return days.pop().isoformat() if len(days) == 1 else None
    if not reading.time.years(low, high) or not reading.time.months(low, high):
        return None
    months = set(_months(reading.text[low:high]))
    return months.pop() if len(months) == 1 else None


def _months(sentence: str) -> list[str]:
    """The months that stand with their year, as ISO 8601 writes them."""
    words = _WORD.findall(sentence)
    found = []
    for number, word in enumerate(words):
        month = month_of(word) if word.isalpha() else None
        beside = words[max(0, number - _YEAR_BESIDE) : number + 1 + _YEAR_BESIDE] if month is not None else []
        years = [one for one in beside if _YEAR.fullmatch(one)]
        found += [f"{years[0]}-{month:02}"] if years else []
    return found


def _place(reading: AgreementText, low: int, high: int) -> str | None:
    """The first place of a stretch that does not only say what is told."""
    text, knowledge = reading.text, reading.knowledge
    for start, mention in reading.mentions_in(low, high):
        if _is_place(mention, knowledge) and not _is_dateline(text, start, start + len(mention.text)):
            speaks = _SAYS.search(text, max(low, start - _SAYS_BEFORE), start) or _SAYS_BEHIND.match(
                text, start + len(mention.text)
            )
            if not speaks:
                return mention.actor
    return None


def _is_dateline(text: str, start: int, end: int) -> bool:
    """Whether a place at the beginning of a line says where the news is written: «ТАШКЕНТ, 19 ноября. /ТАСС/»."""
    return not text[:start].rpartition("\n")[2].strip() and _DATELINE.match(text, end) is not None


def _is_place(mention: Mention, knowledge: Knowledge) -> bool:
    actor = knowledge.actors.get(mention.actor or "")
    return actor is not None and actor.type == "place"
