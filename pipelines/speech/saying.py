"""A text seen by its verbs of saying: where they stand, how far their sentences go and who speaks beside them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property

from c5watch.article import Article, Span
from c5watch.knowledge import Knowledge
from pipelines.dialogue.talk import talk_language
from pipelines.speech.attribution import Attribution, attribution_of
from pipelines.speech.voice_lines import Voice
from pipelines.speech.voices import Voices
from pipelines.speech.word_places import lower_each, matches_at

# Pages lose a space between two sentences («… сказала Захарова.По ее словам …»).
_SENTENCE_BREAK = re.compile(
    r"[.!?…](?:\s|(?:(?<=[а-яёәғқңөұүһіўҳҷӣӯ]{3}[.!?])|(?<=\d[.!?]))(?=[«“А-ЯЁӘҒҚҢӨҰҮҺІЎҲҶ][«“а-яёәғқңөұүһіўҳҷӣӯА-Я ]))"
)
# A title or an abbreviation ends no sentence, nor does an initial («А. Ли», but «США. В …» does).
_ABBREVIATIONS = frozenset(
    "St Dr Mr Mrs Ms Gen Prof Sen Gov am pm им г гг корр тыс проф акад".split()  # noqa: SIM905 - a table reads better
)
_LONGEST_ABBREVIATION = 5
# «сказал агентству Altyn Aqparat эксперт …»: who is told is not who speaks.
_LISTENER = re.compile(
    r"\s(?:агентству|изданию|газете|порталу|телеканалу|журналу|радио|сайту)\s(?:[«“\"]?[A-ZА-ЯЁ][\w.-]*[»”\"]?\s?){1,3}"
)
_LAST_WORD = re.compile(r"[\s(«“„\"–—-]")
_FROM_WHOM = re.compile(r"(?:[дтн][аеоө]н|dan|n?d[ae]n) ")  # «администрациядан билдиришти»
_ONLY_WORDS = re.compile(r"(?:,? [^.,;:!?«»“”\"()\n]*)?,? ")
_LONGEST, _LONGEST_OFFICE = 2_500, 120
_APOSTROPHES = "'’‘ʻʼ"
_BEFORE, _AFTER = 200, 200
_PRONOUN_NEAR = 40
_BEGINNING, _OPENING, _BESIDE = 80, 15, 2
# «говорится в сообщении пресс-службы»: the owner of a document stands right behind it.
_OWNER_NEAR = 30


@dataclass(frozen=True, slots=True)
class Found:
    """A quote whose speaker is not looked up yet."""

    start: int
    end: int
    direct: bool
    voice: Voice | None
    fragment: bool = False  # some words of a sentence, which may be reported as a whole


class Saying:
    """The verbs of saying of an article, interview turns left out."""

    def __init__(self, article: Article, knowledge: Knowledge) -> None:
        self.text = article.text
        self.language = talk_language(article.language, article.script)
        self.words: Attribution = attribution_of(self.language)
        lowered = lower_each(self.text)
        self.places = self.words.places.read(lowered)
        self.voices = Voices(article, knowledge, self.words, lowered, self.places)
        self.turns = [(turn.start, turn.end) for turn in article.interview.turns] if article.interview else []
        self._turn_starts = [start for start, _ in self.turns]
        found = matches_at(self.words.verb, self.text, self.places["verb"], len(self.text))
        self.verbs = [match.span() for match in found if not self.in_turn(match.start())]
        self.verb_starts = [start for start, _ in self.verbs]

    def in_turn(self, place: int) -> bool:
        """Whether a place belongs to a turn of the interview."""
        number = bisect_right(self._turn_starts, place) - 1
        return number >= 0 and place < self.turns[number][1]

    def verb_between(self, start: int, end: int, *, last: bool = False) -> tuple[int, int] | None:
        """The first or the last verb that begins within a stretch."""
        first = bisect_left(self.verb_starts, start)
        after = bisect_left(self.verb_starts, end)
        return None if first >= after else self.verbs[after - 1] if last else self.verbs[first]

    @cached_property
    def _breaks(self) -> list[int]:
        """Behind the last mark of each sentence; an abbreviation («млн. тенге») ends none."""
        text = self.text
        breaks = []
        for match in _SENTENCE_BREAK.finditer(text):
            place = match.start()
            if text[match.end() : match.end() + 1].islower():
                continue
            # No abbreviation has as many letters.
            if text[place] == "." and not text[max(0, place - _LONGEST_ABBREVIATION) : place].isalpha():
                word = _LAST_WORD.split(text[max(0, place - _LONGEST_ABBREVIATION) : place])[-1].replace(".", "")
                if word in _ABBREVIATIONS or (len(word) == 1 and word.isupper()) or (text[place - 2] == "." and word.isupper()):
                    continue
            breaks.append(place + 1 if text[place + 1].isspace() else place)
        return breaks

    @cached_property
    def sentence_starts(self) -> set[int]:
        """Where paragraphs and sentences begin."""
        starts = {0, *(place + 1 for place in self._breaks)}
        place = self.text.find("\n")
        while place >= 0:
            starts.add(place + 1)
            place = self.text.find("\n", place + 1)
        return starts

    @cached_property
    def according(self) -> list[tuple[int, int]]:
        """Where it says «по словам», «айтуынша», interview turns left out."""
        words, text, places = self.words, self.text, self.places["according"]
        if words.according_ends is None:
            found = [match.span() for match in matches_at(words.according, text, places, len(text))]
        else:
            found = []
            for end in matches_at(words.according_ends, text, places, len(text)):
                longest = None
                start = end.start()
                for _ in range(2):  # some are two words
                    while start and (text[start - 1].isalpha() or text[start - 1] in _APOSTROPHES):
                        start -= 1
                    match = words.according.match(text, start)
                    longest = match.span() if match and match.end() == end.end() else longest
                    start = max(0, start - 1)
                if longest:
                    found.append(longest)
        return [span for span in found if not self.in_turn(span[0])]

    def sentence_end(self, start: int, stop: int) -> int:
        """Where the sentence ends that goes on at ``start``."""
        number = bisect_left(self._breaks, start + 3)
        return min(stop, self._breaks[number]) if number < len(self._breaks) else stop

    def sentence_start(self, start: int, stop: int) -> int:
        """Where the sentence begins that goes on at ``stop``."""
        number = bisect_left(self._breaks, stop) - 1
        return max(start, self._breaks[number] + 1) if number >= 0 else start

    def sentence_around(self, place: int) -> Span:
        """The sentence that a place belongs to; a line need not end."""
        low, high = max(0, place - _LONGEST), min(len(self.text), place + _LONGEST)
        line_start, line_end = self.text.rfind("\n", low, place), self.text.find("\n", place, high)
        start = self.sentence_start(low if line_start < 0 else line_start + 1, place)
        return Span(start=start, end=self.sentence_end(place, high if line_end < 0 else line_end))

    def speaker_near(self, verb: tuple[int, int], start: int, stop: int) -> Voice | None:
        """Who is named nearest to the verb, on either side; he and she only where nobody is."""
        after = None
        if self.text[verb[0] : verb[1]] != "told":
            listeners = _LISTENER.match(self.text, verb[1])
            begin = listeners.end() if listeners else verb[1]
            reach = min(stop, begin + _AFTER)
            relayed = self.words.relayed.search(self.text, begin, reach) if self.words.relayed else None
            after = next(iter(self.voices.between(relayed.end() if relayed else begin, reach)), None)
            if relayed and after:
                return after
        named = self.voices.between(max(start, verb[0] - _BEFORE), verb[0])
        named = [voice for voice in named if not self.voices.is_place(voice)] or named[-1:]
        before = next((voice for voice in reversed(named) if not self.voices.is_oblique(voice)), None)
        if before is None and after is None and named:
            before = named[-1]
        pronoun = self.voices.pronoun(max(start, verb[0] - 30), min(stop, verb[1] + 25))
        candidates = [voice for voice in (before, after) if voice]
        if self.words.document.match(self.text, verb[0]):
            candidates = [voice for voice in candidates if self._distance(voice, verb) < _OWNER_NEAR]
            if not candidates or (candidates[0].kind == "person" and not self._is_owner(candidates[0], verb)):
                return Voice(verb[0], verb[1], "document", verb)
        if not candidates:
            return pronoun or self.voices.phrase(verb[1], stop) or self.voices.pronoun(start, min(verb[0], start + _OPENING))
        best = min(candidates, key=lambda voice: self._distance(voice, verb))
        if pronoun and 0 <= best.start - pronoun.end <= _BESIDE:
            pronoun = None  # «дейді сарапшы Ерлан Сейітов»: it leads to the name
        if pronoun and self._distance(pronoun, verb) <= 1 < self._distance(best, verb):
            surface = self.text[pronoun.start : pronoun.end].lower()
            if self.words.belonging.fullmatch(surface) is None:
                return pronoun  # "it said, adding this was announced by Modi"
        if best is before and self.text[verb[0] - 2 : verb[0]] == ", ":
            return self._before_apposition(named) or best
        if pronoun and self._distance(pronoun, verb) + _PRONOUN_NEAR < self._distance(best, verb):
            return pronoun
        return best

    def _is_owner(self, voice: Voice, verb: tuple[int, int]) -> bool:
        """Whether somebody right behind a verb has written it: «делінген Токаевтың хатында»."""
        return self.words.verb_last and 0 <= voice.start - verb[1] <= _BESIDE and not self.voices.is_subject(voice)

    def _before_apposition(self, named: list[Voice]) -> Voice | None:
        """Who is named before the office between commas («Азиз Ахмедов, глава МИД Узбекистана, сообщил …»)."""
        people = (voice for voice in reversed(named) if voice.kind == "person" and voice.full)
        return next((voice for voice in people if self.text[voice.end] == ","), None)

    def dropped(self, verb: tuple[int, int]) -> Voice | None:
        """He or she, where a Turkic verb needs no word for it («“…”, – деди.»)."""
        return Voice(verb[0], verb[1], "pronoun", verb) if self.words.verb_last else None

    def beside(self, start: int, verb: tuple[int, int]) -> Voice | None:
        """Who stands in the nominative right before the verb («… келишти деп министр Нурлан Осмонов билдирди»)."""
        named = self.voices.between(max(start, verb[0] - _BEFORE), verb[0])
        if not named or self.voices.is_oblique(named[-1]):
            return None
        if verb[0] - named[-1].end > _BESIDE and not (
            named[-1].kind == "body" and _FROM_WHOM.fullmatch(self.text, named[-1].end, verb[0])
        ):
            return None
        return named[-1] if self.voices.is_subject(named[-1]) else None

    def subject(self, start: int, verb: tuple[int, int], reach: int = _BEGINNING) -> Voice | None:
        """Who stands in the nominative where a sentence begins: he says what stands between him and the verb at the end."""
        stop = min(verb[0], start + reach)
        first = next((voice for voice in self.voices.between(start, stop + _BEGINNING) if self.voices.is_subject(voice)), None)
        pronoun = self.voices.pronoun(start, min(verb[0], start + _PRONOUN_NEAR))
        if pronoun and (first is None or pronoun.end + 2 < first.start):
            surface = self.text[pronoun.start : pronoun.end].lower()
            if self.words.belonging.fullmatch(surface) is None:
                return pronoun
        if first is None or first.start >= stop or first.end > verb[0]:
            return None
        return self._named_holder(first, verb[0]) or first if first.kind in {"body", "title"} else first

    def _named_holder(self, office: Voice, stop: int) -> Voice | None:
        """Whose name stands right behind an office and what belongs to it («раиси Кумитаи …, Азиз Каримов дар суҳбат гуфт»)."""
        named = self.voices.between(office.end, min(stop, office.end + _LONGEST_OFFICE))
        person = next((voice for voice in named if voice.kind == "person" and voice.full), None)
        if person is None or not self.voices.is_subject(person) or self.voices.is_oblique(person):
            return None
        return person if _ONLY_WORDS.fullmatch(self.text, office.end, person.start) else None

    @staticmethod
    def _distance(voice: Voice, verb: tuple[int, int]) -> int:
        return voice.start - verb[1] if voice.start >= verb[1] else verb[0] - voice.end

    def voice_in(self, start: int, stop: int) -> Voice | None:
        """Who is named within a stretch: a full name if there is one, else the last."""
        voices = self.voices.between(start, stop)
        people = [voice for voice in voices if voice.kind == "person"]
        if people:
            return next((voice for voice in reversed(people) if voice.full), people[-1])
        return voices[-1] if voices else self.voices.pronoun(start, stop) or self.voices.phrase(start, stop)
