"""What a place, an organisation or an abbreviation means: a state or its capital's government, ours or another country's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from c5watch.knowledge import Actor
from pipelines.naming.adjectives import find_adjectives
from pipelines.naming.context_words import (
    AMERICAN_GEORGIA,
    CITY_BEHIND,
    CLUB_BEFORE,
    EVENT_BEFORE,
    EVENT_BEHIND,
    GENITIVE_CASE,
    PART_OF_A_NAME_BEHIND,
    PARTNER_AFTER,
    PARTNER_BEFORE,
    PARTNER_CASE,
    PLACE_BEFORE,
    PLACE_BESIDE,
    PLACE_CASE,
    PLACE_VERB,
    POSSESSED_BEHIND,
    REGION_BEFORE,
    REGION_BEHIND,
    SHARED_INSTITUTIONS,
    STATE_NOUN_AFTER,
    STATE_NOUN_BEFORE,
    STATE_VERB_AFTER,
    STATE_VERB_BEFORE,
    STATE_VERB_IN_CLAUSE,
    SUBJECT_OF_CLAUSE,
)
from pipelines.naming.listed_names import lower_same_length
from pipelines.naming.names import Found
from pipelines.naming.ner_features import gazetteer
from pipelines.naming.reading import SENTENCE_START, TYPES, Reading, Sense

_NEXT = 5  # characters behind an institution that a preposition may take before its country
_BESIDE = 30  # characters behind «РК» in which its president's name is looked for
_GROUP = re.compile(r"(?<!\w)[Сс]тран(?:ы|ам|ами|ах)? $")
_WORD_BEFORE = re.compile(r"([A-Z]\w+) $")
_OPENING, _CLOSING = frozenset('«"“„'), frozenset('»"”')
_RIVALS = {"tajikistan": re.compile(r"Татарстан|Казан[ьи]|Минниханов|телеканал\w* РТ")}
_RIVAL_WEIGHT = 3
_PAIR_BEFORE = re.compile(r"(?: (?:и|and|ва) |(?<=у) )$")
_SEATS = frozenset({"kremlin"})  # no capital but an actor of its own


class Things:
    """The places and organisations of one article."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._weights: dict[str, int] = {}
        self._governments: dict[int, bool] = {}  # by where the capital stands: of a row each asks for the one before

    def sense(self, one: Found) -> Sense | None:
        """The actor that a found name means, or None where it means none."""
        if any(name.part == "abbreviation" for name in one.names):
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
        told = {country for other in self.reading.found if other.start < one.start for country in self._ministry_of(other, one)}
        if not told:
            spoken_of = self.reading.countries
            likely = [country for country in of_country if country in spoken_of]
            alone = likely if len(likely) == 1 and (len(spoken_of) == 1 or len(of_country) == 1) else []
            told = {self.reading.source_country} if self.reading.source_country else set(alone)
        actor = of_country.get(told.pop()) if len(told) == 1 else None
        return Sense(one.start, one.end, "ORG", actor, () if actor else one.actors)

    def _ministry_of(self, other: Found, one: Found) -> Iterator[str | None]:
        """The country of a ministry of the same kind, where its name or what stands beside it tells it."""
        if other.actors[0] in one.actors:
            country = (
                self._country_beside(other) if self.reading.is_restricted(other) else self.reading.actor(other.actors[0]).country
            )
            if country is not None:
                yield country

    def _country_beside(self, one: Found) -> str | None:
        """The country whose name or adjective touches a bare body: «германский МИД», «ТИМ Германии»."""
        near = (self.reading.found_at(one.start - 2), *self.reading.found_between(one.end + 1, one.end + _NEXT))
        for other in near:
            if other is not None and self.reading.actor(other.actors[0]).type == "country":
                return self.reading.actor(other.actors[0]).country
        before = lower_same_length(self.reading.before(one.start))
        of_country = [state for state, _, end in find_adjectives(before, self.reading.knowledge) if not before[end:].strip()]
        return self.reading.actor(of_country[-1]).country if of_country else None

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
        if kind == "LOC" and (self._is_inside_a_name(one, before) or self._is_region(one, actor, before)):
            return None
        if actor.needs_context and not self._has_context(actor, before):
            return None
        if len(one.actors) > 1:
            return self._abbreviation(one)
        if self._is_of_another_country(one, actor):
            return Sense(one.start, one.end, kind, None, (actor.id,))
        if actor.metonym_of is not None and actor.id not in _SEATS and self._is_government(one, before):
            return Sense(one.start, one.end, kind, actor.metonym_of)
        start = one.start
        if (group := _GROUP.search(before, _last_words(before, 1))) and any(
            name.startswith("страны ") for name in actor.names.get("ru", ())
        ):
            start -= len(group.group())
        return Sense(start, one.end, kind, actor.id)

    def _is_of_another_country(self, one: Found, actor: Actor) -> bool:
        """A White House, a Senate, a foreign ministry that another country has too, where the text does not speak of its own."""
        if actor.id != "white-house" and (actor.type not in {"organisation", "place"} or actor.metonym_of):
            return False
        name = one.names[0]
        if actor.id != "white-house" and (
            actor.id not in SHARED_INSTITUTIONS or sum(word[0].isupper() for word in name.text.split()) > 1
        ):
            return False
        beside = [
            other
            for other in (self.reading.found_at(one.start - 2), *self.reading.found_between(one.end + 1, one.end + _NEXT))
            if other is not None and self.reading.actor(other.actors[0]).type in {"country", "place"}
        ]
        if beside:
            return all(self.reading.actor(other.actors[0]).country != actor.country for other in beside)
        if self.reading.countries[actor.country or ""] > 0:
            return False
        return actor.country != self.reading.source_country

    def _is_inside_a_name(self, one: Found, before: str) -> bool:
        """«Астана» in quotes is a club or a hotel, Washington Post a newspaper, George Washington a man."""
        if before[-1:] in _OPENING and self.reading.text[one.end : one.end + 1] in _CLOSING:
            return True
        if EVENT_BEHIND.match(self.reading.text, one.end) and EVENT_BEFORE.search(before):
            return True
        if "georgia" in one.actors and AMERICAN_GEORGIA.search(before):
            return True
        if self.reading.languages[:1] == ("en",):
            first = _WORD_BEFORE.search(before, _last_words(before, 1))
            if first is not None and first[1].lower() in gazetteer("given-names"):
                return True
        return bool(PART_OF_A_NAME_BEHIND.match(self.reading.text, one.end) or CLUB_BEFORE.search(before, _last_words(before, 3)))

    def _is_region(self, one: Found, actor: Actor, before: str) -> bool:
        """The province or valley that is called after the town."""
        return actor.type == "place" and bool(
            (self.reading.languages[:1] != ("tg",) and REGION_BEHIND.match(self.reading.text, one.end))
            or REGION_BEFORE.search(before, _last_words(before, 2))
        )

    def _has_context(self, actor: Actor, before: str) -> bool:
        if SENTENCE_START.search(before) and not actor.metonym_of:
            return False
        country = actor.country
        return country is None or country == self.reading.source_country or self.reading.countries[country] > 0

    def _is_government(self, one: Found, before: str) -> bool:
        if one.start not in self._governments:
            self._governments[one.start] = self._is_told_as_government(one, before)
        return self._governments[one.start]

    def _is_told_as_government(self, one: Found, before: str) -> bool:
        surface = self.reading.text[one.start : one.end]
        if PLACE_BEFORE.search(before, _last_words(before, 1)) or CITY_BEHIND.match(self.reading.text, one.end):
            return False
        language = self.reading.languages[0] if self.reading.languages else "ru"
        if language in PLACE_CASE:
            return self._is_government_by_case(one, language, surface)
        return self._is_told_before(one, before) or self._is_told_behind(one, language, surface)

    def _is_told_before(self, one: Found, before: str) -> bool:
        if STATE_VERB_BEFORE.search(before) or STATE_NOUN_BEFORE.search(before):
            return True
        if PARTNER_BEFORE.search(before, _last_words(before, 2)) and not before.rstrip().endswith((" и", " and", " или")):
            return True
        return self._is_second_of_governments(one, before)

    def _is_told_behind(self, one: Found, language: str, surface: str) -> bool:
        text = self.reading.text
        if text.startswith("'s ", one.end):
            return STATE_NOUN_AFTER.match(text, one.end + 2) is not None
        if language == "tg" and STATE_VERB_IN_CLAUSE.match(text, one.end) and not surface.endswith("и"):
            return True
        return self._is_nominative(one, surface) and STATE_VERB_AFTER.match(text, one.end) is not None

    def _is_second_of_governments(self, one: Found, before: str) -> bool:
        """«между Москвой и Ташкентом», «байни Маскаву Душанбе»: what the first of a pair is, the second is too."""
        pair = _PAIR_BEFORE.search(before)
        if pair is None:
            return False
        end = one.start - len(pair.group())
        first = self.reading.found_at(end - 1)
        if first is None or first.end != end:
            return False
        actor = self.reading.actor(first.actors[0])
        return actor.metonym_of is not None and self._is_government(first, self.reading.before(first.start))

    def _is_government_by_case(self, one: Found, language: str, surface: str) -> bool:
        if any(surface.lower() == name.text.lower() for name in one.names):
            ending = ""
        else:
            ending = surface[max(len(name.words[0].stems[0].text) for name in one.names) :].lower()
        if ending and PLACE_CASE[language].fullmatch(ending):
            return False
        if ending and PARTNER_CASE[language].fullmatch(ending):
            return True
        if ending and GENITIVE_CASE[language].fullmatch(ending):
            return any(pattern.match(self.reading.text, one.end) for pattern in (STATE_NOUN_AFTER, PARTNER_AFTER))
        return not ending and self._is_acting(one.end, language)

    def _is_acting(self, end: int, language: str) -> bool:
        """A bare capital that does what governments do: the verb stands at the end of its clause."""
        text = self.reading.text
        beside = PLACE_BESIDE.match(text, end)
        if beside and PLACE_CASE[language].search(beside[1].lower()):
            return False
        if PARTNER_AFTER.match(text, end):
            return True
        if POSSESSED_BEHIND.match(text, end):
            return False
        clause = SUBJECT_OF_CLAUSE[language].match(text, end)
        return bool(clause and not PLACE_VERB.search(clause.group())) or STATE_VERB_IN_CLAUSE.match(text, end) is not None

    def _is_nominative(self, one: Found, surface: str) -> bool:
        return any(surface == name.text or not name.words[-1].stems[0].endings - {""} for name in one.names)


def _last_words(before: str, count: int) -> int:
    """Where the last words of a stretch begin: a pattern that fits its end is tried there and not at each of its characters."""
    place = len(before.rstrip())
    while count and place > 0:
        place = before.rfind(" ", 0, place)
        count -= 1
    return place + 1 if place > 0 else 0
