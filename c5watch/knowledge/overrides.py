"""Writes corrections to ``knowledge/overrides.yaml``: each is tried on the whole knowledge before the file is replaced.

The file is replaced at once (a crash leaves the old one) under a lock on the folder, and what stands in it, comments too,
is kept. Articles that are stored already change when they are reprocessed.
"""

from __future__ import annotations

import fcntl
import os
import re
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import yaml

from c5watch import clock
from c5watch.errors import InputError, KnowledgeError
from c5watch.knowledge import Actor, Knowledge, load_knowledge
from c5watch.knowledge.corrections import OVERRIDES

_FAULT = re.compile(re.escape(OVERRIDES) + r":(?P<line>\d+): \d+(?:\.(?P<key>[^:]+))?: (?P<message>.*)", re.DOTALL)
_HEAD = "# Corrections, in the order in which they are applied. Written by `c5watch actors`; see README.md.\n"


def add_override(folder: Path, action: str, values: Mapping[str, Any], reason: str) -> Path:
    """Append one correction and return the file.

    ``action`` is ``merge`` (``actor into``), ``split`` (``actor new names``, perhaps ``type``), ``alias`` (``actor form
    language``) or ``ignore`` (``form``, perhaps ``actor``). Raises `KnowledgeError` if it cannot be (no such actor, a name
    that another one has, what is there already) and `InputError` if the file cannot be written; nothing is changed then.
    """
    entry = {"action": action, **values, "reason": " ".join(reason.split()), "date": clock.now().date().isoformat()}
    text = yaml.safe_dump([entry], allow_unicode=True, sort_keys=False, width=120)
    target = folder / OVERRIDES
    try:
        with _locked(folder):
            if fault := _without_use(load_knowledge(folder), action, values):
                raise KnowledgeError([f"Nothing was written: {fault}."])
            old = target.read_text(encoding="utf-8") if target.exists() else _HEAD
            if old.strip().endswith("[]"):
                old = old.strip().removesuffix("[]")
            old = old.rstrip("\n") + "\n"
            try:
                _replace(folder, target, old + "\n" + text)
            except KnowledgeError as exc:
                raise KnowledgeError([_said_of_entry(fault, old.count("\n")) for fault in exc.faults]) from exc
    except OSError as exc:
        raise InputError(f"{target} cannot be written ({exc.strerror}): make the folder writable for you") from exc
    return target


def _without_use(known: Knowledge, action: str, values: Mapping[str, Any]) -> str | None:
    """Why a correction would change nothing, or give an actor what another one is called by."""
    actor_id, form = str(values.get("actor", "")), str(values.get("form", ""))
    actor = known.actors.get(actor_id)
    if into := known.merged.get(actor_id):
        return f"{actor_id} was merged into {into} already: write {into}"
    if action == "ignore" and form in (actor.ignored_forms if actor else known.ignored_forms):
        return f"{form!r} is ignored already"
    if action == "alias" and actor:
        if form.casefold() in {name.casefold() for name in actor.names.get(values["language"], ())}:
            return f"{form!r} is a name of {actor_id} in {values['language']} already"
        for other in known.actors.values():
            if other.id != actor_id and not (actor_id in other.namesakes and other.id in actor.namesakes) and _means(form, other):
                return f"{form!r} is a name of {other.id} too: write the difference, or list each in the other's namesakes"
    return None


def _means(form: str, other: Actor) -> bool:
    """Whether a text that says ``form`` may mean this actor: one of its names in any language, or a person's surname alone."""
    wanted = form.casefold()
    names = [name.casefold() for some in other.names.values() for name in some]
    return wanted in names or (other.type == "person" and wanted in {name.split()[-1] for name in names})


def _said_of_entry(fault: str, lines: int) -> str:
    """A fault of the new correction without its place, for it was not written; any other as it is."""
    found = _FAULT.fullmatch(fault)
    if found is None or int(found["line"]) <= lines:
        return fault
    return f"Nothing was written: {found['key'] + ': ' if found['key'] else ''}{found['message']}."


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
