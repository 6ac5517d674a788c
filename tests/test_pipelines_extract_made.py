"""Made pages: own texts in eight spellings poured into varied templates; the text must come out whole and alone."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from c5watch.article import Article, Dropped, Page
from c5watch.knowledge import Knowledge
from pipelines.extract import extract_article

MADE = Path(__file__).parent / "pages" / "made"
TEXTS = {key: value for key, value in json.loads((MADE / "texts.json").read_text(encoding="utf-8")).items() if key != "about"}
TEMPLATES = sorted(file.stem for file in MADE.glob("*.html"))
NOTHING = Knowledge(actors={}, formats={}, agreements={}, topics={}, sources={}, watches={}, folder=MADE, fingerprint="")


def pour(template: str, language: str) -> str:
    """The page of a template in a language."""
    words = TEXTS[language]
    nav = "".join(f'<li><a href="/s/{place}">{name}</a></li>' for place, name in enumerate(words["nav"]))
    rows = "".join(f'<tr><td><a href="s.php?id={place}">{name}</a></td></tr>' for place, name in enumerate(words["nav"]))
    fields = {f"p{place}": text for place, text in enumerate(words["paragraphs"])}
    fields |= {f"i{place}": text for place, text in enumerate(words["items"])}
    fields |= {key: value for key, value in words.items() if isinstance(value, str)}
    fields |= {"nav": nav, "navrows": rows, "lang": language}
    page = (MADE / f"{template}.html").read_text(encoding="utf-8")
    for name, value in fields.items():
        page = page.replace("{" + name + "}", value)
    return page


def understand(
    html: str | bytes, url: str | None = "https://herald.example/ru/politika/dogovor-o-rynke-12345", **page
) -> Article | Dropped:
    """What extraction makes of a page."""
    body = html.encode() if isinstance(html, str) else html
    return extract_article(Page(url=url, body=body, fetched_at=datetime(2025, 11, 8, tzinfo=UTC), **page), NOTHING)


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("template", TEMPLATES)
def test_text_comes_out_whole_and_alone(template: str, language: str) -> None:
    words = TEXTS[language]
    article = understand(pour(template, language))
    assert isinstance(article, Article), article
    assert article.title == words["title"]
    expected = [*words["paragraphs"][:2], *words["items"], *words["paragraphs"][2:]]
    assert [line.lstrip("— ") for line in article.text.split("\n")] == expected
    for block in article.blocks:
        assert article.text[block.start : block.end].strip()


@pytest.mark.parametrize("language", TEXTS)
def test_page_that_is_missing_is_no_article(language: str) -> None:
    missing = TEXTS[language]["missing"]
    nav = "".join(f'<a href="/{place}">{name}</a> ' for place, name in enumerate(TEXTS[language]["nav"]))
    page = f"<html><head><title>{missing}</title></head><body>{nav}<h1>{missing}</h1><p>404</p></body></html>"
    assert understand(page) == Dropped(reason="error-page")


@pytest.mark.parametrize("language", TEXTS)
def test_section_page_is_no_article(language: str) -> None:
    words = TEXTS[language]
    cards = "".join(
        f'<div class="card"><a href="/n/{place}">{words["other"]} {place}</a><span>07.11.2025</span>'
        f"<p>{words['paragraphs'][place % 4][:90]}…</p></div>"
        for place in range(24)
    )
    head = f"<html><head><title>{words['tag']}</title></head>"
    page = f"{head}<body><h1>{words['tag']}</h1><div class='list'>{cards}</div></body></html>"
    assert isinstance(understand(page, url="https://herald.example/category/x"), Dropped)
