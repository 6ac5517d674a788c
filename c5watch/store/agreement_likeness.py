"""How likely it is that a text means an agreement that is already held: a pure function of what both are told to be.

Parties, subject, instrument, amount, time, place and summit are weighed. What an agreement is about is compared across
languages: words of its name become concepts (``subjects.txt``) or cross-script keys, and words that any agreement could have
(instrument, cooperation, country and its capital) count for nothing. Two that share parties and day and are about different
things are two; so are two whose sums or lenders contradict each other, unless they are about one thing.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from c5watch.article import Agreement, Amount
from c5watch.text import fold_text, name_key

WINDOW_DAYS = 60
THRESHOLD = 0.6
# Below this distance two candidates are equally likely for a record that does not say what it is about.
AMBIGUOUS = 0.1

_SUBJECTS = Path(__file__).with_name("subjects.txt")
_SHORTEST = 4
_KEY = 6
# Newsrooms round amounts; a quarter apart is another claim or another agreement.
_SAME_AMOUNT = 0.03
# Currencies that stay well within a factor of two of each other: a rough rule, set by hand.
_ALIKE = frozenset({"USD", "EUR", "GBP"})
_OTHER_CURRENCY = 0.45
_OTHER_AMOUNT = 0.25
# Say what kind of paper it is: every loan of one borrower is a loan of some bank.
_KINDS = frozenset({"loan", "bank"})
_FAMILIES = (
    frozenset({"treaty", "agreement", "contract", "financing", "other"}),
    frozenset({"mou", "declaration", "other", "agreement"}),
    frozenset({"roadmap", "protocol", "declaration", "other"}),
    frozenset({"accession", "agreement", "treaty", "other"}),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What all texts so far tell of an agreement; ``day`` is the ordinal day of the nearest text about it."""

    instrument: str
    status: str
    parties: frozenset[str]
    subject: frozenset[str]
    amount: Amount | None
    date: str | None
    place: str | None
    summit: str | None
    day: int


@cache
def _concepts() -> dict[str, str]:
    """Beginnings of words to concepts; ``-`` stands for words that say nothing."""
    found: dict[str, str] = {}
    for line in _SUBJECTS.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            concept, _, stems = line.partition(": ")
            found.update((fold_text(stem).text, concept) for stem in stems.split())
    return found


def subject_of(name: str) -> frozenset[str]:
    """What a name says of its agreement's subject, as concepts and keys that depend on no language or script."""
    found = set()
    for word in fold_text(name).text.lower().replace("-", " ").split():
        letters = word.strip("«»“”„\"'().,;:!?–—")
        concept = _concept(letters)
        if concept is None and len(letters) >= _SHORTEST and not any(letter.isdigit() for letter in letters):
            concept = f"={name_key(letters)[:_KEY]}"
        if concept is not None and concept not in ("-", "="):
            found.add(concept)
    return frozenset(found)


def _concept(word: str) -> str | None:
    concepts = _concepts()
    if (found := concepts.get(word)) is not None:
        return found
    for length in range(len(word) - 1, 2, -1):
        if (found := concepts.get(word[:length])) is not None:
            return found
    return None


def agreement_likeness(record: Agreement, day: int, held: Told) -> float:
    """How much speaks for a record meaning the held agreement, about 0 to 1.3; ``day`` is that of the record's text."""
    parties = frozenset(record.parties)
    subject = subject_of(record.name)
    shared = subject & held.subject
    same_amount, other_amount = _compare_amounts(record.amount, held.amount)
    # Two pairs that share one party (Kazakhstan and the USA, Uzbekistan and the USA) sign alike documents of their own.
    telling = same_amount or len(parties & held.parties) > 1
    same_summit = record.summit is not None and record.summit == held.summit
    if record.summit and held.summit and not same_summit:
        return 0.0
    nested = parties <= held.parties or held.parties <= parties
    if parties and held.parties and not nested and not (telling and parties & held.parties):
        return 0.0
    about = shared - _KINDS
    if not about and not same_summit and (other_amount or (parties and held.parties and not nested)):
        return 0.0
    if not about and not telling and (subject | held.subject) - _KINDS:
        # One that says what its loan is for is not known again by the borrower and the word alone.
        shared = about
    if record.status == held.status and _days_apart(record.date, held.date) > 1:
        return 0.0
    score = _score_parties(parties, held.parties) + _score_instruments(record.instrument, held.instrument)
    if shared:
        score += 0.2 + 0.2 * len(shared) / min(len(subject), len(held.subject)) + 0.05 * (len(shared) > 1)
    elif subject and held.subject:
        score -= 0.3
    elif not same_amount and (record.amount or held.amount):
        # A sum of its own, and nothing that both are about.
        score -= 0.15
    score += 0.3 * same_amount - 0.25 * other_amount
    apart = abs(day - held.day)
    score += 0.1 if apart <= 3 else 0.05 if apart <= 14 else -0.1 if apart > 30 else 0.0
    score += 0.15 * (_days_apart(record.date, held.date) == 0)
    if record.place and held.place:
        score += 0.05 if record.place == held.place else -0.05
    return score + 0.05 * same_summit


def _score_parties(one: frozenset[str], other: frozenset[str]) -> float:
    shared = len(one & other)
    if shared > 1:
        return 0.4 if one == other else 0.3
    return 0.15 if shared else 0.0


def _score_instruments(one: str, other: str) -> float:
    if one == other:
        return 0.15
    return 0.05 if any(one in family and other in family for family in _FAMILIES) else -0.2


def _compare_amounts(one: Amount | None, other: Amount | None) -> tuple[bool, bool]:
    """Whether the amounts are the same, and whether they are different."""
    if one is None or other is None:
        return False, False
    larger = max(abs(one.value), abs(other.value)) or 1
    apart = abs(one.value - other.value) / larger
    if one.currency != other.currency:  # newsrooms tell one sum in the money of their country
        return False, {one.currency, other.currency} <= _ALIKE and apart > _OTHER_CURRENCY
    return apart <= _SAME_AMOUNT, apart > _OTHER_AMOUNT


def _days_apart(one: str | None, other: str | None) -> int:
    """Days between two full dates; -1 if either is not known to the day."""
    try:
        first, second = date.fromisoformat(one or ""), date.fromisoformat(other or "")
    except ValueError:
        return -1
    return abs((first - second).days)
