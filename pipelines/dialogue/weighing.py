"""How surely a conversation is an interview: the sum of its signs by weights that this project's own texts taught.

The weights lie in ``models/interview.json``, fitted by ``benchmarks/train/interview.py``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from pipelines.dialogue.signs import Talk, read_signs

MODEL = Path(__file__).parents[1] / "models" / "interview.json"
LEAST = 0.0
BIAS = "bias"


def weigh(talk: Talk) -> float:
    """The log-odds that it is an interview; `LEAST` is enough."""
    return weigh_signs(read_signs(talk), _weights())


def weigh_signs(signs: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """The sum of the signs by their weights; a sign without a weight counts for nothing."""
    return weights[BIAS] + sum(weights.get(name, 0.0) * value for name, value in signs.items())


@cache
def _weights() -> dict[str, float]:
    weights: dict[str, float] = json.loads(MODEL.read_text("utf-8"))
    return weights
