"""Whose words a title, a body, he and she stand for: who has the office, which body was named in full, who was named before."""

from __future__ import annotations

import re

from c5watch.knowledge import Knowledge
from c5watch.knowledge.types import OfficeKind
from c5watch.text import HOMES, name_key
from pipelines.speech.known_people import COUNTRY_STEM, find_countries, find_homes, find_ministries, find_offices
from pipelines.speech.nominative import nominative_office
from pipelines.speech.office_words import DEPUTIES, FOREIGN, FOREIGN_HEADS, LEADERS, SAME_TITLE, STATE_OFFICES, STATES
from pipelines.speech.voice_lines import Voice
from pipelines.speech.voices import Voices

# A newsroom that writes in the language of its country calls its own head of state so.
_OWN_HEADS = (
    "мемлекет бас",
    "мамлекет баш",
    "davlat rahbar",
    "давлат раҳбар",
    "сарвари давлат",
    "сарвари кишвар",
    "роҳбари давлат",
    "пешвои миллат",
    "döwlet baş",
    "milli lider",
    "milletiň lider",
    "türkmen lider",
    "prezidentimiz",
    "президентіміз",
    "президентибиз",
    "президентимиз",
)
_TITLE_NEAR, _DEPUTY_NEAR, _SUBJECT_NEAR, _PRONOUN_REACH = 60, 90, 40, 500
# A government is not the ministry that was named before.
_GOVERNMENTS = (
    "правительств",
    "government",
    "үкімет",
    "өкмөт",
    "hukumat",
    "ҳукумат",
    "hökümet",
    "кабмин",
    "администраци",
    "мақомот",
)
_GOVERNMENT_STEM, _LONGEST_HEAD, _LONGEST_PARTICLE = 5, 4, 3
_BODY_ALONE = re.compile(
    r"Ведомств|Министерств|Мекеме|Министрлі|Министрли|Vazirlik|Вазирлик|Вазорат|Ministrli|Посольств|Сафорат|Елшілік|Элчилик|"
    r"Elchixona|Элчихона|Ilçihana|Ministry|Embassy"
)
_PLAIN = re.compile(
    r"там же|он|она|они|его|е[её]|их|he|she|they|it|ол|оның|ал|анын|u|uning|у|унинг|ӯ|вай|ol|onuň|.* .*", re.IGNORECASE
)
_ENVOYS = ("представител", "Представител")
_HEADLINES = 2  # line breaks before the text begins
_DEPUTY_BEFORE, _DEPUTY_BEHIND = re.compile(DEPUTIES[0], re.IGNORECASE), re.compile(DEPUTIES[1])
_FOREIGN_NEAR, _DEPUTY_STEM = 30, 6
_STATES = {name_key(name): country for name, country in STATES.items()}
_SENTENCE_END = re.compile(r"[.!?…]\s|\n")


class Holders:
    """Resolves the voices of one text."""

    def __init__(self, voices: Voices, knowledge: Knowledge) -> None:
        self.voices = voices
        self.text = voices.text
        self.language = voices.language
        self.offices = find_offices(knowledge)
        self.countries = find_countries(knowledge)
        self.homes = find_homes(knowledge)
        self.ministries = find_ministries(knowledge)

    def resolve(self, voice: Voice | None, quote_start: int, last: str | None, last_end: int) -> str | None:
        """The name of a speaker; ``last`` spoke before and ``last_end`` is where those words ended."""
        if voice is None:
            return None
        if voice.kind == "document":
            return last or self._source_before(quote_start)
        if voice.kind != "pronoun":
            return self._named(voice, last)
        # Whom a sentence since then began with is spoken of now.
        place = min(voice.start, quote_start)
        for one in self.voices.people_backwards(last_end, place):
            if self._is_subject(one):
                return self.voices.name(one)
        if last and (self._is_person(last) or _PLAIN.fullmatch(self.text, voice.start, voice.end)):
            return last
        oblique = None
        for one in self.voices.people_backwards(max(0, place - _PRONOUN_REACH), place):
            if self.voices.is_subject(one):
                if not self.voices.is_oblique(one):
                    return self.voices.name(one)
                oblique = oblique or one
        return self.voices.name(oblique) if oblique else last

    def _is_person(self, name: str) -> bool:
        """Whether a speaker is no body, which «дипломат» and «эксперт» do not mean."""
        # Only particles («фон») are written small in a name.
        words = name.split()
        if any(len(word) > _LONGEST_PARTICLE and word.islower() for word in words) or not self.voices.names.may_hold(words):
            return False  # which spares the reading of the whole text
        return any(one.kind == "person" and self.voices.name(one) == name for one in self.voices.read_first())

    def _source_before(self, place: int) -> str | None:
        """The body that was named last before a place: its paper is what a text cites without a name."""
        named = list(self.voices.before(place))
        bodies = (one for one in named if one.kind == "body" and place - one.start < _PRONOUN_REACH)
        # «… Мирзиёевнинг мақоласи чоп этилди. …, дейилади мақолада»
        people = (one for one in reversed(named) if one.kind == "person" and not self.voices.is_subject(one))
        source = next(bodies, None) or next(people, None)
        return self.voices.name(source) if source else None

    def _named(self, voice: Voice, last: str | None) -> str:
        holder = None
        if voice.kind == "title":
            holder = self._holder(voice, last)
            if holder is None and (deputy := self._deputy(voice)) and deputy[0] < voice.start:
                voice = voice._replace(named=(deputy[0], voice.end))  # «советник президента»
        elif voice.kind == "person" and not voice.full:
            holder = self._of_two(voice)
        elif voice.kind == "body":
            if self.text.startswith(_ENVOYS, voice.start):
                # «Представитель Кремля добавил»: the press secretary who spoke before.
                holder = self._introduced(voice.start, ["пресс-секретар", "представител", "спикер"], None)
            voice = self._introduced_body(voice) or voice
        return holder or self.voices.name(voice)

    def actor(self, speaker: str | None) -> str | None:
        """The id of a speaker; a ministry of foreign affairs is that of the state in its name or of the newsroom's country."""
        actor = self.voices.actor(speaker)
        if actor or speaker is None or not FOREIGN.search(lowered := speaker.lower()):
            return actor
        if self.voices.words.title.search(lowered) and not self.voices.words.body.search(lowered):
            return None
        if named := self._countries_in(speaker):
            return self.ministries.get(next(iter(named))) if len(named) == 1 else None
        if home := HOMES.get(self.language):
            return self.ministries.get(home)
        # A newsroom that writes for many countries means the only ministry that it named with its state.
        bodies = (self.voices.name(one) for one in self.voices.all if one.kind == "body")
        known = {country for body in bodies if FOREIGN.search(body.lower()) for country in self._countries_in(body)}
        return self.ministries.get(next(iter(known))) if len(known) == 1 else None

    def _countries_in(self, office: str) -> set[str]:
        return {country for word in office.split() if (country := self._country(word))}

    def _of_two(self, surname: Voice) -> str | None:
        """Whom «президент Жапаров» means where several of that surname are named: who has the office."""
        before = self.text[max(0, surname.start - _TITLE_NEAR) : surname.start].lower()
        titles = [match for match in self.voices.words.title.finditer(before) if match.end() == len(before) - 1]
        kinds = {kind for title in titles for start, kind in STATE_OFFICES.items() if title.group().startswith(start)}
        key = name_key(self.text[surname.start : surname.end])
        if not kinds or not self.voices.names.introduces(key):
            return None
        people = [one for one in self.voices.all if one.kind == "person" and one.full]
        names = {name for name in map(self.voices.name, people) if name_key(name.split()[-1]) == key}
        fitting = {name for name in names if kinds & self.offices.get(self.voices.actor(name) or "", frozenset())}
        return next(iter(fitting)) if len(fitting) == 1 else None

    def _is_subject(self, voice: Voice) -> bool:
        before = self.text[max(0, voice.start - _SUBJECT_NEAR) : voice.start]
        ends = list(_SENTENCE_END.finditer(before))
        if not ends and len(before) == _SUBJECT_NEAR:
            return False
        opening = before[ends[-1].end() :] if ends else before
        return (
            re.search(r"\b(?:с|со|у|от|к|о|об|для|with|to|from|of|for|бо|ба|аз|барои)\s", opening) is None and "," not in opening
        )

    def _introduced_body(self, voice: Voice) -> Voice | None:
        """What «ведомство» or "the ministry" stands for: the body named in full before."""
        surface = self.text[voice.start : voice.end].removeprefix("the ").removeprefix("The ")
        if not surface.islower() and _BODY_ALONE.match(surface):
            surface = surface.lower()  # «Ведомство» begins a sentence
        if " " in surface or not surface.islower() or self.voices.words.group.match(surface):
            return None
        government = surface[:_GOVERNMENT_STEM] if surface.startswith(_GOVERNMENTS) else ""
        for one in self.voices.before(voice.start):
            named = self.text[one.start : one.end]
            if one.kind == "body" and self._is_full(named) and government in named.lower():
                return one
        return None

    def _is_full(self, office: str) -> bool:
        """Whether a body is called by its name: an abbreviation, a state in it, or a ministry of several words."""
        own = self.language != "ru" and office[0].isupper() and " " in office
        return len(office) > _LONGEST_HEAD and (own or not office[_LONGEST_HEAD:].islower())

    def _holder(self, title: Voice, last: str | None) -> str | None:
        """The person whom the text before has given the title, first of all who spoke last."""
        text = self.text
        whole = text[title.start : title.end].lower()
        # «Россия ТИВ раҳбари»: the office is the last word.
        heads = [match.start() for match in self.voices.words.title.finditer(whole)] if self.voices.words.verb_last else []
        surface = whole[heads[-1] :] if heads else whole
        if deputy := self._deputy(title):
            holder = self._introduced(deputy[0], [deputy[1]], None, alone=True, near=_DEPUTY_NEAR)
            # Who spoke before and has no office of state may be the deputy whom the text never calls so.
            return holder or (last if last and not self.offices.get(self.voices.actor(last) or "", frozenset()) else None)
        surface = nominative_office(surface, self.language)  # «по словам акима»
        first, _, rest = surface.partition(" ")
        beginning = surface[: 5 if self.voices.words.verb_last else 6]
        same = [other for title_, other in SAME_TITLE.items() if surface.startswith(title_)]
        # «metbugat wekili» is no «metbugat ýygnagy», «министр обороны» rather than any minister.
        stems = [f"{first} {rest[:4]}" if rest else beginning, *same]
        country = self._country_of(title)
        if country is None and surface.startswith(_OWN_HEADS):
            country = HOMES.get(self.language)
        kinds = {
            kind for beginning, kind in STATE_OFFICES.items() if any(stem.startswith(beginning) for stem in (surface, *same))
        }
        office = text[max(0, title.start - (_FOREIGN_NEAR if self.voices.words.verb_last else 0)) : title.end].lower()
        if surface.startswith(FOREIGN_HEADS) and FOREIGN.search(office.rpartition(". ")[2]):
            kinds = {"foreign-minister"}
        elif country and surface.startswith(LEADERS):
            kinds.add("head-of-state")  # «глава Узбекистана»
        spoke = self.voices.actor(last)
        if spoke and kinds & self.offices.get(spoke, frozenset()) and country in {None, self.homes.get(spoke)}:
            return last
        holder = self._by_office(kinds, country) if kinds and country else None
        tries = [(stems, True), (stems, False)]
        if rest and not self.voices.words.verb_last:
            tries.append(([beginning], True))  # «министр обороны» of «министра»
        for words, alone in tries:
            holder = holder or self._introduced(title.start, words, country, alone=alone)
        if holder is None and country and surface.startswith(FOREIGN_HEADS):
            kinds = {"foreign-minister"}  # «ресейлік министр» where the text names Lavrov
        return holder or (self._by_office(kinds, country) if kinds else None)

    def _by_office(self, kinds: set[OfficeKind], country: str | None) -> str | None:
        """Whom of those whom the text names knowledge gives such an office, if it is one."""
        named = [person for person in self.voices.all if person.kind == "person" and self._is_of(person, country)]
        holders: dict[str, str] = {}
        for name in map(self.voices.name, named):
            actor = self.voices.actor(name)
            if actor and kinds & self.offices.get(actor, frozenset()):
                holders.setdefault(actor, name)
        if len(holders) > 1 and country is None:
            # A newsroom that writes in the language of its country means its own.
            home = HOMES.get(self.language)
            holders = {actor: name for actor, name in holders.items() if self.homes.get(actor) == home}
        return next(iter(holders.values())) if len(holders) == 1 else None

    def _introduced(
        self, place: int, stems: list[str], country: str | None, *, alone: bool = False, near: int = _TITLE_NEAR
    ) -> str | None:
        """Whose name stands beside such a title before a place; below a headline, whose stands there.

        ``alone``: nobody else stands between the name and the title.
        """
        people = [person for person in self.voices.before(place) if person.kind == "person"][::-1]
        if holder := self._beside_title(people, (0, place), stems, country, alone=alone, near=near):
            return holder
        headline = self.text.find("\n", place) if self.text.count("\n", 0, place) <= _HEADLINES else -1
        if headline < 0:
            return None
        below = [one for one in self.voices.between(headline, headline + _PRONOUN_REACH) if one.kind == "person"]
        return self._beside_title(below, (headline, len(self.text)), stems, country, alone=alone, near=near)

    def _beside_title(
        self, people: list[Voice], span: tuple[int, int], stems: list[str], country: str | None, *, alone: bool, near: int
    ) -> str | None:
        for number in reversed(range(len(people))):
            person = people[number]
            begin, stop = span
            if alone:
                begin = max(begin, people[number - 1].end if number else 0)
                stop = min(stop, people[number + 1].start if number + 1 < len(people) else stop)
            if self._is_of(person, country):
                # «Вазир бо Ерлан Сапаров мулоқот кард»: what stands before "with" is somebody else.
                begin = max(begin, self.voices.preposition(person))
                around = self.text[max(begin, person.start - near) : min(stop, person.end + near)].lower()
                if any(stem in around for stem in stems):
                    return self.voices.name(person)
        return None

    def _deputy(self, title: Voice) -> tuple[int, str] | None:
        """Where it says that not the holder speaks but a deputy, and how that word begins."""
        if before := _DEPUTY_BEFORE.search(self.text, max(0, title.start - _TITLE_NEAR), title.start):
            return before.start(), before.group()[:_DEPUTY_STEM].lower()
        behind = _DEPUTY_BEHIND.match(self.text, title.end)
        return (title.start, behind.group().split()[-1][:_DEPUTY_STEM].lower()) if behind else None

    def _country_of(self, title: Voice) -> str | None:
        """Which country's office it is, as the words beside it say («президент Узбекистана», "the Kazakh president")."""
        before = self.text[max(0, title.start - _TITLE_NEAR) : title.start]
        sentence = re.split(r"[.!?…:,\n]", before)[-1].split()
        words = self.text[title.start : title.end].split()
        before_it = [] if self.language == "tg" else reversed(sentence[-2:])  # «аз Афғонистон вазир гуфт»
        for word in [*(words if self.voices.words.verb_last else words[1:]), *before_it]:
            if country := self._country(word):
                return country
        return None

    def _country(self, word: str) -> str | None:
        key = name_key(word)
        return self.countries.get(key[:COUNTRY_STEM]) or _STATES.get(key)

    def _is_of(self, person: Voice, country: str | None) -> bool:
        """Whether a person may hold an office of a country: who is not known may."""
        if country is None:
            return True
        home = self.homes.get(self.voices.actor(self.voices.name(person)) or "")
        return home is None or home == country
