"""Finds agreements: what was signed, planned, ratified or refused, by whom, and who says so.

One agreement is one record however often the text speaks of it; each place is evidence and each speaker's word a claim. An
agreement of the knowledge keeps its id, any other gets a provisional key (``~instrument:parties:subject:year``) that the store
matches with what it holds.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence

from c5watch.article import Article
from c5watch.knowledge import Knowledge, KnownAgreement
from pipelines.agreement.dated import of_record
from pipelines.agreement.details import add_details
from pipelines.agreement.identity import known_agreements_at
from pipelines.agreement.joining import joinings, may_tell_of_joining
from pipelines.agreement.known import alike
from pipelines.agreement.matching import conflict, is_another_loan, is_many, last_alike, matching_record
from pipelines.agreement.named import TWO_SIDES
from pipelines.agreement.names import with_subject
from pipelines.agreement.opening import may_open
from pipelines.agreement.places import read_places
from pipelines.agreement.reading import may_speak_of_agreements, wording_of
from pipelines.agreement.record import NOT_DONE, Place, Record
from pipelines.agreement.reports import is_denied_report
from pipelines.agreement.sighting import Sighting
from pipelines.agreement.telling import Teller
from pipelines.agreement.text import AgreementText
from pipelines.agreement.times import is_of_another_time

_MAX_RECORDS = 60
_OTHERS = re.compile(
    r"(?<!\w)(?:сосед(?:и|ям|ями|ей)|neighbou?rs|көршілер|коңшулар|qo'shnilar|қўшнилар|ҳамсоягон|goňşular)(?!\w)"
)
_KINDS = frozenset({"mou", "protocol", "declaration", "treaty", "roadmap"})  # words that no other document is called by


def find_agreements(article: Article, knowledge: Knowledge) -> Article:
    """The article with a record for each agreement that it speaks of."""
    wording = wording_of(article.language, article.script)
    if wording is None:
        return article
    reading = AgreementText(article, knowledge, wording)
    if not may_speak_of_agreements(reading.begun) and not may_tell_of_joining(reading.begun):
        return article
    reading.prepare()
    records = _records(reading)
    teller = Teller(reading)
    return dataclasses.replace(article, agreements=tuple(teller.tell(record) for record in records[:_MAX_RECORDS]))


def _records(reading: AgreementText) -> list[Record]:
    """All records, in the order of the text; those without a name only where no other is there."""
    records: list[Record] = []
    places = [(with_subject(reading, found), parties) for found, parties in read_places(reading)]
    told = [found for found, _ in places]
    for found, parties in places:
        denied = is_denied_report(reading, found, parties, told)
        sighting = found._replace(status="denied") if denied else found
        for known in _known(reading, records, sighting, parties):
            _take(reading, records, Place(sighting, parties, known))
    taken = [sighting for record in records for sighting in record.sightings]
    for sighting, parties in joinings(reading, taken) if may_tell_of_joining(reading.begun) else ():
        for known in _known(reading, records, sighting, parties):
            _take(reading, records, Place(sighting, parties, known))
    _identify(reading, records)
    named = [record for record in records if not record.generic]
    for record in records:
        if record.generic:
            _lend_state(record, named)
    kept = [one for one in records if _stands(one) and (not named or not one.generic or _is_apart(reading, one, named))]
    return sorted(kept, key=lambda record: record.sightings[0].start)


def _identify(reading: AgreementText, records: Sequence[Record]) -> None:
    """What only several places together tell: sides in one, day in another."""
    told = {record.known.id for record in records if record.known is not None}
    for record in records:
        found = of_record(reading, record) if record.known is None else None
        if found is not None and found.id not in told:
            record.known, record.instrument, record.generic = found, found.instrument, False
            told.add(found.id)


def _known(
    reading: AgreementText, records: Sequence[Record], sighting: Sighting, parties: list[str]
) -> Sequence[KnownAgreement | None]:
    """What a place speaks of: known agreements, or one that is not known."""
    if sighting.pledge or (sighting.age == "old" and not sighting.subject):
        return [None]  # «заменит действующий договор» is not the one just told
    told = {record.known.id for record in records if record.known is not None}
    return known_agreements_at(reading, sighting, parties, told) or [None]


def _take(reading: AgreementText, records: list[Record], place: Place) -> None:
    """Adds a place to its record or opens one."""
    sighting, known, bare = place.sighting, place.known, place.is_bare
    if bare and sighting.status is None:
        _give_sides(last_alike(reading, records, place), place)
        return
    record = matching_record(reading, [one for one in records if not is_of_another_time(reading, one, place)], place)
    if record is None:
        opens = known is not None or (not _is_of_others(reading, place) and may_open(reading, sighting, place.parties))
        record = _disputed(records, place) if sighting.status == "denied" or not opens else None
        if record is None and not opens:
            return
        if record is None:
            instrument = known.instrument if known else sighting.instrument
            apart = sighting.joined and any(not one.generic for one in records)  # «меморандум о туризме и контракт с SOCAR»
            record = Record(known, instrument, sighting.subject, sighting.phrase, generic=bare and not apart)
            records.append(record)
    else:
        _rename(reading, record, place)
    if record.instrument == "other" and sighting.instrument != "other" and record.known is None:
        record.instrument = sighting.instrument
    record.sightings.append(sighting)
    record.fresh.append(reading.is_fresh(sighting))
    # «От имени Таджикистана подпись поставил министр» goes on with what the sentence before told, whoever it named.
    again = (
        len(record.parties) < TWO_SIDES and sighting.pointing and not reading.wording.nouns.match(reading.text, sighting.start)
    )
    if record.known is not None or again or not conflict(record, place.parties):
        record.parties = list(dict.fromkeys([*record.parties, *place.parties]))
    if not sighting.several and all(one.several for one in record.sightings[:-1]):
        record.amount = None  # what was told before was the sum of many documents
    add_details(reading, record, sighting)


def _is_of_others(reading: AgreementText, place: Place) -> bool:
    """«Соседи подписали меморандум»: whose it is the text leaves open, but not of those whom it is about."""
    return not place.parties and _OTHERS.search(reading.text, place.sighting.sentence[0], place.sighting.start) is not None


def _disputed(records: Sequence[Record], place: Place) -> Record | None:
    """ "We signed the contract", of what another calls an agreement and denies: it tells of no agreement by itself."""
    if not place.is_bare or place.sighting.item or place.sighting.status is None:
        return None
    denied = (one for one in reversed(records) if any(told.status == "denied" for told in one.sightings))
    instrument = place.sighting.instrument
    return next((one for one in denied if set(place.parties) <= set(one.parties) and alike(one.instrument, instrument)), None)


def _give_sides(record: Record | None, place: Place) -> None:
    """A mere mention can still tell whose the agreement is."""
    if record is not None and record.known is None and len(record.parties) < TWO_SIDES <= len(place.parties):
        record.parties = list(dict.fromkeys([*record.parties, *place.parties]))


def _rename(reading: AgreementText, record: Record, place: Place) -> None:
    """Calls a record as the place does that says more of it than those before."""
    sighting, known = place.sighting, place.known
    if record.known is None and known is not None:
        record.known, record.instrument, record.phrase = known, known.instrument, sighting.phrase
    if place.is_bare:
        return
    if record.generic:
        record.generic, record.phrase, record.subject = False, sighting.phrase, sighting.subject
    if record.known is None and all(map(reading.is_headline, record.sightings)):
        record.phrase, record.subject = sighting.phrase, sighting.subject  # a headline says in short what the text names
        record.instrument = sighting.instrument if record.instrument == "agreement" else record.instrument


def _stands(record: Record) -> bool:
    """Whether something is said of it, or whose it is."""
    told = any(sighting.status is not None for sighting in record.sightings)
    return record.known is not None or told or len(record.parties) >= TWO_SIDES


def _lend_state(unnamed: Record, named: Sequence[Record]) -> None:
    """What the text says of a document before it names it is said of the one that it names and tells nothing else of."""
    silent = [other for other in named if all(sighting.status is None for sighting in other.sightings)]
    like = [other for other in silent if alike(other.instrument, unnamed.instrument)]
    meant = [other for other in like if not conflict(other, unnamed.parties)]
    if len(meant) == 1 and any(sighting.status is not None for sighting in unnamed.sightings):
        meant[0].sightings = [*unnamed.sightings, *meant[0].sightings]
        meant[0].fresh = [*unnamed.fresh, *meant[0].fresh]
        meant[0].parties = meant[0].parties or unnamed.parties


def _is_apart(reading: AgreementText, record: Record, named: Sequence[Record]) -> bool:
    """A document without a name is one that the text names, unless it is of others, or told before and of another kind."""
    if len(record.parties) < TWO_SIDES:
        return False
    if record.instrument == "financing" and record.amount is not None:
        return all(is_another_loan(reading, other, record.parties, record.amount) for other in named)
    sides = {party for other in named for party in (other.known.parties if other.known else other.parties)}
    before = record.sightings[0].start < min(other.sightings[0].start for other in named)
    other_kind = record.instrument in _KINDS and record.instrument not in {other.instrument for other in named}
    told = any(one.status == "signed" for one in record.sightings)
    many = all(is_many(reading, one) for one in record.sightings)
    if told and many and before and all(one.status in NOT_DONE for other in named for one in other.sightings):
        return True  # «подписано 12 соглашений», and new ones are planned
    with_other = {one.party for one in reading.named_in(*record.phrase)} - sides  # «протокол с ЕС» among those with others
    apart = before or bool(sides and with_other)
    return (bool(sides) and not sides & set(record.parties)) or (apart and other_kind and told)
