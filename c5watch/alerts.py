"""A watch and an article make an alert where the article tells a fact about an agreement that the watch was not told.

A fact is that the agreement exists, its status, a party, or an amount: what next week's article about the same signing, its
translation or its anniversary repeat is no news. Copies (``duplicate_of``) and background (``fresh: false``) tell nothing. A
status that lies behind one already told (announced after signed) is no news either, for articles arrive in any order.

A watch begins with what the store holds: that, and what is found later by understanding an old text or page anew, it knows
without being told, so that its first alert and every other is of something that happened since. What comes in before it was
looked at for the first time, as in a new store, is news. A watch whose query changes begins anew.

A watch's query is asked of the article with one agreement at a time, so that ``party:kazakhstan status:signed`` means one
document and not two that stand in one article.
"""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from c5watch.article import Agreement, Article, Span, Voice
from c5watch.knowledge import Knowledge
from c5watch.knowledge.types import Watch
from c5watch.quoting import whole_pairs
from c5watch.search.base import Query
from c5watch.search.percolate import percolate
from c5watch.store import Store
from c5watch.store.agreement_standing import LADDER
from c5watch.store.times import moment_of, utc_text
from c5watch.text import sentences
from c5watch.watches import parse_watches

_SENTENCE_LENGTH = 600
# Newsrooms round: $4 bn and $4.1 bn of one text and its translation are one amount, 4 and 4.2 are two claims.
_SAME_AMOUNT = 0.03
_CHUNK = 500
_UNNAMED: Mapping[Voice, str] = {
    "editorial": "the editors",
    "question": "who asks",
    "answer": "who answers",
    "quote": "somebody whom the text does not name",
}

FactKind = Literal["agreement", "status", "amount", "party"]


@dataclass(frozen=True, slots=True, order=True)
class Fact:
    """One thing that can be told about an agreement; ``value`` is empty for its existence."""

    kind: FactKind
    value: str = ""

    def __str__(self) -> str:
        return f"{self.kind}:{self.value}" if self.value else self.kind

    @classmethod
    def parse(cls, text: str) -> Fact:
        """The reverse of ``str``."""
        kind, _, value = text.partition(":")
        return cls(kind, value)  # type: ignore[arg-type]  # the ledger holds what `str` gave


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """What a watch is told, once. ``key`` is the same for the same facts, whenever and wherever they are found."""

    key: str
    watch: str
    watch_name: str
    agreement: str
    agreement_name: str
    instrument: str
    status: str
    new: tuple[str, ...]
    facts: tuple[str, ...]
    sentence: str
    said_by: str
    article: str
    url: str | None
    title: str | None
    source: str | None
    language: str
    published_at: str | None
    why: str

    def to_json(self) -> dict[str, Any]:
        """The alert as plain values."""
        return dataclasses.asdict(self)


def find_matches(
    queries: Mapping[str, Query], articles: Iterable[Article], knowledge: Knowledge
) -> Iterator[tuple[str, Article, Agreement]]:
    """Each watch, article and fresh agreement of it that the watch asks for, in the order of the articles."""
    originals: dict[str, tuple[Article, Agreement]] = {}
    narrowed: list[Article] = []
    for article in articles:
        if article.duplicate_of is not None:
            continue
        for position, record in enumerate(article.agreements):
            if record.fresh:
                name = f"{article.id}-{position}"
                originals[name] = (article, record)
                narrowed.append(dataclasses.replace(article, id=name, agreements=(record,)))
    matched = percolate(queries, narrowed, knowledge) if narrowed else {}
    for name, (article, record) in originals.items():
        for watch in sorted(matched.get(name, ())):
            yield watch, article, record


def untold_facts(record: Agreement, told: Mapping[str, str], moment: str) -> tuple[Fact, ...]:
    """The facts of a record that are not among, nor implied by, those that were told.

    ``moment`` is when the record's article came out and ``told`` has it for those of each fact (UTC, sorts).
    """
    known = [Fact.parse(text) for text in told]
    new: list[Fact] = []
    if not known:
        new.append(Fact("agreement"))
    statuses = {fact.value: told[str(fact)] for fact in known if fact.kind == "status"}
    denied = any(claim.status == "denied" for claim in record.claims)
    said = (record.status, "denied") if denied and record.status != "denied" else (record.status,)
    new.extend(Fact("status", status) for status in said if status != "discussed" and not _implied(status, moment, statuses))
    amounts = [fact.value for fact in known if fact.kind == "amount"]
    if record.amount is not None:
        amount = f"{record.amount.currency} {record.amount.value:.15g}"
        if not any(_same_amount(amount, other) for other in amounts):
            new.append(Fact("amount", amount))
    parties = {fact.value for fact in known if fact.kind == "party"}
    new.extend(Fact("party", party) for party in sorted(set(record.parties) - parties))
    return tuple(new)


def make_alert(
    *, watch: Watch, article: Article, record: Agreement, facts: tuple[Fact, ...], told: Collection[str], knowledge: Knowledge
) -> Alert:
    """The alert that tells these facts."""
    identity = "\n".join([watch.id, record.agreement, *sorted(str(fact) for fact in facts)])
    return Alert(
        key=hashlib.sha256(identity.encode("utf-8", "replace")).hexdigest()[:16],
        watch=watch.id,
        watch_name=watch.name,
        agreement=record.agreement,
        agreement_name=_name_of(record, knowledge),
        instrument=record.instrument,
        status=record.status,
        new=_say(facts, told, knowledge),
        facts=tuple(str(fact) for fact in facts),
        sentence=evidence_sentence(article, record),
        said_by=_said_by(article, record),
        article=article.id,
        url=article.url,
        title=article.title,
        source=article.source,
        language=article.language,
        published_at=article.published_at.isoformat() if article.published_at else None,
        why=f"the watch {watch.id!r} asks for: {watch.query}",
    )


def match(watch: Watch, article: Article, knowledge: Knowledge, told: Mapping[str, Mapping[str, str]]) -> list[Alert]:
    """The alerts that an article means for a watch; ``told`` holds what `Ledger.told` gives by agreement id."""
    alerts = []
    for _, _, record in find_matches(parse_watches([watch]), [article], knowledge):
        before = told.get(record.agreement, {})
        if facts := untold_facts(record, before, utc_text(moment_of(article))):
            alerts.append(make_alert(watch=watch, article=article, record=record, facts=facts, told=before, knowledge=knowledge))
    return alerts


def raise_alerts(store: Store, knowledge: Knowledge) -> int:
    """Match every change that waits in the outbox and write the alerts to the ledger; how many there were.

    One process at a time; a kill repeats the chunk and, through the ledger, tells nothing twice. Raises `KnowledgeError` if a
    query does not parse: what waits is kept.
    """
    queries = parse_watches(knowledge.watches.values())
    raised = 0
    with store.exclusive("alerts", wait=60.0):
        _begin_watches(store, knowledge, queries)
        while rows := store.pending(_CHUNK, consumer="alerts"):
            news = {row.article_id for row in rows if row.action == "index"}
            known = _read_known(store, [row.article_id for row in rows if row.article_id not in news])
            found = [*known, *store.get_many(list(news)).values()]
            # What is known comes before what is told.
            chunk = sorted(found, key=lambda article: (article.id in news, utc_text(moment_of(article)), article.id))
            matches = list(find_matches(queries, chunk, knowledge)) if queries else []
            with store.transaction():
                for watch_id, article, record in matches:
                    watch = knowledge.watches[watch_id]
                    if article.id in news:
                        raised += _tell(store, knowledge, watch, article, record)
                    else:
                        _note(store, watch.id, article, record)
                store.acknowledge(row.seq for row in rows)
    return raised


def _begin_watches(store: Store, knowledge: Knowledge, queries: Mapping[str, Query]) -> None:
    """Let watches that are new, or ask for something else than before, know what the store holds and does not wait as news."""
    asked = {watch_id: knowledge.watches[watch_id].query for watch_id in queries}
    before = store.begun()
    if asked == before:
        return
    if new := {watch_id: query for watch_id, query in queries.items() if before.get(watch_id) != asked[watch_id]}:
        held = store.ids_with_news_of_agreements()
        for start in range(0, len(held), _CHUNK):
            chunk = _read_known(store, held[start : start + _CHUNK])
            with store.transaction():
                for watch_id, article, record in find_matches(new, chunk, knowledge):
                    _note(store, watch_id, article, record)
    store.set_begun(asked)


def _read_known(store: Store, ids: Sequence[str]) -> list[Article]:
    """The articles as they are stored, in the order of the ids, without those of which news waits: their text is not known yet.

    What waits is read last: a text that comes in meanwhile is either not read here or seen to wait.
    """
    if not ids:
        return []
    found = store.get_many(ids)
    waiting = store.waiting_articles(consumer="alerts", action="index")
    return [found[identity] for identity in dict.fromkeys(ids) if identity in found and identity not in waiting]


def _note(store: Store, watch_id: str, article: Article, record: Agreement) -> None:
    """Let a watch know what it will not be told."""
    moment = utc_text(moment_of(article))
    if facts := untold_facts(record, store.told(watch_id, record.agreement), moment):
        store.note_known(watch=watch_id, agreement=record.agreement, facts=[str(fact) for fact in facts], moment=moment)


def evidence_sentence(article: Article, record: Agreement) -> str:
    """The sentence of the article that the record rests on, cut at 600 characters, without half a pair of quotation marks."""
    if not record.evidence:
        return ""
    place = _evidence_place(article, record.evidence[0])
    found = whole_pairs(" ".join(article.text[place.start : place.end].split()))
    return found if len(found) <= _SENTENCE_LENGTH else f"{found[: _SENTENCE_LENGTH - 1]}…"


def _evidence_place(article: Article, place: Span) -> Span:
    for span in sentences(article.text):
        if span.start <= place.start < span.end:
            return Span(start=span.start, end=max(span.end, place.end))
    return place


def _said_by(article: Article, record: Agreement) -> str:
    """Who says the sentence of evidence: a name if the text gives one, else whose voice it is."""
    voice, speaker = record.voice, None
    if record.evidence:
        place = _evidence_place(article, record.evidence[0])
        within = [claim for claim in record.claims if claim.start < place.end and place.start < claim.end]
        if claim := next((one for one in within if one.status == record.status), within[0] if within else None):
            voice, speaker = claim.voice, claim.speaker
    unnamed = f"the editors of {article.source}" if article.source and voice == "editorial" else _UNNAMED[voice]
    return f"{speaker} ({voice})" if speaker else unnamed


def _name_of(record: Agreement, knowledge: Knowledge) -> str:
    """What analysts call the agreement; one that they do not follow is called as the article does."""
    known = knowledge.agreements.get(record.agreement)
    return known.title if known else record.name


def _tell(store: Store, knowledge: Knowledge, watch: Watch, article: Article, record: Agreement) -> bool:
    told = store.told(watch.id, record.agreement)
    moment = utc_text(moment_of(article))
    facts = untold_facts(record, told, moment)
    if not facts:
        return False
    alert = make_alert(watch=watch, article=article, record=record, facts=facts, told=told, knowledge=knowledge)
    return store.add_alert(
        key=alert.key,
        watch=alert.watch,
        agreement=alert.agreement,
        article_id=alert.article,
        facts=alert.facts,
        document=alert.to_json(),
        channels=("file", "feed", *watch.channels),
        moment=moment,
    )


def _implied(status: str, moment: str, told: Mapping[str, str]) -> bool:
    """Whether a status is told, or lies behind one that is: on the ladder, where a later step implies the earlier ones, else by
    when the articles came out."""
    for other, told_at in told.items():
        if status in LADDER and other in LADDER:
            behind = LADDER.index(status) <= LADDER.index(other)
        else:
            behind = status == other or moment < told_at
        if behind:
            return True
    return False


def _same_amount(one: str, other: str) -> bool:
    currency, _, value = one.partition(" ")
    other_currency, _, other_value = other.partition(" ")
    first, second = float(value), float(other_value)
    return currency == other_currency and abs(first - second) <= _SAME_AMOUNT * max(abs(first), abs(second))


def _say(facts: tuple[Fact, ...], told: Collection[str], knowledge: Knowledge) -> tuple[str, ...]:
    """The facts as phrases for people."""
    said = ["a new agreement"] if Fact("agreement") in facts else []
    if statuses := [fact.value.replace("_", " ") for fact in facts if fact.kind == "status"]:
        before = sorted(text.partition(":")[2].replace("_", " ") for text in told if text.startswith("status:"))
        said.append(f"status: {', '.join(statuses)}" + (f" (told before: {', '.join(before)})" if before else ""))
    for fact in facts:
        if fact.kind == "amount":
            currency, _, value = fact.value.partition(" ")
            said.append(f"amount: {float(value):,.15g} {currency}")
    if parties := [_actor_name(fact.value, knowledge) for fact in facts if fact.kind == "party"]:
        said.append(f"{'party' if len(parties) == 1 else 'parties'}: {', '.join(parties)}")
    return tuple(said)


def _actor_name(actor_id: str, knowledge: Knowledge) -> str:
    actor = knowledge.actors.get(actor_id)
    names = actor.names.get("en", ()) if actor else ()
    return names[0] if names else actor_id
