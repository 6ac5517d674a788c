"""The alert ledger: what each watch knows and was told, and where each telling stands on each channel."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import Connection, delete, func, insert, select, update

from c5watch import clock
from c5watch.store.database import Database
from c5watch.store.tables import alerts, begun, deliveries, told
from c5watch.store.times import utc_text

State = Literal["pending", "sent", "failed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerAlert:
    """An alert that was decided; ``document`` is its public JSON."""

    key: str
    seq: int
    watch: str
    agreement: str
    article_id: str
    created_at: datetime
    document: dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One alert on its way through one channel."""

    alert: LedgerAlert
    channel: str
    state: State
    attempts: int
    next_at: datetime | None
    sent_at: datetime | None
    error: str | None


class Ledger(Database):
    """Alerts and their deliveries."""

    def told(self, watch: str, agreement: str) -> dict[str, str]:
        """The facts of an agreement that a watch knows, each with when the article came out that told it (UTC, sorts)."""
        query = select(told.c.fact, told.c.moment).where(told.c.watch == watch, told.c.agreement == agreement)
        with self.reading() as connection:
            return {row.fact: row.moment for row in connection.execute(query)}

    def begun(self) -> dict[str, str]:
        """The watches that have begun, each with the query it had then."""
        with self.reading() as connection:
            return {row.watch: row.query for row in connection.execute(select(begun))}

    def set_begun(self, watches: Mapping[str, str]) -> None:
        """These watches have begun, with these queries, and no others."""
        with self.transaction() as connection:
            connection.execute(delete(begun))
            if watches:
                connection.execute(insert(begun), [{"watch": watch, "query": query} for watch, query in watches.items()])

    def note_known(self, *, watch: str, agreement: str, facts: Sequence[str], moment: str) -> None:
        """A watch shall know facts that it was not told; none of them may be known to it."""
        with self.transaction() as connection:
            _write_told(connection, facts, watch=watch, agreement=agreement, moment=moment, alert_key=None)

    def add_alert(
        self,
        *,
        key: str,
        watch: str,
        agreement: str,
        article_id: str,
        facts: Sequence[str],
        document: dict[str, Any],
        channels: Sequence[str],
        moment: str = "",
    ) -> bool:
        """Write an alert, the facts it tells and one pending delivery per channel; False if the ledger has its key.

        ``moment``: when the article came out (UTC, sorts).
        """
        now = clock.now()
        with self.transaction() as connection:
            if connection.execute(select(alerts.c.key).where(alerts.c.key == key)).first() is not None:
                return False
            seq = int(connection.execute(select(func.coalesce(func.max(alerts.c.seq), 0))).scalar_one()) + 1
            connection.execute(
                insert(alerts).values(
                    key=key,
                    seq=seq,
                    watch=watch,
                    agreement=agreement,
                    article_id=article_id,
                    created_at=now.isoformat(),
                    document=json.dumps(document, ensure_ascii=False),
                )
            )
            _write_told(connection, facts, watch=watch, agreement=agreement, moment=moment, alert_key=key)
            ways = [
                {"alert_key": key, "channel": channel, "state": "pending", "attempts": 0, "next_at": utc_text(now)}
                for channel in dict.fromkeys(channels)
            ]
            connection.execute(insert(deliveries), ways)
        return True

    def alerts(self, *, watch: str | None = None, agreement: str | None = None, limit: int = 100) -> list[LedgerAlert]:
        """The newest alerts first."""
        query = select(alerts).order_by(alerts.c.seq.desc()).limit(limit)
        if watch is not None:
            query = query.where(alerts.c.watch == watch)
        if agreement is not None:
            query = query.where(alerts.c.agreement == agreement)
        with self.reading() as connection:
            return [_alert(row) for row in connection.execute(query)]

    def due_deliveries(self, limit: int = 100) -> list[Delivery]:
        """What is to be sent now, oldest alert first."""
        query = (
            _deliveries()
            .where(deliveries.c.state == "pending", deliveries.c.next_at <= utc_text(clock.now()))
            .order_by(alerts.c.seq, deliveries.c.channel)
            .limit(limit)
        )
        with self.reading() as connection:
            return [_delivery(row) for row in connection.execute(query)]

    def deliveries(self, alert_key: str) -> list[Delivery]:
        """Where an alert stands on each of its channels."""
        query = _deliveries().where(alerts.c.key == alert_key).order_by(deliveries.c.channel)
        with self.reading() as connection:
            return [_delivery(row) for row in connection.execute(query)]

    def note_sent(self, alert_key: str, channel: str) -> None:
        """The channel has it."""
        self._note(alert_key, channel, state="sent", sent_at=clock.now().isoformat(), next_at=None, error=None)

    def note_failure(self, alert_key: str, channel: str, error: str, next_at: datetime | None) -> None:
        """The channel did not take it: try again at ``next_at``, or never again with None."""
        state = "failed" if next_at is None else "pending"
        self._note(alert_key, channel, state=state, next_at=utc_text(next_at) if next_at else None, error=error[:2000])

    def _note(self, alert_key: str, channel: str, **values: object) -> None:
        row = (deliveries.c.alert_key == alert_key) & (deliveries.c.channel == channel)
        with self.transaction() as connection:
            connection.execute(update(deliveries).where(row).values(attempts=deliveries.c.attempts + 1, **values))


def _write_told(connection: Connection, facts: Sequence[str], **of_all: str | None) -> None:
    connection.execute(insert(told), [{**of_all, "fact": fact} for fact in dict.fromkeys(facts)])


def _deliveries() -> Any:
    return select(alerts, deliveries).join(deliveries, deliveries.c.alert_key == alerts.c.key)


def _alert(row: Any) -> LedgerAlert:
    return LedgerAlert(
        key=row.key,
        seq=row.seq,
        watch=row.watch,
        agreement=row.agreement,
        article_id=row.article_id,
        created_at=datetime.fromisoformat(row.created_at),
        document=json.loads(row.document),
    )


def _delivery(row: Any) -> Delivery:
    return Delivery(
        alert=_alert(row),
        channel=row.channel,
        state=row.state,
        attempts=row.attempts,
        next_at=datetime.fromisoformat(row.next_at) if row.next_at else None,
        sent_at=datetime.fromisoformat(row.sent_at) if row.sent_at else None,
        error=row.error,
    )
