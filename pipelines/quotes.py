"""Finds what is quoted outside interview turns, word for word or reported, and who said it.

Quotation marks alone are no quote: names («Центральная Азия – США») and doubtful words («поворотный момент») stand in them
too. A quote is tied to a verb of saying, a colon or a whole paragraph. He and she mean the speaker named last.
"""

from __future__ import annotations

import dataclasses
import re
from bisect import bisect_right
from collections.abc import Iterator
from weakref import WeakKeyDictionary

from c5watch.article import Article, Quote, Span
from c5watch.knowledge import Knowledge
from c5watch.text import name_key
from pipelines.attribution import Attribution, attribution_of
from pipelines.nominative import nominative_name
from pipelines.occupations import find_occupation, is_occupation
from pipelines.talk import talk_language

_OPENING = re.compile(r"[«“„\"]")
_CLOSING = {"«": "»", "“": "”", "„": "“”", '"': '"'}
_MARKS = {opening: re.compile(f"[{opening}{closing}]") for opening, closing in _CLOSING.items()}
_UPPER = "A-ZА-ЯЁӘҒҚҢӨҰҮҺІЎҲҶӢӮŞÇÖÜÝŇŽÄÁÉÍÓÚ"
_PERSON = re.compile(
    rf"(?<![\w«“„\"-])[{_UPPER}](?:[\w’'‘ʻʼ-]*\w|\.)(?:[ \u00a0](?:(?:де|фон|ван|der|de|van|"
    rf"von)[ \u00a0])*[{_UPPER}](?:[\w’'‘ʻʼ-]*\w|\.)){{0,4}}"
)
_DASH_LINE = re.compile(r"[–—―-]\s+(?=\S)")
_LINK_AFTER = re.compile(
    r"\s{0,2}[,.!?…]?\s{0,2}[–—-]\s|\s{0,2},\s|\s(?:деп|дейді|деді|деди|дейт|deb|dedi|деб|diýip|diýdi|дея)(?!\w)"
)
_LINK_BEFORE = re.compile(r"(?::|,|\s(?:что|that|ки|как))\s*[–—-]?\s*$")
_SENTENCE_BREAK = re.compile(r"[.!?…]\s")
_THAT = re.compile(r"(?:[^.!?…\n:«»“”\"]{0,90}?[,\s])?(?:что|ки|that)\s")
_THAT_EN = re.compile(
    r"(?:\s(?:on|in|at)\s[^.,\n]{1,40}?)?(?:\s(?:that|the|it|he|she|they|we|there|this|his|her|both|[A-Z]\w+)\s)"
)
# «сказал агентству Altyn Aqparat эксперт …»: who is told is not who speaks.
_SAID_EN = frozenset({"said", "says", "believes", "added", "adds", "argued", "insisted", "warned", "claimed", "noted"})
_LISTENER = re.compile(
    r"\s(?:агентству|изданию|газете|порталу|телеканалу|журналу|радио|сайту)\s(?:[«“\"]?[A-ZА-ЯЁ][\w.-]*[»”\"]?\s?){1,3}"
)
_LONGEST = 2_500
_NEAR = 160
_PEOPLE: WeakKeyDictionary[Knowledge, tuple[dict[str, str | None], frozenset[str], frozenset[str]]] = WeakKeyDictionary()


def find_quotes(article: Article, knowledge: Knowledge) -> Article:
    """The article with its quotes, in the order of the text; they never overlap."""
    reading = _Reading(article, knowledge)
    found = sorted(reading.direct(), key=lambda quote: quote.start)
    found += reading.reported(found)
    quotes: list[Quote] = []
    for quote in sorted(found, key=lambda one: (one.start, -one.end)):
        if not quotes or quote.start >= quotes[-1].end:
            quotes.append(quote)
    return dataclasses.replace(article, quotes=tuple(reading.with_last_speaker(quotes)))


def _people(knowledge: Knowledge) -> tuple[dict[str, str | None], frozenset[str], frozenset[str]]:
    """Persons by the key of a full name (None where two share it), keys of surnames, and of everything else with a name."""
    if knowledge not in _PEOPLE:
        persons: dict[str, str | None] = {}
        surnames: set[str] = set()
        things: set[str] = set()
        for actor in knowledge.actors.values():
            for names in actor.names.values():
                for name in names:
                    if actor.type != "person":
                        things.add(name_key(name))
                    elif " " in name:
                        key = name_key(name)
                        surnames.add(key.split()[-1])
                        persons[key] = actor.id if persons.get(key, actor.id) == actor.id else None
        _PEOPLE[knowledge] = persons, frozenset(surnames), frozenset(things)
    return _PEOPLE[knowledge]


class _Reading:
    def __init__(self, article: Article, knowledge: Knowledge) -> None:
        self.article = article
        self.text = article.text
        self.language = talk_language(article.language, article.script)
        self.words: Attribution = attribution_of(self.language)
        self.persons, self.surnames, self.things = _people(knowledge)
        self.turns = [(turn.start, turn.end) for turn in article.interview.turns] if article.interview else []
        self.turn_starts = [start for start, _ in self.turns]
        self.verbs = [match.span() for match in self.words.verb.finditer(self.text) if not self.in_turn(match.start())]
        self.verb_starts = [start for start, _ in self.verbs]

    def in_turn(self, place: int) -> bool:
        number = bisect_right(self.turn_starts, place) - 1
        return number >= 0 and place < self.turns[number][1]

    def verb_between(self, start: int, end: int, *, last: bool = False) -> tuple[int, int] | None:
        first = bisect_right(self.verb_starts, start - 1)
        after = bisect_right(self.verb_starts, end - 1)
        return None if first >= after else self.verbs[after - 1] if last else self.verbs[first]

    # Direct speech

    def direct(self) -> list[Quote]:
        """What stands in quotation marks or behind a dash and is tied to a speaker."""
        found: list[Quote] = []
        for start, end in self.quoted():
            if self.in_turn(start):
                continue
            line_start = self.text.rfind("\n", 0, start) + 1
            line_end = self.text.find("\n", end)
            line_end = len(self.text) if line_end < 0 else line_end
            if quote := self.judge(start, end, line_start, line_end, found[-1] if found else None):
                found.append(quote)
        found += self.dashed(found)
        return found

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
            end = self.closing(opening, place, stop)
            if end is None:
                unclosed[opening] = stop
            else:
                yield match.start(), end
                place = end

    def closing(self, opening: str, start: int, stop: int) -> int | None:
        closing = _CLOSING[opening]
        depth, last = 1, None
        for match in _MARKS[opening].finditer(self.text, start, stop):
            if match.group() in closing:
                depth, last = depth - 1, match.end()
                if depth == 0:
                    return last
            else:
                depth += 1
        return last  # «… «…» closes both in most newsrooms

    def judge(self, start: int, end: int, line_start: int, line_end: int, before: Quote | None) -> Quote | None:
        inside = self.text[start + 1 : end - 1]
        words = inside.count(" ") + 1
        after_stop = min(line_end, end + _NEAR)
        tied_after = _LINK_AFTER.match(self.text, end, after_stop)
        if not tied_after and inside[-1:] in ",.!?…" and self.text[end : end + 1] == " ":
            tied_after = _LINK_AFTER.match(", ")
        if tied_after and words >= 2:
            sentence_stop = self.sentence_end(end, after_stop)
            verb = self.verb_between(end, sentence_stop)
            if verb and verb[0] - end < 90 and not _OPENING.search(self.text, end, verb[0]):
                return Quote(start=start, end=end, speaker=self.speaker_near(verb, end, sentence_stop), direct=True)
        head_start = max(line_start, start - _NEAR)
        if link := _LINK_BEFORE.search(self.text, head_start, start):
            sentence_start = self.sentence_start(head_start, start)
            verb = self.verb_between(sentence_start, start, last=True)
            if verb and words >= 3:
                return Quote(start=start, end=end, speaker=self.speaker_near(verb, sentence_start, start), direct=True)
            if link.group()[0] == ":" and words >= 5 and (name := self.person_in(sentence_start, start)):
                return Quote(start=start, end=end, speaker=name, direct=True)
        whole = start - line_start <= 2 and line_end - end <= 2
        if (words >= 6 and inside[-1:] in ".!?…") or (words >= 6 and whole):
            goes_on = before is not None and 0 <= start - before.end < 250 and self.text[start + 1 : start + 2].isupper()
            if whole or goes_on:
                return Quote(
                    start=start, end=end, speaker=before.speaker if before and start - before.end < 400 else None, direct=True
                )
        return None

    def dashed(self, taken: list[Quote]) -> Iterator[Quote]:
        """«– Мы готовы, – сказал он. – Начнём завтра.» outside interviews: each stretch that is speech."""
        if self.article.interview is not None:
            return
        place = 0
        for line in self.text.split("\n"):
            begin, place = place, place + len(line) + 1
            dash = _DASH_LINE.match(line)
            if dash is None or any(begin <= quote.start < place for quote in taken):
                continue
            parts = re.split(r"([,.!?…])\s[–—-]\s", line[dash.end() :])
            # parts: speech, mark, attribution, mark, speech, ...
            if len(parts) < 3:
                continue
            offset = begin + dash.end()
            spoken_end = offset + len(parts[0]) + 1
            verb = self.verb_between(spoken_end, min(begin + len(line), spoken_end + _NEAR))
            if verb is None or verb[0] - spoken_end > 60 or not parts[0].strip():
                continue
            stop = self.sentence_end(spoken_end, begin + len(line))
            speaker = self.speaker_near(verb, spoken_end, stop)
            yield Quote(start=offset, end=spoken_end - 1, speaker=speaker, direct=True)
            second = spoken_end + 3 + len(parts[2]) + 1 + 3
            if len(parts) >= 5 and second < begin + len(line):
                yield Quote(start=second, end=begin + len(line), speaker=speaker, direct=True)

    # Reported speech

    def reported(self, direct: list[Quote]) -> list[Quote]:
        """«X заявил, что …», «по словам X, …», "…, said X" and their like, where no direct quote stands."""
        places = list(self.verb_starts)
        if self.words.according is not None:
            places += [match.start() for match in self.words.according.finditer(self.text) if not self.in_turn(match.start())]
        found: list[Quote] = []
        done = -1
        for place in sorted(places):
            if place < done:
                continue
            span = self.sentence_around(place)
            done = span.end
            if (quote := self.according(span) or self.reported_by_verb(span)) and not any(
                quote.start < other.end and other.start < quote.end for other in direct
            ):
                found.append(quote)
        return found

    def sentence_around(self, place: int) -> Span:
        line_start = self.text.rfind("\n", 0, place) + 1
        line_end = self.text.find("\n", place)
        start = self.sentence_start(max(line_start, place - _LONGEST), place)
        return Span(start=start, end=self.sentence_end(place, len(self.text) if line_end < 0 else line_end))

    def according(self, span: Span) -> Quote | None:
        if self.words.according is None or not (match := self.words.according.search(self.text, span.start, span.end)):
            return None
        comma = self.text.find(",", match.end(), span.end)
        if self.words.speaker_first:
            if comma < 0 or comma - match.end() > 5:
                comma = match.end()
            speaker = self.person_in(span.start, match.start())
            begin = comma + 1
        elif match.start() - span.start < 25:
            if comma < 0:
                return None
            speaker = "" if self.words.pronoun.search(match.group()) else self.person_in(match.end(), comma)
            begin = comma + 1
        else:
            return self.quote(span.start, self.text.rfind(",", span.start, match.start()), self.person_in(match.end(), span.end))
        return self.quote(begin, span.end, speaker)

    def reported_by_verb(self, span: Span) -> Quote | None:
        verb = self.verb_between(span.start, span.end)
        if verb is None:
            return None
        if self.words.verb_last:
            verb = self.verb_between(span.start, span.end, last=True) or verb
            if span.end - verb[1] > 60:
                return None
            speaker = self.speaker_near(verb, span.start, span.end)
            return self.quote(span.start, verb[0], speaker) if speaker else None
        that = (_THAT_EN if self.language == "en" else _THAT).match(self.text, verb[1], span.end)
        if that and self.text[max(0, verb[0] - 3) : verb[0]].rstrip()[-1:] in ',»”"':
            that = None
        if that and self.language == "en" and " that " not in that.group() and self.text[verb[0] : verb[1]] not in _SAID_EN:
            that = None
        if that:
            begin = that.end()
            if self.language == "en" and not that.group().rstrip().endswith("that"):
                begin = verb[1] + 1
            return self.quote(begin, span.end, self.speaker_near(verb, span.start, begin))
        comma = self.text.rfind(",", span.start, verb[0])
        if comma > 0 and span.end - verb[1] < 90 and verb[0] - comma < 60 and comma - span.start > 30:
            return self.quote(span.start, comma, self.speaker_near(verb, comma, span.end))
        return None

    def quote(self, start: int, end: int, speaker: str | None) -> Quote | None:
        stretch = self.text[start:end]
        begin = start + len(stretch) - len(stretch.lstrip(" ,–—-\n"))
        end = start + len(stretch.rstrip(" ,–—-\n"))
        return Quote(start=begin, end=end, speaker=speaker, direct=False) if end - begin >= 25 else None

    # Speakers

    def sentence_end(self, start: int, stop: int) -> int:
        for match in _SENTENCE_BREAK.finditer(self.text, start + 2, stop):
            # An initial or an abbreviation («млн.», «г.») ends no sentence.
            if not self.text[match.start() - 1].isupper() and not self.text[match.end() : match.end() + 1].islower():
                return match.start() + 1
        return stop

    def sentence_start(self, start: int, stop: int) -> int:
        last = start
        for match in _SENTENCE_BREAK.finditer(self.text, start, stop):
            if not self.text[match.start() - 1].isupper():
                last = match.end()
        return last

    def speaker_near(self, verb: tuple[int, int], start: int, stop: int) -> str | None:
        """The name nearest to the verb, on either side; "" for he or she, who is looked up later."""
        after = None
        if self.text[verb[0] : verb[1]] != "told":
            listeners = _LISTENER.match(self.text, verb[1])
            begin = listeners.end() if listeners else verb[1]
            after = next((name for name in self.names(begin, min(stop, begin + 120))), None)
        before = None
        for name in self.names(max(start, verb[0] - 200), verb[0]):
            before = name
        near = (max(start, verb[0] - 30), min(stop, verb[1] + 25))
        pronoun = self.words.pronoun.search(self.text, *near)
        candidates = [name for name in (before, after) if name]
        if not candidates:
            return "" if pronoun or find_occupation(self.text[near[0] : near[1]]) else None
        best = min(candidates, key=lambda name: min(abs(name[0] - verb[1]), abs(verb[0] - name[1])))
        if pronoun and min(abs(best[0] - verb[1]), abs(verb[0] - best[1])) > 40 and not is_occupation(pronoun.group()):
            return ""
        return best[2]

    def person_in(self, start: int, stop: int) -> str | None:
        names = [name for _, _, name in self.names(start, stop)]
        if full := [name for name in names if " " in name]:
            return full[-1]
        if names:
            return names[-1]
        return "" if self.words.pronoun.search(self.text, start, stop) or find_occupation(self.text[start:stop]) else None

    def names(self, start: int, stop: int) -> Iterator[tuple[int, int, str]]:
        for match in _PERSON.finditer(self.text, start, stop):
            words = match.group().split()
            while words and (
                name_key(words[0]) in self.things or is_occupation(words[0]) or (len(words[0]) < 3 and "." not in words[0])
            ):
                words = words[1:]
            if not words or name_key(" ".join(words)) in self.things or name_key(" ".join(words[:2])) in self.things:
                continue
            around = self.text[max(0, match.start() - 100) : match.end() + 60]
            if len(words) > 1:
                name = nominative_name(" ".join(words), self.article.language, around)
            elif full := self.full_name(words[0]):
                name = full
            elif name_key(words[0]) in self.surnames:
                name = nominative_name(words[0], self.article.language, around)
            else:
                continue
            yield match.end() - len(" ".join(words)), match.end(), name

    def full_name(self, word: str) -> str | None:
        """The first and last name under which the text introduced a bare surname."""
        stem = word[: max(4, len(word) - 3)]
        pattern = re.compile(rf"(?<![\w-])[{_UPPER}][\w’'‘ʻʼ-]+ {re.escape(stem)}[\w’'‘ʻʼ]{{0,4}}(?!\w)")
        for match in pattern.finditer(self.text):
            words = match.group().split()
            if name_key(match.group()) in self.things or name_key(words[0]) in self.things:
                continue
            if not is_occupation(words[0]) and name_key(words[1]) == name_key(word):
                return nominative_name(match.group(), self.article.language, self.text[max(0, match.start() - 100) : match.end()])
        return None

    def named_before(self, place: int) -> str | None:
        names = [name for _, _, name in self.names(max(0, place - 500), place) if name]
        return names[-1] if names else None

    def with_last_speaker(self, quotes: list[Quote]) -> Iterator[Quote]:
        """He and she resolved, and the ids of known speakers."""
        last: str | None = None
        for quote in quotes:
            speaker = quote.speaker
            if speaker == "":
                speaker = last or self.named_before(quote.start)
            if speaker:
                last = speaker
            yield dataclasses.replace(quote, speaker=speaker, actor=self.persons.get(name_key(speaker)) if speaker else None)
