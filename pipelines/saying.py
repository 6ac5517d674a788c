"""A text seen by its verbs of saying: where they stand, how far their sentences go and who speaks beside them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from c5watch.article import Article
from c5watch.knowledge import Knowledge
from pipelines.attribution import Attribution, attribution_of
from pipelines.talk import talk_language
from pipelines.voices import Voice, Voices

_SENTENCE_BREAK = re.compile(r"[.!?…]\s")
# «сказал агентству Altyn Aqparat эксперт …»: who is told is not who speaks.
_LISTENER = re.compile(
    r"\s(?:агентству|изданию|газете|порталу|телеканалу|журналу|радио|сайту)\s(?:[«“\"]?[A-ZА-ЯЁ][\w.-]*[»”\"]?\s?){1,3}"
)
_BEFORE, _AFTER = 200, 120
_PRONOUN_NEAR = 40


@dataclass(frozen=True, slots=True)
class Found:
    """A quote whose speaker is not looked up yet."""

    start: int
    end: int
    direct: bool
    voice: Voice | None


class Saying:
    """The verbs of saying of an article, interview turns left out."""

    def __init__(self, article: Article, knowledge: Knowledge) -> None:
        self.text = article.text
        self.language = talk_language(article.language, article.script)
        self.words: Attribution = attribution_of(self.language)
        self.voices = Voices(article, knowledge, self.words)
        self.turns = [(turn.start, turn.end) for turn in article.interview.turns] if article.interview else []
        self._turn_starts = [start for start, _ in self.turns]
        self.verbs = [match.span() for match in self.words.verb.finditer(self.text) if not self.in_turn(match.start())]
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

    def sentence_end(self, start: int, stop: int) -> int:
        """Where the sentence ends that goes on at ``start``."""
        for match in _SENTENCE_BREAK.finditer(self.text, start + 2, stop):
            # An initial or an abbreviation («млн.», «г.») ends no sentence.
            if not self.text[match.start() - 1].isupper() and not self.text[match.end() : match.end() + 1].islower():
                return match.start() + 1
        return stop

    def sentence_start(self, start: int, stop: int) -> int:
        """Where the sentence begins that goes on at ``stop``."""
        last = start
        for match in _SENTENCE_BREAK.finditer(self.text, start, stop):
            if not self.text[match.start() - 1].isupper():
                last = match.end()
        return last

    def speaker_near(self, verb: tuple[int, int], start: int, stop: int) -> Voice | None:
        """Who is named nearest to the verb, on either side; he and she only where nobody is."""
        after = None
        if self.text[verb[0] : verb[1]] != "told":
            listeners = _LISTENER.match(self.text, verb[1])
            begin = listeners.end() if listeners else verb[1]
            after = next(iter(self.voices.between(begin, min(stop, begin + _AFTER))), None)
        before = next(reversed(self.voices.between(max(start, verb[0] - _BEFORE), verb[0])), None)
        pronoun = self.voices.pronoun(max(start, verb[0] - 30), min(stop, verb[1] + 25))
        candidates = [voice for voice in (before, after) if voice]
        if not candidates:
            return pronoun or self.voices.phrase(verb[1], stop)
        best = min(candidates, key=lambda voice: self._distance(voice, verb))
        if pronoun and self._distance(pronoun, verb) + _PRONOUN_NEAR < self._distance(best, verb):
            return pronoun
        return best

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
