"""Every page that a crawl asks for ends in exactly one outcome, also when the crawl is stopped in the middle."""

from __future__ import annotations

import gzip
import logging
import zlib
from collections import Counter
from collections.abc import Callable
from datetime import datetime

from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    IgnoreRequest,
    ResponseDataLossError,
    UnsupportedURLSchemeError,
)
from scrapy.spidermiddlewares.httperror import HttpError

from c5watch import clock
from c5watch.article import Outcome, OutcomeKind
from c5watch.errors import StoreError
from c5watch.store import Store

Report = Callable[[dict[str, object]], None]
_log = logging.getLogger(__name__)


class RefusedError(IgnoreRequest):
    """We do not ask for this page; ``reason`` is a slug such as ``robots``."""

    def __init__(self, reason: str, message: str) -> None:
        self.reason = reason
        super().__init__(message)


class OutcomeLog:
    """The open pages of one crawl and the counts of the ended ones. Its methods write to the store: call them in its thread."""

    def __init__(self, store: Store, source: str, crawl: str, report: Report | None = None) -> None:
        self.crawl = crawl
        self.counts: Counter[str] = Counter()
        self._store = store
        self._source = source
        self._open: set[str] = set()
        self._report = report

    def open(self, url: str) -> bool:
        """Note that the page will be asked for; False if it already was in this crawl."""
        if url in self._open:
            return False
        self._open.add(url)
        return True

    @property
    def pending(self) -> frozenset[str]:
        """Pages that have not ended."""
        return frozenset(self._open)

    def close(
        self, url: str, outcome: Outcome, *, at: datetime | None = None, archive: str | None = None, article_id: str | None = None
    ) -> None:
        """Record where the page ended; a second end of the same page is a bug and is only logged."""
        if not self._settle(url, outcome):
            return
        self._store.record_outcome(
            url=url, source=self._source, outcome=outcome, at=at or clock.now(), crawl=self.crawl, archive=archive,
            article_id=article_id,
        )  # fmt: skip

    def note(self, url: str, outcome: Outcome) -> None:
        """Count an outcome that `Store.save` has recorded by itself."""
        self._settle(url, outcome)

    def close_pending(self, outcome: Outcome) -> None:
        """End what is still open, in one transaction."""
        if self._open:
            with self._store.transaction():
                for url in sorted(self._open):
                    self.close(url, outcome)

    def _settle(self, url: str, outcome: Outcome) -> bool:
        if url not in self._open:
            _log.error("%s ended a second time, as %s", url, outcome)
            return False
        self._open.discard(url)
        self.counts[str(outcome)] += 1
        if self._report is not None:
            self._report({"source": self._source, "outcome": str(outcome)})
        return True

    def report_end(self, status: str, detail: str) -> None:
        """Tell how the crawl ended."""
        if self._report is not None:
            counts = dict(sorted(self.counts.items()))
            self._report({"source": self._source, "crawl": self.crawl, "status": status, "detail": detail, "counts": counts})


# The first that fits.
_MEANINGS: tuple[tuple[type[BaseException], Outcome], ...] = (
    (DownloadTimeoutError, Outcome(OutcomeKind.FAILED, "timeout")),
    (CannotResolveHostError, Outcome(OutcomeKind.FAILED, "dns")),
    (DownloadConnectionRefusedError, Outcome(OutcomeKind.FAILED, "connection-refused")),
    # Scrapy cancels a download for its size alone.
    (DownloadCancelledError, Outcome(OutcomeKind.REFUSED, "too-large")),
    (ResponseDataLossError, Outcome(OutcomeKind.FAILED, "truncated")),
    (UnsupportedURLSchemeError, Outcome(OutcomeKind.REFUSED, "scheme")),
    (StoreError, Outcome(OutcomeKind.QUARANTINED, "store")),
    (IgnoreRequest, Outcome(OutcomeKind.FAILED, "too-many-redirects")),
    (gzip.BadGzipFile, Outcome(OutcomeKind.FAILED, "bad-encoding")),
    (zlib.error, Outcome(OutcomeKind.FAILED, "bad-encoding")),
    (EOFError, Outcome(OutcomeKind.FAILED, "bad-encoding")),
    (OSError, Outcome(OutcomeKind.FAILED, "connection-lost")),
    (DownloadFailedError, Outcome(OutcomeKind.FAILED, "connection-lost")),
    (BaseException, Outcome(OutcomeKind.FAILED, "fetch")),
)


def outcome_of_failure(exc: BaseException) -> Outcome:
    """What a failed fetch means."""
    if isinstance(exc, RefusedError):
        return Outcome(OutcomeKind.REFUSED, exc.reason)
    if isinstance(exc, HttpError):
        return Outcome(OutcomeKind.FAILED, f"http-{exc.response.status}")
    if isinstance(exc, IgnoreRequest) and isinstance(exc.__cause__, ValueError):
        return Outcome(OutcomeKind.REFUSED, "too-large")  # Scrapy unpacked more than the limit
    if isinstance(exc, DownloadFailedError) and _names_tls(exc):
        return Outcome(OutcomeKind.FAILED, "tls")
    return next(outcome for kind, outcome in _MEANINGS if isinstance(exc, kind))


def _names_tls(exc: BaseException) -> bool:
    said = str(exc)
    return any(word in said for word in ("SSL", "VerificationError", "certificate"))
