"""``make figures``: the tables of the last ``make eval`` and ``make bench`` put into the documents.

``docs/figures.md`` gets them whole, the README those rows of ``make eval`` that have a goal.
"""

# ruff: noqa: INP001 - the folder holds packages and this script

from __future__ import annotations

import sys
from pathlib import Path

from c5watch.settings import ROOT

MEASURED = ROOT / "var" / "eval"
README = ROOT / "README.md"
BEGIN, END = "<!-- figures: written by make figures -->", "<!-- end of figures -->"


def read_rows(path: Path) -> list[list[str]]:
    """The cells of a Markdown table, with its head."""
    lines = path.read_text("utf-8").splitlines()
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if not line.startswith("|---")]


def shorten(rows: list[list[str]]) -> list[str]:
    """The rows that have a goal, each with its first baseline."""
    first: dict[tuple[str, str, str], list[str]] = {}
    for row in rows[1:]:
        if row[-1]:
            first.setdefault((row[0], row[1], row[3]), row)
    return ["| " + " | ".join(rows[0]) + " |", "|---" * len(rows[0]) + "|", *(f"| {' | '.join(row)} |" for row in first.values())]


def main() -> int:
    """Write both documents; the tables must have been measured before."""
    quality, speed = MEASURED / "quality.md", MEASURED / "speed.md"
    if missing := [path.name for path in (quality, speed) if not path.exists()]:
        print(f"Run `make eval` and `make bench` first: {' and '.join(missing)} missing in var/eval.", file=sys.stderr)
        return 2
    text = README.read_text("utf-8")
    head, _, rest = text.partition(BEGIN)
    _, _, tail = rest.partition(END)
    README.write_text("\n".join([f"{head}{BEGIN}", "", *shorten(read_rows(quality)), "", f"{END}{tail}"]), "utf-8")
    whole = (
        "# Figures\n\nWritten by `make figures` from one run of `make eval` and one of `make bench`;"
        " [quality.md](quality.md) explains them."
        f"\n\n## Quality\n\n{quality.read_text('utf-8')}\n## Speed\n\n{speed.read_text('utf-8')}"
    )
    (ROOT / "docs" / "figures.md").write_text(whole, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
