"""An article whose language is known, for tests of the steps that come after it."""

from __future__ import annotations

from datetime import UTC, date, datetime

from c5watch.article import Article
from c5watch.text import script_of

FETCHED_AT = datetime(2026, 11, 22, tzinfo=UTC)


def article_of(text: str, language: str, day: date | None = None, fetched_at: datetime = FETCHED_AT, **more: object) -> Article:
    """A text in a language, published on a day; ``more`` are fields of `Article` by name."""
    return Article(
        id="0",
        url=None,
        source=None,
        title=None,
        text=text,
        published_at=day,
        fetched_at=fetched_at,
        language=language,
        languages=(language,),
        script=script_of(text),
        **more,  # type: ignore[arg-type]  # fields of Article by name
    )
