"""Tells a document of earlier days from the one that is to be signed or has just been signed."""

from __future__ import annotations

from pipelines.agreement.record import Place, Record
from pipelines.agreement.sighting import Sighting
from pipelines.agreement.text import AgreementText

_PLANNED = frozenset({"proposed", "negotiated", "announced"})
_DONE = frozenset({"signed", "ratified", "in_force", "ended"})


def is_of_another_time(reading: AgreementText, record: Record, place: Place) -> bool:
    """Whether a place cannot be of a record because one was signed long before the other.

    An item of a list is told again only by its own subject.
    """
    sighting = place.sighting
    told = [(one, fresh) for one, fresh in zip(record.sightings, record.fresh, strict=True) if one.status is not None]
    planned = all(one.status in _PLANNED for one, _ in told) and any(fresh for _, fresh in told)
    if planned and place.known is None and sighting.status in _DONE:
        # «документ заменит действующее соглашение», «новое соглашение … соглашение 2004 года, которое вступило в силу»
        renewed = any(one.age == "new" for one in record.sightings)
        if sighting.age == "old" or (renewed and not reading.is_fresh(sighting._replace(past=False))):
            return True
    if not told or place.known is not None or record.known is not None or sighting.pointing or sighting.item:
        return False
    if not place.is_bare and all(reading.text[one.sentence[0] : one.sentence[1]].rstrip().endswith(":") for one, _ in told):
        return True  # the heading of a list is told again by its items alone
    shared = bool(record.subject & sighting.subject)
    if _is_old(reading, sighting):
        return planned or (not place.is_bare and not shared and any(fresh for _, fresh in told))
    if sighting.status in _PLANNED and reading.is_fresh(sighting):
        return all(_is_old(reading, one) for one, _ in told)
    return not place.is_bare and not shared and all(one.item for one, _ in told)


def _is_old(reading: AgreementText, sighting: Sighting) -> bool:
    """Whether a date or «ранее» says that it was signed before; a mere participle does not."""
    key = (sighting.start, sighting.status)
    if key not in reading.old:
        reading.old[key] = _is_told_as_old(reading, sighting)
    return reading.old[key]


def _is_told_as_old(reading: AgreementText, sighting: Sighting) -> bool:
    if sighting.status != "signed" or sighting.weak:
        return False
    if reading.published is None:  # nothing but the day of the visit tells which years are gone
        return any(year < reading.article.fetched_at.year for year in reading.time.years(*sighting.sentence))
    ago = reading.wording.background.search(reading.text, *sighting.sentence) is not None
    return (ago and sighting.past) or not reading.is_fresh(sighting._replace(past=False))
