"""Agreements of regions, universities and companies, and whose ministry acts: no state of the text is lent to them."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from c5watch.knowledge import Knowledge
from pipelines.actors import find_actors
from pipelines.agreements import find_agreements
from tests.article_of import agreements_of, article_of


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Джизакская область Узбекистана и Иссык-Кульская область Кыргызстана подписали меморандум о туризме."),
        ("ru", "Медицинский университет Карши и Университет Измира подписали меморандум. Узбекистан и Турция развивают науку."),
        ("en", "The Navoi region of Uzbekistan and China's Gansu province signed a cooperation agreement."),
        ("en", "Bukhara State University and Izmir University signed a memorandum. Uzbekistan and Türkiye support exchanges."),
        ("ky", "Өзбекстандын Фергана облусу менен Кыргызстандын Баткен облусу туризм боюнча меморандумга кол койду."),
        ("kk", "Қазақстанның Абай облысы мен Қытайдың Ганьсу провинциясы сауда туралы меморандумға қол қойды."),
        ("uz", "O‘zbekistonning Xorazm va Buxoro viloyatlari hamda Turkmanistonning Lebap viloyati memorandum imzoladi."),
        ("tg", "Донишгоҳи тиббии Данғара ва Донишкадаи муҳандисии Ҷумҳурии Узбекистон созишнома имзо карданд."),
        ("tk", "Türkmenistanyň Mary welaýaty bilen Özbegistanyň Buhara welaýaty ähtnama gol çekdi."),
    ],
)
def test_regions_and_universities_sign_for_themselves(knowledge: Knowledge, language: str, text: str) -> None:
    (record,) = agreements_of(knowledge, text, language)
    assert (record.status, record.parties) == ("signed", ())


@pytest.mark.parametrize(
    ("language", "text", "parties"),
    [
        ("en", "Ministers of Kazakhstan and Japan signed a memorandum in the Almaty region.", {"kazakhstan", "japan"}),
        ("ru", "В Наманганской области министры Узбекистана и Китая подписали соглашение.", {"uzbekistan", "china"}),
        ("tg", "Дар вилояти Суғд вазирони Тоҷикистон ва Узбекистон созишнома имзо карданд.", {"tajikistan", "uzbekistan"}),
    ],
)
def test_a_region_where_states_sign_is_no_side(knowledge: Knowledge, language: str, text: str, parties: set[str]) -> None:
    (record,) = agreements_of(knowledge, text, language)
    assert set(record.parties) == parties


@pytest.mark.parametrize(
    ("language", "text", "parties"),
    [
        ("kk", "Қаржы министрлігі мен Азия даму банкі несие келісіміне қол қойды.", {"kazakhstan", "adb"}),
        ("ky", "Каржы министрлиги менен Дүйнөлүк банк насыя келишимине кол койду.", {"kyrgyzstan", "world-bank"}),
        ("uz", "Молия вазирлиги ва Жаҳон банки кредит битимини имзолади.", {"uzbekistan", "world-bank"}),
        ("tg", "Вазорати молия ва Бонки ҷаҳонӣ созишномаи грантӣ имзо карданд.", {"tajikistan", "world-bank"}),
        ("tk", "Maliýe ministrligi bilen Bütindünýä banky karz ylalaşygyna gol çekdi.", {"turkmenistan", "world-bank"}),
        ("kk", "Өзбекстан Қаржы министрлігі мен Азия даму банкі несие келісіміне қол қойды.", {"uzbekistan", "adb"}),
    ],
)
def test_a_ministry_without_a_state_is_that_of_the_readers(
    knowledge: Knowledge, language: str, text: str, parties: set[str]
) -> None:
    (record,) = agreements_of(knowledge, text, language)
    assert set(record.parties) == parties


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("The agreement was signed by Rosatom, KazMunayGas and ACWA Power.", {"rosatom", "kazmunaygas", "acwa-power"}),
        ("Masdar, the UAE's clean energy company, signed a memorandum with SOCAR.", {"masdar", "socar"}),
        ("KAZAKHSTAN: Wabtec has finalised a deal to supply locomotives to national operator KTZ.", {"wabtec", "ktz"}),
        ("A gas supply contract between Qoqand Gaz and Gazprom came into force in May.", {"gazprom"}),
        ("Under an agreement with Tajikistan, India is repairing an airfield.", {"india", "tajikistan"}),
    ],
)
def test_companies_are_sides_and_what_tells_of_them_is_not(knowledge: Knowledge, text: str, parties: set[str]) -> None:
    (record,) = agreements_of(knowledge, text, "en")
    assert set(record.parties) == parties


def test_the_other_side_is_not_looked_for_where_a_stranger_stands_behind_between(knowledge: Knowledge) -> None:
    text = "Kazakhstan and the United States met. The agreement was concluded between Steppe Rail and Hudson Trust Bank."
    assert not any(record.parties for record in agreements_of(knowledge, text, "en"))


def test_a_visit_during_which_two_bodies_sign_gives_no_side_in_turkic(knowledge: Knowledge) -> None:
    text = "Президент Тоқаевтың Қытайға сапары аясында «ҚазМұнайГаз» бен CNPC келісімге қол қойды."
    (record,) = agreements_of(knowledge, text, "kk")
    assert set(record.parties) == {"kazmunaygas", "cnpc"}


def test_a_loan_for_a_known_project_is_of_those_who_signed_it(knowledge: Knowledge) -> None:
    (record,) = agreements_of(knowledge, "АБР подписал кредитное соглашение по Рогуну с Таджикистаном.", "ru")
    assert set(record.parties) == {"adb", "tajikistan"}


def test_states_signed_old_and_plan_new_documents(knowledge: Knowledge) -> None:
    text = "Uzbekistan and Russia signed 12 agreements. The two countries will sign 20 new contracts next year."
    assert {record.status for record in agreements_of(knowledge, text, "en")} == {"signed", "announced"}


@pytest.mark.parametrize(("year", "fresh"), [(2019, False), (2026, True)])
def test_an_article_without_a_date_tells_by_its_years_what_is_old(knowledge: Knowledge, year: int, fresh: bool) -> None:
    text = f"В {year} году Казахстан и Россия подписали соглашение о таможне."
    article = article_of(text, "ru", None, datetime(2026, 11, 22, tzinfo=UTC))
    (record,) = find_agreements(find_actors(article, knowledge), knowledge).agreements
    assert (record.status, record.fresh) == ("signed", fresh)


def test_a_speaking_ministry_is_a_side_of_what_was_signed_without_a_subject(knowledge: Knowledge) -> None:
    text = (
        "Тоҷикистон ва Қирғизистон дар бораи марз гуфтугӯ карданд. "
        "Вазорати корҳои хориҷии Қирғизистон хабар дод, ки санад имзо шудааст."
    )
    (record,) = agreements_of(knowledge, text, "tg")
    assert set(record.parties) == {"tajikistan", "kyrgyzstan"}


def test_a_parliament_that_considers_an_agreement_has_it_before_it(knowledge: Knowledge) -> None:
    text = "Дар иҷлосияи Маҷлиси намояндагон Созишнома байни Ҳукумати Тоҷикистон ва Ҳукумати Эрон баррасӣ шуд."
    (record,) = agreements_of(knowledge, text, "tg")
    assert (record.status, set(record.parties)) == ("submitted", {"tajikistan", "iran"})
    article = article_of("Сенат рассмотрел соглашение между Казахстаном и Катаром.", "ru", date(2025, 11, 8))
    (record,) = find_agreements(find_actors(article, knowledge), knowledge).agreements
    assert record.status == "submitted"


@pytest.mark.parametrize(
    ("language", "text", "parties"),
    [
        ("kk", "Алматы мен Сеул қалалары бауырластық туралы келісім жасасты.", {"almaty", "seoul"}),
        ("uz", "Toshkent shahri va Pekin shahri hokimliklari memorandum imzoladi.", {"tashkent", "beijing"}),
        ("tg", "Шаҳрҳои Душанбе ва Алмаато созишномаи бародаршаҳрӣ имзо карданд.", {"dushanbe", "almaty"}),
    ],
)
def test_twin_cities_are_sides(knowledge: Knowledge, language: str, text: str, parties: set[str]) -> None:
    (record,) = agreements_of(knowledge, text, language)
    assert set(record.parties) == parties


def test_a_city_in_the_name_of_a_document_is_no_side(knowledge: Knowledge) -> None:
    records = agreements_of(knowledge, "Қазақстан Париж келісімінен шықпайды, деді министр.", "kk")
    assert not any("france" in record.parties for record in records)


@pytest.mark.parametrize(
    ("language", "text", "parties"),
    [
        ("tk", "Hormatly Prezidentimiz Ýaponiýa bilen ylalaşyga gol çekdi.", {"turkmenistan", "japan"}),
        ("kk", "Еліміз Жапониямен көлік туралы келісімге қол қойды.", {"kazakhstan", "japan"}),
        ("ky", "Жогорку Кеңеш Дүйнөлүк банк менен насыя келишимин жактырды.", {"kyrgyzstan", "world-bank"}),
        ("uz", "Президент қарори билан Жаҳон банки билан имзоланган кредит битими тасдиқланди.", {"uzbekistan", "world-bank"}),
        ("tg", "Парлумони Қирғизистон созишномаи марзиро бо Тоҷикистон тасвиб кард.", {"kyrgyzstan", "tajikistan"}),
    ],
)
def test_our_country_and_a_parliament_stand_for_their_states(
    knowledge: Knowledge, language: str, text: str, parties: set[str]
) -> None:
    (record,) = agreements_of(knowledge, text, language)
    assert set(record.parties) == parties
