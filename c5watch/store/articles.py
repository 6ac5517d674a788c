"""Articles: one row each, whatever URLs it was seen under, with every text it ever had.

An article is found again by any of its URLs. Its newest revision's JSON is the truth; reprocessing the same text replaces
that JSON and keeps the revision number, a changed title or text adds a revision. An archive holds every version of a page:
whatever order they come in, the one that was fetched last is the article.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, and_, bindparam, delete, insert, select, update
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from c5watch import clock
from c5watch.article import Article, Outcome, OutcomeKind, content_hash
from c5watch.store.agreements import AgreementRegister
from c5watch.store.crawls import write_outcome
from c5watch.store.outbox import enqueue
from c5watch.store.stories import StoryIndex
from c5watch.store.tables import aliases, articles, mentions, outbox, revisions
from c5watch.store.times import instant, moment_of, utc_text

_BATCH = 200

# Made once: SQLAlchemy takes longer to build a statement than SQLite to run it.
_HELD = (
    select(articles, revisions.c.document)
    .join(revisions, and_(revisions.c.article_id == articles.c.id, revisions.c.revision == articles.c.revision))
    .where(articles.c.id == bindparam("which"))
)
_FETCHED_AT = select(articles.c.fetched_at).where(articles.c.id == bindparam("which"))
_FIRST_OF_URLS = (
    select(articles.c.id)
    .join(aliases, aliases.c.article_id == articles.c.id)
    .where(aliases.c.url.in_(bindparam("urls", expanding=True)))
    .order_by(articles.c.stored_at, articles.c.id)
    .limit(1)
)
_ADD_ALIAS = {
    "sqlite": sqlite_insert(aliases).on_conflict_do_nothing(),
    "postgresql": postgresql_insert(aliases).on_conflict_do_nothing(),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """One text that an article had."""

    revision: int
    stored_at: datetime
    content_hash: str


class Articles(AgreementRegister, StoryIndex):
    """Saving, finding and walking over articles."""

    def save(
        self,
        article: Article,
        *,
        page_url: str | None = None,
        crawl: str | None = None,
        archive: str | None = None,
        at: datetime | None = None,
    ) -> Outcome:
        """Store an understood article in one transaction with its parts, its outbox rows and the outcome of its page.

        ``page_url`` is the URL that was fetched, ``archive`` the place of the page in the archive. The outcome is stored,
        revised (title or text changed) or unchanged (nothing new, the same text understood anew by reprocessing, or a page
        fetched before the text that is held).
        """
        moment = at or clock.now()
        with self.transaction() as connection:
            urls = _urls(article, page_url)
            identity = self._identity(connection, article.id, urls)
            article, outcome = self._write(connection, dataclasses.replace(article, id=identity), archive, moment)
            _write_aliases(connection, identity, urls)
            write_outcome(
                connection,
                url=page_url or article.url,
                source=article.source,
                outcome=outcome,
                at=moment,
                crawl=crawl,
                archive=archive,
                article_id=identity,
            )
        return outcome

    def resolve_id(self, article: Article) -> str:
        """The id under which the store holds, or would hold, this article."""
        with self.reading() as connection:
            return self._identity(connection, article.id, _urls(article, None))

    def is_outdated(self, article: Article) -> bool:
        """Whether the article is held as a later fetch brought it."""
        with self.reading() as connection:
            identity = self._identity(connection, article.id, _urls(article, None))
            fetched_at = connection.execute(_FETCHED_AT, {"which": identity}).scalar()
        return fetched_at is not None and _is_earlier(article, fetched_at)

    def get(self, id_or_url: str) -> Article | None:
        """The newest revision of an article, by its id or any URL it was seen under."""
        with self.reading() as connection:
            row = connection.execute(_documents().where(articles.c.id == id_or_url)).first()
            if row is None:
                known = select(aliases.c.article_id).where(aliases.c.url == id_or_url)
                row = connection.execute(_documents().where(articles.c.id == known.scalar_subquery())).first()
        return None if row is None else _read(row)

    def get_many(self, ids: Sequence[str]) -> dict[str, Article]:
        """The newest revisions of those ids that are stored."""
        found: dict[str, Article] = {}
        with self.reading() as connection:
            for start in range(0, len(ids), _BATCH):
                query = _documents().where(articles.c.id.in_(ids[start : start + _BATCH]))
                for row in connection.execute(query):
                    found[row.id] = _read(row)
        return found

    def revisions(self, article_id: str) -> list[Revision]:
        """Every text an article had, oldest first."""
        query = select(revisions).where(revisions.c.article_id == article_id).order_by(revisions.c.revision)
        with self.reading() as connection:
            return [
                Revision(revision=row.revision, stored_at=datetime.fromisoformat(row.stored_at), content_hash=row.content_hash)
                for row in connection.execute(query)
            ]

    def articles(
        self,
        *,
        source: str | None = None,
        language: str | None = None,
        story: str | None = None,
        actor: str | None = None,
        since: datetime | date | None = None,
        until: datetime | date | None = None,
    ) -> Iterator[Article]:
        """Walk over the newest revisions in the order of their ids, in bounded memory; ``since``, ``until``: publication."""
        conditions = []
        for column, value in ((articles.c.source, source), (articles.c.language, language), (articles.c.story, story)):
            if value is not None:
                conditions.append(column == value)
        if actor is not None:
            conditions.append(articles.c.id.in_(select(mentions.c.article_id).where(mentions.c.actor == actor)))
        if since is not None:
            conditions.append(articles.c.published_utc >= utc_text(since))
        if until is not None:
            conditions.append(articles.c.published_utc <= utc_text(until))
        last = ""
        while True:
            query = _documents().where(articles.c.id > last, *conditions).order_by(articles.c.id).limit(_BATCH)
            with self.reading() as connection:
                rows = connection.execute(query).all()
            for row in rows:
                yield _read(row)
            if len(rows) < _BATCH:
                return
            last = rows[-1].id

    def withdraw(self, article_id: str) -> bool:
        """Take an article out, for instance when better extraction shows that its page is none; False if it is not stored."""
        with self.transaction() as connection:
            revision = connection.execute(select(articles.c.revision).where(articles.c.id == article_id)).scalar()
            if revision is None:
                return False
            self.leave_story(article_id)
            connection.execute(delete(outbox).where(outbox.c.article_id == article_id))
            connection.execute(delete(articles).where(articles.c.id == article_id))
            enqueue(connection, [(article_id, revision)], "delete", ("index",))
        return True

    @staticmethod
    def _identity(connection: Connection, own: str, urls: Sequence[str]) -> str:
        """The id that the store already gave to any of these URLs (the first stored wins), else the article's own."""
        return connection.execute(_FIRST_OF_URLS, {"urls": urls}).scalar() or own

    def _write(self, connection: Connection, article: Article, archive: str | None, at: datetime) -> tuple[Article, Outcome]:
        held = connection.execute(_HELD, {"which": article.id}).first()
        if held is not None and _is_earlier(article, held.fetched_at):
            return article, Outcome(OutcomeKind.UNCHANGED)
        digest = content_hash(article)
        article, outcome = _succeed(article, held, digest)
        article = self._register_agreements(connection, article)
        document = _dump(article)
        if held is not None and outcome.kind is OutcomeKind.UNCHANGED and _same_but_fetch(document, held.document):
            if article.story is not None:
                self.publish_stories({article.id: (article.story, article.duplicate_of)})
            return article, outcome
        row = {**_columns(article), "content_hash": digest, "archive": archive}
        if held is None:
            connection.execute(insert(articles), {"id": article.id, "stored_at": utc_text(at), **row})
        else:
            if archive is None:
                del row["archive"]
            connection.execute(update(articles).where(articles.c.id == article.id).values(row))
        if outcome.kind is OutcomeKind.UNCHANGED:
            newest = and_(revisions.c.article_id == article.id, revisions.c.revision == article.revision)
            connection.execute(update(revisions).where(newest).values(document=document))
        else:
            values = {"article_id": article.id, "revision": article.revision, "content_hash": digest}
            connection.execute(insert(revisions), {**values, "stored_at": at.isoformat(), "document": document})
        _write_mentions(connection, article, replace=held is not None)
        self._write_agreement_mentions(connection, article, replace=held is not None)
        change = [(article.id, article.revision)]
        enqueue(connection, change, consumers=("index",))
        anew = held is not None and (outcome.kind is OutcomeKind.UNCHANGED or _is_same_page(article, archive, held))
        enqueue(connection, change, "again" if anew else "index", ("alerts",))
        return article, outcome


def _is_earlier(article: Article, fetched_at: str) -> bool:
    return instant(article.fetched_at) < instant(datetime.fromisoformat(fetched_at))


def _is_same_page(article: Article, archive: str | None, held: Row[*tuple[Any, ...]]) -> bool:
    """Whether the held article was understood from this very fetch: another text of it is better extraction and no news."""
    if archive is not None and archive == held.archive:
        return True
    return instant(article.fetched_at) == instant(datetime.fromisoformat(held.fetched_at))


def _succeed(article: Article, held: Row[*tuple[Any, ...]] | None, digest: str) -> tuple[Article, Outcome]:
    """The article as successor of what is held: its first URL stays, its revision counts on."""
    if held is None:
        return dataclasses.replace(article, revision=1), Outcome(OutcomeKind.STORED)
    changed = held.content_hash != digest
    grouped = article.story is not None
    article = dataclasses.replace(
        article,
        url=held.url or article.url,
        revision=held.revision + int(changed),
        story=article.story if grouped else held.story,
        duplicate_of=article.duplicate_of if grouped else held.duplicate_of,
    )
    return article, Outcome(OutcomeKind.REVISED if changed else OutcomeKind.UNCHANGED)


def _same_but_fetch(new: str, old: str) -> bool:
    first, second = json.loads(new), json.loads(old)
    for key in ("fetched_at", "aliases"):
        first.pop(key, None)
        second.pop(key, None)
    return bool(first == second)


def _columns(article: Article) -> dict[str, object]:
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


def _write_aliases(connection: Connection, identity: str, urls: Sequence[str]) -> None:
    if not urls:
        return
    connection.execute(_ADD_ALIAS[connection.dialect.name], [{"url": url, "article_id": identity} for url in urls])


def _write_mentions(connection: Connection, article: Article, *, replace: bool) -> None:
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


def _urls(article: Article, page_url: str | None) -> list[str]:
    """Every URL of an article, its own first, each once."""
    return [*dict.fromkeys(url for url in (article.url, page_url, *article.aliases) if url)]


def _documents() -> Select[Any]:
    newest = and_(revisions.c.article_id == articles.c.id, revisions.c.revision == articles.c.revision)
    return select(articles.c.id, articles.c.story, articles.c.duplicate_of, revisions.c.document).join(revisions, newest)


def _clean(text: str | None) -> str | None:
    """Without NUL, which PostgreSQL's text cannot hold."""
    return None if text is None else text.replace("\0", "\ufffd")


def _dump(article: Article) -> str:
    # Story and original change with other articles: their columns hold them.
    bare = dataclasses.replace(article, story=None, duplicate_of=None)
    return json.dumps(bare.to_json(), ensure_ascii=False, separators=(",", ":"))


def _read(row: Row[*tuple[Any, ...]]) -> Article:
    return dataclasses.replace(Article.from_json(row.document), story=row.story, duplicate_of=row.duplicate_of)
