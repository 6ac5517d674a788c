"""Finds agreements: what was signed, planned, ratified or refused, by whom, and who says so.

One agreement is one record however often the text speaks of it; each place is evidence and each speaker's word a claim. An
agreement of the knowledge keeps its id, any other gets a provisional key (``~instrument:parties:subject:year``) that the store
matches with what it holds.
"""

from __future__ import annotations

import dataclasses
import re
from itertools import islice

from c5watch.article import Article, Mention
from c5watch.knowledge import Knowledge, KnownAgreement
from pipelines.agreement_joining import JOINED_WORD, joinings
from pipelines.agreement_known import OWN_SUBJECT, Words, alike, choose, fits, known_agreements
from pipelines.agreement_named import Named, is_place
from pipelines.agreement_parties import explicit_parties
from pipelines.agreement_reading import Sighting, may_speak_of_agreements, read_sightings, wording_of
from pipelines.agreement_record import Record, Teller
from pipelines.agreement_speakers import without_speakers
from pipelines.agreement_text import YEAR, AgreementText

_MAX_RECORDS = 60
_MAX_SIGHTINGS = 400
_BESIDE = 40  # characters between an agreement word and the first of its companies
_PAIR = 2
_BESIDE_NOUN = 25  # characters: a word or two
# «два заявления – по экономическому сотрудничеству и по культурному наследию»
_ABOUT = re.compile(r"[»\"”]?\s*[–—:-]\s*(?:оид ба|по|об?|on|туралы|жөнүндө|haqida) [^.;\n]{3,160}")
_SEVERAL = re.compile(r"(?:ия|ы|и|ства|s|ства с)$|партнерств")
_LAW = re.compile(
    r"(?<!\w)(?:закон\w{0,4}(?!\w)|законопроект\w*|указ\w{0,2}(?!\w)|постановлени\w+|распоряжени\w+|кодекс\w*|приказ\w*)"
)
_LAW_BEFORE = 250
_PRONOUN = re.compile(r"(?<!\w)(?:он|она|они|he|she|they)(?!\w)")
_ALSO_DOMESTIC = frozenset({"roadmap", "protocol"})  # what a government also makes for itself
_JOINTLY = re.compile(
    r"(?<!\w)(?:подписали|заключили|парафировали|завизировали|совместн|сотруднич|взаим|межправ|межгос|партнер|joint|bilateral|cooperat|mutual|partner|бірлес|ынтымақтас|"
    r"биргелеш|кызматташ|qo'shma|hamkor|қўшма|ҳамкор|муштарак|bilelik|hyzmatdaş)"
)
_BUSINESS = frozenset({"contract", "treaty", "agreement", "other"})
_LOCAL = re.compile(
    r"(?<!\w)(?:мэри[ияюе]|акимат|хокимият|хукумат|айыл окмот|подрядчик|арендатор|застройщик|поставщик|пациент|квартир|пассажир|"
    r"mayor|municipal|city hall|contractor|tenant|landlord|supplier|әкімдік|мердігер|мэрия|подрядчы|hokimlik|pudratchi|"
    r"ҳокимлик|пудратчи|häkimlik)"
)
# "lent to a developer in the state": the borrower is the company.
_BORROWER = re.compile(
    r"(?<!\w)(?:developer|company|companies|firm|operator|producer|farmer|bank|компани[ияюей]{1,2}|застройщик\w*|производител\w+|"
    r"банк\w{0,2}|предприяти\w+|фермер\w*) (?:in|from|of|в|из) (?:the )?$"
)
_PAPERS = frozenset({"mou", "protocol", "declaration", "roadmap", "financing"})
_NEVER_DOMESTIC = frozenset({"financing", "mou", "declaration", "treaty"})  # one side named is enough


def find_agreements(article: Article, knowledge: Knowledge) -> Article:
    """The article with a record for each agreement that it speaks of."""
    wording = wording_of(article.language, article.script)
    if wording is None:
        return article
    reading = AgreementText(article, knowledge, wording)
    if not may_speak_of_agreements(reading.text, wording) and not JOINED_WORD.search(reading.text):
        return article
    reading.prepare()
    records = _Gatherer(reading).records()
    teller = Teller(reading)
    return dataclasses.replace(article, agreements=tuple(teller.tell(record) for record in records[:_MAX_RECORDS]))


def _differ(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two agreements are of different subjects; a word or none says too little."""
    return len(one) >= _PAIR and len(other) >= _PAIR and not one & other


def _is_paper_of(project: KnownAgreement, sighting: Sighting) -> bool:
    """Whether a memorandum, loan or protocol is spoken of beside a project, which is followed by its name alone."""
    return project.instrument == "other" and sighting.instrument in _PAPERS


class _Gatherer:
    """Brings the places of one article that speak of one agreement together."""

    def __init__(self, reading: AgreementText) -> None:
        self.reading = reading

    def records(self) -> list[Record]:
        """All records, in the order of the text; those without a name only where no other is there."""
        reading = self.reading
        records: list[Record] = []
        for sighting in islice(read_sightings(reading.text, reading.spans, reading.wording), _MAX_SIGHTINGS):
            for one, parties in self._coordinated(sighting):
                self._take(records, one, parties)
        taken = [sighting for record in records for sighting in record.sightings]
        for one, parties in joinings(self.reading, taken):
            self._take(records, one, parties)
        named = [record for record in records if not record.generic]
        sides = {party for record in named for party in (record.known.parties if record.known else record.parties)}
        # A document without a name is one that the text names, unless other sides concluded it.
        kept = [
            record
            for record in records
            if not named or not record.generic or (sides and len(record.parties) >= _PAIR and not sides & set(record.parties))
        ]
        return [record for record in kept if self._stands(record)]

    def _coordinated(self, sighting: Sighting) -> list[tuple[Sighting, list[str]]]:
        """«Соглашения с John Deere, Chevron» are two: one sighting for each company of the chain."""
        reading = self.reading
        speaking = reading.speakers_in(sighting.sentence)
        here = without_speakers(reading.text, reading.named_in(*sighting.sentence), speaking, sighting, reading.wording)
        parties = explicit_parties(reading.text, sighting, here, reading.wording)
        if len(parties) < 2:
            pair = [one.party for one in reading.peoples_in(sighting.phrase[0] - 40, sighting.phrase[1])]
            parties += [party for party in dict.fromkeys(pair) if party not in parties and len(set(pair)) >= 2]
        behind = reading.named_in(sighting.end, sighting.zone[1])
        companies = [one for one in behind if one.party in parties and reading.knowledge.actors[one.party].type == "company"]
        if companies and companies[0].start - sighting.end > _BESIDE:
            companies = []
        if len(companies) >= 2 and _SEVERAL.search(reading.text[sighting.start : sighting.end].strip()):
            others = [party for party in parties if party not in {one.party for one in companies}]
            result = []
            for number, one in enumerate(companies):
                start = sighting.phrase[0] if not number else one.start
                copy = dataclasses.replace(
                    sighting, phrase=(start, one.end), subject=frozenset({one.party[:6]}), members=(one.party,), generic=False
                )
                result.append((copy, [*others, one.party]))
            return result
        return [(sighting, self._with_subject(sighting, parties))]

    def _with_subject(self, sighting: Sighting, parties: list[str]) -> list[str]:
        """«Страна подписала протокол с Австралией»: the state that acts is the one named before."""
        reading = self.reading
        wording = reading.wording
        if not parties or wording.subject_first or sighting.status is None or sighting.item or sighting.accession:
            return parties
        low, high = sighting.sentence
        if len(parties) == 1 and _PRONOUN.search(reading.text, low, sighting.start):
            near = [party for party in reading.states_before(low) if party not in parties]
            return [*near[:1], *parties]
        ahead = [
            one
            for one in (*reading.named_in(low, sighting.start), *reading.peoples_in(low, sighting.end))
            if one not in reading.speakers_in(sighting.sentence)
        ]
        paired = wording.between.search(reading.text, sighting.end, high)
        if ahead or paired or not wording.beside.search(reading.text, sighting.end, high):
            return parties
        near = [party for party in reading.states_before(low) or reading.leading() if party not in parties]
        return [*near[:1], *parties]

    def _take(self, records: list[Record], sighting: Sighting, parties: list[str]) -> None:
        if sighting.pledge:
            parties = self._bound(sighting, parties)
            if len(parties) < _PAIR or (sighting.status == "signed" and not self.reading.is_fresh(sighting)):
                return
        if sighting.status is None and sighting.instrument == "declaration" and self.reading.is_headline(sighting):
            sighting = dataclasses.replace(sighting, status="signed")  # a text headed «Совместное заявление» is that statement
        known = None if sighting.pledge else self._known(sighting, parties)
        bare = known is None and (not sighting.subject or sighting.generic)
        if bare and sighting.status is None:
            told = self._last_alike(records, sighting, parties)
            if told is not None and told.known is None and len(told.parties) < _PAIR <= len(parties):
                told.parties = list(dict.fromkeys([*told.parties, *parties]))
            return
        record = self._same(records, sighting, parties, known, bare=bare)
        if record is None:
            if known is None and not self._may_open(sighting, parties):
                return
            record = Record(
                known, known.instrument if known else sighting.instrument, sighting.subject, sighting.phrase, generic=bare
            )
            records.append(record)
        elif record.known is None and known is not None:
            record.known, record.instrument, record.phrase = known, known.instrument, sighting.phrase
        if not bare and record.generic:
            record.generic, record.phrase, record.subject = False, sighting.phrase, sighting.subject
        if not bare and record.known is None and record.sightings and all(map(self.reading.is_headline, record.sightings)):
            record.phrase, record.subject = sighting.phrase, sighting.subject  # a headline says in short what the text names
            record.instrument = sighting.instrument if record.instrument == "agreement" else record.instrument
        if record.instrument == "other" and sighting.instrument != "other" and record.known is None:
            record.instrument = sighting.instrument
        record.sightings.append(sighting)
        record.fresh.append(self.reading.is_fresh(sighting))
        record.parties = list(dict.fromkeys([*record.parties, *parties]))
        self._details(record, sighting)

    def _bound(self, sighting: Sighting, parties: list[str]) -> list[str]:
        """Who is bound by a promise: «стороны» are those named before, and money has a giver and a taker."""
        reading = self.reading
        low, high = sighting.sentence
        if sighting.instrument == "financing":
            actors = reading.knowledge.actors
            here = [
                one
                for one in reading.named_in(low, high)
                if one.type != "PER"
                and one not in reading.speakers_in(sighting.sentence)
                and not _BORROWER.search(reading.text, low, one.start)
            ]
            states = [one for one in here if actors[one.party].type == "country"]
            if len(states) == len(here):  # a state lends to another; a bank lends to a state or for what is in it
                here = states = [one for one in states if not is_place(reading.text, one, reading.wording)]
            if here and not states:  # «банк қазақстандық жобаға қаржы бөледі»
                names = {one.start for one in reading.named_in(low, high)}  # «Kyrgyz» is no adjective within «Kyrgyzstan»
                states = [one for one in reading.peoples_in(low, high) if one.start not in names][:1]
                here = [*here, *states]
            return list(dict.fromkeys(one.party for one in here)) if states else []
        if len(parties) < _PAIR and reading.wording.sides.search(reading.text, low, sighting.start):
            return list(dict.fromkeys([*parties, *reading.parties_near(sighting)]))
        return parties

    def _known(self, sighting: Sighting, parties: list[str]) -> KnownAgreement | None:
        reading = self.reading
        names = known_agreements(reading.knowledge)
        sentence = reading.text[slice(*sighting.sentence)]
        low, high = sighting.sentence
        beside = {one.party for one in (*reading.named_in(low, high), *reading.peoples_in(low, high))} | set(parties)
        words = self._words(sighting)
        # «соглашение о расширенном партнерстве с Таджикистаном» is not that with Uzbekistan
        partners = {
            one.party for one in reading.named_in(sighting.end, sighting.phrase[1]) if one.party in parties and one.type == "LOC"
        }
        years = {int(year) for year in YEAR.findall(sentence)}
        candidates: dict[str, tuple[KnownAgreement, float]] = {
            identity: found
            for identity, found in names.named(words, reading.field, beside).items()
            if fits(found[0], reading.counts, reading.published, years, reading.knowledge, keyword=False)
            and partners <= set(found[0].parties or partners)
            and not _is_paper_of(found[0], sighting)
        }
        if not candidates:
            own_subject = len(words.phrase) > OWN_SUBJECT
            candidates = {one.id: (one, 1.0) for one in self._pointed(sighting, parties, years, own_subject=own_subject)}
        if candidates:
            return choose(candidates, beside, reading.counts, reading.published, sighting.instrument)
        if sighting.status is None or not names.may_be_of(beside):
            return None
        days = {day.isoformat() for day in reading.days(low, high)}
        found = names.signed_on(days.pop(), beside) if len(days) == 1 else None
        return found if found is not None and alike(found.instrument, sighting.instrument, accession=sighting.accession) else None

    def _words(self, sighting: Sighting) -> Words:
        reading = self.reading
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

    def _pointed(self, sighting: Sighting, parties: list[str], years: set[int], *, own_subject: bool) -> list[KnownAgreement]:
        """Agreements that a keyword or a company beside the agreement word points to."""
        reading = self.reading
        low, high = sighting.phrase if sighting.members or own_subject else sighting.zone
        pointed = known_agreements(reading.knowledge).by_keyword(reading.text[low:high])
        beside = [one.party for one in reading.named_in(low, high) if one.party in parties]
        companies = [party for party in beside if reading.knowledge.actors[party].type == "company"]
        for member in dict.fromkeys([*sighting.members, *companies]):
            pointed |= {one.id: one for one in reading.knowledge.agreements.values() if self._is_of_company(one, member)}
        return [
            agreement
            for agreement in pointed.values()
            if fits(agreement, reading.counts, reading.published, years, reading.knowledge, keyword=True)
            and not (set(companies) - set(agreement.parties) - set(sighting.members))
            and (not sighting.members or set(sighting.members) & set(agreement.parties))
            and alike(agreement.instrument, sighting.instrument, accession=sighting.accession)
            and not _is_paper_of(agreement, sighting)
        ]

    def _is_of_company(self, agreement: KnownAgreement, company: str) -> bool:
        """Whether a company's name points to an agreement: it is a party, and so is no company that the article does not name."""
        actors, counts = self.reading.knowledge.actors, self.reading.counts
        return company in agreement.parties and all(actors[one].type != "company" or one in counts for one in agreement.parties)

    def _same(  # noqa: C901 - the ways in which two places can mean one agreement, in the order they are tried
        self, records: list[Record], sighting: Sighting, parties: list[str], known: KnownAgreement | None, *, bare: bool
    ) -> Record | None:
        if known is not None:
            found = next((record for record in records if record.known is known), None)
            if found is not None:
                return found
        if bare and not sighting.item:
            return self._last_alike(records, sighting, parties)
        if known is None and not parties and not sighting.item:
            for record in reversed(records):
                other_document = record.generic and record.instrument not in (sighting.instrument, "other")
                if (
                    alike(record.instrument, sighting.instrument)
                    and not other_document
                    and not _differ(record.subject, sighting.subject)
                ):
                    return record
        for record in records:
            if known is not None and record.known is not None:
                continue
            if (
                record.generic
                and not sighting.item
                and not self._conflict(record, parties)
                and record.instrument in (sighting.instrument, "other")
            ):
                return record
            shared = len(record.subject & sighting.subject)
            least = min(len(record.subject), len(sighting.subject))
            like = record.instrument == sighting.instrument or "other" in (record.instrument, sighting.instrument)
            if record.sightings[-1].sentence != sighting.sentence:
                like = like or alike(record.instrument, sighting.instrument)
            if (
                least
                and shared / least >= 0.5
                and like
                and not self._conflict(record, parties)
                and not (sighting.item and record.sightings[-1].item)
            ):
                return record
        if headed := self._headline_of(records, sighting, parties):
            return headed
        return self._last_alike(records, sighting, parties) if sighting.pointing and not sighting.item and known is None else None

    def _last_alike(self, records: list[Record], sighting: Sighting, parties: list[str]) -> Record | None:
        """What the bare word, or the word with a demonstrative, means: the last agreement of its kind told before."""
        for record in reversed(records):
            like = (
                record.instrument == sighting.instrument
                or sighting.instrument in ("other", "agreement")
                or record.instrument == "other"
                or (sighting.pointing and alike(record.instrument, sighting.instrument))
            )
            if like and not self._conflict(record, parties):
                return record
        return None

    def _headline_of(self, records: list[Record], sighting: Sighting, parties: list[str]) -> Record | None:
        """The one record of the headline, where the opening tells in other words what it told of the same parties."""
        if len(records) != 1 or sighting.item or sighting.sentence[0] >= self.reading.lead_end:
            return None
        (record,) = records
        own, given = set(record.parties), set(parties)
        headed = all(self.reading.is_headline(one) and one.status == sighting.status for one in record.sightings)
        same_sides = bool(own & given) and (own <= given or given <= own)
        opens = headed and not self.reading.is_headline(sighting) and record.known is None
        return record if opens and same_sides and alike(record.instrument, sighting.instrument) else None

    def _conflict(self, record: Record, parties: list[str]) -> bool:
        own = set(record.known.parties if record.known else record.parties)
        return bool(own and parties and not own & set(parties))

    def _may_open(self, sighting: Sighting, parties: list[str]) -> bool:
        """Whether a sighting of an unknown agreement is enough for a record."""
        reading = self.reading
        near = reading.parties_near(sighting)
        if self._is_no_agreement(sighting, parties, near):
            return False
        if not parties and not sighting.item and sighting.instrument == "contract" and not self._has_sides(sighting):
            return False  # whose contract it is, the sentence must say
        if parties or sighting.item or len(near) >= _PAIR:
            return not (sighting.generic and self._is_law(sighting))
        if sighting.generic or sighting.status in ("proposed", "negotiated"):
            return False
        if sighting.status in ("submitted", "ratified"):
            return True  # only what binds a state to another is ratified
        low, high = sighting.sentence
        return bool(near and sighting.instrument in _NEVER_DOMESTIC) or any(
            low <= start < high and self._may_be_side(start, mention) for start, mention in reading.mentioned
        )

    def _is_no_agreement(self, sighting: Sighting, parties: list[str], near: list[str]) -> bool:
        """Documents without a name that nobody signed, what is done under an agreement not told, local contracts, own plans."""
        unnamed = sighting.generic and not sighting.pledge
        if (unnamed and (sighting.past or sighting.status == "denied")) or (sighting.under and not parties):
            return True
        if sighting.status is None:
            actors = self.reading.knowledge.actors
            states = [party for party in parties if actors[party].type in ("country", "organisation")]
            return not sighting.subject or len(states) < _PAIR
        if len(parties) >= _PAIR or sighting.item:
            return False
        if (self._is_local(sighting) and len(near) < _PAIR) or (
            sighting.instrument == "contract" and sighting.status == "denied"
        ):
            return True
        if sighting.instrument in _ALSO_DOMESTIC and not self._has_sides(sighting):
            to_come = sighting.status in ("proposed", "negotiated", "announced")
            return sighting.instrument != "protocol" or len(near) < _PAIR or not to_come
        return False

    def _may_be_side(self, start: int, mention: Mention) -> bool:
        """Whether a name can be that of a side: an organisation or a state, no mere place."""
        reading = self.reading
        actor = reading.knowledge.actors.get(mention.actor or "")
        one = Named(mention.actor or "", start, start + len(mention.text), mention.type)
        return mention.type == "ORG" or (
            actor is not None
            and (actor.type == "country" or actor.metonym_of is not None)
            and not is_place(reading.text, one, reading.wording)
        )

    def _has_sides(self, sighting: Sighting) -> bool:
        """Whether a sentence speaks of more than one side of a plan or protocol."""
        text, (low, high) = self.reading.text, sighting.sentence
        wording = self.reading.wording
        bodies = {mention.text for start, mention in self.reading.mentioned if low <= start < high and mention.type == "ORG"}
        return len(bodies) >= _PAIR or any(
            pattern.search(text, low, high) for pattern in (wording.sides, wording.between, _JOINTLY)
        )

    def _is_local(self, sighting: Sighting) -> bool:
        """«Мэрия расторгла договор с подрядчиком»: no agreement of states or of companies that we follow."""
        return sighting.instrument in _BUSINESS and _LOCAL.search(self.reading.text, *sighting.sentence) is not None

    def _is_law(self, sighting: Sighting) -> bool:
        """«Президент подписал закон. Документ принят парламентом»: the document is a law."""
        low, high = sighting.sentence
        return _LAW.search(self.reading.text, max(0, low - _LAW_BEFORE), high) is not None

    def _details(self, record: Record, sighting: Sighting) -> None:
        reading = self.reading
        low, high = sighting.sentence
        start, stop = sighting.segment if sighting.item else sighting.sentence
        if record.amount is None:
            # Of several agreements in a sentence each has the sum that stands with it.
            alone = sighting.zone[0] <= low and high <= sighting.zone[1]
            record.amount = reading.amount(*((start, stop) if alone or sighting.item else sighting.zone), high)
        if record.date is None and sighting.status not in (None, "discussed", "proposed", "negotiated", "announced"):
            days = reading.days(low, high)
            if len(set(days)) == 1:
                record.date = days[0].isoformat()
        if record.place is None and sighting.status not in (None, "discussed"):
            record.place = reading.place(low, high)

    def _stands(self, record: Record) -> bool:
        if record.known is not None:
            return True
        return any(sighting.status is not None for sighting in record.sightings) or len(record.parties) >= 2
