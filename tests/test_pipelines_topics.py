"""Topics of an article by stems in every language, with the title weighing more."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from c5watch.article import Article
from c5watch.knowledge import Knowledge
from c5watch.text import script_of
from pipelines.topics import find_topics


def topics(knowledge: Knowledge, text: str, language: str = "ru", title: str | None = None) -> tuple[str, ...]:
    article = Article(
        id="0", url=None, source=None, title=title, text=text, fetched_at=datetime(2025, 11, 8, tzinfo=UTC),
        language=language, languages=(language,), script=script_of(text),
    )  # fmt: skip
    return find_topics(article, knowledge).topics


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Стороны обсудили добычу критически важных минералов."),
        ("en", "They discussed critical minerals."),
        ("kk", "Тараптар маңызды минералдар туралы сөйлесті."),
        ("uz", "Tomonlar muhim minerallar haqida gaplashdi."),
        ("uz", "Томонлар муҳим минераллар ҳақида гаплашди."),
        ("tk", "Taraplar möhüm minerallar barada gürleşdiler."),
    ],
)
def test_inflected_stems_in_every_language(knowledge: Knowledge, language: str, text: str) -> None:
    assert topics(knowledge, text, language) == ("critical-minerals",)


@pytest.mark.parametrize(
    ("topic", "language", "text"),
    [
        ("water", "en", "The two presidents signed a water agreement."),
        ("water", "en", "They share the waters of the Zarafshan River."),
        ("water", "ru", "Подписано водное соглашение двух соседей."),
        ("water", "ru", "Стороны поделят воды реки Нарын."),
        ("water", "ru", "Канал возьмёт начало у Зарафшана."),
        ("water", "kk", "Екі ел су келісіміне қол қойды."),
        ("water", "ky", "Министрлер суу маселесин талкуулашты."),
        ("water", "uz", "Ikki davlat suvdan foydalanish to‘g‘risida kelishdi."),
        ("water", "uz", "Томонлар сув масаласини муҳокама қилди."),
        ("water", "tg", "Тарафҳо масъалаҳои обу энергияро баррасӣ карданд."),
        ("water", "tk", "Goňşular suw ylalaşygyna gol çekdiler."),
        ("energy", "ru", "Соседи увеличат поставки нефти."),
        ("energy", "uz", "Tabiiy gaz narxi kelishildi."),
        ("energy", "tk", "Türkmen gazy günbatara gider."),
        ("energy", "tg", "Содироти барқ зиёд мешавад."),
        ("transit-infrastructure", "en", "A cargo airline opens direct flights."),
        ("transit-infrastructure", "kk", "Екі елдің көлік министрлері кездесті."),
        ("transit-infrastructure", "tk", "Ulag ministrleri duşuşdy."),
        ("trade", "ru", "Взаимная торговля выросла вдвое."),
        ("transit-infrastructure", "ru", "Началось строительство аэропорта."),
        ("trade", "ru", "Стороны расширят торговые связи и снизят пошлины."),
        ("trade", "ky", "Соода көлөмү эки эсе өстү."),
        ("trade", "tg", "Савдо байни кишварҳо афзуд."),
        ("security", "ru", "Министры обороны договорились об учениях."),
        ("security", "uz", "Mudofaa sohasida hamkorlik kengaydi."),
        ("migration", "ru", "Рабочие визы станут дешевле."),
        ("migration", "kk", "Визаны жеңілдету келісілді."),
        ("critical-minerals", "en", "A minerals deal is near."),
        ("critical-minerals", "ru", "Открыто месторождение лития."),
    ],
)
def test_a_subject_is_known_in_the_words_that_newsrooms_have_for_it(
    knowledge: Knowledge, topic: str, language: str, text: str
) -> None:
    assert topic in topics(knowledge, text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Аким Нартай Аралбаев принял посла с визитом вежливости."),
        ("ru", "Хоким Сырдарьинской области принял посла с визитом вежливости."),
        ("ru", "В аэропорту столицы гостя встретил министр."),
        ("tk", "Halkara howa menzilinde myhmany ministr garşylady."),
        ("ru", "Торговцам рынка подняли тарифы на вывоз мусора."),
        ("uz", "Sirdaryo viloyati hokimi elchini qabul qildi."),
        ("uz", "Сирдарё вилояти ҳокими элчини қабул қилди."),
        ("en", "An important minister paid a courtesy call on the water-colour painter."),
        ("ru", "Водители рекомендуют объезд, сообщили проводникам выводы."),
    ],
)
def test_provinces_named_for_rivers_places_of_arrival_and_words_that_begin_alike_are_no_subject(
    knowledge: Knowledge, language: str, text: str
) -> None:
    assert topics(knowledge, text, language) == ()


def test_one_passing_word_is_no_topic_of_a_long_text(knowledge: Knowledge) -> None:
    filler = "Гости осмотрели выставку картин и послушали музыку. " * 100
    assert "critical-minerals" not in topics(knowledge, f"{filler} Упомянули и вольфрам.")
    assert "critical-minerals" in topics(knowledge, filler, title="Вольфрам дорожает")


def test_capitals_match_whole_and_with_their_case(knowledge: Knowledge) -> None:
    assert "energy" in topics(knowledge, "Строится новая ГЭС на Нарыне.")
    assert "energy" not in topics(knowledge, "Строится новая гэсинка на Нарыне.")


def test_most_spoken_of_comes_first(knowledge: Knowledge) -> None:
    text = "Критические минералы, критические минералы и ещё раз критические минералы, а также энергетика."
    assert topics(knowledge, text)[0] == "critical-minerals"


@pytest.mark.parametrize("text", ["", "ГЭС" * 3000, " ".join(["критически"] * 3000)])
def test_any_text_is_read_to_its_end(knowledge: Knowledge, text: str) -> None:
    assert set(topics(knowledge, text)) <= set(knowledge.topics)
