"""``scrapy crawl archive -a path=FILE_OR_FOLDER``: pages out of WARC files through the same pipelines as fetched ones."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

from c5watch.archive import ArchivedPage, ArchiveFault, read_archive
from c5watch.article import Outcome, OutcomeKind
from c5watch.errors import CrawlError
from c5watch.urls import canonical_url
from crawler.items import FetchedPage
from crawler.recording import RecordingSpider

_WINDOW = 32


class ArchiveSpider(RecordingSpider):
    """Replays WARC files; pages of one address keep their order, so that revisions come out as they happened."""

    name = "archive"
    path: Path | str = ""

    def prepare(self, settings: Any) -> None:
        """Find the files that ``-a path=`` names."""
        place = Path(self.path) if self.path else self.resources.settings.archive
        self._files = sorted([*place.rglob("*.warc"), *place.rglob("*.warc.gz")]) if place.is_dir() else [place]
        if not place.exists() or not self._files:
            raise CrawlError(f"{place} holds no WARC files; give -a path= a .warc, a .warc.gz or a folder of them.")
        settings.set("AUTOTHROTTLE_ENABLED", False, priority="spider")

    async def start(self) -> AsyncIterator[FetchedPage]:
        """Pages one by one, a window of them at a time."""
        await self.begin("archive")
        records = self._records()
        while (record := await asyncio.to_thread(next, records, None)) is not None:
            found, reference, own = record
            if isinstance(found, ArchiveFault):
                self.note_fault(found.message)
                continue
            key = canonical_url(found.page.url) if found.page.url else reference
            while key in self.outcomes.pending or len(self.outcomes.pending) >= _WINDOW:  # noqa: ASYNC110 - pages end in several places
                await asyncio.sleep(0.005)
            self.outcomes.open(key)
            if found.status not in (None, 200):
                await self.end_page(key, Outcome(OutcomeKind.FAILED, f"http-{found.status}"), archive=reference)
            else:
                yield FetchedPage(key=key, page=found.page, archive=reference, replayed=own)

    def _records(self) -> Iterator[tuple[ArchivedPage | ArchiveFault, str, bool]]:
        own = self.resources.settings.archive
        for file in self._files:
            inside = file.resolve().is_relative_to(own.resolve())
            for found in read_archive(file):
                # A reference into our own archive is by name, so that the folder can move.
                yield found, found.reference if inside else f"{file.resolve().parent}/{found.reference}", inside
