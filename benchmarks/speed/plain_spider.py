"""The peer of the crawl benchmark: a plain Scrapy spider with trafilatura in its item pipeline."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import scrapy
import trafilatura
from scrapy.crawler import CrawlerProcess

LINES = Path(sys.argv[1]).read_text("utf-8").splitlines()


class PlainSpider(scrapy.Spider):
    """Fetches the given addresses."""

    name = "plain"

    async def start(self) -> Any:
        """A request per line of the file: ``host url``."""
        for line in LINES:
            host, url = line.split(" ", 1)
            yield scrapy.Request(url, headers={"Host": host}, dont_filter=True)

    def parse(self, response: Any) -> Any:
        """The page as an item."""
        yield {"url": response.url, "body": response.body}


class Extract:
    """Text and metadata of each page, written as a line of JSON."""

    def open_spider(self) -> None:
        """Open the output."""
        self.file = Path(sys.argv[2]).open("w", encoding="utf-8")  # noqa: SIM115 - closed with the spider

    def close_spider(self) -> None:
        """Close it."""
        self.file.close()

    def process_item(self, item: dict[str, Any]) -> dict[str, Any]:
        """Extract one page."""
        document = trafilatura.bare_extraction(item["body"], with_metadata=True)
        if document is not None:
            line = {"url": item["url"], "title": document.title, "date": document.date, "text": document.text}
            self.file.write(json.dumps(line, ensure_ascii=False) + "\n")
        return {"url": item["url"]}


if __name__ == "__main__":
    process = CrawlerProcess(
        {
            "ITEM_PIPELINES": {Extract: 100},
            "CONCURRENT_REQUESTS": 32,
            "CONCURRENT_REQUESTS_PER_DOMAIN": 32,
            "DOWNLOAD_DELAY": 0,
            "ROBOTSTXT_OBEY": False,
            "LOG_LEVEL": "ERROR",
            "TELNETCONSOLE_ENABLED": False,
        }
    )
    process.crawl(PlainSpider)
    process.start()
