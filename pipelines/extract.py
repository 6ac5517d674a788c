"""From a page to an article: text as a reader sees it, its blocks, and what the page says about itself.

Plain text is taken as it is, every offset kept. A page is parsed once; the body is found on a copy, because finding it
takes the tree apart while dates and bylines still need it. Any input gives an `Article` or a `Dropped`, never an exception.
"""

from __future__ import annotations

import copy
import dataclasses
import functools
import re
from itertools import islice
from typing import cast

import lxml.etree
import lxml.html
from lxml.cssselect import CSSSelector, SelectorError
from lxml.html import HtmlComment, HtmlElement
from trafilatura import extract

from c5watch.article import Article, Block, Dropped, Page, article_id
from c5watch.knowledge import Hints, Knowledge, Source
from c5watch.urls import canonical_url
from pipelines.page.authors import find_authors
from pipelines.page.body import find_body
from pipelines.page.dates import find_dates
from pipelines.page.encoding import TooLargeError, decode, unpack
from pipelines.page.facts import Facts, read_facts
from pipelines.page.metadata import find_alternates, find_canonical, find_section, find_tags, find_title
from pipelines.page.pagekind import judge_page
from pipelines.page.pagekind_features import View
from pipelines.page.prose import compose, lines
from pipelines.page.scriptdata import article_html

# Below this many characters other ways to the text are tried: structured data, trafilatura's slow chain.
THIN = 250
# What reads a tree takes time with the square of its elements, half a minute for 200,000; no page of news known to us has more
# than 20,000 tags.
MAX_TAGS = 100_000
# Characters: twice a novel, and more than the other steps read in a minute.
MAX_TEXT = 1_000_000
# Elements of a page on which trafilatura's slow chain is tried.
MAX_SLOW = 20_000
# A byline names the author, the day, the section and how many read it.
BYLINE_WORDS = 25
_BLANK_BYTES = b"\x00 \t\r\n\x0b\x0c"
_MARKUP_TYPES = re.compile(r"html|xml|^$|octet-stream|^text/")
_MARKUP = re.compile(rb"<\s*(?:!doctype|html|head|body|div|p|article|meta|span|h1|table|title)\b", re.IGNORECASE)
_BINARY = (
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"PK\x03\x04",
    b"RIFF",
    b"\x00\x00\x00\x18ftyp",
    b"\x00\x00\x00 ftyp",
    b"ID3",
    b"OggS",
)
_SENTENCE_END = re.compile(r"[.!?…][»”\"’)]?$")
_SENTENCE_WORDS = 6
# Each attribute is compared with all before it: a tag of 50,000 takes half a minute, and says nothing.
HUGE_TAG, MANY_ATTRIBUTES = 100_000, 20_000
LONG_TAG, MOST_ATTRIBUTES = 10_000, 1_000
_QUOTED_VALUE = re.compile(r"\"[^\"]*+\"|'[^']*+'")
_OPENING_TAG = re.compile(r"""<([A-Za-z][A-Za-z0-9]{0,20}+)(?:[^<>=]++|=\s*+(?:"[^"]*+"|'[^']*+')?+)*+>?""")
# XML knows no other control characters than tab and line breaks, and not the last two code points of the first plane.
_CONTROLS = bytes({*range(32)} - {*b"\t\n\v\f\r"})
_TO_BLANKS = bytes.maketrans(b"\v\f", b"  ")
_NO_LETTERS = ("\ufffe".encode(), "\uffff".encode())
_CONTROL_REFERENCE = re.compile(
    rb"&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01]|6553[45])(?!\d)|[xX]0*(?:[0-8bcefBCEF]|1[0-9a-fA-F]|[fF]{3}[eEfF])(?![0-9a-fA-F]));?"
)
_TAG = re.compile(r"<[^<>]{1,500}>")


def extract_article(page: Page, knowledge: Knowledge) -> Article | Dropped:
    """The article on a page, or why there is none."""
    article = _extract(page, knowledge)
    if isinstance(article, Dropped):
        return article
    if len(article.text) > MAX_TEXT:
        return Dropped(reason="too-large", detail=f"more than {MAX_TEXT} characters of text")
    return _storable(article)


def _extract(page: Page, knowledge: Knowledge) -> Article | Dropped:
    source = knowledge.sources.get(page.source) if page.source else None
    if source is None and page.url:
        source = knowledge.source_of(page.url)
    try:
        page = dataclasses.replace(page, body=unpack(page.body))
        if page.content_type == "text/plain":
            return _take_text(page, source)
        if reason := _no_markup(page):
            return Dropped(reason=reason)
        view = see_page(page, source)
    except TooLargeError as error:
        return Dropped(reason="too-large", detail=str(error))
    if dropped := judge_page(view, from_source=source is not None):
        return dropped
    facts = view.facts
    url = find_canonical(facts, page.url)
    own = canonical_url(page.url) if page.url else None
    return Article(
        id=article_id(url or view.text),
        url=url,
        source=source.id if source else page.source,
        title=view.title,
        authors=view.authors or page.hint.authors,
        published_at=view.dates.published_at,
        published_at_evidence=view.dates.evidence,
        modified_at=view.dates.modified_at,
        fetched_at=page.fetched_at,
        text=view.text,
        section=find_section(facts, page.hint.section, view.tree if b"crumb" in page.body else None),
        tags=find_tags(facts),
        alternates=find_alternates(facts, url),
        aliases=tuple(alias for alias in dict.fromkeys((own, page.url)) if alias and alias != url),
        blocks=tuple(view.blocks),
    )


def _storable(article: Article) -> Article:
    """The article with a question mark for each lone surrogate, which a script's JSON can hold and no UTF-8 can carry."""

    def clean(value: str) -> str:
        return value.encode("utf-8", "replace").decode()

    return dataclasses.replace(
        article,
        title=clean(article.title) if article.title else article.title,
        authors=tuple(map(clean, article.authors)),
        text=clean(article.text),
        section=clean(article.section) if article.section else article.section,
        tags=tuple(map(clean, article.tags)),
    )


def see_page(page: Page, source: Source | None) -> View:
    """Parse an HTML page and find its facts, body and dates; raises `TooLargeError` for more tags than `MAX_TAGS`."""
    html = decode(page.body, page.headers.get("content-type"))
    if html.count("<") > MAX_TAGS:
        raise TooLargeError(f"more than {MAX_TAGS} tags")
    tree = parse_html(html)
    facts = read_facts(tree)
    title = find_title(facts, page.url, page.hint.title)
    ask = functools.partial(
        find_body,
        title=title or "",
        description=facts.first("og:description", "description"),
        structured_body=facts.structured_body,
    )
    hints = source.hints if source else None
    body = ask(_prepare(tree, hints))
    text, blocks = compose(body.chosen)
    if len(text) < THIN and not body.layout.is_cut:
        if inner := article_html(tree, THIN):
            other = ask(parse_html(f"<html><body><article>{inner}</article></body></html>"))
            if len((composed := compose(other.chosen))[0]) > max(THIN, 2 * len(text)):
                body, (text, blocks) = other, composed
        if len(text) < THIN:
            text, blocks = _other_ways(_prepare(tree, hints) if hints else tree, facts, text, blocks)
    dates = find_dates(tree, page, source, title=title, text=text)
    authors = find_authors(facts, tree, [block.text for block in body.layout.blocks if block.words <= BYLINE_WORDS], page.url)
    return View(page, tree, facts, title, body, text, blocks, dates, authors)


def parse_html(text: str) -> HtmlElement:
    """The tree of a page; libxml2 repairs whatever it is given, and knows no entity but HTML's own."""
    parser = lxml.etree.HTMLParser(encoding="utf-8", remove_pis=True)
    # One class for all elements, chosen in C: lxml.html's own lookup runs Python code for each of them.
    parser.set_element_class_lookup(lxml.etree.ElementDefaultClassLookup(element=HtmlElement, comment=HtmlComment))
    try:
        return lxml.html.document_fromstring(_without_controls(_without_huge_tags(text)), parser=parser)
    except (lxml.etree.ParserError, ValueError):
        return lxml.html.document_fromstring("<html><body></body></html>")


def _without_huge_tags(text: str) -> str:
    # A tag as long as that stands between two ">", or has many values in which one may stand.
    if text.count("=") < MANY_ATTRIBUTES and max(map(len, text.split(">"))) < LONG_TAG:
        return text
    return _OPENING_TAG.sub(lambda tag: f"<{tag[1]}>" if _is_huge(tag[0]) else tag[0], text)


def _is_huge(tag: str) -> bool:
    if len(tag) < LONG_TAG:
        return False
    return len(tag) >= HUGE_TAG or len(_QUOTED_VALUE.sub("", tag).split()) > MOST_ATTRIBUTES


def _without_controls(text: str) -> bytes:
    """As UTF-8, without what libxml2 lets pass and refuses when the tree is changed."""
    body = text.encode("utf-8", "replace").translate(_TO_BLANKS, _CONTROLS)
    for strange in _NO_LETTERS:
        body = body.replace(strange, b"")
    return _CONTROL_REFERENCE.sub(b"", body)


def _take_text(page: Page, source: Source | None) -> Article | Dropped:
    # One character for one: offsets stay, and no database takes a NUL.
    text = decode(page.body, page.headers.get("content-type")).replace("\x00", "\ufffd")
    if not text.strip():
        return Dropped(reason="empty")
    url = canonical_url(page.url) if page.url else None
    below = text.lstrip().removeprefix(page.hint.title or "").lstrip()
    dates = find_dates(None, page, source, title=page.hint.title, text=below)
    return Article(
        id=article_id(url or text),
        url=url,
        source=source.id if source else page.source,
        title=page.hint.title,
        authors=page.hint.authors,
        published_at=dates.published_at,
        published_at_evidence=dates.evidence,
        modified_at=dates.modified_at,
        fetched_at=page.fetched_at,
        text=text,
        section=page.hint.section,
        aliases=(page.url,) if page.url and page.url != url else (),
        blocks=tuple(lines(text)),
    )


def _no_markup(page: Page) -> str | None:
    """Why these bytes are no HTML page, or None."""
    start = page.body[:65536]
    if not page.body.strip(_BLANK_BYTES):
        return "empty"
    if start.startswith(_BINARY) or not _MARKUP_TYPES.search(page.content_type):
        return "not-html"
    if not _MARKUP.search(start) and not _MARKUP.search(start.replace(b"\x00", b"")):
        return "not-html"
    return None


def _prepare(tree: HtmlElement, hints: Hints | None) -> HtmlElement:
    """A copy to take apart, cut by the source's own selectors where it has any."""
    copied = copy.deepcopy(tree)
    if hints is None:
        return copied
    for selector in hints.remove:
        for element in _select(copied, selector):
            if element.getparent() is not None:
                element.drop_tree()
    if hints.content and (found := [element for element in _select(copied, hints.content) if element.text_content().strip()]):
        body = lxml.html.Element("body")
        body.extend(found)
        html = lxml.html.Element("html")
        html.append(body)
        return html
    return copied


def _select(tree: HtmlElement, selector: str) -> list[HtmlElement]:
    try:
        return cast(list[HtmlElement], CSSSelector(selector, translator="html")(tree))
    except SelectorError:  # knowledge checks selectors when it loads them
        return []


def _other_ways(tree: HtmlElement, facts: Facts, text: str, blocks: list[Block]) -> tuple[str, list[Block]]:
    """A page without much text in its elements: the text may stand in its structured data, or in a strange layout."""
    structured = "\n".join(" ".join(line.split()) for line in _TAG.sub("\n", facts.structured_body).split("\n") if line.strip())
    if len(structured) > max(THIN, 2 * len(text)):
        return structured, lines(structured)
    # That chain takes a minute for a tree of 200,000 elements; no page of news has half as many as here.
    is_news_size = tree.find("body") is not None and sum(1 for _ in islice(tree.iter(), MAX_SLOW)) < MAX_SLOW
    slow = (extract(tree, fast=False, include_comments=False, include_tables=True) or "") if is_news_size else ""
    # Where it finds nothing either, that chain gives the whole page, menus and all: only sentences count as text.
    told = sum(len(line) for line in slow.split("\n") if _is_sentence(line))
    if told > max(THIN, 2 * len(text)):
        return slow, lines(slow)
    return text, blocks


def _is_sentence(line: str) -> bool:
    return len(line.split(maxsplit=_SENTENCE_WORDS)) >= _SENTENCE_WORDS and bool(_SENTENCE_END.search(line.rstrip()[-2:]))
