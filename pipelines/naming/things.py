"""What a place, an organisation or an abbreviation means: a state or its capital's government, ours or another country's."""

from __future__ import annotations

import re
from collections.abc import Set

from c5watch.knowledge import Actor
from pipelines.naming.adjectives import find_adjectives
from pipelines.naming.capitals import Capitals
from pipelines.naming.context_words import (
    AMERICAN_GEORGIA,
    AMERICAN_GEORGIA_SOMEWHERE,
    CLUB_BEFORE,
    CLUB_WORDS,
    EVENT_BEFORE,
    EVENT_BEHIND,
    PART_OF_A_NAME_BEHIND,
    REGION_BEFORE,
    REGION_BEHIND,
    SHARED_INSTITUTIONS,
)
from pipelines.naming.listed_names import lower_same_length
from pipelines.naming.names import Found
from pipelines.naming.ner_features import gazetteer
from pipelines.naming.reading import SENTENCE_START, TYPES, Reading, Sense, last_words

_NEXT = 5  # characters behind an institution that a preposition may take before its country
_BESIDE = 30  # characters behind «РК» in which its president's name is looked for
_GROUP = re.compile(r"(?<!\w)[Сс]тран(?:ы|ам|ами|ах)? $")
_WORD_BEFORE = re.compile(r"([A-Z]\w+) $")
# An adjective that agrees, and no genitive («Голос Америки» speaks of America): «Единая Россия», «Цифрлық Қазақстан».
_TITLE_BEFORE = re.compile(
    r'[«"“„][A-ZА-ЯЁӘҒҚҢӨҰҮҺІЎҲҶ](?:[\w-]*(?:[аяую][яю]|[ыио]й|ое|ого|ому|ым|[тлд][ыі][қк])|angi|нги|аңа|аңы) $',
)
_OPENING, _CLOSING = frozenset('«"“„'), frozenset('»"”')
_RIVALS = {"tajikistan": re.compile(r"Татарстан|Казан[ьи]|Минниханов|телеканал\w* РТ")}
_RIVAL_WEIGHT = 3
_SEATS = frozenset({"kremlin"})  # no capital but an actor of its own


class Things:
    """The places and organisations of one article."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._weights: dict[str, int] = {}
        self._told: dict[tuple[str, ...], dict[str, int]] = {}
        self._written_small: dict[str, bool] = {}
        self.capitals = Capitals(reading)

    def sense(self, one: Found) -> Sense | None:
        """The actor that a found name means, or None where it means none."""
        if "abbreviation" in [name.part for name in one.names]:
            return self._abbreviation(one)
        return self._thing(one, self.reading.actor(one.actors[0]))

    def _abbreviation(self, one: Found) -> Sense | None:
        ids = one.actors
        kind = TYPES[self.reading.actor(ids[0]).type]
        if "united-states" in ids and self.reading.is_currency(one):
            return None
        if self.reading.actor(ids[0]).type == "organisation" and self.reading.is_restricted(one):
            return self._body(one)
        if len(ids) == 1 and not self.reading.is_restricted(one) and not self.reading.actor(ids[0]).needs_context:
            return Sense(one.start, one.end, kind, ids[0])
        weights = {actor: self._weight(actor) for actor in ids}
        best = max(weights.values())
        chosen = [actor for actor in ids if weights[actor] == best]
        if len(chosen) > 1 and best > 0:
            chosen = [actor for actor in chosen if self._is_beside_its_people(one, actor)] or chosen
        if best <= 0 or len(chosen) > 1:
            at_home = [actor for actor in ids if (self.reading.actor(actor).country or "") == self.reading.source_country]
            chosen = at_home if len(at_home) == 1 else []
        if not chosen:
            return Sense(one.start, one.end, kind, None, ids)
        return Sense(one.start, one.end, kind, chosen[0])

    def _body(self, one: Found) -> Sense | None:
        """A ministry by its bare name: of the country beside it, else the one told before, else of the country of publication.

        Without any of these it is that of the only country that the text speaks of; a ministry without an entry is nobody.
        """
        of_country = {self.reading.actor(actor).country: actor for actor in one.actors}
        beside = self._country_beside(one)
        if beside is not None:
            return Sense(one.start, one.end, "ORG", of_country[beside]) if beside in of_country else None
        told: set[str | None] = {country for country, first in self._first_told(one.actors).items() if first < one.start}
        if not told:
            spoken_of = self.reading.countries
            likely = [country for country in of_country if country in spoken_of]
            alone = likely if len(likely) == 1 and (len(spoken_of) == 1 or len(of_country) == 1) else []
            told = {self.reading.source_country} if self.reading.source_country else set(alone)
        actor = of_country.get(told.pop()) if len(told) == 1 else None
        return Sense(one.start, one.end, "ORG", actor, () if actor else one.actors)

    def _first_told(self, kind: tuple[str, ...]) -> dict[str, int]:
        """Where the ministries of a kind are first told of each country, by their name or what stands beside it."""
        if kind not in self._told:
            told: dict[str, int] = {}
            for one in self.reading.found:
                if one.actors[0] in kind:
                    own = self.reading.actor(one.actors[0]).country
                    country = self._country_beside(one) if self.reading.is_restricted(one) else own
                    if country is not None:
                        told[country] = min(one.start, told.get(country, one.start))
            self._told[kind] = told
        return self._told[kind]

    def _country_beside(self, one: Found) -> str | None:
        """The country whose name or adjective touches a bare body: «германский МИД», «ТИМ Германии»."""
        beside = self._countries_beside(one, {"country"})
        return beside[0] if beside else None

    def _countries_beside(self, one: Found, types: Set[str]) -> list[str]:
        """The countries whose name (or a place of theirs, by ``types``) or adjective touches a name: "India's Exim Bank"."""
        start = one.start - len("'s ") if self.reading.text.endswith("'s ", 0, one.start) else one.start - 1
        near = (self.reading.found_at(start - 1), *self.reading.found_between(one.end + 1, one.end + _NEXT))
        beside = [self.reading.actor(other.actors[0]) for other in near if other is not None]
        countries = [actor.country for actor in beside if actor.type in types and actor.country]
        before = lower_same_length(self.reading.before(one.start))
        of_country = [state for state, _, end in find_adjectives(before, self.reading.knowledge) if not before[end:].strip()]
        return countries + [country for state in of_country[-1:] if (country := self.reading.actor(state).country)]

    def _is_beside_its_people(self, one: Found, actor_id: str) -> bool:
        """«президент РК Токаев»: the next name is of a person of that country."""
        for other in self.reading.found_between(one.end + 1, one.end + _BESIDE):
            actor = self.reading.actor(other.actors[0])
            return actor.type == "person" and actor.country == self.reading.actor(actor_id).country
        return False

    def _weight(self, actor_id: str) -> int:
        if actor_id not in self._weights:
            self._weights[actor_id] = self._weigh(actor_id)
        return self._weights[actor_id]

    def _weigh(self, actor_id: str) -> int:
        """How often the text speaks of the actor, less what speaks against it."""
        actor = self.reading.actor(actor_id)
        if actor.type != "region" and actor.country:
            weight = self.reading.countries[actor.country]
        else:
            weight = sum(one.actors == (actor_id,) for one in self.reading.found)
        rival = _RIVALS.get(actor_id)
        return weight - _RIVAL_WEIGHT * len(rival.findall(self.reading.text)) if rival else weight

    def _thing(self, one: Found, actor: Actor) -> Sense | None:
        kind = TYPES[actor.type]
        if actor.id == "united-states" and self.reading.is_currency(one):
            return None
        before = self.reading.before(one.start)
        if self._is_of_an_event(one, before) or (
            kind == "LOC" and (self._is_inside_a_name(one, before) or self._is_region(one, actor, before))
        ):
            return None
        if actor.needs_context and not self._has_context(actor, before):
            return None
        if len(one.actors) > 1:
            return self._abbreviation(one)
        if actor.type == "company" and self._is_a_word_here(one, before):
            return None
        if self.is_of_another_country(one, actor):
            return Sense(one.start, one.end, kind, None, (actor.id,))
        if actor.metonym_of is not None and actor.id not in _SEATS and self.capitals.is_government(one):
            return Sense(one.start, one.end, kind, actor.metonym_of)
        start = one.start
        if (
            "тран" in before
            and (group := _GROUP.search(before, last_words(before, 1)))
            and any(name.startswith("страны ") for name in actor.names.get("ru", ()))
        ):
            start -= len(group.group())
        return Sense(start, one.end, kind, actor.id)

    def is_of_another_country(self, one: Found, actor: Actor) -> bool:
        """A White House, a Senate, a foreign ministry that another country has too, where the text does not speak of its own."""
        if actor.id != "white-house" and (actor.type not in {"organisation", "place"} or actor.metonym_of):
            return False
        if actor.id != "white-house" and actor.id not in SHARED_INSTITUTIONS:
            return False
        if any(self.reading.actor(other.actors[0]).type == "country" for other in one.inside):
            return False
        if beside := self._countries_beside(one, {"country", "place"}):
            return actor.country not in beside
        capitals = sum(word[0].isupper() for word in self.reading.text[one.start : one.end].split())
        if capitals > 1 and actor.id != "white-house":
            return False
        own = sum(other.actors == (actor.id,) for other in self.reading.found)
        if self.reading.countries[actor.country or ""] > own:
            return False
        return actor.country != self.reading.source_country

    def _is_of_an_event(self, one: Found, before: str) -> bool:
        if not before[-2:-1].isdecimal():  # of the year
            return False
        return bool(EVENT_BEHIND.match(self.reading.text, one.end) and EVENT_BEFORE.search(before))

    def _is_inside_a_name(self, one: Found, before: str) -> bool:
        """«Астана» in quotes is a club, «Единая Россия» a party, Washington Post a newspaper, George Washington a man."""
        if self.reading.text[one.end : one.end + 1] in _CLOSING and (
            before[-1:] in _OPENING or _TITLE_BEFORE.search(before, last_words(before, 2))
        ):
            return True
        if "georgia" in one.actors and (AMERICAN_GEORGIA.search(before) or self._speaks_of_american_georgia()):
            return True
        if self.reading.languages[:1] == ("en",):
            first = _WORD_BEFORE.search(before, last_words(before, 1))
            if first is not None and first[1].lower() in gazetteer("given-names"):
                return True
        return bool(PART_OF_A_NAME_BEHIND.match(self.reading.text, one.end)) or (
            before[last_words(before.rstrip('«"“ '), 1) :].lower().startswith(CLUB_WORDS)
            and CLUB_BEFORE.search(before, last_words(before, 3)) is not None
        )

    def _is_a_word_here(self, one: Found, before: str) -> bool:
        """«Шевроны носят … Шеврон пришит …»: a first word that the text writes small elsewhere is no company."""
        if before[-1:] in _OPENING or not SENTENCE_START.search(before):
            return False
        word = lower_same_length(self.reading.text[one.start : one.end])
        if word not in self._written_small:  # a list of one company would read the whole text for each place
            self._written_small[word] = f" {word}" in self.reading.text
        return self._written_small[word]

    def _speaks_of_american_georgia(self) -> bool:
        own = sum(other.actors == ("georgia",) for other in self.reading.found)
        return self.reading.countries["GE"] <= own and AMERICAN_GEORGIA_SOMEWHERE.search(self.reading.text) is not None

    def _is_region(self, one: Found, actor: Actor, before: str) -> bool:
        """The province or valley that is called after the town."""
        return actor.type == "place" and bool(
            (self.reading.languages[:1] != ("tg",) and REGION_BEHIND.match(self.reading.text, one.end))
            or REGION_BEFORE.search(before, last_words(before, 2))
        )

    def _has_context(self, actor: Actor, before: str) -> bool:
        if SENTENCE_START.search(before) and not actor.metonym_of:
            return False
        country = actor.country
        return country is None or country == self.reading.source_country or self.reading.countries[country] > 0
