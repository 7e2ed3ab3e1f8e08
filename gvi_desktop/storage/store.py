"""The store: every reading and writing of records in one transaction, each write with its history and journal entry."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

import orjson
from sqlalchemy import ColumnElement, Connection, Table, bindparam, delete, func, select, update

from gvi_desktop.domain.errors import NotFoundError
from gvi_desktop.domain.history import RecordState, Tombstone, Value, erased, write_all
from gvi_desktop.domain.kinds import BY_KIND
from gvi_desktop.storage import histories, journal, search
from gvi_desktop.storage.rows import ledger
from gvi_desktop.storage.rows.codec import codecs, decoder, sound
from gvi_desktop.storage.rows.tables import TABLES, data_columns

R = TypeVar("R")
Indexed = Callable[[Any], tuple[str, str, str]]
"""Of a record: words to find it by, their sounds, and the text that it is sorted by."""

MEMBERS = 500
GATHERED = 20_000
"""New records that wait for the tables at most; more would only cost memory."""


@dataclass
class Stamp:
    """What one step writes with: its dot, its place in time, and the log positions it hands out."""

    replica: str
    counter: int
    hlc: int
    lsn: int

    def next_lsn(self) -> int:
        """The next position in this vault's own log."""
        self.lsn += 1
        return self.lsn


class Store:
    """Records in one open transaction. Writes are gathered and reach the tables before the next reading."""

    def __init__(self, connection: Connection, stamp: Stamp, log: journal.Journal | None, indexed: Indexed) -> None:
        self.connection = connection
        self.stamp = stamp
        self.kinds: set[str] = set()
        self._log = log
        self._indexed = indexed
        self._rows: dict[str, list[dict[str, Any]]] = {}
        self._histories: list[dict[str, Any]] = []
        self._stale: list[tuple[str, str]] = []

    # ------------------------------------------------------------------ reading

    def get(self, record: type[R], record_id: str | None) -> R:
        """The record with that id; NotFoundError when there is none (or it was removed)."""
        found = self.find(record, TABLES[record.kind].c.id == record_id)  # type: ignore[attr-defined]
        if not found:
            raise NotFoundError("record_not_found", kind=record.kind)  # type: ignore[attr-defined]
        return found[0]

    def find(
        self,
        record: type[R],
        *where: ColumnElement[bool],
        order_by: Any = None,
        limit: int | None = None,
        offset: int | None = None,
        removed: bool = False,
    ) -> list[R]:
        """Records that fulfil all conditions; removed ones only when asked for."""
        table = self.rows_of(record)
        query = select(*(table.c[name] for name in codecs(record))).where(*where)
        if not removed:
            query = query.where(table.c.removed == 0)
        if order_by is not None:
            query = query.order_by(*order_by) if isinstance(order_by, tuple) else query.order_by(order_by)
        if limit is not None:
            query = query.limit(limit)
        if offset is not None:
            query = query.offset(offset)
        decode = decoder(record)
        return [decode(row) for row in self.connection.execute(query)]

    def many(self, record: type[R], ids: list[str], *, removed: bool = False) -> dict[str, R]:
        """The records with these ids, by id; missing ones are left out."""
        found: dict[str, R] = {}
        table = self.rows_of(record)
        for start in range(0, len(ids), MEMBERS):
            part = self.find(record, table.c.id.in_(ids[start : start + MEMBERS]), removed=removed)
            found |= {one.id: one for one in part}  # type: ignore[attr-defined]
        return found

    def count(self, record: type[Any], *where: ColumnElement[bool]) -> int:
        """How many records fulfil all conditions."""
        table = self.rows_of(record)
        query = select(func.count()).select_from(table).where(table.c.removed == 0, *where)
        return int(self.connection.execute(query).scalar_one())

    def rows_of(self, record: type[Any]) -> Table:
        """The table of a record class, with every gathered write in it: for queries of a service's own."""
        self.flush()
        return TABLES[record.kind]

    def state(self, record_id: str) -> RecordState | None:
        """The whole history of a record."""
        self.flush()
        return histories.load(self.connection, record_id)

    # ------------------------------------------------------------------ writing

    def add(self, record: Any) -> None:
        """Store a new record."""
        kind = record.kind
        cls = type(record)
        values = {name: codec.encode(getattr(record, name)) for name, codec in codecs(cls).items()}
        cells = histories.flat(cls, {n: values.get(n, 0) for n in data_columns(cls)})
        stamp, lsn = self.stamp, self.stamp.next_lsn()
        meta: dict[str, Any] = {"g": [(stamp.replica, stamp.counter, stamp.hlc, {}, sorted(cells), lsn)], "x": {}}
        words, sounds, sort_text = (sound(one) for one in self._indexed(record))
        self._rows.setdefault(kind, []).append({**values, "removed": 0, "sort_text": sort_text})
        self._histories.append(
            {"id": record.id, "kind": kind, "compartment": record.compartment.value, "lsn": lsn}
            | {"meta": orjson.dumps(meta), "words": words, "sounds": sounds}
        )
        self.kinds.add(kind)
        if len(self._histories) >= GATHERED:
            self.flush()
        self._note("add", kind, record.id, {n: (None, v) for n, v in values.items() if v not in (None, "", 0, "[]")})

    def change(self, record: type[Any], record_id: str, values: Mapping[str, Any], *, action: str = "change") -> bool:
        """Set fields of a record; False when nothing differs. `removed` may be among them."""
        known = codecs(record)
        wanted = {n: (int(v) if n == "removed" else known[n].encode(v)) for n, v in values.items()}
        return self.change_raw(record, record_id, wanted, action=action)

    def change_raw(
        self,
        record: type[Any],
        record_id: str,
        wanted: Mapping[str, Value],
        *,
        action: str = "change",
        settle: bool = False,
    ) -> bool:
        """Set fields given as stored values. A field in conflict that keeps its shown value stays in conflict, unless
        `settle` says that somebody chose just that value."""
        self.flush()
        kind = record.kind
        state = histories.load(self.connection, record_id)
        if state is None or state.tombstone is not None:
            raise NotFoundError("record_not_found", kind=kind)
        before, _ = histories.columns_of(record, state.shown)
        crowded = state.conflicts if settle else frozenset[str]()
        changed = {n: v for n, v in wanted.items() if before.get(n) != v or n in crowded}
        if not changed:
            return False
        cells = histories.flat(record, changed, before)
        stamp = self.stamp
        lsn = stamp.next_lsn()
        kept = write_all(state.cells, (stamp.replica, stamp.counter), stamp.hlc, cells, lsn)
        self.keep(replace(state, cells=kept), lsn)
        self._note(action, kind, record_id, {n: (before.get(n), v) for n, v in changed.items()})
        return True

    def choose_element(self, record: type[Any], record_id: str, name: str, element: str, value: Value) -> None:
        """Settle whether an element belongs to a set when offices differ."""
        self.flush()
        state = histories.load(self.connection, record_id)
        if state is None or state.tombstone is not None:
            raise NotFoundError("record_not_found", kind=record.kind)
        cell, lsn = f"{name}{histories.SET_MARK}{element}", self.stamp.next_lsn()
        cells = write_all(state.cells, (self.stamp.replica, self.stamp.counter), self.stamp.hlc, {cell: value}, lsn)
        before, _ = histories.columns_of(record, state.shown)
        kept = replace(state, cells=cells)
        self.keep(kept, lsn)
        after, _ = histories.columns_of(record, kept.shown)
        self._note("choose", record.kind, record_id, {name: (before.get(name), after.get(name))})

    def erase(self, record: type[Any], record_id: str) -> None:
        """Take a record away for good: row, index, history and journal values; a tombstone without data stays."""
        self.flush()
        lsn = self.stamp.next_lsn()
        self.keep(erased(record.kind, record_id, Tombstone(self.stamp.hlc, self.stamp.replica)), lsn)
        self._note("erase", record.kind, record_id, None)

    def keep(self, state: RecordState, lsn: int) -> None:
        """Put a whole history (changed here or merged in) in place of the one kept: row, index and all."""
        self.flush()
        h = ledger.history
        known = self.connection.execute(select(h.c.n, h.c.meta).where(h.c.id == state.id)).first()
        row: dict[str, Any] = {"kind": state.kind, "compartment": state.compartment, "lsn": lsn, "conflicts": 0}
        if state.tombstone is not None:
            dead = state.tombstone
            row |= {"dead_hlc": dead.hlc, "dead_replica": dead.replica, "meta": None, "extra": None}
            self._forget(state, None if known is None else int(known.n))
        else:
            record = BY_KIND.get(state.kind)
            columns, extra = ({}, dict(state.shown)) if record is None else histories.columns_of(record, state.shown)
            row |= {"meta": histories.packed(state.cells), "extra": orjson.dumps(extra) if extra else None}
            row["conflicts"] = len(state.conflicts)
            if record is not None:
                self._put_row(record, state, columns)
        if known is None:
            self.connection.execute(h.insert().values(id=state.id, **row))
        else:
            self.connection.execute(update(h).where(h.c.n == known.n).values(**row))
        if state.tombstone is None:
            self._stale.append((state.kind, state.id))
        self.kinds.add(state.kind)

    def note(self, action: str, kind: str | None = None, record: str | None = None, detail: str | None = None) -> None:
        """A journal entry that changes nothing: somebody saw, printed, searched or exported."""
        self._note(action, kind, record, None, detail)

    def note_merge(self, state: RecordState, before: RecordState | None, detail: str) -> None:
        """The journal entry of a record that came in from a colleague."""
        old = {} if before is None else before.shown
        new = state.shown
        self._note(
            "erase" if state.tombstone else "merge",
            state.kind,
            state.id,
            {n: (old.get(n), v) for n, v in new.items() if old.get(n) != v} if state.tombstone is None else None,
            detail,
        )

    def flush(self) -> None:
        """Bring gathered writes to the tables, and the search index up to date."""
        if self._rows:
            gathered, self._rows = self._rows, {}
            added, self._histories = self._histories, []
            for kind, rows in gathered.items():
                self.connection.execute(TABLES[kind].insert(), rows)
            first = int(self.connection.execute(select(func.coalesce(func.max(ledger.history.c.n), 0))).scalar_one())
            plain = [
                {k: v for k, v in one.items() if k not in ("words", "sounds")} | {"n": first + i}
                for i, one in enumerate(added, 1)
            ]
            self.connection.execute(ledger.history.insert(), plain)
            numbered = ((first + i, one["kind"], one["words"], one["sounds"]) for i, one in enumerate(added, 1))
            search.put(self.connection, (entry for entry in numbered if entry[2] or entry[3]))
        if self._stale:
            stale, self._stale = self._stale, []
            self._index_again(stale)
        if self._log is not None:
            self._log.flush()

    def _index_again(self, stale: list[tuple[str, str]]) -> None:
        for kind, record_id in dict.fromkeys(stale):
            record = BY_KIND.get(kind)
            n = self.connection.execute(select(ledger.history.c.n).where(ledger.history.c.id == record_id)).scalar()
            found = [] if record is None else self.find(record, TABLES[kind].c.id == record_id, removed=True)
            if not found or n is None:
                continue
            removed = self.connection.execute(select(TABLES[kind].c.removed).where(TABLES[kind].c.id == record_id))
            words, sounds, sort_text = self._indexed(found[0])
            table = TABLES[kind]
            self.connection.execute(update(table).where(table.c.id == record_id).values(sort_text=sort_text))
            search.drop(self.connection, [n])
            if not removed.scalar() and (words or sounds):
                search.put(self.connection, [(n, kind, words, sounds)])

    def _put_row(self, record: type[Any], state: RecordState, columns: dict[str, Value]) -> None:
        table = TABLES[record.kind]
        row: dict[str, Any] = {name: columns.get(name) for name in data_columns(record)}
        row |= {"id": state.id, "compartment": state.compartment, "removed": columns.get("removed") or 0}
        statement = update(table).where(table.c.id == bindparam("key")).values({n: bindparam(n) for n in row})
        if not self.connection.execute(statement, {**row, "key": state.id}).rowcount:
            self.connection.execute(table.insert(), [row])

    def _forget(self, state: RecordState, n: int | None) -> None:
        table = TABLES.get(state.kind)
        if table is not None:
            self.connection.execute(delete(table).where(table.c.id == state.id))
        if n is not None:
            search.drop(self.connection, [n])
        journal.purge(self.connection, state.id)
        self.connection.execute(delete(ledger.quarantine).where(ledger.quarantine.c.id == state.id))

    def _note(
        self, action: str, kind: str | None, record: str | None, values: Any = None, detail: str | None = None
    ) -> None:
        if self._log is None:
            raise RuntimeError("a reading unit cannot write")
        self._log.note(action, kind, record, values, detail)

