"""Article or not: plain rules for what is no page of a site's own at all, a small linear model for the rest.

Errors that answer 200, bot challenges, cookie walls and logins say what they are in a few words, in any language of the
region. Listings, shops, forums, manuals and service pages are told from articles by structure: where the text stands, how
much of it runs, what repeats, what leads on, what the page and its address call themselves (weights:
``models/pagekind.json``, trained by ``benchmarks/train/pagekind.py``; each training page comes once more without its
metadata, because sites of the region often have none). No feature is a word that tells what an article is about.
"""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Mapping
from pathlib import Path

from lxml.etree import XPath

from c5watch.article import Dropped
from pipelines.page.body_features import key_of
from pipelines.page.facts import types_of
from pipelines.page.pagekind_features import View, as_number, page_features

MODEL = Path(__file__).parents[1] / "models" / "pagekind.json"
SHORT = 140
# What it weighs, in log-odds, that a page declares itself to be something else.
DECLARED = 3.0
# And that it has a headline, a day beside it and sentences below. Sites of the region say nothing else about their news.
NEWS = 1.2
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
# Addresses where no news stand.
_ELSEWHERE: frozenset[str] = frozenset().union(*(signs for _, signs in _ADDRESS_SIGNS), _DOCS_SIGNS, _FORUM_SIGNS)
# Features that come from what the page says about itself in its head.
METADATA = ("ld:", "og:", "published", "date:", "author", "generator:", "feature:", "body:")

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
_COOKIE = re.compile(
    r"cookie|куки|consent|gdpr|согласи\w+ на обработк|çerez|personal data|персональн\w+ данн|personali[sz]ed (?:ads|advertising)|"
    r"privacy (?:policy|settings)|with your permission|\d+ partners",
    re.IGNORECASE,
)
_LOGIN = re.compile(
    r"log ?in|sign ?in|forgot (?:your )?password|вход в|войти|авториз|пароль|құпиясөз|кіру|сырсөз|кирүү|"
    r"parol|kirish|парол|кириш|рамз|ворид|giriş|açar söz",
    re.IGNORECASE,
)
_FORMS = XPath("//input[@type='password']")
_IMAGES = XPath("count(//img)")


def judge_page(view: View, *, from_source: bool) -> Dropped | None:
    """Why a page is no article, or None. ``from_source`` says that the site is one of the catalogue's media, which have
    sections, tags and galleries, but neither shops nor manuals."""
    if reason := _plain_reason(view):
        return Dropped(reason=reason)
    if is_settled(view):
        return None
    features = page_features(view)
    score = score_features(features)
    declared = declared_kind(features)
    # A feed or a news sitemap announces articles; a listing's links are less of a promise, but carry a headline too. What
    # calls itself a section, shop or forum was only linked beside them.
    if declared is None and (view.page.hint.title or view.page.hint.published_at):
        score += 3.0
    if declared is None and from_source:
        score += 1.0
    if score >= 0:
        return None
    if declared is None and score + NEWS >= 0 and _ELSEWHERE.isdisjoint(features) and reads_as_news(view):
        return None
    return Dropped(reason=declared or _kind_by_shape(features), detail=f"score {score:.2f}")


def is_settled(view: View) -> bool:
    """What most news pages are: one article that its structured data name as this page's, dated, with text. Nothing else is
    asked about it."""
    nodes = view.facts.articles
    if not nodes or len(nodes) > 2 or len(view.text) < 600 or view.dates.evidence not in {"json-ld", "meta"}:
        return False
    headline = nodes[0].get("headline")
    news = any(f"ld:{kind}" in _NEWS_SIGNS for kind in types_of(nodes[0]))
    running = sum(block.is_running_text for block in view.body.chosen)
    return news and running >= 3 and isinstance(headline, str) and key_of(headline)[:20] == key_of(view.title or "")[:20]


def reads_as_news(view: View) -> bool:
    """A headline of its own, a day of its own, and two sentences or more that follow the headline in few columns: what news of
    any length have, and pages that only lead on to other pages have not."""
    body, title = view.body, key_of(view.title or "")
    if view.dates.evidence in (None, "fetched", "feed", "json-ld") or len(title) < 12 or not body.chosen:
        return False
    running = [block for block in body.chosen if block.words > 3 and block.ends and block.links < 0.4 * len(block.text)]
    told = sum(len(block.text) for block in running)
    linked = sum(block.links for block in body.chosen)
    if sum(block.ends for block in running) < 2 or told < 0.5 * len(view.text) or linked > 0.1 * len(view.text):
        return False
    first = body.chosen[0]
    for block in body.layout.blocks:
        if block is first:
            return False
        if len(title) <= len(block.text) <= 2 * len(title) + 10 and key_of(block.text) == title:
            return True
    return False


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
    dated = "date:none" not in have
    # Manuals call their pages articles too, but do not date them for those who share or index news.
    is_manual = have & _DOCS_SIGNS and not have & {"published=True", "path:news"} and not (dated and "og:article" in have)
    if have & _FORUM_SIGNS or is_manual:
        return "forum" if have & _FORUM_SIGNS else "documentation"
    if have & {"path:root", "path:section"} and "path:date" not in have:
        return "listing"
    if "ld:article=True" in have or have & {"path:news", "path:date"}:
        return None
    if have & {"ld:Product", "feature:product", "cart", "og:product"} and have & {"path:shop", "host:shop", "cart", "og:product"}:
        return "product"
    claims_little = have & {"date:claims0", "date:claims1"}
    return next((kind for kind, signs in _ADDRESS_SIGNS if have & signs), None) if claims_little else None


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
    if len(text) >= SHORT or reads_as_news(view):
        return None
    if running == 0 and (as_number(_IMAGES(view.tree)) >= 5 or "gallery" in view.facts.title.lower()):
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


def _kind_by_shape(features: list[str]) -> str:
    """A name for what does not say what it is."""
    have = set(features)
    if have & {"feature:product", "ld:Product", "cart"}:
        return "product"
    if have & {"cards2", "cards3", "cards4", "pagelinks3", "pagelinks4", "pagelinks5"}:
        return "listing"
    return "no-article"
