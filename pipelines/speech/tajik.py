"""Finds reported speech in Tajik: «X … гуфт, ки …»; its subject begins the sentence and only a comma may part what is said."""

from __future__ import annotations

import re

from c5watch.article import Span
from pipelines.speech.saying import Found, Saying
from pipelines.speech.stretches import make_quote

THAT = re.compile(r"(?:[^.!?…\n:«»“”\"]{0,90}?[,\s])?(?:что,?|ки|that)\s")
_CLAUSE = re.compile(r"[,;]\s(?![«“„\"])")
_RIGHT_BEHIND = re.compile(" (?=[А-ЯЁҒҚҲҶӢӮ])")
_AS = ("Тавре", "Чунон", "Чи тавре")


def inner_sentence(saying: Saying, span: Span, verb: tuple[int, int]) -> tuple[Span, tuple[int, int]]:
    """The sentence and the verb that say it, where the first verb only goes with it.

    «… низ зикр намуда, афзуд, ки …», «Тавре хабарнигор иттилоъ дод, президент афзуд, …», «Гуфта мешавад, президент афзуд, …»
    """
    text = saying.text
    while text.startswith(", ", verb[1]) and not text.startswith(", ки", verb[1]):
        following = saying.verb_between(verb[1], span.end)
        # «…, ки ба Душанбе омадааст, гуфт, ки …»: or the verbs stand side by side.
        if following is None or (text[verb[1] - 1] != "а" and following[0] != verb[1] + 2):
            break
        verb = following
    if text.startswith(_AS, span.start) or verb[0] - span.start <= 1:
        inner = saying.verb_between(verb[1], span.end)
        if inner and text[verb[1]] == "," and saying.subject(verb[1] + 2, inner):
            return Span(start=verb[1] + 2, end=span.end), inner
    return span, verb


def behind_tajik_verb(saying: Saying, span: Span, verb: tuple[int, int]) -> Found | None:
    """What follows the verb and who says it."""
    text = saying.text
    that = THAT.match(text, verb[1], span.end)
    if that and text.startswith(", ", verb[1]) and not text.startswith(", ки", verb[1]):
        that = None  # «вазир гуфт, имрӯз наметавон гуфт, ки …»
    if not that and (after := _RIGHT_BEHIND.match(text, verb[1], span.end)):
        # «Аммо гуфт Азиз Каримов, роҳ …»
        named = saying.voices.between(after.end(), span.end)
        if named and named[0].start == after.end() and (clause := _CLAUSE.match(text, named[0].end, span.end)):
            return make_quote(saying, clause.end(), span.end, named[0])
    own = that is not None and that.group().strip(" ,") == "ки"
    that = that or _CLAUSE.match(text, verb[1], span.end)
    if that is None or saying.verb_between(that.end(), that.end() + 1):
        return None  # «… зикр кард, менависанд расонаҳо»
    voice = saying.beside(span.start, verb) or saying.subject(span.start, verb)
    if voice is None:
        # Behind a quote or a comma the verb belongs to what stands before it, unless it says that itself.
        before = text[max(0, verb[0] - 3) : verb[0]].rstrip()[-1:]
        if before and (before in '»”"' or (before == "," and not own)):
            return None
        voice = saying.speaker_near(verb, span.start, that.end())
    return make_quote(saying, that.end(), span.end, voice)
