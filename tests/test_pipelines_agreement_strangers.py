"""Sides that have no entry, the names of agreements, and texts whose lines are of one width."""

from __future__ import annotations

import textwrap

import pytest

from c5watch.knowledge import Knowledge
from pipelines.agreement.nominative import in_nominative
from tests.article_of import agreements_of


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "АО «Қарағанды Цинк» заключило контракт с австрийской компанией «Альпентех» на поставку оборудования."),
        ("ru", "Южнокорейская компания «Ханбит» и ТОО «Сарыарка Агро» заключили контракт на строительство теплицы."),
        ("ru", "Министерство энергетики и министерство промышленности Республики Корея подписали меморандум о поставках угля."),
        ("en", "The Ministry of Energy of Uzbekistan signed an agreement with Danish firm Vestkraft on a wind farm in Bukhara."),
    ],
)
def test_a_side_told_with_its_country_is_of_another_country(knowledge: Knowledge, language: str, text: str) -> None:
    (record,) = agreements_of(knowledge, text, language)
    assert record.scope == "cross-border"
    assert not {"austria", "denmark"} & set(record.parties), "the country of a company is no side of its contract"


def test_a_contract_of_companies_whose_country_is_not_told_is_domestic(knowledge: Knowledge) -> None:
    (record,) = agreements_of(knowledge, "ТОО «Алатау Хлеб» подписало с ТОО «Есиль Агро» контракт о поставке муки.", "ru")
    assert record.scope == "domestic"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Uzbek, Kazakh and Chinese companies signed an agreement to build a cement plant."),
        ("ru", "Узбекские, казахстанские и китайские компании подписали соглашение о строительстве цементного завода."),
    ],
)
def test_all_peoples_of_a_list_are_sides(knowledge: Knowledge, language: str, text: str) -> None:
    (record,) = agreements_of(knowledge, text, language)
    assert record.parties == ("uzbekistan", "kazakhstan", "china")


@pytest.mark.parametrize(
    "text",
    [
        "Согласно достигнутым договорённостям, Казахстан поставит Узбекистану 300 тысяч тонн зерна.",
        "Казахстан и Узбекистан согласно достигнутым договоренностям открыли два пункта пропуска.",
    ],
)
def test_what_two_states_do_by_an_understanding_tells_of_it(knowledge: Knowledge, text: str) -> None:
    (record,) = agreements_of(knowledge, text, "ru")
    assert (record.status, record.parties) == ("signed", ("kazakhstan", "uzbekistan"))


def test_an_understanding_of_nobody_is_none(knowledge: Knowledge) -> None:
    assert not agreements_of(knowledge, "Согласно достигнутым договоренностям, компания начнет поставки в мае.", "ru")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Фонд развития «Аль-Вафа» выделит Кыргызстану 20 млн долларов на ремонт дорог."),
        ("en", "The Al-Wafa Fund for Development will provide Kyrgyzstan with a $20 million loan to repair roads."),
    ],
)
def test_a_fund_without_an_entry_gives_to_a_state(knowledge: Knowledge, language: str, text: str) -> None:
    (record,) = agreements_of(knowledge, text, language)
    assert (record.status, record.instrument, record.parties) == ("announced", "financing", ("kyrgyzstan",))


def test_a_fund_that_gives_to_firms_of_its_state_concludes_nothing(knowledge: Knowledge) -> None:
    text = "Фонд развития «Береке» выделит предпринимателям Казахстана 20 млн долларов на ремонт цехов."
    assert not agreements_of(knowledge, text, "ru")


@pytest.mark.parametrize(
    ("name", "before", "nominative"),
    [
        ("присоединении к Конвенции о воде", "", "присоединение к Конвенции о воде"),
        ("вступления в союз", "", "вступление в союз"),
        ("стратегического партнёрства с заводом", "до ", "стратегическое партнёрство с заводом"),
        ("межправительственного соглашения о визах", "проект ", "межправительственное соглашение о визах"),
        ("соглашения о газе", "после подписания ", "соглашение о газе"),
        ("соглашения о газе", "стороны подписали ", "соглашения о газе"),
        ("меморандума о взаимопонимании", "к подписанию ", "меморандум о взаимопонимании"),
        ("дорожной картой по транзиту", "работу над ", "дорожная карта по транзиту"),
        ("рамочных соглашений о займах", "подписание ", "рамочные соглашения о займах"),
        ("правового договора", "проект ", "правовой договор"),
        ("морского протокола", "проект ", "морской протокол"),
        ("Астанинской декларации", "принятие ", "Астанинская декларация"),
        ("достигнутым договорённостям", "согласно ", "достигнутые договорённости"),
        ("Авраамовым соглашениям", "присоединится к ", "Авраамовы соглашения"),
        ("Токийская декларация", "", "Токийская декларация"),
        ("соглашения о газе", "о подписании второго ", "соглашение о газе"),
        ("декларации о мире", "о подписании своей ", "декларация о мире"),
        ("соглашения о газе", "стороны подписали у него ", "соглашения о газе"),
        ("декларации о мире", "стороны подписали с россией ", "декларации о мире"),
    ],
)
def test_a_name_stands_in_the_nominative(name: str, before: str, nominative: str) -> None:
    assert in_nominative(name, before) == nominative


def test_a_line_end_inside_a_sentence_is_a_blank(knowledge: Knowledge) -> None:
    text = textwrap.fill(
        "Казахстан и Узбекистан подписали соглашение о совместном использовании вод Сырдарьи. Документ скрепили подписями "
        "министры водных ресурсов обеих стран. Кроме того, весной следующего года планируется подписать меморандум о "
        "сотрудничестве в области сейсмологии. Рабочая группа соберется в Ташкенте.",
        width=72,
    )
    water, quakes = agreements_of(knowledge, text, "ru")
    assert (water.status, water.name) == ("signed", "соглашение о совместном использовании вод Сырдарьи")
    assert (quakes.status, quakes.name) == ("announced", "меморандум о сотрудничестве в области сейсмологии")


def test_a_commission_signs_for_its_union(knowledge: Knowledge) -> None:
    text = (
        "Кыргызстан и Евразийский экономический союз подписали соглашение о лабораториях. "
        "Подписи под соглашением поставили министр экономики Кыргызстана и министр Евразийской экономической комиссии."
    )
    (record,) = agreements_of(knowledge, text, "ru")
    assert set(record.parties) == {"kyrgyzstan", "eaeu-org"}
    alone = "Монголия и Евразийская экономическая комиссия подписали меморандум о стандартах."
    (record,) = agreements_of(knowledge, alone, "ru")
    assert set(record.parties) == {"mongolia", "eurasian-economic-commission"}


@pytest.mark.parametrize(
    ("text", "status", "parties"),
    [
        (
            "Национальная компания КТЖ ведёт переговоры с французской Alstom о поставке пассажирских электровозов.",
            "negotiated",
            ("ktz",),
        ),
        ("Акимат Алматы и мэрия Милана подписали соглашение об установлении побратимских отношений.", "signed", ("almaty",)),
        ("Алтайский край и Восточно-Казахстанская область подписали дорожную карту по созданию маршрута.", "signed", ()),
    ],
)
def test_bodies_and_places_without_an_entry_agree(knowledge: Knowledge, text: str, status: str, parties: tuple[str, ...]) -> None:
    (record,) = agreements_of(knowledge, text, "ru")
    assert (record.status, record.parties) == (status, parties)
    assert record.scope == ("domestic" if "край" in text else "cross-border"), "of two regions without an entry nothing tells"


def test_no_state_of_the_text_is_lent_to_two_bodies_without_an_entry(knowledge: Knowledge) -> None:
    text = (
        "АО «Алатау-Энерго» и южнокорейская Hanbit International подписали меморандум о водороде. "
        "Документ скрепил председатель казахстанского холдинга."
    )
    (record,) = agreements_of(knowledge, text, "ru")
    assert record.parties == ()


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Глава Павлодарской области и губернатор Алтайского края подписали план мероприятий по обмену семенами.", "signed"),
        ("Итогом стал протокол о побратимских отношениях, скреплённый подписями глав двух городов.", "signed"),
        ("«Узбекнефтегаз» и малайзийская Petronas обсуждают соглашение о разделе продукции.", "negotiated"),
    ],
)
def test_heads_of_regions_and_companies_across_a_border_agree(knowledge: Knowledge, text: str, status: str) -> None:
    (record,) = agreements_of(knowledge, text, "ru")
    assert record.status == status


@pytest.mark.parametrize(
    ("language", "text", "instrument", "status"),
    [
        ("ru", "Протокол ЕАЭС о пенсиях вступил в силу.", "protocol", "in_force"),
        ("ky", "Евразия экономикалык биримдигинин пенсия боюнча протоколу кечээ күчүнө кирди.", "protocol", "in_force"),
        ("kk", "ЕАЭО-ның зейнетақы туралы хаттамасы кеше күшіне енді.", "protocol", "in_force"),
        ("kk", "Алматы мен Измир қалалары бауырлас болу туралы меморандумға қол қойды.", "mou", "signed"),
        ("uz", "Toshkent va Izmir shaharlari birodarlik to‘g‘risida memorandum imzoladi.", "mou", "signed"),
        ("ru", "Кыргызстан начал переговоры с МВФ о новой программе.", "other", "negotiated"),
    ],
)
def test_unions_alone_and_two_cities_open_a_record(
    knowledge: Knowledge, language: str, text: str, instrument: str, status: str
) -> None:
    (record,) = agreements_of(knowledge, text, language)
    assert (record.instrument, record.status) == (instrument, status)
