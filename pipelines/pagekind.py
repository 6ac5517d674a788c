"""Article or not."""

from __future__ import annotations

from lxml.html import HtmlElement

from c5watch.article import Dropped, Page
from pipelines.body import Body
from pipelines.metadata import Facts


def judge_page(page: Page, tree: HtmlElement, facts: Facts, body: Body, text: str) -> Dropped | None:
    """Why a page is no article, or None."""
    if len(text) < 60:
        return Dropped(reason="too-short")
    return None
