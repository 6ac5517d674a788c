"""Copies go with their original: only originals have keys and links.

Features have another form from here on, so that those held so far go; `c5watch reprocess` makes them anew. Until then new
articles find no older ones; the stories that articles have stay as they are.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for name in ("story_items", "story_keys", "story_links"):
        op.drop_table(name)
    op.create_table(
        "story_items",
        sa.Column("article_id", sa.String(length=16), nullable=False),
        sa.Column("moment", sa.String(length=40), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("features", sa.LargeBinary(), nullable=False),
        sa.Column("packed_keys", sa.LargeBinary(), nullable=False),
        sa.Column("original", sa.String(length=16), nullable=True),
        sa.Column("story", sa.String(length=16), nullable=False),
        sa.PrimaryKeyConstraint("article_id", name=op.f("pk_story_items")),
    )
    op.create_index(op.f("ix_story_items_original"), "story_items", ["original"])
    op.create_table(
        "story_keys",
        sa.Column("key", sa.BigInteger(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.String(length=16), nullable=False),
        sa.PrimaryKeyConstraint("key", "day", "article_id", name=op.f("pk_story_keys")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "story_links",
        sa.Column("article_id", sa.String(length=16), nullable=False),
        sa.Column("other_id", sa.String(length=16), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("article_id", "other_id", name=op.f("pk_story_links")),
        sqlite_with_rowid=False,
    )
