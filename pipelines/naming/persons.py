"""Which known person a name means: introduced in full, by given name or initials, by title, by office on that day."""

from __future__ import annotations

import re
from collections.abc import Set
from functools import cached_property

from c5watch.knowledge import Actor
from c5watch.text import name_key, script_of
from pipelines.naming.context_words import (
    ARTIST_BEFORE,
    CALLING_BEFORE,
    HEAD_OF_STATE,
    HEAD_OF_STATE_WORDS,
    JUNIOR_BEHIND,
    OFFICE_TITLES,
    OPENERS,
    TITLES,
)
from pipelines.naming.listed_names import SURNAME_FIRST
from pipelines.naming.names import Found
from pipelines.naming.reading import BEFORE, SENTENCE_START, Reading, Sense, last_words
from pipelines.naming.spellings import person_keys, skeleton, spellings_of

_INITIALS = re.compile(r"(?:(?<=\s)|(?<=^)|(?<=[(«\"-]))(?:(?:[^\W\d_a-zа-я][a-zа-я]?)\.[ -]{0,2}){1,3}$")
_WORD_BEFORE = re.compile(r"([^\W\d_][\w'-]*) +$")
_WORD_AFTER = re.compile(r" ([^\W\d_][\w'-]+)")
_PATRONYMIC = re.compile(
    r"(?:вич|вича|вичу|вичем|вна|вны|вне|вной|vich|vna|wiç|wna|ұлы\w{0,3}|uly|улы|уулу|қызы\w{0,3}|кызы|o'g'li|qizi|ўғли)$"
)
_FEMININE_VERB = re.compile(r"\s+(?:\w+\s+)?\w+(?:ла|лась)(?!\w)")
_CLAUSE_END = re.compile(r"[.;:!?()\n]")
_LEAST_GIVEN, _ENDING = 5, 2  # letters of a given name's key, and of what may be left of its ending
_SHORT_SURNAME = 3  # letters that are never enough: Си, Гор, Лу
# Languages with a model for unknown names: there it decides whether the first word of a sentence is a given name.
_MODELLED = {("ru",), ("kk",), ("en",)}


class Persons:
    """The persons of one article.

    ``doubtful`` collects surnames that a model should look at, ``titled`` whom the text calls by title and surname.
    """

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.doubtful: list[int] = []
        self.titled: set[str] = set()
        self._strangers: set[str] = set()
        self._given_names: dict[int, tuple[list[str], int, bool]] = {}  # by where the surname stands: each is asked for twice

    @cached_property
    def introduced_in_full(self) -> frozenset[str]:
        """Those whose full name stands there as knowledge lists it."""
        return frozenset(
            one.actors[0]
            for one in self.reading.found
            if len(one.actors) == 1 and one.names[0].part == "full" and not self.is_artist(one.actors[0], one.start)
        )

    @cached_property
    def introduced(self) -> frozenset[str]:
        """The persons whom the text names in full somewhere, or by a title that only one bearer of the surname has."""
        full = set(self.introduced_in_full)
        for one in self.reading.found:
            if one.names[0].part == "surname":
                full.update(self._by_given_name(one)[0] or self._by_shared_title(one))
        return frozenset(full)

    def _by_shared_title(self, one: Found) -> list[str]:
        titled = self._by_title(one, one.actors) if len(one.actors) > 1 else []
        return titled if len(titled) == 1 else []

    def sense(self, one: Found) -> Sense | None:
        """The person whom a found name means, or None where it means nobody."""
        if self.reading.is_named_after(one) or JUNIOR_BEHIND.match(self.reading.text, one.end):
            return None
        parts = {name.part for name in one.names}
        if "full" in parts and self.is_artist(one.actors[0], one.start):
            self._strangers.update(stem.text for name in one.names for stem in name.words[-1].stems)
            return Sense(one.start, one.end, "PER", None, one.actors)
        if "full" in parts:
            ids = tuple(dict.fromkeys(name.actor for name in one.names if name.part == "full"))
            return Sense(one.start, one.end, "PER", *self._decided(one, ids))
        if "surname" in parts:
            return self._surname(one)
        return self._given(one)

    def is_artist(self, actor: str, start: int) -> bool:
        """The poet Abdulla Aripov is not the prime minister."""
        before = self.reading.before(start)
        return bool(self.reading.actor(actor).offices) and ARTIST_BEFORE.search(before, last_words(before, 2)) is not None

    def _given(self, one: Found) -> Sense | None:
        """A given name alone is its bearer only where the bearer is introduced, and spoken to or about by first name."""
        ids = [actor for actor in one.actors if actor in self.introduced]
        if len(ids) != 1 or self._has_name_neighbour(one):
            return None
        following = self.reading.text[one.end : one.end + 1]
        interviewee = self.reading.article.interview is not None
        if following == "," or (
            interviewee and self.reading.article.voice_at(self.reading.folded.raw_span(one.start, one.end)[0]) == "question"
        ):
            return Sense(one.start, one.end, "PER", ids[0])
        return None

    def _has_name_neighbour(self, one: Found) -> bool:
        after = _WORD_AFTER.match(self.reading.text, one.end)
        before = _WORD_BEFORE.search(self.reading.text, max(0, one.start - BEFORE), one.start)
        return bool(after and after.group(1)[0].isupper()) or bool(
            before
            and before.group(1)[0].isupper()
            and before.group(1).lower() not in OPENERS
            and self.reading.found_at(before.start(1)) is None
        )

    def _surname(self, one: Found) -> Sense | None:
        matching, start, foreign = self._by_given_name(one)
        if matching:
            return Sense(start, one.end, "PER", *self._decided(one, tuple(matching)))
        if foreign:
            self._strangers.update(name.words[0].stems[0].text for name in one.names)
            return Sense(start, one.end, "PER") if start < one.start else None
        return self._bare_surname(one)

    def _bare_surname(self, one: Found) -> Sense | None:
        ids = one.actors
        introduced = tuple(actor for actor in ids if actor in self.introduced)
        if introduced:
            return Sense(one.start, one.end, "PER", *self._decided(one, introduced, named=True), bare=True)
        titled = self._by_title(one, ids)
        if len(titled) == 1:
            self.titled.add(titled[0])
            return Sense(one.start, one.end, "PER", titled[0], bare=True)
        before = self.reading.before(one.start)
        nearest = last_words(before, 2)
        if CALLING_BEFORE.search(before, nearest) or ARTIST_BEFORE.search(before, nearest):
            return Sense(one.start, one.end, "PER", None, ids)
        if any(name.words[0].stems[0].text in self._strangers for name in one.names):
            return None
        open_ids = tuple(actor for actor in ids if not self._needs_more(actor, one))
        if not open_ids:
            return None
        if all(self.reading.actor(actor).country in SURNAME_FIRST for actor in open_ids):  # of millions: nobody for sure
            return Sense(one.start, one.end, "PER", None, ids, bare=True)
        if len(ids) == 1:
            return Sense(one.start, one.end, "PER", open_ids[0], bare=True)
        actor, candidates = self._decided(one, ids)
        return Sense(one.start, one.end, "PER", actor, candidates, bare=True)

    def _needs_more(self, actor_id: str, one: Found) -> bool:
        surname = min(len(name.words[0].stems[0].text) for name in one.names)
        return self.reading.actor(actor_id).needs_context or surname <= _SHORT_SURNAME

    def _decided(self, one: Found, ids: tuple[str, ...], *, named: bool = False) -> tuple[str | None, tuple[str, ...]]:
        """The one of ``ids`` that is meant, or None and all of them; where the text named all of them, no date decides."""
        ids = tuple(dict.fromkeys(ids))
        if len(ids) == 1:
            return ids[0], ()
        titled = self._by_title(one, ids)
        if len(titled) == 1:
            return titled[0], ()
        women = [actor for actor in ids if self.reading.actor(actor).gender == "f"]
        if women and self.reading.languages[:1] == ("ru",):
            said_by_her = bool(_FEMININE_VERB.match(self.reading.text, one.end))
            rest = women if said_by_her else [actor for actor in ids if actor not in women]
            if len(rest) == 1:
                return rest[0], ()
        if named:
            return None, ids
        local = [actor for actor in ids if self.reading.actor(actor).country == self.reading.source_country]
        if len(local) == 1:
            return local[0], ()
        in_office = [actor for actor in ids if self._holds_office(self.reading.actor(actor))]
        if self.reading.day is not None and len(in_office) == 1:
            return in_office[0], ()
        return None, ids

    def _by_title(self, one: Found, ids: tuple[str, ...]) -> list[str]:
        before = self.reading.before(one.start)
        before = _CLAUSE_END.split(before)[-1]
        for kind, title in TITLES:
            if not title.search(before):
                continue
            holders = [actor for actor in ids if self._has_office(self.reading.actor(actor), kind)]
            if holders:
                return holders
        return []

    def _has_office(self, actor: Actor, kind: str) -> bool:
        return any(
            (office.kind == kind or OFFICE_TITLES[kind].search(office.title)) and self.reading.in_force(office)
            for office in actor.offices
        )

    def _holds_office(self, actor: Actor) -> bool:
        return any(self.reading.in_force(office) and (office.until is not None or not office.ended) for office in actor.offices)

    def _by_given_name(self, one: Found) -> tuple[list[str], int, bool]:
        """As `_read_given_name`, once for each surname."""
        if one.start not in self._given_names:
            self._given_names[one.start] = self._read_given_name(one)
        return self._given_names[one.start]

    def _read_given_name(self, one: Found) -> tuple[list[str], int, bool]:
        """The actors whose given name or initials stand before the surname, where that begins, and whether it is a stranger's."""
        window = max(0, one.start - BEFORE)
        before = self.reading.text[window : one.start]
        if all(self.reading.actor(actor).country in SURNAME_FIRST for actor in one.actors):
            return [], one.start, False
        if initials := _INITIALS.search(before):
            letters = initials.group()
            script = script_of(letters)
            matching = [actor for actor in one.actors if letters[0] in person_keys(self.reading.actor(actor), script)[1]]
            return matching, window + initials.start(), not matching
        word = _WORD_BEFORE.search(before)
        if word is None or not word.group(1)[0].isupper():
            return [], one.start, False
        start = window + word.start(1)
        given = word.group(1)
        if _PATRONYMIC.search(given.lower()) and (earlier := _WORD_BEFORE.search(before, 0, word.start(1))):
            start, given = window + earlier.start(1), earlier.group(1)
        key, script = name_key(given), script_of(given)
        keys_of = {actor: person_keys(self.reading.actor(actor), script)[0] for actor in one.actors}
        matching = [actor for actor in one.actors if _is_among(key, keys_of[actor])]
        if matching:
            keys = frozenset().union(*(keys_of[actor] for actor in matching))
            while (earlier := _WORD_BEFORE.search(before, 0, start - window)) and name_key(earlier.group(1)) in keys:
                start = window + earlier.start(1)
            return matching, start, False
        spelled = spellings_of(self.reading.knowledge).actor(self.reading.text[start : one.end], self.introduced_in_full)
        if spelled is not None:
            return [spelled], start, False
        if given.lower() in OPENERS or self._is_named(start) or is_title(given):
            return [], one.start, False
        if self.reading.languages[:1] in _MODELLED and SENTENCE_START.search(self.reading.text, max(0, start - 5), start):
            self.doubtful.append(one.start)
            return [], one.start, False
        return [], start, not given.isupper()

    def _is_named(self, start: int) -> bool:
        """A known name stands there that is more than somebody's given name («Нурлан» of another person)."""
        known = self.reading.found_at(start)
        return known is not None and any(name.part != "given" for name in known.names)

    def heads_of_state(self) -> list[Sense]:
        """«Глава государства» is the head of state of the country of publication on that day."""
        if not self.reading.source_country or not any(words in self.reading.text for words in HEAD_OF_STATE_WORDS):
            return []
        titles = list(HEAD_OF_STATE.finditer(self.reading.text))
        if not titles:
            return []
        holders = [
            actor.id
            for actor in self.reading.knowledge.actors.values()
            if actor.type == "person"
            and any(
                office.kind == "head-of-state" and office.country == self.reading.source_country and self.reading.in_force(office)
                for office in actor.offices
            )
        ]
        return [Sense(match.start(), match.end(), "PER", holders[0]) for match in titles] if len(holders) == 1 else []


def _is_among(key: str, keys: Set[str]) -> bool:
    """Whether a given name's key is one of ``keys``, but for vowels or an ending that was taken for a case or not."""
    if key in keys:
        return True
    consonants = skeleton([key])
    return any(
        (len(consonants) > 1 and consonants == skeleton([other]))
        or (
            min(len(key), len(other)) >= _LEAST_GIVEN
            and abs(len(key) - len(other)) <= _ENDING
            and (key.startswith(other) or other.startswith(key))
        )
        for other in keys
    )


def is_title(word: str) -> bool:
    """Whether a word begins like a title of office."""
    return any(title.match(word) for _, title in TITLES)
