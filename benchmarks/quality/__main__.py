"""``make eval``: every quality figure beside its baseline from the same run; wrong cases go to a file for reading.

``EVAL_DATA`` names a folder of the form described in ``docs/evaluation-data.md``. Names of tasks as arguments run only those.
"""

from __future__ import annotations

import importlib
import json
import os
import pkgutil
import sys
import time
from pathlib import Path

from rich.console import Console
from rich.table import Table

import benchmarks.quality as package
from benchmarks.quality import Figure, Measure
from c5watch.settings import ROOT

OUTPUT = ROOT / "var" / "eval"
HEADINGS = ("task", "set", "n", "metric", "ours", "baseline", "its figure", "goal")


def tasks() -> dict[str, Measure]:
    """The measuring function of each module beside this one."""
    names = sorted(module.name for module in pkgutil.iter_modules(package.__path__) if not module.name.startswith("_"))
    found = {}
    for name in names:
        module = importlib.import_module(f"benchmarks.quality.{name}")
        if hasattr(module, "measure"):
            found[name] = module.measure
    return found


def row(figure: Figure) -> tuple[str, ...]:
    """A figure as cells."""
    baseline = "" if figure.baseline is None else f"{figure.baseline:.4g}"
    goal = "" if figure.goal is None else f"{figure.goal:.4g}"
    return (figure.task, figure.set, str(figure.n), figure.metric, f"{figure.ours:.4g}", figure.baseline_name, baseline, goal)


def main() -> int:
    """Measure, print, and write the table and the wrong cases."""
    console = Console()
    place = os.environ.get("EVAL_DATA", "")
    if not place or not Path(place).is_dir():
        console.print(
            "Set EVAL_DATA to the folder of the evaluation sets; docs/evaluation-data.md says where the public sets come from."
        )
        return 2
    data = Path(place).resolve()
    OUTPUT.mkdir(parents=True, exist_ok=True)
    chosen = sys.argv[1:]
    figures: list[Figure] = []
    skipped: list[str] = []
    with (OUTPUT / "misses.jsonl").open("w", encoding="utf-8") as file:

        def miss(task: str, case: str, expected: object, got: object) -> None:
            line = {"task": task, "case": case, "expected": expected, "got": got}
            file.write(json.dumps(line, ensure_ascii=False, default=str) + "\n")

        for name, measure in tasks().items():
            if chosen and name not in chosen:
                continue
            started = time.perf_counter()
            measured = list(measure(data, miss))
            console.print(f"[dim]{name}: {len(measured)} figures in {time.perf_counter() - started:.0f} s[/]")
            figures += measured
            if not measured:
                skipped.append(name)
    table = Table(*HEADINGS)
    for figure in figures:
        reached = figure.goal is None or figure.ours >= figure.goal
        table.add_row(*row(figure), style="" if reached else "yellow")
    console.print(table)
    if skipped:
        console.print(f"Skipped, because their sets are not in {data}: {', '.join(skipped)}.")
    lines = [
        "| " + " | ".join(HEADINGS) + " |",
        "|---" * len(HEADINGS) + "|",
        *("| " + " | ".join(row(f)) + " |" for f in figures),
    ]
    (OUTPUT / "quality.md").write_text("\n".join(lines) + "\n", "utf-8")
    console.print(
        f"Wrong cases: {(OUTPUT / 'misses.jsonl').relative_to(ROOT)}; this table: {(OUTPUT / 'quality.md').relative_to(ROOT)}"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
