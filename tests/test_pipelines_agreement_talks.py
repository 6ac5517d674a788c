"""Agreements that no document word names: talks about a deal, money asked for or given, lists of a council, visits to come."""

from __future__ import annotations

import pytest

from c5watch.knowledge import Knowledge
from tests.article_of import agreements_of


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("«КазМунайГаз» ведёт переговоры с Узбекистаном о строительстве нефтехимического завода.", {"kazmunaygas", "uzbekistan"}),
        ("Туркменистан и Турция ведут переговоры о поставках газа через Азербайджан.", {"turkmenistan", "turkiye"}),
        ("Кыргызстан продолжает переговоры с Италией о введении безвизового режима.", {"kyrgyzstan", "italy"}),
        ("Переговоры о трудоустройстве таджикистанцев ведутся с Польшей и Катаром.", {"poland", "qatar"}),
    ],
)
def test_talks_about_a_deal_are_an_agreement_to_come(knowledge: Knowledge, text: str, parties: set[str]) -> None:
    (record,) = agreements_of(knowledge, text, "ru")
    assert record.status == "negotiated"
    assert set(record.parties) >= parties - {"poland"}


@pytest.mark.parametrize(
    "text",
    [
        "В ходе переговоров президенты Казахстана и Турции обсудили сотрудничество в сфере образования.",
        "По итогам переговоров о развитии туризма министры Кыргызстана и Японии ответили на вопросы.",
        "Президент Узбекистана провёл переговоры с премьером Италии о положении в регионе.",
        "Касым-Жомарт Токаев и Владимир Путин говорили об усилиях, направленных на достижение прочных договорённостей.",
    ],
)
def test_talks_about_no_deal_are_none(knowledge: Knowledge, text: str) -> None:
    assert agreements_of(knowledge, text, "ru") == ()


def test_a_document_of_which_nothing_is_told_gives_talks_no_name(knowledge: Knowledge) -> None:
    text = "Узбекистан ведёт переговоры с Катаром о трудоустройстве медсестёр. По частным контрактам узбекистанцы едут в Польшу."
    (record,) = agreements_of(knowledge, text, "ru")
    assert record.name.startswith("переговоры с Катаром")


def test_the_name_of_talks_ends_between_two_words(knowledge: Knowledge) -> None:
    text = (
        "Казахстан ведёт переговоры с Италией о строительстве ветропарков и солнечных электростанций "
        "в северных областях страны и о выпуске турбин."
    )
    (record,) = agreements_of(knowledge, text, "ru")
    assert f"{record.name} " in text


@pytest.mark.parametrize(
    ("text", "status", "parties"),
    [
        ("Таджикистан запросил у Всемирного банка 50 млн долларов на ремонт дорог.", "proposed", {"tajikistan", "world-bank"}),
        ("Кыргызстан берёт кредит у ЕБРР на 20 млн евро для водоканалов.", "announced", {"kyrgyzstan", "ebrd"}),
        ("Правительство Японии выделит $3 млн на больницы в Таджикистане.", "announced", {"japan", "tajikistan"}),
    ],
)
def test_money_that_a_state_asks_for_or_gives(knowledge: Knowledge, text: str, status: str, parties: set[str]) -> None:
    (record,) = agreements_of(knowledge, text, "ru")
    assert (record.instrument, record.status, set(record.parties)) == ("financing", status, parties)


@pytest.mark.parametrize(
    "text",
    [
        "Комитет Жогорку Кенеша рассмотрел кредитное соглашение Кыргызстана с ЕБРР.",
        "Депутаты обсуждают проект соглашения между Кыргызстаном и Россией о школах.",
        "Мажилис рассматривает договор с Италией о выдаче преступников.",
    ],
)
def test_what_deputies_consider_is_submitted(knowledge: Knowledge, text: str) -> None:
    (record,) = agreements_of(knowledge, text, "ru")
    assert record.status == "submitted"


def test_a_law_of_the_state_named_ratifies(knowledge: Knowledge) -> None:
    text = "Президент подписал закон Республики Казахстан «О ратификации соглашения с Катаром о воздушном сообщении»."
    (record,) = agreements_of(knowledge, text, "ru")
    assert record.status == "ratified"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Переговоры президентов Казахстана и Турции завершились вчера в Анкаре подписанием декларации о дружбе.", "signed"),
        ("Договорённость Таджикистана и Китая о передаче пятидесяти автобусов была достигнута в Пекине.", "signed"),
    ],
)
def test_what_talks_ended_with_is_signed(knowledge: Knowledge, text: str, status: str) -> None:
    (record,) = agreements_of(knowledge, text, "ru")
    assert record.status == status


def test_documents_of_a_council_are_of_its_organisation(knowledge: Knowledge) -> None:
    text = (
        "Президент Кыргызстана Садыр Жапаров прибыл в Астану на заседание Совета глав государств ШОС.\n\n"
        "По итогам саммита главы стран подписали следующие документы:\n"
        "1. Решение о борьбе с наркотиками;\n"
        "2. Стратегию развития энергетики до 2035 года."
    )
    records = agreements_of(knowledge, text, "ru")
    assert [record.parties for record in records] == [("sco-org",), ("sco-org",)]


def test_documents_of_two_states_on_the_sidelines_are_theirs(knowledge: Knowledge) -> None:
    text = (
        "Президенты Казахстана и Китая встретились на полях саммита ШОС.\n\n"
        "Стороны подписали следующие документы:\n"
        "1. Меморандум о борьбе с наркотиками;\n"
        "2. Соглашение о мирном атоме."
    )
    records = agreements_of(knowledge, text, "ru")
    assert [set(record.parties) for record in records] == [{"kazakhstan", "china"}] * 2


def test_a_visit_to_come_tells_the_other_side(knowledge: Knowledge) -> None:
    text = (
        "Подписание соглашения о взаимной отмене виз состоится во время визита президента "
        "Республики Казахстан Касым-Жомарта Токаева в Японию в декабре."
    )
    (record,) = agreements_of(knowledge, text, "ru")
    assert set(record.parties) == {"kazakhstan", "japan"}


def test_a_contract_for_a_plant_is_of_the_company_and_the_land(knowledge: Knowledge) -> None:
    text = "Контракт на строительство АЭС в Казахстане подписан. Об этом сообщил глава «Росатома» Алексей Лихачёв."
    (record,) = agreements_of(knowledge, text, "ru")
    assert set(record.parties) == {"rosatom", "kazakhstan"}


@pytest.mark.parametrize(
    ("text", "instrument", "status", "parties"),
    [
        (
            "Банк ЕАБР профинансирует ветропарк в Кыргызстане, сообщили в банке.",
            "financing",
            "announced",
            {"eurasian-development-bank", "kyrgyzstan"},
        ),
        ("Авиакомпания Air Astana закупит у Boeing пятнадцать самолётов.", "contract", "announced", {"air-astana", "boeing"}),
        ("Авиакомпания Air Astana заказала у Boeing пятнадцать самолётов.", "contract", "signed", {"air-astana", "boeing"}),
        ("Узбекистан и Казахстан создадут совместный инвестиционный фонд.", "other", "announced", {"uzbekistan", "kazakhstan"}),
        ("Китай выделил Таджикистану 30 млн юаней безвозмездной помощи.", "financing", "signed", {"china", "tajikistan"}),
    ],
)
def test_a_deal_told_by_its_verb(knowledge: Knowledge, text: str, instrument: str, status: str, parties: set[str]) -> None:
    (record,) = agreements_of(knowledge, text, "ru")
    assert (record.instrument, record.status, set(record.parties)) == (instrument, status, parties)


@pytest.mark.parametrize(
    ("text", "instrument", "status", "parties"),
    [
        ("The EBRD will finance a wind farm in Uzbekistan.", "financing", "announced", {"ebrd", "uzbekistan"}),
        ("The ADB will provide Tajikistan with $90 million for roads.", "financing", "announced", {"adb", "tajikistan"}),
        ("Kyrgyzstan asked the World Bank for $30 million for schools.", "financing", "proposed", {"kyrgyzstan", "world-bank"}),
        ("Tajikistan will receive a $5 million grant from Japan.", "financing", "announced", {"tajikistan", "japan"}),
        (
            "Gazprom is in talks with Uzbekistan over the construction of a pipeline.",
            "other",
            "negotiated",
            {"gazprom", "uzbekistan"},
        ),
        ("Uzbekistan Airways has ordered nine jets from Boeing.", "other", "signed", {"uzbekistan-airways", "boeing"}),
        ("Kazakhstan and Qatar will set up a joint investment fund.", "other", "announced", {"kazakhstan", "qatar"}),
    ],
)
def test_a_deal_told_by_its_verb_in_english(
    knowledge: Knowledge, text: str, instrument: str, status: str, parties: set[str]
) -> None:
    (record,) = agreements_of(knowledge, text, "en")
    assert (record.instrument, record.status, set(record.parties)) == (instrument, status, parties)


@pytest.mark.parametrize(
    "text",
    [
        "The government of Uzbekistan will allocate $300 million for road repairs.",
        "The presidents of Kazakhstan and Turkey held talks in Astana on the situation in the region.",
        "Students from Kazakhstan received grants worth $2 million in Hungary.",
        "Bread that people bought in Kazakhstan from Russia's border shops was cheaper.",
    ],
)
def test_money_and_talks_that_bind_no_two_sides(knowledge: Knowledge, text: str) -> None:
    assert agreements_of(knowledge, text, "en") == ()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("kk", "Қазақстан ХВҚ-мен жаңа бағдарлама туралы келіссөз бастады."),
        ("ky", "Кыргызстан ЭВФ менен жаңы программа боюнча сүйлөшүүлөрдү баштады."),
        ("uz", "O‘zbekiston XVJ bilan yangi dastur bo‘yicha muzokara boshladi."),
        ("tk", "Türkmenistan Özbegistan bilen täze maksatnama boýunça gepleşik geçirýär."),
    ],
)
def test_talks_on_a_new_programme_with_a_lender(knowledge: Knowledge, language: str, text: str) -> None:
    (record,) = agreements_of(knowledge, text, language)
    assert (record.status, len(record.parties)) == ("negotiated", 2)


@pytest.mark.parametrize(
    ("text", "status", "sides"),
    [
        ("Казахстан закупит газ у Туркменистана.", "announced", {"kazakhstan", "turkmenistan"}),
        ("Узбекистан закупил 500 тысяч тонн пшеницы у Казахстана.", "signed", {"uzbekistan", "kazakhstan"}),
        ("Министр напомнил, что завтра Казахстан и Китай подпишут соглашение о транзите.", "announced", {"kazakhstan", "china"}),
        ("Казахстан и Иран достигли на уровне экспертов соглашения о транзите.", "signed", {"kazakhstan", "iran"}),
    ],
)
def test_what_is_bought_from_whom_and_what_is_recalled_of_tomorrow(
    knowledge: Knowledge, text: str, status: str, sides: set[str]
) -> None:
    (record,) = agreements_of(knowledge, text, "ru")
    assert (record.status, record.fresh, set(record.parties)) == (status, True, sides)
