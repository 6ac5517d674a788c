"""The worker pool: order, isolation, replacement, and what it costs when nothing comes."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest

from c5watch.article import Article, Dropped, Page
from c5watch.errors import KnowledgeError
from c5watch.knowledge import load_knowledge
from c5watch.settings import ROOT
from pipelines import nursery
from pipelines.naming.ner_crf import crf_model
from pipelines.naming.ner_russian import russian_model
from pipelines.understood import Quarantined
from pipelines.workers import WorkerPool, understand_stream

KNOWLEDGE = ROOT / "knowledge"
NOON = datetime(2025, 11, 7, 12, tzinfo=UTC)


def _page(number: int, words: str = "") -> Page:
    text = f"Сообщение {number}. Президент Казахстана принял делегацию в Астане. {words}"
    return Page(url=f"https://a.example/{number}", body=text.encode(), fetched_at=NOON, content_type="text/plain")


@pytest.fixture(scope="module")
def pool() -> Iterator[WorkerPool]:
    with WorkerPool(KNOWLEDGE, 2) as found:
        yield found


def test_pool_without_pages_starts_no_process() -> None:
    with WorkerPool(KNOWLEDGE, 2) as idle:
        assert not idle.started


def test_stream_keeps_the_order_and_passes_through_what_is_no_page(pool: WorkerPool) -> None:
    items: list[tuple[int, Page | str]] = [(number, "bad line" if number % 5 == 0 else _page(number)) for number in range(40)]
    results = list(understand_stream(iter(items), pool))
    assert [key for key, _ in results] == list(range(40))
    for key, result in results:
        if key % 5 == 0:
            assert result == "bad line"
        else:
            assert isinstance(result, Article)
            assert f"Сообщение {key}." in result.text


def test_stream_gives_a_result_before_the_next_page_is_read(pool: WorkerPool) -> None:
    asked = threading.Event()

    def pages() -> Iterator[tuple[int, Page]]:
        yield 1, _page(1)
        assert asked.wait(30)
        yield 2, _page(2)

    stream = understand_stream(pages(), pool)
    assert next(stream)[0] == 1
    asked.set()
    assert next(stream)[0] == 2


def test_stream_holds_few_pages_however_long_the_input(pool: WorkerPool) -> None:
    read = 0

    def pages() -> Iterator[tuple[int, Page]]:
        nonlocal read
        for number in range(1000):
            read += 1
            yield number, _page(number)

    stream = understand_stream(pages(), pool)
    next(stream)
    time.sleep(0.3)
    assert read < 40
    stream.close()


def test_stream_raises_what_its_input_raises_after_the_results_before_it(pool: WorkerPool) -> None:
    def pages() -> Iterator[tuple[int, Page]]:
        yield 1, _page(1)
        raise OSError("the pipe broke")

    stream = understand_stream(pages(), pool)
    assert next(stream)[0] == 1
    with pytest.raises(OSError, match="the pipe broke"):
        next(stream)


def test_empty_page_is_dropped_not_quarantined(pool: WorkerPool) -> None:
    page = Page(url=None, body=b"", fetched_at=NOON)
    assert isinstance(pool.submit(page).result(60), Dropped)


def _slow_page() -> Page:
    """Some seconds of work for any extraction."""
    paragraph = "<p>Президент Казахстана Касым-Жомарт Токаев принял в Астане делегацию «Северной» компании № {}.</p>"
    body = "<html><body><article>" + "".join(paragraph.format(number) for number in range(30_000)) + "</article></body></html>"
    return Page(url="https://a.example/slow", body=body.encode(), fetched_at=NOON)


def _workers(parent: int | None = None) -> set[int]:
    """The worker processes behind the nurseries of a process, of this one by default."""
    processes: dict[int, tuple[int, bool]] = {}
    for status in Path("/proc").glob("[0-9]*/status"):
        with suppress(OSError):
            born_by = int(status.read_text().split("PPid:")[1].split()[0])
            command = status.with_name("cmdline").read_bytes()
            processes[int(status.parent.name)] = (born_by, b"pipelines.nursery" in command)
    nurseries = {pid for pid, (born_by, ours) in processes.items() if ours and born_by == (parent or os.getpid())}
    return {pid for pid, (born_by, ours) in processes.items() if ours and born_by in nurseries}


def _is_alive(pid: int) -> bool:
    try:
        return "State:\tZ" not in Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return False


@pytest.fixture(scope="module")
def lone_pool() -> Iterator[WorkerPool]:
    """One worker with little patience."""
    with WorkerPool(KNOWLEDGE, 1, page_timeout=1.5) as found:
        found.submit(_page(0)).result(120)
        yield found


def test_page_that_takes_too_long_is_quarantined_and_the_next_ones_are_understood(lone_pool: WorkerPool) -> None:
    slow, following = lone_pool.submit(_slow_page()), lone_pool.submit(_page(1))
    assert slow.result(60) == Quarantined(reason="timeout", detail="not understood within 1.5 seconds")
    assert isinstance(following.result(60), Article)


def test_killed_worker_costs_its_page_only_and_is_replaced(lone_pool: WorkerPool) -> None:
    slow, following = lone_pool.submit(_slow_page()), lone_pool.submit(_page(1))
    time.sleep(0.5)
    for pid in _workers():
        os.kill(pid, signal.SIGKILL)
    result = slow.result(60)
    assert isinstance(result, Quarantined)
    assert result.reason == "crashed"
    assert isinstance(following.result(60), Article)


def test_worker_killed_while_idle_costs_no_page(lone_pool: WorkerPool) -> None:
    lone_pool.submit(_page(1)).result(60)
    for pid in _workers():
        os.kill(pid, signal.SIGKILL)
    time.sleep(0.2)
    assert isinstance(lone_pool.submit(_page(1)).result(60), Article)


def test_page_that_needs_too_much_memory_is_quarantined() -> None:
    with WorkerPool(KNOWLEDGE, 1, memory_bytes=1) as pool:
        result = pool.submit(_slow_page()).result(120)
        assert isinstance(result, Quarantined)
        assert result.reason in ("out-of-memory", "crashed")


def test_fault_in_the_knowledge_is_told_as_such(tmp_path: Path) -> None:
    folder = tmp_path / "knowledge"
    shutil.copytree(KNOWLEDGE, folder)
    (folder / "actors.yaml").write_text("x: {type: person, nmes: {ru: X}}\n", encoding="utf-8")
    with WorkerPool(folder, 2) as pool:
        for future in [pool.submit(_page(1)), pool.submit(_page(2))]:
            with pytest.raises(KnowledgeError) as caught:
                future.result(60)
            assert any(fault.startswith("actors.yaml:1:") for fault in caught.value.faults)


def test_failing_step_is_our_fault_not_the_page_s(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(page: Page, knowledge: object) -> Article:
        raise ZeroDivisionError("by a step")

    monkeypatch.setattr(nursery, "understand", fail)
    with WorkerPool(KNOWLEDGE, 0) as pool:
        result = pool.submit(_page(1)).result(1)
    assert isinstance(result, Quarantined)
    assert result.reason == "error"
    assert "ZeroDivisionError at test_pipelines_workers.py" in result.detail


def test_pool_in_this_process_understands_the_same(pool: WorkerPool) -> None:
    with WorkerPool(KNOWLEDGE, 0) as here:
        assert here.submit(_page(7)).result(1) == pool.submit(_page(7)).result(60)


def test_closing_ends_every_process_and_cancels_what_was_not_begun() -> None:
    others = _workers()
    pool = WorkerPool(KNOWLEDGE, 1)
    pool.submit(_page(0)).result(120)
    mine = _workers() - others
    assert mine
    futures = [pool.submit(_page(number)) for number in range(200)]
    pool.close()
    assert all(future.done() for future in futures)
    assert any(future.cancelled() for future in futures)
    deadline = time.monotonic() + 5
    while mine & _workers() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not mine & _workers()
    with pytest.raises(RuntimeError):
        pool.submit(_page(1))


def test_workers_end_when_their_parent_is_killed() -> None:
    code = (
        "import sys, time; from pathlib import Path; from datetime import datetime, UTC\n"
        "from c5watch.article import Page; from c5watch.settings import ROOT; from pipelines.workers import WorkerPool\n"
        "pool = WorkerPool(ROOT / 'knowledge', 1)\n"
        "pool.submit(Page(url=None, body=b'x', fetched_at=datetime.now(UTC))).result()\n"
        "print('up', flush=True); time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, cwd=ROOT) as parent:
        assert parent.stdout is not None
        assert parent.stdout.readline() == b"up\n"
        born = _workers(parent.pid)
        assert born
        parent.kill()
    deadline = time.monotonic() + 5
    while any(map(_is_alive, born)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(map(_is_alive, born))


def test_the_nursery_loads_every_model_before_it_forks() -> None:
    for model in (russian_model, crf_model):
        model.cache_clear()
    nursery.warm_up(load_knowledge(KNOWLEDGE))
    assert russian_model.cache_info().currsize == 1
    assert crf_model.cache_info().currsize == 2
