"""The ``agreements`` command: which agreements stored articles tell of, and every report of them with who says it and where."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Annotated, Any, get_args

import typer

from c5watch.article import Agreement, Article, Instrument, Status
from c5watch.cli.context import Context, console, count, escape, print_json, warn
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
    agreement: Annotated[
        str | None, typer.Argument(help="The id of one agreement, asked alone: shows each report of it.")
    ] = None,
    party: Annotated[list[str] | None, typer.Option(help="The id of a party; given twice, both are.")] = None,
    country: Annotated[
        list[str] | None,
        typer.Option(
            help="ISO code or id of a state: it, or a company, agency or region of it, is a party; given twice, of both."
        ),
    ] = None,
    status: Annotated[str | None, typer.Option(help="Where it stands by the newest report: signed, announced, ...")] = None,
    instrument: Annotated[str | None, typer.Option(help="treaty, agreement, mou, contract, ...")] = None,
    summit: Annotated[str | None, typer.Option(help="The meeting it belongs to, such as c5-plus-1-2025-11-06.")] = None,
    limit: Annotated[int, typer.Option(help="How many, the most spoken of first.", min=1, max=10_000)] = 30,
    as_json: Annotated[bool, typer.Option("--json", help="Print each agreement with its reports as a line of JSON.")] = False,
) -> None:
    """List agreements across all articles and languages; with an id, who says what of it, in which words, where.

    Whatever is asked for is asked of one agreement. `--party kazakhstan` is the state itself, `--country KZ` also its companies
    and agencies.

    Example: `c5watch agreements --party kazakhstan --party united-states --status signed`, `c5watch agreements --country KZ
    --country US --instrument contract`
    """
    app: Context = context.obj
    _check("--status", status, get_args(Status))
    _check("--instrument", instrument, get_args(Instrument))
    states = [_state(code, app.knowledge) for code in country or ()]
    more = ""
    with app.store() as store:
        if agreement is not None:
            if party or states or status or instrument or summit:
                raise InputError("An id is one agreement already: leave the other questions out.")
            held = store.agreement(agreement)
            if held is None:
                raise InputError(f"No stored article speaks of an agreement {agreement!r}; `c5watch agreements` lists their ids.")
            found = [held]
        else:
            ask = partial(store.agreements, status=status, instrument=instrument, summit=summit)
            # Which parties are of a state only the knowledge says, so all are read then.
            every = _of_states(ask(parties=party or (), limit=None if states else limit + 1), states, app.knowledge)
            found = every[:limit]
            if not found:
                _check_ids(party or (), summit, app)
            if not as_json:
                more = _more_of_states(party or [], states, ask, app.knowledge)
            if len(every) > limit:
                told = len(every) if states else len(ask(parties=party or ()))
                warn([f"{limit} of {told}; --limit {told} shows all."])
        found = titled(found, app.knowledge)
        if as_json:
            for held in found:
                print_json({**dataclasses.asdict(held), "reports": [_report(*told) for told in _told(store, held)]})
        elif agreement is not None:
            _print_held(found[0])
            _print_reports(_told(store, found[0]))
        else:
            print_list(found)
            console.print(more, style="dim", markup=False, highlight=False, end="\n" if more else "")


def _state(given: str, knowledge: Knowledge) -> str:
    """The code in capitals of a state that is given by its code or its id."""
    from c5watch.search.references import states_by_code

    for code, actor_id in states_by_code(knowledge.actors.values()).items():
        if given.upper() == code or given.lower() == actor_id:
            return code
    raise InputError(f"--country is a state's ISO code or id, not {given!r}: write KZ or kazakhstan.")


def _of_states(held: list[HeldAgreement], states: list[str], knowledge: Knowledge) -> list[HeldAgreement]:
    """Those that have a party of each of these states."""

    def codes(agreement: HeldAgreement) -> set[str | None]:
        return {knowledge.actors[party].country for party in agreement.parties if party in knowledge.actors}

    return [one for one in held if set(states) <= codes(one)] if states else held


def _more_of_states(parties: list[str], states: list[str], ask: Callable[[], list[HeldAgreement]], knowledge: Knowledge) -> str:
    """How many more agreements the companies and agencies of the states have that were asked for as parties."""
    known = [knowledge.actors[party] for party in parties if party in knowledge.actors]
    codes = {actor.id: actor.country for actor in known if actor.type == "country" and actor.country}
    if not codes:
        return ""
    others = [party for party in parties if party not in codes]
    wider = _of_states(ask(), [*states, *codes.values()], knowledge)
    further = sum(set(others) <= set(agreement.parties) and not set(parties) <= set(agreement.parties) for agreement in wider)
    options = " ".join(f"--country {code}" for code in codes.values())
    of = "this state" if len(codes) == 1 else "these states"
    return f"{further} more with companies, agencies or regions of {of}: {options}" if further > 0 else ""


def _check(option: str, value: str | None, allowed: tuple[str, ...]) -> None:
    if value is not None and value not in allowed:
        raise InputError(f"{option} is one of {', '.join(allowed)}, not {value!r}.")


def _check_ids(parties: list[str] | tuple[()], summit: str | None, app: Context) -> None:
    """Nothing was found: tell a misspelt id from an honest nothing."""
    from c5watch.search.base import Words
    from c5watch.search.references import unknown_ids

    for party in parties:
        for doubt in unknown_ids(Words(party, "party"), app.knowledge_files):
            raise InputError(
                f"{doubt[0].upper()}{doubt[1:]}{'' if doubt.endswith('?') else '; ids stand in knowledge/actors.yaml.'}"
            )
    meetings = {meeting.id for form in app.knowledge.formats.values() for meeting in form.meetings}
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


def titled(found: list[HeldAgreement], knowledge: Knowledge) -> list[HeldAgreement]:
    """The same agreements, those that are followed under the title that analysts gave them."""
    known = knowledge.agreements
    return [dataclasses.replace(held, name=known[held.id].title) if held.id in known else held for held in found]


def print_list(found: list[HeldAgreement]) -> None:
    """Agreements for a person."""
    if not found:
        console.print("No stored article speaks of such an agreement.")
        return
    for held in found:
        _print_held(held)
    console.print("[dim]`c5watch agreements ID` shows who says what of one.[/]", highlight=False)


def _print_held(held: HeldAgreement) -> None:
    console.print(
        f"\n[bold]{escape(held.name)}[/]\n[dim]{escape(held.id)}  {count(held.articles, 'article')}[/]", highlight=False
    )
    console.print("  " + _facts(held), highlight=False)


def _facts(told: HeldAgreement | Agreement) -> str:
    amount = f"{told.amount.value:,.0f} {told.amount.currency}" if told.amount else None
    facts = (told.instrument, told.status, told.date, told.place, told.summit, amount, " and ".join(told.parties))
    return escape(", ".join(fact for fact in facts if fact))


def print_told(article: Article) -> None:
    """The agreements of one article with who says what of them, for a person."""
    for record in article.agreements:
        # A key that only one text has is no id that another command takes.
        identity = "" if record.agreement.startswith("~") else f"  [dim]{escape(record.agreement)}[/]"
        console.print(f"[bold]{escape(record.name)}[/]{identity}\n  {_facts(record)}", highlight=False)
        _print_claims(article, record)


def _print_claims(article: Article, record: Agreement) -> None:
    for claim in record.claims:
        who = named(article, claim.speaker) if claim.speaker else _UNNAMED.get(claim.voice, "not named")
        amount = f" {claim.amount.value:,.0f} {claim.amount.currency}" if claim.amount else ""
        words = quoted(whole_pairs(" ".join(article.text[claim.start : claim.end].split())))
        console.print(f"  {claim.status}{amount} ({claim.voice}, {escape(who)}): {escape(words)}", highlight=False)


def named(article: Article, speaker: str) -> str:
    """A speaker with the id under which the article knows them, if it does."""
    people = article.interview.interviewees + article.interview.interviewers if article.interview else ()
    known = [*((person.name, person.actor) for person in people), *((quote.speaker, quote.actor) for quote in article.quotes)]
    # Somebody may be known in one place and not in another.
    actor = next((actor for name, actor in known if name == speaker and actor), None)
    return f"{speaker}, {actor}" if actor else speaker


def _print_reports(told: Iterator[tuple[Article, Agreement]]) -> None:
    for article, record in told:
        published = article.published_at.isoformat()[:10] if article.published_at else "no date"
        line = "  ".join((published, article.source or "-", article.language, article.kind, article.id))
        console.print(f"\n[bold]{escape(article.title or article.id)}[/]\n[dim]{escape(line)}[/]", highlight=False)
        _print_claims(article, record)
