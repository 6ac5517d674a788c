"""Companies, workers and bank customers as sides: whose company it is makes no state a party, and no contract news."""

from datetime import date

import pytest

from c5watch.knowledge import Knowledge
from tests.test_pipelines_agreements_languages import read


@pytest.mark.parametrize(
    ("language", "text", "parties"),
    [
        ("kk", "«Самұрық-Энерго» компаниясы мен Данияның Vestas компаниясы жел паркі туралы келісімге қол қойды.", {"denmark"}),
        ("kk", "ҚТЖ мен Францияның Alstom компаниясы электровоздар туралы меморандумға қол қойды.", {"france"}),
        ("kk", "ҚТЖ Германияның «Рейн Логистик» компаниясымен тасымал туралы келісімге қол қойды.", {"germany"}),
        (
            "ky",
            "«Электр станциялары» ишканасы менен Түркиянын Kalyon компаниясы станция куруу боюнча келишимге кол койду.",
            {"turkiye"},
        ),
        ("ky", "Улуттук ишкана менен Кытайдын «Чжун Ло» жол компаниясы тоннель жөнүндө келишимге кол коюшту.", {"china"}),
        ("en", "Kazatomprom and Germany's Rheinkraft signed a memorandum on uranium.", {"germany"}),
        ("en", "Kazatomprom and Nordwerk of Sweden have signed a protocol on fuel.", {"sweden"}),
    ],
)
def test_the_state_of_a_named_company_is_no_party(knowledge: Knowledge, language: str, text: str, parties: set[str]) -> None:
    (record,) = read(knowledge, text, language).agreements
    assert record.status == "signed"
    assert not parties & set(record.parties)


@pytest.mark.parametrize(
    ("language", "text", "parties"),
    [
        (
            "kk",
            "Қазақстанның Көлік министрлігі мен Қытайдың Көлік министрлігі жол туралы келісімге қол қойды.",
            {"kazakhstan", "china"},
        ),
        (
            "ky",
            "Кыргызстандын Каржы министрлиги менен Германиянын KfW банкы насыялык келишимге кол койду.",
            {"kyrgyzstan", "germany"},
        ),
        ("en", "Qatar's Alwaha will build two plants in Kazakhstan under an agreement signed by the two governments.", {"qatar"}),
        ("en", "Kyrgyzstan's Finance Ministry and Germany's KfW signed a grant agreement.", {"kyrgyzstan", "germany"}),
        ("en", "The energy ministers of Kazakhstan and of Germany signed an agreement on hydrogen.", {"kazakhstan", "germany"}),
    ],
)
def test_a_state_whose_ministry_or_government_acts_stays(
    knowledge: Knowledge, language: str, text: str, parties: set[str]
) -> None:
    (record,) = read(knowledge, text, language).agreements
    assert parties <= set(record.parties)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("kk", "Зауыт Өзбекстаннан келген 200 жұмысшымен келісімшарт жасасты."),
        ("kk", "Тексеру нәтижесінде тұтынушылық несие шартын жасасқан банктер айыппұл төледі."),
        ("kk", "Қазақстанда түнде жасалған кредит шарты клиент растамаса, жарамсыз болады."),
        ("ky", "Инспекторлор Тажикстандан келген 300 жумушчу менен келишим түзүүгө жетишти."),
        ("ky", "Кыргызстанда партиялар «Адал добуш» коомдук келишимине кол койду."),
        ("ky", "Кыргызстанда сатып алуулар порталында 90 миң келишим түзүлдү."),
        ("ky", "Кыргызстандын мушкери америкалык уюм менен үч беттешке келишим түздү. Мушкер жаңы машыктыруучу издейт."),
        ("en", "Kazakhstan concluded 40,000 contracts through its procurement portal."),
        ("en", "Kazakhstan's clinics signed contracts with 300 young doctors from Uzbekistan."),
        ("en", "In Kyrgyzstan a loan agreement concluded online is void unless the customer confirms it."),
        ("en", "The city of Astana awarded the contract for the bridge to a local company."),
    ],
)
def test_workers_customers_and_local_firms_make_no_agreement_of_states(knowledge: Knowledge, language: str, text: str) -> None:
    assert not read(knowledge, text, language).agreements


def test_the_city_of_the_dateline_is_no_party(knowledge: Knowledge) -> None:
    text = "PARIS – National company Kazatomprom and Nordwerk of Sweden have signed a protocol on fuel."
    (record,) = read(knowledge, text, "en").agreements
    assert record.parties == ("kazatomprom",)


def test_two_capitals_at_the_head_of_a_line_are_parties(knowledge: Knowledge) -> None:
    text = "Astana – Beijing: agreement on visas signed\n\nKazakhstan and China signed an agreement on visas on Tuesday."
    (record,) = read(knowledge, text, "en").agreements
    assert set(record.parties) == {"kazakhstan", "china"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("kk", "Қазақстан мен Дания жел электр стансасын салу туралы келісімге қол қойды."),
        ("ky", "Кыргызстан менен Дания чын ниеттүү кызматташуу жөнүндө келишимге кол койду."),
        ("en", "Kazakhstan and Denmark signed an agreement under which a wind park may be built."),
    ],
)
def test_a_word_that_is_also_a_month_tells_no_time(knowledge: Knowledge, language: str, text: str) -> None:
    (record,) = read(knowledge, text, language, date(2025, 9, 20)).agreements
    assert (record.status, record.fresh) == ("signed", True)


def test_a_month_with_its_day_or_preposition_tells_when(knowledge: Knowledge) -> None:
    for told in ("in May", "on May 14", "on 14 March"):
        (record,) = read(
            knowledge, f"Kazakhstan and Denmark signed an agreement on wind {told}.", "en", date(2025, 9, 20)
        ).agreements
        assert not record.fresh, told


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("kk", "Шекара туралы шартқа қол қойылғалы жиырма жылдан асты, Ресей мен Қазақстан саудасы өсті."),
        ("kk", "Қазақстан мен Қытай арасындағы шартқа қол қойылғанына он жыл толды."),
        ("ky", "Кыргызстан менен Кытай келишимге кол коюлганына он жыл болду."),
    ],
)
def test_how_long_ago_something_was_signed_is_no_news(knowledge: Knowledge, language: str, text: str) -> None:
    assert not any(record.fresh for record in read(knowledge, text, language).agreements)


def test_a_credit_contract_of_a_bank_with_a_state_is_financing(knowledge: Knowledge) -> None:
    text = "Азия даму банкі мен Қазақстан Үкіметі жол салу үшін 90 миллион еуро көлемінде кепілді несие шартын жасасты."
    (record,) = read(knowledge, text, "kk").agreements
    assert (record.instrument, record.status) == ("financing", "signed")
    assert set(record.parties) == {"kazakhstan", "adb"}


def test_an_agency_of_the_united_nations_signs_for_itself(knowledge: Knowledge) -> None:
    text = "Кыргызстандын өкмөтү, Япониянын өкмөтү жана БУУнун Балдар фонду мектептер боюнча келишимге кол коюшту."
    (record,) = read(knowledge, text, "ky").agreements
    assert set(record.parties) == {"kyrgyzstan", "japan", "unicef"}


def test_firms_of_two_countries_prepare_an_agreement(knowledge: Knowledge) -> None:
    text = (
        "«ҚазЖолҚұрылыс» ұлттық компаниясы мен Оңтүстік Кореяның Daewoo Bridge компаниясы "
        "Алматыдағы көпір туралы келісімді дайындап жатыр."
    )
    (record,) = read(knowledge, text, "kk").agreements
    assert (record.status, record.parties) == ("negotiated", ())


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "kk",
            "Ақмола облысының әкімдігі мен Қытайдың Windora компаниясы жел паркін салу туралы инвестициялық келісімге қол қойды.",
        ),
        ("ky", "Бишкек мэриясы менен Түркиянын Otomak компаниясы автобустар боюнча келишимге кол койду."),
    ],
)
def test_a_town_hall_and_a_foreign_company_agree_across_a_border(knowledge: Knowledge, language: str, text: str) -> None:
    (record,) = read(knowledge, text, language).agreements
    assert (record.status, record.scope) == ("signed", "cross-border")
    assert not {"china", "turkiye"} & set(record.parties)
