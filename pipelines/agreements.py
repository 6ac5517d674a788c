"""Finds agreements: what was signed, planned, ratified or refused, by whom, and who says so.

One agreement is one record however often the text speaks of it; each place is evidence and each speaker's word a claim. An
agreement of the knowledge keeps its id, any other gets a provisional key (``~instrument:parties:subject:year``) that the store
matches with what it holds.
"""

from __future__ import annotations

import dataclasses
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice

from c5watch.article import Agreement, Amount, Article, Claim, Instrument, Span, Status, Voice
from c5watch.knowledge import Knowledge, KnownAgreement
from c5watch.search.analysis import analyze, field_of
from c5watch.text import Folded, fold_text, name_key, sentences
from pipelines.agreement_known import choose, fits, known_agreements, signed_on
from pipelines.agreement_parties import (
    Named,
    adjectives,
    expand_region,
    explicit_parties,
    is_bloc,
    leading_parties,
    lower,
    party_of,
    scope_of,
)
from pipelines.agreement_reading import Sighting, may_speak_of_agreements, read_sightings, wording_of
from pipelines.agreement_tables import STOP, Wording
from pipelines.datetext import clean, find_written_dates, month_of
from pipelines.money import Money, find_money

_WORD = re.compile(r"[^\W\d_]{3,}")
_MAX_RECORDS = 60
_MAX_SIGHTINGS = 400
_LONGEST_SENTENCE = 1500  # the work in a sentence grows with the square of its words
_BESIDE = 40  # characters between an agreement word and the first of its companies
_PAIR = 2
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
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
# What makes money before which they stand something else than the agreement's amount.
_NOT_VALUE = re.compile(
    r"товарооборот\w*|торговл\w+|выручк\w+|стоимост\w+ проекта|проект\w* (?:стоимостью|оценивает)|инвестици\w+ в проект|"
    r"бюджет\w*|прибыл\w+|ввп|экспорт\w*|импорт\w*|turnover|trade (?:reached|grew|between|stood)|revenue|project cost|"
    r"cost of the project|project (?:is )?(?:worth|valued)|gdp|exports?|imports?|тауар айналым|соода жүгүртүү|"
    r"tovar ayirboshlash|товар айирбошлаш|гардиши мол|söwda dolanyşyg|loyiha qiymati|лойиҳа қиймати|жоба құны|долбоордун баасы"
)
# How the next sentence tells the amount of what this one names.
_VALUE_NEXT = re.compile(
    r"\s*(?:общ\w+ )?(?:сумма|стоимость|объем|цена|сделка|контракт\w*|соглашени\w+|документ\w*|its value|(?:the )?total|"
    r"the (?:deal|agreement|contract|order|package)|оның құны|келісім құны|анын баасы|bitim qiymati|shartnoma qiymati|"
    r"битим қиймати|маблағи|bahasy)"
)
_TODAY = re.compile(
    r"(?<!\w)(?:сегодня|вчера|накануне|today|yesterday|бүгін|кеше|бүгүн|кечээ|bugun|kecha|бугун|кеча|имрӯз|дирӯз|"
    r"şu gün|düýn)(?!\w)"
)


@dataclass(slots=True)
class _Record:
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
    others: bool = False


def find_agreements(article: Article, knowledge: Knowledge) -> Article:
    """The article with a record for each agreement that it speaks of."""
    wording = wording_of(article.language, article.script)
    if wording is None:
        return article
    reader = _Reader(article, knowledge, wording)
    if not may_speak_of_agreements(reader.text, wording) and not _JOINED_WORD.search(reader.text):
        return article
    reader.prepare()
    records = reader.records()
    return dataclasses.replace(article, agreements=tuple(reader.finish(record) for record in records[:_MAX_RECORDS]))


_LAW = re.compile(
    r"(?<!\w)(?:закон\w{0,4}(?!\w)|законопроект\w*|указ\w{0,2}(?!\w)|постановлени\w+|распоряжени\w+|кодекс\w*|приказ\w*)"
)
_LAW_BEFORE = 250
_JOINED_WORD = re.compile(r"вступ(?:ил|ить|ит|ят|лени)|join|acce(?:de|ssion)")
_JOINED = re.compile(
    r"(?<!\w)(?:(?P<done>вступил\w*|joined|acceded to)|вступ(?:ить|ит|ят|лени\w+)|join(?:ing)?|accede to|accession to)\s+"
    r"(?:в\s+)?(?:состав\s+)?(?:the\s+)?[«\"“]?$"
)
_JOINED_BEFORE = 45
_BETWEEN_STATES = frozenset({"treaty", "declaration", "agreement", "protocol"})
_OF_ITS_OWN = frozenset({"declaration", "roadmap", "protocol", "accession"})


def _alike(one: Instrument, other: Instrument, *, accession: bool = False) -> bool:
    """Newsrooms mix up contracts, agreements and memoranda; a declaration is never called a contract."""
    return one in (other, "accession") or accession or "other" in (one, other) or not {one, other} & _OF_ITS_OWN


def _parts(start: int, end: int) -> list[tuple[int, int]]:
    """A sentence, cut where it is no sentence any more."""
    return [(place, min(end, place + _LONGEST_SENTENCE)) for place in range(start, end, _LONGEST_SENTENCE)]


class _Reader:
    """One article being read for agreements; offsets are those of the folded text until `finish`."""

    def __init__(self, article: Article, knowledge: Knowledge, wording: Wording) -> None:
        self.article, self.knowledge, self.wording = article, knowledge, wording
        self.folded: Folded = fold_text(article.text)
        self.text = lower(self.folded.text)

    def prepare(self) -> None:
        """What costs time, for a text that has agreement words."""
        self._back = self._raw_starts()
        self.spans = [part for span in sentences(self.folded.text) for part in _parts(span.start, span.end)]
        self.starts = [start for start, _ in self.spans]
        self.field = field_of(self.article.language, self.article.script)
        published = self.article.published_at
        self.published: date | None = published.date() if isinstance(published, datetime) else published
        self.mentioned = [(self._back(mention.start), mention) for mention in self.article.mentions]
        self.named = self._named()
        self.peoples = adjectives(self.text, self.knowledge)
        self.counts = Counter([*(one.party for one in self.named), *(one.party for one in self.peoples)])
        self.lead_end = self.spans[min(2, len(self.spans) - 1)][1] if self.spans else 0

    def _named(self) -> list[Named]:
        back = self._back
        result = []
        for mention in self.article.mentions:
            actor = self.knowledge.actors.get(mention.actor or "")
            if actor is None:
                continue
            party = "central-asia" if actor.id == "central-asia" else party_of(actor, self.knowledge)
            if party is not None:
                result.append(Named(party, back(mention.start), back(mention.end), mention.type))
        return expand_region(self.text, sorted(result, key=lambda one: one.start))

    def _raw_starts(self) -> Callable[[int], int]:
        """From a place in the page's text to the folded one."""
        if len(self.folded.text) == len(self.article.text):
            return lambda place: place
        starts = [self.folded.raw_span(place, place + 1)[0] for place in range(len(self.folded.text))]
        return lambda place: bisect_left(starts, place)

    def records(self) -> list[_Record]:
        """All records, in the order of the text; those without a name only where no other is there."""
        records: list[_Record] = []
        for sighting in islice(read_sightings(self.text, self.spans, self.wording), _MAX_SIGHTINGS):
            for one, parties in self._coordinated(sighting):
                self._take(records, one, parties)
        for one, parties in self._joinings():
            self._take(records, one, parties)
        named = [record for record in records if not record.generic]
        kept = named or records
        return [record for record in kept if self._stands(record)]

    def _coordinated(self, sighting: Sighting) -> list[tuple[Sighting, list[str]]]:
        """«Соглашения с John Deere, Chevron» are two: one sighting for each company of the chain."""
        parties = explicit_parties(self.text, sighting, self.named, self.wording)
        if len(parties) < 2:
            pair = [one.party for one in self.peoples if sighting.phrase[0] - 40 <= one.start < sighting.phrase[1]]
            parties += [party for party in dict.fromkeys(pair) if party not in parties and len(set(pair)) >= 2]
        behind = [one for one in self.named if sighting.end <= one.start < sighting.zone[1]]
        companies = [one for one in behind if one.party in parties and self.knowledge.actors[one.party].type == "company"]
        if companies and companies[0].start - sighting.end > _BESIDE:
            companies = []
        plural = bool(re.search(r"(?:ия|ы|и|ства|s|ства с)$|партнерств", self.text[sighting.start : sighting.end].strip()))
        if len(companies) >= 2 and plural:
            others = [party for party in parties if party not in {one.party for one in companies}]
            result = []
            for number, one in enumerate(companies):
                start = sighting.phrase[0] if not number else one.start
                copy = dataclasses.replace(
                    sighting, phrase=(start, one.end), subject=frozenset({one.party[:6]}), members=(one.party,), generic=False
                )
                result.append((copy, [*others, one.party]))
            return result
        return [(sighting, parties)]

    def _take(self, records: list[_Record], sighting: Sighting, parties: list[str]) -> None:
        if sighting.pledge and len(parties) < _PAIR:
            return
        known = None if sighting.pledge else self._known(sighting, parties)
        bare = known is None and (not sighting.subject or sighting.generic)
        if bare and sighting.status is None:
            return
        record = self._same(records, sighting, parties, known, bare=bare)
        if record is None:
            if known is None and not self._may_open(sighting, parties):
                return
            record = _Record(
                known, known.instrument if known else sighting.instrument, sighting.subject, sighting.phrase, generic=bare
            )
            records.append(record)
        elif record.known is None and known is not None:
            record.known, record.instrument, record.phrase = known, known.instrument, sighting.phrase
        if not bare and record.generic:
            record.generic, record.phrase, record.subject = False, sighting.phrase, sighting.subject
        if record.instrument == "other" and sighting.instrument != "other" and record.known is None:
            record.instrument = sighting.instrument
        record.sightings.append(sighting)
        record.fresh.append(self._is_fresh(sighting))
        record.parties = list(dict.fromkeys([*record.parties, *parties]))
        self._details(record, sighting)

    def _known(self, sighting: Sighting, parties: list[str]) -> KnownAgreement | None:
        low, high = sighting.phrase
        names = known_agreements(self.knowledge)
        phrase = self.text[low:high]
        sentence = self.text[slice(*sighting.sentence)]
        low, high = sighting.sentence
        beside = {one.party for one in (*self.named, *self.peoples) if low <= one.start < high} | set(parties)
        terms = {token.term for token in analyze(phrase, self.field)}
        around = (
            terms if sighting.members else terms | {token.term for token in analyze(self.text[slice(*sighting.zone)], self.field)}
        )
        years = {int(year) for year in _YEAR.findall(sentence)}
        candidates: dict[str, tuple[KnownAgreement, float]] = {
            identity: found
            for identity, found in names.named(terms, self.field, around, beside).items()
            if fits(found[0], self.counts, self.published, years, self.knowledge, keyword=False)
        }
        if not candidates:
            candidates = {agreement.id: (agreement, 1.0) for agreement in self._pointed(sighting, parties, years)}
        if candidates:
            return choose(candidates, beside, self.counts, self.published, accession=sighting.accession)
        days = {day.isoformat() for day in self._days(sentence)}
        found = signed_on(days.pop(), beside, self.knowledge) if len(days) == 1 and sighting.status else None
        return (
            found if found is not None and _alike(found.instrument, sighting.instrument, accession=sighting.accession) else None
        )

    def _pointed(self, sighting: Sighting, parties: list[str], years: set[int]) -> list[KnownAgreement]:
        """Agreements that a keyword or a company beside the agreement word points to."""
        low, high = sighting.phrase if sighting.members else sighting.zone
        pointed = known_agreements(self.knowledge).by_keyword(self.text[low:high])
        beside = [one.party for one in self.named if low <= one.start < high and one.party in parties]
        companies = [party for party in beside if self.knowledge.actors[party].type == "company"]
        for member in dict.fromkeys([*sighting.members, *companies]):
            pointed |= {one.id: one for one in self.knowledge.agreements.values() if member in one.parties}
        return [
            agreement
            for agreement in pointed.values()
            if fits(agreement, self.counts, self.published, years, self.knowledge, keyword=True)
            and (not sighting.members or set(sighting.members) & set(agreement.parties))
            and _alike(agreement.instrument, sighting.instrument, accession=sighting.accession)
        ]

    def _same(  # noqa: C901 - the ways in which two places can mean one agreement, in the order they are tried
        self, records: list[_Record], sighting: Sighting, parties: list[str], known: KnownAgreement | None, *, bare: bool
    ) -> _Record | None:
        if known is not None:
            found = next((record for record in records if record.known is known), None)
            if found is not None:
                return found
        if bare and not sighting.item:
            for record in reversed(records):
                alike = (
                    record.instrument == sighting.instrument
                    or sighting.instrument in ("other", "agreement")
                    or record.instrument == "other"
                )
                if alike and not self._conflict(record, parties):
                    return record
            return None
        if known is None and not parties and not sighting.item:
            for record in reversed(records):
                if _alike(record.instrument, sighting.instrument):
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
            alike = record.instrument == sighting.instrument or "other" in (record.instrument, sighting.instrument)
            if (
                least
                and shared / least >= 0.5
                and alike
                and not self._conflict(record, parties)
                and not (sighting.item and record.sightings[-1].item)
            ):
                return record
        return None

    def _conflict(self, record: _Record, parties: list[str]) -> bool:
        own = set(record.known.parties if record.known else record.parties)
        return bool(own and parties and not own & set(parties))

    def _may_open(self, sighting: Sighting, parties: list[str]) -> bool:
        """Whether a sighting of an unknown agreement is enough for a record."""
        if sighting.generic and (sighting.past or sighting.status == "denied"):
            return False
        if sighting.status is None:
            states = [party for party in parties if self.knowledge.actors[party].type in ("country", "organisation")]
            return bool(sighting.subject) and len(states) >= 2
        if sighting.status in ("proposed", "negotiated") and not parties:
            return False
        if parties or sighting.item:
            return not (sighting.generic and self._is_law(sighting))
        low, high = sighting.sentence
        if len(leading_parties(self.text, self.named, self.knowledge, self.wording, max(self.lead_end, high))) >= _PAIR:
            return not (sighting.generic and self._is_law(sighting))
        if sighting.generic:
            return False
        return any(low <= start < high and mention.type in ("ORG", "LOC") for start, mention in self.mentioned)

    def _is_law(self, sighting: Sighting) -> bool:
        """«Президент подписал закон. Документ принят парламентом»: the document is a law."""
        low, high = sighting.sentence
        return _LAW.search(self.text, max(0, low - _LAW_BEFORE), high) is not None

    def _joinings(self) -> Iterator[tuple[Sighting, list[str]]]:
        """«Узбекистан вступит в ВТО»: an agreement without an agreement word, told by what is joined."""
        for one in self.named:
            actor = self.knowledge.actors[one.party]
            if not is_bloc(actor) or not (joined := _JOINED.search(self.text, max(0, one.start - _JOINED_BEFORE), one.start)):
                continue
            low, high = next(((a, b) for a, b in self.spans if a <= one.start < b), (one.start, one.end))
            states = [other.party for other in self.named if low <= other.start < joined.start()]
            states = [party for party in dict.fromkeys(states) if self.knowledge.actors[party].type == "country"]
            if joined.start() < low or not states:
                continue
            place = joined.start(), one.end
            sighting = Sighting(
                instrument="accession",
                start=joined.start(),
                end=one.end,
                phrase=place,
                sentence=(low, high),
                segment=(low, high),
                zone=place,
                status="signed" if joined["done"] else "announced",
                cue=place,
                subject=frozenset({one.party[:6]}),
            )
            yield sighting, [*states, one.party]

    def _is_fresh(self, sighting: Sighting) -> bool:
        if sighting.status in (None, "discussed"):
            return False
        low, high = sighting.sentence
        sentence = self.text[low:high]
        if sighting.past and not _TODAY.search(sentence):
            return False
        if self.published is None:
            return True
        if any(
            int(year) < self.published.year - (self.published.month == 1) for year in _YEAR.findall(sentence)
        ) and sighting.status in (
            "signed",
            "ratified",
            "in_force",
            "ended",
        ):
            return False
        if sighting.status == "signed" and not self._month_is_near(sentence):
            return False
        return all(self.published - day <= timedelta(days=45) for day in self._days(sentence))

    def _month_is_near(self, sentence: str) -> bool:
        """Whether every month that the sentence names without a day may be that of the news («в апреле» in November is not)."""
        if self.published is None:
            return True
        months = {month for word in _WORD.findall(sentence) if (month := month_of(word)) is not None}
        near = {(self.published.month - 2) % 12 + 1, self.published.month, self.published.month % 12 + 1}
        return not months or bool(months & near)

    def _days(self, sentence: str) -> list[date]:
        if not any(character.isdigit() for character in sentence):
            return []
        reference = datetime.combine(self.published, time(12), UTC) if self.published else datetime(2000, 1, 1, tzinfo=UTC)
        found = find_written_dates(clean(sentence)[:400], reference, UTC)
        values = [one for one in found if self.published or one.has_year]
        return [one.value.date() if isinstance(one.value, datetime) else one.value for one in values]

    def _details(self, record: _Record, sighting: Sighting) -> None:
        low, high = sighting.sentence
        start, stop = sighting.segment if sighting.item else sighting.sentence
        if record.amount is None:
            record.amount = self._amount(start, stop, high)
        if record.date is None and sighting.status not in (None, "discussed", "proposed", "negotiated", "announced"):
            days = self._days(self.text[low:high])
            if len(set(days)) == 1:
                record.date = days[0].isoformat()
        if record.place is None and sighting.status not in (None, "discussed"):
            record.place = self._place(low, high)

    def _amount(self, start: int, stop: int, sentence_end: int) -> Amount | None:
        stretch = self.text[start:stop]
        for money in find_money(stretch):
            if self._is_value(stretch, money):
                return money.amount
        number = bisect_right(self.starts, sentence_end)
        if stop == sentence_end and number < len(self.spans):
            following = self.text[self.spans[number][0] : self.spans[number][1]]
            if _VALUE_NEXT.match(following):
                return next((money.amount for money in find_money(following) if self._is_value(following, money)), None)
        return None

    @staticmethod
    def _is_value(stretch: str, money: Money) -> bool:
        return _NOT_VALUE.search(stretch, max(0, money.start - 70), money.start) is None

    def _place(self, low: int, high: int) -> str | None:
        for start, mention in self.mentioned:
            if low <= start < high:
                actor = self.knowledge.actors.get(mention.actor or "")
                if actor is not None and actor.type == "place":
                    return actor.id
        return None

    def _stands(self, record: _Record) -> bool:
        if record.known is not None:
            return True
        return any(sighting.status is not None for sighting in record.sightings) or len(record.parties) >= 2

    def finish(self, record: _Record) -> Agreement:
        """The record in the words of the public JSON."""
        claims = self._claims(record)
        status = self._status(claims)
        parties = self._parties(record)
        known = record.known
        fresh = any(
            fresh and (s.status or "discussed") == status for s, fresh in zip(record.sightings, record.fresh, strict=True)
        )
        evidence = tuple(dict.fromkeys(self._span(s) for s in record.sightings))
        start, end = self.folded.raw_span(*record.phrase)
        name = " ".join(self.article.text[start:end].split()).strip(' «»"“”,.;:–—-')
        summit = self._summit(record, fresh=fresh)
        day = record.date or self._day(known, status)
        return Agreement(
            agreement=known.id if known else self._key(record, parties, day),
            name=name[:200],
            instrument=record.instrument,
            scope=known.scope if known else scope_of(parties, self.knowledge, others=record.others),
            status=status,
            fresh=fresh,
            voice=self.article.voice_at(evidence[0].start),
            parties=tuple(parties),
            amount=record.amount,
            date=day,
            place=record.place or (known.place if known else None),
            summit=summit,
            claims=claims,
            evidence=evidence,
        )

    def _span(self, sighting: Sighting) -> Span:
        start, end = self.folded.raw_span(*sighting.phrase)
        return Span(start=start, end=end)

    def _claims(self, record: _Record) -> tuple[Claim, ...]:
        claims: dict[tuple[Status, Voice, str | None], Claim] = {}
        for sighting in record.sightings:
            span = self._span(sighting)
            voice = self.article.voice_at(span.start)
            speaker = self._speaker(span.start, voice)
            status: Status = sighting.status or "discussed"
            low, high = self.folded.raw_span(*sighting.sentence)
            claims.setdefault(
                (status, voice, speaker), Claim(status=status, amount=None, speaker=speaker, voice=voice, start=low, end=high)
            )
        chosen = list(claims.values())
        if record.amount is not None and chosen:
            chosen[0] = dataclasses.replace(chosen[0], amount=record.amount)
        return tuple(chosen)

    def _speaker(self, start: int, voice: Voice) -> str | None:
        if voice in ("question", "answer") and self.article.interview is not None:
            return next((turn.speaker for turn in self.article.interview.turns if turn.start <= start < turn.end), None)
        return next((quote.speaker for quote in self.article.quotes if quote.start <= start < quote.end), None)

    @staticmethod
    def _status(claims: Sequence[Claim]) -> Status:
        """What the editors report; where they say nothing of the state, what the speakers say; the latest of several."""
        editorial: list[Status] = [claim.status for claim in claims if claim.voice == "editorial" and claim.status != "discussed"]
        said = editorial or [claim.status for claim in claims]
        return max(said, key=_RANK.__getitem__)

    def _parties(self, record: _Record) -> list[str]:
        if record.known is not None:
            return list(record.known.parties)
        parties = list(record.parties)
        states = [party for party in parties if self.knowledge.actors[party].type in ("country", "organisation", "company")]
        low, high = record.sightings[0].sentence
        alone = len(states) < _PAIR and record.instrument in _BETWEEN_STATES
        if not states or alone or (len(states) < _PAIR and self.wording.sides.search(self.text, low, high)):
            leading = leading_parties(self.text, self.named, self.knowledge, self.wording, max(self.lead_end, high))
            parties += leading if not states or set(states) & set(leading) else []
        return list(dict.fromkeys(parties))

    def _summit(self, record: _Record, *, fresh: bool) -> str | None:
        if record.known is not None:
            return record.known.summit
        if not fresh:
            return None
        for sighting in record.sightings:
            low, high = self.folded.raw_span(*sighting.sentence)
            for summit in self.article.summits:
                if low <= summit.start < high and summit.summit:
                    return summit.summit
        return None

    @staticmethod
    def _day(known: KnownAgreement | None, status: Status) -> str | None:
        if known is None:
            return None
        return next((one.date for one in known.statuses if one.status == status and one.date), None)

    def _key(self, record: _Record, parties: Sequence[str], day: str | None) -> str:
        words = [
            word for word in self.text[record.phrase[0] : record.phrase[1]].split() if len(word) > 3 and not STOP.match(word)
        ]
        subject = "-".join(dict.fromkeys(name_key(word)[:8].replace(" ", "-") for word in words[1:6]))
        year = day[:4] if day else (str(self.published.year) if self.published and any(record.fresh) else "")
        return f"~{record.instrument}:{'+'.join(sorted(parties)[:8])}:{subject}:{year}"
