"""The command ``demo``: real spiders crawl the sample newsroom on this machine, twice, and what was understood is shown."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Collection
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table

from c5watch.cli.context import Context, console, errors, escape, progress
from c5watch.errors import InputError
from c5watch.settings import ROOT, mask_password

if TYPE_CHECKING:
    from c5watch.knowledge import Knowledge
    from c5watch.newsroom import Newsroom
    from c5watch.store import Store

# After Ctrl-C nobody waits for pages of a sample that the next demo crawls anew.
_STOP_SECONDS = 2.0
ACTOR_TYPES = (
    ("Persons", ("person",)),
    ("Organisations", ("organisation", "company", "think-tank")),
    ("States", ("country",)),
)
BETWEEN = ("united-states", "kazakhstan")
SEARCHES = (
    ("Interviews, by kind", "kind:interview"),
    ("One name across scripts and languages", "Tokayev"),
)


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command()(demo)


def demo(
    context: typer.Context,
    anew: Annotated[bool, typer.Option("--anew", help="Begin again even if the home holds what is yours; it is lost.")] = False,
) -> None:
    """Crawl the sample newsroom (sites on this machine, plainly marked as samples), show what was understood, search it.

    Afterwards `c5watch --home var/demo search ...` goes on working, with the sources and the watch of the demo. A home that holds
    articles that you imported or knowledge that you changed is kept: the demo crawls nothing then, it shows what is there. So is
    one whose archived pages belong to a database elsewhere (C5WATCH_DATABASE_URL), since they may be yours. With `--index` the
    search index lies on that server, which must hold nothing else. In a terminal the sites stay up until Ctrl-C, unless
    DEMO_SERVE=0.

    Example: `c5watch --home var/demo demo`, `c5watch --home var/demo demo --anew`
    """
    from c5watch.cli.demo_home import empty, note_knowledge, own_things
    from c5watch.newsroom import Newsroom, newsroom_knowledge
    from c5watch.newsroom.corpus import ROUND_TIMES

    app: Context = context.obj
    home = app.settings.home
    analysts = Path(os.environ.get("C5WATCH_KNOWLEDGE") or ROOT / "knowledge").expanduser().absolute()
    if analysts == home / "knowledge":
        raise InputError(f"The demo makes {analysts} anew; unset C5WATCH_KNOWLEDGE, or let it name another folder.")
    if not anew and (own := own_things(app)):
        command = escape(f"c5watch {_options(app)} demo --anew")
        console.print(
            f"{escape(str(home))} holds {escape(' and '.join(own))}, which a new demo would throw away. It goes on with what is "
            f"there; to lose that and begin again: {command}",
            style="yellow",
            highlight=False,
        )
        if not app.is_new:
            _show(context)
        return
    _clear_server(app)
    empty(home)
    # Analysts' own edits in knowledge/ are part of the demo; only sources and watches are the newsroom's. Later commands find
    # the folder in the home.
    os.environ["C5WATCH_KNOWLEDGE"] = str(newsroom_knowledge(home / "knowledge", analysts))
    note_knowledge(home)
    with Newsroom.start(round=1) as newsroom:
        os.environ["C5WATCH_HOSTS"] = newsroom.hosts
        console.rule("Round 1: the second morning after the summit")
        _crawl(context, ROUND_TIMES[1])
        newsroom.set_round(2)
        console.rule("Round 2: a day later")
        _crawl(context, ROUND_TIMES[2])
        _show(context)
        _serve(newsroom)


def _clear_server(app: Context) -> None:
    """An index on a server is emptied of an earlier demo; one that holds anything else is left alone."""
    from c5watch.newsroom.sites import SITES
    from c5watch.search.base import Everything
    from c5watch.search.elastic import ElasticIndex

    index = app.index(new=True)
    if isinstance(index, ElasticIndex) and not index.create():
        held = index.search(Everything(), limit=0)
        samples = {site.id for site in SITES}
        if sum(count for source, count in held.facets["source"] if source in samples) < held.total:
            raise InputError(
                f"The index at {mask_password(app.settings.index_url or '')} holds other articles than the sample newsroom's, "
                "which the demo would mix up; give it another server, or run it without --index."
            )
        index.clear()
    index.close()


def _crawl(context: typer.Context, moment: datetime) -> None:
    from c5watch import clock
    from c5watch.cli.collecting import follow_up, print_outcomes
    from crawler.run import crawl

    os.environ[clock.VARIABLE] = moment.isoformat()
    clock.set_now(moment)
    app = context.obj = Context(home=context.obj.home, index_url=context.obj.index_url)
    with progress("Crawling") as advance:
        report = crawl(
            list(app.knowledge.sources),
            app.settings,
            on_outcome=lambda _source, _outcome: advance(),
            stop_seconds=_STOP_SECONDS,
        )
    for fault in report.faults:
        errors.print(fault, style="red", markup=False, highlight=False)
    print_outcomes(report.counts, "Pages by outcome")
    if report.stopped:
        # Only Ctrl-C stops a crawl that has no time limit: the person has seen enough.
        raise KeyboardInterrupt
    follow_up(app)


def _show(context: typer.Context) -> None:
    from c5watch.cli.agreements import print_list, titled
    from c5watch.cli.operating import print_alert, print_alert_files
    from c5watch.cli.searching import natural_sort, print_result
    from c5watch.search.query import parse_query

    app: Context = context.obj
    options = _options(app)
    with app.store() as store:
        _show_understood(store, app.knowledge)
        _show_agreements(store, app.knowledge, options)
        console.rule("Alerts")
        _print_command(options, "alerts")
        for alert in store.alerts():
            delivered = ", ".join(f"{delivery.channel}: {delivery.state}" for delivery in store.deliveries(alert.key))
            print_alert(alert.document, delivered)
        print_alert_files(app)
        signed = titled(store.agreements(parties=BETWEEN, status="signed"), app.knowledge)
    index = app.index()
    for title, query in SEARCHES:
        console.rule(title)
        _print_command(options, f"search '{query}'")
        parsed = parse_query(query)
        print_result(index.search(parsed, sort=natural_sort(parsed), limit=5))
    index.close()
    # Not a search: the fields of an article need not be those of one agreement.
    console.rule("Signed between the United States and Kazakhstan")
    _print_command(options, " ".join(("agreements --status signed", *(f"--party {party}" for party in BETWEEN))))
    print_list(signed)


def _options(app: Context) -> str:
    """The options that make another command use this home."""
    home = min(os.path.relpath(app.settings.home), str(app.settings.home), key=len)
    return f"--home {home}" + (f" --index {mask_password(app.index_url)}" if app.index_url else "")


def _print_command(options: str, command: str) -> None:
    console.print(f"[dim]{escape(f'c5watch {options} {command}')}[/]", highlight=False)


def _show_understood(store: Store, knowledge: Knowledge) -> None:
    languages: Counter[str] = Counter()
    actors: Counter[str] = Counter()
    summits: Counter[str] = Counter()
    interviewees: set[str] = set()
    interviews = Table("interviewee", "questions", "answers", "language", "title", title="Interviews", title_justify="left")
    for article in store.articles():
        languages[f"{article.language}-{article.script}"] += 1
        asked = {person.actor or person.name for person in article.interview.interviewees} if article.interview else set()
        interviewees |= asked
        actors.update(asked | {mention.actor for mention in article.mentions if mention.actor})
        summits.update({summit.summit or summit.format for summit in article.summits})
        if article.interview:
            turns = Counter(turn.kind for turn in article.interview.turns)
            names = ", ".join(person.name for person in article.interview.interviewees) or "?"
            row = (names, str(turns["question"]), str(turns["answer"]), article.language, article.title or "")
            interviews.add_row(*map(escape, row))
    console.rule("What was understood")
    _print_counts("Languages", languages)
    # Places are named in every article and would hide who acts.
    for name, types in ACTOR_TYPES:
        # Who was interviewed is told once and would be hidden by those whom all name.
        always = interviewees if "person" in types else set()
        counts = Counter({id_: n for id_, n in actors.items() if id_ in always or _type_of(id_, knowledge) in types})
        _print_counts(name, counts, always)
    _print_counts("Summits", summits)
    console.print(interviews)


def _type_of(actor_id: str, knowledge: Knowledge) -> str | None:
    actor = knowledge.actors.get(actor_id)
    return actor.type if actor else None


def _print_counts(name: str, counts: Counter[str], always: Collection[str] = ()) -> None:
    table = Table(name, "articles")
    first = dict(counts.most_common(12))
    for value, number in counts.most_common():
        if value not in first and value not in always:
            continue
        table.add_row(escape(value), str(number))
    console.print(table)


def _show_agreements(store: Store, knowledge: Knowledge, options: str) -> None:
    console.rule("Agreements")
    found = store.agreements(limit=12)
    _print_command(options, f"agreements {found[0].id if found else 'ID'}")
    table = Table("id", "agreement", "status", "articles")
    for held in found:
        known = knowledge.agreements.get(held.id)
        table.add_row(escape(held.id), escape(known.title if known else held.name), held.status, str(held.articles))
    console.print(table)


def _serve(newsroom: Newsroom) -> None:
    """Keep the sites up for a person who wants to look at them."""
    if os.environ.get("DEMO_SERVE") == "0" or not sys.stdout.isatty():
        return
    from threading import Event

    console.rule()
    console.print(f"The sample sites stay up on port {newsroom.port} of this machine until Ctrl-C.")
    Event().wait()
