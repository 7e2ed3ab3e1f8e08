"""Key events, what was noticed of each bundle, and recalls that are answered."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

BUNDLE = ("created", "notices", "why", "audience")
DISCLOSURE = ("peer", "recall_state", "recall_answer", "recall_answered_on", "recall_answered_by")


def upgrade() -> None:
    op.create_table(
        "keyevent",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("peer", sa.Text, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("raw", sa.LargeBinary, nullable=False),
    )
    op.create_index("ix_keyevent_peer", "keyevent", ["peer"])
    for name in BUNDLE:
        op.add_column("bundle", sa.Column(name, sa.Text, nullable=False, server_default=""))
    for name in ("again", "withheld"):
        op.add_column("bundle", sa.Column(name, sa.Integer, nullable=False, server_default="0"))
    op.add_column("contact", sa.Column("recovery_key", sa.Text))
    for name in DISCLOSURE:
        op.add_column("disclosure", sa.Column(name, sa.Text))


def downgrade() -> None:
    raise NotImplementedError("a vault is never taken back to an older program")
