"""What a text tells of an agreement in passing: drafts, what is in force for long, what was put off years ago."""

from __future__ import annotations

import pytest

from c5watch.knowledge import Knowledge
from tests.test_pipelines_agreements_news import news, read


def states(knowledge: Knowledge, text: str, language: str = "ru") -> list[str]:
    return [status for _, status, _ in news(knowledge, text, language)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # the word itself is no parliament
        ("Правительство Казахстана одобрило проект меморандума с Кабулом о железной дороге.", "announced"),
        ("Казахстанский кабинет одобрил проект соглашения с Пакистаном о транзите.", "announced"),
        ("Узбекистан и Канада подписали протокол о доступе на рынок в рамках присоединения республики к ВТО.", "signed"),
        ("С 18 ноября действует протокол между правительствами Казахстана и России о поставках нефти.", "in_force"),
        ("МВФ и Кыргызстан достигли договоренности на уровне персонала о новой программе.", "announced"),
        ("Кыргызстан денонсировал соглашение 1998 года об обмене экономической информацией в рамках СНГ.", "ended"),
        ("Кыргызстан денонсировал соглашение с Россией от 12 мая 2003 года.", "ended"),
    ],
)
def test_what_is_news_of_an_agreement(knowledge: Knowledge, text: str, told: str) -> None:
    assert states(knowledge, text) == [told]


@pytest.mark.parametrize(
    "text",
    [
        "Рамочная конвенция прикаспийских государств действует почти двадцать лет, к ней приняты четыре протокола.",
        "Между Казахстаном и Ираном с мая действует соглашение о свободной торговле, оно обнулило пошлины.",
        (
            "По мнению эксперта, за последние тридцать лет Туркменистан и Азербайджан подписали столько меморандумов о трубе, "
            "что ими можно выстелить дно моря."
        ),
        "Казахстан за последние два года вышел из шести старых соглашений Содружества.",
        "В 2011 году подписание отложили, потому что Кыргызстан и МВФ потеряли строку в письме о намерениях.",
        "Поводом стал случай прошлой осени, когда депутаты Кыргызстана за день ратифицировали соглашение с Россией о топливе.",
        "Суд проверил порядок ратификации договоров: норма позволяет президенту Кыргызстана спешить.",
    ],
)
def test_what_is_background(knowledge: Knowledge, text: str) -> None:
    assert states(knowledge, text) == []


def test_whoever_confirms_something_else_has_adopted_no_document(knowledge: Knowledge) -> None:
    text = (
        "Япония и Казахстан подпишут соглашение о критических минералах на саммите в Токио.\n\n"
        "В министерстве подтвердили, что текст документа проходит согласование."
    )
    assert states(knowledge, text) == ["announced"]


def test_the_agreement_in_force_is_not_the_one_that_will_replace_it(knowledge: Knowledge) -> None:
    text = (
        "Узбекистан и Европейский союз подпишут Соглашение о расширенном партнёрстве и сотрудничестве в марте.\n\n"
        "Документ заменит действующее базовое соглашение, которое вступило в силу в 1999 году."
    )
    assert states(knowledge, text) == ["announced"]
    assert {(one.status, one.fresh) for one in read(knowledge, text)} == {("announced", True), ("in_force", False)}


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("В Будапеште состоялась церемония обмена двусторонними документами Узбекистана и Венгрии.", {"uzbekistan", "hungary"}),
        ("В Министерстве иностранных дел Таджикистана прошёл обмен нотами с Японией о гранте.", {"tajikistan", "japan"}),
    ],
)
def test_an_exchange_of_documents_concludes_them(knowledge: Knowledge, text: str, sides: set[str]) -> None:
    ((_, status, parties),) = news(knowledge, text)
    assert (status, parties) == ("signed", sides)


def test_a_bank_that_considers_a_loan_negotiates_it(knowledge: Knowledge) -> None:
    ((instrument, status, sides),) = news(knowledge, "АБР рассматривает грант на 70 миллионов долларов для больниц Кыргызстана.")
    assert (instrument, status, sides) == ("financing", "negotiated", {"adb", "kyrgyzstan"})
