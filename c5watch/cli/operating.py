"""Commands of those who run it: ``stats``, ``sources``, ``watches``, ``alerts``, ``doctor``, ``knowledge``, ``actors``."""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.table import Table

from c5watch.cli.context import Context, console, count, escape, print_json, warn
from c5watch.errors import InputError, KnowledgeError

if TYPE_CHECKING:
    from c5watch.knowledge import Actor, Watch
    from c5watch.knowledge.check import Placed
    from c5watch.store import Crawl

Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
knowledge_app = typer.Typer(help="Check what we look for, and try it on a text.", no_args_is_help=True)
actors_app = typer.Typer(help="Correct actors; corrections go to knowledge/overrides.yaml with a reason.", no_args_is_help=True)


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    for command in (stats, sources, watches, alerts, doctor):
        app.command()(command)
    app.add_typer(knowledge_app, name="knowledge")
    app.add_typer(actors_app, name="actors")


def stats(context: typer.Context, as_json: Json = False) -> None:
    """Show where every page ended and what is stored; the outcomes add up to the pages.

    Example: `c5watch stats --json`
    """
    from c5watch.cli.collecting import print_outcomes

    app: Context = context.obj
    with app.store() as store:
        counts, totals, waiting = store.outcome_counts(), store.stats(), store.count_pending()
    if as_json:
        print_json({"outcomes": {str(outcome): n for outcome, n in counts.items()}, **totals, "waiting_for_index": waiting})
        return
    print_outcomes({str(outcome): n for outcome, n in counts.items()}, "Pages by outcome")
    for name, values in totals.items():
        if name not in ("outcome", "source") and values:
            console.print(f"[dim]{name}:[/] " + escape(", ".join(f"{key} {value}" for key, value in values.items())))
    if waiting:
        console.print(f"{waiting} changes wait for the search index (`c5watch reindex` or the next crawl takes them).")


def sources(context: typer.Context, as_json: Json = False) -> None:
    """List the sources, when each was crawled last and how that ended.

    Example: `c5watch sources`
    """
    app: Context = context.obj
    last: dict[str, Crawl | None] = dict.fromkeys(app.knowledge.sources)
    if not app.is_new:
        with app.store() as store:
            last = {source_id: store.last_crawl(source_id) for source_id in last}
    if as_json:
        for source in app.knowledge.sources.values():
            crawl = last[source.id]
            print_json(
                {
                    **source.model_dump(mode="json"),
                    "last_crawl": crawl.started_at.isoformat() if crawl else None,
                    "last_status": crawl.status if crawl else None,
                }
            )
        return
    table = Table("id", "name", "languages", "entries", "every", "last crawl", "ended")
    for source in app.knowledge.sources.values():
        crawl = last[source.id]
        spiders = ", ".join(dict.fromkeys(entry.spider for entry in source.entries)) if source.enabled else "off"
        when = crawl.started_at.strftime("%Y-%m-%d %H:%M") if crawl else "never"
        ended = f"{crawl.status} {crawl.detail}".strip() if crawl else ""
        every = f"{source.interval_minutes} min"
        table.add_row(source.id, escape(source.name), " ".join(source.languages), spiders, every, when, escape(ended))
    console.print(table)


def watches(context: typer.Context, as_json: Json = False) -> None:
    """List the watches of knowledge/watches.yaml and how many alerts each has given.

    Example: `c5watch watches`
    """
    from c5watch.watches import doubtful_watches, parse_watches

    app: Context = context.obj
    parse_watches(app.knowledge.watches.values())
    given = dict.fromkeys(app.knowledge.watches, 0)
    if not app.is_new:
        with app.store() as store:
            given = {watch_id: len(store.alerts(watch=watch_id, limit=10_000)) for watch_id in given}
    if as_json:
        for watch in app.knowledge.watches.values():
            print_json({**watch.model_dump(mode="json"), "alerts": given[watch.id]})
        return
    table = Table("id", "name", "query", "channels", "alerts")
    for watch in app.knowledge.watches.values():
        channels = ", ".join(watch.channels) if watch.enabled else "off"
        table.add_row(watch.id, escape(watch.name), escape(watch.query), channels, str(given[watch.id]))
    console.print(table)
    warn(doubtful_watches(app.knowledge_files))


def alerts(
    context: typer.Context,
    watch: Annotated[str | None, typer.Option(help="Only this watch.")] = None,
    limit: Annotated[int, typer.Option(help="How many, newest first.", min=1, max=10_000)] = 20,
    as_json: Json = False,
) -> None:
    """List alerts that were given, newest first: what was new, the sentence, the article, why.

    Example: `c5watch alerts --watch us-kazakhstan --json`
    """
    app: Context = context.obj
    with app.store() as store:
        given = store.alerts(watch=watch, limit=limit)
        deliveries = {alert.key: store.deliveries(alert.key) for alert in given}
    if watch is not None and not given and watch not in app.knowledge.watches:
        raise InputError(f"There is no watch {watch!r}; `c5watch watches` lists them.")
    for alert in given:
        if as_json:
            print_json(alert.document)
        else:
            print_alert(alert.document, ", ".join(f"{d.channel}: {d.state}" for d in deliveries[alert.key]))
    if not as_json:
        if given:
            print_alert_files(app)
        else:
            console.print("No alerts yet.")


def print_alert_files(app: Context) -> None:
    """Where the files lie that each alert says it was sent to."""
    folder = app.settings.home / "alerts"
    console.print(
        f"\n[dim]file: {escape(str(folder / 'alerts.jsonl'))}  feed: {escape(str(folder / 'alerts.atom'))}[/]", highlight=False
    )


def print_alert(document: dict[str, Any], delivered: str) -> None:
    """One alert for a person."""
    from c5watch.quoting import quoted

    status = document["status"].replace("_", " ")
    console.print(f"\n[bold]{escape(document['agreement_name'])}[/] ({status})", highlight=False)
    console.print(f"  new: {escape('; '.join(document['new']))}", highlight=False)
    if document["sentence"]:
        who = f" ({escape(document['said_by'])})" if document.get("said_by") else ""
        console.print(f"  {escape(quoted(document['sentence']))}{who}", highlight=False)
    day = (document["published_at"] or "no date")[:10]
    where = ", ".join(part for part in (document["source"], day, document["language"]) if part)
    console.print(f"  {escape(document['title'] or '(no headline)')} ({escape(where)})", highlight=False)
    console.print(f"  {escape(document['url'] or document['article'])}", highlight=False, soft_wrap=True)
    console.print(
        f"  [dim]{escape(document['agreement'])}; why: {escape(document['why'])}; {escape(delivered)}[/]", highlight=False
    )


def doctor(context: typer.Context, as_json: Json = False) -> None:
    """Check this installation and say what to do about what is wrong.

    Example: `c5watch doctor`
    """
    from c5watch.cli.checkup import examine

    app: Context = context.obj
    findings = examine(app)
    if as_json:
        print_json([dataclasses.asdict(finding) for finding in findings])
    else:
        for finding in findings:
            mark = "[green]ok   [/]" if finding.ok else "[red]wrong[/]"
            console.print(f"{mark} {escape(finding.what)}: {escape(finding.says)}", highlight=False)
    if not all(finding.ok for finding in findings):
        raise typer.Exit(1)


@knowledge_app.command()
def check(context: typer.Context) -> None:
    """Read all of knowledge/ and report every fault at once.

    Example: `c5watch knowledge check`
    """
    from c5watch.watches import check_watches

    app: Context = context.obj
    known = app.knowledge_files
    check_watches(known)
    faults = known.faults
    warn(
        f"The channel {channel} ({', '.join(watches)}) has no address here: where alerts are sent from, the environment variable "
        f"{channel} must hold an Apprise URL."
        for channel, watches in sorted(_unset_channels(known.watches.values()).items())
    )
    if faults:
        counted = f"{count(len(faults), 'fault')} in {known.folder}; mend {'it' if len(faults) == 1 else 'them'} and check again."
        raise KnowledgeError([*faults, counted])
    parts = ("actor", "format", "agreement", "topic", "source")
    counts = [*(count(len(getattr(known, f"{name}s")), name) for name in parts), count(len(known.watches), "watch", "watches")]
    console.print(f"No faults. {', '.join(counts)}.")


def _unset_channels(watches: Iterable[Placed[Watch]]) -> dict[str, list[str]]:
    """The channels that are no set environment variable here, with the watches that use them."""
    unset: dict[str, list[str]] = {}
    for entry in watches:
        for channel in entry.value.channels if entry.value.enabled else ():
            if channel != "file" and not os.environ.get(channel):
                unset.setdefault(channel, []).append(entry.value.id)
    return unset


@knowledge_app.command(name="try")
def try_(context: typer.Context, text: Annotated[str, typer.Argument(help="A text in quotes.")]) -> None:
    """Show what the knowledge finds in a text.

    Example: `c5watch knowledge try "Токаев и Трамп подписали меморандум о критических минералах"`
    """
    from c5watch.article import Article
    from c5watch.cli.inputs import page_from_bytes
    from c5watch.cli.reading import show_article
    from pipelines.chain import understand

    app: Context = context.obj
    result = understand(page_from_bytes(text.encode("utf-8", "replace"), url=None, text=True), app.knowledge)
    show_article("Your text", result)
    if isinstance(result, Article):
        for mention in result.mentions:
            known = mention.actor or (f"one of {', '.join(mention.candidates)}" if mention.candidates else "unknown")
            console.print(f"  {mention.start}-{mention.end} {mention.type} {escape(mention.text)} → {escape(known)}")
        for place in result.summits:
            words = result.text[place.start : place.end]
            console.print(f"  {place.start}-{place.end} summit {escape(words)} → {escape(place.summit or place.format)}")


Reason = Annotated[str, typer.Option(help="Why; it is kept with the correction.")]


@actors_app.command()
def split(
    context: typer.Context,
    actor: Annotated[str, typer.Argument(help="The id that two people share.")],
    new: Annotated[str, typer.Argument(help="The id of the other.")],
    names: Annotated[list[str], typer.Argument(help="The names that belong to the other.")],
    reason: Reason,
) -> None:
    """Say that some names of an actor are another's.

    Example: `c5watch actors split sergio-gor sergio-gora "Sergio Gora" --reason "a namesake"`
    """
    _correct(context, "split", {"actor": actor, "new": new, "names": names}, reason)


@actors_app.command()
def merge(
    context: typer.Context,
    actor: Annotated[str, typer.Argument(help="The id that goes.")],
    into: Annotated[str, typer.Argument(help="The id that stays.")],
    reason: Reason,
) -> None:
    """Say that two actors are one.

    Example: `c5watch actors merge sergio-gora sergio-gor --reason "one person after all"` takes back the example of split.
    """
    app: Context = context.obj
    posts = {one: _posts_of_today(app.knowledge.actors.get(one)) for one in (actor, into)}
    _correct(context, "merge", {"actor": actor, "into": into}, reason)
    if all(posts.values()) and not posts[actor] & posts[into]:
        told = " and ".join(f"{one} is {', '.join(sorted(titles))}" for one, titles in posts.items())
        warn([f"{told} today: if they are two people, take the last correction out of knowledge/overrides.yaml again."])


@actors_app.command()
def ignore(
    context: typer.Context,
    form: Annotated[str, typer.Argument(help="The words that are no mention.")],
    reason: Reason,
    actor: Annotated[str | None, typer.Option(help="Only of this actor.")] = None,
) -> None:
    """Say that some words are no mention of anyone, or not of one actor.

    Example: `c5watch actors ignore "Гора" --actor sergio-gor --reason "a mountain"`, `c5watch actors ignore "Отель Казахстан"
    --reason "a hotel"`
    """
    app: Context = context.obj
    known = app.knowledge.actors.get(actor or "")
    _correct(context, "ignore", {"form": form, **({"actor": actor} if actor else {})}, reason)
    if known and not _is_met(form, known, app):
        warn(
            [f"No name of {known.id} and no stored article that mentions it has the words {form!r}: nothing changes by this yet."]
        )


@actors_app.command()
def alias(
    context: typer.Context,
    actor: Annotated[str, typer.Argument(help="The actor's id.")],
    form: Annotated[str, typer.Argument(help="Another name of it.")],
    language: Annotated[str, typer.Argument(help="Its language: ru en kk kk-Latn ky uz uz-Cyrl tg tk.")],
    reason: Reason,
) -> None:
    """Give an actor another name.

    Example: `c5watch actors alias sergio-gor "Сергио Гор" ru --reason "spelling of an agency"`
    """
    _correct(context, "alias", {"actor": actor, "form": form, "language": language}, reason)


def _posts_of_today(actor: Actor | None) -> set[str]:
    """The titles of the posts that a person holds now."""
    if actor is None or actor.type != "person":
        return set()
    return {office.title for office in actor.offices if office.until is None and not office.ended}


def _is_met(form: str, actor: Actor, app: Context) -> bool:
    names = [name for some in actor.names.values() for name in some] + [short.form for short in actor.abbreviations]
    if any(form.casefold() in name.casefold() for name in names):
        return True
    if app.is_new:
        return False
    with app.store() as store:
        return store.has_words(form, actor=actor.id)


def _correct(context: typer.Context, kind: str, values: dict[str, Any], reason: str) -> None:
    from c5watch.knowledge.overrides import add_override

    app: Context = context.obj
    path = add_override(app.settings.knowledge, kind, values, reason)
    console.print(f"Written to {path}. `c5watch reprocess` brings stored articles up to date.")
