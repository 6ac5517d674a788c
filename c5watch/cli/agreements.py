"""The ``agreements`` command: which agreements stored articles tell of, and every report of them with who says it and where."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any, get_args

import typer

from c5watch.article import Agreement, Article, Instrument, Status
from c5watch.cli.context import Context, console, count, escape, print_json
from c5watch.errors import InputError
from c5watch.quoting import quoted, whole_pairs

if TYPE_CHECKING:
    from c5watch.knowledge import Knowledge
    from c5watch.store import Store
    from c5watch.store.agreements import HeldAgreement

_UNNAMED = {"editorial": "the editors", "question": "who asks"}


def register(app: typer.Typer) -> None:
    """Add the command of this module."""
    app.command()(agreements)


def agreements(
    context: typer.Context,
    agreement: Annotated[str | None, typer.Argument(help="The id of one agreement: shows each report of it.")] = None,
    party: Annotated[list[str] | None, typer.Option(help="The id of a party; given twice, both are.")] = None,
    status: Annotated[str | None, typer.Option(help="Where it stands by the newest report: signed, announced, ...")] = None,
    instrument: Annotated[str | None, typer.Option(help="treaty, agreement, mou, contract, ...")] = None,
    summit: Annotated[str | None, typer.Option(help="The meeting it belongs to, such as c5-plus-1-2025-11-06.")] = None,
    limit: Annotated[int, typer.Option(help="How many, the most spoken of first.", min=1, max=10_000)] = 30,
    as_json: Annotated[bool, typer.Option("--json", help="Print each agreement with its reports as a line of JSON.")] = False,
) -> None:
    """List agreements across all articles and languages; with an id, who says what of it, in which words, where.

    Example: `c5watch agreements --party kazakhstan --party united-states --status signed`
    """
    app: Context = context.obj
    _check("--status", status, get_args(Status))
    _check("--instrument", instrument, get_args(Instrument))
    with app.store() as store:
        if agreement is not None:
            held = store.agreement(agreement)
            if held is None:
                raise InputError(f"No stored article speaks of an agreement {agreement!r}; `c5watch agreements` lists their ids.")
            found = [held]
        else:
            found = store.agreements(parties=party or (), status=status, instrument=instrument, summit=summit, limit=limit)
            if not found:
                _check_ids(party or (), summit, app.knowledge)
        known = app.knowledge.agreements
        found = [dataclasses.replace(held, name=known[held.id].title) if held.id in known else held for held in found]
        if as_json:
            for held in found:
                print_json({**dataclasses.asdict(held), "reports": [_report(*told) for told in _told(store, held)]})
        elif agreement is not None:
            _print_held(found[0])
            _print_reports(_told(store, found[0]))
        else:
            _print_list(found)


def _check(option: str, value: str | None, allowed: tuple[str, ...]) -> None:
    if value is not None and value not in allowed:
        raise InputError(f"{option} is one of {', '.join(allowed)}, not {value!r}.")


def _check_ids(parties: list[str] | tuple[()], summit: str | None, knowledge: Knowledge) -> None:
    """Nothing was found: tell a misspelt id from an honest nothing."""
    for party in parties:
        if party not in knowledge.actors:
            raise InputError(f"There is no actor {party!r}; ids stand in knowledge/actors.yaml.")
    meetings = {meeting.id for form in knowledge.formats.values() for meeting in form.meetings}
    if summit is not None and summit not in meetings:
        raise InputError(f"There is no meeting {summit!r}; ids stand in knowledge/summits.yaml.")


def _told(store: Store, held: HeldAgreement) -> Iterator[tuple[Article, Agreement]]:
    history = list(store.agreement_history(held.id))
    articles = store.get_many([article_id for article_id, _ in history])
    return ((articles[article_id], record) for article_id, record in history if article_id in articles)


def _report(article: Article, record: Agreement) -> dict[str, Any]:
    published = article.published_at
    return {
        "article": article.id,
        "url": article.url,
        "title": article.title,
        "source": article.source,
        "language": article.language,
        "kind": article.kind,
        "published_at": published.isoformat() if published else None,
        "status": record.status,
        "fresh": record.fresh,
        "voice": record.voice,
        "amount": dataclasses.asdict(record.amount) if record.amount else None,
        "claims": [
            {"status": c.status, "speaker": c.speaker, "voice": c.voice, "text": article.text[c.start : c.end]}
            for c in record.claims
        ],
        "evidence": [article.text[span.start : span.end] for span in record.evidence],
    }


def _print_list(found: list[HeldAgreement]) -> None:
    if not found:
        console.print("No stored article speaks of such an agreement.")
        return
    for held in found:
        _print_held(held)
    console.print("\n[dim]`c5watch agreements ID` shows who says what of one.[/]", highlight=False)


def _print_held(held: HeldAgreement) -> None:
    amount = f"{held.amount.value:,.0f} {held.amount.currency}" if held.amount else None
    facts = (held.instrument, held.status, held.date, held.place, held.summit, amount, " and ".join(held.parties))
    console.print(
        f"\n[bold]{escape(held.name)}[/]\n[dim]{escape(held.id)}  {count(held.articles, 'article')}[/]", highlight=False
    )
    console.print("  " + escape(", ".join(fact for fact in facts if fact)), highlight=False)


def _print_reports(told: Iterator[tuple[Article, Agreement]]) -> None:
    for article, record in told:
        published = article.published_at.isoformat()[:10] if article.published_at else "no date"
        line = "  ".join((published, article.source or "-", article.language, article.kind, article.id))
        console.print(f"\n[bold]{escape(article.title or article.id)}[/]\n[dim]{escape(line)}[/]", highlight=False)
        for claim in record.claims:
            who = claim.speaker or _UNNAMED.get(claim.voice, "not named")
            words = quoted(whole_pairs(" ".join(article.text[claim.start : claim.end].split())))
            console.print(f"  {claim.status} ({claim.voice}, {escape(who)}): {escape(words)}", highlight=False)
