"""What a poll asks for: new pages by their promise, known ones only where something may have changed."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from c5watch.article import Article, Hint, Outcome, OutcomeKind, article_id
from c5watch.knowledge import Knowledge, Source
from c5watch.store import Store
from crawler.links import Link
from crawler.plan import make_plan
from crawler.priority import promise

NOON = datetime(2025, 11, 7, 12, tzinfo=timezone(timedelta(hours=5)))
SOURCE = Source.model_validate(
    {
        "id": "a",
        "name": "A",
        "country": "KZ",
        "type": "agency",
        "hosts": ["a.kz"],
        "languages": ["ru"],
        "timezone": "Asia/Almaty",
        "page_budget": 10,
    }
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(f"sqlite:///{tmp_path / 'x.db'}", home=tmp_path) as found:
        yield found


def _article(url: str, published: datetime) -> Article:
    return Article(
        id=article_id(url),
        url=url,
        source="a",
        title="Встреча",
        text="Встреча прошла.",
        published_at=published,
        fetched_at=published,
    )


def _planned(links: list[Link], knowledge: Knowledge, store: Store, now: datetime) -> list[str]:
    return [ticket.key for ticket in make_plan(links, SOURCE, knowledge, store, now).fetch]


def test_links_to_one_document_are_one_ticket_with_the_best_words(knowledge: Knowledge, store: Store) -> None:
    links = [Link(url="http://a.kz/1?utm_source=rss"), Link(url="http://a.kz/1", hint=Hint(title="Саммит С5+1"))]
    (ticket,) = make_plan(links, SOURCE, knowledge, store, NOON).fetch
    assert ticket.key == "http://a.kz/1"
    assert ticket.link.hint.title == "Саммит С5+1"


def test_known_article_is_left_alone_until_it_is_due_or_the_list_says_it_changed(knowledge: Knowledge, store: Store) -> None:
    url = "http://a.kz/1"
    store.save(_article(url, NOON - timedelta(minutes=30)), page_url=url, at=NOON)
    assert _planned([Link(url=url)], knowledge, store, NOON + timedelta(minutes=20)) == []
    changed = Link(url=url, updated_at=NOON + timedelta(minutes=5))
    assert _planned([changed], knowledge, store, NOON + timedelta(minutes=20)) == [url]
    assert _planned([Link(url=url, updated_at=NOON - timedelta(hours=1))], knowledge, store, NOON + timedelta(minutes=20)) == []
    assert _planned([], knowledge, store, NOON + timedelta(minutes=70)) == [url]


def test_looks_become_rarer_and_end_after_three_days(knowledge: Knowledge, store: Store) -> None:
    url = "http://a.kz/1"
    now, looks = NOON, []
    store.save(_article(url, NOON), page_url=url, at=NOON)
    while now < NOON + timedelta(days=10):
        now += timedelta(minutes=15)
        if _planned([], knowledge, store, now):
            looks.append(now - NOON)
            store.record_outcome(url=url, source="a", outcome=Outcome(OutcomeKind.UNCHANGED), at=now)
    assert 6 <= len(looks) <= 12
    assert looks[-1] <= timedelta(days=3)
    gaps = [after - before for before, after in itertools.pairwise(looks)]
    assert gaps == sorted(gaps)


@pytest.mark.parametrize(
    ("outcome", "minutes", "due"),
    [
        (Outcome(OutcomeKind.DROPPED, "listing"), 60 * 24 * 30, False),
        (Outcome(OutcomeKind.REFUSED, "budget"), 1, True),
        (Outcome(OutcomeKind.REFUSED, "stopped"), 1, True),
        (Outcome(OutcomeKind.REFUSED, "robots"), 60 * 23, False),
        (Outcome(OutcomeKind.REFUSED, "robots"), 60 * 25, True),
        (Outcome(OutcomeKind.GONE), 60, False),
        (Outcome(OutcomeKind.FAILED, "timeout"), 20, False),
        (Outcome(OutcomeKind.FAILED, "timeout"), 31, True),
        (Outcome(OutcomeKind.QUARANTINED, "crashed"), 31, True),
        (Outcome(OutcomeKind.QUARANTINED, "store"), 1, True),
    ],
)
def test_what_happened_last_decides_when_a_page_is_asked_for_again(
    knowledge: Knowledge, store: Store, outcome: Outcome, minutes: int, due: bool
) -> None:
    store.record_outcome(url="http://a.kz/1", source="a", outcome=outcome, at=NOON)
    assert _planned([Link(url="http://a.kz/1")], knowledge, store, NOON + timedelta(minutes=minutes)) == ["http://a.kz/1"] * due


def test_page_that_always_fails_is_given_up(knowledge: Knowledge, store: Store) -> None:
    for _ in range(12):
        store.record_outcome(url="http://a.kz/1", source="a", outcome=Outcome(OutcomeKind.FAILED, "timeout"), at=NOON)
    assert _planned([Link(url="http://a.kz/1")], knowledge, store, NOON + timedelta(days=60)) == []


def test_budget_takes_the_best_and_names_the_rest(knowledge: Knowledge, store: Store) -> None:
    links = [Link(url=f"http://a.kz/{n}", hint=Hint(title="Погода")) for n in range(12)]
    links.append(Link(url="http://a.kz/summit", hint=Hint(title="Итоги саммита C5+1")))
    plan = make_plan(links, SOURCE, knowledge, store, NOON)
    assert plan.fetch[0].key == "http://a.kz/summit"
    assert [ticket.key for ticket in plan.fetch[1:]] == [f"http://a.kz/{n}" for n in range(9)]
    assert len(plan.over_budget) == 3
    assert make_plan(links, replace_budget(5), knowledge, store, NOON).fetch == plan.fetch[:5]


def replace_budget(pages: int) -> Source:
    return SOURCE.model_copy(update={"page_budget": pages})


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ("Лидеры стран С5+1 встретятся в Вашингтоне", "Президент Казахстана провёл совещание"),
        ("C5+1 саммиті өтті", "Қазақстанда ауа райы"),
        ("Токаев и Трамп поговорили по телефону", "Цены на бензин выросли"),
        ("O‘zbekiston va AQSh memorandum imzoladi", "Bugun ob-havo"),
        ("Саммит «Центральная Азия – США»", "Центральная районная больница"),
        ("Ўзбекистон ва АҚШ келишув имзолади", "Бугун об-ҳаво"),
        ("Central Asia leaders at the White House for C5+1", "Ten recipes for autumn"),
    ],
)
def test_headline_about_the_meetings_promises_more(knowledge: Knowledge, better: str, worse: str) -> None:
    assert promise(Hint(title=better), knowledge) > promise(Hint(title=worse), knowledge)


def test_promise_lies_between_nothing_and_one(knowledge: Knowledge) -> None:
    assert promise(Hint(), knowledge) == 0
    everything = " ".join(names[0] for form in knowledge.formats.values() for names in form.names.values())
    assert promise(Hint(title=everything, summary=everything), knowledge) == 1
    headline = Hint(title="Саммит C5+1")
    assert promise(replace(Hint(), summary="Саммит C5+1"), knowledge) < promise(headline, knowledge)
