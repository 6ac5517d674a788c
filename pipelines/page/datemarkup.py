"""The dates that a page's markup states for machines: JSON-LD, then meta elements, in the order in which they can be trusted.

JSON-LD is read tolerantly (control characters, broken braces: then the two properties are looked up in the raw text) and within
limits. Of several nodes the one with the article's headline comes first; the nodes of other stories (lists, comments) are not
looked at. Nonstandard meta names are those met on the region's sites and in the public page sets.
"""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

MAX_JSON_LD = 1_000_000
MAX_NODES = 2_000

_ARTICLE_TYPES = re.compile(r"Article|BlogPosting|Report|Posting|Review|Interview|Recipe|Story")
_PAGE_TYPES = re.compile(r"WebPage|CreativeWork|VideoObject|Podcast|Event")
_RAW = (
    (re.compile(r'"datePublished"\s*:\s*"([^"]{6,60})"'), False),
    (re.compile(r'"dateModified"\s*:\s*"([^"]{6,60})"'), True),
)
_NODE_PROPERTIES = ((("datePublished", "uploadDate", "dateCreated"), False), (("dateModified",), True))
_PUBLISHED_META = [
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "article:published",
    "datepublished",
    "date_published",
    "publishdate",
    "publish-date",
    "publish_date",
    "pubdate",
    "publication_date",
    "publicationdate",
    "published_time",
    "published-date",
    "published_at",
    "mediator_published_time",
    "cxenseparse:recs:publishtime",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date.created",
    "dc.date.published",
    "dc.date",
    "dcterms.date",
    "dc:date",
    "bt:pubdate",
    "date.publication",
    "vr:published_time",
    "citation_publication_date",
    "citation_date",
    "citation_online_date",
    "article.published",
    "article_date_original",
    "originalpublicationdate",
    "rnews:datepublished",
    "news_date",
    "og:release_date",
    "og:pubdate",
    "article:post_date",
    "doc_date",
    "created",
    "date",
]
_MODIFIED_META = [
    "article:modified_time",
    "og:article:modified_time",
    "og:modified_time",
    "og:updated_time",
    "datemodified",
    "date_modified",
    "lastmod",
    "last-modified",
    "last_modified",
    "modified_time",
    "dcterms.modified",
    "dc.date.modified",
    "dc.modified",
    "article:modified",
    "mediator_modified_time",
    "updated_time",
    "article_date_updated",
    "revised",
]
_RANK_OF_META = {name: (rank, False) for rank, name in enumerate(_PUBLISHED_META)} | {
    name: (rank, True) for rank, name in enumerate(_MODIFIED_META)
}
_DIGIT = re.compile(r"\d")
_META_ATTRIBUTES = ("property", "name", "itemprop", "http-equiv")


@dataclass(frozen=True, slots=True)
class StatedDate:
    """A date as the markup has it; ``changed`` for the time of a change."""

    text: str
    evidence: Literal["json-ld", "meta"]
    changed: bool


def stated_dates(tree: Any, is_title: Callable[[str], bool]) -> Iterator[StatedDate]:
    """The stated dates of a parsed page, the most trusted first; ``is_title`` knows the article's headline."""
    metas: list[tuple[int, int, str, bool]] = []
    nodes: list[tuple[int, int, str, bool]] = []
    head = tree.find("head")
    for part in [tree] if head is None else [head, *head.itersiblings()]:
        # The article under its own headline, published to the minute: nothing outside of the head is trusted more.
        if nodes and any(rank == 0 and "T" in value and not changed for rank, _, value, changed in nodes):
            break
        for element in part.iter("meta", "script"):
            if element.tag == "meta":
                content = element.get("content")
                if content and _DIGIT.search(content, 0, 60):
                    metas.extend((rank, len(metas), content, changed) for rank, changed in _ranks_of(element))
            elif "ld+json" in (element.get("type") or "") and (text := element.text) and ("date" in text or "Date" in text):
                found = _in_json_ld(text[:MAX_JSON_LD], is_title)
                nodes.extend((rank, len(nodes) + number, value, changed) for number, (rank, value, changed) in enumerate(found))
    for _, _, text, changed in sorted(nodes):
        yield StatedDate(text, "json-ld", changed)
    for _, _, text, changed in sorted(metas):
        yield StatedDate(text, "meta", changed)


def _ranks_of(element: Any) -> Iterator[tuple[int, bool]]:
    for attribute in _META_ATTRIBUTES:
        name = element.get(attribute)
        if name and (place := _RANK_OF_META.get(name) or _RANK_OF_META.get(name.strip().lower())):
            yield place


def _in_json_ld(text: str, is_title: Callable[[str], bool]) -> Iterator[tuple[int, str, bool]]:
    try:
        nodes = list(_nodes(json.loads(text, strict=False)))
    except (ValueError, RecursionError):
        for pattern, changed in _RAW:
            if match := pattern.search(text):
                yield 5, match[1], changed
        return
    for node in nodes:
        kind = str(node.get("@type", ""))[:200]
        rank = 2 if _ARTICLE_TYPES.search(kind) else 4 if _PAGE_TYPES.search(kind) else 6
        headline = node.get("headline") or node.get("name")
        if isinstance(headline, str) and is_title(headline[:500]):
            rank -= 2
        for names, changed in _NODE_PROPERTIES:
            value = next((value for name in names if isinstance(value := node.get(name), str)), None)
            if value is not None:
                yield rank, value[:100], changed


def _nodes(document: Any) -> Iterator[dict[str, Any]]:
    """The nodes that can describe the page itself, the outer ones first."""
    queue = deque([document])
    for _ in range(MAX_NODES):
        if not queue:
            return
        node = queue.popleft()
        if isinstance(node, list):
            queue.extend(node[:200])
        elif isinstance(node, dict):
            yield node
            queue.extend(
                node[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if isinstance(node.get(key), (dict, list))
            )
