"""Finds reported speech where the verb ends the sentence, as in the Turkic languages: «X … екенін айтты», «… деп билдирди X»."""

from __future__ import annotations

import re
from collections.abc import Iterator

from c5watch.article import Span
from pipelines.speech.clauses import CLAUSE_ENDS, EVENTS, MEANWHILE
from pipelines.speech.office_words import DEPUTIES
from pipelines.speech.saying import Found, Saying
from pipelines.speech.stretches import DASH_BEFORE, SHORTEST, make_quote, unmarked
from pipelines.speech.voice_lines import Voice

_TAIL, _LONGEST_TAIL = 100, 250
_BESIDE, _SO_LENGTH = 40, 10
_SHORTEST_BEFORE_VERB = 30
_SO_REACH = 400  # characters before the verb
_BEGINNING, _SUBJECT_REACH = 60, 200
# Verbs that need no noun made of what is said: «… деді», «… diýdi», «… деп санайды».
_TAKES_ANYTHING = re.compile("де|de|diý")
_AS_FOLLOWS = ("былай", "мынадай", "мындай", "ушундай", "shunday", "quyidagicha", "шундай", "қуйидагича", "şeýle")
_CONVERB = ("п", "p", "b", "б")
# «… ашылғаны туралы»: such a noun stands before it.
_ABOUT = re.compile(
    r"туралы|жайлы|жөнінде|жайында|тууралуу|жөнүндө|haqida|to['’‘ʻʼ]g['’‘ʻʼ]risida|ҳақида|тўғрисида|barada|hakynda|hakda"
)
_ASIDE = re.compile(rf"{DEPUTIES[1]}|\s(?:болса|болсо|эса|esa|bolsa|мырза|ханым|жаноблари|жаноби|janoblari|jenap),?(?=\s)")
_MARKED = re.compile('[«“„"]')
_MARKS = str.maketrans("", "", '«»“”„"')  # «“… aks etishi”ni»
_LAST_WORDS = 4  # «экенин дагы бир жолу ырастады»


def before_last_verb(saying: Saying, span: Span, first: tuple[int, int]) -> list[Found]:
    """The speaker begins the sentence or stands beside the verb; what he says lies between, perhaps in parts."""
    text = saying.text
    verb = saying.verb_between(span.start, span.end, last=True) or first
    if span.end - verb[1] > _TAIL:
        # «…, деди … ва … лойиҳаси директори Павел Безруков.»
        named = saying.voices.between(verb[1], span.end)
        whole = named and named[-1].kind == "person" and span.end - named[-1].end <= 2 and span.end - verb[1] < _LONGEST_TAIL
        if not whole or saying.text[verb[0] - 2 : verb[0]] != ", ":
            return []
        return _listed(make_quote(saying, span.start, verb[0], named[-1]))
    beside = saying.beside(span.start, verb)
    if (inner := _so_within(saying, span, verb)) is not None:
        return [inner]
    so = saying.words.so.search(text, max(span.start, verb[0] - _SO_LENGTH), verb[0])
    if so is None and beside:  # «– diýip, ministr Merdan Orazow belledi»
        so = saying.words.so.search(text, max(span.start, beside.start - _BESIDE), beside.start)
    if (so and text[so.start()] in "–—") or DASH_BEFORE.search(text, max(span.start, verb[0] - 5), verb[0]):
        end = so.start() if so else verb[0] - 2
        return _listed(unmarked(saying, span, end, verb, beside or saying.speaker_near(verb, verb[0], span.end)))
    voice, begins = _speaker(saying, span, verb, beside)
    if voice is None or voice.kind == "phrase":
        return []
    begin = _begin(saying, span, verb, voice, begins=begins)
    end = voice.start if verb[0] - voice.end <= 2 and begin == span.start and voice.end <= verb[0] else verb[0]
    end = so.start() if so and end == verb[0] else end
    if so is None and text[begin:end].rstrip().lower().endswith(_AS_FOLLOWS):
        return []
    parts = [(begin, end)] if so or _TAKES_ANYTHING.match(text, verb[0]) else _clauses(saying, begin, end)
    quotes = (make_quote(saying, start, stop, voice) for start, stop in parts)
    return [quote for quote in quotes if quote]


def _speaker(saying: Saying, span: Span, verb: tuple[int, int], beside: Voice | None) -> tuple[Voice | None, bool]:
    """Who says it, and whether the sentence begins with him."""
    behind = saying.words.relay.match(saying.text, verb[0]) or (span.end - verb[1] > 2 and saying.text[verb[1]] != ",")
    voice = next(iter(saying.voices.between(verb[1], span.end)), None) if behind else None
    if voice or beside:
        return voice or beside, False
    if subject := saying.subject(span.start, verb, _SUBJECT_REACH):
        return subject, True
    nearest = saying.speaker_near(verb, max(span.start, verb[0] - _BESIDE), span.end)
    return (nearest if nearest and saying.voices.is_subject(nearest) else None), False


def _begin(saying: Saying, span: Span, verb: tuple[int, int], voice: Voice, *, begins: bool) -> int:
    """Where what is said begins: behind the speaker, unless he stands beside the verb."""
    text = saying.text
    if voice.start >= verb[1]:
        return span.start
    fewest = SHORTEST if begins or text[voice.end] == "," else _SHORTEST_BEFORE_VERB
    # «… ҳақида гапирганда, Захарова …», «… garaýyş beýan eden Lawrow, …»
    apart = begins or voice.start - span.start < _BEGINNING or "," in {text[voice.start - 2], text[voice.end]}
    if verb[0] - voice.end <= fewest or not apart:
        return span.start
    # «министр орун басары …», «Серік Ахметов болса, …»
    aside = _ASIDE.match(text, voice.end, verb[0])
    return aside.end() if aside else voice.end


def _listed(quote: Found | None) -> list[Found]:
    return [quote] if quote else []


def _clauses(saying: Saying, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts of a stretch that are nouns made of clauses, without when and where it was said.

    «X кездесуде А барын айтып, Б болатынын жеткізді» says two things.
    """
    text, language = saying.text, saying.language
    for verb in [*(one for one in saying.verbs if begin < one[0] < end and text[one[0] : one[1]].endswith(_CONVERB)), (end, end)]:
        start = begin
        if saying.words.topic and saying.words.topic.search(text[begin : verb[0]].rstrip()):
            begin = verb[1]
            continue
        for aside in MEANWHILE[language].finditer(text, start, verb[0]):
            start = aside.end()
        if event := EVENTS[language].match(text, start, verb[0]):
            start = event.end()
        last_words = text[start : verb[0]].translate(_MARKS).split()[-_LAST_WORDS:]
        about = bool(last_words) and _ABOUT.fullmatch(last_words[-1]) is not None
        if about or any(CLAUSE_ENDS[language].match(word) for word in last_words):
            yield start, verb[0]
        begin = verb[1]


def _so_within(saying: Saying, span: Span, verb: tuple[int, int]) -> Found | None:
    """«… bellenendir diýip, ministr Merdan Orazow düýn aýtdy»: who stands between the word for so and the verb speaks."""
    so = None
    for so in saying.words.so.finditer(saying.text, max(span.start, verb[0] - _SO_REACH), verb[0]):  # noqa: B007 - the last one counts
        pass
    if so is None or verb[0] - so.end() <= _SO_LENGTH or _MARKED.search(saying.text, so.end(), verb[0]):
        return None
    speakers = [voice for voice in saying.voices.between(so.end(), verb[0]) if saying.voices.is_subject(voice)]
    return make_quote(saying, span.start, so.start(), speakers[0]) if speakers and saying.text[so.start()] not in "–—" else None
