"""What a watch was told."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "told",
        sa.Column("watch", sa.String(length=120), nullable=False),
        sa.Column("agreement", sa.String(length=120), nullable=False),
        sa.Column("fact", sa.String(length=200), nullable=False),
        sa.Column("alert_key", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(["alert_key"], ["alerts.key"], name=op.f("fk_told_alert_key"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("watch", "agreement", "fact", name=op.f("pk_told")),
    )
