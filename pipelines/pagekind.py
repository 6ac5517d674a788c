"""Article or not: plain rules for what is no page of a site's own at all, a small linear model for the rest.

Errors that answer 200, bot challenges, cookie walls and logins say what they are in a few words, in any language of the
region. Listings, shops, forums, manuals and service pages are told from articles by structure: where the text stands, how
much of it runs, what repeats, what leads on, what the page and its address call themselves (weights:
``models/pagekind.json``, trained by ``benchmarks/train/pagekind.py``; each training page comes once more without its
metadata, because sites of the region often have none). No feature is a word of the running text.
"""

from __future__ import annotations

import functools
import json
import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from lxml.etree import XPath
from lxml.html import HtmlElement

from c5watch.article import Block, Dropped, Page
from pipelines.body import Body
from pipelines.body_features import bucket
from pipelines.dates import Dates
from pipelines.metadata import Facts, types_of

MODEL = Path(__file__).parent / "models" / "pagekind.json"
SHORT = 140
# What it weighs, in log-odds, that a page declares itself to be something else.
DECLARED = 3.0
_NEWS_SIGNS = frozenset({"ld:NewsArticle", "ld:ReportageNewsArticle", "ld:OpinionNewsArticle", "ld:BlogPosting"})
_FORUM_SIGNS = frozenset(
    {
        "host:forum",
        "path:forum",
        "feature:forum",
        "ld:DiscussionForumPosting",
        "ld:QAPage",
        "generator:discourse",
        "generator:phpbb",
        "generator:vbulletin",
        "generator:xenforo",
    }
)
_ADDRESS_SIGNS = (
    ("product", frozenset({"path:shop", "host:shop"})),
    ("tag-page", frozenset({"path:list", "last:list"})),
    ("service", frozenset({"path:service", "last:service"})),
)
_DOCS_SIGNS = frozenset(
    {"host:docs", "path:docs", "generator:sphinx", "generator:docusaurus", "generator:mkdocs", "generator:gitbook"}
)
# Features that come from what the page says about itself in its head.
METADATA = ("ld:", "og:", "published", "date:", "author", "generator:", "feature:")

_CHALLENGE = re.compile(
    r"just a moment|checking your browser|verify(?:ing)? (?:that )?you are (?:a )?human|"
    r"attention required|ddos[- ]?(?:guard|protection)|enable javascript and cookies|"
    r"unusual traffic|are you a robot|captcha|проверка браузера|проверяем ваш браузер|"
    r"подтвердите, что вы не робот|вы не робот|доступ ограничен|access denied|"
    r"request unsuccessful|incapsula|please wait while|один момент|тексеру жүріп|браузеріңізді тексер|"
    r"брауз(?:ер)?ингизни текшир",
    re.IGNORECASE,
)
_ERROR = re.compile(
    r"\b(?:404|403|410|500|502|503)\b|not found|no longer available|page (?:is )?(?:missing|unavailable)|"
    r"page doesn.t exist|service unavailable|internal server error|"
    r"(?:страниц|материал|новост|публикаци|документ)\w* (?:\w+ )?(?:не (?:найден|существует|доступн)|"
    r"удал[её]н)|ничего не найдено|ошибка 404|бет табылмады|табылмады|барак табылган жок|табылган жок|"
    r"sahifa topilmadi|topilmadi|саҳифа топилмади|топилмади|саҳифа (?:ёфт|пайдо) нашуд|ёфт нашуд|"
    r"sahypa tapylmady|tapylmady|bulunamadı|technische störung|техническ\w+ работ|"
    r"сайт временно недоступен|under maintenance",
    re.IGNORECASE,
)
_COOKIE = re.compile(r"cookie|куки|consent|gdpr|согласи\w+ на обработк|çerez", re.IGNORECASE)
_LOGIN = re.compile(
    r"log ?in|sign ?in|forgot (?:your )?password|вход в|войти|авториз|пароль|құпиясөз|кіру|сырсөз|кирүү|"
    r"parol|kirish|парол|кириш|рамз|ворид|giriş|açar söz",
    re.IGNORECASE,
)
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
_SIGNPOSTS = {
    "service": re.compile(
        r"contact (?:us|sales)|free (?:trial|quote|consultation|demo|estimate)|get started|get a quote|"
        r"request a|book a|schedule a|try (?:it )?(?:for )?free|sign up free|"
        r"our services|why choose|learn more|call us|call now|testimonial|case stud|watch demo|talk to|"
        r"pricing|заказать|оставить заявку|получить консультацию|наши услуги|бесплатн|связаться с нами"
    ),
    "shop": re.compile(
        r"add to (?:cart|bag|basket|wish)|buy now|shop now|shop all|in stock|out of stock|sold out|"
        r"free shipping|quantity|reviews?\b|rating|sale price|regular price|quick view|compare|wishlist|"
        r"sort by|filter|в корзину|купить|в наличии|доставка|отзыв|сортировать|фильтр|ajouter au panier|"
        r"in den warenkorb|себетке|savatga"
    ),
    "forum": re.compile(
        r"\brepl(?:y|ies)\b|joined|post(?:s|ed)? #?\d|messages?:|reaction score|\bop\b|quote$|last post|"
        r"log in to|original poster|upvote|points?\b|thread|\bposts?\b|"
        r"ответить|сообщени[йея]|зарегистрирован|цитировать|тема"
    ),
    "docs": re.compile(
        r"edit (?:this )?page|on this page|table of contents|\bversion\b|previous$|next$|\bapi\b|reference|"
        r"getting started|quickstart|tutorial|¶|copy$|example|view source|was this (?:page )?helpful|"
        r"improve this|оглавление|содержание"
    ),
    "list": re.compile(
        r"read more|continue reading|min read|load more|show more|view all|see all|next page|older posts|"
        r"\d+ (?:results|items|products)|читать далее|подробнее|показать ещ|все новости|толығырақ|batafsil|"
        r"батафсил"
    ),
}
_DATED = re.compile(
    r"\b\d{1,2}[./]\d{1,2}[./](?:20)?\d\d\b|\b20[0-3]\d\b|\b\d{1,2}:\d\d\b|\b\d+ (?:hours?|days?|weeks?|months?|years?) ago"
)
_DOCS_HOST = re.compile(r"^(?:docs?|developers?|wiki|help|support|learn|api|man)\.|readthedocs")
_FORUM_HOST = re.compile(r"^(?:forums?|community|boards?|talk)\.")
_SHOP_HOST = re.compile(r"^(?:shop|store|buy)\.")
_FORMS = XPath("//input[@type='password']")
_FIELDS = XPath("count(//input[not(@type='hidden')]|//select|//textarea)")
_IMAGES = XPath("count(//img)")
_CODE = XPath("count(//pre|//code)")
_PRODUCT = XPath("boolean(//*[@itemprop='price' or contains(@itemtype, '/Product') or contains(@itemtype, '/Offer')])")
_POSTS = XPath(
    "boolean(//*[contains(@itemtype, 'DiscussionForumPosting') or contains(@itemtype, '/QAPage') or "
    "contains(@itemtype, '/Question')])"
)
_ARTICLE_ITEM = XPath("boolean(//*[contains(@itemtype, 'Article') or contains(@itemtype, 'BlogPosting')])")
_CART = XPath(
    "boolean(//form[contains(@action, 'cart')] | //*[contains(@class, 'add-to-cart') or contains(@class, "
    "'addtocart') or contains(@class, 'add_to_cart')])"
)
_NEXT = XPath(
    "boolean(//link[@rel='next'] | //a[@rel='next'] | //*[contains(@class, 'pagination') or contains(@class, 'pager')])"
)
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


def judge_page(view: View, *, from_source: bool) -> Dropped | None:
    """Why a page is no article, or None. ``from_source`` says that the site is one of the catalogue's media, which have
    sections, tags and galleries, but neither shops nor manuals."""
    if reason := _plain_reason(view):
        return Dropped(reason=reason)
    features = page_features(view)
    score = score_features(features)
    # A feed or a news sitemap announces articles; a listing's links are less of a promise, but carry a headline too.
    if view.page.hint.title or view.page.hint.published_at:
        score += 3.0
    if from_source:
        score += 1.0
    if score >= 0:
        return None
    return Dropped(reason=declared_kind(features) or _kind_by_shape(features), detail=f"score {score:.2f}")


def score_features(features: list[str], weights: Mapping[str, float] | None = None) -> float:
    """Log-odds that the page is an article, shifted so that zero is the limit."""
    known = _weights() if weights is None else weights
    declared = -DECLARED if declared_kind(features) else 0.0
    return known["bias"] + declared + sum(known.get(feature, 0.0) for feature in features)


def declared_kind(features: list[str]) -> str | None:
    """What a page that calls itself no article says it is: by its address together with its own metadata. Too few pages of
    each kind are there to learn this from."""
    have = set(features)
    if have & _NEWS_SIGNS:
        return None
    if have & _FORUM_SIGNS:
        return "forum"
    if "ld:article=True" in have or have & {"path:news", "path:date"}:
        return None
    if have & {"ld:Product", "feature:product", "cart", "og:product"} and have & {"path:shop", "host:shop", "cart", "og:product"}:
        return "product"
    if "path:root" in have:
        return "listing"
    if have & _DOCS_SIGNS and "date:json-ld" not in have:
        return "documentation"
    if have & {"date:claims0", "date:claims1"}:
        for kind, signs in _ADDRESS_SIGNS:
            if have & signs:
                return kind
    return None


@functools.cache
def _weights() -> dict[str, float]:
    weights: dict[str, float] = json.loads(MODEL.read_text(encoding="utf-8"))
    return weights


def _plain_reason(view: View) -> str | None:
    """What says itself what it is. Only pages with little text are asked: an article may be about any of this."""
    body, text = view.body, view.text
    total = body.features.total[0] if body.features.total else 0
    running = sum(len(block.text) for block in body.chosen if block.is_running_text)
    if len(text) < 1200 and running < 700 and (reason := _barrier(view, total)):
        return reason
    if total == 0:
        return None if text else "empty"
    if len(text) >= SHORT:
        return None
    if running == 0 and (_as_number(_IMAGES(view.tree)) >= 5 or "gallery" in view.facts.title.lower()):
        return "gallery"
    return "listing" if body.features.links[0] > 0.5 * total else "too-short"


def _barrier(view: View, total: int) -> str | None:
    """A page that stands between the reader and the article."""
    facts = view.facts
    heads = " ".join((facts.title, *facts.headings[:2], facts.first("og:title")))[:500]
    everything = " ".join(block.text for block in view.body.layout.blocks[:80])[:4000]
    if _CHALLENGE.search(heads) or (total < 1500 and _CHALLENGE.search(everything)):
        return "bot-challenge"
    if _ERROR.search(heads) or (total < 600 and _ERROR.search(everything)):
        return "error-page"
    if _FORMS(view.tree) and (total < 1500 or _LOGIN.search(heads)):
        return "login"
    if total < 2500 and len(_COOKIE.findall(everything)) >= 3 and _COOKIE.search(view.text or everything):
        return "cookie-wall"
    return None


def page_features(view: View) -> list[str]:
    """What the linear model looks at, as names of features that are true."""
    tree, body = view.tree, view.body
    found = [*_said(tree, view.facts, view.dates), *_address(view.page.url), *_shape(body, view.text), *_repetition(body)]
    found.append(f"fields{bucket(_as_number(_FIELDS(tree)), (2, 5, 10, 25))}")
    found.append(f"code{bucket(_as_number(_CODE(tree)), (1, 5, 20))}")
    found.append(f"pages={bool(_NEXT(tree))}")
    if _CART(tree):
        found.append("cart")
    found.extend(_signposts(body))
    found.extend(_together(found))
    prices = sum(bool(_PRICE.search(block.text)) for block in body.layout.blocks if block.words <= 15)
    found.append(f"prices{bucket(prices, (1, 3, 8))}")
    return found


def _signposts(body: Body) -> list[str]:
    """Short lines and buttons that lead a visitor on: each kind of page has its own."""
    counts: Counter[str] = Counter()
    dates = 0
    for block in body.layout.blocks:
        if block.words <= 8:
            line = block.text.lower()
            for kind, pattern in _SIGNPOSTS.items():
                if pattern.search(line):
                    counts[kind] += 1
        if block.words <= 14 and _DATED.search(block.text):
            dates += 1
    found = [f"sign:{kind}{bucket(counts[kind], (1, 3, 8))}" for kind in _SIGNPOSTS]
    found.append(f"dates{bucket(dates, (1, 3, 6, 15))}")
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
    found.append(f"ld:article={bool(facts.articles) or bool(_ARTICLE_ITEM(tree))}")
    found.append(f"og:{facts.first('og:type').lower()[:20] or 'none'}")
    published = facts.first("article:published_time", "datepublished", "date", "pubdate", "publish-date")
    found.append(f"published={bool(published)}")
    found.append(f"date:{dates.evidence if dates.evidence not in (None, 'fetched', 'feed') else 'none'}")
    found.append(f"author={bool(facts.first('author', 'article:author'))}")
    if generator := _GENERATORS.search(facts.first("generator")):
        found.append(f"generator:{generator[0].lower()}")
    if _PRODUCT(tree):
        found.append("feature:product")
    if _POSTS(tree):
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


def _kind_by_shape(features: list[str]) -> str:
    """A name for what does not say what it is."""
    have = set(features)
    if have & {"feature:product", "ld:Product", "cart"}:
        return "product"
    if have & {"cards2", "cards3", "cards4", "pagelinks3", "pagelinks4", "pagelinks5"}:
        return "listing"
    return "no-article"


def _as_number(value: object) -> float:
    number = float(value) if isinstance(value, int | float) else 0.0
    return 0.0 if math.isnan(number) else number
