"""The office's own letter texts."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

COLUMNS = (
    "made_by made_at compartment imported:i letter_kind language text status version:i supersedes approved_by "
    "approved_on sha256 reviewed_by reviewed_on"
)
"""Columns of a letter text; `:i` marks a whole number, the rest is text."""


def upgrade() -> None:
    parts: list[sa.Column[Any]] = [sa.Column("id", sa.Text, primary_key=True)]
    for column in COLUMNS.split():
        plain, _, number = column.partition(":")
        parts.append(sa.Column(plain, sa.Integer if number else sa.Text))
    parts.append(sa.Column("removed", sa.Integer, nullable=False, server_default="0"))
    parts.append(sa.Column("sort_text", sa.Text))
    op.create_table("lettertext", *parts)
    op.create_index("ix_lettertext_supersedes", "lettertext", ["supersedes"])
    op.create_index("ix_lettertext_sort_text", "lettertext", ["sort_text", "id", "removed"])


def downgrade() -> None:
    raise NotImplementedError("a vault is never taken back to an older program")
