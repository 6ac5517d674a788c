"""Tells which states somebody visits: «прибудет с визитом в Астану»."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from c5watch.article import Mention
from c5watch.knowledge import Knowledge
from pipelines.agreement.named import Named, is_plain
from pipelines.agreement.tables import VISITING
from pipelines.agreement.wording import Wording
from pipelines.beginnings import Begun

_NEAR = re.compile(rf"(?<!\w)(?:{VISITING})[^.;:\n]*$")
_NEAR_BEFORE = 60  # characters
# «во время визита президента Республики Казахстан … в КНР»: farther away, with the word for where to.
_FAR = re.compile(r"(?<!\w)(?:визит|поездк|visit|trip)\w*[^.;:\n]* (?:во?|на|to) (?:the )?$")
_FAR_BEFORE = 130
# «Aşgabada döwlet sapary», «Тошкентга келиб», Tajik «ба Душанбе омада»: the word of visits stands behind where to.
_TO = re.compile(r"(?:[gkq]a|[ғгкқ][аеоө]|сына|сіне|aşgabada|(?<![dt])[aeä])$")
_TAJIK_TO = " ба "
_BEHIND = re.compile(
    rf"(?: [\w'-]+){{0,3}}? (?:{VISITING})|"
    r"(?: [\w'-]+)? (?:kel(?:di|ib|gan|adi|ishdi)|bor(?:di|adi|gan|ib)|jo'na\w+|uchib|"
    r"кел(?:ди|иб|ган|ади|ишди|ип|ген|ді|іп|еді|ет)|"
    r"бор(?:ди|ади|ган|иб)|жўна\w+|учиб|бар(?:ды|ып|ады|ган|ған|ат)|ұшып|учуп|bar(?:dy|yp|ýar|an|ar)|ugra\w+|gel(?:di|ip|en|er))(?!\w)"
)
_TAJIK_COME = re.compile(r"(?: [\w-]+)? (?:омад|меояд|меоянд|рафт|меравад|мераванд|ташриф|сафар)")


def visited_states(begun: Begun, mentioned: Sequence[tuple[int, Mention]], knowledge: Knowledge, wording: Wording) -> list[str]:
    """Of the names in a folded lower-case text, each with its place, the states behind a word of visits."""
    found: list[str] = []
    text, visits = begun.text, begun.starts("visit")
    of_region = wording.subject_first or wording.verb_last
    for start, mention in mentioned if visits or of_region else ():
        near = bisect_left(visits, start) > bisect_left(visits, start - _FAR_BEFORE)
        actor = knowledge.actors.get(mention.actor or "") if near or of_region else None
        if actor is None or actor.type not in ("country", "place"):
            continue
        state = actor.id if actor.type == "country" else actor.metonym_of
        one = Named(actor.id, start, start + len(mention.text), mention.type)
        if state is None or state in found:
            continue
        if (near and _is_visited(text, start)) or (of_region and _is_where_to(text, one, knowledge, wording)):
            found.append(state)
    return found


def _is_where_to(text: str, one: Named, knowledge: Knowledge, wording: Wording) -> bool:
    """Whether somebody comes to a place before whose verb it stands."""
    if wording.verb_last:
        return text.endswith(_TAJIK_TO, 0, one.start) and _TAJIK_COME.match(text, one.end) is not None
    in_dative = _TO.search(text[one.start : one.end]) is not None and not is_plain(text, one, knowledge)
    return in_dative and _BEHIND.match(text, one.end) is not None


def _is_visited(text: str, start: int) -> bool:
    near, far = max(0, start - _NEAR_BEFORE), max(0, start - _FAR_BEFORE)
    return _NEAR.search(text, near, start) is not None or _FAR.search(text, far, start) is not None
