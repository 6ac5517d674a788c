"""Who and what an article names: mentions with type, known actor and voice.

1. One pass finds the names of all known actors (`pipelines.naming.names`).
2. What a name means here is told from the text: a bare surname is the person introduced in full (before or after), else the
   one whose office, country and date fit, else nobody for sure (``candidates``); an abbreviation is the country that the text or
   the source speaks of; a capital is its government unless it is where something happens.
3. Only sentences that hold an unexplained capitalised word go through the slower recognition of unknown names
   (`pipelines.naming.ner`), which may also take a bare surname away («Эрик Трамп»).

Adjectives (казахстанский) and peoples are no mentions.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from weakref import WeakKeyDictionary

from c5watch.article import Article, Interview, Mention, Speaker
from c5watch.knowledge import Knowledge
from c5watch.text import fold_text, name_key
from pipelines.naming.context_words import GIVEN_PLACES, OPENERS, STATE_BODY
from pipelines.naming.inflection import LONGEST_ENDING, suffix_follows
from pipelines.naming.listed_names import SURNAME_FIRST
from pipelines.naming.names import Found, finder_of
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
_IN_QUOTES = re.compile('(?<=[«"“„])[^«»"“”„]+')
_OPENING, _CLOSING = frozenset('«"“„'), frozenset('»"”“')
_BEHIND = 15  # characters behind a name that tell an agreement
_LEAST_SURNAME, _BEGINNING = 5, 3  # letters of a surname, and those that its forms share
_CAPITALISED = re.compile(r"(?<![\w'-])[A-ZÀ-ÖØ-ÞА-ЯЁӘҒҚҢӨҰҮҺІЎҲҶӢӮŞŇÝŽÇ][^\W\d_][\w'-]{3,30}")
_DASH_BEFORE = re.compile(r"\s?[–—-]\s?$")  # «Кытай – Кыргызстан – Өзбекстан жолу»: the last of a row
_ADJECTIVE_ENDING = re.compile("(?:ий|ая|ое|ие|ого|ому|им|ом|ой|ую|их|ими|и|s)?")


def find_actors(article: Article, knowledge: Knowledge) -> Article:
    """The article with its mentions, and with the actor ids of interviewees and interviewers whose names resolve."""
    names = _Names(Reading(article, knowledge, fold_text(article.text)))
    mentions = tuple(names.mentions())
    # Speakers of quotes are found by name alone: a surname that stays ambiguous here is nobody there either.
    told = {mention.actor for mention in mentions}
    quotes = tuple(
        quote if quote.actor in told and quote.actor else replace(quote, actor=names.body(quote.speaker, told))
        for quote in article.quotes
    )
    return replace(article, mentions=mentions, quotes=quotes, interview=_with_actors(article.interview, names, mentions))


def _with_actors(interview: Interview | None, names: _Names, mentions: Sequence[Mention]) -> Interview | None:
    if interview is None:
        return None
    return replace(
        interview,
        interviewers=tuple(names.known_speaker(speaker, mentions) for speaker in interview.interviewers),
        interviewees=tuple(names.known_speaker(speaker, mentions) for speaker in interview.interviewees),
    )


class _Names:
    """Known and unknown names of one article brought together."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.persons = Persons(reading)
        self.things = Things(reading)

    def mentions(self) -> Iterator[Mention]:
        """All mentions in the order of the text."""
        senses = [sense for one in self.reading.found if (sense := self._sense(one)) is not None]
        senses += [one for one in self._unknown_senses(senses) if not self.reading.is_nobody(one.start, one.end)]
        senses += self._surnames_again(senses)
        senses += self.persons.heads_of_state()
        senses += self._states_inside()
        for sense in sorted(senses, key=lambda sense: (sense.start, -sense.end)):
            start, end = self.reading.folded.raw_span(sense.start, sense.end)
            yield Mention(
                start=start,
                end=end,
                text=self.reading.article.text[start:end],
                type=sense.type,
                actor=sense.actor,
                voice=self.reading.article.voice_at(start),
                candidates=sense.candidates,
            )

    def _sense(self, one: Found) -> Sense | None:
        person = self.reading.actor(one.actors[0]).type == "person"
        return self.persons.sense(one) if person else self.things.sense(one)

    def _states_inside(self) -> Iterator[Sense]:
        """The country in a known institution's name («Конгресс США», but not in a company's: Uzbekistan Airways)."""
        for one in self.reading.found:
            if one.inside and self.reading.actor(one.actors[0]).type == "organisation":
                for inner in one.inside:
                    if self.reading.actor(inner.actors[0]).type == "country" and (sense := self.things.sense(inner)) is not None:
                        yield sense

    def _unknown_senses(self, senses: list[Sense]) -> list[Sense]:
        """The names that the models find; a known name that is only part of such a one leaves ``senses``."""
        text = self.reading.text
        explained = bytearray(len(text) + 1)
        meant = {(sense.start, sense.end) for sense in senses}
        closed = {one.start for one in self.reading.found if (one.start, one.end) not in meant and self._is_no_name(one)}
        for sense in senses:
            explained[sense.start : sense.end] = bytes((KNOWN[sense.type],)) * (sense.end - sense.start)
        for start in self.persons.doubtful:
            explained[start] = 0
        language = self.reading.languages[0] if self.reading.languages else ""
        papers = list(unexplained_newsrooms(text, explained)) if language != "ru" else []  # the Russian model knows them
        names = one_person_throughout(text, unknown_names(text, self.reading.sentences, language, explained))
        names, papers = beside_newsrooms(names, papers)
        added = [Sense(*paper, "ORG") for paper in papers]
        starts = [sense.start for sense in senses]
        gone: set[int] = set()
        for name in map(self._up_to_a_place, names):
            known = self.reading.found_at(name.start)
            if (
                self._is_format_or_people(name)
                or _ACCORDS.search(self.reading.text, name.start, name.end + _BEHIND)
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
        people = _adjectives_of(self.reading.knowledge).match(surface.lower())
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
        return any(character in _OPENING for character in before) and not any(character in "»”" for character in before)

    def _is_strangers(self, rival: Sense, name: Entity) -> bool:
        """The longer name has a given name that is not that of the known bearer of the surname."""
        if not rival.bare or name.end < rival.end:
            return False
        if name.start == rival.start:  # Li Keqiang is not Li Qiang
            surname_first = rival.actor is not None and self.reading.actor(rival.actor).country in SURNAME_FIRST
            return surname_first and name.end > rival.end + 1
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
        spellings = spellings_of(self.reading.knowledge)
        quoted = _IN_QUOTES.search(self.reading.text, name.start, name.end)
        own = quoted.group() if quoted else self.reading.text[name.start : name.end]  # фонд «Самрук-Қазына»
        if name.type != "LOC" and (body := spellings.body(own)):
            of_another = self.things.is_of_another_country(Found(name.start, name.end, ()), self.reading.actor(body))
            return Sense(name.start, name.end, "ORG", None if of_another else body)
        if name.type != "PER":
            return Sense(name.start, name.end, name.type)
        for surface in self._without_case(self.reading.text[name.start : name.end]):
            known = spellings.actor(surface, self.persons.introduced)
            if known is not None:
                artist = self.persons.is_artist(known, name.start)
                return Sense(name.start, name.end, name.type, None if artist else known, (known,) if artist else ())
        known_name = self.reading.found_at(name.start)
        ids = known_name.actors if known_name is not None and (known_name.start, known_name.end) == (name.start, name.end) else ()
        return Sense(name.start, name.end, name.type, None, ids)

    def _without_case(self, surface: str) -> Iterator[str]:
        """A name as it stands, then without what may be its case ending."""
        yield surface
        least = max(surface.rfind(" ") + 1 + _LEAST_SURNAME, len(surface) - LONGEST_ENDING)
        for cut in range(len(surface) - 1, least - 1, -1):
            if any(suffix_follows(language, surface[cut:].lower()) for language in self.reading.languages):
                yield surface[:cut]

    def _surnames_again(self, senses: list[Sense]) -> Iterator[Sense]:
        """Bare surnames that nothing found, of persons whom the text names in full: «Мәдиевке сенеміз» after Жаслан Мәдиев."""
        text = self.reading.text
        people: dict[str, set[str | None]] = {}
        beginnings: set[str] = set()
        covered = bytearray(len(text) + 1)
        for sense in senses:
            covered[sense.start : sense.end] = b"\1" * (sense.end - sense.start)
            given, _, surname = text[sense.start : sense.end].rpartition(" ")
            if sense.type == "PER" and given and len(surname) >= _LEAST_SURNAME and not sense.candidates:
                people.setdefault(name_key(surname), set()).add(sense.actor)
                beginnings.update({surname[:_BEGINNING], surname[:_BEGINNING].upper(), surname[:_BEGINNING].capitalize()})
        if not people:
            return
        for match in _beginning_with(text, beginnings):
            if covered[match.start()]:
                continue
            key = next((key for form in self._without_case(match.group()) if (key := name_key(form)) in people), None)
            if key is not None and len(people[key]) == 1 and not self.reading.is_named_after(Found(*match.span(), ())):
                yield Sense(match.start(), match.end(), "PER", next(iter(people[key])))

    def known_speaker(self, speaker: Speaker, mentions: Sequence[Mention]) -> Speaker:
        """The speaker with the id of the actor that the name stands for, if it is one for sure.

        A bare surname is whom the mentions of that surname are: what is nobody for sure there is nobody here.
        """
        if speaker.actor is not None:
            return speaker
        name = fold_text(speaker.name).text
        if " " not in name:
            key = name_key(name)
            named = {mention.actor for mention in mentions if mention.type == "PER" and name_key(mention.text.split()[-1]) == key}
            if named:
                return replace(speaker, actor=named.pop() if len(named) == 1 else None)
        ids = {
            one.actors[0]
            for one in finder_of(self.reading.knowledge).find(name, self.reading.languages)
            if len(one.actors) == 1 and self._names_person(one)
        }
        return replace(speaker, actor=ids.pop()) if len(ids) == 1 else speaker

    def body(self, speaker: str | None, told: Set[str | None]) -> str | None:
        """Whose ministry a speaker is that is called by its bare name alone: the one that the article mentions."""
        name = fold_text(speaker or "").text
        for one in finder_of(self.reading.knowledge).find(name, self.reading.languages):
            here = [actor for actor in one.actors if actor in told]
            if (one.start, one.end) == (0, len(name)) and self.reading.is_restricted(one) and len(here) == 1:
                return here[0]
        return None

    def _names_person(self, one: Found) -> bool:
        part = one.names[0].part
        return part == "full" or (part in {"surname", "given"} and one.actors[0] in self.persons.introduced)


def _beginning_with(text: str, beginnings: Set[str]) -> Iterator[re.Match[str]]:
    """The capitalised words that begin so."""
    for beginning in beginnings:
        place = text.find(beginning)
        while place >= 0:
            if match := _CAPITALISED.match(text, place):
                yield match
            place = text.find(beginning, place + 1)


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
        _ADJECTIVES[knowledge] = re.compile("|".join(re.escape(stem) for stem in sorted(stems, key=len, reverse=True)) or "(?!)")
    return _ADJECTIVES[knowledge]
