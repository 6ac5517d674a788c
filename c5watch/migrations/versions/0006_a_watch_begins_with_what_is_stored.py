"""A watch begins with what is stored: it knows facts that no alert told, and of when each is."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("told") as told:
        told.alter_column("alert_key", existing_type=sa.String(length=64), nullable=True)
        told.add_column(sa.Column("moment", sa.String(length=40), nullable=False, server_default=""))
    op.create_table(
        "begun",
        sa.Column("watch", sa.String(length=120), nullable=False),
        sa.Column("query", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("watch", name=op.f("pk_begun")),
    )
