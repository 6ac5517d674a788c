"""Whose an agreement is by the sentence and by what stands near: speakers, hosts, pronouns, givers and takers of money."""

from __future__ import annotations

import pytest

from c5watch.knowledge import Knowledge
from tests.article_of import only, read


def test_an_organ_of_a_state_stands_for_it_and_the_union_is_a_bloc(knowledge: Knowledge) -> None:
    record = only(knowledge, "Европейский союз и МИД Узбекистана подписали протокол о визах.")
    assert set(record.parties) == {"european-union", "uzbekistan"}
    assert record.scope == "international"


def test_a_scholar_does_not_make_a_country_a_party(knowledge: Knowledge) -> None:
    record = only(knowledge, "Канатбек Азиз: Казахстан и Узбекистан подписали соглашение о воде.")
    assert set(record.parties) == {"kazakhstan", "uzbekistan"}


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("Глава МИД России Сергей Лавров сообщил, что Казахстан и Китай подписали договор о транзите.", "ru"),
        ("По словам Сердара Бердымухамедова, Казахстан и Китай подписали договор о транзите.", "ru"),
        ("«Казахстан и Китай подписали договор о транзите», – сказал Владимир Путин.", "ru"),
        ("Russian Foreign Minister Sergey Lavrov said that Kazakhstan and China signed a transit treaty.", "en"),
        ("Владимир Путиндин айтымында, Казакстан менен Кытай транзит жөнүндө келишимге кол коюшту.", "ky"),
    ],
)
def test_a_speakers_state_is_no_party_of_what_is_spoken_of(knowledge: Knowledge, sentence: str, language: str) -> None:
    assert set(only(knowledge, sentence, language).parties) == {"kazakhstan", "china"}


def test_a_speaker_is_the_subject_where_the_clause_has_none(knowledge: Knowledge) -> None:
    record = only(knowledge, "Касым-Жомарт Токаев сообщил, что подписал договор о транзите с Китаем.")
    assert set(record.parties) == {"kazakhstan", "china"}


def test_a_railway_named_by_its_states_makes_them_no_parties(knowledge: Knowledge) -> None:
    text = "Казахстан и Иран подписали меморандум о грузах железной дороги «Китай – Кыргызстан – Узбекистан»."
    assert set(only(knowledge, text).parties) == {"kazakhstan", "iran"}


def test_a_state_called_country_is_the_one_named_before(knowledge: Knowledge) -> None:
    text = "Узбекистан провёл переговоры в Женеве. Страна подписала протокол с Австралией."
    assert set(only(knowledge, text).parties) == {"uzbekistan", "australia"}


def test_members_of_an_organisation_do_not_make_it_a_party(knowledge: Knowledge) -> None:
    text = "Узбекистан подписал протокол о доступе на рынок с двумя странами-членами ВТО."
    assert "wto" not in only(knowledge, text).parties


def test_a_treaty_with_a_company_is_a_contract(knowledge: Knowledge) -> None:
    assert only(knowledge, "Узбекистан подписал договор о строительстве ветропарка с Masdar.").instrument == "contract"


def test_a_counterpart_speaks_for_his_state(knowledge: Knowledge) -> None:
    record = only(knowledge, "The Uzbek foreign minister and his British counterpart signed a declaration on tourism.", "en")
    assert set(record.parties) == {"uzbekistan", "united-kingdom"}


@pytest.mark.parametrize(
    ("sentence", "language", "status", "parties"),
    [
        ("Всемирный банк предоставит Кыргызстану кредит на 20 млн долларов.", "ru", "announced", {"world-bank", "kyrgyzstan"}),
        ("АБР выделил Таджикистану грант в $30 млн на ремонт дорог.", "ru", "signed", {"adb", "tajikistan"}),
        ("The World Bank approved a $150 million loan to Uzbekistan.", "en", "signed", {"world-bank", "uzbekistan"}),
    ],
)
def test_a_loan_of_a_bank_to_a_state_needs_no_agreement_word(
    knowledge: Knowledge, sentence: str, language: str, status: str, parties: set[str]
) -> None:
    record = only(knowledge, sentence, language)
    assert (record.instrument, record.status, set(record.parties)) == ("financing", status, parties)


@pytest.mark.parametrize(
    "sentence",
    [
        "Банк выделил фермерам Казахстана кредиты на 30 млрд тенге.",
        "Студенты Казахстана получили гранты на 2 млн долларов в Венгрии.",
    ],
)
def test_money_within_a_state_is_no_agreement(knowledge: Knowledge, sentence: str) -> None:
    assert read(knowledge, sentence).agreements == ()


def test_who_signed_may_stand_behind_the_verb(knowledge: Knowledge) -> None:
    text = "Меморандум о туризме подписали министр Афганистана и представитель компании «Туркменгаз»."
    assert set(only(knowledge, text).parties) == {"afghanistan", "turkmengas"}
    passive = "Меморандум о туризме подписан главами МИД Казахстана и Китая."
    assert set(only(knowledge, passive).parties) == {"kazakhstan", "china"}


def test_a_pronoun_is_the_state_named_before(knowledge: Knowledge) -> None:
    text = "В Анкару прибыл министр транспорта Казахстана. С турецким коллегой он подписал протокол о перевозках зерна."
    assert set(only(knowledge, text).parties) == {"kazakhstan", "turkiye"}


def test_negotiators_from_a_state_act_for_it(knowledge: Knowledge) -> None:
    text = "Negotiators from Turkmenistan and Azerbaijan discussed a draft agreement on the joint development of a gas field."
    assert set(only(knowledge, text, "en").parties) == {"turkmenistan", "azerbaijan"}


def test_a_known_agreement_of_many_has_the_parties_that_the_text_names(knowledge: Knowledge) -> None:
    record = only(knowledge, "Kazakhstan will join the Abraham Accords with Israel.", "en")
    assert (record.agreement, set(record.parties)) == ("abraham-accords-kazakhstan", {"kazakhstan", "israel"})


def test_who_said_it_at_the_end_of_the_sentence_lends_no_party(knowledge: Knowledge) -> None:
    text = "Kazakhstan and China signed a treaty on transit, Vladimir Putin said on Tuesday."
    assert set(only(knowledge, text, "en").parties) == {"kazakhstan", "china"}


def test_who_is_visited_is_the_other_side_where_only_one_is_named(knowledge: Knowledge) -> None:
    text = "Премьер-министр Армении Никол Пашинян посетит Астану. Ожидается подписание совместного заявления о партнёрстве."
    assert set(only(knowledge, text).parties) == {"armenia", "kazakhstan"}


def test_a_contract_needs_its_sides_in_the_sentence(knowledge: Knowledge) -> None:
    text = "Publishers from Kazakhstan and Iran came to the fair. A local house signed a book contract with a novelist."
    assert read(knowledge, text, "en").agreements == ()


def test_to_whom_an_agreement_is_proposed_is_a_party(knowledge: Knowledge) -> None:
    record = only(knowledge, "Russia has proposed a new gas purchase contract to Turkmenistan.", "en")
    assert (record.status, set(record.parties)) == ("proposed", {"russia", "turkmenistan"})


def test_who_denies_a_crime_about_a_contract_makes_no_agreement(knowledge: Knowledge) -> None:
    text = "A former Kyrgyz minister denied taking bribes for a road contract."
    assert read(knowledge, text, "en").agreements == ()


def test_between_the_region_and_a_state_stand_the_five_and_it(knowledge: Knowledge) -> None:
    record = only(knowledge, "A statement of intent between Central Asia and Japan was signed in Tokyo.", "en")
    assert set(record.parties) == {"kazakhstan", "kyrgyzstan", "tajikistan", "turkmenistan", "uzbekistan", "japan"}


def test_a_sum_set_aside_by_a_bank_for_a_state_is_financing(knowledge: Knowledge) -> None:
    record = only(knowledge, "Всемирный банк выделит Таджикистану 27,5 млн долларов на ремонт школ.")
    assert (record.instrument, record.status, set(record.parties)) == ("financing", "announced", {"world-bank", "tajikistan"})


@pytest.mark.parametrize(
    ("title", "text", "sides"),
    [
        (
            "Узбекистан и Венгрия договорились о прямых рейсах",
            "Министры транспорта подписали меморандум о прямом авиасообщении. Рейсы начнутся весной.",
            {"uzbekistan", "hungary"},
        ),
        (
            "Астана и Анкара сверили часы",
            "Казахстан подписал соглашение о транзите. Документ рассчитан на пять лет.",
            {"kazakhstan", "turkiye"},
        ),
        # the headline is about others
        ("Россия и Китай обсудили газ", "Казахстан подписал соглашение о транзите с соседями.", {"kazakhstan"}),
    ],
)
def test_sides_that_only_the_headline_names(knowledge: Knowledge, title: str, text: str, sides: set[str]) -> None:
    (record,) = read(knowledge, text, title=title).agreements
    assert set(record.parties) == sides
