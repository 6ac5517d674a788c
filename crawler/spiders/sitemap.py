"""``scrapy crawl sitemap -a source=ID``: the sitemap entries (plain, news, index, gzipped) of a source."""

from __future__ import annotations

from crawler.newsspider import NewsSpider
from crawler.readers import READERS


class SitemapSpider(NewsSpider):
    """Crawls the sitemap entries (plain, news, index, gzipped) of one source."""

    name = "sitemap"
    readers = {"sitemap": READERS["sitemap"]}  # noqa: RUF012 - a ClassVar of the base
