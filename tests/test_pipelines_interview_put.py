"""Remarks without a question mark that somebody answers: by «вы», by a name, by a host's label, by a dash of the answer."""

from __future__ import annotations

import pytest

from pipelines.dialogue.talk import is_put
from tests.test_pipelines_interview import read, turns_of


@pytest.mark.parametrize(
    ("text", "behind"),
    [
        ("И вы никогда об этом не писали.", "Нет. Да и кому? Письма тогда читали все."),
        ("Вы отказались от премии, никто этого не понял", "Премия стоила мне двух лет, и я решил, что хватит."),
        ("Нина Павловна, говорят, школу закроют.", "Я об этом узнала из газеты, как и все мы."),
        ("Посол: Господин Джонс, ваша очередь.", "Джонс: Спасибо."),
        ("You never told anyone about it.", "No. Whom should I have told?"),
    ],
)
def test_a_remark_to_somebody_who_answers_is_put(text, behind):
    assert is_put(text, behind, "en" if text.startswith("You") else "ru")


@pytest.mark.parametrize(
    ("text", "behind"),
    [
        ("Однако, министр не назвал сроков.", "Денег на это в бюджете нет."),
        ("Президент Казахстана прибыл в Ташкент.", "Мы ждём договорённостей, сказал он."),
        ("«Вы должны работать лучше», – сказал премьер.", "Он добавил, что мы все устали."),
        ("Вы можете подать заявление онлайн.", "Срок рассмотрения – пять дней."),
    ],
)
def test_what_nobody_answers_is_not_put(text, behind):
    assert not is_put(text, behind, "ru")


def test_a_remark_in_a_line_of_its_own_opens_an_interview():
    article = read(
        "Гидролог Дина Орлова третий год живёт на канале. Мы поговорили с ней о воде и одиночестве.\n\n"
        "Вы ведь могли остаться в институте, вам предлагали лабораторию\n\n"
        "Могла. Но я приехала сюда на неделю, и мне стало ясно, что канал без меня не запишет ни строчки. "
        "С тех пор я веду журнал уровня, и мы с канцелярией переписываемся чаще, чем с роднёй.",
        title="«Канал пишет сам»",
    )
    assert turns_of(article) == "qa"


def test_a_host_in_capitals_asks_the_guest():
    article = read(
        "ВЕДУЩАЯ Добрый вечер, у нас в студии гидролог Дина Орлова. Слушатели спрашивают, хватит ли воды этим летом.\n\n"
        "Д. ОРЛОВА Воды хватит, если мы перестанем терять её в старых арыках. Я каждый год пишу об этом, и каждый год "
        "мне отвечают, что денег нет, хотя на ремонт нужна одна десятая того, что мы теряем.",
    )
    assert turns_of(article) == "qa"


def test_a_moderator_asks_two_guests_who_answer_once():
    article = read(
        "Разговор о воде. Участники: гидролог Дина Орлова и фермер Антон Пак.\n\n"
        "Модератор: Дина Павловна, начнём с вас. Хватит ли воды этим летом?\n\n"
        "Дина Орлова: Хватит, если мы перестанем терять её в старых арыках, об этом я пишу каждый год.\n\n"
        "Антон Пак: Я с этим не согласен: у нас в районе воды нет уже сейчас, и мы возим её бочками.",
    )
    assert turns_of(article)[:2] == "qa"


def test_only_the_answer_has_a_dash():
    article = read(
        "Сегодня гость нашей редакции – гидролог Дина Орлова.\n\n"
        "Дина Павловна, вы третий год живёте на канале, и вас уже называют его хозяйкой.\n\n"
        "– Хозяйка там вода. Я только записываю уровень по утрам, а потом мы со сторожем пьём чай и спорим, "
        "кто из нас первым уедет в город.",
    )
    assert turns_of(article) == "qa"
