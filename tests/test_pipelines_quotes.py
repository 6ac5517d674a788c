"""What is quoted, by whom, and what only stands in quotation marks."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from c5watch.article import Article, Quote
from c5watch.knowledge import load_knowledge
from c5watch.settings import ROOT
from pipelines.interview import find_interview
from pipelines.language import detect_language
from pipelines.quotes import find_quotes

KNOWLEDGE = load_knowledge(ROOT / "knowledge")


def read(text: str, language: str | None = None, script: str = "Cyrl") -> Article:
    article = Article(id="0", url=None, source=None, title=None, text=text, fetched_at=datetime(2025, 11, 9, tzinfo=UTC))
    article = replace(article, language=language, script=script) if language else detect_language(article, KNOWLEDGE)
    return find_quotes(find_interview(article, KNOWLEDGE), KNOWLEDGE)


def said(article: Article, quote: Quote) -> str:
    return article.text[quote.start : quote.end]


DIRECT = [
    ("ru", "Cyrl", "«Текст согласован, осталось подписать», – сказал министр Арман Жумабеков.", "Арман Жумабеков"),
    ("ru", "Cyrl", "Министр Арман Жумабеков заявил: «Текст согласован, осталось подписать».", "Арман Жумабеков"),
    ("ru", "Cyrl", "„Текст согласован, осталось подписать“, — подчеркнула Анна Ли.", "Анна Ли"),
    ("en", "Latn", "“The text is agreed and ready to be signed,” said Helen Marsh, an analyst.", "Helen Marsh"),
    ("en", "Latn", "Helen Marsh, an analyst, said: “The text is agreed and ready to be signed.”", "Helen Marsh"),
    ("en", "Latn", '"The text is agreed and ready to be signed," Helen Marsh told The Morning Post.', "Helen Marsh"),
    ("kk", "Cyrl", "«Құжат мәтіні келісілді, енді қол қою қалды», – деді Айдар Сүлейменов.", "Айдар Сүлейменов"),
    ("kk", "Cyrl", "«Құжат мәтіні келісілді, енді қол қою қалды» деп атап өтті министр Айдар Сүлейменов.", "Айдар Сүлейменов"),
    ("ky", "Cyrl", "«Документтин тексти макулдашылды, кол коюу калды», – деди Нурлан Осмонов.", "Нурлан Осмонов"),
    ("ky", "Cyrl", "«Документтин тексти макулдашылды, кол коюу калды» деп билдирди Нурлан Осмонов.", "Нурлан Осмонов"),
    ("uz", "Latn", "“Hujjat matni kelishildi, endi imzolash qoldi”, — dedi Jahongir Rasulov.", "Jahongir Rasulov"),
    ("uz", "Latn", "“Hujjat matni kelishildi, endi imzolash qoldi”, deya ta’kidladi Jahongir Rasulov.", "Jahongir Rasulov"),
    ("uz", "Cyrl", "«Ҳужжат матни келишилди, энди имзолаш қолди», – деди Шавкат Юнусов.", "Шавкат Юнусов"),
    ("tg", "Cyrl", "«Матни ҳуҷҷат мувофиқа шуд, имзо мондааст», – гуфт Фаррух Назаров.", "Фаррух Назаров"),
    ("tk", "Latn", "“Resminamanyň teksti ylalaşyldy, gol çekmek galdy” diýip, Merdan Orazow belledi.", "Merdan Orazow"),
]


@pytest.mark.parametrize(("language", "script", "text", "speaker"), DIRECT)
def test_direct_speech_has_its_speaker_in_every_language(language, script, text, speaker):
    article = read(text, language, script)
    (quote,) = article.quotes
    assert quote.direct
    assert quote.speaker == speaker
    assert said(article, quote)[0] in '«„“"'
    assert article.voice_at(quote.start + 3) == "quote"


REPORTED = [
    (
        "ru",
        "Cyrl",
        "Министр Арман Жумабеков сообщил, что документ подпишут в апреле.",
        "Арман Жумабеков",
        "документ подпишут в апреле.",
    ),
    ("ru", "Cyrl", "По словам Анны Ли, документ подпишут в апреле.", "Анна Ли", "документ подпишут в апреле."),
    (
        "ru",
        "Cyrl",
        "Документ подпишут в апреле этого года, сообщила Анна Ли.",
        "Анна Ли",
        "Документ подпишут в апреле этого года",
    ),
    (
        "en",
        "Latn",
        "Helen Marsh said that the document would be signed in April.",
        "Helen Marsh",
        "the document would be signed in April.",
    ),
    (
        "en",
        "Latn",
        "According to Helen Marsh, the document will be signed in April.",
        "Helen Marsh",
        "the document will be signed in April.",
    ),
    (
        "kk",
        "Cyrl",
        "Айдар Сүлейменовтің айтуынша, құжатқа сәуірде қол қойылады.",
        "Айдар Сүлейменов",
        "құжатқа сәуірде қол қойылады.",
    ),
    (
        "ky",
        "Cyrl",
        "Нурлан Осмоновдун айтымында, документке апрелде кол коюлат.",
        "Нурлан Осмонов",
        "документке апрелде кол коюлат.",
    ),
    (
        "uz",
        "Latn",
        "Jahongir Rasulovning so‘zlariga ko‘ra, hujjat aprelda imzolanadi.",
        "Jahongir Rasulov",
        "hujjat aprelda imzolanadi.",
    ),
    ("uz", "Cyrl", "Шавкат Юнусовнинг сўзларига кўра, ҳужжат апрелда имзоланади.", "Шавкат Юнусов", "ҳужжат апрелда имзоланади."),
    (
        "tg",
        "Cyrl",
        "Ба гуфтаи Фаррух Назаров, ҳуҷҷат моҳи апрел имзо мешавад.",
        "Фаррух Назаров",
        "ҳуҷҷат моҳи апрел имзо мешавад.",
    ),
    (
        "tk",
        "Latn",
        "Merdan Orazowyň aýtmagyna görä, resminama aprelde gol çekiler.",
        "Merdan Orazow",
        "resminama aprelde gol çekiler.",
    ),
]


@pytest.mark.parametrize(("language", "script", "text", "speaker", "words"), REPORTED)
def test_reported_speech_has_its_speaker_and_is_not_direct(language, script, text, speaker, words):
    article = read(text, language, script)
    (quote,) = article.quotes
    assert (quote.direct, quote.speaker, said(article, quote)) == (False, speaker, words)


@pytest.mark.parametrize(
    "text",
    [
        "Саммит «Центральная Азия – США» прошёл в Вашингтоне. Эксперты говорят о «поворотном моменте».",
        "Директор НИИ «Геополитика и соседство» выступил на форуме «Дорога через Каспий в двадцать первом веке».",
        "Фильм «Что сказал покойник» показали на площади, зрители остались довольны.",
        "Компания «Степные дороги» заявила о планах, сообщает «Вечерний Бишкек».",
        "The “turning point” that many hoped for did not come at the “Central Asia – EU” summit.",
    ],
)
def test_names_and_doubtful_words_are_no_quotes(text):
    assert [quote for quote in read(text).quotes if quote.direct] == []


def test_he_is_the_speaker_named_last():
    article = read(
        "Министр Арман Жумабеков рассказал о переговорах.\n«Текст согласован, осталось подписать», – сказал он.\n"
        "«Первые поезда пойдут в апреле, если успеем», – добавил министр."
    )
    assert [quote.speaker for quote in article.quotes] == ["Арман Жумабеков"] * 2


def test_surname_alone_is_the_person_introduced_in_full():
    article = read("В форуме участвовала экономист Анна Ким. «Деньги идут туда, где есть проект», – отметила Ким.")
    assert [quote.speaker for quote in article.quotes] == ["Анна Ким"]


def test_known_speaker_has_an_id():
    article = read("«Мы подписали важный документ», – сказал Президент Казахстана Касым-Жомарт Токаев на встрече.")
    assert [(quote.speaker, quote.actor) for quote in article.quotes] == [("Касым-Жомарт Токаев", "kassym-jomart-tokayev")]


def test_both_parts_of_an_interrupted_quote_are_found():
    article = read("“I can count aircraft, but not promises,” said Helen Marsh. “The next year will show who is who.”")
    assert [quote.speaker for quote in article.quotes] == ["Helen Marsh"] * 2


def test_speech_behind_a_dash_in_news_is_a_quote():
    article = read(
        "Дорогу закрыли на два дня.\n– Воды было по колено, мы взяли детей, – рассказала жительница Анна Ли. – Дом уцелел."
    )
    assert [said(article, quote) for quote in article.quotes] == ["Воды было по колено, мы взяли детей", "Дом уцелел."]
    assert {quote.speaker for quote in article.quotes} == {"Анна Ли"}


def test_turns_of_an_interview_hold_no_quotes():
    questions = ["Как вы оцениваете итоги?", "Вы ждали большего?", "Что изменится для вас?"]
    answer = "Я оцениваю их сдержанно. «Деньги любят порядок», – сказал мне один банкир, и я с ним согласен."
    lines = ["Об итогах рассказал экономист Тимур Садыков."]
    for question in questions:
        lines += [f"– {question}", f"– {answer}"]
    article = read("\n".join(lines))
    assert article.kind == "interview"
    assert article.quotes == ()


@pytest.mark.parametrize(
    "text",
    [
        "«" * 30_000,
        "“" * 5_000 + "”" * 5_000,
        '"а" ' * 8_000,
        "сказал " * 8_000,
        "– , – сказал\n" * 3_000,
        "«Мы здесь», – сказал министр. Президент и МИД. " * 2_000,
        "МИД Иван Петров отметили в ведомстве, что " * 2_000,
    ],
)
def test_strange_text_ends_quickly_and_without_an_error(text):
    for quote in read(text, "ru").quotes:
        assert 0 <= quote.start < quote.end <= len(text)


OFFICES = [
    (
        "ru",
        "Cyrl",
        "«Стороны готовы продолжить», – сообщила пресс-служба президента Касым-Жомарта Токаева.",
        "пресс-служба президента",
    ),
    ("ru", "Cyrl", "«Помощь уже в пути», – говорится в заявлении Госдепартамента.", "Госдепартамент"),
    ("ru", "Cyrl", "«Паромов пока мало», – жалуется капитан порта Актау.", "капитан порта Актау"),
    ("en", "Latn", "“The talks will go on in May,” the Kazakh Foreign Ministry said.", "the Kazakh Foreign Ministry"),
    ("kk", "Cyrl", "«Келіссөз мамырда жалғасады», – деп мәлімдеді Сыртқы істер министрлігі.", "Сыртқы істер министрлігі"),
    ("uz", "Latn", "“Muzokara may oyida davom etadi”, deyiladi Tashqi ishlar vazirligi bayonotida.", "Tashqi ishlar vazirligi"),
]


@pytest.mark.parametrize(("language", "script", "text", "speaker"), OFFICES)
def test_offices_and_bodies_speak(language, script, text, speaker):
    (quote,) = read(text, language, script).quotes
    assert quote.speaker.startswith(speaker)


def test_title_alone_is_its_holder_by_another_title():
    article = read(
        "Премьер-министр Олжас Бектенов поручил починить дорогу. «Срок – первое октября», – предупредил глава правительства."
    )
    assert [(quote.speaker, quote.actor) for quote in article.quotes] == [("Олжас Бектенов", "olzhas-bektenov")]


def test_body_in_short_is_the_one_named_in_full():
    article = read("В МИД Кыргызстана сообщили, что консул выехал. «Пострадавшим окажут помощь», – отметили в ведомстве.")
    assert [quote.speaker for quote in article.quotes] == ["МИД Кыргызстана"] * 2


def test_two_people_of_one_sentence_keep_their_own_words():
    article = read(
        "Rosa Kim believes the dispute will end before winter, while John Ward warned that prices may double.", "en", "Latn"
    )
    assert [quote.speaker for quote in article.quotes] == ["Rosa Kim", "John Ward"]


def test_speaker_between_dashes_within_the_quote():
    article = read("«Я родился в Ташкенте, — рассказал Тимур Садыков. — И до сих пор помню запах лепёшек».")
    assert [quote.speaker for quote in article.quotes] == ["Тимур Садыков"]


TOLD_BEFORE = [
    ("ru", "Cyrl", "Паромную переправу откроют весной. Об этом журналистам сообщил министр Арман Жумабеков.", "Арман Жумабеков"),
    ("kk", "Cyrl", "Паром өткелі көктемде ашылады. Бұл туралы министр Айдар Сүлейменов мәлімдеді.", "Айдар Сүлейменов"),
    ("ky", "Cyrl", "Паром жазында ачылат. Бул тууралуу министр Нурлан Осмонов билдирди.", "Нурлан Осмонов"),
    ("uz", "Latn", "Parom bahorda ochiladi. Bu haqda vazir Jahongir Rasulov ma’lum qildi.", "Jahongir Rasulov"),
    ("uz", "Cyrl", "Паром баҳорда очилади. Бу ҳақда вазир Шавкат Юнусов хабар берди.", "Шавкат Юнусов"),
    ("tg", "Cyrl", "Гузаргоҳ баҳор кушода мешавад. Дар ин бора вазир Фаррух Назаров хабар дод.", "Фаррух Назаров"),
    ("tk", "Latn", "Parom ýazda açylar. Bu barada ministr Merdan Orazow habar berdi.", "Merdan Orazow"),
    ("en", "Latn", "The ferry will open in spring. The announcement was made by minister Helen Marsh on Friday.", "Helen Marsh"),
]


@pytest.mark.parametrize(("language", "script", "text", "speaker"), TOLD_BEFORE)
def test_a_sentence_that_only_says_who_said_it_gives_the_one_before_its_speaker(language, script, text, speaker):
    (quote,) = read(text, language, script).quotes
    assert quote.start == 0
    assert not quote.direct
    assert quote.speaker == speaker


EXPERTS = [
    ("ru", "Cyrl", "По словам экспертов, новая дорога обойдётся дорого.", "эксперты"),
    ("ru", "Cyrl", "Эксперты считают, что новая дорога обойдётся дорого.", "Эксперты"),
    ("en", "Latn", "According to experts, the new road will be expensive.", "experts"),
    ("kk", "Cyrl", "Сарапшылардың айтуынша, жаңа жол бюджетке ауыр тиеді.", "Сарапшылар"),
    ("kk", "Cyrl", "Балықшылардың айтуынша, су деңгейі тағы төмендеген.", "Балықшылар"),
    ("ky", "Cyrl", "Эксперттердин айтымында, жаңы жол бюджетке оор болот.", "Эксперттер"),
    ("uz", "Latn", "Mutaxassislarning fikricha, yangi yo‘l byudjetga og‘ir tushadi.", "Mutaxassislar"),
    ("uz", "Latn", "Haydovchilarning qo‘shimcha qilishicha, navbat yana uzaygan.", "Haydovchilar"),
    ("uz", "Cyrl", "Мутахассисларнинг фикрича, янги йўл бюджетга оғир тушади.", "Мутахассислар"),
    ("tg", "Cyrl", "Ба гуфтаи коршиносон, роҳи нав ба буҷа гарон меафтад.", "коршиносон"),
    ("tk", "Latn", "Bilermenleriň pikirine görä, täze ýol býujete agyr düşer.", "Bilermenler"),
]


@pytest.mark.parametrize(("language", "script", "text", "speaker"), EXPERTS)
def test_many_of_a_kind_speak_under_that_name_in_every_language(language, script, text, speaker):
    article = read(text, language, script)
    (quote,) = article.quotes
    assert quote.speaker == speaker
    assert article.voice_at(quote.start + 3) == "quote"


SUBJECTS = [
    ("kk", "Cyrl", "Ерлан Сейітов көрші елдің министрі Айдар Сүлейменовке жолдың биыл аяқталатынын айтты.", "Ерлан Сейітов"),
    ("ky", "Cyrl", "Нурлан Осмонов Кыргызстандын сунушу каралып жатканын билдирди.", "Нурлан Осмонов"),
    ("uz", "Latn", "Navbat yil oxirigacha tugashini bugun qo‘mita raisi Jahongir Rasulov ma’lum qildi.", "Jahongir Rasulov"),
    ("tg", "Cyrl", "Фаррух Назаров баъди дидор бо Эмомалӣ Раҳмон гуфт, роҳи нав дар охири сол кушода мешавад.", "Фаррух Назаров"),
    (
        "ru",
        "Cyrl",
        "После встречи с президентом Касым-Жомартом Токаевым Арман Жумабеков отметил, что дорогу достроят.",
        "Арман Жумабеков",
    ),
    (
        "ru",
        "Cyrl",
        "Новую дорогу через перевал достроят к осени, считает вице-премьер, министр транспорта Арман Жумабеков, передаёт ТАСС.",
        "Арман Жумабеков",
    ),
    ("ru", "Cyrl", "Представитель МИД РК Арман Жумабеков подтвердил, что дорогу достроят к осени.", "Арман Жумабеков"),
    ("ru", "Cyrl", "Директор North Road Company Limited Арман Жумабеков сказал, что дорогу достроят к осени.", "Арман Жумабеков"),
    (
        "en",
        "Latn",
        "The new mountain road will be finished in autumn, deputy minister Helen Marsh, who is in Astana, said on Monday.",
        "Helen Marsh",
    ),
    ("en", "Latn", "Helen Marsh said thanks to the new road trade would double within a year.", "Helen Marsh"),
]


@pytest.mark.parametrize(("language", "script", "text", "speaker"), SUBJECTS)
def test_the_subject_of_a_sentence_speaks_and_not_whom_it_mentions(language, script, text, speaker):
    (quote,) = read(text, language, script).quotes
    assert quote.speaker == speaker


def test_a_newsroom_that_passes_a_report_on_is_no_speaker():
    for language, text in (
        ("kk", "Астанада министр Айдар Сүлейменов елшіні қабылдады, деп хабарлайды Altyn Aqparat тілшісі."),
        ("uz", "Bugun Toshkentda Jahongir Rasulov ishtirokida forum o‘tkazildi, deb xabar berdi muxbir."),
    ):
        assert read(text, language, "Latn" if language == "uz" else "Cyrl").quotes == ()


def test_what_is_said_inside_a_passed_on_sentence_is_still_its_speakers():
    text = "Ерлан Сейітов жол биыл аяқталатынын айтты, деп хабарлайды Altyn Aqparat."
    (quote,) = read(text, "kk").quotes
    assert quote.speaker == "Ерлан Сейітов"


def test_the_president_of_a_state_is_not_the_one_of_another():
    text = (
        "Президенты Узбекистана и Казахстана Шавкат Мирзиёев и Касым-Жомарт Токаев подписали договор. "
        "Президент Узбекистана подчеркнул, что граница станет мостом."
    )
    assert read(text, "ru").quotes[-1].speaker == "Шавкат Мирзиёев"


def test_the_head_of_state_is_that_of_the_newsrooms_country():
    text = (
        "Астанаға Қытай төрағасы келді. Қасым-Жомарт Тоқаев пен Си Цзиньпин келіссөз жүргізді. "
        "Мемлекет басшысы теміржол биыл ашылатынын атап өтті."
    )
    assert read(text, "kk").quotes[-1].speaker == "Қасым-Жомарт Тоқаев"


def test_a_document_speaks_for_its_owner_or_for_nobody():
    own = "«Стороны готовы продолжать», – говорится в сообщении пресс-службы Акорды."
    nobody = "Документ подписали в присутствии Армана Жумабекова. «Стороны готовы продолжать», – говорится в заявлении."
    assert read(own, "ru").quotes[0].speaker == "пресс-служба Акорды"
    assert read(nobody, "ru").quotes[0].speaker is None


def test_a_paragraph_without_quotation_marks_that_ends_in_a_verb_of_saying_is_all_said():
    text = "Переправу ждали давно. Мы откроем её весной, – сообщил министр Арман Жумабеков."
    (quote,) = read(text, "ru").quotes
    assert quote.direct
    assert said(read(text, "ru"), quote).startswith("Переправу ждали")
    kazakh = "Өткелді көп күттік. Оны көктемде ашамыз, – деп жазды министр Айдар Сүлейменов."
    (quote,) = read(kazakh, "kk").quotes
    assert quote.direct
    assert (quote.start, quote.speaker) == (0, "Айдар Сүлейменов")


def test_words_of_several_paragraphs_are_one_quote_or_end_with_each_paragraph():
    closed = '"Мы ждали эту дорогу.\nТеперь она открыта", – сказал Арман Жумабеков.'
    (quote,) = read(closed, "ru").quotes
    assert (quote.start, quote.speaker) == (0, "Арман Жумабеков")
    announced = "Министр Арман Жумабеков написал:\n«Мы ждали эту дорогу тридцать лет."
    assert read(announced, "ru").quotes[0].speaker == "Арман Жумабеков"


def test_an_initial_ends_no_sentence_but_an_abbreviation_does():
    text = "Дорогу откроют в срок, передаёт ТАСС. По словам А. Ли, асфальт уже положили."
    article = read(text, "ru")
    assert [said(article, quote) for quote in article.quotes if quote.speaker == "А. Ли"] == ["асфальт уже положили."]


def test_a_title_speaks_though_a_name_follows_the_verb():
    text = "The head of state also said that the Northern Grain Charter has been drafted by three ministries."
    (quote,) = read(text, "en", "Latn").quotes
    assert quote.speaker == "head of state"


def test_a_dash_line_whose_speaker_stands_before_the_verb_is_all_said():
    text = "– Gaz köp. Eksport artýar – diýip, ministr Merdan Orazow belledi."
    (quote,) = read(text, "tk", "Latn").quotes
    assert (said(read(text, "tk", "Latn"), quote), quote.speaker, quote.direct) == (
        "Gaz köp. Eksport artýar",
        "Merdan Orazow",
        True,
    )


def test_a_representative_of_a_body_is_named_so():
    assert read("«Мы близкие партнёры», – подчеркнул представитель Кремля.", "ru").quotes[0].speaker == "представитель Кремля"
