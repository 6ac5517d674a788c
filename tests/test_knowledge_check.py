"""`c5watch knowledge check` and `c5watch actors`, as an analyst meets them."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from c5watch.cli import app
from c5watch.errors import KnowledgeError
from c5watch.settings import ROOT


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the project's own knowledge."""
    copy = Path(shutil.copytree(ROOT / "knowledge", tmp_path / "knowledge"))
    monkeypatch.setenv("C5WATCH_KNOWLEDGE", str(copy))
    monkeypatch.setenv("COLUMNS", "200")
    return copy


def add(folder: Path, name: str, text: str) -> None:
    with (folder / name).open("a", encoding="utf-8") as file:
        file.write(text)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, arguments)


def faults_of(result: Result) -> list[str]:
    assert isinstance(result.exception, KnowledgeError), result.output
    return result.exception.faults


def test_a_watch_that_asks_for_what_does_not_exist_is_a_fault_with_its_line(folder: Path) -> None:
    add(folder, "watches.yaml", "\nnew:\n  name: New\n  query: party:kazakstan AND (topic:watr OR NOT summit:c5-plus-1-2024)\n")
    first, *others, counted = faults_of(run("knowledge", "check"))
    assert re.fullmatch(r"watches\.yaml:\d+: new\.query: there is no actor 'kazakstan': did you mean 'kazakhstan'\?", first)
    line = int(first.split(":")[1])
    assert (folder / "watches.yaml").read_text("utf-8").splitlines()[line - 1].startswith("  query:")
    assert [fault.split(": ", 2)[2].split(" '")[0] for fault in others] == ["there is no topic", "there is no meeting"]
    assert counted.startswith("3 faults in ")


def test_faults_of_watches_come_together_with_those_of_the_other_files(folder: Path) -> None:
    add(folder, "actors.yaml", "\nsomebody:\n  type: human\n  names: {ru: [Некто Некий]}\n")
    add(folder, "watches.yaml", "\nnew:\n  name: New\n  query: party:(\nother:\n  name: Other\n  query: party:somebody\n")
    faults = faults_of(run("knowledge", "check"))
    assert [fault.split(":")[0] for fault in faults[:-1]] == ["actors.yaml", "watches.yaml"]
    add(folder, "watches.yaml", "  colour: red\n")
    assert len(faults_of(run("knowledge", "check"))) == 4


def test_one_fault_is_one_fault(folder: Path) -> None:
    add(folder, "watches.yaml", "\nnew:\n  name: New\n  query: party:nobody\n")
    assert faults_of(run("knowledge", "check"))[-1].startswith("1 fault in ")


def test_an_id_in_capitals_or_of_an_agreement_that_only_newsrooms_know_is_no_fault(folder: Path) -> None:
    add(
        folder,
        "watches.yaml",
        "\nnew:\n  name: New\n  query: party:Kazakhstan agreement:mou-2025-11-06-1a2b3c4d country:kazakhstan\n",
    )
    assert run("knowledge", "check").stdout.startswith("No faults. ")


def test_a_watch_of_an_agreement_that_does_not_exist_is_told(folder: Path) -> None:
    add(folder, "watches.yaml", "\nnew:\n  name: New\n  query: agreement:us-kz-critical-mineral-mou\n")
    assert (
        "there is no agreement 'us-kz-critical-mineral-mou': did you mean 'us-kz-critical-minerals-mou'?"
        in faults_of(run("knowledge", "check"))[0]
    )


def test_an_entry_with_a_fault_is_checked_in_every_other_part_at_once(folder: Path) -> None:
    add(
        folder,
        "agreements.yaml",
        "\nnew-pact:\n  names: {en: [The new pact of nobody]}\n  instrument: pact\n  scope: international\n"
        "  parties: [kazakstan]\n  summit: c5-plus-1-1999-01-01\n  place: astanaa\n  colour: red\n",
    )
    add(folder, "watches.yaml", "\nnew:\n  query: party:nobody\n  chanels: [file]\n")
    places = {fault.split(": ")[1] for fault in faults_of(run("knowledge", "check"))[:-1]}
    assert places == {
        *(f"new-pact.{key}" for key in ("instrument", "parties.0", "summit", "place", "colour")),
        *(f"new.{key}" for key in ("name", "query", "chanels")),
    }


def test_blanks_around_a_value_do_no_harm_beside_a_key_that_is_wrong(folder: Path) -> None:
    add(folder, "actors.yaml", '\nsomebody:\n  type: person\n  names: {en: [Some Body]}\n  country: "KZ "\n  colour: red\n')
    add(folder, "watches.yaml", '\nnew:\n  name: New\n  query: party:nobody\n  channels: ["FILE "]\n  colour: red\n')
    places = {fault.split(": ")[1] for fault in faults_of(run("knowledge", "check"))[:-1]}
    assert places == {"somebody.colour", "new.query", "new.colour"}


def test_a_file_that_cannot_be_read_is_one_fault(folder: Path) -> None:
    add(folder, "actors.yaml", "\nnew: [\n")
    add(folder, "agreements.yaml", "\nnew: {\n")
    add(folder, "watches.yaml", "\nnew:\n  name: New\n  query: party:nobody agreement:nothing\n")
    assert [fault.split(":")[0] for fault in faults_of(run("knowledge", "check"))[:-1]] == ["actors.yaml", "agreements.yaml"]


def test_a_channel_without_an_address_is_told_but_no_fault(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add(folder, "watches.yaml", "\nnew:\n  name: New\n  query: party:kazakhstan\n  channels: [file, DESK_CHAT]\n")
    result = run("knowledge", "check")
    assert result.exit_code == 0
    assert "The channel DESK_CHAT (new) has no address here" in " ".join(result.output.split())
    monkeypatch.setenv("DESK_CHAT", "json://127.0.0.1/")
    assert "DESK_CHAT" not in run("knowledge", "check").output


def test_a_watch_of_a_merged_actor_is_told_the_id_that_stayed(folder: Path) -> None:
    merged = (
        "- {action: split, actor: sergio-gor, new: sergio-gora, names: [Sergio Gora], reason: only a test}\n"
        "- {action: merge, actor: sergio-gora, into: sergio-gor, reason: only a test}\n"
    )
    (folder / "overrides.yaml").write_text(merged, "utf-8")
    add(folder, "watches.yaml", "\nnew:\n  name: New\n  query: actor:sergio-gora\n")
    assert "actor:sergio-gora was merged into sergio-gor: write actor:sergio-gor" in faults_of(run("knowledge", "check"))[0]
