"""A place of a text that may speak of an agreement, and those that have no agreement word: items of lists, promises, loans."""

from __future__ import annotations

import re
from typing import NamedTuple

from c5watch.article import Instrument, Status

_ITEM_LENGTH = 200
_ITEM_WORDS = 12
_LONG_WORD = re.compile(r"\w{4,}")
_PLEDGE = 80  # characters of what was agreed
# A bank approves before it signs.
_APPROVED = re.compile(r"approv|одобр|утверд|мақұлда|бекіт|жактыр|бекит|ma'qulla|tasdiq|маъқулла|тасдиқ|makulla|tassykla")
# What the group of a promise or of money given says of its state.
_PROMISED: dict[str, Status] = {
    "done": "signed",
    "talks": "negotiated",
    "asked": "proposed",
    "to_come": "announced",
    "funds": "announced",
    "ordered": "signed",
    "to_order": "announced",
}
_OF_PROMISE: dict[str | None, Instrument] = {"funds": "financing", "ordered": "contract", "to_order": "contract"}


class Sighting(NamedTuple):
    """One place where an agreement is spoken of. ``status`` is None where nothing is said of its state.

    ``phrase`` is the noun with its subject, ``zone`` reaches to the neighbouring agreement words, ``segment`` to the semicolons.
    ``generic``: the word alone names no document. ``pledge``: a verb without an agreement word. ``members``: the one company that
    this place of a coordination is about. ``under``: something is done by the agreement. ``weak``: what tells its state does so
    in passing (банк одобрил, после подписания, согласно, «подписание даст импульс»). ``pointing``: a demonstrative says that the
    text has told of it before. ``several``: the word means many documents at once. ``heading``: what opened the list. ``age``: it
    is called ``new`` or ``old``. ``joined``: it is the next of several that one verb governs.
    """

    instrument: Instrument
    start: int
    end: int
    phrase: tuple[int, int]
    sentence: tuple[int, int]
    segment: tuple[int, int]
    zone: tuple[int, int]
    status: Status | None
    cue: tuple[int, int] | None
    past: bool = False
    generic: bool = False
    item: bool = False
    subject: frozenset[str] = frozenset()
    accession: bool = False
    pledge: bool = False
    members: tuple[str, ...] = ()
    under: bool = False
    weak: bool = False
    pointing: bool = False
    several: bool = False
    age: str | None = None
    joined: bool = False
    heading: tuple[int, int] | None = None


# «межправительственное соглашение», «договор о дружбе»: companies are no sides of it.
_OF_STATES = re.compile(
    r"(?:межправ|межгос)\w+ (?:[\w-]+ ){0,2}[\w-]+$|межправсоглашени\w+$|inter-?governmental (?:[\w-]+ ){0,2}[\w-]+$|"
    r"(?:договор\w*|декларац\w+|treaty) (?:об? |on |of )(?:[\w-]+ ){0,2}?(?:стратегическ|союзнич|дружб|добрососед|"
    r"strategic|alli|friend)\w*"
)
_OF_STATES_REACH = 45  # characters


def is_of_states(text: str, sighting: Sighting) -> bool:
    """Whether an agreement is one between states by what it is called."""
    before = max(sighting.sentence[0], sighting.start - _OF_STATES_REACH)
    behind = min(sighting.zone[1], sighting.end + _OF_STATES_REACH)
    found = _OF_STATES.search(text, before, sighting.end) or _OF_STATES.match(text, sighting.start, behind)
    return found is not None


def is_of_another(sighting: Sighting, place: int) -> bool:
    """Whether a place is in what one verb says of another agreement: «подписать меморандум и контракт с SOCAR»."""
    after = sighting.zone[1] <= place < sighting.sentence[1]
    return after or (sighting.joined and sighting.cue is not None and sighting.cue[1] <= place < sighting.zone[0])


class OpenedList(NamedTuple):
    """The opening line of a list: its items inherit what it says."""

    status: Status
    past: bool
    cue: tuple[int, int] | None
    of_documents: bool
    sentence: tuple[int, int]


def listed(opened: OpenedList, sentence: str, start: int, low: int) -> Sighting:
    """A line of a list of documents that has no agreement word: «Решение Совета о создании рабочей группы»."""
    rest = sentence[start:]
    end = start + len(rest[:_ITEM_LENGTH].rstrip(" ;.,\n"))
    high = low + len(sentence)
    words = _LONG_WORD.findall(sentence, start, end)
    return Sighting(
        instrument="other",
        start=low + start,
        end=low + start,
        phrase=(low + start, low + end),
        sentence=(low, high),
        segment=(low, high),
        zone=(low + start, high),
        status=opened.status,
        cue=opened.cue,
        past=opened.past,
        item=True,
        heading=opened.sentence,
        subject=frozenset(word[:6] for word in words[:_ITEM_WORDS]),
    )


def pledged(pledge: re.Match[str], low: int, sentence: str, *, denied: bool, past: bool) -> Sighting:
    """A sentence without an agreement word whose verb is an agreement: «договорились открыть границу»."""
    start, end, high = low + pledge.start(), low + pledge.end(), low + len(sentence)
    return Sighting(
        instrument=_OF_PROMISE.get(pledge.lastgroup, "other"),
        start=start,
        end=end,
        phrase=(start, low + _promise_end(sentence, pledge.end())),
        sentence=(low, high),
        segment=(low, high),
        zone=(low, high),
        status="denied" if denied else _PROMISED[pledge.lastgroup or "done"],
        cue=(start, end),
        past=past,
        generic=True,
        pledge=True,
    )


def _promise_end(sentence: str, start: int) -> int:
    """Where what was promised ends, as far as a name needs it: between two words."""
    if len(sentence) - start <= _PLEDGE:
        return len(sentence)
    space = sentence.rfind(" ", start, start + _PLEDGE + 1)
    return space if space > 0 else start + _PLEDGE


def lent_money(lent: re.Match[str], low: int, sentence: str, *, verb_last: bool) -> Sighting:
    """Money without an agreement word: «банк предоставит стране кредит на 20 млн долларов»."""
    high = low + len(sentence)
    place = low + lent.start(), low + (lent.end() if verb_last else _promise_end(sentence, lent.end()))
    return Sighting(
        instrument="financing",
        start=place[0],
        end=low + lent.end(),
        phrase=place,
        sentence=(low, high),
        segment=(low, high),
        zone=(low, high),
        status=next(status for group, status in _PROMISED.items() if lent.groupdict().get(group)),
        cue=(low + lent.start(), low + lent.end()),
        pledge=True,
        weak=_APPROVED.search(lent["done"] or "") is not None,
    )
