"""Scrapy's side of understanding and storing: thin wrappers that give each page its outcome."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, Self

from scrapy.exceptions import DropItem

from c5watch.article import Dropped, Outcome, OutcomeKind
from c5watch.errors import C5WatchError, StoreError
from crawler.items import FetchedPage
from pipelines.store import store_article
from pipelines.understood import Quarantined

if TYPE_CHECKING:
    from crawler.newsspider import NewsSpider


class _Pipeline:
    def __init__(self, crawler: Any) -> None:
        self._crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Any) -> Self:
        """Scrapy's way to make one."""
        return cls(crawler)

    @property
    def _spider(self) -> NewsSpider:
        spider: NewsSpider = self._crawler.spider
        return spider


class Understand(_Pipeline):
    """Pages go through `pipelines.understand` in the worker processes."""

    async def process_item(self, item: FetchedPage) -> FetchedPage:
        """Fill in the article, or drop the page with its reason."""
        try:
            result = await asyncio.wrap_future(self._spider.resources.pool.submit(item.page, compare=True))
        except (C5WatchError, asyncio.CancelledError) as exc:
            if isinstance(exc, C5WatchError):
                self._spider.give_up(str(exc))
            result = Quarantined(reason="no-worker", detail=str(exc))
        if isinstance(result, Dropped):
            outcome, detail = Outcome(OutcomeKind.DROPPED, result.reason), result.detail
        elif isinstance(result, Quarantined):
            outcome, detail = Outcome(OutcomeKind.QUARANTINED, result.reason), result.detail
            self._spider.logger.warning("%s: %s (%s)", item.key, outcome, detail)
        else:
            item.article = result
            return item
        await self._spider.end_page(item.key, outcome, archive=item.archive, at=item.page.fetched_at)
        raise DropItem(f"{outcome} {detail}")


class Keep(_Pipeline):
    """Articles get their story and go to the store."""

    async def process_item(self, item: FetchedPage) -> FetchedPage:
        """Store the article; if the store fails the crawl ends, and the page can be replayed from the archive."""
        if item.article is None:
            raise DropItem("nothing understood")
        spider = self._spider
        try:
            outcome = await spider.resources.run(
                store_article,
                item.article,
                spider.resources.store,
                page_url=item.key,
                file=item.page.file,
                aliases=item.aliases,
                validators=item.validators,
                crawl=spider.outcomes.crawl,
                archive=item.archive,
                at=item.page.fetched_at,
                replayed=item.replayed,
            )
        except StoreError as exc:
            spider.give_up(str(exc))
            await spider.end_page(item.key, Outcome(OutcomeKind.QUARANTINED, "store"), archive=item.archive)
            raise DropItem(str(exc)) from exc
        spider.outcomes.note(item.key, outcome)
        return item
