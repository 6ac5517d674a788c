"""Who speaks where an office, a body or a paper does, and where somebody is named who does not."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from c5watch.article import Article
from c5watch.knowledge import load_knowledge
from c5watch.settings import ROOT
from pipelines.quotes import find_quotes

KNOWLEDGE = load_knowledge(ROOT / "knowledge")


def read(text: str, language: str, script: str = "Cyrl") -> Article:
    article = Article(id="0", url=None, source=None, title=None, text=text, fetched_at=datetime(2025, 11, 9, tzinfo=UTC))
    return find_quotes(replace(article, language=language, script=script), KNOWLEDGE)


def spoken(article: Article) -> list[tuple[str, str | None]]:
    return [(article.text[quote.start : quote.end], quote.speaker) for quote in article.quotes]


def speakers(text: str, language: str, script: str = "Cyrl") -> list[str | None]:
    return [speaker for _, speaker in spoken(read(text, language, script))]


PARTS = [
    (
        "kk",
        "Cyrl",
        "Министр Ерлан Сапаров биыл көпір құрылысының басталғанын айтып, жол келесі жылы ашылатынын жеткізді.",
        ["биыл көпір құрылысының басталғанын", "жол келесі жылы ашылатынын"],
    ),
    (
        "ky",
        "Cyrl",
        "Министр Нурлан Осмонов быйыл көпүрө курулушу башталганын айтып, жол кийинки жылы ачыларын билдирди.",
        ["быйыл көпүрө курулушу башталганын", "жол кийинки жылы ачыларын"],
    ),
]


@pytest.mark.parametrize(("language", "script", "text", "said"), PARTS)
def test_each_clause_that_is_said_is_a_quote_of_its_own(language, script, text, said):
    assert [quote for quote, _ in spoken(read(text, language, script))] == said


@pytest.mark.parametrize(
    ("language", "script", "text"),
    [
        ("kk", "Cyrl", "Министр Ерлан Сапаров жиында жаңа көпірдің мән-жайын айтты."),
        ("uz", "Latn", "Vazir Jahongir Rasulov yig‘ilishda yangi ko‘prikning xususiyatlarini qayd etdi."),
        ("uz", "Cyrl", "Вазир Жаҳонгир Расулов йиғилишда янги кўприкнинг хусусиятларини қайд этди."),
    ],
)
def test_a_thing_that_somebody_speaks_of_is_no_quote(language, script, text):
    assert spoken(read(text, language, script)) == []


NAMED = [
    # A body without a person.
    ("ru", "Cyrl", "Как сообщили в МИД Казахстана, переговоры пройдут в декабре.", "МИД Казахстана"),
    ("ru", "Cyrl", "Казахстанская сторона подтвердила, что переговоры пройдут в декабре.", "Казахстанская сторона"),
    ("ru", "Cyrl", "Советник президента Ержан Оспанов заявил, что переговоры пройдут в декабре.", "Ержан Оспанов"),
    (
        "tk",
        "Latn",
        "Daşary işler ministrliginiň habar bermegine görä, gepleşikler dekabrda geçiriler.",
        "Daşary işler ministrligi",
    ),
    ("tk", "Latn", "DIM-niň habar bermegine görä, gepleşikler dekabrda geçiriler.", "DIM"),
    ("tg", "Cyrl", "ВКХ Тоҷикистон хабар дод, ки гуфтушунид моҳи декабр баргузор мешавад.", "ВКХ Тоҷикистон"),
    ("ru", "Cyrl", "Как говорится в заявлении МИД Казахстана, переговоры пройдут в декабре.", "МИД Казахстана"),
    ("uz", "Latn", "Tashqi ishlar vazirligiga ko‘ra, muzokaralar dekabrda o‘tkaziladi.", "Tashqi ishlar vazirligi"),
    # The one who is named beside somebody else.
    (
        "ky",
        "Cyrl",
        "Нурлан Осмонов Ерлан Сапаров менен жолугушууда жол кийинки жылы ачыларын билдирди.",
        "Нурлан Осмонов",
    ),
    (
        "tk",
        "Latn",
        "Merdan Orazow Ýerlan Saparow bilen duşuşykda ýoluň indiki ýyl açyljakdygyny aýtdy.",
        "Merdan Orazow",
    ),
    ("ru", "Cyrl", "Что касается моста, то, по словам Армана Жумабекова, его откроют весной.", "Арман Жумабеков"),
    ("tg", "Cyrl", "Фаррух Назаров, вазири нақлиёт, гуфт, ки пули нав баҳор кушода мешавад.", "Фаррух Назаров"),
    ("tg", "Cyrl", "Ба гуфтаи Фаррух Назаров пули нав баҳор кушода мешавад.", "Фаррух Назаров"),
    ("tg", "Cyrl", "Аммо гуфт Фаррух Назаров, пули нав танҳо баҳор кушода мешавад.", "Фаррух Назаров"),
    ("uz", "Cyrl", "Жаҳонгир Расуловга кўра, янги кўприк баҳорда очилади.", "Жаҳонгир Расулов"),
]


@pytest.mark.parametrize(("language", "script", "text", "speaker"), NAMED)
def test_an_office_or_the_one_who_is_subject_speaks(language, script, text, speaker):
    assert speakers(text, language, script) == [speaker]


BODIES = [
    ("ru", "Cyrl", "МИД КР сообщил, что переговоры пройдут в декабре.", "mfa-kg"),
    ("tg", "Cyrl", "ВКХ Тоҷикистон хабар дод, ки гуфтушунид моҳи декабр баргузор мешавад.", "mfa-tj"),
    ("uz", "Cyrl", "Ўзбекистон ТИВ музокаралар декабрда ўтказилишини маълум қилди.", "mfa-uz"),
    ("uz", "Cyrl", "Мирзиёев янги кўприк баҳорда очилишини айтди.", "shavkat-mirziyoyev"),
]


@pytest.mark.parametrize(("language", "script", "text", "actor"), BODIES)
def test_a_known_body_or_surname_has_its_actor(language, script, text, actor):
    (quote,) = read(text, language, script).quotes
    assert quote.actor == actor


def test_a_bare_ministry_is_the_one_that_the_text_names():
    text = "МИД Казахстана провёл брифинг. Министерство сообщило, что переговоры пройдут в декабре."
    (quote,) = read(text, "ru").quotes
    assert quote.actor == "mfa-kz"


def test_an_agency_that_passes_words_on_does_not_speak():
    text = "Новый мост откроют весной, сообщает ТАСС со ссылкой на Армана Жумабекова."
    assert "ТАСС" not in speakers(text, "ru")


def test_a_report_without_a_speaker_ends_with_its_sentence():
    text = "Фаррух Назаров ба ҷаласа омад. Гуфта мешавад, ки пули нав баҳор кушода мешавад."
    assert [quote for quote, _ in spoken(read(text, "tg"))] == ["пули нав баҳор кушода мешавад."]


def test_what_an_assertion_goes_on_with_has_the_same_speaker():
    text = "Арман Жумабеков заявил, что мост откроют весной. И заверил, что дорога будет бесплатной."
    assert speakers(text, "ru") == ["Арман Жумабеков", "Арман Жумабеков"]


def test_a_declaration_told_behind_a_quote_names_its_speaker():
    text = "«Мост откроют весной, и дорога будет бесплатной». Такое заявление сделал Арман Жумабеков."
    assert speakers(text, "ru") == ["Арман Жумабеков"]


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("ru", "Аким Актау Ерлан Сапаров открыл порт. По словам акима, паром пойдёт весной следующего года.", "Ерлан Сапаров"),
        ("ru", "В Актау открыли порт. По словам акима, паром пойдёт весной следующего года.", "аким"),
        ("tg", "Пештар Фаррух Назаров гуфт, ки пули нав баҳор кушода мешавад.", "Фаррух Назаров"),
    ],
)
def test_case_and_the_word_that_begins_a_sentence_are_no_part_of_a_name(language, text, speaker):
    assert speakers(text, language) == [speaker]


def test_a_paper_without_an_owner_is_of_the_body_named_before():
    text = "МИД Казахстана выступил с заявлением. Как говорится в документе, переговоры пройдут в декабре."
    assert speakers(text, "ru") == ["МИД Казахстана"]


def test_an_order_that_something_follows_cites_nobody():
    assert speakers("Вазирлик буйруғига кўра, йўл текширилади ва натижа эълон қилинади.", "uz") == []


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        (
            "tg",
            "Вазири нақлиёт бо Ерлан Сапаров, раиси ҷумҳури Қазоқистон, мулоқот кард. Вазир гуфт, ки роҳ сохта мешавад.",
            "Вазир",
        ),
        ("ru", "Министр встретился с Ерланом Сапаровым. Министр сообщил, что мост откроют весной.", "Министр"),
        ("ru", "Прибыл с министром Ерланом Сапаровым. Министр сообщил, что мост откроют весной.", "Ерлан Сапаров"),
    ],
)
def test_a_title_is_not_of_somebody_its_holder_meets(language, text, speaker):
    assert speakers(text, language) == [speaker]
