"""What is withheld from a user, and the monthly sample of the journal."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("user", sa.Column("withheld", sa.Text))
    op.create_table(
        "sample",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("month", sa.Text, nullable=False),
        sa.Column("user", sa.Text, nullable=False),
        sa.Column("drawn", sa.Text, nullable=False),
        sa.Column("verdict", sa.Text),
        sa.Column("note", sa.Text),
        sa.Column("by", sa.Text),
        sa.Column("at", sa.Text),
    )
    op.create_index("ix_sample_month", "sample", ["month"])


def downgrade() -> None:
    raise NotImplementedError("a vault is never taken back to an older program")
