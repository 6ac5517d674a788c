"""Plain text as people save it: bold type in Markdown, roles as labels in every language, subheads that ask."""

from __future__ import annotations

import pytest

from c5watch.article import Article
from pipelines.dialogue.labels import names_nobody, read_label, side_of
from tests.test_pipelines_interview import read

LEAD = "Гидролог Асия Темирова рассказала нашей газете, почему мелеет Балхаш."
TURNS = (
    ("Вы бываете на озере каждый год?", "Каждый август. Я ставлю одну и ту же рейку и каждый раз спускаюсь к воде дальше."),
    ("Что вы увидели в этот раз?", "Я увидела мост, под которым нет реки. Мне показывали его дети, для них он всегда был таким."),
    ("Можно ли это поправить?", "Можно, если верхние рисовые чеки перейдут на просо. Я писала об этом трижды."),
)


def spoken(article: Article) -> list[tuple[str, str]]:
    assert article.interview is not None
    return [(turn.kind, article.text[turn.start : turn.end]) for turn in article.interview.turns]


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("**%s**", "%s"),
        ("__%s__", "%s"),
        ("*%s*", "%s"),
        ("***%s***", "%s"),
        ("**– %s**", "– %s"),
        ("— **%s**", "— %s"),
        ("**1. %s**", "%s"),
        ("### %s", "%s"),
        ("**Редакция:** %s", "**Асия Темирова:** %s"),
        ("**Редакция**: %s", "**Темирова**: %s"),
    ],
)
def test_questions_in_markdown_are_turns_whose_places_are_those_of_the_text(question, answer):
    lines = [line for asked, said in TURNS for line in (question % asked, answer % said)]
    article = read("\n\n".join([LEAD, *lines]))
    assert spoken(article) == [("question" if number % 2 == 0 else "answer", line) for number, line in enumerate(lines)]


def test_question_in_bold_type_and_its_answer_on_the_same_line_are_two_turns():
    article = read("\n".join([LEAD, *(f"**{asked}** {said}" for asked, said in TURNS)]))
    expected = [turn for asked, said in TURNS for turn in (("question", f"**{asked}**"), ("answer", said))]
    assert [(side, words.strip()) for side, words in spoken(article)] == expected


def test_emphasis_within_a_report_makes_no_interview():
    text = "**Балхаш мелеет.** Учёные спорят, почему.\n\n*Фото автора*\n\nУровень упал на метр. **Виноват ли рис?** Данных нет."
    assert read(text).interview is None


ROLES = {
    "ru": ("Интервьюер", "Респондент"),
    "kk": ("Сұхбат алушы", "Сарапшы"),
    "ky": ("Алып баруучу", "Маек берүүчү"),
    "uz": ("Boshlovchi", "Mehmon"),
    "uz-Cyrl": ("Мухбир", "Суҳбатдош"),
    "tg": ("Рӯзноманигор", "Меҳмон"),
    "tk": ("Žurnalist", "Myhman"),
    "en": ("Interviewer", "Respondent"),
}
SAID = {
    "ru": (
        ("Сколько стоит такой мост?", "Около трёх миллиардов, если считать подъезды."),
        ("Кто его строит?", "Бригада из Караганды и два местных подрядчика."),
    ),
    "kk": (
        ("Мұндай көпір қанша тұрады?", "Кіреберісін қоса есептегенде үш миллиардтай."),
        ("Оны кім салып жатыр?", "Қарағандыдан келген бригада мен екі жергілікті мердігер."),
    ),
    "ky": (
        ("Мындай көпүрө канча турат?", "Кире беришин кошкондо үч миллиарддай болот."),
        ("Аны ким куруп жатат?", "Ошто түзүлгөн бригада жана эки жергиликтүү подрядчы."),
    ),
    "uz": (
        ("Bunday ko‘prik qancha turadi?", "Kirish yo‘llari bilan uch milliardga yaqin."),
        ("Uni kim quryapti?", "Jizzaxdan kelgan brigada va ikkita mahalliy pudratchi."),
    ),
    "uz-Cyrl": (
        ("Бундай кўприк қанча туради?", "Кириш йўллари билан уч миллиардга яқин."),
        ("Уни ким қуряпти?", "Жиззахдан келган бригада ва иккита маҳаллий пудратчи."),
    ),
    "tg": (
        ("Чунин пул чанд пул меистад?", "Бо роҳҳои даромад тақрибан се миллиард."),
        ("Онро кӣ месозад?", "Бригадае аз Хуҷанд ва ду пудратчии маҳаллӣ."),
    ),
    "tk": (
        ("Şeýle köpri näçä düşýär?", "Girelge ýollary bilen üç milliarda golaý."),
        ("Ony kim gurýar?", "Marydan gelen topar we iki sany ýerli potratçy."),
    ),
    "en": (
        ("What does such a bridge cost?", "About three billion with the approaches."),
        ("Who is building it?", "A crew from the north and two local contractors."),
    ),
}


@pytest.mark.parametrize("language", ROLES)
def test_roles_before_the_words_make_an_interview_of_matter_of_fact_answers(language):
    asker, answerer = ROLES[language]
    lines = [line for asked, said in SAID[language] for line in (f"{asker}: {asked}", f"{answerer}: {said}")]
    article = read("\n\n".join(lines))
    assert spoken(article) == [("question" if number % 2 == 0 else "answer", line) for number, line in enumerate(lines)]
    assert article.interview.interviewees == ()


@pytest.mark.parametrize(
    ("label", "side"),
    [
        ("Азаттык", "question"),
        ("TCA", "question"),
        ("Kun.uz", "question"),
        ("24.kg", "question"),
        ("Радио «Прилив»", "question"),
        ("Корреспондент «Прилива»", "question"),
        ("Тілші", "question"),
        ("Эксперт", "answer"),
        ("Hünärmen", "answer"),
        ("Бакыт Сыдыков", None),
    ],
)
def test_labels_say_who_asks_and_who_answers(label, side):
    assert read_label(f"{label}: Сколько стоит мост?").name == label
    assert side_of(label) == side


def test_sentence_is_no_label_for_beginning_with_a_role():
    assert read_label("Эксперт считает, что мост дорог: три миллиарда.") is None
    assert read_label("Журналист приехал вечером.") is None


def test_words_for_a_part_and_pronouns_name_nobody():
    assert all(map(names_nobody, ["Гость", "Ответ", "Она", "Респондент", "Javob"]))
    assert not any(map(names_nobody, ["Асия Темирова", "Оля"]))


def test_pronouns_as_labels_say_nothing_of_who_speaks():
    text = (
        "Она чинит паромы и не любит фотографов. Мы говорили у воды.\n\nМы: Кто научил вас варить?\n\n"
        "Она: Дед. Он варил на морозе без перчаток.\n\nМы: А вы?\n\nОна: Я в перчатках. Зато быстрее.\n\n"
        "Мы: Паром дойдёт?\n\nОна: Дошёл же вчера. Сегодня легче, ветра нет."
    )
    article = read(text, title="Сварщица с переправы: «Железо помнит, кто его грел»")
    assert [side for side, _ in spoken(article)] == ["question", "answer"] * 3
    assert article.interview.interviewees == ()


def test_subheads_that_ask_without_a_mark_are_questions_beside_those_that_have_it():
    text = (
        "Назира Осмонова двадцать лет снимает ледники. Её архив занимает две комнаты.\n\n"
        "С чего начался архив\n\nС чужого аппарата. Я взяла его на неделю и не вернула, о чём до сих пор жалею.\n\n"
        "Что вы снимаете чаще всего?\n\nКрая. Я возвращаюсь к одному камню и снимаю, где кончается лёд.\n\n"
        "Кому вы показываете снимки?\n\nСтудентам. Они думают, что я их обманываю, и я веду их наверх."
    )
    assert [words for side, words in spoken(read(text)) if side == "question"] == [
        "С чего начался архив",
        "Что вы снимаете чаще всего?",
        "Кому вы показываете снимки?",
    ]


def test_short_lines_before_dashed_answers_are_questions_where_most_of_them_ask():
    text = (
        "Лодочник Темир Абаев перевозит людей через Нарын сорок лет. Мы попросили его отвечать коротко.\n\n"
        "Вода или дорога?\n— Вода. Я на дороге засыпаю.\n\nЛучший пассажир.\n— Козёл. Молчал и не курил, я ему благодарен.\n\n"
        "Чему вас научила река?\n— Ждать. Я и жену так ждал, с того берега.\n\nКому отдадите лодку?\n— Внуку. Мне обещали внука."
    )
    assert [words for side, words in spoken(read(text)) if side == "question"] == [
        "Вода или дорога?",
        "Лучший пассажир.",
        "Чему вас научила река?",
        "Кому отдадите лодку?",
    ]


def test_first_question_may_end_in_a_sentence_behind_its_question_mark():
    question = "– Вы единственный, кто печёт хлеб на вокзале. Кто его покупает, проводники? Или всё-таки те, кто опоздал."
    answer = "Опоздавшие. Я узнаю их по шагам и кладу хлеб в бумагу заранее, пока они считают мелочь и смотрят на табло."
    text = f"Пекарь Руслан Ибраев рассказал нам о ночной смене.\n{question}\n{answer}"
    assert spoken(read(text, title="Пекарь Руслан Ибраев: «Поезд подождёт, тесто нет»")) == [
        ("question", question),
        ("answer", answer),
    ]


NONE = {
    "debate": (
        "Дебаты о набережной: кто заплатит",
        [
            "В доме культуры прошли дебаты кандидатов в кенеш.",
            "Ведущий: По минуте каждому. Нужна ли набережная?",
            "Токтоматов: Нужна. Я знаю, где взять деньги.",
            "Лескова: Я против. Сначала трубы. Вы видели наш подвал?",
            "Токтоматов: Видел, я его чистил.",
            "Ведущий: Третий кандидат?",
            "Алиев: Пусть платит инвестор, я мешать не буду.",
        ],
    ),
    "letter": (
        "Свекровь переставляет мебель. Отвечает психолог",
        [
            "Дорогая редакция!",
            "Свекровь приходит без звонка и двигает шкафы. Я терпела год. Что мне делать? Айгуль, 29 лет.",
            "Здравствуйте, Айгуль!",
            "Сначала спросите себя: мешает ли вам шкаф или то, что вас не спросили?",
            "Поговорите с ней не у шкафа. Вы удивитесь, но чаще всего двигают мебель те, кому негде сидеть.",
        ],
    ),
    "forum": (
        "Какой пост быстрее",
        [
            "kamaz_45: Кто стоял на Дусти, сколько часов?",
            "зульфия: Я стояла шесть, больше не поеду.",
            "kamaz_45: А ночью пускают?",
            "bek77: У меня пустили, но в четыре утра.",
            "зульфия: А меня нет, вы с кем договаривались?",
        ],
    ),
    "told": (
        "Ночь у переправы",
        [
            "Паром не ходит с обеда. Машин уже сорок.",
            "– Давно стоите? – спрашиваю я.",
            "– С утра, – отвечает Замира и наливает чай. – А вы садитесь.",
            "– Дождёмся? – не верит её сосед.",
            "– Дождёмся, – говорит Замира. – Я всегда дожидаюсь.",
        ],
    ),
}


@pytest.mark.parametrize("name", NONE)
def test_debates_letters_forums_and_reportages_are_no_interviews(name):
    title, paragraphs = NONE[name]
    assert read("\n\n".join(paragraphs), title=title).interview is None


def test_press_conference_whose_turns_have_only_dashes_is_a_statement():
    text = (
        "В Таразе прошла пресс-конференция перед матчем. На вопросы журналистов ответил тренер Олжас Нурбеков.\n\n"
        "– Олжас, состав уже известен?\n\n– Известен мне. Вам скажу за час до игры.\n\n– Колено Сергеева зажило?\n\n"
        "– Зажило, он тренируется с понедельника.\n\n– Боитесь гостей?\n\n– Мы их уважаем, а боимся дождя."
    )
    assert read(text, title="Пресс-конференция перед матчем в Таразе").kind == "statement"


def test_single_names_with_full_stops_in_turn_are_speakers():
    text = (
        "Детская писательница Вера Лугова привезла в Алматы новую книгу. Мы поговорили с ней на ярмарке.\n"
        "Редакция. Начнём с верблюда. Почему именно он.\n"
        "Лугова. Потому что лошадь у всех. А верблюда я вижу каждое утро, он ждёт у моего забора.\n"
        "Редакция. Расскажите, как вас приняли в ауле.\n"
        "Лугова. Меня накормили и спросили, кто мне платит. Я честно ответила, что никто."
    )
    article = read(text)
    assert [side for side, _ in spoken(article)] == ["question", "answer", "question", "answer"]
    assert [person.name for person in article.interview.interviewees] == ["Вера Лугова"]


@pytest.mark.parametrize(
    "lines",
    [
        [
            "Астана. Президент принял посла Японии и обсудил с ним поставки урана.",
            "Бишкек. Парламент отложил третье чтение закона о выборах на неделю.",
            "Астана. Нацбанк сохранил ставку на прежнем уровне до конца года.",
            "Бишкек. На границе открыли ещё один пост после ремонта дороги.",
        ],
        [
            "Действие второе",
            "Гостиная в доме Бекеновых. За окном снег.",
            "Гульнара. Ты опять не спал?",
            "Марат. Писал письмо в округ. Третье за неделю, и ни одного ответа, будто мы живём на луне.",
            "Гульнара. Пей чай, остынет.",
            "Гульнара. Ты сам хотел тишины.",
            "Марат. Хотел. (Подходит к окну.) Вон он, наш поезд, опять без нас.",
        ],
    ],
)
def test_datelines_and_plays_with_full_stops_are_no_interview(lines):
    assert read("\n\n".join(lines)).interview is None


@pytest.mark.parametrize(
    ("asker", "answerer"), [("Г. в.:", "В. Лугова:"), ("Б. Рудин. –", "В. Лугова. –"), ("Б. Рудин. —", "В. Л. —")]
)
def test_names_cut_short_in_other_ways_are_labels(asker, answerer):
    lines = [line for asked, said in TURNS for line in (f"{asker} {asked}", f"{answerer} {said}")]
    article = read("\n".join([LEAD, *lines]))
    assert spoken(article) == [("question" if number % 2 == 0 else "answer", line) for number, line in enumerate(lines)]
