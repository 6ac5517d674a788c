"""Whose an agreement is: bodies and cities that act, states that only qualify a noun, witnesses, hosts and those supplied."""

from __future__ import annotations

import pytest

from c5watch.knowledge import Knowledge
from tests.article_of import agreements_of


@pytest.mark.parametrize(
    ("language", "text", "parties"),
    [
        ("ru", "Министерства транспорта Узбекистана и Ирана подписали протокол о перевозках.", {"uzbekistan", "iran"}),
        ("ru", "Министр энергетики РК и его турецкий коллега подписали протокол.", {"kazakhstan", "turkiye"}),
        ("ru", "Таможенные службы Китая и Таджикистана заключили соглашение об обмене данными.", {"china", "tajikistan"}),
        ("en", "The Uzbek Ministry of Health and Japan's Health Ministry signed a memorandum.", {"uzbekistan", "japan"}),
        ("uz", "Tojikiston Mudofaa vazirligi va Hindiston Mudofaa vazirligi bayonnoma imzoladi.", {"tajikistan", "india"}),
        ("kk", "Қазақстан Мәдениет министрлігі мен Италия Мәдениет министрлігі меморандумға қол қойды.", {"kazakhstan", "italy"}),
        ("tg", "Вазорати тандурустии Тоҷикистон ва Вазорати тандурустии Эрон ёддошт имзо карданд.", {"tajikistan", "iran"}),
    ],
)
def test_a_body_without_an_entry_acts_for_the_state_in_its_name(
    knowledge: Knowledge, language: str, text: str, parties: set[str]
) -> None:
    (record,) = agreements_of(knowledge, text, language)
    assert set(record.parties) == parties


def test_a_body_with_an_entry_is_meant_itself(knowledge: Knowledge) -> None:
    (record,) = agreements_of(knowledge, "Национальный банк Казахстана и Всемирный банк подписали меморандум.", "ru")
    assert set(record.parties) == {"national-bank-kz", "world-bank"}


@pytest.mark.parametrize(
    ("language", "text", "parties"),
    [
        ("ru", "Акимат Алматы и мэрия Стамбула подписали меморандум о сотрудничестве.", {"almaty", "istanbul"}),
        ("ru", "Мэр Сеула и хоким Ташкента подписали соглашение о дружбе.", {"seoul", "tashkent"}),
        ("en", "The mayors of Bishkek and Ankara signed a memorandum of cooperation.", {"bishkek", "ankara"}),
    ],
)
def test_the_administration_of_a_city_is_the_city(knowledge: Knowledge, language: str, text: str, parties: set[str]) -> None:
    (record,) = agreements_of(knowledge, text, language)
    assert (set(record.parties), record.scope) == (parties, "cross-border")


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("«КазМунайГаз» и Eni подписали контракт на разведку.", "cross-border"),
        ("Казахстанская компания «Дала» и немецкая фирма «Вальд» подписали соглашение о строительстве завода.", "cross-border"),
        ("«КазМунайГаз» и компания «Дала» из Казахстана подписали соглашение о строительстве завода.", "domestic"),
        ("Казахстан подписал соглашение с компанией «Вальд».", "cross-border"),
        ("Маджлиси намояндагон ратифицировал соглашение с Китаем о заставах.", "international"),
    ],
)
def test_an_unknown_side_counts_for_the_scope(knowledge: Knowledge, text: str, scope: str) -> None:
    (record,) = agreements_of(knowledge, text, "ru")
    assert record.scope == scope


@pytest.mark.parametrize(
    ("language", "text", "parties"),
    [
        ("ru", "Душанбе ратифицировал соглашение с Кабулом о границе.", {"tajikistan", "afghanistan"}),
        ("en", "Astana is ready to sign the treaty with Russia.", {"kazakhstan", "russia"}),
        ("en", "Astana hosted a forum where Japan and Uzbekistan signed a treaty.", {"japan", "uzbekistan"}),
    ],
)
def test_a_capital_that_signs_is_the_state(knowledge: Knowledge, language: str, text: str, parties: set[str]) -> None:
    (record,) = agreements_of(knowledge, text, language)
    assert set(record.parties) == parties


@pytest.mark.parametrize(
    ("language", "text", "parties"),
    [
        ("uz", "Xitoy Rossiya gazini sotib olish bo‘yicha Qozog‘iston bilan bitim imzoladi.", {"china", "kazakhstan"}),
        ("uz", "Ўзбекистон Россия нефтини ташиш бўйича Қозоғистон билан битим имзолади.", {"uzbekistan", "kazakhstan"}),
        ("kk", "Өзбекстан Қазақстан тауарларын тасымалдау туралы Ресеймен келісімге қол қойды.", {"uzbekistan", "russia"}),
        (
            "ky",
            "Кыргызстан Казакстандын электр энергиясын ташуу боюнча Өзбекстан менен келишим түздү.",
            {"kyrgyzstan", "uzbekistan"},
        ),
        ("tk", "Özbegistan bilen Russiýa Türkmenistanyň gazyny daşamak barada şertnama gol çekdiler.", {"uzbekistan", "russia"}),
        ("kk", "Қазақстан мен Өзбекстан шекарасын белгілеу туралы келісімге қол қойылды.", {"kazakhstan", "uzbekistan"}),
        ("kk", "Түрікменстан Үндістанға теңіз порттары туралы келісім жасасуды ұсынды.", {"turkmenistan", "india"}),
        (
            "tk",
            "Rimde Türkmenistanyň Prezidenti bilen Italiýanyň Premýer-ministri ylalaşyga gol çekdiler.",
            {"turkmenistan", "italy"},
        ),
    ],
)
def test_a_state_to_which_the_noun_behind_belongs_is_no_party(
    knowledge: Knowledge, language: str, text: str, parties: set[str]
) -> None:
    (record,) = agreements_of(knowledge, text.replace("‘", "'") if language == "uz" else text, language)
    assert set(record.parties) == parties


@pytest.mark.parametrize(
    ("language", "text", "parties"),
    [
        ("ru", "Кыргызстан ведёт переговоры о кредите в $300 млн с Китаем.", {"kyrgyzstan", "china"}),
        ("en", "Uzbekistan is in talks with the World Bank on a $500 million loan.", {"uzbekistan", "world-bank"}),
        ("kk", "Қазақстан Азия даму банкімен 200 миллион долларлық несие туралы келіссөз жүргізуде.", {"kazakhstan", "adb"}),
    ],
)
def test_talks_about_a_loan_are_financing(knowledge: Knowledge, language: str, text: str, parties: set[str]) -> None:
    (record,) = agreements_of(knowledge, text, language)
    assert (record.instrument, record.status, set(record.parties)) == ("financing", "negotiated", parties)
    assert record.amount is not None


@pytest.mark.parametrize(
    ("language", "text", "parties"),
    [
        (
            "ru",
            "В присутствии министра торговли США Говарда Лютника Казахстан подписал соглашение с Wabtec.",
            {"kazakhstan", "wabtec"},
        ),
        ("ru", "ОДКБ приветствует подписание Арменией и Ираном меморандума о дорогах.", {"armenia", "iran"}),
        ("en", "Russia welcomed the signing of a border treaty by Kyrgyzstan and Tajikistan.", {"kyrgyzstan", "tajikistan"}),
        ("ru", "Жогорку Кенеш ратифицировал соглашение с Беларусью о пенсиях.", {"kyrgyzstan", "belarus"}),
        ("kk", "Мәжіліс Моңғолиямен экстрадиция туралы келісімді ратификациялады.", {"kazakhstan", "mongolia"}),
        ("ru", "Газпром подписал контракт на поставку газа в Узбекистан.", {"gazprom", "uzbekistan"}),
        ("ru", "Министерство финансов Турецкой Республики и Кыргызстан подписали протокол.", {"turkiye", "kyrgyzstan"}),
        (
            "ru",
            "Соглашение о дороге подписано между Союзом с одной стороны и Ираном и Грузией с другой стороны.",
            {"iran", "georgia"},
        ),
    ],
)
def test_witnesses_and_judges_are_no_parties_but_who_is_supplied_is(
    knowledge: Knowledge, language: str, text: str, parties: set[str]
) -> None:
    (record,) = agreements_of(knowledge, text, language)
    assert set(record.parties) == parties


def test_a_railway_gives_the_sides_where_no_other_are_named(knowledge: Knowledge) -> None:
    text = "An agreement to build the China-Kyrgyzstan-Uzbekistan railway was signed on Thursday."
    (record,) = agreements_of(knowledge, text, "en")
    assert set(record.parties) == {"china", "kyrgyzstan", "uzbekistan"}


def test_signed_in_a_capital_that_the_text_speaks_of_is_signed_with_its_state(knowledge: Knowledge) -> None:
    text = "Узбекистан отправит в Россию рабочих. Соглашение о рабочих с Узбекистаном подписали в Москве."
    (record,) = agreements_of(knowledge, text, "ru")
    assert set(record.parties) == {"uzbekistan", "russia"}


def test_money_of_a_bank_goes_to_the_only_state_of_the_text(knowledge: Knowledge) -> None:
    text = "Всемирный банк выделит грант в 15 миллионов долларов на ремонт плотины.\n\nДеньги получит правительство Таджикистана."
    (record,) = agreements_of(knowledge, text, "ru")
    assert (record.instrument, set(record.parties)) == ("financing", {"world-bank", "tajikistan"})


def test_a_known_agreement_between_others_is_not_meant(knowledge: Knowledge) -> None:
    text = "O‘zbekiston va Qozog‘iston davlat chegarasini demarkatsiya qilish to‘g‘risidagi shartnomani imzoladi."
    (record,) = agreements_of(knowledge, f"{text} Markaziy Osiyo davlatlari buni qo‘llab-quvvatladi.", "uz")
    assert set(record.parties) == {"uzbekistan", "kazakhstan"}


def test_a_visit_during_which_companies_sign_makes_its_states_no_parties(knowledge: Knowledge) -> None:
    text = "В рамках визита президента Казахстана в Китай «КазМунайГаз» и CNPC заключили соглашение о разведке."
    (record,) = agreements_of(knowledge, text, "ru")
    assert set(record.parties) == {"kazmunaygas", "cnpc"}
    alone = "В ходе визита президента Казахстана Токаева в Китай подписано соглашение о туризме."
    (record,) = agreements_of(knowledge, alone, "ru")
    assert set(record.parties) == {"kazakhstan", "china"}


def test_many_contracts_that_two_states_plan_need_no_other_sides(knowledge: Knowledge) -> None:
    text = "Президенты России и Узбекистана встретятся в апреле. Планируется подписать 55 контрактов на 15 млрд долларов."
    (record,) = agreements_of(knowledge, text, "ru")
    assert (record.instrument, record.status, set(record.parties)) == ("contract", "announced", {"russia", "uzbekistan"})


def test_the_host_is_the_other_side_and_not_the_guest_again(knowledge: Knowledge) -> None:
    text = "В ходе визита президента России Путина в Кыргызстан проведена церемония подписания документов."
    (record,) = agreements_of(knowledge, text, "ru")
    assert set(record.parties) == {"russia", "kyrgyzstan"}


def test_sides_may_stand_joined_in_the_sentence_behind(knowledge: Knowledge) -> None:
    text = (
        "Шавкат Мирзиёев хорижий меҳмон билан учрашди. Ташрифнинг биринчи кунида чегара бўйича битим имзоланди. "
        "Ўзбекистон ва Қирғизистон чегараси масаласи ҳал этилди."
    )
    (record,) = agreements_of(knowledge, text, "uz")
    assert set(record.parties) == {"uzbekistan", "kyrgyzstan"}


def test_the_head_of_a_department_for_the_region_is_not_the_region(knowledge: Knowledge) -> None:
    text = (
        "Глава отдела Центральной Азии дипломатической службы ЕС сказал, что Кыргызстан и ЕС подпишут соглашение о партнёрстве."
    )
    (record,) = agreements_of(knowledge, text, "ru")
    assert set(record.parties) == {"kyrgyzstan", "european-union"}


def test_who_put_their_signatures_stands_behind_a_colon(knowledge: Knowledge) -> None:
    text = (
        "В Баку подписано соглашение о портах между Грузией и Казахстаном. "
        "Подписи под документом поставили: министр Республики Казахстан Ахметов, министр Исламской Республики Иран Бакери."
    )
    (record,) = agreements_of(knowledge, text, "ru")
    assert set(record.parties) == {"georgia", "kazakhstan", "iran"}


def test_documents_prepared_for_a_visit_are_of_guest_and_host(knowledge: Knowledge) -> None:
    text = "Мы готовим визит президента России Владимира Путина в Казахстан. Готовятся несколько десятков документов."
    (record,) = agreements_of(knowledge, text, "ru")
    assert set(record.parties) == {"russia", "kazakhstan"}


def test_a_railway_behind_a_state_is_no_company(knowledge: Knowledge) -> None:
    text = "Tojikiston, Xitoy va Afg‘oniston temir yo‘l qurish to‘g‘risidagi kelishuvni imzoladi."
    (record,) = agreements_of(knowledge, text, "uz")
    assert set(record.parties) == {"tajikistan", "china", "afghanistan"}
