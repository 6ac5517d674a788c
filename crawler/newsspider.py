"""A crawl of one source: poll its lists, plan, ask for pages in the order of their promise."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, ClassVar
from zoneinfo import ZoneInfo

from scrapy import Request
from scrapy.http import Response
from scrapy.http.request import NO_CALLBACK

from c5watch import clock
from c5watch.article import Outcome, OutcomeKind
from c5watch.errors import CrawlError
from c5watch.knowledge import Source, SourceEntry
from c5watch.store import Validators
from crawler.links import Link, Listing, ListingError
from crawler.outcomes import outcome_of_failure
from crawler.pagespider import PageSpider, conditions, validators_of
from crawler.plan import Ticket, make_plan

# Reads one answer: body, url, content type, zone of the source, now.
Reader = Callable[[bytes, str, str, ZoneInfo, datetime], Listing]
_LIST_BYTES = 50 * 1024 * 1024
_MAX_DEPTH = 2
# The crawl lives on single pages; a list is worth more patience with a slow server.
_LIST_PRIORITY = 1000


class NewsSpider(PageSpider):
    """``readers``: which kinds of entries this spider reads, and how."""

    readers: ClassVar[Mapping[str, Reader]] = {}
    source: Source

    def prepare(self, settings: Any) -> None:
        """Find the source that ``-a source=ID`` names and take over its pace."""
        wanted = getattr(self, "source", None)
        sources = self.resources.knowledge.sources
        if not isinstance(wanted, str) or wanted not in sources:
            raise CrawlError(f"There is no source {wanted!r} in knowledge/sources; `c5watch sources` lists them.")
        self.source = sources[wanted]
        self._entries = [entry for entry in self.source.entries if entry.spider in self.readers]
        if not self._entries:
            raise CrawlError(f"The source {wanted} has no entry for the spider {self.name}; see knowledge/sources.")
        self._found = 0
        self._unchanged_lists = 0
        self._list_validators: dict[str, Validators] = {}
        delay = self.source.delay_seconds
        settings.set("DOWNLOAD_DELAY", delay, priority="spider")
        settings.set("AUTOTHROTTLE_START_DELAY", delay, priority="spider")
        # Without a delay the operator says that the server takes what it can: then latency alone sets the pace.
        settings.set("AUTOTHROTTLE_TARGET_CONCURRENCY", 1.0 if delay else 8.0, priority="spider")

    async def start(self) -> AsyncIterator[Any]:
        """Read the lists, then ask for the pages worth it."""
        await self.begin(self.source.id)
        batches = await asyncio.gather(*(self._poll(entry, url, 0) for entry in self._entries for url in self._urls(entry)))
        links = [link for batch in batches for link in batch]
        self._check_health(links)
        resources = self.resources
        plan = await resources.run(make_plan, links, self.source, resources.knowledge, resources.store, clock.now())
        await resources.run(self._open_pages, plan.fetch, plan.over_budget)
        if not all(ticket.has_article for ticket in plan.fetch):
            resources.pool.start()  # models load while the first pages are fetched
        for ticket in plan.fetch:
            yield self.request_page(ticket)

    def _urls(self, entry: SourceEntry) -> list[str]:
        """The entry's address; of one with a day in it yesterday's too, which was not complete when we last came."""
        now = clock.now().astimezone(ZoneInfo(self.source.timezone))
        days = [now, now - timedelta(days=1)] if "{day}" in entry.url else [now]
        urls = [
            entry.url.replace("{year}", f"{day:%Y}").replace("{month}", f"{day:%m}").replace("{day}", f"{day:%d}") for day in days
        ]
        return list(dict.fromkeys(urls))

    async def _poll(self, entry: SourceEntry, url: str, depth: int) -> list[Link]:
        """The links behind one list and its children; a list that fails is a fault of the crawl and brings none."""
        try:
            response = await self._fetch_list(url)
            if response.status == 304:
                self._unchanged_lists += 1
                return []
            listing = await asyncio.to_thread(self._read, entry, response)
        except ListingError as exc:
            self.note_fault(f"{exc}.")
            return []
        except Exception as exc:
            self.logger.debug("%s", url, exc_info=True)
            self.note_fault(f"{url} could not be read: {outcome_of_failure(exc)}.")
            return []
        links = [self._complete(link, entry) for link in listing.links if self._is_ours(link.url)]
        if depth < _MAX_DEPTH:
            for batch in await asyncio.gather(*(self._poll(entry, child, depth + 1) for child in listing.more)):
                links.extend(batch)
        return links

    async def _fetch_list(self, url: str) -> Response:
        known = await self.resources.run(self.resources.store.validators, url)
        request = Request(
            url,
            headers=conditions(known.etag, known.last_modified) if known else None,
            meta={"download_maxsize": _LIST_BYTES},
            priority=_LIST_PRIORITY,
            callback=NO_CALLBACK,
        )
        response: Response = await self.crawler.engine.download_async(request)
        if response.status not in (200, 304):
            raise ListingError(f"http-{response.status}", f"{url} answered with HTTP status {response.status}")
        if response.status == 200 and (validators := validators_of(response)):
            self._list_validators[url] = validators
        return response

    def _read(self, entry: SourceEntry, response: Response) -> Listing:
        content_type = (response.headers.get("Content-Type") or b"").decode("latin-1")
        zone = ZoneInfo(self.source.timezone)
        return self.readers[entry.spider](response.body, response.url, content_type, zone, clock.now())

    def _is_ours(self, url: str) -> bool:
        """Whether the address lies on the source's hosts and has the form of its articles."""
        found = self.resources.knowledge.source_of(url)
        if found is None or found.id != self.source.id:
            return False
        patterns = self.source.article_urls
        return not patterns or any(re.search(pattern, url) for pattern in patterns)

    def _complete(self, link: Link, entry: SourceEntry) -> Link:
        """What the entry says stands above what the list says of itself."""
        hint = replace(link.hint, language=entry.language or link.hint.language, section=entry.section or link.hint.section)
        return replace(link, hint=hint)

    def _check_health(self, links: list[Link]) -> None:
        """A source that dries up fails, whatever its status codes say."""
        self._found = len({link.url for link in links})
        whole = len(self._entries) == len(self.source.entries)
        least = self.source.expected_minimum
        if whole and not self._unchanged_lists and self._found < least:
            self.note_fault(f"{self.source.id} brought {self._found} addresses, at least {least} are usual.")

    def _open_pages(self, fetch: tuple[Ticket, ...], over_budget: tuple[Ticket, ...]) -> None:
        refused = Outcome(OutcomeKind.REFUSED, "budget")
        with self.resources.store.transaction():
            for ticket in fetch:
                self.outcomes.open(ticket.key)
            for ticket in over_budget:
                # Recorded once: the same page waits again at the next poll.
                if ticket.known is None or ticket.known.outcome is None:
                    self.outcomes.open(ticket.key)
                    self.outcomes.close(ticket.key, refused)
        self._left_over = bool(over_budget)

    def finish(self) -> None:
        """Only a list whose pages all ended well may answer "unchanged" next time."""
        again = any(kind.startswith(("failed", "quarantined", "refused/stopped")) for kind in self.outcomes.counts)
        if again or self._left_over or self._faults or self.failure:
            return
        for url, validators in self._list_validators.items():
            self.resources.store.remember_validators(url, validators.etag, validators.last_modified)

    _left_over = False
