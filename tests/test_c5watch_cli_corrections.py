"""Corrections by analysts, and what reprocessing makes of stored articles."""

from __future__ import annotations

import json
import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from c5watch.settings import ROOT
from tests.command import PAGE, run_here, said


@pytest.mark.parametrize("document", ["knowledge/README.md", "docs/commands.md"])
def test_every_printed_correction_can_be_made(tmp_path, document):
    knowledge = shutil.copytree(ROOT / "knowledge", tmp_path / "knowledge")
    text = (ROOT / document).read_text("utf-8")
    commands = re.findall(r'c5watch (actors (?:split|merge|alias|ignore) [^`]*?--reason\s+"[^"]+")', text)
    assert len(commands) >= 5
    for command in commands:
        result = run_here(*shlex.split(command), home=tmp_path / "home", env={"C5WATCH_KNOWLEDGE": str(knowledge)})
        assert result.returncode == 0, (command, said(result))


def test_a_correction_that_changes_nothing_or_joins_two_posts_is_doubted(home):
    shutil.copytree(ROOT / "knowledge", home / "knowledge")
    for actor, form, doubted in (
        ("kassym-jomart-tokayev", "Ромашкин", True),
        ("kassym-jomart-tokayev", "важным шагом", False),
        ("kassym-jomart-tokayev", "Токаев", False),
    ):
        result = run_here("actors", "ignore", form, "--actor", actor, "--reason", "a trial", home=home)
        assert (result.returncode, "nothing changes by this yet" in said(result)) == (0, doubted), said(result)
    joined = run_here("actors", "merge", "yerlan-akkenzhenov", "erlan-karin", "--reason", "a trial", home=home)
    assert (joined.returncode, "if they are two people" in said(joined)) == (0, True), said(joined)
    split = run_here("actors", "split", "sadyr-japarov", "a-japarov", "Жапаровв", "--reason", "a trial", home=home)
    assert split.returncode != 0
    assert "has no name 'Жапаровв'; it has " in said(split)
    assert "Садыр Жапаров" in said(split)


def test_two_states_are_not_merged(tmp_path):
    knowledge = shutil.copytree(ROOT / "knowledge", tmp_path / "knowledge")
    merge = ("actors", "merge", "uzbekistan", "kazakhstan", "--reason", "a slip")
    result = run_here(*merge, home=tmp_path / "home", env={"C5WATCH_KNOWLEDGE": str(knowledge)})
    assert result.returncode == 2
    assert "uzbekistan and kazakhstan are two states" in said(result)
    assert (knowledge / "overrides.yaml").read_bytes() == (ROOT / "knowledge" / "overrides.yaml").read_bytes()


def test_who_is_ignored_is_nobody_after_reprocessing(tmp_path):
    home = tmp_path / "home"
    shutil.copytree(ROOT / "knowledge", home / "knowledge")
    text = "Азиз Каримбердиев сообщил о планах. Планы Азиза Каримбердиева поддержал Олег Вехов. Каримбердиев доволен."
    (tmp_path / "text.txt").write_text(text, "utf-8")
    assert run_here("import", tmp_path / "text.txt", home=home).returncode == 0

    def named() -> set[str]:
        (article,) = map(json.loads, run_here("export", home=home).stdout.splitlines())
        return {mention["text"] for mention in article["mentions"]}

    assert {"Азиз Каримбердиев", "Олег Вехов"} <= named()
    assert b"none are understood otherwise" in run_here("reprocess", home=home).stdout
    assert run_here("actors", "ignore", "Азиз Каримбердиев", "--reason", "a figure of speech", home=home).returncode == 0
    assert b"1 article is understood otherwise" in run_here("reprocess", home=home).stdout
    assert not [name for name in named() if "Каримбердиев" in name]
    assert "Олег Вехов" in named()


HIDDEN = "  interval_minutes: 30\n  hints: {remove: [article]}\n"
ADDRESS = "https://www.inform.kz/ru/memorandum-48875f"


@pytest.fixture
def desk(tmp_path):
    """A page and a home with a knowledge of its own, whose every command has a day."""
    (tmp_path / "page.html").write_text(PAGE, "utf-8")
    sources = Path(shutil.copytree(ROOT / "knowledge", tmp_path / "home" / "knowledge")) / "sources" / "kz.yaml"
    shown = sources.read_text("utf-8")

    def do(day: str, *arguments: object, hidden: bool = False) -> subprocess.CompletedProcess[bytes]:
        sources.write_text(shown.replace("  interval_minutes: 30\n", HIDDEN, 1) if hidden else shown, "utf-8")
        given = [tmp_path / one if str(one).endswith(".html") else one for one in arguments]
        result = run_here(*given, home=tmp_path / "home", env={"C5WATCH_NOW": f"{day}T12:00:00+00:00"})
        assert result.returncode == 0, said(result)
        return result

    return do


def test_an_article_whose_page_is_none_after_all_leaves_store_and_index(desk):
    desk("2025-11-08", "import", "page.html", "--url", ADDRESS)
    desk("2025-11-09", "reprocess", hidden=True)
    assert json.loads(desk("2025-11-09", "search", "", "--json").stdout)["total"] == 0
    stats = json.loads(desk("2025-11-09", "stats", "--json").stdout)
    ((outcome, pages),) = stats["outcomes"].items()
    assert (outcome.partition("/")[0], pages, stats["total"]["articles"], stats["total"]["agreements"]) == ("dropped", 1, 0, 0)
    told = desk("2025-11-09", "alerts", "--json").stdout
    assert len(told.splitlines()) == 3
    desk("2026-05-09", "reprocess")
    assert json.loads(desk("2026-05-09", "search", "", "--json").stdout)["total"] == 1
    assert json.loads(desk("2026-05-09", "stats", "--json").stdout)["outcomes"] == {"stored": 1}
    assert desk("2026-05-09", "alerts", "--json").stdout == told


@pytest.mark.parametrize(("day", "alerts"), [("2025-11-09", 3), ("2026-05-09", 0)])
def test_what_reprocessing_finds_is_news_by_the_day_of_its_page(desk, tmp_path, day, alerts):
    desk("2025-11-08", "import", "page.html", "--url", ADDRESS, hidden=True)
    desk(day, "reprocess")
    assert json.loads(desk(day, "stats", "--json").stdout)["outcomes"] == {"stored": 1}
    assert len(desk(day, "alerts", "--json").stdout.splitlines()) == alerts
    (tmp_path / "other.html").write_text(PAGE.replace("важным шагом", "большим шагом"), "utf-8")
    desk(day, "import", "other.html", "--url", "https://www.inform.kz/ru/other-48876a")
    assert len(desk(day, "alerts", "--json").stdout.splitlines()) == alerts
