"""A page from the archive is no new one: where it ended is found by its place there."""

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_outcomes_archive", "outcomes", ["archive"])
