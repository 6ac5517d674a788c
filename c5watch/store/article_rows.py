"""An article as rows: its JSON in the newest revision, and the columns, URLs and mentions that queries need."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, Select, and_, delete, insert, select
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from c5watch.article import Article
from c5watch.store.tables import aliases, articles, mentions, revisions
from c5watch.store.times import moment_of, utc_text

_ADD_ALIAS = {
    "sqlite": sqlite_insert(aliases).on_conflict_do_nothing(),
    "postgresql": postgresql_insert(aliases).on_conflict_do_nothing(),
}


def columns_of(article: Article) -> dict[str, object]:
    """What the row of an article holds of it."""
    published = article.published_at
    return {
        "url": article.url,
        "source": article.source,
        "title": _clean(article.title),
        "language": article.language,
        "kind": article.kind,
        "published_at": published.isoformat() if published else None,
        "published_utc": utc_text(moment_of(article)),
        "fetched_at": article.fetched_at.isoformat(),
        "revision": article.revision,
        "story": article.story,
        "duplicate_of": article.duplicate_of,
        "relevance": article.relevance.score,
    }


def write_aliases(connection: Connection, identity: str, urls: Sequence[str]) -> None:
    """Note that the article was seen under these URLs; one that leads to another article stays there."""
    if not urls:
        return
    connection.execute(_ADD_ALIAS[connection.dialect.name], [{"url": url, "article_id": identity} for url in urls])


def write_mentions(connection: Connection, article: Article, *, replace: bool) -> None:
    """Write whom the article mentions, instead of what is held if it is a new text of a held article."""
    if replace:
        connection.execute(delete(mentions).where(mentions.c.article_id == article.id))
    rows = [
        {
            "article_id": article.id,
            "position": position,
            "start": mention.start,
            "end": mention.end,
            "text": _clean(mention.text),
            "type": mention.type,
            "actor": mention.actor,
            "voice": mention.voice,
        }
        for position, mention in enumerate(article.mentions)
    ]
    if rows:
        connection.execute(insert(mentions), rows)


def newest_documents() -> Select[Any]:
    """The newest revision of each article, for `read_article`."""
    newest = and_(revisions.c.article_id == articles.c.id, revisions.c.revision == articles.c.revision)
    return select(articles.c.id, articles.c.story, articles.c.duplicate_of, revisions.c.document).join(revisions, newest)


def _clean(text: str | None) -> str | None:
    """Without NUL, which PostgreSQL's text cannot hold."""
    return None if text is None else text.replace("\0", "\ufffd")


def dump_article(article: Article) -> str:
    """The JSON of a revision."""
    # Story and original change with other articles: their columns hold them.
    bare = dataclasses.replace(article, story=None, duplicate_of=None)
    return json.dumps(bare.to_json(), ensure_ascii=False, separators=(",", ":"))


def read_article(row: Row[*tuple[Any, ...]]) -> Article:
    """The article of a row that `newest_documents` gives."""
    return dataclasses.replace(Article.from_json(row.document), story=row.story, duplicate_of=row.duplicate_of)
