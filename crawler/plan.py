"""Which of the links that a poll brought are worth a request, and in which order.

New ones, promising first. Known ones only where something may have changed: the list says so, or the article is young and
its last look long enough ago (an hour, later half of its age: about eight looks in three days). Young articles that fell out
of the list are looked at as well: that is how deletions are noticed. Failed ones again after a growing pause.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from c5watch.article import Article, Hint, Outcome, OutcomeKind
from c5watch.knowledge import Knowledge, Source
from c5watch.store import KnownPage, Store
from c5watch.urls import canonical_url
from crawler.links import Link
from crawler.priority import promise

RECHECK_WINDOW = timedelta(days=3)
_FIRST_RECHECK = timedelta(hours=1)
_FIRST_RETRY = timedelta(minutes=15)
_MAX_FAILURES = 8
_REFUSAL_HOLDS = timedelta(days=1)
# What happened on our side and says nothing about the page.
_PASSING = frozenset({"budget", "stopped", "archive-full", "store", "no-worker"})
# A fresh look at a known article comes after new pages of the same promise.
_RECHECK_DISCOUNT = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticket:
    """A page to ask for. ``key`` is its canonical address, ``source`` the id of its source, ``known`` what the store knows."""

    key: str
    link: Link
    source: str | None
    priority: int
    known: KnownPage | None = None

    @property
    def has_article(self) -> bool:
        """Whether an article was stored from this address before."""
        return self.known is not None and self.known.article_id is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What to fetch within the budget, best first, and what the budget refuses this time."""

    fetch: tuple[Ticket, ...]
    over_budget: tuple[Ticket, ...]


def make_plan(links: Iterable[Link], source: Source, knowledge: Knowledge, store: Store, now: datetime) -> Plan:
    """Choose and order; reads the store."""
    young = {article.id: article for article in store.articles(source=source.id, since=now - RECHECK_WINDOW)}
    tickets = list(_tickets(_merge(links, young.values()), source.id, knowledge, store, young, now))
    # The sort is stable: among equals the order of the list, which is the newest first.
    tickets.sort(key=lambda ticket: -ticket.priority)
    return Plan(fetch=tuple(tickets[: source.page_budget]), over_budget=tuple(tickets[source.page_budget :]))


def _merge(links: Iterable[Link], young: Iterable[Article]) -> dict[str, Link]:
    """One link for each address, the one that says most; young articles that no list names behind them."""
    merged: dict[str, Link] = {}
    for link in links:
        key = canonical_url(link.url)
        if key not in merged or (merged[key].hint.title is None and link.hint.title is not None):
            merged[key] = link
    listed = set(merged)
    for article in young:
        if article.url and listed.isdisjoint((article.url, *article.aliases)):
            merged[article.url] = Link(url=article.url, hint=Hint(title=article.title))
    return merged


def _tickets(  # noqa: PLR0917 - what the one rule weighs
    merged: dict[str, Link], source: str, knowledge: Knowledge, store: Store, young: dict[str, Article], now: datetime
) -> Iterator[Ticket]:
    for key, link in merged.items():
        known = store.known_url(key)
        worth = round(100 * promise(link.hint, knowledge))
        if known is None or known.outcome is None or known.fetched_at is None:
            yield Ticket(key=key, link=link, source=source, priority=worth, known=known)
        elif _is_due(known, known.outcome, known.fetched_at, link, young, now):
            yield Ticket(key=key, link=link, source=source, priority=worth - _RECHECK_DISCOUNT, known=known)


def _is_due(  # noqa: PLR0917 - the one rule that weighs all of it
    known: KnownPage, outcome: Outcome, seen_at: datetime, link: Link, young: dict[str, Article], now: datetime
) -> bool:
    if outcome.reason in _PASSING:
        return True
    rested = now - seen_at
    if outcome.kind in (OutcomeKind.REFUSED, OutcomeKind.GONE):
        return rested >= _REFUSAL_HOLDS
    if outcome.kind in (OutcomeKind.FAILED, OutcomeKind.QUARANTINED):
        return known.failures <= _MAX_FAILURES and rested >= _FIRST_RETRY * 2 ** min(known.failures, _MAX_FAILURES)
    if link.updated_at is not None and link.updated_at > seen_at:
        return True
    article = young.get(known.article_id or "")
    return article is not None and rested >= max(_FIRST_RECHECK, (seen_at - _born_at(article)) / 2)


def _born_at(article: Article) -> datetime:
    """When the article came out; a day without a time begins in the zone of the fetch."""
    fetched = article.fetched_at if isinstance(article.fetched_at, datetime) else datetime.combine(article.fetched_at, time())
    born = article.published_at
    if born is None:
        return fetched
    if isinstance(born, datetime):
        return born if born.tzinfo else born.replace(tzinfo=fetched.tzinfo)
    return datetime.combine(born, time(), tzinfo=fetched.tzinfo)
