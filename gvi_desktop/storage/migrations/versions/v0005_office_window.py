"""The window of the office's own envelopes."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

COLUMNS = ("window_left", "window_top", "window_width", "window_height")
"""Whole millimetres of the sheet; empty where the office uses the windows that come with the program."""


def upgrade() -> None:
    for name in COLUMNS:
        op.add_column("office", sa.Column(name, sa.Integer))


def downgrade() -> None:
    raise NotImplementedError("a vault is never taken back to an older program")
