"""Searches, watches and lists of agreements say what they look for in vain."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from c5watch.cli import app
from c5watch.settings import ROOT
from c5watch.store import Store
from tests.command import PAGE, run_here, said


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("party:kazahstan", "There is no actor 'kazahstan': did you mean 'kazakhstan'"),
        ("actor:Токаев AND kind:opinion", "did you mean 'kassym-jomart-tokayev'"),
        ("party:uz", "did you mean 'uzbekistan'"),
        ("actor:no-such", "There is no actor 'no-such'."),
        ("Азиз Канатбек", "actor:kanatbek-aziz finds 0 articles"),
    ],
)
def test_search_that_finds_nothing_says_why(filled, query, words):
    result = run_here("search", query, home=filled)
    assert result.returncode == 0
    assert "0 found" in result.stdout.decode()
    assert words in said(result)


def test_search_says_what_does_not_exist_though_the_rest_finds_something(filled):
    result = run_here("search", "actor:tokaev OR (меморандум NOT topic:watr)", "--json", home=filled)
    assert json.loads(result.stdout)["total"] == 1
    assert (
        said(result)
        == "There is no actor 'tokaev': did you mean 'kassym-jomart-tokayev'? There is no topic 'watr': did you mean 'water'?"
    )
    assert said(run_here("search", "actor:united-states script:cyrl", home=filled)) == ""


WATCHES = """
lost:
  name: Agreements of nobody
  query: party:kazahstan
off:
  name: Agreements of others
  query: party:nobody
  enabled: false
coded:
  name: What concerns a state by its code
  query: country:KZ
"""


def test_a_watch_for_what_does_not_exist_is_told_wherever_watches_matter(home):
    watches = Path(shutil.copytree(ROOT / "knowledge", home / "knowledge")) / "watches.yaml"
    watches.write_text(watches.read_text("utf-8") + WATCHES, "utf-8")
    told = (
        "The watch lost waits in vain: there is no actor 'kazahstan': did you mean 'kazakhstan'? Mend its query in watches.yaml."
    )
    for command in (("watches",), ("import", home / "page.html"), ("reprocess",)):
        words = said(run_here(*command, home=home))
        assert words.startswith(told)
        assert words.count("waits in vain") == 1
    doctor = run_here("doctor", home=home)
    assert doctor.returncode == 1
    assert f"wrong watches: {told}" in doctor.stdout.decode()


def test_a_watch_that_cannot_be_read_stops_the_work_before_it_begins(home):
    watches = Path(shutil.copytree(ROOT / "knowledge", home / "knowledge")) / "watches.yaml"
    watches.write_text(f"{watches.read_text('utf-8')}\nbroken:\n  name: Broken\n  query: 'party:('\n", "utf-8")
    other = home / "other.html"
    other.write_text(PAGE.replace("меморандум", "договор"), "utf-8")
    result = run_here("import", other, home=home)
    assert (result.returncode, result.stdout) == (2, b"")
    (line,) = result.stderr.decode().strip().splitlines()
    assert line.startswith("watches.yaml: broken.query: The query is wrong at character 8")
    assert line.endswith("Mend it; `c5watch knowledge check` shows the place.")
    assert json.loads(run_here("stats", "--json", home=home).stdout)["total"]["articles"] == 1


def test_search_that_finds_nothing_of_what_is_known_stays_short(filled):
    assert said(run_here("search", "actor:kanatbek-aziz kind:opinion", home=filled)) == ""
    assert said(run_here("search", "velociped", home=filled)) == ""


def test_fields_alone_find_the_newest_first(home, tmp_path):
    days = (3, 9, 6)
    for day in days:
        page = PAGE.replace("2025-11-07", f"2025-11-0{day}").replace("двух стран", f"двух стран, всего {day} документа")
        (tmp_path / f"{day}.html").write_text(page, "utf-8")
    assert run_here("import", *(tmp_path / f"{day}.html" for day in days), home=home).returncode == 0
    found = json.loads(run_here("search", "kind:news", "--json", home=home).stdout)["hits"]
    assert [hit["published_at"][:10] for hit in found] == ["2025-11-09", "2025-11-07", "2025-11-06", "2025-11-03"]


@pytest.mark.parametrize(
    ("options", "limits"),
    [
        ((), [8]),
        (("--party", "kassym-jomart-tokayev"), [8]),
        (("--party", "kazakhstan"), [8, None]),
        (("--country", "KZ"), [None]),
    ],
)
def test_no_more_agreements_are_read_than_are_needed(filled, monkeypatch, options, limits):
    asked = []
    read = Store.agreements

    def agreements(store, *, limit=None, **questions):
        asked.append(limit)
        return read(store, limit=limit, **questions)

    monkeypatch.setattr(Store, "agreements", agreements)
    result = CliRunner().invoke(app, ["--home", str(filled), "agreements", "--limit", "7", *options])
    assert result.exit_code == 0
    assert asked == limits


TWO_DEALS = (
    "Казахстан и Узбекистан подписали соглашение о водных ресурсах.",
    "Казахстан и Таджикистан подписали меморандум о туризме.",
)


def test_a_list_that_is_cut_says_how_many_there_are(home, tmp_path):
    for number, text in enumerate(TWO_DEALS):
        (tmp_path / f"{number}.txt").write_text(text, "utf-8")
    assert run_here("import", *sorted(tmp_path.glob("*.txt")), home=home).returncode == 0
    cut = run_here("agreements", "--limit", "1", home=home)
    assert "1 of 3; --limit 3 shows all" in said(cut)
    by_country = run_here("agreements", "--country", "Kazakhstan", "--limit", "2", "--json", home=home)
    assert "2 of 3" in said(by_country)
    assert len(by_country.stdout.splitlines()) == 2
    assert said(run_here("agreements", "--limit", "3", home=home)) == ""


def test_a_state_is_known_by_code_and_by_id_in_every_command(filled):
    totals = {
        json.loads(run_here("search", f"country:{one}", "--json", home=filled).stdout)["total"] for one in ("KZ", "kazakhstan")
    }
    found = {run_here("agreements", "--json", "--country", one, home=filled).stdout for one in ("kz", "KZ", "kazakhstan")}
    assert totals == {1}
    assert len(found) == 1
    assert len(found.pop().splitlines()) == 1


def test_export_compares_articles_without_a_date_by_their_fetch_and_says_how_many_it_wrote(home, tmp_path):
    (tmp_path / "undated.txt").write_text(TWO_DEALS[0], "utf-8")
    now = {"C5WATCH_NOW": "2026-03-10T12:00:00+00:00"}
    assert run_here("import", tmp_path / "undated.txt", home=home, env=now).returncode == 0
    for options, written in (
        (("--since", "2026-03-10", "--until", "2026-03-10"), 1),
        (("--since", "2026-03-11"), 0),
        (("--since", "2025-11-07", "--until", "2025-11-07"), 1),
        ((), 2),
    ):
        result = run_here("export", *options, home=home)
        assert len(result.stdout.splitlines()) == written
        assert f"{written} article" in said(result)
    result = run_here("export", "--output", tmp_path / "all.jsonl", home=home)
    assert (said(result), len((tmp_path / "all.jsonl").read_text("utf-8").splitlines())) == ("2 articles written.", 2)
