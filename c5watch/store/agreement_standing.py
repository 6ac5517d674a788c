"""Where an agreement stands by all texts about it: a pure function of what each of them says and when it came out.

Texts come in in any order and may be understood anew, so it is told from all of them every time and not step by step.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

# In the order in which an agreement takes these steps; `ended` and `denied` may follow any of them, `discussed` is no step.
LADDER = ("proposed", "negotiated", "announced", "signed", "submitted", "ratified", "in_force")
_CONCLUDED = LADDER[LADDER.index("signed") :]
_NO_STATE = "discussed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What one text says; ``moment`` sorts and is when it came out, or when it was fetched if it is not ``dated``."""

    status: str
    fresh: bool
    dated: bool
    moment: str


def standing(said: Iterable[Said]) -> str:
    """The state that the latest text tells, among those with a date if one of them tells any; ``discussed`` if none does.

    What is signed is not unsigned by a later text about the talks or the plans, only by one that reports an end or a denial.
    """
    telling = [one for one in said if one.status != _NO_STATE]
    dated = [one for one in telling if one.dated]
    state = None
    for one in sorted(dated or telling, key=lambda one: (one.moment, _rank(one.status))):
        if state is None or _follows(one, state):
            state = one.status
    return state or _NO_STATE


def _follows(one: Said, state: str) -> bool:
    if one.status in LADDER and state in LADDER:
        return _rank(one.status) > _rank(state) or (one.fresh and state not in _CONCLUDED)
    # Background may tell of a step that had not been heard of; what an end or a denial undoes is told as news.
    return one.fresh


def _rank(status: str) -> int:
    return LADDER.index(status) if status in LADDER else len(LADDER)
