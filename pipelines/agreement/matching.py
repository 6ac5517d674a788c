"""Tells which record a place of a text belongs to, by rules that are tried in order; none where it opens one of its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from c5watch.article import Amount, Instrument
from pipelines.agreement.known import alike
from pipelines.agreement.named import TWO_SIDES
from pipelines.agreement.record import Place, Record
from pipelines.agreement.sighting import Sighting
from pipelines.agreement.text import AgreementText

# An agreement word in the plural; the Russian genitive of one document and the nominative of many are the same word.
_MANY = re.compile(
    r"[a-z -]+s|memoranda|[а-я -]+(?:ний|ниям|ниями|ниях|ов|ам|ами|ах|(?:контракт|меморандум|договор|протокол|пакт)ы)|"
    r"\w+ ?\w{4,}(?:лар|лер|дар|дер|тар|тер|лор|лөр|дор|дөр|тор|төр|lar|lär|ler)\w*|\w{4,}ҳо(?:и|ро|е)?"
)
_ABOUT = re.compile(r" (?:on|об?|по|оид ба|дар бораи) ")
_NO_DOCUMENT = frozenset({"other", "accession"})  # said beside any instrument
_ROUNDED = 0.05  # of a sum: «около 150 млн»
_MOSTLY = 0.5  # of the words of the shorter subject


def matching_record(reading: AgreementText, records: Sequence[Record], place: Place) -> Record | None:
    """The record that a place speaks of."""
    rules = _OF_THE_BARE_WORD if place.is_bare and not place.sighting.item else _OF_A_SUBJECT
    records = [record for record in records if not (_is_left_out(reading, record, place) or _lends_apart(reading, record, place))]
    return next((record for rule in rules if (record := rule(reading, records, place)) is not None), None)


def is_another_loan(reading: AgreementText, record: Record, parties: Sequence[str], amount: Amount | None) -> bool:
    """Whether money is of another lender or sum than that of a record."""
    return _sums_differ(record.amount, amount) or _sides_differ(reading, record, parties)


def _sums_differ(one: Amount | None, other: Amount | None) -> bool:
    if one is None or other is None or one.currency != other.currency:
        return False
    return abs(one.value - other.value) > _ROUNDED * max(one.value, other.value)


def _lends_apart(reading: AgreementText, record: Record, place: Place) -> bool:
    """«АБР предоставил грант … Всемирный банк предоставит кредит»: two loans, told in two sentences."""
    sighting = place.sighting
    if not (record.instrument == sighting.instrument == "financing") or (place.known is not None and place.known is record.known):
        return False
    if sighting.pointing or any(one.sentence == sighting.sentence for one in record.sightings):
        return False
    low, high = sighting.sentence
    return is_another_loan(reading, record, place.parties, reading.amount(low, high, high))


def _is_left_out(reading: AgreementText, record: Record, place: Place) -> bool:
    """ "They signed five documents", or a trade deal. "The agreement on water was not signed": it is none of those."""
    sighting = place.sighting
    if sighting.status != "denied" or is_many(reading, sighting) or any(one.status != "signed" for one in record.sightings):
        return False
    own, given = record.subject - reading.name_stems, sighting.subject - reading.name_stems
    many = all(is_many(reading, one) for one in record.sightings)
    return many or bool(own and given and not sighting.generic and not own & given)


def last_alike(reading: AgreementText, records: Sequence[Record], place: Place) -> Record | None:
    """What the bare word, or the word with a demonstrative, means: the last agreement of its kind told before."""
    sighting = place.sighting
    many = is_many(reading, sighting)
    for record in reversed(records):
        # «уағдаластықтар», "the other documents" are not the one that was told; to join accords is one step.
        if many and (record.instrument == "accession" or not all(is_many(reading, one) for one in record.sightings)):
            continue
        if _ages_differ(record, place) or (
            sighting.joined and place.parties and record.sightings[-1].sentence == sighting.sentence
        ):
            continue
        like = (
            _same_kind(record.instrument, sighting.instrument)
            or sighting.instrument == "agreement"
            or (sighting.pointing and alike(record.instrument, sighting.instrument))
        )
        if like and not conflict(record, place.parties):
            return record
    return None


def is_many(reading: AgreementText, sighting: Sighting) -> bool:
    """Whether the word stands for several documents."""
    plural = _MANY.fullmatch(reading.text, sighting.start, sighting.end) is not None
    return sighting.several or (plural and not sighting.pledge)


def _of_the_same_id(_: AgreementText, records: Sequence[Record], place: Place) -> Record | None:
    return next((record for record in records if record.known is place.known), None) if place.known is not None else None


def _without_sides(reading: AgreementText, records: Sequence[Record], place: Place) -> Record | None:
    """A place that names no side goes on with the last agreement that it may mean."""
    sighting = place.sighting
    if place.known is not None or place.parties or sighting.item:
        return None
    for record in reversed(records):
        other_document = record.generic and record.instrument not in (sighting.instrument, "other")
        apart = (
            _is_promise_apart(record, place)
            or _differ(record.subject, sighting.subject)
            or _is_of_another_subject(reading, record, sighting)
        )
        if other_document or apart or _is_beside(record, sighting) or _ages_differ(record, place):
            continue
        if alike(record.instrument, sighting.instrument):
            return record
    return None


def _of_the_same_subject(reading: AgreementText, records: Sequence[Record], place: Place) -> Record | None:
    """The first record of no other sides that had no name yet or whose subject is told again."""
    for record in records:
        both_known = place.known is not None and record.known is not None
        if both_known or _sides_differ(reading, record, place.parties) or _ages_differ(record, place):
            continue
        if _names_it(record, place) or _tells_again(reading, record, place):
            return record
    return None


def _names_it(record: Record, place: Place) -> bool:
    return (
        not _is_promise_apart(record, place)
        and record.generic
        and not place.sighting.item
        and record.instrument in (place.sighting.instrument, "other")
    )


def _is_promise_apart(record: Record, place: Place) -> bool:
    """«Переговоры о поставках … частные контракты»: a document of which nothing is told is not what talks are about."""
    sighting = place.sighting
    return sighting.status is None and not sighting.pledge and all(one.pledge for one in record.sightings)


def _tells_again(reading: AgreementText, record: Record, place: Place) -> bool:
    sighting, last = place.sighting, record.sightings[-1]
    own, given = record.subject - reading.name_stems, sighting.subject - reading.name_stems
    if not own or not given:  # no more than whose it is
        own, given = record.subject, sighting.subject
    shared, least = len(own & given), min(len(own), len(given))
    like = _same_kind(record.instrument, sighting.instrument) or (
        last.sentence != sighting.sentence and alike(record.instrument, sighting.instrument)
    )
    return least > 0 and shared / least >= _MOSTLY and like and not (sighting.item and last.item)


def _of_the_headline(reading: AgreementText, records: Sequence[Record], place: Place) -> Record | None:
    """The one record of the headline, where the opening tells in other words what it told of the same or of no sides."""
    sighting = place.sighting
    if len(records) != 1 or sighting.item or sighting.sentence[0] >= reading.lead_end:
        return None
    (record,) = records
    own, given = set(record.parties), set(place.parties)
    headed = all(reading.is_headline(one) for one in record.sightings)
    same_state = all(one.status == sighting.status for one in record.sightings) or bool(record.subject & sighting.subject)
    same_sides = same_state and bool(own & given or not own) and (own <= given or given <= own)
    opens = headed and not reading.is_headline(sighting) and record.known is None
    return record if opens and same_sides and alike(record.instrument, sighting.instrument) else None


def _pointed_at(reading: AgreementText, records: Sequence[Record], place: Place) -> Record | None:
    """«Данное соглашение» is one that was told, also where other sides are named beside it."""
    if not place.sighting.pointing or place.sighting.item or place.known is not None:
        return None
    return last_alike(reading, records, place) or last_alike(reading, records, place._replace(parties=[]))


_Rule = Callable[[AgreementText, Sequence[Record], Place], Record | None]
_OF_THE_BARE_WORD: tuple[_Rule, ...] = (last_alike,)
_OF_A_SUBJECT: tuple[_Rule, ...] = (_of_the_same_id, _without_sides, _of_the_same_subject, _of_the_headline, _pointed_at)


def _same_kind(one: Instrument, other: Instrument) -> bool:
    return one == other or "other" in (one, other)


def _is_beside(record: Record, sighting: Sighting) -> bool:
    """«Договор о торговле газом, соглашение о приграничной торговле»: of one sentence, each by a word and subject of its own."""
    if not sighting.subject or sighting.pointing:
        return False
    last = record.sightings[-1]
    documents = {last.instrument, sighting.instrument}
    return last.sentence == sighting.sentence and bool(last.subject) and len(documents) > 1 and not documents & _NO_DOCUMENT


def _ages_differ(record: Record, place: Place) -> bool:
    """Whether one is called new and the other existing."""
    ages = {sighting.age for sighting in record.sightings if sighting.age}
    return place.sighting.age is not None and bool(ages) and place.sighting.age not in ages


def _differ(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two agreements are of different subjects; a word or none says too little."""
    return len(one) >= TWO_SIDES and len(other) >= TWO_SIDES and not one & other


def _is_of_another_subject(reading: AgreementText, record: Record, sighting: Sighting) -> bool:
    """«Контракт на пшеницу … соглашение о газе»: each says right behind its noun what it is about."""
    told = bool(record.subject and sighting.subject) and not record.subject & sighting.subject
    marker = reading.wording.marker
    if marker is not None:
        return told and marker.search(reading.text, *sighting.phrase) is not None
    return told and _ABOUT.match(reading.text, sighting.end) is not None


def conflict(record: Record, parties: Sequence[str]) -> bool:
    """Whether a record is of other sides: none of them is given."""
    own = set(record.known.parties if record.known else record.parties)
    return bool(own and parties and not own & set(parties))


def _sides_differ(reading: AgreementText, record: Record, parties: Sequence[str]) -> bool:
    """Whether a record is of other sides: none of them is given, or each has one that the other has not.

    A company stands for its country and the other way round.
    """
    own, given = set(record.known.parties if record.known else record.parties), set(parties)
    if own and given and own.isdisjoint(given):
        return True
    if min(len(own), len(given)) < TWO_SIDES or own <= given or given <= own:
        return False
    strange = _countries(reading, given - own) - _countries(reading, own)
    return bool(strange) and bool(_countries(reading, own - given) - _countries(reading, given))


def _countries(reading: AgreementText, parties: Iterable[str]) -> set[str]:
    """Codes of the countries of sides; the id of one that is of no country."""
    actors = reading.knowledge.actors
    return {actors[party].country or party for party in parties}
