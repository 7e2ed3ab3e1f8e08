"""Pauses and extensions of retention clocks, rights cases, and how long backups outlast an erasure."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

COMMON = "imported:i made_by made_at compartment sort_text"
TABLES = {
    "pause": "person from_on to_on why",
    "extension": "person on ground source note",
    "rightscase": "case_type person received_on from_whom way due_on about outcome reason decided_on decided_by "
    "told_on",
}
"""The new concepts; `:i` marks a whole number, the rest is text."""


def upgrade() -> None:
    for name, columns in TABLES.items():
        made: list[sa.Column[Any]] = [sa.Column("id", sa.Text, primary_key=True)]
        for column in f"{COMMON} {columns}".split():
            plain, _, number = column.partition(":")
            made.append(sa.Column(plain, sa.Integer) if number else sa.Column(plain, sa.Text))
        op.create_table(name, *made, sa.Column("removed", sa.Integer, nullable=False, server_default="0"))
        op.create_index(f"ix_{name}_person", name, ["person"])
    op.create_index("ix_rightscase_due_on", "rightscase", ["due_on", "id", "removed"])
    op.add_column("office", sa.Column("backup_days", sa.Integer))


def downgrade() -> None:
    raise NotImplementedError("a vault is never taken back to an older program")
