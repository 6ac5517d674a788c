"""From a page to an article: text as a reader sees it, its blocks, and what the page says about itself."""

from __future__ import annotations

import lxml.etree
import lxml.html
from trafilatura import extract

from c5watch.article import Article, Block, Dropped, Page, article_id
from c5watch.knowledge import Knowledge
from c5watch.urls import canonical_url
from pipelines.dates import find_dates
from pipelines.encoding import TooLargeError, decode, unpack


def extract_article(page: Page, knowledge: Knowledge) -> Article | Dropped:
    """The article on a page, or why there is none. Plain text is taken as it is, every offset kept."""
    try:
        body = unpack(page.body)
    except TooLargeError as error:
        return Dropped(reason="too-large", detail=str(error))
    text = decode(body, page.headers.get("content-type"))
    if not text.strip():
        return Dropped(reason="empty")
    source = knowledge.sources.get(page.source) if page.source else None
    if source is None and page.url:
        source = knowledge.source_of(page.url)
    url = canonical_url(page.url) if page.url else None
    title = page.hint.title
    if page.content_type == "text/plain":
        tree = lxml.html.Element("html")
    else:
        tree = lxml.html.document_fromstring(text.encode("utf-8", "replace"), parser=lxml.html.HTMLParser(encoding="utf-8"))
        title = (tree.findtext(".//h1") or tree.findtext(".//title") or title or "").strip() or None
        text = extract(tree, fast=True, include_comments=False) or ""
        if len(text) < 100:
            return Dropped(reason="too-short")
    dates = find_dates(tree, page, source, title=title, text=text)
    return Article(
        id=article_id(url or text),
        url=url,
        source=source.id if source else page.source,
        title=title,
        published_at=dates.published_at,
        published_at_evidence=dates.evidence,
        modified_at=dates.modified_at,
        fetched_at=page.fetched_at,
        text=text,
        blocks=tuple(_lines(text)),
    )


def _lines(text: str) -> list[Block]:
    """Each line that is not blank, without the white space around it."""
    blocks = []
    start = 0
    for line in text.split("\n"):
        if stripped := line.strip():
            begin = start + line.index(stripped[0])
            blocks.append(Block(start=begin, end=begin + len(stripped)))
        start += len(line) + 1
    return blocks
