"""Between Scrapy's engine and the web: who may be asked, how patiently, and what is kept of the answer."""

from __future__ import annotations

import asyncio
import random
from typing import Any, Self

from scrapy import Request
from scrapy.downloadermiddlewares.retry import RetryMiddleware, get_retry_request
from scrapy.downloadermiddlewares.robotstxt import RobotsTxtMiddleware
from scrapy.exceptions import CannotResolveHostError, IgnoreRequest, ResponseDataLossError
from scrapy.http import Response
from scrapy.utils.httpobj import urlparse_cached

from c5watch import clock
from c5watch.archive import decode_body, media_type
from c5watch.article import Page
from c5watch.errors import ArchiveError
from crawler.addresses import is_address, load_address_policy, was_refused
from crawler.outcomes import RefusedError

_MAX_WAIT = 60.0


class AddressGuard:
    """Refuses private addresses before a connection is tried, and names the refusals of `GuardedResolver`."""

    def __init__(self) -> None:
        self._policy = load_address_policy()

    @classmethod
    def from_crawler(cls, crawler: Any) -> Self:  # noqa: ARG003 - Scrapy's signature
        """Scrapy's way to make one."""
        return cls()

    def process_request(self, request: Request) -> None:
        """An address written out is judged here; a name when it is resolved."""
        host = (urlparse_cached(request).hostname or "").rstrip(".")
        if host in self._policy.places:
            request.meta["proxy"] = None  # a proxy would not know where it listens
        elif is_address(host) and not self._policy.allows(host, host):
            raise RefusedError("private-address", f"{request.url} is an address of a private network")

    def process_exception(self, request: Request, exception: Exception) -> None:
        """A name whose addresses were all turned away."""
        host = urlparse_cached(request).hostname or ""
        if isinstance(exception, CannotResolveHostError) and was_refused(host.rstrip(".")):
            raise RefusedError("private-address", f"{host} lies in a private network") from exception


class Robots(RobotsTxtMiddleware):
    """robots.txt by RFC 9309: 4xx allows all, 5xx forbids all until the site is well again."""

    def process_request_2(self, rp: Any, request: Request) -> None:
        """Scrapy's own decision, named."""
        try:
            super().process_request_2(rp, request)
        except IgnoreRequest as exc:
            raise RefusedError("robots", f"{request.url} is forbidden by robots.txt") from exc

    async def _parse_robots(self, response: Response, netloc: str, request: Request) -> None:
        if response.status >= 500:
            response = response.replace(body=b"User-agent: *\nDisallow: /")
        elif response.status >= 400:
            response = response.replace(body=b"")
        await super()._parse_robots(response, netloc, request)


class PatientRetry(RetryMiddleware):
    """Retries wait: as long as ``Retry-After`` asks (up to a minute), else 2, 4, ... seconds with some jitter."""

    async def process_response(self, request: Request, response: Response) -> Request | Response:  # type: ignore[override]
        """Wait before a retry of an answer such as 503."""
        result: Request | Response = super().process_response(request, response)
        if isinstance(result, Request):
            after = (response.headers.get("Retry-After") or b"").decode("latin-1").strip()
            await self._wait(result, float(after) if after.isdigit() else None)
        return result

    async def process_exception(self, request: Request, exception: Exception) -> Request | Response | None:  # type: ignore[override]
        """Wait before a retry of a failed connection."""
        result: Request | Response | None = super().process_exception(request, exception)
        if isinstance(result, Request):
            await self._wait(result, None)
        return result

    async def _wait(self, request: Request, asked: float | None) -> None:
        usual: float = 2.0 ** request.meta.get("retry_times", 1) * random.uniform(0.75, 1.25)  # noqa: S311 - jitter, no secret
        await asyncio.sleep(min(_MAX_WAIT, usual if asked is None else asked))


class Archive:
    """Keeps every page as it came over the wire, before anybody tries to understand it."""

    def __init__(self, crawler: Any) -> None:
        self._crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Any) -> Self:
        """Scrapy's way to make one."""
        return cls(crawler)

    async def process_response(self, request: Request, response: Response) -> Request | Response:
        """Only pages, only final ones; a body that ends too early is asked for again."""
        if "page" not in request.meta or response.status != 200:
            return response
        spider = self._crawler.spider
        encodings = b", ".join(response.headers.getlist("Content-Encoding")).decode("latin-1")
        try:
            body = decode_body(response.body, encodings, self._crawler.settings.getint("DOWNLOAD_MAXSIZE"))
        except ValueError as exc:
            if "more than" in str(exc):
                raise RefusedError("too-large", f"{request.url}: {exc}") from exc
            if again := get_retry_request(request, spider=spider, reason="truncated"):
                return again
            raise ResponseDataLossError(str(exc)) from exc
        headers = _pairs(response.headers)
        plain = {name.lower(): value for name, value in headers if name.lower() != "content-encoding"}
        ticket = request.meta["page"]
        page = Page(
            url=response.url,
            body=body,
            fetched_at=clock.now(),
            content_type=media_type(plain.get("content-type", ""), body),
            source=ticket.source,
            headers=plain,
            hint=ticket.link.hint,
        )
        asked = _pairs(request.headers)
        try:
            reference = await asyncio.to_thread(
                spider.resources.archive.write, page, status=response.status, body=response.body, headers=headers,
                request_headers=asked, crawl=spider.outcomes.crawl,
            )  # fmt: skip
        except ArchiveError as exc:
            spider.give_up(str(exc))
            raise RefusedError("archive-full", str(exc)) from exc
        request.meta["fetched"] = (page, reference)
        # Unpacked once, here; the size is what Scrapy's back pressure counts.
        response.headers.pop("Content-Encoding", None)
        return Response(response.url, status=response.status, headers=response.headers, body=body)


def _pairs(headers: Any) -> list[tuple[str, str]]:
    return [(name.decode("latin-1"), value.decode("latin-1")) for name, values in headers.items() for value in values]
