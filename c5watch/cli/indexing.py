"""The commands ``index status|create|migrate|verify``: the search index as a thing to be operated."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table

from c5watch.article import Article
from c5watch.cli.context import Context, console, escape, print_json, progress
from c5watch.errors import InputError

if TYPE_CHECKING:
    from c5watch.search.elastic import ElasticIndex

app = typer.Typer(help="Look after the search index.", no_args_is_help=True)


@app.command()
def status(
    context: typer.Context,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Show what the index holds and what is wrong with it.

    Example: `c5watch --index http://127.0.0.1:9200 index status`
    """
    from c5watch.search.embedded import EmbeddedIndex

    main: Context = context.obj
    index = main.index()
    if isinstance(index, EmbeddedIndex):
        facts: dict[str, object] = {"engine": "embedded", "folder": str(main.settings.index), "articles": index.count()}
    else:
        facts = {"engine": index.name, **dataclasses.asdict(_server(context).status())}
    with main.store() as store:
        facts |= {"stored": store.count_articles(), "waiting": store.count_pending(), "refused": len(store.dead_letters())}
    index.close()
    if as_json:
        print_json(facts)
    else:
        table = Table(show_header=False)
        for name, value in facts.items():
            table.add_row(name, escape(str(value)))
        console.print(table)
    if facts.get("fault"):
        raise typer.Exit(1)


@app.command()
def create(context: typer.Context) -> None:
    """Make the indices and aliases on a server; what is there already stays.

    Example: `c5watch --index http://127.0.0.1:9200 index create`
    """
    index = _server(context)
    made = index.create()
    index.close()
    console.print("Created." if made else "The index was there already; its aliases are in place.")


@app.command()
def migrate(context: typer.Context) -> None:
    """Build the next version of the index on a server beside the present one, then swap; searching goes on all the time.

    Example: `c5watch --index http://127.0.0.1:9200 index migrate`
    """
    rebuild_on_server(context)


def rebuild_on_server(context: typer.Context) -> None:
    """All stored articles into a new version of the index, the aliases swapped at the end, the outbox caught up."""
    from c5watch.search.feed import feed_index

    main: Context = context.obj
    index = _server(context)
    with main.store() as store:
        with store.exclusive("index", wait=30), progress("Migrating", store.count_articles()) as advance:

            def counted() -> Iterator[Article]:
                for article in store.articles():
                    advance()
                    yield article

            rejected = index.migrate(counted())
        report = feed_index(store, index)
    console.print(f"Swapped to the new version; {len(rejected)} articles refused, {report.written} caught up from the outbox.")


@app.command()
def verify(
    context: typer.Context,
    repair: Annotated[bool, typer.Option(help="Write anew what differs.")] = True,
) -> None:
    """Compare index and store by id and revision, and repair the index.

    Example: `c5watch index verify`
    """
    from c5watch.search.verify import verify_index

    main: Context = context.obj
    with main.store() as store:
        report = verify_index(store, main.index(), repair=repair)
    done = "repaired" if repair else "found"
    counts = f"{len(report.missing)} missing, {len(report.differing)} differing, {len(report.surplus)} surplus"
    console.print(f"{counts} articles {done}.")
    if not report.sound and not repair:
        raise typer.Exit(1)


def _server(context: typer.Context) -> ElasticIndex:
    from c5watch.search.elastic import ElasticIndex

    main: Context = context.obj
    index = main.index()
    if not isinstance(index, ElasticIndex):
        raise InputError("This is for a server: name it with --index or C5WATCH_INDEX_URL; here `c5watch reindex` is enough.")
    return index
