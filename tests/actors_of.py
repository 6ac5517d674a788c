"""A text of one day, its mentions read, for tests of known actors."""

from __future__ import annotations

from datetime import UTC, date, datetime

from c5watch.article import Article, Interview, Mention
from c5watch.knowledge import Knowledge
from c5watch.text import script_of
from pipelines.actors import find_actors

DAY = date(2025, 11, 8)


def read(
    knowledge: Knowledge,
    text: str,
    language: str = "ru",
    *,
    source: str | None = None,
    day: date | None = DAY,
    interview: Interview | None = None,
) -> Article:
    article = Article(
        id="0",
        url=None,
        source=source,
        title=None,
        text=text,
        published_at=day,
        fetched_at=datetime(2025, 11, 8, tzinfo=UTC),
        language=language,
        languages=(language,),
        script=script_of(text),
        interview=interview,
    )
    return find_actors(article, knowledge)


def actors(article: Article) -> list[tuple[str, str | None]]:
    return [(mention.text, mention.actor) for mention in article.mentions]


def ids(article: Article) -> set[str]:
    return {mention.actor for mention in article.mentions if mention.actor}


def only(article: Article, text: str) -> Mention:
    (found,) = [mention for mention in article.mentions if mention.text == text]
    return found
