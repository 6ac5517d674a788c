"""Pages that are broken or made to do harm end soon, as an article or with a reason why there is none."""

from __future__ import annotations

import gzip
import random
import time
from datetime import UTC, datetime

import pytest

from c5watch.article import Article, Dropped, Page
from c5watch.knowledge import Knowledge
from pipelines.extract import extract_article

# In seconds of the processor. A page may take 60 in a worker; what grows with the square of the page takes minutes here.
LIMIT = 20.0
SENTENCE = "Министры шести стран обсудили в Астане новую дорогу через перевал, пошлины и общий рынок зерна. "
HEAD = """<html lang="ru"><head><title>Министры обсудили дорогу — Образец</title>
<meta property="article:published_time" content="2025-11-07T10:00:00+05:00">%s</head><body>"""
STORY = f"<article><h1>Министры обсудили дорогу</h1>{f'<p>{SENTENCE * 2}</p>' * 5}</article>"
DATA = '<script type="application/ld+json">%s</script>'
MANY = 20_000


def read(html: str | bytes, knowledge: Knowledge, kind: str = "text/html") -> Article | Dropped:
    body = html if isinstance(html, bytes) else html.encode("utf-8", "surrogatepass")
    page = Page(
        url="https://www.example.kz/ru/doroga-4711",
        body=body,
        fetched_at=datetime(2025, 11, 8, tzinfo=UTC),
        content_type=kind,
        headers={"content-type": kind},
    )
    started = time.process_time()
    result = extract_article(page, knowledge)
    assert time.process_time() - started < LIMIT
    return result


def page(body: str = STORY, head: str = "") -> str:
    return HEAD % head + body


@pytest.mark.parametrize(
    "html",
    [
        pytest.param(page(f"<div {' '.join(f'a{n}={n}' for n in range(5 * MANY))}>{STORY}"), id="attributes"),
        pytest.param(page("<div " + " ".join(f'a{n}=">"' for n in range(5 * MANY)) + f">{STORY}"), id="attributes with >"),
        pytest.param(page("<div " + " ".join(f"a{n}" for n in range(5 * MANY)) + f">{STORY}"), id="attributes without values"),
        pytest.param(page("<div " + " ".join(f"a{n}={n}" for n in range(5 * MANY)) + f" {STORY}"), id="attributes without end"),
        pytest.param(
            page(f"{STORY}{('<div ' + ' '.join(f'a{n}' for n in range(16_000)) + '></div>') * 40}"), id="many tags of many"
        ),
        pytest.param(page(f"{STORY}<p>{'7' * 2_000_000}</p>"), id="one word"),
        pytest.param(page(f"<p>{'7' * 2_000_000}</p>"), id="one word alone"),
        pytest.param(page(f"{STORY}<p>{SENTENCE * 3_000}</p>"), id="a line of 45,000 words"),
        pytest.param(page(f"{STORY}<p>а{' ' * 3_000_000}б</p>"), id="blanks"),
        pytest.param(page(f"{STORY}{'<a href=/x>x</a>' * 49_000}"), id="links"),
        pytest.param(page(f"{STORY}{'<br>' * 1_000_000}"), id="one tag"),
        pytest.param(page(f"{STORY}{'<span class=date>07.11.2025</span>' * 49_000}"), id="dates"),
        pytest.param(page(f"{'<b>' * 90_000}{STORY}"), id="deep"),
        pytest.param(page(f"{STORY}{'<a ' * 1_500_000}"), id="tags without end"),
        pytest.param(page(STORY + '<a b="' * 700_000), id="quotes without end"),
        pytest.param(page(STORY, f"<meta name=keywords content='{'слово, ' * 500_000}'>"), id="keywords"),
        pytest.param(page(STORY, "<title>Министры обсудили дорогу" + " | а" * 300_000 + "</title>"), id="bars in a title"),
        pytest.param(page(STORY, DATA % ('{"a":' * 100_000 + "1" + "}" * 100_000)), id="deep data"),
        pytest.param(page(STORY, DATA % ('{"articleBody":"' + "<b>" * 500_000 + '"}')), id="tags in data"),
        pytest.param(page(f"{STORY}<script>{'<!--<script>' * 300_000}"), id="scripts in scripts"),
        pytest.param(gzip.compress(page("<p>a</p>" * 9_000_000).encode(), 1), id="much packed into little"),
        pytest.param(page().encode("cp1251") * 20 + page().encode() * 20, id="two encodings"),
        pytest.param(b"<html><body>" + random.Random(7).randbytes(2_000_000), id="noise"),
    ],
)
def test_a_hostile_page_ends_soon_with_an_outcome(html: str | bytes, knowledge: Knowledge) -> None:
    result = read(html, knowledge)
    assert isinstance(result, Article | Dropped)


@pytest.mark.parametrize("kind", ["text/html", "text/plain"])
def test_a_text_that_no_step_could_read_in_time_is_too_large(kind: str, knowledge: Knowledge) -> None:
    body = f"{STORY}<p>{SENTENCE * 11_000}</p>" if kind == "text/html" else SENTENCE * 11_000
    result = read(page(body) if kind == "text/html" else body, knowledge, kind)
    assert isinstance(result, Dropped)
    assert (result.reason, result.detail) == ("too-large", "more than 1000000 characters of text")


@pytest.mark.parametrize(
    "harm",
    [
        "<div " + " ".join(f"a{n}={n}" for n in range(5 * MANY)) + ">",
        "<div " + " ".join(f'a{n}=">"' for n in range(5 * MANY)) + ">",
        f"<div style='{'a' * 200_000}'>",
        "\x01\x0b&#1;&#x1f;\ufffe<nav>\x02</nav>\x03",
    ],
)
def test_what_does_harm_before_a_story_takes_nothing_from_it(harm: str, knowledge: Knowledge) -> None:
    assert read(page(harm + STORY), knowledge).text == read(page(), knowledge).text


def test_control_characters_stop_no_page_wherever_they_stand(knowledge: Knowledge) -> None:
    strange = "".join(map(chr, (*range(1, 32), 0x7F, 0x85, 0xFFFE, 0xFFFF, 0xD800))) + "".join(f"&#{n};" for n in range(40))
    letters = random.Random(3)
    for _ in range(40):
        html = page(f"<nav>{STORY}</nav><div class=related>x</div>{STORY}")
        for _ in range(60):
            place = letters.randrange(len(html))
            html = html[:place] + letters.choice((strange, letters.choice(strange))) + html[place:]
        assert isinstance(read(html, knowledge), Article | Dropped)
