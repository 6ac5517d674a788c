"""Known actors in every language and form, false friends, and what a name means in its text."""

from __future__ import annotations

import dataclasses
import os
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import yaml

from c5watch.article import Article, Interview, Mention, Speaker, Turn
from c5watch.knowledge import Knowledge
from c5watch.text import script_of
from pipelines.actors import find_actors
from pipelines.quotes import find_quotes

DAY = date(2025, 11, 8)


def read(
    knowledge: Knowledge,
    text: str,
    language: str = "ru",
    *,
    source: str | None = None,
    day: date | None = DAY,
    interview: Interview | None = None,
) -> Article:
    article = Article(
        id="0",
        url=None,
        source=source,
        title=None,
        text=text,
        published_at=day,
        fetched_at=datetime(2025, 11, 8, tzinfo=UTC),
        language=language,
        languages=(language,),
        script=script_of(text),
        interview=interview,
    )
    return find_actors(article, knowledge)


def actors(article: Article) -> list[tuple[str, str | None]]:
    return [(mention.text, mention.actor) for mention in article.mentions]


def ids(article: Article) -> set[str]:
    return {mention.actor for mention in article.mentions if mention.actor}


def only(article: Article, text: str) -> Mention:
    (found,) = [mention for mention in article.mentions if mention.text == text]
    return found


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "ru",
            "Касым-Жомарта Токаева принял Дональд Трамп в Вашингтоне.",
            {"kassym-jomart-tokayev", "donald-trump", "washington"},
        ),
        ("ru", "Переговоры с Шавкатом Мирзиёевым и Садыром Жапаровым.", {"shavkat-mirziyoyev", "sadyr-japarov"}),
        ("en", "Kassym-Jomart Tokayev's visit to China ended.", {"kassym-jomart-tokayev", "china"}),
        (
            "kk",
            "Қасым-Жомарт Тоқаевтың АҚШ-қа сапары Қазақстанға тиімді.",
            {"kassym-jomart-tokayev", "united-states", "kazakhstan"},
        ),
        ("ky", "Садыр Жапаровдун АКШга сапары Бишкекте талкууланды.", {"sadyr-japarov", "united-states", "bishkek"}),
        (
            "uz",
            "Shavkat Mirziyoyevning AQSHga safari Toshkentda e’lon qilindi.",
            {"shavkat-mirziyoyev", "united-states", "tashkent"},
        ),
        ("uz", "Тоқаевнинг Ўзбекистонга ташрифи Тошкентда бошланди.", {"kassym-jomart-tokayev", "uzbekistan", "tashkent"}),
        (
            "tg",
            "Эмомалӣ Раҳмонро дар Душанбе намояндагони Тоҷикистону Хитой пешвоз гирифтанд.",
            {"emomali-rahmon", "dushanbe", "tajikistan", "china"},
        ),
        (
            "tk",
            "Serdar Berdimuhamedowyň Özbegistana sapary Aşgabatda yglan edildi.",
            {"serdar-berdimuhamedov", "uzbekistan", "ashgabat"},
        ),
    ],
)
def test_inflected_names_are_found_in_every_language(knowledge: Knowledge, language: str, text: str, expected: set[str]) -> None:
    assert expected <= ids(read(knowledge, text, language))


@pytest.mark.parametrize("ending", ["", "а", "у", "ым", "е"])
def test_every_case_of_a_russian_surname(knowledge: Knowledge, ending: str) -> None:
    article = read(knowledge, f"Касым-Жомарт Токаев прибыл. Об этом говорили при встрече с участием Токаев{ending} вчера.")
    assert (f"Токаев{ending}", "kassym-jomart-tokayev") in actors(article)


def test_offsets_are_those_of_the_raw_text(knowledge: Knowledge) -> None:
    text = "Диалог с Вашингтонoм и \u200bКазах\u00adстаном, а ещё O‘zbekiston."
    for mention in read(knowledge, text).mentions:
        assert text[mention.start : mention.end] == mention.text
    assert {"Вашингтонoм", "Казах\u00adстаном"} <= {mention.text for mention in read(knowledge, text).mentions}


def test_adjectives_and_peoples_are_no_mention(knowledge: Knowledge) -> None:
    assert ids(read(knowledge, "Казахстанские и кыргызские эксперты, казахстанцы и узбекский коллега обсудили тему.")) == set()
    assert ids(read(knowledge, "Қазақстандық сарапшылар мен қырғызстандықтар кездесті.", "kk")) == set()
    assert ids(read(knowledge, "The Kazakh and Uzbek experts met American colleagues.", "en")) == set()


def test_glued_words_are_cut_where_a_small_letter_meets_a_capital(knowledge: Knowledge) -> None:
    article = read(knowledge, "Встреча с президентомТаджикистанаЭмомали Рахмоном. Касым-Жомарт Токаевподписал закон.")
    assert actors(article) == [
        ("Таджикистана", "tajikistan"),
        ("Эмомали Рахмоном", "emomali-rahmon"),
        ("Касым-Жомарт Токаев", "kassym-jomart-tokayev"),
    ]


def test_a_brand_of_glued_words_is_no_country(knowledge: Knowledge) -> None:
    assert ids(read(knowledge, "Компания КазахстанТрансОйл отчиталась.")) == set()


def test_hyphen_chains_are_several_countries(knowledge: Knowledge) -> None:
    article = read(knowledge, "Хитой-Қирғизистон-Ўзбекистон темир йўли.", "uz")
    assert ids(article) == {"china", "kyrgyzstan", "uzbekistan"}


def test_capitals_of_a_headline_are_read(knowledge: Knowledge) -> None:
    article = read(knowledge, "ТОКАЕВ ВСТРЕТИЛСЯ С ТРАМПОМ. Дональд ТРАМП принял гостя.")
    assert ids(article) == {"kassym-jomart-tokayev", "donald-trump"}


# Surnames


def test_a_bare_surname_is_the_person_introduced_before_or_after(knowledge: Knowledge) -> None:
    after = read(knowledge, "Жапаров подписал указ. Ранее Акылбек Жапаров возглавлял кабинет.")
    assert only(after, "Жапаров").actor == "akylbek-japarov"
    before = read(knowledge, "Бахтиёр Саидов прибыл в Астану. Саидов провел переговоры.")
    assert only(before, "Саидов").actor == "bakhtiyor-saidov"


def test_two_of_one_surname_in_one_text_stay_open_unless_the_title_tells(knowledge: Knowledge) -> None:
    article = read(knowledge, "Садыр Жапаров и Акылбек Жапаров говорили. Жапаров промолчал. Президент Жапаров возразил.")
    open_one, told = [mention for mention in article.mentions if mention.text == "Жапаров"]
    assert open_one.actor is None
    assert set(open_one.candidates) == {"sadyr-japarov", "akylbek-japarov"}
    assert told.actor == "sadyr-japarov"


def test_a_bare_surname_goes_to_the_one_in_office_that_day(knowledge: Knowledge) -> None:
    assert ids(read(knowledge, "Жапаров подписал закон.", day=date(2025, 11, 8))) == {"sadyr-japarov"}


def test_a_common_surname_needs_a_title_or_a_full_name(knowledge: Knowledge) -> None:
    assert ids(read(knowledge, "Геолог Алишер Саидов нашел золото. Саидов рад.")) == set()
    assert ids(read(knowledge, "Министр иностранных дел Саидов прибыл.")) == {"bakhtiyor-saidov"}


def test_another_given_name_or_other_initials_are_another_person(knowledge: Knowledge) -> None:
    article = read(knowledge, "На встречу пришли Эрик Трамп и Мелания Трамп, а также А. Саидов и Дональд Трамп-младший.")
    assert ids(article) == set()
    assert ids(read(knowledge, "Выступили К.К. Токаев, С.Н. Жапаров и Ш.М. Мирзиёев.")) == {
        "kassym-jomart-tokayev",
        "sadyr-japarov",
        "shavkat-mirziyoyev",
    }


def test_the_daughter_is_told_from_her_fathers_genitive(knowledge: Knowledge) -> None:
    article = read(
        knowledge, "Саида Мирзиёева приехала. Мирзиёева заявила об этом. Шавкат Мирзиёев ждал ответа. Указ Мирзиёева вышел."
    )
    assert [actor for text, actor in actors(article) if text.startswith("Мирзиёева")] == [
        "saida-mirziyoyeva",
        "shavkat-mirziyoyev",
    ]


def test_gor_is_not_a_mountain(knowledge: Knowledge) -> None:
    assert ids(read(knowledge, "Гора Хан-Тенгри видна издалека. Альпинисты поднялись на Гору Победы.")) <= {"kyrgyzstan"}
    article = read(knowledge, "Серджио Гор прилетел в Ташкент. С Гором говорили министры.")
    assert [actor for _, actor in actors(article)].count("sergio-gor") == 2


def test_sands_are_not_peskov(knowledge: Knowledge) -> None:
    assert "dmitry-peskov" not in ids(read(knowledge, "В песках Каракумов и среди песков пустыни нашли воду."))
    assert "dmitry-peskov" in ids(read(knowledge, "Пресс-секретарь Песков сообщил об этом."))


def test_wang_yi_and_the_conjunction(knowledge: Knowledge) -> None:
    assert ids(read(knowledge, "Ван И провел переговоры.")) == {"wang-yi"}
    assert "wang-yi" not in ids(read(knowledge, "Художник Ван и его друзья открыли выставку."))


def test_streets_airports_and_universities_are_not_the_person(knowledge: Knowledge) -> None:
    text = "Аэропорт имени Нурсултана Назарбаева закрыт. На улице Назарбаева ремонт. Назарбаев Университет ждет."
    assert "nursultan-nazarbayev" not in ids(read(knowledge, text))


def test_nursultan_is_a_man_or_a_city(knowledge: Knowledge) -> None:
    assert "astana" in ids(read(knowledge, "Саммит прошел в Нур-Султане.", day=date(2021, 5, 1)))
    assert "astana" not in ids(read(knowledge, "Студент Нурсултан Сериков победил. Нурсултан Назарбаев ушел."))


# Abbreviations, institutions, titles


@pytest.mark.parametrize(
    ("text", "source", "expected"),
    [
        ("Президент РК Токаев принял министров.", None, "kazakhstan"),
        ("РК подписала соглашение, сообщили в Казахстане.", None, "kazakhstan"),
        ("Южная Корея и Сеул рады: экспорт РК вырос.", None, "south-korea"),
        ("В РТ прибыл гость. Эмомали Рахмон принял его в Душанбе.", None, "tajikistan"),
        ("Парламент КР принял закон, сообщил Садыр Жапаров в Бишкеке.", None, "kyrgyzstan"),
    ],
)
def test_an_abbreviation_is_the_country_the_text_speaks_of(
    knowledge: Knowledge, text: str, source: str | None, expected: str
) -> None:
    article = read(knowledge, text, source=source)
    short = next(mention for mention in article.mentions if mention.text in {"РК", "РТ", "КР"})
    assert short.actor == expected


def test_an_abbreviation_nothing_speaks_for_stays_open(knowledge: Knowledge) -> None:
    short = only(read(knowledge, "Экспорт РК вырос."), "РК")
    assert short.actor is None
    assert set(short.candidates) >= {"kazakhstan", "south-korea"}


def test_tatarstan_is_not_tajikistan(knowledge: Knowledge) -> None:
    assert "tajikistan" not in ids(read(knowledge, "Глава РТ Рустам Минниханов в Казани рассказал о развитии Татарстана."))


def test_tajik_ima_is_america_or_the_emirates(knowledge: Knowledge) -> None:
    assert only(read(knowledge, "Дональд Трамп ва ИМА дар Вашингтон.", "tg"), "ИМА").actor == "united-states"
    assert only(read(knowledge, "Иморати Муттаҳидаи Араб ё ИМА дар Абузабӣ.", "tg"), "ИМА").actor == "uae"


def test_the_white_house_of_bishkek_is_not_that_of_washington(knowledge: Knowledge) -> None:
    assert "white-house" not in ids(read(knowledge, "В Белом доме в Бишкеке Садыр Жапаров провел совещание."))
    assert ids(read(knowledge, "Белый дом сообщил о визите. Дональд Трамп примет гостей.")) & {"white-house", "united-states"}


def test_the_senate_of_kazakhstan_is_not_the_us_congress(knowledge: Knowledge) -> None:
    assert "us-congress" not in ids(read(knowledge, "Сенат Казахстана одобрил закон."))


def test_us_dollars_are_no_mention(knowledge: Knowledge) -> None:
    assert ids(read(knowledge, "Проект стоит 300 млн долларов США.")) == set()
    assert ids(read(knowledge, "Жобаға 300 млн АҚШ доллары жұмсалады.", "kk")) == set()


def test_a_court_is_not_sudan(knowledge: Knowledge) -> None:
    assert ids(read(knowledge, "В суде сообщили: Суд вынес решение. Судан упомянут не был.")) == {"sudan"}


def test_the_head_of_state_is_that_of_the_source(knowledge: Knowledge) -> None:
    text = "Глава государства подписал указ."
    kazakh = next(source.id for source in knowledge.sources.values() if source.country == "KZ")
    uzbek = next(source.id for source in knowledge.sources.values() if source.country == "UZ")
    assert ids(read(knowledge, text, source=kazakh)) == {"kassym-jomart-tokayev"}
    assert ids(read(knowledge, text, source=uzbek)) == {"shavkat-mirziyoyev"}
    assert ids(read(knowledge, text)) == set()


# Capitals


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "Вашингтон переходит к делу.", "united-states"),
        ("ru", "Отношения с Вашингтоном окрепли.", "united-states"),
        ("ru", "Переговоры прошли в Вашингтоне.", "washington"),
        ("ru", "Он прибыл из Астаны.", "astana"),
        ("ru", "Это усиливает дипломатическую роль Астаны.", "kazakhstan"),
        ("ru", "Жители Астаны довольны.", "astana"),
        ("en", "Washington said it would sign.", "united-states"),
        ("en", "They met in Washington.", "washington"),
        ("kk", "Астана келісімді қолдады.", "kazakhstan"),
        ("kk", "Кездесу Астанада өтті.", "astana"),
        ("uz", "Muzokaralar Toshkentda o‘tdi.", "tashkent"),
        ("uz", "Toshkent bilan munosabatlar yaxshi.", "uzbekistan"),
        ("tg", "Вохӯрӣ дар Душанбе баргузор шуд.", "dushanbe"),
        ("tg", "Муносибат бо Душанбе беҳтар шуд.", "tajikistan"),
        ("tk", "Duşuşyk Aşgabatda geçirildi.", "ashgabat"),
    ],
)
def test_a_capital_is_its_government_unless_it_is_where_something_happens(
    knowledge: Knowledge, language: str, text: str, expected: str
) -> None:
    assert ids(read(knowledge, text, language)) == {expected}


def test_a_club_or_newspaper_is_not_the_city(knowledge: Knowledge) -> None:
    article = read(knowledge, "Футболисты ФК «Астана» выиграли, пишет Astana Times.")
    assert "astana" not in ids(article)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "FC Astana beat Tobol at the Astana Arena."),
        ("en", "Runners gathered for the Almaty Marathon."),
        ("en", "The Astana Opera opened its season."),
        ("ru", "Матч футбольного клуба «Астана» перенесли."),
        ("ru", "Зрители пришли в театр «Астана Опера»."),
        ("ru", "Статью напечатала газета «Вечерний Бишкек»."),
        ("ru", "Алматы Марафон собрал тысячи бегунов."),
        ("kk", "Астана Опера театрында концерт өтті."),
        ("uz", "“Paxtakor” va “Toshkent” klublari o‘ynadi."),
    ],
)
def test_a_name_inside_a_longer_name_is_not_the_city(knowledge: Knowledge, language: str, text: str) -> None:
    assert ids(read(knowledge, text, language)) == set()


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "Правительство Казахстана одобрило проект.", "kazakhstan"),
        ("en", "The Government of Kazakhstan approved the project.", "kazakhstan"),
        ("uz", "O‘zbekiston hukumati qaror qildi.", "uzbekistan"),
        ("ky", "Кытай – Кыргызстан – Өзбекстан жолу курулууда.", "uzbekistan"),
    ],
)
def test_a_government_or_a_road_has_its_country(knowledge: Knowledge, language: str, text: str, expected: str) -> None:
    assert expected in ids(read(knowledge, text, language))


def test_an_election_of_a_year_is_no_mention_of_the_country(knowledge: Knowledge) -> None:
    assert ids(read(knowledge, "Turnout fell after the 2021 United States presidential election.", "en")) == set()
    assert ids(read(knowledge, "The United States held an election.", "en")) == {"united-states"}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "Ереван никого не прислал на встречу.", "armenia"),
        ("en", "Bahrain welcomed the news. Tehran did not.", "iran"),
        ("kk", "Ташкент әзірге үнсіз.", "uzbekistan"),
        ("ky", "Бишкек кепилдик сурайт.", "kyrgyzstan"),
        ("uz", "Ostona kutmoqda.", "kazakhstan"),
        ("uz-Cyrl", "Пекин ишни тезлаштирмоқчи.", "china"),
        ("kk", "Ол Баку мен Анкарадағы турнирлерге дайындалып жүр.", "baku"),
        ("tk", "Seul uçuşlary azalýar.", "seoul"),
        ("kk", "Сапарды Кремль растады.", "kremlin"),
    ],
)
def test_a_bare_capital_that_acts_is_its_government(knowledge: Knowledge, language: str, text: str, expected: str) -> None:
    assert expected in ids(read(knowledge, text, language.partition("-")[0]))


def test_the_kuban_is_not_cuba(knowledge: Knowledge) -> None:
    assert "cuba" not in ids(read(knowledge, "Кубан облусунда жамгыр жаады.", "ky"))
    assert ids(read(knowledge, "Куба элчиси келди.", "ky")) == {"cuba"}


def test_an_institution_may_be_written_small(knowledge: Knowledge) -> None:
    assert ids(read(knowledge, "Еуропалық одақ құралдар ұсынды.", "kk")) == {"european-union"}


def test_sergei_is_not_sergio_and_a_doubled_letter_is_no_stranger(knowledge: Knowledge) -> None:
    article = read(knowledge, "Хоккеист Сергей Гор забил. Посол Серджио Гор прибыл. Кассым-Жомарту Токаеву подарили книгу.")
    assert only(article, "Сергей Гор").actor is None
    assert only(article, "Серджио Гор").actor == "sergio-gor"
    assert only(article, "Кассым-Жомарту Токаеву").actor == "kassym-jomart-tokayev"


def test_a_surname_is_found_again_wherever_the_text_has_it(knowledge: Knowledge) -> None:
    article = read(knowledge, "Сөзді Жаслан Мәдиев бастады. «Мәдиевке сенеміз», – дейді қонақтар.", "kk")
    assert only(article, "Мәдиевке").actor == only(article, "Жаслан Мәдиев").actor == "zhaslan-madiyev"


def test_the_abraham_accords_are_no_person(knowledge: Knowledge) -> None:
    for language, text in (
        ("uz", "Mamlakat Ibrohim kelishuvlariga qo‘shildi."),
        ("tk", "Ýurt Ybraýym ylalaşyklaryna goşuldy."),
        ("en", "The country joined the Abraham Accords."),
    ):
        assert not [mention for mention in read(knowledge, text, language).mentions if mention.type == "PER"]


def test_namesakes_in_america_are_not_the_country_or_the_capital(knowledge: Knowledge) -> None:
    article = read(knowledge, "The plant in Atlanta, Georgia, was named after George Washington.", "en")
    assert ids(article) == set()


# Interviews


def test_speakers_resolve_and_a_first_name_in_a_question_is_the_interviewee(knowledge: Knowledge) -> None:
    text = "Политолог Канатбек Азиз ответил на вопросы.\n– Канатбек, как вы оцениваете итоги?\n– Хорошо."
    interview = Interview(
        interviewees=(Speaker(name="Канатбек Азиз"),),
        interviewers=(Speaker(name="Анна Смирнова"),),
        turns=(Turn(kind="question", speaker=None, start=44, end=81), Turn(kind="answer", speaker=None, start=82, end=len(text))),
    )
    article = read(knowledge, text, interview=interview)
    assert article.interview is not None
    assert article.interview.interviewees[0].actor == "kanatbek-aziz"
    assert article.interview.interviewers[0].actor is None
    first_name = only(article, "Канатбек")
    assert (first_name.actor, first_name.voice) == ("kanatbek-aziz", "question")


REFERENCE = os.environ.get("C5WATCH_REFERENCE_INTERVIEW", "")


@pytest.mark.skipif(not REFERENCE, reason="C5WATCH_REFERENCE_INTERVIEW names no file; its text is not part of the project")
def test_the_reference_interview_is_understood_without_a_fault(knowledge: Knowledge) -> None:
    """Every person, organisation, company, country and place of the gold beside it, with its span, and nothing else."""
    text = Path(REFERENCE).read_text(encoding="utf-8")
    gold = yaml.safe_load((Path(REFERENCE).parent / "domain" / "seed_gold.yaml").read_text(encoding="utf-8"))
    sections = ("persons", "organisations", "companies", "countries_and_places")
    expected = {
        (place["offset"], place["offset"] + len(surface["form"])): entry["id"]
        for section in sections
        for entry in gold[section]
        for surface in entry["surface_forms"]
        for place in surface["at"]
    }
    in_the_city = {span for span, actor in expected.items() if actor == "washington" and text[: span[0]].endswith("в ")}
    governments = {"washington": "united-states", "astana": "kazakhstan"}
    for span, actor in expected.items():
        if actor in governments and span not in in_the_city:
            expected[span] = governments[actor]
    article = read(knowledge, text, day=None)
    assert {(mention.start, mention.end): mention.actor for mention in article.mentions} == expected


# Robustness


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "«»", "A", "Ё" * 5000, "Т." * 3000, "США" * 2000, "\u0301" * 100, "-".join(["Казахстан"] * 500)]
)
def test_odd_texts_raise_nothing(knowledge: Knowledge, text: str) -> None:
    for language in ("ru", "en", "kk", "ky", "uz", "tg", "tk", "und"):
        for mention in read(knowledge, text, language).mentions:
            assert text[mention.start : mention.end] == mention.text


def test_the_result_is_the_same_every_time(knowledge: Knowledge) -> None:
    text = "Президент РК Токаев и Жапаров, Эрик Трамп, глава МИД Саидов и Дарига Назарбаева прибыли в Вашингтон."
    assert read(knowledge, text).mentions == read(knowledge, text).mentions


def test_speaker_of_a_quote_is_nobody_where_the_surname_stays_ambiguous(knowledge: Knowledge) -> None:
    text = "Саидов заявил: «Переговоры продолжатся весной»."
    article = Article(id="0", url=None, source=None, title=None, text=text, fetched_at=datetime(2025, 11, 9, tzinfo=UTC))
    quoted = find_quotes(dataclasses.replace(article, language="ru", languages=("ru",), script="Cyrl"), knowledge)
    assert [quote.actor for quote in quoted.quotes] == ["bakhtiyor-saidov"]  # by name alone
    assert [quote.actor for quote in find_actors(quoted, knowledge).quotes] == [None]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("kk", "Павлодар облысында көктем ерте келді."),
        ("ky", "Нарын облусунда жол оңдолду."),
        ("uz", "Namangan viloyatida bog‘lar gulladi."),
        ("uz-Cyrl", "Фарғона водийсида ёмғир ёғди."),
        ("tg", "Дар вилояти Бадахшон ва водии Фарғона барф борид."),
        ("tk", "Mary welaýatynda pagta ýygyldy."),
        ("en", "Farmers of the Fergana Valley sowed cotton."),
    ],
)
def test_a_province_or_valley_is_not_the_town_it_is_called_after(knowledge: Knowledge, language: str, text: str) -> None:
    assert ids(read(knowledge, text, language.partition("-")[0])) == set()


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("uz", "Toshkent shahrida yangi bog‘ ochilmoqda.", {"tashkent"}),
        ("ru", "Торговля между Москвой и Ташкентом растет.", {"russia", "uzbekistan"}),
        ("en", "The paper praised Astana's cautious approach.", {"kazakhstan"}),
        ("tg", "Музокирот байни Маскаву Душанбе идома дорад.", {"russia", "tajikistan"}),
        ("tg", "Душанбе ин пешниҳодро рад кард.", {"tajikistan"}),
        ("tk", "Moskwa bilen Aşgabadyň arasynda gepleşik bar.", {"russia", "turkmenistan"}),
    ],
)
def test_a_capital_is_a_town_or_its_government(knowledge: Knowledge, language: str, text: str, expected: set[str]) -> None:
    assert ids(read(knowledge, text, language)) == expected


def test_both_ends_of_a_road_are_found(knowledge: Knowledge) -> None:
    assert {"bishkek", "osh"} <= ids(read(knowledge, "The Bishkek-Osh road was closed.", "en"))
    assert {"pakistan", "india"} <= ids(read(knowledge, "Pakistan-Hindistan serhedi ýapyldy.", "tk"))


def test_a_patronymic_stands_between_the_names_of_a_known_person(knowledge: Knowledge) -> None:
    article = read(knowledge, "Dabaraly myhman Kasym-Žomart Kemelewiç Tokaýewe sowgat berildi.", "tk")
    assert only(article, "Kasym-Žomart Kemelewiç Tokaýewe").actor == "kassym-jomart-tokayev"


def test_a_ministry_may_begin_small_but_its_country_may_not(knowledge: Knowledge) -> None:
    assert "mfa-kz" in ids(read(knowledge, "Об этом сообщило министерство иностранных дел Казахстана."))
    assert "mfa-tj" in ids(read(knowledge, "Инро вазорати умури хориҷаи Тоҷикистон хабар дод.", "tg"))
    assert ids(read(knowledge, "Он написал: министерство иностранных дел казахстана.")) == set()


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ky", "Жаш чабуулчу Ирандын «Арасбаран» клубуна өттү.", {"iran"}),
        ("ky", "Жыйын Казакстандын борбору Астанада өтөт.", {"kazakhstan", "astana"}),
        ("tk", "Hytaýyň «Uzak Ýol» kompaniýasy zawod gurar.", {"china"}),
        ("tk", "Türkmenistanyň Halk Maslahaty ýygnandy.", {"turkmenistan", "halk-maslahaty"}),
        ("uz", "Vakillar Vashingtonga Jahon banki taklifi bilan bordi.", {"washington", "world-bank"}),
    ],
)
def test_what_stands_before_an_organisation_is_found_too(
    knowledge: Knowledge, language: str, text: str, expected: set[str]
) -> None:
    assert ids(read(knowledge, text, language)) == expected


def test_letters_of_a_plain_keyboard_may_be_capitals(knowledge: Knowledge) -> None:
    assert ids(read(knowledge, "Сафири Узбекистон омад.", "tg")) == {"uzbekistan"}


def test_the_european_council_and_the_council_of_europe_share_a_name(knowledge: Knowledge) -> None:
    text = "Yevropa Ittifoqi yetakchilari, jumladan Yevropa kengashi prezidenti keldi."
    assert "european-council" in ids(read(knowledge, text, "uz"))
    assert only(read(knowledge, "Yevropa kengashi hisobot chiqardi.", "uz"), "Yevropa kengashi").actor is None


def test_another_bearer_of_the_given_name_and_spelled_surname_is_that_person(knowledge: Knowledge) -> None:
    article = read(knowledge, "Дар нишаст Сердар Бердымухаметов ва Шавкат Мирзиёев буданд.", "tg")
    assert "gurbanguly-berdimuhamedov" not in ids(article)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Гостем стал президент Жапаров. Как идут дела? Жапаров: Хорошо.", "sadyr-japarov"),
        ("Гостем стал Жапаров. Как идут дела? Жапаров: Хорошо.", None),
    ],
)
def test_the_interviewee_is_whom_the_mentions_of_the_surname_are(knowledge: Knowledge, text: str, expected: str | None) -> None:
    interview = Interview(interviewers=(), interviewees=(Speaker(name="Жапаров"),), turns=())
    article = read(knowledge, text, day=date(2024, 5, 5), interview=interview)
    assert article.interview is not None
    assert article.interview.interviewees[0].actor == expected
    assert {mention.actor for mention in article.mentions if mention.text == "Жапаров"} == {expected}


@pytest.mark.parametrize(
    ("text", "language", "source", "expected"),
    [
        ("МИД Казахстана принял посла. В МИДе отметили важность встречи с Германией.", "ru", None, ["mfa-kz", "mfa-kz"]),
        ("Министерство иностранных дел Германии приняло посла. В МИД Китая возразили.", "ru", None, [None, "mfa-cn"]),
        ("Посол вручил грамоты. В Министерстве иностранных дел обсудили визит.", "ru", "24kg", ["mfa-kg"]),
        ("Германский МИД молчит. Казахстан ждёт.", "ru", None, []),
        ("Германия и Казахстан ведут переговоры, сообщили в МИД.", "ru", None, [None]),
        ("Казахстан направил ноту, сообщили в МИД.", "ru", None, ["mfa-kz"]),
        ("The Uzbek Foreign Ministry met envoys. The Foreign Ministry thanked Germany.", "en", None, ["mfa-uz", "mfa-uz"]),
        ("The German Foreign Ministry met envoys from Kazakhstan.", "en", None, []),
        ("Германия Сыртқы істер министрлігі Қазақстанға нота жіберді.", "kk", None, []),
        ("Қазақстан мен Германия келісті, деп хабарлады Сыртқы істер министрлігінен.", "kk", None, ["mfa-kz"]),
    ],
)
def test_bare_ministry(knowledge: Knowledge, text: str, language: str, source: str | None, expected: list[str | None]) -> None:
    article = read(knowledge, text, language, source=source)
    ministries = ("mfa-", "Министерств", "МИД", "Foreign", "министрлі")
    found = [one.actor for one in article.mentions if one.type == "ORG" and any(word in one.text for word in ministries)]
    assert [one for one in found if one or None in expected] == expected


@pytest.mark.parametrize(
    ("text", "language", "actor"),
    [
        ("Глава фонда «Самрук-Қазына» прибыл в Алматы.", "ru", "samruk-kazyna"),
        ("Казахстанский холдинг «Самрук-Қазына» подписал договор.", "ru", "samruk-kazyna"),
        ("Глава фонда «Самрук-Надежда» прибыл в Алматы.", "ru", None),
    ],
)
def test_spelling_of_an_organisation(knowledge: Knowledge, text: str, language: str, actor: str | None) -> None:
    assert [one.actor for one in read(knowledge, text, language).mentions if one.type == "ORG"] == [actor]


def test_a_stranger_in_full_takes_the_bare_surname(knowledge: Knowledge) -> None:
    text = "Об этом заявил замминистра труда Закир Умаров. По словам Умарова, Узбекистан отправит рабочих в Россию."
    assert ids(read(knowledge, text)) == {"uzbekistan", "russia"}
    known = "Аналитик Темур Умаров и замминистра Закир Умаров спорят. По словам Темура Умарова, всё иначе."
    assert ids(read(knowledge, known)) == {"temur-umarov"}


def test_a_surname_that_stands_first_in_a_longer_name(knowledge: Knowledge) -> None:
    assert "li-qiang" not in ids(read(knowledge, "Smailov met Chinese Premier Li Keqiang in Beijing.", "en"))
    assert "li-qiang" in ids(read(knowledge, "Smailov met Chinese Premier Li Qiang in Beijing.", "en"))


@pytest.mark.parametrize("form", ["Сиане", "Сиани", "Сианем", "Сианью", "Сианя"])
def test_a_town_of_either_gender(knowledge: Knowledge, form: str) -> None:
    assert ids(read(knowledge, f"Саммит Китая и стран региона связан с {form} и прошёл в мае.")) == {"china", "xian"}


def test_a_namesake_in_full_takes_nothing_from_a_known_person_by_title(knowledge: Knowledge) -> None:
    text = "Президент Узбекистана Мирзиёев прибыл в Ташкент. Депутат Рустам Мирзиёев встретил его."
    assert ("Мирзиёев", "shavkat-mirziyoyev") in actors(read(knowledge, text))
    english = "US President Donald Trump met the envoys. His son Eric Trump came too. Trump said the deal was good."
    assert ("Trump", "donald-trump") in actors(read(knowledge, english, "en"))


def test_a_row_of_capitals_without_end_is_read(knowledge: Knowledge) -> None:
    article = read(knowledge, " and ".join(["Moscow", "Tashkent"] * 400) + " signed.", "en")
    assert len(article.mentions) == 800


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("India's Exim Bank opened a credit line.", "en", {"india"}),
        ("The Export-Import Bank of India opened a credit line.", "en", {"india"}),
        ("The U.S. Exim Bank opened a credit line.", "en", {"united-states", "exim"}),
        ("Эксимбанк США выделил кредит.", "ru", {"united-states", "exim"}),
    ],
)
def test_a_bank_that_another_country_has_too(knowledge: Knowledge, text: str, language: str, expected: set[str]) -> None:
    assert ids(read(knowledge, text, language)) == expected


def test_an_agency_is_one_organisation_once(knowledge: Knowledge) -> None:
    article = read(knowledge, "The talks went on, Anadolu Agency reported. Anadolu said the sides agreed.", "en")
    assert [(mention.text, mention.type) for mention in article.mentions] == [("Anadolu Agency", "ORG"), ("Anadolu", "ORG")]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Поэт Абдулла Арипов родился в Кашкадарье. Арипов писал о любви.", "ru"),
        ("Shoir Abdulla Oripov tavallud kuni nishonlandi.", "uz"),
        ("The footballer Abdulla Aripov scored twice.", "en"),
    ],
)
def test_an_artist_is_no_namesake_in_office(knowledge: Knowledge, text: str, language: str) -> None:
    assert "abdulla-aripov" not in ids(read(knowledge, text, language))
    assert "abdulla-aripov" in ids(read(knowledge, "Премьер Абдулла Арипов открыл завод."))


def test_a_white_house_that_nothing_ties_to_america_stays_open(knowledge: Knowledge) -> None:
    assert ids(read(knowledge, "Ак үйдүн алдына эл чогулду.", "ky")) == set()
    assert "white-house" in ids(read(knowledge, "Трамп Ак үйдө сүйлөдү.", "ky")) | ids(
        read(knowledge, "АКШ: Ак үйдө жолугушуу өттү.", "ky")
    )


def test_a_given_name_that_is_a_place_too(knowledge: Knowledge) -> None:
    assert ids(read(knowledge, "Paris Hilton visited Tashkent.", "en")) == {"tashkent"}
    assert "paris" in ids(read(knowledge, "The talks moved to Paris.", "en"))
    american = "Georgia voters went to the polls in Atlanta. Georgia counted the votes by night."
    assert "georgia" not in ids(read(knowledge, american, "en"))
    assert "georgia" in ids(read(knowledge, "Tbilisi said Georgia would join, flights from Atlanta notwithstanding.", "en"))


def test_a_badge_is_no_oil_company(knowledge: Knowledge) -> None:
    badge = "Бойцы носят новый шеврон. Шеврон пришит к рукаву."
    assert "chevron" not in ids(read(knowledge, badge))
    assert "chevron" in ids(read(knowledge, "Шеврон расширит добычу."))


def test_name_and_patronymic_alone(knowledge: Knowledge) -> None:
    assert ids(read(knowledge, "Гости поблагодарили Ильхама Гейдаровича.")) == {"ilham-aliyev"}
