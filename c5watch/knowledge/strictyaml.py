"""YAML as analysts should write it, read with the line of every key, so that a fault can point at its place.

Stricter than YAML: no anchors or aliases (a page of them can unfold to gigabytes), no duplicate keys, no tags, files up to
`MAX_BYTES`. ``NO`` is Norway and ``2025-11-06`` is text: only ``true``, ``false``, ``null`` and numbers are not strings.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

MAX_BYTES = 4_000_000
MAX_DEPTH = 20
_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,14})(\.\d{1,9})?\Z")
_WORDS: dict[str, Any] = {"": None, "~": None, "null": None, "true": True, "false": False}

# What the commonest slips look like to the parser.
_HINTS = (
    ("mapping values are not allowed", ": put a value that holds a colon in quotes"),
    ("cannot start any token", ": indent with blanks, not with tabs, and put a value that begins with @, ` or % in quotes"),
    (
        "did not find expected",
        ": look for a quotation mark or bracket that is not closed, or a line that is indented differently",
    ),
)


class _Loader(yaml.CSafeLoader):
    """libyaml's composer without PyYAML's guesses at the type of a scalar."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - PyYAML's own class attribute


@dataclass
class YamlFile:
    """One file as data, with a way back from a key to its line."""

    path: Path
    name: str
    data: Any = None
    raw: bytes = b""
    faults: list[str] = field(default_factory=list)
    _root: Any = None

    def fault(self, keys: Sequence[str | int], message: str) -> None:
        """Note what is wrong at the place of ``keys`` (or at the nearest one that exists)."""
        self.faults.append(f"{self.name}:{self.line(keys)}: {'.'.join(map(str, keys)) or '(file)'}: {message}")

    def line(self, keys: Sequence[str | int]) -> int:
        """The line (from 1) where the entry with these keys stands."""
        node, line = self._root, 1
        for key in keys:
            child = None
            if isinstance(node, yaml.MappingNode):
                child = next(((k, v) for k, v in node.value if k.value == str(key)), None)
            elif isinstance(node, yaml.SequenceNode) and isinstance(key, int) and key < len(node.value):
                child = (node.value[key], node.value[key])
            if child is None:
                break
            node, line = child[1], int(child[0].start_mark.line) + 1
        return line


def read_yaml(path: Path, name: str) -> YamlFile:
    """Read one file; what is wrong with it as YAML stands in ``faults``."""
    file = YamlFile(path, name)
    try:
        if (size := path.stat().st_size) > MAX_BYTES:
            file.fault((), f"{size} bytes: a file of knowledge has at most {MAX_BYTES}")
            return file
        file.raw = path.read_bytes()
        loader = _Loader(file.raw)
        try:
            file._root = loader.get_single_node()
        finally:
            loader.dispose()
    except OSError as exc:
        file.fault((), f"cannot be read: {exc.strerror}")
    except yaml.YAMLError as exc:
        mark = getattr(exc, "problem_mark", None)
        line = int(mark.line) + 1 if mark else 1
        problem = getattr(exc, "problem", None) or getattr(exc, "reason", None) or "not UTF-8"
        hint = next((hint for words, hint in _HINTS if words in problem), "")
        file.faults.append(f"{name}:{line}: (file): no YAML: {problem}{hint}")
    if file._root is not None:
        file.data = _construct(file, file._root, (), set())
    return file


def _construct(file: YamlFile, node: Any, keys: tuple[str | int, ...], seen: set[int]) -> Any:
    if id(node) in seen:
        while keys and isinstance(keys[-1], int):
            keys = keys[:-1]  # an item of a list knows only the line of its anchor
        file.fault(keys, "anchors and aliases (& and *) are not used here: write the value out")
        return None
    if len(keys) > MAX_DEPTH:
        file.fault(keys[:3], f"nested more than {MAX_DEPTH} levels deep")
        return None
    seen.add(id(node))
    if not node.tag.startswith("tag:yaml.org,2002:") or node.tag.rpartition(":")[2] not in ("str", "seq", "map"):
        file.fault(keys, f"tags such as {node.tag!r} are not used here")
    if isinstance(node, yaml.ScalarNode):
        return _scalar(node)
    if isinstance(node, yaml.SequenceNode):
        return [_construct(file, item, (*keys, index), seen) for index, item in enumerate(node.value)]
    found: dict[str, Any] = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            file.fault(keys, "a key must be a word")
            continue
        if key.value in found:
            file.faults.append(
                f"{file.name}:{key.start_mark.line + 1}: {'.'.join(map(str, (*keys, key.value)))}: stands here a second time"
            )
            continue
        found[key.value] = _construct(file, value, (*keys, key.value), seen)
    return found


def _scalar(node: Any) -> Any:
    text: str = node.value
    if node.style is not None and node.style != "":
        return text
    if text in _WORDS:
        return _WORDS[text]
    if number := _NUMBER.match(text):
        return float(text) if number.group(1) else int(text)
    return text
