"""Knowledge and agreements that tests make up, so that each names only what it is about."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from pathlib import Path

from c5watch.article import Agreement
from c5watch.knowledge import Knowledge, Source, Watch

_MEMORANDUM = Agreement(
    agreement="kz-us-minerals",
    name="меморандум по критическим минералам",
    instrument="mou",
    scope="international",
    status="signed",
    fresh=True,
    voice="editorial",
    parties=("kazakhstan", "united-states"),
    date="2025-11-06",
)


def knowledge_of(*sources: Source, watches: Iterable[Watch] = (), folder: Path = Path()) -> Knowledge:
    """Knowledge of some sources and watches and nothing else."""
    return Knowledge(
        actors={},
        formats={},
        agreements={},
        topics={},
        sources={source.id: source for source in sources},
        watches={watch.id: watch for watch in watches},
        folder=folder,
        fingerprint="",
        hosts={host: source.id for source in sources for host in source.hosts},
    )


def memorandum(**parts: object) -> Agreement:
    """A signed memorandum of Kazakhstan and the USA; ``parts`` are fields of `Agreement` by name."""
    return dataclasses.replace(_MEMORANDUM, **parts)  # type: ignore[arg-type]  # fields of Agreement by name
