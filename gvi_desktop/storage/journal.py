"""The journal: append-only, hash-chained; values stand apart, so an erasure takes them and the chain still holds."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import orjson
from sqlalchemy import Connection, delete, select

from gvi_desktop.domain.history import Value
from gvi_desktop.storage.rows import ledger

GENESIS = b"\0" * 32
Values = Mapping[str, tuple[Value, Value]]
"""Field -> (before, after)."""


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


class Journal:
    """Writes the entries of one step, in order, onto the chain."""

    def __init__(self, connection: Connection, *, step: str, at: str, hlc: int, by: str, user: str) -> None:
        self._connection = connection
        self._step, self._at, self._hlc, self._by, self._user = step, at, hlc, by, user
        self._head: tuple[int, bytes] | None = None
        self._entries: list[dict[str, object]] = []
        self._values: list[dict[str, object]] = []

    def note(
        self, action: str, kind: str | None, record: str | None, values: Values | None = None, detail: str | None = None
    ) -> None:
        """Add one entry."""
        seq, prev = self._head or head(self._connection)
        seq += 1
        digest = None
        if values:
            salt, payload = os.urandom(16), orjson.dumps({name: list(pair) for name, pair in values.items()})
            digest = hashlib.sha256(salt + payload).digest()
            self._values.append({"seq": seq, "record": record, "salt": salt, "payload": payload})
        fields = (seq, self._step, self._at, self._hlc, self._by, self._user, action, kind, record, detail)
        link = link_hash(prev, fields, digest)
        names = ("seq", "step", "at", "hlc", "by", "user", "action", "kind", "record", "detail")
        self._entries.append({**dict(zip(names, fields, strict=True)), "digest": digest, "prev": prev, "hash": link})
        self._head = (seq, link)

    def flush(self) -> None:
        """Write what has been noted."""
        if self._entries:
            self._connection.execute(ledger.journal.insert(), self._entries)
            self._entries = []
        if self._values:
            self._connection.execute(ledger.journal_value.insert(), self._values)
            self._values = []


def head(connection: Connection) -> tuple[int, bytes]:
    """Number and hash of the newest entry."""
    row = connection.execute(
        select(ledger.journal.c.seq, ledger.journal.c.hash).order_by(ledger.journal.c.seq.desc()).limit(1)
    ).first()
    return (0, GENESIS) if row is None else (int(row[0]), bytes(row[1]))


def link_hash(prev: bytes, fields: tuple[object, ...], digest: bytes | None) -> bytes:
    """The hash of an entry: over the entry before it, its own words and the digest of its values."""
    return hashlib.sha256(prev + orjson.dumps(fields) + (digest or b"")).digest()


def purge(connection: Connection, record: str) -> None:
    """Take the values of an erased record out of the journal."""
    connection.execute(delete(ledger.journal_value).where(ledger.journal_value.c.record == record))


def broken_links(connection: Connection) -> list[int]:
    """Numbers of entries whose link or values do not fit; values may be missing only where the record was erased."""
    j, v, h = ledger.journal.c, ledger.journal_value.c, ledger.history.c
    dead = {row[0] for row in connection.execute(select(h.id).where(h.dead_hlc.is_not(None)))}
    query = (
        select(
            j.seq, j.step, j.at, j.hlc, j.by, j.user, j.action, j.kind, j.record, j.detail,
            j.digest, j.prev, j.hash, v.salt, v.payload,
        )
        .select_from(ledger.journal.outerjoin(ledger.journal_value, j.seq == v.seq))
        .order_by(j.seq)
    )  # fmt: skip
    broken, before, expected = [], GENESIS, 1
    for row in connection.execute(query):
        fields, (digest, prev, link, salt, payload) = tuple(row[:10]), row[10:]
        fits = prev == before and row[0] == expected and link_hash(prev, fields, digest) == link
        if digest is not None:
            if payload is None:
                fits = fits and row[8] in dead
            else:
                fits = fits and hashlib.sha256(salt + payload).digest() == digest
        if not fits:
            broken.append(int(row[0]))
        before, expected = bytes(link), int(row[0]) + 1
    return broken


def entries(
    connection: Connection, *, record: str | None = None, step: str | None = None, newest: int | None = None
) -> Iterator[Entry]:
    """Entries in order (or the newest first when `newest` limits their number)."""
    j, v = ledger.journal.c, ledger.journal_value.c
    query = select(j.seq, j.step, j.at, j.by, j.action, j.kind, j.record, j.detail, v.payload).select_from(
        ledger.journal.outerjoin(ledger.journal_value, j.seq == v.seq)
    )
    if record is not None:
        query = query.where(j.record == record)
    if step is not None:
        query = query.where(j.step == step)
    query = query.order_by(j.seq) if newest is None else query.order_by(j.seq.desc()).limit(newest)
    for row in connection.execute(query):
        values = None if row[8] is None else {name: (old, new) for name, (old, new) in orjson.loads(row[8]).items()}
        yield Entry(*row[:8], values)
