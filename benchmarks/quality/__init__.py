"""What a quality figure is; each module here gives `measure(data, misses)` over the evaluation sets in ``EVAL_DATA``."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One row of the table: ours beside the baseline that the same run computed; ``goal`` is None where none was set."""

    task: str
    set: str
    n: int
    metric: str
    ours: float
    baseline_name: str
    baseline: float | None
    goal: float | None


# Where a wrong case goes for reading: misses(task, case, expected, got).
Misses = Callable[[str, str, object, object], None]
Measure = Callable[[Path, Misses], Iterator[Figure]]
