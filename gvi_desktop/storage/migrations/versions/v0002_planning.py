"""Rehearsal lists, what was said, aftercare, teams of a round, the help directory; indexes for lists and figures."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

COLUMNS = {
    "agency": "in_directory:i hours offers",
    "callin": "rehearsal_checks corrections",
    "speaker": "aftercare_on aftercare_done_on said_version said_sha256",
    "block": "checked_by checked_on",
    "round": "teams",
}
"""New columns of each concept; `:i` marks a whole number, the rest is text."""

REPLACED = (
)
"""Indexes that others take the place of."""

CREATED = (
)


def upgrade() -> None:
    for name, columns in COLUMNS.items():
        for column in columns.split():
            plain, _, number = column.partition(":")
            op.add_column(name, sa.Column(plain, sa.Integer if number else sa.Text))
    for index in REPLACED.split():
        op.execute(f"DROP INDEX {index}")
    for statement in CREATED:
        op.execute(statement)


def downgrade() -> None:
    raise NotImplementedError("a vault is never taken back to an older program")
