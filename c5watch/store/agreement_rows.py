"""What the register knows of an agreement, as the columns of its row: from one text, and from one more."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from c5watch.article import Agreement, Amount
from c5watch.store.agreement_likeness import Told, agreement_likeness, subject_of

Values = Mapping[Any, Any]  # by the names of columns


def opened(record: Agreement, day: int) -> dict[str, Any]:
    """What the first text tells, which is of that day."""
    return {
        "name": record.name.replace("\0", ""),
        "instrument": record.instrument,
        "scope": record.scope,
        "parties": json.dumps(sorted(set(record.parties))),
        "subject": json.dumps(sorted(subject_of(record.name))),
        "amount_value": record.amount.value if record.amount else None,
        "amount_currency": record.amount.currency if record.amount else None,
        "date": record.date,
        "place": record.place,
        "summit": record.summit,
        "first_day": day,
        "last_day": day,
    }


def enriched(held: Values, record: Agreement, day: int) -> dict[str, Any]:
    """What one more text changes: more parties and words, what was unknown."""
    result: dict[str, Any] = {
        "parties": json.dumps(sorted({*json.loads(held["parties"]), *record.parties})),
        "subject": json.dumps(sorted({*json.loads(held["subject"]), *subject_of(record.name)})),
        "first_day": min(held["first_day"], day),
        "last_day": max(held["last_day"], day),
        "date": held["date"] or record.date,
        "place": held["place"] or record.place,
        "summit": held["summit"] or record.summit,
    }
    if held["amount_value"] is None and record.amount is not None:
        result |= {"amount_value": record.amount.value, "amount_currency": record.amount.currency}
    if held["instrument"] == "other":
        result["instrument"] = record.instrument
    return result


def told_together(texts: Iterable[tuple[Agreement, int]], *, least: float | None = None) -> dict[str, Any]:
    """What texts tell one after the other, each with its day, and the state that the last one tells; texts that are less than
    ``least`` like what those before them tell are left out."""
    values: dict[str, Any] = {}
    for record, day in texts:
        if not values:
            values = opened(record, day)
        elif least is None or likeness_to(values, record, day) >= least:
            values |= enriched(values, record, day)
        else:
            continue
        values["status"] = record.status
    return values


def likeness_to(held: Values, record: Agreement, day: int) -> float:
    """How much speaks for a record meaning the agreement of a row; ``day`` is that of the record's text."""
    return agreement_likeness(record, day, as_told(held, day))


def as_told(held: Values, day: int) -> Told:
    """A row of the register as the likeness takes it, seen from a text of that day."""
    return Told(
        instrument=held["instrument"],
        status=held["status"],
        parties=frozenset(json.loads(held["parties"])),
        subject=frozenset(json.loads(held["subject"])),
        amount=amount_of(held),
        date=held["date"],
        place=held["place"],
        summit=held["summit"],
        day=min(max(day, held["first_day"]), held["last_day"]),
    )


def amount_of(held: Values) -> Amount | None:
    """The money of a row."""
    return None if held["amount_value"] is None else Amount(value=held["amount_value"], currency=held["amount_currency"])
