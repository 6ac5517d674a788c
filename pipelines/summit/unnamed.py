"""Finds meetings of a format that a text tells without its name: who met, where and on which day.

All three are asked for: states meet every day, and some of them in the same town; a place and a day alone tell of another talk.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache

from c5watch.article import Article, SummitMention
from c5watch.knowledge import Knowledge
from c5watch.knowledge.types import Meeting, SummitFormat
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


def find_unnamed(article: Article, knowledge: Knowledge, named: Collection[str], editions: Editions) -> Iterator[SummitMention]:
    """The meetings of formats that are not ``named``, each at the first place beside which the text tells it."""
    everybody = _named_within(article, 0, len(article.text))
    possible = {name for name, summit in knowledge.formats.items() if name not in named and _takes_part(everybody, summit)}
    if not possible:
        return
    meetings = _meetings_at(knowledge)
    told: set[str] = set()
    for mention in article.mentions:
        for place in (mention.actor, *mention.candidates):
            fitting = {
                meeting.id: name
                for name, held in meetings.get(place or "", {}).items()
                if name in possible
                for meeting in editions.told_beside(mention.start, held)
                if _takes_part(_named_within(article, *editions.around(mention.start)), knowledge.formats[name])
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


def _takes_part(actors: Collection[str], summit: SummitFormat) -> bool:
    """Whether those who meet are named: a partner and the region or most of its states, else most of the members."""
    if summit.partner and summit.partner not in actors:
        return False
    members = [member for member in summit.members if member != summit.partner]
    named = sum(member in actors for member in members)
    return bool(summit.partner and REGION in actors) or (named >= _LEAST_MEMBERS and 2 * named > len(members))
