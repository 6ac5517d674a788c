"""Commands that bring pages in: ``crawl``, ``import``, ``reprocess``."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table

from c5watch.article import Article, Dropped, Outcome, OutcomeKind, Page
from c5watch.cli.context import Context, console, count, errors, print_json, progress, warn
from c5watch.errors import CrawlError, InputError

if TYPE_CHECKING:
    from c5watch.archive import ArchiveWriter
    from c5watch.cli.inputs import Fault, Given
    from c5watch.store import Store
    from pipelines.understood import Quarantined


_UNREAD = 5  # files of other kinds that are named; a saved page may lie beside a hundred pictures


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command()(crawl)
    app.command(name="import")(import_)
    app.command()(reprocess)


def crawl(
    context: typer.Context,
    sources: Annotated[list[str] | None, typer.Argument(help="Ids of sources (`c5watch sources` lists them).")] = None,
    everything: Annotated[bool, typer.Option("--all", help="Crawl every enabled source.")] = False,
) -> None:
    """Crawl sources once, then bring the index up to date and tell the watches.

    Example: `c5watch crawl kazinform akipress`
    """
    from crawler.run import crawl as run_crawl

    app: Context = context.obj
    known = app.knowledge.sources
    chosen = [source.id for source in known.values() if source.enabled] if everything else list(dict.fromkeys(sources or []))
    if not chosen:
        raise InputError("Nothing to crawl: name sources (`c5watch sources` lists them) or use --all.")
    if unknown := [name for name in chosen if name not in known]:
        raise InputError(f"No such source: {', '.join(unknown)}; `c5watch sources` lists them.")
    look_at_watches(app)
    with progress("Crawling") as advance:
        report = run_crawl(chosen, app.settings, on_outcome=lambda _source, _outcome: advance())
    print_outcomes(report.counts, "Pages by outcome")
    for fault in report.faults:
        errors.print(fault, style="red", markup=False, highlight=False)
    follow_up(app)
    if report.stopped:
        raise KeyboardInterrupt
    if report.failed:
        failed = [str(crawl["source"]) for crawl in report.crawls if crawl["status"] == "failed"]
        raise CrawlError(f"{len(failed)} of {len(chosen)} sources could not be crawled: {', '.join(failed)}.")


def look_at_watches(app: Context) -> None:
    """What is wrong with the watches is told before any work is done; raises `KnowledgeError` if a query does not parse."""
    from c5watch.watches import doubtful_watches, parse_watches

    parse_watches(app.knowledge.watches.values())
    warn(doubtful_watches(app.knowledge_files))


def follow_up(app: Context) -> None:
    """Bring the index up to date, write the alerts and deliver them, after pages came in."""
    from c5watch.alerts import raise_alerts
    from c5watch.notify import deliver
    from c5watch.search.feed import feed_index

    with app.new_store() as store:
        with progress("Indexing", store.count_pending()) as advance:
            report = feed_index(store, app.index(new=True), advance=advance)
        if report.rejected:
            errors.print(f"The index refused {report.rejected} articles; `c5watch doctor` says why.", style="yellow")
        if raised := raise_alerts(store, app.knowledge):
            errors.print(f"{count(raised, 'new alert')}; `c5watch alerts` shows {'it' if raised == 1 else 'them'}.")
        deliver(store, app.settings.home / "alerts")


def import_(
    context: typer.Context,
    inputs: Annotated[list[str], typer.Argument(help="Files (.html .txt .jsonl .warc[.gz]), folders, or URLs.")],
    url: Annotated[str | None, typer.Option(help="Where a single file came from.")] = None,
    source: Annotated[str | None, typer.Option(help="The source these pages belong to.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the outcomes as JSON.")] = False,
) -> None:
    """Understand and store pages that are at hand; every one ends in an outcome.

    A page is known again by its address, one without an address by its file: edited and imported again, it is the next revision
    of its article. Lines of JSON are those of `docs/article-json.md`.

    Example: `c5watch import interview.txt pages/ crawl.warc.gz https://example.org/news/1`
    """
    from c5watch.cli.inputs import check_url, read_files

    app: Context = context.obj
    for address in (url, *(given for given in inputs if "://" in given)):
        if address is not None:
            check_url(address)
    if source is not None and source not in app.knowledge.sources:
        raise InputError(f"No such source: {source}; `c5watch sources` lists them.")
    urls = [given for given in inputs if given.startswith(("http://", "https://"))]
    paths = [Path(given) for given in inputs if given not in urls]
    if url is not None and (len(paths) != 1 or paths[0].is_dir()):
        raise InputError("--url says where one file came from; import several files without it.")
    missing = [str(path) for path in paths if not path.exists()]
    if missing:
        raise InputError(f"Not found: {', '.join(missing)}; check the path.")
    look_at_watches(app)
    counts: Counter[str] = Counter()
    if paths:
        with app.new_store() as store:
            counts = _keep(app, store, read_files(paths, url), "Importing", source)
            _take_back(app, store)
    if urls:
        from crawler.run import fetch

        with progress("Fetching", len(urls)) as advance:
            report = fetch(urls, app.settings, on_outcome=lambda _source, _outcome: advance())
        counts += report.counts
        for fault in report.faults:
            errors.print(fault, style="red", markup=False, highlight=False)
    follow_up(app)
    if as_json:
        print_json(dict(sorted(counts.items())))
    else:
        print_outcomes(counts, "Imported")
    if counts and all(outcome.startswith(("failed/", "refused/", "quarantined/")) for outcome in counts):
        raise CrawlError(f"Nothing could be taken in ({', '.join(sorted(counts))}); `c5watch doctor` says what is wrong here.")


def _keep(
    app: Context,
    store: Store,
    items: Iterable[Given | Fault],
    title: str,
    source: str | None = None,
    *,
    replayed: bool = False,
) -> Counter[str]:
    """Understand pages in worker processes and store them in the order given; every one ends in an outcome."""
    from c5watch import clock
    from c5watch.archive import ArchiveWriter
    from c5watch.cli.inputs import UNKNOWN_KIND, Fault, Given
    from pipelines.store import store_article
    from pipelines.workers import WorkerPool, understand_stream

    counts: Counter[str] = Counter()
    unread = 0
    writer = ArchiveWriter(app.settings.archive)

    def keyed() -> Iterator[tuple[Given | Fault, Page | Outcome]]:
        for item in items:
            if isinstance(item, Fault):
                # Whatever lies in a folder ends in an outcome; what was never meant as a page is no failure.
                yield item, Outcome(OutcomeKind.DROPPED if item.code == UNKNOWN_KIND else OutcomeKind.FAILED, item.code)
                continue
            given = dataclasses.replace(item, page=_with_source(app, item.page, source))
            if given.archive is None:
                given = dataclasses.replace(given, archive=_archive(writer, given))
            if given.status is not None and given.status >= 400:
                yield given, Outcome(OutcomeKind.FAILED, f"http-{given.status}")
            else:
                yield given, given.page

    with WorkerPool(app.settings.knowledge, app.settings.workers) as pool, progress(title) as advance, writer:
        for item, result in understand_stream(keyed(), pool):
            if isinstance(result, Article) and isinstance(item, Given):
                outcome = store_article(
                    result, store, page_url=item.page.url, file=item.page.file, archive=item.archive, replayed=replayed
                )
            elif not isinstance(result, Article):
                if isinstance(item, Fault):
                    unread += item.code == UNKNOWN_KIND
                    if item.code != UNKNOWN_KIND or unread <= _UNREAD:
                        errors.print(f"{item.place} {item.message}", style="yellow", markup=False, highlight=False)
                    place, archive, origin = item.place, None, source
                else:
                    place, archive, origin = item.page.url or item.place, item.archive, item.page.source
                outcome = _outcome(result)
                store.record_outcome(url=place, source=origin, outcome=outcome, at=clock.now(), archive=archive)
            counts[str(outcome)] += 1
            advance()
    if unread > _UNREAD:
        warn([f"{count(unread - _UNREAD, 'more file')} of a kind that is not read."])
    return counts


def _outcome(result: Outcome | Dropped | Quarantined) -> Outcome:
    if isinstance(result, Outcome):
        return result
    return Outcome(OutcomeKind.DROPPED if isinstance(result, Dropped) else OutcomeKind.QUARANTINED, result.reason)


def _archive(writer: ArchiveWriter, given: Given) -> str:
    """Imported pages go to the archive too, so that they can be understood anew."""
    headers = list(given.page.headers.items()) or [("content-type", given.page.content_type)]
    return writer.write(given.page, status=200, body=given.page.body, headers=headers)


def _with_source(app: Context, page: Page, source: str | None) -> Page:
    found = source or page.source
    if found is None and page.url:
        known = app.knowledge.source_of(page.url)
        found = known.id if known else None
    return dataclasses.replace(page, source=found)


def reprocess(
    context: typer.Context,
    source: Annotated[str | None, typer.Option(help="Only this source.")] = None,
) -> None:
    """Understand every archived page again, with today's knowledge and code, without fetching anything.

    It says how many articles whose text is unchanged have other actors, agreements or other findings now. A page that is no
    article any more takes its article out, unless an earlier page of it still is one. What is found in pages older than a week is
    noted as known to the watches and gives no alert.

    Example: `c5watch reprocess --source kazinform`
    """
    from c5watch.archive import archive_files
    from c5watch.cli.inputs import Given, read_files
    from c5watch.store.articles import UNDERSTOOD_ANEW

    app: Context = context.obj
    files = archive_files(app.settings.archive) if app.settings.archive.is_dir() else []
    if not files:
        raise InputError(f"There is no archive in {app.settings.archive} yet; crawl or import something first.")
    look_at_watches(app)
    items = (item for item in read_files(files) if source is None or (isinstance(item, Given) and item.page.source == source))
    with app.new_store() as store:
        counts = _keep(app, store, items, "Reprocessing", replayed=True)
        taken_back = _take_back(app, store)
    if source is not None and not counts:
        raise InputError(f"The archive holds no page of a source {source!r}; `c5watch sources` lists the sources.")
    follow_up(app)
    unchanged, anew = str(OutcomeKind.UNCHANGED), counts.pop(f"{OutcomeKind.UNCHANGED}/{UNDERSTOOD_ANEW}", 0)
    if anew:
        counts[unchanged] += anew
    print_outcomes(counts, "Reprocessed")
    if counts[unchanged]:
        told = count(anew, "article") if anew else "none"
        console.print(
            f"Of the {counts[unchanged]} whose text is unchanged, {told} {'is' if anew == 1 else 'are'} understood otherwise now."
        )
    if taken_back:
        articles = (
            "1 article whose last page is none any more is"
            if taken_back == 1
            else f"{taken_back} articles whose last page is none any more are"
        )
        console.print(f"{articles} kept as an earlier page has {'it' if taken_back == 1 else 'them'}.")


def _take_back(app: Context, store: Store) -> int:
    """Give the articles that lost their page an earlier one, and withdraw those that have none; how many have one."""
    from c5watch.archive import ArchivedPage, read_reference
    from c5watch.cli.inputs import Given

    def pages() -> Iterator[Given]:
        for reference in dict.fromkeys(reference for references in released.values() for reference in references):
            found = read_reference(app.settings.archive, reference)
            if isinstance(found, ArchivedPage):
                yield Given(place=reference, page=found.page, status=found.status, archive=reference)

    if not (released := store.released()):
        return 0
    _keep(app, store, pages(), "Reading earlier pages", replayed=True)
    lost = store.released()
    for identity in lost:
        store.withdraw(identity)
    return len(released) - len(lost)


def print_outcomes(counts: Mapping[str, int], title: str) -> None:
    """A table of outcomes (as text) that add up."""
    order = {str(kind): number for number, kind in enumerate(OutcomeKind)}
    table = Table("outcome", "pages", title=title, title_justify="left")
    for outcome, pages in sorted(counts.items(), key=lambda item: (order[item[0].partition("/")[0]], item[0])):
        table.add_row(outcome, str(pages))
    table.add_section()
    table.add_row("all", str(sum(counts.values())))
    console.print(table)
