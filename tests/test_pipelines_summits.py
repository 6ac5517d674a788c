"""Formats of meetings in a text, and the edition as far as text and date tell it."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from c5watch.article import Article
from c5watch.knowledge import Knowledge
from pipelines.actors import find_actors
from pipelines.summits import find_summits
from tests.article_of import article_of


def read(
    knowledge: Knowledge, text: str, language: str = "ru", day: date | None = date(2025, 11, 8)
) -> list[tuple[str, str | None]]:
    article = article_of(text, language, day)
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


@pytest.mark.parametrize(
    ("text", "formats"),
    [
        ("ШОС и СНГ развивают связи.", {"sco", "cis"}),
        ("ОТГ и ШОС подписали меморандум.", {"ots", "sco"}),
        ("ЕАЭС снизил пошлины.", {"eaeu"}),
    ],
)
def test_an_organisation_by_its_name_alone_is_a_format_and_no_meeting(knowledge: Knowledge, text: str, formats: set[str]) -> None:
    for day in (date(2025, 10, 10), date(2025, 8, 31), date(2025, 6, 26)):  # days of their summits
        assert set(read(knowledge, text, day=day)) == {(name, None) for name in formats}


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


def test_a_word_for_a_summit_inside_the_name_is_enough(knowledge: Knowledge) -> None:
    assert read(knowledge, "Завершился саммит ЕС — Центральная Азия.", day=date(2025, 4, 5)) == [
        ("eu-central-asia", "eu-central-asia-2025-04-03")
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "В столице открылся саммит Европейского союза и пяти стран Центральной Азии."),
        ("ru", "Встреча министров иностранных дел стран Центральной Азии и Евросоюза прошла в столице."),
        ("en", "Leaders attended the summit of the European Union and the Central Asian states."),
        ("kk", "Елордада Орталық Азия елдері мен Еуропалық Одақ басшыларының саммиті өтті."),
        ("uz", "Poytaxtda Markaziy Osiyo davlatlari va Yevropa Ittifoqi tashqi ishlar vazirlarining uchrashuvi boshlandi."),
        ("uz", "Пойтахтда Марказий Осиё давлатлари ва Европа Иттифоқи ташқи ишлар вазирларининг учинчи учрашуви бошланди."),
    ],
)
def test_the_region_and_a_partner_who_meet_are_a_format_in_any_words(knowledge: Knowledge, language: str, text: str) -> None:
    assert [name for name, _ in read(knowledge, text, language, day=None)] == ["eu-central-asia"]


@pytest.mark.parametrize(
    "text",
    [
        "На встрече в Астане обсудили торговлю между Россией и Центральной Азией.",
        "Россия и Центральная Азия наращивают товарооборот, сообщили на форуме.",
    ],
)
def test_region_and_partner_of_whom_a_meeting_only_speaks_are_no_format(knowledge: Knowledge, text: str) -> None:
    assert read(knowledge, text) == []


def test_an_ordinal_may_stand_inside_a_name(knowledge: Knowledge) -> None:
    text = "Вохӯрии ҳафтуми машваратии сарони давлатҳои Осиёи Марказӣ баргузор шуд."
    assert read(knowledge, text, "tg", day=None) == [("consultative-meeting", "consultative-meeting-2025-11-16")]


@pytest.mark.parametrize(
    ("language", "text", "meeting"),
    [
        ("ru", "Четвёртая Консультативная встреча глав государств Центральной Азии завершилась.", "2022-07-21"),
        ("kk", "Орталық Азия мемлекеттері басшыларының 5-консультативтік кездесуі өтті.", "2023-09-14"),
        ("uz", "Марказий Осиё давлат раҳбарларининг олтинчи Маслаҳат учрашуви бўлиб ўтди.", "2024-08-09"),
    ],
)
def test_the_number_of_a_meeting_tells_the_edition(knowledge: Knowledge, language: str, text: str, meeting: str) -> None:
    assert read(knowledge, text, language, day=None) == [("consultative-meeting", f"consultative-meeting-{meeting}")]


@pytest.mark.parametrize(
    "text",
    [
        "Первый вице-премьер прибыл на саммит ОТГ.",
        "К 10-летнему юбилею саммитов ОТГ вышла книга.",
        "8-may kuni Turkiy davlatlar tashkiloti sammiti haqida so‘z bordi.",
    ],
)
def test_a_number_of_something_else_tells_no_edition(knowledge: Knowledge, text: str) -> None:
    assert {meeting for _, meeting in read(knowledge, text, "uz" if "kuni" in text else "ru", day=None)} <= {
        None,
        "ots-2024-11-06",
    }


def test_a_number_that_no_known_meeting_has_gives_no_edition(knowledge: Knowledge) -> None:
    assert read(knowledge, "Седьмой саммит ОТГ пройдёт на этой неделе.", day=date(2025, 10, 6)) == [("ots", None)]


def test_day_and_month_in_an_undated_text_tell_the_edition(knowledge: Knowledge) -> None:
    assert read(knowledge, "Саммит ОДКБ пройдёт 27 ноября.", day=None) == [("csto", "csto-2025-11-27")]


def test_a_year_and_who_met_tell_the_edition(knowledge: Knowledge) -> None:
    text = "Merkezi Aziýanyň prezidentleri 2023-nji ýylda C5+1 formatynda duşuşdylar."
    assert read(knowledge, text, "tk", day=None) == [("c5-plus-1", "c5-plus-1-2023-09-19")]


def test_a_meeting_told_as_background_is_not_that_of_the_other_sentences(knowledge: Knowledge) -> None:
    text = (
        "Дональд Трамп ждёт пятерых президентов в Вашингтоне на саммите «Центральная Азия – США». Первый саммит «Центральная "
        "Азия – США» прошёл в 2023 году в Нью-Йорке."
    )
    assert [meeting for _, meeting in read(knowledge, text, day=None)] == ["c5-plus-1-2025-11-06", "c5-plus-1-2023-09-19"]


def test_the_very_day_goes_before_the_day_after(knowledge: Knowledge) -> None:
    text = "Встреча «Центральная Азия – США» прошла 5 ноября 2025 года."
    assert read(knowledge, text, day=None) == [("c5-plus-1", "c5-plus-1-2025-11-05")]


def test_a_year_of_something_else_than_a_meeting_tells_no_edition(knowledge: Knowledge) -> None:
    text = "В 2022 году появился секретариат формата «Центральная Азия – США»."
    assert read(knowledge, text, day=None) == [("c5-plus-1", None)]


def test_the_place_in_the_sentence_of_the_format_goes_before_other_places(knowledge: Knowledge) -> None:
    text = (
        "Президенты пяти стран приглашены на саммит «Центральная Азия – США» в Вашингтон. Такую же встречу в Нью-Йорке "
        "принимал Джо Байден, теперь это сделает Дональд Трамп."
    )
    assert read(knowledge, text, day=None) == [("c5-plus-1", "c5-plus-1-2025-11-06")]


def test_the_day_of_fetching_tells_no_edition(knowledge: Knowledge) -> None:
    article = Article(
        id="0", url=None, source=None, title=None, text="Саммит ОДКБ близится.", fetched_at=datetime(2025, 11, 27, tzinfo=UTC),
        published_at=datetime(2025, 11, 27, tzinfo=UTC), published_at_evidence="fetched",
        language="ru", languages=("ru",), script="Cyrl",
    )  # fmt: skip
    article = find_summits(find_actors(article, knowledge), knowledge)
    assert [summit.summit for summit in article.summits] == [None]


@pytest.mark.parametrize("text", ["", "C5+1" * 500, "«" * 2000, "Центральная Азия – " * 500])
def test_any_text_is_read_to_its_end(knowledge: Knowledge, text: str) -> None:
    assert all(name in knowledge.formats for name, _ in read(knowledge, text))


@pytest.mark.parametrize(
    ("language", "text", "meeting"),
    [
        (
            "en",
            "The presidents of the Central Asian states met Donald Trump of the United States in Washington on November 6, 2025.",
            "c5-plus-1-2025-11-06",
        ),
        (
            "ru",
            (
                "Лидеры Казахстана, Кыргызстана, Таджикистана и Узбекистана встретились с Дональдом Трампом в Вашингтоне 6 "
                "ноября 2025 года. США обещали вложения."
            ),
            "c5-plus-1-2025-11-06",
        ),
        (
            "en",
            (
                "The foreign ministers of Kazakhstan, Kyrgyzstan, Tajikistan and Uzbekistan met those of the European Union in "
                "Ashgabat on 27 March 2025."
            ),
            "eu-central-asia-2025-03-27",
        ),
    ],
)
def test_who_met_where_and_when_tell_a_meeting_without_its_name(
    knowledge: Knowledge, language: str, text: str, meeting: str
) -> None:
    assert read(knowledge, text, language, day=None) == [(meeting[: -len("-2025-11-06")], meeting)]


@pytest.mark.parametrize(
    "text",
    [
        "The foreign ministers of Uzbekistan and the United States met in Washington on November 6, 2025.",
        "The presidents of the Central Asian states met Donald Trump of the United States in Washington on November 9, 2025.",
        "The presidents of the Central Asian states met Donald Trump of the United States in Tashkent on November 6, 2025.",
        "The transport ministers of the Central Asian states and the United States met in Washington on November 6, 2025.",
        "The presidents of the Central Asian states and the United States praised Washington on November 6, 2025.",
    ],
)
def test_two_sides_another_day_place_or_level_are_no_meeting_of_a_format(knowledge: Knowledge, text: str) -> None:
    assert read(knowledge, text, "en", day=None) == []


def test_a_format_named_in_one_sentence_has_the_edition_whose_day_and_place_another_tells(knowledge: Knowledge) -> None:
    text = "Министры довольны форматом C5+1. Они встретились в Астане 28 февраля 2023 года и вернулись домой."
    assert read(knowledge, text, day=None) == [("c5-plus-1", "c5-plus-1-2023-02-28")]
