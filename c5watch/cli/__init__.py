"""The command line: puts the parts together and turns every error into one sentence.

Nothing heavy is imported before a command needs it, so that ``c5watch search`` answers at once.
"""

from __future__ import annotations

import gc
import os
import sys
import traceback
from pathlib import Path
from typing import Annotated

import typer

import c5watch.cli.agreements as agreements_commands
import c5watch.cli.collecting as collecting_commands
import c5watch.cli.demonstrating as demonstrating_commands
import c5watch.cli.indexing as indexing_commands
import c5watch.cli.kibana as kibana_commands
import c5watch.cli.operating as operating_commands
import c5watch.cli.reading as reading_commands
import c5watch.cli.searching as searching_commands
from c5watch.cli.context import Context, errors
from c5watch.errors import C5WatchError

_INTERRUPTED = 130
# Knowledge and models are many objects that stay: with Python's own thresholds, looking for garbage among them as they are loaded
# takes a tenth of a short command.
_GARBAGE = (200_000, 50, 50)

app = typer.Typer(
    name="c5watch",
    help="News monitoring for Central Asian diplomacy: crawl, understand, search, be told.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
)
for part in (
    collecting_commands,
    reading_commands,
    searching_commands,
    agreements_commands,
    operating_commands,
    demonstrating_commands,
):
    part.register(app)
app.add_typer(indexing_commands.app, name="index")
app.add_typer(kibana_commands.app, name="kibana")


@app.callback()
def configure(
    context: typer.Context,
    home: Annotated[
        Path | None,
        typer.Option(help="Folder of database, index and archive (default: C5WATCH_HOME, else ./var).", show_default=False),
    ] = None,
    index: Annotated[
        str | None,
        typer.Option(
            help="Address of an Elasticsearch, or 'embedded' (default: C5WATCH_INDEX_URL, else embedded).", show_default=False
        ),
    ] = None,
) -> None:
    """News monitoring for Central Asian diplomacy: crawl, understand, search, be told.

    Example: `c5watch --home var/demo search 'kind:interview actor:kazakhstan'`
    """
    context.obj = Context(home=home, index_url=index)


def main() -> None:
    """Run a command; whatever goes wrong ends in one sentence on standard error and a status that scripts can test."""
    gc.set_threshold(*_GARBAGE)
    try:
        status = app(standalone_mode=False) or 0
    except (KeyboardInterrupt, typer.Abort):
        status = _INTERRUPTED
    except C5WatchError as exc:
        errors.print(str(exc), style="red", markup=False, highlight=False)
        sys.exit(exc.status)
    except BrokenPipeError:
        # The reader of our output (such as head) has seen enough; nothing more can be written, not even at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(141)
    except Exception as exc:  # noqa: BLE001 - the last line of defence: users get a sentence, the traceback goes to a file
        if hasattr(exc, "format_message"):  # a usage error of the command line itself
            errors.print(exc.format_message(), style="red", markup=False, highlight=False)
            sys.exit(getattr(exc, "exit_code", 2))
        errors.print(_unexpected(exc), style="red", markup=False, highlight=False)
        sys.exit(70)
    if status == _INTERRUPTED:
        errors.print("Stopped. What was finished before is kept.", style="yellow")
    sys.exit(status)


def _unexpected(exc: Exception) -> str:
    folder = Path(os.environ.get("C5WATCH_HOME") or "var")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / "error.log"
        with path.open("a", encoding="utf-8") as log:
            traceback.print_exception(exc, file=log)
    except OSError as failed:
        return f"Something unexpected happened ({type(exc).__name__}: {exc}); it could not be logged either ({failed.strerror})."
    return f"Something unexpected happened ({type(exc).__name__}); the details are in {path}, please report them."
