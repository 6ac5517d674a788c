"""Whether a capital is the place or its government: told from the words around it and, where names inflect, from its case."""

from __future__ import annotations

import re

from pipelines.naming.capital_words import (
    AND,
    BETWEEN,
    BETWEEN_WORDS,
    CITY_BEHIND,
    CLAUSE_START,
    DATIVE,
    GENITIVE_CASE,
    IZOFAT_BEFORE,
    OFFICIAL_BEFORE,
    PARTNER_AFTER,
    PARTNER_BEFORE,
    PARTNER_CASE,
    PLACE_BEFORE,
    PLACE_CASE,
    PLACE_VERB,
    POSSESSED_BEHIND,
    SAID_BEFORE,
    STATE_GIFT_BEFORE,
    STATE_NEED_AFTER,
    STATE_NOUN_AFTER,
    STATE_NOUN_BEFORE,
    STATE_VERB_AFTER,
    STATE_VERB_BEFORE,
    STATE_VERB_IN_CLAUSE,
    SUBJECT_OF_CLAUSE,
    TAJIK_WAY_BEHIND,
    WAY_BEFORE,
    WAY_BEHIND,
)
from pipelines.naming.names import Found
from pipelines.naming.reading import Reading, last_words

_AND_BEFORE = re.compile(rf"{AND.pattern}$")
_TAJIK_BETWEEN = re.compile(r"(?<!\w)байни\s(?:\S+\sва\s)?$", re.IGNORECASE)
_PAIR_BEFORE = re.compile(r"(?: (?:и|или|and|or|ва) |, |(?<=у) )$")
_LONGEST_NOUN, _LONGEST_PAIR = 6, 5  # words of «диалог Токио и Сеула»; characters of " and "


class Capitals:
    """The capitals of one article."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._governments: dict[int, bool] = {}  # by where the capital stands: of a row each asks for the one before

    def is_government(self, one: Found) -> bool:
        """Whether a found capital stands for its government."""
        if one.start not in self._governments:
            self._governments[one.start] = self._is_told(one, self.reading.before(one.start))
        return self._governments[one.start]

    def is_where(self, one: Found) -> bool:
        """Whether a place stands in a case that says where or whither, in a language that has such cases."""
        language = self.reading.languages[0] if self.reading.languages else ""
        if self.reading.actor(one.actors[0]).type not in {"place", "country"} or language not in PLACE_CASE:
            return False
        return PLACE_CASE[language].fullmatch(self._ending(one)) is not None

    def _is_told(self, one: Found, before: str) -> bool:
        text = self.reading.text
        if PLACE_BEFORE.search(before, last_words(before, 2)) or CITY_BEHIND.match(text, one.end):
            return False
        language = self.reading.languages[0] if self.reading.languages else "ru"
        if language in PLACE_CASE:
            return WAY_BEHIND.match(text, one.end) is None and self._is_told_by_case(one, language, before)
        if (any(map(before.__contains__, BETWEEN_WORDS)) and WAY_BEFORE.search(before)) or (
            BETWEEN.search(before, last_words(before, 1)) and self._stands_beside_a_town(one)
        ):
            return False
        if language == "tg" and _TAJIK_BETWEEN.search(before) and TAJIK_WAY_BEHIND.match(text, one.end):
            return False
        return self._is_told_before(one, language, before) or self._is_told_behind(one, language, before)

    def _is_told_before(self, one: Found, language: str, before: str) -> bool:
        nearest = last_words(before, 2)
        if STATE_VERB_BEFORE.search(before, nearest) or OFFICIAL_BEFORE.search(before, nearest):
            return True
        if STATE_NOUN_BEFORE.search(before, last_words(before, _LONGEST_NOUN)) and (language != "ru" or not self._is_bare(one)):
            return True
        if PARTNER_BEFORE.search(before, nearest) and not before.rstrip().endswith((" и", " and", " или")):
            return True
        return self._is_given_something(one, language, before) or self._is_next_of_governments(one, before)

    def _is_given_something(self, one: Found, language: str, before: str) -> bool:
        if language != "ru" or not DATIVE.search(self._surface(one)) or self._is_subject(one, language, before):
            return False
        return bool(STATE_GIFT_BEFORE.search(before) or STATE_NEED_AFTER.match(self.reading.text, one.end))

    def _is_told_behind(self, one: Found, language: str, before: str) -> bool:
        text = self.reading.text
        if text.startswith("'s ", one.end):
            return STATE_NOUN_AFTER.match(text, one.end + 2) is not None
        if not self._is_subject(one, language, before):
            return False
        if SAID_BEFORE.search(before, last_words(before, 2)):
            return True
        if language == "tg":
            return self._is_acting(one, language)
        return STATE_VERB_AFTER.get(language, STATE_VERB_AFTER["en"]).match(text, one.end) is not None

    def _stands_beside_a_town(self, one: Found) -> bool:
        """«между Ташкентом и Хивой», «Бишкек менен Оштун ортосунда»: beside a town that is no capital a capital is a town."""
        before, behind = _AND_BEFORE.search(self.reading.before(one.start)), AND.match(self.reading.text, one.end)
        places = [one.start - len(before.group()) - 1] if before else []
        places += [behind.end()] if behind else []
        for other in filter(None, map(self.reading.found_at, places)):
            actor = self.reading.actor(other.actors[0])
            if actor.type == "place" and actor.metonym_of is None:
                return True
        return False

    def _is_next_of_governments(self, one: Found, before: str) -> bool:
        """«между Москвой и Ташкентом», «байни Маскаву Душанбе»: what the first of a row is, the next is too."""
        pair = _PAIR_BEFORE.search(before, max(0, len(before) - _LONGEST_PAIR))
        if pair is None:
            return False
        end = one.start - len(pair.group())
        first = self.reading.found_at(end - 1)
        if first is None or first.end != end:
            return False
        return self._is_capital(first) and self.is_government(first)

    def _is_subject(self, one: Found, language: str, before: str) -> bool:
        """The capital's form and what stands before it allow it to be the subject: no «жители Душанбе», "mayor of Bishkek"."""
        if language == "tg":
            return not self._surface(one).endswith("и") and IZOFAT_BEFORE.search(before) is None
        if language != "ru":
            return not before.endswith(" of ")
        if all(name.words[-1].stems[0].endings <= {""} for name in one.names):
            return bool(CLAUSE_START.search(before) or SAID_BEFORE.search(before, last_words(before, 2)))
        return self._is_bare(one)

    def _is_bare(self, one: Found) -> bool:
        """A Russian name that inflects, in its first form."""
        surface = self._surface(one)
        return any(surface == name.text and not name.words[-1].stems[0].endings <= {""} for name in one.names)

    def _is_told_by_case(self, one: Found, language: str, before: str) -> bool:
        ending = self._ending(one)
        if ending and PLACE_CASE[language].fullmatch(ending):
            return False
        if ending and language in PARTNER_CASE and PARTNER_CASE[language].fullmatch(ending):
            return not self._stands_beside_a_town(one)
        if ending and GENITIVE_CASE[language].fullmatch(ending):
            return any(pattern.match(self.reading.text, one.end) for pattern in (STATE_NOUN_AFTER, PARTNER_AFTER))
        official = not ending and OFFICIAL_BEFORE.search(before, last_words(before, 1)) is not None
        return official or (not ending and self._is_acting(one, language))

    def _is_acting(self, one: Found, language: str) -> bool:
        """A bare capital that does what governments do: the verb stands at the end of its clause."""
        text, end = self.reading.text, one.end
        following = AND.match(text, end)
        other = self.reading.found_at(following.end()) if following else None
        if other is not None and language in PLACE_CASE and self._is_capital(other) and not PARTNER_AFTER.match(text, end):
            return self.is_government(other)  # «Баку мен Анкарадағы»: what the second of a pair is, the first is too
        if self._stands_beside_a_town(one):
            return False
        if PARTNER_AFTER.match(text, end):
            return True
        if language != "tg" and POSSESSED_BEHIND.match(text, end):
            return False
        clause = SUBJECT_OF_CLAUSE[language].match(text, end)
        return bool(clause and not PLACE_VERB.search(clause.group())) or STATE_VERB_IN_CLAUSE.match(text, end) is not None

    def _is_capital(self, one: Found) -> bool:
        return self.reading.actor(one.actors[0]).metonym_of is not None

    def _surface(self, one: Found) -> str:
        return self.reading.text[one.start : one.end]

    def _ending(self, one: Found) -> str:
        """What stands behind the name's last word in a language of suffixes; empty for the bare name."""
        surface = self._surface(one).lower()
        if any(surface == name.text.lower() for name in one.names):
            return ""
        return surface[max(len(name.words[0].stems[0].text) for name in one.names) :]
