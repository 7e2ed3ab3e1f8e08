"""The vault's own tables: histories, journal, steps, replica, secrets, exchange ledger, drafts."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, LargeBinary, Table, Text, text

from gvi_desktop.storage.rows.tables import metadata

history = Table(
    "history",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("compartment", Text, nullable=False),
    Column("lsn", Integer, nullable=False),
    Column("conflicts", Integer, nullable=False, server_default="0"),
    Column("meta", LargeBinary),
    Column("extra", LargeBinary),
    Column("dead_hlc", Integer),
    Column("dead_replica", Text),
    Index("ix_history_lsn", "lsn"),
    Index("ix_history_conflicts", "conflicts"),
    Index("ix_history_dead", "kind", sqlite_where=text("dead_hlc IS NOT NULL")),
    Index("ix_history_extra", "n", sqlite_where=text("extra IS NOT NULL")),
)
"""One row a record: version vectors a field, grouped by save; values of unknown fields; or the tombstone."""

journal = Table(
    "journal",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("step", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("hlc", Integer, nullable=False),
    Column("by", Text, nullable=False),
    Column("user", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("kind", Text),
    Column("record", Text),
    Column("detail", Text),
    Column("digest", LargeBinary),
    Column("prev", LargeBinary, nullable=False),
    Column("hash", LargeBinary, nullable=False),
    Index("ix_journal_step", "step"),
    Index("ix_journal_record", "record"),
)
"""Append-only (triggers refuse change and removal) and hash-chained."""

journal_value = Table(
    "journal_value",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("record", Text),
    Column("salt", LargeBinary, nullable=False),
    Column("payload", LargeBinary, nullable=False),
    Index("ix_journal_value_record", "record"),
)
"""What an entry's digest commits to; erasure removes it and the chain still verifies."""

sample = Table(
    "sample",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("month", Text, nullable=False),
    Column("user", Text, nullable=False),
    Column("drawn", Text, nullable=False),
    Column("verdict", Text),
    Column("note", Text),
    Column("by", Text),
    Column("at", Text),
    Index("ix_sample_month", "month"),
)
"""Entries of the journal drawn by lot for review, a month at a time, and what a second user said of each. The note
is no part of the journal, so that it can go with a person whom it names."""

step = Table(
    "step",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("at", Text, nullable=False),
    Column("user", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("undoes", Text),
    Column("undone_by", Text),
)

replica = Table(
    "replica",
    metadata,
    Column("only", Integer, primary_key=True),
    Column("peer", Text, nullable=False),
    Column("base", Text, nullable=False),
    Column("inc", Integer, nullable=False),
    Column("counter", Integer, nullable=False),
    Column("lsn", Integer, nullable=False),
    Column("hlc", Integer, nullable=False),
    Column("home", Text, nullable=False),
)
"""This copy of the vault: peer, replica, incarnation, and how far its counters have come."""

secret = Table(
    "secret", metadata, Column("name", Text, primary_key=True), Column("value", LargeBinary, nullable=False)
)

account = Table(
    "account",
    metadata,
    Column("peer", Text, primary_key=True),
    Column("scope", Text, nullable=False, server_default=""),
    Column("state", Text, nullable=False),
)
"""The exchange with one peer: the scope its bundles have, and the ledger of what was sent, acknowledged, received."""

origin = Table(
    "origin",
    metadata,
    Column("lsn", Integer, primary_key=True),
    Column("replica", Text, nullable=False),
)
"""Log positions whose cells came from a colleague as they are there: not echoed to that colleague."""

quarantine = Table(
    "quarantine",
    metadata,
    Column("id", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("peer", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("raw", LargeBinary, nullable=False),
)
"""Records of a later version, kept whole until a program that reads them opens the vault."""

bundle = Table(
    "bundle",
    metadata,
    Column("id", Text, primary_key=True),
    Column("direction", Text, nullable=False),
    Column("peer", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("replica", Text, nullable=False),
    Column("lo", Integer, nullable=False),
    Column("hi", Integer, nullable=False),
    Column("records", Integer, nullable=False),
    Column("quarantined", Integer, nullable=False, server_default="0"),
    Column("status", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("created", Text, nullable=False, server_default=""),
    Column("notices", Text, nullable=False, server_default=""),
    Column("why", Text, nullable=False, server_default=""),
    Column("again", Integer, nullable=False, server_default="0"),
    Column("audience", Text, nullable=False, server_default=""),
    Column("withheld", Integer, nullable=False, server_default="0"),
)
"""Every bundle written, taken in or refused: codes of what was noticed, why it was refused, how often it came again.
`sha256` is the sealed file's of one we wrote, the content's of one that came; `audience` a hash of who it is for."""

keyevent = Table(
    "keyevent",
    metadata,
    Column("id", Text, primary_key=True),
    Column("peer", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("raw", LargeBinary, nullable=False),
    Index("ix_keyevent_peer", "peer"),
)
"""Signed key events, our own and our colleagues': kept for ever and carried in every bundle."""

draft = Table(
    "draft",
    metadata,
    Column("user", Text, primary_key=True),
    Column("place", Text, primary_key=True),
    Column("at", Text, nullable=False),
    Column("values", Text, nullable=False),
)
"""Forms that were open when the lock fell; local, never journaled and never sent."""
