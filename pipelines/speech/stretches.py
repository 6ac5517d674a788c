"""Cuts what somebody said out of its sentence: without marks, a dateline or the newsroom that passes it on.

What is given away already is asked for by place: a long text has thousands of quotes, and a list of them is not gone through.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import replace
from itertools import accumulate

from c5watch.article import Span
from pipelines.naming.newsrooms import AGENCIES
from pipelines.speech.office_words import NEWSROOMS
from pipelines.speech.saying import Found, Saying
from pipelines.speech.voice_lines import Voice

SHORTEST = 12  # characters
# «Мы готовы. Начнём завтра, – сказал он.» without quotation marks: a dash before the verb, nobody else's words before it.
DASH_BEFORE = re.compile(r"[,!?…]\s?[–—-]\s?$")
# «АСТАНА, 1 октября. /ТАСС/. », «БИШКЕК, 16-фев. — Sputnik. », "ASTANA — ", "DUSHANBE, 22.10.2025. /AMIT/. ".
_DATELINE = re.compile(
    r"[^\W\d_a-zа-яёәғқңөұүһіўҳҷӣӯ][^\W\d_]{2,}(?:-[^\W\d_]+)?(?:, [^\n–—/]{3,22})?\.?"
    rf"(?: /[^/\n]{{2,24}}/\.?| [–—-] (?:{'|'.join(AGENCIES)})\.) |"
    r"[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]{4,}(?:-[A-ZА-ЯЁ]+)?(?: \([A-Z]+\))?\s[–—-]{1,2} "
)
_NEWSROOM = re.compile(NEWSROOMS)
_AGENCY = re.compile(rf"(?<!\w)(?:{'|'.join(AGENCIES)})(?!\w)")
_NEWSROOM_NEAR = 14
_OPENS_SPEECH = '«“„"–—-'


class Taken:
    """Stretches of a text that are given away, in whatever order they come."""

    def __init__(self, spans: Iterable[Span | Found]) -> None:
        ordered = sorted((span.start, span.end) for span in spans)
        self._starts = [start for start, _ in ordered]
        self._furthest = list(accumulate((end for _, end in ordered), max))  # of the stretches up to each
        self._ends = sorted(end for _, end in ordered)

    def meets(self, start: int, end: int) -> bool:
        """Whether a stretch overlaps one of them."""
        number = bisect_left(self._starts, end)
        return number > 0 and self._furthest[number - 1] > start

    def holds(self, place: int) -> bool:
        """Whether a place belongs to one of them."""
        return self.meets(place, place + 1)

    def last_end(self, stop: int) -> int:
        """The last end up to a place, 0 for none."""
        number = bisect_right(self._ends, stop)
        return self._ends[number - 1] if number else 0


def make_quote(saying: Saying, start: int, end: int, voice: Voice | None) -> Found | None:
    """What is reported in a stretch; nothing where a newsroom passes it on or too little is left."""
    stretch = saying.text[start:end]
    if voice and voice.kind in {"body", "phrase"}:
        named = saying.text[max(0, voice.start - _NEWSROOM_NEAR) : voice.end]
        if _NEWSROOM.search(named.lower()) or _AGENCY.search(named):
            return None
    if saying.words.passed_on and (tail := saying.words.passed_on.search(stretch)):
        stretch = stretch[: tail.start()]  # «…, передает агентство»
    begin = start + len(stretch) - len(stretch.lstrip(" ,–—-\n"))
    if (begin == 0 or saying.text[begin - 1] == "\n") and (dateline := _DATELINE.match(saying.text, begin, end)):
        begin = dateline.end()
    end = start + len(stretch.rstrip(" ,–—-\n"))
    return Found(begin, end, direct=False, voice=voice) if end - begin >= SHORTEST and voice is not None else None


def unmarked(saying: Saying, span: Span, end: int, verb: tuple[int, int], voice: Voice | None) -> Found | None:
    """«Жолды көктемде ашамыз. Бұл оңай емес, – деп жазды X»: a paragraph of somebody's words without quotation marks."""
    text = saying.text
    line = text.rfind("\n", 0, span.start) + 1
    if saying.words.verb_last and text[line] in "–—-":
        line += 2
    if text[line] in _OPENS_SPEECH or saying.verb_between(line, span.end) not in {verb, None}:
        return None
    quote = make_quote(saying, line, end, voice)
    return replace(quote, direct=True) if quote else None
