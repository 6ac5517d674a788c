"""Finds what is joined without an agreement word: «Узбекистан вступит в ВТО», "Uzbekistan's accession to the WTO"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from c5watch.article import Status
from pipelines.agreement.clause import read_cues
from pipelines.agreement.named import is_bloc
from pipelines.agreement.sighting import Sighting
from pipelines.agreement.text import AgreementText

_JOINED_WORDS = ("вступил", "вступит", "вступят", "вступлени", "вступить", "присоедин", "join", "accede", "accession")
_JOINED = re.compile(
    r"(?<!\w)(?:(?P<done>вступил\w*|присоединил\w+|joined|acceded to)|"
    r"(?P<act>вступ(?:ить|ит|ят)|присоедин(?:иться|ится|ятся)|join|accede to)|"
    r"(?:вступлени\w+|присоединени\w+|joining|accession))"
    r"(?! в (?:должност|сил|полномочи|переговор|контакт|диалог|брак))(?: [\w-]+){0,4}?"
    r"(?:\s+(?:во?|ко?|to))?(?:\s+состав)?(?:\s+the)?\s+[«\"“]?$"
)
_PROCESS = re.compile(r"(?<!\w)(?:процесс|рабоч\w+ групп|process(?!\w)|working party)")
_JOINED_BEHIND = re.compile(r"(?:'s)? accession(?!\w)")
_JOINED_BEFORE = 60


def may_tell_of_joining(text: str) -> bool:
    """Whether a folded lower-case text holds any word of joining at all."""
    return any(word in text for word in _JOINED_WORDS)


def joinings(reading: AgreementText, taken: Sequence[Sighting]) -> Iterator[tuple[Sighting, list[str]]]:
    """«Узбекистан вступит в ВТО»: an agreement without an agreement word, told by what is joined."""
    for one in reading.named:
        if not is_bloc(reading.knowledge.actors[one.party]):
            continue
        low, high = next(((a, b) for a, b in reading.spans if a <= one.start < b), (one.start, one.end))
        before = _JOINED.search(reading.text, max(low, one.start - _JOINED_BEFORE), one.start)
        behind = None if before else _JOINED_BEHIND.match(reading.text, one.end)
        if before is None and behind is None:
            continue
        place = (before.start(), one.end) if before else (one.start, behind.end() if behind else one.end)
        if any(place[0] < sighting.end and low <= sighting.start < high for sighting in taken if sighting.accession):
            continue  # «присоединился к соглашению ВТО»: an agreement of the organisation is joined, not the organisation
        if any(sighting.end <= place[0] < sighting.phrase[1] for sighting in taken if not sighting.accession):
            continue  # «протокол о переговорах по вступлению в ВТО»: what the document is about
        actors = reading.knowledge.actors
        states = [other.party for other in reading.named_in(low, one.start) if actors[other.party].type == "country"]
        states = states or [other.party for other in reading.peoples_in(low, one.start)] or reading.leading()[:1]
        if states:
            sighting = Sighting(
                instrument="accession",
                start=place[0],
                end=place[1],
                phrase=place,
                sentence=(low, high),
                segment=(low, high),
                zone=place,
                status=_status(reading, before, low, high),
                cue=place,
                subject=frozenset({one.party[:6]}),
            )
            yield sighting, [*dict.fromkeys(states), one.party]


def _status(reading: AgreementText, joined: re.Match[str] | None, low: int, high: int) -> Status | None:
    """How far it has come: done, or what the sentence says of plans and talks."""
    if joined is not None and joined["done"]:
        return "signed"
    kinds = {cue.kind for cue in read_cues(reading.text[low:high], reading.wording)}
    if "denied" in kinds:
        return "denied"
    if "negotiated" in kinds or _PROCESS.search(reading.text, low, high):
        return "negotiated"
    to_come = (joined is not None and joined["act"]) or kinds & {"plan", "announced"}
    return "announced" if to_come else "proposed" if "proposed" in kinds else None
