"""Finds reported speech: «X заявил, что …», «по словам X, …», "…, said X", and in the Turkic languages a verb at the end."""

from __future__ import annotations

import re

from c5watch.article import Span
from pipelines.saying import Found, Saying
from pipelines.voices import Voice

_THAT = re.compile(r"(?:[^.!?…\n:«»“”\"]{0,90}?[,\s])?(?:что|ки|that)\s")
_THAT_EN = re.compile(
    r"(?:\s(?:on|in|at)\s[^.,\n]{1,40}?|(?<=told)\s[\w' ]{2,40}?(?=\sthat\s))?"
    r"(?:\s(?:that|the|it|he|she|they|we|there|this|his|her|both|[A-Z]\w+)\s)"
)
# Verbs after which "that" may be left out.
_SAID_EN = frozenset(
    {"said", "says", "believes", "added", "adds", "argued", "insisted", "warned", "claimed", "noted", "thinks", "confirmed"}
)
_NEXT_CLAUSE = re.compile(r", (?:while|whereas|but|and|а|но|тогда как|в то время как)\s|; ")
_SHORTEST, _SHORTEST_BEFORE_VERB = 12, 30
_LONGEST = 2_500


def find_reported(saying: Saying, direct: list[Found]) -> list[Found]:
    """Reported speech where no direct quote stands, by the sentence."""
    places = list(saying.verb_starts)
    according = saying.words.according
    if according is not None:
        places += [match.start() for match in according.finditer(saying.text) if not saying.in_turn(match.start())]
    found: list[Found] = []
    done = -1
    for place in sorted(places):
        if place < done:
            continue
        span = _sentence_around(saying, place)
        quote = _according(saying, span) or _by_verb(saying, Span(start=max(done, span.start), end=span.end))
        if quote is None:
            done = place + 1
            continue
        done = span.end
        if next_clause := _NEXT_CLAUSE.search(saying.text, quote.start, quote.end):
            # «X believes …, while Y warned that …»: another verb of saying behind the conjunction has its own speaker.
            verb = saying.verb_between(next_clause.end(), quote.end)
            if verb is not None and _THAT.match(saying.text, verb[1], quote.end):
                quote = Found(quote.start, next_clause.start(), direct=False, voice=quote.voice)
                done = next_clause.end()
        if not any(quote.start < other.end and other.start < quote.end for other in direct):
            found.append(quote)
    return found


def _sentence_around(saying: Saying, place: int) -> Span:
    text = saying.text
    line_start = text.rfind("\n", 0, place) + 1
    line_end = text.find("\n", place)
    start = saying.sentence_start(max(line_start, place - _LONGEST), place)
    return Span(start=start, end=saying.sentence_end(place, len(text) if line_end < 0 else line_end))


def _according(saying: Saying, span: Span) -> Found | None:
    words = saying.words
    if words.according is None or not (match := words.according.search(saying.text, span.start, span.end)):
        return None
    comma = saying.text.find(",", match.end(), span.end)
    if words.speaker_first:
        if comma < 0 or comma - match.end() > 5:
            comma = match.end()
        return _quote(saying, comma + 1, span.end, saying.voice_in(span.start, match.start()))
    if match.start() - span.start >= 25:
        comma = saying.text.rfind(",", span.start, match.start())
        return _quote(saying, span.start, comma, saying.voice_in(match.end(), span.end))
    if comma < 0:
        return None
    voice = saying.voices.pronoun(match.start(), match.end()) or saying.voice_in(match.end(), comma)
    return _quote(saying, comma + 1, span.end, voice)


def _by_verb(saying: Saying, span: Span) -> Found | None:
    verb = saying.verb_between(span.start, span.end)
    if verb is None:
        return None
    if saying.words.verb_last:
        return _before_last_verb(saying, span, verb)
    text = saying.text
    english = saying.language == "en"
    that = (_THAT_EN if english else _THAT).match(text, verb[1], span.end)
    # Behind a quote or a comma the verb belongs to what stands before it, unless it says that itself.
    before = text[max(0, verb[0] - 3) : verb[0]].rstrip()[-1:]
    if that and (before in '»”"' or (before == "," and " that " not in that.group())) and before:
        that = None
    if that and english and " that " not in that.group() and text[verb[0] : verb[1]] not in _SAID_EN:
        that = None
    if that:
        begin = verb[1] + 1 if english and not that.group().rstrip().endswith("that") else that.end()
        return _quote(saying, begin, span.end, saying.speaker_near(verb, span.start, begin))
    comma = text.rfind(",", span.start, verb[0])
    if comma > 0 and span.end - verb[1] < 90 and verb[0] - comma < 60 and comma - span.start > _SHORTEST_BEFORE_VERB:
        return _quote(saying, span.start, comma, saying.speaker_near(verb, comma, span.end))
    return None


def _before_last_verb(saying: Saying, span: Span, first: tuple[int, int]) -> Found | None:
    """The speaker begins the sentence or stands before the verb; what he says lies between."""
    verb = saying.verb_between(span.start, span.end, last=True) or first
    if span.end - verb[1] > 60:
        return None
    voice = saying.speaker_near(verb, span.start, span.end)
    if voice is None:
        return None
    begin = voice.end if voice.start - span.start < 60 and verb[0] - voice.end > _SHORTEST_BEFORE_VERB else span.start
    return _quote(saying, begin, verb[0], voice)


def _quote(saying: Saying, start: int, end: int, voice: Voice | None) -> Found | None:
    stretch = saying.text[start:end]
    begin = start + len(stretch) - len(stretch.lstrip(" ,–—-\n"))
    end = start + len(stretch.rstrip(" ,–—-\n"))
    return Found(begin, end, direct=False, voice=voice) if end - begin >= _SHORTEST and voice is not None else None
