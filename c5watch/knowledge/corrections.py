"""Writes corrections to ``knowledge/overrides.yaml``: each is tried on the whole knowledge before the file is replaced.

The file is replaced at once (a crash leaves the old one) under a lock on the folder, and what stands in it, comments too,
is kept. Articles that are stored already change when they are reprocessed.
"""

from __future__ import annotations

import fcntl
import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import yaml

from c5watch import clock
from c5watch.errors import InputError
from c5watch.knowledge import Knowledge, load_knowledge
from c5watch.knowledge.overrides import OVERRIDES

_HEAD = "# Corrections, in the order in which they are applied. Written by `c5watch actors`; see README.md.\n"


def merge_actor(folder: Path, actor: str, into: str, reason: str) -> Knowledge:
    """``actor`` is the same as ``into``. Returns the knowledge as corrected, like all functions here.

    Raises `KnowledgeError` if it cannot be (no such actor, a name that a third one has) and `InputError` if the file
    cannot be written; nothing is changed then.
    """
    return _append(folder, {"action": "merge", "actor": actor, "into": into}, reason)


def split_actor(folder: Path, actor: str, new: str, names: Sequence[str], reason: str, *, kind: str | None = None) -> Knowledge:
    """``names`` of ``actor`` are those of somebody else, the actor ``new`` (of the type ``kind``, else of the same)."""
    return _append(folder, {"action": "split", "actor": actor, "new": new, "names": list(names), "type": kind}, reason)


def ignore_form(folder: Path, form: str, reason: str, actor: str | None = None) -> Knowledge:
    """``form`` is no mention of ``actor``, or of nobody."""
    return _append(folder, {"action": "ignore", "form": form, "actor": actor}, reason)


def add_alias(folder: Path, actor: str, form: str, language: str, reason: str) -> Knowledge:
    """``form`` is a name of ``actor`` in ``language`` (a key of `Names`)."""
    return _append(folder, {"action": "alias", "actor": actor, "form": form, "language": language}, reason)


def _append(folder: Path, override: dict[str, Any], reason: str) -> Knowledge:
    entry = {key: value for key, value in override.items() if value is not None}
    entry |= {"reason": " ".join(reason.split()), "date": clock.now().date().isoformat()}
    text = yaml.safe_dump([entry], allow_unicode=True, sort_keys=False, width=120)
    target = folder / OVERRIDES
    try:
        with _locked(folder):
            old = target.read_text(encoding="utf-8") if target.exists() else _HEAD
            if old.strip().endswith("[]"):
                old = old.strip().removesuffix("[]")
            return _replace(folder, target, old.rstrip("\n") + "\n\n" + text)
    except OSError as exc:
        raise InputError(f"{target} cannot be written ({exc.strerror}): make the folder writable for you") from exc


def _replace(folder: Path, target: Path, text: str) -> Knowledge:
    """Try the new text; put it in the place of the old file only if all of the knowledge is right with it."""
    handle, name = tempfile.mkstemp(prefix=".overrides-", suffix=".yaml", dir=folder)
    trial = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        knowledge = load_knowledge(folder, overrides=trial)
        trial.chmod(target.stat().st_mode & 0o777 if target.exists() else 0o644)
        trial.replace(target)
    finally:
        trial.unlink(missing_ok=True)
    return knowledge


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """One editor at a time: a lock on the folder itself, which no `replace` takes away."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
