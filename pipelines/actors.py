"""Who and what an article names: mentions with type, known actor and voice.

1. One pass finds the names of all known actors (`pipelines.names`).
2. What a name means here is told from the text: a bare surname is the person introduced in full (before or after), else the
   one whose office, country and date fit, else nobody for sure (``candidates``); an abbreviation is the country that the text or
   the source speaks of; a capital is its government unless it is where something happens.
3. Only sentences that hold an unexplained capitalised word go through the slower recognition of unknown names (`pipelines.ner`),
   which may also take a bare surname away («Эрик Трамп»).

Adjectives (казахстанский) and peoples are no mentions.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cached_property
from weakref import WeakKeyDictionary

from c5watch.article import Article, Interview, Mention, MentionType, Speaker
from c5watch.knowledge import Actor, Knowledge, Office
from c5watch.text import Folded, fold_text, name_key, sentences
from pipelines.context_words import (
    DOLLAR_BEFORE,
    DOLLAR_BEHIND,
    GENITIVE_CASE,
    HEAD_OF_STATE,
    JUNIOR_BEHIND,
    NAMED_AFTER_BEFORE,
    NAMED_AFTER_BEHIND,
    OFFICE_TITLES,
    OPENERS,
    PART_OF_A_NAME_BEHIND,
    PARTNER_AFTER,
    PARTNER_BEFORE,
    PARTNER_CASE,
    PLACE_BEFORE,
    PLACE_CASE,
    SHARED_INSTITUTIONS,
    STATE_BODY,
    STATE_NOUN_AFTER,
    STATE_NOUN_BEFORE,
    STATE_VERB_AFTER,
    POSSESSED_BEHIND,
    STATE_VERB_BEFORE,
    STATE_VERB_IN_CLAUSE,
    TITLES,
)
from pipelines.ner import Entity, unknown_names
from pipelines.inflection import suffix_follows
from pipelines.names import SURNAME_FIRST, Found, finder_of, languages_of

_TYPES: dict[str, MentionType] = {
    "person": "PER",
    "country": "LOC",
    "region": "LOC",
    "place": "LOC",
    "organisation": "ORG",
    "company": "ORG",
    "think-tank": "ORG",
}
_BESIDE = 30
_BEFORE = 70  # characters in front of a name in which its title or preposition is looked for
_INITIALS = re.compile(r"(?:(?<=\s)|(?<=^)|(?<=[(«\"-]))(?:(?:[^\W\d_a-zа-я][a-zа-я]?)\.[ -]{0,2}){1,3}$")
_WORD_BEFORE = re.compile(r"([^\W\d_][\w'-]*) +$")
_WORD_AFTER = re.compile(r" ([^\W\d_][\w'-]+)")
_PATRONYMIC = re.compile(r"(?:вич|вича|вичу|вичем|вна|вны|вне|вной|ұлы\w{0,3}|уулу|қызы\w{0,3}|кызы|o'g'li|qizi|ўғли)$")
_SURNAME_LIKE = re.compile(
    r"(?:[ое]в|[иы]н|ский|цкий|[ое]ва|[иы]на|ская|зода|заде|ко|ян|дзе|ов[а-я]{1,3}|ев[а-я]{1,3}|ov|ev|yev|ova|eva|yeva|ow|ew|owa|ewa|zoda|zade|"
    r"ұлы|уулу|oglu|oğlu|ogly|ian|yan|sky|skiy|ov\w{1,4}|ev\w{1,4}|ow\w{1,4}|ew\w{1,4})$",
    re.IGNORECASE,
)
_FEMININE_VERB = re.compile(r"\s+(?:\w+\s+)?\w+(?:ла|лась)(?!\w)")
_SENTENCE_START = re.compile(r"(?:^|[.!?…:\n»\"”][\s«\"“–—-]*|[–—]\s)$")
_GROUP = re.compile(r"(?<!\w)[Сс]тран(?:ы|ам|ами|ах)? $")
_QUOTED = re.compile(r"[«\"“„]$")
_UNQUOTED = re.compile(r"^[»\"”]")
# Languages with a model for unknown names: there it decides whether the first word of a sentence is a given name.
_MODELLED = {("ru",), ("kk",), ("en",)}
_FORMAT = re.compile(r"[CСBВ]\s*[56](?:\s*[+＋]\s*\w+)?$|ЦА[ -]?5")
_ADJECTIVE_ENDING = re.compile("(?:ий|ая|ое|ие|ого|ому|им|ом|ой|ую|их|ими|и|s)?")
_RIVALS = {"tajikistan": re.compile("Татарстан|Казан[ьи]|Минниханов|телеканал\\w* РТ")}


def find_actors(article: Article, knowledge: Knowledge) -> Article:
    """The article with its mentions, and with the actor ids of interviewees and interviewers whose names resolve."""
    folded = fold_text(article.text)
    reading = _Reading(article, knowledge, folded)
    mentions = tuple(reading.mentions())
    return replace(article, mentions=mentions, interview=_with_actors(article.interview, reading))


def _with_actors(interview: Interview | None, reading: _Reading) -> Interview | None:
    if interview is None:
        return None
    return replace(
        interview,
        interviewers=tuple(reading.known_speaker(speaker) for speaker in interview.interviewers),
        interviewees=tuple(reading.known_speaker(speaker) for speaker in interview.interviewees),
    )


@dataclass(slots=True)
class _Sense:
    """What one found name means: the actor or None, who else it may be, and where it begins (initials are part of it)."""

    start: int
    end: int
    type: MentionType
    actor: str | None = None
    candidates: tuple[str, ...] = ()
    bare: bool = False
    weak: bool = False


@dataclass
class _Reading:
    """One article being read; offsets are those of the folded text until `mentions`."""

    article: Article
    knowledge: Knowledge
    folded: Folded
    foreign: set[str] = field(default_factory=set)
    doubtful: list[int] = field(default_factory=list)

    @cached_property
    def text(self) -> str:
        """The folded text."""
        return self.folded.text

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """The article's languages as names are listed by."""
        known = self.article.languages or ((self.article.language,) if self.article.language != "und" else ())
        return languages_of(known, self.article.script)

    @cached_property
    def found(self) -> list[Found]:
        """All known names, unresolved."""
        ignored = {fold_text(form).text for form in self.knowledge.ignored_forms}
        found = finder_of(self.knowledge).find(self.text, self.languages)
        return [one for one in found if self.text[one.start : one.end] not in ignored] if ignored else found

    @cached_property
    def source_country(self) -> str | None:
        """Where the article was published."""
        source = self.knowledge.sources.get(self.article.source or "")
        if source is None and self.article.url:
            source = self.knowledge.source_of(self.article.url)
        return source.country if source else None

    @cached_property
    def day(self) -> str | None:
        """The day of publication, ISO 8601."""
        at = self.article.published_at
        return (at.date() if isinstance(at, datetime) else at).isoformat() if isinstance(at, date) else None

    @cached_property
    def introduced(self) -> frozenset[str]:
        """The persons whom the text names in full somewhere."""
        full = {one.actors[0] for one in self.found if len(one.actors) == 1 and one.names[0].part == "full"}
        for one in self.found:
            if one.names[0].part == "surname":
                full.update(self._by_given_name(one)[0])
        return frozenset(full)

    @cached_property
    def countries(self) -> Counter[str]:
        """How often the text speaks of each country by names that leave no doubt."""
        count: Counter[str] = Counter()
        for one in self.found:
            actor = self.knowledge.actors[one.actors[0]]
            certain = len(one.actors) == 1 and not actor.needs_context and one.names[0].part != "given"
            if certain and actor.country and not (one.names[0].part == "abbreviation" and self._restricted(one)):
                count[actor.country] += 1
        return count

    def mentions(self) -> Iterator[Mention]:
        """All mentions in the order of the text."""
        senses = [sense for one in self.found if (sense := self._sense(one)) is not None]
        senses += self._heads_of_state()
        senses = self._with_unknown(senses)
        for sense in sorted(senses, key=lambda sense: (sense.start, -sense.end)):
            start, end = self.folded.raw_span(sense.start, sense.end)
            yield Mention(
                start=start,
                end=end,
                text=self.article.text[start:end],
                type=sense.type,
                actor=sense.actor,
                voice=self.article.voice_at(start),
                candidates=sense.candidates,
            )

    # Unknown names

    def _with_unknown(self, senses: list[_Sense]) -> list[_Sense]:
        """Known names and the names that the models find, where the two do not speak of the same thing."""
        explained = bytearray(len(self.text) + 1)
        meant = {(sense.start, sense.end) for sense in senses}
        closed = [one for one in self.found if (one.start, one.end) not in meant and self._is_no_name(one)]
        for sense in senses:
            explained[sense.start : sense.end] = b"\1" * (sense.end - sense.start)
        for start in self.doubtful:
            explained[start] = 0
        language = self.languages[0] if self.languages else ""
        taken = _Taken(senses)
        for name in unknown_names(self.text, sentences(self.text), language, explained):
            if self._is_format_or_people(name) or any(one.start <= name.start and name.end <= one.end for one in closed):
                continue
            self._weigh(name, taken)
        return taken.senses

    def _is_format_or_people(self, name: Entity) -> bool:
        """C5+1 and «Кыргызский»: a summit format and an adjective are no names of this kind."""
        surface = self.text[name.start : name.end]
        if _FORMAT.match(surface):
            return True
        people = _adjectives_of(self.knowledge).match(surface.lower())
        if people is None:
            return False
        rest = surface[people.end() :].lower()
        return _ADJECTIVE_ENDING.fullmatch(rest) is not None or any(suffix_follows(language, rest) for language in self.languages)

    def _is_no_name(self, one: Found) -> bool:
        """Dollars, streets: known words that name nobody here, whatever a model takes them for."""
        return self._is_currency(one) if "united-states" in one.actors else self._is_named_after(one)

    def _weigh(self, name: Entity, taken: _Taken) -> None:
        """Add an unknown name, or let it correct a known one that is only part of it."""
        rivals = taken.overlapping(name.start, name.end)
        if name.type == "PER":
            if any(rival.type == "PER" and not (rival.bare and self._is_strangers(rival, name)) for rival in rivals):
                return
            if any(rival.type != "PER" and not self._is_persons(rival, name) for rival in rivals):
                return
        elif name.type == "LOC" and rivals:
            return
        elif any(rival.type == "PER" or rival.start < name.start or rival.end > name.end for rival in rivals):
            return
        elif any(rival.type == "ORG" and rival.start == name.start for rival in rivals):
            return
        if name.type == "PER" or not self._speaks_for_a_country(name):
            taken.remove(rivals)
        taken.add(self._unknown(name))

    def _speaks_for_a_country(self, name: Entity) -> bool:
        """A country inside an organisation's name is a mention where the organisation is its own («Национальный банк Казахстана»)."""
        return self.languages[:1] == ("ru",) or STATE_BODY.search(self.text, name.start, name.end) is not None

    def _is_strangers(self, rival: _Sense, name: Entity) -> bool:
        """The longer name has a given name that is not that of the known bearer of the surname."""
        if name.start >= rival.start or name.end < rival.end:
            return False
        words = self.text[name.start : rival.start].split()
        return any(word[0].isupper() and word.lower() not in OPENERS and not _is_title(word) for word in words)

    def _is_persons(self, rival: _Sense, name: Entity) -> bool:
        """A place that is a person's surname here: George Washington."""
        return name.start < rival.start and name.end == rival.end and rival.type == "LOC" and " " in self.text[name.start : name.end]

    def _unknown(self, name: Entity) -> _Sense:
        ids: tuple[str, ...] = ()
        if name.type == "PER":
            ids = next((one.actors for one in self.found if (one.start, one.end) == (name.start, name.end)), ())
        return _Sense(name.start, name.end, name.type, None, ids)

    def known_speaker(self, speaker: Speaker) -> Speaker:
        """The speaker with the id of the actor that the name stands for, if it is one for sure."""
        if speaker.actor is not None:
            return speaker
        name = fold_text(speaker.name).text
        ids = {
            one.actors[0]
            for one in finder_of(self.knowledge).find(name, self.languages)
            if len(one.actors) == 1 and self._names_person(one)
        }
        return replace(speaker, actor=ids.pop()) if len(ids) == 1 else speaker

    def _names_person(self, one: Found) -> bool:
        part = one.names[0].part
        return part == "full" or (part in {"surname", "given"} and one.actors[0] in self.introduced)

    # What a name means

    def _sense(self, one: Found) -> _Sense | None:
        actor = self.knowledge.actors[one.actors[0]]
        if actor.type == "person":
            return self._person(one)
        if any(name.part == "abbreviation" for name in one.names):
            return self._abbreviation(one)
        return self._thing(one, actor)

    def _person(self, one: Found) -> _Sense | None:
        if self._is_named_after(one) or JUNIOR_BEHIND.match(self.text, one.end):
            return None
        parts = {name.part for name in one.names}
        if "full" in parts:
            ids = tuple(dict.fromkeys(name.actor for name in one.names if name.part == "full"))
            return _Sense(one.start, one.end, "PER", *self._decided(one, ids))
        if "surname" in parts:
            return self._surname(one)
        return self._given(one)

    def _is_named_after(self, one: Found) -> bool:
        before = self.text[max(0, one.start - _BEFORE) : one.start]
        return bool(NAMED_AFTER_BEFORE.search(before) or NAMED_AFTER_BEHIND.match(self.text, one.end))

    def _given(self, one: Found) -> _Sense | None:
        """A given name alone is its bearer only where the bearer is introduced, and spoken to or about by first name."""
        ids = [actor for actor in one.actors if actor in self.introduced]
        if len(ids) != 1 or self._has_name_neighbour(one):
            return None
        following = self.text[one.end : one.end + 1]
        interviewee = self.article.interview is not None
        if following == "," or (interviewee and self.article.voice_at(self.folded.raw_span(one.start, one.end)[0]) == "question"):
            return _Sense(one.start, one.end, "PER", ids[0])
        return None

    def _has_name_neighbour(self, one: Found) -> bool:
        after = _WORD_AFTER.match(self.text, one.end)
        before = _WORD_BEFORE.search(self.text, max(0, one.start - _BEFORE), one.start)
        return bool(after and after.group(1)[0].isupper()) or bool(
            before
            and before.group(1)[0].isupper()
            and before.group(1).lower() not in OPENERS
            and not self._is_found(before.start(1))
        )

    def _is_found(self, position: int) -> bool:
        return any(one.start <= position < one.end for one in self.found)

    def _surname(self, one: Found) -> _Sense | None:
        matching, start, foreign = self._by_given_name(one)
        if matching:
            return _Sense(start, one.end, "PER", *self._decided(one, tuple(matching)))
        if foreign:
            self.foreign.update(name.words[0].stems[0].text for name in one.names)
            return _Sense(start, one.end, "PER") if start < one.start else None
        return self._bare_surname(one)

    def _bare_surname(self, one: Found) -> _Sense | None:
        ids = one.actors
        introduced = tuple(actor for actor in ids if actor in self.introduced)
        if introduced:
            return _Sense(one.start, one.end, "PER", *self._decided(one, introduced, named=True), bare=True)
        titled = self._by_title(one, ids)
        if len(titled) == 1:
            return _Sense(one.start, one.end, "PER", titled[0], bare=True)
        if any(name.words[0].stems[0].text in self.foreign for name in one.names):
            return None
        open_ids = tuple(actor for actor in ids if not self._needs_more(actor, one))
        if not open_ids:
            return None
        if len(ids) == 1:
            return _Sense(one.start, one.end, "PER", open_ids[0], bare=True, weak=True)
        actor, candidates = self._decided(one, ids)
        return _Sense(one.start, one.end, "PER", actor, candidates, bare=True, weak=True)

    def _needs_more(self, actor_id: str, one: Found) -> bool:
        surname = min(len(name.words[0].stems[0].text) for name in one.names)
        return self.knowledge.actors[actor_id].needs_context or surname <= 3

    def _decided(self, one: Found, ids: tuple[str, ...], *, named: bool = False) -> tuple[str | None, tuple[str, ...]]:
        """The one of ``ids`` that is meant, or None and all of them; where the text named all of them, no date decides."""
        ids = tuple(dict.fromkeys(ids))
        if len(ids) == 1:
            return ids[0], ()
        titled = self._by_title(one, ids)
        if len(titled) == 1:
            return titled[0], ()
        women = [actor for actor in ids if self.knowledge.actors[actor].gender == "f"]
        if women and self.languages[:1] == ("ru",):
            said_by_her = bool(_FEMININE_VERB.match(self.text, one.end))
            rest = women if said_by_her else [actor for actor in ids if actor not in women]
            if len(rest) == 1:
                return rest[0], ()
        if named:
            return None, ids
        local = [actor for actor in ids if self.knowledge.actors[actor].country == self.source_country]
        if len(local) == 1:
            return local[0], ()
        in_office = [actor for actor in ids if self._holds_office(self.knowledge.actors[actor])]
        if self.day is not None and len(in_office) == 1:
            return in_office[0], ()
        return None, ids

    def _by_title(self, one: Found, ids: tuple[str, ...]) -> list[str]:
        before = self.text[max(0, one.start - _BEFORE) : one.start]
        before = re.split(r"[.;:!?()\n]", before)[-1]
        for kind, title in TITLES:
            if not title.search(before):
                continue
            holders = [actor for actor in ids if self._has_office(self.knowledge.actors[actor], kind)]
            if holders:
                return holders
        return []

    def _has_office(self, actor: Actor, kind: str) -> bool:
        return any(
            (office.kind == kind or OFFICE_TITLES[kind].search(office.title)) and self._in_force(office)
            for office in actor.offices
        )

    def _holds_office(self, actor: Actor) -> bool:
        return any(self._in_force(office) and (office.until is not None or not office.ended) for office in actor.offices)

    def _in_force(self, office: Office) -> bool:
        if self.day is None:
            return not office.ended and office.until is None
        began = office.since is None or office.since <= self.day[: len(office.since)]
        over = office.until is not None and office.until < self.day[: len(office.until)]
        return began and not over

    def _by_given_name(self, one: Found) -> tuple[list[str], int, bool]:
        """The actors whose given name or initials stand before the surname, where that begins, and whether it is a stranger's."""
        window = max(0, one.start - _BEFORE)
        before = self.text[window : one.start]
        if all(self.knowledge.actors[actor].country in SURNAME_FIRST for actor in one.actors):
            return [], one.start, False
        if initials := _INITIALS.search(before):
            letters = initials.group()
            matching = [actor for actor in one.actors if letters[0] in _initials(self.knowledge.actors[actor])]
            return matching, window + initials.start(), not matching
        word = _WORD_BEFORE.search(before)
        if word is None or not word.group(1)[0].isupper():
            return [], one.start, False
        start = window + word.start(1)
        given = word.group(1)
        if _PATRONYMIC.search(given.lower()) and (earlier := _WORD_BEFORE.search(before, 0, word.start(1))):
            start, given = window + earlier.start(1), earlier.group(1)
        key = name_key(given)
        matching = [actor for actor in one.actors if key in _given_keys(self.knowledge.actors[actor])]
        if matching:
            keys = frozenset().union(*(_given_keys(self.knowledge.actors[actor]) for actor in matching))
            while (earlier := _WORD_BEFORE.search(before, 0, start - window)) and name_key(earlier.group(1)) in keys:
                start = window + earlier.start(1)
            return matching, start, False
        if given.lower() in OPENERS or self._is_found(start) or _is_title(given):
            return [], one.start, False
        if self.languages[:1] in _MODELLED and _SENTENCE_START.search(self.text, max(0, start - 5), start):
            self.doubtful.append(one.start)
            return [], one.start, False
        return [], start, not given.isupper()

    # Abbreviations, places, organisations

    def _restricted(self, one: Found) -> bool:
        return any(
            entry.source_countries
            for actor in one.actors
            for entry in self.knowledge.actors[actor].abbreviations
            if fold_text(entry.form).text == one.names[0].text
        )

    def _abbreviation(self, one: Found) -> _Sense | None:
        ids = one.actors
        kind = _TYPES[self.knowledge.actors[ids[0]].type]
        if "united-states" in ids and self._is_currency(one):
            return None
        if len(ids) == 1 and not self._restricted(one) and not self.knowledge.actors[ids[0]].needs_context:
            return _Sense(one.start, one.end, kind, ids[0])
        weights = {actor: self._weight(actor) for actor in ids}
        best = max(weights.values())
        chosen = [actor for actor in ids if weights[actor] == best]
        if len(chosen) > 1 and best > 0:
            chosen = [actor for actor in chosen if self._is_beside_its_people(one, actor)] or chosen
        if best <= 0 or len(chosen) > 1:
            at_home = [actor for actor in ids if self.knowledge.actors[actor].country == self.source_country]
            chosen = at_home if len(at_home) == 1 else []
        if not chosen:
            return _Sense(one.start, one.end, kind, None, ids)
        return _Sense(one.start, one.end, kind, chosen[0])

    def _is_beside_its_people(self, one: Found, actor_id: str) -> bool:
        """«президент РК Токаев»: the next name is of a person of that country."""
        for other in self.found:
            if one.end < other.start <= one.end + _BESIDE:
                actor = self.knowledge.actors[other.actors[0]]
                return actor.type == "person" and actor.country == self.knowledge.actors[actor_id].country
        return False

    def _weight(self, actor_id: str) -> int:
        actor = self.knowledge.actors[actor_id]
        weight = self.countries[actor.country] if actor.country else 0
        rival = _RIVALS.get(actor_id)
        return weight - 3 * len(rival.findall(self.text)) if rival else weight

    def _thing(self, one: Found, actor: Actor) -> _Sense | None:
        kind = _TYPES[actor.type]
        if actor.id == "united-states" and self._is_currency(one):
            return None
        before = self.text[max(0, one.start - _BEFORE) : one.start]
        if kind == "LOC" and self._is_inside_a_name(one, before):
            return None
        if actor.needs_context and not self._has_context(one, actor, before):
            return None
        if len(one.actors) > 1:
            return self._abbreviation(one)
        if actor.metonym_of is not None and self._is_government(one, before):
            return _Sense(one.start, one.end, kind, actor.metonym_of)
        if self._is_of_another_country(one, actor):
            return _Sense(one.start, one.end, kind, None, (actor.id,))
        start = one.start
        if any(name.startswith("страны ") for name in actor.names.get("ru", ())) and (group := _GROUP.search(before)):
            start -= len(group.group())
        return _Sense(start, one.end, kind, actor.id)

    def _is_currency(self, one: Found) -> bool:
        """US dollars are no mention of the United States."""
        return bool(
            DOLLAR_BEFORE.search(self.text, max(0, one.start - _BEFORE), one.start) or DOLLAR_BEHIND.match(self.text, one.end)
        )

    def _is_of_another_country(self, one: Found, actor: Actor) -> bool:
        """A White House, a Senate, a foreign ministry that another country has too, where the text does not speak of its own."""
        if actor.id != "white-house" and (actor.type not in {"organisation", "place"} or actor.metonym_of):
            return False
        name = one.names[0]
        if actor.id != "white-house" and (actor.id not in SHARED_INSTITUTIONS or sum(word.capital for word in name.words) > 1):
            return False
        beside = [
            other
            for other in self.found
            if (one.end < other.start <= one.end + 4 or other.end < one.start <= other.end + 2)
            and self.knowledge.actors[other.actors[0]].type in {"country", "place"}
        ]
        if beside:
            return all(self.knowledge.actors[other.actors[0]].country != actor.country for other in beside)
        if self.countries[actor.country or ""] > 0:
            return False
        return actor.country != self.source_country

    def _is_inside_a_name(self, one: Found, before: str) -> bool:
        """«Астана» in quotes is a club or a hotel, Washington Post a newspaper."""
        if _QUOTED.search(before) and _UNQUOTED.match(self.text[one.end : one.end + 1]):
            return True
        return PART_OF_A_NAME_BEHIND.match(self.text, one.end) is not None

    def _has_context(self, one: Found, actor: Actor, before: str) -> bool:
        if _SENTENCE_START.search(before) and not actor.metonym_of:
            return False
        country = actor.country
        return country is None or country == self.source_country or self.countries[country] > 0

    def _is_government(self, one: Found, before: str) -> bool:
        surface = self.text[one.start : one.end]
        if PLACE_BEFORE.search(before):
            return False
        language = self.languages[0] if self.languages else "ru"
        if language in PLACE_CASE:
            return self._is_government_by_case(one, language, surface)
        if STATE_VERB_BEFORE.search(before):
            return True
        if PARTNER_BEFORE.search(before) and not before.rstrip().endswith((" и", " and", " или")):
            return True
        if STATE_NOUN_BEFORE.search(before):
            return True
        return self._is_nominative(one, surface) and STATE_VERB_AFTER.match(self.text, one.end) is not None

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
            return STATE_NOUN_AFTER.match(self.text, one.end) is not None
        if ending:
            return False
        if PARTNER_AFTER.match(self.text, one.end):
            return True
        return not POSSESSED_BEHIND.match(self.text, one.end) and STATE_VERB_IN_CLAUSE.match(self.text, one.end) is not None

    def _is_nominative(self, one: Found, surface: str) -> bool:
        return any(surface == name.text or not name.words[-1].stems[0].endings - {""} for name in one.names)

    def _heads_of_state(self) -> list[_Sense]:
        """«Глава государства» is the head of state of the country of publication on that day."""
        holders = [
            actor.id
            for actor in self.knowledge.actors.values()
            if actor.type == "person"
            and any(
                office.kind == "head-of-state" and office.country == self.source_country and self._in_force(office)
                for office in actor.offices
            )
        ]
        if self.source_country is None or len(holders) != 1:
            return []
        return [_Sense(match.start(), match.end(), "PER", holders[0]) for match in HEAD_OF_STATE.finditer(self.text)]


@dataclass
class _Taken:
    """The senses so far, by place."""

    senses: list[_Sense]

    def overlapping(self, start: int, end: int) -> list[_Sense]:
        """Those that share a character with the stretch."""
        return [sense for sense in self.senses if sense.start < end and start < sense.end]

    def remove(self, senses: list[_Sense]) -> None:
        """Take some out."""
        self.senses = [sense for sense in self.senses if sense not in senses]

    def add(self, sense: _Sense) -> None:
        """Put one in."""
        self.senses.append(sense)


_ADJECTIVES: WeakKeyDictionary[Knowledge, re.Pattern[str]] = WeakKeyDictionary()


def _adjectives_of(knowledge: Knowledge) -> re.Pattern[str]:
    """One pattern of all adjectives and peoples that the knowledge lists, from the start of a lower-case word."""
    if knowledge not in _ADJECTIVES:
        stems = {
            fold_text(stem).text.lower() for actor in knowledge.actors.values() for stems in actor.adjectives.values() for stem in stems
        }
        _ADJECTIVES[knowledge] = re.compile("|".join(re.escape(stem) for stem in sorted(stems, key=len, reverse=True)) or "(?!)")
    return _ADJECTIVES[knowledge]


def _is_title(word: str) -> bool:
    return any(title.match(word) for _, title in TITLES)


def _given_keys(actor: Actor) -> frozenset[str]:
    return _person_keys(actor)[0]


def _initials(actor: Actor) -> frozenset[str]:
    return _person_keys(actor)[1]


_KEYS: dict[str, tuple[Actor, frozenset[str], frozenset[str]]] = {}


def _person_keys(actor: Actor) -> tuple[frozenset[str], frozenset[str]]:
    cached = _KEYS.get(actor.id)
    if cached is None or cached[0] is not actor:
        given = [word for names in actor.names.values() for name in names for word in fold_text(name).text.split()[:-1]]
        keys = frozenset(name_key(word) for word in given)
        letters = frozenset(word[0] for word in given)
        _KEYS[actor.id] = cached = (actor, keys, letters)
    return cached[1], cached[2]
