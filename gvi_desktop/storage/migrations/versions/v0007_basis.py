"""Marks of notes (fact, assessment, hearsay) wherever notes are about people; indexes for links that count."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

MARKS = (
    ("help", "note_mark"),
    ("incident", "note_mark"),
    ("relation", "note_mark"),
    ("task", "note_mark"),
    ("letter", "note_mark"),
    ("speaker", "aftercare_mark"),
    ("notification", "followup_30_mark"),
    ("notification", "followup_90_mark"),
)
NOTED = (*MARKS, *((kind, "note_mark") for kind in ("person", "group", "notification", "phonecall")))
OLD = "ix_membership_group", "ix_membership_person"
NEW = (
    'CREATE INDEX ix_membership_group ON membership ("group", removed, to_on, from_on, person, approved_by)',
    'CREATE INDEX ix_membership_person ON membership (person, removed, "group", to_on, from_on, source, approved_by)',
    "CREATE INDEX ix_membership_unapproved ON membership (removed, to_on, from_on, \"group\") WHERE approved_by = ''",
    "CREATE INDEX ix_membership_unjudged ON membership (removed, to_on) "
    "WHERE reliability = 'unknown' OR accuracy = 'unknown'",
)


def upgrade() -> None:
    for kind, mark in MARKS:
        op.add_column(kind, sa.Column(mark, sa.Text))
    for name in OLD:
        op.drop_index(name, "membership")
    for statement in NEW:
        op.execute(statement)
    for kind, mark in NOTED:
        note = mark.removesuffix("_mark")
        op.execute(
            f"CREATE INDEX ix_{kind}_{note}_unmarked ON \"{kind}\" (removed) WHERE {note} != '' AND {mark} IS NULL"
        )


def downgrade() -> None:
    raise NotImplementedError("a vault is never taken back to an older program")
