"""What the linear model of `pipelines.pagekind` looks at: what a page says it is, its address, its shape, what repeats on it.

Features are names that are true of a page. None is a word of the running text; the short lines and buttons that lead a
visitor on are read, for each kind of page has its own.
"""

from __future__ import annotations

import functools
import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast
from urllib.parse import urlsplit

from ahocorasick_rs import AhoCorasick
from lxml.etree import XPath
from lxml.html import HtmlElement

from c5watch.article import Block, Page
from pipelines.body import Body
from pipelines.body_features import bucket
from pipelines.dates import Dates
from pipelines.metadata import Facts, types_of

_PRICE = re.compile(r"(?:[$€£₸₽¥₹]|\bUSD|\bEUR)\s?\d|\d\s?(?:[$€£₸₽]|тенге|руб|сом\b|so['‘ʻ]m)")
_PATH_KINDS = {
    "news": (
        "news article articles story stories post posts blog blogs novosti zhanalyktar yangiliklar habarlar "
        "opinion politics world society novost statya maqola makala press"
    ),
    "shop": (
        "product products shop store item itm p collections collection cart buy dp goods catalog c category-products rental parts"
    ),
    "list": (
        "category categories tag tags topic topics author authors search page archive archives genre rubric "
        "section sections list events label listing jobs l d subcategory"
    ),
    "service": (
        "service services solutions features pricing about contact department certificates tools-calculators calculator support"
    ),
    "docs": "docs doc documentation manual userguide tutorial reference wiki api kb",
    "forum": "forum forums threads thread t questions community board boards groups comments viewtopic showthread r",
}
_PATH_KIND = {word: kind for kind, words in _PATH_KINDS.items() for word in words.split()}
_GENERATORS = re.compile(
    r"sphinx|docusaurus|mkdocs|gitbook|discourse|phpbb|vbulletin|xenforo|invision|shopify|woocommerce|"
    r"magento|mediawiki|prestashop|nodebb|flarum|hugo|bitrix|drupal|wordpress",
    re.IGNORECASE,
)
# In lower case; a line break stands for the beginning or end of a line.
_SIGNPOSTS = {
    "service": (
        "contact us", "contact sales", "free trial", "free quote", "free consultation", "free demo", "free estimate",
        "get started",
        "get a quote", "request a", "book a", "schedule a", "try it free", "try for free", "try it for free", "sign up free",
        "our services", "why choose", "learn more", "call us", "call now", "testimonial", "case stud", "watch demo", "talk to",
        "pricing", "заказать", "оставить заявку", "получить консультацию", "наши услуги", "бесплатн", "связаться с нами",
    ),
    "shop": (
        "add to cart", "add to bag", "add to basket", "add to wish", "buy now", "shop now", "shop all", "in stock",
        "out of stock",
        "sold out", "free shipping", "quantity", "review\n", "reviews", "rating", "sale price", "regular price", "quick view",
        "compare", "wishlist", "sort by", "filter", "в корзину", "купить", "в наличии", "доставка", "отзыв",
        "сортировать", "фильтр",
        "ajouter au panier", "in den warenkorb", "себетке", "savatga",
    ),
    "forum": (
        "reply", "replies", "joined", "post #", "posts #", "posted #", "message:", "messages:", "reaction score", "quote\n",
        "last post", "log in to", "original poster", "upvote", " points", "thread", " posts", "\nposts", "ответить", "сообщени",
        "зарегистрирован", "цитировать", "тема",
    ),
    "docs": (
        "edit page", "edit this page", "on this page", "table of contents", "version", "previous\n", "next\n", "\napi", " api",
        "reference", "getting started", "quickstart", "tutorial", "¶", "copy\n", "example", "view source",
        "was this page helpful",
        "was this helpful", "improve this", "оглавление", "содержание",
    ),
    "list": (
        "read more", "continue reading", "min read", "load more", "show more", "view all", "see all", "next page", "older posts",
        " results", " items", " products", "читать далее", "подробнее", "показать ещ", "все новости", "толығырақ", "batafsil",
        "батафсил",
    ),
}  # fmt: skip
_DATED = re.compile(
    r"\b\d{1,2}[./]\d{1,2}[./](?:20)?\d\d\b|\b20[0-3]\d\b|\b\d{1,2}:\d\d\b|\b\d+ (?:hours?|days?|weeks?|months?|years?) ago"
)
_DOCS_HOST = re.compile(r"^(?:docs?|developers?|wiki|help|support|learn|api|man)\.|readthedocs")
_FORUM_HOST = re.compile(r"^(?:forums?|community|boards?|talk)\.")
_SHOP_HOST = re.compile(r"^(?:shop|store|buy)\.")
_FIELDS = XPath("count(//input[not(@type='hidden')]|//select|//textarea)")
_CODE = XPath("count(//pre|//code)")
_ITEM_TYPES = XPath("//@itemtype")
_ITEM_PRICE = XPath("boolean(//*[@itemprop='price'])")
_NEXT = XPath("boolean(//link[@rel='next'] | //a[@rel='next'])")
_CART_FORM = XPath("boolean(//form[contains(@action, 'cart')])")
_PAGER_WORDS = frozenset({"pagination", "pager", "paginator"})
_CLASS_KINDS = {
    "forum": ("post", "topic", "thread", "reply", "message", "answer", "poster"),
    "comment": ("comment", "comments"),
    "product": ("product", "price", "sku", "cart"),
}


@dataclass(frozen=True, slots=True)
class View:
    """A page after everything was looked at and before anything was decided."""

    page: Page
    tree: HtmlElement
    facts: Facts
    title: str | None
    body: Body
    text: str
    blocks: Sequence[Block]
    dates: Dates


def page_features(view: View) -> list[str]:
    """What the linear model looks at, as names of features that are true."""
    tree, body = view.tree, view.body
    found = [*_said(tree, view.facts, view.dates), *_address(view.page.url), *_shape(body, view.text), *_repetition(body)]
    found.append(f"fields{bucket(as_number(_FIELDS(tree)), (2, 5, 10, 25))}")
    found.append(f"code{bucket(as_number(_CODE(tree)), (1, 5, 20))}")
    boxes = body.layout.boxes
    found.append(f"pages={bool(_NEXT(tree)) or any(not _PAGER_WORDS.isdisjoint(box.words) for box in boxes)}")
    if _CART_FORM(tree) or any("cart" in box.words and "add" in box.words for box in boxes):
        found.append("cart")
    found.extend(_signposts(body))
    found.extend(_together(found))
    return found


@functools.cache
def _signpost_finder() -> tuple[AhoCorasick, tuple[str, ...]]:
    pairs = [(phrase, kind) for kind, phrases in _SIGNPOSTS.items() for phrase in phrases]
    return AhoCorasick([phrase for phrase, _ in pairs]), tuple(kind for _, kind in pairs)


def _signposts(body: Body) -> list[str]:
    """Short lines and buttons that lead a visitor on: each kind of page has its own."""
    finder, kinds = _signpost_finder()
    short = "\n".join(block.text for block in body.layout.blocks if block.words <= 14)
    counts = Counter(kinds[match[0]] for match in finder.find_matches_as_indexes(f"\n{short.lower()}\n"))
    found = [f"sign:{kind}{bucket(counts[kind], (1, 3, 8))}" for kind in _SIGNPOSTS]
    found.append(f"dates{bucket(len(_DATED.findall(short)), (1, 3, 6, 15))}")
    found.append(f"prices{bucket(len(_PRICE.findall(short)), (1, 3, 8))}")
    return found


def _together(found: list[str]) -> list[str]:
    """Signs that mean little alone: an article that has neither a date nor an author nor a type is rare."""
    have = set(found)
    dated = "date:none" not in have and "date:url" not in have
    typed = "ld:article=True" in have or "og:article" in have
    claims = dated + typed + ("author=True" in have)
    linked = next(feature for feature in found if feature.startswith("pagelinks"))
    running = next(feature for feature in found if feature.startswith("paragraphs"))
    slug = next((feature for feature in found if feature.startswith("slug")), "slug-")
    return [
        f"date:claims{claims}",
        f"date:{dated}{typed}",
        f"date:{claims > 0}{running}",
        f"{linked}{running}",
        f"{slug}{running}",
    ]


def _said(tree: HtmlElement, facts: Facts, dates: Dates) -> list[str]:
    """By head, structured data and microdata."""
    kinds = {kind for node in facts.nodes[:200] for kind in types_of(node)}
    found = [f"ld:{kind}" for kind in sorted(kinds)]
    items = " ".join(dict.fromkeys(str(kind) for kind in cast(list[str], _ITEM_TYPES(tree))))
    found.append(f"ld:article={bool(facts.articles) or 'Article' in items or 'BlogPosting' in items}")
    found.append(f"og:{facts.first('og:type').lower()[:20] or 'none'}")
    published = facts.first("article:published_time", "datepublished", "date", "pubdate", "publish-date")
    found.append(f"published={bool(published)}")
    found.append(f"date:{dates.evidence if dates.evidence not in (None, 'fetched', 'feed') else 'none'}")
    found.append(f"author={bool(facts.first('author', 'article:author'))}")
    if generator := _GENERATORS.search(facts.first("generator")):
        found.append(f"generator:{generator[0].lower()}")
    if "/Product" in items or "/Offer" in items or _ITEM_PRICE(tree):
        found.append("feature:product")
    if any(kind in items for kind in ("DiscussionForumPosting", "/QAPage", "/Question")):
        found.append("feature:forum")
    return found


def _address(url: str | None) -> list[str]:
    if not url:
        return ["path:unknown"]
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return ["path:unknown"]
    found = []
    segments = [segment for segment in parts.path.lower().split("/") if segment]
    for pattern, kind in ((_DOCS_HOST, "docs"), (_FORUM_HOST, "forum"), (_SHOP_HOST, "shop")):
        if pattern.search(host.removeprefix("www.")):
            found.append(f"host:{kind}")
    if not segments:
        return [*found, "path:root"]
    found.extend(sorted({f"path:{_PATH_KIND[segment]}" for segment in segments[:-1] if segment in _PATH_KIND}))
    last = segments[-1].rsplit(".", 1)[0]
    if last in _PATH_KIND:
        found.append(f"last:{_PATH_KIND[last]}")
    slug = re.split(r"[-_]|%20", last)
    found.append(f"slug{bucket(sum(not part.isdigit() and len(part) > 1 for part in slug), (2, 4, 6))}")
    if re.search(r"/(?:19|20)\d\d[/-]?(?:0[1-9]|1[0-2])", parts.path) or re.search(
        r"(?<!\d)20[0-3]\d[01]\d[0-3]\d(?!\d)", parts.path
    ):
        found.append("path:date")
    if re.search(r"\d{4,}", last) or re.search(r"(?:^|&)(?:id|newsid|storyid|nid|p|sid|st|article)=\d+", parts.query):
        found.append("path:id")
    found.append(f"depth{bucket(len(segments), (2, 3, 5))}")
    return found


def _shape(body: Body, text: str) -> list[str]:
    """How much of the page runs as text, and where."""
    features = body.features
    total = features.total[0] or 1
    chosen = body.chosen
    size = sum(len(block.text) for block in chosen) or 1
    running = [block for block in chosen if block.is_running_text]
    running_size = sum(len(block.text) for block in running)
    links = sum(block.links for block in chosen)
    sure = sum(len(block.text) * value for block, value in zip(body.layout.blocks, body.probabilities, strict=True))
    return [
        f"size{bucket(len(text), (300, 600, 1200, 2500, 5000, 12000, 25000))}",
        f"share{bucket(size / total, (0.05, 0.15, 0.3, 0.5, 0.7))}",
        f"running{bucket(running_size / size, (0.2, 0.4, 0.6, 0.75, 0.9))}",
        f"paragraphs{bucket(len(running), (1, 2, 4, 8, 16, 40))}",
        f"mean{bucket(size / max(1, len(chosen)), (25, 50, 80, 120, 200, 300))}",
        f"linked{bucket(links / size, (0.02, 0.06, 0.12, 0.25, 0.5))}",
        f"sure{bucket(sure / total, (0.02, 0.08, 0.2, 0.4, 0.6))}",
        f"certain{bucket(max(body.probabilities, default=0.0), (0.3, 0.6, 0.9, 0.98))}",
        f"column{bucket(features.best_column / (features.sentences[0] or 1), (0.2, 0.4, 0.6, 0.8, 0.95))}",
        f"headings{bucket(sum(block.box.tag in {'h2', 'h3', 'h4'} for block in chosen), (1, 3, 6, 12))}",
        f"questions{bucket(sum(block.text.endswith('?') for block in chosen), (1, 4))}",
        f"pagelinks{bucket(features.links[0] / total, (0.1, 0.25, 0.4, 0.6, 0.8))}",
    ]


def _repetition(body: Body) -> list[str]:
    """Cards, posts, products: boxes of one make side by side, and what they are called."""
    features = body.features
    boxes = body.layout.boxes
    total = features.total[0] or 1
    cards = texts = most = 0
    for key, count in features.siblings.items():
        if count >= 4:
            tag = key[1].split(".", 1)[0]
            mean = features.kin[key] / count
            if tag in {"article", "div", "li", "section", "tr", "a"} and mean >= 40:
                most = max(most, count)
                cards += features.kin[key]
                if mean >= 300:
                    texts += features.kin[key]
    names: Counter[str] = Counter()
    for box in boxes:
        if features.total[box.order]:
            for kind, words in _CLASS_KINDS.items():
                if any(word in box.words for word in words):
                    names[kind] += 1
    return [
        f"cards{bucket(cards / total, (0.1, 0.3, 0.6, 1.0))}",
        f"most{bucket(most, (4, 8, 15, 30))}",
        f"posts{bucket(texts / total, (0.1, 0.4, 0.8))}",
        f"articles{bucket(sum(box.tag == 'article' for box in boxes), (1, 2, 5, 10))}",
        *(f"named:{kind}{bucket(names[kind], (1, 4, 12, 40))}" for kind in _CLASS_KINDS),
    ]


def as_number(value: object) -> float:
    number = float(value) if isinstance(value, int | float) else 0.0
    return 0.0 if math.isnan(number) else number
