"""One article as the steps of name reading share it: folded text, known names found, country and day of publication."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache, cached_property

from c5watch.article import Article, MentionType, Span
from c5watch.knowledge import Actor, Knowledge, Office
from c5watch.text import Folded, fold_text, sentences
from pipelines.naming.context_words import DOLLAR_BEFORE, DOLLAR_BEHIND, NAMED_AFTER_BEFORE, NAMED_AFTER_BEHIND
from pipelines.naming.names import Found, finder_of, languages_of
from pipelines.naming.nobodies import Nobodies, find_nobodies

TYPES: dict[str, MentionType] = {
    "person": "PER",
    "country": "LOC",
    "region": "LOC",
    "place": "LOC",
    "organisation": "ORG",
    "company": "ORG",
    "think-tank": "ORG",
}
BEFORE = 70  # characters in front of a name in which its title or preposition is looked for
SENTENCE_START = re.compile(r"(?:^|[.!?…:\n»\"”][\s«\"“–—-]*|[–—]\s)$")


@cache
def _folded(form: str) -> str:
    return fold_text(form).text


def _overlaps(start: int, end: int, places: list[tuple[int, int]]) -> bool:
    return any(first < end and start < last for first, last in places)


@dataclass(slots=True, eq=False)
class Sense:
    """What a name means here: the actor or None, and who else it may be; offsets into the folded text.

    ``bare`` is a surname without a given name: a model that sees a stranger's given name may take it back.
    """

    start: int
    end: int
    type: MentionType
    actor: str | None = None
    candidates: tuple[str, ...] = ()
    bare: bool = False


@dataclass
class Reading:
    """One article; all offsets are those of the folded text."""

    article: Article
    knowledge: Knowledge
    folded: Folded

    @cached_property
    def text(self) -> str:
        """The folded text."""
        return self.folded.text

    @cached_property
    def sentences(self) -> Sequence[Span]:
        """The sentences of the folded text: the raw ones, which other steps need too, where nothing was dropped or joined."""
        raw = self.article.text
        is_raw = len(raw) == len(self.text) and raw.count("\n") == self.text.count("\n")
        return sentences(raw if is_raw else self.text)

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """The article's languages as names are listed by."""
        known = self.article.languages or ((self.article.language,) if self.article.language != "und" else ())
        return languages_of(known, self.article.script)

    @cached_property
    def found(self) -> list[Found]:
        """All known names, unresolved."""
        found = finder_of(self.knowledge).find(self.text, self.languages)
        whole = self._nobodies.whole
        return [one for one in found if not _overlaps(one.start, one.end, whole)] if whole else found

    @cached_property
    def _nobodies(self) -> Nobodies:
        return find_nobodies(self.text, self.languages, self.knowledge)

    def is_nobody(self, start: int, end: int) -> bool:
        """Whether an unknown name in this place is, or is part of, what analysts say is nobody."""
        return _overlaps(start, end, self._nobodies.whole) or _overlaps(start, end, self._nobodies.parts)

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
    def countries(self) -> Counter[str]:
        """How often the text speaks of each country by names that leave no doubt."""
        count: Counter[str] = Counter()
        for one in self.found:
            actor = self.knowledge.actors[one.actors[0]]
            certain = len(one.actors) == 1 and not actor.needs_context and one.names[0].part != "given"
            if certain and actor.country and not (one.names[0].part == "abbreviation" and self.is_restricted(one)):
                count[actor.country] += 1
        return count

    @cached_property
    def _starts(self) -> list[int]:
        return [one.start for one in self.found]

    def found_at(self, position: int) -> Found | None:
        """The known name that covers a character."""
        number = bisect_right(self._starts, position) - 1
        return self.found[number] if number >= 0 and position < self.found[number].end else None

    def found_between(self, start: int, end: int) -> list[Found]:
        """The known names that begin in a stretch."""
        return self.found[bisect_right(self._starts, start - 1) : bisect_right(self._starts, end - 1)]

    def actor(self, actor_id: str) -> Actor:
        """The entry of an id."""
        return self.knowledge.actors[actor_id]

    def before(self, position: int) -> str:
        """The text in front of a name, as much as its meaning may hang on."""
        return self.text[max(0, position - BEFORE) : position]

    def is_restricted(self, one: Found) -> bool:
        """An abbreviation that means something else in other countries of publication."""
        return any(
            entry.source_countries
            for actor in one.actors
            for entry in self.actor(actor).abbreviations
            if _folded(entry.form) == one.names[0].text
        )

    def is_named_after(self, one: Found) -> bool:
        """A street, an airport or a city with a person's name."""
        before = self.before(one.start)
        return bool(NAMED_AFTER_BEFORE.search(before, last_words(before, 3)) or NAMED_AFTER_BEHIND.match(self.text, one.end))

    def is_currency(self, one: Found) -> bool:
        """US dollars are no mention of the United States."""
        before = self.before(one.start)
        return bool(DOLLAR_BEFORE.search(before, last_words(before, 3)) or DOLLAR_BEHIND.match(self.text, one.end))

    def in_force(self, office: Office) -> bool:
        """Whether the office was held on the day of publication; without a day, whether it is held now."""
        if self.day is None:
            return not office.ended and office.until is None
        began = office.since is None or office.since <= self.day[: len(office.since)]
        over = office.until is not None and office.until < self.day[: len(office.until)]
        return began and not over


def last_words(before: str, count: int) -> int:
    """Where the last words of a stretch begin: a pattern that fits its end is tried there and not at each of its characters."""
    place = len(before.rstrip())
    while count and place > 0:
        place = before.rfind(" ", 0, place)
        count -= 1
    return place + 1 if place > 0 else 0
