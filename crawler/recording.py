"""A spider whose every page ends in one recorded outcome: the base of all spiders here."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Collection, Coroutine
from datetime import datetime
from typing import Any, Self

from scrapy import Spider, signals
from scrapy.exceptions import CloseSpider
from scrapy.http import Response
from twisted.python.failure import Failure

from c5watch import clock
from c5watch.article import Outcome, OutcomeKind
from c5watch.errors import C5WatchError
from crawler.items import FetchedPage
from crawler.outcomes import OutcomeLog, RefusedError
from crawler.resources import Resources

_BUG = Outcome(OutcomeKind.QUARANTINED, "error")
# How often a crawl that ends looks for requests that have begun to wait, such as those that are tried again.
_GLANCE_SECONDS = 0.1


class RecordingSpider(Spider):
    """Opens the shared resources, logs the crawl in the store, and closes what a stop left open."""

    resources: Resources
    outcomes: OutcomeLog
    failure: str | None = None
    close_reason: str | None = None
    _faults: list[str]
    _tasks: set[asyncio.Task[Any]]
    _closing: asyncio.Future[None] | None = None

    @classmethod
    def from_crawler(cls, crawler: Any, *args: Any, **kwargs: Any) -> Self:
        """Scrapy's way to make a spider; one that cannot crawl raises `C5WatchError`, under ``scrapy crawl`` ends the process."""
        spider = super().from_crawler(crawler, *args, **kwargs)
        spider._faults = []
        spider._tasks = set()
        try:
            spider.resources = Resources.acquire()
            try:
                spider.prepare(crawler.settings)
            except C5WatchError:
                spider.resources.release()
                raise
        except C5WatchError as exc:
            if Resources.is_shared():
                raise
            sys.stderr.write(f"{exc}\n")
            raise SystemExit(exc.status) from None
        crawler.signals.connect(spider._closed, signals.spider_closed)
        crawler.signals.connect(spider._on_spider_error, signals.spider_error)
        crawler.signals.connect(spider._on_item_error, signals.item_error)
        return spider

    def prepare(self, settings: Any) -> None:
        """Check the arguments and set what depends on them."""
        raise NotImplementedError

    async def begin(self, source: str) -> None:
        """Log the start; called first thing in ``start``. Ends the spider if the source is being crawled already."""
        resources = self.resources
        try:
            crawl = await resources.run(resources.store.begin_crawl, source)
        except C5WatchError as exc:
            self.failure = str(exc)
            self.logger.error("%s", exc)  # noqa: TRY400 - one sentence for the operator
            if resources.report is not None:
                resources.report({"source": source, "crawl": None, "status": "failed", "detail": str(exc), "counts": {}})
            raise CloseSpider("failed") from exc
        self.outcomes = OutcomeLog(resources.store, source, crawl, resources.report)

    async def end_page(
        self,
        key: str,
        outcome: Outcome,
        *,
        at: datetime | None = None,
        archive: str | None = None,
        article_id: str | None = None,
    ) -> None:
        """Record where a page ended; a store that fails ends the crawl."""
        try:
            await self.resources.run(
                self.outcomes.close, key, outcome, at=at or clock.now(), archive=archive, article_id=article_id
            )
        except C5WatchError as exc:
            self.give_up(str(exc))

    def note_fault(self, message: str) -> None:
        """Something about this crawl that an operator should see, in one sentence."""
        self.logger.warning(message)
        self._faults.append(message)

    def give_up(self, message: str) -> None:
        """End this crawl in good order: what is under way is finished, what was not asked for is recorded as such."""
        if self.failure is None:
            self.failure = message
            self.logger.error(message)
            # Not among the tasks that `_closed` waits for: it ends only after `_closed`.
            self._closing = asyncio.ensure_future(let_go(self.crawler.engine.close_spider_async(reason="failed"), [self.crawler]))

    def finish(self) -> None:
        """Work in the store's thread before the crawl is logged as ended."""

    def _spawn(self, work: Any) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _on_spider_error(self, failure: Failure, response: Response) -> None:  # noqa: ARG002 - Scrapy's signal
        ticket = response.meta.get("page") if isinstance(response, Response) and response.request else None
        if ticket is not None and ticket.key in self.outcomes.pending:
            self._spawn(self.end_page(ticket.key, _BUG))

    def _on_item_error(self, item: FetchedPage) -> None:
        if item.key in self.outcomes.pending:
            self._spawn(self.end_page(item.key, _BUG, archive=item.archive))

    async def _closed(self, reason: str) -> None:
        self.close_reason = reason
        try:
            await asyncio.gather(*self._tasks, return_exceptions=True)
            if hasattr(self, "outcomes"):
                await self.resources.run(self._close_crawl, reason)
        finally:
            self.resources.release()

    def _close_crawl(self, reason: str) -> None:
        log = self.outcomes
        try:
            log.close_pending(Outcome(OutcomeKind.REFUSED, "stopped"))
            self.finish()
            self.resources.store.end_crawl(log.crawl, **self._end(reason))
        except C5WatchError as exc:
            self.failure = self.failure or str(exc)
            self.logger.error("%s", exc)  # noqa: TRY400 - one sentence for the operator
        log.report_end(**self._end(reason))

    def _end(self, reason: str) -> dict[str, str]:
        """How the crawl ended, as the store and the report say it."""
        if self.failure is not None:
            return {"status": "failed", "detail": self.failure}
        if reason != "finished":
            return {"status": "stopped", "detail": f"The crawl was stopped ({reason})."}
        return {"status": "failed" if self._faults else "finished", "detail": " ".join(self._faults)}


async def let_go(closing: Coroutine[Any, Any, None], crawlers: Collection[Any]) -> None:
    """Close crawls: pages that a server is sending come in, those that wait for their turn at it are refused as stopped.

    Scrapy would ask for what waits first, dozens of pages at the pace of the site.
    """
    ended = asyncio.ensure_future(closing)
    while not ended.done():
        for crawler in crawlers:
            for slot in crawler.engine.downloader.slots.values() if crawler.engine else ():
                while slot.queue:
                    request, waiting = slot.queue.popleft()
                    waiting.errback(RefusedError("stopped", f"{request.url} was not asked for"))
        await asyncio.wait([ended], timeout=_GLANCE_SECONDS)
    await ended
