"""The documentation matches the code."""

from __future__ import annotations

import json
import re
from pathlib import Path

import click
import pytest
import typer

from c5watch.article import article_schema
from c5watch.cli import app
from c5watch.settings import ROOT

README = (ROOT / "README.md").read_text("utf-8")
COMMANDS_DOC = (ROOT / "docs" / "commands.md").read_text("utf-8")
DOCUMENTS = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")] + sorted((ROOT / "docs").rglob("*.md"))


def commands(group: click.Group | None = None, prefix: str = "") -> dict[str, click.Command]:
    """Every command by its full name."""
    found: dict[str, click.Command] = {}
    for name, command in (group or typer.main.get_command(app)).commands.items():  # type: ignore[union-attr]  # the app is a group
        full = f"{prefix}{name}"
        found |= commands(command, f"{full} ") if hasattr(command, "commands") else {full: command}
    return found


def test_schema_file_is_the_one_of_the_code():
    stored = json.loads((ROOT / "docs" / "article.schema.json").read_text("utf-8"))
    assert stored == article_schema(), "run: make docs"


@pytest.mark.parametrize("name", sorted(commands()))
def test_every_command_has_help_and_an_example(name):
    text = commands()[name].help or ""
    assert "Example: `" in text
    assert f"c5watch {name}" in text or f"{name}" in text
    for parameter in commands()[name].params:
        assert getattr(parameter, "help", None), f"{name} {parameter.name} has no help"


@pytest.mark.parametrize("name", sorted(commands()))
def test_every_command_is_documented(name):
    assert f"c5watch {name}" in COMMANDS_DOC


def test_documents_name_only_files_that_exist():
    missing = []
    for document in DOCUMENTS:
        text = re.sub(r"```.*?```", "", document.read_text("utf-8"), flags=re.DOTALL)
        for path in re.findall(
            r"`((?:c5watch|crawler|pipelines|scheduler|knowledge|benchmarks|tests|docs|deploy)/[\w./-]+)`", text
        ):
            if not (ROOT / path).exists():
                missing.append(f"{document.relative_to(ROOT)}: {path}")
    assert not missing


def test_readme_shows_the_two_commands():
    assert "make demo" in README
    assert "make test" in README


def test_no_document_names_a_place_of_one_machine():
    for document in DOCUMENTS:
        assert not re.search(r"(?<![\w.])/(?:home|root|work|tmp|Users)/", document.read_text("utf-8")), Path(document).name
