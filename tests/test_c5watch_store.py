"""The store keeps one article whatever happens around it."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from c5watch.article import Agreement, Amount, Article, Mention, Outcome, OutcomeKind, article_id
from c5watch.store import Store

ASTANA = timezone(timedelta(hours=5))
URL = "https://news.example/2025/11/07/uran"


def make_article(url: str = URL, text: str = "Казахстан и США подписали меморандум.", **parts: object) -> Article:
    values: dict[str, object] = {
        "id": article_id(url),
        "url": url,
        "source": "example",
        "title": "Подписан меморандум",
        "published_at": datetime(2025, 11, 7, 9, 30, tzinfo=ASTANA),
        "fetched_at": datetime(2025, 11, 7, 6, 0, tzinfo=UTC),
        "text": text,
        "language": "ru",
        "script": "Cyrl",
        "languages": ("ru",),
        "mentions": (Mention(start=0, end=9, text="Казахстан", type="LOC", actor="kazakhstan"),),
    }
    return Article(**{**values, **parts})  # type: ignore[arg-type]  # parts are named by each test


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(f"sqlite:///{tmp_path / 'c5watch.db'}", home=tmp_path) as opened:
        yield opened


def test_an_article_comes_back_as_it_was(store: Store) -> None:
    article = make_article()
    assert store.save(article) == Outcome(OutcomeKind.STORED)
    assert store.get(article.id) == article
    assert store.get(URL) == article
    assert store.get("nothing") is None


def test_the_same_page_again_is_unchanged_and_tells_nobody(store: Store) -> None:
    store.save(make_article())
    store.acknowledge(row.seq for row in store.pending())
    again = make_article(fetched_at=datetime(2025, 11, 8, tzinfo=UTC))
    assert store.save(again) == Outcome(OutcomeKind.UNCHANGED)
    assert store.pending() == []


def test_a_changed_text_is_a_new_revision_of_the_same_article(store: Store) -> None:
    store.save(make_article())
    changed = make_article(text="Казахстан и США подписали два меморандума.")
    assert store.save(changed) == Outcome(OutcomeKind.REVISED)
    held = store.get(URL)
    assert held is not None
    assert (held.revision, held.text) == (2, changed.text)
    assert [revision.revision for revision in store.revisions(held.id)] == [1, 2]
    old = store.get_revision(held.id, 1)
    assert old is not None
    assert old.text == make_article().text
    assert [row.revision for row in store.pending()] == [1, 2]


def test_another_url_of_a_known_article_is_no_second_article(store: Store) -> None:
    store.save(make_article(), page_url=URL + "?from=rss")
    other = make_article(url=URL + "?from=rss")
    assert store.save(other) == Outcome(OutcomeKind.UNCHANGED)
    assert store.count_articles() == 1
    assert store.resolve_id(other) == article_id(URL)


def test_every_page_ends_in_one_outcome_and_they_add_up(store: Store) -> None:
    crawl = store.begin_crawl("example")
    store.save(make_article(), crawl=crawl)
    store.save(make_article(), crawl=crawl)
    store.record_outcome(url="https://x.example/", source="example", outcome=Outcome(OutcomeKind.DROPPED, "listing"), crawl=crawl)
    store.end_crawl(crawl)
    counts = store.outcome_counts(crawl=crawl)
    assert {str(outcome): count for outcome, count in counts.items()} == {"stored": 1, "unchanged": 1, "dropped/listing": 1}
    last = store.last_crawl("example")
    assert last is not None
    assert (last.id, last.status) == (crawl, "finished")


def test_one_agreement_in_two_articles_keeps_one_id(store: Store) -> None:
    record = Agreement(
        agreement="~one",
        name="меморандум по критическим минералам",
        instrument="mou",
        scope="international",
        status="signed",
        fresh=True,
        voice="editorial",
        parties=("kazakhstan",),
        date="2025-11-06",
    )
    later = dataclasses.replace(
        record,
        agreement="~two",
        name="меморандум о критических минералах",
        parties=("kazakhstan", "united-states"),
        amount=Amount(value=1.1e9, currency="USD"),
    )
    store.save(make_article(agreements=(record,)))
    store.save(make_article(url=URL + "/2", text="Другой текст", agreements=(later,)))
    (held,) = store.agreements()
    assert held.parties == ("kazakhstan", "united-states")
    assert held.amount == Amount(value=1.1e9, currency="USD")
    assert held.articles == 2
