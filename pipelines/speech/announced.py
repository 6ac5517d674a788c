"""Finds words that a line gives to somebody without a verb: «Токаев: мост откроют весной», «Мост откроют весной – Токаев»."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipelines.speech.saying import Found, Saying
from pipelines.speech.voice_lines import Voice

_COLON = re.compile(r"\s?:[ \u00a0]+(?=[^\s«“„\"–—-])")
_DASH_AT_END = re.compile(r"(?<=[^\s,–—-])\s[–—-]\s?(?=\S)")
# What may stand between the name and its colon: an office behind a comma, or what the words are about.
_ABOUT_WHAT = re.compile(
    r",\s[^:\n]{3,120}|\s(?:о|об|про|on|about|дар бораи|оид ба)\s[^:\n]{3,80}|"
    r"\s[^:\n]{3,80}(?:туралы|жайлы|жөнінде|тууралуу|жөнүндө|ҳақида|haqida|to['’‘ʻʼ]g['’‘ʻʼ]risida|тўғрисида|barada|hakynda)"
)
_LONGEST_HEAD, _LONGEST_LINE, _FEWEST_WORDS = 160, 1_500, 4
# A title before a name is short: «Президент Узбекистана Шавкат Мирзиёев: …».
_BEFORE_NAME = re.compile(r"(?:[\w«»\"-]+ ){0,6}")


def find_announced(saying: Saying) -> Iterator[Found]:
    """Lines outside interview turns that say by a colon whose words they are; the first line also by a dash at its end."""
    text = saying.text
    start = 0
    for line in text.split("\n"):
        stop = start + len(line)
        if len(line) <= _LONGEST_LINE and line[:1].isalnum() and not saying.in_turn(start):
            found = _behind_colon(saying, start, stop) or (_before_dash(saying, start, stop) if start == 0 else None)
            if found:
                yield found
        start = stop + 1


def _behind_colon(saying: Saying, start: int, stop: int) -> Found | None:
    head = min(stop, start + _LONGEST_HEAD)
    colon = _COLON.search(saying.text, start, head) if ":" in saying.text[start:head] else None
    if colon is None or not _is_speech(saying, colon.end(), stop):
        return None
    voice = _named_by(saying, start, colon.start())
    return Found(colon.end(), stop, direct=False, voice=voice) if voice else None


def _before_dash(saying: Saying, start: int, stop: int) -> Found | None:
    dash = None
    for dash in _DASH_AT_END.finditer(saying.text, start, stop):  # noqa: B007 - the last one counts
        pass
    if dash is None or not _is_speech(saying, start, dash.start()):
        return None
    voice = _named_by(saying, dash.end(), stop)
    whole = voice is not None and voice.end == stop
    return Found(start, dash.start(), direct=False, voice=voice) if whole else None


def _is_speech(saying: Saying, start: int, stop: int) -> bool:
    """Whether a stretch is long enough for words of somebody and has no speaker of its own."""
    return saying.text.count(" ", start, stop) + 1 >= _FEWEST_WORDS and (
        saying.verb_between(start, stop) is None or not saying.voices.between(start, stop)
    )


def _named_by(saying: Saying, start: int, stop: int) -> Voice | None:
    """Who a stretch names, where it does nothing else."""
    if saying.verb_between(start, stop):
        return None
    voices = saying.voices.between(start, stop)
    if not voices:
        return None
    first, last = voices[0], voices[-1]
    if saying.words.verb_last and not saying.voices.is_subject(last):
        return None  # «Депутат Абылгазиевге: …»
    if first.start == start and _ABOUT_WHAT.fullmatch(saying.text, first.end, stop):
        return first
    return last if last.end == stop and _BEFORE_NAME.fullmatch(saying.text, start, last.start) else None
