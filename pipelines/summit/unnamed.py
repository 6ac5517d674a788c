"""Finds meetings of a format that a text tells without its name: who met, where and on which day.

All three are asked for: states meet every day, and some of them in the same town; a place and a day alone tell of another talk.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from c5watch.article import Article, SummitMention
from c5watch.knowledge import Knowledge
from c5watch.knowledge.types import Meeting
from pipelines.summit.editions import Editions

REGION = "central-asia"
# One pattern each, begun by plain letters, which are found many times faster.
REGION_ADJECTIVES = (re.compile(r"Central[ -]Asian\b"), re.compile(r"ентрально-?азиатск\w+"))
_LEAST_MEMBERS = 3
_FULL_DAY = len("2026-11-10")


@lru_cache(maxsize=4)
def _meetings_at(knowledge: Knowledge) -> Mapping[str, Mapping[str, tuple[Meeting, ...]]]:
    """By place the formats and their meetings there whose very day is known."""
    found: dict[str, dict[str, tuple[Meeting, ...]]] = defaultdict(dict)
    for summit in knowledge.formats.values():
        for meeting in summit.meetings:
            if meeting.place and len(meeting.date) == _FULL_DAY and not meeting.cancelled:
                found[meeting.place][summit.id] = (*found[meeting.place].get(summit.id, ()), meeting)
    return found


class _Members(NamedTuple):
    """Who meets in a format: its partner, if it has one, and the others."""

    partner: str | None
    others: frozenset[str]


@lru_cache(maxsize=4)
def _members(knowledge: Knowledge) -> Mapping[str, _Members]:
    """The members of the formats that have meetings whose place and very day are known."""
    formats = {name: knowledge.formats[name] for held in _meetings_at(knowledge).values() for name in held}
    return {
        name: _Members(summit.partner, frozenset(summit.members) - {summit.partner or ""}) for name, summit in formats.items()
    }


def find_unnamed(article: Article, knowledge: Knowledge, named: Collection[str], editions: Editions) -> Iterator[SummitMention]:
    """The meetings of formats that are not ``named``, each at the first place beside which the text tells it."""
    everybody = _named_within(article, 0, len(article.text))
    members = _members(knowledge)
    possible = {name for name, who in members.items() if name not in named and _takes_part(everybody, who)}
    if not possible:
        return
    meetings = _meetings_at(knowledge)
    told: set[str] = set()
    for mention in article.mentions:
        for place in (mention.actor, *mention.candidates):
            if place is None or possible.isdisjoint(held_here := meetings.get(place, {})):
                continue
            fitting = {
                meeting.id: name
                for name, held in held_here.items()
                if name in possible
                for meeting in editions.told_beside(mention.start, held)
                if _takes_part(_named_within(article, *editions.around(mention.start)), members[name])
            }
            if len(fitting) == 1 and told.isdisjoint(fitting):
                told |= fitting.keys()
                ((meeting_id, name),) = fitting.items()
                yield SummitMention(format=name, summit=meeting_id, start=mention.start, end=mention.end)


def _named_within(article: Article, start: int, end: int) -> set[str]:
    """The actors that a stretch names, the region by its adjective too: “the Central Asian states”."""
    actors = {mention.actor for mention in article.mentions if mention.actor and start <= mention.start < end}
    if any(pattern.search(article.text, start, end) for pattern in REGION_ADJECTIVES):
        actors.add(REGION)
    return actors


def _takes_part(actors: set[str], who: _Members) -> bool:
    """Whether those who meet are named: a partner and the region or most of its states, else most of the members."""
    if who.partner and who.partner not in actors:
        return False
    named = len(who.others & actors)
    return bool(who.partner and REGION in actors) or (named >= _LEAST_MEMBERS and 2 * named > len(who.others))
