"""Sitemaps: plain, news, index, gzipped, and lists of lines.

``lastmod`` is often a lie: where most addresses share one value, it is the time the file was made, and is not believed.
"""

from __future__ import annotations

import re
from collections import Counter
from datetime import UTC, datetime, timedelta, tzinfo
from io import BytesIO
from typing import Any

from lxml import etree

from c5watch.archive import decode_body
from c5watch.article import Hint
from crawler.feeds import read_feed
from crawler.links import MAX_LINKS, Link, Listing, ListingError, join_url, parse_moment, plain_title

MAX_SITEMAP_BYTES = 50 * 1024 * 1024
# How far back a dated address is still news to a crawler that comes by every hour.
WINDOW = timedelta(days=7)
_MAX_CHILDREN = 8
_GZIP_MAGIC = b"\x1f\x8b"
# Pictures and films of a page have titles and dates too, which are not the article's.
_FIELD_PARENTS = frozenset({"url", "sitemap", "news"})


def read_sitemap(body: bytes, url: str, content_type: str, zone: tzinfo, now: datetime) -> Listing:
    """The recent addresses of a sitemap, or the children of an index worth reading, newest first.

    Raises `ListingError` for anything else, a web page above all.
    """
    if body.startswith(_GZIP_MAGIC):
        try:
            body = decode_body(body, "gzip", MAX_SITEMAP_BYTES)
        except ValueError as exc:
            raise ListingError("malformed-sitemap", f"{url}: {exc}") from exc
    if len(body) > MAX_SITEMAP_BYTES:
        raise ListingError("sitemap-too-large", f"{url} is a sitemap of more than {MAX_SITEMAP_BYTES >> 20} MB")
    head = body.lstrip(b"\xef\xbb\xbf \r\n\t")[:200]
    if not head.startswith(b"<"):
        return _read_lines(body, url)
    root = _root_name(body)
    if root in ("rss", "feed", "rdf"):
        return read_feed(body, url, content_type, zone)
    if root not in ("urlset", "sitemapindex"):
        raise ListingError("not-a-sitemap", f"{url} answered with something that is no sitemap ({root or 'no XML'})")
    rows = [row for row in _rows(body) if row.get("loc")]
    if root == "sitemapindex":
        return Listing(more=_choose_children(rows, url, zone, now))
    if not rows:
        raise ListingError("empty-sitemap", f"{url} is a sitemap without addresses")
    return Listing(links=_choose_links(rows, url, zone, now))


def _parser_events(body: bytes) -> Any:
    return etree.iterparse(
        BytesIO(body),
        events=("start", "end"),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        recover=True,
        huge_tree=False,
    )


def _root_name(body: bytes) -> str:
    try:
        for _, element in _parser_events(body):
            return _name(element)
    except etree.XMLSyntaxError:
        pass
    return ""


def _name(element: Any) -> str:
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def _rows(body: bytes) -> list[dict[str, str]]:
    """What stands in each ``<url>`` or ``<sitemap>``, nested news fields by their own names; what is broken ends the list."""
    rows: list[dict[str, str]] = []
    row: dict[str, str] = {}
    depth = 0
    try:
        for event, element in _parser_events(body):
            name = _name(element)
            if event == "start":
                depth += 1
                if depth == 2:
                    row = {}
                continue
            depth -= 1
            if depth == 1:
                if name in ("url", "sitemap"):
                    rows.append(row)
                element.clear()
                while element.getprevious() is not None:
                    del element.getparent()[0]
            elif depth > 1 and element.text and name not in row and _name(element.getparent()) in _FIELD_PARENTS:
                row[name] = element.text.strip()
    except etree.XMLSyntaxError:
        pass
    return rows


def _read_lines(body: bytes, url: str) -> Listing:
    lines = body.decode("utf-8-sig", "replace").split()
    links = tuple(Link(url=found) for line in lines if line.startswith("http") and (found := join_url(url, line)))
    if not links or len(links) < len(lines) / 2:
        raise ListingError("not-a-sitemap", f"{url} answered with something that is no sitemap")
    return Listing(links=_cut(links))


def _choose_links(rows: list[dict[str, str]], base: str, zone: tzinfo, now: datetime) -> tuple[Link, ...]:
    common = _common_lastmod(rows)
    links: list[Link] = []
    for row in rows:
        url = join_url(base, row["loc"])
        if url is None:
            continue
        lastmod = row.get("lastmod")
        updated = None if lastmod == common else parse_moment(lastmod, zone)
        published = parse_moment(row.get("publication_date"), zone)
        hint = Hint(
            title=plain_title(row.get("title")),
            section=plain_title(row.get("keywords") or row.get("genres")),
            language=plain_title(row.get("language")),
            published_at=published,
        )
        links.append(Link(url=url, hint=hint, updated_at=updated or published))
    dated = [link for link in links if link.updated_at is not None]
    recent = [link for link in dated if link.updated_at is not None and link.updated_at >= now - WINDOW]
    undated = [link for link in links if link.updated_at is None]
    # A map with dates speaks for itself; of one without, what is new can only be told by what is known already.
    if dated and len(dated) >= len(links) / 2:
        undated = []
    recent.sort(key=lambda link: link.updated_at or now, reverse=True)
    return _cut((*recent, *undated))


def _common_lastmod(rows: list[dict[str, str]]) -> str | None:
    counts = Counter(row["lastmod"] for row in rows if row.get("lastmod"))
    if len(rows) < 20 or not counts:
        return None
    value, count = counts.most_common(1)[0]
    # A day without a time may well be shared by all of today's articles.
    return value if count > len(rows) * 0.8 and len(value) > len("2025-11-07") else None


def _choose_children(rows: list[dict[str, str]], base: str, zone: tzinfo, now: datetime) -> tuple[str, ...]:
    """The children that can hold news: those changed lately, newest first; without dates both ends of the list."""
    dated: list[tuple[datetime, str]] = []
    undated: list[str] = []
    for row in rows:
        url = join_url(base, row["loc"])
        if url is None:
            continue
        moment = parse_moment(row.get("lastmod"), zone)
        if moment is None:
            undated.append(url)
        elif moment >= now - WINDOW:
            dated.append((moment, url))
    # The news map first: it is made for this.
    dated.sort(key=lambda item: (re.search(r"news|google", item[1]) is not None, item[0].astimezone(UTC)), reverse=True)
    half = _MAX_CHILDREN // 2
    ends = undated if len(undated) <= _MAX_CHILDREN else undated[:half] + undated[-half:]
    return tuple(dict.fromkeys([url for _, url in dated][:_MAX_CHILDREN] + ends))[:_MAX_CHILDREN]


def _cut(links: tuple[Link, ...]) -> tuple[Link, ...]:
    """Both ends of a long list: some sites put the newest first, others last."""
    if len(links) <= MAX_LINKS:
        return links
    return links[: MAX_LINKS // 2] + links[-(MAX_LINKS // 2) :]
