"""What passes from a spider through the item pipelines."""

from __future__ import annotations

from dataclasses import dataclass

from c5watch.article import Article, Page
from c5watch.store import Validators


@dataclass(slots=True, kw_only=True)
class FetchedPage:
    """A page on its way: fetched and archived, then understood.

    ``key`` is the canonical form of the address that was asked for, ``aliases`` are the addresses it redirected through.
    ``archive`` is where the page lies in the archive, ``replayed`` that it was kept there before. ``article`` is filled by the
    pipeline.
    """

    key: str
    page: Page
    archive: str | None = None
    replayed: bool = False
    aliases: tuple[str, ...] = ()
    validators: Validators | None = None
    article: Article | None = None

    def __repr__(self) -> str:
        # Scrapy logs items as they print; a page's bytes do not belong into a log.
        return f"FetchedPage({self.key})"
