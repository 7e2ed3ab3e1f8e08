"""SQLAlchemy tables: one a concept, its columns derived from the record's fields, with the indexes lists need."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, Index, Integer, MetaData, Table, Text, text

from gvi_desktop.domain.kinds import RECORDS
from gvi_desktop.domain.record import COMMON, marks
from gvi_desktop.storage.rows.codec import codecs

metadata = MetaData()

SORTED_BY: dict[str, tuple[str, ...]] = {
    "person": ("code_name", "family_name", "next_review_on", "personal_number"),
    "group": ("name",),
    "incident": ("on",),
    "callin": ("on", "number"),
    "phonecall": ("on",),
    "help": ("asked_on",),
    "focus": ("start_on", "review_on"),
    "task": ("due_on",),
    "letter": ("number", "printed_on"),
    "script": ("title",),
    "block": ("title",),
    "round": ("from_on", "name"),
    "rightscase": ("due_on",),
}
"""Columns with an index of their own, beside every reference to another record."""

UNNAMED = ("membership", "notification", "pause", "extension", "rightscase")
"""Kinds of many records that no list orders by name: they have no index for it."""

UNFOLLOWED = (
    "outcome = 'reached' AND corrected = 0 AND imported = 0 AND (followup_30_on IS NULL OR followup_90_on IS NULL)"
)
"""Talks that are still to be followed up; a query says it in the same words, or SQLite does not take the index."""

IMPORTED = "imported = 1"
"""What came by import and nobody has looked at; said in the same words for the same reason."""

UNAPPROVED = "approved_by = ''"
UNJUDGED = "reliability = 'unknown' OR accuracy = 'unknown'"
"""Links that wait for a second user, and links whose source nobody has judged."""


def unmarked(note: str, mark: str) -> str:
    """A note that does not say whether it is fact, assessment or hearsay."""
    return f"{note} != '' AND {mark} IS NULL"


SPECIAL: dict[str, dict[str, tuple[tuple[str, ...], str]]] = {
    "person": {
        "known": (("id", "removed"), ""),
        "birth_date": (("birth_date", "id", "removed", "birth_year"), ""),
        "regime": (("regime", "retention_from", "made_at"), ""),
        "imported": (("removed",), IMPORTED),
    },
    "membership": {
        "person": (("person", "removed", "group", "to_on", "from_on", "source", "approved_by"), ""),
        "group": (("group", "removed", "to_on", "from_on", "person", "approved_by"), ""),
        "unapproved": (("removed", "to_on", "from_on", "group"), UNAPPROVED),
        "unjudged": (("removed", "to_on"), UNJUDGED),
        "review_on": (("review_on", "id", "removed", "to_on"), ""),
        "imported": (("removed",), IMPORTED),
    },
    "notification": {
        "made": (("on", "at", "id", "removed", "outcome", "group", "round", "planned_on"), ""),
        "planned": (("planned_on", "id", "removed"), "outcome IS NULL"),
        "unfollowed": (("on", "followup_30_on", "followup_90_on", "removed"), UNFOLLOWED),
        "person": (("person", "outcome", "corrected", "removed", "on", "at", "planned_on", "id"), ""),
        "group": (("group", "outcome", "corrected", "removed", "on", "person"), ""),
        "round": (("round", "outcome", "corrected", "removed", "on", "at", "planned_on", "id", "person"), ""),
        "figures": (
            ("on", "outcome", "place", "corrected", "removed", "message_1", "message_2", "message_3", "asked_for_help"),
            "",
        ),
        "imported": (("removed",), IMPORTED),
    },
}
"""Indexes that answer a whole question of long lists and figures: their columns, and the rows they are kept to. One
named after a reference takes the place of its plain index."""


def _table(record: type[Any]) -> Table:
    kind = record.kind
    known = codecs(record)
    columns: list[Column[Any]] = [Column("id", Text, primary_key=True)]
    columns += [Column(name, Integer if known[name].number else Text) for name in known if name != "id"]
    columns += [Column("removed", Integer, nullable=False, server_default="0")]
    columns += [Column("sort_text", Text)]
    special = SPECIAL.get(kind, {})
    refs = [name for name, codec in known.items() if codec.ref and not codec.elements and name not in special]
    indexes = [Index(f"ix_{kind}_{name}", name) for name in refs]
    # Ordered ids come from such an index alone: the rows of a hundred thousand records need not be decrypted for them.
    ordered = SORTED_BY.get(kind, ()) if kind in UNNAMED else (*SORTED_BY.get(kind, ()), "sort_text")
    indexes += [Index(f"ix_{kind}_{name}", name, "id", "removed") for name in ordered]
    for name, (parts, kept_to) in special.items():
        indexes.append(Index(f"ix_{kind}_{name}", *parts, sqlite_where=text(kept_to) if kept_to else None))
    for note, mark in marks(record).items():
        indexes.append(Index(f"ix_{kind}_{note}_unmarked", "removed", sqlite_where=text(unmarked(note, mark))))
    return Table(kind, metadata, *columns, *indexes)


TABLES: dict[str, Table] = {record.kind: _table(record) for record in RECORDS}


def table(record: type[Any]) -> Table:
    """The table of a record class."""
    return TABLES[record.kind]


def data_columns(record: type[Any]) -> list[str]:
    """Names of the synced fields as columns: all but the id and the compartment (which the history holds)."""
    return [name for name in codecs(record) if name not in ("id", "compartment")] + ["removed"]


__all__ = ["COMMON", "TABLES", "data_columns", "metadata", "table"]
