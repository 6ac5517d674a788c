"""What decides that a conversation is an interview, and conversations that pages print in their own ways."""

from __future__ import annotations

import json
import re
from pathlib import Path

from pipelines.dialogue import signs
from pipelines.dialogue.signs import read_signs
from pipelines.dialogue.weighing import BIAS, MODEL, weigh, weigh_signs
from pipelines.interview import read_talks
from tests.test_pipelines_interview import read, turns_of

WEIGHTS = json.loads(MODEL.read_text("utf-8"))
ASKED = "– Дина Павловна, почему вы вернулись на канал?\n– Я не вернулась, я никуда и не уезжала. У меня там дом.\n"


def test_every_sign_of_a_talk_has_its_weight():
    found = {name for talk in read_talks(read(ASKED)) for name in read_signs(talk)}
    assert {"mark dash", "first question says you", "answers say I"} <= found
    named = set(re.findall(r'^        "([a-z][\w\', ]+)": ', Path(signs.__file__).read_text("utf-8"), re.MULTILINE))
    assert len(named) > 40
    assert named <= WEIGHTS.keys()


def test_sign_without_a_weight_counts_for_nothing():
    assert weigh_signs({"a": 1.0, "b": 0.5}, {"a": 2.0, BIAS: -1.0}) == 1.0


def test_lead_that_announces_a_talk_speaks_for_an_interview():
    plain, announced = (
        next(read_talks(read(lead + ASKED)))
        for lead in ("Канал пересох.\n", "Об этом мы поговорили с гидрологом Диной Орловой.\n")
    )
    assert weigh(announced) > weigh(plain) + 1


def test_tellers_words_behind_a_dash_speak_against_it():
    told = (
        "– Почему вы вернулись на канал? – спросил сторож.\n"
        "– Я не вернулась, – ответила Дина и поставила ведро. – Я никуда и не уезжала.\n"
    )
    assert weigh(next(read_talks(read(told)))) < weigh(next(read_talks(read(ASKED)))) - 1
    assert read(told).interview is None


def test_request_with_the_only_dash_of_a_page():
    text = (
        "Интервью с гидрологом Диной Орловой\nДрузья, сегодня у меня в гостях человек, который знает канал лучше всех.\n"
        "– Дина, расскажи, кто ты и как пришла на канал.\n"
        "По профессии я гидролог. Я приехала на месяц, записывала уровень воды и осталась на три года.\n"
    )
    assert turns_of(read(text)) == "qa"


def test_two_hosts_and_their_guest():
    article = read(
        "С. ЛОМОВ – Десять тридцать пять. Продолжаем. Гость у нас.\n"
        "О. ВЕРШИНА – Тимур Садыков, министр энергетики. Доброе утро.\n"
        "Т. САДЫКОВ – Доброе утро.\n"
        "О. ВЕРШИНА – Мы тут до вашего прихода обсуждали новую станцию. Насколько она, по-вашему, нужна?\n"
        "Т. САДЫКОВ – Я считаю, что нужна. Мы два года считали расходы, и они меня убедили.\n",
        title="Тимур Садыков – Утренний разговор",
    )
    assert turns_of(article) == "qqaqa"
    assert [person.name for person in article.interview.interviewees] == ["Тимур Садыков"]


def test_initials_and_surname_without_any_mark_between_greetings():
    text = (
        "М. Ломов Здравствуйте. Сегодня у нас в гостях Тимур Садыков, министр энергетики. Добрый вечер.\n"
        "Т. Садыков Добрый вечер.\n"
        "М. Ломов Начнём со станции. На ваш взгляд, какой она должна быть?\n"
        "Т. Садыков Я не знаю точного ответа. Мы ещё считаем.\n"
    )
    assert turns_of(read(text)) == "qaqa"


def test_asker_goes_on_behind_his_question():
    text = (
        "В гостях программы гидролог Дина Орлова. Поговорили о канале и о воде.\n"
        "Ломов: Добрый день. Очень рад, что вы пришли.\n"
        "Орлова: Добрый день.\n"
        "Ломов: Вы три года на канале. Почему вас так долго не слышали в столице? По-моему, вы писали туда ещё весной.\n"
        "Орлова: Меня слышали. Мне просто не отвечали, и я привыкла.\n"
    )
    article = read(text, title="Дина Орлова: «Вода не ждёт подписи»")
    assert turns_of(article) == "qaqa"


def test_newspaper_asks_under_its_name():
    text = (
        "Министр транспорта Фарида Каримова приехала к нам в редакцию и ответила на наши вопросы.\n"
        "Северная газета: Ветку обещали ещё в прошлом году. Где же рельсы?\n"
        "Фарида Каримова: Рельсы лежат на складе. Мы ждём разрешения на перевод земель.\n"
    )
    article = read(text)
    assert turns_of(article) == "qa"
    assert [person.name for person in article.interview.interviewees] == ["Фарида Каримова"]


def test_one_question_that_two_answer_by_name():
    text = (
        "Музыка у вас с детства или пришла позже?\n"
        "Тимур: С детства. Я в девять лет придумывал песни на велосипеде и записывал их в тетрадь.\n"
        "Алишер: У меня позже. Я учился в институте, и мне просто нечем было заняться.\n"
        "Тимур: Меня ещё мама отдала учиться, но мне быстро надоело.\n"
    )
    assert turns_of(read(text, title="Братья Саидовы: «Мы поём дома»")) == "qaaa"


def test_guests_listed_above_the_talk_do_not_speak():
    text = (
        "Гости\nДина Орлова\nгидролог, кандидат наук\nТимур Садыков\nдиректор станции\n"
        "Анна Ломова: Сегодня мы говорим о канале. У нас на связи Дина Орлова. Дина Павловна, здравствуйте.\n"
        "Дина Орлова: Здравствуйте.\n"
        "Анна Ломова: Скажите, сколько воды мы потеряли за лето?\n"
        "Дина Орлова: Я считаю, что треть. Мне никто не верит, но у меня записан каждый день.\n"
    )
    assert turns_of(read(text)) == "qaqa"


def test_writer_who_asks_himself_is_not_interviewed():
    text = (
        "Начнём разговор с воды, придём и к деньгам.\nЗачем вообще считать воду?\nА затем, что иначе её посчитают за нас.\n"
        "Вода – это река, канал и кран. Три слова, и за каждым стоит чья-то подпись.\nМожно ли не считать?\n"
        "Наверное, можно. Только поливать тогда будет нечем.\nА теперь о деньгах?\nА теперь о деньгах.\n"
    )
    assert read(text, title="Вода, или Записки о простых вещах").interview is None


def test_woman_in_the_accusative_is_no_man():
    for given, lead in (
        ("Дина Орлова", "Гидролога Дину Орлову в долине знают все."),
        ("Светлана Тиховская", "Светлану Тиховскую, гидролога, в долине знают все."),
        ("Иван Орлов", "Мы задали несколько вопросов гидрологу Ивану Орлову."),
    ):
        article = read(f"{lead} Мы встретились у канала.\n{ASKED.replace('Дина Павловна', 'Скажите')}")
        assert [person.name for person in article.interview.interviewees] == [given]


def test_host_says_in_full_whom_the_page_calls_by_initials():
    article = read(
        "О. ВЕРШИНА – Здравствуйте, это программа «Вечер». Приветствую в студии Тимура Садыкова, министра энергетики.\n"
        "Т. САДЫКОВ – Добрый вечер.\nО. ВЕРШИНА – Давайте начнём со станции. Она вам нужна?\nТ. САДЫКОВ – Я считаю, что нужна.\n"
    )
    assert [person.name for person in article.interview.interviewees] == ["Тимур Садыков"]


def test_name_that_says_whose_son_somebody_is_stays_whole():
    article = read(
        "Белгилүү жазуучу Амир Азат уулу менен болгон маек.\n– Амир байке, китепти качан жаздыңыз?\n"
        "– Мен аны үч жыл жаздым. Көп ойлондум, көп өчүрдүм.\n"
    )
    assert [person.name for person in article.interview.interviewees] == ["Амир Азат уулу"]


def test_heading_of_capitals_names_nobody():
    article = read(
        "Об этом рассказала гидролог Дина Орлова.\nКАК УСТРОЕНА БОЛЬШАЯ ВОДА\n" + ASKED,
        title="МИНИСТЕРСТВО СЧИТАЕТ, ЧТО ПОРА НАЧАТЬ РЕМОНТ",
    )
    assert [person.name for person in article.interview.interviewees] == ["Дина Орлова"]
