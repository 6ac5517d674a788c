"""What the store holds as a whole: ids without their documents, and counts for people."""

from __future__ import annotations

import json
from collections.abc import Iterator

from sqlalchemy import func, select

from c5watch.store.database import Database
from c5watch.store.tables import agreement_mentions, articles, mentions, outcomes, revisions

_MANY = 5000


class Overview(Database):
    """Counting and listing what is stored."""

    def count_articles(self) -> int:
        """How many articles are stored."""
        with self.reading() as connection:
            return int(connection.execute(select(func.count()).select_from(articles)).scalar_one())

    def held_revisions(self) -> Iterator[tuple[str, int]]:
        """Id and newest revision of every article, in the order of the ids, in bounded memory; no document is read."""
        last = ""
        while True:
            query = select(articles.c.id, articles.c.revision).where(articles.c.id > last).order_by(articles.c.id).limit(_MANY)
            with self.reading() as connection:
                rows = connection.execute(query).all()
            for row in rows:
                yield row.id, row.revision
            if len(rows) < _MANY:
                return
            last = rows[-1].id

    def has_words(self, words: str, *, actor: str) -> bool:
        """Whether an article that mentions the actor has these words, written like this."""
        here = select(mentions.c.article_id).where(mentions.c.actor == actor)
        within = revisions.c.document.contains(json.dumps(words, ensure_ascii=False)[1:-1], autoescape=True)
        query = select(revisions.c.article_id).where(revisions.c.article_id.in_(here), within).limit(1)
        with self.reading() as connection:
            return connection.execute(query).first() is not None

    def ids_with_news_of_agreements(self) -> list[str]:
        """The articles that tell a step of an agreement as news, in the order of publication."""
        telling = select(agreement_mentions.c.article_id).where(agreement_mentions.c.fresh)
        query = select(articles.c.id).where(articles.c.id.in_(telling)).order_by(articles.c.published_utc, articles.c.id)
        with self.reading() as connection:
            return list(connection.execute(query).scalars())

    def stats(self) -> dict[str, dict[str, int]]:
        """Counts for people: articles, revisions and agreements in all, by language, kind and source; outcomes of pages."""
        result: dict[str, dict[str, int]] = {}
        with self.reading() as connection:
            count = func.count
            totals = {
                "articles": select(count()).select_from(articles),
                "revisions": select(count()).select_from(revisions),
                # Those that an article speaks of, as they are listed: one that no text tells any more keeps its id.
                "agreements": select(count(agreement_mentions.c.agreement_id.distinct())),
                "pages": select(count()).select_from(outcomes),
                "copies": select(count()).where(articles.c.duplicate_of.is_not(None)),
                "stories": select(count(articles.c.story.distinct())),
            }
            result["total"] = {name: int(connection.execute(query).scalar_one()) for name, query in totals.items()}
            for column in (articles.c.language, articles.c.kind, articles.c.source):
                query = select(column, func.count()).group_by(column).order_by(func.count().desc(), column)
                result[column.name] = {str(value): int(count) for value, count in connection.execute(query)}
            query = select(outcomes.c.kind, func.count()).group_by(outcomes.c.kind).order_by(outcomes.c.kind)
            result["outcome"] = {kind: int(count) for kind, count in connection.execute(query)}
        return result
