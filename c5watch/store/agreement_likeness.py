"""How likely it is that a text means an agreement that is already held: a pure function of what both are told to be.

The parts weigh parties, subject, instrument, amount, time, place and summit. Names are compared through cross-script keys,
so that one document named in two languages still shares what its name borrows or names.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from c5watch.article import Agreement, Amount
from c5watch.text import name_key

WINDOW_DAYS = 60
THRESHOLD = 0.55


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What all texts so far tell of an agreement."""

    instrument: str
    scope: str
    parties: frozenset[str]
    subject: frozenset[str]
    amount: Amount | None
    date: str | None
    place: str | None
    summit: str | None


def subject_of(name: str) -> frozenset[str]:
    """The words of a name as keys that do not depend on script or ending; words for the instrument itself are left in."""
    keys = {name_key(word)[:6] for word in name.split() if len(word) > 3}
    return frozenset(key for key in keys if len(key) > 2)


def agreement_likeness(record: Agreement, day: int, held: Told, held_day: int) -> float:
    """0 (another agreement) to 1 (the same one); ``day`` is the ordinal day of the text that holds the record."""
    parties = frozenset(record.parties)
    subject = subject_of(record.name)
    if record.summit and held.summit and record.summit != held.summit:
        return 0.0
    if parties and held.parties and not parties & held.parties:
        return 0.0
    score = 0.0
    if parties and held.parties:
        score += 0.35 * len(parties & held.parties) / min(len(parties), len(held.parties))
    if record.instrument == held.instrument:
        score += 0.15
    elif "other" not in (record.instrument, held.instrument):
        score -= 0.1
    if subject and held.subject:
        score += 0.35 * len(subject & held.subject) / min(len(subject), len(held.subject))
    score += _amounts(record.amount, held.amount)
    score += _times(record.date, held.date, day, held_day)
    if record.summit and record.summit == held.summit:
        score += 0.1
    if record.place and held.place:
        score += 0.05 if record.place == held.place else -0.05
    return max(0.0, min(1.0, score))


def _amounts(one: Amount | None, other: Amount | None) -> float:
    if one is None or other is None or one.currency != other.currency:
        return 0.0
    larger = max(abs(one.value), abs(other.value)) or 1
    return 0.3 if abs(one.value - other.value) <= 0.03 * larger else -0.15


def _times(one: str | None, other: str | None, day: int, held_day: int) -> float:
    first, second = _ordinal(one), _ordinal(other)
    if first is not None and second is not None:
        return 0.15 if abs(first - second) <= 1 else -0.4
    apart = abs(day - held_day)
    return 0.1 if apart <= 3 else 0.0


def _ordinal(text: str | None) -> int | None:
    if text is None or len(text) != len("2025-11-07"):
        return None
    try:
        return date.fromisoformat(text).toordinal()
    except ValueError:
        return None
