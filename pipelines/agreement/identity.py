"""Tells which agreement of the knowledge a place means: by its name, by a keyword or company beside it, or by the day."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from c5watch.knowledge import KnownAgreement
from pipelines.agreement.dated import by_date, of_meeting
from pipelines.agreement.known import (
    OWN_SUBJECT,
    TOO_EARLY_DAYS,
    Candidate,
    Words,
    alike,
    choose,
    first_day,
    has_parties,
    in_time,
    known_agreements,
)
from pipelines.agreement.named import TWO_SIDES
from pipelines.agreement.parties import is_between_strangers
from pipelines.agreement.record import NOT_DONE
from pipelines.agreement.sighting import Sighting
from pipelines.agreement.text import AgreementText

_NEAR_DAYS = 30
_STEM = 5  # letters that inflection leaves
_BESIDE_NOUN = 25  # characters: a word or two
# «два заявления – по экономическому сотрудничеству и по культурному наследию»
_ABOUT = re.compile(r"[»\"”]?\s*[–—:-]\s*(?:оид ба|по|об?|on|туралы|жөнүндө|haqida) [^.;\n]{3,160}")
_PAPERS = frozenset({"mou", "protocol", "declaration", "roadmap", "financing"})


def known_agreements_at(
    reading: AgreementText, sighting: Sighting, parties: list[str], told: Collection[str]
) -> list[KnownAgreement]:
    """The known agreements that a place of the parties speaks of, mostly one; one without sides means those ``told`` before."""
    low, high = sighting.sentence
    beside = {one.party for one in (*reading.named_in(low, high), *reading.peoples_in(low, high))} | set(parties)
    words = _words(reading, sighting)
    named = known_agreements(reading.knowledge).named(words, reading.field, beside)
    candidates = {
        identity: found
        for identity, found in named.items()
        if (found.exact and not _is_paper_of(found.agreement, sighting) and _may_be_called(reading, sighting, parties, found))
        or _may_mean(reading, sighting, parties, found.agreement)
    }
    if not candidates:
        own_subject = len(words.phrase) > OWN_SUBJECT
        candidates = {one.id: Candidate(one, 1.0) for one in _pointed(reading, sighting, parties, own_subject=own_subject)}
    again = {
        identity: found
        for identity, found in candidates.items()
        if identity in told and _in_time(reading, sighting, found.agreement, keyword=True)
    }
    if again and not parties:
        candidates = again
    if (best := choose(candidates, beside, reading.counts, reading.published, sighting.instrument)) is not None:
        return [best.agreement, *(one.agreement for one in named.values() if _is_twin(one, best, words))]
    if (found := by_date(reading, sighting, beside)) is not None:
        return [found]
    return of_meeting(reading, sighting)


def _is_twin(one: Candidate, other: Candidate, words: Words) -> bool:
    """Whether a phrase names two documents of the same sides and day, each with a word of its own («заявления о … и о …»)."""
    if one.terms <= other.terms or other.terms <= one.terms:
        return False
    same = one.agreement.parties == other.agreement.parties and one.agreement.instrument == other.agreement.instrument
    return same and one.agreement.statuses == other.agreement.statuses and words.phrase >= one.terms | other.terms


def _words(reading: AgreementText, sighting: Sighting) -> Words:
    phrase = set(reading.terms(*sighting.phrase))
    if more := _ABOUT.match(reading.text, sighting.phrase[1], sighting.sentence[1]):
        phrase.update(reading.terms(*more.span()))
    (low, high), start = sighting.sentence, min(sighting.zone[0], sighting.phrase[0])
    before = reading.terms(start, sighting.start)
    around = [*before, *reading.terms(sighting.start, max(sighting.zone[1], sighting.phrase[1]))]
    return Words(
        frozenset(phrase),
        frozenset(reading.terms(max(low, sighting.start - _BESIDE_NOUN), min(high, sighting.end + _BESIDE_NOUN))),
        frozenset(phrase if sighting.members else phrase.union(around)),
        sighting.instrument,
        sighting.accession,
        tuple(around),
        len(before),
    )


def _may_mean(reading: AgreementText, sighting: Sighting, parties: list[str], agreement: KnownAgreement) -> bool:
    """Whether sides and times allow an agreement whose name stands at the place."""
    # «соглашение о расширенном партнерстве с Таджикистаном» is not that with Uzbekistan
    partners = {
        one.party for one in reading.named_in(sighting.end, sighting.phrase[1]) if one.party in parties and one.type == "LOC"
    }
    states = [party for party in parties if reading.knowledge.actors[party].type == "country"]
    of_others = len(states) >= TWO_SIDES and bool(agreement.parties) and not set(states) & set(agreement.parties)
    shared = set(parties) & set(agreement.parties)
    strange = len(agreement.parties) == TWO_SIDES > len(shared) and bool(set(states) - shared)
    of_states = all(reading.knowledge.actors[party].type == "country" for party in agreement.parties)
    return (
        not ((of_others and of_states) or strange)
        and _fits(reading, sighting, agreement, keyword=False)
        and partners <= set(agreement.parties or partners)
        and not _is_paper_of(agreement, sighting)
    )


def _may_be_called(reading: AgreementText, sighting: Sighting, parties: list[str], named: Candidate) -> bool:
    """Whether a name that stands there word for word is that of the agreement, although the text may name no party of it.

    What is called by common words (соглашение о сейсмологии) can be another agreement where other states are named; and none
    was signed months before its first day.
    """
    agreement = named.agreement
    day = first_day(agreement)
    told = sighting.status not in NOT_DONE
    if told and day is not None and reading.published is not None and (day - reading.published).days > TOO_EARLY_DAYS:
        return False
    if not agreement.parties or _has_capital(reading, sighting, named):
        return True
    own, actors = _countries(reading, agreement.parties), reading.knowledge.actors
    here = {actors[party].country for party in parties if actors[party].type == "country"}
    there = {actors[party].country for party in reading.states}
    if there <= own or own <= there:
        return here <= own
    # Of the days when it was signed, and the sentence names nobody else: «меморандум по критическим минералам называют итогом».
    beside = _countries(reading, (one.party for one in reading.named_in(*sighting.sentence)))
    near = day is not None and reading.published is not None and abs((reading.published - day).days) <= _NEAR_DAYS
    return near and len(named.terms) > 1 and here | beside <= own and bool(own & _countries(reading, reading.counts))


def _has_capital(reading: AgreementText, sighting: Sighting, named: Candidate) -> bool:
    """Whether the text too writes a word of the name with a capital, and not because a sentence begins."""
    low, high = max(sighting.zone[0], sighting.sentence[0] + 1), max(sighting.zone[1], sighting.phrase[1])
    return any(reading.folded.text.find(word[:_STEM], low, high) >= 0 for word in named.capitals)


def _countries(reading: AgreementText, parties: Iterable[str]) -> set[str | None]:
    """Codes of the countries of parties, companies among them."""
    return {reading.knowledge.actors[party].country for party in parties} - {None}


def _fits(reading: AgreementText, sighting: Sighting, agreement: KnownAgreement, *, keyword: bool) -> bool:
    has_sides = has_parties(agreement, reading.counts, reading.knowledge, keyword=keyword)
    return has_sides and _in_time(reading, sighting, agreement, keyword=keyword)


def _in_time(reading: AgreementText, sighting: Sighting, agreement: KnownAgreement, *, keyword: bool) -> bool:
    return in_time(agreement, reading.published, reading.time.years(*sighting.sentence), keyword=keyword)


def _pointed(reading: AgreementText, sighting: Sighting, parties: list[str], *, own_subject: bool) -> list[KnownAgreement]:
    """Agreements that a keyword or a company beside the agreement word points to."""
    low, high = sighting.phrase if sighting.members or own_subject else sighting.zone
    names = known_agreements(reading.knowledge)
    pointed = names.by_keyword(reading.text[low:high])
    beside = [one.party for one in reading.named_in(low, high) if one.party in parties]
    unknown = reading.unknown_in(*sighting.sentence)
    if is_between_strangers(reading.text, sighting, reading.named_in(*sighting.sentence), reading.wording, unknown):
        beside = []  # the company's agreement with another
    companies = [party for party in beside if reading.knowledge.actors[party].type == "company"]
    for member in dict.fromkeys([*sighting.members, *companies]):
        pointed |= {one.id: one for one in names.of_party(member) if _names_all_companies(reading, one)}
    return [
        agreement
        for agreement in pointed.values()
        if (_fits(reading, sighting, agreement, keyword=True) or _has_a_side(reading, sighting, agreement))
        and not _is_of_another_state(reading, parties, agreement)
        and not any(_is_stranger(reading, company, agreement) for company in companies if company not in sighting.members)
        and (not sighting.members or set(sighting.members) & set(agreement.parties))
        and alike(agreement.instrument, sighting.instrument, accession=sighting.accession)
        and not _is_paper_of(agreement, sighting)
    ]


def _is_stranger(reading: AgreementText, company: str, agreement: KnownAgreement) -> bool:
    """Whether a company is no side: of an agreement that lists states alone their companies may be."""
    actors = reading.knowledge.actors
    listed = company in agreement.parties or any(actors[party].type == "company" for party in agreement.parties)
    return company not in agreement.parties and (listed or actors[company].country not in _countries(reading, agreement.parties))


def _is_of_another_state(reading: AgreementText, parties: Collection[str], agreement: KnownAgreement) -> bool:
    """Whether the states whose agreement it is are no sides: what Rosatom signs with one it has not signed with another."""
    actors = reading.knowledge.actors
    states = _countries(reading, (party for party in parties if actors[party].type == "country"))
    return bool(states and agreement.parties) and not states & _countries(reading, agreement.parties)


def _has_a_side(reading: AgreementText, sighting: Sighting, agreement: KnownAgreement) -> bool:
    """Whether beside the keyword a side is named and nobody else: the keyword stands for the other («Казахстан и Орано»)."""
    low, high = sighting.sentence
    beside = {one.party for one in (*reading.named_in(low, high), *reading.peoples_in(low, high))}
    own = _countries(reading, agreement.parties)
    return bool(beside) and _countries(reading, beside) <= own and _in_time(reading, sighting, agreement, keyword=True)


def _names_all_companies(reading: AgreementText, agreement: KnownAgreement) -> bool:
    """Whether a company's name points to an agreement of it: no other company is a party that the article does not name."""
    actors, counts = reading.knowledge.actors, reading.counts
    return all(actors[one].type != "company" or one in counts for one in agreement.parties)


def _is_paper_of(project: KnownAgreement, sighting: Sighting) -> bool:
    """Whether a memorandum, loan or protocol is spoken of beside a project, which is followed by its name alone."""
    return project.instrument == "other" and sighting.instrument in _PAPERS
