"""Known actors in every language and form, false friends, and what a name means in its text."""

from __future__ import annotations

import dataclasses
import os
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import yaml

from c5watch.article import Article, Interview, Speaker, Turn
from c5watch.knowledge import Knowledge
from pipelines.actors import find_actors
from pipelines.quotes import find_quotes
from tests.actors_of import actors, ids, only, read


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


def test_a_bare_surname_goes_to_the_one_in_office_that_day(knowledge: Knowledge) -> None:
    assert ids(read(knowledge, "Жапаров подписал закон.", day=date(2025, 11, 8))) == {"sadyr-japarov"}


def test_the_daughter_is_told_from_her_fathers_genitive(knowledge: Knowledge) -> None:
    article = read(
        knowledge, "Саида Мирзиёева приехала. Мирзиёева заявила об этом. Шавкат Мирзиёев ждал ответа. Указ Мирзиёева вышел."
    )
    assert [actor for text, actor in actors(article) if text.startswith("Мирзиёева")] == [
        "saida-mirziyoyeva",
        "shavkat-mirziyoyev",
    ]


def test_wang_yi_and_the_conjunction(knowledge: Knowledge) -> None:
    assert ids(read(knowledge, "Ван И провел переговоры.")) == {"wang-yi"}
    assert "wang-yi" not in ids(read(knowledge, "Художник Ван и его друзья открыли выставку."))


def test_nursultan_is_a_man_or_a_city(knowledge: Knowledge) -> None:
    assert "astana" in ids(read(knowledge, "Саммит прошел в Нур-Султане.", day=date(2021, 5, 1)))
    assert "astana" not in ids(read(knowledge, "Студент Нурсултан Сериков победил. Нурсултан Назарбаев ушел."))


# Abbreviations, institutions, titles


def test_the_head_of_state_is_that_of_the_source(knowledge: Knowledge) -> None:
    text = "Глава государства подписал указ."
    kazakh = next(source.id for source in knowledge.sources.values() if source.country == "KZ")
    uzbek = next(source.id for source in knowledge.sources.values() if source.country == "UZ")
    assert ids(read(knowledge, text, source=kazakh)) == {"kassym-jomart-tokayev"}
    assert ids(read(knowledge, text, source=uzbek)) == {"shavkat-mirziyoyev"}
    assert ids(read(knowledge, text)) == set()


# Capitals


def test_an_institution_may_be_written_small(knowledge: Knowledge) -> None:
    assert ids(read(knowledge, "Еуропалық одақ құралдар ұсынды.", "kk")) == {"european-union"}


def test_a_surname_is_found_again_wherever_the_text_has_it(knowledge: Knowledge) -> None:
    article = read(knowledge, "Сөзді Жаслан Мәдиев бастады. «Мәдиевке сенеміз», – дейді қонақтар.", "kk")
    assert only(article, "Мәдиевке").actor == only(article, "Жаслан Мәдиев").actor == "zhaslan-madiyev"


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


def test_a_surname_that_stands_first_in_a_longer_name(knowledge: Knowledge) -> None:
    assert "li-qiang" not in ids(read(knowledge, "Smailov met Chinese Premier Li Keqiang in Beijing.", "en"))
    assert "li-qiang" in ids(read(knowledge, "Smailov met Chinese Premier Li Qiang in Beijing.", "en"))


@pytest.mark.parametrize("form", ["Сиане", "Сиани", "Сианем", "Сианью", "Сианя"])
def test_a_town_of_either_gender(knowledge: Knowledge, form: str) -> None:
    assert ids(read(knowledge, f"Саммит Китая и стран региона связан с {form} и прошёл в мае.")) == {"china", "xian"}


def test_an_agency_is_one_organisation_once(knowledge: Knowledge) -> None:
    article = read(knowledge, "The talks went on, Anadolu Agency reported. Anadolu said the sides agreed.", "en")
    assert [(mention.text, mention.type) for mention in article.mentions] == [("Anadolu Agency", "ORG"), ("Anadolu", "ORG")]


def test_name_and_patronymic_alone(knowledge: Knowledge) -> None:
    assert ids(read(knowledge, "Гости поблагодарили Ильхама Гейдаровича.")) == {"ilham-aliyev"}
