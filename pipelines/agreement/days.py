"""The days, months and years that a text tells: found once, looked up sentence after sentence."""

from __future__ import annotations

import re
from bisect import bisect_left
from datetime import UTC, date, datetime, time
from functools import cached_property

from pipelines.beginnings import Begun
from pipelines.page.datetables import AGO, MONTH_STEMS, MONTHS
from pipelines.page.datetext import clean, find_written_dates, month_of

MONTH_WORDS = frozenset({*MONTHS, *MONTH_STEMS})
_WORD = re.compile(r"[^\W\d_]{3,}")
# One class leads, so that a search passes over all other places in one loop.
_YEAR = re.compile(r"[12](?<!\d[12])(?:(?<=1)9|(?<=2)0)\d\d(?!\d)")
# «подписан весной» in October is not of these days; «на весну» is to come.
_SEASONS = {"spring": {3, 4, 5}, "summer": {6, 7, 8}, "autumn": {9, 10, 11}, "winter": {12, 1, 2}}
_SEASON = re.compile(
    r"(?<!\w)(?P<last>прошл(?:ой|ым) )?(?:(?P<spring>весной|(?:in|last|this) spring)|(?P<summer>летом|(?:in|last|this) summer)|"
    r"(?P<autumn>осенью|(?:in|last|this) (?:autumn|fall))|(?P<winter>зимой|(?:in|last|this) winter))(?!\w)"
)
_DASHED = re.compile(r"\w+ ?[–—-] ?")
_DIGIT = re.compile(r"\d")
_NUMERIC = re.compile(r"\d[./–-]\d{1,2}[./–-]\d")
# Words of their own as well as months: "may sign", "march", «жел электр станциясы», «там-тұмдап», Kyrgyz «чын».
_DOUBTFUL = frozenset({"may", "march", "mar", "май", "жел", "қаз", "там", "қар", "қыр", "чын", "бугу"})
_BEFORE_MONTH = re.compile(
    r"(?:\d(?:st|nd|rd|th)?(?: of)?|(?<!\w)(?:in|on|of|by|since|until|till|from|to|last|this|next|early|late|mid|every|на|за|в)|"
    r"йил|yil|yilning|ж\.)[ -]+$"
)
_BEHIND_MONTH = re.compile(r"\.?,? (?:\d|oy|ой|ай)")
_MONTH_BEFORE = 12  # characters
_YEAR_BEHIND = 20  # characters from the beginning of a month or season
_LONGEST = 400  # characters of a sentence in which a day is looked for


def _is_month(text: str, start: int, end: int) -> bool:
    """Whether a day, a year or a preposition says that a word is meant as a month."""
    before = _BEFORE_MONTH.search(text, max(0, start - _MONTH_BEFORE), start)
    return before is not None or _BEHIND_MONTH.match(text, end) is not None


class Days:
    """What the folded lower-case text of an article ``published`` on a day tells of time; offsets are those of the text."""

    def __init__(self, begun: Begun, published: date | None) -> None:
        self._begun, self._text, self._published = begun, begun.text, published
        self._told: dict[tuple[int, int], list[date]] = {}

    def years(self, low: int, high: int) -> list[int]:
        """The years that a stretch names."""
        places = self._years[0]
        return self._years[1][bisect_left(places, low) : bisect_left(places, high)]

    def months(self, low: int, high: int) -> set[int]:
        """The months that a stretch names."""
        places = self._months[0]
        return set(self._months[1][bisect_left(places, low) : bisect_left(places, high)])

    def is_month_near(self, low: int, high: int) -> bool:
        """Whether every month that a stretch names without a day may be that of the news («в апреле» in November is not)."""
        if self._published is None:
            return True
        first, behind = bisect_left(self._months[0], low), bisect_left(self._months[0], high)
        named = [(self._months[0][at], {self._months[1][at]}) for at in range(first, behind) if not self._is_in_range(at)]
        named = named or [
            (one.start(), set() if one["last"] else _SEASONS[one.lastgroup or ""])
            for one in _SEASON.finditer(self._text, low, high)
        ]
        # «испытания начнутся весной 2026 года» says nothing of when it was signed
        month, year = self._published.month, self._published.year
        told = [months for at, months in named if max(self.years(at, at + _YEAR_BEHIND), default=year) <= year]
        return not told or not {(month - 2) % 12 + 1, month, month % 12 + 1}.isdisjoint(set().union(*told))

    def _is_in_range(self, at: int) -> bool:
        """«режим работы в июне–августе»: what goes on from month to month was not signed in either."""
        before, behind = ((self._months[0][at + step : at + step + 2]) for step in (-1, 0))
        pairs = [pair for pair in (before if at else [], behind) if len(pair) > 1]
        return any(_DASHED.fullmatch(self._text, *pair) is not None for pair in pairs)

    def days(self, low: int, high: int) -> list[date]:
        """The days that a stretch names; a day without a year is nearest to the publication."""
        if (low, high) not in self._told:
            self._told[low, high] = self._find(low, high)
        return self._told[low, high]

    def _find(self, low: int, high: int) -> list[date]:
        sentence = self._text[low:high]
        if not _DIGIT.search(sentence):
            return []
        if not (self.months(low, high) or _NUMERIC.search(sentence) or any(word in sentence for word in AGO)):
            return []
        published = self._published
        reference = datetime.combine(published, time(12), UTC) if published else datetime(2000, 1, 1, tzinfo=UTC)
        found = find_written_dates(clean(sentence)[:_LONGEST], reference, UTC)
        values = [one for one in found if published or one.has_year]
        return [one.value.date() if isinstance(one.value, datetime) else one.value for one in values]

    @cached_property
    def _years(self) -> tuple[list[int], list[int]]:
        found = [(match.start(), int(match.group())) for match in _YEAR.finditer(self._text)]
        return [place for place, _ in found], [year for _, year in found]

    @cached_property
    def _months(self) -> tuple[list[int], list[int]]:
        text = self._text
        places: list[int] = []
        months: list[int] = []
        for start in sorted({start for start, _ in self._begun.stems["month"]}):
            word = _WORD.match(text, start)
            if word is None or (word.group() in _DOUBTFUL and not _is_month(text, *word.span())):
                continue
            if (month := month_of(word.group())) is not None:
                places.append(start)
                months.append(month)
        return places, months
