"""One table: how each kind of entry in ``knowledge/sources`` is read."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from w3lib.encoding import http_content_type_encoding

from crawler.feeds import read_feed
from crawler.links import Listing
from crawler.listings import read_listing
from crawler.newsspider import Reader
from crawler.sitemaps import read_sitemap


def _feed(body: bytes, url: str, content_type: str, zone: ZoneInfo, _now: datetime) -> Listing:
    return read_feed(body, url, content_type, zone)


def _listing(body: bytes, url: str, content_type: str, _zone: ZoneInfo, _now: datetime) -> Listing:
    return read_listing(body, url, http_content_type_encoding(content_type))


READERS: Mapping[str, Reader] = {"feed": _feed, "sitemap": read_sitemap, "listing": _listing}
