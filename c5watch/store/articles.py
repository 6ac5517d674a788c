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
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, and_, bindparam, delete, insert, select, update

from c5watch import clock
from c5watch.article import Article, Outcome, OutcomeKind, content_hash
from c5watch.store.agreements import AgreementRegister
from c5watch.store.article_rows import columns_of, dump_article, newest_documents, read_article, write_aliases, write_mentions
from c5watch.store.crawls import TAKEN_IN, write_outcome
from c5watch.store.outbox import enqueue
from c5watch.store.stories import StoryIndex
from c5watch.store.tables import aliases, articles, mentions, outbox, outcomes, pages, revisions
from c5watch.store.times import instant, utc_text

UNDERSTOOD_ANEW = "understood-anew"
_BATCH = 200
# A page that lay in the archive, for a fault of ours or because better code was needed to see that it is an article, is news
# for as long as a fault takes to be mended; later its facts are noted as known.
_NEWS_FOR = timedelta(days=7)

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
# By the page that the held text was understood from, in the archive; one without an address has no other name.
_MADE_OF_NAMELESS = select(articles.c.id).where(articles.c.archive == bindparam("archive"))
_MADE_OF = _MADE_OF_NAMELESS.where(articles.c.id.in_(select(aliases.c.article_id).where(aliases.c.url == bindparam("url"))))
# The fetch of what any page may take the place of.
_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC).isoformat()
_RELEASED = select(articles.c.id, articles.c.archive).where(articles.c.fetched_at == _LONG_AGO).order_by(articles.c.id)
_OTHER_PAGES = (
    select(outcomes.c.archive)
    .where(
        outcomes.c.url.in_(select(aliases.c.url).where(aliases.c.article_id == bindparam("which"))),
        outcomes.c.kind.in_([str(kind) for kind in TAKEN_IN]),
        outcomes.c.archive != bindparam("but"),
    )
    .order_by(outcomes.c.id.desc())
)
_FORGET_PAGES = (
    update(pages)
    .where(pages.c.url.in_(select(aliases.c.url).where(aliases.c.article_id == bindparam("which"))))
    .values(article_id=None)
)


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
        replayed: bool = False,
    ) -> Outcome:
        """Store an understood article in one transaction with its parts, its outbox rows and the outcome of its page.

        ``page_url`` is the URL that was fetched, ``archive`` the place of the page in the archive; ``replayed`` says that it was
        kept there and is understood again. The outcome is stored, revised (title or text changed) or unchanged (nothing new,
        the same text understood anew, or a page fetched before the text that is held); that of a replayed page says with the
        reason `UNDERSTOOD_ANEW` that its text is held and something else was understood of it.
        """
        moment = at or clock.now()
        with self.transaction() as connection:
            urls = _urls(article, page_url)
            identity = self._identity(connection, article.id, urls)
            old = replayed and instant(clock.now()) - instant(article.fetched_at) > _NEWS_FOR
            article = dataclasses.replace(article, id=identity)
            outcome, changed = self._write(connection, article, archive, moment, old=old, anew=replayed)
            write_aliases(connection, identity, urls)
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
        return (
            Outcome(outcome.kind, UNDERSTOOD_ANEW) if replayed and changed and outcome.kind is OutcomeKind.UNCHANGED else outcome
        )

    def record_outcome(
        self,
        *,
        url: str | None,
        source: str | None,
        outcome: Outcome,
        at: datetime | None = None,
        crawl: str | None = None,
        archive: str | None = None,
        article_id: str | None = None,
    ) -> None:
        """Count where a page ended of which nothing is stored; `save` does this by itself.

        A page of the archive that is dropped now takes with it the article that was once made of it. Where the archive has
        another page of it that was one when it was last understood, the article waits for that page first, see `released`.
        """
        with self.transaction() as connection:
            if outcome.kind is OutcomeKind.DROPPED and archive is not None:
                statement = _MADE_OF_NAMELESS if url in (None, archive) else _MADE_OF
                made = connection.execute(statement, {"archive": archive, "url": url}).scalar()
                if made is not None and connection.execute(_OTHER_PAGES, {"which": made, "but": archive}).first():
                    connection.execute(update(articles).where(articles.c.id == made).values(fetched_at=_LONG_AGO))
                elif made is not None:
                    self.withdraw(made)
            write_outcome(
                connection,
                url=url,
                source=source,
                outcome=outcome,
                at=at or clock.now(),
                crawl=crawl,
                archive=archive,
                article_id=article_id,
            )

    def released(self) -> dict[str, list[str]]:
        """The articles whose page is none any more, each with the places in the archive of its other pages, the last one first.

        Any of these is later than what is held; without one that is still an article, they are to be withdrawn.
        """
        with self.reading() as connection:
            return {
                identity: list(connection.execute(_OTHER_PAGES, {"which": identity, "but": archive}).scalars())
                for identity, archive in connection.execute(_RELEASED).all()
            }

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
            row = connection.execute(newest_documents().where(articles.c.id == id_or_url)).first()
            if row is None:
                known = select(aliases.c.article_id).where(aliases.c.url == id_or_url)
                row = connection.execute(newest_documents().where(articles.c.id == known.scalar_subquery())).first()
        return None if row is None else read_article(row)

    def get_many(self, ids: Sequence[str]) -> dict[str, Article]:
        """The newest revisions of those ids that are stored."""
        found: dict[str, Article] = {}
        with self.reading() as connection:
            for start in range(0, len(ids), _BATCH):
                query = newest_documents().where(articles.c.id.in_(ids[start : start + _BATCH]))
                for row in connection.execute(query):
                    found[row.id] = read_article(row)
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
        """Walk over the newest revisions in the order of their ids, in bounded memory; ``since``, ``until``: publication,
        or the fetch of those without a date; days are whole."""
        conditions = []
        for column, value in ((articles.c.source, source), (articles.c.language, language), (articles.c.story, story)):
            if value is not None:
                conditions.append(column == value)
        if actor is not None:
            conditions.append(articles.c.id.in_(select(mentions.c.article_id).where(mentions.c.actor == actor)))
        if since is not None:
            conditions.append(articles.c.published_utc >= utc_text(since))
        if until is not None:
            # A day ends with its last moment.
            whole_day = not isinstance(until, datetime)
            end = utc_text(until + timedelta(days=1) if whole_day else until)
            conditions.append(articles.c.published_utc < end if whole_day else articles.c.published_utc <= end)
        last = ""
        while True:
            query = newest_documents().where(articles.c.id > last, *conditions).order_by(articles.c.id).limit(_BATCH)
            with self.reading() as connection:
                rows = connection.execute(query).all()
            for row in rows:
                yield read_article(row)
            if len(rows) < _BATCH:
                return
            last = rows[-1].id

    def withdraw(self, article_id: str) -> bool:
        """Take an article out, from the index too; False if it is not stored."""
        with self.transaction() as connection:
            revision = connection.execute(select(articles.c.revision).where(articles.c.id == article_id)).scalar()
            if revision is None:
                return False
            self.leave_story(article_id)
            connection.execute(_FORGET_PAGES, {"which": article_id})
            connection.execute(delete(outbox).where(outbox.c.article_id == article_id))
            told = self._agreements_of(connection, article_id)
            connection.execute(delete(articles).where(articles.c.id == article_id))
            self._settle_statuses(connection, told)
            enqueue(connection, [(article_id, revision)], "delete", ("index",))
        return True

    @staticmethod
    def _identity(connection: Connection, own: str, urls: Sequence[str]) -> str:
        """The id that the store already gave to any of these URLs (the first stored wins), else the article's own."""
        return connection.execute(_FIRST_OF_URLS, {"urls": urls}).scalar() or own

    def _write(
        self, connection: Connection, article: Article, archive: str | None, at: datetime, *, old: bool, anew: bool
    ) -> tuple[Outcome, bool]:
        """The outcome, and whether what is stored is another than before."""
        held = connection.execute(_HELD, {"which": article.id}).first()
        if held is not None and _is_earlier(article, held.fetched_at):
            return Outcome(OutcomeKind.UNCHANGED), False
        digest = content_hash(article)
        article, outcome = _succeed(article, held, digest)
        article = self._register_agreements(connection, article, anew=anew)
        document = dump_article(article)
        if held is not None and outcome.kind is OutcomeKind.UNCHANGED and _same_but_fetch(document, held.document):
            if article.story is not None:
                self.publish_stories({article.id: (article.story, article.duplicate_of)})
            self._settle_statuses(connection, {record.agreement for record in article.agreements})
            return outcome, False
        row = {**columns_of(article), "content_hash": digest, "archive": archive}
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
        write_mentions(connection, article, replace=held is not None)
        self._write_agreement_mentions(connection, article, replace=held is not None)
        change = [(article.id, article.revision)]
        enqueue(connection, change, consumers=("index",))
        known = held is not None and (outcome.kind is OutcomeKind.UNCHANGED or _is_known_page(article, archive, held))
        enqueue(connection, change, "again" if known or old else "index", ("alerts",))
        return outcome, True


def _is_earlier(article: Article, fetched_at: str) -> bool:
    return instant(article.fetched_at) < instant(datetime.fromisoformat(fetched_at))


def _is_known_page(article: Article, archive: str | None, held: Row[*tuple[Any, ...]]) -> bool:
    """Whether the held article was understood from this very fetch, so that another text of it is better extraction and no news,
    or has lost its page and goes back to an earlier one."""
    if held.fetched_at == _LONG_AGO or (archive is not None and archive == held.archive):
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


def _urls(article: Article, page_url: str | None) -> list[str]:
    """Every URL of an article, its own first, each once."""
    return [*dict.fromkeys(url for url in (article.url, page_url, *article.aliases) if url)]
