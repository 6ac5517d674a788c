"""The table of steps and the whole chain: a page in, an article out.

`understand` is the whole chain without Scrapy, a pure function of the page and the knowledge: the live crawl, WARC replay,
``c5watch import`` and reprocessing all go through it. A step takes the article and gives back ``replace(article, ...)``.
"""

from __future__ import annotations

from collections.abc import Callable

from c5watch.article import Article, Dropped, Page
from c5watch.knowledge import Knowledge
from pipelines.actors import find_actors
from pipelines.agreements import find_agreements
from pipelines.extract import extract_article
from pipelines.interview import find_interview
from pipelines.language import detect_language
from pipelines.quotes import find_quotes
from pipelines.relevance import rate_relevance
from pipelines.summits import find_summits
from pipelines.topics import find_topics

Step = Callable[[Article, Knowledge], Article]

# In this order: voices need the turns, mentions need the voices, agreements need actors and summits.
STEPS: tuple[Step, ...] = (
    detect_language,
    find_interview,
    find_quotes,
    find_actors,
    find_summits,
    find_agreements,
    find_topics,
    rate_relevance,
)


def understand(page: Page, knowledge: Knowledge) -> Article | Dropped:
    """Everything that can be told about a page from the page itself and the knowledge."""
    article = extract_article(page, knowledge)
    if isinstance(article, Dropped):
        return article
    for step in STEPS:
        article = step(article, knowledge)
    return article
