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
    "ix_person_birth_date ix_person_regime ix_membership_group ix_membership_person ix_membership_review_on "
    "ix_membership_sort_text ix_notification_group ix_notification_made ix_notification_person "
    "ix_notification_progress ix_notification_round ix_notification_sort_text"
)
"""Indexes that others take the place of."""

CREATED = (
    "CREATE INDEX ix_person_birth_date ON person (birth_date, id, removed, birth_year)",
    "CREATE INDEX ix_person_imported ON person (removed) WHERE imported = 1",
    "CREATE INDEX ix_person_known ON person (id, removed)",
    "CREATE INDEX ix_person_regime ON person (regime, retention_from, made_at)",
    "CREATE INDEX ix_membership_group ON membership (\"group\", removed, to_on, from_on, person)",
    "CREATE INDEX ix_membership_imported ON membership (removed) WHERE imported = 1",
    "CREATE INDEX ix_membership_person ON membership (person, removed, \"group\", to_on, from_on, source)",
    "CREATE INDEX ix_membership_review_on ON membership (review_on, id, removed, to_on)",
    "CREATE INDEX ix_notification_figures ON notification (\"on\", outcome, place, corrected, removed, message_1, "
    "message_2, message_3, asked_for_help)",
    "CREATE INDEX ix_notification_group ON notification (\"group\", outcome, corrected, removed, \"on\", person)",
    "CREATE INDEX ix_notification_imported ON notification (removed) WHERE imported = 1",
    "CREATE INDEX ix_notification_made ON notification (\"on\", at, id, removed, outcome, \"group\", round, "
    "planned_on)",
    "CREATE INDEX ix_notification_person ON notification (person, outcome, corrected, removed, \"on\", at, "
    "planned_on, id)",
    "CREATE INDEX ix_notification_round ON notification (round, outcome, corrected, removed, \"on\", at, "
    "planned_on, id, person)",
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
