"""Finds reported speech: «X заявил, что …», «по словам X, …», "…, said X", and in the Turkic languages a verb at the end."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from c5watch.article import Span
from pipelines.speech.office_words import NEWSROOMS
from pipelines.speech.saying import Found, Saying
from pipelines.speech.voices import Voice

_THAT = re.compile(r"(?:[^.!?…\n:«»“”\"]{0,90}?[,\s])?(?:что,?|ки|that)\s")
_THAT_EN = re.compile(
    r"(?:(?:\s(?:on|in|at)\s[^.,\n]{1,40}?|(?<=told)\s[\w' ]{2,40}?)?\sthat\s|"
    r"(?:\son\s[A-Z]\w+(?: \d+)?)?\s(?:the|it|he|she|they|we|there|this|his|her|both|[A-Z]\w+)\s)"
)
# «…, отметив, что …», "…, adding that …": more words of the same speaker.
_ADDING = re.compile(
    r",\s(?:(?:also )?(?:adding|noting|stressing|saying|stating|emphasi[sz]ing|warning|arguing|explaining) that\s|"
    r"(?:также )?(?:добавив|отметив|подчеркнув|пояснив|уточнив|заявив|напомнив|указав|сообщив|сказав|предупредив|выразив)"
    r"[^,.\n:«»]{0,60},?\sчто\s)"
)
_ADDS = frozenset({"ru", "en"})
_AS = ("Тавре", "Чунон", "Чи тавре")
_COLON = re.compile(r"\s?:\s(?![«“„\"–—\n])")
_BY = re.compile(r"\b(?:by|from)\s")
_SO_BEFORE = re.compile(r"(?<!\w)(?P<word>[^\W\d_]+) (?:деп |deb |деб |diýip )?$")
_SO_NEAR = 22
_CLAUSE = re.compile(r",\s(?![«“„\"])")
_HIM = re.compile(r"(?: (?:him|her|them)\b)?,\s")
# What goes on behind "said" and is no clause of what was said ("said on Monday", "said in a statement").
_NO_CLAUSE = re.compile(
    r"\s(?:in|on|at|during|to|about|of|no|yes|so|it all|nothing|when|while|after|before|as|by|with|for|late|early|earlier|today|"
    r"yesterday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|a|an)\s"
)
# «Мы готовы. Начнём завтра, – сказал он.» without quotation marks: a dash before the verb, nobody else's words before it.
_DASH_BEFORE = re.compile(r"[,!?…]\s?[–—-]\s?$")
# Verbs after which "that" may be left out.
_SAID_EN = frozenset({"said", "says", "believes", "added", "adds", "argued", "insisted", "warned", "claimed", "thinks"})
_NEXT_CLAUSE = re.compile(r", (?:while|whereas|but|and|а|но|тогда как|в то время как)\s|; ")
_SHORTEST, _SHORTEST_BEFORE_VERB = 12, 30
_LONGEST = 2_500
_LONGEST_TOLD = 600
_FEWEST_WORDS = 5
_TAIL, _APPOSITION = 100, 250
# «АСТАНА, 1 октября. /ТАСС/. », «БИШКЕК, 16-фев. — Sputnik. », "ASTANA — ", "DUSHANBE, 22.10.2025. /AMIT/. ".
_DATELINE = re.compile(
    r"[^\W\d_a-zа-яёәғқңөұүһіўҳҷӣӯ][^\W\d_]{2,}(?:-[^\W\d_]+)?(?:, [^\n–—/]{3,22})?\.?"
    r"(?: /[^/\n]{2,24}/\.?| [–—-] (?:Sputnik|РИА Новости|ПРАЙМ)\.) |"
    r"[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]{4,}(?:-[A-ZА-ЯЁ]+)?(?: \([A-Z]+\))?\s[–—-]{1,2} "
)
_NEWSROOM = re.compile(NEWSROOMS)
_NEWSROOM_NEAR = 14
_BARE = 3  # «Айтымында, …» begins the sentence
_LONGEST_TAIL = 250
_BESIDE, _SOURCE_NEAR, _SO_LENGTH = 40, 60, 10
_LONGEST_SOURCE, _LONGEST_OFFICE = 90, 120
_OPENS_SPEECH = '«“„"–—-'


def find_reported(saying: Saying, direct: list[Found]) -> list[Found]:
    """Reported speech where no direct quote stands, by the sentence."""
    places = [*saying.verb_starts, *(start for start, _ in saying.according)]
    direct = [quote for quote in direct if not quote.fragment]
    skipped: list[Span] = []
    told = list(_told_before(saying, direct, skipped))
    found: list[Found] = []
    done = -1
    for place in sorted(places):
        if place < done or any(span.start <= place < span.end for span in skipped):
            continue
        span = _sentence_around(saying, place)
        quote = _according(saying, span) or _by_verb(saying, Span(start=max(done, span.start), end=span.end))
        adding = _ADDING.search(saying.text, max(span.start, done), span.end) if saying.language in _ADDS else None
        if quote and any(quote.start < other.end and other.start < quote.end for other in (*direct, *told)):
            quote = None
        if adding and (quote is None or quote.start < adding.start() < quote.end):
            # «X said …, adding that …», «X поблагодарил гостя, отметив, что …»
            voice = quote.voice if quote else _who_adds(saying, span.start, adding.start())
            if quote and (first := _quote(saying, quote.start, adding.start(), voice)):
                found.append(first)
            quote = _quote(saying, adding.end(), span.end, voice)
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
        found.append(quote)
    return [*told, *found]


def _who_adds(saying: Saying, start: int, stop: int) -> Voice | None:
    """Who speaks in a sentence before «…, отметив, что»: beside its verb of saying, else who it begins with."""
    if verb := saying.verb_between(start, stop):
        return saying.speaker_near(verb, start, stop)
    named = (voice for voice in saying.voices.between(start, stop) if not saying.voices.is_oblique(voice))
    return next(named, None) or saying.voices.pronoun(start, stop)


def _told_before(saying: Saying, direct: list[Found], skipped: list[Span]) -> Iterator[Found]:
    """«Дорогу откроют весной. Об этом заявил …»: what stands before in the paragraph, or the paragraph before.

    The sentences that tell of it are added to ``skipped``: they report nothing else.
    """
    text = saying.text
    last = 0
    for place in sorted(_about_places(saying)):
        span = _sentence_around(saying, place)
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
            voice = saying.voice_in(by.end(), span.end)
        else:
            continue
        skipped.append(span)
        if voice is None or voice.kind in {"pronoun", "phrase", "document"}:
            continue
        stop = span.start
        while stop and text[stop - 1].isspace():
            stop -= 1
        start = max(text.rfind("\n", 0, stop) + 1, last, max((one.end for one in direct if one.end <= stop), default=0))
        if stop - start > _LONGEST_TOLD:
            start = max(start, saying.sentence_start(start, stop - 1))
        if stop - start < _SHORTEST or any(one.start < stop and start < one.end for one in direct):
            continue
        told = _quote(saying, start, stop, voice)
        if told is not None:
            last = span.end
            yield told


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
    for start in saying.sentence_starts:
        place = start + len(text[start : start + 4]) - len(text[start : start + 4].lstrip(" –—-"))
        if saying.words.about.match(text, place):
            yield place
    if saying.words.verb_last:
        for start in saying.verb_starts:
            so = _SO_BEFORE.search(text, max(0, start - _SO_NEAR), start)
            place = so.start("word") if so else start
            if text[place : place + 1].islower() and saying.words.about.match(text, place):
                yield place


def _sentence_around(saying: Saying, place: int) -> Span:
    text = saying.text
    line_start = text.rfind("\n", 0, place) + 1
    line_end = text.find("\n", place)
    start = saying.sentence_start(max(line_start, place - _LONGEST), place)
    return Span(start=start, end=saying.sentence_end(place, len(text) if line_end < 0 else line_end))


def _according(saying: Saying, span: Span) -> Found | None:
    words = saying.words
    number = bisect_left(saying.according, (span.start, 0))
    if number == len(saying.according) or saying.according[number][0] >= span.end:
        return None
    first, last = saying.according[number]
    comma = saying.text.find(",", last, span.end)
    if words.verb_last:
        if comma < 0 or comma - last > 5:
            comma = last
        rest = Span(start=comma + 1, end=span.end)
        if (inner := saying.verb_between(rest.start, rest.end, last=True)) and saying.subject(rest.start, inner):
            return _before_last_verb(saying, rest, inner)
        voice = saying.voice_in(span.start, first) or (saying.dropped((first, last)) if first - span.start < _BARE else None)
        return _quote(saying, comma + 1, span.end, voice)
    if saying.language == "en" and (him := _HIM.match(saying.text, last, span.end)):
        return _quote(saying, him.end(), span.end, Voice(him.start(), him.end(), "pronoun", him.span()))
    if first - span.start >= 25:
        if saying.text[first - 2] not in ",–—-(":
            return None
        comma = saying.text.rfind(",", span.start, first)
        return _quote(saying, span.start, comma, saying.voice_in(last, span.end))
    if comma < 0:
        return None
    voice = saying.voices.pronoun(first, last) or saying.voice_in(last, comma)
    return _quote(saying, comma + 1, span.end, voice)


def _by_verb(saying: Saying, span: Span) -> Found | None:
    span = _without_source(saying, span)
    if (
        saying.language == "tg"
        and saying.text.startswith(_AS, span.start)
        and (told := saying.verb_between(span.start, span.end))
    ):
        # «Тавре хабарнигор иттилоъ дод, президент афзуд, …»
        inner = saying.verb_between(told[1], span.end)
        span = Span(start=told[1] + 2, end=span.end) if inner and saying.text[told[1]] == "," else span
    verb = saying.verb_between(span.start, span.end)
    if verb is None:
        return None
    if saying.words.verb_last:
        return _before_last_verb(saying, span, verb)
    if found := _behind_verb(saying, span, verb):
        return found
    if _DASH_BEFORE.search(saying.text, max(span.start, verb[0] - 5), verb[0]):
        stop = saying.sentence_end(verb[1], span.end)
        found = _unmarked(saying, span, verb[0] - 2, verb, saying.speaker_near(verb, verb[0] - 1, stop))
        if found:
            return found
    return _before_verb(saying, span, verb)


def _behind_verb(saying: Saying, span: Span, verb: tuple[int, int]) -> Found | None:
    """«X заявил, что …», "X said reserves grew": what follows the verb."""
    text, language = saying.text, saying.language
    that = (_THAT_EN if language == "en" else _THAT).match(text, verb[1], span.end)
    if language == "tg" and that and text.startswith(", ", verb[1]) and not text.startswith(", ки", verb[1]):
        that = None  # «вазир гуфт, имрӯз наметавон гуфт, ки …»
    if that is None and (colon := _COLON.match(text, verb[1], span.end)):
        # «X афзуд: роҳ имсол тайёр мешавад»
        # Who stands right before the verb; an occupation at the beginning may only lead to the name.
        voice = (
            saying.beside(span.start, verb) or saying.subject(span.start, verb) or saying.speaker_near(verb, span.start, verb[1])
        )
        return _quote(saying, colon.end(), span.end, voice)
    if language == "tg" and (that or (that := _CLAUSE.match(text, verb[1], span.end))):
        voice = saying.beside(span.start, verb) or saying.subject(span.start, verb)
        if voice:
            return _quote(saying, that.end(), span.end, voice)
    # Behind a quote or a comma the verb belongs to what stands before it, unless it says that itself.
    before = text[max(0, verb[0] - 3) : verb[0]].rstrip()[-1:]
    own = that is not None and that.group().strip(" ,") in {"что", "that", "ки"}  # «X, глава МИД, сообщил, что …»
    if that and before and (before in '»”"' or (before == "," and not own)):
        that = None
    if language == "en" and (not that or " that " not in that.group()):
        if text[verb[0] : verb[1]] not in _SAID_EN:
            return None
        if not that:
            return _clause(saying, span, verb)
    if not that:
        return None
    begin = verb[1] + 1 if language == "en" and not that.group().rstrip().endswith("that") else that.end()
    return _quote(saying, begin, span.end, saying.speaker_near(verb, span.start, begin))


def _clause(saying: Saying, span: Span, verb: tuple[int, int]) -> Found | None:
    """A clause right behind the verb whose subject stands right before it ("The ministry said reserves grew by a tenth.")."""
    if _NO_CLAUSE.match(saying.text, verb[1], span.end):
        return None
    voice = saying.speaker_near(verb, span.start, verb[0])
    clause = saying.text[verb[1] : span.end]
    beside = voice is not None and verb[0] - voice.end <= 2
    whole = clause[:1] == " " and clause.count(" ") >= _FEWEST_WORDS and '"' not in clause[:3]
    return _quote(saying, verb[1], span.end, voice) if beside and whole else None


def _before_verb(saying: Saying, span: Span, verb: tuple[int, int]) -> Found | None:
    """«Дорогу откроют весной, сообщил X»: what stands before a comma, perhaps before a speaker with his own clause."""
    text = saying.text
    voice = saying.speaker_near(verb, span.start, span.end)
    if voice and voice.kind == "person" and voice.end < verb[0] and text[voice.end] == "," and verb[0] - voice.end < _APPOSITION:
        # «…, министр Азиз Ахмедов, который сейчас в Астане, сообщил в среду»
        comma = text.rfind(",", span.start, voice.start)
        near = voice.start - comma < _LONGEST_SOURCE
    else:
        comma = text.rfind(",", span.start, verb[0])
        # «…, political analyst and expert Asan Asanov said»
        beside = voice is not None and voice.kind == "person" and 0 <= verb[0] - voice.end <= 2
        reach = _LONGEST_OFFICE if beside else _SOURCE_NEAR
        near = comma > 0 and span.end - verb[1] < _LONGEST_TAIL and verb[0] - comma < reach
        voice = saying.speaker_near(verb, comma, span.end) if near else None
        if voice and span.end - verb[1] > _LONGEST_SOURCE:
            near = verb[1] < voice.start < verb[1] + _SOURCE_NEAR  # «…, заявил министр … на встрече глав …»
    return _quote(saying, span.start, comma, voice) if near and comma - span.start > _SHORTEST_BEFORE_VERB else None


def _unmarked(saying: Saying, span: Span, end: int, verb: tuple[int, int], voice: Voice | None) -> Found | None:
    """«Жолды көктемде ашамыз. Бұл оңай емес, – деп жазды X»: a paragraph of somebody's words without quotation marks."""
    text = saying.text
    line = text.rfind("\n", 0, span.start) + 1
    if saying.words.verb_last and text[line] in "–—-":
        line += 2
    if text[line] in _OPENS_SPEECH or saying.verb_between(line, span.end) not in {verb, None}:
        return None
    quote = _quote(saying, line, end, voice)
    return replace(quote, direct=True) if quote else None


def _without_source(saying: Saying, span: Span) -> Span:
    """A sentence without the newsroom that reports it: «…, сообщает ТАСС», «…, деп хабарлайды Altyn Aqparat тілшісі»."""
    verb = saying.verb_between(span.start, span.end, last=True)
    if verb is None or span.end - verb[1] > _LONGEST_SOURCE or not saying.words.relay.match(saying.text, verb[0]):
        return span
    if not saying.words.verb_last and _THAT.match(saying.text, verb[1], span.end):
        return span
    stretch = saying.text[span.start : verb[0]]
    if saying.words.verb_last:
        so = [match.start() for match in saying.words.so.finditer(stretch)]
        cut = so[-1] if so else -1
    else:
        cut = stretch.rfind(",")
    if cut < _SHORTEST_BEFORE_VERB or len(stretch) - cut > _LONGEST_SOURCE:
        return span
    inner = saying.verb_between(span.start, span.start + cut, last=True)
    if inner and span.start + cut - inner[1] <= (2 if saying.words.verb_last else _LONGEST_SOURCE):
        return Span(start=span.start, end=span.start + cut)
    sources = saying.voices.between(span.start + cut, span.end)
    return span if sources else Span(start=span.start, end=span.start + cut)


def _before_last_verb(saying: Saying, span: Span, first: tuple[int, int]) -> Found | None:
    """The speaker begins the sentence or stands beside the verb; what he says lies between."""
    text = saying.text
    verb = saying.verb_between(span.start, span.end, last=True) or first
    if span.end - verb[1] > _TAIL:
        # «…, деди … ва … лойиҳаси директори Павел Безруков.»
        named = saying.voices.between(verb[1], span.end)
        whole = named and named[-1].kind == "person" and span.end - named[-1].end <= 2 and span.end - verb[1] < _LONGEST_TAIL
        if not whole or saying.text[verb[0] - 2 : verb[0]] != ", ":
            return None
        return _quote(saying, span.start, verb[0], named[-1])
    beside = saying.beside(span.start, verb)
    if (inner := _so_within(saying, span, verb)) is not None:
        return inner
    so = saying.words.so.search(text, max(span.start, verb[0] - _SO_LENGTH), verb[0])
    if so is None and beside:  # «– diýip, ministr Merdan Orazow belledi»
        so = saying.words.so.search(text, max(span.start, beside.start - _BESIDE), beside.start)
    if (so and text[so.start()] in "–—") or _DASH_BEFORE.search(text, max(span.start, verb[0] - 5), verb[0]):
        end = so.start() if so else verb[0] - 2
        return _unmarked(saying, span, end, verb, beside or saying.speaker_near(verb, verb[0], span.end))
    if saying.words.relay.match(text, verb[0]) or (span.end - verb[1] > 2 and text[verb[1]] != ","):
        voice = next(iter(saying.voices.between(verb[1], span.end)), None)
    else:
        voice = None
    voice = voice or beside or saying.subject(span.start, verb)
    if voice is None:
        nearest = saying.speaker_near(verb, max(span.start, verb[0] - _BESIDE), span.end)
        voice = nearest if nearest and saying.voices.is_subject(nearest) else None
    if voice is None or voice.kind == "phrase":
        return None
    begin = voice.end if voice.start - span.start < 60 and verb[0] - voice.end > _SHORTEST_BEFORE_VERB else span.start
    if voice.start - span.start >= 60 and verb[0] - voice.end > _SHORTEST_BEFORE_VERB and text[voice.start - 2] == ",":
        begin = voice.end  # «… ҳақида гапирганда, Захарова …»
    elif voice.start > verb[1] or voice.start - span.start >= 60:
        begin = span.start
    end = voice.start if verb[0] - voice.end <= 2 and begin == span.start and voice.end <= verb[0] else verb[0]
    end = so.start() if so and end == verb[0] else end
    if so is None and saying.words.topic and saying.words.topic.search(saying.text[begin:end].rstrip()):
        return None
    return _quote(saying, begin, end, voice)


_SO_REACH = 400  # characters before the verb


def _so_within(saying: Saying, span: Span, verb: tuple[int, int]) -> Found | None:
    """«… bellenendir diýip, ministr Merdan Orazow düýn aýtdy»: who stands between the word for so and the verb speaks."""
    so = None
    for so in saying.words.so.finditer(saying.text, max(span.start, verb[0] - _SO_REACH), verb[0]):  # noqa: B007 - the last one counts
        pass
    if so is None or verb[0] - so.end() <= _SO_LENGTH:
        return None
    speakers = [voice for voice in saying.voices.between(so.end(), verb[0]) if saying.voices.is_subject(voice)]
    return _quote(saying, span.start, so.start(), speakers[0]) if speakers and saying.text[so.start()] not in "–—" else None


def _quote(saying: Saying, start: int, end: int, voice: Voice | None) -> Found | None:
    stretch = saying.text[start:end]
    if (
        voice
        and voice.kind in {"body", "phrase"}
        and _NEWSROOM.search(saying.text[max(0, voice.start - _NEWSROOM_NEAR) : voice.end].lower())
    ):
        return None
    begin = start + len(stretch) - len(stretch.lstrip(" ,–—-\n"))
    if (begin == 0 or saying.text[begin - 1] == "\n") and (dateline := _DATELINE.match(saying.text, begin, end)):
        begin = dateline.end()
    end = start + len(stretch.rstrip(" ,–—-\n"))
    return Found(begin, end, direct=False, voice=voice) if end - begin >= _SHORTEST and voice is not None else None
