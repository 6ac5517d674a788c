"""The demo as a person runs it: two rounds over the sample newsroom, outcomes that add up, one new alert, searches that go on."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys

import pytest

from c5watch.settings import ROOT


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    """The home and the output of one run."""
    home = tmp_path_factory.mktemp("demo")
    result = _run("demo", home=home)
    assert result.returncode == 0, result.stderr
    return home, result


def _run(*arguments: str, home: object) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "160", "DEMO_SERVE": "0"}
    command = [sys.executable, "-m", "c5watch", "--home", str(home), *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=400, check=False)


@pytest.mark.timeout(500)
def test_demo_ends_by_itself_with_tables_and_three_searches(demo):
    _, result = demo
    assert "Traceback" not in result.stdout + result.stderr
    for heading in ("Round 1", "Round 2", "What was understood", "Interviews", "Alerts", "One name across scripts"):
        assert heading in result.stdout
    assert len(re.findall(r"\d+ found in", result.stdout)) == 3


def test_second_round_brings_exactly_one_alert_for_the_new_signing(demo):
    home, result = demo
    first, second = result.stdout.split("Round 2", 1)
    assert "1 new alerts" in result.stderr
    alerts = [json.loads(line) for line in _run("alerts", "--json", "--limit", "500", home=home).stdout.splitlines()]
    fresh = [alert for alert in alerts if "сейсмолог" in alert["sentence"].lower()]
    assert len(fresh) == 1
    assert fresh[0]["status"] == "signed"
    assert first
    assert second


def test_outcomes_add_up_to_the_pages(demo):
    home, _ = demo
    stats = json.loads(_run("stats", "--json", home=home).stdout)
    assert sum(stats["outcomes"].values()) == stats["total"]["pages"]
    assert not [name for name in stats["outcomes"] if name.startswith("quarantined")]
    assert stats["total"]["articles"] >= 55
    assert set(stats["language"]) == {"ru", "en", "kk", "ky", "uz", "tg", "tk"}


@pytest.mark.parametrize("query", ["Токаев", "Tokayev", "Тоқаев", "To‘qayev"])
def test_one_name_finds_articles_in_several_languages_and_scripts(demo, query):
    home, _ = demo
    found = json.loads(_run("search", query, "--json", "--limit", "50", home=home).stdout)
    assert {"ru", "kk", "ky", "uz", "en"} <= {hit["language"] for hit in found["hits"]}


def test_interviews_are_searchable_beside_the_coverage_of_their_summit(demo):
    home, _ = demo
    found = json.loads(_run("search", "summit:c5-plus-1-2025-11-06", "--json", "--limit", "100", home=home).stdout)
    kinds = dict(found["facets"]["kind"])
    assert kinds.get("interview", 0) >= 3
    assert kinds.get("news", 0) >= 10
