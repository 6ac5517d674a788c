"""Delivery: every channel gets every alert once, or is tried again."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import ClassVar

import feedparser
import pytest

from c5watch import clock
from c5watch.notify import deliver, message
from c5watch.store import Store

START = datetime(2025, 11, 7, 12, tzinfo=UTC)
DOCUMENT = {
    "key": "k1",
    "watch": "kz-us",
    "watch_name": "Kazakhstan & the <USA>",
    "agreement": "kz-us-minerals",
    "agreement_name": "меморандум\x00 по минералам",
    "instrument": "mou",
    "status": "in_force",
    "new": ["a new agreement", "status: in force"],
    "facts": ["agreement"],
    "sentence": "Меморандум вступил в силу.",
    "said_by": "Айдар Сеитов (quote)",
    "article": "0123456789abcdef",
    "url": "https://a.example/1?a=1&b=2",
    "title": "Вступил в силу",
    "source": "a",
    "language": "ru",
    "published_at": "2025-11-07T09:00:00+05:00",
    "why": "the watch 'kz-us' asks for: party:kazakhstan",
}


class Hook(BaseHTTPRequestHandler):
    """A webhook that answers with what the test wants and keeps what it got."""

    status = 200
    got: ClassVar[list[dict[str, object]]] = []

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        type(self).got.append(json.loads(body))
        self.send_response(type(self).status)
        self.end_headers()

    def log_message(self, *args: object) -> None:
        return


@pytest.fixture
def hook() -> Iterator[str]:
    Hook.status, Hook.got = 200, []
    server = HTTPServer(("127.0.0.1", 0), Hook)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"json://127.0.0.1:{server.server_port}/alerts"
    server.shutdown()
    server.server_close()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    clock.set_now(START)
    with Store.open(f"sqlite:///{tmp_path / 'c5watch.db'}", home=tmp_path) as opened:
        yield opened
    clock.set_now(None)


def tell(store: Store, key: str = "k1", channels: tuple[str, ...] = ("file", "feed", "TEAM_CHAT")) -> None:
    assert store.add_alert(
        key=key,
        watch="kz-us",
        agreement="kz-us-minerals",
        article_id="0123456789abcdef",
        facts=[f"agreement:{key}"],
        document=DOCUMENT | {"key": key},
        channels=channels,
    )


def test_an_alert_reaches_the_file_the_feed_and_the_webhook_once(store: Store, tmp_path: Path, hook: str) -> None:
    tell(store)
    assert deliver(store, tmp_path, {"TEAM_CHAT": hook}) == {"sent": 3, "retried": 0, "failed": 0}
    assert deliver(store, tmp_path, {"TEAM_CHAT": hook})["sent"] == 0
    (line,) = (tmp_path / "alerts.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["key"] == "k1"
    (got,) = Hook.got
    assert "«Меморандум вступил в силу.»\nSaid by: Айдар Сеитов (quote)" in str(got["message"])
    assert "меморандум" in str(got["title"])
    feed = feedparser.parse((tmp_path / "alerts.atom").read_bytes())
    assert not feed.bozo
    assert [(entry.id, entry.link) for entry in feed.entries] == [("urn:c5watch:alert:k1", DOCUMENT["url"])]
    assert feed.entries[0].title.startswith("Kazakhstan & the <USA>:")


def test_an_alert_of_an_older_ledger_can_still_be_told() -> None:
    older = {name: value for name, value in DOCUMENT.items() if name != "said_by"}
    title, body = message(older)
    assert "меморандум" in title
    assert "Said by" not in body


def test_a_failing_channel_is_tried_again_later_and_holds_nobody_back(store: Store, tmp_path: Path, hook: str) -> None:
    Hook.status = 500
    tell(store)
    assert deliver(store, tmp_path, {"TEAM_CHAT": hook}) == {"sent": 2, "retried": 1, "failed": 0}
    assert deliver(store, tmp_path, {"TEAM_CHAT": hook})["retried"] == 0
    Hook.status = 200
    clock.set_now(START + timedelta(minutes=2))
    assert deliver(store, tmp_path, {"TEAM_CHAT": hook})["sent"] == 1
    assert len((tmp_path / "alerts.jsonl").read_text(encoding="utf-8").splitlines()) == 1


def test_a_channel_that_never_works_is_given_up_with_a_reason(store: Store, tmp_path: Path) -> None:
    tell(store, channels=("TEAM_CHAT",))
    moment, counts = START, {"failed": 0}
    for _ in range(10):
        counts = deliver(store, tmp_path, {})
        if counts["failed"]:
            break
        moment += timedelta(days=1)
        clock.set_now(moment)
    assert counts["failed"] == 1
    (delivery,) = store.deliveries("k1")
    assert (delivery.state, delivery.attempts) == ("failed", 7)
    assert "TEAM_CHAT" in str(delivery.error)
    clock.set_now(moment + timedelta(days=30))
    assert deliver(store, tmp_path, {}) == {"sent": 0, "retried": 0, "failed": 0}


def test_a_kill_between_sending_and_noting_repeats_with_the_same_key(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tell(store, channels=("file",))
    with monkeypatch.context() as patched:

        def die(self: Store, alert_key: str, channel: str) -> None:
            raise KeyboardInterrupt

        patched.setattr(Store, "note_sent", die)
        with pytest.raises(KeyboardInterrupt):
            deliver(store, tmp_path, {})
    assert deliver(store, tmp_path, {})["sent"] == 1
    keys = [json.loads(line)["key"] for line in (tmp_path / "alerts.jsonl").read_text(encoding="utf-8").splitlines()]
    assert keys == ["k1", "k1"]


def test_a_secret_never_stands_in_the_reason(store: Store, tmp_path: Path) -> None:
    tell(store, channels=("TEAM_CHAT",))
    deliver(store, tmp_path, {"TEAM_CHAT": "json://reader:hunter2@127.0.0.1:9/x"})
    (delivery,) = store.deliveries("k1")
    assert delivery.error
    assert "hunter2" not in delivery.error
