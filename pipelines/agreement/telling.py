"""Tells a record of an agreement in the words of the public JSON: name, status, parties, claims and key."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence
from itertools import pairwise

from c5watch.article import Agreement, Claim, Instrument, Scope, Span, Status, Voice
from c5watch.knowledge import KnownAgreement
from c5watch.text import name_key
from pipelines.agreement.bodies import signs_for_itself
from pipelines.agreement.homelands import OF_COUNTRIES, homes_of_companies, other_state, states_of_companies
from pipelines.agreement.meetings import organisation_that_met
from pipelines.agreement.named import TWO_SIDES, Named, is_bloc
from pipelines.agreement.names import name_span
from pipelines.agreement.nominative import in_nominative
from pipelines.agreement.parties import DEPOSITARIES, explicit_parties, is_between_strangers, scope_of
from pipelines.agreement.places import HOMES
from pipelines.agreement.record import Record
from pipelines.agreement.sighting import Sighting
from pipelines.agreement.tables import STOP, TWINNED
from pipelines.agreement.text import AgreementText

_RANK: dict[Status, int] = {
    "discussed": 0,
    "proposed": 1,
    "negotiated": 2,
    "announced": 3,
    "denied": 4,
    "signed": 5,
    "submitted": 6,
    "ratified": 7,
    "in_force": 8,
    "ended": 9,
}
_HERE = "here"  # the country of a side that goes without saying
_REGION_CODES = frozenset({"KZ", "KG", "TJ", "TM", "UZ"})
_ABROAD = "abroad"  # the country of a side whose name is written in letters of another script
_KEY_WORDS = 5
_ORGANS = {"eurasian-economic-commission": "eaeu-org"}  # what signs for a union that is named too
_SIDES = frozenset({"country", "organisation", "company", "place"})  # a place that is a party is a city with its administration
# What a state signs or ratifies with many others.
_MULTILATERAL = re.compile(r"конвенц|convention|konvens|харти|charter|устав")
_COUNTERPART = re.compile(r"(?<!\w)(?:его|ее|их) [\w-]+ (?:коллег|визави)|(?<!\w)(?:his|her) [\w-]+ counterpart")
# «Самрук-Энерго» и южнокорейская POSCO
_AND_BODY = re.compile(
    r"[»”\"]?(?: (?:аж|aj))?,? (?:и|and|ва|ҳамда|va|hamda|we|билан|bilan|bilen|және|мен|жана|менен) (?:[\w'-]+ ){0,2}[«“\"]?"
)
_BETWEEN_STATES = frozenset({"treaty", "declaration", "agreement", "protocol", "financing", "mou", "other"})


def _settled(sightings: Sequence[Sighting]) -> list[Sighting]:
    """What is told in passing counts only where no other place says how an agreement stands."""
    if all(sighting.weak or sighting.status is None for sighting in sightings):
        return list(sightings)
    settled = []
    for one in sightings:
        passing: Status | None = "announced" if one.pledge else None  # a loan that is approved is to be signed
        settled.append(one._replace(status=passing) if one.weak else one)
    return settled


class Teller:
    """Tells the records of one article."""

    def __init__(self, reading: AgreementText) -> None:
        self.reading = reading

    def tell(self, record: Record) -> Agreement:
        """The record in the words of the public JSON."""
        reading = self.reading
        record.sightings = _settled(record.sightings)
        claims = self._claims(record)
        status = self._status(claims)
        signing = self._parties(record)
        parties = [party for party in signing if _ORGANS.get(party) not in signing]
        known = record.known
        fresh = any(
            fresh and (s.status or "discussed") == status for s, fresh in zip(record.sightings, record.fresh, strict=True)
        )
        evidence = tuple(dict.fromkeys(self._span(s) for s in record.sightings))
        span = self._named_in(record)
        start, end = reading.folded.raw_span(*span)
        name = " ".join(reading.article.text[start:end].split()).strip(' «»"“”,.;:–—-')
        if reading.article.language == "ru":
            name = in_nominative(name, reading.text[: span[0]])
        summit = self._summit(record, fresh=fresh)
        day = record.date or self._day(known, status)
        return Agreement(
            agreement=known.id if known else self._key(record, parties, day, span),
            name=name[:200],
            instrument=self._instrument(record, parties),
            scope=known.scope if known else self._scope(record, parties),
            status=status,
            fresh=fresh,
            voice=reading.article.voice_at(evidence[0].start),
            parties=tuple(parties),
            amount=record.amount,
            date=day,
            place=record.place or (known.place if known else None),
            summit=summit,
            claims=claims,
            evidence=evidence,
        )

    def _named_in(self, record: Record) -> tuple[int, int]:
        """Where the text names the agreement."""
        reading = self.reading
        sighting = next((one for one in record.sightings if one.phrase == record.phrase), None)
        if sighting is None or sighting.pledge or sighting.members:
            return record.phrase
        return name_span(reading, record.phrase, (sighting.start, sighting.end))

    def _scope(self, record: Record, parties: Sequence[str]) -> Scope:
        reading = self.reading
        near: set[str] = set()
        for low, high in dict.fromkeys(sighting.sentence for sighting in record.sightings):
            near |= reading.countries_in(low, high)
        sides = [
            one
            for sighting in record.sightings
            for one in reading.unknown_in(*sighting.sentence)
            if one.type == "ORG" and self._is_side(one, sighting)
        ]
        if any(reading.is_foreign_script(one) for one in sides):
            near.add(_ABROAD)
        if any(TWINNED.search(reading.text, *sighting.sentence) for sighting in record.sightings):
            near |= {_HERE, _ABROAD}
        homes = {home for sighting in record.sightings for home in homes_of_companies(reading, sighting)}
        if homes.difference(_REGION_CODES):  # «германская компания»: told because the other side is of another country
            near |= {*homes, _HERE}
        if not parties and len(near) == 1 and self._of_two_bodies(record):  # «Суғд ва Фарғонаи Ӯзбекистон»: the first is at home
            near.add(reading.knowledge.actors[HOMES[reading.article.language]].country or _HERE)
        return scope_of(parties, reading.knowledge, strangers=bool(sides or homes), near=near)

    def _of_two_bodies(self, record: Record) -> bool:
        """Whether two regions or universities stand before the agreement word in a language of the region."""
        reading = self.reading
        places = ((one.sentence[0], one.start) for one in record.sightings)
        bodies = (sum(low <= start < high for start, _ in reading.bodies) for low, high in places)
        return reading.article.language in HOMES and any(count >= TWO_SIDES for count in bodies)

    def _is_side(self, stranger: Named, sighting: Sighting) -> bool:
        reading = self.reading
        beside = [*reading.named_in(*sighting.sentence), stranger]
        named = sorted(beside, key=lambda one: one.start)
        return stranger.party in explicit_parties(reading.text, sighting, named, reading.wording)

    def _instrument(self, record: Record, parties: Sequence[str]) -> Instrument:
        """A «договор» with a company is a contract, no treaty."""
        actors = self.reading.knowledge.actors
        with_company = record.known is None and any(actors[party].type == "company" for party in parties)
        return "contract" if with_company and record.instrument == "treaty" else record.instrument

    def _span(self, sighting: Sighting) -> Span:
        start, end = self.reading.folded.raw_span(*sighting.phrase)
        return Span(start=start, end=end)

    def _claims(self, record: Record) -> tuple[Claim, ...]:
        claims: dict[tuple[Status, Voice, str | None], Claim] = {}
        for sighting in record.sightings:
            span = self._span(sighting)
            voice = self.reading.article.voice_at(span.start)
            speaker = self._speaker(span.start, voice)
            status: Status = sighting.status or "discussed"
            low, high = self.reading.folded.raw_span(*sighting.sentence)
            claims.setdefault(
                (status, voice, speaker), Claim(status=status, amount=None, speaker=speaker, voice=voice, start=low, end=high)
            )
        chosen = list(claims.values())
        if record.amount is not None and chosen:
            chosen[0] = dataclasses.replace(chosen[0], amount=record.amount)
        return tuple(chosen)

    def _speaker(self, start: int, voice: Voice) -> str | None:
        reading = self.reading
        if voice in ("question", "answer") and reading.article.interview is not None:
            return next((turn.speaker for turn in reading.article.interview.turns if turn.start <= start < turn.end), None)
        return next((quote.speaker for quote in reading.article.quotes if quote.start <= start < quote.end), None)

    @staticmethod
    def _status(claims: Sequence[Claim]) -> Status:
        """What the editors report, the latest of several; what speakers say where the editors tell of no more than a plan.

        A refusal told by the editors stands against any speaker; where only speakers tell, one's denial against another's word.
        """
        editorial: list[Status] = [claim.status for claim in claims if claim.voice == "editorial" and claim.status != "discussed"]
        said = [claim.status for claim in claims]
        told = max(editorial or said, key=_RANK.__getitem__)
        denying, signing = ({one.speaker for one in claims if one.status == status} for status in ("denied", "signed"))
        if not editorial and told == "signed" and denying - signing:
            return "denied"
        later = [status for status in said if _RANK[status] >= _RANK["signed"]]
        return told if told == "denied" else max([told, *later], key=_RANK.__getitem__)

    def _parties(self, record: Record) -> list[str]:
        reading = self.reading
        if record.known is not None and record.known.parties:
            return self._parties_of_known(record, record.known)
        parties = list(record.parties)
        if states := states_of_companies(reading, record.sightings[0], parties):
            return states
        acting = [party for party in parties if reading.knowledge.actors[party].type in _SIDES]
        if not acting:  # whose railway it is about
            acting = list(dict.fromkeys(one.party for one in reading.lines if self._is_in_name(one, record)))
            if not acting and not reading.parties_near(record.sightings[0]):
                low, high = record.sightings[0].sentence
                acting = list(dict.fromkeys(one.party for one in reading.lines if low <= one.start < high))
            parties += acting
        if not acting and (body := organisation_that_met(reading, record.sightings[0])) is not None:
            return [body]
        low, high = record.sightings[0].sentence
        noun = reading.text[record.sightings[0].start : record.sightings[0].end]
        blocs = [party for party in acting if is_bloc(reading.knowledge.actors[party]) and party not in DEPOSITARIES]
        of_bloc = record.instrument == "declaration" and bool(blocs)
        alone = len(acting) < TWO_SIDES and record.instrument in _BETWEEN_STATES and not _MULTILATERAL.match(noun) and not of_bloc
        own = any(
            signs_for_itself(reading.text, one, reading.bodies, reading.wording) or self._is_closed(one)
            for one in record.sightings
        )
        if own:
            return self._acting(parties, record)
        if not acting or alone or (len(acting) < TWO_SIDES and reading.wording.sides.search(reading.text, low, high)):
            opening = next((one for one in record.sightings if not reading.is_headline(one)), record.sightings[0])
            near = reading.parties_near(opening)
            if near and acting and all(one in self._speaking(record) for one in acting):
                near = [*near, *acting]  # «министрство сообщило, что подписан протокол»: the speaker's state may be a side too
            parties += near if DEPOSITARIES.issuperset(acting) or set(acting) & set(near) else []
            if len(set(parties)) < TWO_SIDES and alone:
                visited = [host for host in reading.hosts() if host not in parties]
                parties += (
                    visited[:1]
                    or self._implied(record, acting)
                    or other_state(reading, opening, parties)
                    or self._of_two_countries(record, parties)
                )
        return self._acting(list(dict.fromkeys(parties)), record)

    def _is_closed(self, sighting: Sighting) -> bool:
        named = self.reading.named_in(*sighting.sentence)
        unknown = self.reading.unknown_in(*sighting.sentence)
        between = is_between_strangers(self.reading.text, sighting, named, self.reading.wording, unknown)
        return between or self._of_two_strangers(sighting, named, unknown)

    def _of_two_strangers(self, sighting: Sighting, named: Sequence[Named], unknown: Sequence[Named]) -> bool:
        """«Самрук-Энерго и POSCO подписали меморандум»: two bodies without an entry side by side, and no state, did it."""
        text, cue = self.reading.text, sighting.cue
        before = [one for one in unknown if one.type == "ORG" and cue is not None and one.end <= cue[0]]
        joined = any(_AND_BODY.fullmatch(text, one.end, other.start) is not None for one, other in pairwise(before))
        return joined and not any(before[0].start <= one.start < before[-1].end for one in named)

    def _speaking(self, record: Record) -> set[str]:
        return {one.party for sighting in record.sightings for one in self.reading.speakers_in(sighting.sentence)}

    @staticmethod
    def _is_in_name(one: Named, record: Record) -> bool:
        return any(sighting.phrase[0] <= one.start < sighting.phrase[1] for sighting in record.sightings)

    def _implied(self, record: Record, acting: Sequence[str]) -> list[str]:
        """The other side of a state by where it signed, and that of a bank of many states by the only state of the text."""
        actors = self.reading.knowledge.actors
        if all(actors[party].type == "country" for party in acting):
            return self._place_of_signing(record) or self._of_counterpart(record, acting)
        states = self.reading.states
        return states if len(states) == 1 and all(is_bloc(actors[party]) for party in acting) else []

    def _of_two_countries(self, record: Record, parties: Sequence[str]) -> list[str]:
        """«Икки давлат вазирлари»: the other of the only state that a text of the region names is the readers' own."""
        reading = self.reading
        home = HOMES.get(reading.article.language)
        of_two = any(OF_COUNTRIES.search(reading.text, *one.sentence) for one in record.sightings)
        return (
            [home]
            if home is not None and of_two and len(reading.states) == 1 and set(reading.states) == set(parties) - {home}
            else []
        )

    def _of_counterpart(self, record: Record, acting: Sequence[str]) -> list[str]:
        """«Министр А и её катарский коллега подписали соглашение»: the only other state of the text is that of the minister."""
        if not _COUNTERPART.search(self.reading.text, *record.sightings[0].sentence):
            return []
        others = [party for party in self.reading.states if party not in acting]
        return others if len(others) == 1 else []

    def _place_of_signing(self, record: Record) -> list[str]:
        """«Соглашение с Узбекистаном подписано в Москве»: the state of the capital, if the text speaks of it."""
        place = self.reading.knowledge.actors.get(record.place or "")
        signed = any(sighting.status == "signed" for sighting in record.sightings)
        home = place.metonym_of if place is not None and signed else None
        return [home] if home is not None and home in self.reading.counts else []

    def _parties_of_known(self, record: Record, known: KnownAgreement) -> list[str]:
        """Those whom the sentences give; else all that the text names; a text that leaves out who they are means all."""
        actors = self.reading.knowledge.actors
        homes = {actors[party].country for party in known.parties if party not in record.parties} - {None}
        explicit = [party for party in record.parties if party in known.parties or actors[party].country in homes]
        of_bloc = bool(record.parties) and not explicit and all(is_bloc(actors[party]) for party in record.parties)
        if len(explicit) >= TWO_SIDES or of_bloc:
            return explicit or list(record.parties)
        told = [party for party in known.parties if party in self.reading.counts]
        return told if len(told) >= TWO_SIDES else list(known.parties)

    def _acting(self, parties: list[str], record: Record) -> list[str]:
        """Without a state that only its people's names stand for where they signed for a company or body of that state."""
        reading = self.reading
        actors = reading.knowledge.actors
        bodies = {actors[party].country for party in parties if actors[party].type in ("company", "organisation")}
        spans = dict.fromkeys(sighting.sentence for sighting in record.sightings)
        told = (one for span in spans for one in (*reading.named_in(*span), *reading.peoples_in(*span)))
        said = {one.party for one in told if one.type != "PER"}
        return [
            party for party in parties if party in said or actors[party].type != "country" or actors[party].country not in bodies
        ]

    def _summit(self, record: Record, *, fresh: bool) -> str | None:
        if record.known is not None:
            return record.known.summit
        if not fresh:
            return None
        for sighting in record.sightings:
            low, high = self.reading.folded.raw_span(*sighting.sentence)
            for summit in self.reading.article.summits:
                if low <= summit.start < high and summit.summit:
                    return summit.summit
        return None

    @staticmethod
    def _day(known: KnownAgreement | None, status: Status) -> str | None:
        if known is None:
            return None
        return next((one.date for one in known.statuses if one.status == status and one.date), None)

    def _key(self, record: Record, parties: Sequence[str], day: str | None, span: tuple[int, int]) -> str:
        reading = self.reading
        words = [
            word
            for word in reading.text[slice(*span)].split()
            if len(word) > 3 and not STOP.match(word) and not reading.wording.nouns.match(word)
        ]
        subject = "-".join(dict.fromkeys(name_key(word)[:8].replace(" ", "-") for word in words[:_KEY_WORDS]))
        year = day[:4] if day else (str(reading.published.year) if reading.published and any(record.fresh) else "")
        return f"~{record.instrument}:{'+'.join(sorted(parties)[:8])}:{subject}:{year}"
