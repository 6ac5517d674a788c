"""The six sites: how each names its addresses, dates its pages, lays them out and tells the world what is new.

The habits are those of real newsrooms: one dates only in JSON-LD, one only in print, one prints today's date in its header, one
puts a read-also box into the text, one mixes the codes of Uzbek scripts (``/oz/`` Latin, ``/uz/`` Cyrillic), one still writes
windows-1251. Every page carries the notice that it is a sample, outside the article's body.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from html import escape
from string import Template
from types import MappingProxyType
from typing import Literal

from c5watch.newsroom.corpus import FOLDER, Text
from c5watch.newsroom.markup import to_html, visible_date

Dating = Literal["json-ld", "meta", "time", "visible"]
NOTICES = MappingProxyType(
    {
        "ru": "Образец: вымышленный материал, написанный для проверки программы.",
        "en": "Sample: fictional material written to try out a program.",
        "kk": "Үлгі: бағдарламаны тексеру үшін жазылған, ойдан шығарылған материал.",
        "ky": "Үлгү: программаны текшерүү үчүн жазылган, ойдон чыгарылган материал.",
        "uz": "Namuna: dasturni sinash uchun yozilgan to‘qima material.",
        "uz-Cyrl": "Намуна: дастурни синаш учун ёзилган тўқима материал.",
        "tg": "Намуна: маводи тахайюлӣ, ки барои санҷиши барнома навишта шудааст.",
        "tk": "Nusga: programmany barlamak üçin ýazylan, oýdan toslanan makala.",
    }
)
READ_ALSO = MappingProxyType(
    {
        "ru": "Читайте также",
        "en": "Read also",
        "kk": "Тағы оқыңыз",
        "ky": "Дагы окуңуз",
        "uz": "Shuningdek o‘qing",
        "uz-Cyrl": "Шунингдек ўқинг",
        "tg": "Инчунин хонед",
        "tk": "Şeýle hem okaň",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """One newsroom. ``path`` is a format string over code, slug, section, hex, number and the date's y, m, d."""

    id: str
    name: str
    path: str
    codes: MappingProxyType[str, str]
    dating: Dating
    question: str = "strong"
    box_inside: bool = False
    validators: bool = False
    legacy_languages: frozenset[str] = frozenset()
    disallow: tuple[str, ...] = ()
    sitemap: str | None = None

    @property
    def host(self) -> str:
        """The host name; ``.test`` is reserved, so it can never be somebody's."""
        return f"{self.id}.newsroom.test"

    @property
    def home(self) -> str:
        """The address of the front page."""
        return f"http://{self.host}/"

    def path_of(self, text: Text) -> str:
        """Where a text stands on the site."""
        digest = hashlib.sha256(f"{text.slug}/{text.language}".encode()).hexdigest()
        return self.path.format(
            code=self.codes[text.language],
            slug=text.slug,
            section=text.section,
            hex=digest[:6],
            number=362000 + int(digest[:3], 16),
            y=text.date.year,
            m=f"{text.date.month:02}",
            d=f"{text.date.day:02}",
        )

    def url_of(self, text: Text) -> str:
        """The full address of a text."""
        return f"http://{self.host}{self.path_of(text)}"

    def charset_of(self, language: str) -> str:
        """The encoding of the site's pages in a language."""
        return "windows-1251" if language in self.legacy_languages else "utf-8"


def _codes(**codes: str) -> MappingProxyType[str, str]:
    return MappingProxyType({language.replace("_", "-"): code for language, code in codes.items()})


SITES = (
    Site(
        id="altyn",
        name="Altyn Aqparat",
        path="/{code}/news/{slug}-{hex}",
        codes=_codes(ru="ru", kk="kz", en="en"),
        dating="json-ld",
    ),
    Site(id="silkpost", name="The Silk Post", path="/{y}/{m}/{d}/{slug}/", codes=_codes(en="en"), dating="meta", question="h3"),
    Site(
        id="poytaxt",
        name="Poytaxt",
        path="/{code}/{section}/{y}/{m}/{d}/{slug}",
        codes=_codes(uz="oz", uz_Cyrl="uz", ru="ru"),
        dating="visible",
        sitemap="/sitemap_index.xml",
    ),
    Site(
        id="alatoo",
        name="Ала-Тоо Кабар",
        path="/{code}/{section}/{number}_{slug}/",
        codes=_codes(ru="ru", ky="ky"),
        dating="visible",
        box_inside=True,
    ),
    Site(
        id="pomir",
        name="Помир-Информ",
        path="/{code}/{section}/{slug}.html",
        codes=_codes(ru="ru", tg="tj"),
        dating="meta",
        validators=True,
        legacy_languages=frozenset({"ru"}),
    ),
    Site(
        id="garagum",
        name="Garagum Habarlary",
        path="/{code}/{section}/{number}/{slug}",
        codes=_codes(tk="tk", ru="ru", en="en"),
        dating="time",
        disallow=("/tk/ichki/", "/print/"),
    ),
)
SITES_BY_HOST = MappingProxyType({site.host: site for site in SITES})


@cache
def _template(name: str) -> Template:
    return Template((FOLDER / "templates" / name).read_text(encoding="utf-8"))


def render_article(site: Site, text: Text, others: tuple[Text, ...], today: datetime) -> str:
    """The page of a text; ``others`` are the site's texts, from which language versions and related cards are taken."""
    related = [other for other in others if other.language == text.language and other.slug != text.slug][:4]
    box = "".join(f'<li><a href="{site.path_of(other)}">{escape(other.title)}</a></li>' for other in related[:2])
    blocks = to_html(text.paragraphs, site.question)
    if site.box_inside and box and len(blocks) > 2:
        blocks.insert(2, f'<div class="readalso"><b>{READ_ALSO[text.language]}:</b><ul>{box}</ul></div>')
    article = _template(f"{site.id}.article.html").substitute(
        title=escape(text.title),
        lead=escape(text.lead),
        date=escape(visible_date(text.language, text.date)),
        iso=text.date.isoformat(),
        author=escape(text.author),
        body="\n".join(blocks),
        tags=" ".join(f'<a href="/tag/{escape(tag)}" rel="tag">#{escape(tag)}</a>' for tag in text.tags),
        url=escape(site.url_of(text)),
    )
    cards = "".join(render_card(site, other) for other in related)
    aside = f'<aside class="related"><h4>{READ_ALSO[text.language]}</h4>{cards}</aside>'
    return render_page(site, text.language, text.title, article, head=_article_head(site, text, others), aside=aside, today=today)


def render_card(site: Site, text: Text) -> str:
    """A teaser with its own ``<time>``: the trap for date and text extraction."""
    day = visible_date(text.language, text.date)
    return (
        f'<div class="card"><a href="{site.path_of(text)}"><h3>{escape(text.title)}</h3></a>'
        f'<time datetime="{text.date.isoformat()}">{day}</time><p>{escape(text.lead)}</p></div>'
    )


def render_page(site: Site, language: str, title: str, main: str, *, head: str = "", aside: str = "", today: datetime) -> str:
    """The shell of a site around what a page holds."""
    return _template(f"{site.id}.html").substitute(
        language={"uz-Cyrl": "uz"}.get(language, language),
        charset=site.charset_of(language),
        title=escape(title),
        site=escape(site.name),
        head=head,
        main=main,
        aside=aside,
        today=visible_date(language, today),
        notice=NOTICES[language],
    )


def _article_head(site: Site, text: Text, others: tuple[Text, ...]) -> str:
    url = site.url_of(text)
    lines = [
        f'<meta name="description" content="{escape(text.lead)}">',
        f'<meta property="og:title" content="{escape(text.title)}">',
        '<meta property="og:type" content="article">',
        f'<link rel="canonical" href="{escape(url)}">',
    ]
    versions = [other for other in others if text.group and other.group == text.group]
    codes = {"uz-Cyrl": "uz-Cyrl", "uz": "uz-Latn"}
    lines += [
        f'<link rel="alternate" hreflang="{codes.get(other.language, other.language)}" href="{escape(site.url_of(other))}">'
        for other in versions
        if len(versions) > 1
    ]
    if site.dating == "meta":
        lines.append(f'<meta property="article:published_time" content="{text.date.isoformat()}">')
        if text.modified:
            lines.append(f'<meta property="article:modified_time" content="{text.modified.isoformat()}">')
    if site.dating == "json-ld":
        data = {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "headline": text.title,
            "datePublished": text.date.isoformat(),
            "dateModified": (text.modified or text.date).isoformat(),
            "author": {"@type": "Person" if text.author else "Organization", "name": text.author or site.name},
            "publisher": {"@type": "Organization", "name": site.name},
            "mainEntityOfPage": url,
        }
        lines.append(f'<script type="application/ld+json">{json.dumps(data, ensure_ascii=False)}</script>')
    return "\n".join(lines)
