"""What other text than that of the signing tells of an agreement: duties to ratify, loans of several banks, reports denied."""

from __future__ import annotations

from datetime import date

import pytest

from c5watch.article import Agreement, Article
from c5watch.knowledge import Knowledge
from pipelines.actors import find_actors
from pipelines.agreements import find_agreements
from pipelines.summits import find_summits
from tests.article_of import article_of

DAY = date(2025, 11, 20)


def read(knowledge: Knowledge, text: str, language: str) -> tuple[Agreement, ...]:
    article: Article = article_of(text, language, DAY)
    return find_agreements(find_summits(find_actors(article, knowledge), knowledge), knowledge).agreements


def told(knowledge: Knowledge, text: str, language: str) -> list[tuple[str, str, bool]]:
    """Instrument, status and whether it is news."""
    return [(one.instrument, one.status, one.fresh) for one in read(knowledge, text, language)]


def only(knowledge: Knowledge, text: str, language: str) -> Agreement:
    (record,) = read(knowledge, text, language)
    return record


@pytest.mark.parametrize(
    ("language", "still"),
    [
        ("en", "The treaty must be ratified by both parliaments."),
        ("en", "The treaty needs to be ratified by the senates."),
        ("en", "The treaty is to be ratified next spring."),
        ("en", "The treaty has yet to be ratified by the parliaments."),
        ("en", "The treaty is subject to ratification by the parliaments."),
        ("ru", "Договор должен быть ратифицирован парламентами."),
        ("ru", "Договор ещё предстоит ратифицировать обеим палатам."),
        ("ru", "Договор подлежит обязательной ратификации."),
        ("ru", "Документ должен быть ратифицирован сенатом."),
        ("en", "The parliaments have not yet ratified the treaty."),
        ("ru", "Договор ещё не ратифицирован парламентами."),
        ("kk", "Құжат ратификациялануы тиіс."),
        ("ky", "Макулдашуу ратификацияланышы керек."),
        ("uz", "Hujjat ratifikatsiya qilinishi kerak."),
        ("tg", "Созишнома бояд аз ҷониби парлумон ратификатсия карда шавад."),
        ("tk", "Ylalaşyk Mejlis tarapyndan tassyklanmaly."),
    ],
)
def test_what_is_still_to_be_ratified_is_signed_and_no_more(knowledge: Knowledge, language: str, still: str) -> None:
    signed = {
        "en": "Kazakhstan and Italy signed a treaty on extradition.",
        "ru": "Казахстан и Италия подписали договор о выдаче преступников.",
        "kk": "Қазақстан мен Қытай транзит туралы келісімге қол қойды.",
        "ky": "Кыргызстан менен Кытай транзит боюнча макулдашууга кол койду.",
        "uz": "O‘zbekiston va Xitoy tranzit bo‘yicha bitim imzoladi.",
        "tg": "Тоҷикистон ва Чин созишномаи транзитро имзо карданд.",
        "tk": "Türkmenistan bilen Hytaý üstaşyr hakynda ylalaşyga gol çekdi.",
    }[language]
    record = only(knowledge, f"{signed} {still}", language)
    assert (record.status, record.fresh) == ("signed", True)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The treaty on extradition between Kazakhstan and Italy has yet to be ratified."),
        ("en", "The treaty on extradition between Kazakhstan and Italy must be ratified by the senates."),
        ("ru", "Договор о выдаче между Казахстаном и Италией должен быть ратифицирован сенатом."),
    ],
)
def test_a_duty_to_ratify_alone_is_no_news_of_a_signing(knowledge: Knowledge, language: str, text: str) -> None:
    assert told(knowledge, text, language) == [("treaty", "signed", False)]


def test_what_has_to_be_ratified_after_its_signing_is_not_signed_yet(knowledge: Knowledge) -> None:
    text = "Kazakhstan and Italy will sign a treaty on water in December. The treaty must then be ratified by both parliaments."
    assert told(knowledge, text, "en") == [("treaty", "announced", True)]


def test_what_one_parliament_ratified_stays_ratified_where_the_other_has_to(knowledge: Knowledge) -> None:
    text = "Сенат Казахстана ратифицировал договор с Италией о воде. Договор должен быть ратифицирован и парламентом Италии."
    assert only(knowledge, text, "ru").status == "ratified"


def test_a_document_that_binds_to_nothing_is_not_denied(knowledge: Knowledge) -> None:
    text = "Меморандум Казахстана и США никого ни к чему не обязывает."
    (record,) = read(knowledge, text, "ru")
    assert (record.status, record.name) == ("discussed", "Меморандум Казахстана и США")
    text = "Переговоры Казахстана и США о договоре об авиации ни к чему не привели."
    assert {one.status for one in read(knowledge, text, "ru")} <= {"denied"}


@pytest.mark.parametrize("signed", ["five documents on trade", "28 memoranda", "a number of documents"])
def test_an_agreement_left_unsigned_is_none_of_those_signed(knowledge: Knowledge, signed: str) -> None:
    text = f"Uzbekistan and Afghanistan signed {signed} in Kabul. They did not sign the Qosh Tepa water agreement."
    records = {one.name: one.status for one in read(knowledge, text, "en")}
    assert records["Qosh Tepa water agreement"] == "denied"


def test_a_treaty_of_many_years_ago_stays_signed_where_new_ones_are_not_planned(knowledge: Knowledge) -> None:
    text = "Торговое соглашение Казахстана с Украиной подписано в 2010 году. Новые соглашения не планируются."
    assert told(knowledge, text, "ru") == [("agreement", "signed", False)]


@pytest.mark.parametrize(
    ("language", "text", "parties"),
    [
        ("en", "Uzbek and Taliban officials signed 28 memoranda.", {"uzbekistan", "afghanistan"}),
        (
            "en",
            "Kazakh, Turkmen and Taliban delegations signed a memorandum on rails.",
            {"kazakhstan", "turkmenistan", "afghanistan"},
        ),
        ("ru", "Узбекская и таджикская делегации подписали меморандум о воде.", {"uzbekistan", "tajikistan"}),
    ],
)
def test_adjectives_joined_before_who_acts_name_a_state_each(
    knowledge: Knowledge, language: str, text: str, parties: set[str]
) -> None:
    assert set(only(knowledge, text, language).parties) == parties


C5_AND_US = {"kazakhstan", "kyrgyzstan", "tajikistan", "turkmenistan", "uzbekistan", "united-states"}
SIX = "Kazakhstan, the Kyrgyz Republic, Tajikistan, Turkmenistan, Uzbekistan, and the Secretary of State of the United States"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The foreign ministers of the C5+1 met in Washington and adopted a joint statement."),
        ("en", "C5+1 leaders signed a joint declaration on water."),
        ("ru", "Министры иностранных дел C5+1 приняли совместное заявление о воде."),
        ("ru", "Страны формата «C5+1» приняли декларацию о климате."),
        ("kk", "C5+1 елдерінің министрлері су туралы бірлескен мәлімдеме қабылдады."),
        (
            "en",
            f"We, the Foreign Ministers of {SIX}, gathered in Tashkent and adopted a joint statement.",
        ),
        (
            "en",
            f"Joint Statement\nWe, the Foreign Ministers of {SIX}, met on 18 November.",
        ),
    ],
)
def test_a_statement_of_the_five_and_their_partner_is_of_all_six(knowledge: Knowledge, language: str, text: str) -> None:
    assert set(only(knowledge, text, language).parties) == C5_AND_US


def test_what_the_leaders_of_an_organisation_adopt_is_its_own(knowledge: Knowledge) -> None:
    text = "Лидеры стран Организации тюркских государств приняли декларацию о климате."
    assert only(knowledge, text, "ru").parties == ("ots-org",)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "На встрече министров C5+1 Казахстан и Япония подписали меморандум о воде."),
        ("en", "After the C5+1 ministers left, Kazakhstan and Japan signed a memorandum on water."),
    ],
)
def test_what_two_states_sign_beside_a_format_is_theirs(knowledge: Knowledge, language: str, text: str) -> None:
    assert set(only(knowledge, text, language).parties) == {"kazakhstan", "japan"}


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        (
            "en",
            (
                "MANILA, November 19. The ADB approved a $150 million loan for Uzbekistan. "
                "The loan agreement is to be signed in Tashkent in December."
            ),
            "tashkent",
        ),
        (
            "en",
            (
                "ASTANA (Inform) - The World Bank approved a $90 million credit for Kazakhstan on 18 November. "
                "The financing agreement will be signed in January."
            ),
            None,
        ),
        ("ru", "АБР одобрил кредит Узбекистану на 150 млн долларов. Кредитное соглашение будет подписано в декабре.", None),
        ("ru", "Всемирный банк одобрил грант Кыргызстану на 20 млн долларов. Соглашение планируется подписать в январе.", None),
    ],
)
def test_a_loan_that_is_approved_and_to_be_signed_is_announced(
    knowledge: Knowledge, language: str, text: str, place: str | None
) -> None:
    record = only(knowledge, text, language)
    assert (record.status, record.date, record.place) == ("announced", None, place)


def test_a_loan_that_is_approved_and_then_signed_is_signed(knowledge: Knowledge) -> None:
    text = "АБР одобрил кредит Узбекистану на 150 млн долларов. Кредитное соглашение подписано в Самарканде."
    record = only(knowledge, text, "ru")
    assert (record.status, record.place) == ("signed", "samarkand")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("TASHKENT (Reuters) - Uzbekistan and Italy signed a memorandum on water.", None),
        ("ASTANA, Nov 18 – Kazakhstan and Italy signed a memorandum on water.", None),
        ("ASTANA, Nov 18 – Kazakhstan and Italy signed a memorandum on water in Almaty.", "almaty"),
        ("In Samarkand, Uzbekistan and Italy signed a memorandum on water.", "samarkand"),
    ],
)
def test_a_dateline_is_no_place_of_signing(knowledge: Knowledge, text: str, place: str | None) -> None:
    assert only(knowledge, text, "en").place == place


@pytest.mark.parametrize(
    ("language", "text", "records"),
    [
        (
            "ru",
            (
                "АБР предоставил Таджикистану грант в 35 млн долларов. "
                "Всемирный банк намерен предоставить Таджикистану кредит на 80 млн долларов."
            ),
            [("adb", "signed", 35_000_000), ("world-bank", "announced", 80_000_000)],
        ),
        (
            "en",
            (
                "ADB signed a $200 million loan agreement with Tashkent. "
                "The World Bank approved a separate $300 million credit for Uzbekistan."
            ),
            [("adb", "signed", 200_000_000), ("world-bank", "signed", 300_000_000)],
        ),
        (
            "ru",
            "ЕБРР выделил Казахстану кредит на 50 млн евро. ЕБРР предоставит Казахстану ещё один заем на 20 млн евро.",
            [("ebrd", "signed", 50_000_000), ("ebrd", "announced", 20_000_000)],
        ),
    ],
)
def test_loans_of_two_banks_or_two_sums_are_two(
    knowledge: Knowledge, language: str, text: str, records: list[tuple[str, str, int]]
) -> None:
    found = read(knowledge, text, language)
    assert [(one.status, one.amount and one.amount.value) for one in found] == [(status, value) for _, status, value in records]
    assert [next(bank for bank in one.parties if bank in {"adb", "world-bank", "ebrd"}) for one in found] == [
        bank for bank, _, _ in records
    ]
    assert all(len(one.parties) == 2 for one in found)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "The ADB approved a $150 million loan for Uzbekistan, while the World Bank granted Tajikistan a $90 million credit.",
        ),
        (
            "ru",
            "АБР выделил Узбекистану кредит на 150 млн долларов, а Всемирный банк выделил Таджикистану грант на 90 млн долларов.",
        ),
    ],
)
def test_loans_of_two_banks_in_one_sentence_are_two(knowledge: Knowledge, language: str, text: str) -> None:
    found = read(knowledge, text, language)
    assert [set(one.parties) for one in found] == [{"adb", "uzbekistan"}, {"world-bank", "tajikistan"}]
    assert [one.amount and one.amount.value for one in found] == [150_000_000, 90_000_000]


def test_a_loan_told_twice_in_round_numbers_is_one(knowledge: Knowledge) -> None:
    text = "АБР предоставит Таджикистану кредит на 35,4 млн долларов. АБР предоставит Таджикистану около 35 млн долларов кредита."
    assert len(read(knowledge, text, "ru")) == 1


@pytest.mark.parametrize(
    ("language", "text", "parties"),
    [
        (
            "ru",
            (
                "«Узбекнефтегаз» и «Туркменгаз» заключили контракт на поставку газа. "
                "Договор о дружбе между двумя странами был подписан в 2004 году."
            ),
            {"uzbekistan", "turkmenistan"},
        ),
        (
            "en",
            (
                "KazMunayGas and Lukoil signed a contract on exploration. "
                "The treaty on the border between the two countries was signed in 2005."
            ),
            {"kazakhstan", "russia"},
        ),
    ],
)
def test_a_treaty_between_the_countries_of_companies_is_no_contract(
    knowledge: Knowledge, language: str, text: str, parties: set[str]
) -> None:
    contract, treaty = read(knowledge, text, language)
    assert (contract.instrument, contract.fresh) == ("contract", True)
    assert (treaty.instrument, treaty.status, treaty.fresh, set(treaty.parties)) == ("treaty", "signed", False, parties)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "ru",
            (
                "Подписаны договор о торговле газом, соглашение о приграничной торговле и программа культурного сотрудничества "
                "между Узбекистаном и Туркменистаном."
            ),
        ),
        (
            "en",
            (
                "A treaty on gas trade, an agreement on border trade and a programme of cultural cooperation between Uzbekistan "
                "and Turkmenistan were signed."
            ),
        ),
    ],
)
def test_documents_listed_in_a_sentence_are_a_record_each(knowledge: Knowledge, language: str, text: str) -> None:
    found = read(knowledge, text, language)
    assert [one.instrument for one in found] == ["treaty", "agreement", "roadmap"]
    assert all(one.status == "signed" and set(one.parties) == {"uzbekistan", "turkmenistan"} for one in found)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            (
                "Tajikistan has not signed any agreement with Germany. "
                "A newspaper had reported that the two governments concluded a secret memorandum."
            ),
        ),
        (
            "en",
            (
                "Media had claimed that Kazakhstan and Poland signed a memorandum on migrants. "
                "The ministry said that no document had been signed: reports of it are untrue."
            ),
        ),
        (
            "ru",
            (
                "Таджикистан не подписывал никаких соглашений с Германией, сообщили в МИД. "
                "Ранее газета писала, что правительства двух стран заключили секретный меморандум."
            ),
        ),
    ],
)
def test_what_a_newspaper_reported_and_the_office_denies_is_denied(knowledge: Knowledge, language: str, text: str) -> None:
    assert only(knowledge, text, language).status == "denied"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Media reported that Kazakhstan and Poland signed a memorandum on migrants. It covers work permits."),
        (
            "ru",
            "Газета писала, что Таджикистан и Германия заключили меморандум о торговле. Иран не подписал договор с Оманом.",
        ),
        (
            "en",
            (
                "Local media reported that Kazakhstan and China signed an agreement on transit. "
                "The sides have not signed the memorandum on water."
            ),
        ),
    ],
)
def test_what_a_newspaper_reported_and_nobody_denies_stands(knowledge: Knowledge, language: str, text: str) -> None:
    assert read(knowledge, text, language)[0].status == "signed"


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "Uzbekistan will sign an agreement on migration with Berlin next year.", "agreement on migration with Berlin"),
        ("en", "Kazakhstan and Italy signed an agreement on gas on Monday.", "agreement on gas"),
        ("en", "Kazakhstan and Italy signed a memorandum on trade Tuesday.", "memorandum on trade"),
        (
            "en",
            "The memorandum on trade between Kazakhstan and Italy foresees joint fairs.",
            "memorandum on trade between Kazakhstan and Italy",
        ),
        (
            "uz",
            "O‘zbekiston Energetika vazirligi va Masdar kompaniyasi shamol energiyasi bo‘yicha shartnoma imzoladi.",
            "shamol energiyasi bo‘yicha shartnoma",
        ),
        (
            "ru",
            "Договор о выдаче между Казахстаном и Италией подлежит ратификации.",
            "Договор о выдаче между Казахстаном и Италией",
        ),
        (
            "kk",
            "Қазақстанның сыртқы істер министрі мен Моңғолия көлік министрі астық туралы келісімге қол қойды.",
            "астық туралы келісімге",
        ),
        (
            "tk",
            "Türkmenistanyň Daşary işler ministrligi bilen Gazagystanyň hökümeti ulag hakynda ylalaşyga gol çekdi.",
            "ulag hakynda ylalaşyga",
        ),
    ],
)
def test_a_name_has_no_time_verb_or_ministry(knowledge: Knowledge, language: str, text: str, name: str) -> None:
    assert only(knowledge, text, language).name == name
