"""The articles of the sample newsroom, for tests that search them."""

from __future__ import annotations

from pathlib import Path

from c5watch.article import Article, Page
from c5watch.knowledge import load_knowledge
from c5watch.newsroom import newsroom_knowledge
from c5watch.newsroom.corpus import ROUND_TIMES, read_texts
from c5watch.newsroom.pages import build_pages
from c5watch.newsroom.sites import SITES
from c5watch.store import Store
from pipelines.chain import understand
from pipelines.store import store_article


def newsroom_articles(folder: Path) -> list[Article]:
    """The sample newsroom as the crawl leaves it: understood, each with its story."""
    knowledge = load_knowledge(newsroom_knowledge(folder / "knowledge"))
    sites = {site.id: site for site in SITES}
    pages = build_pages(2, 1)
    with Store.open(f"sqlite:///{folder / 'c5watch.db'}", home=folder) as store:
        for text in read_texts(2):
            site = sites[text.site]
            path = site.path_of(text)
            page = Page(
                url=f"https://{site.host}{path}", body=pages[site.host, path].body, fetched_at=ROUND_TIMES[2], source=site.id
            )
            article = understand(page, knowledge)
            if isinstance(article, Article):
                store_article(article, store, page_url=page.url)
        return list(store.articles())
