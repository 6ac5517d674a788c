"""Finds what stands before its speaker: «Дорогу откроют весной. Об этом заявил …», in the paragraph or in the one before."""

from __future__ import annotations

import re
from collections.abc import Iterator

from c5watch.article import Span
from pipelines.speech.saying import Found, Saying
from pipelines.speech.stretches import SHORTEST, Taken, make_quote

_BY = re.compile(r"\b(?:by|from|сделал[аио]?|дал[аи]?|выдвинул[аи]?)\s|\s(?:жаса(?:ды|ған|ган)|qildi|қилди)\b")
_SO_BEFORE = re.compile(r"(?<!\w)(?P<word>[^\W\d_]+) (?:деп |deb |деб |diýip )?$")
_SO_NEAR, _LONGEST_TOLD, _LONGEST_OPENING = 22, 600, 4


def find_told_before(saying: Saying, direct: Taken) -> tuple[list[Found], list[Span]]:
    """What is told before it is attributed, and the sentences that attribute it: they report nothing else."""
    text = saying.text
    found: list[Found] = []
    telling: list[Span] = []
    last = 0
    for place in sorted(_about_places(saying)):
        span = saying.sentence_around(place)
        match = saying.words.about.match(text, place)
        if saying.in_turn(span.start) or match is None:
            continue
        begin = span.start if text[place].islower() else match.end()
        verb = _told_within(saying, begin, span.end) or saying.verb_between(begin, span.end, last=saying.words.verb_last)
        if verb is not None:
            ends = saying.words.verb_last or saying.language == "tg"
            voice = saying.beside(begin, verb) or saying.subject(begin, verb) if ends else None
            voice = voice or saying.speaker_near(verb, begin, span.end)
        elif (by := _BY.search(text, begin, span.end)) is not None:
            voice = saying.voice_in(begin, by.start()) if saying.words.verb_last else saying.voice_in(by.end(), span.end)
        else:
            continue
        telling.append(span)
        if voice is None or voice.kind in {"pronoun", "phrase", "document"}:
            continue
        stop = span.start
        while stop and text[stop - 1].isspace():
            stop -= 1
        start = max(text.rfind("\n", 0, stop) + 1, last, direct.last_end(stop))
        if stop - start > _LONGEST_TOLD:
            start = max(start, saying.sentence_start(start, stop - 1))
        if stop - start < SHORTEST or direct.meets(start, stop):
            continue
        told = make_quote(saying, start, stop, voice)
        if told is not None:
            last = span.end
            found.append(told)
    return found, telling


def _told_within(saying: Saying, start: int, stop: int) -> tuple[int, int] | None:
    """«Bu barada wekil Suheýl Şahin aýtdy diýip, agentlik belleýär»: the verb right before the word for so."""
    if not saying.words.verb_last:
        return None
    for so in saying.words.so.finditer(saying.text, start, stop):
        verb = saying.verb_between(start, so.start(), last=True)
        if verb and verb[1] >= so.start():
            return verb
    return None


def _about_places(saying: Saying) -> Iterator[int]:
    """Where «об этом» begins a sentence, or «осылай деп» stands right before a verb of saying."""
    text = saying.text
    for place in saying.places["about"]:
        if saying.words.about.match(text, place) is None:
            continue  # English "this was" begins as often as any "this"
        # A dash may stand before it.
        for start in range(place, max(-1, place - _LONGEST_OPENING - 1), -1):
            if start in saying.sentence_starts:
                yield place
                break
            if text[start - 1] not in " –—-":
                break
    if saying.words.verb_last:
        for start in saying.verb_starts:
            so = _SO_BEFORE.search(text, max(0, start - _SO_NEAR), start)
            place = so.start("word") if so else start
            if text[place : place + 1].islower() and saying.words.about.match(text, place):
                yield place
