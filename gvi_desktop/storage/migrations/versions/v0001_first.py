"""The first shape of the vault: a table a concept, the histories, the journal and the exchange ledger."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

CONCEPTS = {
    "office": (
        "made_by made_at compartment imported:i programme town agency agency_kind phone phone_hours purpose "
        "parties area from_on to_on time_zone language logo number_prefix"
    ),
    "user": "made_by made_at compartment imported:i name agency role active:i",
    "agency": "made_by made_at compartment imported:i name agency_kind phone email address note",
    "person": (
        "made_by made_at compartment imported:i code_name given_name family_name birth_date birth_year:i "
        "personal_number language interpreter:i supervision supervision_officer supervision_ends_on role "
        "protection address contact_ways guardian_decision guardian_decided_on best_interests minor_proposed_by "
        "minor_approved_by next_review_on under_review:i regime retention_from note_mark note"
    ),
    "guardian": "made_by made_at compartment imported:i person name relation phone address language",
    "group": "made_by made_at compartment imported:i name area size:i cohesion status next_review_on note_mark note",
    "relation": "made_by made_at compartment imported:i group other relation_kind from_on to_on source note",
    "membership": (
        "made_by made_at compartment imported:i person group from_on to_on source source_kind reliability "
        "accuracy basis proposed_by approved_by approved_on review_on"
    ),
    "incident": (
        "made_by made_at compartment imported:i on incident_type area group certainty retaliation_risk:i decision "
        "decided_on decided_why note"
    ),
    "callin": (
        "made_by made_at compartment imported:i number:i on start venue status groups owner plan rehearsed_on "
        "rehearsal_note go_72 go_72_reason go_24 go_24_reason security_note debrief followed_up_on "
        "cancelled_reason"
    ),
    "invitee": (
        "made_by made_at compartment imported:i callin person group basis way letter noticed_on answer transport "
        "seat:i officer_behind cleared_by cleared_reason cleared_stops checked_in checked_out result"
    ),
    "speaker": (
        "made_by made_at compartment imported:i callin position:i name role agency contact minutes:i script "
        "agreed:i last_spoke_on aftercare"
    ),
    "block": "made_by made_at compartment imported:i title message language text legal_checked:i",
    "script": (
        "made_by made_at compartment imported:i title role audience language blocks status version:i supersedes "
        "approvals passages sha256 note"
    ),
    "plan": "made_by made_at compartment imported:i name language steps",
    "round": "made_by made_at compartment imported:i name reason from_on to_on targets responsible",
    "notification": (
        "made_by made_at compartment imported:i person group round trigger planned_on on at place team language "
        "interpreter:i outcome others_heard message_1:i message_2:i message_3:i legal_information:i script "
        "script_version handout reaction asked_for_help:i guardian_present:i concern_considered:i concern_note "
        "next_step next_step_on followup_30 followup_30_on followup_90 followup_90_on note_mark note corrects "
        "corrected:i logged_at"
    ),
    "phonecall": (
        "made_by made_at compartment imported:i on at channel taken_by caller anonymous:i number person "
        "person_consents:i heard_from need acute_danger:i action handed_to callback_due callback_done consents "
        "note_mark note"
    ),
    "help": (
        "made_by made_at compartment imported:i person anonymous:i asked_on asked_at asked_how call help_kind "
        "provider consent:i stage ended_why first_contact_on first_contact_at followups note"
    ),
    "focus": (
        "made_by made_at compartment imported:i group incidents decided_by decided_on basis certainty start_on "
        "review_on reviewed_on attribution_reopened:i exclusions exclusions_note proportionality told_on told_how "
        "end_on end_reason evaluation"
    ),
    "measure": "made_by made_at compartment imported:i focus agency responsible what legal_ground counters",
    "task": (
        "made_by made_at compartment imported:i title owner_agency owner due_on callin offset_days:i subject_kind "
        "subject done_on note"
    ),
    "letter": (
        "made_by made_at compartment imported:i number letter_kind template_version language person callin round "
        "subject printed_on copies:i sha256 way by_hand_with result result_on note"
    ),
    "disclosure": (
        "made_by made_at compartment imported:i on way what records:i people agency contact ground weighing "
        "conditions decided_by received:i reference recalled_on recalled_why"
    ),
    "ground": "made_by made_at compartment imported:i code title text source valid_from valid_to",
    "regime": (
        "made_by made_at compartment imported:i code name months:i hard_months:i start_event source source_on "
        "note"
    ),
    "contact": (
        "made_by made_at compartment imported:i name agency agency_kind peer sign_key age_key serial:i preset "
        "clearance purpose verified_how verified_on verified_by expires_on revoked_on"
    ),
}
"""Columns of each concept; `:i` marks a whole number, the rest is text."""

INDEXES = {
    "office": "sort_text:o",
    "user": "sort_text:o",
    "agency": "sort_text:o",
    "person": "birth_date:o code_name:o family_name:o next_review_on:o personal_number:o regime sort_text:o",
    "guardian": "person sort_text:o",
    "group": "name:o sort_text:o",
    "relation": "group other sort_text:o",
    "membership": "group person review_on:o sort_text:o",
    "incident": "group on:o sort_text:o",
    "callin": "number:o on:o plan sort_text:o",
    "invitee": "callin group letter person sort_text:o",
    "speaker": "callin script sort_text:o",
    "block": "sort_text:o title:o",
    "script": "sort_text:o supersedes title:o",
    "plan": "sort_text:o",
    "round": "from_on:o name:o sort_text:o",
    "notification": "corrects group person round script sort_text:o",
    "phonecall": "on:o person sort_text:o",
    "help": "asked_on:o call person sort_text:o",
    "focus": "group review_on:o sort_text:o start_on:o",
    "measure": "focus sort_text:o",
    "task": "callin due_on:o sort_text:o",
    "letter": "callin number:o person printed_on:o round sort_text:o",
    "disclosure": "sort_text:o",
    "ground": "sort_text:o",
    "regime": "sort_text:o",
    "contact": "sort_text:o",
}

SPECIAL = (
    "CREATE INDEX ix_notification_made ON notification (\"on\", id, removed, outcome)",
    "CREATE INDEX ix_notification_planned ON notification (planned_on, id, removed) WHERE outcome IS NULL",
    "CREATE INDEX ix_notification_progress ON notification (round, outcome, corrected, removed, person)",
    "CREATE INDEX ix_notification_unfollowed ON notification (\"on\", followup_30_on, followup_90_on, removed) "
    "WHERE outcome = 'reached' AND corrected = 0 AND imported = 0 AND (followup_30_on IS NULL OR followup_90_on "
    "IS NULL)",
)
"""Indexes over several columns, some of them kept to the rows one question asks for."""

LEDGER = (
    "CREATE TABLE account ( peer TEXT NOT NULL, scope TEXT DEFAULT '' NOT NULL, state TEXT NOT NULL, PRIMARY KEY "
    "(peer) )",
    "CREATE TABLE bundle ( id TEXT NOT NULL, direction TEXT NOT NULL, peer TEXT NOT NULL, at TEXT NOT NULL, "
    "replica TEXT NOT NULL, lo INTEGER NOT NULL, hi INTEGER NOT NULL, records INTEGER NOT NULL, quarantined "
    "INTEGER DEFAULT '0' NOT NULL, status TEXT NOT NULL, sha256 TEXT NOT NULL, name TEXT NOT NULL, PRIMARY KEY "
    "(id) )",
    "CREATE TABLE draft ( user TEXT NOT NULL, place TEXT NOT NULL, at TEXT NOT NULL, \"values\" TEXT NOT NULL, "
    "PRIMARY KEY (user, place) )",
    "CREATE TABLE history ( n INTEGER NOT NULL, id TEXT NOT NULL, kind TEXT NOT NULL, compartment TEXT NOT NULL, "
    "lsn INTEGER NOT NULL, conflicts INTEGER DEFAULT '0' NOT NULL, meta BLOB, extra BLOB, dead_hlc INTEGER, "
    "dead_replica TEXT, PRIMARY KEY (n), UNIQUE (id) )",
    "CREATE INDEX ix_history_conflicts ON history (conflicts)",
    "CREATE INDEX ix_history_lsn ON history (lsn)",
    "CREATE TABLE journal ( seq INTEGER NOT NULL, step TEXT NOT NULL, at TEXT NOT NULL, hlc INTEGER NOT NULL, "
    "\"by\" TEXT NOT NULL, user TEXT NOT NULL, action TEXT NOT NULL, kind TEXT, record TEXT, detail TEXT, digest "
    "BLOB, prev BLOB NOT NULL, hash BLOB NOT NULL, PRIMARY KEY (seq) )",
    "CREATE INDEX ix_journal_record ON journal (record)",
    "CREATE INDEX ix_journal_step ON journal (step)",
    "CREATE TABLE journal_value ( seq INTEGER NOT NULL, record TEXT, salt BLOB NOT NULL, payload BLOB NOT NULL, "
    "PRIMARY KEY (seq) )",
    "CREATE INDEX ix_journal_value_record ON journal_value (record)",
    "CREATE TABLE origin ( lsn INTEGER NOT NULL, replica TEXT NOT NULL, PRIMARY KEY (lsn) )",
    "CREATE TABLE quarantine ( id TEXT NOT NULL, kind TEXT NOT NULL, peer TEXT NOT NULL, at TEXT NOT NULL, raw "
    "BLOB NOT NULL, PRIMARY KEY (id) )",
    "CREATE TABLE replica ( only INTEGER NOT NULL, peer TEXT NOT NULL, base TEXT NOT NULL, inc INTEGER NOT NULL, "
    "counter INTEGER NOT NULL, lsn INTEGER NOT NULL, hlc INTEGER NOT NULL, home TEXT NOT NULL, PRIMARY KEY (only) "
    ")",
    "CREATE TABLE secret ( name TEXT NOT NULL, value BLOB NOT NULL, PRIMARY KEY (name) )",
    "CREATE TABLE step ( n INTEGER NOT NULL, id TEXT NOT NULL, at TEXT NOT NULL, user TEXT NOT NULL, title TEXT "
    "NOT NULL, undoes TEXT, undone_by TEXT, PRIMARY KEY (n), UNIQUE (id) )",
)

SEARCH = (
    "CREATE VIRTUAL TABLE search USING fts5("
    "kind, words, sounds, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3')",
    "INSERT INTO search(search, rank) VALUES('secure-delete', 1)",
)

APPEND_ONLY = (
    "CREATE TRIGGER journal_no_change BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'append-only'); END",
    "CREATE TRIGGER journal_no_removal BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'append-only'); END",
    "CREATE TRIGGER value_no_change BEFORE UPDATE ON journal_value BEGIN SELECT RAISE(ABORT, 'append-only'); END",
)


def upgrade() -> None:
    for name, columns in CONCEPTS.items():
        parts: list[sa.Column[Any]] = [sa.Column("id", sa.Text, primary_key=True)]
        for column in columns.split():
            plain, _, number = column.partition(":")
            parts.append(sa.Column(plain, sa.Integer if number else sa.Text))
        parts.append(sa.Column("removed", sa.Integer, nullable=False, server_default="0"))
        parts.append(sa.Column("sort_text", sa.Text))
        op.create_table(name, *parts)
        for indexed in INDEXES[name].split():
            plain, _, ordered = indexed.partition(":")
            op.create_index(f"ix_{name}_{plain}", name, [plain, "id", "removed"] if ordered else [plain])
    for statement in (*SPECIAL, *LEDGER, *SEARCH, *APPEND_ONLY):
        op.execute(statement)


def downgrade() -> None:
    for name in CONCEPTS:
        op.drop_table(name)
