"""Agreements in the languages of the region: every form of the verbs that the press uses, and what only looks like one."""

from __future__ import annotations

import csv
from collections import defaultdict
from datetime import date
from pathlib import Path

import pytest

from c5watch.article import Article
from c5watch.knowledge import Knowledge
from c5watch.text import fold_text
from pipelines.actors import find_actors
from pipelines.agreement.tables import WORDINGS
from pipelines.agreement.words_uz import in_cyrillic
from pipelines.agreements import find_agreements
from pipelines.summits import find_summits
from tests.article_of import article_of

DATA = Path(__file__).parent / "data"


def read(knowledge: Knowledge, text: str, language: str, day: date = date(2026, 11, 10)) -> Article:
    article = article_of(text, language, day)
    return find_agreements(find_summits(find_actors(article, knowledge), knowledge), knowledge)


def _cyrillic(sentence: str) -> str:
    """An Uzbek sentence of Latin letters in Cyrillic ones."""
    words = []
    for word in fold_text(sentence).text.split(" "):
        spelled = in_cyrillic(word.lower())
        words.append(spelled[:1].upper() + spelled[1:] if word[:1].isupper() else spelled)
    return " ".join(words)


def _paradigms() -> list[object]:
    """The sentences of the file by language and status, the Uzbek ones in both scripts."""
    found: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    with (DATA / "agreement_paradigms.tsv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            found[row["language"], "", row["status"]].append(row["sentence"])
            if row["language"] == "uz":
                found["uz", "Cyrl", row["status"]].append(_cyrillic(row["sentence"]))
    return [
        pytest.param(language, status, sentences, id="-".join(filter(None, (language, script, status))))
        for (language, script, status), sentences in found.items()
    ]


@pytest.mark.parametrize(("language", "status", "sentences"), _paradigms())
def test_every_form_of_the_verb_tells_its_status_and_both_sides(
    knowledge: Knowledge, language: str, status: str, sentences: list[str]
) -> None:
    wrong = []
    for sentence in sentences:
        records = read(knowledge, sentence, language).agreements
        told = [(record.status, len(record.parties)) for record in records]
        expected = {told_of for told_of, _ in told} <= {"discussed"} if status == "none" else told == [(status, 2)]
        if not expected:
            wrong.append((sentence, told))
    assert not wrong


@pytest.mark.parametrize("key", [key for key in WORDINGS if key[0] not in ("ru", "en")])
def test_a_table_has_a_word_for_everything_that_can_be_told(key: tuple[str, str]) -> None:
    wording = WORDINGS[key]
    instruments = {"roadmap", "financing", "declaration", "mou", "protocol", "contract", "treaty", "agreement", "other"}
    assert set(wording.nouns.groupindex) == instruments
    kinds = {"denied", "ratified", "submitted", "in_force", "ended", "announced", "plan", "proposed", "signed", "attribute"}
    kinds |= {"adopted", "reached", "approved", "joined", "joining", "act", "negotiated"}
    assert kinds <= set(wording.cues.groupindex)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("kk", "Сапар барысында жаңа көпір ашылатын болады. Қазақстан мен Қытай туризм туралы келісімге қол қойды."),
        ("ky", "Кыргызстан менен Кытай туризм жөнүндө келишимге кол коюшту. Ошондой эле жаңы каттам ачылат."),
        ("ky", "Жолугушуудан кийин Кыргызстан менен Кытай туризм жөнүндө келишимге кол коюшту."),
        ("ky", "Министрликтин маалыматына ылайык, Кыргызстан менен Кытай туризм жөнүндө келишимге кол коюшту."),
        ("uz", "Vazirlik ma’lumotiga ko‘ra, O‘zbekiston va Xitoy turizm bo‘yicha bitim imzoladi."),
        ("uz", "Вазирлик маълумотига кўра, Ўзбекистон ва Хитой туризм бўйича битим имзолади."),
        ("tg", "Тибқи иттилои вазорат, Тоҷикистон ва Чин созишномаи сайёҳиро ба имзо расониданд."),
        ("tk", "Ministrligiň maglumatyna laýyklykda, Türkmenistan bilen Hytaý syýahatçylyk hakynda ylalaşyga gol çekdiler."),
        ("tk", "Türkmenistan bilen Hytaý syýahatçylyk hakynda ylalaşyga gol çekipdir."),
    ],
)
def test_a_source_or_the_hearsay_past_makes_news_no_background(knowledge: Knowledge, language: str, text: str) -> None:
    assert [(record.status, record.fresh) for record in read(knowledge, text, language).agreements] == [("signed", True)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("kk", "Бұдан бұрын Қазақстан мен Қытай туризм туралы келісімге қол қойған еді."),
        ("kk", "Былтыр Қазақстан мен Қытай туризм туралы келісімге қол қойған болатын."),
        ("ky", "Мурда Кыргызстан менен Кытай туризм жөнүндө келишимге кол коюшкан эле."),
        ("uz", "Avvalroq O‘zbekiston va Xitoy turizm bo‘yicha bitim imzolagan edi."),
        ("uz", "Аввалроқ Ўзбекистон ва Хитой туризм бўйича битим имзолаганди."),
        ("tg", "Қаблан Тоҷикистон ва Чин созишномаи сайёҳиро ба имзо расонида буданд."),
        ("tk", "Ozal Türkmenistan bilen Hytaý syýahatçylyk hakynda ylalaşyga gol çekipdi."),
    ],
)
def test_what_was_signed_before_is_no_news(knowledge: Knowledge, language: str, text: str) -> None:
    assert [(record.status, record.fresh) for record in read(knowledge, text, language).agreements] == [("signed", False)]


def _known() -> list[object]:
    with (DATA / "known_agreements.tsv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t"))
    return [
        pytest.param(
            row["language"][:2], row["sentence"], row["day"], row["agreement"], id=f"{row['language']}-{row['agreement']}"
        )
        for row in rows
    ]


@pytest.mark.parametrize(("language", "sentence", "day", "agreement"), _known())
def test_a_known_agreement_is_found_by_its_name_in_every_language(
    knowledge: Knowledge, language: str, sentence: str, day: str, agreement: str
) -> None:
    records = read(knowledge, sentence, language, date.fromisoformat(day)).agreements
    assert [record.agreement for record in records] == [agreement]


def _texts() -> list[object]:
    with (DATA / "agreement_texts.tsv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t"))
    return [
        pytest.param(
            row["language"], row["text"], row["status"], set(row["parties"].split(",")), id=f"{row['language']}-{number}"
        )
        for number, row in enumerate(rows)
    ]


@pytest.mark.parametrize(("language", "text", "status", "parties"), _texts())
def test_a_sentence_as_the_press_writes_it_gives_one_record(
    knowledge: Knowledge, language: str, text: str, status: str, parties: set[str]
) -> None:
    records = read(knowledge, text, language).agreements
    if status == "none":
        assert {record.status for record in records} <= {"discussed"}
    else:
        assert [(record.status, set(record.parties)) for record in records] == [(status, parties)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("kk", "Қазақстан мен Өзбекстан экология туралы меморандум мен көлік туралы келісімге қол қойды."),
        ("ky", "Кыргызстан менен Өзбекстан туризм боюнча меморандумга жана транспорт жөнүндө келишимге кол коюшту."),
        ("uz", "O‘zbekiston va Qozog‘iston ekologiya bo‘yicha memorandum va transport to‘g‘risidagi bitimni imzoladi."),
        ("uz", "Ўзбекистон ва Қозоғистон экология бўйича меморандум ва транспорт тўғрисидаги битимни имзолади."),
        ("tk", "Türkmenistan bilen Özbegistan ekologiýa hakynda Ähtnama we ulag hakynda Ylalaşyga gol çekdiler."),
        ("tg", "Тоҷикистон ва Ӯзбекистон созишномаи нақлиёт ва ёддошти тафоҳум оид ба обро имзо карданд."),
    ],
)
def test_two_documents_of_one_phrase_are_two_records(knowledge: Knowledge, language: str, text: str) -> None:
    records = read(knowledge, text, language).agreements
    assert sorted((record.instrument, record.status) for record in records) == [("agreement", "signed"), ("mou", "signed")]
    assert len({record.parties for record in records}) == 1


@pytest.mark.parametrize(
    ("language", "text", "parties"),
    [
        ("ky", "Кыргыз-тажик чек ара суулары боюнча протоколго кол коюлду.", {"kyrgyzstan", "tajikistan"}),
        ("kk", "Қазақ-қытай туризм туралы меморандумға қол қойылды.", {"kazakhstan", "china"}),
        ("uz", "O‘zbek-turk paxta savdosi bo‘yicha bitim imzolandi.", {"uzbekistan", "turkiye"}),
        ("uz", "Ўзбек-тожик пахта савдоси бўйича битим имзоланди.", {"uzbekistan", "tajikistan"}),
        ("tk", "Türkmen-hytaý bilim ulgamy boýunça ylalaşyga gol çekildi.", {"turkmenistan", "china"}),
    ],
)
def test_a_pair_of_peoples_names_both_states(knowledge: Knowledge, language: str, text: str, parties: set[str]) -> None:
    (record,) = read(knowledge, text, language).agreements
    assert (set(record.parties), record.status) == (parties, "signed")


def test_a_people_alone_names_no_state(knowledge: Knowledge) -> None:
    assert not read(knowledge, "Кыргыз акыны басма менен китеп жөнүндө макулдашууга кол койду.", "ky").agreements


def test_a_pair_of_peoples_told_before_gives_the_sides(knowledge: Knowledge) -> None:
    text = "Кыргыз-казак соода форуму өттү. Тараптар эт жеткирүү боюнча келишим макулдашылганын билдиришти."
    (record,) = read(knowledge, text, "ky").agreements
    assert (set(record.parties), record.status) == ({"kyrgyzstan", "kazakhstan"}, "signed")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("kk", "Кездесуде Ресейдің Қазақстанмен су туралы келісімді бұзғандығы айтылды."),
        ("ky", "Жолугушууда Орусиянын Казакстан менен суу жөнүндө келишимди бузгандыгы айтылды."),
    ],
)
def test_a_breach_is_no_end(knowledge: Knowledge, language: str, text: str) -> None:
    assert "ended" not in {record.status for record in read(knowledge, text, language).agreements}


def test_a_bill_to_ratify_opens_a_record_without_a_known_partner(knowledge: Knowledge) -> None:
    text = "Депутаттарға Албаниямен қос салықты болдырмау туралы келісімді ратификациялау туралы заң жобасы ұсынылғалы отыр."
    (record,) = read(knowledge, text, "kk").agreements
    assert record.status == "submitted"


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        (
            "kk",
            "Қазақстан мен Қырғызстан атынан Олжас Бектенов пен Адылбек Касымалиев мал шаруашылығы туралы келісімге қол қойды.",
            "мал шаруашылығы туралы келісімге",
        ),
        (
            "ky",
            "Өзбекстандын вице-премьери Жамшид Кучкаров Кыргызстан менен пахта жөнүндө келишимге кол койду.",
            "пахта жөнүндө келишимге",
        ),
    ],
)
def test_those_who_sign_are_no_part_of_the_name(knowledge: Knowledge, language: str, text: str, name: str) -> None:
    (record,) = read(knowledge, text, language).agreements
    assert name in record.name
    assert not {"Касымалиев", "Кучкаров", "Бектенов"} & set(record.name.split())


def test_the_headline_and_the_opening_tell_one_agreement(knowledge: Knowledge) -> None:
    text = (
        "Тоҷикистон ва Қирғизистон созишномаи нақлиётӣ имзо карданд\n\n"
        "Рӯзи сешанбе Тоҷикистон ва Қирғизистон созишнома дар бораи парвозҳои мустақимро ба имзо расониданд. "
        "Созишномаро вазирони корҳои хориҷӣ имзо карданд. Ҳадафи ин созишнома афзоиши мусофирон аст."
    )
    (record,) = read(knowledge, text, "tg").agreements
    assert (record.status, set(record.parties)) == ("signed", {"tajikistan", "kyrgyzstan"})
    assert record.name == "созишнома дар бораи парвозҳои мустақимро"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "kk",
            "Қазақстан мен Өзбекстан шекара туралы шартқа қол қойды. Аталған келісім су бөлісуді реттейді.",
        ),
        (
            "en",
            "Kazakhstan and Uzbekistan signed a border treaty. They said this landmark agreement on rivers was signed.",
        ),
        (
            "ru",
            "Казахстан и Узбекистан подписали договор о границе. Министры отметили, что это соглашение о реках подписано.",
        ),
    ],
)
def test_a_demonstrative_means_the_agreement_told_before(knowledge: Knowledge, language: str, text: str) -> None:
    assert len(read(knowledge, text, language).agreements) == 1


def test_through_whom_something_goes_is_no_party(knowledge: Knowledge) -> None:
    text = "Türkmenistan Azerbaýjanyň we Gürjüstanyň üsti bilen Türkiýä gaz ibermek hakynda ylalaşyga gol çekdi."
    (record,) = read(knowledge, text, "tk").agreements
    assert not {"azerbaijan", "georgia"} & set(record.parties)


@pytest.mark.parametrize(
    ("language", "text", "status"),
    [
        (
            "tg",
            "Имзои созишномаи нав байни Тоҷикистон ва Ӯзбекистон оид ба оби Зарафшон дар назар аст.",
            "announced",
        ),
        ("kk", "Бішкектің ұсынысы бойынша Қазақстан мен Қырғызстан бал туралы келісімге қол қойды.", "signed"),
        ("kk", "Қазақстан мен Қырғызстан қол қойған меморандум жоспарланған жобаларды қамтиды.", "signed"),
    ],
)
def test_what_governs_the_verb_stands_behind_it(knowledge: Knowledge, language: str, text: str, status: str) -> None:
    (record,) = read(knowledge, text, language).agreements
    assert record.status == status


def test_what_holds_while_a_treaty_is_in_force_does_not_say_that_it_is(knowledge: Knowledge) -> None:
    text = "Kazakhstan and Russia signed a treaty on the range. Kazakhstan will lease the land as long as the treaty is in force."
    (record,) = read(knowledge, text, "en").agreements
    assert record.status == "signed"


@pytest.mark.parametrize(
    ("language", "text", "status"),
    [
        ("kk", "Азия даму банкі Қазақстанға мектеп салуға 40 миллион доллар несие береді.", "announced"),
        ("kk", "Дүниежүзілік банк қазақстандық мектептерге 25 миллион доллар қаржы бөлу туралы шешім қабылдады.", "announced"),
        ("kk", "Дүниежүзілік банк Қазақстанға жол салуға 70 миллион доллар қарыз берді.", "signed"),
        ("ky", "Дүйнөлүк банк Кыргызстанга мектеп үчүн 12 миллион доллар грант бөлдү.", "signed"),
        ("ky", "Дүйнөлүк банк Кыргызстанга жол үчүн 18,5 миллион доллар насыя берет.", "announced"),
        ("uz", "Jahon banki O‘zbekistonga suv tarmog‘i uchun 90 million dollar kredit ajratadi.", "announced"),
        ("uz", "Жаҳон банки Ўзбекистонга мактаблар учун 60 миллион доллар кредит ажратди.", "signed"),
        ("tk", "Bütindünýä banky Türkmenistana suw üçin 15 million dollar karz berer.", "announced"),
        ("tg", "Бонки ҷаҳонӣ ба Тоҷикистон барои роҳҳо 20 миллион доллар грант ҷудо кард.", "signed"),
        ("en", "The EBRD will lend €15 million to Uzbekistan for buses.", "announced"),
    ],
)
def test_money_that_a_bank_gives_a_state_is_financing(knowledge: Knowledge, language: str, text: str, status: str) -> None:
    (record,) = read(knowledge, text, language).agreements
    assert (record.instrument, record.status, len(record.parties)) == ("financing", status, 2)
    assert record.amount is not None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("kk", "Банк жас кәсіпкерге 3 миллион теңге несие берді."),
        ("ky", "Кыргызстанда банктар айыл чарбасына 2 миллиард сом насыя берди."),
        ("uz", "Bank oilaga 20 million so‘m kredit ajratdi."),
        ("en", "The EBRD lent €7 million to a dairy producer in Kyrgyzstan."),
    ],
)
def test_a_loan_to_a_customer_is_no_agreement_of_states(knowledge: Knowledge, language: str, text: str) -> None:
    assert not read(knowledge, text, language).agreements


def test_a_word_that_opens_a_list_goes_on_with_the_signing_before(knowledge: Knowledge) -> None:
    text = (
        "Ўзбекистон Президенти ва Туркия Президенти ҳузурида 3 та ҳужжат имзоланди. Жумладан:\n"
        "- Балиқчилик соҳасида ҳамкорлик тўғрисида битим;\n"
        "- Музейлар соҳасида ҳамкорлик тўғрисида баённома;"
    )
    records = read(knowledge, text, "uz").agreements
    assert [(record.instrument, record.status) for record in records] == [("agreement", "signed"), ("protocol", "signed")]


def test_documents_of_short_subjects_are_two(knowledge: Knowledge) -> None:
    text = "Кыргызстан менен Казакстан суу боюнча келишимге кол койду. Алар газ боюнча да өзүнчө келишимге кол коюшту."
    assert [record.status for record in read(knowledge, text, "ky").agreements] == ["signed", "signed"]


def test_agreed_with_the_agreement_as_object_is_concluded(knowledge: Knowledge) -> None:
    (record,) = read(knowledge, "Кыргызстан жана Өзбекстан жайыт боюнча келишимди макулдашты.", "ky").agreements
    assert record.status == "signed"


def test_an_agreement_that_is_in_effect_is_in_force(knowledge: Knowledge) -> None:
    text = "Türkmenistan bilen Özbegistanyň arasynda suw ylalaşygy hereket edýär."
    (record,) = read(knowledge, text, "tk").agreements
    assert record.status == "in_force"


def test_the_organisation_whose_meeting_it_is_is_no_party(knowledge: Knowledge) -> None:
    text = (
        "Саммитке Қазақстан, Өзбекстан, Түркия және Әзербайжан президенттері, ТМҰ Бас хатшысы қатысады. "
        "Мемлекет басшылары келісімдерге қол қояды."
    )
    (record,) = read(knowledge, text, "kk").agreements
    assert set(record.parties) == {"kazakhstan", "uzbekistan", "turkiye", "azerbaijan"}


@pytest.mark.parametrize(
    ("language", "text", "parties"),
    [
        ("ky", "Кыргыз өкмөтү менен Дүйнөлүк банк насыялык келишимге кол койду.", {"kyrgyzstan", "world-bank"}),
        ("uz", "O‘zbek hukumati va Qozog‘iston don savdosi bo‘yicha bitim imzoladi.", {"uzbekistan", "kazakhstan"}),
        ("tk", "Türkmen tarapy bilen Özbegistan pagta söwdasy hakynda ylalaşyga gol çekdi.", {"turkmenistan", "uzbekistan"}),
    ],
)
def test_who_acts_for_a_people_names_its_state(knowledge: Knowledge, language: str, text: str, parties: set[str]) -> None:
    (record,) = read(knowledge, text, language).agreements
    assert set(record.parties) == parties


@pytest.mark.parametrize(
    "following",
    ["The agreement reaffirms the resolve of Astana.", "The agreement entails joint patrols.", "None of them deals with visas."],
)
def test_the_english_bare_word_with_a_verb_opens_no_second_record(knowledge: Knowledge, following: str) -> None:
    text = f"Kazakhstan and Uzbekistan signed an agreement on fisheries. {following}"
    (record,) = read(knowledge, text, "en").agreements
    assert record.name == "agreement on fisheries"


def test_to_agree_a_deal_is_to_conclude_it(knowledge: Knowledge) -> None:
    (record,) = read(knowledge, "Kazakhstan and Uzbekistan agreed a deal on water sharing.", "en").agreements
    assert record.status == "signed"
