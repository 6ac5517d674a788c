"""What a page says about itself in its head and its structured data, before it is weighed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from c5watch.text import name_key
from c5watch.urls import site_of

MAX_JSON_LD = 1_000_000
MAX_NODES = 2_000
_ARTICLE_TYPES = re.compile(r"Article|BlogPosting|Report$|Review$|Interview|LiveBlog", re.IGNORECASE)
_BLANKS = re.compile(r"\s+")
_NO_WORD = re.compile(r"[\W_]+")


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
                facts.meta.setdefault(name.lower(), []).append(tidy(content))
        elif tag == "link":
            _read_link(element, facts)
        elif tag == "title":
            # <svg> has titles too: the first is the page's.
            facts.title = facts.title or tidy(element.text_content())
        elif tag == "h1":
            facts.headings.append(tidy(element.text_content())[:1000])
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


def site_names(facts: Facts, url: str | None) -> set[str]:
    """What the site calls itself, each as `site_key` has it."""
    names = [
        facts.first("og:site_name"),
        facts.first("application-name"),
        facts.first("apple-mobile-web-app-title"),
        facts.first("twitter:site").lstrip("@"),
    ]
    for node in facts.nodes:
        publisher = node.get("publisher")
        if isinstance(publisher, dict):
            names.append(text_of(publisher.get("name")))
        if "WebSite" in types_of(node) or "NewsMediaOrganization" in types_of(node):
            names.append(text_of(node.get("name")))
    if url:
        site = site_of(url)
        names.extend((site, site.split(".")[0], urlsplit(url).hostname or ""))
    return {key for name in names if name and (key := site_key(name))}


def site_key(text: str) -> str:
    """A name as it is compared with those of the site."""
    return name_key(_NO_WORD.sub("", text))


def is_site(text: str, sites: set[str]) -> bool:
    """Whether a part of a title is the site's name, or begins or ends with it."""
    key = site_key(text)
    return bool(key) and (
        key in sites
        or any(len(site) > 3 and len(key) < len(site) + 12 and (key.startswith(site) or key.endswith(site)) for site in sites)
    )


def text_of(value: Any) -> str:
    """What a node of the structured data holds there, if it is text."""
    return tidy(value) if isinstance(value, str) else ""


def tidy(text: str) -> str:
    """Without entities that were escaped twice, and on one line."""
    if "&" in text and ";" in text:
        text = (
            text.replace("&amp;", "&").replace("&quot;", '"').replace("&#039;", "'").replace("&#39;", "'").replace("&nbsp;", " ")
        )
    return _BLANKS.sub(" ", text.replace("\u200b", "").replace("\x00", "")).strip()
