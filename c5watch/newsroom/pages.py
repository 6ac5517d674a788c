"""Every address of the sample newsroom in a round, with what it answers.

Beside the articles stand pages that are none (``extras.yaml``): they answer 200 and look as such pages do. A feed or section
page links to them, so that a crawl meets them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from html import escape
from http import HTTPStatus
from types import MappingProxyType

import yaml

from c5watch.newsroom import feeds
from c5watch.newsroom.corpus import FOLDER, ROUND_TIMES, Text, read_texts
from c5watch.newsroom.sites import SITES, Site, render_article, render_page

Pages = Mapping[tuple[str, str], "Resource"]
_HTML = "text/html"
_SECTION_TITLES = MappingProxyType(
    {"politika": "Политика", "intervyu": "Интервью", "saiasat": "Саясат", "maek": "Маек", "habarlar": "Habarlar"}
    | {"novosti": "Новости", "news": "News"}
)


@dataclass(frozen=True, slots=True)
class Resource:
    """What one address answers. ``modified`` is the time of its last change, where the site says one."""

    body: bytes
    content_type: str
    status: int = HTTPStatus.OK
    modified: datetime | None = None
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Extra:
    """A page that is no article. ``linked``: a feed, sitemap or section page leads to it."""

    site: str
    path: str
    language: str
    kind: str
    title: str
    html: str = ""
    status: int = HTTPStatus.OK
    location: str = ""
    linked: bool = True


@cache
def read_extras() -> tuple[Extra, ...]:
    """The pages of ``extras.yaml``."""
    return tuple(Extra(**entry) for entry in yaml.safe_load((FOLDER / "extras.yaml").read_text(encoding="utf-8")))


def build_pages(round_number: int, repeat: int) -> Pages:
    """Everything the newsroom answers in a round, by host and path."""
    texts = read_texts(round_number, repeat)
    today = ROUND_TIMES[round_number]
    pages: dict[tuple[str, str], Resource] = {}
    first_round = read_texts(1)  # cards and language versions: the same in both rounds, so that only what changed changes
    for site in SITES:
        own = tuple(text for text in texts if text.site == site.id)
        related = tuple(text for text in first_round if text.site == site.id)
        extras = tuple(extra for extra in read_extras() if extra.site == site.id)
        for text in own:
            pages[site.host, site.path_of(text)] = _article(site, text, related, round_number)
        for extra in extras:
            pages[site.host, extra.path] = _extra(site, extra, own, today)
        standing = tuple(text for text in own if not 0 < text.gone <= round_number)
        for path, resource in _ways_in(site, standing, tuple(extra for extra in extras if extra.linked), today).items():
            pages[site.host, path] = resource
    return MappingProxyType(pages)


def _html(site: Site, language: str, html: str, status: int = HTTPStatus.OK, modified: datetime | None = None) -> Resource:
    """A page in the site's encoding; the legacy site names it in the markup alone."""
    charset = site.charset_of(language)
    media = _HTML if charset != "utf-8" else f"{_HTML}; charset=utf-8"
    return Resource(html.encode(charset, "xmlcharrefreplace"), media, status, modified)


def _article(site: Site, text: Text, related: tuple[Text, ...], round_number: int) -> Resource:
    today = ROUND_TIMES[1]  # the same in both rounds, for the same reason
    if 0 < text.gone <= round_number:
        return _html(site, text.language, render_page(site, text.language, "410", "<h1>410</h1>", today=today), HTTPStatus.GONE)
    return _html(site, text.language, render_article(site, text, related, today), modified=text.modified or text.date)


def _extra(site: Site, extra: Extra, own: tuple[Text, ...], today: datetime) -> Resource:
    if extra.location:
        return Resource(b"", _HTML, HTTPStatus.MOVED_PERMANENTLY, headers={"Location": extra.location})
    if extra.kind == "listing":
        shown = tuple(text for text in own if text.language == extra.language)[:12]
        return _html(site, extra.language, feeds.render_listing(site, extra.language, extra.title, shown, today=today))
    html = render_page(site, extra.language, extra.title, extra.html, today=ROUND_TIMES[1])
    return _html(site, extra.language, html, extra.status)


def _ways_in(site: Site, texts: tuple[Text, ...], linked: tuple[Extra, ...], today: datetime) -> dict[str, Resource]:
    """Front page, robots.txt, the not-found page, and the feeds, sitemaps or sections of a site."""
    ways = {"/robots.txt": Resource(feeds.render_robots(site).encode(), "text/plain")}
    first = next(iter(site.codes))
    not_found = render_page(site, first, "404", "<h1>404</h1><p>…</p>", today=today)
    ways["/404"] = _html(site, first, not_found, HTTPStatus.NOT_FOUND)
    front = feeds.render_listing(site, first, site.name, tuple(text for text in texts if text.language == first), today=today)
    ways["/"] = _html(site, first, front)
    changed = max((text.modified or text.date for text in texts), default=None)
    urls = {extra: f"http://{site.host}{extra.path}" for extra in linked}
    if site.id in {"altyn", "pomir"}:
        for language, code in site.codes.items():
            extra = "".join(feeds.render_rss_item(urls[e], e.title) for e in linked if e.language == language)
            rss = feeds.render_rss(site, language, tuple(text for text in texts if text.language == language), extra)
            ways[f"/rss/{code}.xml"] = Resource(rss.encode(), "application/rss+xml", modified=changed)
    elif site.id == "silkpost":
        entries = "".join(feeds.render_atom_entry(urls[extra], extra.title) for extra in linked)
        ways["/atom.xml"] = Resource(feeds.render_atom(site, texts, entries).encode(), "application/atom+xml")
    elif site.sitemap:
        ways[site.sitemap] = Resource(feeds.render_sitemap_index(site).encode(), "application/xml")
        ways["/sitemap-news.xml"] = Resource(feeds.render_news_sitemap(site, texts).encode(), "application/xml")
        month = feeds.render_month_sitemap([*(site.url_of(text) for text in texts), *urls.values()], today)
        ways["/sitemap-2025-11.xml.gz"] = Resource(month, "application/gzip")
    else:
        ways |= _sections(site, texts, linked, today)
    return ways


def _sections(site: Site, texts: tuple[Text, ...], linked: tuple[Extra, ...], today: datetime) -> dict[str, Resource]:
    """A section page for each language and section that the site's texts have."""
    pages: dict[str, Resource] = {}
    met: set[str] = set()
    for language, section in dict.fromkeys((text.language, text.section) for text in texts):
        shown = tuple(text for text in texts if (text.language, text.section) == (language, section))
        extra = "".join(
            f'<div class="card"><a href="{escape(e.path)}"><h3>{escape(e.title)}</h3></a></div>'
            for e in linked
            if e.language == language and language not in met
        )
        met.add(language)
        title = _SECTION_TITLES.get(section, section.capitalize())
        html = feeds.render_listing(site, language, title, shown, today=today, extra=extra)
        pages[f"/{site.codes[language]}/{section}/"] = _html(site, language, html)
    return pages
