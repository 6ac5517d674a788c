"""What the linear model of `pipelines.page.pagekind` looks at: what a page says it is, its address, shape, repetitions.

Features are names that are true of a page. Of the running text only pronouns are counted (a page that says "we" and "your" in
every line wants to sell something); the short lines and buttons that lead a visitor on are read, for each kind of page has
its own. The words are in `pipelines.page.pagekind_words`.
"""

from __future__ import annotations

import functools
import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast
from urllib.parse import urlsplit

from ahocorasick_rs import AhoCorasick
from lxml.etree import XPath
from lxml.html import HtmlElement

from c5watch.article import Block, Page
from pipelines.page.body import Body
from pipelines.page.body_features import bucket, column_of
from pipelines.page.dates import Dates
from pipelines.page.facts import Facts, types_of
from pipelines.page.pagekind_words import BODY_KINDS, CLASS_KINDS, PATH_KINDS, PRONOUNS, SIGNPOSTS, TITLE_KINDS

_PRICE = re.compile(r"(?:[$€£₸₽¥₹]|\bUSD|\bEUR)\s?\d|\d\s?(?:[$€£₸₽]|тенге|руб|сом\b|so['‘ʻ]m)")
_GENERATORS = re.compile(
    r"sphinx|docusaurus|mkdocs|gitbook|discourse|phpbb|vbulletin|xenforo|invision|shopify|woocommerce|"
    r"magento|mediawiki|prestashop|nodebb|flarum|hugo|bitrix|drupal|wordpress",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"\b\d{1,2}[./]\d{1,2}[./](?:20)?\d\d\b|\b20[0-3]\d\b|\b\d{1,2}:\d\d\b|\b\d+ (?:hours?|days?|weeks?|months?|years?) ago"
)
_DOCS_HOST = re.compile(r"^(?:docs?|developers?|wiki|help|support|learn|api|man)\.|readthedocs")
_FORUM_HOST = re.compile(r"^(?:forums?|community|boards?|talk)\.")
_SHOP_HOST = re.compile(r"^(?:shop|store|buy)\.")
_ITEM_TYPES = XPath("//@itemtype")
_PRICED = re.compile(rb"itemprop\s*=\s*[\"']?price\b")
# So much of a text tells how it speaks.
_SAMPLE = 5_000
_LETTERS = re.compile(r"[^\W\d_]+")
_PARTS = re.compile(r"[-_]+|%20")
_LANGUAGES = frozenset(
    {"ru", "en", "kk", "kz", "ky", "kg", "uz", "oz", "tg", "tj", "tk", "tm", "cyr", "lat", "index.php", "index.html"}
)


def _turned(kinds: Mapping[str, str]) -> dict[str, str]:
    return {word: kind for kind, words in kinds.items() for word in words.split()}


_PATH_KIND, _TITLE_KIND, _BODY_KIND, _CLASS_KIND = map(_turned, (PATH_KINDS, TITLE_KINDS, BODY_KINDS, CLASS_KINDS))


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
    authors: tuple[str, ...]


def page_features(view: View) -> list[str]:
    """What the linear model looks at, as names of features that are true."""
    tree, body = view.tree, view.body
    found = [*_said(view), *_address(view.page.url), *_shape(body, view.text), *_repetition(body)]
    parts = _telling_elements(tree)
    found.append(f"fields{bucket(parts['field'], (2, 5, 10, 25))}")
    found.append(f"code{bucket(parts['code'], (1, 5, 20))}")
    found.append(f"tel{bucket(parts['phone'], (1, 2, 4))}")
    names = _class_names(body)
    found.append(f"pages={names['pager'] + parts['next'] > 0}")
    if names["cart"] or parts["cart"]:
        found.append("cart")
    found.extend(f"named:{kind}{bucket(names[kind], (1, 4, 12, 40))}" for kind in ("forum", "comment", "product"))
    found.extend(_titled(view))
    found.extend(_body_names(tree))
    found.extend(_spoken(body))
    found.extend(_signposts(body))
    found.extend(_together(found))
    return found


def _telling_elements(tree: HtmlElement) -> Counter[str]:
    """Form fields, code, phone numbers, links to a next page and carts, in one pass."""
    found: Counter[str] = Counter()
    for element in tree.iter("a", "input", "select", "textarea", "pre", "code", "link", "form"):
        tag = element.tag
        if tag in {"a", "link"}:
            if element.get("rel") == "next":
                found["next"] += 1
            elif tag == "a" and (element.get("href") or "").startswith("tel:"):
                found["phone"] += 1
        elif tag in {"pre", "code"}:
            found["code"] += 1
        elif tag == "form":
            found["cart"] += "cart" in (element.get("action") or "")
        else:
            found["field"] += element.get("type") != "hidden"
    return found


def _titled(view: View) -> list[str]:
    """A headline is a sentence or nearly; a section, a product or a service has a name of a word or three."""
    words = _LETTERS.findall((view.title or "").lower())
    return [
        f"title{bucket(len(words), (1, 3, 5, 8, 12))}",
        f"h1{min(len(view.facts.headings), 3)}",
        *sorted({f"titled:{_TITLE_KIND[word]}" for word in words if word in _TITLE_KIND}),
    ]


def _body_names(tree: HtmlElement) -> list[str]:
    """What the site's builder calls the page in the class and id of ``<body>``."""
    body = tree.find("body")
    kinds = set()
    if body is not None:
        for name in f"{body.get('class') or ''} {body.get('id') or ''}"[:2000].lower().split():
            parts = _PARTS.split(name)
            shop = any(_BODY_KIND.get(part) == "shop" for part in parts)
            kind = (
                "shop" if shop else _BODY_KIND.get(name.removeprefix("page-")) or _BODY_KIND.get(name) or _BODY_KIND.get(parts[0])
            )
            if kind is not None:
                kinds.add(kind)
    return [f"body:{kind}" for kind in sorted(kinds)] or ["body:none"]


def _spoken(body: Body) -> list[str]:
    """How often the page says "you" and "we", in how many columns it speaks, and how much of it is headings and lists."""
    running = [block for block in body.chosen if block.is_running_text]
    words = _LETTERS.findall(" ".join(block.text for block in running)[:_SAMPLE].lower())
    found = [
        f"{name}{bucket(sum(map(pronouns.__contains__, words)) / (len(words) or 1), (0.002, 0.006, 0.012, 0.02, 0.035, 0.05))}"
        for name, pronouns in PRONOUNS.items()
    ]
    headings = sum(block.box.tag in {"h2", "h3", "h4", "h5"} for block in body.chosen)
    found.append(f"headed{bucket(headings / (len(running) + 1), (0.05, 0.15, 0.3, 0.5, 0.8))}")
    found.append(f"columns{bucket(len({column_of(block.box).order for block in running}), (2, 4, 8, 16))}")
    items = whole = 0
    for block in body.chosen:
        whole += len(block.text)
        box = block.box
        if box.tag == "li" or (box.parent is not None and box.parent.tag == "li"):
            items += len(block.text)
    found.append(f"items{bucket(items / (whole or 1), (0.02, 0.1, 0.25, 0.5))}")
    return found


@functools.cache
def _signpost_finder() -> tuple[AhoCorasick, tuple[str, ...]]:
    pairs = [(phrase, kind) for kind, phrases in SIGNPOSTS.items() for phrase in phrases]
    return AhoCorasick([phrase for phrase, _ in pairs]), tuple(kind for _, kind in pairs)


def _signposts(body: Body) -> list[str]:
    """Short lines and buttons that lead a visitor on: each kind of page has its own."""
    finder, kinds = _signpost_finder()
    short = "\n".join(block.text for block in body.layout.blocks if block.words <= 14)
    counts = Counter(kinds[match[0]] for match in finder.find_matches_as_indexes(f"\n{short.lower()}\n"))
    found = [f"sign:{kind}{bucket(counts[kind], (1, 3, 8))}" for kind in SIGNPOSTS]
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


def _said(view: View) -> list[str]:
    """By head, structured data and microdata."""
    tree, facts, dates = view.tree, view.facts, view.dates
    kinds = {kind for node in facts.nodes[:200] for kind in types_of(node)}
    found = [f"ld:{kind}" for kind in sorted(kinds)]
    # A look into the bytes is cheaper than a walk over all elements, and most pages have no microdata.
    has_items = b"itemprop" in view.page.body or b"itemtype" in view.page.body
    items = " ".join(dict.fromkeys(str(kind) for kind in cast(list[str], _ITEM_TYPES(tree)))) if has_items else ""
    found.append(f"ld:article={bool(facts.articles) or 'Article' in items or 'BlogPosting' in items}")
    found.append(f"og:{facts.first('og:type').lower()[:20] or 'none'}")
    published = facts.first("article:published_time", "datepublished", "date", "pubdate", "publish-date")
    found.append(f"published={bool(published)}")
    found.append(f"date:{dates.evidence if dates.evidence not in (None, 'fetched', 'feed') else 'none'}")
    found.append(f"author={bool(facts.first('author', 'article:author'))}")
    found.append(f"author:found={bool(view.authors)}")
    if generator := _GENERATORS.search(facts.first("generator")):
        found.append(f"generator:{generator[0].lower()}")
    if "/Product" in items or "/Offer" in items or (has_items and _PRICED.search(view.page.body)):
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
    if not segments or (len(segments) <= 2 and not parts.query and _LANGUAGES.issuperset(segments)):
        return [*found, "path:root"]
    found.extend(sorted({f"path:{kind}" for segment in segments[:-1] for kind in _kinds_of_directory(segment)}))
    last = segments[-1].rsplit(".", 1)[0]
    slug = _PARTS.split(last)
    if last in _PATH_KIND:
        found.append(f"last:{_PATH_KIND[last]}")
        if _PATH_KIND[last] == "news" and not parts.query:
            found.append("path:section")
    found.append(f"slug{bucket(sum(not part.isdigit() and len(part) > 1 for part in slug), (2, 4, 6))}")
    if re.search(r"/(?:19|20)\d\d[/-]?(?:0[1-9]|1[0-2])", parts.path) or re.search(
        r"(?<!\d)20[0-3]\d[01]\d[0-3]\d(?!\d)", parts.path
    ):
        found.append("path:date")
    if re.search(r"\d{4,}", last) or re.search(r"(?:^|&)(?:id|newsid|storyid|nid|p|sid|st|article)=\d+", parts.query):
        found.append("path:id")
    found.append(f"depth{bucket(len(segments), (2, 3, 5))}")
    return found


def _kinds_of_directory(name: str) -> set[str]:
    """``support-services`` is a directory of services; a name of many words is a headline."""
    if name in _PATH_KIND:
        return {_PATH_KIND[name]}
    parts = _PARTS.split(name)
    return {_PATH_KIND[part] for part in parts if len(part) > 2 and part in _PATH_KIND} if len(parts) <= 3 else set()


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
    return [
        f"cards{bucket(cards / total, (0.1, 0.3, 0.6, 1.0))}",
        f"most{bucket(most, (4, 8, 15, 30))}",
        f"posts{bucket(texts / total, (0.1, 0.4, 0.8))}",
        f"articles{bucket(sum(box.tag == 'article' for box in boxes), (1, 2, 5, 10))}",
    ]


def _class_names(body: Body) -> Counter[str]:
    """How many boxes with text are called what."""
    names: Counter[str] = Counter()
    total = body.features.total
    for box in body.layout.boxes:
        if box.words and total[box.order]:
            names.update(_kinds_of_class(box.words))
    return names


@functools.lru_cache(maxsize=8192)
def _kinds_of_class(words: tuple[str, ...]) -> tuple[str, ...]:
    kinds = {_CLASS_KIND[word] for word in words if word in _CLASS_KIND}
    if "cart" in words and "add" in words:
        kinds.add("cart")
    return tuple(sorted(kinds))


def as_number(value: object) -> float:
    number = float(value) if isinstance(value, int | float) else 0.0
    return 0.0 if math.isnan(number) else number
