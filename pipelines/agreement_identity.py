"""Tells which agreement of the knowledge a place means: by its name, by a keyword or company beside it, or by the day."""

from __future__ import annotations

import re
from collections.abc import Collection

from c5watch.knowledge import KnownAgreement
from pipelines.agreement_known import OWN_SUBJECT, Words, alike, choose, fits, known_agreements
from pipelines.agreement_reading import Sighting
from pipelines.agreement_text import YEAR, AgreementText

_PAIR = 2
_BESIDE_NOUN = 25  # characters: a word or two
# «два заявления – по экономическому сотрудничеству и по культурному наследию»
_ABOUT = re.compile(r"[»\"”]?\s*[–—:-]\s*(?:оид ба|по|об?|on|туралы|жөнүндө|haqida) [^.;\n]{3,160}")
_PAPERS = frozenset({"mou", "protocol", "declaration", "roadmap", "financing"})


def known_agreement(
    reading: AgreementText, sighting: Sighting, parties: list[str], told: Collection[str]
) -> KnownAgreement | None:
    """The known agreement that a place of the parties speaks of; a place without sides means one of those ``told`` before."""
    names = known_agreements(reading.knowledge)
    low, high = sighting.sentence
    beside = {one.party for one in (*reading.named_in(low, high), *reading.peoples_in(low, high))} | set(parties)
    words = _words(reading, sighting)
    candidates = {
        identity: found
        for identity, found in names.named(words, reading.field, beside).items()
        if _may_mean(reading, sighting, parties, found[0])
    }
    if not candidates:
        own_subject = len(words.phrase) > OWN_SUBJECT
        candidates = {one.id: (one, 1.0) for one in _pointed(reading, sighting, parties, own_subject=own_subject)}
    again = {identity: found for identity, found in candidates.items() if identity in told}
    if again and not parties:
        candidates = again
    if candidates:
        return choose(candidates, beside, reading.counts, reading.published, sighting.instrument)
    if sighting.status is None or not names.may_be_of(beside):
        return None
    days = {day.isoformat() for day in reading.days(low, high)}
    found = names.signed_on(days.pop(), beside) if len(days) == 1 else None
    return found if found is not None and alike(found.instrument, sighting.instrument, accession=sighting.accession) else None


def _words(reading: AgreementText, sighting: Sighting) -> Words:
    phrase = reading.terms(*sighting.phrase)
    if more := _ABOUT.match(reading.text, sighting.phrase[1], sighting.sentence[1]):
        phrase |= reading.terms(*more.span())
    return Words(
        frozenset(phrase),
        frozenset(reading.terms(max(0, sighting.start - _BESIDE_NOUN), sighting.end + _BESIDE_NOUN)),
        frozenset(phrase if sighting.members else phrase | reading.terms(*sighting.zone)),
        sighting.instrument,
        sighting.accession,
    )


def _may_mean(reading: AgreementText, sighting: Sighting, parties: list[str], agreement: KnownAgreement) -> bool:
    """Whether sides and times allow an agreement whose name stands at the place."""
    # «соглашение о расширенном партнерстве с Таджикистаном» is not that with Uzbekistan
    partners = {
        one.party for one in reading.named_in(sighting.end, sighting.phrase[1]) if one.party in parties and one.type == "LOC"
    }
    states = [party for party in parties if reading.knowledge.actors[party].type == "country"]
    of_others = len(states) >= _PAIR and bool(agreement.parties) and not set(states) & set(agreement.parties)
    of_states = all(reading.knowledge.actors[party].type == "country" for party in agreement.parties)
    return (
        not (of_others and of_states)
        and _fits(reading, sighting, agreement, keyword=False)
        and partners <= set(agreement.parties or partners)
        and not _is_paper_of(agreement, sighting)
    )


def _fits(reading: AgreementText, sighting: Sighting, agreement: KnownAgreement, *, keyword: bool) -> bool:
    years = {int(year) for year in YEAR.findall(reading.text, *sighting.sentence)}
    return fits(agreement, reading.counts, reading.published, years, reading.knowledge, keyword=keyword)


def _pointed(reading: AgreementText, sighting: Sighting, parties: list[str], *, own_subject: bool) -> list[KnownAgreement]:
    """Agreements that a keyword or a company beside the agreement word points to."""
    low, high = sighting.phrase if sighting.members or own_subject else sighting.zone
    pointed = known_agreements(reading.knowledge).by_keyword(reading.text[low:high])
    beside = [one.party for one in reading.named_in(low, high) if one.party in parties]
    companies = [party for party in beside if reading.knowledge.actors[party].type == "company"]
    for member in dict.fromkeys([*sighting.members, *companies]):
        pointed |= {one.id: one for one in reading.knowledge.agreements.values() if _is_of_company(reading, one, member)}
    return [
        agreement
        for agreement in pointed.values()
        if _fits(reading, sighting, agreement, keyword=True)
        and not (set(companies) - set(agreement.parties) - set(sighting.members))
        and (not sighting.members or set(sighting.members) & set(agreement.parties))
        and alike(agreement.instrument, sighting.instrument, accession=sighting.accession)
        and not _is_paper_of(agreement, sighting)
    ]


def _is_of_company(reading: AgreementText, agreement: KnownAgreement, company: str) -> bool:
    """Whether a company's name points to an agreement: it is a party, and so is no company that the article does not name."""
    actors, counts = reading.knowledge.actors, reading.counts
    return company in agreement.parties and all(actors[one].type != "company" or one in counts for one in agreement.parties)


def _is_paper_of(project: KnownAgreement, sighting: Sighting) -> bool:
    """Whether a memorandum, loan or protocol is spoken of beside a project, which is followed by its name alone."""
    return project.instrument == "other" and sighting.instrument in _PAPERS
