"""Who asks, who answers and what only looks like an interview."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
import yaml

from benchmarks.quality.interviews import LAYOUTS, load_conversations, load_texts, render
from c5watch.article import Article, Block
from c5watch.knowledge import load_knowledge
from c5watch.settings import ROOT
from pipelines.interview import find_interview
from pipelines.language import detect_language

DATA = Path(__file__).parent / "data"
KNOWLEDGE = load_knowledge(ROOT / "knowledge")


def read(text: str, *, title: str | None = None, blocks: tuple[Block, ...] = (), **fields: object) -> Article:
    article = Article(
        id="0",
        url=None,
        source=None,
        title=title,
        text=text,
        blocks=blocks,
        fetched_at=datetime(2025, 11, 9, tzinfo=UTC),
        **fields,
    )
    return find_interview(detect_language(article, KNOWLEDGE), KNOWLEDGE)


def turns_of(article: Article) -> str:
    assert article.interview is not None
    return "".join(turn.kind[0] for turn in article.interview.turns)


@pytest.fixture(scope="module")
def twin() -> tuple[Article, dict]:
    article = read((DATA / "twin_interview.txt").read_text("utf-8"))
    return article, yaml.safe_load((DATA / "twin_interview.yaml").read_text("utf-8"))


def test_twin_has_exactly_the_labelled_turns(twin):
    article, gold = twin
    assert article.kind == "interview"
    assert [(turn.kind, turn.start, turn.end) for turn in article.interview.turns] == [
        (turn["kind"], turn["start"], turn["end"]) for turn in gold["turns"]
    ]


def test_twin_answer_over_two_paragraphs_is_one_turn(twin):
    article, gold = twin
    (long,) = [turn for turn in gold["turns"] if turn.get("paragraphs") == 2]
    (found,) = [turn for turn in article.interview.turns if turn.start == long["start"]]
    assert article.text[found.start : found.end].count("\n") == 1


def test_twin_homoglyph_stays_in_the_text_as_it_was_printed(twin):
    article, gold = twin
    place = gold["homoglyph"]
    assert article.text[place["start"] : place["end"]] == place["word"]
    assert article.voice_at(place["start"]) == "answer"


def test_twin_interviewee_has_name_role_and_all_answers(twin):
    article, gold = twin
    (person,) = article.interview.interviewees
    assert (person.name, person.role) == (gold["interviewee"]["name"], gold["interviewee"]["role"])
    assert [turn.speaker for turn in article.interview.turns] == [None, person.name] * 8


def test_lead_belongs_to_nobody(twin):
    article, gold = twin
    assert article.voice_at(gold["lead"]["start"]) == article.voice_at(gold["lead"]["end"] - 1) == "editorial"


CONVERSATIONS = load_conversations()


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("conversation", CONVERSATIONS[:12], ids=lambda one: one["id"])
def test_every_layout_gives_the_same_turns(conversation, layout):
    text, blocks, spans = render(conversation, layout)
    article = read(text, title=conversation.get("title"), blocks=blocks)
    assert article.kind == "interview"
    assert [(turn.kind, turn.start, turn.end) for turn in article.interview.turns] == spans


@pytest.mark.parametrize("one", [one for one in load_texts() if one["kind"] != "interview"][::4], ids=lambda one: one["id"])
def test_what_only_looks_like_an_interview_is_none(one):
    assert read(one["text"], title=one.get("title")).kind == one["kind"]


QUESTIONS = (
    "Как вы оцениваете итоги встречи министров?",
    "Вы ждали большего от этих переговоров?",
    "Что изменится для перевозчиков в ближайший год?",
)
ANSWERS = (
    "Я оцениваю их сдержанно: мы получили план, но не получили денег, а без денег дороги не строят.",
    "Честно говоря, нет. Мы понимали, что первая встреча нужна для знакомства, и она удалась.",
    "Думаю, очереди станут короче. Мы видим, что две таможни уже обмениваются данными.",
)


def test_question_without_question_mark_between_answers_is_a_question():
    remark = "– Некоторые называют эту встречу поворотной."
    lines = ["Об итогах рассказал экономист Тимур Садыков.", f"– {QUESTIONS[0]}", f"– {ANSWERS[0]}", remark, f"– {ANSWERS[1]}"]
    lines += [f"– {QUESTIONS[2]}", f"– {ANSWERS[2]}"]
    assert turns_of(read("\n".join(lines))) == "qaqaqa"


def test_bold_question_without_question_mark_is_a_question_and_a_heading_is_nobodys():
    paragraphs = [
        ("Об итогах встречи мы поговорили с экономистом Тимуром Садыковым.", False),
        (QUESTIONS[0], True),
        (ANSWERS[0], False),
        ("О деньгах", True),
        ("Некоторые называют эту встречу поворотной.", True),
        (ANSWERS[1], False),
        (QUESTIONS[2], True),
        (ANSWERS[2], False),
    ]
    text, blocks = "", []
    for words, bold in paragraphs:
        blocks.append(Block(start=len(text), end=len(text) + len(words), bold=bold))
        text += words + "\n"
    article = read(text, blocks=tuple(blocks))
    assert turns_of(article) == "qaqaqa"
    assert article.voice_at(text.index("О деньгах")) == "editorial"
    assert [person.name for person in article.interview.interviewees] == ["Тимур Садыков"]


def test_rhetorical_question_at_the_end_of_an_answer_stays_in_the_answer():
    lines = ["Интервью с экономистом Тимуром Садыковым.", f"– {QUESTIONS[0]}", f"– {ANSWERS[0]} Но кто же его построит?"]
    lines += [f"– {QUESTIONS[1]}", f"– {ANSWERS[1]}", f"– {QUESTIONS[2]}", f"– {ANSWERS[2]}"]
    assert turns_of(read("\n".join(lines))) == "qaqaqa"


def test_full_name_first_and_initials_later_are_one_speaker():
    labels = ["Ирина Саломова", "Азиз Каримов", "И. С.", "А. К.", "И. С.", "А. К."]
    words = [word for pair in zip(QUESTIONS, ANSWERS, strict=True) for word in pair]
    article = read("\n".join(f"{label}: {line}" for label, line in zip(labels, words, strict=True)))
    assert turns_of(article) == "qaqaqa"
    assert [person.name for person in article.interview.interviewees] == ["Азиз Каримов"]
    assert [person.name for person in article.interview.interviewers] == ["Ирина Саломова"]


def test_two_interviewees_keep_their_own_answers():
    lines = ["Беседа с экономистами Анной Ли и Тимуром Садыковым."]
    for question, answer in zip(QUESTIONS, ANSWERS, strict=True):
        lines += [f"Корреспондент: {question}", f"Анна Ли: {answer}", f"Тимур Садыков: Я согласен, но добавлю: {answer.lower()}"]
    article = read("\n".join(lines))
    assert turns_of(article) == "qaa" * 3
    assert [person.name for person in article.interview.interviewees] == ["Анна Ли", "Тимур Садыков"]
    assert [turn.speaker for turn in article.interview.turns][:3] == [None, "Анна Ли", "Тимур Садыков"]


def test_line_about_who_asked_is_no_part_of_the_last_answer():
    lines = ["Об этом рассказал экономист Тимур Садыков."]
    lines += [f"– {line}" for pair in zip(QUESTIONS, ANSWERS, strict=True) for line in pair]
    article = read("\n".join([*lines, "Беседовала Мария Орлова", "Фото: пресс-служба"]))
    assert article.text[: article.interview.turns[-1].end].endswith(ANSWERS[-1])
    assert [person.name for person in article.interview.interviewers] == ["Мария Орлова"]


def test_paragraphs_lost_in_one_line_are_cut_at_their_dashes():
    lines = ["Об итогах рассказал экономист Тимур Садыков."]
    lines += [f"– {line}" for pair in zip(QUESTIONS * 2, ANSWERS * 2, strict=True) for line in pair]
    article = read(" ".join(lines))
    assert turns_of(article) == "qa" * 6


def test_dd_and_class_question_are_believed():
    words = [word for pair in zip(QUESTIONS, ANSWERS, strict=True) for word in pair]
    text, blocks = "Разговор с экономистом Тимуром Садыковым.\n", []
    for number, line in enumerate(words):
        blocks.append(Block(start=len(text), end=len(text) + len(line), role="answer" if number % 2 else "question"))
        text += line + "\n"
    assert turns_of(read(text, blocks=tuple(blocks))) == "qaqaqa"


def test_press_conference_with_many_askers_is_a_statement():
    lines = ["Стенограмма пресс-конференции министра.", "Министр: Добрый день, я готов ответить на ваши вопросы."]
    for outlet, question, answer in zip(("Агентство «Степь»", "Газета «Горы»", "Радио «Река»"), QUESTIONS, ANSWERS, strict=True):
        lines += [f"Вопрос ({outlet}): {question}", f"Ответ: {answer}"]
    article = read("\n".join(lines), title="Пресс-конференция министра транспорта")
    assert (article.kind, article.interview) == ("statement", None)


@pytest.mark.parametrize(
    "text", ["", "\n\n", "– ", "?\n" * 3000, "– а?\n" * 5000, "А.:\n" * 4000, "«" * 20000, "Q: ?\nA: !\n" * 3000]
)
def test_strange_text_ends_quickly_and_without_an_error(text):
    assert read(text).kind in {"news", "interview", "statement", "opinion"}


def test_kazakh_and_is_no_word_for_i():
    text = (
        "Қазақстан мен АҚШ Вашингтонда құжатқа қол қойды. Министр мен елші кездесуге қатысты.\nАстана мен Ташкент көлік пен "
        "су мәселесін талқылады. Екі ел өкілдері мен сарапшылар жоба дайындады.\nКелесі кездесу Алматы мен Бішкек арасында өтеді."
    )
    article = read(text, title="Қазақстан мен АҚШ құжатқа қол қойды", authors=("Айнұр Сейітқазы",))
    assert article.kind == "news"


def test_subhead_between_turns_and_biography_below_are_nobodys():
    lines = ["Об итогах рассказал экономист Тимур Садыков."]
    for question, answer in zip(QUESTIONS, ANSWERS, strict=True):
        lines += ["О деньгах и дорогах", f"– {question}", f"– {answer}"]
    article = read("\n".join([*lines, "Тимур Садыков – экономист, автор книги о дорогах."]))
    assert turns_of(article) == "qaqaqa"
    assert article.voice_at(article.text.rindex("О деньгах")) == "editorial"
    assert article.voice_at(article.text.index("Тимур Садыков – экономист")) == "editorial"


def test_time_codes_before_speakers_are_read_over():
    lines = ["Расшифровка подкаста «Дорога». Гость – экономист Тимур Садыков."]
    for number, (question, answer) in enumerate(zip(QUESTIONS, ANSWERS, strict=True)):
        lines += [f"[0{number}:10] Мария: {question}", f"[0{number}:42] Тимур Садыков: {answer}"]
    article = read("\n".join(lines))
    assert turns_of(article) == "qaqaqa"
    assert [person.name for person in article.interview.interviewees] == ["Тимур Садыков"]


def test_questions_without_a_label_between_labelled_answers_are_the_editors():
    lines = ["Мы задали одни и те же вопросы двум экономистам."]
    for question, answer in zip(QUESTIONS, ANSWERS, strict=True):
        lines += [question, f"Анна Ли: {answer}", f"Тимур Садыков: {answer}"]
    article = read("\n".join(lines))
    assert turns_of(article) == "qaa" * 3
    assert [turn.speaker for turn in article.interview.turns][:3] == [None, "Анна Ли", "Тимур Садыков"]


def test_newspaper_in_quotation_marks_asks():
    lines = ["Экономист Тимур Садыков поделился мнением с «Рекой»."]
    for question, answer in zip(QUESTIONS, ANSWERS, strict=True):
        lines += [f"«Река»: {question}", f"Т. Садыков: {answer}"]
    article = read("\n".join(lines))
    assert turns_of(article) == "qaqaqa"
    assert [person.name for person in article.interview.interviewees] == ["Тимур Садыков"]


def test_bold_type_written_in_plain_text_marks_questions():
    lines = ["Интервью с экономистом Тимуром Садыковым."]
    for question, answer in zip(QUESTIONS, ANSWERS, strict=True):
        lines += [f"**{question}**", answer]
    article = read("\n".join(lines))
    assert turns_of(article) == "qaqaqa"
    assert article.text[article.interview.turns[0].start :].startswith("**")


def test_dative_of_the_lead_is_a_name_in_the_nominative():
    lines = ["Накануне встречи мы задали экономисту Тимуру Садыкову два вопроса."]
    lines += [f"– {line}" for pair in zip(QUESTIONS[:2], ANSWERS[:2], strict=True) for line in pair]
    article = read("\n".join(lines))
    assert turns_of(article) == "qaqa"
    assert [person.name for person in article.interview.interviewees] == ["Тимур Садыков"]


def test_diary_of_recipes_is_no_opinion_and_a_column_is_one():
    recipe = "I made this jam again last week. I think I added too much sugar, but my kids loved it, and I loved it too."
    column = (
        "I have crossed this border for ten years. I think our governments should be ashamed of the queue. "
        "I would trade every declaration of the presidents for one working clock."
    )
    assert read(recipe, title="My pear jam").kind == "news"
    assert read(column, title="The queue").kind == "opinion"


def strong(text: str, *bold: str) -> tuple[Block, ...]:
    starts = [text.index(line) for line in text.split("\n")]
    return tuple(
        Block(start=start, end=start + len(line), bold=line in bold) for start, line in zip(starts, text.split("\n"), strict=True)
    )


def test_bold_remarks_to_somebody_are_questions_without_a_question_mark():
    asked = ("Вы третий год изучаете канал.", "Чиновники уверяют вас, что ремонт закончен.", "Что вы сделали бы первым:")
    text = "\n".join(
        (
            "О воде мы расспросили гидролога Гульнару Осипову.",
            asked[0],
            "Я была там в июне, и вода доходила только до середины русла.",
            asked[1],
            "Мне показывали бумаги. Бетон положили на восьмистах метрах, и я сама это измерила.",
            asked[2],
            "Посчитала бы воду. Пока мы спорим о том, чего не знаем.",
        )
    )
    article = read(text, blocks=strong(text, *asked))
    assert turns_of(article) == "qa" * 3


ONE_QUESTION = [
    (
        "ru",
        (
            "Накануне визита посол Ингрид Хольм дала интервью нашему изданию.\n– Госпожа посол, что вас удивило больше всего?\n"
            "– Меня удивили расстояния. Я проехала тысячу километров и не видела двух одинаковых долин."
        ),
    ),
    (
        "kk",
        (
            "Порт директоры Тимур Есенов тілшіміздің сұрағына жауап берді.\n– Тимур мырза, биыл қанша кеме қабылдадыңыздар?\n"
            "– Біз жүз қырық кеме қабылдадық. Мен бұдан да көп болады деп ойлаймын."
        ),
    ),
    (
        "tg",
        (
            "Директори бандар Темур Есенов ба саволи хабарнигори мо ҷавоб дод.\n– Шумо имсол чанд киштӣ қабул кардед?\n"
            "– Мо саду чил киштӣ қабул кардем. Ман фикр мекунам, ки соли оянда аз ин ҳам зиёд мешавад."
        ),
    ),
]


@pytest.mark.parametrize(("language", "text"), ONE_QUESTION)
def test_one_question_is_enough_where_the_editors_say_that_somebody_answered(language, text):
    article = read(text)
    assert article.language == language
    assert turns_of(article) == "qa"


def test_one_question_without_an_announcement_is_no_interview():
    text = "Ночью поднялась вода.\n– Ты опять не спал?\n– Спал. Только не здесь, на мосту теплее, чем кажется."
    assert read(text).interview is None


def test_a_newspaper_may_be_the_only_one_with_a_label():
    text = (
        "На вопросы «Северного вестника» ответил директор порта Тимур Есенов.\n"
        "ИА «Север»: Тимур Болатович, сколько судов вы приняли за год?\n"
        "Мы приняли сто сорок судов, это на двадцать больше, чем в прошлом году.\nЯ считаю, что предел ещё не достигнут.\n"
        "ИА «Север»: Чего вам не хватает?\nПричалов. У нас их четыре, а нужно семь, и мы уже нашли место."
    ).replace("ИА «Север»", "ИА СЕВЕР")
    article = read(text)
    assert turns_of(article) == "qa" * 2
    assert [person.name for person in article.interview.interviewees] == ["Тимур Есенов"]


def test_question_and_answer_of_one_paragraph_are_two_turns():
    text = (
        "Нора Бек двадцать лет реставрирует карты. Мы поговорили с ней в подвале библиотеки.\n"
        "— Когда вы начали? — В 2011 году. Я приехала с двумя чемоданами.\n"
        "— Это медленная работа? — Очень. Я читаю каждую букву дважды.\n"
        "— Начали бы снова? — Начала бы. Мы многому научились."
    )
    article = read(text)
    assert turns_of(article) == "qa" * 3


def test_letters_before_a_dash_are_labels():
    text = (
        "The head of the map room on floods, glue and patience.\nQ – When did you start?\n"
        "A – I came here in 2011 with two suitcases. We had no office then.\nQ – Is it slow?\n"
        "A – It is. I read every letter twice, and my assistant reads it again.\nQ – Would you start again?\n"
        "A – I would. We learned more from the failures than from the medals."
    )
    assert read(text).interview is not None


def test_who_greets_listeners_again_and_again_gives_a_speech_whatever_newsroom_prints_it():
    text = (
        "Сайт опубликовал выступление министра, сообщает «Северный вестник».\nУважаемые главы делегаций!\n"
        "Мы собрались в третий раз, и я благодарю хозяев. Мой предшественник сказал, что дорога нас сблизит.\n"
        "Уважаемые участники встречи!\nМы готовы открыть новый пункт пропуска."
    )
    assert read(text).kind == "statement"


def test_the_noun_that_names_a_statement_ends_a_turkic_title():
    text = (
        "Tashqi ishlar vazirligi vaziyat keskinlashganidan xavotir bildiradi.\n"
        "Biz tomonlarni zo‘ravonlikni to‘xtatishga chaqiramiz.\nHalok bo‘lganlarning oilalariga hamdardlik bildiramiz."
    )
    assert read(text, title="Tashqi ishlar vazirligi bayonoti").kind == "statement"


def test_a_label_that_only_says_guest_names_nobody():
    text = (
        "Гость программы – реставратор Нора Бек.\nВедущая: Здравствуйте, Нора. Когда вы начали?\n"
        "Гость: В 2011 году. Я приехала с двумя чемоданами.\nВедущая: Это медленная работа?\n"
        "Гость: Очень. Я читаю каждую букву дважды.\nВедущая: Что дальше?\nГость: Карта дельты. Мы ждали её много лет."
    )
    article = read(text)
    assert article.interview is not None
    assert [person.name for person in article.interview.interviewees] == ["Нора Бек"]
