"""An article whose language is known, for tests of the steps that come after it."""

from __future__ import annotations

from datetime import UTC, date, datetime

from c5watch.article import Agreement, Article
from c5watch.knowledge import Knowledge
from c5watch.text import script_of
from pipelines.actors import find_actors
from pipelines.agreements import find_agreements
from pipelines.summits import find_summits

FETCHED_AT = datetime(2026, 11, 22, tzinfo=UTC)
DAY = date(2025, 11, 8)  # two days after the Washington summit


def article_of(text: str, language: str, day: date | None = None, fetched_at: datetime = FETCHED_AT, **more: object) -> Article:
    """A text in a language, published on a day; ``more`` are fields of `Article` by name."""
    return Article(
        id="0",
        url=None,
        source=None,
        title=more.pop("title", None),  # type: ignore[arg-type]  # fields of Article by name
        text=text,
        published_at=day,
        fetched_at=fetched_at,
        language=language,
        languages=(language,),
        script=script_of(text),
        **more,  # type: ignore[arg-type]  # fields of Article by name
    )


def agreements_of(knowledge: Knowledge, text: str, language: str) -> tuple[Agreement, ...]:
    """What a text of two days after the Washington summit tells of agreements."""
    article = article_of(text, language, date(2025, 11, 8), datetime(2025, 11, 8, tzinfo=UTC))
    return find_agreements(find_actors(article, knowledge), knowledge).agreements


def read(knowledge: Knowledge, text: str, language: str = "ru", day: date | None = DAY, **more: object) -> Article:
    """A text of that day with its actors, summits and agreements."""
    article = article_of(text, language, day, datetime(2025, 11, 8, tzinfo=UTC), **more)
    return find_agreements(find_summits(find_actors(article, knowledge), knowledge), knowledge)


def only(knowledge: Knowledge, text: str, language: str = "ru", day: date | None = DAY) -> Agreement:
    """The one agreement of such a text."""
    (record,) = read(knowledge, text, language, day).agreements
    return record
