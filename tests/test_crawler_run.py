"""How a crawl process is stopped: in good order, within its time, and at once when that is asked for twice."""

from __future__ import annotations

import sys
import time
from collections import Counter
from pathlib import Path

import pytest
from typer.testing import CliRunner

from c5watch.cli import app
from c5watch.settings import Settings, load_settings
from crawler.run import CrawlReport, crawl

# A crawl that tells of a page five times a second and does not care about Ctrl-C.
DEAF = """\
#!/bin/sh
trap '' INT
echo $$ > "$C5WATCH_HOME/pid"
while :; do echo '{"source": "a", "outcome": "stored"}'; sleep 0.2; done
"""


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    deaf = tmp_path / "python"
    deaf.write_text(DEAF, encoding="utf-8")
    deaf.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(deaf))
    return load_settings(tmp_path)


def _alive(settings: Settings) -> bool:
    return Path(f"/proc/{(settings.home / 'pid').read_text().strip()}").exists()


def test_a_stopped_crawl_that_does_not_end_is_killed_after_its_time(settings: Settings) -> None:
    pressed: list[float] = []

    def press_once(_source: str, _outcome: str) -> None:
        if not pressed:
            pressed.append(time.monotonic())
            raise KeyboardInterrupt

    report = crawl(["a"], settings, on_outcome=press_once, stop_seconds=1.0)
    assert report.stopped
    assert 0.9 < time.monotonic() - pressed[0] < 15
    assert not _alive(settings)


def test_a_second_ctrl_c_kills_the_crawl_at_once(settings: Settings) -> None:
    def press(_source: str, _outcome: str) -> None:
        raise KeyboardInterrupt

    begun = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        crawl(["a"], settings, on_outcome=press, stop_seconds=60.0)
    assert time.monotonic() - begun < 30
    assert not _alive(settings)


def test_a_crawl_that_was_stopped_by_ctrl_c_says_so_when_what_came_is_indexed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("C5WATCH_HOME", str(tmp_path))
    monkeypatch.setattr("crawler.run.crawl", lambda *_, **__: CrawlReport(counts=Counter({"stored": 0}), stopped=True))
    result = CliRunner().invoke(app, ["crawl", "kazinform"], standalone_mode=False)
    assert result.return_value == 130
    assert "Pages by outcome" in result.output
