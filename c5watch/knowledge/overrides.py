"""Writes corrections to ``knowledge/overrides.yaml``: each is tried on the whole knowledge before the file is replaced.

The file is replaced at once (a crash leaves the old one) under a lock on the folder, and what stands in it, comments too,
is kept. Articles that are stored already change when they are reprocessed.
"""

from __future__ import annotations

import fcntl
import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import yaml

from c5watch import clock
from c5watch.errors import InputError
from c5watch.knowledge import load_knowledge
from c5watch.knowledge.corrections import OVERRIDES

_HEAD = "# Corrections, in the order in which they are applied. Written by `c5watch actors`; see README.md.\n"


def add_override(folder: Path, action: str, values: Mapping[str, Any], reason: str) -> Path:
    """Append one correction and return the file.

    ``action`` is ``merge`` (``actor into``), ``split`` (``actor new names``, perhaps ``type``), ``alias`` (``actor form
    language``) or ``ignore`` (``form``, perhaps ``actor``). Raises `KnowledgeError` if it cannot be (no such actor, a name
    that another one has) and `InputError` if the file cannot be written; nothing is changed then.
    """
    entry = {"action": action, **values, "reason": " ".join(reason.split()), "date": clock.now().date().isoformat()}
    text = yaml.safe_dump([entry], allow_unicode=True, sort_keys=False, width=120)
    target = folder / OVERRIDES
    try:
        with _locked(folder):
            old = target.read_text(encoding="utf-8") if target.exists() else _HEAD
            if old.strip().endswith("[]"):
                old = old.strip().removesuffix("[]")
            _replace(folder, target, old.rstrip("\n") + "\n\n" + text)
    except OSError as exc:
        raise InputError(f"{target} cannot be written ({exc.strerror}): make the folder writable for you") from exc
    return target


def _replace(folder: Path, target: Path, text: str) -> None:
    """Try the new text; put it in the place of the old file only if all of the knowledge is right with it."""
    handle, name = tempfile.mkstemp(prefix=".overrides-", suffix=".yaml", dir=folder)
    trial = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        load_knowledge(folder, overrides=trial)
        trial.chmod(target.stat().st_mode & 0o777 if target.exists() else 0o644)
        trial.replace(target)
    finally:
        trial.unlink(missing_ok=True)


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """One editor at a time: a lock on the folder itself, which no `replace` takes away."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
