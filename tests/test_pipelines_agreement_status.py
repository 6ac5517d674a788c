"""Where an agreement stands where the text tells more than that: of sport, postponements, older documents, denials, answers."""

from __future__ import annotations

from datetime import date

import pytest

from c5watch.article import Agreement, Article, Interview, Quote, Turn
from c5watch.knowledge import Knowledge
from pipelines.actors import find_actors
from pipelines.agreements import find_agreements
from pipelines.summits import find_summits
from tests.article_of import article_of

DAY = date(2025, 11, 20)


def read(knowledge: Knowledge, text: str, language: str = "ru", day: date = DAY, **more: object) -> Article:
    article = article_of(text, language, day, **more)
    return find_agreements(find_summits(find_actors(article, knowledge), knowledge), knowledge)


def told(knowledge: Knowledge, text: str, language: str = "ru") -> list[tuple[str, str, bool]]:
    """Instrument, status and whether it is news."""
    return [(one.instrument, one.status, one.fresh) for one in read(knowledge, text, language).agreements]


def only(knowledge: Knowledge, text: str, language: str = "ru") -> Agreement:
    (record,) = read(knowledge, text, language).agreements
    return record


@pytest.mark.parametrize(
    ("language", "news", "sport"),
    [
        (
            "ru",
            "Узбекистан и Китай подписали договор о дружбе.",
            "Тем временем хоккейный клуб «Барыс» подписал договор с вратарём.",
        ),
        (
            "ru",
            "Сенат Казахстана ратифицировал договор с Монголией.",
            "Тренер сборной продлил контракт, игроки готовятся к матчу.",
        ),
        (
            "en",
            "Kazakhstan and Mongolia signed an agreement on grain.",
            "Elsewhere, a hockey club signed a contract with a goalkeeper.",
        ),
        ("kk", "Қазақстан мен Моңғолия астық туралы келісімге қол қойды.", "«Барыс» клубы қақпашымен келісімшартқа қол қойды."),
        ("ky", "Кыргызстан менен Монголия дан боюнча келишимге кол коюшту.", "Футбол клубу чабуулчу менен контрактка кол койду."),
        ("uz", "O‘zbekiston va Mongoliya don bo‘yicha bitim imzoladi.", "Futbol klubi hujumchi bilan shartnoma imzoladi."),
        ("uz", "Ўзбекистон ва Монголия дон бўйича битим имзолади.", "Футбол клуби ҳужумчи билан шартнома имзолади."),
        ("tg", "Тоҷикистон ва Муғулистон созишномаи ғалларо имзо карданд.", "Клуби футбол бо ҳуҷумкунанда шартнома имзо кард."),
        (
            "tk",
            "Türkmenistan bilen Mongoliýa däne hakynda ylalaşyga gol çekdiler.",
            "Futbol kluby hüjümçi bilen şertnama baglaşdy.",
        ),
    ],
)
@pytest.mark.parametrize("sport_first", [False, True])
def test_a_player_s_contract_hides_no_agreement_beside_it(
    knowledge: Knowledge, language: str, news: str, sport: str, sport_first: bool
) -> None:
    text = f"{sport}\n{news}" if sport_first else f"{news}\n{sport}"
    assert only(knowledge, text, language).status in ("signed", "ratified")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Нападающий перешёл в новый клуб.\nСоглашение рассчитано на три года и подписано в Алматы."),
        ("en", "The striker has joined a club from Kazakhstan. He signed an agreement in Almaty until 2027."),
    ],
)
def test_what_follows_a_sentence_on_a_player_is_his_contract_too(knowledge: Knowledge, language: str, text: str) -> None:
    assert read(knowledge, text, language).agreements == ()


@pytest.mark.parametrize(
    ("language", "sentence", "status"),
    [
        ("ru", "Соглашение между Узбекистаном и Грузией заключено так и не было.", "denied"),
        ("ru", "Протокол между Узбекистаном и Грузией подписать не удалось.", "denied"),
        ("ru", "Подписания протокола между Узбекистаном и Грузией не произошло.", "denied"),
        ("ru", "Подписание договора между Узбекистаном и Грузией перенесено на весну.", "announced"),
        ("en", "The treaty between Uzbekistan and Georgia has yet to be signed.", "denied"),
        ("en", "The signing of a treaty between Uzbekistan and Georgia was put off until spring.", "announced"),
        ("en", "Georgia attended the signing of a treaty with Uzbekistan.", "signed"),
        ("ru", "Правительство Узбекистана внесло в парламент законопроект о ратификации договора с Грузией.", "submitted"),
        ("ru", "Парламент Грузии отклонил ратификацию договора с Узбекистаном.", "denied"),
        ("en", "Georgia's parliament rejected the ratification of the treaty with Uzbekistan.", "denied"),
        ("kk", "Парламент Қазақстан мен Грузия арасындағы келісімді ратификациялаудан бас тартты.", "denied"),
        ("kk", "Мәжіліс Қазақстан мен Грузия арасындағы көлік туралы келісімді ратификациядан өткізді.", "ratified"),
        ("ky", "Парламент Кыргызстан менен Грузиянын ортосундагы келишимди ратификациялоодон баш тартты.", "denied"),
        ("uz", "Parlament O‘zbekiston va Gruziya o‘rtasidagi bitimni ratifikatsiya qilishdan bosh tortdi.", "denied"),
        ("uz", "Парламент Ўзбекистон ва Грузия ўртасидаги битимни ратификация қилишдан бош тортди.", "denied"),
        ("tg", "Парлумон ратификатсияи созишномаи байни Тоҷикистон ва Гурҷистонро рад кард.", "denied"),
        ("tk", "Mejlis Türkmenistan bilen Gürjüstanyň arasyndaky ylalaşygy ratifikasiýa etmekden ýüz öwürdi.", "denied"),
        ("ru", "Соглашение между Узбекистаном и Грузией о транзите истекло в июне.", "ended"),
        ("ru", "Срок действия соглашения между Узбекистаном и Грузией закончился.", "ended"),
        ("kk", "Қазақстан мен Грузия арасындағы транзит туралы келісімнің мерзімі аяқталды.", "ended"),
        ("ky", "Кыргызстан менен Грузиянын ортосундагы транзит боюнча келишимдин мөөнөтү бүттү.", "ended"),
        ("uz", "O‘zbekiston va Gruziya o‘rtasidagi tranzit bo‘yicha bitimning muddati tugadi.", "ended"),
        ("uz", "Ўзбекистон ва Грузия ўртасидаги транзит бўйича битимнинг муддати тугади.", "ended"),
        ("tg", "Мӯҳлати созишномаи байни Тоҷикистон ва Гурҷистон оид ба транзит ба охир расид.", "ended"),
        ("tk", "Türkmenistan bilen Gürjüstanyň arasyndaky tranzit hakynda ylalaşygyň möhleti tamamlandy.", "ended"),
    ],
)
def test_refusal_delay_and_end_are_no_signing(knowledge: Knowledge, language: str, sentence: str, status: str) -> None:
    assert only(knowledge, sentence, language).status == status


def test_a_verb_of_ending_is_no_part_of_the_name(knowledge: Knowledge) -> None:
    record = only(knowledge, "Соглашение между Узбекистаном и Грузией о транзите истекло в июне.")
    assert record.name == "Соглашение между Узбекистаном и Грузией о транзите"


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("ru", "Договор между Узбекистаном и Грузией ещё не подписан, его подписание запланировано на 2026 год."),
        ("en", "The treaty between Uzbekistan and Georgia has not been signed yet, its signing is planned for 2026."),
        ("kk", "Қазақстан мен Грузия арасындағы шартқа әлі қол қойылған жоқ, оған 2026 жылы қол қою жоспарланған."),
        ("ky", "Кыргызстан менен Грузиянын ортосундагы келишимге кол коюла элек, ага 2026-жылы кол коюу пландалууда."),
        ("uz", "O‘zbekiston va Gruziya o‘rtasidagi bitim hali imzolanmagan, uni kuzda imzolash rejalashtirilgan."),
        ("uz", "Ўзбекистон ва Грузия ўртасидаги битим ҳали имзоланмаган, уни кузда имзолаш режалаштирилган."),
        ("tg", "Созишномаи байни Тоҷикистон ва Гурҷистон ҳанӯз имзо нашудааст, имзои он дар соли 2026 ба нақша гирифта шудааст."),
        (
            "tk",
            "Türkmenistan bilen Gürjüstanyň arasyndaky ylalaşyga entek gol çekilmedi, oňa güýzde gol çekmek meýilleşdirilýär.",
        ),
    ],
)
def test_what_is_not_signed_yet_but_will_be_is_announced(knowledge: Knowledge, language: str, sentence: str) -> None:
    assert only(knowledge, sentence, language).status == "announced"


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Georgia rejected claims that it had signed a pact with Uzbekistan on gas transit."),
        ("kk", "Министрлік Қазақстан мен Грузия газ туралы келісімге қол қойды деген ақпаратты жалған деп атады."),
        ("ky", "Министрлик Кыргызстан менен Грузия газ боюнча келишимге кол койду деген маалымат негизсиз экенин айтты."),
        ("uz", "Vazirlik O‘zbekiston va Gruziya gaz bo‘yicha bitim imzolagani haqidagi xabarlarni asossiz deb atadi."),
        ("uz", "Вазирлик Ўзбекистон ва Грузия газ бўйича битим имзолагани ҳақидаги хабарларни асоссиз деб атади."),
        ("tg", "Вазорат хабарро, ки гӯё Тоҷикистон ва Гурҷистон созишномаи газро имзо карданд, беасос номид."),
        ("tk", "Ministrlik Türkmenistan bilen Gürjüstan gaz hakynda ylalaşyga gol çekdi diýen habary esassyz diýip atlandyrdy."),
    ],
)
def test_what_a_ministry_calls_untrue_is_denied(knowledge: Knowledge, language: str, sentence: str) -> None:
    assert only(knowledge, sentence, language).status == "denied"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Грузия и Казахстан подпишут соглашение о транзите зимой. В 2019 году стороны подписали меморандум о туризме."),
        ("ru", "В 2019 году Грузия и Казахстан подписали меморандум о туризме. Соглашение о транзите стороны подпишут зимой."),
        ("en", "Georgia and Kazakhstan will sign a transit agreement. In 2019 the sides signed a memorandum on tourism."),
        (
            "kk",
            "Қазақстан мен Грузия транзит туралы келісімге қол қоймақ. 2019 жылы тараптар туризм туралы меморандумға қол қойған.",
        ),
        (
            "ky",
            "Кыргызстан менен Грузия транзит боюнча келишимге кол коёт. 2019-жылы тараптар туризм меморандумуна кол койгон.",
        ),
        (
            "uz",
            "O‘zbekiston va Gruziya tranzit bo‘yicha bitim imzolaydi. 2019-yilda tomonlar turizm bo‘yicha memorandum imzolagan.",
        ),
        ("uz", "Ўзбекистон ва Грузия транзит бўйича битим имзолайди. 2019 йилда томонлар туризм бўйича меморандум имзолаган."),
        (
            "tg",
            "Тоҷикистон ва Гурҷистон созишномаи транзитро имзо мекунанд. Соли 2019 ҷонибҳо меморандуми сайёҳиро имзо карданд.",
        ),
        (
            "tk",
            "Türkmenistan bilen Gürjüstan üstaşyr ylalaşyga gol çeker. 2019-njy ýylda taraplar söwda ähtnamasyna gol çekdiler.",
        ),
    ],
)
def test_an_older_document_is_not_the_one_to_be_signed(knowledge: Knowledge, language: str, text: str) -> None:
    assert sorted(told(knowledge, text, language)) == [("agreement", "announced", True), ("mou", "signed", False)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Georgia and Kazakhstan plan a transit treaty. The treaty would extend a protocol concluded in June 2023."),
        ("en", "Georgia and Kazakhstan will sign a transit treaty. The treaty draws on an accord signed in 2021."),
        ("ru", "Грузия и Казахстан подпишут договор о транзите. Договор опирается на протокол, подписанный в 2021 году."),
        ("kk", "Қазақстан мен Грузия 2021 жылы қол қойылған меморандум негізінде транзит туралы келісім әзірлеп жатыр."),
    ],
)
def test_the_participle_of_an_older_document_says_nothing_of_the_new_one(knowledge: Knowledge, language: str, text: str) -> None:
    states = {one.instrument: one.status for one in read(knowledge, text, language).agreements}
    assert states["agreement" if "agreement" in states else "treaty"] in ("announced", "negotiated")


def test_a_participle_is_said_of_all_that_are_joined(knowledge: Knowledge) -> None:
    text = "The treaty on transit and the protocol on customs signed by Georgia and Kazakhstan were published."
    assert [status for _, status, _ in told(knowledge, text, "en")] == ["signed", "signed"]


@pytest.mark.parametrize(
    ("text", "state"),
    [
        (
            "Токаев подписал закон о ратификации договора с Грузией, передаёт Акорда 9 ноября. Договор подписан 3 мая в Тбилиси.",
            ("ratified", "2025-05-03", "tbilisi"),
        ),
        (
            "Договор Грузии и Казахстана, подписанный в марте 2024 года в Астане, вступил в силу.",
            ("in_force", "2024-03", "astana"),
        ),
        ("Подписанный в марте 2024 года в Астане договор Грузии и Казахстана вступил в силу.", ("in_force", "2024-03", "astana")),
    ],
)
def test_the_day_and_place_are_those_of_the_signing(knowledge: Knowledge, text: str, state: tuple[str, str, str]) -> None:
    record = only(knowledge, text)
    assert (record.status, record.date, record.place) == state


def test_listed_documents_have_the_day_and_place_of_their_heading(knowledge: Knowledge) -> None:
    text = (
        "По итогам переговоров президентов Казахстана и Грузии 18 ноября в Астане подписаны следующие документы:\n"
        "- соглашение о перевозке зерна;\n- протокол о таможне.\n"
        "Договор о дружбе, подписанный в мае 2023 года в Тбилиси, вступил в силу."
    )
    records = read(knowledge, text).agreements
    assert [(one.instrument, one.status, one.date, one.place) for one in records] == [
        ("agreement", "signed", "2025-11-18", "astana"),
        ("protocol", "signed", "2025-11-18", "astana"),
        ("treaty", "in_force", "2023-05", "tbilisi"),
    ]


def test_what_is_quoted_says_nothing_of_what_stands_beside_the_quotation(knowledge: Knowledge) -> None:
    text = (
        "Georgia and Kazakhstan negotiated a transit treaty. “Two of the drafts were never tabled,” said a critic of the treaty."
    )
    assert [status for _, status, _ in told(knowledge, text, "en")] == ["negotiated"]
    spoken = (
        "«Все бумаги были подписаны ещё весной», – сказал критик соглашения. Грузия и Казахстан готовят соглашение о транзите."
    )
    assert [status for _, status, _ in told(knowledge, spoken)] == ["announced"]


def test_the_word_of_one_against_the_denial_of_another_is_a_claim(knowledge: Knowledge) -> None:
    text = (
        "Georgia has not signed any agreement on gas with Turkmenistan, rejecting a claim that a contract had been concluded. "
        "“We signed the contract,” said Beka Lomidze, a trader."
    )
    start = text.index("“We")
    quote = Quote(start=start, end=text.index(" said"), speaker="Beka Lomidze")
    (record,) = read(knowledge, text, "en", quotes=(quote,)).agreements
    assert record.status == "denied"
    assert [(claim.status, claim.speaker) for claim in record.claims] == [("denied", None), ("signed", "Beka Lomidze")]


@pytest.mark.parametrize(
    ("language", "sentence", "parties"),
    [
        ("tk", "Ministr Hytaý bilen gaz boýunça şertnama baglaşylmandygyny aýtdy.", {"china"}),
        ("uz", "Vazir Xitoy bilan gaz bo‘yicha shartnoma imzolanmaganini aytdi.", {"china"}),
        ("uz", "Вазир Хитой билан газ бўйича шартнома имзоланмаганини айтди.", {"china"}),
        ("ru", "Министр заявил, что контракт с Китаем о поставках газа не подписан.", {"china"}),
    ],
)
def test_a_contract_with_a_state_can_be_denied_by_the_other_side(
    knowledge: Knowledge, language: str, sentence: str, parties: set[str]
) -> None:
    record = only(knowledge, sentence, language)
    assert (record.status, set(record.parties)) == ("denied", parties)


@pytest.mark.parametrize(
    ("language", "question", "answer", "status"),
    [
        ("en", "– Was the treaty with Georgia on transit signed?", "– That one was signed, by our ministers.", "signed"),
        ("en", "– And the treaty with Georgia on transit?", "– Nothing has been signed yet.", "denied"),
        ("en", "– When do you sign the treaty with Georgia on transit?", "– The treaty we will sign in spring.", "announced"),
        ("ru", "– А договор с Грузией о транзите?", "– Он уже подписан, в мае.", "signed"),
        ("ru", "– А договор с Грузией о транзите?", "– Пока ничего не подписано.", "denied"),
        ("ru", "– Когда будет готов договор с Грузией о транзите?", "– Договор мы подпишем весной.", "announced"),
        ("kk", "– Грузиямен транзит туралы келісім не болды?", "– Оған мамырда қол қойылды.", "signed"),
        ("kk", "– Грузиямен транзит туралы келісім не болды?", "– Әзірге ештеңеге қол қойылған жоқ.", "denied"),
        ("ky", "– Грузия менен транзит боюнча келишим эмне болду?", "– Ага майда кол коюлду.", "signed"),
        ("uz", "– Gruziya bilan tranzit bo‘yicha bitim nima bo‘ldi?", "– U imzolandi.", "signed"),
        ("uz", "– Gruziya bilan tranzit bo‘yicha bitim nima bo‘ldi?", "– Hali hech narsa imzolanmagan.", "denied"),
        ("uz", "– Грузия билан транзит бўйича битим нима бўлди?", "– У имзоланди.", "signed"),
        ("tg", "– Созишномаи транзит бо Гурҷистон чӣ шуд?", "– Он моҳи май имзо шуд.", "signed"),
        ("tk", "– Gürjüstan bilen tranzit hakynda ylalaşyk näme boldy?", "– Oňa maýda gol çekildi.", "signed"),
    ],
)
def test_an_answer_tells_the_state_of_what_the_question_names(
    knowledge: Knowledge, language: str, question: str, answer: str, status: str
) -> None:
    text = f"{question}\n{answer}"
    end = len(question)
    turns = (
        Turn(kind="question", speaker=None, start=0, end=end),
        Turn(kind="answer", speaker="Guest", start=end + 1, end=len(text)),
    )
    interview = Interview(turns=turns)
    (record,) = read(knowledge, text, language, interview=interview).agreements
    assert record.status == status
    assert [(claim.status, claim.voice) for claim in record.claims] == [("discussed", "question"), (status, "answer")]
    assert "georgia" in record.parties


def test_a_question_that_is_not_answered_is_no_agreement(knowledge: Knowledge) -> None:
    text = "– А договор с Грузией о транзите?\n– Об этом говорить рано."
    assert read(knowledge, text).agreements == ()


def test_an_answer_names_an_agreement_of_its_own(knowledge: Knowledge) -> None:
    text = "– А соглашение с Грузией о транзите?\n– Оно подписано. Протокол с Европейским союзом тоже подписан."
    assert [(one, status) for one, status, _ in told(knowledge, text)] == [("agreement", "signed"), ("protocol", "signed")]
