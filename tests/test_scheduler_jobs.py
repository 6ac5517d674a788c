"""The scheduler repeats, contains what goes wrong, and ends in order."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from c5watch.knowledge import Source, SourceEntry
from c5watch.settings import ROOT, Settings
from c5watch.store import Store
from scheduler.jobs import Jobs, first_run, time_limit
from tests.made_of import knowledge_of

NOW = datetime(2025, 11, 7, 12, tzinfo=UTC)


def make_source(name: str = "kazinform", **parts: object) -> Source:
    values: dict[str, object] = {
        "id": name,
        "name": name,
        "country": "KZ",
        "type": "agency",
        "hosts": [f"{name}.example"],
        "languages": ["ru"],
        "timezone": "Asia/Almaty",
        "entries": [SourceEntry(spider="feed", url=f"https://{name}.example/rss")],
    }
    return Source.model_validate({**values, **parts})


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(
        home=tmp_path,
        knowledge=tmp_path,
        database_url=f"sqlite:///{tmp_path / 'c5watch.db'}",
        index_url=None,
        contact="https://c5watch.example",
        workers=2,
    )


@pytest.fixture
def store(settings: Settings) -> Iterator[Store]:
    with Store.open(settings.database_url, home=settings.home) as opened:
        yield opened


def wait_until(condition: Callable[[], bool], seconds: float = 15) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.05)


def python(code: str) -> Callable[[Source], list[str]]:
    return lambda source: [sys.executable, "-c", code, source.id]


def test_a_source_is_due_one_interval_after_its_last_crawl_began(store: Store) -> None:
    source = make_source(interval_minutes=60)
    assert first_run(source, store, NOW) == NOW
    store.end_crawl(store.begin_crawl(source.id))
    last = store.last_crawl(source.id)
    assert last is not None
    assert first_run(source, store, last.started_at + timedelta(minutes=10)) == last.started_at + timedelta(minutes=60)
    assert first_run(source, store, last.started_at + timedelta(days=2)) == last.started_at + timedelta(days=2)


def test_the_limit_of_a_crawl_follows_its_budget() -> None:
    assert time_limit(make_source(page_budget=100, delay_seconds=2)) == 900
    assert time_limit(make_source(page_budget=10_000, delay_seconds=60)) == 7200


def test_every_enabled_source_is_crawled_and_a_late_start_makes_up_for_one_run_only(
    settings: Settings, store: Store, tmp_path: Path
) -> None:
    sources = [make_source("one"), make_source("two"), make_source("off", enabled=False), make_source("bare", entries=[])]
    ran = tmp_path / "ran"
    code = f"import sys; open({str(ran)!r}, 'a').write(sys.argv[1] + '\\n')"
    jobs = Jobs(settings, knowledge_of(*sources, folder=tmp_path), store, command=python(code))
    assert jobs.start() == 2
    wait_until(lambda: ran.exists() and len(ran.read_text().splitlines()) == 2)
    jobs.stop()
    assert sorted(ran.read_text().splitlines()) == ["one", "two"]


def test_a_crawl_that_hangs_is_ended_with_all_its_children(
    settings: Settings, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scheduler.jobs.time_limit", lambda source: 3.0)  # enough to write what follows on a busy machine
    monkeypatch.setattr("scheduler.jobs.GRACE_SECONDS", 1)
    pids = tmp_path / "pids"
    code = (
        "import os, signal, subprocess, sys, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); "
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)']); "
        f"open({str(pids)!r}, 'w').write(f'{{os.getpid()}} {{child.pid}}'); time.sleep(60)"
    )
    source = make_source()
    store.begin_crawl(source.id)
    Jobs(settings, knowledge_of(source, folder=tmp_path), store, command=python(code)).crawl(source)
    for pid in pids.read_text().split():
        wait_until(lambda pid=pid: not is_alive(int(pid)))  # type: ignore[misc]  # bound at once
    last = store.last_crawl(source.id)
    assert last is not None
    assert last.status == "failed"
    assert "limit" in last.detail


def test_a_crawl_that_fails_is_noted_and_the_next_ones_go_on(settings: Settings, store: Store, tmp_path: Path) -> None:
    source = make_source()
    store.begin_crawl(source.id)
    Jobs(settings, knowledge_of(source, folder=tmp_path), store, command=python("print('no'); raise SystemExit(3)")).crawl(source)
    last = store.last_crawl(source.id)
    assert last is not None
    assert (last.status, "status 3" in last.detail) == ("failed", True)
    assert (tmp_path / "logs" / "kazinform.log").read_text() == "no\n"


def test_stopping_ends_the_crawls_in_order(settings: Settings, store: Store, tmp_path: Path) -> None:
    started, ended = tmp_path / "started", tmp_path / "ended"
    code = (
        "import pathlib, signal, sys, time\n"
        "def stop(*_):\n"
        f"    pathlib.Path({str(ended)!r}).touch(); sys.exit(0)\n"
        "signal.signal(signal.SIGTERM, stop)\n"
        f"pathlib.Path({str(started)!r}).touch(); time.sleep(60)"
    )
    jobs = Jobs(settings, knowledge_of(make_source(), folder=tmp_path), store, command=python(code))
    jobs.start()
    wait_until(started.exists)
    begun = time.monotonic()
    jobs.stop()
    assert ended.exists()
    assert time.monotonic() - begun < 10


def is_alive(pid: int) -> bool:
    status = Path(f"/proc/{pid}/stat")
    return status.exists() and status.read_text().rpartition(")")[2].split()[0] != "Z"


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_the_process_ends_cleanly_on_a_signal_and_starts_again(tmp_path: Path, number: signal.Signals) -> None:
    knowledge = tmp_path / "knowledge"
    (knowledge / "sources").mkdir(parents=True)
    for name in ("actors", "summits", "agreements", "topics", "watches"):
        (knowledge / f"{name}.yaml").write_text("{}\n")
    environment = os.environ | {"C5WATCH_KNOWLEDGE": str(knowledge), "PYTHONPATH": str(ROOT)}
    for _ in range(2):
        process = subprocess.Popen(
            [sys.executable, "-m", "scheduler", "--home", str(tmp_path / "home")],
            cwd=ROOT,
            env=environment,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert process.stderr is not None
        first = process.stderr.readline()
        process.send_signal(number)
        _, rest = process.communicate(timeout=30)
        assert "0 sources" in first, first + rest
        assert process.returncode == 0, rest
        assert "Traceback" not in rest


def test_a_second_scheduler_of_one_home_is_refused_with_one_sentence(tmp_path: Path) -> None:
    with Store.open(f"sqlite:///{tmp_path / 'c5watch.db'}", home=tmp_path) as store, store.exclusive("scheduler"):
        environment = os.environ | {"PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-m", "scheduler", "--home", str(tmp_path)]
        done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 1
    assert "Another process" in done.stderr
    assert "Traceback" not in done.stderr
