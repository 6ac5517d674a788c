"""Tells which state the name of a body without an entry holds: «Парлумони Қирғизистон», «Қозоғистон Сенати»."""

from __future__ import annotations

import re
from functools import lru_cache

from c5watch.knowledge import Knowledge
from c5watch.text import fold_text
from pipelines.agreement.named import Named
from pipelines.agreement.wording import Wording

_TAJIK_ORGAN = re.compile(r"(?:парлумон|маҷлис|вазорат|ҳукумат|комисси|комитет|кумита|девони|сафорат|хадамот|намояндаг|ҳайат)")
LONGEST_STATE = 3  # words
_TURKIC_ORGAN = re.compile(
    r"\s(?:parlament|senat|oliy majlis|hukumat|vazirlig|mejlis|hökümet|ministrlig|парламент|сенат|мажилис|мәжіліс|"
    r"ҳукумат|вазирлиг|үкімет|министрлі|өкмөт|министрлиг)"
)
_ENGLISH_ORGAN = re.compile(
    r"(?:the )?(?:[\w&-]+ ){0,3}?(?:ministers?|ministry|secretar(?:y|ies) of state|presidents?|government|parliament|cabinet)"
    r"(?: of (?:foreign affairs|[a-z]+(?: and [a-z]+)?))? of "
)


def states_of_organ(text: str, start: int, end: int, knowledge: Knowledge, wording: Wording) -> list[Named]:
    """The state that acts by a body named in a stretch of a folded lower-case text; none where its name tells of no state."""
    if wording.subject_first:
        return _state_at_start(text, start, end, knowledge)
    state = _state_at_end(text[start:end], knowledge, wording)
    return [Named(state, start, end, "ORG")] if state is not None else []


def _state_at_end(body: str, knowledge: Knowledge, wording: Wording) -> str | None:
    """«Парлумони Қирғизистон», "Foreign Ministers of Oman": the state that a name of a body without an entry ends in."""
    if not (_TAJIK_ORGAN if wording.verb_last else _ENGLISH_ORGAN).match(body):
        return None
    ends = ("", "у") if wording.verb_last else ("",)  # «комиссияи Тоҷикистону Чин»
    states = _states(knowledge, tajik=wording.verb_last).items()
    return next((state for name, state in states if any(body.endswith(f" {name}{end}") for end in ends)), None)


def _state_at_start(text: str, start: int, end: int, knowledge: Knowledge) -> list[Named]:
    """«Қозоғистон Сенати», «Türkiýäniň parlamenti»: the state that the name of an organ without an entry begins with."""
    organ = _TURKIC_ORGAN.search(text, start, end)
    words = text[start : organ.start()].split(" ") if organ is not None else []
    names = (" ".join(words[:count]) for count in range(min(len(words), LONGEST_STATE), 0, -1))
    states = turkic_states(knowledge)
    return [Named(states[name], start, start + len(name), "ORG") for name in names if name in states][:1]


@lru_cache(maxsize=4)
def turkic_states(knowledge: Knowledge) -> dict[str, str]:
    """The states by their plain names in the Turkic languages of the region."""
    countries = (actor for actor in knowledge.actors.values() if actor.type == "country")
    return {
        fold_text(name).text.lower(): actor.id
        for actor in countries
        for language in ("kk", "ky", "uz", "uz-Cyrl", "tk")
        for name in actor.names.get(language, ())
    }


@lru_cache(maxsize=4)
def _states(knowledge: Knowledge, *, tajik: bool) -> dict[str, str]:
    """The states by their Tajik or English names."""
    countries = (actor for actor in knowledge.actors.values() if actor.type == "country")
    return {
        fold_text(name).text.lower(): actor.id for actor in countries for name in actor.names.get("tg" if tajik else "en", ())
    }
