"""``scrapy crawl feed -a source=ID``: the RSS and Atom entries of a source."""

from __future__ import annotations

from crawler.newsspider import NewsSpider
from crawler.readers import READERS


class FeedSpider(NewsSpider):
    """Crawls the RSS and Atom entries of one source."""

    name = "feed"
    readers = {"feed": READERS["feed"]}  # noqa: RUF012 - a ClassVar of the base
