"""Section pages: the links of a page that look like articles, with the words of the link as headline."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

from lxml import etree
from lxml import html as lxml_html

from c5watch.article import Hint
from c5watch.urls import canonical_url, same_site
from crawler.links import MAX_LINKS, Link, Listing, ListingError, join_url, plain_title

MAX_LISTING_BYTES = 10 * 1024 * 1024
# An article's address has a number, a date or a headline in it; a section's is a word or two.
_NUMBER = re.compile(r"\d{4,}|/\d+(?:[/.-]|$)")
_WORDS = re.compile(r"[^\W_]+(?:[-_][^\W_]+){2,}")
_NO_PAGE = re.compile(
    r"\.(?:jpe?g|png|gif|webp|svg|pdf|docx?|xlsx?|zip|mp[34]|css|js|xml|rss|ics)$|/(?:tags?|author|page|search|login|wp-json)/",
    re.IGNORECASE,
)
_MIN_TITLE = 15


def read_listing(body: bytes, url: str, encoding: str | None) -> Listing:
    """The links of a section page that can be articles of the same site; raises `ListingError` where there is none."""
    if len(body) > MAX_LISTING_BYTES:
        raise ListingError("listing-too-large", f"{url} is a page of more than {MAX_LISTING_BYTES >> 20} MB")
    try:
        tree = lxml_html.document_fromstring(body, parser=lxml_html.HTMLParser(encoding=encoding, no_network=True))
    except (etree.LxmlError, ValueError, LookupError, AssertionError) as exc:
        raise ListingError("listing-no-html", f"{url} answered with something that is no web page") from exc
    head = tree.find(".//base[@href]")
    base = (join_url(url, head.get("href")) if head is not None else None) or url
    own = canonical_url(url)
    titles: dict[str, str] = {}
    for anchor in tree.iter("a"):
        target = join_url(base, anchor.get("href"))
        if target is None or not same_site(target, url) or canonical_url(target) == own:
            continue
        words = plain_title("".join(str(part) for part in anchor.itertext())) or plain_title(anchor.get("title")) or ""
        if len(words) > len(titles.get(target, "")) or target not in titles:
            titles[target] = words
    links = tuple(
        Link(url=target, hint=Hint(title=words if len(words) >= _MIN_TITLE else None))
        for target, words in titles.items()
        if looks_like_article(target, words)
    )
    if not links:
        raise ListingError("empty-listing", f"{url} is a page without links to articles")
    return Listing(links=links[:MAX_LINKS])


def looks_like_article(url: str, words: str = "") -> bool:
    """Whether the address has the shape of an article's; the words of the link decide where the shape does not."""
    parts = urlsplit(url)
    path = unquote(parts.path)
    if _NO_PAGE.search(path) or path.strip("/") == "":
        return False
    if _NUMBER.search(path) or _NUMBER.search(f"/{parts.query}") or _WORDS.search(path.rstrip("/").rpartition("/")[2]):
        return True
    return len(words) >= 2 * _MIN_TITLE and path.strip("/").count("/") >= 1
