"""``make bench``: every speed figure beside its peer, from the same run on the same machine; ratios are what counts."""

from __future__ import annotations

import importlib
import os
import sys
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.speed import Speed
from c5watch.settings import ROOT

TASKS = ("understanding", "chain", "crawling", "stories", "indexing", "searching")
HEADINGS = ("task", "unit", "ours", "peer", "its figure", "ratio", "goal")


def row(speed: Speed) -> tuple[str, ...]:
    """A figure as cells."""
    peer = "" if speed.peer is None else f"{speed.peer:,.1f}"
    ratio = "" if speed.ratio is None else f"{speed.ratio:.2f}"
    goal = "" if speed.goal is None else f"{speed.goal:.2f}"
    return (speed.task, speed.unit, f"{speed.ours:,.1f}", speed.peer_name, peer, ratio, goal)


def main() -> int:
    """Measure, print, write the table."""
    console = Console()
    place = os.environ.get("EVAL_DATA", "")
    if not place or not Path(place).is_dir():
        console.print(
            "Set EVAL_DATA to the folder of the evaluation sets; docs/evaluation-data.md says where the public sets come from."
        )
        return 2
    speeds: list[Speed] = []
    for name in sys.argv[1:] or TASKS:
        console.print(f"[dim]{name} …[/]")
        speeds += importlib.import_module(f"benchmarks.speed.{name}").measure(Path(place).resolve())
    table = Table(*HEADINGS)
    for speed in speeds:
        behind = speed.goal is not None and speed.ratio is not None and speed.ratio < speed.goal
        table.add_row(*row(speed), style="yellow" if behind else "")
    console.print(table)
    output = ROOT / "var" / "eval" / "speed.md"
    output.parent.mkdir(parents=True, exist_ok=True)
    lines = [
        "| " + " | ".join(HEADINGS) + " |",
        "|---" * len(HEADINGS) + "|",
        *("| " + " | ".join(row(s)) + " |" for s in speeds),
    ]
    output.write_text("\n".join(lines) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
