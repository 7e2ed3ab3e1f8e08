"""The journal: append-only, hash-chained; values stand apart, so an erasure takes them and the chain still holds."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import orjson
from sqlalchemy import Connection, Select, func, or_, select

from gvi_desktop.domain.history import Hlc, Value
from gvi_desktop.storage.rows import ledger
from gvi_desktop.storage.statements import delete_rows, insert_rows

GENESIS = b"\0" * 32
ENTRY = tuple(column.name for column in ledger.journal.columns)
VALUES = tuple(column.name for column in ledger.journal_value.columns)
SALT, SALTS = 16, 64
CHUNK = 1000
"""Entries in memory at a time."""
Values = Mapping[str, tuple[Value, Value]]
"""Field -> (before, after)."""
WITHDRAWN = "redact"
"""Action of an entry whose detail names the earlier entries that lost their values: a name was taken out of them."""
RESCUED = "rescue"
"""Action of the entry with which a vault begins that was read out of a damaged one; the last entries may be lost."""
SAID = "/said"
"""Stands among the values for what somebody gave as a reason: no field, and gone with the record's values."""


@dataclass(frozen=True)
class Entry:
    """One line of the journal; `values` is None where nothing was changed or the record has been erased."""

    seq: int
    step: str
    at: str
    by: str
    action: str
    kind: str | None
    record: str | None
    detail: str | None
    values: dict[str, tuple[Value, Value]] | None
    hlc: Hlc = 0
    """The clock by which saves are ordered, which never goes back."""


class Journal:
    """Writes the entries of one step, in order, onto the chain."""

    def __init__(self, connection: Connection, *, step: str, at: str, hlc: int, by: str, user: str) -> None:
        self._connection = connection
        self._step, self._at, self._hlc, self._by, self._user = step, at, hlc, by, user
        self._head: tuple[int, bytes] | None = None
        self._salts: list[bytes] = []
        self._entries: list[tuple[object, ...]] = []
        self._values: list[tuple[object, ...]] = []

    def note(
        self, action: str, kind: str | None, record: str | None, values: Values | None = None, detail: str | None = None
    ) -> None:
        """Add one entry."""
        seq, prev = self._head or head(self._connection)
        seq += 1
        digest = None
        if values:
            salt, payload = self._salt(), orjson.dumps(values)
            digest = hashlib.sha256(salt + payload).digest()
            self._values.append((seq, record, salt, payload))
        fields = (seq, self._step, self._at, self._hlc, self._by, self._user, action, kind, record, detail)
        link = link_hash(prev, fields, digest)
        self._entries.append((*fields, digest, prev, link))
        self._head = (seq, link)

    def _salt(self) -> bytes:
        """Sixteen random bytes; the system is asked for many at a time."""
        if not self._salts:
            drawn = os.urandom(SALT * SALTS)
            self._salts = [drawn[start : start + SALT] for start in range(0, len(drawn), SALT)]
        return self._salts.pop()

    @property
    def newest(self) -> tuple[int, bytes] | None:
        """Number and hash of the last entry that was noted; None for none."""
        return self._head

    def flush(self) -> None:
        """Write what has been noted."""
        if self._entries:
            insert_rows(self._connection, ledger.journal, ENTRY, self._entries)
            insert_rows(self._connection, ledger.journal_value, VALUES, self._values)
            self._entries, self._values = [], []


def head(connection: Connection) -> tuple[int, bytes]:
    """Number and hash of the newest entry."""
    row = connection.execute(
        select(ledger.journal.c.seq, ledger.journal.c.hash).order_by(ledger.journal.c.seq.desc()).limit(1)
    ).first()
    return (0, GENESIS) if row is None else (int(row[0]), bytes(row[1]))


def link_hash(prev: bytes, fields: tuple[object, ...], digest: bytes | None) -> bytes:
    """The hash of an entry: over the entry before it, its own words and the digest of its values."""
    return hashlib.sha256(prev + orjson.dumps(fields) + (digest or b"")).digest()


def broken_links(connection: Connection) -> list[int]:
    """Numbers of entries whose link or values do not fit; values may be missing only where the record was erased, or
    where a later entry says that they were withdrawn, and may stand only where an entry commits to them."""
    j, v, h = ledger.journal.c, ledger.journal_value.c, ledger.history.c
    dead = {row[0] for row in connection.execute(select(h.id).where(h.dead_hlc.is_not(None)))}
    withdrawn = _withdrawn(connection)
    query = (
        select(
            j.seq, j.step, j.at, j.hlc, j.by, j.user, j.action, j.kind, j.record, j.detail,
            j.digest, j.prev, j.hash, v.salt, v.payload, v.record,
        )
        .select_from(ledger.journal.outerjoin(ledger.journal_value, j.seq == v.seq))
        .order_by(j.seq)
    )  # fmt: skip
    broken, before, expected = [], GENESIS, 1
    # Plain tuples of the driver: of half a million entries the wrapping of each row would be a good part of the time.
    rows = connection.execute(query).cursor
    while rows is not None and (chunk := rows.fetchmany(CHUNK)):
        for row in chunk:
            digest, prev, link, salt, payload, of = row[10:]
            fits = prev == before and row[0] == expected and link_hash(prev, row[:10], digest) == link
            if digest is not None:
                if payload is None:
                    fits = fits and (row[8] in dead or (row[8], row[0]) in withdrawn)
                else:
                    fits = fits and hashlib.sha256(salt + payload).digest() == digest and of == row[8]
            elif payload is not None:
                fits = False
            if not fits:
                broken.append(int(row[0]))
            before, expected = bytes(link), int(row[0]) + 1
    # Values of no entry: nobody reads them in order, but a record's history would show them.
    strays = select(v.seq).where(v.seq.not_in(select(j.seq))).order_by(v.seq)
    return broken + [int(row[0]) for row in connection.execute(strays)]


def _withdrawn(connection: Connection) -> set[tuple[str, int]]:
    """(record, number) of the entries that lost their values for a name in them."""
    j = ledger.journal.c
    rows = connection.execute(select(j.record, j.detail, j.seq).where(j.action == WITHDRAWN))
    return {(row[0], int(seq)) for row in rows for seq in (row[1] or "").split() if int(seq) < row[2]}


def withdraw(connection: Connection, seqs: Sequence[int]) -> None:
    """Take away the values of these entries; the caller notes which."""
    delete_rows(connection, ledger.journal_value, "seq", seqs)


def told_before(connection: Connection, size: int) -> Iterator[list[tuple[int, str, str, bytes]]]:
    """(number, kind, record, values as JSON) of the entries whose values may differ from what their record says now, so
    many at a time.

    A record with one entry in all, that it was added, still says what it said then: a column of a table is never
    dropped, and each change is an entry. That does not hold where entries were lost, as in a rescued vault: then all.
    """
    j, v, other = ledger.journal, ledger.journal_value, ledger.journal.alias()
    query = select(v.c.seq, j.c.kind, v.c.record, v.c.payload).select_from(j.join(v, j.c.seq == v.c.seq))
    rescues = func.sum(j.c.action == RESCUED)
    count, newest, rescued = connection.execute(select(func.count(), func.max(j.c.seq), rescues).select_from(j)).one()
    if count == newest and not rescued:
        more = select(other.c.record).group_by(other.c.record).having(func.count() > 1)
        query = query.where(or_(j.c.action != "add", j.c.record.is_(None), j.c.record.in_(more)))
    rows = connection.execute(query.order_by(j.c.seq)).cursor
    while rows is not None and (chunk := rows.fetchmany(size)):
        yield [(row[0], row[1] or "", row[2] or "", bytes(row[3])) for row in chunk]


def texts(payload: bytes, without: Collection[str]) -> list[str]:
    """The texts among an entry's values, before and after, but those of the fields in `without`."""
    found = orjson.loads(payload).items()
    return [one for name, pair in found if name not in without for one in pair if isinstance(one, str)]


def entries(
    connection: Connection, *, record: str | None = None, step: str | None = None, newest: int | None = None
) -> Iterator[Entry]:
    """Entries in order (or the newest first when `newest` limits their number)."""
    j, query = ledger.journal.c, _entries()
    if record is not None:
        query = query.where(j.record == record)
    if step is not None:
        query = query.where(j.step == step)
    query = query.order_by(j.seq) if newest is None else query.order_by(j.seq.desc()).limit(newest)
    for row in connection.execute(query):
        yield _entry(row)


def numbered(connection: Connection, seqs: Sequence[int]) -> Iterator[Entry]:
    """The entries with these numbers, in no order."""
    j = ledger.journal.c
    for start in range(0, len(seqs), CHUNK):
        for row in connection.execute(_entries().where(j.seq.in_(seqs[start : start + CHUNK]))):
            yield _entry(row)


def backwards(connection: Connection, step: str) -> Iterator[list[Entry]]:
    """The entries of a step, the newest first, a chunk at a time."""
    j = ledger.journal.c
    query = _entries().where(j.step == step).order_by(j.seq.desc()).limit(CHUNK)
    chunk = [_entry(row) for row in connection.execute(query)]
    while chunk:
        yield chunk
        chunk = [_entry(row) for row in connection.execute(query.where(j.seq < chunk[-1].seq))]


def _entries() -> Select[Any]:
    j, v = ledger.journal.c, ledger.journal_value.c
    return select(j.seq, j.step, j.at, j.by, j.action, j.kind, j.record, j.detail, v.payload, j.hlc).select_from(
        ledger.journal.outerjoin(ledger.journal_value, j.seq == v.seq)
    )


def _entry(row: Any) -> Entry:
    seq, step, at, by, action, kind, record, detail, payload, hlc = row
    values = None if payload is None else {name: (old, new) for name, (old, new) in orjson.loads(payload).items()}
    return Entry(seq, step, at, by, action, kind, record, detail, values, hlc)


def first_change(connection: Connection, step: str) -> str:
    """What a step did first, as "kind.action"; empty when it changed no record."""
    j = ledger.journal.c
    row = connection.execute(
        select(j.kind, j.action).where(j.step == step, j.kind.is_not(None)).order_by(j.seq).limit(1)
    ).first()
    return "" if row is None else f"{row.kind}.{row.action}"
