"""Everybody in a text who may speak, line by line: a line is read when somebody asks who stands in it.

Most lines hold no words of anybody. A name, an office or a body never reaches beyond its line; only where a bare surname was
introduced is looked for in the whole text.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterator, Mapping
from functools import cached_property
from itertools import chain, islice
from typing import Literal, NamedTuple

from pipelines.speech.attribution import Attribution
from pipelines.speech.office_spans import GENITIVE, LONGEST_CASE, OfficeSpans
from pipelines.speech.voice_names import PersonNames
from pipelines.speech.word_places import matches_at

_TITLE_NEAR = 60
_LONGEST_OFFICE = 150  # «глава Центра энергетической дипломатии Института международных исследований Узбекистана Азиз Каримов»
_MOST_BEFORE = 60
_MARK = re.compile("[.,;:!?\n«»“”()–—]")
# Behind a title: what follows is about somebody else («президент на встрече с …», «сарвазири Русия зимни мулоқот бо …»).
_ELSE = re.compile("[.,;:!?\n«»“”()–—]| (?:с|со|на|о|об|после|во время|перед|with|at|during|after|told|бо|зимни|баъди) ")
# «Сафорати Русия дар Тоҷикистон ба Азиз Каримов …»
_TAJIK_ELSE = re.compile(f"{_MARK.pattern}| (?:ба|бо|аз|барои|зимни|баъди) ")
_INSTITUTION = re.compile('[«"“„][^«»"“”„\n]{1,80}[»"”](?= [^\\W\\d_])')
_CHAIN = re.compile(r"(?: (?!ба |бо |аз |дар |ва |ки |низ |барои )[а-яёӯӣқғҳҷ]+){0,5} ")
_PRESS = ("пресс", "press")
_LINE_END = re.compile("\n")

# A "document" speaks for whoever spoke last.
Kind = Literal["person", "body", "title", "pronoun", "phrase", "document"]


class Voice(NamedTuple):
    """Somebody who may speak, and the place of the fullest form of the name."""

    start: int
    end: int
    kind: Kind
    named: tuple[int, int]
    full: bool = False


def _place(voice: Voice) -> tuple[int, int]:
    return voice.start, -voice.end


def _start(voice: Voice) -> int:
    return voice.start


def _longest(part: tuple[int, int, bool]) -> tuple[int, int, bool]:
    """By the place; of those that begin together the longest first, a body before a title."""
    return part[0], -part[1], not part[2]


def _within(place: int, voices: list[Voice]) -> bool:
    """Whether a place belongs to one of some voices that stand in order and apart."""
    end = 0
    for voice in voices:
        if voice.start > place:
            break
        end = voice.end
    return place < end


class VoiceLines:
    """The voices of one text, whose titles and bodies can begin at ``places`` (`WordPlaces`) of the text in lower case.

    ``owner`` finds the genitive at a word's end, in the languages that have one.
    """

    def __init__(
        self,
        names: PersonNames,
        *,
        lowered: str,
        places: Mapping[str, list[int]],
        language: str,
        key: str,
        owner: re.Pattern[str] | None,
        countries: Container[str],
    ) -> None:
        self.text, self.lowered, self._places = names.text, lowered, places
        self.words: Attribution = names.words
        self.names = names
        self.language = language
        self.tajik = language == "tg"
        self.owner = owner
        self.spans = OfficeSpans(names, language, key, countries)
        self.starts = [0, *(match.end() for match in _LINE_END.finditer(self.text))]
        self._lines: dict[int, list[Voice]] = {}
        self._names: dict[int, list[Voice]] = {}

    def between(self, start: int, stop: int) -> list[Voice]:
        """Those who are named within a stretch."""
        found: list[Voice] = []
        for number in range(self._number(start), len(self.starts)):
            if self.starts[number] >= stop:
                break
            if line := self._line(number):
                # A line may be as long as the text: no voice before the stretch is looked at.
                first, last = bisect_left(line, start, key=_start), bisect_left(line, stop, key=_start)
                found += [voice for voice in line[first:last] if voice.end <= stop]
        return found

    def people_backwards(self, start: int, stop: int) -> Iterator[Voice]:
        """The persons of a stretch from the last one on; lines are read as far as somebody goes."""
        for number in range(self._number(stop), self._number(start) - 1, -1):
            if self._people(number):  # a line without names needs no look at offices
                for voice in reversed(self._line(number)):
                    if voice.kind == "person" and start <= voice.start and voice.end <= stop:
                        yield voice

    def before(self, place: int) -> Iterator[Voice]:
        """Those who are named before a place, from the last one on; the first of a long text are left out."""
        lines = (reversed(self._line(number)) for number in range(self._number(place), -1, -1))
        return islice((voice for voice in chain.from_iterable(lines) if voice.start < place), _MOST_BEFORE)

    @cached_property
    def all(self) -> list[Voice]:
        """Everybody, in the order of the text."""
        return list(chain.from_iterable(map(self._line, range(len(self.starts)))))

    def read_first(self) -> Iterator[Voice]:
        """Everybody, those of the lines first that were asked for before."""
        read = dict.fromkeys(self._lines)
        for number in chain(read, (number for number in range(len(self.starts)) if number not in read)):
            yield from self._line(number)

    def _number(self, place: int) -> int:
        return max(0, bisect_right(self.starts, place) - 1)

    def _line(self, number: int) -> list[Voice]:
        found = self._lines.get(number)
        if found is None:
            found = self._lines[number] = self._read(self._people(number), *self._bounds(number))
        return found

    def _bounds(self, number: int) -> tuple[int, int]:
        return self.starts[number], self.starts[number + 1] - 1 if number + 1 < len(self.starts) else len(self.text)

    def _people(self, number: int) -> list[Voice]:
        """The names of persons in a line, those too that an office or a body holds."""
        found = self._names.get(number)
        if found is None:
            names = self.names.find(*self._bounds(number))
            found = self._names[number] = [Voice(start, end, "person", named, full) for start, end, named, full in names]
        return found

    def _read(self, people: list[Voice], line: int, line_end: int) -> list[Voice]:
        """The voices of a line."""
        ends = [one.end for one in people if one.full and not GENITIVE.search(self.text, one.end - LONGEST_CASE, one.end)]
        titles = [match.span() for match in self._matches("title", self.words.title, line, line_end)]
        bodies = self._bodies(line, line_end, ends)
        if not (titles or bodies):
            return people
        if self.words.verb_last:
            bodies, titles = self._joined(bodies, titles)
        owned = {start: body for body in bodies if (start := self._title_of(body, titles)) is not None}
        parts = set(owned.values())
        bodies = [body for body in bodies if body not in parts]
        # «пресс-служба президента Касым-Жомарта Токаева» is one; «министр Арман Жумабеков» is the name.
        people = [person for person in people if not _within(person.start, bodies)]
        named_after = [person.start for person in people]
        offices = self._offices(titles, bodies, owned, named_after, ends)
        bodies = [body for body in bodies if not self._is_apposition(body, people) and not self._is_employer(body, named_after)]
        if not self.words.verb_last:
            named = {person.end: person for person in people if person.full}
            offices = [self._of_whom(office, named) for office in offices]
        return sorted([*people, *bodies, *offices], key=_place)

    def _matches(self, name: str, pattern: re.Pattern[str], line: int, line_end: int) -> Iterator[re.Match[str]]:
        places = self._places[name]
        return matches_at(pattern, self.lowered, places[bisect_left(places, line) : bisect_left(places, line_end)], line_end)

    def _bodies(self, line: int, line_end: int, people_ends: list[int]) -> list[Voice]:
        """The bodies of a line, each with what belongs to its name; people end at ``people_ends``."""
        bodies: list[Voice] = []
        for match in self._matches("body", self.words.body, line, line_end):
            # «источник в правительстве» is one.
            if not bodies or match.start() >= bodies[-1].end:
                if self.tajik and bodies and _CHAIN.fullmatch(self.text, bodies[-1].end, match.start()):
                    continue  # «Агентии обуҳавошиносии Кумитаи ҳифзи муҳити зисти назди Ҳукумати …» is the agency
                case = match["case"] if self.words.verb_last else None
                span = self.spans.of_body(match.start(), match.end() - len(case or ""), people_ends)
                bodies.append(Voice(*span, "body", span))
        return bodies

    def _offices(
        self,
        titles: list[tuple[int, int]],
        bodies: list[Voice],
        owned: dict[int, Voice],
        named_after: list[int],
        people_ends: list[int],
    ) -> list[Voice]:
        """The titles that lead to no name, each with what belongs to it."""
        offices = []
        beginnings = {start for start, _ in titles}
        for begin, place in titles:
            if _within(begin, bodies):
                continue
            # «wise-prezidenti» is one word.
            hyphened = self.text[begin - 1 : begin] == "-"
            start = max(self.text.rfind(" ", 0, begin), self.text.rfind("\n", 0, begin)) + 1 if hyphened else begin
            start = self.spans.extended(start, people_ends) if self.words.verb_last else start
            tail = self.spans.tail(place)
            if begin in owned:
                end = max(place, owned[begin].end)
            else:
                end = self.spans.before_name(tail.end(), tail.group()) if tail else place
            if not self._leads_to(place, named_after, beginnings) and end not in named_after:
                offices.append(Voice(start, end, "title", (start, end)))
        return offices

    def _of_whom(self, office: Voice, named: dict[int, Voice]) -> Voice:
        """The person whom an office right behind a name and a comma belongs to («Азиз Ахмедов, глава МИД»), else the office."""
        person = named.get(office.start - 2) if self.text[office.start - 2 : office.start] == ", " else None
        return Voice(office.start, office.end, "person", person.named, full=True) if person else office

    @staticmethod
    def _joined(bodies: list[Voice], titles: list[tuple[int, int]]) -> tuple[list[Voice], list[tuple[int, int]]]:
        """Offices and bodies that stand before one another are one, which is what the last of them is.

        «давлат раҳбари матбуот хизмати» and «савдо вазирлиги матбуот хизмати» are press services, «Россия ТИВ раҳбари» is its
        head.
        """
        parts = sorted([*((body.start, body.end, True) for body in bodies), *((*title, False) for title in titles)], key=_longest)
        joined: list[tuple[int, int, bool]] = []
        for start, end, is_body in parts:
            if joined and end <= joined[-1][1]:
                continue  # «министрлиги» holds «министр»
            if joined and start <= joined[-1][1] + 1:
                joined[-1] = (joined[-1][0], end, is_body)
            else:
                joined.append((start, end, is_body))
        whole = [Voice(start, end, "body", (start, end)) for start, end, is_body in joined if is_body]
        return whole, [(start, end) for start, end, is_body in joined if not is_body]

    def _title_of(self, body: Voice, titles: list[tuple[int, int]]) -> int | None:
        """Where the title begins that a body is part of: «глава МИД Узбекистана», "head of government"."""
        number = bisect_right(titles, (body.start, len(self.text))) - 1
        if number >= 0 and titles[number][0] < body.end and body.start <= titles[number][1] + 1:
            return titles[number][0]
        return None

    def _leads_to(self, place: int, named: list[int], titles: set[int]) -> bool:
        """Whether a name follows a title, perhaps behind what the title is of («министр энергетики Казахстана Ерлан …»)."""
        stop = min(len(self.text), place + (_TITLE_NEAR if self.words.verb_last else _LONGEST_OFFICE))
        if not any(place <= start < stop for start in named):
            return False
        begin = place
        while mark := (_TAJIK_ELSE if self.tajik else _ELSE).search(self.text, begin, stop):
            if mark.group() == "," and (mark.end() + 1 in titles or (self.tajik and mark.end() + 1 in named)):
                begin = mark.end()  # «вице-премьер, министр иностранных дел …», «сафири Эрон дар Душанбе, Азиз Каримов»
            elif institution := _INSTITUTION.match(self.text, mark.start()):
                begin = institution.end()  # «директор НИИ «Геополитики и стратегии» Канатбек Азиз»
            else:
                break
        return self._is_named(place, mark.start() if mark else stop, named)

    def _is_named(self, place: int, stop: int, named: list[int]) -> bool:
        """Whether somebody's name begins within a stretch and no verb of saying before it."""
        number = bisect_left(named, place)
        if number == len(named) or named[number] >= stop:
            return False
        return self.words.verb.search(self.text, place, named[number]) is None

    def _is_apposition(self, body: Voice, people: list[Voice]) -> bool:
        """Whether a body only says what somebody works for («Helen Marsh, an analyst at the Ministry …»)."""
        number = bisect_left([person.start for person in people], body.start) - 1
        if number < 0 or body.start - people[number].end > _TITLE_NEAR:
            return False
        between = self.text[people[number].end : body.start]
        return between.startswith((",", " (")) and "." not in between and self.words.verb.search(between) is None

    def _is_employer(self, body: Voice, named: list[int]) -> bool:
        """Whether a name stands behind a body: «представитель МИД РК Айбек …», «министрліктің өкілі Айбек …»."""
        surface = self.text[body.start : body.end]
        if surface[:5].lower() in _PRESS:
            return False  # «пресс-служба казахстанского лидера Касым-Жомарта Токаева»
        if self.owner is not None and self.owner.search(surface) is None:
            return False
        stop = min(len(self.text), body.end + _TITLE_NEAR // 2)
        mark = (_TAJIK_ELSE if self.tajik else _MARK).search(self.text, body.end, stop)
        return self._is_named(body.end, mark.start() if mark else stop, named)
