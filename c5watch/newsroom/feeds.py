"""How the sites tell what is new: RSS, Atom, news sitemaps with an index and a gzipped month, section pages, robots.txt."""

from __future__ import annotations

import gzip
from datetime import datetime
from email.utils import format_datetime
from html import escape

from c5watch.newsroom.corpus import Text
from c5watch.newsroom.sites import Site, render_card, render_page

_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'


def render_rss(site: Site, language: str, texts: tuple[Text, ...], extra: str = "") -> str:
    """RSS 2.0 of one language; the links carry a campaign parameter, as newsrooms' links do. ``extra``: further items."""
    items = "".join(
        f"<item><title>{escape(text.title)}</title><link>{escape(site.url_of(text))}?utm_source=rss&amp;utm_medium=feed</link>"
        f'<guid isPermaLink="false">{site.id}-{text.slug}-{text.language}</guid><description>{escape(text.lead)}</description>'
        f"<pubDate>{format_datetime(text.date)}</pubDate><category>{escape(text.section)}</category></item>\n"
        for text in texts
    )
    return (
        f'{_XML}<rss version="2.0"><channel><title>{escape(site.name)}</title><link>{site.home}</link>'
        f"<description>{escape(site.name)}</description><language>{site.codes[language]}</language>\n{items}{extra}</channel></rss>\n"
    )


def render_rss_item(url: str, title: str) -> str:
    """An item that is no article."""
    return f"<item><title>{escape(title)}</title><link>{escape(url)}</link></item>\n"


def render_atom(site: Site, texts: tuple[Text, ...], extra: str = "") -> str:
    """An Atom feed with summaries."""
    updated = max(((text.modified or text.date) for text in texts), default=datetime.fromisoformat("2025-11-05T00:00:00+00:00"))
    entries = "".join(
        f"<entry><id>{escape(site.url_of(text))}</id><title>{escape(text.title)}</title>"
        f'<link rel="alternate" type="text/html" href="{escape(site.url_of(text))}"/>'
        f"<published>{text.date.isoformat()}</published><updated>{(text.modified or text.date).isoformat()}</updated>"
        f'<author><name>{escape(text.author or site.name)}</name></author><category term="{escape(text.section)}"/>'
        f"<summary>{escape(text.lead)}</summary></entry>\n"
        for text in texts
    )
    return (
        f'{_XML}<feed xmlns="http://www.w3.org/2005/Atom"><id>{site.home}</id><title>{escape(site.name)}</title>'
        f'<link rel="self" href="{site.home}atom.xml"/><updated>{updated.isoformat()}</updated>\n{entries}{extra}</feed>\n'
    )


def render_atom_entry(url: str, title: str) -> str:
    """An entry that is no article."""
    return (
        f'<entry><id>{escape(url)}</id><title>{escape(title)}</title><link href="{escape(url)}"/>'
        "<updated>2025-11-05T00:00:00+00:00</updated></entry>\n"
    )


def render_sitemap_index(site: Site) -> str:
    """An index of a news sitemap and a gzipped month."""
    return (
        f'{_XML}<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
        f"<sitemap><loc>{site.home}sitemap-news.xml</loc></sitemap>"
        f"<sitemap><loc>{site.home}sitemap-2025-11.xml.gz</loc></sitemap></sitemapindex>\n"
    )


def render_news_sitemap(site: Site, texts: tuple[Text, ...]) -> str:
    """A sitemap with Google's news elements."""
    urls = "".join(
        f"<url><loc>{escape(site.url_of(text))}</loc><news:news><news:publication><news:name>{escape(site.name)}</news:name>"
        f"<news:language>{text.language[:2]}</news:language></news:publication>"
        f"<news:publication_date>{text.date.isoformat()}</news:publication_date>"
        f"<news:title>{escape(text.title)}</news:title></news:news></url>\n"
        for text in texts
    )
    return (
        f'{_XML}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        f'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">\n{urls}</urlset>\n'
    )


def render_month_sitemap(urls: list[str], today: datetime) -> bytes:
    """The month, gzipped; every ``lastmod`` is the day of the crawl, as sloppy sites have it."""
    body = "".join(f"<url><loc>{escape(url)}</loc><lastmod>{today:%Y-%m-%d}</lastmod></url>\n" for url in urls)
    text = f'{_XML}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{body}</urlset>\n'
    return gzip.compress(text.encode(), mtime=0)


def render_listing(site: Site, language: str, title: str, texts: tuple[Text, ...], *, today: datetime, extra: str = "") -> str:
    """A section page: a heading and cards. ``extra``: further cards."""
    cards = "".join(render_card(site, text) for text in texts)
    main = f'<h1>{escape(title)}</h1><div class="list">{cards}{extra}</div><div class="pager"><span>1</span></div>'
    return render_page(site, language, title, main, today=today)


def render_robots(site: Site) -> str:
    """What crawlers are asked to leave alone."""
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in site.disallow or ("",))]
    if site.sitemap:
        lines.append(f"Sitemap: http://{site.host}{site.sitemap}")
    return "\n".join(lines) + "\n"
