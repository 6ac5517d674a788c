"""Tells where a region, a university or the like is a side by itself: then the agreement is its own and not its state's.

«Ошская область Кыргызстана подписала меморандум с Анкарским университетом»: the state only says where the region is, and no
state of the text is lent to such a document.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from c5watch.knowledge import Knowledge
from pipelines.agreement.named import Named, is_place
from pipelines.agreement.sighting import Sighting
from pipelines.agreement.wording import Wording

# What a body stands in, near or is taken from: «в Самаркандской области», "students from universities".
_NOT_ACTING = re.compile(
    r"(?<!\w)(?:во?|на|из|по|через|для|у|около|близ|об?|in|at|from|to|for|near|of|across|дар|аз|ба|барои)\s(?:[\w-]+\s){0,2}$"
)
# «Компания подписала меморандум»: whoever it is, no state of the text is meant.
THE_COMPANY = re.compile(
    r"(?<!\w)(?<!(?:ая|ий|ый|ое) )(?:\w*компания|предприятие|\w*завод|\w*комбинат|фабрика|концерн|"
    r"холдинг|\w*корпорация|\w*перевозчик|the (?:company|airline|carrier|operator|firm|miner|developer))(?!\w)"
)
_BEFORE = 60  # characters in which a preposition stands before a body, and a body behind a state
_BEHIND = 90
# Who acts for a state beside a region: «в Ошской области министры Узбекистана и Китая …».
_ACTS = re.compile(
    r"(?<!\w)(?:министр|президент|премьер|правительств|глав|лидер|делегаци|представител|посол|вазир|ҳукумат|роҳбар|сарон|"
    r"minister|president|government|leader|delegation|vazir|hukumat|rahbar|үкімет|басшы|өкмөт|башчы|hökümet|ýolbaşçy)"
)
_IZAFET_FAR = 150
_STATES_OWN = re.compile(r"(?:'s|')\s(?:[\w-]+\s){0,3}?")
_IN_STATE = re.compile(
    r"(?:\s(?!(?:со?|и|во?|из|на|для|ко?|от|по|при|между|and|with|from|to|for|by)\s)[\w«»\"-]+){0,2}\s(?:(?:of|in) (?:the )?)?"
)
_IZAFET = re.compile(r"\s[^,;:.]*[иӣ]\s")
_QUALIFIED = re.compile(r"(?:\s[\w'-]+,?){0,6}?\s")
_AND = re.compile(r" (?:мен|пен|бен|және|менен|жана|va|hamda|bilan|ва|ҳамда|билан|we|bilen|hem) |, ")

Spans = Sequence[tuple[int, int]]


def signs_for_itself(text: str, sighting: Sighting, bodies: Spans, wording: Wording) -> bool:
    """Whether one of the bodies of a text is a side: before the agreement word or behind «между»."""
    low, high = sighting.segment if sighting.item else sighting.sentence
    before = [start for start, _ in bodies if low <= start < sighting.start]
    if THE_COMPANY.search(text, low, sighting.start) or any(
        not _NOT_ACTING.search(text, max(low, start - _BEFORE), start) for start in before
    ):
        return True
    between = None if wording.subject_first else wording.between.search(text, sighting.end, min(high, sighting.end + _BEFORE))
    return between is not None and any(between.end() <= start < min(high, between.end() + _BEHIND) for start, _ in bodies)


def without_states_of_bodies(
    text: str, named: Sequence[Named], bodies: Spans, knowledge: Knowledge, wording: Wording
) -> list[Named]:
    """Without the states that only say where a body is: «университет Узбекистана», «Өзбекстандын Анжиян облусу»."""
    if not bodies:
        return list(named)
    kept: list[Named] = []
    behind = len(text)  # where the next one begins
    qualifies = False
    for number, one in reversed(list(enumerate(named))):
        joined = qualifies and _AND.fullmatch(text, one.end, behind) is not None
        is_state = one.type == "LOC" and knowledge.actors[one.party].type == "country" and not is_place(text, one, wording)
        ahead = named[number - 1].end if number else 0
        qualifies = is_state and (joined or _qualifies(text, one, (ahead, behind), bodies, wording))
        if not qualifies:
            kept.append(one)
        behind = one.start
    return kept[::-1]


def _qualifies(text: str, one: Named, free: tuple[int, int], bodies: Spans, wording: Wording) -> bool:
    """Whether a body stands beside a state, in the stretch around it that names no other."""
    following = [start for start, _ in bodies if one.end <= start < min(free[1], one.end + _BEHIND)]
    owns = _QUALIFIED if wording.subject_first else _STATES_OWN
    if following and not wording.verb_last and owns.fullmatch(text, one.end, following[0]):
        return _ACTS.search(text, one.end, following[0]) is None
    ahead = [end for start, end in bodies if max(free[0], one.start - _IZAFET_FAR) <= start and end <= one.start]
    if not ahead or wording.subject_first:
        return False
    owned = (_IZAFET if wording.verb_last else _IN_STATE).fullmatch(text, ahead[-1], one.start)
    return owned is not None and _ACTS.search(owned.group()) is None
