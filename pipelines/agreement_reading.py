"""Brings the nouns and verbs of agreements together, sentence by sentence: what is named, and what is said of its state.

A noun (соглашение, MoU) takes the nearest verb of its sentence; what governs that verb (planned to, refused to, proposed to)
changes the status. Lists carry the verb of their opening line to every item. Offsets are those of the folded text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from c5watch.article import Instrument, Status
from pipelines.agreement_tables import PARLIAMENT, SPORT, STOP, WORDINGS, Wording

_WORDS = re.compile(r"\w[\w'+-]*")
_SUBORDINATE = re.compile(r", (?:котор|что\b|где\b|чтобы\b|which\b|that\b|who\b|where\b)|\n")
_ITEM = re.compile(r"\s*(?:[-–—•*·▪]|\d{1,2}[.)]|[a-zа-я]\))\s*")
_SEGMENT = re.compile(r";\s*(?:[-–—•]\s*)?|\s(?=\d{1,2}\)\s)")
_PHRASE_END = re.compile(r"[,;:.!?()\n«»\"“”]|\s[–—-]\s")
_QUOTED_NAME = re.compile(r"\s*[«\"“](?P<name>[^»\"”\n]{3,160})[»\"”]")
_MAX_PHRASE = 14
_FAR = 25
_DISTANCE: dict[str, int] = {
    "signed": _FAR,
    "ratified": _FAR,
    "ended": 10,
    "in_force": 16,
    "submitted": 10,
    "denied": 12,
    "announced": 14,
    "adopted": 12,
    "approved": 10,
    "reached": 4,
    "joined": 8,
    "joining": 7,
    "infinitive": 12,
    "act": 4,
    "attribute": 5,
}
_ADOPTABLE = frozenset({"declaration", "roadmap", "protocol", "treaty", "other"})
_OF_PLAYERS = frozenset({"contract", "agreement", "other", "treaty"})
_MANY = 2
_SALARIED = frozenset({"contract", "treaty"})  # what players and coaches sign


@dataclass(slots=True)
class Sighting:
    """One place where an agreement is spoken of. ``status`` is None where nothing is said of its state."""

    instrument: Instrument
    start: int
    end: int
    phrase: tuple[int, int]
    sentence: tuple[int, int]
    segment: tuple[int, int]
    zone: tuple[int, int]
    status: Status | None
    past: bool
    generic: bool
    item: bool
    subject: frozenset[str]
    cue: tuple[int, int] | None = None
    accession: bool = False
    pledge: bool = False
    members: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Cue:
    kind: str
    start: int
    end: int


@dataclass(slots=True)
class _List:
    """The opening line of a list: its items inherit what it says."""

    status: Status
    past: bool
    cue: tuple[int, int] | None
    sentence: tuple[int, int]


def may_speak_of_agreements(text: str, wording: Wording) -> bool:
    """Whether a folded lower-case text holds any word of agreements at all."""
    return bool(wording.nouns.search(text) or wording.pledge.search(text))


def read_sightings(text: str, sentences: Sequence[tuple[int, int]], language: str, script: str | None) -> Iterator[Sighting]:
    """Everything in a folded lower-case text that may be an agreement; ``sentences`` are spans in it."""
    wording = WORDINGS.get((language, script or "")) or WORDINGS.get((language, ""))
    if wording is None:
        return
    sport: bool | None = None  # many sport words make every contract a player's; looked for once a contract is there
    opened: _List | None = None
    for low, high in sentences:
        sentence = text[low:high]
        marked = _ITEM.match(sentence)
        # A dash alone opens a turn of an interview as well as an item: it needs the opening line of a list above it.
        item = marked is not None and (opened is not None or marked.group().strip()[0].isalnum())
        if opened is not None and not item and "\n" in text[max(0, low - 2) : low] and not wording.nouns.match(sentence):
            opened = None
        nouns = list(wording.nouns.finditer(sentence))
        if not nouns:
            if pledge := wording.pledge.search(sentence):
                yield _pledged(pledge, low, high)
            continue
        false = [match.span() for match in wording.not_agreements.finditer(sentence)]
        cues = [_Cue(match.lastgroup or "", match.start(), match.end()) for match in wording.cues.finditer(sentence)]
        taken_as_cue = _nouns_inside_cues(nouns, cues)
        segments = _segments(sentence)
        nouns = [
            noun
            for noun in nouns
            if noun not in taken_as_cue and not any(a <= noun.start() < b or noun.start() <= a < noun.end() for a, b in false)
        ]
        nouns = [
            noun for number, noun in enumerate(nouns) if not (number and _nested(sentence, nouns[number - 1], noun, wording))
        ]
        for number, noun in enumerate(nouns):
            instrument: Instrument = noun.lastgroup or "other"  # type: ignore[assignment]  # the tables' groups are instruments
            if instrument in _OF_PLAYERS:
                if sport is None:
                    sport = len(SPORT.findall(text)) >= _MANY
                if sport or (instrument in _SALARIED and SPORT.search(sentence)):
                    continue
            segment = next((a, b) for a, b in segments if a <= noun.start() < b)
            zone = (
                max(segment[0], nouns[number - 1].end() if number else 0),
                min(segment[1], nouns[number + 1].start() if number + 1 < len(nouns) else len(sentence)),
            )
            found = _read(sentence, noun, instrument, cues, segment, zone, wording)
            found.item = item or segment[0] > 0
            _shift(found, low, (low, high))
            if found.status is None and opened is not None and (item or segment[0] > 0):
                found.status, found.past, found.cue = opened.status, opened.past, opened.cue
            if sentence.rstrip().endswith(":") or ": " in sentence[noun.end() :] or ":\n" in text[low : high + 2]:
                if found.status is not None and not item:
                    opened = _List(found.status, found.past, found.cue, (low, high))
            yield found


def _pledged(pledge: re.Match[str], low: int, high: int) -> Sighting:
    """A sentence without an agreement word whose verb is an agreement: «договорились открыть границу»."""
    start, end = low + pledge.start(), low + pledge.end()
    return Sighting(
        instrument="other",
        start=start,
        end=end,
        phrase=(start, min(high, end + 80)),
        sentence=(low, high),
        segment=(low, high),
        zone=(low, high),
        status="signed",
        past=False,
        generic=True,
        item=False,
        subject=frozenset(),
        cue=(start, end),
        pledge=True,
    )


def _nouns_inside_cues(nouns: list[re.Match[str]], cues: list[_Cue]) -> list[re.Match[str]]:
    return [noun for noun in nouns if any(cue.start < noun.start() and noun.end() <= cue.end for cue in cues)]


def _segments(sentence: str) -> list[tuple[int, int]]:
    places = [0, *(match.end() for match in _SEGMENT.finditer(sentence)), len(sentence)]
    return [(a, b) for a, b in zip(places, places[1:], strict=False) if a < b]


def _shift(found: Sighting, by: int, sentence: tuple[int, int]) -> None:
    found.start, found.end = found.start + by, found.end + by
    found.phrase = found.phrase[0] + by, found.phrase[1] + by
    found.segment = found.segment[0] + by, found.segment[1] + by
    found.zone = found.zone[0] + by, found.zone[1] + by
    found.sentence = sentence
    if found.cue:
        found.cue = found.cue[0] + by, found.cue[1] + by


def _nested(sentence: str, outer: re.Match[str], inner: re.Match[str], wording: Wording) -> bool:
    """«протокол к соглашению», «соглашение о внесении изменений в договор»: one document that names an older one."""
    gap = sentence[outer.end() : inner.start()]
    return len(gap) < 60 and not _PHRASE_END.search(gap) and wording.nested.search(gap) is not None


def _read(
    sentence: str,
    noun: re.Match[str],
    instrument: Instrument,
    cues: list[_Cue],
    segment: tuple[int, int],
    zone: tuple[int, int],
    wording: Wording,
) -> Sighting:
    low, high = segment
    inside = [cue for cue in cues if low <= cue.start < high and not (noun.start() <= cue.start < noun.end())]
    core = _core(sentence, noun, instrument, inside, wording)
    status, past = None, False
    if core is not None:
        status = _status(sentence, noun, core, inside, instrument, wording)
        past = core.kind == "attribute"
    phrase = _phrase(sentence, noun, inside, wording, zone)
    if core is not None and core.kind == "joining" and core.end <= phrase[0] and phrase[0] - core.end < 40:
        phrase = core.start, phrase[1]
    keys = _subject(sentence, noun, phrase, wording)
    accession = core is not None and core.kind in ("joined", "joining")
    accession = accession or any(
        cue.kind == "joining" and cue.end <= noun.start() + 1 and noun.start() - cue.end < 40 for cue in inside
    )
    surrounding = sentence[max(0, phrase[0] - 60) : phrase[1] + 60]
    return Sighting(
        instrument="accession" if accession and instrument not in ("other", "contract", "roadmap") else instrument,
        start=noun.start(),
        end=noun.end(),
        phrase=phrase,
        sentence=(0, len(sentence)),
        segment=segment,
        zone=zone,
        status=status,
        past=past or bool(wording.background.search(surrounding)) or bool(wording.anniversary.search(sentence)),
        generic=bool(wording.generic.match(noun.group())),
        item=False,
        subject=keys,
        cue=(core.start, core.end) if core else None,
        accession=accession,
    )


def _subject(sentence: str, noun: re.Match[str], phrase: tuple[int, int], wording: Wording) -> frozenset[str]:
    """Beginnings of the words that say what a document is about; in Turkic those before «туралы», else the two at the noun."""
    if wording.marker is None:
        words = _WORDS.findall(sentence[phrase[0] : phrase[1]])
    else:
        before = sentence[phrase[0] : noun.start()]
        markers = list(wording.marker.finditer(before))
        words = _WORDS.findall(before[: markers[-1].start()])[-5:] if markers else _WORDS.findall(before)[-2:]
    return frozenset(word[:6] for word in words if len(word) > 3 and not STOP.match(word) and not wording.nouns.match(word))


def _distance(sentence: str, noun: re.Match[str], cue: _Cue, wording: Wording) -> int:
    """Words between noun and cue, and a price for each subordinate clause that begins between them."""
    a, b = (cue.end, noun.start()) if cue.end <= noun.start() else (noun.end(), cue.start)
    between = sentence[a:b]
    price = 6 * len(_SUBORDINATE.findall(between))
    if wording.subject_first and cue.end <= noun.start():
        price += 6
    return len(_WORDS.findall(between)) + price


def _core(sentence: str, noun: re.Match[str], instrument: Instrument, cues: list[_Cue], wording: Wording) -> _Cue | None:
    best: tuple[int, _Cue] | None = None
    for cue in cues:
        limit = _FAR if cue.kind == "attribute" and wording.subject_first else _DISTANCE.get(cue.kind)
        if limit is None:
            continue
        distance = _distance(sentence, noun, cue, wording)
        before = cue.end <= noun.start()
        if distance > limit:
            continue
        if cue.kind == "adopted" and instrument not in _ADOPTABLE:
            continue
        if cue.kind in ("act", "joining", "joined") and not before and not wording.subject_first:
            continue
        if cue.kind == "attribute" and wording.subject_first and not before:
            cue = _Cue("signed", cue.start, cue.end)  # «келісімге қол қойылған»: behind the noun it is the verb of the sentence
        elif cue.kind == "attribute" and not before and not sentence[noun.end() : cue.start].rstrip().endswith(","):
            continue
        if cue.kind == "reached" and instrument in ("contract", "mou", "treaty", "declaration"):
            continue
        if best is None or distance < best[0]:
            best = (distance, cue)
    if best is not None:
        return best[1]
    for cue in cues:
        if cue.kind in ("negotiated", "proposed") and _distance(sentence, noun, cue, wording) <= 7:
            between = sentence[min(cue.end, noun.end()) : max(cue.start, noun.start())]
            if not wording.carried_out.search(between):
                return cue
    return None


def _status(sentence: str, noun: re.Match[str], core: _Cue, cues: list[_Cue], instrument: Instrument, wording: Wording) -> Status:
    kind = core.kind
    governor = _governor(sentence, noun, core, cues, wording)
    if kind == "approved":
        return "ratified" if PARLIAMENT.search(sentence) else "announced"
    if kind in ("signed", "adopted", "reached", "joined"):
        return _under(governor, "signed")
    if kind in ("act", "attribute"):
        return _under(governor, "signed")
    if kind in ("infinitive", "joining"):
        default: Status = "announced"
        return _under(governor, default)
    if kind == "ratified":
        return "submitted" if governor in ("plan", "proposed") else "ratified"
    if kind == "in_force":
        return "signed" if governor == "plan" else "in_force"
    if kind == "ended":
        return "discussed" if governor in ("plan", "proposed") else "ended"
    if kind == "submitted":
        return "submitted"
    return kind  # type: ignore[return-value]  # the other kinds are statuses


def _under(governor: str | None, status: Status) -> Status:
    if governor == "plan" or governor == "announced":
        return "announced"
    if governor in ("proposed", "negotiated", "denied"):
        return governor  # type: ignore[return-value]  # these kinds are statuses
    if governor == "signed":
        return "signed"
    return status


def _governor(sentence: str, noun: re.Match[str], core: _Cue, cues: list[_Cue], wording: Wording) -> str | None:
    """The kind of what governs the core: close before it (behind it in Turkic), or behind the noun of an act."""
    reach = 3 if core.kind in ("signed", "adopted", "reached", "joined", "in_force", "ratified", "ended") else 8
    chosen: tuple[int, str] | None = None
    for cue in cues:
        if cue.start == core.start or cue.kind not in ("plan", "proposed", "negotiated", "denied", "announced", "signed"):
            continue
        if cue.kind in ("negotiated", "signed", "announced") and core.kind not in ("act", "infinitive", "joining"):
            continue
        if cue.end <= core.start:
            gap = sentence[cue.end : core.start]
            if wording.subject_first and cue.kind == "plan":
                continue
        elif wording.subject_first or core.kind in ("act", "joining"):
            gap = sentence[max(core.end, min(noun.end(), cue.start)) : cue.start]
            if _PHRASE_END.search(gap):
                continue
        else:
            continue
        if _SUBORDINATE.search(gap) and reach == 3:
            continue
        words = len(_WORDS.findall(gap))
        if words <= reach and (chosen is None or words < chosen[0]):
            chosen = (words, cue.kind)
    return chosen[1] if chosen else None


def _phrase(sentence: str, noun: re.Match[str], cues: list[_Cue], wording: Wording, zone: tuple[int, int]) -> tuple[int, int]:
    """The noun with what says its subject: behind it up to a verb or mark, or before it in Turkic."""
    if wording.subject_first:
        return _phrase_before(sentence, noun, cues, zone)
    if quoted := _QUOTED_NAME.match(sentence, noun.end()):
        return noun.start(), quoted.end()
    stops = [cue.start for cue in cues if cue.start >= noun.end() and cue.kind not in ("plan", "act", "joining")]
    limit = min([zone[1], *stops])
    end, count = noun.end(), 0
    for word in _WORDS.finditer(sentence, noun.end(), limit):
        gap = sentence[end : word.start()]
        if count and _PHRASE_END.search(gap):
            if gap.strip() in ("«", '"', "“") and count == 1:
                pass
            else:
                break
        elif not count and _PHRASE_END.search(gap):
            break
        if wording.verb is not None and wording.verb.fullmatch(word.group()):
            break
        end, count = word.end(), count + 1
        if count >= _MAX_PHRASE:
            break
    first = noun.start()
    for word in reversed(list(_WORDS.finditer(sentence, max(zone[0], noun.start() - 60), noun.start()))[-3:]):
        if sentence[word.end() : first].strip() or not wording.epithet.fullmatch(word.group()):
            break
        first = word.start()
    while end > noun.end() and (tail := _TAIL.search(sentence[noun.end() : end])):
        end = noun.end() + tail.start()
    return first, end


_TAIL = re.compile(
    r"\s+(?:об?|по|на|в|с|со|и|к|для|о|до|от|за|из|on|of|in|for|with|and|the|a|to|by|was|were|has|have|is|are|будет|были|было|был|была|at|during|ва|дар|бо|оид ба)$"
)


def _phrase_before(sentence: str, noun: re.Match[str], cues: list[_Cue], zone: tuple[int, int]) -> tuple[int, int]:
    stops = [cue.end for cue in cues if cue.end <= noun.start() and cue.kind not in ("plan",)]
    floor = max([zone[0], *stops])
    start, count = noun.start(), 0
    for word in reversed(list(_WORDS.finditer(sentence, floor, noun.start()))):
        gap = sentence[word.end() : start]
        if _PHRASE_END.search(gap) and not re.fullmatch(r"[»\"”\s]+|[«\"“\s]+", gap):
            break
        start, count = word.start(), count + 1
        if count >= 10:
            break
    return start, noun.end()
