from __future__ import annotations

import gzip
import io
import json
import time
from datetime import UTC, datetime

import pytest

from c5watch.article import Article, Dropped, Hint, Page
from c5watch.knowledge import Hints, Knowledge, Source
from pipelines.extract import extract_article, see_page
from pipelines.page.pagekind import declared_kind
from pipelines.page.pagekind_features import page_features
from tests.made_of import knowledge_of

URL = "https://herald.example/politika/dogovor-o-rynke-12345"
FIRST = (
    "Представители четырёх стран собрались в Душанбе и обсудили правила общего рынка электроэнергии. Переговоры продлились два "
    "дня и завершились поздно вечером."
)
SECOND = (
    "«Мы договорились о порядке расчётов, но не о ценах», — сказал журналистам глава делегации Рустам Ниязов. По его словам, "
    "пробные поставки начнутся весной."
)
THIRD = (
    "Стоимость проекта пока не называют. Известно, что часть расходов возьмёт на себя банк развития, остальное вложат сами "
    "участники."
)

WHOLE = f"{FIRST}\n{SECOND}\n{THIRD}"
QUESTIONS = [
    "С чего началась ваша работа над общим рынком?",
    "Кто первым предложил единые правила?",
    "Почему переговоры шли так долго?",
    "Что изменится для обычного потребителя?",
    "Есть ли страны, которые остались в стороне?",
    "Как будут решать споры о ценах?",
    "Когда начнутся пробные поставки?",
    "Чего вы ждёте от весенней встречи?",
]
ANSWERS = [
    "С простого вопроса соседей о том, почему летом лишняя энергия пропадает, а зимой её не хватает никому.",
    "Это была общая идея, хотя первый черновик принесли энергетики, а не дипломаты, и он уместился на двух страницах.",
    "Потому что у каждого свои тарифы, свои зимы и свои воспоминания о прошлых договорённостях.",
    "Сначала почти ничего, а через год, надеюсь, зимние отключения станут историей, которую рассказывают детям.",
    "Одна страна пока наблюдает, и это её право, но место за столом для неё оставили.",
    "Для этого создают арбитраж, и судей в нём будет больше, чем сторон.",
    "Весной, если обе линии пройдут проверку до праздников.",
    "Подписей, а ещё больше того, что после подписей никто не передумает.",
]
INTRO = "Энергетик Рустам Ниязов рассказал нашему изданию, как четыре страны договаривались об общем рынке электричества."


def extract(body: str | bytes, url: str | None = URL, *, known: Knowledge | None = None, **page) -> Article | Dropped:
    """What extraction makes of a page."""
    data = body.encode() if isinstance(body, str) else body
    return extract_article(
        Page(url=url, body=data, fetched_at=datetime(2025, 11, 8, tzinfo=UTC), **page), known or knowledge_of()
    )


def text_of(body: str) -> str:
    """The text of a page that is an article."""
    article = extract(body)
    assert isinstance(article, Article), article
    return article.text


def page_of(content: str, *, title: str = "Общий рынок электроэнергии обсудили в Душанбе", head: str = "") -> str:
    """A plain news page around some content."""
    menu = '<div class="menu"><a href="/">Главная</a> <a href="/p">Политика</a></div>'
    return (
        f'<html><head><meta charset="utf-8"><title>{title} | Silk Herald</title>{head}</head><body>{menu}<div class="article">'
        f'<h1>{title}</h1><div class="date">07.11.2025</div><div class="text">{content}</div></div>'
        '<div class="footer">© Silk Herald</div></body></html>'
    )


def news(head: str = "", *, extra: str = "", title: str = "Общий рынок электроэнергии обсудили в Душанбе") -> str:
    """A page with three paragraphs."""
    return page_of(f"<p>{FIRST}</p><p>{SECOND}</p>{extra}<p>{THIRD}</p>", head=head, title=title)


LAYOUTS = {
    "dash": "".join(f"<p>— {q}</p><p>— {a}</p>" for q, a in zip(QUESTIONS, ANSWERS, strict=True)),
    "bold": "".join(f"<p><b>{q}</b></p><p>{a}</p>" for q, a in zip(QUESTIONS, ANSWERS, strict=True)),
    "heading": "".join(f"<h3>{q}</h3><p>{a}</p>" for q, a in zip(QUESTIONS, ANSWERS, strict=True)),
    "terms": "<dl>" + "".join(f"<dt>{q}</dt><dd>{a}</dd>" for q, a in zip(QUESTIONS, ANSWERS, strict=True)) + "</dl>",
    "class": "".join(
        f'<div class="question">{q}</div><div class="answer">{a}</div>' for q, a in zip(QUESTIONS, ANSWERS, strict=True)
    ),
    "initials": "".join(f"<p><b>К.А.:</b> {q}</p><p><b>Р.Н.:</b> {a}</p>" for q, a in zip(QUESTIONS, ANSWERS, strict=True)),
    "labels": "".join(f"<p>Вопрос: {q}</p><p>Ответ: {a}</p>" for q, a in zip(QUESTIONS, ANSWERS, strict=True)),
    "names": "".join(
        f"<p><strong>Корреспондент</strong></p><p>{q}</p><p><strong>Рустам Ниязов</strong></p><p>{a}</p>"
        for q, a in zip(QUESTIONS, ANSWERS, strict=True)
    ),
    "breaks": "<p>" + "<br>".join(f"— {q}<br>— {a}" for q, a in zip(QUESTIONS, ANSWERS, strict=True)) + "</p>",
    "spans": "".join(
        f'<div class="qa"><div class="question"><span>{q}</span></div><p>{a}</p></div>'
        for q, a in zip(QUESTIONS, ANSWERS, strict=True)
    ),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_interview_keeps_every_question_and_answer_on_its_own_line(layout: str) -> None:
    article = extract(page_of(f"<p>{INTRO}</p>{LAYOUTS[layout]}", title="Рустам Ниязов: «Рынок начинается с доверия»"))
    assert isinstance(article, Article), article
    lines = article.text.split("\n")
    assert lines[0] == INTRO
    for sentence in QUESTIONS + ANSWERS:
        assert sum(line.endswith(sentence) for line in lines) == 1, f"{sentence} in {layout}"
    expected = 33 if layout == "names" else 17
    assert len(lines) == expected, article.text


@pytest.mark.parametrize(("layout", "mark"), [("terms", "role"), ("class", "role"), ("bold", "bold"), ("heading", "kind")])
def test_blocks_say_what_the_markup_said_of_questions(layout: str, mark: str) -> None:
    article = extract(page_of(f"<p>{INTRO}</p>{LAYOUTS[layout]}", title="Рустам Ниязов: «Рынок начинается с доверия»"))
    assert isinstance(article, Article)
    wanted = {"role": "question", "bold": True, "kind": "heading"}[mark]
    marked = [article.text[block.start : block.end] for block in article.blocks if getattr(block, mark) == wanted]
    assert marked == QUESTIONS


def test_table_rows_and_lists_stay_whole() -> None:
    rows = "".join(f"<tr><td>Страна {place}</td><td>{place * 10} млн</td></tr>" for place in range(1, 6))
    table = f"<table><tr><th>Участник</th><th>Взнос</th></tr>{rows}</table>"
    extra = f"{table}<ul><li>новая линия на севере</li><li>новая линия на юге</li></ul>"
    article = extract(news(extra=extra))
    assert isinstance(article, Article)
    assert "Участник\tВзнос\nСтрана 1\t10 млн\n" in article.text
    assert "новая линия на севере\nновая линия на юге" in article.text
    assert [block.kind for block in article.blocks] == ["paragraph"] * 2 + ["row"] * 6 + ["item"] * 2 + ["paragraph"]


def test_lead_in_a_box_of_its_own_above_the_picture_is_not_lost() -> None:
    photo = '<div class="photo"><img src="a.jpg"><span>Фото: архив</span></div>'
    article = extract(page_of(f'<div class="lead">{FIRST}</div>{photo}<div class="body"><p>{SECOND}</p><p>{THIRD}</p></div>'))
    assert isinstance(article, Article)
    assert article.text == WHOLE


def test_pull_quote_is_not_told_twice() -> None:
    quote = "<blockquote>Мы договорились о порядке расчётов, но не о ценах</blockquote>"
    article = extract(news(extra=quote))
    assert isinstance(article, Article)
    assert article.text == WHOLE


def test_text_in_structured_data_is_taken_where_the_page_shows_none() -> None:
    body = WHOLE.replace("\n", r"\n")
    data = f'<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Рынок", "articleBody": "{body}"}}</script>'
    article = extract(page_of("<div id='app'></div>", head=data, title="Общий рынок"))
    assert isinstance(article, Article)
    assert article.text == WHOLE


PARAGRAPHS = f"<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>"
STREAMED = '5:["$","div",null,' + json.dumps({"html": PARAGRAPHS}) + "]"
SCRIPT_DATA = {
    "next data": 'type="application/json">' + json.dumps({"props": {"post": {"body": PARAGRAPHS, "id": "7"}}}),
    "next stream": f">self.__next_f.push([1,{json.dumps(STREAMED)}])",
    "call": f">window.app('article', {json.dumps(PARAGRAPHS.replace('p>', 'div>'))})",
}


@pytest.mark.parametrize("kind", SCRIPT_DATA)
def test_text_in_application_data_is_taken_where_the_page_shows_none(kind: str) -> None:
    article = extract(page_of("<div id='app'></div>", head="<script " + SCRIPT_DATA[kind].replace("</", r"<\/") + "</script>"))
    assert isinstance(article, Article), article
    assert article.text == WHOLE


def test_broken_application_data_cost_neither_time_nor_the_page() -> None:
    scripts = "<script>var a = '<p>" + '\\"' * 200_000 + "</script>" + "<script>" + '"' * 200_001 + "\\u003cp</script>"
    assert isinstance(extract(page_of("<p>Скоро здесь будет текст.</p>", head=scripts)), Dropped)


def test_plain_text_is_taken_as_it_is() -> None:
    text = "  — Вопрос?\r\n\r\n\tОтвет с\u00a0пробелом. \n"
    article = extract(text, None, content_type="text/plain")
    assert isinstance(article, Article)
    assert article.text == text
    assert [text[block.start : block.end] for block in article.blocks] == ["— Вопрос?", "Ответ с\u00a0пробелом."]
    again = extract(text, None, content_type="text/plain")
    assert isinstance(again, Article)
    assert again.id == article.id
    assert article.title is None
    titled = extract(text, None, content_type="text/plain", hint=Hint(title="Беседа"))
    assert isinstance(titled, Article)
    assert titled.title == "Беседа"


@pytest.mark.parametrize("text", [b"", b" \n\t ", b"\x00\x00"[:0]])
@pytest.mark.parametrize("kind", ["text/plain", "text/html"])
def test_nothing_is_dropped_as_empty(text: bytes, kind: str) -> None:
    assert extract(text, content_type=kind) == Dropped(reason="empty")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "windows-1251", "koi8-r", "utf-16", "utf-16-le", "cp866"])
@pytest.mark.parametrize("declared", ["utf-8", "windows-1251", "iso-8859-1", "nonsense", "zip", None])
def test_text_is_read_whatever_encoding_is_declared(encoding: str, declared: str | None) -> None:
    page = news().replace('<meta charset="utf-8">', f'<meta charset="{declared}">' if declared else "")
    article = extract(page.encode(encoding, "replace"))
    assert isinstance(article, Article)
    assert article.text.startswith("Представители четырёх стран собрались в Душанбе")


def test_gzip_that_nobody_declared_is_unpacked_even_when_half_of_it_is_missing() -> None:
    packed = gzip.compress(news().encode())
    whole = extract(packed)
    assert isinstance(whole, Article)
    half = extract(packed[: len(packed) * 2 // 3])
    assert isinstance(half, (Article, Dropped))
    assert extract(packed[:8]) == Dropped(reason="empty")


def test_page_beyond_the_limit_is_dropped_and_so_is_a_gzip_bomb() -> None:
    bomb = io.BytesIO()
    with gzip.GzipFile(fileobj=bomb, mode="wb") as file:
        for _ in range(60):
            file.write(b"<p>" + b"a" * 1_000_000)
    for body in (b"<html>" + b"x" * 50_000_000, bomb.getvalue()):
        dropped = extract(body)
        assert isinstance(dropped, Dropped)
        assert dropped.reason == "too-large"


@pytest.mark.parametrize(
    "body",
    [
        b"%PDF-1.7 \x00\x01",
        b"\x89PNG\r\n\x1a\n",
        b'{"json": true}',
        b"\x00\x01\x02\xff\xfe" * 100,
        b"PK\x03\x04 <html>",
        b"just words without any markup",
    ],
)
def test_what_is_no_page_is_dropped_as_such(body: bytes) -> None:
    assert extract(body) == Dropped(reason="not-html")


@pytest.mark.parametrize(
    "body",
    [
        "<div>" * 50_000 + FIRST + SECOND,
        "<b>" * 20_000 + FIRST,
        '<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;">]><html><body><p>&b;&b;</p></body></html>',
        '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><body><p>&x;</p></body></html>',
        "<html><body>" + "<p>\x00" + FIRST.replace(" ", " \x00") + "</p></body></html>",
        "<html><head></head></html>",
        "<html><body><table>" + "<tr><td>" * 3000,
        "<p>" + "a" * 2_000_000,
        "<html><script type='application/ld+json'>" + "[" * 100_000 + "</script><p>" + FIRST,
        '<html><script type=\'application/ld+json\'>{"@type": [1, null], "author": [[]], "keywords": {}}</script><p>' + FIRST,
        "<html><link rel=canonical href='http://[::1'><link rel=alternate hreflang=ru href='//['><p>" + FIRST + SECOND + THIRD,
        "<p>&#0;&#xD800;&#1114112;" + FIRST + SECOND,
        "<html><body><!--" + FIRST * 20,
        "<" * 10_000 + "<p>",
        "<p>" + "слово<br>" * 60_000,
    ],
)
def test_no_page_makes_extraction_fail(body: str) -> None:
    result = extract(body.encode("utf-8", "surrogatepass"))
    assert isinstance(result, (Article, Dropped))
    if isinstance(result, Article):
        assert "\x00" not in result.text
        assert "root:" not in result.text
        result.text.encode()


def bare(title: str, content: str) -> str:
    """A page of little more than a title."""
    return f"<html><head><title>{title}</title></head><body>{content}</body></html>"


COOKIES = (
    "<div><h2>Мы используем cookie</h2><p>Сайт использует файлы cookie. Нажимая «Принять», вы соглашаетесь на cookie и обработку "
    "данных.</p><button>Принять</button></div>"
)
PHOTOS = (
    "<h1>Весна в горах</h1>" + "".join(f"<a href='{n}.jpg'><img src='{n}.jpg'></a>" for n in range(12)) + "<p>Фото: архив</p>"
)


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        (bare("Just a moment...", "<p>Checking your browser before accessing x.kz</p>"), "bot-challenge"),
        (bare("Доступ", "<p>Проверка браузера. Подтвердите, что вы не робот.</p>"), "bot-challenge"),
        (bare("Вход", "<form><input name=u><input type=password></form><p>Забыли пароль?</p>"), "login"),
        (bare("Silk Herald", COOKIES), "cookie-wall"),
        (bare("Фотогалерея: весна", PHOTOS), "gallery"),
        (bare("Ошибка 404", "<p>Страница не найдена</p><a href='/'>На главную</a>"), "error-page"),
        (bare("Коротко", "<p>Скоро здесь будет текст.</p>"), "too-short"),
    ],
)
def test_page_that_stands_before_an_article_says_what_it_is(page: str, reason: str) -> None:
    dropped = extract(page)
    assert isinstance(dropped, Dropped)
    assert dropped.reason == reason


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("https://herald.example/ru/", "listing"),
        ("https://herald.example/novosti", "listing"),
        ("https://docs.herald.example/vvedenie", "documentation"),
    ],
)
def test_address_without_an_article_weighs_against_a_page_that_does_not_date_itself(url: str, kind: str) -> None:
    view = see_page(
        Page(url=url, body=news().replace("07.11.2025", "").encode(), fetched_at=datetime(2025, 11, 8, tzinfo=UTC)), None
    )
    assert declared_kind(page_features(view)) == kind
    dated = "https://herald.example/novosti/2025/11/07/dogovor-o-rynke"
    assert isinstance(extract(news(), dated), Article)


def test_source_hints_cut_and_choose_where_a_site_needs_it() -> None:
    source = Source(
        id="herald",
        name="Herald",
        country="KZ",
        type="newspaper",
        hosts=("herald.example",),
        languages=("ru",),
        timezone="Asia/Almaty",
        hints=Hints(remove=(".promo",), content=".text"),
    )
    page = news(extra=f'<div class="promo"><p>{ANSWERS[0]} {ANSWERS[1]}</p></div>')
    plain, hinted = extract(page), extract(page, known=knowledge_of(source))
    assert isinstance(plain, Article)
    assert isinstance(hinted, Article)
    assert ANSWERS[0] in plain.text
    assert hinted.text == WHOLE
    assert hinted.source == "herald"


def test_same_page_gives_the_same_article() -> None:
    assert extract(news()) == extract(news())


def test_lead_that_the_description_repeats_is_taken_whatever_its_class() -> None:
    page = f"""<html><head><meta property="og:description" content="{INTRO}"></head><body><h1>Рынок без границ</h1>
        <div class="sc-x1"><div class="sc-x2">{INTRO.rstrip(".")}</div></div><div class="meta">07.11.2025, 10:30 | 1 204</div>
        <figure><img src="a.jpg"><figcaption>Линия у Душанбе. Фото редакции</figcaption></figure>
        <article><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></article></body></html>"""
    assert text_of(page) == f"{INTRO.rstrip('.')}\n{WHOLE}"


def test_question_put_to_everybody_stands_before_every_answer() -> None:
    talks = "".join(
        f"<h3>Гость {place}</h3><p><b>Как вы узнали об общем рынке электричества впервые?</b></p><p>{answer}</p>"
        for place, answer in enumerate(ANSWERS)
    )
    text = text_of(f"<html><body><h1>Восемь мнений</h1><article><p>{FIRST}</p>{talks}</article></body></html>")
    assert text.count("Как вы узнали об общем рынке") == len(ANSWERS)


def test_paragraph_printed_twice_stays_once_and_a_pull_quote_with_other_marks_goes() -> None:
    quote = "Мы договорились о порядке расчётов, но не о ценах, и этого хватит, чтобы начать пробные поставки уже весной"
    quoted = f"<blockquote class='pull'>{quote}.</blockquote><p>{THIRD}</p><p>«{quote}».</p>"
    text = text_of(page_of(f"<p>{FIRST}</p><p>{SECOND}</p><p>{SECOND}</p>{quoted}"))
    assert text.count(SECOND) == 1
    assert text.count(quote) == 1


def test_same_link_again_and_again_is_a_button_and_no_text() -> None:
    items = "".join(
        f"<li><h2>Линия {place}</h2><p>{answer} {ANSWERS[place - 1]}</p><p><a href='/r/{place}'>Сравнить тарифы на сайте партнёра"
        f"</a></p></li>"
        for place, answer in enumerate(ANSWERS)
    )
    text = text_of(page_of(f"<p>{FIRST}</p><p>{SECOND}</p><ul>{items}</ul>", title="Восемь линий общего рынка"))
    assert "Сравнить тарифы" not in text
    assert all(answer in text for answer in ANSWERS)


def test_a_tag_of_many_attributes_takes_no_time():
    tag = "<p " + " ".join(f"a{number}=x" for number in range(50_000)) + ">"
    started = time.process_time()
    result = extract(page_of(f"{tag}</p><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>"))
    assert time.process_time() - started < 5
    assert isinstance(result, Article)
