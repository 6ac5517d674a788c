"""Finds what is quoted outside interview turns, word for word or reported, and who said it.

Quotation marks alone are no quote: names («Центральная Азия – США») and doubtful words («поворотный момент») stand in them
too. A quote is tied to a verb of saying, a colon or a whole paragraph. He and she mean the speaker named last.
"""

from __future__ import annotations

import dataclasses
import re
from bisect import bisect_left
from collections.abc import Iterator

from c5watch.article import Article, Quote
from c5watch.knowledge import Knowledge
from pipelines.speech.announced import find_announced
from pipelines.speech.reported import find_reported
from pipelines.speech.saying import Found, Saying
from pipelines.speech.stretches import Taken
from pipelines.speech.voice_holders import Holders
from pipelines.speech.voice_lines import Voice

_OPENING = re.compile(r"[«“„\"]")
_CLOSING = {"«": "»", "“": "”", "„": "“”", '"': '"'}
# "Typed halves of two kinds.”
_OTHER_CLOSING = {"“": re.compile('"'), "„": re.compile('"'), '"': re.compile("”|(?<=[.!?\\w])[»«](?=[,.]?\\s?[–—-])")}
_MARKS = {opening: re.compile(f"[{opening}{closing}]") for opening, closing in _CLOSING.items()}
_DASH_LINE = re.compile(r"[–—―-]\s+(?=\S)")
_LINK_AFTER = re.compile(
    r"\s{0,2}[,.!?…]?\s{0,2}[–—-](?:\s|(?=[^\W\d_]{3}))|\s{0,2},\s|\s(?:деп|дейді|деді|деди|дейт|deb|dedi|деб|diýip|diýdi|дея|deya)(?!\w)"
)
_LINK_BEFORE = re.compile(r"(?::|,|\s(?:что|that|ки|как))\s*[–—-]?\s*$")
# «“…?” деген сұраққа жауап берді»: the words of who asked.
_ASKED = re.compile(r"\s(?:деген|degan|деган|diýen) (?:сұра|сауал|суроо|савол|savol|sorag)")
_DASH_AFTER = re.compile(r"\s[–—-]\s")
_SIGNATURE = re.compile(r"[.,]?\s*\n\s*[–—-]\s")
_PARTS = re.compile(r"([,.!?…])\s[–—-]\s")
_LONGEST, _FEWEST_WITHOUT_LINK = 2_500, 4
_NEAR = 160
_GOES_ON = 250
_VERY_NEAR = 30
_LONGEST_CLAUSE = 90  # «сказал вчера на встрече с послами, что “…”»
_WHOLE = 5  # words
_LONGEST_LINK = 16
_MARGIN = 2  # characters beside a paragraph in marks


def find_quotes(article: Article, knowledge: Knowledge) -> Article:
    """The article with its quotes, in the order of the text; they never overlap."""
    saying = Saying(article, knowledge)
    holders = Holders(saying.voices, knowledge)
    direct = _Direct(saying, in_interview=article.interview is not None).find()
    reported = find_reported(saying, direct)
    told, spoken = Taken(reported), Taken(direct)
    whole = [one for one in direct if not (one.fragment and told.holds(one.start))]
    announced = [one for one in find_announced(saying) if not spoken.meets(one.start, one.end)]
    found = sorted([*whole, *reported, *announced], key=lambda one: (one.start, -one.end))
    quotes: list[Quote] = []
    # What the lead of an interview says for the one who answers is the editors' own summary.
    summarised = {one.name for one in article.interview.interviewees} if article.interview else set()
    last: str | None = None
    for one in found:
        if quotes and one.start < quotes[-1].end:
            continue
        last_end = quotes[-1].end if quotes else 0
        speaker = holders.resolve(one.voice, one.start, last, last_end)
        if one.direct and one.voice is None and one.start - last_end < _GOES_ON:
            speaker = last  # a paragraph in marks below what is reported
        last = speaker or last
        if speaker in summarised and not one.direct:
            continue
        actor = holders.actor(speaker)
        quotes.append(Quote(start=one.start, end=one.end, speaker=speaker, actor=actor, direct=one.direct))
    return dataclasses.replace(article, quotes=tuple(quotes))


class _Direct:
    def __init__(self, saying: Saying, *, in_interview: bool) -> None:
        self.saying = saying
        self.text = saying.text
        self.in_interview = in_interview

    def find(self) -> list[Found]:
        """What stands in quotation marks or behind a dash and is tied to a speaker."""
        found: list[Found] = []
        for start, end in self.quoted():
            if self.saying.in_turn(start):
                continue
            line_start = self.text.rfind("\n", 0, start) + 1
            line_end = self.text.find("\n", end)
            line_end = len(self.text) if line_end < 0 else line_end
            if quote := self.judge(start, end, line_start, line_end, found[-1] if found else None):
                found.append(quote)
        return sorted([*found, *self.dashed(found)], key=lambda quote: quote.start)

    def quoted(self) -> Iterator[tuple[int, int]]:
        """Outermost quoted stretches within a line."""
        place = 0
        unclosed: dict[str, int] = {}  # how far a kind of mark is known to have no end
        while match := _OPENING.search(self.text, place):
            opening = match.group()
            place = match.end()
            if place <= unclosed.get(opening, 0):
                continue
            line_end = self.text.find("\n", place)
            stop = min(len(self.text) if line_end < 0 else line_end, place + _LONGEST)
            end, balanced = self.closing(opening, place, stop)
            if end is None and opening in _OTHER_CLOSING and (other := _OTHER_CLOSING[opening].search(self.text, place, stop)):
                end, balanced = other.end(), True
            if not balanced and self.opens_paragraphs(match.start()):
                later = self.paragraphs(opening, stop)
                # A name in marks closes itself only, where a later paragraph closes the whole.
                end = later if end is None or later > stop else end
            if end is None:
                unclosed[opening] = stop
            else:
                yield match.start(), end
                place = end

    def closing(self, opening: str, start: int, stop: int) -> tuple[int | None, bool]:
        """Where a line closes what is opened, and whether as often as it opens marks."""
        closing = _CLOSING[opening]
        depth, last = 1, None
        for match in _MARKS[opening].finditer(self.text, start, stop):
            # A straight mark before a word opens: "… "Росатом", …".
            inner = (
                opening == '"' and self.text[match.start() - 1].isspace() and self.text[match.end() : match.end() + 1].isalnum()
            )
            if match.group() in closing and not inner:
                depth, last = depth - 1, match.end()
                if depth == 0:
                    return last, True
            else:
                depth += 1
        return last, False  # «… «…» closes both in most newsrooms

    def opens_paragraphs(self, start: int) -> bool:
        """Whether words of several paragraphs may begin here: at a line's beginning or behind a colon."""
        before = self.text[max(0, start - 3) : start].rstrip(" ")
        return before[-1:] in {"", "\n", ":"} or self.text[start - 1] in ".!?"

    def paragraphs(self, opening: str, line_end: int) -> int:
        """Where words end that go on in the next paragraphs; each may open them anew, or none closes them."""
        mark = _MARKS[opening].search(self.text, line_end, line_end + _LONGEST)
        again = mark is not None and self.text[mark.start() - 1] == "\n" and mark.group() == opening
        return line_end if mark is None or again or mark.group() not in _CLOSING[opening] else mark.end()

    def judge(self, start: int, end: int, line_start: int, line_end: int, before: Found | None) -> Found | None:
        """The quote within marks, if anything ties it to a speaker."""
        saying = self.saying
        inside = self.text[start + 1 : end - 1]
        words = inside.count(" ") + 1
        after_stop = min(line_end, end + _NEAR)
        if _ASKED.match(self.text, end, after_stop):
            return None
        tied_after = _LINK_AFTER.match(self.text, end, after_stop)
        if not tied_after and inside[-1:] in ",.!?…" and self.text[end : end + 1] == " ":
            tied_after = _LINK_AFTER.match(", ")
        if words >= 5 and (voice := self.inside(start, end)):
            return Found(start, end, direct=True, voice=voice)
        sentence_stop = saying.sentence_end(end, after_stop)
        verb = saying.verb_between(end, sentence_stop)
        if words >= 2 and verb and verb[0] - end < 90 and not _OPENING.search(self.text, end, verb[0]):
            if tied_after:
                voice = saying.speaker_near(verb, end, sentence_stop)
                if saying.words.verb_last and (voice is None or voice.kind == "phrase"):
                    # «Президент …: “…”, – деди.»
                    voice = saying.voice_in(saying.sentence_start(max(line_start, start - _NEAR), start), start) or voice
                voice = voice or saying.dropped(verb)
                return Found(start, end, direct=True, voice=voice, fragment=self.is_fragment(start, line_start))
            # «“…” deyiladi Tashqi ishlar vazirligi bayonotida»: no mark but the verb itself.
            if saying.words.verb_last and verb[0] - end <= 2 and words >= _FEWEST_WITHOUT_LINK:
                voice = saying.speaker_near(verb, end, sentence_stop) or self.subject_before(start, line_start, verb)
                return Found(start, end, direct=True, voice=voice or saying.dropped(verb))
        if words >= 2 and (other := self.any_verb(end, after_stop)):
            return Found(start, end, direct=True, voice=other)
        if line_start == 0 and words >= 5 and (dash := _DASH_AFTER.match(self.text, end)):
            # The headline «“Мост откроют весной” – президент встретился с …»
            voice = next(iter(saying.voices.between(dash.end(), line_end)), None)
            if voice and voice.start == dash.end():
                return Found(start, end, direct=True, voice=voice)
        quote = self.signed(start, end, line_start) or self.tied_before(start, end, line_start, words)
        return quote or self.goes_on(start, end, line_start, line_end, before)

    def subject_before(self, start: int, line_start: int, verb: tuple[int, int]) -> Voice | None:
        """Who begins the sentence in which words are quoted, or stands right before them («… ol wezirlere “…” aýtdy»)."""
        sentence_start = self.saying.sentence_start(line_start, start)
        near = max(sentence_start, start - _VERY_NEAR)
        return self.saying.subject(sentence_start, verb) or self.saying.subject(near, verb)

    def signed(self, start: int, end: int, line_start: int) -> Found | None:
        """The quote below which a name stands alone behind a dash."""
        if start - line_start > _MARGIN or (dash := _SIGNATURE.match(self.text, end)) is None:
            return None
        line_end = self.text.find("\n", dash.end())
        line_end = len(self.text) if line_end < 0 else line_end
        named = self.saying.voices.between(dash.end(), line_end)
        whole = named and named[-1].kind == "person" and line_end - named[-1].end <= _MARGIN
        return Found(start, end, direct=True, voice=named[-1]) if whole else None

    def tied_before(self, start: int, end: int, line_start: int, words: int) -> Found | None:
        """The quote if what stands before it says who speaks."""
        saying = self.saying
        if start - line_start <= 2 and self.text[max(0, line_start - 3) : line_start].rstrip()[-1:] == ":":
            line_start = self.text.rfind("\n", 0, line_start - 1) + 1  # the paragraph before announces it
        head_start = max(line_start, start - _NEAR)
        # A Tajik subject begins its sentence, however far from the verb.
        sentence_start = saying.sentence_start(line_start if saying.language == "tg" else head_start, start)
        verb = saying.verb_between(sentence_start, start, last=True)
        subject = saying.subject(sentence_start, verb) if verb and saying.language == "tg" else None
        if words >= 3 and verb and start - verb[1] <= 2:
            # Half a sentence («отметил “растущую обеспокоенность”», 'said "India and …'), unless it is a whole one.
            voice = subject or saying.speaker_near(verb, sentence_start, start)
            fragment = not self.text[start + 1].isupper()
            return Found(start, end, direct=True, voice=voice, fragment=fragment) if voice or words >= _WHOLE else None
        if link := _LINK_BEFORE.search(self.text, max(head_start, start - _LONGEST_LINK), start):
            if verb and words >= 3:
                voice = subject or saying.speaker_near(verb, sentence_start, start)
                far = start - verb[1] > _LONGEST_CLAUSE and self.text[start + 1].islower()
                return Found(start, end, direct=True, voice=voice, fragment=far)
            if link.group()[0] == ":" and words >= 5 and (voice := saying.voice_in(sentence_start, start)):
                return Found(start, end, direct=True, voice=voice)
        return None

    def is_fragment(self, start: int, line_start: int) -> bool:
        """Whether the words stand within a sentence that is no quotation."""
        before = self.text[max(line_start, start - 2) : start].strip()
        return bool(before) and before[-1] not in ":,–—-.!?…" and self.text[start + 1 : start + 2].islower()

    def any_verb(self, end: int, stop: int) -> Voice | None:
        """Who is named behind a verb that says nothing by itself, right behind the quote."""
        pattern = self.saying.words.any_verb
        if pattern is None or not (match := pattern.match(self.text, end, stop)):
            return None
        voice = self.saying.speaker_near(match.span("verb"), match.end(), self.saying.sentence_end(end, stop))
        if voice and voice.kind == "pronoun":
            return voice if voice.start - match.end() <= 1 else None  # «…», – парировал он
        return voice if voice and voice.start - match.end() < _VERY_NEAR else None

    def inside(self, start: int, end: int) -> Voice | None:
        """The speaker of «Мы готовы, – сказал он. – Начнём завтра»: named between the dashes."""
        if (dash := _PARTS.search(self.text, start, end)) is None:
            return None
        verb = self.saying.verb_between(dash.end(), min(end, dash.end() + _VERY_NEAR))
        if verb is None or verb[0] != dash.end():
            return None
        return self.saying.speaker_near(verb, dash.end(), self.saying.sentence_end(verb[1], end))

    def goes_on(self, start: int, end: int, line_start: int, line_end: int, before: Found | None) -> Found | None:
        """Words without an attribution: a whole paragraph, or what follows the quote before."""
        inside = self.text[start + 1 : end - 1]
        whole = start - line_start <= _MARGIN and line_end - end <= _MARGIN
        sentence = inside[-1:] in ".!?…"
        near = before is not None and 0 <= start - before.end < _GOES_ON and inside[:1].isupper()
        words = inside.count(" ") + 1
        if (near and sentence and words >= 3) or (words >= 6 and (whole or (near and sentence))):
            voice = before.voice if before and start - before.end < 400 else self.only_one(line_start) if whole else None
            return Found(start, end, direct=True, voice=voice)
        return None

    def only_one(self, line_start: int) -> Voice | None:
        """The person of the paragraph before, if it names no other («Мирзиёев высказался о границе.»)."""
        stop = len(self.text[:line_start].rstrip())
        begin = self.text.rfind("\n", 0, stop) + 1
        people = [voice for voice in self.saying.voices.between(begin, stop) if voice.kind == "person"]
        return people[-1] if len({self.saying.voices.name(voice) for voice in people}) == 1 else None

    def dashed(self, taken: list[Found]) -> Iterator[Found]:
        """«– Мы готовы, – сказал он. – Начнём завтра.» outside interviews: each stretch that is speech."""
        if self.in_interview:
            return
        saying, place = self.saying, 0
        quoted = [quote.start for quote in taken]
        for line in self.text.split("\n"):
            begin, place = place, place + len(line) + 1
            dash = _DASH_LINE.match(line)
            if dash is None or bisect_left(quoted, begin) < bisect_left(quoted, place):
                continue
            parts = _PARTS.split(line[dash.end() :])
            # parts: speech, mark, attribution, mark, speech, ...
            if len(parts) < 3:
                continue
            offset = begin + dash.end()
            spoken_end = offset + len(parts[0]) + 1
            verb = saying.verb_between(spoken_end, min(begin + len(line), spoken_end + _NEAR))
            if verb is None or verb[0] - spoken_end > 60 or not parts[0].strip():
                continue
            voice = saying.speaker_near(verb, spoken_end, saying.sentence_end(spoken_end, begin + len(line)))
            yield Found(offset, spoken_end - 1, direct=True, voice=voice)
            second = spoken_end + 3 + len(parts[2]) + 1 + 3
            if len(parts) >= 5 and second < begin + len(line):
                yield Found(second, begin + len(line), direct=True, voice=voice)
