"""The store keeps one article whatever happens around it."""

from __future__ import annotations

import dataclasses
import multiprocessing
import os
import resource
import signal
import sqlite3
import stat
import threading
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, make_url
from sqlalchemy import text as sql

from c5watch.article import Agreement, Amount, Article, Mention, Outcome, OutcomeKind, Span, article_id
from c5watch.errors import StoreError
from c5watch.store import LockHeldError, Store
from c5watch.store.database import open_engine, upgrade
from c5watch.store.tables import SCHEMA, metadata
from pipelines.store import store_article
from tests.made_of import memorandum

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


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def store_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """An empty database: a file, or a schema of its own on the server that ``C5WATCH_TEST_DATABASE_URL`` names."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'c5watch.db'}"
        return
    server = os.environ.get("C5WATCH_TEST_DATABASE_URL")
    if not server:
        pytest.skip("C5WATCH_TEST_DATABASE_URL names no server")
    schema = f"test_{uuid.uuid4().hex}"
    engine = create_engine(server)
    with engine.begin() as connection:
        connection.execute(sql(f"CREATE SCHEMA {schema}"))
    yield make_url(server).update_query_dict({"options": f"-csearch_path={schema}"}).render_as_string(hide_password=False)
    with engine.begin() as connection:
        connection.execute(sql(f"DROP SCHEMA {schema} CASCADE"))
    engine.dispose()


@pytest.fixture
def store(store_url: str, tmp_path: Path) -> Iterator[Store]:
    with Store.open(store_url, home=tmp_path) as opened:
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
    assert [row.revision for row in store.pending()] == [1, 2]


def test_an_archive_read_again_in_any_order_brings_back_no_earlier_text(store: Store) -> None:
    first = make_article()
    second = make_article(text="Казахстан и США подписали два меморандума.", fetched_at=first.fetched_at + timedelta(hours=5))
    places = {"a.warc.gz:0": first, "a.warc.gz:900": second}
    for place, article in places.items():
        store_article(article, store, page_url=URL, crawl="c1", archive=place)
    before, counts, page = store.get(URL), store.outcome_counts(), store.known_url(URL)
    store.acknowledge(row.seq for row in store.pending())
    for place in [*places, *reversed(places)]:
        assert store_article(places[place], store, page_url=URL + "?from=rss", archive=place) == Outcome(OutcomeKind.UNCHANGED)
    assert store.get(URL) == before
    assert len(store.revisions(first.id)) == 2
    assert store.outcome_counts() == counts == {Outcome(OutcomeKind.STORED): 1, Outcome(OutcomeKind.REVISED): 1}
    assert (store.known_url(URL), store.pending()) == (page, [])


def test_a_page_from_the_archive_that_ends_elsewhere_now_is_counted_there_instead(store: Store) -> None:
    store.record_outcome(url=URL, source="example", outcome=Outcome(OutcomeKind.QUARANTINED, "time"), crawl="c1", archive="a:0")
    before = store.known_url(URL)
    store.save(make_article(), page_url=URL, archive="a:0")
    store.record_outcome(url=URL, source="example", outcome=Outcome(OutcomeKind.DROPPED, "short"), archive="a:900")
    store.record_outcome(url=URL, source="example", outcome=Outcome(OutcomeKind.DROPPED, "gallery"), archive="a:900")
    assert {str(kind): count for kind, count in store.outcome_counts().items()} == {"stored": 1, "dropped/gallery": 1}
    after = store.known_url(URL)
    assert before is not None
    assert after is not None
    assert (before.failures, after.failures) == (1, 0)


@pytest.mark.parametrize(
    ("first", "now"),
    [
        (Outcome(OutcomeKind.DROPPED, "short"), Outcome(OutcomeKind.DROPPED, "gallery")),
        (Outcome(OutcomeKind.QUARANTINED, "time"), Outcome(OutcomeKind.DROPPED, "short")),
        (Outcome(OutcomeKind.DROPPED, "short"), None),
    ],
)
def test_an_earlier_page_that_ends_elsewhere_now_leaves_the_last_state_of_its_url(
    store: Store, first: Outcome, now: Outcome | None
) -> None:
    later = make_article(fetched_at=make_article().fetched_at + timedelta(hours=5))
    store.record_outcome(url=URL, source="example", outcome=first, crawl="c1", archive="a:0", at=make_article().fetched_at)
    store_article(later, store, page_url=URL, crawl="c2", archive="a:900", at=later.fetched_at)
    page = store.known_url(URL)
    if now is None:
        store_article(make_article(text="Первый текст."), store, page_url=URL, archive="a:0")
    else:
        store.record_outcome(url=URL, source="example", outcome=now, archive="a:0")
    store_article(later, store, page_url=URL, archive="a:900")
    assert store.known_url(URL) == page
    assert store.outcome_counts() == {
        Outcome(OutcomeKind.STORED): 1,
        now or Outcome(OutcomeKind.UNCHANGED): 1,
    }


def test_an_earlier_page_that_is_an_article_after_all_is_known_by_it_though_its_url_failed_since(store: Store) -> None:
    article, failed = make_article(), Outcome(OutcomeKind.FAILED, "timeout")
    store.record_outcome(url=URL, source="example", outcome=Outcome(OutcomeKind.QUARANTINED, "time"), crawl="c1", archive="a:0")
    store.record_outcome(url=URL, source="example", outcome=failed, crawl="c2")
    store.save(article, page_url=URL, archive="a:0")
    page = store.known_url(URL)
    assert page is not None
    assert (page.outcome, page.failures, page.article_id) == (failed, 2, article.id)


def test_reprocessing_counts_no_failure_and_no_revision_where_nothing_was_fetched(store: Store) -> None:
    quarantined = Outcome(OutcomeKind.QUARANTINED, "time")
    for _ in range(2):
        store.record_outcome(url=URL + "/2", source="example", outcome=quarantined, archive="a:900")
    page = store.known_url(URL + "/2")
    assert page is not None
    assert page.failures == 1
    store.save(make_article(), page_url=URL, archive="a:0")
    assert store.save(make_article(title="Подписан меморандум о руде"), page_url=URL, archive="a:0").kind is OutcomeKind.REVISED
    assert store.outcome_counts() == {Outcome(OutcomeKind.STORED): 1, quarantined: 1}


def test_another_url_of_a_known_article_is_no_second_article(store: Store) -> None:
    store.save(make_article(), page_url=URL + "?from=rss")
    other = make_article(url=URL + "?from=rss")
    assert store.save(other) == Outcome(OutcomeKind.UNCHANGED)
    assert store.count_articles() == 1
    assert store.resolve_id(other) == article_id(URL)


@pytest.mark.parametrize("hours", [-5, 5])
def test_a_page_whose_canonical_url_changed_is_grouped_as_the_article_it_is(store: Store, hours: int) -> None:
    first = make_article()
    store_article(first, store, page_url=URL + "?id=7")
    other = make_article(url=URL + "-mou", text="Другой текст.", fetched_at=first.fetched_at + timedelta(hours=hours))
    outcome = store_article(other, store, page_url=URL + "?id=7")
    assert outcome.kind is (OutcomeKind.UNCHANGED if hours < 0 else OutcomeKind.REVISED)
    assert store.story_item(other.id) is None
    held = store.get(first.id)
    assert held is not None
    assert (held.story, held.aliases) == (first.id, ())


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
    record = memorandum(agreement="~one", parties=("kazakhstan",))
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


def test_articles_are_walked_in_bounded_batches_and_filtered(store: Store) -> None:
    for number in range(220):
        day = datetime(2025, 11, 1 + number % 20, tzinfo=ASTANA)
        language = "kk" if number % 3 == 0 else "ru"
        store.save(make_article(url=f"{URL}/{number}", text=f"Текст {number}", published_at=day, language=language))
    ids = [article.id for article in store.articles()]
    assert ids == sorted(ids)
    assert len(ids) == 220
    assert sum(1 for _ in store.articles(language="kk")) == 74
    assert sum(1 for _ in store.articles(actor="kazakhstan")) == 220
    since = sum(1 for _ in store.articles(since=datetime(2025, 11, 20, tzinfo=ASTANA)))
    assert since == sum(1 for number in range(220) if number % 20 == 19)
    assert set(store.get_many(ids[:210])) == set(ids[:210])
    assert store.stats()["language"] == {"ru": 146, "kk": 74}


def test_times_keep_the_offset_of_their_source(store: Store) -> None:
    store.save(make_article(published_at=datetime(2025, 11, 7, 1, tzinfo=ASTANA)))
    held = store.get(URL)
    assert held is not None
    assert str(held.published_at) == "2025-11-07 01:00:00+05:00"


def test_letters_that_a_database_cannot_hold_do_no_harm(store: Store) -> None:
    article = make_article(
        title="Под\0писан", text="Текст\0 с нулём", mentions=(Mention(start=0, end=6, text="Текст\0", type="PER"),)
    )
    assert store.save(article) == Outcome(OutcomeKind.STORED)
    held = store.get(URL)
    assert held is not None
    assert len(held.text) == len(article.text)


def test_validators_and_pages_are_remembered(store: Store) -> None:
    assert store.known_url(URL) is None
    store.remember_validators(URL, '"abc"', None)
    failed = Outcome(OutcomeKind.FAILED, "timeout")
    for _ in range(2):
        store.record_outcome(url=URL, source="example", outcome=failed)
    page = store.known_url(URL)
    assert page is not None
    assert (page.etag, page.failures, page.outcome) == ('"abc"', 2, failed)
    store.save(make_article(), page_url=URL)
    page = store.known_url(URL)
    assert page is not None
    assert (page.failures, page.article_id) == (0, article_id(URL))
    validators = store.validators(URL)
    assert validators is not None
    assert validators.etag == '"abc"'


def test_the_outbox_keeps_what_was_not_confirmed(store: Store) -> None:
    store.save(make_article())
    store.save(make_article(url=URL + "/2", text="Другой"))
    first, second = store.pending()
    store.dead_letter(first.seq, "the index refused it")
    assert store.pending() == [second]
    assert [row.reason for row in store.dead_letters()] == ["the index refused it"]
    store.acknowledge([second.seq])
    assert store.pending() == []
    assert store.requeue_all() == 2
    assert len(store.pending()) == 2
    assert store.count_pending(consumer="alerts") == 2


@pytest.mark.parametrize("url", [URL, None])
def test_a_page_that_is_dropped_takes_out_the_article_that_was_made_of_it_and_no_other(store: Store, url: str | None) -> None:
    first = dataclasses.replace(make_article(), url=url)
    later = dataclasses.replace(first, text="Новый текст.", fetched_at=datetime(2025, 11, 9, tzinfo=UTC))
    dropped = Outcome(OutcomeKind.DROPPED, "listing")
    store.save(first, page_url=url, archive="a:0")
    store.save(later, page_url=url, archive="a:900")
    for place in ("a:0", "a:1800"):
        store.record_outcome(url=url or place, source="example", outcome=dropped, archive=place)
        assert store.get(first.id) is not None
    store.record_outcome(url=url or "a:900", source="example", outcome=Outcome(OutcomeKind.QUARANTINED, "time"), archive="a:900")
    assert store.get(first.id) is not None
    store.record_outcome(url=url or "a:900", source="example", outcome=dropped, archive="a:900")
    assert store.get(first.id) is None
    assert url is None or store.known_url(url).article_id is None
    assert store.outcome_counts() == {dropped: 3}


def test_a_withdrawn_article_is_gone_everywhere(store: Store) -> None:
    store.save(make_article())
    assert store.withdraw(article_id(URL))
    assert not store.withdraw(article_id(URL))
    assert store.get(URL) is None
    assert [row.action for row in store.pending()] == ["delete"]


def test_a_failure_in_the_middle_leaves_nothing_behind(store: Store) -> None:
    def save_and_fail() -> None:
        with store.transaction():
            store.save(make_article())
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        save_and_fail()
    assert store.count_articles() == 0
    assert store.pending() == []
    assert store.outcome_counts() == {}
    store.save(make_article())
    assert store.count_articles() == 1


def test_many_writers_wait_for_each_other(store: Store) -> None:
    def write(writer: int) -> None:
        for number in range(10):
            store.save(make_article(url=f"{URL}/{writer}/{number}", text=f"{writer} {number}"))

    threads = [threading.Thread(target=write, args=(writer,)) for writer in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert store.count_articles() == 40
    assert len(store.pending()) == 40


def _hold_lock(url: str, home: Path, held: object, release: object) -> None:
    with Store.open(url, home=home) as store, store.exclusive("index"):
        held.set()  # type: ignore[attr-defined]  # an Event of multiprocessing has no public type
        release.wait(30)  # type: ignore[attr-defined]  # as above


def test_one_process_at_a_time_holds_a_lock_and_a_crash_gives_it_back(store: Store, store_url: str, tmp_path: Path) -> None:
    spawn = multiprocessing.get_context("spawn")
    held, release = spawn.Event(), spawn.Event()
    other = spawn.Process(target=_hold_lock, args=(store_url, tmp_path, held, release))
    other.start()
    assert held.wait(60)
    with pytest.raises(LockHeldError, match="wait until it ends"), store.exclusive("index"):
        pass
    with store.exclusive("something-else"):
        pass
    other.kill()
    other.join()
    with store.exclusive("index", wait=10):
        pass


def test_a_source_is_never_crawled_twice_at_once_and_a_dead_crawl_is_logged(store: Store, store_url: str, tmp_path: Path) -> None:
    first = store.begin_crawl("example")
    with Store.open(store_url, home=tmp_path) as other:
        with pytest.raises(LockHeldError, match="crawl-example"):
            other.begin_crawl("example")
        other.end_crawl(other.begin_crawl("another"))
        store.end_crawl(first)
        other.begin_crawl("example")
    store.begin_crawl("example")
    with store.reading() as connection:
        states = connection.execute(sql("SELECT status FROM crawls WHERE source = 'example' ORDER BY status")).scalars().all()
    assert states == ["failed", "finished", "running"]


def test_a_database_of_a_newer_program_is_refused_untouched(store: Store, store_url: str, tmp_path: Path) -> None:
    with store.transaction() as connection:
        connection.execute(sql("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StoreError, match=r"newer C5 Watch \(schema 9999, this program knows \d+\); update the program"):
        Store.open(store_url, home=tmp_path)


def test_a_database_of_an_older_program_is_brought_up_to_date_and_keeps_its_articles(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'old.db'}"
    engine = open_engine(url, tmp_path)
    upgrade(engine, "0001")
    with engine.begin() as connection:
        connection.execute(sql("INSERT INTO crawls VALUES ('c1', 'example', '2025', '2025', NULL, 'running', '')"))
    upgrade(engine, "0005")
    with engine.begin() as connection:
        connection.execute(sql("INSERT INTO alerts VALUES ('k', 1, 'w', 'a', '0123456789abcdef', '2025', '{}')"))
        connection.execute(sql("INSERT INTO told VALUES ('w', 'a', 'status:signed', 'k')"))
    engine.dispose()
    with Store.open(url, home=tmp_path) as store:
        assert store.stats()["total"]["articles"] == 0
        with store.reading() as connection:
            assert connection.execute(sql("SELECT count(*) FROM crawls")).scalar() == 1
        assert store.told("w", "a") == {"status:signed": ""}


def test_the_migrations_make_the_tables_that_the_code_knows(store: Store) -> None:
    with store.reading() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
        assert context.get_current_revision() == SCHEMA


# What goes wrong with the database: one sentence, and nothing stored is lost.


def test_a_locked_database_is_said_to_be_locked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "c5watch.db"
    monkeypatch.setattr("c5watch.store.database.BUSY_SECONDS", 0.2)
    with Store.open(f"sqlite:///{path}", home=tmp_path) as store:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StoreError, match="is locked by another process; wait"):
            store.save(make_article())
        other.execute("ROLLBACK")
        other.close()
        assert store.save(make_article()) == Outcome(OutcomeKind.STORED)


def test_a_full_disk_loses_nothing_that_was_stored(tmp_path: Path) -> None:
    """A limit on the size of files stands for the full disk; SQLite sees the same error."""
    with Store.open(f"sqlite:///{tmp_path / 'c5watch.db'}", home=tmp_path) as store:
        store.save(make_article())
        soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        largest = max(path.stat().st_size for path in tmp_path.glob("c5watch.db*"))
        previous = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (largest + 8192, hard))
        try:
            with pytest.raises(StoreError, match="disk is full"):
                store.save(make_article(url=URL + "/big", text="Очень длинный текст. " * 100_000))
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
            signal.signal(signal.SIGXFSZ, previous)
        assert store.count_articles() == 1
        assert store.save(make_article(url=URL + "/2", text="Снова есть место")) == Outcome(OutcomeKind.STORED)


def test_a_home_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(StoreError, match=r"file/home cannot be created .* choose another --home"):
        Store.open(f"sqlite:///{tmp_path / 'file' / 'home' / 'c5watch.db'}", home=tmp_path / "file" / "home")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_an_unwritable_home_is_named(tmp_path: Path) -> None:
    tmp_path.chmod(stat.S_IRUSR | stat.S_IXUSR)
    with pytest.raises(StoreError, match="choose another --home"):
        Store.open(f"sqlite:///{tmp_path / 'c5watch.db'}", home=tmp_path)


def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "c5watch.db"
    path.write_text("this is a letter, not a database, and it should stay as it is " * 100)
    before = path.read_bytes()
    with pytest.raises(StoreError, match="is no database of C5 Watch"):
        Store.open(f"sqlite:///{path}", home=tmp_path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("url", ["nonsense", "sqlite://", "mongodb://reader:secret@host/x", "oracle://reader:secret@host/x"])
def test_an_address_that_is_none_is_refused_without_its_password(url: str, tmp_path: Path) -> None:
    with pytest.raises(StoreError) as caught:
        Store.open(url, home=tmp_path)
    assert "sqlite:///" in str(caught.value)
    assert "secret" not in str(caught.value)


def test_a_server_that_is_down_is_said_to_be(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"cannot be reached; start the server, or check C5WATCH_DATABASE_URL") as caught:
        Store.open("postgresql+psycopg://reader:secret@127.0.0.1:9/c5watch", home=tmp_path)
    assert "secret" not in str(caught.value)


def make_record(name: str, *parties: str, **parts: object) -> Agreement:
    values: dict[str, object] = {
        "agreement": f"~{name}",
        "name": name,
        "instrument": "agreement",
        "scope": "international",
        "status": "signed",
        "fresh": True,
        "voice": "editorial",
        "parties": parties,
    }
    return Agreement(**{**values, **parts})  # type: ignore[arg-type]  # parts are named by each test


USD_1_1 = Amount(value=1.1e9, currency="USD")
USD_150, EUR_60 = Amount(value=150e6, currency="USD"), Amount(value=60e6, currency="EUR")
BORDER = {"instrument": "treaty", "date": "2025-03-13"}
SAME = [
    (make_record("договор о государственной границе", "kyrgyzstan", "tajikistan", **BORDER),
     make_record("мамлекеттик чек ара жөнүндө келишимге", "kyrgyzstan", "tajikistan", **BORDER)),
    (make_record("treaty on the state border", "kyrgyzstan", "tajikistan", instrument="treaty"),
     make_record("Шартнома дар бораи сарҳади давлатиро", "kyrgyzstan", "tajikistan", instrument="treaty")),
    (make_record("меморандум о сотрудничестве в сфере образования", "kazakhstan", "uzbekistan", instrument="mou"),
     make_record("ta’lim sohasida hamkorlik to‘g‘risidagi memorandum", "kazakhstan", "uzbekistan", instrument="mou")),
    (make_record("соглашение о разработке месторождений вольфрама", "tau-ken-samruk", "cove-capital", amount=USD_1_1),
     make_record("вольфрам кен орындарын игеру туралы келісімге", "kazakhstan", "cove-capital", amount=USD_1_1)),
    (make_record("кредитное соглашение", "kyrgyzstan", "china", instrument="financing"),
     make_record("loan agreement", "kyrgyzstan", instrument="financing")),
    # The lender, or the sum, becomes known later.
    (make_record("кредитное соглашение о водопроводах", "tajikistan", instrument="financing"),
     make_record("loan agreement on water pipes", "tajikistan", "ebrd", instrument="financing", amount=EUR_60)),
    (make_record("кредитное соглашение", "kyrgyzstan", "adb", instrument="financing", status="announced"),
     make_record("насыя келишимине", "kyrgyzstan", "adb", instrument="financing", amount=USD_150)),
    (make_record("соглашение", "kazakhstan", "united-states"), make_record("келісім", "kazakhstan", "united-states")),
    (make_record("агымдагы долбоор тууралуу", "china", "kyrgyzstan", status="announced"),
     make_record("агымдагы долбоор тууралуу", "china", "kyrgyzstan", status="signed")),
]  # fmt: skip
OTHER = [
    # Two signings of one day between the same two.
    (make_record("соглашение о сотрудничестве в сфере образования", "kazakhstan", "uzbekistan"),
     make_record("transport sohasida hamkorlik bitimi", "kazakhstan", "uzbekistan")),
    (make_record("договор о государственной границе", "kyrgyzstan", "tajikistan", **BORDER),
     make_record("соглашение об использовании автодорог", "kyrgyzstan", "tajikistan", **BORDER)),
    # The same subject, other parties.
    (make_record("меморандум по критическим минералам", "kazakhstan", "united-states", instrument="mou"),
     make_record("меморандум по критическим минералам", "uzbekistan", "united-states", instrument="mou")),
    # The same two, another year.
    (make_record("договор о границе", "kyrgyzstan", "tajikistan", date="2025-03-13"),
     make_record("договор о границе", "kyrgyzstan", "tajikistan", date="2024-02-01")),
    # Nothing in common but the word.
    (make_record("соглашение"), make_record("соглашение")),
    (make_record("соглашение о вольфраме", "kazakhstan", "united-states", amount=USD_1_1),
     make_record("соглашение о сейсмологии", "kazakhstan", "united-states")),
    # Two lenders, two sums: all that they share is who borrows. A newsroom that names neither lender nor sum means its own.
    (make_record("loan agreement", "kyrgyzstan", "adb", instrument="financing", amount=USD_150),
     make_record("шаарларга ичүүчү суу боюнча насыя келишимине", "kyrgyzstan", instrument="financing")),
    (make_record("loan agreement", "kyrgyzstan", "adb", instrument="financing", amount=USD_150),
     make_record("кредитное соглашение", "kyrgyzstan", "ebrd", instrument="financing", amount=USD_150)),
    (make_record("loan agreement", "kyrgyzstan", instrument="financing", amount=USD_150),
     make_record("кредитное соглашение", "kyrgyzstan", instrument="financing", amount=EUR_60)),
    (make_record("кредитное соглашение", "china", "kyrgyzstan", instrument="financing", amount=USD_150),
     make_record("теміржол құрылысына несие келісімінің", "china", "kyrgyzstan", instrument="financing", amount=USD_1_1)),
    # A capital is no subject, nor is likeness.
    (make_record("bilateral investment treaty with Tashkent", "united-states", "uzbekistan", instrument="treaty"),
     make_record("similar protocol with Tashkent", "united-states", "uzbekistan", instrument="protocol")),
    # Two meetings of one format.
    (make_record("совместное заявление", "kazakhstan", "united-states", instrument="declaration", summit="c5-plus-1-2025-11-06"),
     make_record("совместное заявление", "kazakhstan", "united-states", instrument="declaration", summit="c5-plus-1-2023-09-19")),
]  # fmt: skip


def count_agreements(tmp_path: Path, *records: Agreement) -> int:
    with Store.open(f"sqlite:///{tmp_path / 'c5watch.db'}", home=tmp_path) as store:
        for number, record in enumerate(records):
            store.save(make_article(url=f"{URL}/{number}", text=f"Текст {number}", agreements=(record,)))
        return len(store.agreements())


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize(("one", "other"), SAME)
def test_one_agreement_is_known_again_across_languages(one: Agreement, other: Agreement, turned: bool, tmp_path: Path) -> None:
    assert count_agreements(tmp_path, *((other, one) if turned else (one, other))) == 1


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize(("one", "other"), SAME)
def test_understanding_again_parts_no_texts_of_one_agreement(
    one: Agreement, other: Agreement, turned: bool, tmp_path: Path
) -> None:
    texts = [
        make_article(url=f"{URL}/{number}", text=f"Текст {number}", agreements=(record,))
        for number, record in enumerate((other, one) if turned else (one, other))
    ]
    with Store.open(f"sqlite:///{tmp_path / 'c5watch.db'}", home=tmp_path) as store:
        for text in texts:
            store.save(text)
        before = store.agreements()
        for text in reversed(texts):
            store.save(text, replayed=True)
        assert store.agreements() == before


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 0, 2)])
def test_texts_that_an_older_program_took_for_one_agreement_are_parted_when_they_are_understood_again(
    store: Store, order: tuple[int, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    rail = make_record("соглашение о железной дороге", "kazakhstan", "china", instrument="agreement", date="2025-11-06")
    grant = make_record("грант на ирригацию", "tajikistan", "japan", instrument="financing", amount=USD_1_1)
    texts = [
        make_article(url=f"{URL}/{number}", text=f"Текст {number}", agreements=(record,))
        for number, record in enumerate((rail, grant, dataclasses.replace(grant, agreement="~another-key")))
    ]
    with monkeypatch.context() as older:
        older.setattr("c5watch.store.agreements.likeness_to", lambda *_: 1.0)
        older.setattr("c5watch.store.agreements._may_be", lambda *_: [])
        for text in texts:
            store.save(text)
        (merged,) = store.agreements()
    assert merged.articles == 3
    for times in range(2):
        outcomes = {str(store.save(texts[number], replayed=True)) for number in order}
        assert outcomes == ({"unchanged"} if times else {"unchanged", "unchanged/understood-anew"})
        other, held = store.agreements()
        # The id stays with the text that gave it, and knows nothing of the others any more.
        assert (held.id, held.articles, held.parties, held.amount) == (merged.id, 1, ("china", "kazakhstan"), None)
        assert (other.articles, other.parties) == (2, ("japan", "tajikistan"))
        assert [article for article, _ in store.agreement_history(held.id)] == [texts[0].id]


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize(("one", "other"), OTHER)
def test_two_agreements_stay_two(one: Agreement, other: Agreement, turned: bool, tmp_path: Path) -> None:
    assert count_agreements(tmp_path, *((other, one) if turned else (one, other))) == 2


def test_an_agreements_id_stays_when_more_becomes_known_and_when_it_is_understood_again(store: Store) -> None:
    first = make_record("соглашение о разработке месторождений вольфрама", "kazakhstan")
    store.save(make_article(agreements=(first,)))
    (held,) = store.agreements()
    fuller = make_record("agreement on tungsten deposits", "kazakhstan", "united-states", amount=USD_1_1, date="2025-11-06")
    store.save(make_article(url=URL + "/2", text="Second", agreements=(fuller,)))
    store.save(make_article(agreements=(dataclasses.replace(first, agreement="~another-key", status="announced"),)))
    (again,) = store.agreements()
    assert (again.id, again.articles, again.date) == (held.id, 2, "2025-11-06")
    assert again.parties == ("kazakhstan", "united-states")
    article = store.get(URL)
    assert article is not None
    assert article.agreements[0].agreement == held.id
    assert sorted(record.status for _, record in store.agreement_history(held.id)) == ["announced", "signed"]


def test_one_text_never_names_the_same_agreement_twice_but_keeps_two(store: Store) -> None:
    records = (
        make_record("меморандум о транспорте", "kazakhstan", "uzbekistan", instrument="mou"),
        make_record("меморандум о туризме", "kazakhstan", "uzbekistan", instrument="mou"),
    )
    store.save(make_article(agreements=records))
    assert len(store.agreements(parties=["uzbekistan"])) == 2
    assert store.agreements(parties=["uzbek"]) == []


def test_a_known_agreement_keeps_its_id_and_takes_in_what_texts_call_otherwise(store: Store) -> None:
    known = make_record(
        "меморандум по критическим минералам", "kazakhstan", "united-states", agreement="us-kz-minerals", instrument="mou"
    )
    store.save(make_article(agreements=(known,)))
    loose = make_record("memorandum on critical minerals", "kazakhstan", "united-states", instrument="mou")
    store.save(make_article(url=URL + "/2", text="Second", agreements=(loose,)))
    (held,) = store.agreements()
    assert (held.id, held.known, held.articles) == ("us-kz-minerals", True, 2)


@pytest.mark.parametrize(
    ("told", "stands"),
    [
        ([(28, "signed"), (None, "negotiated")], "signed"),
        ([(12, "signed"), (28, "submitted"), (29, "ratified"), (None, "denied")], "ratified"),
        ([(12, "signed"), (20, "announced")], "signed"),
        ([(12, "announced"), (20, "negotiated")], "negotiated"),
        ([(12, "signed"), (20, "ended")], "ended"),
        ([(12, "ended"), (20, "signed")], "signed"),
        ([(12, "announced"), (20, "background signed")], "signed"),
        ([(12, "signed"), (20, "background denied")], "signed"),
        ([(12, "discussed"), (None, "signed")], "signed"),
        ([(12, "discussed")], "discussed"),
        ([(None, "signed"), (None, "negotiated")], "signed"),
    ],
)
@pytest.mark.parametrize("turned", [False, True])
def test_an_agreement_stands_where_the_latest_text_with_a_date_left_it(
    store: Store, told: list[tuple[int | None, str]], stands: str, turned: bool
) -> None:
    for day, said in reversed(told) if turned else told:
        record = make_record(
            "соглашение о Зарафшане",
            "tajikistan",
            "uzbekistan",
            agreement="tj-uz-zarafshan",
            status=said.split()[-1],
            fresh=not said.startswith("background"),
        )
        published = datetime(2026, 11, day, 9, tzinfo=UTC) if day else None
        url, fetched = f"{URL}/{day}/{said}", datetime(2026, 11, 29, tzinfo=UTC)
        store.save(make_article(url=url, text=said, published_at=published, fetched_at=fetched, agreements=(record,)))
    assert [held.status for held in store.agreements()] == [stands]


def test_an_agreement_stands_by_what_is_stored_still(store: Store) -> None:
    record = make_record("соглашение о Зарафшане", "tajikistan", "uzbekistan", agreement="tj-uz-zarafshan", status="announced")
    later = dataclasses.replace(record, status="ratified")
    store.save(make_article(agreements=(record,)))
    for wrong in (lambda: store.save(make_article(url=URL + "/2", text="2")), lambda: store.withdraw(article_id(URL + "/2"))):
        store.save(make_article(url=URL + "/2", text="2", agreements=(later,)))
        assert [held.status for held in store.agreements()] == ["ratified"]
        wrong()
        assert [held.status for held in store.agreements()] == ["announced"]


def test_an_id_that_no_text_bears_any_more_leads_to_the_agreement_that_analysts_follow(store: Store) -> None:
    place = (Span(start=0, end=20),)
    loose = make_record("соглашение о Зарафшане", "tajikistan", "uzbekistan", evidence=place)
    followed = dataclasses.replace(loose, agreement="tj-uz-zarafshan")
    beside = make_record("меморандум о туризме", "tajikistan", "uzbekistan", instrument="mou", evidence=(Span(start=40, end=50),))
    urls = (URL, URL + "/2")
    for url in urls:
        store.save(make_article(url=url, text=url, agreements=(loose, beside)))
    emptied, kept = sorted((held.id for held in store.agreements()), key=lambda identity: identity.startswith("mou"))
    store.save(make_article(url=urls[0], text=urls[0], agreements=(followed, beside)))
    assert {held.id for held in store.agreements()} == {emptied, kept, "tj-uz-zarafshan"}
    store.save(make_article(url=urls[1], text=urls[1], agreements=(followed, beside)))
    uzbek = make_record("Zarafshon to‘g‘risidagi bitim", "tajikistan", "uzbekistan", status="ratified")
    store.save(make_article(url=URL + "/3", text="3", agreements=(uzbek,)))
    assert {held.id: held.articles for held in store.agreements()} == {kept: 2, "tj-uz-zarafshan": 3}
    held = store.agreement(emptied)
    assert held is not None
    assert (held.id, held.articles) == ("tj-uz-zarafshan", 3)
    # A text that is understood as before leads there too.
    store.save(make_article(url=urls[0], text=urls[0], agreements=(loose, beside)))
    assert {held.id for held in store.agreements()} == {kept, "tj-uz-zarafshan"}
