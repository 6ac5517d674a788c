"""What a page says about itself, weighed: title, section, tags, its canonical address and other language versions.

The title is the headline a reader sees (``<h1>``) where the page's own metadata agree with it, else the metadata's without
the site's name.
"""

from __future__ import annotations

import re
from typing import cast
from urllib.parse import urljoin, urlsplit

from lxml.etree import XPath
from lxml.html import HtmlElement

from c5watch.article import Alternate
from c5watch.urls import canonical_url, same_site, site_of
from pipelines.page.body_features import key_of
from pipelines.page.facts import Facts, is_site, site_names, text_of, tidy, types_of

MAX_TITLE = 1_000  # characters
_FIND_TRAIL = XPath("descendant::*[contains(@class, 'breadcrumb') or contains(@class, 'crumbs')][descendant::a[2]][1]")
_SEPARATOR = re.compile(r"\s+[|\-–—•·:»/]+\s+|\s*[|•ㅣ｜]\s*|\s+::\s+|\s+<\s+")
# A section or the site's name behind a bar at the end of a headline.
_BARRED = re.compile(r"(?<=\S{3} )\|(?: \S+){1,3}$")
_WORDS = re.compile(r"\w+")


def find_title(facts: Facts, url: str | None, hint: str | None = None) -> str | None:
    """The headline without the site's name; None where the page has none."""
    sites = site_names(facts, url)
    said = [
        facts.first("og:title"),
        facts.first("twitter:title"),
        *(text_of(node.get("headline")) for node in facts.articles),
        facts.title,
    ]
    said = [strip_site(title[:MAX_TITLE], sites, facts.headings) for title in said if title]
    headings = [heading for heading in dict.fromkeys(facts.headings) if 3 < len(heading) < 400 and not is_site(heading, sites)]
    best = max(headings, key=lambda heading: max((_overlap(heading, title) for title in said), default=0.0), default=None)
    if best is not None and (not said or max(_overlap(best, title) for title in said) >= 0.5):
        return _BARRED.sub("", best).rstrip()
    if said and (title := next((title for title in said if not is_site(title, sites)), None)):
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
        if front and (barred or is_site(tail, sites)):
            title = front
        elif is_site(head, sites) and len(title) > first.end():
            title = title[first.end() :]
        else:
            return title


def _overlap(a: str, b: str) -> float:
    """Share of the shorter one's words that the other has."""
    first, second = set(_WORDS.findall(a.lower())), set(_WORDS.findall(b.lower()))
    return len(first & second) / max(1, min(len(first), len(second)))


def find_section(facts: Facts, hint: str | None = None, tree: HtmlElement | None = None) -> str | None:
    """The section that the page says it stands in, or the last step of its path through the site."""
    said = [facts.first("article:section", "og:article:section", "parsely-section", "section", "mediator_theme")]
    for node in facts.articles:
        section = node.get("articleSection")
        said.append(text_of(section[0] if isinstance(section, list) and section else section))
    return next((section[:200] for section in said if section), hint) or _last_step(facts, tree)


def _last_step(facts: Facts, tree: HtmlElement | None) -> str | None:
    """The last of the links that lead from the home page to this one, which is no link to itself; the home page is the first."""
    steps: list[str] = []
    for node in facts.nodes:
        if "BreadcrumbList" in types_of(node) and isinstance(items := node.get("itemListElement"), list):
            for item in items[:10]:
                if isinstance(item, dict):
                    inner = item.get("item")
                    steps.append(text_of(item.get("name") or (inner.get("name") if isinstance(inner, dict) else None)))
    if not steps and tree is not None:
        trail = next(iter(cast(list[HtmlElement], _FIND_TRAIL(tree))), None)
        steps = [tidy(link.text_content()) for link in trail.iter("a")] if trail is not None else []
    own = {key_of(text) for text in (facts.title, facts.first("og:title"), *facts.headings) if text}
    steps = [step for step in steps[1:] if step and not any(key_of(step) in text for text in own)]
    return steps[-1][:200] if steps and len(steps[-1]) <= 60 else None


def find_tags(facts: Facts) -> tuple[str, ...]:
    """Tags and keywords, each once, in the page's order."""
    values = list(facts.meta.get("article:tag", []))
    for node in facts.articles:
        keywords = node.get("keywords")
        values.extend(text_of(word) for word in (keywords if isinstance(keywords, list) else [keywords]))
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
