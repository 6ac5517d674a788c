"""The tables of the store, as SQLAlchemy Core: the same on SQLite and PostgreSQL.

Times are ISO 8601 text with the offset their source had; where an order is needed a second ``*_utc`` column holds the same
moment in UTC, whose text sorts. The article's JSON lives once, in its newest row of ``revisions``; the columns of
``articles`` are what queries need. Changing anything here needs a migration; `SCHEMA` names the newest one.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

SCHEMA = "0007"

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# SQLite gives a row number only to INTEGER keys; PostgreSQL's INTEGER would run out.
_serial = BigInteger().with_variant(Integer(), "sqlite")


def _article_key(*, primary: bool = False) -> Column[str]:
    return Column("article_id", String(16), ForeignKey("articles.id", ondelete="CASCADE"), primary_key=primary, nullable=False)


articles = Table(
    "articles",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("url", Text),
    Column("source", String(100), index=True),
    Column("title", Text),
    Column("language", String(10), nullable=False),
    Column("kind", String(20), nullable=False),
    Column("published_at", String(40)),
    Column("published_utc", String(40), index=True),
    Column("fetched_at", String(40), nullable=False),
    Column("stored_at", String(40), nullable=False),
    Column("revision", Integer, nullable=False),
    Column("content_hash", String(64), nullable=False),
    Column("story", String(16), index=True),
    Column("duplicate_of", String(16)),
    Column("relevance", Float, nullable=False),
    Column("archive", Text),
)

aliases = Table(
    "aliases", metadata, Column("url", Text, primary_key=True), _article_key(), Index("ix_aliases_article_id", "article_id")
)

revisions = Table(
    "revisions",
    metadata,
    _article_key(primary=True),
    Column("revision", Integer, primary_key=True),
    Column("content_hash", String(64), nullable=False),
    Column("stored_at", String(40), nullable=False),
    Column("document", Text, nullable=False),
)

mentions = Table(
    "mentions",
    metadata,
    _article_key(primary=True),
    Column("position", Integer, primary_key=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("type", String(3), nullable=False),
    Column("actor", String(120), index=True),
    Column("voice", String(10), nullable=False),
)

agreements = Table(
    "agreements",
    metadata,
    Column("id", String(120), primary_key=True),
    Column("known", Boolean, nullable=False),
    Column("name", Text, nullable=False),
    Column("instrument", String(20), nullable=False),
    Column("scope", String(20), nullable=False),
    Column("status", String(20), nullable=False),
    Column("parties", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("amount_value", Float),
    Column("amount_currency", String(10)),
    Column("date", String(10)),
    Column("place", String(120)),
    Column("summit", String(120)),
    Column("first_seen_at", String(40), nullable=False),
    Column("first_day", Integer, nullable=False, index=True),
    Column("last_day", Integer, nullable=False, index=True),
)

agreement_aliases = Table(
    "agreement_aliases",
    metadata,
    Column("key", String(200), primary_key=True),
    Column("agreement_id", String(120), ForeignKey("agreements.id", ondelete="CASCADE"), nullable=False, index=True),
)

agreement_mentions = Table(
    "agreement_mentions",
    metadata,
    _article_key(primary=True),
    Column("position", Integer, primary_key=True),
    Column("agreement_id", String(120), ForeignKey("agreements.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("status", String(20), nullable=False),
    Column("fresh", Boolean, nullable=False),
    Column("voice", String(10), nullable=False),
    Column("document", Text, nullable=False),
)

outcomes = Table(
    "outcomes",
    metadata,
    Column("id", _serial, primary_key=True),
    Column("url", Text),
    Column("source", String(100)),
    Column("crawl", String(32)),
    Column("kind", String(20), nullable=False),
    Column("reason", String(100)),
    Column("at", String(40), nullable=False),
    Column("archive", Text),
    Index("ix_outcomes_source_crawl_kind_reason", "source", "crawl", "kind", "reason"),
    Index("ix_outcomes_crawl", "crawl"),
    Index("ix_outcomes_kind", "kind"),
    Index("ix_outcomes_archive", "archive"),
    sqlite_autoincrement=True,
)

pages = Table(
    "pages",
    metadata,
    Column("url", Text, primary_key=True),
    Column("source", String(100), index=True),
    Column("article_id", String(16)),
    Column("etag", Text),
    Column("last_modified", Text),
    Column("fetched_at", String(40)),
    Column("outcome", String(20)),
    Column("reason", String(100)),
    Column("failures", Integer, nullable=False, default=0),
)

crawls = Table(
    "crawls",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("source", String(100), nullable=False),
    Column("started_at", String(40), nullable=False),
    Column("started_utc", String(40), nullable=False),
    Column("ended_at", String(40)),
    Column("status", String(20), nullable=False),
    Column("detail", Text, nullable=False, default=""),
    Index("ix_crawls_source_started_utc", "source", "started_utc"),
)

outbox = Table(
    "outbox",
    metadata,
    Column("seq", _serial, primary_key=True),
    Column("consumer", String(20), nullable=False),
    Column("article_id", String(16), nullable=False),
    Column("revision", Integer, nullable=False),
    Column("action", String(10), nullable=False),
    Column("created_at", String(40), nullable=False),
    Column("dead_reason", Text),
    Index("ix_outbox_consumer_seq", "consumer", "seq"),
    sqlite_autoincrement=True,
)

alerts = Table(
    "alerts",
    metadata,
    Column("key", String(64), primary_key=True),
    Column("seq", Integer, nullable=False),
    Column("watch", String(120), nullable=False),
    Column("agreement", String(120), nullable=False),
    Column("article_id", String(16), nullable=False),
    Column("created_at", String(40), nullable=False),
    Column("document", Text, nullable=False),
    Index("ix_alerts_watch_agreement", "watch", "agreement"),
    Index("ix_alerts_seq", "seq"),
)

deliveries = Table(
    "deliveries",
    metadata,
    Column("alert_key", String(64), ForeignKey("alerts.key", ondelete="CASCADE"), primary_key=True),
    Column("channel", String(100), primary_key=True),
    Column("state", String(10), nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("next_at", String(40)),
    Column("sent_at", String(40)),
    Column("error", Text),
    Index("ix_deliveries_state_next_at", "state", "next_at"),
)

told = Table(
    "told",
    metadata,
    Column("watch", String(120), primary_key=True),
    Column("agreement", String(120), primary_key=True),
    Column("fact", String(200), primary_key=True),
    # None for what was stored already when the watch began, or was found by understanding an old text anew.
    Column("alert_key", String(64), ForeignKey("alerts.key", ondelete="CASCADE")),
    Column("moment", String(40), nullable=False, server_default=""),
)

# The query with which a watch last began.
begun = Table("begun", metadata, Column("watch", String(120), primary_key=True), Column("query", Text, nullable=False))

# No foreign keys from here on: an article's story is settled before its own row is written.
story_items = Table(
    "story_items",
    metadata,
    Column("article_id", String(16), primary_key=True),
    Column("moment", String(40), nullable=False),
    Column("day", Integer, nullable=False),
    Column("features", LargeBinary, nullable=False),
    Column("packed_keys", LargeBinary, nullable=False),
    Column("original", String(16), index=True),
    Column("story", String(16), nullable=False),
)

story_keys = Table(
    "story_keys",
    metadata,
    Column("key", BigInteger, primary_key=True),
    Column("day", Integer, primary_key=True),
    Column("article_id", String(16), primary_key=True),
    sqlite_with_rowid=False,
)

# Both directions are written, so that neighbours are found by one key.
story_links = Table(
    "story_links",
    metadata,
    Column("article_id", String(16), primary_key=True),
    Column("other_id", String(16), primary_key=True),
    Column("score", Float, nullable=False),
    sqlite_with_rowid=False,
)
