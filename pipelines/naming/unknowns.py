"""The names that the models find beside the known ones: which stand, which correct a known name, and whose they are.

A known actor under a spelling that no table holds is found here too (`pipelines.naming.spellings`).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from weakref import WeakKeyDictionary

from c5watch.knowledge import Knowledge
from c5watch.text import fold_text, name_key
from pipelines.alternation import join_by_letters
from pipelines.naming.context_words import GIVEN_PLACES, OPENERS, RANK, RANK_WORDS, STATE_BODY
from pipelines.naming.inflection import LONGEST_ENDING, suffix_follows
from pipelines.naming.listed_names import SURNAME_FIRST
from pipelines.naming.names import Found
from pipelines.naming.ner import one_person_throughout, unknown_names
from pipelines.naming.ner_organisations import KNOWN, Entity
from pipelines.naming.ner_shapes import SHAPED
from pipelines.naming.newsrooms import beside_newsrooms, unexplained_newsrooms
from pipelines.naming.persons import Persons, is_title
from pipelines.naming.reading import Reading, Sense
from pipelines.naming.spellings import spellings_of
from pipelines.naming.things import Things

_FORMAT = re.compile(r"[CСBВ]\s*[56](?:\s*[+＋]\s*\w+)?$|ЦА[ -]?5")
# Not a person but an agreement.
_ACCORDS = re.compile(
    r"(?:Abraham|Ibrohim|[IY]braýym|Ибрагим\w*|Ибрахим\w*|Ибраһим\w*|Ибраим\w*|Иброҳим\w*|Авраам\w*) "
    r"(?:Accord|kelish|ylala|kelis|келиш|келіс|макулда|мақұлда|созиш|соглаш)",
    re.IGNORECASE,
)
# One of these stands in all that the pattern fits, in small letters.
_ACCORD_LETTERS = ("brah", "broh", "braý", "ибра", "ибро", "авра")
_IN_QUOTES = re.compile('(?<=[«"“„])[^«»"“”„]+')
_OPENING, _CLOSING = frozenset('«"“„'), frozenset('»"”“')
_BEHIND = 15  # characters behind a name that tell an agreement
LEAST_SURNAME = 5  # letters
_DASH_BEFORE = re.compile(r"\s?[–—-]\s?$")  # «Кытай – Кыргызстан – Өзбекстан жолу»: the last of a row
_ADJECTIVE_ENDING = re.compile("(?:ий|ая|ое|ие|ого|ому|им|ом|ой|ую|их|ими|и|s)?")


class Unknowns:
    """The unknown names of one article."""

    def __init__(self, reading: Reading, persons: Persons, things: Things) -> None:
        self.reading = reading
        self.persons = persons
        self.things = things
        self._adjectives = _adjectives_of(reading.knowledge)
        self._spellings = spellings_of(reading.knowledge)

    def senses_beside(self, senses: list[Sense]) -> list[Sense]:
        """The names that the models find; a known name that is only part of such a one leaves ``senses``."""
        text = self.reading.text
        explained = bytearray(len(text) + 1)
        meant = {(sense.start, sense.end) for sense in senses}
        closed = {one.start for one in self.reading.found if (one.start, one.end) not in meant and self._is_no_name(one)}
        for sense in senses:
            explained[sense.start : sense.end] = bytes((KNOWN[sense.type],)) * (sense.end - sense.start)
        for start in self.persons.doubtful:
            explained[start] = 0
        # The models read the rank of an ambassador small, like any title.
        has_rank = any(map(text.__contains__, RANK_WORDS))
        read = RANK.sub(lambda rank: rank.group().lower(), text) if has_rank else text
        language = self.reading.languages[0] if self.reading.languages else ""
        papers = list(unexplained_newsrooms(text, explained)) if language != "ru" else []  # the Russian model knows them
        names = unknown_names(read, self.reading.sentences, language, explained)
        names = one_person_throughout(text, names)
        names, papers = beside_newsrooms(names, papers)
        added = [Sense(*paper, "ORG") for paper in papers]
        starts = [sense.start for sense in senses]
        gone: set[int] = set()
        for name in map(self._up_to_a_place, names):
            known = self.reading.found_at(name.start)
            if (
                self._is_format_or_people(name)
                or self._is_of_accords(name)
                or (known is not None and known.start in closed and name.end <= known.end)
            ):
                continue
            first = max(0, bisect_right(starts, name.start) - 1)
            rivals = [
                sense
                for sense in senses[first : bisect_right(starts, name.end - 1)]
                if sense.end > name.start and id(sense) not in gone
            ]
            if not self._is_welcome(name, rivals):
                continue
            gone.update(
                id(rival)
                for rival in rivals
                if name.type == "PER" or not self._speaks_for_a_country(name) or self._is_in_quotes(name, rival)
            )
            added.append(self._unknown(name))
        senses[:] = [sense for sense in senses if id(sense) not in gone]
        strangers = self._strangers((*senses, *added))
        for sense in (*added, *(sense for sense in senses if sense.bare)) if strangers else ():
            if sense.type == "PER" and self._is_stranger(sense, strangers):
                sense.actor = None
        return added

    def _is_of_accords(self, name: Entity) -> bool:
        text, end = self.reading.text, name.end + _BEHIND
        may_be = any(map(text[name.start : end].lower().__contains__, _ACCORD_LETTERS))
        return may_be and _ACCORDS.search(text, name.start, end) is not None

    def _strangers(self, senses: Iterable[Sense]) -> dict[str, int]:
        """The keys of surnames of unknown persons whom the text names in full, and where it does so first."""
        strangers: dict[str, int] = {}
        for sense in senses:
            surname = self.reading.text[sense.start : sense.end].rpartition(" ")
            if sense.type == "PER" and sense.actor is None and not sense.candidates and surname[1]:
                key = name_key(surname[2])
                strangers[key] = min(sense.start, strangers.get(key, sense.start))
        return strangers

    def _is_stranger(self, sense: Sense, strangers: Mapping[str, int]) -> bool:
        """«Закир Умаров … По словам Умарова»: a bare surname is the stranger's who is named before it.

        Unless the text names the known bearer in full, or by title.
        """
        surface = self.reading.text[sense.start : sense.end]
        if " " in surface or sense.actor in self.persons.introduced or sense.actor in self.persons.titled:
            return False
        return strangers.get(name_key(surface), sense.start) < sense.start

    def _is_format_or_people(self, name: Entity) -> bool:
        """C5+1 and «Кыргызский»: a summit format and an adjective are no names of this kind."""
        surface = self.reading.text[name.start : name.end]
        if _FORMAT.match(surface):
            return True
        people = self._adjectives.match(surface.lower())
        if people and surface[people.end() : people.end() + 1] == "-" and " " not in surface:
            return True  # "Uzbek-British"
        if people is None:
            return False
        rest = surface[people.end() :].lower()
        return _ADJECTIVE_ENDING.fullmatch(rest) is not None or any(
            suffix_follows(language, rest) for language in self.reading.languages
        )

    def _is_no_name(self, one: Found) -> bool:
        """Dollars, streets: known words that name nobody here, whatever a model takes them for."""
        return self.reading.is_currency(one) if "united-states" in one.actors else self.reading.is_named_after(one)

    def _is_welcome(self, name: Entity, rivals: list[Sense]) -> bool:
        """Whether an unknown name stands beside the known ones in its place, or corrects them."""
        if name.type == "PER":
            return all(
                self._is_strangers(rival, name) if rival.type == "PER" else self._is_persons(rival, name) for rival in rivals
            )
        if name.type == "LOC":
            return not rivals
        return not any(
            rival.type == "PER"
            or _DASH_BEFORE.search(self.reading.text, max(0, rival.start - 3), rival.start)
            or rival.start < name.start
            or rival.end > name.end
            or (rival.start == name.start and (rival.type == "ORG" or rival.end == name.end))
            or (rival.type == "ORG" and (self._is_quoted(rival) or self._ends_with(name, rival)))
            for rival in rivals
        )

    def _is_quoted(self, rival: Sense) -> bool:
        """The known name is all that stands in the quotation marks: ОАО «Газпром» is Газпром."""
        text = self.reading.text
        return text[rival.start - 1 : rival.start] in _OPENING and text[rival.end : rival.end + 1] in _CLOSING

    def _ends_with(self, name: Entity, rival: Sense) -> bool:
        """A known organisation behind words that only stand before it: shapes do not tell where a name begins."""
        return rival.end == name.end and not SHAPED.isdisjoint(self.reading.languages[:1])

    def _speaks_for_a_country(self, name: Entity) -> bool:
        """A country in an organisation's name is a mention where the organisation is its own (the embassy, not the club)."""
        return self.reading.languages[:1] == ("ru",) or STATE_BODY.search(self.reading.text, name.start, name.end) is not None

    def _is_in_quotes(self, name: Entity, rival: Sense) -> bool:
        """«Казахстан Инжиниринг», «Вечерний Бишкек»: a word of the title and no country."""
        before = self.reading.text[name.start : rival.start]
        return any(map(before.__contains__, _OPENING)) and not any(map(before.__contains__, "»”"))

    def _is_strangers(self, rival: Sense, name: Entity) -> bool:
        """The longer name has a given name that is not that of the known bearer of the surname."""
        if not rival.bare or name.end < rival.end:
            return False
        if name.start == rival.start:  # Li Keqiang is not Li Qiang
            bearers = (rival.actor,) if rival.actor else rival.candidates
            return name.end > rival.end + 1 and any(self.reading.actor(one).country in SURNAME_FIRST for one in bearers)
        if name.start > rival.start:
            return False
        words = self.reading.text[name.start : rival.start].split()
        return any(word[0].isupper() and word.lower() not in OPENERS and not is_title(word) for word in words)

    def _up_to_a_place(self, name: Entity) -> Entity:
        """«Нұрсұлтан Аманжолов Лондонда»: a known place in the case of places is no surname."""
        known = self.reading.found_at(name.end - 1)
        if name.type == "PER" and known is not None and known.start > name.start and self.things.capitals.is_where(known):
            return name._replace(end=known.start - 1)
        return name

    def _is_persons(self, rival: Sense, name: Entity) -> bool:
        """A place that is part of a person's name here: George Washington, Paris Hilton."""
        return (
            rival.type == "LOC"
            and " " in self.reading.text[name.start : name.end]
            and (
                (name.start < rival.start and name.end == rival.end)
                or (name.start == rival.start and self.reading.text[rival.start : rival.end] in GIVEN_PLACES)
            )
        )

    def _unknown(self, name: Entity) -> Sense:
        spellings = self._spellings
        quoted = _IN_QUOTES.search(self.reading.text, name.start, name.end)
        own = quoted.group() if quoted else self.reading.text[name.start : name.end]  # фонд «Самрук-Қазына»
        if name.type != "LOC" and (body := spellings.body(own)):
            of_another = self.things.is_of_another_country(Found(name.start, name.end, ()), self.reading.actor(body))
            return Sense(name.start, name.end, "ORG", None if of_another else body)
        if name.type != "PER":
            return Sense(name.start, name.end, name.type)
        for surface in without_case(self.reading.text[name.start : name.end], self.reading.languages):
            known = spellings.actor(surface, self.persons.introduced)
            if known is not None:
                artist = self.persons.is_artist(known, name.start)
                return Sense(name.start, name.end, name.type, None if artist else known, (known,) if artist else ())
        known_name = self.reading.found_at(name.start)
        ids = known_name.actors if known_name is not None and (known_name.start, known_name.end) == (name.start, name.end) else ()
        return Sense(name.start, name.end, name.type, None, ids)


def without_case(surface: str, languages: Iterable[str]) -> Iterator[str]:
    """A name as it stands, then without what may be its case ending."""
    yield surface
    least = max(surface.rfind(" ") + 1 + LEAST_SURNAME, len(surface) - LONGEST_ENDING)
    for cut in range(len(surface) - 1, least - 1, -1):
        if any(suffix_follows(language, surface[cut:].lower()) for language in languages):
            yield surface[:cut]


_ADJECTIVES: WeakKeyDictionary[Knowledge, re.Pattern[str]] = WeakKeyDictionary()


def _adjectives_of(knowledge: Knowledge) -> re.Pattern[str]:
    """One pattern of all adjectives and peoples that the knowledge lists, from the start of a lower-case word."""
    if knowledge not in _ADJECTIVES:
        stems = {
            fold_text(stem).text.lower()
            for actor in knowledge.actors.values()
            for stems in actor.adjectives.values()
            for stem in stems
        }
        longest_first = sorted(map(re.escape, stems), key=len, reverse=True)
        _ADJECTIVES[knowledge] = re.compile(join_by_letters("|".join(longest_first)) if longest_first else "(?!)")
    return _ADJECTIVES[knowledge]
