"""Commands around the stored articles: ``search``, ``show``, ``export``, ``reindex``, ``index``."""

from __future__ import annotations

import dataclasses
import re
import sys
from collections.abc import Iterator
from contextlib import nullcontext
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.table import Table

from c5watch.article import Article
from c5watch.cli.context import Context, console, count, errors, escape, print_json, progress, warn
from c5watch.errors import InputError
from c5watch.text import LANGUAGES

if TYPE_CHECKING:
    from c5watch.search.base import Query, SearchIndex, Sort


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command()(search)
    app.command()(show)
    app.command()(export)
    app.command()(reindex)


def search(
    context: typer.Context,
    query: Annotated[str, typer.Argument(help="Words, \"phrases\", field:value, AND OR NOT, * and ranges; '' finds all.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print the result as JSON.")] = False,
    limit: Annotated[int, typer.Option(help="Hits per page.", min=0, max=1000)] = 10,
    sort: Annotated[
        str | None,
        typer.Option(help="relevance, newest or oldest (default: relevance, newest for fields alone).", show_default=False),
    ] = None,
    cursor: Annotated[str | None, typer.Option(help="The 'next' of the page before.")] = None,
) -> None:
    """Search the articles.

    A field is asked of the article: `status:signed party:kazakhstan` finds articles that tell of something signed and of some
    agreement of Kazakhstan. `c5watch agreements` asks of one agreement.

    Example: `c5watch search 'kind:interview actor:united-states published:[2025-11-01 TO 2025-11-30]' --sort newest`
    """
    from c5watch.search.base import SORTS
    from c5watch.search.query import parse_query

    app: Context = context.obj
    if sort is not None and sort not in SORTS:
        raise InputError(f"--sort is one of {', '.join(SORTS)}, not {sort!r}.")
    parsed = parse_query(query)
    index = app.index()
    result = index.search(parsed, sort=sort or natural_sort(parsed), limit=limit, cursor=cursor)
    warn(_doubts(app, parsed))
    if not result.total:
        warn(_known_names(app, index, parsed))
    index.close()
    if as_json:
        print_json(dataclasses.asdict(result))
        return
    print_result(result)


def natural_sort(query: Query) -> Sort:
    """By relevance where words of title and text are looked for; fields alone are all alike, so the newest come first."""
    from c5watch.search.highlight import text_leaves

    return "relevance" if any(text_leaves(query)) else "newest"


def _doubts(app: Context, query: Query) -> Iterator[str]:
    """What is misspelt in a query, whether or not its other words found something."""
    from c5watch.search.references import unknown_ids

    for one in unknown_ids(query, app.knowledge_files):
        yield f"{one[0].upper()}{one[1:]}{'' if one.endswith('?') else '.'}"


def _known_names(app: Context, index: SearchIndex, query: Query) -> Iterator[str]:
    """Whether the words of a query that found nothing name somebody who is known."""
    from c5watch.search.base import Words
    from c5watch.search.references import actors_named

    for actor in actors_named(query, app.knowledge_files):
        told = count(index.search(Words(actor, "actor"), limit=0, facets=False).total, "article")
        yield f"No article has these words, but they are a known name: actor:{actor} finds {told}."


def print_result(result: Any) -> None:
    """The hits of a search for a person."""
    console.print(f"[bold]{result.total}[/] found in {result.took_ms:.1f} ms ({result.engine})")
    for hit in result.hits:
        console.print(f"\n[bold]{escape(hit.title or hit.id)}[/]")
        published = (hit.published_at or "no date")[:16]
        console.print(
            f"[dim]{escape('  '.join((published, hit.source or '-', hit.language, hit.kind, hit.id)))}[/]", highlight=False
        )
        for part in hit.highlights:
            console.print("  " + _styled(part), highlight=False)
    shown = {name: pairs for name, pairs in result.facets.items() if pairs and name in ("language", "kind", "actor", "month")}
    if shown and result.total:
        console.print()
        for name, pairs in shown.items():
            console.print(
                f"[dim]{name}:[/] " + escape(", ".join(f"{value} {count}" for value, count in pairs[:8])), highlight=False
            )
    if result.next:
        console.print(f"[dim]next page: --cursor {result.next}[/]", highlight=False)


def _styled(fragment: str) -> str:
    import html

    parts = re.split(r"(</?em>)", fragment)
    return "".join({"<em>": "[bold yellow]", "</em>": "[/]"}.get(part) or escape(html.unescape(part)) for part in parts)


def show(
    context: typer.Context,
    article: Annotated[str, typer.Argument(help="The id of an article, a URL it was seen under, or the file it was read from.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print the article as JSON.")] = False,
    revisions: Annotated[bool, typer.Option(help="List the texts it had.")] = False,
) -> None:
    """Show one article: text, what was understood, revisions, the rest of its story.

    Example: `c5watch show 5f1c0e9ab2d34c77 --json`
    """
    from c5watch.cli.inputs import file_uri

    app: Context = context.obj
    with app.store() as store:
        found = store.get(article) or store.get(file_uri(Path(article)))
        if found is None:
            raise InputError(f"No article has the id, URL or file {article!r}; `c5watch search` shows ids.")
        if as_json:
            print_json(found.to_json())
            return
        if revisions:
            table = Table("revision", "stored at", "hash")
            for revision in store.revisions(found.id):
                table.add_row(str(revision.revision), revision.stored_at.isoformat(), revision.content_hash[:12])
            console.print(table)
            return
        others = [other for other in store.articles(story=found.story) if other.id != found.id] if found.story else []
    _print_article(found, others)


def _print_article(found: Article, others: list[Article]) -> None:
    from c5watch.cli.reading import show_article

    show_article(found.title or found.id, found)
    console.print(f"[dim]{escape(found.url or 'no address')}[/]\n", highlight=False, soft_wrap=True)
    console.print(escape(found.text), highlight=False)
    if others:
        table = Table("id", "language", "source", "kind", "title", title="The same story elsewhere", title_justify="left")
        for other in others[:30]:
            mark = " (copy)" if other.duplicate_of or other.id == found.duplicate_of else ""
            table.add_row(other.id, other.language, other.source or "-", other.kind + mark, escape(other.title or ""))
        console.print(table)


def export(
    context: typer.Context,
    output: Annotated[Path | None, typer.Option(help="File to write; standard output without it.", dir_okay=False)] = None,
    source: Annotated[str | None, typer.Option(help="Only this source.")] = None,
    language: Annotated[str | None, typer.Option(help="Only this language.")] = None,
    since: Annotated[
        str | None, typer.Option(help="Published on or after this day (2025-11-06); fetched, if the page has no date.")
    ] = None,
    until: Annotated[str | None, typer.Option(help="Published (or fetched, without a date) on or before this day.")] = None,
) -> None:
    """Write stored articles as lines of JSON, as `docs/article-json.md` describes them.

    Example: `c5watch export --language kk --output articles.jsonl`
    """
    app: Context = context.obj
    first, last = _day("--since", since), _day("--until", until)
    if language is not None and language not in LANGUAGES:
        raise InputError(f"--language is one of {' '.join(LANGUAGES)}, not {language!r}.")
    with app.store() as store:
        if source is not None and source not in app.knowledge.sources and next(store.articles(source=source), None) is None:
            raise InputError(f"No such source: {source}; `c5watch sources` lists them.")
    with app.store() as store, progress("Exporting", store.count_articles()) as advance:
        rows = store.articles(source=source, language=language, since=first, until=last)
        written = 0
        try:
            with output.open("w", encoding="utf-8") if output else nullcontext(sys.stdout) as file:
                for found in rows:
                    written += 1
                    print_json(found.to_json(), file)
                    advance()
        except OSError as exc:
            if output is None:
                raise
            raise InputError(f"{output} cannot be written ({exc.strerror}); choose another --output.") from exc
    errors.print(f"{count(written, 'article')} written.", highlight=False)


def _day(option: str, value: str | None) -> date | None:
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        raise InputError(f"{option} is no day: {value!r}; write 2025-11-06.") from None


def reindex(context: typer.Context) -> None:
    """Build the search index anew from the store.

    Example: `c5watch reindex`
    """
    from c5watch.cli.indexing import rebuild_on_server
    from c5watch.search.engines import recreate_index
    from c5watch.search.feed import feed_index

    app: Context = context.obj
    if app.settings.index_url not in (None, "embedded"):
        rebuild_on_server(context)
        return
    with app.store() as store:
        with store.exclusive("index", wait=30):
            recreate_index(app.settings, app.knowledge).close()
            waiting = store.requeue_all()
        with progress("Indexing", waiting) as advance:
            report = feed_index(store, app.index(new=True), advance=advance)
    console.print(f"{report.written} articles indexed, {report.rejected} refused (`c5watch doctor` says why).")
