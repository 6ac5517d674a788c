"""What a page says about itself: title, authors, section, tags, its canonical address and other language versions.

The title is the headline a reader sees (``<h1>``) where the page's own metadata agree with it, else the metadata's without
the site's name. Authors come from structured data first; a byline in the text is the last resort, because bylines of other
stories look the same.
"""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, cast
from urllib.parse import urljoin, urlsplit

from lxml.etree import XPath
from lxml.html import HtmlElement

from c5watch.article import Alternate
from c5watch.text import name_key
from c5watch.urls import canonical_url, same_site, site_of
from pipelines.page.blocks import name_words

MAX_JSON_LD = 1_000_000
MAX_NODES = 2_000
_FIND_TRAIL = XPath("descendant::*[contains(@class, 'breadcrumb') or contains(@class, 'crumbs')][descendant::a[2]][1]")
_ARTICLE_TYPES = re.compile(r"Article|BlogPosting|Report$|Review$|Interview|LiveBlog", re.IGNORECASE)
_SEPARATOR = re.compile(r"\s+[|\-–—•·:»/]+\s+|\s*[|•ㅣ｜]\s*|\s+::\s+|\s+<\s+")
# A section or the site's name behind a bar at the end of a headline.
_BARRED = re.compile(r"(?<=\S{3} )\|(?: \S+){1,3}$")
_BLANKS = re.compile(r"\s+")
_NO_WORD = re.compile(r"[\W_]+")
_WORDS = re.compile(r"\w+")
_LABEL = re.compile(
    r"^(?:авторы?(?:\s+текста|\s+статьи|\s+материала)?|текст(?:\s+и\s+фото)?|подготовил[аи]?|"
    r"беседовал[аи]?|записал[аи]?|"
    r"журналист|корреспондент|редактор|муаллиф(?:он|и)?|muallif(?:i)?|awtor(?:y)?|автору|авторлор|дайындаған|даярдаган|"
    r"written\s+by|reported\s+by|story\s+by|text\s+by|words\s+by|posted\s+by|published\s+by|authors?|by|"
    r"von|par|por|di|de|door|av|af|yazar|autor(?:a|en|es)?|text|author\s+name)"
    r"(?=[\s:：–—-])\s*[:：–—-]?\s*",
    re.IGNORECASE,
)
# "By Anna Lee, 7 November" above the text, in an element that does not say what it is.
_BY = re.compile(r"By ((?:[A-Z][\w.'’-]* ){1,3}[A-Z][\w.'’-]+)(?=,| [|–—·•-] |$)")
_HEAD_LINES = 80
_BAR = re.compile(r"\s[|•·]\s")
_ROLE = re.compile(r"\s*[|(\[/•·]\s*.*$|\s+[–—-]\s+.*$")
_ROLE_WORD = re.compile(
    r"\s+기자$|,\s*(?:корреспондент|журналист|редактор|собкор|специально|политолог|эксперт|staff|editor|correspondent|reporter|senior|"
    r"chief|contributor)\b.*$",
    re.IGNORECASE,
)
_JOINED = re.compile(
    r"\s*(?:[;|]|,(?!\s*(?:jr|sr|ph\.?d|md|m\.d|ii|iii)\b)|\s&\s|\s(?:and|und|et|y|e|och|og|en|и|мен|және|"
    r"жана|va|ва|we|ve)\s)\s*",
    re.IGNORECASE,
)
_DATE_TAIL = re.compile(
    r"\s*[,|–—-]?\s*\(?\d{1,2}(?:[./:-]\d{1,2}|\s+\w{3,12})[\s\S]*$|\s*[,|–—-]?\s*\b(?:19|"
    r"20)\d\d\b[\s\S]*$|\s+(?:at|on|в|um)\s+\d[\s\S]*$"
)
_NO_NAME = re.compile(r"https?:|www\.|@|\d|[{}<>=\[\]_#\\]", re.IGNORECASE)
_NOBODY = frozenset(
    """admin administrator редакция редактор editor editorial staff author автор news новости webmaster root user guest moderator
    пресс-служба none null unknown undefined team newsroom redaktion редакция сайта web desk online wordpress""".split()  # noqa: SIM905 - reads better
)
_BYLINE_WORDS = frozenset({"author", "authors", "byline", "autor", "avtor", "writer", "muallif", "authored"})
_NO_BYLINE_WORDS = frozenset(
    """bio avatar image img photo social desc description about job role position follow more related card comment comments
    date time icon picture links""".split()  # noqa: SIM905 - reads better
)
_AUTHOR_META = (
    "author", "article:author", "parsely-author", "dc.creator", "dcterms.creator", "byl", "sailthru.author", "mediator_author",
    "cxenseparse:author", "citation_author",
)  # fmt: skip
# Where sites keep the pages of those who write for them.
_AUTHOR_PAGE = re.compile(
    r"/(?:authors?|avtory?|journalists?|reporters?|columnists?|writers?|staff|muallif(?:lar)?)/[^/]", re.IGNORECASE
)
_FULL_NAME = re.compile(r"[^\W\d_a-zа-яё][\w.'’ʻ‘-]*(?: [^\W\d_a-zа-яё][\w.'’ʻ‘-]*){1,3}")


@dataclass(slots=True)
class Facts:
    """Everything that the head of a page and its structured data say, before it is weighed."""

    meta: dict[str, list[str]] = field(default_factory=dict)
    nodes: list[dict[str, Any]] = field(default_factory=list)
    title: str = ""
    headings: list[str] = field(default_factory=list)
    canonical: str | None = None
    alternates: list[tuple[str, str]] = field(default_factory=list)
    language: str | None = None
    base: str | None = None

    def first(self, *names: str) -> str:
        """The first meta value under any of these names, in the order of the names."""
        for name in names:
            for value in self.meta.get(name, ()):
                if value:
                    return value
        return ""

    @property
    def articles(self) -> list[dict[str, Any]]:
        """The structured data's nodes that describe an article."""
        return [node for node in self.nodes if any(_ARTICLE_TYPES.search(kind) for kind in types_of(node))]

    @property
    def structured_body(self) -> str:
        """The article's text as structured data hold it, the longest one."""
        bodies = [body for node in self.nodes if isinstance(body := node.get("articleBody"), str)]
        return max(bodies, key=len, default="")


def types_of(node: dict[str, Any]) -> list[str]:
    """The ``@type`` of a JSON-LD node as a list."""
    kind = node.get("@type")
    kinds = kind if isinstance(kind, list) else [kind]
    return [value for value in kinds if isinstance(value, str)]


def read_facts(tree: HtmlElement) -> Facts:
    """One pass over the elements that speak of the page."""
    facts = Facts(language=tree.get("lang") or None)
    for element in tree.iter("meta", "link", "title", "script", "h1", "base"):
        tag = element.tag
        if tag == "meta":
            name = element.get("property") or element.get("name") or element.get("itemprop")
            content = element.get("content")
            if name and content and len(content) < 20_000:
                facts.meta.setdefault(name.lower(), []).append(_clean(content))
        elif tag == "link":
            _read_link(element, facts)
        elif tag == "title":
            # <svg> has titles too: the first is the page's.
            facts.title = facts.title or _clean(element.text_content())
        elif tag == "h1":
            facts.headings.append(_clean(element.text_content())[:1000])
        elif tag == "base":
            facts.base = facts.base or element.get("href")
        elif (element.get("type") or "").lower().strip() == "application/ld+json":
            facts.nodes.extend(_json_nodes(element.text or ""))
    return facts


def _read_link(element: HtmlElement, facts: Facts) -> None:
    relation, address = (element.get("rel") or "").lower().split(), element.get("href")
    if not address or len(address) > 2000:
        return
    if "canonical" in relation:
        facts.canonical = facts.canonical or address
    elif "alternate" in relation and (language := element.get("hreflang")):
        facts.alternates.append((language.strip(), address))


def _json_nodes(text: str) -> list[dict[str, Any]]:
    if len(text) > MAX_JSON_LD:
        return []
    try:
        value = json.loads(text.strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";"), strict=False)
    except (ValueError, RecursionError):
        return []
    return list(_walk_json(value))


def _walk_json(value: Any) -> Iterator[dict[str, Any]]:
    """All objects with a type, outermost first."""
    waiting = [value]
    for _ in range(MAX_NODES):
        if not waiting:
            return
        at = waiting.pop(0)
        if isinstance(at, dict):
            if "@type" in at:
                yield at
            waiting.extend(inner for inner in at.values() if isinstance(inner, dict | list))
        elif isinstance(at, list):
            waiting.extend(inner for inner in at if isinstance(inner, dict | list))


def find_title(facts: Facts, url: str | None, hint: str | None = None) -> str | None:
    """The headline without the site's name; None where the page has none."""
    sites = _site_names(facts, url)
    said = [
        facts.first("og:title"),
        facts.first("twitter:title"),
        *(_text(node.get("headline")) for node in facts.articles),
        facts.title,
    ]
    said = [strip_site(title, sites, facts.headings) for title in said if title]
    headings = [heading for heading in dict.fromkeys(facts.headings) if 3 < len(heading) < 400 and not _is_site(heading, sites)]
    best = max(headings, key=lambda heading: max((_overlap(heading, title) for title in said), default=0.0), default=None)
    if best is not None and (not said or max(_overlap(best, title) for title in said) >= 0.5):
        return _BARRED.sub("", best).rstrip()
    if said and (title := next((title for title in said if not _is_site(title, sites)), None)):
        return title
    return hint or (headings[0] if len(headings) == 1 else None)


def strip_site(title: str, sites: set[str], headings: list[str]) -> str:
    """A title without the site's name at its end or start."""
    for heading in headings:
        # The page's own headline inside of its title settles where the title ends.
        if len(heading) > 15 and title.startswith(heading):
            return heading
    while True:
        cuts = list(_SEPARATOR.finditer(title))
        if not cuts:
            return title
        last, first = cuts[-1], cuts[0]
        front, tail, head = title[: last.start()], title[last.end() :], title[: first.start()]
        # A bar is nothing that a headline holds itself; dashes and slashes are.
        barred = last[0].strip() in {"|", "»", "•", "::", "ㅣ", "｜"} and len(tail.split()) <= 4 and len(front.split()) >= 3
        if front and (barred or _is_site(tail, sites)):
            title = front
        elif _is_site(head, sites) and len(title) > first.end():
            title = title[first.end() :]
        else:
            return title


def _site_names(facts: Facts, url: str | None) -> set[str]:
    names = [
        facts.first("og:site_name"),
        facts.first("application-name"),
        facts.first("apple-mobile-web-app-title"),
        facts.first("twitter:site").lstrip("@"),
    ]
    for node in facts.nodes:
        publisher = node.get("publisher")
        if isinstance(publisher, dict):
            names.append(_text(publisher.get("name")))
        if "WebSite" in types_of(node) or "NewsMediaOrganization" in types_of(node):
            names.append(_text(node.get("name")))
    if url:
        site = site_of(url)
        names.extend((site, site.split(".")[0], urlsplit(url).hostname or ""))
    return {key for name in names if name and (key := name_key(_NO_WORD.sub("", name)))}


def _is_site(text: str, sites: set[str]) -> bool:
    key = name_key(_NO_WORD.sub("", text))
    return bool(key) and (
        key in sites
        or any(len(site) > 3 and len(key) < len(site) + 12 and (key.startswith(site) or key.endswith(site)) for site in sites)
    )


def _overlap(a: str, b: str) -> float:
    """Share of the shorter one's words that the other has."""
    first, second = set(_WORDS.findall(a.lower())), set(_WORDS.findall(b.lower()))
    return len(first & second) / max(1, min(len(first), len(second)))


def find_authors(facts: Facts, tree: HtmlElement, lines: Sequence[str], url: str | None) -> tuple[str, ...]:
    """Names of those who wrote it. A name that is the site's own gives way to a byline; ``lines`` are the page's short lines,
    of which one may say «Автор: …»."""
    sites = _site_names(facts, url)
    said: list[str] = []
    stated = [value for name in _AUTHOR_META for value in facts.meta.get(name, ())]
    for names in (_structured_authors(facts), stated, _carded_authors(facts)):
        said = said or list(clean_authors(names))
        if people := clean_authors(names, sites):
            return people
    labelled = [
        _BAR.split(line, 1)[0] for line in lines if (match := _LABEL.match(line)) and match[0].strip()[-1:] in {":", "："}
    ]
    signed = [match[1] for line in lines[:_HEAD_LINES] if line.startswith("By ") and (match := _BY.match(line))]
    ways = (_bylines(tree), labelled[:1], signed[:1])
    return next((people for names in ways if (people := clean_authors(names, sites))), tuple(said))


def _structured_authors(facts: Facts) -> list[str]:
    people = {node.get("@id"): _text(node.get("name")) for node in facts.nodes if node.get("@id") and node.get("name")}
    names: list[str] = []
    for node in facts.articles:
        authors = node.get("author") or node.get("creator")
        for author in authors if isinstance(authors, list) else [authors]:
            if isinstance(author, str):
                names.append(author)
            elif isinstance(author, dict):
                name = author.get("name") or people.get(author.get("@id"))
                names.extend(_text(part) for part in (name if isinstance(name, list) else [name]) if part)
        if names:
            break
    return names


@functools.lru_cache(maxsize=8192)
def _names_author(name: str) -> bool:
    """Whether a class says that the author's name stands here."""
    words = name_words(name) if len(name) < 200 else ()
    return not _BYLINE_WORDS.isdisjoint(words) and _NO_BYLINE_WORDS.isdisjoint(words)


def _carded_authors(facts: Facts) -> list[str]:
    """What the card of a link says: plugins write "Written by" and the name into labelled pairs."""
    return [
        value
        for place in ("1", "2")
        if _LABEL.match(f"{facts.first(f'twitter:label{place}')}:") and (value := facts.first(f"twitter:data{place}"))
    ]


def _bylines(tree: HtmlElement) -> list[str]:
    """The first element that says it holds the author's name, else the first link to an author's page: later ones may be other
    stories' bylines."""
    linked: list[str] = []
    for element in tree.iter("a", "span", "div", "p", "address", "aside", "li", "strong", "b", "h3", "h4", "h5"):
        get = element.get
        name = get("class")
        itemprop = get("itemprop")
        if (name and _names_author(name)) or itemprop in {"author", "author name"} or get("rel") == "author":
            if names := _names_in(element):
                return names
        elif not linked and element.tag == "a" and _AUTHOR_PAGE.search(get("href") or ""):
            text = _clean("".join(str(piece) for piece in element.itertext()))
            linked = [text] if _FULL_NAME.fullmatch(text) else []
    return linked


def _names_in(element: HtmlElement) -> list[str]:
    """The names in a byline: in the parts that are named so, or links, where a role or a newspaper stands beside them."""
    parts = [part for part in element.iter("a", "span", "p", "h3", "h4") if part is not element]
    named = [part for part in parts if part.get("itemprop") == "name" or "name" in name_words(part.get("class") or "")]
    for group in (named[:1], [part for part in parts if part.tag == "a"]):
        texts = [_clean(" ".join(str(piece) for piece in part.itertext())) for part in group]
        if texts and all(_FULL_NAME.fullmatch(text) for text in texts):
            return texts
    text = _clean(" ".join(str(piece) for piece in element.itertext()))
    return [text] if 3 < len(text) < 100 and clean_authors([text]) else []


def clean_authors(values: list[str], sites: set[str] | None = None) -> tuple[str, ...]:
    """Names without «Автор:», roles, dates and addresses; nobodies and the site itself left out."""
    names: dict[str, str] = {}
    for value in values[:30]:
        text = _clean(value)[:300]
        text = _ROLE_WORD.sub("", _LABEL.sub("", _LABEL.sub("", text)))
        for part in _JOINED.split(_DATE_TAIL.sub("", text)):
            if _NO_NAME.search(part):
                continue
            name = _LABEL.sub("", _ROLE.sub("", part)).strip(" .,:;–—-\"'«»“”")
            if not 2 < len(name) <= 60 or len(name.split()) > 6 or _NO_NAME.search(name):
                continue
            if name.lower() in _NOBODY or not name[0].isalpha() or (sites and name_key(_NO_WORD.sub("", name)) in sites):
                continue
            if name.isupper() and " " in name:
                name = name.title()
            names.setdefault(name.lower(), name)
    return tuple(names.values())


def find_section(facts: Facts, hint: str | None = None, tree: HtmlElement | None = None) -> str | None:
    """The section that the page says it stands in, or the last step of its path through the site."""
    said = [facts.first("article:section", "og:article:section", "parsely-section", "section", "mediator_theme")]
    for node in facts.articles:
        section = node.get("articleSection")
        said.append(_text(section[0] if isinstance(section, list) and section else section))
    return next((section[:200] for section in said if section), hint) or _last_step(facts, tree)


def _last_step(facts: Facts, tree: HtmlElement | None) -> str | None:
    """The last of the links that lead from the home page to this one, which is no link to itself; the home page is the first."""
    steps: list[str] = []
    for node in facts.nodes:
        if "BreadcrumbList" in types_of(node) and isinstance(items := node.get("itemListElement"), list):
            for item in items[:10]:
                if isinstance(item, dict):
                    inner = item.get("item")
                    steps.append(_text(item.get("name") or (inner.get("name") if isinstance(inner, dict) else None)))
    if not steps and tree is not None:
        trail = next(iter(cast(list[HtmlElement], _FIND_TRAIL(tree))), None)
        steps = [_clean(link.text_content()) for link in trail.iter("a")] if trail is not None else []
    own = {_NO_WORD.sub("", text).lower() for text in (facts.title, facts.first("og:title"), *facts.headings) if text}
    steps = [step for step in steps[1:] if step and not any(_NO_WORD.sub("", step).lower() in text for text in own)]
    return steps[-1][:200] if steps and len(steps[-1]) <= 60 else None


def find_tags(facts: Facts) -> tuple[str, ...]:
    """Tags and keywords, each once, in the page's order."""
    values = list(facts.meta.get("article:tag", []))
    for node in facts.articles:
        keywords = node.get("keywords")
        values.extend(_text(word) for word in (keywords if isinstance(keywords, list) else [keywords]))
    if not any(values):
        values = [facts.first("news_keywords", "keywords", "parsely-tags", "sailthru.tags")]
    tags: dict[str, str] = {}
    for value in values:
        for part in re.split(r"[,;]", value or ""):
            tag = part.strip().removeprefix("tag:").strip("#\"' ")
            if 1 < len(tag) <= 80 and ":" not in tag:
                tags.setdefault(tag.lower(), tag)
    return tuple(tags.values())[:50]


def find_canonical(facts: Facts, url: str | None) -> str | None:
    """The address under which the article is known. What the page claims is believed only within its own site, and not
    when it points from an article to the front page."""
    own = canonical_url(url) if url else None
    for claim in (facts.canonical, facts.first("og:url") or None):
        if not claim:
            continue
        address = canonical_url(_join(own or facts.base, claim))
        if not site_of(address):
            continue
        if own is None:
            return address
        if (
            same_site(own, address)
            and (urlsplit(address).path.strip("/") or not urlsplit(own).path.strip("/"))
            and not _is_other_language(facts, own, address)
        ):
            return address
    return own


def _is_other_language(facts: Facts, own: str, address: str) -> bool:
    """Whether the page's list of language versions names both as different versions."""
    known = {canonical_url(_join(own, target)): language for language, target in facts.alternates if language != "x-default"}
    return own in known and address in known and known[own] != known[address]


def find_alternates(facts: Facts, url: str | None) -> tuple[Alternate, ...]:
    """The page in other languages."""
    found: dict[str, Alternate] = {}
    for language, address in facts.alternates:
        target = canonical_url(_join(url, address))
        if language.lower() != "x-default" and site_of(target) and target != url and len(language) <= 20:
            found.setdefault(language, Alternate(language=language, url=target))
    return tuple(found.values())[:50]


def _join(base: str | None, address: str) -> str:
    try:
        return urljoin(base, address.strip()) if base else address.strip()
    except ValueError:
        return ""


def _text(value: Any) -> str:
    return _clean(value) if isinstance(value, str) else ""


def _clean(text: str) -> str:
    if "&" in text and ";" in text:
        text = (
            text.replace("&amp;", "&").replace("&quot;", '"').replace("&#039;", "'").replace("&#39;", "'").replace("&nbsp;", " ")
        )
    return _BLANKS.sub(" ", text.replace("\u200b", "").replace("\x00", "")).strip()
