"""The versioned indices and the aliases over them: which is the present one, how the next one takes its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from elasticsearch import Elasticsearch

from c5watch.errors import IndexNotReadyError, SearchIndexError
from c5watch.search.elastic_client import read_only
from c5watch.search.elastic_mapping import agreement_index, article_index, version_stamp

_KINDS = ("articles", "agreements")


@dataclass(frozen=True, slots=True)
class Target:
    """The two indices (or aliases) that belong together."""

    articles: str
    agreements: str

    def __iter__(self) -> Iterator[str]:
        return iter((self.articles, self.agreements))


@dataclass(frozen=True, slots=True)
class Names:
    """The aliases for searching and for writing."""

    reading: Target
    writing: Target


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexStatus:
    """What the server holds; ``fault`` says what is wrong and what to do, or is None."""

    server: str
    indices: tuple[str, ...]
    articles: int
    agreements: int
    size_bytes: int
    fault: str | None


class Generations:
    """The indices ``<prefix>-articles-v<n>`` and ``<prefix>-agreements-v<n>``. Raises the client's errors and ours."""

    def __init__(self, client: Elasticsearch, prefix: str) -> None:
        self._client = client
        self._prefix = prefix
        reading = Target(*(f"{prefix}-{kind}" for kind in _KINDS))
        self.aliases = Names(reading, Target(*(f"{name}-write" for name in reading)))

    def _versions(self) -> dict[str, set[str]]:
        """Every versioned index of ours with its aliases; raises when an index has taken the name of an alias."""
        pattern = re.compile(rf"{re.escape(self._prefix)}-(?:{'|'.join(_KINDS)})-v(\d+)")
        found = self._client.indices.get_alias(index=f"{self._prefix}-a*", allow_no_indices=True)
        for name in (*self.aliases.reading, *self.aliases.writing):
            if name in found:
                raise SearchIndexError(
                    f"{name} is an index of its own where an alias belongs; rename or delete it, then run `c5watch index create`."
                )
        return {name: set(own["aliases"]) for name, own in found.items() if pattern.fullmatch(name)}

    def _named(self, number: int) -> Target:
        return Target(*(f"{self._prefix}-{kind}-v{number}" for kind in _KINDS))

    def require_current(self) -> None:
        """Raise `IndexNotReadyError` with the remedy unless the aliases lead to an index of this version."""
        if fault := self._fault(self._versions()):
            raise IndexNotReadyError(fault)

    def _fault(self, versions: dict[str, set[str]]) -> str | None:
        if not versions:
            return f"There is no index {self.aliases.reading.articles}; run `c5watch index create`, then `c5watch index verify`."
        held = set().union(*versions.values())
        missing = [name for name in (*self.aliases.reading, *self.aliases.writing) if name not in held]
        if missing:
            return f"The alias {missing[0]} is missing; run `c5watch index create` to put it back."
        mappings = self._client.indices.get_mapping(index=list(self.aliases.reading))
        if any(own["mappings"].get("_meta") != version_stamp() for own in mappings.values()):
            return (
                f"The index behind {self.aliases.reading.articles} was made by another version of C5 Watch; "
                "run `c5watch index migrate`."
            )
        return None

    def _block(self, versions: dict[str, set[str]]) -> str | None:
        """What keeps a present index from being written, if anything does."""
        present = sorted(name for name, aliases in versions.items() if aliases)
        found = self._client.indices.get_settings(index=present, name="index.blocks.*", flat_settings=True)
        for name, own in sorted(found.items()):
            for setting, value in sorted(own["settings"].items()):
                if str(value) != "true":
                    continue
                if setting == "index.blocks.read_only_allow_delete":
                    return read_only("read-only-allow-delete")
                return read_only(f"FORBIDDEN/{setting} of {name}")
        return None

    def create(self) -> bool:
        """Make what is missing, index or alias; true if there was no index of articles at all."""
        versions = self._versions()
        fresh = not any(name.startswith(f"{self._prefix}-articles-v") for name in versions)
        actions = []
        for place, (kind, definition) in enumerate(zip(_KINDS, (article_index(), agreement_index()), strict=True)):
            own = {int(name.rpartition("-v")[2]): name for name in versions if name.startswith(f"{self._prefix}-{kind}-v")}
            if not own:
                own = {1: f"{self._prefix}-{kind}-v1"}
                self._client.indices.create(index=own[1], **definition)
            newest = own[max(own)]
            held = set().union(*(versions.get(name, set()) for name in own.values()))
            reading, writing = tuple(self.aliases.reading)[place], tuple(self.aliases.writing)[place]
            actions += [_add(newest, name) for name in (reading, writing) if name not in held]
        if actions:
            self._client.indices.update_aliases(actions=actions)
        return fresh

    def begin(self) -> Target:
        """Empty indices of the next version without aliases; what an earlier, broken build left is deleted."""
        versions = self._versions()
        abandoned = [name for name, aliases in versions.items() if not aliases]
        if abandoned:
            self._client.indices.delete(index=abandoned)
        numbers = [int(name.rpartition("-v")[2]) for name in versions if name not in abandoned]
        target = self._named(max(numbers, default=0) + 1)
        for name, definition in zip(target, (article_index(), agreement_index()), strict=True):
            self._client.indices.create(index=name, **definition)
        return target

    def swap(self, target: Target) -> None:
        """Let all aliases lead to the new indices and delete the old ones, in one step that readers cannot see half done."""
        old = [name for name in self._versions() if name not in tuple(target)]
        actions: list[dict[str, Any]] = [{"remove_index": {"index": name}} for name in old]
        for names in (self.aliases.reading, self.aliases.writing):
            actions += [_add(index, alias) for index, alias in zip(target, names, strict=True)]
        self._client.indices.update_aliases(actions=actions)

    def drop(self) -> None:
        """Delete all indices of the prefix."""
        if versions := self._versions():
            self._client.indices.delete(index=sorted(versions))

    def status(self) -> IndexStatus:
        """What is there, without raising for what is wrong with it."""
        server = str(self._client.info()["version"]["number"])
        versions: dict[str, set[str]] = {}
        try:
            versions = self._versions()
            fault = self._fault(versions) or self._block(versions)
        except SearchIndexError as exc:
            fault = str(exc)
        counts = dict.fromkeys(_KINDS, 0)
        size = 0
        if versions:
            stats = self._client.indices.stats(index=sorted(versions), metric=["docs", "store"])["indices"]
            size = sum(int(own["total"]["store"]["size_in_bytes"]) for own in stats.values())
            for kind, alias in zip(_KINDS, self.aliases.reading, strict=True):
                if alias in set().union(*versions.values()):
                    counts[kind] = int(self._client.count(index=alias)["count"])
        return IndexStatus(
            server=server,
            indices=tuple(f"{name} <- {', '.join(sorted(own)) or 'no alias'}" for name, own in sorted(versions.items())),
            articles=counts["articles"],
            agreements=counts["agreements"],
            size_bytes=size,
            fault=fault,
        )


def _add(index: str, alias: str) -> dict[str, Any]:
    return {"add": {"index": index, "alias": alias, "is_write_index": True}}
