"""What the verbs of the region's languages say of time: converbs, agreements that are ready, carried out or considered."""

from __future__ import annotations

import pytest

from c5watch.knowledge import Knowledge
from pipelines.agreement.money import find_money
from tests.article_of import agreements_of


@pytest.mark.parametrize(
    ("language", "text", "status"),
    [
        ("kk", "Қазақстан мен Түркия келісімге қол қойып, ортақ зауыт салды.", "signed"),
        ("kk", "Қазақстан мен Түркия келісімге қол қойып, ортақ зауыт салмақ.", "announced"),
        ("kk", "Қазақстан мен Түркия арасында келісімге қол қойылып, су берілетіні айтылды.", "announced"),
        ("kk", "Қазақстан мен Түркия меморандумға қол қойып, тараптар ынтымақтастықты дамытады.", "signed"),
        ("kk", "Қазақстан мен Түркия меморандумға қол қойып, шекара мәселесін талқылады.", "signed"),
        ("ky", "Кыргызстан менен Түркия келишимге кол коюп, өкмөт аны бекитти.", "signed"),
        ("ky", "Кыргызстан менен Түркия келишимге кол коюп, жаңы завод ачат.", "announced"),
        ("ky", "Кыргызстан менен Түркия ортосунда келишимге кол коюлуп, суу бериле турганы айтылган.", "announced"),
        ("ky", "Кыргызстан менен Түркия ортосунда келишимге кол коюлуп, суу берилгени айтылган.", "signed"),
        ("uz", "O‘zbekiston va Turkiya bitim imzolab, yangi zavod ochdi.", "signed"),
        ("uz", "O‘zbekiston va Turkiya bitim imzolab, yangi zavod ochadi.", "announced"),
        ("uz", "Ўзбекистон ва Туркия битим имзолаб, янги завод очади.", "announced"),
        ("tk", "Türkmenistan bilen Türkiýe ylalaşyga gol çekip, täze zawod gurdular.", "signed"),
        ("tk", "Türkmenistan bilen Türkiýe ylalaşyga gol çekip, täze zawod gurar.", "announced"),
    ],
)
def test_a_converb_has_the_tense_of_the_verb_behind_it(knowledge: Knowledge, language: str, text: str, status: str) -> None:
    (record,) = agreements_of(knowledge, text, language)
    assert record.status == status


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("kk", "Қазақстан мен Сербия арасындағы келісім дайын."),
        ("ky", "Кыргызстан менен Сербиянын ортосундагы келишим даяр."),
        ("uz", "O‘zbekiston va Serbiya o‘rtasidagi kelishuv tayyor."),
        ("uz", "Ўзбекистон ва Сербия ўртасидаги келишув тайёр."),
        ("tk", "Türkmenistan bilen Serbiýanyň arasyndaky ylalaşyk taýýar."),
        ("tg", "Созишнома байни Тоҷикистон ва Сербия омода аст."),
        ("ru", "Соглашение между Узбекистаном и Сербией готово."),
        ("en", "The agreement between Uzbekistan and Serbia is ready."),
    ],
)
def test_an_agreement_that_is_ready_is_planned(knowledge: Knowledge, language: str, text: str) -> None:
    (record,) = agreements_of(knowledge, text, language)
    assert record.status in ("announced", "negotiated")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("kk", "Қазақстан мен Грузия арасындағы келісімге сәйкес порт салынады."),
        ("ky", "Кыргызстан менен Грузиянын ортосундагы келишимге ылайык жол салынат."),
        ("uz", "O‘zbekiston va Gruziya o‘rtasidagi kelishuvga muvofiq yo‘l quriladi."),
        ("tk", "Türkmenistan bilen Gruziýanyň arasyndaky ylalaşyga laýyklykda port gurulýar."),
        ("tg", "Тибқи созишнома бо Гурҷистон, Тоҷикистон роҳ месозад."),
    ],
)
def test_what_is_done_by_an_agreement_of_two_tells_that_there_is_one(knowledge: Knowledge, language: str, text: str) -> None:
    (record,) = agreements_of(knowledge, text, language)
    assert (record.status, record.fresh, len(record.parties)) == ("signed", False, 2)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("kk", "Қазақстан мен Грузия екі мәлімдеме қабылдады."),
        ("ky", "Кыргызстан менен Грузия эки билдирүү кабыл алды."),
        ("uz", "O‘zbekiston va Gruziya ikkita bayonot qabul qildi."),
        ("tg", "Тоҷикистон ва Гурҷистон ду изҳорот қабул карданд."),
        ("tk", "Türkmenistan bilen Gruziýa iki beýanat kabul etdi."),
        ("ru", "Узбекистан и Грузия приняли два заявления."),
    ],
)
def test_a_statement_that_is_adopted_is_a_declaration(knowledge: Knowledge, language: str, text: str) -> None:
    (record,) = agreements_of(knowledge, text, language)
    assert (record.instrument, record.status) == ("declaration", "signed")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("uz", "Ўзбекистон, Қозоғистон, Тожикистон ва Хитой сув битими лойиҳасини тайёрлади. Тўртта давлат имзолади."),
        ("kk", "Қазақстан, Өзбекстан, Тәжікстан және Қытай су келісімінің жобасын әзірледі. Төрт мемлекет қол қойды."),
        ("tg", "Тоҷикистон, Эрон ва Чин лоиҳаи созишномаи обро таҳия карданд. Се кишвар имзо карданд."),
    ],
)
def test_states_that_signed_signed_what_the_sentence_before_names(knowledge: Knowledge, language: str, text: str) -> None:
    assert "signed" in {record.status for record in agreements_of(knowledge, text, language)}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("kk", "Қазақстан мен Үндістан сауда бойынша келіссөздерді бастауға келісті."),
        ("ky", "Кыргызстан менен Индия соода боюнча сүйлөшүүлөрдү баштоого макулдашты."),
        ("uz", "Ўзбекистон ва Ҳиндистон савдо бўйича музокараларни бошлашга келишди."),
        ("tk", "Türkmenistan bilen Hindistan söwda boýunça gepleşikleri başlamagy ylalaşdylar."),
        ("ru", "Узбекистан и Индия договорились начать переговоры о торговле."),
        ("en", "Uzbekistan and India agreed to start talks on trade."),
    ],
)
def test_two_that_agree_to_talk_negotiate(knowledge: Knowledge, language: str, text: str) -> None:
    (record,) = agreements_of(knowledge, text, language)
    assert (record.status, len(record.parties)) == ("negotiated", 2)


@pytest.mark.parametrize(
    ("language", "text", "status"),
    [
        ("uz", "Prezident O‘zbekiston va Latviya o‘rtasidagi bitimni tasdiqladi.", "ratified"),
        ("tg", "Президент Созишномаи байни Тоҷикистону Латвияро дар бораи роҳ тасдиқ кард.", "ratified"),
        ("uz", "Oliy Majlis O‘zbekiston va Latviya o‘rtasidagi kelishuvni ratifikasiya qildi.", "ratified"),
        ("uz", "Тошкентда Ўзбекистон ва Латвия ўртасидаги битимни имзолашга бағишланган маросим бўлиб ўтди.", "signed"),
        ("kk", "Қазақстан мен Латвия делегациялары құжаттар топтамасымен алмасты.", "signed"),
        ("en", "Parliament passed a bill ratifying the treaty between Kyrgyzstan and Latvia.", "ratified"),
        ("en", "Turkmenistan and Latvia reached a deal on pipes.", "signed"),
        ("en", "Kazakhstan and Latvia exchanged notes on transit.", "signed"),
    ],
)
def test_who_approves_and_what_is_exchanged_or_reached(knowledge: Knowledge, language: str, text: str, status: str) -> None:
    (record,) = agreements_of(knowledge, text, language)
    assert record.status == status


@pytest.mark.parametrize(
    ("language", "text", "status"),
    [
        ("uz", "Vazir O‘zbekiston va Kuvayt o‘rtasida bitim imzolanishini ma’lum qildi.", "announced"),
        ("uz", "Вазир Ўзбекистон ва Қувайт ўртасида битим тузилишини айтди.", "announced"),
        ("kk", "Қазақстан мен Кувейт арасындағы келісім парламент ратификациялағаннан кейін күшіне енеді.", "signed"),
        ("tg", "Ҳукумати Тоҷикистон созишномаро бо Кувайт тасдиқ кард.", "signed"),
        ("tk", "Türkmenistan bilen Hytaýyň arasynda gaz boýunça şertnama hereket edýär.", "in_force"),
        ("tk", "Türkmenistan bilen Ýaponiýa grant boýunça notalary alyşdylar.", "signed"),
        ("tg", "Тоҷикистон бо Ҷопон дар бораи созишномаи нав музокира дорад.", "negotiated"),
        ("kk", "Қазақстан мен Үндістан мұнай жеткізу жөнінде келіссөз жүргізіп жатыр.", "negotiated"),
        ("ky", "Кыргызстан менен Индия визасыз режим киргизүү боюнча сүйлөшүүлөрдү жүргүзүүдө.", "negotiated"),
        ("uz", "O‘zbekiston va Hindiston zavod qurish bo‘yicha muzokaralar olib bormoqda.", "negotiated"),
        ("tk", "Türkmenistan bilen Hindistan zawod gurmak boýunça gepleşikleri geçirýär.", "negotiated"),
    ],
)
def test_what_is_said_to_come_confirmed_or_talked_over(knowledge: Knowledge, language: str, text: str, status: str) -> None:
    (record,) = agreements_of(knowledge, text, language)
    assert record.status == status


def test_agreements_that_will_be_needed_have_no_state(knowledge: Knowledge) -> None:
    text = "Бул маселе боюнча Кыргызстан менен Казакстан ортосунда бөлөк келишимдер керек болот."
    assert all(record.status == "discussed" for record in agreements_of(knowledge, text, "ky"))


def test_a_verb_behind_a_long_list_of_those_who_signed_is_said_of_the_document(knowledge: Knowledge) -> None:
    signed = ", ".join(f"{state} транспорт ва коммуникациялар вазири {name} ҳамда унинг биринчи ўринбосари" for state, name in (
        ("Ўзбекистон Республикаси", "Карим Азизов"),
        ("Қирғизистон Республикаси", "Талант Осмонов"),
        ("Хитой Халқ Республикаси", "Ли Вэй"),
    ))  # fmt: skip
    (record,) = agreements_of(knowledge, f"Темир йўл тўғрисидаги битимни {signed} имзолади.", "uz")
    assert record.status == "signed"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("7 миллиондон ашык доллар", 7_000_000),
        ("5 milliondan ortiq dollar", 5_000_000),
        ("3 milliondan gowrak amerikan dollary", 3_000_000),
        ("7 миллион 642 миң доллар", 7_642_000),
        ("1 milliard 200 million dollar", 1_200_000_000),
    ],
)
def test_sums_that_are_more_than_or_told_in_two_numbers(text: str, value: int) -> None:
    (money,) = find_money(text)
    assert (money.amount.value, money.amount.currency) == (value, "USD")
