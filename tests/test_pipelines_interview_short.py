"""Interviews as pages print them in little room, and pages of questions that nobody was asked."""

from __future__ import annotations

import pytest

from c5watch.article import Article, Block
from pipelines.dialogue.talk import asks_without_mark, first_person, words_of
from tests.test_pipelines_interview import read, turns_of

ASKED_POLITELY = [
    (
        "ru",
        "Дина Орлова, гидролог: Канал умирает не от засухи",
        (
            "– Дина Павловна, вы третий год живёте на канале. Расскажите, с чего начинается утро.\n"
            "– С рейки. Я записываю уровень воды, и только потом мы пьём чай со сторожем."
        ),
    ),
    (
        "kk",
        "Гүлнар Оспанова: Арна қуаңшылықтан емес, немқұрайлықтан құрып барады",
        (
            "– Гүлнар апай, арна басында үшінші жыл тұрып жатыр екенсіз. Әңгімені су деңгейінен бастасақ.\n"
            "– Мен күн сайын таңертең су деңгейін жазып аламын, содан кейін ғана шай ішеміз."
        ),
    ),
    (
        "ky",
        "Гүлнара Осмонова: Арык кургакчылыктан эмес, кайдыгерликтен өлүп жатат",
        (
            "– Гүлнара эже, арыктын башында үчүнчү жыл турасыз. Ошол жер тууралуу айтып берсеңиз.\n"
            "– Мен күн сайын эртең менен суунун деңгээлин жазып алам, анан гана чай ичебиз."
        ),
    ),
    (
        "uz",
        "Gulnora Usmonova: Kanal qurg‘oqchilikdan emas, beparvolikdan quriyapti",
        (
            "– Gulnora opa, uchinchi yildirki kanal boshida yashayapsiz. Shu haqda gapirib bersangiz.\n"
            "– Men har kuni ertalab suv sathini yozib olaman, keyingina choy ichamiz."
        ),
    ),
    (
        "tk",
        "Gülnar Orazowa: Kanal gurakçylykdan däl, biperwaýlykdan guraýar",
        (
            "– Gülnar daýza, üç ýyl bäri kanalyň başynda ýaşaýarsyňyz. Söhbetimize suwdan başlasak.\n"
            "– Men her gün irden suwuň derejesini ýazýaryn, soňra biz çaý içýäris."
        ),
    ),
]


@pytest.mark.parametrize(("language", "title", "text"), ASKED_POLITELY, ids=[one[0] for one in ASKED_POLITELY])
def test_request_without_a_question_mark_and_its_answer_are_an_interview(language, title, text):
    article = read(text, title=title)
    assert article.language == language
    assert turns_of(article) == "qa"


def test_hyphen_that_clings_to_a_capital_letter_opens_a_turn():
    text = (
        "Гидролог Дина Орлова ответила на наши вопросы.\n-Дина, вы давно живёте на канале?\n"
        "-Третий год. Я приехала на месяц и осталась.\n"
        "-Что изменилось за это время?\n-Воды стало меньше, а бумаг больше. Мы считаем их."
    )
    assert turns_of(read(text)) == "qaqa"


def test_answer_shorter_than_the_question_is_an_answer():
    text = (
        "О ремонте канала мы поговорили с гидрологом Диной Орловой.\n"
        "– Министерство обещало закончить облицовку к весне, потом к лету, теперь называет октябрь. Подрядчик сменился дважды, "
        "деньги выделены третий раз. Вы верите в эту дату?\n– Нет. Я верю в то, что вижу сама."
    )
    assert turns_of(read(text)) == "qa"


def test_names_alone_on_their_lines_before_dashes_are_speakers():
    text = (
        "У нас в гостях был гидролог Тимур Садыков.\nК. Мартов\n— Добрый вечер! Тимур, вы давно живёте на канале?\n"
        "Т. Садыков\n— Третий год. Я приехал на месяц и остался.\nК. Мартов\n— И что изменилось?\n"
        "Т. Садыков\n— Воды стало меньше, а бумаг больше."
    )
    article = read(text)
    assert turns_of(article) == "qaqa"
    assert [person.name for person in article.interview.interviewees] == ["Тимур Садыков"]


def test_initials_without_any_mark_behind_them_are_speakers():
    text = (
        "Запись разговора с гидрологом Диной Орловой.\nК.Мартов Вы давно живёте на канале?\n"
        "Д.Орлова Третий год. Я приехала на месяц и осталась.\nК.Мартов И что изменилось?\n"
        "Д.Орлова Воды стало меньше, а бумаг больше. Мы считаем и то и другое."
    )
    assert turns_of(read(text)) == "qaqa"


def test_answers_behind_a_dash_have_their_questions_in_the_lines_before():
    text = (
        "Гидролог Дина Орлова отвечает на вопросы читателей.\nДавно ли вы живёте на канале?\n"
        "– Третий год. Я приехала на месяц и осталась.\nЧто изменилось за это время?\n"
        "– Воды стало меньше. Мы измеряем её каждый день."
    )
    article = read(text)
    assert turns_of(article) == "qaqa"
    assert article.text[article.interview.turns[0].start :].startswith("Давно ли")


def test_paragraph_that_asks_a_guest_and_an_answer_in_the_first_person_are_an_interview():
    text = (
        "Получился разговор нашей редакции с гидрологом Диной Орловой о воде и бумагах.\n"
        "Вы третий год живёте на канале. Скажите, есть ли у вас надежда?\n"
        "Надежда есть, мы видим её каждую весну. Я приехала на месяц и осталась, потому что мне поверили сторожа."
    )
    assert turns_of(read(text)) == "qa"


def test_list_of_questions_is_no_conversation():
    text = (
        "В эфире побывала гидролог Дина Орлова.\n– Как живёт канал?\n– Кто платит за облицовку?\n– Где взять сторожей?\n"
        "– Что думают в министерстве?\nОб этом и многом другом мы поговорили с ней в студии."
    )
    assert read(text).interview is None


def headed(*lines: tuple[str, bool]) -> Article:
    text, blocks = "", []
    for words, bold in lines:
        blocks.append(Block(start=len(text), end=len(text) + len(words), bold=bold))
        text += words + "\n"
    return read(text, title="What we know about the canal", blocks=tuple(blocks))


def test_headings_that_ask_nobody_explain():
    article = headed(
        ("The ministry closed the upper canal on Monday.", False),
        ("What did the engineers find?", True),
        ("The engineers found a crack of forty metres in the lining, the ministry of water told US officials.", False),
        ("Who pays for the repair?", True),
        ("The budget of the province holds a third of the sum, and the rest comes from a loan.", False),
        ("When will the water be back?", True),
        ("The ministry expects the first water in October, after the lining has dried for six weeks.", False),
    )
    assert article.interview is None


def test_tables_with_names_before_colons_are_no_talk():
    text = "\n".join(
        f"{team}: Saparov {number} points. Osmonov {number + 3} points. Lee 4 points."
        for number, team in enumerate(("Naryn", "Talas", "Naryn", "Osh", "Talas", "Osh"), 7)
    )
    assert read("Results of the students' league.\nWho leads?\n" + text).interview is None


def test_the_united_states_are_not_us():
    assert first_person(words_of("The US envoy met US officials in the US."), "en") == 0


def test_remark_within_an_answer_is_no_request():
    assert not asks_without_mark("Я живу на канале третий год. Многие считают это чудачеством.", "ru")
    assert asks_without_mark("Вы живёте на канале третий год. Расскажите о соседях.", "ru")


def test_bold_question_and_its_answer_may_share_a_paragraph_whose_type_was_lost():
    text = (
        "О канале мы поговорили с гидрологом Тимуром Садыковым.\n"
        "Вы давно живёте на канале? Третий год. Я приехал на месяц и остался.\n"
        "Что изменилось за это время? Воды стало меньше, а бумаг больше. Мы считаем и то и другое.\n"
        "Что вы сделали бы первым? Я посчитал бы воду. Пока мы спорим о том, чего не знаем."
    )
    assert turns_of(read(text)) == "qaqaqa"


def test_full_names_before_full_stops_and_initials_later_are_speakers():
    text = (
        "Историк Эдвард Линн рассказал о находках.\nНаталья Гущина. Вы искали письма?\n"
        "Эдвард Линн. Искал письма, а нашёл поваренную книгу. Я считаю её важнее.\n"
        "Н. Г. Архивы открыты?\nЭ. Л. Больше, чем в Лондоне. Мне принесли всё, что я просил."
    )
    article = read(text)
    assert turns_of(article) == "qaqa"
    assert [person.name for person in article.interview.interviewees] == ["Эдвард Линн"]


def test_hosts_who_ask_one_after_the_other_ask_their_guest():
    text = (
        "Дина Ким: Здравствуйте. Мы начинаем программу «Вода и люди», со мной Артём Лобов.\n"
        "Артём Лобов: Здравствуйте, вы слушаете нас каждую среду.\n"
        "Дина Ким: Гость нашей программы – гидролог Олег Садыков. Олег Тимурович, добрый день.\n"
        "Олег Садыков: Добрый день.\n"
        "Артём Лобов: Правда ли, что канал мелеет третий год?\n"
        "Дина Ким: Хватит ли воды на всех?\n"
        "Олег Садыков: Хватит, если мы начнём её считать. Я говорю об этом каждую весну."
    )
    article = read(text, title="Вода и люди")
    assert [person.name for person in article.interview.interviewees] == ["Олег Садыков"]


def test_hosts_who_chat_interview_nobody():
    chat = (
        "Dave: Welcome to the show. I am your host Dave, and I'm joined by Alex, as every week.\n"
        "Alex: Hello, everybody. You know what a week it was, and I hardly slept for all the matches that we saw.\n"
    )
    for number in range(9):
        chat += (
            f"Dave: I think that match number {number} was the best that you and I saw for years, and I would see it again.\n"
            f"Alex: I liked it, but you know that I like number {number + 1} more, and I told you so before we came here.\n"
        )
    assert read(chat, title="Ring talk, part 12").interview is None


def test_single_question_and_answer_under_full_names_with_full_stops():
    text = (
        "Почему канал мелеет, гидролог Олег Садыков рассказал журналисту Вадиму Лобову.\n"
        "Вадим Лобов. Олег Тимурович, как вы оцениваете работу водного ведомства?\n"
        "Олег Садыков. Никак. Я могу объяснить почему: за год мы не увидели ни одного отчёта."
    )
    article = read(text)
    assert turns_of(article) == "qa"
    assert [person.name for person in article.interview.interviewees] == ["Олег Садыков"]


def test_interviewer_says_that_this_is_an_interview():
    text = (
        "– Катя, мы давно знакомы, и я сохраню «ты» и в нашем интервью. Почему ты выбрала гидрологию?\n"
        "– Из-за бабушки и её арыка."
    )
    assert turns_of(read(text, title="«Я не была уверена, что нужна»")) == "qa"


def test_role_before_a_colon_and_a_dash():
    text = (
        "Мо сардори каналро ба идора даъват намудем, то ба саволҳои хонандагон ҷавоб диҳад.\n"
        "Савол:-Шумо чанд сол боз дар канал кор мекунед ва чаро омадед?\n"
        "Ҷавоб:-Ман се сол боз дар ин ҷо кор мекунам. Падарам низ дар ҳамин канал кор мекард."
    )
    assert turns_of(read(text)) == "qa"


def test_quarrel_that_opens_a_report_is_no_interview():
    text = (
        "— И зачем вы людей три часа держали?\n— Ну народу было много, вот и вышло.\n"
        "— А за что вы их задержали?\n— Это не к нам вопрос, их не мы привезли.\n"
        "Задержанных отпустили, и мы поехали в другой отдел.\nМы обошли все камеры и поговорили с каждым, кого нашли.\n"
        "Первый был бодр и писал письмо домой.\nВторой лежал под одеялом и передавал всем привет.\n"
        "Третий спал, и будить его никто не стал.\nК утру отпустили всех, а наутро начался суд над первым."
    )
    assert read(text).interview is None


def test_past_tense_tells_who_speaks():
    assert first_person(words_of("Былтыр арнаға көшіп келдім."), "kk") == 1
    assert first_person(words_of("Hujjat taqdim etildi."), "uz") == 0
    assert first_person(words_of("Ҳужжат тақдим этилди."), "uz-Cyrl") == 0
