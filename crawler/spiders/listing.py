"""``scrapy crawl listing -a source=ID``: the section pages of a source."""

from __future__ import annotations

from crawler.newsspider import NewsSpider
from crawler.readers import READERS


class ListingSpider(NewsSpider):
    """Crawls the section pages of one source."""

    name = "listing"
    readers = {"listing": READERS["listing"]}  # noqa: RUF012 - a ClassVar of the base
