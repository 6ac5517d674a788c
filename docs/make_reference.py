"""Writes what the code itself knows best: ``docs/commands.md`` and ``docs/article.schema.json`` (run by ``make docs``)."""  # noqa: INP001 - a script

from __future__ import annotations

import json
import re

import click
import typer

from c5watch.article import article_schema
from c5watch.cli import app
from c5watch.settings import ROOT

_INTRODUCTION = """# Commands

Written by `make docs` from the help of the commands themselves. `--home` and `--index` stand before the command:
`c5watch --home var/demo search Tokayev`. Without installing, `c5watch` is `.venv/bin/python -m c5watch` in the checkout.

Exit status: 0 done, 1 something failed (the sentence says what), 2 wrong input or settings, 70 unexpected (see `error.log` in the
home), 130 stopped by Ctrl-C.
"""


def commands(group: click.Group, prefix: str = "") -> dict[str, click.Command]:
    """Every command by its full name."""
    found: dict[str, click.Command] = {}
    for name, command in group.commands.items():
        nested = getattr(command, "commands", None)
        found |= commands(command, f"{prefix}{name} ") if nested else {f"{prefix}{name}": command}  # type: ignore[arg-type]  # a group
    return found


def describe(name: str, command: click.Command) -> str:
    """One command as Markdown."""
    lines = [f"## c5watch {name}", "", re.sub(r"\n[ \t]+", "\n", command.help or "").strip(), ""]
    rows = []
    for parameter in command.params:
        shown = ", ".join(parameter.opts) if parameter.param_type_name == "option" else parameter.name
        rows.append(f"| `{shown}` | {getattr(parameter, 'help', '') or ''} |")
    if rows:
        lines += ["| option | meaning |", "|---|---|", *rows, ""]
    return "\n".join(lines)


def main() -> None:
    """Write both files."""
    group = typer.main.get_command(app)
    text = _INTRODUCTION + "\n" + "\n".join(describe(*item) for item in commands(group).items())  # type: ignore[arg-type]  # a group
    (ROOT / "docs" / "commands.md").write_text(text, "utf-8")
    schema = json.dumps(article_schema(), ensure_ascii=False, indent=1)
    (ROOT / "docs" / "article.schema.json").write_text(schema + "\n", "utf-8")


if __name__ == "__main__":
    main()
