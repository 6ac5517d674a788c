"""The labelled pairs of news that stories are fitted and measured on."""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from pipelines.stories import StoryText

_OWN = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts, whether they tell one event, and how many days lie between them."""

    one: StoryText
    other: StoryText
    same: bool
    days: float


def public_pairs(data: Path) -> list[Pair]:
    """The labelled pairs of ``neardup``."""
    pairs = []
    for path in sorted((data / "neardup").glob("*.tsv")):
        with path.open(encoding="utf-8", newline="") as file:
            for number, row in enumerate(csv.DictReader(file, delimiter="\t")):
                one, other = (
                    StoryText(id=f"{path.stem}-{number}-{side}", title=row[f"INPUT:{side}_title"], text=row[f"INPUT:{side}_text"])
                    for side in ("first", "second")
                )
                pairs.append(Pair(one, other, row["GOLDEN:quality"] == "OK", 0))
    return pairs


def own_pairs() -> list[Pair]:
    """The pairs about the region that were written for this project."""
    texts = {}
    for line in (_OWN / "story_texts.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        moment = datetime.fromisoformat(row["published_at"])
        texts[row["id"]] = StoryText(id=row["id"], title=row["title"], text=row["text"], published_at=moment)
    pairs = []
    for line in (_OWN / "story_pairs.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        one, other = texts[row["one"]], texts[row["other"]]
        apart = one.published_at - other.published_at  # type: ignore[operator]  # both are times in this file
        pairs.append(Pair(one, other, row["same"], abs(apart).total_seconds() / 86_400))
    return pairs
