"""Who a quote is by: a person by the fullest name that the text has, an office or body by its words, he and she by who was
named before.

Everybody who could speak is found once in a text; the nearest to a verb of saying speaks. A title before a name belongs to the
name; a title alone («министр») is its holder, where the text names one, else it is the speaker itself.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from c5watch.article import Article
from c5watch.knowledge import Knowledge
from pipelines.dialogue.talk import talk_language
from pipelines.speech.attribution import Attribution
from pipelines.speech.known_people import find_bodies, find_countries, find_men, find_people
from pipelines.speech.nominative import nominative_name, nominative_office
from pipelines.speech.office_spans import GENITIVE, LONGEST_CASE, OfficeSpans
from pipelines.speech.voice_names import PersonNames, key_of

# What may stand for a speaker right behind a verb or «по мнению»: a noun and what belongs to it, up to a mark.
_PHRASE = {
    "ru": re.compile(
        r"\s(?P<who>(?!журналист|репортёр|репортер|корреспондент|также|после|перед|более|менее|очень|только|было|были|можно|нужно)"
        r"[а-яё]{4,}(?<!ому)(?<!ему)(?<!ого)(?<!его)(?<!ам)(?<!ям)(?<!ами)(?<!ах)(?: [\w-]+){0,3})(?=[.,;:)]|\s[–—]|$)"
    ),
    "en": re.compile(r"\s(?P<who>(?:the |an? )[a-z]{3,}(?: [\w-]+){0,4})(?=[.,;:)]|\s[–—]|$)"),
}
_NOTHING = re.compile(r"(?!)")
_CONTEXT = 100
# What stands before the name of somebody who does not speak («после встречи с президентом …»).
_OBLIQUE = re.compile(
    r"(?:^|[\s,])(?:(?:с|со|у|к|ко|о|об|от|для|перед|между|при|with|to|for|from|бо|аз)\s(?:[^\W\d_][\w-]*\s){0,4}|"
    r"(?:ба|барои)\s(?:[^\W\d_][\w-]*\s){0,2})$"
)
_TITLE_NEAR = 60
_LONGEST_OFFICE = 150  # «глава Центра энергетической дипломатии Института международных исследований Узбекистана Азиз Каримов»
_MOST_BEFORE = 60

# «Сарапшылардың айтуынша»: a noun that is no pronoun, in the genitive, right before the words for "according to".
_OF = {
    "kk": r"[дтн][ыі]ң",
    "ky": r"[дтн][ыиуү]н",
    "uz": r"ning",
    "uz-Cyrl": r"нинг",
    "tk": r"(?:(?<=l[iy]g[iy])ň|(?<!l[iy]g)n?[yiuü]ň)",
}
_PHRASE_BEFORE = {
    language: re.compile(rf"(?P<who>(?:[^\W\d_][\w’'‘ʻʼ-]+ ){{0,2}}[^\W\d_][\w’'‘ʻʼ-]{{3,}}?)(?:{ending})\s*$")
    for language, ending in _OF.items()
}
_LONGEST_PHRASE = 60
# A title in the accusative, dative or ablative.
_OBJECT = re.compile(r"(?:[ғқкг][аеоө]|[дтн][аеоө]н|[ыиіуү]н[аеоө]?|ni|ни|[gkq]a|dan|дан|га|[yi]n[yai])$")
# «Рахмон менен жолугушуудан кийин …»: with whom, for whom, by whom.
_BESIDES = re.compile(
    r"\s(?:менен|мен|[бп]ен|bilan|билан|bilen|үчүн|үшін|uchun|учун|üçin|тара[бп]ынан|tomonidan|томонидан|tarapyndan|"
    r"рет[иі]нде|катары|sifatida|сифатида|hökmünde)(?!\w)"
)
_MAN = re.compile("[оеё]в$|[eoy]v$|[oeý]w$")
_INITIAL = re.compile(r"^([^\W\d_])\.\s?")
_MARK = re.compile("[.,;:!?\n«»“”()–—]")
# Behind a title: what follows is about somebody else («президент на встрече с …», «сарвазири Русия зимни мулоқот бо …»).
_ELSE = re.compile("[.,;:!?\n«»“”()–—]| (?:с|со|на|о|об|после|во время|перед|with|at|during|after|told|бо|зимни|баъди) ")
# «Сафорати Русия дар Тоҷикистон ба Азиз Каримов …»
_TAJIK_ELSE = re.compile(f"{_MARK.pattern}| (?:ба|бо|аз|барои|зимни|баъди) ")
_INSTITUTION = re.compile('[«"“„][^«»"“”„\n]{1,80}[»"”](?= [^\\W\\d_])')
_CHAIN = re.compile(r"(?: (?!ба |бо |аз |дар |ва |ки |низ |барои )[а-яёӯӣқғҳҷ]+){0,5} ")
_PRESS = ("пресс", "press")
_WHERE = re.compile(r"\s(?:дар|в|на|из|от|для|с|in|at|on|to) $")
_PLURALS = re.compile(
    r"^(?:(?P<hard>\w+(?:[гкхжчшщ]))ов|(?P<other>\w+)ов|(?P<soft>\w+)ей|(?P<adjective>уч[её]ны)х|(?P<eyes>очевидц)ев)$"
)

# A "document" speaks for whoever spoke last.
Kind = Literal["person", "body", "title", "pronoun", "phrase", "document"]


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who may speak, and the place of the fullest form of the name."""

    start: int
    end: int
    kind: Kind
    named: tuple[int, int]
    full: bool = False


def _plural(office: str) -> str:
    """«экспертов рынка» as «эксперты рынка»."""
    head, space, rest = office.partition(" ")
    match = _PLURALS.match(head)
    if match is None or head[0].isupper():
        return office
    kind = match.lastgroup or ""
    ending = {"hard": "и", "other": "ы", "soft": "и", "adjective": "е", "eyes": "ы"}[kind]
    return match[kind] + ending + space + rest


def _body(start: int, end: int) -> Voice:
    return Voice(start, end, "body", (start, end))


def _longest(part: tuple[int, int, bool]) -> tuple[int, int, bool]:
    """By the place; of those that begin together the longest first, a body before a title."""
    return part[0], -part[1], not part[2]


def _within(place: int, voices: list[Voice]) -> bool:
    """Whether a place belongs to one of some voices that stand in order and apart."""
    number = bisect_right(voices, place, key=lambda voice: voice.start) - 1
    return number >= 0 and place < voices[number].end


class Voices:
    """Everybody in a text who may speak, in its order; found when first asked for."""

    def __init__(self, article: Article, knowledge: Knowledge, words: Attribution) -> None:
        self.text = article.text
        self.language = article.language
        self.key = talk_language(article.language, article.script)
        self._owner = re.compile(rf"(?<=\w{{3}})-?(?:{_OF[self.key]})$") if self.key in _OF else None
        self.words = words
        self.persons, *_ = find_people(knowledge)
        self.bodies = find_bodies(knowledge)
        self.men = find_men(knowledge)
        self.countries = find_countries(knowledge)
        self._named: dict[int, str] = {}
        self.names = PersonNames(self.text, article.script, words, knowledge)

    def between(self, start: int, stop: int) -> list[Voice]:
        """Those who are named within a stretch."""
        first = bisect_left(self._starts, start)
        return [voice for voice in self.all[first : bisect_left(self._starts, stop)] if voice.end <= stop]

    def before(self, place: int) -> list[Voice]:
        """The last of those who are named before a place."""
        number = bisect_left(self._starts, place)
        return self.all[max(0, number - _MOST_BEFORE) : number]

    def is_subject(self, voice: Voice) -> bool:
        """Whether the last word has no ending of a case."""
        if self.words.verb_last and _BESIDES.match(self.text, voice.end):
            return False
        last = self.text[voice.start : voice.end].split()[-1]
        if voice.kind == "body":
            return self._owner is None or self._owner.search(last) is None
        if voice.kind == "title" and self._owner is not None:
            return self._owner.search(last) is None and _OBJECT.search(last) is None
        if self.words.verb_last and len(last) > len(bare := self.text[slice(*voice.named)].split()[-1]) and last.startswith(bare):
            return False  # «Tramp … ol Trampa»
        return nominative_name(last, self.language, "") == last or self.language in {"ru", "en"}

    def is_place(self, voice: Voice) -> bool:
        """«в издании», «на сайте министерства»: where somebody says it, not who."""
        return voice.kind == "body" and _WHERE.search(self.text, max(0, voice.start - 4), voice.start) is not None

    def _explained(self, voice: Voice) -> int:
        """Where the name begins that an office behind a comma explains («с Ерланом Сапаровым, министром …»)."""
        start = voice.start
        number = bisect_left(self._starts, start) - 1
        near = number >= 0 and self.text[start - 2 : start] == ", " and self.all[number].end == start - 2
        return self.all[number].start if near else start

    def is_oblique(self, voice: Voice) -> bool:
        """Whether a preposition before a person, or before the name that an office explains, says that somebody else acts."""
        start = self._explained(voice)
        if start == voice.start and self.language == "tg" and self.text[start - 2 : start] == ", ":
            start -= 1  # «бо ҳамтои русаш, Сергей Лавров»
            return _OBLIQUE.search(f"{self.text[max(0, start - _TITLE_NEAR) : start - 1]} ") is not None
        return _OBLIQUE.search(self.text, max(0, start - _TITLE_NEAR), start) is not None

    def preposition(self, person: Voice) -> int:
        """Where a preposition stands before a person, 0 for none."""
        start = self._explained(person)
        match = _OBLIQUE.search(self.text, max(0, start - _TITLE_NEAR), start)
        return match.start() if match else 0

    def pronoun(self, start: int, stop: int) -> Voice | None:
        """He, she or a word like the expert within a stretch."""
        match = self.words.pronoun.search(self.text, start, stop)
        if match and match.end() == stop and self.text[stop : stop + 1].isalnum():
            return None  # the stretch ends within a word: «ал|дында»
        return Voice(match.start(), match.end(), "pronoun", match.span()) if match else None

    def phrase(self, start: int, stop: int) -> Voice | None:
        """Whatever else stands there as a speaker: «жалуется капитан порта Актау», «Балықшылардың айтуынша»."""
        if pattern := _PHRASE_BEFORE.get(self.key):
            begin = max(start, stop - _LONGEST_PHRASE)
            match = pattern.search(self.text, self.text.find(" ", begin, stop) + 1 if begin > start else start, stop)
            return Voice(match.start("who"), match.end("who"), "phrase", match.span("who")) if match else None
        match = _PHRASE.get(self.language, _NOTHING).match(self.text, start, stop)
        return Voice(match.start("who"), match.end("who"), "phrase", match.span("who")) if match else None

    def name(self, voice: Voice) -> str:
        """The name of a person in the nominative, or what an office is called."""
        start, end = voice.named
        if voice.kind != "person":
            return self._office(self.text[start:end])
        name = self._named.get(start)
        if name is None:
            name = self._named[start] = self._person(start, end)
        return name

    def _person(self, start: int, end: int) -> str:
        if self.text[start:end].endswith(("зода", "zoda")):
            return self.text[start:end]  # no case ends it: «Расулзода»
        around = self.text[max(0, start - _CONTEXT) : end + _TITLE_NEAR]
        return nominative_name(" ".join(self.text[start:end].split()), self.language, around)

    def _office(self, office: str) -> str:
        if self.language == "ru":
            return _plural(nominative_office(office, self.language))
        return self._owner.sub("", office) if self._owner else office

    @cached_property
    def _starts(self) -> list[int]:
        return [voice.start for voice in self.all]

    @cached_property
    def all(self) -> list[Voice]:
        """Everybody, in the order of the text."""
        people = [Voice(start, end, "person", named, full) for start, end, named, full in self.names.find()]
        full = (one.end for one in people if one.full)
        people_ends = [end for end in full if not GENITIVE.search(self.text, end - LONGEST_CASE, end)]
        spans = OfficeSpans(self.names, self.language, self.key, people_ends, self.countries)
        lowered = self.text.lower()
        lowered = lowered if len(lowered) == len(self.text) else self.text
        titles = [match.span() for match in self.words.title.finditer(lowered)]
        bodies: list[Voice] = []
        for match in self.words.body.finditer(lowered):
            # «источник в правительстве» is one.
            if not bodies or match.start() >= bodies[-1].end:
                if self.language == "tg" and bodies and _CHAIN.fullmatch(self.text, bodies[-1].end, match.start()):
                    continue  # «Агентии обуҳавошиносии Кумитаи ҳифзи муҳити зисти назди Ҳукумати …» is the agency
                case = match["case"] if self.words.verb_last else None
                bodies.append(_body(*spans.of_body(match.start(), match.end() - len(case or ""))))
        if self.words.verb_last:
            bodies, titles = self._joined(bodies, titles)
        owned = {start: body for body in bodies if (start := self._title_of(body, titles)) is not None}
        parts = set(owned.values())
        bodies = [body for body in bodies if body not in parts]
        # «пресс-служба президента Касым-Жомарта Токаева» is one; «министр Арман Жумабеков» is the name.
        people = [person for person in people if not _within(person.start, bodies)]
        named_after = [person.start for person in people]
        beside = set(named_after)
        beginnings = {start for start, _ in titles}
        offices = []
        for begin, place in titles:
            if _within(begin, bodies):
                continue
            # «wise-prezidenti» is one word.
            start = self.text.rfind(" ", 0, begin) + 1 if self.text[begin - 1 : begin] == "-" else begin
            start = spans.extended(start) if self.words.verb_last else start
            tail = spans.tail(place)
            end = (
                max(place, owned[begin].end) if begin in owned else spans.before_name(tail.end(), tail.group()) if tail else place
            )
            if not self._leads_to(place, named_after, beginnings) and end not in beside:
                offices.append(Voice(start, end, "title", (start, end)))
        bodies = [body for body in bodies if not self._is_apposition(body, people) and not self._is_employer(body, named_after)]
        if not self.words.verb_last:
            named = {person.end: person for person in people if person.full}
            offices = [self._of_whom(office, named) for office in offices]
        return sorted([*people, *bodies, *offices], key=lambda voice: (voice.start, -voice.end))

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
        begin = place
        while mark := (_ELSE if self.language != "tg" else _TAJIK_ELSE).search(self.text, begin, stop):
            if mark.group() == "," and (mark.end() + 1 in titles or (self.language == "tg" and mark.end() + 1 in named)):
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
        if self._owner is not None and self._owner.search(surface) is None:
            return False
        stop = min(len(self.text), body.end + _TITLE_NEAR // 2)
        mark = (_MARK if self.language != "tg" else _TAJIK_ELSE).search(self.text, body.end, stop)
        return self._is_named(body.end, mark.start() if mark else stop, named)

    def actor(self, name: str | None) -> str | None:
        """The id of a known person or body."""
        if not name:
            return None
        key = key_of(_INITIAL.sub(r"\1 ", name) if "." in name else name)
        known = self.persons.get(key) or self.bodies.get(key.removeprefix("the "))
        return known or (self.men.get(key) if key in self.persons and _MAN.search(name) else None)
