"""``scrapy crawl source -a source=ID``: every entry of a source in one crawl, as the scheduler and ``c5watch crawl`` do."""

from __future__ import annotations

from crawler.newsspider import NewsSpider
from crawler.readers import READERS


class SourceSpider(NewsSpider):
    """Crawls all entries of one source, whatever their kind."""

    name = "source"
    readers = READERS
