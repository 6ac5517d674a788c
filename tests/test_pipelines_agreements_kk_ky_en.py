"""Forms in which the press of Kazakhstan and Kyrgyzstan and the English press tell how an agreement stands."""

from datetime import date

import pytest

from c5watch.knowledge import Knowledge
from tests.test_pipelines_agreements_languages import read

KAZAKH = "Қазақстан мен Дания "
KYRGYZ = "Кыргызстан менен Дания "
ENGLISH = "Kazakhstan and Denmark "


@pytest.mark.parametrize(
    ("language", "status", "text"),
    [
        ("kk", "announced", KAZAKH + "жел энергиясы туралы келісімге қол қою күнін белгіледі."),
        ("kk", "announced", KAZAKH + "жел энергиясы туралы келісімге қол қоюға әзір екенін айтты."),
        ("kk", "negotiated", KAZAKH + "жел энергиясы туралы келісімге жақындап қалды."),
        ("kk", "negotiated", KAZAKH + "жел энергиясы туралы келісімнің мәтінін келісті."),
        ("ky", "negotiated", KYRGYZ + "шамал энергиясы боюнча келишимге жакындап калды."),
        ("ky", "negotiated", KYRGYZ + "шамал энергиясы боюнча келишимдин текстин макулдашты."),
        ("ky", "negotiated", KYRGYZ + "шамал энергиясы боюнча келишим иштеп чыгууга макулдашты."),
        ("en", "announced", ENGLISH + "have agreed in principle on an agreement on wind power."),
        ("en", "announced", ENGLISH + "agreed on the text of an agreement on wind power."),
        ("en", "signed", ENGLISH + "put pen to paper on an agreement on wind power."),
        ("en", "signed", ENGLISH + "put their names to an agreement on wind power."),
        ("en", "signed", ENGLISH + "formalised a memorandum on wind power."),
        ("en", "signed", ENGLISH + "wrapped up a day of talks with the signing of an agreement on wind power."),
        ("en", "signed", ENGLISH + "signed a letter of understanding on wind power."),
        ("en", "signed", "The signing of an agreement on wind power between Kazakhstan and Denmark took place in Aarhus."),
        ("en", "in_force", ENGLISH + "brought into force an agreement on wind power."),
        ("en", "submitted", "The Kazakh Senate will consider ratifying the treaty with Denmark on extradition next week."),
    ],
)
def test_a_form_of_the_verb_tells_how_an_agreement_of_two_stands(
    knowledge: Knowledge, language: str, status: str, text: str
) -> None:
    (record,) = read(knowledge, text, language).agreements
    assert (record.status, record.fresh, len(record.parties)) == (status, True, 2)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("kk", "Президент «Қазақстан мен Дания арасындағы экстрадиция туралы шартты ратификациялау туралы» заңға қол қойды."),
        (
            "ky",
            "Президент «Кыргызстан менен Дания ортосундагы иш жөнүндө келишимди ратификациялоо тууралуу» мыйзамга кол койду.",
        ),
    ],
)
def test_a_law_whose_name_stands_in_quotation_marks_ratifies(knowledge: Knowledge, language: str, text: str) -> None:
    (record,) = read(knowledge, text, language).agreements
    assert (record.status, len(record.parties)) == ("ratified", 2)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("kk", "Астанада Қазақстан мен Дания арасындағы достық туралы шартқа қол қойылғанына арналған көрме ашылды."),
        ("ky", "Бишкекте Кыргызстан менен Даниянын достук жөнүндө келишимине кол коюлганына арналган көргөзмө ачылды."),
        ("kk", "Білім министрлігі мен кәсіподақ мұғалімдер туралы салалық келісімге қол қойды."),
        ("ky", "Билим берүү министрлиги менен кесиптик бирлик жаңы тармактык макулдашууга кол коюшту."),
        ("ky", "Компания жарандар менен үч миң жаңы насыя келишимин түздү."),
        ("en", "The Kazakh Education Ministry signed a sectoral agreement with the teachers' union."),
        ("en", "A memory of the Energy Charter\n\nKazakhstan opened an exhibition of old maps in Almaty on Tuesday."),
    ],
)
def test_exhibitions_unions_and_charters_are_no_news_of_an_agreement(knowledge: Knowledge, language: str, text: str) -> None:
    assert not any(record.fresh for record in read(knowledge, text, language).agreements)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Kazakhstan and Denmark signed a protocol amending the 2019 agreement on air traffic."),
        ("kk", "Қазақстан мен Дания 2019 жылғы әуе қатынасы туралы келісімге өзгерістер енгізу туралы хаттамаға қол қойды."),
        (
            "ky",
            "Кыргызстан менен Дания 2019-жылдагы аба каттамы жөнүндө келишимге өзгөртүү киргизүү тууралуу протоколго кол коюшту.",
        ),
    ],
)
def test_the_year_of_the_agreement_that_is_amended_is_not_that_of_the_protocol(
    knowledge: Knowledge, language: str, text: str
) -> None:
    (record,) = read(knowledge, text, language, date(2025, 10, 14)).agreements
    assert (record.instrument, record.status, record.fresh) == ("protocol", "signed", True)


def test_the_ministers_of_trade_are_not_those_of_saudi_arabia(knowledge: Knowledge) -> None:
    text = "Қазақстан мен Қытайдың сауда министрлері май экспортына қатысты хаттамаға қол қойды."
    (record,) = read(knowledge, text, "kk", date(2025, 10, 14)).agreements
    assert (set(record.parties), record.fresh) == ({"kazakhstan", "china"}, True)


def test_the_akimat_and_the_municipal_government_are_their_cities(knowledge: Knowledge) -> None:
    text = "The akimat of Almaty and the municipal government of Beijing signed a memorandum on parks."
    (record,) = read(knowledge, text, "en").agreements
    assert set(record.parties) == {"almaty", "beijing"}


def test_a_bank_that_considers_a_loan_to_a_state_negotiates(knowledge: Knowledge) -> None:
    text = "The EBRD is considering a 40 million euro sovereign loan to Kyrgyzstan for trolleybuses."
    (record,) = read(knowledge, text, "en").agreements
    assert (record.instrument, record.status, set(record.parties)) == ("financing", "negotiated", {"ebrd", "kyrgyzstan"})


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The agreement on visas between Kazakhstan and Denmark will be signed in Aarhus on October 24."),
        ("kk", "Қазақстан мен Дания арасындағы виза туралы келісімге 24 қазанда қол қойылады."),
        ("ky", "Кыргызстан менен Даниянын ортосундагы виза жөнүндө келишимге 24-октябрда кол коюлат."),
    ],
)
def test_a_day_to_come_without_a_year_is_the_next_one(knowledge: Knowledge, language: str, text: str) -> None:
    (record,) = read(knowledge, text, language, date(2025, 10, 14)).agreements
    assert (record.status, record.fresh) == ("announced", True)


def test_a_plan_for_a_day_of_a_year_that_is_gone_is_old(knowledge: Knowledge) -> None:
    text = "The agreement on visas between Kazakhstan and Denmark was to be signed on October 24, 2022."
    assert not any(record.fresh for record in read(knowledge, text, "en", date(2025, 10, 14)).agreements)


def test_talks_on_financing_bind_the_ministry_of_the_readers(knowledge: Knowledge) -> None:
    text = "Қаржы министрлігі Азия даму банкімен жолдарды қаржыландыру туралы келіссөз жүргізіп жатыр."
    (record,) = read(knowledge, text, "kk").agreements
    assert (record.status, set(record.parties)) == ("negotiated", {"kazakhstan", "adb"})


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "kk",
            "Қазақстан мен Дания сегіз құжатқа қол қойды. Олардың қатарында су туралы келісім және туризм туралы меморандум бар.",
        ),
        (
            "ky",
            "Кыргызстан менен Дания сегиз документке кол койду. Алардын арасында суу боюнча келишим жана туризм меморандуму бар.",
        ),
        (
            "en",
            "Kazakhstan and Denmark signed eight documents. Among them are an agreement on water and a memorandum on tourism.",
        ),
    ],
)
def test_what_is_among_documents_that_were_signed_is_signed(knowledge: Knowledge, language: str, text: str) -> None:
    records = read(knowledge, text, language).agreements
    assert [(one.instrument, one.status, one.fresh, len(one.parties)) for one in records] == [
        ("agreement", "signed", True, 2),
        ("mou", "signed", True, 2),
    ]


def test_what_is_among_documents_that_are_planned_is_not_signed(knowledge: Knowledge) -> None:
    text = "Kazakhstan and Denmark will sign eight documents. Among them is an agreement on water."
    assert all(one.status != "signed" for one in read(knowledge, text, "en").agreements)


@pytest.mark.parametrize(
    ("bank", "party"),
    [
        ("Европа реконструкция жана өнүктүрүү банкы", "ebrd"),
        ("Евразиялык өнүктүрүү банкы", "eurasian-development-bank"),
        ("Азия инфраструктуралык инвестиция банкы", "aiib"),
        ("АӨБ", "adb"),
        ("ИӨБ", "islamic-development-bank"),
        ("Моңголия", "mongolia"),
        ("БУУ Өнүктүрүү программасы", "undp"),
        ("Бириккен Улуттар Уюмунун Балдар фонду", "unicef"),
    ],
)
def test_the_usual_kyrgyz_names_of_banks_and_states_are_parties(knowledge: Knowledge, bank: str, party: str) -> None:
    text = f"{bank} менен Кыргызстандын Финансы министрлиги жылытуу тармагын жаңылоо боюнча келишимге кол койду."
    (record,) = read(knowledge, text, "ky").agreements
    assert (record.status, set(record.parties)) == ("signed", {"kyrgyzstan", party})


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ky", "Кыргызстан менен Даниянын тышкы иштер министрликтери окуу жайлары боюнча нота алмашышты."),
        ("ky", "Кыргызстан менен Даниянын өкмөттөрүнүн ортосунда грант берүү боюнча нота алмашуу аземи өттү."),
        ("kk", "Қазақстан мен Дания оқу орындары бойынша нота алмасты."),
    ],
)
def test_notes_are_exchanged_also_in_the_singular(knowledge: Knowledge, language: str, text: str) -> None:
    (record,) = read(knowledge, text, language).agreements
    assert (record.status, record.fresh) == ("signed", True)
    assert {"denmark"} < set(record.parties)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ky", "Кыргызстан менен Даниянын балык боюнча келишими ишкерлерге пайда алып келди."),
        ("kk", "Қазақстан мен Данияның балық туралы келісімі кәсіпкерлерге пайда алып келді."),
    ],
)
def test_what_an_agreement_has_brought_does_not_conclude_it(knowledge: Knowledge, language: str, text: str) -> None:
    assert all(one.status == "discussed" for one in read(knowledge, text, language).agreements)


def test_what_customers_conclude_with_a_company_is_none(knowledge: Knowledge) -> None:
    text = "Ипотекалык компания алуучулар менен келишимди мындан ары тиркеме аркылуу түзөт."
    assert read(knowledge, text, "ky").agreements == ()


@pytest.mark.parametrize(
    ("language", "parties", "text"),
    [
        ("ky", "kyrgyzstan russia", "Билим берүү министри Айнура Асанова россиялык кесиптеши менен келишимге кол койду."),
        ("ky", "kyrgyzstan turkiye", "Коргоо министри Руслан Асанов Анкарада түрк кесиптеши менен протоколго кол койду."),
        ("ky", "kyrgyzstan denmark", "Даниянын элчилиги менен Энергетика министрлиги гранттык келишимге кол койду."),
        ("ky", "kyrgyzstan denmark", "Тышкы иштер министрлиги Данияга визалар боюнча макулдашуу түзүүнү сунуштады."),
        ("ky", "kyrgyzstan denmark", "Энергетика министринин орун басары Даниянын элчиси менен келишимдин долбоорун талкуулады."),
        (
            "ky",
            "kyrgyzstan denmark",
            "Айыл чарба министри Даниянын Ветеринария жана азык-түлүк агенттигинин башчысы менен протоколго кол койду.",
        ),
        ("kk", "kazakhstan russia", "Оқу-ағарту министрі ресейлік әріптесі Иван Петровпен келісімге қол қойды."),
        ("kk", "kazakhstan turkiye", "Қорғаныс министрі Анкарада түрік әріптесімен хаттамаға қол қойды."),
        ("kk", "kazakhstan denmark", "Сыртқы істер министрлігі Данияға визалар туралы келісім жасасуды ұсынды."),
    ],
)
def test_the_partner_of_a_ministry_of_the_readers_is_told_by_its_counterpart_or_organ(
    knowledge: Knowledge, language: str, parties: str, text: str
) -> None:
    (record,) = read(knowledge, text, language).agreements
    assert set(record.parties) == {*parties.split()}


def test_the_premiers_of_the_members_of_a_union_are_not_those_of_the_readers(knowledge: Knowledge) -> None:
    text = "Евразия экономикалык биримдигине мүчө өлкөлөрдүн премьер-министрлери соода боюнча макулдашууга кол коюшту."
    (record,) = read(knowledge, text, "ky").agreements
    assert record.parties == ("eaeu-org",)
