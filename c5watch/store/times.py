"""Moments as text that sorts, and as days, for columns and windows."""

from __future__ import annotations

from datetime import UTC, date, datetime

from c5watch.article import Article


def instant(moment: datetime | date) -> datetime:
    """The moment in UTC; a date without a time is its midnight, a time without offset is taken as UTC."""
    if not isinstance(moment, datetime):
        return datetime(moment.year, moment.month, moment.day, tzinfo=UTC)
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)


def utc_text(moment: datetime | date) -> str:
    """The same as ISO 8601 to the second."""
    return instant(moment).replace(microsecond=0).isoformat()


def day_number(moment: datetime | date) -> int:
    """Days since 0001-01-01 of the calendar day that the source writes."""
    return moment.toordinal()


def moment_of(article: Article) -> datetime | date:
    """When an article came out, as far as known."""
    return article.published_at or article.fetched_at
