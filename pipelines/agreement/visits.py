"""Tells which states somebody visits: «прибудет с визитом в Астану»."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from c5watch.article import Mention
from c5watch.knowledge import Knowledge
from pipelines.agreement.states import begun
from pipelines.agreement.tables import VISITING
from pipelines.agreement.wording import Wording

_NEAR = re.compile(rf"(?<!\w)(?:{VISITING})[^.;:\n]*$")
_NEAR_BEFORE = 60  # characters
# «во время визита президента Республики Казахстан … в КНР»: farther away, with the word for where to.
_FAR = re.compile(r"(?<!\w)(?:визит|поездк|visit|trip)\w*[^.;:\n]* (?:во?|на|to) (?:the )?$")
_FAR_BEFORE = 130


def visited_states(text: str, mentioned: Sequence[tuple[int, Mention]], knowledge: Knowledge, wording: Wording) -> list[str]:
    """Of the names in a folded lower-case text, each with its place, the states behind a word of visits."""
    found: list[str] = []
    visits = [visit.start() for visit in begun(text, wording).finditer("visit")]
    for start, mention in mentioned if visits else ():
        if bisect_left(visits, start) == bisect_left(visits, start - _FAR_BEFORE):
            continue
        actor = knowledge.actors.get(mention.actor or "")
        if actor is None or actor.type not in ("country", "place"):
            continue
        state = actor.id if actor.type == "country" else actor.metonym_of
        if state is not None and state not in found and _is_visited(text, start):
            found.append(state)
    return found


def _is_visited(text: str, start: int) -> bool:
    near, far = max(0, start - _NEAR_BEFORE), max(0, start - _FAR_BEFORE)
    return _NEAR.search(text, near, start) is not None or _FAR.search(text, far, start) is not None
