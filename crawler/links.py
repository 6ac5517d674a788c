"""What feeds, sitemaps and section pages say: links, and what is known of each before it is fetched."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin, urlsplit

from c5watch.article import Hint

# A list longer than this is cut: the newest stand first, or carry dates by which they are sorted before the cut.
MAX_LINKS = 1000
_MAX_TITLE = 500
_MAX_SUMMARY = 2000
_MAX_URL = 2000
_TAG = re.compile(r"<[^<>]{0,1000}>")
_BLANKS = re.compile(r"\s+")


NO_HINT = Hint()


class ListingError(Exception):
    """The answer is no list of links, whatever its status says; ``reason`` is a slug."""

    def __init__(self, reason: str, message: str) -> None:
        self.reason = reason
        super().__init__(message)


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """An address that may be an article. ``updated_at`` is when the list says that it last changed."""

    url: str
    hint: Hint = NO_HINT
    updated_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """The links of one answer, and further lists that it names (children of a sitemap index)."""

    links: tuple[Link, ...] = ()
    more: tuple[str, ...] = ()


def join_url(base: str, href: str | None) -> str | None:
    """The absolute http(s) address of a link without its fragment, or None."""
    if not href or len(href) > _MAX_URL:
        return None
    try:
        url = urljoin(base, "".join(href.split()))
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            return None
        _ = parts.port  # raises for a port that is no number
    except ValueError:
        return None
    return parts._replace(fragment="").geturl()


def plain_text(markup: str | None, limit: int) -> str | None:
    """Text out of a feed's half-escaped HTML, blanks collapsed, cut at ``limit`` code points."""
    if not markup:
        return None
    text = html.unescape(_TAG.sub(" ", html.unescape(markup[: limit * 4])))
    return _BLANKS.sub(" ", text).strip()[:limit] or None


def plain_title(markup: str | None) -> str | None:
    """A headline out of a feed."""
    return plain_text(markup, _MAX_TITLE)


def plain_summary(markup: str | None) -> str | None:
    """A teaser out of a feed."""
    return plain_text(markup, _MAX_SUMMARY)


def parse_moment(text: str | None, zone: tzinfo) -> datetime | None:
    """A feed's time with its own offset, or ``zone``'s where it has none; None where it cannot be read."""
    text = (text or "").strip()[:100]
    if not text:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        try:
            moment = parsedate_to_datetime(text)
        except (ValueError, TypeError, IndexError, OverflowError):
            return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=zone)
    try:
        # Times beyond the calendar's ends cannot be compared.
        moment.astimezone(UTC)
    except (OverflowError, ValueError):
        return None
    return moment
