"""Tells a report of others that the text denies: «Газета писала, что подписан меморандум. Это не так»."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection

from pipelines.agreement.clause import read_cues
from pipelines.agreement.sighting import Sighting
from pipelines.agreement.text import AgreementText

_REPORTED = re.compile(
    r"(?<!\w)(?:(?:newspapers?|media|press|outlets?|journalists?|bloggers?|channels?|websites?|magazines?|reports|tabloids?)"
    r"(?: \w+){0,4}? (?:reported|claimed|wrote|alleged|said|suggested|published)|"
    r"(?:it )?(?:was|had been) (?:reported|claimed|alleged|rumou?red)|"
    r"(?:газет|сми(?!\w)|издани|журналист|блогер|телеканал|портал|пресс[аеы](?!\w)|телеграм-канал|агентств)\w*"
    r"(?: [\w«»\"-]+){0,4}? (?:писал|написал|сообщ[аи]л|утверждал|заявил|опубликовал)\w*)(?!\w)"
)
_OF_SIGNING = re.compile(r"sign|conclud|agree|reach|no talks|подпис|заключ|достиг|договор|согла|untrue")
_BESIDE = 2  # sentences before and behind
_TOLD = frozenset({"signed", "announced", "negotiated", "proposed"})


def is_denied_report(reading: AgreementText, sighting: Sighting, parties: Collection[str], told: Collection[Sighting]) -> bool:
    """Whether others only reported what a place tells, and a sentence beside it says of the same sides that it is not so.

    ``told`` are all places: what is denied of another subject denies nothing of this one.
    """
    if sighting.status not in _TOLD or not _REPORTED.search(reading.text, sighting.sentence[0], sighting.start):
        return False
    number = bisect_right(reading.starts, sighting.sentence[0]) - 1
    beside = reading.spans[max(0, number - _BESIDE) : number + 1 + _BESIDE]
    others = {one.sentence for one in told if one.status == "denied" and _is_of_another_subject(reading, one, sighting)}
    denying = (span for span in beside if span != sighting.sentence and span not in others)
    return any(_denies(reading, span, parties) for span in denying)


def _is_of_another_subject(reading: AgreementText, one: Sighting, other: Sighting) -> bool:
    own, given = one.subject - reading.name_stems, other.subject - reading.name_stems
    return bool(own and given) and not own & given


def _denies(reading: AgreementText, span: tuple[int, int], parties: Collection[str]) -> bool:
    sentence = reading.text[slice(*span)]
    named = {one.party for one in reading.named_in(*span)}
    if parties and named and not named & set(parties):
        return False
    return any(
        cue.kind == "untrue" or (cue.kind == "denied" and _OF_SIGNING.search(sentence, cue.start) is not None)
        for cue in read_cues(sentence, reading.wording)
    )
