"""``scrapy crawl url -a urls="https://... https://..."``: single pages by address, what ``c5watch import URL`` does."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

from c5watch.errors import CrawlError
from c5watch.urls import canonical_url
from crawler.links import Link, join_url
from crawler.pagespider import PageSpider
from crawler.plan import Ticket

_DELAY_SECONDS = 1.0


class UrlSpider(PageSpider):
    """Fetches the given pages, whatever is known of them; robots.txt and the address policy hold all the same."""

    name = "url"
    urls: str = ""

    def prepare(self, settings: Any) -> None:
        """Check the addresses."""
        given = self.urls.split()
        if wrong := [url for url in given if join_url(url, url) is None]:
            raise CrawlError(f"No web address: {', '.join(wrong)}; it must begin with http:// or https:// and name a host.")
        if not given:
            raise CrawlError("There is nothing to fetch; give addresses with -a urls=.")
        self._links = {canonical_url(url): Link(url=url) for url in given}
        settings.set("DOWNLOAD_DELAY", _DELAY_SECONDS, priority="spider")
        settings.set("AUTOTHROTTLE_START_DELAY", _DELAY_SECONDS, priority="spider")

    async def start(self) -> AsyncIterator[Any]:
        """Ask for each address once."""
        await self.begin("url")
        self.resources.pool.start()
        knowledge, store = self.resources.knowledge, self.resources.store
        for key in self._links:
            self.outcomes.open(key)
        for key, link in self._links.items():
            source = knowledge.source_of(link.url)
            known = await self.resources.run(store.known_url, key)
            yield self.request_page(Ticket(key=key, link=link, source=source.id if source else None, priority=0, known=known))
