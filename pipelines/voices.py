"""Who a quote is by: a person by the fullest name that the text has, an office or body by its words, he and she by who was
named before.

Everybody who could speak is found once in a text; the nearest to a verb of saying speaks. A title before a name belongs to the
name; a title alone («министр») is its holder, where the text names one, else it is the speaker itself.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Literal

from c5watch.article import Article
from c5watch.knowledge import Knowledge
from c5watch.text import name_key
from pipelines.attribution import SAME_TITLE, STATE_OFFICES, Attribution
from pipelines.known_people import find_offices, find_people
from pipelines.nominative import nominative_name, nominative_office
from pipelines.occupations import is_occupation

_UPPER = "A-ZА-ЯЁӘҒҚҢӨҰҮҺІЎҲҶӢӮŞÇÖÜÝŇŽÄÁÉÍÓÚ"
_PERSON = re.compile(
    rf"[{_UPPER}](?<![\w«“„\"-].)(?:[\w’'‘ʻʼ-]*\w|\.)(?:[ \u00a0](?:(?:де|фон|ван|der|de|van|"
    rf"von)[ \u00a0])*[{_UPPER}](?:[\w’'‘ʻʼ-]*\w|\.)){{0,4}}"
)
_GENITIVE = re.compile(r"(?:[нтд][ыіиуү][ңн]|ning|нинг|[nyiyi]ň|['’]s)$")
# What may stand for a speaker right behind a verb or «по мнению»: a noun and what belongs to it, up to a mark.
_PHRASE = {
    "ru": re.compile(
        r"\s(?P<who>(?!журналист|репортёр|репортер|корреспондент|также|после|перед|более|менее|очень|только|было|были|можно|нужно)"
        r"[а-яё]{4,}(?<!ому)(?<!ему)(?<!ого)(?<!его)(?<!ам)(?<!ям)(?<!ами)(?<!ах)(?: [\w-]+){0,3})(?=[.,;:)]|\s[–—]|$)"
    ),
    "en": re.compile(r"\s(?P<who>(?:the |an? )[a-z]{3,}(?: [\w-]+){0,4})(?=[.,;:)]|\s[–—]|$)"),
}
_OF_SOMEBODY = re.compile(r"(?:президента|премьера|министра|главы|акима|мэра|посла) [А-ЯЁ]")
_NOTHING = re.compile(r"(?!)")
_CONTEXT = 100
_TITLE_NEAR = 60
_SUBJECT_NEAR = 40
_MOST_BEFORE = 60
_STEM, _LONGEST_ENDING = 4, 3
_SENTENCE_END = re.compile(r"[.!?…]\s|\n")

Kind = Literal["person", "body", "title", "pronoun", "phrase"]


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who may speak, and the place of the fullest form of the name."""

    start: int
    end: int
    kind: Kind
    named: tuple[int, int]
    full: bool = False


def _within(place: int, voices: list[Voice]) -> bool:
    """Whether a place belongs to one of some voices that stand in order and apart."""
    number = bisect_right(voices, place, key=lambda voice: voice.start) - 1
    return number >= 0 and place < voices[number].end


@lru_cache(maxsize=20_000)  # the same names come again and again
def _key(name: str) -> str:
    return name_key(name)


class Voices:
    """Everybody in a text who may speak, in its order; found when first asked for."""

    def __init__(self, article: Article, knowledge: Knowledge, words: Attribution) -> None:
        self.text = article.text
        self.language = article.language
        self.words = words
        self.persons, self.surnames, self.things = find_people(knowledge)
        self.offices = find_offices(knowledge)

    def between(self, start: int, stop: int) -> list[Voice]:
        """Those who are named within a stretch."""
        first = bisect_left(self._starts, start)
        return [voice for voice in self._all[first : bisect_left(self._starts, stop)] if voice.end <= stop]

    def _before(self, place: int) -> list[Voice]:
        """The last of those who are named before a place."""
        number = bisect_left(self._starts, place)
        return self._all[max(0, number - _MOST_BEFORE) : number]

    def pronoun(self, start: int, stop: int) -> Voice | None:
        """He, she or a word like the expert within a stretch."""
        match = self.words.pronoun.search(self.text, start, stop)
        return Voice(match.start(), match.end(), "pronoun", match.span()) if match else None

    def phrase(self, start: int, stop: int) -> Voice | None:
        """Whatever else stands there as a speaker: «жалуется капитан порта Актау»."""
        match = _PHRASE.get(self.language, _NOTHING).match(self.text, start, stop)
        return Voice(match.start("who"), match.end("who"), "phrase", match.span("who")) if match else None

    def name(self, voice: Voice) -> str:
        """The name of a person in the nominative, or what an office is called."""
        start, end = voice.named
        if voice.kind != "person":
            return nominative_office(self.text[start:end], self.language)
        around = self.text[max(0, start - _CONTEXT) : end + _TITLE_NEAR]
        return nominative_name(" ".join(self.text[start:end].split()), self.language, around)

    @cached_property
    def _starts(self) -> list[int]:
        return [voice.start for voice in self._all]

    @cached_property
    def _all(self) -> list[Voice]:
        people = list(self._named())
        lowered = self.text.lower()
        lowered = lowered if len(lowered) == len(self.text) else self.text
        titles = [match.span() for match in self.words.title.finditer(lowered)]
        bodies: list[Voice] = []
        for match in self.words.body.finditer(lowered):
            # «источник в правительстве» is one.
            if not bodies or match.start() >= bodies[-1].end:
                bodies.append(self._body(match.start(), match.end()))
        owned = {start: body for body in bodies if (start := self._title_of(body, titles)) is not None}
        parts = set(owned.values())
        bodies = [body for body in bodies if body not in parts]
        # «пресс-служба президента Касым-Жомарта Токаева» is one; «министр Арман Жумабеков» is the name.
        people = [person for person in people if not _within(person.start, bodies)]
        named_after = {person.start for person in people}
        offices = []
        for start, place in titles:
            if _within(start, bodies):
                continue
            tail = self.words.tail.match(self.text, place)
            end = owned[start].end if start in owned else tail.end() if tail else place
            if not self._leads_to(place, named_after) and end not in named_after:
                offices.append(Voice(start, end, "title", (start, end)))
        bodies = [body for body in bodies if not self._is_apposition(body, people)]
        return sorted([*people, *bodies, *offices], key=lambda voice: (voice.start, -voice.end))

    def _title_of(self, body: Voice, titles: list[tuple[int, int]]) -> int | None:
        """Where the title begins that a body is part of: «глава МИД Узбекистана», "head of government"."""
        number = bisect_right(titles, (body.start, len(self.text))) - 1
        if number >= 0 and titles[number][0] < body.end and body.start <= titles[number][1] + 1:
            return titles[number][0]
        return None

    def _leads_to(self, place: int, named: set[int]) -> bool:
        """Whether a name follows a title, perhaps behind what the title is of («министр энергетики Казахстана Ерлан …»)."""
        stop = min(len(self.text), place + _TITLE_NEAR)
        for start in range(place, stop):
            if start in named:
                return True
            if self.text[start] in ".,;:!?\n«»“”()–—":
                return False
        return False

    def _is_apposition(self, body: Voice, people: list[Voice]) -> bool:
        """Whether a body only says what somebody works for («Helen Marsh, an analyst at the Ministry …»)."""
        number = bisect_left([person.start for person in people], body.start) - 1
        if number < 0 or body.start - people[number].end > _TITLE_NEAR:
            return False
        between = self.text[people[number].end : body.start]
        return between.startswith((",", " (")) and "." not in between and self.words.verb.search(between) is None

    def _body(self, start: int, end: int) -> Voice:
        """A body with the words before or behind it that belong to its name."""
        if tail := self.words.tail.match(self.text, end):
            # «директор компании Рашид Усманов»: the name is not the company's.
            end = max(end, self._before_name(tail.end(), tail.group()))
        if self.language not in {"ru", "tg"}:
            for _ in range(4):
                before = self.text[:start].rstrip(" ") if start < 60 else self.text[start - 60 : start].rstrip(" ")
                word = re.search(r"[\w’'‘ʻʼ-]+$", before)
                if word is None or len(before) + 1 < min(start, 60) or not self._belongs(word.group(), before):
                    break
                start -= len(word.group()) + 1
        return Voice(start, end, "body", (start, end))

    def _before_name(self, end: int, tail: str) -> int:
        """Where a tail ends without the first name of somebody."""
        last = tail.rsplit(" ", 1)[-1]
        follows = self.text[end : end + 2]
        if not last[:1].isupper() or not (follows[:1] == " " and follows[1:].isupper()) or _OF_SOMEBODY.search(tail):
            return end
        return end - len(last) - 1

    def _belongs(self, word: str, before: str) -> bool:
        if self.language == "en":
            return word[0].isupper() or word == "the"
        # «Сыртқы істер министрлігі»: a small word between a capital and the head.
        earlier = before[: -len(word)].split()
        return word[0].isupper() or _GENITIVE.search(word) is not None or bool(earlier and earlier[-1][0].isupper())

    def _named(self) -> Iterator[Voice]:
        found: list[tuple[int, int, list[str]]] = []
        full: dict[str, list[tuple[str, tuple[int, int]]]] = {}
        for match in _PERSON.finditer(self.text):
            words = self._without_office(match.group().split())
            if not words:
                continue
            start = match.end() - len(" ".join(words))
            if len(words) == 1:
                found.append((start, match.end(), words))
            elif _key(" ".join(words)) not in self.things and _key(" ".join(words[:2])) not in self.things:
                found.append((start, match.end(), words))
                key = _key(words[-1])
                full.setdefault(key[:_STEM], []).append((key, (start, match.end())))
        for start, end, words in found:
            if len(words) > 1:
                yield Voice(start, end, "person", (start, end), full=True)
            elif known := self._introduced(_key(words[0]), full):
                yield Voice(start, end, "person", known, full=True)
            elif _key(words[0]) in self.surnames:
                yield Voice(start, end, "person", (start, end))

    def _without_office(self, words: list[str]) -> list[str]:
        """A name without the words of office, states and abbreviations before it."""
        for number in range(len(words), 0, -1):
            if self._is_work(words[number - 1]):
                words = words[number:]
                break
        while len(words) > 2:
            abbreviation = words[0].isupper() and "." not in words[0] and not words[1].isupper()  # «США Марко Рубио»
            # «Казахстан Касым-Жомарт Токаев» loses its first word, "Rosa Kim" and "Astana Hub" do not.
            if not abbreviation and _key(words[0]) not in self.things and (len(words[0]) > 2 or "." in words[0]):
                break
            words = words[1:]
        return words

    def _is_work(self, word: str) -> bool:
        """Whether a word is no name but what somebody does («Deputy Minister Aigul Temirova»)."""
        return is_occupation(word) or self.words.title.fullmatch(word.lower()) is not None

    def _introduced(self, key: str, full: dict[str, list[tuple[str, tuple[int, int]]]]) -> tuple[int, int] | None:
        """Where the text introduces a bare surname with a first name, perhaps in another case."""
        if key in self.things:
            return None
        for held, place in full.get(key[:_STEM], ()):
            stem = max(_STEM, len(key) - _LONGEST_ENDING)
            if held == key or (held[:stem] == key[:stem] and abs(len(held) - len(key)) <= _LONGEST_ENDING):
                return place
        return None

    def resolve(self, voice: Voice | None, quote_start: int, last: str | None, last_end: int) -> str | None:
        """The name of a speaker; ``last`` spoke before and ``last_end`` is where those words ended."""
        if voice is None:
            return None
        if voice.kind == "title":
            return self._holder(voice) or self.name(voice)
        if voice.kind == "body":
            return self.name(self._introduced_body(voice) or voice)
        if voice.kind != "pronoun":
            return self.name(voice)
        # Whom a sentence since then began with is spoken of now.
        place = min(voice.start, quote_start)
        subjects = [one for one in self.between(last_end, place) if one.kind == "person" and self._is_subject(one)]
        if subjects:
            return self.name(subjects[-1])
        named = [one for one in self.between(max(0, place - 500), place) if one.kind == "person"]
        return last or (self.name(named[-1]) if named else None)

    def _is_subject(self, voice: Voice) -> bool:
        before = self.text[max(0, voice.start - _SUBJECT_NEAR) : voice.start]
        ends = list(_SENTENCE_END.finditer(before))
        if not ends and len(before) == _SUBJECT_NEAR:
            return False
        opening = before[ends[-1].end() :] if ends else before
        return re.search(r"\b(?:с|со|у|от|к|о|об|для|with|to|from|of|for)\s", opening) is None and "," not in opening

    def _introduced_body(self, voice: Voice) -> Voice | None:
        """What «ведомство» or "the ministry" stands for: the body named in full before."""
        surface = self.text[voice.start : voice.end].removeprefix("the ").removeprefix("The ")
        if " " in surface or not surface.islower():
            return None
        bodies = [one for one in self._before(voice.start) if one.kind == "body"]
        full = [one for one in bodies if not self.text[one.start + 4 : one.end].islower() and one.end - one.start > 4]
        return full[-1] if full else None

    def _holder(self, title: Voice) -> str | None:
        """The person whom the text before has given the title."""
        surface = self.text[title.start : title.end].lower()
        stems = [
            surface[: 5 if self.words.verb_last else 6],
            *(other for same, other in SAME_TITLE.items() if surface.startswith(same)),
        ]
        for person in reversed(self._before(title.start)):
            if person.kind == "person":
                around = self.text[max(0, person.start - _TITLE_NEAR) : min(title.start, person.end + _TITLE_NEAR)].lower()
                if any(stem in around for stem in stems):
                    return self.name(person)
        kinds = {
            kind for beginning, kind in STATE_OFFICES.items() if any(stem.startswith(beginning) for stem in (surface, *stems))
        }
        known = {self.name(person) for person in self._before(title.start) if person.kind == "person" and kinds}
        holders = {name for name in known if kinds & self.offices.get(self.actor(name) or "", frozenset())}
        return holders.pop() if len(holders) == 1 else None

    def actor(self, name: str | None) -> str | None:
        """The id of a known person."""
        return self.persons.get(name_key(name)) if name else None
