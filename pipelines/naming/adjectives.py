"""States named by their adjectives («казахстанско-китайский», Kazakh)."""

from __future__ import annotations

import re
from functools import lru_cache

from ahocorasick_rs import AhoCorasick

from c5watch.knowledge import Knowledge
from c5watch.text import fold_text
from pipelines.naming.listed_names import lower_same_length

_LETTERS = re.compile(r"[^\W\d_]+")
_LONGEST_ENDING = 4


@lru_cache(maxsize=4)
def _stems_of(knowledge: Knowledge) -> tuple[AhoCorasick, list[str]]:
    """Finds the stems of adjectives; and the state of each."""
    states = {
        lower_same_length(fold_text(form).text): actor.id
        for actor in reversed(tuple(knowledge.actors.values()))
        if actor.type == "country"
        for forms in actor.adjectives.values()
        for form in forms
    }
    return AhoCorasick(list(states)), list(states.values())


def find_adjectives(text: str, knowledge: Knowledge) -> list[tuple[str, int, int]]:
    """The state and the place of each adjective of a folded text in small letters."""
    stems, states = _stems_of(knowledge)
    found: list[tuple[str, int, int]] = []
    for number, start, end in stems.find_matches_as_indexes(text, overlapping=True):
        ending = _LETTERS.match(text, end)
        stop = ending.end() if ending else end
        if (start and text[start - 1].isalpha()) or stop - end > _LONGEST_ENDING or (found and found[-1][1] == start):
            continue
        found.append((states[number], start, stop))
    return found
