"""SQLAlchemy tables: one a concept, its columns derived from the record's fields, with the indexes lists need."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, Index, Integer, MetaData, Table, Text, text

from gvi_desktop.domain.kinds import RECORDS
from gvi_desktop.domain.record import COMMON
from gvi_desktop.storage.rows.codec import codecs

metadata = MetaData()

SORTED_BY: dict[str, tuple[str, ...]] = {
    "person": ("code_name", "family_name", "next_review_on", "personal_number", "birth_date"),
    "group": ("name",),
    "membership": ("review_on",),
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
}
"""Columns with an index of their own, beside every reference to another record."""

UNFOLLOWED = (
    "outcome = 'reached' AND corrected = 0 AND imported = 0 AND (followup_30_on IS NULL OR followup_90_on IS NULL)"
)
"""Talks that are still to be followed up; a query says it in the same words, or SQLite does not take the index."""

SPECIAL: dict[str, dict[str, tuple[tuple[str, ...], str]]] = {
    "notification": {
        "made": (("on", "id", "removed", "outcome"), ""),
        "planned": (("planned_on", "id", "removed"), "outcome IS NULL"),
        "unfollowed": (("on", "followup_30_on", "followup_90_on", "removed"), UNFOLLOWED),
        "progress": (("round", "outcome", "corrected", "removed", "person"), ""),
    },
}
"""Indexes that answer a whole question of a long list: their columns, and the rows they are kept to."""


def _table(record: type[Any]) -> Table:
    kind = record.kind
    known = codecs(record)
    columns: list[Column[Any]] = [Column("id", Text, primary_key=True)]
    columns += [Column(name, Integer if known[name].number else Text) for name in known if name != "id"]
    columns += [Column("removed", Integer, nullable=False, server_default="0")]
    columns += [Column("sort_text", Text)]
    refs = [name for name, codec in known.items() if codec.ref and not codec.elements]
    indexes = [Index(f"ix_{kind}_{name}", name) for name in refs]
    # Ordered ids come from such an index alone: the rows of a hundred thousand records need not be decrypted for them.
    ordered = (*SORTED_BY.get(kind, ()), "sort_text")
    indexes += [Index(f"ix_{kind}_{name}", name, "id", "removed") for name in ordered]
    for name, (parts, kept_to) in SPECIAL.get(kind, {}).items():
        indexes.append(Index(f"ix_{kind}_{name}", *parts, sqlite_where=text(kept_to) if kept_to else None))
    return Table(kind, metadata, *columns, *indexes)


TABLES: dict[str, Table] = {record.kind: _table(record) for record in RECORDS}


def table(record: type[Any]) -> Table:
    """The table of a record class."""
    return TABLES[record.kind]


def data_columns(record: type[Any]) -> list[str]:
    """Names of the synced fields as columns: all but the id and the compartment (which the history holds)."""
    return [name for name in codecs(record) if name not in ("id", "compartment")] + ["removed"]


__all__ = ["COMMON", "TABLES", "data_columns", "metadata", "table"]
