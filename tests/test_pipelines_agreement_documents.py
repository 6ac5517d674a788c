"""Which documents a text tells of and how far they have come: several in one phrase, sums of another, old and new ones."""

from __future__ import annotations

import pytest

from c5watch.article import Amount
from c5watch.knowledge import Knowledge
from tests.article_of import agreements_of


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Таджикистан и Всемирный банк подписали кредитное и грантовое соглашения."),
        ("ru", "Казахстан и Катар заключили торговое и транспортное соглашения."),
        ("ru", "Казахстан и Катар подписали соглашение и меморандум."),
        ("en", "Uzbekistan and the World Bank signed credit and grant agreements."),
        ("kk", "Қазақстан мен Дүниежүзілік банк несие және грант келісімдеріне қол қойды."),
        ("uz", "O'zbekiston va Jahon banki kredit va grant bitimlarini imzoladi."),
    ],
)
def test_two_documents_in_one_phrase_are_two(knowledge: Knowledge, language: str, text: str) -> None:
    assert [record.status for record in agreements_of(knowledge, text, language)] == ["signed", "signed"]


def test_the_sum_of_a_package_is_not_that_of_one_document(knowledge: Knowledge) -> None:
    behind = "Казахстан и Китай подписали соглашение о транзите. Кроме того, подписан пакет документов на $15 млрд."
    before = "Казахстан и Китай подписали пакет документов на $15 млрд. Среди них соглашение о транзите."
    alone = "Казахстан и Китай подписали пакет документов на $15 млрд."
    assert [record.amount for record in agreements_of(knowledge, behind, "ru")] == [None]
    assert [record.amount for record in agreements_of(knowledge, before, "ru")] == [None]
    assert [record.amount for record in agreements_of(knowledge, alone, "ru")] == [Amount(value=15_000_000_000, currency="USD")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Меморандум о туризме рассчитан на пять лет. Его подписали министры Узбекистана и Италии."),
        ("en", "The memorandum on tourism covers five years. It was signed by the ministers of Uzbekistan and Italy."),
        ("uz", "Turizm bo'yicha memorandum besh yilga mo'ljallangan. Uni O'zbekiston va Italiya vazirlari imzoladi."),
    ],
)
def test_a_pronoun_tells_who_signed_what_was_named_before(knowledge: Knowledge, language: str, text: str) -> None:
    (record,) = agreements_of(knowledge, text, language)
    assert (record.status, set(record.parties)) == ("signed", {"uzbekistan", "italy"})
    assert "emorandum" in record.name or "еморандум" in record.name


def test_agreements_that_will_be_needed_are_not_proposed(knowledge: Knowledge) -> None:
    text = "Бұл үшін жеке келісімдер қажет болады. Қазақстан мен Қытай газ жеткізуді талқылады."
    assert [record.status for record in agreements_of(knowledge, text, "kk")] in ([], ["discussed"])


def test_no_agreement_at_all_is_none(knowledge: Knowledge) -> None:
    assert agreements_of(knowledge, "Ўзбекистон ва Россия ўртасида ҳеч қандай келишув йўқ.", "uz") == ()


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("kk", "Кездесуден кейін Қазақстан мен Қытай арасында келісімге қол қойылды.", "келісімге"),
        (
            "ky",
            "Кыргызстан менен Кытай сүйлөшүүлөрдөн кийин билим берүү боюнча келишимге кол койду.",
            "билим берүү боюнча келишимге",
        ),
        ("kk", "Қазақстан мен Қытай кездесті. Тараптар туризм туралы келісімге қол қойды.", "туризм туралы келісімге"),
    ],
)
def test_the_name_of_a_turkic_agreement_starts_with_what_it_is_about(
    knowledge: Knowledge, language: str, text: str, name: str
) -> None:
    (record,) = agreements_of(knowledge, text, language)
    assert record.name == name


def test_what_was_signed_first_stays_beside_the_agreement_that_it_prepares(knowledge: Knowledge) -> None:
    text = (
        "Министр финансов Кыргызстана и ЕБРР подписали меморандум о взаимопонимании. "
        "Документ предполагает подготовку рамочного соглашения о поддержке ирригации."
    )
    records = agreements_of(knowledge, text, "ru")
    assert len(records) == 2
    assert (records[0].instrument, records[0].status) == ("mou", "signed")


def test_this_agreement_is_the_one_that_was_told(knowledge: Knowledge) -> None:
    text = "Казахстан и Грузия подписали соглашение о порте. Президент Армении Пашинян высоко оценил данное соглашение."
    (record,) = agreements_of(knowledge, text, "ru")
    assert set(record.parties) == {"kazakhstan", "georgia"}


def test_an_agreement_that_provides_for_something_was_concluded(knowledge: Knowledge) -> None:
    text = "Казахстан и Китай обсудили работы, предусмотренные межправительственным соглашением о строительстве моста."
    (record,) = agreements_of(knowledge, text, "ru")
    assert record.status == "signed"


def test_a_contract_that_is_being_carried_out_is_in_force(knowledge: Knowledge) -> None:
    text = "Газпром продолжает реализацию контракта на поставку газа в Кыргызстан."
    (record,) = agreements_of(knowledge, text, "ru")
    assert record.status == "in_force"


def test_not_a_single_treaty_is_none(knowledge: Knowledge) -> None:
    assert agreements_of(knowledge, "Афганистан не подписывал ни одного регионального договора об использовании рек.", "ru") == ()


def test_coming_to_terms_about_a_supply_is_negotiated(knowledge: Knowledge) -> None:
    (record,) = agreements_of(knowledge, "Иран договаривается о поставках зерна с Казахстаном.", "ru")
    assert (record.status, set(record.parties)) == ("negotiated", {"iran", "kazakhstan"})


def test_the_law_on_a_ratification_told_in_quotation_marks_is_the_latest(knowledge: Knowledge) -> None:
    text = (
        "Президент Токаев подписал закон «О ратификации соглашения между Казахстаном и Италией о визах». Его подписали в марте."
    )
    (record,) = agreements_of(knowledge, text, "ru")
    assert record.status == "ratified"


def test_a_relevant_memorandum_is_the_loan_that_was_told(knowledge: Knowledge) -> None:
    text = (
        "Азиатский банк развития предоставит Узбекистану 3 млрд долларов. "
        "Соответствующий меморандум был подписан в Милане на ежегодном заседании."
    )
    (record,) = agreements_of(knowledge, text, "ru")
    assert (record.status, set(record.parties)) == ("signed", {"adb", "uzbekistan"})


def test_what_is_described_at_length_before_it_is_called_signed_was_signed(knowledge: Knowledge) -> None:
    text = "Стороны говорили о меморандуме между Грузией и Казахстаном в сфере портов и морских перевозок, подписанном весной."
    (record,) = agreements_of(knowledge, text, "ru")
    assert record.status == "signed"


def test_agreements_that_are_the_aim_of_a_mission_are_not_concluded(knowledge: Knowledge) -> None:
    text = "Цель миссии – заключение договоров о поставках между Казахстаном и Японией."
    (record,) = agreements_of(knowledge, text, "ru")
    assert record.status == "announced"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ky", "Кыргызстан менен Япониянын ортосундагы соода келишиминин түзүлүшүн күтүп жатам."),
        ("kk", "Қазақстан мен Жапония арасындағы сауда келісіміне қол қойылуын күтіп отырмыз."),
        ("tg", "Тарҳи созишномаи сарҳадӣ байни Қирғизистон ва Тоҷикистон дар ҳоли омодасозӣ аст."),
    ],
)
def test_what_is_waited_for_or_being_drafted_is_not_concluded(knowledge: Knowledge, language: str, text: str) -> None:
    (record,) = agreements_of(knowledge, text, language)
    assert record.status in ("announced", "negotiated")


def test_what_is_told_of_a_document_before_its_name_is_said_of_it(knowledge: Knowledge) -> None:
    text = (
        "Bitim O‘zbekiston va Qozog‘iston prezidentlari tomonidan Toshkentda imzolangan. "
        "Ekspertlar O‘zbekiston va Qozog‘iston davlat chegarasini demarkatsiya qilish to‘g‘risidagi shartnomani yuqori baholadi."
    )
    (record,) = agreements_of(knowledge, text, "uz")
    assert (record.status, "demarkatsiya" in record.name) == ("signed", True)


def test_a_new_agreement_that_replaces_an_existing_one_is_another(knowledge: Knowledge) -> None:
    text = (
        "Грузия и Казахстан начали переговоры по новому соглашению о партнёрстве. "
        "Будущее соглашение придёт на смену действующему соглашению о партнёрстве, которое вступило в силу в 1999 году."
    )
    records = agreements_of(knowledge, text, "ru")
    assert [record.status for record in records][:1] == ["negotiated"]
    assert all(record.status != "in_force" or not record.fresh for record in records)


@pytest.mark.parametrize(
    ("language", "text", "instrument", "status"),
    [
        ("en", "The foreign ministers of Kazakhstan and Georgia signed a memo of cooperation.", "mou", "signed"),
        ("en", "Kazakhstan and Georgia signed a cooperation plan for two years.", "roadmap", "signed"),
        ("en", "A new trade agreement between Kazakhstan and Georgia was drawn up.", "agreement", "negotiated"),
        ("tg", "Тоҷикистон ва Қувайт созишнома дар бораи парвозҳоро парафкунӣ карданд.", "agreement", "signed"),
        (
            "tg",
            "Ба имзо расидани созишномаи нав байни Тоҷикистон ва Ӯзбекистон оид ба пули Қизилқалъа дар назар аст.",
            "agreement",
            "announced",
        ),
    ],
)
def test_words_of_newsrooms_for_documents_and_their_making(
    knowledge: Knowledge, language: str, text: str, instrument: str, status: str
) -> None:
    (record,) = agreements_of(knowledge, text, language)
    assert (record.instrument, record.status) == (instrument, status)


def test_what_is_not_signed_yet_is_still_to_come(knowledge: Knowledge) -> None:
    text = "Идёт подготовка к подписанию соглашения о торговле между Индонезией и Казахстаном. Соглашение ещё пока не подписано."
    (record,) = agreements_of(knowledge, text, "ru")
    assert record.status == "announced"


def test_agreeing_on_parameters_is_an_agreement_and_a_purpose_is_no_plan(knowledge: Knowledge) -> None:
    (agreed,) = agreements_of(knowledge, "Казахстан и Кыргызстан договорились о параметрах водного сотрудничества.", "ru")
    assert agreed.status == "signed"
    text = "О подписании меморандума для строительства дороги заявил президент Ирана на встрече с президентом Туркменистана."
    (signed,) = agreements_of(knowledge, text, "ru")
    assert (signed.status, signed.name) == ("signed", "меморандум для строительства дороги")


def test_joining_a_union_is_told_in_the_order_of_the_text(knowledge: Knowledge) -> None:
    text = "Кыргызстан намерен присоединиться к ЕАЭС. Армения и Иран подписали договор о транзите."
    records = agreements_of(knowledge, text, "ru")
    assert [(record.instrument, record.status) for record in records] == [("accession", "announced"), ("treaty", "signed")]
