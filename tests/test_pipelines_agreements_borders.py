"""Ordinary sentences beside the words by which crimes, local contracts, habits and committees are told from agreements."""

from __future__ import annotations

from datetime import date

import pytest

from c5watch.knowledge import Knowledge
from pipelines.actors import find_actors
from pipelines.agreements import find_agreements
from tests.article_of import article_of


def told(knowledge: Knowledge, text: str, language: str = "ru") -> list[tuple[str, bool]]:
    """The status of each agreement of a text of 8 November 2025, and whether it is news."""
    article = find_agreements(find_actors(article_of(text, language, date(2025, 11, 8)), knowledge), knowledge)
    return [(one.status, one.fresh) for one in article.agreements]


@pytest.mark.parametrize(
    "text",
    [
        "Для борьбы с мошенничеством Казахстан и Узбекистан подписали соглашение об обмене данными банков.",
        "Профсоюзы Казахстана и Узбекистана подписали соглашение о сотрудничестве.",
        "Казахстан и Китай подписали соглашение о переработке хлопка с местными фермерами.",
        "CNPC подписала контракт на строительство завода с местной компанией «КазМунайГаз».",
        "Подписан договор об охране границы между Казахстаном и Узбекистаном.",
        "Казахстан и Узбекистан подписали договор на содержание канала.",
        "Для выпускников вузов Казахстан и Кыргызстан подписали соглашение о признании дипломов.",
        "Для резидентов технопарка Казахстан и Узбекистан подписали соглашение о льготах.",
    ],
)
def test_words_of_crimes_and_local_contracts_hide_no_agreement_of_two_states(knowledge: Knowledge, text: str) -> None:
    assert told(knowledge, text) == [("signed", True)]


@pytest.mark.parametrize(
    "text",
    [
        "За взятку чиновник обещал предпринимателю договор с акиматом.",
        "Профсоюз нефтяников Казахстана и работодатели заключили отраслевое соглашение.",
        "Музей заключил договор на уборку с местной фирмой.",
        "Стипендиат подписывает договор с фондом и едет в Германию, Сингапур или США.",
        "Резиденты технопарка подписали соглашения с акиматом.",
    ],
)
def test_what_one_country_settles_within_stays_none(knowledge: Knowledge, text: str) -> None:
    assert told(knowledge, text) == []


@pytest.mark.parametrize(
    ("text", "fresh"),
    [
        ("Казахстан и Узбекистан подписали соглашение о туризме, куда охотно поедут гости.", True),
        ("Казахстан и Узбекистан подписали соглашение о туризме; ранее туристы ездили без договора.", True),
        ("Казахстан и Узбекистан регулярно обмениваются визитами и теперь подписали соглашение о воде.", True),
        ("Казахстан и Узбекистан подписали соглашение о газе, цена которого в прошлом году выросла.", True),
        ("Казахстан и Узбекистан подписали меморандум в рамках проекта строительства ГЭС.", True),
        ("Казахстан и Узбекистан подписали соглашение о зерне урожая прошлого года.", True),
        ("Казахстан и Россия подписали соглашение о льготах для ветеранов.", True),
        ("Министр напомнил о засухе; Казахстан и Узбекистан подписали соглашение о воде.", True),
        ("Казахстан и Китай подписали соглашение, которое обсуждали в прошлом году.", True),
        ("Казахстан и Китай подписали соглашение, о котором ранее договорились президенты.", True),
        ("Казахстан, который ранее закупал газ, подписал соглашение с Узбекистаном.", True),
        ("Министры Казахстана и Узбекистана обменялись подписанными меморандумами.", True),
        ("Казахстан и Узбекистан подписали соглашение, которое вступит в силу 1 июня.", True),
        ("Казахстан и Узбекистан подписали соглашение о дороге, движение по которой начнётся в июне.", True),
        ("Казахстан и Узбекистан подписали соглашение, которое вступит в силу в январе.", True),
        ("Соглашение, которое вступит в силу в январе, Казахстан и Узбекистан подписали в апреле.", False),
        ("В апреле Казахстан и Узбекистан подписали соглашение, которое вступит в силу в январе.", False),
        ("В мае прошлого года Казахстан и Узбекистан подписали соглашение о зерне.", False),
        ("Министр напомнил, что Казахстан и Узбекистан подписали соглашение о зерне.", False),
        ("Казахстан обычно подписывает соглашения с Узбекистаном на саммитах.", False),
        ("Соглашение, которое Казахстан и Узбекистан подписали в прошлом году, касается воды.", False),
    ],
)
def test_what_is_usual_or_past_is_said_of_the_signing_itself(knowledge: Knowledge, text: str, fresh: bool) -> None:
    assert told(knowledge, text) == [("signed", fresh)]


@pytest.mark.parametrize(
    ("text", "fresh"),
    [
        ("Соглашение Казахстана с Узбекистаном о воде действует с 5 ноября.", True),
        ("Соглашение Казахстана с Узбекистаном о воде действует с 1 марта.", False),
        ("Соглашение Казахстана с Узбекистаном о воде действует.", False),
    ],
)
def test_the_day_since_which_it_holds_tells_whether_it_is_news(knowledge: Knowledge, text: str, fresh: bool) -> None:
    assert told(knowledge, text) == [("in_force", fresh)]


@pytest.mark.parametrize(
    ("text", "language", "status"),
    [
        ("Сенат Казахстана ратифицировал соглашение с Узбекистаном о создании совместного комитета по воде.", "ru", "ratified"),
        ("Мажилис ратифицировал соглашение с Китаем, сообщил председатель комитета по обороне.", "ru", "ratified"),
        ("После слушаний в комитете, несмотря на споры, сенат Казахстана ратифицировал договор с Китаем.", "ru", "ratified"),
        ("На заседании комитета сената одобрили ратификацию соглашения Казахстана с Китаем.", "ru", "submitted"),
        ("Ратификация соглашения Казахстана с Китаем одобрена комитетом сената.", "ru", "submitted"),
        ("The Senate of Kazakhstan ratified the agreement with Uzbekistan on a joint water committee.", "en", "ratified"),
        ("After a debate in committee, the parliament of Kyrgyzstan ratified a deal with Uzbekistan.", "en", "ratified"),
        ("The agreement between Kazakhstan and Uzbekistan was ratified by the foreign affairs committee.", "en", "submitted"),
        ("A Senate committee ratified Kazakhstan's agreement with Uzbekistan on Monday.", "en", "submitted"),
    ],
)
def test_only_a_committee_that_votes_leaves_the_ratification_open(
    knowledge: Knowledge, text: str, language: str, status: str
) -> None:
    assert told(knowledge, text, language) == [(status, True)]


@pytest.mark.parametrize(
    ("text", "language", "status"),
    [
        ("Казахстан не планирует строить АЭС, но подписал соглашение с Россией об уране.", "ru", "signed"),
        ("Кыргызстан отказался от кредита, однако подписал соглашение с Китаем о дороге.", "ru", "signed"),
        ("Kazakhstan refused a loan but signed an agreement with China on a railway.", "en", "signed"),
        ("Казахстан хотел, но не подписал соглашение с Россией.", "ru", "denied"),
        ("Казахстан отказался подписать соглашение с Россией.", "ru", "denied"),
        ("Kazakhstan refused to sign an agreement with China on a railway.", "en", "denied"),
    ],
)
def test_what_is_refused_before_but_is_not_what_was_signed(knowledge: Knowledge, text: str, language: str, status: str) -> None:
    assert told(knowledge, text, language) == [(status, True)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Казахстан и Узбекистан обменялись мнениями о договоре.", []),
        ("Казахстан и Узбекистан обменялись опытом исполнения договоров.", []),
        ("Казахстан и Узбекистан обменялись нотами о границе.", [("signed", True)]),
        ("Токаев и Мирзиёев обменялись визитами и подписали договор.", [("signed", True)]),
    ],
)
def test_views_are_exchanged_without_signing(knowledge: Knowledge, text: str, found: list[tuple[str, bool]]) -> None:
    assert [one for one in told(knowledge, text) if one[0] == "signed"] == found


@pytest.mark.parametrize(
    ("text", "language", "sides"),
    [
        ("Казахстан подписал контракт на поставку урана, спрос на который растёт у США.", "ru", {"kazakhstan"}),
        ("Казахстан, который граничит с Китаем, подписал соглашение с Узбекистаном.", "ru", {"kazakhstan", "uzbekistan"}),
        ("Kazakhstan, which borders China, signed a deal with Uzbekistan.", "en", {"kazakhstan", "uzbekistan"}),
        (
            "Казахстан, который строит дорогу вместе с Китаем, подписал соглашение с Узбекистаном.",
            "ru",
            {"kazakhstan", "china", "uzbekistan"},
        ),
    ],
)
def test_who_is_named_in_a_clause_of_its_own_is_no_side(knowledge: Knowledge, text: str, language: str, sides: set[str]) -> None:
    article = find_agreements(find_actors(article_of(text, language, date(2025, 11, 8)), knowledge), knowledge)
    assert [set(one.parties) for one in article.agreements] == [sides]
