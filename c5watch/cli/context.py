"""What commands share: settings, and the parts that are opened only when a command asks for them."""

from __future__ import annotations

import dataclasses
import json
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import rich.markup
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from c5watch.errors import InputError
from c5watch.settings import Settings, load_settings

if TYPE_CHECKING:
    from c5watch.knowledge import Knowledge, KnowledgeFiles
    from c5watch.search.base import SearchIndex
    from c5watch.store import Store

# What a page says may hold control sequences; a terminal would obey them.
_CONTROLS = dict.fromkeys((*range(9), 11, 12, *range(14, 32), *range(127, 160)))

# Into a pipe nothing is folded: a folded address is none.
_PIPED = not sys.stdout.isatty()
# Texts of pages are printed as they are: ":100:" in one is no picture.
console = Console(soft_wrap=_PIPED, width=200 if _PIPED and "COLUMNS" not in os.environ else None, emoji=False)
errors = Console(stderr=True, soft_wrap=True, emoji=False)


def escape(text: str) -> str:
    """Foreign text as the console may print it: neither markup nor control characters of it have an effect."""
    return rich.markup.escape(text.translate(_CONTROLS))


def warn(sentences: Iterable[str]) -> None:
    """Sentences on what is probably wrong, on standard error."""
    for sentence in sentences:
        errors.print(sentence, style="yellow", markup=False, highlight=False)


def count(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun: 1 alert, 2 alerts."""
    return f"{number} {one if number == 1 else many or one + 's'}"


@dataclass
class Context:
    """The options before the command, and what they lead to."""

    home: Path | None = None
    index_url: str | None = None

    @cached_property
    def settings(self) -> Settings:
        """Settings from the environment, overridden by options."""
        settings = load_settings(self.home)
        return dataclasses.replace(settings, index_url=self.index_url) if self.index_url else settings

    @cached_property
    def knowledge(self) -> Knowledge:
        """What we look for."""
        return self.knowledge_files.whole()

    @cached_property
    def knowledge_files(self) -> KnowledgeFiles:
        """The same as its files have it, with faults and all."""
        from c5watch.knowledge import read_knowledge

        return read_knowledge(self.settings.knowledge)

    @property
    def is_new(self) -> bool:
        """Whether nothing was ever stored here."""
        database = self.settings.database
        return database is not None and not database.exists()

    @property
    def nothing_yet(self) -> str:
        """What a person is told then, without the full stop."""
        return (
            f"Nothing is stored in {self.settings.home}: begin with `c5watch crawl SOURCE`, `c5watch import FILE` or `make demo`"
        )

    @contextmanager
    def store(self) -> Iterator[Store]:
        """The opened store, for commands that read; raises `InputError` rather than make one where none is."""
        if self.is_new:
            raise InputError(f"{self.nothing_yet}, or name the folder you mean with --home.")
        with self._store(self.settings.home if self.settings.home.exists() else None) as store:
            yield store

    @contextmanager
    def new_store(self) -> Iterator[Store]:
        """The opened store, for commands that bring something in: home and database are made if they are not there."""
        with self._store(self.settings.home) as store:
            yield store

    @contextmanager
    def _store(self, home: Path | None) -> Iterator[Store]:
        from c5watch.store import Store

        store = Store.open(self.settings.database_url, home=home)
        try:
            yield store
        finally:
            store.close()

    def index(self, *, new: bool = False) -> SearchIndex:
        """The opened index; with ``new`` an embedded one is made if it is not there, else `InputError` says what to do."""
        from c5watch.search.engines import open_index

        if not new and self.settings.index_url in (None, "embedded") and not self.settings.index.exists():
            with self.store():
                raise InputError(f"There is no search index in {self.settings.home}: `c5watch reindex` builds it from the store.")

        return open_index(self.settings, self.knowledge)


def print_json(value: Any, file: TextIO | None = None) -> None:
    """One line of JSON in a file, by default on standard output, as scripts want it."""
    out = file or sys.stdout
    try:
        out.write(json.dumps(value, ensure_ascii=False) + "\n")
    except UnicodeEncodeError:  # half a letter, as in an id that was given as "\\ud800": it goes out as it came in
        out.write(json.dumps(value) + "\n")


@contextmanager
def progress(title: str, total: int | None = None) -> Iterator[Any]:
    """A progress line with count, rate and time on standard error; gives a function that advances it by n."""
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=errors, transient=True) as bar:
        task = bar.add_task(title, total=total, rate="")

        def advance(count: int = 1) -> None:
            bar.advance(task, count)
            state = bar.tasks[task]
            bar.update(task, rate=f"{state.completed / state.elapsed:.0f}/s" if state.elapsed else "")

        yield advance
