"""The last step: a page's article with its story, its outbox rows, its outcome and its validators, in one transaction."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from datetime import datetime

from c5watch.article import Article, Outcome
from c5watch.store import Store, Validators
from pipelines.stories import assign_story


def store_article(
    article: Article,
    store: Store,
    *,
    page_url: str | None = None,
    file: str | None = None,
    aliases: Sequence[str] = (),
    validators: Validators | None = None,
    crawl: str | None = None,
    archive: str | None = None,
    at: datetime | None = None,
    replayed: bool = False,
) -> Outcome:
    """Store an understood article; the live crawl, import and reprocessing all end here.

    ``page_url`` is the address that was asked for, ``aliases`` further ones that led to the page. ``file`` is where it was read,
    the name of an article that has no address. ``replayed`` says that the page was kept in the archive. One that was fetched
    before the text that is held changes nothing. Raises `StoreError`.
    """
    if article.url is None:
        page_url = file or page_url
    others = tuple(url for url in dict.fromkeys((*article.aliases, *aliases)) if url != article.url)
    article = dataclasses.replace(article, aliases=others)
    with store.transaction():
        # Found by the same URLs as `save` finds it: an id of which nothing gets stored must not be grouped.
        seen = article if page_url is None else dataclasses.replace(article, aliases=(*others, page_url))
        if not store.is_outdated(seen):
            grouped = assign_story(seen, store)
            article = dataclasses.replace(article, story=grouped.story, duplicate_of=grouped.duplicate_of)
        outcome = store.save(article, page_url=page_url, crawl=crawl, archive=archive, at=at, replayed=replayed)
        if page_url is not None and validators is not None:
            store.remember_validators(page_url, validators.etag, validators.last_modified)
    return outcome
