"""The index follows the store through the outbox."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from dataclasses import replace

import pytest

from c5watch.article import Article
from c5watch.errors import SearchIndexError
from c5watch.knowledge import load_knowledge
from c5watch.search import feed
from c5watch.search.base import Rejected
from c5watch.search.embedded import EmbeddedIndex
from c5watch.search.feed import feed_index
from c5watch.search.verify import verify_index
from c5watch.settings import ROOT
from c5watch.store import Store
from tests.test_search_contract import ARTICLES


@pytest.fixture
def store(tmp_path):
    opened = Store.open(f"sqlite:///{tmp_path / 'c5watch.db'}", home=tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def index(tmp_path):
    return EmbeddedIndex(tmp_path / "index", load_knowledge(ROOT / "knowledge"))


def test_saved_articles_reach_the_index_once(store, index):
    for article in ARTICLES:
        store.save(article)
    report = feed_index(store, index)
    assert (report.written, report.deleted, report.rejected) == (len(ARTICLES), 0, 0)
    assert index.count() == len(ARTICLES)
    assert feed_index(store, index).written == 0


def test_revision_replaces_and_withdrawn_article_leaves_the_index(store, index):
    for article in ARTICLES:
        store.save(article)
    feed_index(store, index)
    store.save(replace(ARTICLES[0], text="Новый текст о том же."))
    store.withdraw(ARTICLES[1].id)
    report = feed_index(store, index)
    assert (report.written, report.deleted) == (1, 1)
    assert dict(index.revisions())[ARTICLES[0].id] == 2
    assert ARTICLES[1].id not in dict(index.revisions())


def test_failed_index_loses_nothing(store, index):
    class Failing(EmbeddedIndex):
        def write(self, articles: Iterable[Article], *, deleted: Iterable[str] = ()) -> list[Rejected]:
            raise SearchIndexError("The disk is full; free some space, then run again.")

    for article in ARTICLES:
        store.save(article)
    with pytest.raises(SearchIndexError):
        feed_index(store, Failing(None, load_knowledge(ROOT / "knowledge")))
    assert feed_index(store, index).written == len(ARTICLES)


def test_requeued_store_rebuilds_a_wiped_index(store, index):
    for article in ARTICLES:
        store.save(article)
    feed_index(store, index)
    index.clear()
    index.close()
    assert store.requeue_all() == len(ARTICLES)
    assert feed_index(store, index).written == len(ARTICLES)
    assert index.count() == len(ARTICLES)


def test_wiped_index_is_made_whole_by_the_next_change(store, index, tmp_path):
    for article in ARTICLES:
        store.save(article)
    feed_index(store, index)
    shutil.rmtree(tmp_path / "index")
    store.save(replace(ARTICLES[0], text="Новый текст о том же."))
    fresh = EmbeddedIndex(tmp_path / "index", load_knowledge(ROOT / "knowledge"))
    feed_index(store, fresh)
    assert fresh.count() == len(ARTICLES)


def test_articles_are_read_while_the_index_is_written(store, index, monkeypatch):
    for article in ARTICLES:
        store.save(article)
    monkeypatch.setattr(feed, "_READ", 2)
    read = []
    get_many = store.get_many
    monkeypatch.setattr(store, "get_many", lambda ids: read.extend(ids) or get_many(ids))
    write = index.write
    ahead = []

    def watched(articles, *, deleted=()):
        taken = 0

        def passing():
            nonlocal taken
            for article in articles:
                taken += 1
                ahead.append(len(read) - taken)
                yield article

        return write(passing(), deleted=deleted)

    monkeypatch.setattr(index, "write", watched)
    assert feed_index(store, index).written == len(ARTICLES)
    assert max(ahead) < 2


def test_what_the_store_fails_to_read_is_not_laid_on_the_index(store, index, monkeypatch):
    store.save(ARTICLES[0])
    monkeypatch.setattr(store, "get_many", lambda ids: Article.from_json("{}"))
    with pytest.raises(ValueError, match="Field required"):
        feed_index(store, index)


def test_verifying_reads_no_document_but_those_it_repairs(store, index, monkeypatch):
    for article in ARTICLES:
        store.save(article)
    feed_index(store, index)
    index.write([], deleted=["ru-old"])
    read = []
    get_many = store.get_many
    monkeypatch.setattr(store, "articles", lambda: pytest.fail("every document was read"))
    monkeypatch.setattr(store, "get_many", lambda ids: read.extend(ids) or get_many(ids))
    assert verify_index(store, index).missing == ("ru-old",)
    assert read == ["ru-old"]
    assert verify_index(store, index).sound
