"""A watch is told each fact once."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from c5watch.alerts import evidence_sentence, match, raise_alerts, untold_facts
from c5watch.article import Agreement, Amount, Article, Claim, OutcomeKind, Span, Status, article_id
from c5watch.errors import KnowledgeError
from c5watch.knowledge import Knowledge, KnownAgreement, Watch
from c5watch.quoting import quoted
from c5watch.store import Store
from c5watch.watches import parse_watches
from tests.made_of import knowledge_of, memorandum

ASTANA = timezone(timedelta(hours=5))
SIGNED = "Казахстан и США подписали меморандум по критическим минералам на 1,1 млрд долларов."
WATCH = Watch(id="kz-us", name="Kazakhstan and the USA", query="party:kazakhstan AND party:united-states")
RECORD = memorandum(amount=Amount(value=1_100_000_000, currency="USD"), evidence=(Span(start=0, end=9),))


def make_knowledge(*watches: Watch) -> Knowledge:
    return knowledge_of(watches=watches)


def make_article(*records: Agreement, url: str = "https://a.example/1", day: int = 7, **parts: object) -> Article:
    article = Article(
        id=article_id(url),
        url=url,
        source="a",
        title="Меморандум подписан",
        published_at=datetime(2025, 11, day, 9, tzinfo=ASTANA),
        fetched_at=datetime(2025, 11, day, 6, tzinfo=UTC),
        text=f"{SIGNED} Стороны обсудили и другое. Ссылка {url}",
        language="ru",
        languages=("ru",),
        agreements=records,
    )
    return dataclasses.replace(article, **parts)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(f"sqlite:///{tmp_path / 'c5watch.db'}", home=tmp_path) as opened:
        yield opened


def test_an_alert_says_what_is_new_the_evidence_the_article_and_why() -> None:
    (alert,) = match(WATCH, make_article(RECORD), make_knowledge(WATCH), {})
    assert alert.new == (
        "a new agreement",
        "status: signed",
        "amount: 1,100,000,000 USD",
        "parties: kazakhstan, united-states",
    )
    assert alert.agreement_name == "меморандум по критическим минералам"
    assert alert.said_by == "the editors of a"
    assert alert.sentence == SIGNED
    assert (alert.url, alert.title) == ("https://a.example/1", "Меморандум подписан")
    assert WATCH.query in alert.why


def test_an_agreement_that_is_followed_has_the_name_that_analysts_gave_it() -> None:
    known = KnownAgreement(
        id="kz-us-minerals", names={"ru": ["меморандум"], "en": ["Minerals memorandum"]}, instrument="mou", scope="international"
    )
    knowledge = dataclasses.replace(make_knowledge(WATCH), agreements={known.id: known})
    (alert,) = match(WATCH, make_article(RECORD), knowledge, {})
    assert alert.agreement_name == "Minerals memorandum"


def test_an_alert_says_who_says_its_sentence() -> None:
    claim = Claim(status="signed", amount=None, speaker="Айдар Сеитов", voice="quote", start=2, end=20)
    other = dataclasses.replace(claim, speaker="Another", voice="answer", start=len(SIGNED) + 5, end=len(SIGNED) + 9)
    for claims, who in (
        ((other, claim), "Айдар Сеитов (quote)"),
        ((other, dataclasses.replace(claim, speaker=None)), "somebody whom the text does not name"),
        ((), "the editors of a"),
    ):
        (alert,) = match(WATCH, make_article(dataclasses.replace(RECORD, claims=claims)), make_knowledge(WATCH), {})
        assert alert.said_by == who


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("«Ожидается подписание меморандума.", "«Ожидается подписание меморандума.»"),
        ("Меморандум подписан», — сказал посол.", "«Меморандум подписан, — сказал посол.»"),
        ("– Меморандум «О минералах» подписан.", "“Меморандум «О минералах» подписан.”"),
        ("“The memo “On minerals” was signed.", "«The memo “On minerals” was signed.»"),
        ("„Memorandum“ imzolandi.", "«„Memorandum“ imzolandi.»"),
        ("«Меморандум “О минералах” подписан.", "«Меморандум “О минералах” подписан.»"),
        ('"The memo was signed.', "«The memo was signed.»"),
    ],
)
def test_a_sentence_is_quoted_with_whole_pairs_that_it_does_not_hold_itself(sentence: str, shown: str) -> None:
    record = dataclasses.replace(RECORD, evidence=(Span(start=0, end=len(sentence)),))
    assert quoted(evidence_sentence(make_article(record, text=sentence), record)) == shown


def test_a_watch_asks_of_one_agreement_not_of_all_that_an_article_holds() -> None:
    with_one = dataclasses.replace(RECORD, parties=("kazakhstan",))
    with_other = dataclasses.replace(RECORD, agreement="uz-us", parties=("uzbekistan", "united-states"))
    assert match(WATCH, make_article(with_one, with_other), make_knowledge(WATCH), {}) == []


@pytest.mark.parametrize(
    "parts", [{"duplicate_of": "0123456789abcdef"}, {"agreements": (dataclasses.replace(RECORD, fresh=False),)}]
)
def test_copies_and_anniversaries_tell_nothing(parts: dict[str, object]) -> None:
    assert match(WATCH, make_article(RECORD, **parts), make_knowledge(WATCH), {}) == []


EARLIER, THEN, LATER = "2025-11-05T00:00:00+00:00", "2025-11-07T00:00:00+00:00", "2025-11-09T00:00:00+00:00"


def told_by(record: Agreement) -> dict[str, str]:
    return {str(fact): THEN for fact in untold_facts(record, {}, THEN)}


def test_what_was_told_is_no_news_and_what_follows_is() -> None:
    told = told_by(RECORD)
    assert untold_facts(RECORD, told, LATER) == ()
    ratified = dataclasses.replace(RECORD, status="ratified")
    assert [str(fact) for fact in untold_facts(ratified, told, LATER)] == ["status:ratified"]
    announced = dataclasses.replace(RECORD, status="announced")
    assert untold_facts(announced, told, LATER) == ()
    assert untold_facts(dataclasses.replace(RECORD, status="discussed"), told, LATER) == ()
    wider = dataclasses.replace(RECORD, parties=(*RECORD.parties, "wabtec"))
    assert [str(fact) for fact in untold_facts(wider, told, LATER)] == ["party:wabtec"]


@pytest.mark.parametrize(
    ("told", "status", "moment", "new"),
    [
        ("signed", "denied", EARLIER, False),
        ("signed", "denied", LATER, True),
        ("ended", "signed", EARLIER, False),
        ("ended", "in_force", LATER, True),
        ("announced", "signed", EARLIER, True),
    ],
)
def test_a_late_article_tells_no_status_from_before_the_one_that_is_told(
    told: Status, status: Status, moment: str, new: bool
) -> None:
    known = told_by(dataclasses.replace(RECORD, status=told))
    assert bool(untold_facts(dataclasses.replace(RECORD, status=status), known, moment)) is new


@pytest.mark.parametrize(
    ("value", "currency", "new"), [(1_110_000_000, "USD", False), (4.2e9, "USD", True), (1.1e9, "EUR", True)]
)
def test_a_rounded_amount_is_the_same_amount(value: float, currency: str, new: bool) -> None:
    other = dataclasses.replace(RECORD, amount=Amount(value=value, currency=currency))
    assert bool(untold_facts(other, told_by(RECORD), LATER)) is new


def test_a_denial_by_one_side_is_news() -> None:
    denial = Claim(status="denied", amount=None, speaker="МИД", voice="quote", start=0, end=5)
    record = dataclasses.replace(RECORD, claims=(denial,))
    assert [str(fact) for fact in untold_facts(record, told_by(RECORD), LATER)] == ["status:denied"]


def test_the_ledger_tells_a_signing_once_through_recrawl_translation_and_reindex(store: Store) -> None:
    knowledge = make_knowledge(WATCH)
    store.save(make_article(RECORD))
    assert raise_alerts(store, knowledge) == 1
    store.save(make_article(RECORD, fetched_at=datetime(2025, 11, 9, tzinfo=UTC)))
    store.save(make_article(RECORD, url="https://b.example/kk", language="kk", languages=("kk",), day=8))
    store.requeue_all(consumer="index")
    assert raise_alerts(store, knowledge) == 0
    store.save(make_article(dataclasses.replace(RECORD, status="ratified"), url="https://b.example/2", day=20))
    assert raise_alerts(store, knowledge) == 1
    newest, first = store.alerts()
    assert newest.document["new"] == ["status: ratified (told before: signed)"]
    assert sorted(delivery.channel for delivery in store.deliveries(first.key)) == ["feed", "file"]
    assert store.count_pending(consumer="alerts") == 0


def test_announced_and_signed_in_one_batch_are_told_in_the_order_of_publication(store: Store) -> None:
    store.save(make_article(RECORD, url="https://a.example/2", day=8))
    store.save(make_article(dataclasses.replace(RECORD, status="announced"), day=5))
    assert raise_alerts(store, make_knowledge(WATCH)) == 2
    assert [alert.document["status"] for alert in store.alerts()] == ["signed", "announced"]


def test_a_watch_begins_with_what_is_stored_and_is_told_what_comes_then(store: Store) -> None:
    announced = dataclasses.replace(RECORD, status="announced")
    store.save(make_article(announced, day=5))
    store.save(make_article(RECORD, url="https://a.example/2"))
    assert raise_alerts(store, make_knowledge()) == 0
    knowledge = make_knowledge(WATCH)
    store.save(make_article(announced, day=5, text="Дополнено. " + SIGNED, fetched_at=datetime(2025, 11, 8, tzinfo=UTC)))
    store.save(make_article(announced, url="https://a.example/3", day=8))
    assert raise_alerts(store, knowledge) == 0
    store.save(make_article(dataclasses.replace(RECORD, status="ratified"), url="https://a.example/4", day=9))
    assert raise_alerts(store, knowledge) == 1
    assert [alert.document["new"] for alert in store.alerts()] == [["status: ratified (told before: signed)"]]


def test_what_is_found_in_an_old_text_by_understanding_it_anew_is_no_news(store: Store) -> None:
    knowledge = make_knowledge(WATCH)
    store.save(make_article())
    assert raise_alerts(store, knowledge) == 0
    store.save(make_article(RECORD))
    assert raise_alerts(store, knowledge) == 0
    store.save(make_article(RECORD, url="https://a.example/2", day=9))
    assert raise_alerts(store, knowledge) == 0
    revised = {"text": "Договор ратифицирован.", "fetched_at": datetime(2025, 11, 10, tzinfo=UTC)}
    store.save(make_article(dataclasses.replace(RECORD, status="ratified"), **revised))
    assert raise_alerts(store, knowledge) == 1


@pytest.mark.parametrize("later", [{}, {"fetched_at": datetime(2025, 11, 9, tzinfo=UTC)}])
def test_what_better_extraction_finds_in_the_same_page_is_no_news(store: Store, later: dict[str, object]) -> None:
    knowledge = make_knowledge(WATCH)
    store.save(make_article(title="Новости дня"), archive="a.warc.gz:0")
    assert raise_alerts(store, knowledge) == 0
    assert store.save(make_article(RECORD, **later), archive="a.warc.gz:0").kind is OutcomeKind.REVISED
    assert raise_alerts(store, knowledge) == 0
    ratified = dataclasses.replace(RECORD, status="ratified")
    fetched = datetime(2025, 11, 10, tzinfo=UTC)
    store.save(make_article(ratified, text="Меморандум ратифицирован.", fetched_at=fetched), archive="a.warc.gz:900")
    assert raise_alerts(store, knowledge) == 1


def test_news_that_waits_behind_an_older_text_understood_anew_is_told(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("c5watch.alerts._CHUNK", 1)
    knowledge = make_knowledge(WATCH)
    store.save(make_article())
    assert raise_alerts(store, knowledge) == 0
    store.save(make_article(topics=("economy",)))
    store.save(make_article(RECORD, text=f"Дополнено. {SIGNED}", fetched_at=datetime(2025, 11, 8, tzinfo=UTC)))
    assert [row.action for row in store.pending(consumer="alerts")] == ["again", "index"]
    assert raise_alerts(store, knowledge) == 1
    assert store.count_pending(consumer="alerts") == 0


@pytest.mark.parametrize("moment", ["ids_with_news_of_agreements", "waiting_articles"])
def test_what_comes_in_while_a_watch_begins_is_told(store: Store, monkeypatch: pytest.MonkeyPatch, moment: str) -> None:
    store.save(make_article(dataclasses.replace(RECORD, parties=("uzbekistan", "united-states")), day=5))
    assert raise_alerts(store, make_knowledge()) == 0
    looked_up = getattr(Store, moment)

    def come_in(self: Store, **arguments: str) -> object:
        if not self.count_pending(consumer="alerts"):
            self.save(make_article(RECORD, url="https://a.example/2"))
            self.save(make_article(RECORD, text=f"Дополнено. {SIGNED}", day=6))
        return looked_up(self, **arguments)

    with monkeypatch.context() as patched:
        patched.setattr(Store, moment, come_in)
        raised = raise_alerts(store, make_knowledge(WATCH))
    assert raised == 1
    assert raise_alerts(store, make_knowledge(WATCH)) == 0


def test_a_watch_that_asks_for_something_else_or_was_off_begins_anew(store: Store) -> None:
    assert raise_alerts(store, make_knowledge(WATCH.model_copy(update={"query": "party:uzbekistan"}))) == 0
    store.save(make_article(RECORD))
    assert raise_alerts(store, make_knowledge(WATCH.model_copy(update={"query": "party:uzbekistan"}))) == 0
    assert raise_alerts(store, make_knowledge(WATCH)) == 0
    store.save(make_article(RECORD, url="https://a.example/2", day=9))
    assert raise_alerts(store, make_knowledge(WATCH)) == 0
    store.save(make_article(dataclasses.replace(RECORD, status="ratified"), url="https://a.example/3", day=9))
    assert raise_alerts(store, make_knowledge(WATCH.model_copy(update={"enabled": False}))) == 0
    store.save(make_article(dataclasses.replace(RECORD, status="ratified"), url="https://a.example/4", day=10))
    assert raise_alerts(store, make_knowledge(WATCH)) == 0
    store.save(make_article(dataclasses.replace(RECORD, status="in_force"), url="https://a.example/5", day=11))
    assert raise_alerts(store, make_knowledge(WATCH)) == 1


def test_every_query_that_does_not_parse_is_named_and_nothing_is_lost(store: Store) -> None:
    wrong = [Watch(id=name, name=name, query="party:(") for name in ("one", "two")]
    with pytest.raises(KnowledgeError) as caught:
        parse_watches(wrong)
    assert [fault.split(":")[1].strip() for fault in caught.value.faults] == ["one.query", "two.query"]
    store.save(make_article(RECORD))
    with pytest.raises(KnowledgeError):
        raise_alerts(store, make_knowledge(*wrong))
    assert store.count_pending(consumer="alerts") == 1


def test_a_watch_for_an_agreement_that_is_followed_since_is_told_what_another_language_brings(store: Store) -> None:
    loose = dataclasses.replace(RECORD, agreement="~mou")
    store.save(make_article(loose))
    assert raise_alerts(store, make_knowledge()) == 0
    watch = Watch(id="minerals", name="Minerals", query="agreement:kz-us-minerals")
    store.save(make_article(dataclasses.replace(RECORD, agreement="kz-us-minerals")))
    assert raise_alerts(store, make_knowledge(watch)) == 0
    later = dataclasses.replace(loose, name="маңызды минералдар туралы меморандум", status="ratified")
    store.save(make_article(later, url="https://a.example/2", day=20, language="kk"))
    assert raise_alerts(store, make_knowledge(watch)) == 1
    (alert,) = store.alerts()
    assert (alert.agreement, alert.document["facts"]) == ("kz-us-minerals", ["status:ratified"])
