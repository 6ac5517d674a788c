"""Who a quote is by: a person by the fullest name that the text has, an office or body by its words, he and she by who was
named before.

Everybody who could speak is found once in a text; the nearest to a verb of saying speaks. A title before a name belongs to the
name; a title alone («министр») is its holder, where the text names one, else it is the speaker itself.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal
from weakref import WeakKeyDictionary

from c5watch.article import Article
from c5watch.knowledge import Knowledge
from c5watch.text import name_key
from pipelines.attribution import Attribution
from pipelines.nominative import nominative_name, nominative_office
from pipelines.occupations import is_occupation

_UPPER = "A-ZА-ЯЁӘҒҚҢӨҰҮҺІЎҲҶӢӮŞÇÖÜÝŇŽÄÁÉÍÓÚ"
_PERSON = re.compile(
    rf"(?<![\w«“„\"-])[{_UPPER}](?:[\w’'‘ʻʼ-]*\w|\.)(?:[ \u00a0](?:(?:де|фон|ван|der|de|van|"
    rf"von)[ \u00a0])*[{_UPPER}](?:[\w’'‘ʻʼ-]*\w|\.)){{0,4}}"
)
_GENITIVE = re.compile(r"(?:[нтд][ыіиуү][ңн]|ning|нинг|[nyiyi]ň|['’]s)$")
_CONTEXT = 100
_TITLE_NEAR = 60
_SUBJECT_NEAR = 40
_LONGEST_ENDING = 3
_SENTENCE_END = re.compile(r"[.!?…]\s|\n")
_PEOPLE: WeakKeyDictionary[Knowledge, tuple[dict[str, str | None], frozenset[str], frozenset[str]]] = WeakKeyDictionary()

Kind = Literal["person", "body", "title", "pronoun"]


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who may speak, and under what name; a pronoun has none."""

    start: int
    end: int
    kind: Kind
    name: str


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


class Voices:
    """Everybody in a text who may speak, in its order; found when first asked for."""

    def __init__(self, article: Article, knowledge: Knowledge, words: Attribution) -> None:
        self.text = article.text
        self.language = article.language
        self.words = words
        self.persons, self.surnames, self.things = _people(knowledge)

    def between(self, start: int, stop: int) -> list[Voice]:
        """Those who are named within a stretch."""
        first = bisect_left(self._starts, start)
        return [voice for voice in self._all[first : bisect_left(self._starts, stop)] if voice.end <= stop]

    def pronoun(self, start: int, stop: int) -> Voice | None:
        """He, she or a word like the expert within a stretch."""
        match = self.words.pronoun.search(self.text, start, stop)
        return Voice(match.start(), match.end(), "pronoun", "") if match else None

    @cached_property
    def _starts(self) -> list[int]:
        return [voice.start for voice in self._all]

    @cached_property
    def _all(self) -> list[Voice]:
        people = list(self._named())
        bodies = [self._body(match.start(), match.end()) for match in self.words.body.finditer(self.text)]
        # «пресс-служба президента Касым-Жомарта Токаева» is one; «министр Арман Жумабеков» is the name.
        inside = {place for body in bodies for place in range(body.start, body.end)} if bodies else set()
        people = [person for person in people if person.start not in inside]
        named_after = {person.start for person in people}
        titles = []
        for match in self.words.title.finditer(self.text):
            if match.start() not in inside and not self._leads_to(match.end(), named_after):
                titles.append(Voice(match.start(), match.end(), "title", nominative_office(match.group(), self.language)))
        bodies = [body for body in bodies if not self._is_apposition(body, people)]
        return sorted([*people, *bodies, *titles], key=lambda voice: (voice.start, -voice.end))

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
        for person in people:
            between = self.text[person.end : body.start]
            if person.end <= body.start <= person.end + _TITLE_NEAR and between.startswith((",", " (")):
                return "." not in between and self.words.verb.search(between) is None
            if body.end <= person.start <= body.end + 2 and self._is_word_of_office(body):
                return True
        return False

    def _is_word_of_office(self, body: Voice) -> bool:
        return is_occupation(self.text[body.start : body.end].split()[0])

    def _body(self, start: int, end: int) -> Voice:
        """A body with the words before it that belong to its name."""
        if self.language not in {"ru", "tg"}:
            for _ in range(4):
                before = self.text[:start].rstrip(" ") if start < 60 else self.text[start - 60 : start].rstrip(" ")
                word = re.search(r"[\w’'‘ʻʼ-]+$", before)
                if word is None or len(before) + 1 < min(start, 60) or not self._belongs(word.group(), before):
                    break
                start -= len(word.group()) + 1
        surface = self.text[start:end]
        return Voice(start, end, "body", nominative_office(surface, self.language))

    def _belongs(self, word: str, before: str) -> bool:
        if self.language == "en":
            return word[0].isupper() or word == "the"
        earlier = before[: -len(word)].rstrip(" ")
        return word[0].isupper() or _GENITIVE.search(word) is not None or earlier[-1:].isupper()

    def _named(self) -> Iterator[Voice]:
        text = self.text
        found: list[tuple[int, int, list[str]]] = []
        full: dict[str, str] = {}
        for match in _PERSON.finditer(text):
            words = match.group().split()
            words = words[max((number + 1 for number, word in enumerate(words) if self._is_work(word)), default=0) :]
            # «Казахстан Касым-Жомарт Токаев» loses its first word, "Rosa Kim" and "Astana Hub" do not.
            while len(words) > 2 and (name_key(words[0]) in self.things or (len(words[0]) < 3 and "." not in words[0])):
                words = words[1:]
            if not words or name_key(" ".join(words)) in self.things or name_key(" ".join(words[:2])) in self.things:
                continue
            start = match.end() - len(" ".join(words))
            found.append((start, match.end(), words))
            if len(words) > 1:
                name = self._nominative(words, start, match.end())
                full.setdefault(name_key(words[-1]), name)
                full.setdefault(name_key(name.split()[-1]), name)
        for start, end, words in found:
            if len(words) > 1:
                yield Voice(start, end, "person", self._nominative(words, start, end))
            elif known := full.get(name_key(words[0])) or self._by_stem(words[0], full):
                yield Voice(start, end, "person", known)
            elif name_key(words[0]) in self.surnames:
                yield Voice(start, end, "person", self._nominative(words, start, end))

    def _is_work(self, word: str) -> bool:
        """Whether a word is no name but what somebody does («Deputy Minister Aigul Temirova»)."""
        return is_occupation(word) or self.words.title.fullmatch(word) is not None

    def _nominative(self, words: list[str], start: int, end: int) -> str:
        around = self.text[max(0, start - _CONTEXT) : end + _TITLE_NEAR]
        return nominative_name(" ".join(words), self.language, around)

    def _by_stem(self, word: str, full: dict[str, str]) -> str | None:
        """The full name of a bare surname in another case."""
        key = name_key(word)
        stem = key[: max(4, len(key) - _LONGEST_ENDING)]
        fitting = {name for held, name in full.items() if held.startswith(stem) and abs(len(held) - len(key)) <= _LONGEST_ENDING}
        return fitting.pop() if len(fitting) == 1 else None

    def resolve(self, voice: Voice | None, quote_start: int, last: str | None, last_end: int) -> str | None:
        """The name of a speaker; ``last`` spoke before and ``last_end`` is where those words ended."""
        if voice is None:
            return None
        if voice.kind == "title":
            return self._holder(voice) or voice.name
        if voice.kind != "pronoun":
            return voice.name
        # Whom a sentence since then began with is spoken of now.
        place = min(voice.start, quote_start)
        subjects = [one for one in self.between(last_end, place) if one.kind == "person" and self._is_subject(one)]
        if subjects:
            return subjects[-1].name
        named = [one.name for one in self.between(max(0, place - 500), place) if one.kind == "person"]
        return last or (named[-1] if named else None)

    def _is_subject(self, voice: Voice) -> bool:
        before = self.text[max(0, voice.start - _SUBJECT_NEAR) : voice.start]
        ends = list(_SENTENCE_END.finditer(before))
        if not ends and len(before) == _SUBJECT_NEAR:
            return False
        opening = before[ends[-1].end() :] if ends else before
        return re.search(r"\b(?:с|со|у|от|к|о|об|для|with|to|from|of|for)\s", opening) is None and "," not in opening

    def _holder(self, title: Voice) -> str | None:
        """The person whom the text before has given the title."""
        stem = self.text[title.start : title.end].lower()[:6]
        for person in reversed(self.between(0, title.start)):
            if person.kind == "person":
                around = self.text[max(0, person.start - _TITLE_NEAR) : min(title.start, person.end + _TITLE_NEAR)].lower()
                if stem in around:
                    return person.name
        return None

    def actor(self, name: str | None) -> str | None:
        """The id of a known person."""
        return self.persons.get(name_key(name)) if name else None
