"""A place of a text that speaks of an agreement, and the record of an agreement that is put together from its places."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from c5watch.article import Amount, Instrument, Status
from c5watch.knowledge import KnownAgreement
from pipelines.agreement.sighting import Sighting

NOT_DONE: frozenset[Status | None] = frozenset({None, "discussed", "proposed", "negotiated", "announced"})  # not done yet


class Place(NamedTuple):
    """A sighting, whose agreement it speaks of and which known one that is."""

    sighting: Sighting
    parties: list[str]
    known: KnownAgreement | None

    @property
    def is_bare(self) -> bool:
        """Whether the word says nothing of what the agreement is about."""
        return self.known is None and (not self.sighting.subject or self.sighting.generic)


@dataclass(slots=True)
class Record:
    """An agreement being put together from its places in the text."""

    known: KnownAgreement | None
    instrument: Instrument
    subject: frozenset[str]
    phrase: tuple[int, int]
    generic: bool
    sightings: list[Sighting] = field(default_factory=list)
    fresh: list[bool] = field(default_factory=list)
    parties: list[str] = field(default_factory=list)
    amount: Amount | None = None
    date: str | None = None
    place: str | None = None
    dated_by_signing: bool = False
    placed_by_signing: bool = False
