"""RSS and Atom through feedparser: judged by what came, never by the status.

A feed that answers 200 with HTML, or with no entry, is a dying source, not a quiet one. feedparser drops entity declarations
by itself; its own time is UTC without the feed's offset, so times are read again from the text.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, tzinfo
from io import BytesIO
from time import struct_time
from typing import Any

import feedparser

from c5watch.archive import decode_body
from c5watch.article import Hint
from crawler.links import MAX_LINKS, Link, Listing, ListingError, join_url, parse_moment, plain_summary, plain_title

MAX_FEED_BYTES = 5 * 1024 * 1024
_GZIP_MAGIC = b"\x1f\x8b"
_FEED_ROOT = re.compile(rb"<(?:\w+:)?(?:rss|feed|rdf|channel)[\s>]", re.IGNORECASE)
_HTML_ROOT = re.compile(rb"<(?:!doctype\s+html|html|head|body)[\s>]", re.IGNORECASE)


def read_feed(body: bytes, url: str, content_type: str, zone: tzinfo) -> Listing:
    """The entries of a feed in its order; raises `ListingError` for anything that is no feed or has no entry."""
    if body.startswith(_GZIP_MAGIC):
        try:
            body = decode_body(body, "gzip", MAX_FEED_BYTES)
        except ValueError as exc:
            raise ListingError("malformed-feed", f"{url}: {exc}") from exc
    if not body.strip():
        raise ListingError("empty-feed", f"{url} answered with nothing")
    if len(body) > MAX_FEED_BYTES:
        raise ListingError("feed-too-large", f"{url} is a feed of more than {MAX_FEED_BYTES >> 20} MB")
    head = body[:4096]
    if not _FEED_ROOT.search(head) and _HTML_ROOT.search(head):
        raise ListingError("feed-is-html", f"{url} answered with a web page instead of a feed")
    try:
        # Only the encoding of the HTTP header is passed on: its other headers would make feedparser fetch or guess.
        parsed = feedparser.parse(
            BytesIO(body), response_headers={"content-type": content_type, "content-location": url}, sanitize_html=False,
            resolve_relative_uris=False,
        )  # fmt: skip
    except Exception as exc:
        # feedparser lets through whatever its backends raise.
        raise ListingError("malformed-feed", f"{url} cannot be read as a feed ({type(exc).__name__})") from exc
    if not parsed.get("entries"):
        if not parsed.get("version"):
            raise ListingError("not-a-feed", f"{url} answered with something that is no feed")
        raise ListingError("empty-feed", f"{url} is a feed without entries")
    language = plain_title(str(parsed.feed.get("language") or "")) or None
    links = (_read_entry(entry, url, language, zone) for entry in parsed.entries[:MAX_LINKS])
    return Listing(links=tuple(link for link in links if link is not None))


def _read_entry(entry: Any, base: str, language: str | None, zone: tzinfo) -> Link | None:
    # Atom's id stands in for a missing link, also where it is a tag: or urn: and a real link stands elsewhere.
    alternates = [link.get("href") for link in entry.get("links", ()) if link.get("rel", "alternate") == "alternate"]
    own = entry.get("id") if str(entry.get("id")).startswith("http") else None
    hrefs = (entry.get("feedburner_origlink"), entry.get("link"), *alternates, own)
    url = next(filter(None, (join_url(base, href) for href in hrefs)), None)
    if url is None:
        return None
    tags = [str(tag.get("term") or "") for tag in entry.get("tags", ())]
    published = _moment(entry, "published", zone)
    return Link(
        url=url,
        hint=Hint(
            title=plain_title(entry.get("title")),
            summary=plain_summary(entry.get("summary")),
            section=plain_title(", ".join(filter(None, tags[:5]))),
            language=language,
            published_at=published,
        ),
        updated_at=_moment(entry, "updated", zone) or published,
    )


def _moment(entry: Any, name: str, zone: tzinfo) -> datetime | None:
    # feedparser gives the published time for a missing "updated" when asked by key, and warns; `dict.get` does not.
    text = dict.get(entry, name)
    if moment := parse_moment(text, zone):
        return moment
    parsed = dict.get(entry, f"{name}_parsed")
    if isinstance(parsed, struct_time):
        try:
            return datetime(*parsed[:6], tzinfo=UTC)
        except (ValueError, OverflowError):
            return None
    return None
