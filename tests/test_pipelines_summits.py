"""Formats of meetings in a text, and the edition as far as text and date tell it."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from c5watch.article import Article
from c5watch.knowledge import Knowledge, load_knowledge
from c5watch.settings import ROOT
from c5watch.text import script_of
from pipelines.actors import find_actors
from pipelines.summits import find_summits


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge(ROOT / "knowledge")


def read(
    knowledge: Knowledge, text: str, language: str = "ru", day: date | None = date(2025, 11, 8)
) -> list[tuple[str, str | None]]:
    article = Article(
        id="0",
        url=None,
        source=None,
        title=None,
        text=text,
        published_at=day,
        fetched_at=datetime(2026, 11, 22, tzinfo=UTC),
        language=language,
        languages=(language,),
        script=script_of(text),
    )
    article = find_summits(find_actors(article, knowledge), knowledge)
    return [(summit.format, summit.summit) for summit in article.summits]


@pytest.mark.parametrize("name", ["C5+1", "С5+1", "C5 + 1", "«Центральная Азия – США»", "«США – Центральная Азия»"])
def test_c5_in_both_scripts_and_both_orders(knowledge: Knowledge, name: str) -> None:
    assert read(knowledge, f"Саммит {name} прошёл в Вашингтоне 6 ноября 2025 года.") == [("c5-plus-1", "c5-plus-1-2025-11-06")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("kk", "«Орталық Азия – АҚШ» саммиті Вашингтонда өтті."),
        ("uz", "Vashingtonda «Markaziy Osiyo – AQSh» sammiti bo‘lib o‘tdi."),
        ("en", "The C5+1 summit took place in Washington."),
    ],
)
def test_edition_by_the_date_of_the_article(knowledge: Knowledge, language: str, text: str) -> None:
    assert read(knowledge, text, language) == [("c5-plus-1", "c5-plus-1-2025-11-06")]


def test_a_pair_with_a_dash_is_no_summit_by_itself(knowledge: Knowledge) -> None:
    assert read(knowledge, "Формируется новая линия на оси Ближний Восток – Центральная Азия.") == []


@pytest.mark.parametrize("text", ["ШОС и СНГ развивают связи.", "ОТГ и ШОС подписали меморандум.", "ЕАЭС снизил пошлины."])
def test_an_organisation_is_not_its_summit(knowledge: Knowledge, text: str) -> None:
    assert read(knowledge, text) == []


def test_summit_of_an_organisation_needs_the_word(knowledge: Knowledge) -> None:
    assert read(knowledge, "В Тяньцзине открылся саммит ШОС.", day=date(2025, 8, 31)) == [("sco", "sco-2025-08-31")]


def test_format_without_an_edition_is_said_as_such(knowledge: Knowledge) -> None:
    assert read(knowledge, "Формат C5+1 создан для диалога.", day=None) == [("c5-plus-1", None)]


def test_number_and_year_of_the_sentence_win_over_the_articles_date(knowledge: Knowledge) -> None:
    text = "Первый саммит «Центральная Азия – США» прошёл в 2023 году в Нью-Йорке."
    assert read(knowledge, text) == [("c5-plus-1", "c5-plus-1-2023-09-19")]


def test_a_year_without_a_meeting_gives_no_edition(knowledge: Knowledge) -> None:
    assert read(knowledge, "В 2019 году о саммите «Центральная Азия – США» ещё не говорили.") == [("c5-plus-1", None)]


def test_undated_text_tells_the_edition_by_place_and_president(knowledge: Knowledge) -> None:
    text = "На саммите «Центральная Азия – США» в Вашингтоне Дональд Трамп принял пятерых президентов."
    assert read(knowledge, text, day=None) == [("c5-plus-1", "c5-plus-1-2025-11-06")]


@pytest.mark.parametrize("text", ["", "C5+1" * 500, "«" * 2000, "Центральная Азия – " * 500])
def test_any_text_is_read_to_its_end(knowledge: Knowledge, text: str) -> None:
    assert all(name in knowledge.formats for name, _ in read(knowledge, text))
