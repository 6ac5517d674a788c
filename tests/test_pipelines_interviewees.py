"""Names and roles of those who are interviewed or quoted, where states and superiors stand beside them."""

from __future__ import annotations

import pytest

from c5watch.article import Speaker
from c5watch.knowledge import Knowledge
from pipelines.interview import find_interview
from pipelines.quotes import find_quotes
from pipelines.speech.nominative import nominative_name, nominative_role
from tests.article_of import article_of

RU = (
    "\n– Господин посол, с чего начинается ваш день?\n– С прогулки по набережной. Потом я читаю письма, их бывает до сорока.\n"
    "– А чем он заканчивается?\n– Чаем. Я пью его с видом на горы и думаю о том, что успел сделать."
)
EN = (
    "\n– How does your day begin?\n– With a walk along the river. Then I read letters, and there may be forty of them.\n"
    "– And how does it end?\n– With tea. I look at the mountains and think of what I have done."
)
UZ = (
    "\n– Kuningiz nimadan boshlanadi?\n– Daryo bo‘yida sayrdan. Keyin men xatlarni o‘qiyman, ular qirqtagacha bo‘ladi.\n"
    "– Nima bilan tugaydi?\n– Choy bilan. Men tog‘larga qarab, nima qilganimni o‘ylayman."
)


@pytest.mark.parametrize(
    ("language", "lead", "name", "role"),
    [
        ("ru", "Чрезвычайный и Полномочный Посол Дании в Казахстане Ларс Хольм", "Ларс Хольм", "посол Дании в Казахстане"),
        ("ru", "Посол Кореи в Республике Казахстан Пак Сын Чжун", "Пак Сын Чжун", "посол Кореи в Республике Казахстан"),
        ("ru", "Посол Омана Салим аль-Бусаиди", "Салим аль-Бусаиди", "посол Омана"),
        ("ru", "Сегодня Посол Султаната Оман Салим аль-Бусаиди", "Салим аль-Бусаиди", "посол Султаната Оман"),
        (
            "en",
            "The Ambassador of Korea to the Kyrgyz Republic Rosa Park",
            "Rosa Park",
            "ambassador of Korea to the Kyrgyz Republic",
        ),
        ("uz", "Savollarga Suv vazirligi direktori Jasur Qodirov", "Jasur Qodirov", "Suv vazirligi direktori"),
    ],
)
def test_a_state_before_a_name_is_of_the_role(knowledge: Knowledge, language: str, lead: str, name: str, role: str) -> None:
    talk = {"ru": " рассказал о своём дне." + RU, "en": " told us about the day." + EN, "uz": " javob berdi." + UZ}[language]
    interview = find_interview(article_of(lead + talk, language), knowledge).interview
    assert interview is not None
    assert interview.interviewees == (Speaker(name=name, role=role),)


def test_a_short_state_begins_no_surname(knowledge: Knowledge) -> None:
    text = "Оманов Тимур Асанович, гидролог, рассказал о реке." + RU
    interview = find_interview(article_of(text, "ru"), knowledge).interview
    assert interview is not None
    assert [person.name for person in interview.interviewees] == ["Оманов Тимур Асанович"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Об этом заявила заместитель министра культуры Сауле Ахметова", "Сауле Ахметова"),
        ("Об этом заявила заместитель министра культуры Жанна Тулегенова", "Жанна Тулегенова"),
        ("Заместитель генерального директора Айжана Тулегенова", "Айжана Тулегенова"),
        ("Сообщила замминистра Айнура Тулегенова", "Айнура Тулегенова"),
        ("По словам заместителя министра Тимура Тулегенова", "Тимур Тулегенов"),
        ("Письмо пришло от министра культуры Тимура Тулегенова", "Тимур Тулегенов"),
    ],
)
def test_the_name_of_a_deputy_is_not_in_the_genitive_of_the_minister(text: str, name: str) -> None:
    written = " ".join(text.split()[-2:])
    assert nominative_name(written, "ru", text) == name


@pytest.mark.parametrize(
    ("written", "role"),
    [
        ("заместитель министра культуры", "заместитель министра культуры"),
        ("заместителя министра культуры", "заместитель министра культуры"),
        ("главным кардиологом столицы", "главный кардиолог столицы"),
    ],
)
def test_the_first_word_of_a_role_is_put_in_the_nominative_and_no_other(written: str, role: str) -> None:
    assert nominative_role(written, "ru") == role


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("ru", "«Мы откроем школу», – заявил Чрезвычайный и Полномочный Посол Дании в Казахстане Ларс Хольм.", "Ларс Хольм"),
        ("ru", "Посол Омана Салим аль-Бусаиди заявил, что порт открыт.", "Салим аль-Бусаиди"),
        ("ru", "Посол Китая в Кыргызской Республике Чжэн Лян заявил, что порт открыт.", "Чжэн Лян"),
        ("en", "“We shall open a school,” said the Ambassador of China to the Kyrgyz Republic Zheng Liang.", "Zheng Liang"),
    ],
)
def test_an_ambassador_is_quoted_by_his_name_alone(knowledge: Knowledge, language: str, text: str, speaker: str) -> None:
    assert [quote.speaker for quote in find_quotes(article_of(text, language), knowledge).quotes] == [speaker]
