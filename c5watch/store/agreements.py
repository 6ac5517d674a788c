"""The register of agreements: one id for one agreement, whatever texts and languages tell of it.

An id never changes. A text names an agreement by a known id or a provisional key; the register finds the agreement that it
means, or opens a new one, and from then on the key leads to it. A text that is understood anew is compared anew, with
the others, and leaves what it does not mean by today's rules; the one that gave the id keeps it. Once analysts follow
an agreement, its texts move from the id that the register gave to theirs; when the last one has moved, the id of the register
leads to theirs.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Column, ColumnElement, Connection, Row, and_, bindparam, delete, func, insert, or_, select, update
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from c5watch.article import Agreement, Amount, Article, Instrument, Scope, Status
from c5watch.store.agreement_likeness import AMBIGUOUS, THRESHOLD, WINDOW_DAYS, subject_of
from c5watch.store.agreement_rows import Values, amount_of, enriched, likeness_to, opened, told_together
from c5watch.store.agreement_standing import Said, standing
from c5watch.store.database import Database
from c5watch.store.tables import agreement_aliases, agreement_mentions, agreements, articles
from c5watch.store.times import day_number, moment_of

# Ids of knowledge/agreements.yaml are plain slugs; any other key, such as ``~mou:kazakhstan``, is one text's guess.
_KNOWN_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldAgreement:
    """An agreement as all texts together tell it; ``articles`` counts those that speak of it."""

    id: str
    known: bool
    name: str
    instrument: Instrument
    scope: Scope
    status: Status
    parties: tuple[str, ...]
    amount: Amount | None
    date: str | None
    place: str | None
    summit: str | None
    first_seen_at: str
    articles: int


@dataclass(frozen=True, slots=True)
class _Text:
    """An article whose agreements are looked up: its day, what others tell of those that it told before (to compare with, if it
    is understood anew), and which it has told now."""

    article: Article
    day: int
    others: Mapping[str, Values]
    taken: set[str] = field(default_factory=set)


_AGREEMENT: TypeAdapter[Agreement] = TypeAdapter(Agreement)

_BY_ID = select(agreements).where(agreements.c.id == bindparam("which"))
_BY_KEY = select(agreements).where(
    agreements.c.id
    == select(agreement_aliases.c.agreement_id).where(agreement_aliases.c.key == bindparam("key")).scalar_subquery()
)
_OF_ARTICLE = select(agreement_mentions.c.agreement_id).where(agreement_mentions.c.article_id == bindparam("which"))
_TOLD = select(agreement_mentions.c.document).where(agreement_mentions.c.article_id == bindparam("which"))
_KNOWN = select(agreements.c.id).where(agreements.c.known, agreements.c.id.in_(bindparam("ids", expanding=True)))
# One that no text bears, of those that the register gave.
_IS_EMPTY = select(agreements.c.id).where(
    agreements.c.id == bindparam("which"),
    ~agreements.c.known,
    ~select(agreement_mentions.c.agreement_id).where(agreement_mentions.c.agreement_id == agreements.c.id).exists(),
)
_TEXTS = (
    select(agreement_mentions.c.article_id, agreement_mentions.c.document, articles.c.published_utc)
    .join(articles, articles.c.id == agreement_mentions.c.article_id)
    .where(agreement_mentions.c.agreement_id == bindparam("which"))
    .order_by(articles.c.published_utc, articles.c.id)
)
_SAID = (
    select(agreement_mentions.c.agreement_id, agreement_mentions.c.status, agreement_mentions.c.fresh)
    .add_columns(articles.c.published_at, articles.c.published_utc)
    .join(articles, articles.c.id == agreement_mentions.c.article_id)
    .where(agreement_mentions.c.agreement_id.in_(bindparam("ids", expanding=True)))
)
_STANDS = update(agreements).where(agreements.c.id == bindparam("which")).values(status=bindparam("now"))
_ADD_KEY = {
    "sqlite": sqlite_insert(agreement_aliases).on_conflict_do_nothing(),
    "postgresql": postgresql_insert(agreement_aliases).on_conflict_do_nothing(),
}


class AgreementRegister(Database):
    """Agreements and where they are spoken of."""

    def agreements(
        self,
        *,
        parties: Collection[str] = (),
        status: str | None = None,
        instrument: str | None = None,
        summit: str | None = None,
        limit: int | None = None,
    ) -> list[HeldAgreement]:
        """Agreements of all those parties that at least one stored article speaks of, the most spoken of first."""
        spoken = func.count(func.distinct(agreement_mentions.c.article_id)).label("articles")
        query = (
            select(agreements, spoken)
            .join(agreement_mentions, agreement_mentions.c.agreement_id == agreements.c.id)
            .group_by(*agreements.c)
            .order_by(spoken.desc(), agreements.c.id)
        )
        for column, value in (
            (agreements.c.status, status),
            (agreements.c.instrument, instrument),
            (agreements.c.summit, summit),
        ):
            if value is not None:
                query = query.where(column == value)
        for party in parties:
            query = query.where(_holds(agreements.c.parties, party))
        with self.reading() as connection:
            return [_held(row) for row in connection.execute(query.limit(limit))]

    def agreement(self, agreement_id: str) -> HeldAgreement | None:
        """One agreement by its id, or by one that it had before analysts followed it."""
        spoken = (
            select(func.count(func.distinct(agreement_mentions.c.article_id)))
            .where(agreement_mentions.c.agreement_id == agreements.c.id)
            .correlate(agreements)
        )
        query = select(agreements, spoken.scalar_subquery().label("articles"))
        now = select(agreement_aliases.c.agreement_id).where(agreement_aliases.c.key == agreement_id).scalar_subquery()
        with self.reading() as connection:
            row = connection.execute(query.where(agreements.c.id == func.coalesce(now, agreement_id))).first()
        return None if row is None else _held(row)

    def agreement_history(self, agreement_id: str) -> Iterator[tuple[str, Agreement]]:
        """What each article (its id) says of an agreement, in the order of publication."""
        query = (
            select(agreement_mentions.c.article_id, agreement_mentions.c.document)
            .join(articles, articles.c.id == agreement_mentions.c.article_id)
            .where(agreement_mentions.c.agreement_id == agreement_id)
            .order_by(articles.c.published_utc, articles.c.id, agreement_mentions.c.position)
        )
        with self.reading() as connection:
            rows = connection.execute(query).all()
        for article_id, document in rows:
            yield article_id, _AGREEMENT.validate_json(document)

    def _register_agreements(self, connection: Connection, article: Article, *, anew: bool) -> Article:
        """The article with the register's ids in place of provisional keys; ``anew`` asks again where these lead."""
        if not article.agreements:
            return article
        others = self._told_by_others(connection, article.id) if anew else {}
        text = _Text(article, day_number(moment_of(article)), others)
        records = []
        for record in article.agreements:
            identity = self._find_agreement(connection, record, text)
            if identity in text.taken:
                continue
            text.taken.add(identity)
            records.append(dataclasses.replace(record, agreement=identity))
        return dataclasses.replace(article, agreements=tuple(records))

    def _find_agreement(self, connection: Connection, record: Agreement, text: _Text) -> str:
        """The id of the agreement that a record means, opening a new one if the register holds none; notes what is new of it."""
        article, day, others = text.article, text.day, text.others
        key = f"{article.id}:{record.agreement}"
        found = connection.execute(_BY_ID, {"which": record.agreement}).first()
        known = _KNOWN_ID.fullmatch(record.agreement) is not None
        if found is None and not known:
            found = connection.execute(_BY_KEY, {"key": key}).first()
            if found is not None and found.id in others and likeness_to(others[found.id], record, day) < THRESHOLD:
                connection.execute(delete(agreement_aliases).where(agreement_aliases.c.key == key))
                found = None
        if found is None and not known:
            found = self._likest(connection, record, text)
        if found is None:
            identity = record.agreement if known else _new_id(record, key)
            first_seen_at = moment_of(article).isoformat()
            values = {"id": identity, "known": known, "status": record.status, "first_seen_at": first_seen_at}
            connection.execute(insert(agreements), {**values, **opened(record, day)})
        else:
            identity = found.id
            connection.execute(
                update(agreements).where(agreements.c.id == identity).values(enriched(found._mapping, record, day))
            )
        if not known:
            connection.execute(_ADD_KEY[connection.dialect.name], {"key": key, "agreement_id": identity})
        return identity

    @staticmethod
    def _told_by_others(connection: Connection, article_id: str) -> dict[str, Values]:
        """For each agreement that an article tells, what the other texts tell of it; of one that nobody follows, only those that
        are like the one that gave the id. There is nothing for that one itself, so that no id goes over to another agreement."""
        others: dict[str, Values] = {}
        told = agreements.c.id.in_(_OF_ARTICLE)
        for identity, known in connection.execute(
            select(agreements.c.id, agreements.c.known).where(told), {"which": article_id}
        ).all():
            keys = connection.execute(
                select(agreement_aliases.c.key).where(agreement_aliases.c.agreement_id == identity)
            ).scalars()
            founder = next((key.partition(":")[0] for key in keys if identity.endswith(_hash(key))), None)
            texts = sorted(connection.execute(_TEXTS, {"which": identity}), key=lambda row: row.article_id != founder)
            if texts[0].article_id != article_id:
                rest = (row for row in texts if row.article_id != article_id)
                others[identity] = told_together(_read_texts(rest), least=None if known else THRESHOLD)
        return others

    @staticmethod
    def _restate(connection: Connection, identity: str) -> None:
        """Write what the register knows of an agreement that a text has left by those that are left."""
        if texts := connection.execute(_TEXTS, {"which": identity}).all():
            values = told_together(_read_texts(texts))
            # Where it stands is written by `_settle_statuses`.
            connection.execute(
                update(agreements).where(agreements.c.id == identity).values({**values, "status": agreements.c.status})
            )

    @staticmethod
    def _likest(connection: Connection, record: Agreement, text: _Text) -> Row[*tuple[Any, ...]] | None:
        day = text.day
        near = and_(agreements.c.last_day >= day - WINDOW_DAYS, agreements.c.first_day <= day + WINDOW_DAYS)
        subject = subject_of(record.name)
        scored = []
        for row in connection.execute(select(agreements).where(near, *_may_be(record, subject))):
            if row.id not in text.taken:
                score = likeness_to(text.others.get(row.id, row._mapping), record, day)
                if score >= THRESHOLD:
                    scored.append((-score, row.first_day, row.id, row))
        scored.sort(key=lambda entry: entry[:3])
        if not subject and len(scored) > 1 and scored[1][0] - scored[0][0] < AMBIGUOUS:
            return None
        return scored[0][3] if scored else None

    def _write_agreement_mentions(self, connection: Connection, article: Article, *, replace: bool) -> None:
        told = {record.agreement for record in article.agreements}
        before: list[Agreement] = []
        if replace:
            before = [_AGREEMENT.validate_json(one) for one in connection.execute(_TOLD, {"which": article.id}).scalars()]
            connection.execute(delete(agreement_mentions).where(agreement_mentions.c.article_id == article.id))
        rows = [
            {
                "article_id": article.id,
                "position": position,
                "agreement_id": record.agreement,
                "status": record.status,
                "fresh": record.fresh,
                "voice": record.voice,
                "document": _AGREEMENT.dump_json(record).decode(),
            }
            for position, record in enumerate(article.agreements)
        ]
        if rows:
            connection.execute(insert(agreement_mentions), rows)
        moved = [record for record in before if record.agreement not in told]
        self._settle_statuses(connection, {*told, *(record.agreement for record in moved)})
        for record in moved:
            self._restate(connection, record.agreement)
            self._forward_emptied(connection, record, article.agreements)

    @staticmethod
    def _forward_emptied(connection: Connection, record: Agreement, now: Collection[Agreement]) -> None:
        """Let an id of the register that no text bears any more lead to the known agreement that the last one tells instead."""
        places = {place.start for place in record.evidence}
        heirs = [new.agreement for new in now if places & {place.start for place in new.evidence}]
        known = connection.execute(_KNOWN, {"ids": heirs}).scalar() if heirs else None
        if known is None or connection.execute(_IS_EMPTY, {"which": record.agreement}).first() is None:
            return
        old = agreement_aliases.c.agreement_id == record.agreement
        connection.execute(update(agreement_aliases).where(old).values(agreement_id=known))
        connection.execute(delete(agreements).where(agreements.c.id == record.agreement))
        connection.execute(insert(agreement_aliases), {"key": record.agreement, "agreement_id": known})

    @staticmethod
    def _agreements_of(connection: Connection, article_id: str) -> set[str]:
        return set(connection.execute(_OF_ARTICLE, {"which": article_id}).scalars())

    @staticmethod
    def _settle_statuses(connection: Connection, ids: Collection[str]) -> None:
        """Write where these agreements stand by what is stored now."""
        said: dict[str, list[Said]] = {}
        for row in connection.execute(_SAID, {"ids": list(ids)}) if ids else ():
            one = Said(status=row.status, fresh=row.fresh, dated=row.published_at is not None, moment=row.published_utc)
            said.setdefault(row.agreement_id, []).append(one)
        for identity, texts in said.items():
            connection.execute(_STANDS, {"which": identity, "now": standing(texts)})


def _read_texts(rows: Iterable[Row[*tuple[Any, ...]]]) -> Iterator[tuple[Agreement, int]]:
    for row in rows:
        yield _AGREEMENT.validate_json(row.document), date.fromisoformat(row.published_utc[:10]).toordinal()


def _may_be(record: Agreement, subject: Collection[str]) -> list[ColumnElement[bool]]:
    """What an agreement must have to reach the threshold at all, so that few rows are looked at."""
    conditions: list[ColumnElement[bool]] = []
    if record.parties:
        conditions.append(or_(agreements.c.parties == "[]", *(_holds(agreements.c.parties, party) for party in record.parties)))
    if subject and record.amount is None:
        conditions.append(or_(agreements.c.subject == "[]", *(_holds(agreements.c.subject, part) for part in sorted(subject))))
    return conditions


def _holds(column: Column[str], value: str) -> ColumnElement[bool]:
    return column.contains(json.dumps(value), autoescape=True)


def _held(row: Row[*tuple[Any, ...]]) -> HeldAgreement:
    return HeldAgreement(
        id=row.id,
        known=row.known,
        name=row.name,
        instrument=row.instrument,
        scope=row.scope,
        status=row.status,
        parties=tuple(json.loads(row.parties)),
        amount=amount_of(row._mapping),
        date=row.date,
        place=row.place,
        summit=row.summit,
        first_seen_at=row.first_seen_at,
        articles=row.articles,
    )


def _new_id(record: Agreement, key: str) -> str:
    """Readable as far as it is safe: what kind and when first told; the rest is the hash of where it was first told."""
    return f"{record.instrument}-{(record.date or 'undated')[:10]}-{_hash(key)}"


def _hash(key: str) -> str:
    return hashlib.sha256(key.encode("utf-8", "replace")).hexdigest()[:8]
