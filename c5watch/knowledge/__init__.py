"""What we look for: loads and validates ``knowledge/``, all faults at once with file, line and key.

``load_knowledge(folder)`` costs some tenths of a second; a process loads once and passes the `Knowledge` on. `Knowledge`
compares and hashes by identity and can be pickled.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from c5watch.errors import KnowledgeError
from c5watch.knowledge.check import E, Entries, check_references, read_entries
from c5watch.knowledge.corrections import OVERRIDES, Corrections, apply_overrides
from c5watch.knowledge.strictyaml import YamlFile, read_yaml
from c5watch.knowledge.types import (
    Abbreviation,
    Actor,
    ActorType,
    AmountClaim,
    Hints,
    KnownAgreement,
    KnownStatus,
    Meeting,
    NameLanguage,
    Names,
    Office,
    Source,
    SourceEntry,
    SummitFormat,
    Topic,
    Watch,
)

__all__ = [
    "Abbreviation",
    "Actor",
    "ActorType",
    "AmountClaim",
    "Hints",
    "Knowledge",
    "KnowledgeFiles",
    "KnownAgreement",
    "KnownStatus",
    "Meeting",
    "NameLanguage",
    "Names",
    "Office",
    "Source",
    "SourceEntry",
    "SummitFormat",
    "Topic",
    "Watch",
    "load_knowledge",
    "read_knowledge",
]


@dataclass(frozen=True, eq=False, kw_only=True)
class Knowledge:
    """Everything of ``knowledge/``, by id and in the order of the files.

    ``ignored_forms`` are strings that are never a mention of anyone. ``merged`` maps ids that were merged away to the
    actor that took them over.
    """

    actors: Mapping[str, Actor]
    formats: Mapping[str, SummitFormat]
    agreements: Mapping[str, KnownAgreement]
    topics: Mapping[str, Topic]
    sources: Mapping[str, Source]
    watches: Mapping[str, Watch]
    folder: Path
    fingerprint: str
    ignored_forms: tuple[str, ...] = ()
    merged: Mapping[str, str] = field(default_factory=dict)
    hosts: Mapping[str, str] = field(default_factory=dict, repr=False)

    def source_of(self, url: str) -> Source | None:
        """The source that the URL's host belongs to: the one with the longest host that it ends in."""
        try:
            host = urlsplit(url).hostname or ""
        except ValueError:
            return None
        labels = host.rstrip(".").split(".")[-10:]
        for start in range(len(labels)):
            if source_id := self.hosts.get(".".join(labels[start:])):
                return self.sources[source_id]
        return None

    def meeting(self, meeting_id: str) -> tuple[SummitFormat, Meeting] | None:
        """The meeting with this id and its format."""
        for summit in self.formats.values():
            for meeting in summit.meetings:
                if meeting.id == meeting_id:
                    return summit, meeting
        return None


@dataclass(frozen=True, eq=False, kw_only=True)
class KnowledgeFiles:
    """The entries of ``knowledge/`` as they were read, and what is wrong with them.

    Entries with a fault are left out, but their ids are known (`Entries.ids`). Who notes a fault of a placed entry adds to
    ``faults``.
    """

    folder: Path
    files: Mapping[str, YamlFile]
    actors: Entries[Actor]
    formats: Entries[SummitFormat]
    agreements: Entries[KnownAgreement]
    topics: Entries[Topic]
    sources: Entries[Source]
    watches: Entries[Watch]
    corrections: Corrections

    @property
    def faults(self) -> list[str]:
        """Every fault noted so far, file by file."""
        return [fault for file in self.files.values() for fault in file.faults]

    def whole(self) -> Knowledge:
        """The knowledge of these files; raises `KnowledgeError` with every fault found."""
        if faults := self.faults:
            raise KnowledgeError(faults)
        return Knowledge(
            actors=_values(self.actors),
            formats=_values(self.formats),
            agreements=_values(self.agreements),
            topics=_values(self.topics),
            sources=_values(self.sources),
            watches=_values(self.watches),
            folder=self.folder,
            fingerprint=_fingerprint(self.files.values()),
            ignored_forms=self.corrections.ignored_forms,
            merged=self.corrections.merged,
            hosts={host: source_id for source_id, entry in self.sources.items() for host in entry.value.hosts},
        )


def read_knowledge(folder: Path, overrides: Path | None = None) -> KnowledgeFiles:
    """Read, validate and cross-check ``folder``; what is wrong stands in the answer's ``faults``.

    ``overrides`` stands in for the folder's own overrides file: an edit is tried before it is kept.
    """
    names = [f"{name}.yaml" for name in ("actors", "summits", "agreements", "topics", "watches")]
    source_names = [f"sources/{path.name}" for path in sorted((folder / "sources").glob("*.yaml"))]
    files = {name: read_yaml(folder / name, name) for name in [*names, *source_names]}
    overrides = overrides or folder / OVERRIDES
    if overrides.exists():
        files[OVERRIDES] = read_yaml(overrides, OVERRIDES)

    actors = read_entries([files["actors.yaml"]], Actor)
    formats = read_entries([files["summits.yaml"]], SummitFormat)
    agreements = read_entries([files["agreements.yaml"]], KnownAgreement)
    topics = read_entries([files["topics.yaml"]], Topic)
    sources = read_entries([files[name] for name in source_names], Source)
    watches = read_entries([files["watches.yaml"]], Watch)
    corrections = apply_overrides(files[OVERRIDES], actors, formats, agreements) if OVERRIDES in files else Corrections()
    check_references(actors, formats, agreements, sources)
    return KnowledgeFiles(
        folder=folder,
        files=files,
        actors=actors,
        formats=formats,
        agreements=agreements,
        topics=topics,
        sources=sources,
        watches=watches,
        corrections=corrections,
    )


def load_knowledge(folder: Path, overrides: Path | None = None) -> Knowledge:
    """`read_knowledge`, complete and without a fault; raises `KnowledgeError` with every fault found."""
    return read_knowledge(folder, overrides).whole()


def _values(entries: Entries[E]) -> dict[str, E]:
    return {entry_id: entry.value for entry_id, entry in entries.items()}


def _fingerprint(files: Iterable[YamlFile]) -> str:
    """A hash of all files: what understood articles remember, to know when they are out of date."""
    digest = hashlib.blake2b(digest_size=16)
    for file in files:
        digest.update(file.name.encode() + b"\0" + file.raw + b"\0")
    return digest.hexdigest()
