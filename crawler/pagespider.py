"""Asking for pages and taking their answers apart: what every spider that fetches shares."""

from __future__ import annotations

from collections.abc import AsyncIterator

from scrapy import Request
from scrapy.http import Response
from twisted.python.failure import Failure

from c5watch.article import Outcome, OutcomeKind
from c5watch.store import Validators
from crawler.items import FetchedPage
from crawler.outcomes import outcome_of_failure
from crawler.plan import Ticket
from crawler.recording import RecordingSpider


class PageSpider(RecordingSpider):
    """Each ticket becomes a request, each request an outcome or a fetched page for the pipelines."""

    def request_page(self, ticket: Ticket) -> Request:
        """The request for a page that was opened in the outcome log; conditional if an article of it is stored."""
        known = ticket.known
        return Request(
            ticket.link.url,
            callback=self.parse_page,
            errback=self.fail_page,
            headers=conditions(known.etag, known.last_modified) if known and ticket.has_article else None,
            meta={"page": ticket, "handle_httpstatus_list": [304, 404, 410]},
            priority=ticket.priority,
            dont_filter=True,  # each address was opened once; a redirect onto another of them is still an answer
        )

    async def parse_page(self, response: Response) -> AsyncIterator[FetchedPage]:
        """Hand the page on to be understood, or end it by its status."""
        ticket: Ticket = response.meta["page"]
        if response.status == 304:
            article = ticket.known.article_id if ticket.known else None
            await self.end_page(ticket.key, Outcome(OutcomeKind.UNCHANGED), article_id=article)
        elif response.status in (404, 410) and ticket.has_article:
            await self.end_page(ticket.key, Outcome(OutcomeKind.GONE))
        elif "fetched" not in response.meta:
            await self.end_page(ticket.key, Outcome(OutcomeKind.FAILED, f"http-{response.status}"))
        else:
            page, archive = response.meta["fetched"]
            if not _is_text(page.content_type):
                await self.end_page(ticket.key, Outcome(OutcomeKind.DROPPED, "not-html"), archive=archive, at=page.fetched_at)
                return
            aliases = tuple(response.meta.get("redirect_urls", ())[1:])
            yield FetchedPage(key=ticket.key, page=page, archive=archive, aliases=aliases, validators=validators_of(response))

    async def fail_page(self, failure: Failure) -> None:
        """End the page by what went wrong."""
        ticket: Ticket = failure.request.meta["page"]  # type: ignore[attr-defined]  # Scrapy adds the request
        await self.end_page(ticket.key, outcome_of_failure(failure.value or RuntimeError()))


def _is_text(content_type: str) -> bool:
    """Whether such a page can hold an article; a picture or a film need not be carried to a worker."""
    return content_type.startswith("text/") or content_type.endswith(("html", "xml"))


def conditions(etag: str | None, last_modified: str | None) -> dict[str, str]:
    """The headers that ask for an answer only if something changed."""
    found = {"If-None-Match": etag, "If-Modified-Since": last_modified}
    return {name: value for name, value in found.items() if value}


def validators_of(response: Response) -> Validators | None:
    """What the server gave to ask later whether the page changed."""
    etag, modified = (response.headers.get(name) for name in ("ETag", "Last-Modified"))
    if not etag and not modified:
        return None
    return Validators(
        etag=etag.decode("latin-1")[:500] if etag else None, last_modified=modified.decode("latin-1")[:100] if modified else None
    )
