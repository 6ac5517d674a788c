"""Tells news from background by the days, months and years beside what a text tells of an agreement."""

from __future__ import annotations

import re
from datetime import date, timedelta

from pipelines.agreement.clause import SIGNED_BEFORE
from pipelines.agreement.days import Days
from pipelines.agreement.reading import is_question
from pipelines.agreement.sighting import Sighting
from pipelines.beginnings import Begun

_FRESH_DAYS = 45
_HALF_A_YEAR = 182  # days
_DONE = frozenset({"signed", "ratified", "in_force", "ended"})
_TO_COME = frozenset({"announced", "proposed", "negotiated"})
# «соглашение 1998 года», «протокол от 12 мая 2003 года»: which one it is, not what became of it then.
_OF_YEAR = re.compile(r" (?:19|20)\d\d(?!\d)")
# "the 2023 agreement", «2023 жылғы келісім»
_YEAR_BEFORE = re.compile(
    r"(?<!\w)(?:(?:the|a|its|their) (?:19|20)\d\d|(?:19|20)\d\d[ -]?(?:жылғы|жылкы|жылдагы|йилги|yilgi|ýylky)) (?:[\w-]+ ){0,4}$"
)
_YEAR_REACH = 60  # characters
_OF_DAY = re.compile(r"[^,.;:]{0,60}? (?:от|of|dated) (?:\d{1,2} [a-zа-я]+ )?(?:19|20)\d\d(?!\d)")
_WHICH = re.compile(r"(?: года?)?, (?:котор|which|that)")
_FOR_YEAR = re.compile(r"(?<!\w)(?:за|на|for) (?:19|20)\d\d(?:[–—-](?:19|20)\d\d)?(?!\d)")  # «сотрудничество за 2024 год»
# «В 2011 году подписание отложили»: what was planned, then.
_WAS = re.compile(r"(?:[аеиоуыя]л[аио]?(?:с[ья])?|[ai]led|oned|osed)$")
# «соглашение, которое вступит в силу в январе»: what is told behind it is not when it was signed.
_ANOTHER_MATTER = re.compile(
    r";|, (?:[\w-]+ ){0,2}котор\w+ (?:[\w-]+ ){0,3}?"
    r"(?:вступ|начн|заработа|откро|позвол|буд|созда|продл|пройд|состо|заверш|обеспеч|введ)\w*[иеяу]т(?:ся)?(?!\w)|"
    r",? (?:which|that) (?:will|would|is to|are to|takes?|enters?|comes?)(?!\w)"
)
_IN_YEAR = re.compile(r"(?<!\w)(?:во?|in) (?:[a-zа-я]+ )?(?:19|20)\d\d(?!\d)")
_TODAY = re.compile(
    r"(?<!\w)(?:сегодня|вчера|накануне|today|yesterday|бүгін|кеше|бүгүн|кечээ|bugun|kecha|бугун|кеча|имрӯз|дирӯз|"
    r"şu gün|düýn)(?!\w)"
)


def is_fresh(begun: Begun, time: Days, sighting: Sighting, *, published: date | None, today: date) -> bool:
    """Whether what a place of an article ``published`` on a day tells is news; ``today`` tells which years are gone."""
    if sighting.status in (None, "discussed"):
        return False
    low, high = sighting.sentence
    sentence = begun.text[low:high]
    if is_question(sentence) or (sighting.past and not _TODAY.search(sentence)):
        return False
    years = time.years(low, high) if sighting.status in _DONE else []
    dated = bool(years) or (sighting.status in _DONE and bool(time.days(low, high)))
    aside = _days_aside(begun, sighting) if dated else []
    years = [year for year in years if all(year not in time.years(*span) for span in aside)]
    if years and min(years) < today.year - (today.month == 1):
        return False
    if sighting.status in _TO_COME and sighting.cue is not None and _WAS.search(begun.text[slice(*sighting.cue)]):
        then = [year for told in _IN_YEAR.finditer(begun.text, low, high) for year in time.years(*told.span())]
        if then and max(then) < today.year - (today.month == 1):
            return False
    if published is None:
        return True
    other = _ANOTHER_MATTER.search(begun.text, sighting.end, high) if sighting.status == "signed" else None
    if other is not None and other.start() > (sighting.cue or sighting.phrase)[0]:
        aside = [*aside, (other.start(), high)]
        high = other.start()
    if sighting.status == "signed" and not time.is_month_near(low, high):
        return False
    days = [day for day in time.days(*sighting.sentence) if all(day not in time.days(*span) for span in aside)]
    if sighting.status in _TO_COME:  # «24 ноября подпишут»: a day without a year reads as the last one, and is the next
        told = time.years(*sighting.sentence)
        days = [day for day in days if day.year in told or published - day <= timedelta(days=_HALF_A_YEAR)]
    return not days or published - min(days) <= timedelta(days=_FRESH_DAYS)


def _days_aside(begun: Begun, sighting: Sighting) -> list[tuple[int, int]]:
    """Where days are told by which a document is known, or on which one was signed that now comes into force or ends."""
    low, high = sighting.sentence
    later = sighting.status != "signed"
    found = [before.span() for before in SIGNED_BEFORE.finditer(begun.text, low, high)] if later else []
    for noun in begun.finditer("nouns", low, high):
        if later or noun.start() != sighting.start:
            own = _OF_YEAR.match(begun.text, noun.end(), high) or _OF_DAY.match(begun.text, noun.end(), high)
            # «заменит соглашение 2004 года, которое вступило в силу позднее» tells what became of it then.
            own = None if own is not None and _WHICH.match(begun.text, own.end(), high) else own
            own = own or _YEAR_BEFORE.search(begun.text, max(low, noun.start() - _YEAR_REACH), noun.start())
            found += [own.span()] if own is not None else []
    return [*found, *(told.span() for told in _FOR_YEAR.finditer(begun.text, low, high))]
