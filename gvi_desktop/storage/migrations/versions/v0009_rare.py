"""Erased records, and those of a later version, are found without reading the whole history."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Only rows that are in it cost anything: a usual save never touches them.
    op.create_index("ix_history_dead", "history", ["kind"], sqlite_where=sa.text("dead_hlc IS NOT NULL"))
    op.create_index("ix_history_extra", "history", ["n"], sqlite_where=sa.text("extra IS NOT NULL"))


def downgrade() -> None:
    raise NotImplementedError("a vault is never taken back to an older program")
