"""Known agreements that a text does not name: by the day or month they were signed, or as the documents of a meeting."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from c5watch.knowledge import KnownAgreement
from pipelines.agreement.known import alike, known_agreements
from pipelines.agreement.named import REGION, TWO_SIDES, countries_by_code
from pipelines.agreement.record import NOT_DONE, Record
from pipelines.agreement.sighting import Sighting
from pipelines.agreement.text import AgreementText

# «два заявления», "two statements of intent", «эки билдирүү», with a few words between.
_COUNTED = re.compile(
    r"(?<!\w)(?:(?P<two>2|two|both|два|две|двух|оба|обе|екі|эки|ikki(?:ta)?|икки(?:та)?|iki|ду)|"
    r"(?P<three>3|three|три|трех|үш|үч|uch(?:ta)?|уч(?:та)?|üç|се))(?: \w+){0,2}? $"
)
_COUNTED_BEFORE = 40  # characters


def by_date(reading: AgreementText, sighting: Sighting, beside: Collection[str]) -> KnownAgreement | None:
    """The only agreement of those named ``beside`` that was signed on the day, or in the month, that the sentence tells."""
    names = known_agreements(reading.knowledge)
    of_sides, of_region = names.may_be_of(beside), names.may_be_of_region(beside)
    if sighting.status is None or not (of_sides or of_region):
        return None
    days = {day.isoformat() for day in reading.time.days(*sighting.sentence)}
    if not days:
        return _of_the_month(reading, sighting) if of_region else None
    signed = names.signed_on(days.pop(), beside) if len(days) == 1 and of_sides else []
    found = [one for one in signed if alike(one.instrument, sighting.instrument, accession=sighting.accession)]
    return found[0] if len(signed) == len(found) == 1 else None


def _of_the_month(reading: AgreementText, sighting: Sighting) -> KnownAgreement | None:
    """«В июне пятёрка подписала договор с Китаем»: what the region has with a partner is told from what one of the five has."""
    low, high = sighting.sentence
    named = {one.party for one in (*reading.named_in(low, high), *reading.peoples_in(low, high))}
    if sighting.status in NOT_DONE or 0 < len(named.intersection(REGION)) < len(REGION):
        return None
    if (month := _month(reading, sighting)) is None:
        return None
    found = [
        agreement
        for agreement in reading.knowledge.agreements.values()
        if agreement.instrument == sighting.instrument
        and any(status.date is not None and status.date.startswith(month) for status in agreement.statuses)
        and set(REGION) < set(agreement.parties)
        and set(agreement.parties) - set(REGION) <= named
    ]
    return found[0] if len(found) == 1 else None


def of_record(reading: AgreementText, record: Record) -> KnownAgreement | None:
    """The agreement that the sides of a record, told in several places, signed on its day; a company stands for its country."""
    if record.date is None or not any(one.status == "signed" for one in record.sightings):
        return None
    states = countries_by_code(reading.knowledge)
    codes = {reading.knowledge.actors[party].country for party in record.parties}
    sides = {*record.parties, *(states[code] for code in codes if code in states)}
    signed = known_agreements(reading.knowledge).signed_on(record.date, sides)
    found = [one for one in signed if alike(one.instrument, record.instrument) and set(record.parties) <= set(one.parties)]
    return found[0] if len(found) == 1 and len(record.parties) >= TWO_SIDES else None


def _month(reading: AgreementText, sighting: Sighting) -> str | None:
    """The one month that stands with the agreement, as ``2025-06``; without a year the last before publication."""
    months, years = reading.time.months(*sighting.zone), set(reading.time.years(*sighting.sentence))
    if len(months) != 1 or len(years) > 1 or reading.published is None:
        return None
    (month,) = months
    year = years.pop() if years else reading.published.year - (month > reading.published.month)
    return f"{year}-{month:02}"


def of_meeting(reading: AgreementText, sighting: Sighting) -> list[KnownAgreement]:
    """«Приняты два заявления»: those of the meeting that the text is about, if they are as many."""
    counted = _COUNTED.search(reading.text, max(0, sighting.start - _COUNTED_BEFORE), sighting.start)
    if counted is None or sighting.status not in (None, "signed", "discussed"):
        return []
    if not reading.article.summits:
        return []
    number = 2 if counted["two"] else 3
    meetings = {place.summit for place in reading.article.summits if place.summit is not None}
    names = known_agreements(reading.knowledge)
    groups = (_adopted(names.of_meeting(meeting), sighting) for meeting in sorted(meetings))
    fitting = [group for group in groups if len(group) == number]
    return fitting[0] if len(fitting) == 1 else []


def _adopted(agreements: Iterable[KnownAgreement], sighting: Sighting) -> list[KnownAgreement]:
    """What all of a meeting signed, of the kind that is spoken of."""
    return [one for one in agreements if one.instrument == sighting.instrument and set(one.parties).issuperset(REGION)]
