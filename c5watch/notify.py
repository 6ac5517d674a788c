"""Delivers the alerts of the ledger: to a file, to an Atom feed, and through Apprise to mail, chat and webhooks.

Every alert has one delivery row per channel, written before anything is sent. ``file`` appends a JSON line to
``alerts/alerts.jsonl``, ``feed`` rewrites ``alerts/alerts.atom``, any other channel is the name of an environment variable
that holds an Apprise address, so that no secret stands in ``knowledge/``. A channel that fails is tried again after 1, 5, 15,
60, 240 and 720 minutes and then given up; the others are not held back. A kill between sending and noting sends once more,
with the same key.
"""

from __future__ import annotations

import json
import logging
import os
import re
import tempfile
from collections.abc import Mapping
from datetime import timedelta
from itertools import groupby
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

from c5watch import clock
from c5watch.errors import DeliveryError
from c5watch.quoting import quoted
from c5watch.store import Delivery, LedgerAlert, Store

_RETRY_MINUTES = (1, 5, 15, 60, 240, 720)
_FEED_ENTRIES = 200
_ATOM = "http://www.w3.org/2005/Atom"
# XML 1.0 has no way to write these.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f]")


def deliver(store: Store, folder: Path, environ: Mapping[str, str] = os.environ) -> dict[str, int]:
    """Send what is due, one process at a time; how many were ``sent``, will be ``retried`` and ``failed`` for good.

    ``folder`` is where the file and the feed are. Raises `LockHeldError` if another process is delivering for over a minute.
    """
    counts = {"sent": 0, "retried": 0, "failed": 0}
    with store.exclusive("deliver", wait=60.0):
        while due := store.due_deliveries(100):
            for channel, deliveries in groupby(sorted(due, key=_channel), key=_channel):
                _deliver_to(store, folder, environ.get(channel), list(deliveries), counts)
    return counts


def message(alert: Mapping[str, Any]) -> tuple[str, str]:
    """The title and the text that a person gets."""
    title = f"{alert['watch_name']}: {alert['agreement_name']} ({alert['status'].replace('_', ' ')})"
    where = ", ".join(str(alert[key]) for key in ("source", "published_at", "language") if alert[key])
    lines = [
        f"New: {'; '.join(alert['new'])}",
        "",
        quoted(alert["sentence"]) if alert["sentence"] else "",
        # Alerts that were written to the ledger before this was known are in the feed too.
        f"Said by: {alert['said_by']}" if alert.get("said_by") else "",
        "",
        alert["title"] or "(no headline)",
        where,
        alert["url"] or f"article {alert['article']}",
        "",
        f"Why: {alert['why']}",
        f"Agreement: {alert['agreement']}  Alert: {alert['key']}",
    ]
    return _CONTROL.sub(" ", " ".join(title.split())), _CONTROL.sub(" ", "\n".join(lines))


def _channel(delivery: Delivery) -> str:
    return delivery.channel


def _deliver_to(store: Store, folder: Path, address: str | None, due: list[Delivery], counts: dict[str, int]) -> None:
    """Send what is due on one channel; the feed is written once for all of it."""
    feed_written = False
    for delivery in due:
        key, channel = delivery.alert.key, delivery.channel
        try:
            if channel == "file":
                _append_line(folder / "alerts.jsonl", delivery.alert)
            elif channel != "feed":
                _send(channel, address, delivery.alert)
            elif not feed_written:
                write_feed(folder / "alerts.atom", store.alerts(limit=_FEED_ENTRIES))
                feed_written = True
        except DeliveryError as exc:
            tried = delivery.attempts
            again = clock.now() + timedelta(minutes=_RETRY_MINUTES[tried]) if tried < len(_RETRY_MINUTES) else None
            store.note_failure(key, channel, str(exc), again)
            counts["retried" if again else "failed"] += 1
        else:
            store.note_sent(key, channel)
            counts["sent"] += 1


def _send(channel: str, address: str | None, alert: LedgerAlert) -> None:
    if not address:
        raise DeliveryError(f"The channel {channel} has no address; set the environment variable {channel} to an Apprise URL.")
    # Apprise loads every service it knows, half a second that a process without such channels need not spend.
    import apprise  # noqa: PLC0415 - see above

    sender = apprise.Apprise()
    if not sender.add(address):
        raise DeliveryError(f"The channel {channel} holds no address that Apprise understands; see its documentation.")
    title, body = message(alert.document)
    with apprise.LogCapture(level=logging.WARNING, fmt="%(message)s") as said:  # type: ignore[no-untyped-call]  # ships no types
        taken = sender.notify(title=title, body=body, body_format=apprise.NotifyFormat.TEXT)
        reason = said.getvalue().strip().splitlines()
    if not taken:
        raise DeliveryError(f"The channel {channel} did not take the alert: {reason[0] if reason else 'no reason given'}")


def _append_line(path: Path, alert: LedgerAlert) -> None:
    line = json.dumps({"created_at": alert.created_at.isoformat(), **alert.document}, ensure_ascii=False)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("ab") as file:
            file.write(f"{line}\n".encode("utf-8", "replace"))
    except OSError as exc:
        raise DeliveryError(
            f"{path} cannot be written ({exc.strerror}); free some space or give this user the right to."
        ) from exc


def write_feed(path: Path, alerts: list[LedgerAlert]) -> None:
    """Write the Atom feed (RFC 4287) of the given alerts, newest first; readers never see half a file."""
    feed = ET.Element("feed", xmlns=_ATOM)
    _add(feed, "id", "urn:c5watch:alerts")
    _add(feed, "title", "C5 Watch alerts")
    _add(feed, "updated", (alerts[0].created_at if alerts else clock.now()).isoformat())
    _add(_add(feed, "author"), "name", "C5 Watch")
    for alert in alerts:
        title, body = message(alert.document)
        entry = _add(feed, "entry")
        _add(entry, "id", f"urn:c5watch:alert:{alert.key}")
        _add(entry, "title", title)
        _add(entry, "updated", alert.created_at.isoformat())
        if url := alert.document["url"]:
            _add(entry, "link", href=url)
        _add(entry, "category", term=alert.watch)
        _add(entry, "content", body, type="text")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".feed-", delete=False) as file:
            file.write(ET.tostring(feed, encoding="utf-8", xml_declaration=True))
        Path(file.name).chmod(0o644)
        Path(file.name).replace(path)
    except OSError as exc:
        raise DeliveryError(
            f"{path} cannot be written ({exc.strerror}); free some space or give this user the right to."
        ) from exc


def _add(parent: ET.Element, name: str, text: str | None = None, **attributes: str) -> ET.Element:
    element = ET.SubElement(parent, name, {key: _NOT_XML.sub("\ufffd", value) for key, value in attributes.items()})
    if text is not None:
        element.text = _NOT_XML.sub("\ufffd", text)
    return element
