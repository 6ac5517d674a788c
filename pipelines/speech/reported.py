"""Finds reported speech: «X заявил, что …», «по словам X, …», "…, said X", and in the Turkic languages a verb at the end."""

from __future__ import annotations

import re
from bisect import bisect_left

from c5watch.article import Span
from pipelines.speech.occupations import is_occupation
from pipelines.speech.saying import Found, Saying
from pipelines.speech.stretches import DASH_BEFORE, Taken, make_quote, unmarked
from pipelines.speech.tajik import THAT, behind_tajik_verb, inner_sentence
from pipelines.speech.told_before import find_told_before
from pipelines.speech.verb_last import before_last_verb
from pipelines.speech.voice_lines import Voice

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
_COLON = re.compile(r"\s?:\s(?![«“„\"–—\n])")
_HIM = re.compile(r"(?: (?:him|her|them)\b)?,\s")
# What goes on behind "said" and is no clause of what was said ("said on Monday", "said in a statement").
_NO_CLAUSE = re.compile(
    r"\s(?:in|on|at|during|to|about|of|no|yes|so|it all|nothing|when|while|after|before|as|by|with|for|late|early|earlier|today|"
    r"yesterday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|a|an)\s"
)
# Verbs after which "that" may be left out.
_SAID_EN = frozenset({"said", "says", "believes", "added", "adds", "argued", "insisted", "warned", "claimed", "thinks"})
_NEXT_CLAUSE = re.compile(r", (?:while|whereas|but|and|а|но|тогда как|в то время как)\s|; ")
_SHORTEST_BEFORE_VERB = 30
_FEWEST_WORDS = 5
_APPOSITION = 250
_COMMA_NEAR, _INNER_REACH = 5, 120
# «Қонунга кўра» cites nobody: a name stands before.
_BY_NAME = re.compile("кўра|ko['’‘ʻʼ]ra|görä")
# «Толибларнинг баёнотида айтилишича»
_OWNER = re.compile(r"(?P<who>[^\W\d_][\w’'‘ʻʼ-]+(?: [\w’'‘ʻʼ-]+)?)(?:нинг|ning)\s")
_DATIVE = {"person": 0, "body": 2}  # a body ends before its case
_BARE = 3  # «Айтымында, …» begins the sentence
_BEHIND = 25
_OFFICE = re.compile(r"\s(?P<word>[а-яё-]+)")
_SOURCE = re.compile(r"(?:информации|сообщению|сведениям)$")
# «Что касается моста, то, по словам …»: what follows is said.
_GOES_ON = re.compile(r", (?:то|а|но|и|что|однако|при этом|также|как|but|and|that|ки|аммо|вале),? $")
_LONGEST_TAIL = 250
_SOURCE_NEAR = 60
_LONGEST_SOURCE, _LONGEST_OFFICE = 90, 120


def find_reported(saying: Saying, direct: list[Found]) -> list[Found]:
    """Reported speech where no direct quote stands, by the sentence."""
    places = [*saying.verb_starts, *(start for start, _ in saying.according)]
    direct = [quote for quote in direct if not quote.fragment]
    told, telling = find_told_before(saying, Taken(direct))
    taken, skipped = Taken([*direct, *told]), Taken(telling)
    found: list[Found] = []
    done = -1
    for place in sorted(places):
        if place < done or skipped.holds(place):
            continue
        span = saying.sentence_around(place)
        parts = [part for part in _said_in(saying, span, done) if not taken.meets(part.start, part.end)]
        if saying.language in _ADDS and (adding := _ADDING.search(saying.text, max(span.start, done), span.end)):
            parts = _with_addition(saying, span, adding.span(), parts)
        if not parts:
            done = place + 1
            continue
        done = span.end
        quote = parts.pop()
        if next_clause := _NEXT_CLAUSE.search(saying.text, quote.start, quote.end):
            # «X believes …, while Y warned that …»: another verb of saying behind the conjunction has its own speaker.
            verb = saying.verb_between(next_clause.end(), quote.end)
            if verb is not None and THAT.match(saying.text, verb[1], quote.end):
                quote = Found(quote.start, next_clause.start(), direct=False, voice=quote.voice)
                done = next_clause.end()
        found += [*parts, quote]
    return [*told, *found]


def _with_addition(saying: Saying, span: Span, adding: tuple[int, int], parts: list[Found]) -> list[Found]:
    """What is said with what is added: «X said …, adding that …», «X поблагодарил гостя, отметив, что …»."""
    if parts and not parts[0].start < adding[0] < parts[0].end:
        return parts
    voice = parts[0].voice if parts else _who_adds(saying, span.start, adding[0])
    first = make_quote(saying, parts[0].start, adding[0], voice) if parts else None
    second = make_quote(saying, adding[1], span.end, voice)
    return [part for part in (first, second) if part]


def _who_adds(saying: Saying, start: int, stop: int) -> Voice | None:
    """Who speaks in a sentence before «…, отметив, что»: beside its verb of saying, else who it begins with."""
    if verb := saying.verb_between(start, stop):
        return saying.speaker_near(verb, start, stop)
    named = (voice for voice in saying.voices.between(start, stop) if not saying.voices.is_oblique(voice))
    return next(named, None) or saying.voices.pronoun(start, stop)


def _said_in(saying: Saying, span: Span, done: int) -> list[Found]:
    """What a sentence reports, from where the last words of somebody ended."""
    rest = Span(start=max(done, span.start), end=span.end)
    according = _according_in(saying, span)
    if saying.words.verb_last:
        if according and (parts := _by_according(saying, span, according)):
            return parts
        rest = _without_source(saying, rest)
        verb = saying.verb_between(rest.start, rest.end)
        return before_last_verb(saying, rest, verb) if verb else []
    quote = _according(saying, span, according) if according else None
    quote = quote or _by_verb(saying, rest)
    return [quote] if quote else []


def _according_in(saying: Saying, span: Span) -> tuple[int, int] | None:
    number = bisect_left(saying.according, (span.start, 0))
    found = number < len(saying.according) and saying.according[number][0] < span.end
    return saying.according[number] if found else None


def _by_according(saying: Saying, span: Span, according: tuple[int, int]) -> list[Found]:
    """«Вазирнинг айтишича, …», «Саидовга кўра, …»: the speaker stands before, what is said behind."""
    first, last = according
    comma = saying.text.find(",", last, span.end)
    if comma < 0 or comma - last > _COMMA_NEAR:
        comma = last
    rest = Span(start=comma + 1, end=span.end)
    if (inner := saying.verb_between(rest.start, rest.end, last=True)) and saying.subject(rest.start, inner, _INNER_REACH):
        return before_last_verb(saying, rest, inner)
    voice = saying.voice_in(span.start, first) or (saying.dropped(according) if first - span.start < _BARE else None)
    if voice is None and (owner := _OWNER.match(saying.text, span.start, first)):
        voice = Voice(owner.start("who"), owner.end("who"), "phrase", owner.span("who"))
    if _BY_NAME.fullmatch(saying.text, first, last) and not (
        voice and voice.kind in {"person", "body"} and first - 1 - voice.end <= _DATIVE.get(voice.kind, 0)
    ):
        return []
    quote = make_quote(saying, comma + 1, span.end, voice)
    return [quote] if quote else []


def _according(saying: Saying, span: Span, according: tuple[int, int]) -> Found | None:
    """«По словам X, …», "…, according to X": the speaker stands behind."""
    first, last = according
    comma = saying.text.find(",", last, span.end)
    if saying.language == "en" and (him := _HIM.match(saying.text, last, span.end)):
        return make_quote(saying, him.end(), span.end, Voice(him.start(), him.end(), "pronoun", him.span()))
    if first - span.start >= _BEHIND and _GOES_ON.search(saying.text, span.start, first) is None:
        if saying.text[first - 2] not in ",–—-(":
            return None
        comma = saying.text.rfind(",", span.start, first)
        return make_quote(saying, span.start, comma, saying.voice_in(last, span.end))
    named = saying.voices.between(last, span.end) if saying.language == "tg" else []
    if named and named[0].start == last + 1 and (comma < 0 or comma - named[0].end > _BEHIND):
        return make_quote(saying, named[0].end, span.end, named[0])  # «Ба гуфтаи вазир роҳ сохта мешавад»
    if comma < 0:
        return None
    voice = saying.voices.pronoun(first, last) or saying.voice_in(last, comma)
    if _SOURCE.search(saying.text, first, last) and (
        voice is None or voice.kind != "body" or saying.verb_between(comma, span.end)
    ):
        return None  # «По информации Reuters, X заявил, что …»
    if (voice is None or voice.kind == "phrase") and saying.words.document.search(saying.text, first, last):
        voice = Voice(first, last, "document", according)  # «Как говорится в заявлении, …»
    return make_quote(saying, comma + 1, span.end, voice)


def _by_verb(saying: Saying, span: Span) -> Found | None:
    span = _without_source(saying, span)
    verb = saying.verb_between(span.start, span.end)
    if verb is None:
        return None
    if saying.language == "tg":
        span, verb = inner_sentence(saying, span, verb)
    if found := _behind_verb(saying, span, verb):
        return found
    if DASH_BEFORE.search(saying.text, max(span.start, verb[0] - 5), verb[0]):
        stop = saying.sentence_end(verb[1], span.end)
        found = unmarked(saying, span, verb[0] - 2, verb, saying.speaker_near(verb, verb[0] - 1, stop))
        if found:
            return found
    return _before_verb(saying, span, verb)


def _behind_verb(saying: Saying, span: Span, verb: tuple[int, int]) -> Found | None:
    """«X заявил, что …», "X said reserves grew": what follows the verb."""
    text, language = saying.text, saying.language
    if colon := _COLON.match(text, verb[1], span.end):
        # «X афзуд: роҳ имсол тайёр мешавад»
        # Who stands right before the verb; an occupation at the beginning may only lead to the name.
        voice = saying.beside(span.start, verb) or saying.subject(span.start, verb)
        return make_quote(saying, colon.end(), span.end, voice or saying.speaker_near(verb, span.start, verb[1]))
    if language == "tg":
        return behind_tajik_verb(saying, span, verb)
    that = (_THAT_EN if language == "en" else THAT).match(text, verb[1], span.end)
    # Behind a quote or a comma the verb belongs to what stands before it, unless it says that itself.
    before = text[max(0, verb[0] - 3) : verb[0]].rstrip()[-1:]
    own = that is not None and that.group().strip(" ,") in {"что", "that"}  # «X, глава МИД, сообщил, что …»
    if that and before and (before in '»”"' or (before == "," and not own)):
        that = None
    if language == "en" and (not that or " that " not in that.group()):
        if text[verb[0] : verb[1]] not in _SAID_EN:
            return None
        if not that:
            return _clause(saying, span, verb)
    if not that:
        return None
    if language == "ru" and verb[0] - span.start <= _BARE and not saying.words.document.match(text, verb[0]):
        return make_quote(saying, that.end(), span.end, Voice(verb[0], verb[1], "pronoun", verb))  # «И заверил, что …»
    begin = verb[1] + 1 if language == "en" and not that.group().rstrip().endswith("that") else that.end()
    return make_quote(saying, begin, span.end, saying.speaker_near(verb, span.start, begin))


def _clause(saying: Saying, span: Span, verb: tuple[int, int]) -> Found | None:
    """A clause right behind the verb whose subject stands right before it ("The ministry said reserves grew by a tenth.")."""
    if _NO_CLAUSE.match(saying.text, verb[1], span.end):
        return None
    voice = saying.speaker_near(verb, span.start, verb[0])
    clause = saying.text[verb[1] : span.end]
    beside = voice is not None and verb[0] - voice.end <= 2
    whole = clause[:1] == " " and clause.count(" ") >= _FEWEST_WORDS and '"' not in clause[:3]
    return make_quote(saying, verb[1], span.end, voice) if beside and whole else None


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
            # «…, заявил министр … на встрече глав …»
            office = _OFFICE.match(text, verb[1])
            reach = _LONGEST_OFFICE if office and is_occupation(office["word"]) else _SOURCE_NEAR
            near = verb[1] < voice.start < verb[1] + reach
    return make_quote(saying, span.start, comma, voice) if near and comma - span.start > _SHORTEST_BEFORE_VERB else None


def _without_source(saying: Saying, span: Span) -> Span:
    """A sentence without the newsroom that reports it: «…, сообщает ТАСС», «…, деп хабарлайды Altyn Aqparat тілшісі»."""
    verb = saying.verb_between(span.start, span.end, last=True)
    if verb is None or span.end - verb[1] > _LONGEST_SOURCE or not saying.words.relay.match(saying.text, verb[0]):
        return span
    if not saying.words.verb_last and THAT.match(saying.text, verb[1], span.end):
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
