"""The reference interview, from page and from plain text, understood, stored, indexed and found beside news of the same summit.

It is no part of this repository: ``C5WATCH_REFERENCE_INTERVIEW`` names the file; its gold is ``domain/seed_gold.yaml`` beside it.
"""

from __future__ import annotations

import html
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from c5watch.article import Article, Page
from c5watch.knowledge import Knowledge
from c5watch.search.embedded import EmbeddedIndex
from c5watch.search.feed import feed_index
from c5watch.search.query import parse_query
from c5watch.store import Store
from pipelines.chain import understand

_FILE = os.environ.get("C5WATCH_REFERENCE_INTERVIEW")
pytestmark = pytest.mark.skipif(
    not (_FILE and Path(_FILE).is_file()), reason="C5WATCH_REFERENCE_INTERVIEW names no file: the interview is not shipped"
)

FETCHED = datetime(2025, 11, 9, 12, 0, tzinfo=UTC)
TITLE = "Канатбек Азиз: Казахстан становится архитектором региональной дипломатии"
# A capital that stands for its government carries the id of its country.
METONYMS = {"washington": {"washington", "united-states"}, "astana": {"astana", "kazakhstan"}}
COVERAGE = """\
Президент Казахстана Касым-Жомарт Токаев и президент США Дональд Трамп приняли участие в саммите «С5+1» в Вашингтоне.
По итогам встречи Казахстан и США подписали меморандум о взаимопонимании в области критических минералов. Документ \
предусматривает совместную разведку и переработку, сообщили в пресс-службе делегации.
«Мы договорились о переработке внутри страны», – сказал журналистам советник делегации Ерлан Сабитов. Он добавил, что первые \
проекты назовут до конца года.
В тот же день главы пяти государств Центральной Азии встретились с деловыми кругами США.""".splitlines()


def page(title: str, paragraphs: list[str]) -> bytes:
    body = "\n".join(f"<p>{html.escape(paragraph)}</p>" for paragraph in paragraphs)
    menu = "".join(f'<li><a href="/{word}">{word}</a></li>' for word in ("Политика", "Экономика", "Общество", "Спорт"))
    return (
        f'<!doctype html><html lang="ru"><head><meta charset="utf-8"><title>{html.escape(title)}</title></head><body>'
        f"<header><nav><ul>{menu}</ul></nav></header><main><article><h1>{html.escape(title)}</h1>"
        f'<time datetime="2025-11-08T10:00:00+06:00">8 ноября 2025</time>{body}</article></main>'
        "<aside><h3>Читайте также</h3><ul><li><a href='/1'>Погода</a></li><li><a href='/2'>Курс валют</a></li></ul></aside>"
        "<footer>© Редакция. Все права защищены.</footer></body></html>"
    ).encode()


@pytest.fixture(scope="module")
def text() -> str:
    return Path(str(_FILE)).read_text("utf-8")


@pytest.fixture(scope="module")
def gold() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((Path(str(_FILE)).parent / "domain" / "seed_gold.yaml").read_text("utf-8"))
    return loaded


@pytest.fixture(scope="module")
def plain(knowledge: Knowledge, text: str) -> Article:
    return understood(Page(url=None, body=text.encode(), fetched_at=FETCHED, content_type="text/plain"), knowledge)


@pytest.fixture(scope="module")
def from_page(knowledge: Knowledge, text: str) -> Article:
    body = page(TITLE, [line for line in text.split("\n") if line.strip()])
    return understood(Page(url="https://example.org/ru/interview/azis", body=body, fetched_at=FETCHED), knowledge)


def understood(fetched: Page, knowledge: Knowledge) -> Article:
    article = understand(fetched, knowledge)
    assert isinstance(article, Article)
    return article


def expected_turns(text: str, gold: dict[str, Any]) -> list[tuple[str, str]]:
    lines = text.split("\n")
    return [
        (turn["kind"], "\n".join(lines[number - 1] for number in range(turn["lines"][0], turn["lines"][-1] + 1)))
        for turn in gold["turns"]["list"]
    ]


def test_plain_text_keeps_its_offsets_and_has_the_turns_of_the_gold(plain, text, gold):
    assert plain.text == text
    assert plain.kind == "interview"
    turns = [(turn.kind, plain.text[turn.start : turn.end]) for turn in plain.interview.turns]
    assert turns == expected_turns(text, gold)


def test_page_has_the_same_turns(from_page, text, gold):
    assert from_page.kind == "interview"
    turns = [(turn.kind, from_page.text[turn.start : turn.end]) for turn in from_page.interview.turns]
    assert turns == expected_turns(text, gold)


@pytest.mark.parametrize("source", ["plain", "from_page"])
def test_the_interviewee_is_known_with_his_role(source, request, gold):
    article = request.getfixturevalue(source)
    (person,) = article.interview.interviewees
    assert (person.name, person.actor) == (gold["interviewee"]["name"], gold["interviewee"]["actor_id"])
    assert person.role.startswith("политолог, директор НИИ")
    assert {turn.speaker for turn in article.interview.turns} == {person.name, None}


def test_nothing_is_invented_that_the_text_does_not_say(plain):
    assert plain.published_at is None
    assert plain.source is None
    assert plain.authors == ()
    assert plain.interview.interviewers == ()


def test_every_actor_of_the_gold_is_found_where_it_stands(plain, gold):
    missing = []
    for group in ("persons", "organisations", "companies", "countries_and_places"):
        for entry in gold[group]:
            allowed = METONYMS.get(entry["id"], {entry["id"]})
            places = [(form["form"], place["offset"]) for form in entry["surface_forms"] for place in form["at"]]
            for form, start in places:
                end = start + len(form)
                if not any(
                    mention.actor in allowed and mention.start < end and start < mention.end for mention in plain.mentions
                ):
                    missing.append((entry["id"], form, start))
    assert missing == []


def test_mentions_carry_who_says_them(plain):
    voices = {mention.voice for mention in plain.mentions}
    assert voices == {"editorial", "question", "answer"}
    for mention in plain.mentions:
        assert mention.voice == plain.voice_at(mention.start)


@pytest.mark.parametrize("source", ["plain", "from_page"])
def test_format_and_agreements_are_those_of_the_gold(source, request, gold):
    article = request.getfixturevalue(source)
    assert {summit.format for summit in article.summits} == set(gold["formats_expected"])
    assert {agreement.agreement for agreement in article.agreements} == set(gold["alerts_expected"])
    spans = [(turn.kind, turn.start, turn.end) for turn in article.interview.turns]
    for agreement in article.agreements:
        voices = {claim.voice for claim in agreement.claims}
        assert voices == {"question", "answer"}, agreement.agreement
        for place in agreement.evidence:
            assert any(start <= place.start < place.end <= end for _, start, end in spans)


@pytest.mark.parametrize("source", ["plain", "from_page"])
def test_the_accession_is_announced_and_what_was_signed_is_signed(source, request):
    article = request.getfixturevalue(source)
    told = {agreement.agreement: agreement.status for agreement in article.agreements}
    assert told.pop("abraham-accords-kazakhstan") == "announced"
    assert set(told.values()) == {"signed"}


def test_it_is_stored_indexed_and_found_beside_coverage_of_the_summit(tmp_path, knowledge, from_page):
    body = page("Казахстан и США подписали меморандум по критическим минералам", COVERAGE)
    coverage = understood(Page(url="https://example.com/ru/news/memorandum", body=body, fetched_at=FETCHED), knowledge)
    assert coverage.kind == "news"
    assert [quote.speaker for quote in coverage.quotes if quote.direct] == ["Ерлан Сабитов"]
    with Store.open(f"sqlite:///{tmp_path / 'c5watch.db'}", home=tmp_path) as store:
        index = EmbeddedIndex(tmp_path / "index", knowledge)
        for article in (from_page, coverage):
            store.save(article)
        assert feed_index(store, index).written == 2
        assert store.get(from_page.id).interview == from_page.interview

        def found(query: str) -> set[str]:
            return {hit.id for hit in index.search(parse_query(query)).hits}

        assert found("kind:interview actor:kanatbek-aziz") == {from_page.id}
        assert found("Kanatbek Aziz") == {from_page.id}
        assert found("Tokayev") == {from_page.id, coverage.id}
        assert found("format:c5-plus-1 actor:kassym-jomart-tokayev") == {from_page.id, coverage.id}
        assert found("agreement:us-kz-critical-minerals-mou") == {from_page.id, coverage.id}
        assert found("Вашингтоном") == {from_page.id, coverage.id}
