"""The demo as a person runs it: two rounds over the sample newsroom, outcomes that add up, one new alert, searches that go on."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from c5watch.cli.context import Context
from c5watch.cli.demo_home import empty, note_knowledge, own_things
from c5watch.knowledge import load_knowledge
from c5watch.search.elastic import ElasticIndex
from c5watch.settings import ROOT
from tests.command import run_here
from tests.node import NODE
from tests.test_search_contract import article

# Whoever runs one of these has run the demo: no second process of the suite shall.
pytestmark = pytest.mark.xdist_group("demo")


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    """The home and the output of one run."""
    home = tmp_path_factory.mktemp("demo")
    result = _run("demo", home=home)
    assert result.returncode == 0, result.stderr
    return home, result


def _run(*arguments: str, home: object) -> subprocess.CompletedProcess[str]:
    """As a person runs it."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "160", "DEMO_SERVE": "0"}
    command = [sys.executable, "-m", "c5watch", "--home", str(home), *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=400, check=False)


def _ask(*arguments: str, home: Path) -> str:
    """What a command that goes on with a home prints, asked in this process."""
    result = run_here(*arguments, home=home)
    assert result.returncode == 0, result.stderr.decode()
    return result.stdout.decode()


@pytest.mark.timeout(500)
def test_demo_ends_by_itself_with_tables_and_searches(demo):
    _, result = demo
    assert "Traceback" not in result.stdout + result.stderr
    for heading in ("Round 1", "Round 2", "What was understood", "Interviews", "Alerts", "One name across scripts"):
        assert heading in result.stdout
    assert len(re.findall(r"\d+ found in", result.stdout)) == 2


def test_second_round_brings_exactly_one_alert_for_the_new_signing(demo):
    home, result = demo
    first, second = result.stdout.split("Round 2", 1)
    assert "1 new alert;" in result.stderr
    alerts = [json.loads(line) for line in _ask("alerts", "--json", "--limit", "500", home=home).splitlines()]
    fresh = [alert for alert in alerts if "сейсмолог" in alert["sentence"].lower()]
    assert len(fresh) == 1
    assert fresh[0]["status"] == "signed"
    assert first
    assert second


def test_what_follows_the_demo_goes_on_with_its_watch_and_sources(demo):
    home, _ = demo
    (watch,) = [json.loads(line) for line in _ask("watches", "--json", home=home).splitlines()]
    given = _ask("alerts", "--watch", watch["id"], "--json", "--limit", "500", home=home).splitlines()
    assert watch["alerts"] == len(given) > 1
    assert "altyn" in _ask("sources", home=home)


def test_every_alert_says_which_agreement_it_is_about(demo):
    home, result = demo
    told = result.stdout.split("Alerts", 1)[1]
    alerts = [json.loads(line) for line in _ask("alerts", "--json", "--limit", "500", home=home).splitlines()]
    assert len({(alert["agreement_name"], *alert["new"]) for alert in alerts}) == len(alerts)
    assert all(alert["agreement_name"] in told and alert["agreement"] in told and alert["said_by"] for alert in alerts)


def test_who_acts_and_the_ids_of_agreements_are_shown(demo):
    home, result = demo
    shown = result.stdout.split("What was understood", 1)[1]
    persons = shown.split("Persons", 1)[1].split("Organisations", 1)[0]
    assert "kassym-jomart-tokayev" in persons
    interviews = [json.loads(line) for line in _ask("export", home=home).splitlines() if '"kind": "interview"' in line]
    assert len(interviews) == 10
    assert all(
        who["name"] in persons or who["actor"] in persons for one in interviews for who in one["interview"]["interviewees"]
    )
    assert "washington" not in shown.split("Summits", 1)[0]
    (command,) = re.findall(r"c5watch --home \S+ agreements ([a-z]\S+)", result.stdout)
    assert _ask("agreements", command, home=home)


def test_outcomes_add_up_to_the_pages(demo):
    home, _ = demo
    stats = json.loads(_ask("stats", "--json", home=home))
    assert sum(stats["outcomes"].values()) == stats["total"]["pages"]
    assert not [name for name in stats["outcomes"] if name.startswith("quarantined")]
    assert stats["total"]["articles"] >= 55
    assert set(stats["language"]) == {"ru", "en", "kk", "ky", "uz", "tg", "tk"}


@pytest.mark.parametrize("query", ["Токаев", "Tokayev", "Тоқаев", "To‘qayev"])
def test_one_name_finds_articles_in_several_languages_and_scripts(demo, query):
    home, _ = demo
    found = json.loads(_ask("search", query, "--json", "--limit", "50", home=home))
    assert {"ru", "kk", "ky", "uz", "en"} <= {hit["language"] for hit in found["hits"]}


def test_interviews_are_searchable_beside_the_coverage_of_their_summit(demo):
    home, _ = demo
    found = json.loads(_ask("search", "summit:c5-plus-1-2025-11-06", "--json", "--limit", "100", home=home))
    kinds = dict(found["facets"]["kind"])
    assert kinds.get("interview", 0) >= 3
    assert kinds.get("news", 0) >= 10


@pytest.mark.timeout(200)
def test_ctrl_c_while_pages_are_understood_ends_the_demo_and_every_process_of_it(tmp_path):
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "DEMO_SERVE": "0"}
    command = [sys.executable, "-m", "c5watch", "--home", str(tmp_path), "demo"]
    output = tmp_path / "output"
    with (
        output.open("wb") as file,
        subprocess.Popen(
            command, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, stdout=file, stderr=file, start_new_session=True
        ) as process,
    ):
        # The nursery's command line names the knowledge folder of this home.
        while not (children := _processes_with(f"{tmp_path}/knowledge")):
            assert process.poll() is None
            time.sleep(0.1)
        os.killpg(process.pid, signal.SIGINT)
        assert process.wait(60) == 130
    said = output.read_text(encoding="utf-8")
    assert "Round 2" not in said
    assert "Stopped." in said
    assert not children & _processes_with(str(tmp_path))


def _processes_with(words: str) -> set[str]:
    listed = subprocess.run(["ps", "-eww", "-o", "pid=,args="], capture_output=True, text=True, check=True).stdout.splitlines()
    return {line.split()[0] for line in listed if words in line}


def _node(action: str, name: str) -> str:
    done = subprocess.run([sys.executable, NODE, action, "--name", name], capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(done.stderr.strip())
    return done.stdout.strip()


@pytest.mark.soak
@pytest.mark.elasticsearch
@pytest.mark.timeout(900)
def test_demo_on_a_server_can_be_repeated_and_leaves_other_articles_alone(tmp_path):
    name = f"demo-{os.getpid()}"
    try:
        url = _node("start", name)
        for _ in range(2):
            result = _run("--index", url, "demo", home=tmp_path)
            assert result.returncode == 0, result.stderr
            assert len(re.findall(r"\d+ found in .*elasticsearch", result.stdout)) == 2
            found = _run("--index", url, "search", "Токаев", "--json", home=tmp_path)
            hits = [json.loads(line) for line in found.stdout.splitlines()]
            assert {"kk", "uz", "en"} <= {hit["language"] for answer in hits for hit in answer.get("hits", [answer])}
            verified = _run("--index", url, "index", "verify", "--no-repair", home=tmp_path)
            assert (verified.returncode, verified.stdout.strip()) == (0, "0 missing, 0 differing, 0 surplus articles found.")
        index = ElasticIndex(url, load_knowledge(ROOT / "knowledge"))
        index.write([article("somebody-elses", "Саммит", "Токаев о саммите.")])
        held = index.count()
        result = _run("--index", url, "demo", home=tmp_path)
        assert result.returncode != 0
        assert "holds other articles" in result.stderr
        assert index.count() == held
        index.close()
    finally:
        _node("stop", name)
        shutil.rmtree(Path(_node("folder", name)), ignore_errors=True)


def test_signed_agreements_of_two_states_are_listed_with_who_says_it_in_which_language(demo):
    home, _ = demo
    both = ("--party", "kazakhstan", "--party", "united-states")
    signed = [json.loads(line) for line in _ask("agreements", *both, "--status", "signed", "--json", home=home).splitlines()]
    assert signed
    assert all({"kazakhstan", "united-states"} <= set(held["parties"]) and held["status"] == "signed" for held in signed)
    (minerals,) = [held for held in signed if held["id"] == "us-kz-critical-minerals-mou"]
    assert {"ru", "kk", "en"} <= {report["language"] for report in minerals["reports"]}
    assert {"editorial", "answer"} <= {claim["voice"] for report in minerals["reports"] for claim in report["claims"]}
    shown = _ask("agreements", "us-kz-critical-minerals-mou", home=home)
    assert all(report["article"] in shown for report in minerals["reports"])


def test_what_the_demo_says_is_signed_by_both_is_one_agreement_of_both(demo):
    home, result = demo
    told = result.stdout.rpartition("Signed between the United States and Kazakhstan")[2]
    both = ("--party", "kazakhstan", "--party", "united-states", "--status", "signed", "--json")
    signed = [json.loads(line) for line in _ask("agreements", *both, home=home).splitlines()]
    listed = re.findall(r"^([a-z0-9-]+)  \d+ articles?$", told, re.MULTILINE)
    assert listed == [held["id"] for held in signed]


def test_agreements_of_two_countries_are_those_of_their_companies_too(demo):
    home, _ = demo
    both = ("--country", "kz", "--country", "US", "--limit", "500")
    wide = [json.loads(line) for line in _ask("agreements", *both, "--json", home=home).splitlines()]
    states = ("--party", "kazakhstan", "--party", "united-states", "--limit", "500")
    narrow = [json.loads(line) for line in _ask("agreements", *states, "--json", home=home).splitlines()]
    ids = {held["id"] for held in wide}
    assert {held["id"] for held in narrow} < ids
    assert {"air-astana-boeing-787", "ktz-wabtec"} & ids
    more = f"{len(wide) - len(narrow)} more with companies, agencies or regions of these states: --country KZ --country US"
    assert more in _ask("agreements", *states, home=home)
    assert "more with" not in _ask("agreements", *both, home=home)


def test_alerts_name_the_files_they_were_written_to(demo):
    home, result = demo
    for told in (result.stdout, _ask("alerts", home=home)):
        for path in re.findall(r"(?:file|feed): (/\S+)", told):
            assert Path(path).is_file()
        assert f"file: {home}/alerts/alerts.jsonl" in told


def test_every_command_of_the_readme_runs_on_the_demo(demo):
    home, _ = demo
    readme = (ROOT / "README.md").read_text("utf-8")
    commands = re.findall(r"^c5watch --home var/demo (.*)$", readme, re.MULTILINE)
    assert len(commands) >= 6
    for command in commands:
        result = _run(*shlex.split(command, comments=True), home=home)
        assert result.returncode == 0, (command, result.stderr)
        assert not re.search(r"\b0 found|No stored article", result.stdout), command


def test_a_demo_of_ones_own_is_not_thrown_away_without_a_yes(demo, tmp_path):
    home = Path(shutil.copytree(demo[0], tmp_path / "home"))
    (tmp_path / "text.txt").write_text("Саммит прошёл\nПрезидент Токаев принял участие в саммите C5+1 в Вашингтоне.", "utf-8")
    _ask("import", str(tmp_path / "text.txt"), home=home)
    _ask("actors", "ignore", "Отель Казахстан", "--reason", "a hotel", home=home)
    held = json.loads(_ask("stats", "--json", home=home))["total"]
    result = _run("demo", home=home)
    assert result.returncode == 0, result.stderr
    assert "1 article that you brought in" in result.stdout
    assert "overrides.yaml" in result.stdout
    assert "demo --anew" in result.stdout
    assert "What was understood" in result.stdout
    assert "Round 1" not in result.stdout
    assert json.loads(_ask("stats", "--json", home=home))["total"] == held


def test_what_is_lost_with_a_new_demo_is_only_what_is_ones_own(demo, tmp_path):
    home = Path(shutil.copytree(demo[0], tmp_path / "home"))
    app = Context(home=home)
    assert own_things(app) == []
    with (home / "knowledge" / "watches.yaml").open("a", encoding="utf-8") as file:
        file.write("water: {name: Water, query: 'topic:water'}\n")
    (own,) = own_things(app)
    assert "watches.yaml" in own
    empty(home)
    note_knowledge(home)
    assert own_things(app) == []
    assert app.is_new


def test_archived_pages_are_ones_own_where_no_database_says_otherwise(tmp_path, monkeypatch):
    app = Context(home=tmp_path / "home")
    page = app.settings.archive / "2025" / "imported.warc.gz"
    page.parent.mkdir(parents=True)
    page.write_bytes(b"a page")
    (own,) = own_things(app)
    assert str(app.settings.archive) in own
    monkeypatch.setenv("C5WATCH_DATABASE_URL", f"sqlite:///{tmp_path}/elsewhere.db")
    assert own_things(Context(home=tmp_path / "home")) == [own]


@pytest.mark.parametrize("written", ['{"actors.yaml": "0b', "[]", None])
def test_knowledge_without_a_whole_note_of_the_demo_is_ones_own(tmp_path, written):
    (tmp_path / "knowledge").mkdir()
    (tmp_path / "knowledge" / "actors.yaml").write_text("{}")
    if written is not None:
        (tmp_path / "demo.json").write_text(written)
    (own,) = own_things(Context(home=tmp_path))
    assert "that no demo of this version made" in own
