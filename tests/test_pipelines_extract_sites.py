"""Pages as the region's sites build them, made: own texts in eight spellings poured into the templates of ``pages/sites``.

``pages.json`` says of each template what an article on it must give; templates that begin with ``no_`` hold no article.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from c5watch.article import Article, Dropped, Page
from c5watch.knowledge import Knowledge
from pipelines.extract import extract_article

FOLDER = Path(__file__).parent / "pages"
SITES = FOLDER / "sites"
PAGES: dict[str, dict[str, Any]] = json.loads((SITES / "pages.json").read_text(encoding="utf-8"))
TEXTS: dict[str, Any] = json.loads((FOLDER / "made" / "texts.json").read_text(encoding="utf-8"))
WORDS: dict[str, Any] = json.loads((SITES / "words.json").read_text(encoding="utf-8"))
NOTHING = Knowledge(actors={}, formats={}, agreements={}, topics={}, sources={}, watches={}, folder=SITES, fingerprint="")
LISTS = {
    "p": "paragraphs", "i": "items", "n": "nav", "o": "others", "l": "live", "s": "short", "q": "questions", "a": "answers",
}  # fmt: skip


def fields_of(language: str) -> dict[str, str]:
    """What stands for each name in braces."""
    words = {**TEXTS[language], **WORDS[language]}
    fields = {key: value for key, value in words.items() if isinstance(value, str)}
    for letter, name in LISTS.items():
        fields |= {f"{letter}{place}": text for place, text in enumerate(words[name])}
    fields |= {f"q{place}s": text.rstrip("?") for place, text in enumerate(words["questions"])}
    fields |= {"t0": "09:15", "t1": "10:40", "t2": "12:05", "s0t": words["short"][0].rstrip("."), "lang": language}
    fields["initials"] = "".join(f"{name[0]}." for name in words["author"].split())
    return fields


def pour(text: str, fields: dict[str, str]) -> str:
    """A template with its names in braces filled in."""
    for name, value in fields.items():
        text = text.replace("{" + name + "}", value)
    return text


def understand(template: str, fields: dict[str, str], encoding: str = "utf-8") -> Article | Dropped:
    """What extraction makes of a page."""
    html = pour((SITES / f"{template}.html").read_text(encoding="utf-8"), fields)
    page = Page(url=PAGES[template]["address"], body=html.encode(encoding), fetched_at=datetime(2025, 11, 8, 6, tzinfo=UTC))
    return extract_article(page, NOTHING)


@pytest.mark.parametrize("language", WORDS)
@pytest.mark.parametrize("template", [name for name in PAGES if not name.startswith("no_")])
def test_article_comes_out_whole_and_alone(template: str, language: str) -> None:
    fields, expected = fields_of(language), PAGES[template]
    article = understand(template, fields)
    assert isinstance(article, Article), article
    optional = {pour(line, fields) for line in expected.get("optional", ())}
    lines = [line.lstrip("—– ") for line in article.text.split("\n") if line not in optional]
    assert lines == [pour(line, fields).lstrip("—– ") for line in expected["lines"]]
    assert article.title == pour(expected["title"], fields)
    assert str(article.published_at)[:10] == expected["date"]
    if "authors" in expected:
        assert article.authors == tuple(pour(name, fields) for name in expected["authors"])
    else:
        assert set(article.authors) <= {fields["author"]}
    if "section" in expected:
        assert article.section == pour(expected["section"], fields)
    if "url" in expected:
        assert article.url == expected["url"]


@pytest.mark.parametrize("language", WORDS)
@pytest.mark.parametrize("template", [name for name in PAGES if name.startswith("no_")])
def test_page_without_an_article_is_dropped(template: str, language: str) -> None:
    assert isinstance(understand(template, fields_of(language)), Dropped)
