"""How many agreements a text tells of and what they are called: lists, coordination, what is told again, unnamed documents."""

from __future__ import annotations

from datetime import date

import pytest

from c5watch.article import Amount
from c5watch.knowledge import Knowledge
from tests.article_of import only, read


def test_coordination_gives_three_agreements(knowledge: Knowledge) -> None:
    article = read(knowledge, "Казахстан подписал соглашения с Chevron, John Deere и меморандум с США по критическим минералам.")
    assert {record.agreement for record in article.agreements} == {
        "kz-john-deere-2025",
        "kz-chevron-2025",
        "us-kz-critical-minerals-mou",
    }


def test_list_behind_a_colon_gives_a_record_for_each_item(knowledge: Knowledge) -> None:
    text = (
        "По итогам переговоров Казахстана и Узбекистана подписаны следующие документы:\n"
        "1) соглашение о статусе пограничных представителей;\n"
        "2) протокол о поставках зерна;\n"
        "3) меморандум о сотрудничестве в геологии."
    )
    article = read(knowledge, text)
    assert [(record.instrument, record.status) for record in article.agreements] == [
        ("agreement", "signed"),
        ("protocol", "signed"),
        ("mou", "signed"),
    ]


def test_unnamed_documents_are_a_record_only_where_nothing_is_named(knowledge: Knowledge) -> None:
    unnamed = "Казахстан и Узбекистан достигли важных договоренностей."
    assert only(knowledge, unnamed).instrument == "other"
    article = read(knowledge, f"{unnamed} Казахстан и Узбекистан подписали соглашение о воде.")
    assert [record.instrument for record in article.agreements] == ["agreement"]


def test_one_name_two_agreements_told_apart_by_party(knowledge: Knowledge) -> None:
    joined = only(knowledge, "Казахстан объявил о присоединении к Авраамским соглашениям в Вашингтоне.")
    assert (joined.agreement, joined.instrument, joined.status) == ("abraham-accords-kazakhstan", "accession", "announced")
    old = only(
        knowledge,
        "В 2020 году Израиль, ОАЭ и Бахрейн подписали при посредничестве США Авраамские соглашения.",
        day=date(2024, 5, 1),
    )
    assert old.agreement == "abraham-accords"


def test_declaration_of_one_city_told_apart_by_party(knowledge: Knowledge) -> None:
    record = only(knowledge, "Европейский союз и страны Центральной Азии приняли Самаркандскую декларацию.", day=date(2025, 4, 5))
    assert record.agreement == "eu-ca-samarkand-declaration"


def test_company_keyword_counts_only_beside_an_agreement_word_and_a_party(knowledge: Knowledge) -> None:
    assert read(knowledge, "Chevron увеличила добычу нефти в Казахстане.").agreements == ()
    assert only(knowledge, "Казахстан подписал соглашение с Chevron.").agreement == "kz-chevron-2025"


def test_a_document_without_a_name_stands_beside_one_of_others(knowledge: Knowledge) -> None:
    text = "Казахстан и Китай подписали соглашение о кредите для дороги. Узбекистан и Япония подписали контракт на 2.5 млн евро."
    records = read(knowledge, text).agreements
    assert [set(record.parties) for record in records] == [{"kazakhstan", "china"}, {"uzbekistan", "japan"}]
    assert records[1].name == "контракт на 2.5 млн евро"


def test_agreements_of_different_subjects_are_two(knowledge: Knowledge) -> None:
    text = (
        "Россия и Узбекистан подписали соглашение о модернизации газотранспортной системы. "
        "Состоится и подписание соглашения о строительстве атомной станции."
    )
    assert [record.status for record in read(knowledge, text).agreements] == ["signed", "announced"]


def test_a_contract_told_again_as_agreement_is_one(knowledge: Knowledge) -> None:
    text = (
        "Турция заключила контракт на поставку туркменского газа.\n\nТурция и Туркменистан подписали соглашение о поставках газа."
    )
    assert set(only(knowledge, text).parties) == {"turkiye", "turkmenistan"}


def test_items_of_a_list_of_documents_need_no_agreement_word(knowledge: Knowledge) -> None:
    text = (
        "Президенты Казахстана и Узбекистана подписали следующие документы:\n"
        "1. Решение Совета о создании рабочей группы по геологии;\n"
        "2. Решение Совета о мониторинге трансграничных рек.\n"
        "Встреча прошла в Ташкенте."
    )
    records = read(knowledge, text).agreements
    assert [(record.instrument, record.status) for record in records] == [("other", "signed")] * 2
    assert all(set(record.parties) == {"kazakhstan", "uzbekistan"} for record in records)


def test_clauses_of_one_agreement_are_no_agreements(knowledge: Knowledge) -> None:
    text = "Казахстан и Узбекистан подписали соглашение, по которому:\n1. Пошлины отменяются;\n2. Границы открываются."
    assert len(read(knowledge, text).agreements) == 1


def test_a_project_named_beside_a_document_with_its_own_subject_is_not_the_document(knowledge: Knowledge) -> None:
    text = (
        "Туркменистан и Афганистан в рамках проекта ТАПИ подписали меморандум о взаимопонимании по выбору земельных участков. "
        "Пакистан и Индия следят за стройкой."
    )
    assert only(knowledge, text).agreement != "tapi"


def test_a_text_headed_joint_statement_is_one(knowledge: Knowledge) -> None:
    text = "Совместное заявление Казахстана и Китая\nСтороны будут развивать торговлю.\nОни ценят дружбу."
    assert only(knowledge, text).status == "signed"


def test_an_undescribed_agreement_of_another_kind_gives_no_name_to_unnamed_ones(knowledge: Knowledge) -> None:
    text = (
        "India and Tajikistan signed Memoranda of Understanding. "
        "The president praised the Ashgabat Agreement for smooth transport of goods."
    )
    assert only(knowledge, text, "en").name == "Memoranda of Understanding"


@pytest.mark.parametrize(
    ("sentence", "language", "name"),
    [
        ("Казахстан и Китай подписали соглашение о туризме в ходе визита в Пекин.", "ru", "соглашение о туризме"),
        ("Соглашение о туризме Казахстан и Китай подписали вчера.", "ru", "Соглашение о туризме"),
        ("Меморандум о поставках зерна президенты Казахстана и Китая подписали вчера.", "ru", "Меморандум о поставках зерна"),
        ("Kazakhstan and China signed a deal on gas supplies worth $1 billion.", "en", "deal on gas supplies"),
        ("Kazakhstan and China signed a joint declaration in Astana on Friday.", "en", "joint declaration"),
        ("Сондай-ақ Қазақстан мен Қытай туризм туралы келісімге қол қойды.", "kk", "туризм туралы келісімге"),
        ("Бишкекте Кыргызстан менен Кытай туризм жөнүндө келишимге кол коюшту.", "ky", "туризм жөнүндө келишимге"),
        ("O‘zbekiston va Xitoy o‘rtasida turizm bo‘yicha bitim imzolandi.", "uz", "turizm bo‘yicha bitim"),
        ("O‘zbekiston Xitoy bilan turizm bo‘yicha bitim imzoladi.", "uz", "Xitoy bilan turizm bo‘yicha bitim"),
    ],
)
def test_name_is_the_instrument_with_its_subject(knowledge: Knowledge, sentence: str, language: str, name: str) -> None:
    assert only(knowledge, sentence, language).name == name


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("Kazakhstan and the United States signed a memorandum on critical minerals and a deal with John Deere.", "en"),
        ("Казахстан и США подписали меморандум по критическим минералам и соглашение с John Deere.", "ru"),
        ("Қазақстан мен АҚШ маңызды минералдар жөніндегі меморандумға және John Deere компаниясымен келісімге қол қойды.", "kk"),
        ("Казакстан менен АКШ маанилүү минералдар боюнча меморандумга жана John Deere менен келишимге кол койду.", "ky"),
    ],
)
def test_two_known_agreements_in_one_phrase_are_two(knowledge: Knowledge, sentence: str, language: str) -> None:
    found = [record.agreement for record in read(knowledge, sentence, language).agreements]
    assert found == ["us-kz-critical-minerals-mou", "kz-john-deere-2025"]


def test_each_agreement_of_a_sentence_has_its_own_sum(knowledge: Knowledge) -> None:
    text = "Kazakhstan and the United States signed a critical minerals MoU and a $4.2 billion locomotive deal with Wabtec."
    first, second = read(knowledge, text, "en").agreements
    assert first.amount is None
    assert second.amount == Amount(value=4_200_000_000, currency="USD")


@pytest.mark.parametrize(
    "following",
    [
        "Соглашение рассчитано на три года и вступит в силу после обмена уведомлениями.",
        "Соглашение заключено на русском и казахском языках.",
        "Соглашение опубликовано на сайте ведомства.",
        "Соглашение нацелено на обмен данными и вступит в силу весной.",
    ],
)
def test_the_bare_word_with_a_predicate_is_the_agreement_just_told(knowledge: Knowledge, following: str) -> None:
    record = only(knowledge, f"Казахстан и США подписали соглашение о мониторинге ледников. {following}")
    assert (record.name, record.status) == ("соглашение о мониторинге ледников", "signed")


def test_to_join_accords_is_one_step_and_none_of_the_documents_signed(knowledge: Knowledge) -> None:
    text = (
        "Казахстан объявил о присоединении к Авраамским соглашениям. Эксперты спорят о последствиях.\n\n"
        "Успех поездки измеряется не числом подписанных документов, а доверием инвесторов."
    )
    joined = read(knowledge, text).agreements[0]
    assert (joined.agreement, joined.status) == ("abraham-accords-kazakhstan", "announced")


def test_a_line_that_only_says_signed_opens_a_list_of_documents(knowledge: Knowledge) -> None:
    text = (
        "Президент Казахстана провёл переговоры с президентом Кыргызстана в Бишкеке.\n"
        "Также были подписаны:\n"
        "- соглашение о пчеловодстве;\n"
        "- протокол о завершении переговоров по вступлению Кыргызстана во Всемирную торговую организацию."
    )
    records = read(knowledge, text).agreements
    assert [(record.instrument, record.status) for record in records] == [("agreement", "signed"), ("protocol", "signed")]


def test_a_list_that_is_to_be_signed_is_not_told_as_signed(knowledge: Knowledge) -> None:
    text = "Казахстан и Кыргызстан провели переговоры. Планируется, что будут подписаны:\n- соглашение о пчеловодстве."
    assert "signed" not in {record.status for record in read(knowledge, text).agreements}


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Анда үч өлкө макулдашууга кол койду: Кыргызстан, Тажикстан жана Өзбекстан.", "ky", "макулдашууга"),
        ("Онда екі ел туризм туралы меморандумға қол қойды: Қазақстан мен Катар.", "kk", "туризм туралы меморандумға"),
        ("Унда Ўзбекистон ва Қатар туризм бўйича меморандум имзолади.", "uz", "туризм бўйича меморандум"),
    ],
)
def test_a_name_begins_behind_where_it_was_and_how_many_signed(knowledge: Knowledge, text: str, language: str, name: str) -> None:
    assert name in {record.name for record in read(knowledge, text, language).agreements}
