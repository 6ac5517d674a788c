"""Finds what is joined without an agreement word: «Узбекистан вступит в ВТО», "Uzbekistan's accession to the WTO"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from c5watch.article import Status
from pipelines.agreement.clause import read_cues
from pipelines.agreement.named import is_bloc, is_place
from pipelines.agreement.reading import is_question
from pipelines.agreement.sighting import Sighting
from pipelines.agreement.text import AgreementText
from pipelines.beginnings import Begun

# «Узбекистан принят в МЭА ассоциированным членом», «стал членом Союза»: right behind the state, with no word of joining.
_MEMBER = re.compile(
    r"(?:\s[\w-]+){0,3}?\s(?:(?:ста(?:л[аои]?|нет|нут)|станов(?:ит|ят)ся|be(?:came|comes?)|is to become)"
    r"(?:\s[\w-]+){0,3}?\s(?:членом|участником|участницей|наблюдателем|member|observer)(?! комисси)|"
    r"(?:(?:официально )?получил[аои]? )(?:\w+ )?(?:статус|место)(?:\s[\w-]+){0,3}?\s(?:члена|участника|наблюдателя)|"
    r"вош(?:ел|ла|ли) в|"
    r"(?:был[аои]? )?принят[аоы]? (?:[\w-]+ )?(?:членом |участником )?в|(?:was|has been|is) admitted (?:in)?to)"
    r"(?:\s(?:of|в|при|состав|семью|число (?:членов|участников|учредителей)|at|the))*\s[«\"“]?"
)
_OF_MEMBERS = ("член", "участни", "принят", "ошел в", "ошла в", "наблюдател", "member", "observer", "admitted")
_SINCE = re.compile(r"(?<!\w)(?:с тех пор|после того|с того времени|когда|since|after|when)(?!\w)[^,.;]*$")
_TO_COME = re.compile(r"(?<!\w)(?:стан[еу]т|is to become|become(?!\w))")
# What a state joins, by the first word or the end of a name without an entry.
_ORGANISATION = re.compile(
    r"(?<!\w)(?:организаци|агентств|союз|банк|ассоциаци|альянс|совет|объединени|партнерств|сообществ|конференци|"
    r"organi[sz]ation|agency|union|bank|association|alliance|council|partnership|community|conference)"
)
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


def may_tell_of_joining(begun: Begun) -> bool:
    """Whether a folded lower-case text holds any word of joining at all."""
    return begun.holds("joining")


def joinings(reading: AgreementText, taken: Sequence[Sighting]) -> Iterator[tuple[Sighting, list[str]]]:
    """«Узбекистан вступит в ВТО»: an agreement without an agreement word, told by what is joined."""
    yield from _memberships(reading)
    for one in reading.named:
        if not is_bloc(reading.knowledge.actors[one.party]):
            continue
        number = bisect_right(reading.starts, one.start) - 1
        if number < 0 or one.start >= reading.spans[number][1]:
            continue  # in a line that announces another article
        low, high = reading.spans[number]
        if is_question(reading.text[low:high]):
            continue
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
            yield (
                _joining(reading, place, (low, high), _status(reading, before, low, high), one.party),
                [*dict.fromkeys(states), one.party],
            )


def _joining(
    reading: AgreementText, place: tuple[int, int], sentence: tuple[int, int], status: Status | None, joined: str
) -> Sighting:
    ago = reading.wording.background.search(reading.text, *sentence) or _SINCE.search(reading.text, sentence[0], place[0])
    return Sighting(
        instrument="accession",
        start=place[0],
        end=place[1],
        phrase=place,
        sentence=sentence,
        segment=sentence,
        zone=place,
        status=status,
        cue=place,
        past=ago is not None,
        subject=frozenset({joined[:6]}),
    )


def _memberships(reading: AgreementText) -> Iterator[tuple[Sighting, list[str]]]:
    """States that are taken in as members."""
    actors = reading.knowledge.actors
    told_by = [word for word in _OF_MEMBERS if word in reading.text]
    for low, high in reading.spans if told_by else ():
        if all(reading.text.find(word, low, high) < 0 for word in told_by):
            continue
        named = reading.named_in(low, high)
        joined = [one for one in named if actors[one.party].type == "organisation"]
        joined += [one for one in reading.unknown_in(low, high) if _ORGANISATION.search(reading.text, one.start, one.end)]
        states = (one for one in named if one.type == "LOC" and actors[one.party].type == "country")
        for state in states:
            told = _MEMBER.match(reading.text, state.end)
            body = next((one for one in joined if told is not None and told.end() == one.start), None)
            if told is None or body is None or is_place(reading.text, state, reading.wording):
                continue
            kinds = {cue.kind for cue in read_cues(reading.text[low : body.start], reading.wording)}
            to_come = bool(_TO_COME.search(reading.text, state.end, body.start)) or "plan" in kinds
            refused = "denied" in kinds or " не " in told.group()
            status: Status = "denied" if refused else "announced" if to_come else "signed"
            name = body.party or reading.text[body.start : body.end]
            sides = [state.party, body.party] if body.party else [state.party]
            yield _joining(reading, (told.start() + 1, body.end), (low, high), status, name), sides


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
