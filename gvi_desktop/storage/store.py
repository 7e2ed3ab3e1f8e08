"""The store: every reading and writing of records in one transaction, each write with its history and journal entry."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any, TypeVar

import orjson
from sqlalchemy import ColumnElement, Connection, Select, Table, bindparam, func, select

from gvi_desktop.domain.errors import NotFoundError
from gvi_desktop.domain.history import RecordState, Tombstone, Value, erased
from gvi_desktop.storage import histories, journal, keeping, search
from gvi_desktop.storage.batch import Batch
from gvi_desktop.storage.keeping import Indexed
from gvi_desktop.storage.rows import ledger
from gvi_desktop.storage.rows.codec import codecs, decoder, sound
from gvi_desktop.storage.rows.tables import TABLES, data_columns
from gvi_desktop.storage.stamp import Stamp
from gvi_desktop.storage.statements import insert_rows

__all__ = ["Stamp", "Store"]

R = TypeVar("R")
MEMBERS = 500
TOGETHER = 2000
"""Records erased in one go."""
ONE = "one"
GATHERED = 20_000
"""New records that wait for the tables at most; more would only cost memory."""


class Store:
    """Records in one open transaction. Writes are gathered and reach the tables before the next reading."""

    def __init__(self, connection: Connection, stamp: Stamp, log: journal.Journal | None, indexed: Indexed) -> None:
        self.connection = connection
        self.stamp = stamp
        self.kinds: set[str] = set()
        self.erased = False
        """Whether a record was taken away for good."""
        self._log = log
        self.indexed = indexed
        self.index = search.IndexChanges(connection)
        self.numbers = keeping.Numbers(connection)
        self._rows: dict[str, list[tuple[Any, ...]]] = {}
        self._histories: list[tuple[str, str, str, int, bytes, str, str]] = []

    # ------------------------------------------------------------------ reading

    def get(self, record: type[R], record_id: str | None) -> R:
        """The record with that id; NotFoundError when there is none (or it was removed)."""
        query = _one(self.rows_of(record), tuple(codecs(record)))
        found = self.connection.execute(query, {ONE: record_id}).first()
        if found is None:
            raise NotFoundError("record_not_found", kind=record.kind)  # type: ignore[attr-defined]
        return decoder(record)(found)  # type: ignore[no-any-return, arg-type]

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
        query = (_every if removed else _kept)(self.rows_of(record), tuple(codecs(record)))
        if where:
            query = query.where(*where)
        if order_by is not None:
            query = query.order_by(*order_by) if isinstance(order_by, tuple) else query.order_by(order_by)
        if limit is not None:
            query = query.limit(limit)
        if offset is not None:
            query = query.offset(offset)
        decode = decoder(record)  # type: ignore[arg-type]
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
        cells = sorted(histories.flat(cls, {name: values.get(name, 0) for name in data_columns(cls)}))
        stamp, lsn = self.stamp, self.stamp.next_lsn()
        meta: dict[str, Any] = {"g": [(stamp.replica, stamp.counter, stamp.hlc, {}, cells, lsn)], "x": {}}
        words, sounds, sort_text = (sound(one) for one in self.indexed(record))
        row = {**values, "removed": 0, "sort_text": sort_text}
        self._rows.setdefault(kind, []).append(tuple(row[name] for name in keeping.row_columns(kind)))
        packed = orjson.dumps(meta)
        self._histories.append((record.id, kind, record.compartment.value, lsn, packed, words, sounds))
        self.kinds.add(kind)
        if len(self._histories) >= GATHERED:
            self.flush()
        told = {n: (None, v) for n, v in values.items() if v not in (None, "", 0, "[]")}
        self.note("add", kind, record.id, values=told)

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
        """Set fields given as stored values; see `Batch.change`."""
        with self.batch([record_id]) as batch:
            return batch.change(record, record_id, wanted, action=action, settle=settle)

    def rewrite(self, record: type[Any], record_id: str, names: Iterable[str]) -> None:
        """Say of these plain fields anew what they say, so that what a colleague says of them meanwhile is in conflict
        with it. No journal entry: nothing is another than it was."""
        wanted = set(names)
        with self.batch([record_id]) as batch:
            state = batch.living(record, record_id, wanted)
            batch.set_cells(state, {name: cell.shown for name, cell in state.cells.items() if name in wanted})

    def choose_element(self, record: type[Any], record_id: str, name: str, element: str, value: Value) -> None:
        """Settle whether an element belongs to a set when offices differ."""
        with self.batch([record_id]) as batch:
            state = batch.living(record, record_id)
            chosen = {f"{name}{histories.SET_MARK}{element}": value}
            batch.set_cells(state, chosen)
        old, _ = histories.columns_of(record, state.shown)
        new, _ = histories.columns_of(record, {**state.shown, **chosen})
        self.note("choose", record.kind, record_id, values={name: (old.get(name), new.get(name))})

    def erase(self, record: type[Any], record_id: str) -> None:
        """Take a record away for good: row, index, history and journal values; a tombstone without data stays."""
        lsn = self.stamp.next_lsn()
        self.keep(erased(record.kind, record_id, Tombstone(self.stamp.hlc, self.stamp.replica)), lsn)
        self.note("erase", record.kind, record_id)

    def erase_all(self, kind: str, ids: Sequence[str]) -> None:
        """Take these records away for good, as `erase` does one, in a few statements; also of a kind that only a later
        version knows."""
        for start in range(0, len(ids), TOGETHER):
            with self.batch(ids[start : start + TOGETHER], frozenset()) as batch:
                for one in ids[start : start + TOGETHER]:
                    dead = erased(kind, one, Tombstone(self.stamp.hlc, self.stamp.replica))
                    batch.keep(dead, self.stamp.next_lsn())
                    self.note("erase", kind, one)

    def redact(self, record: type[Any], record_id: str, wanted: Mapping[str, Value]) -> None:
        """Set fields given as stored values, all that other offices said of them included, and say in the journal only
        what stands there now: what stood there held a name that is to go."""
        with self.batch([record_id]) as batch:
            state = batch.living(record, record_id, histories.cells_for(record, wanted))
            batch.set_cells(state, histories.flat(record, wanted, histories.columns_shown(record, state, wanted)))
        self.note("retention", record.kind, record_id, values={name: (None, new) for name, new in wanted.items()})

    def redact_cells(self, kind: str, record_id: str, wanted: Mapping[str, Value]) -> None:
        """The same for cells that have no column here."""
        with self.batch([record_id]) as batch:
            if (state := batch.state(record_id, frozenset(wanted))) is not None:
                batch.set_cells(state, wanted)
        self.note("retention", kind, record_id, values={name: (None, new) for name, new in wanted.items()})

    def withdraw(self, kind: str, record_id: str, seqs: Sequence[int]) -> None:
        """Take the values out of earlier journal entries of a record, and say in the journal out of which."""
        self.flush_rows()
        journal.withdraw(self.connection, seqs)
        self.note(journal.WITHDRAWN, kind, record_id, " ".join(map(str, seqs)))

    def keep(self, state: RecordState, lsn: int) -> None:
        """Put a record (changed here or merged in) in place of the one kept: row, history, index and all."""
        with self.batch([state.id]) as batch:
            known = batch.state(state.id)
            old = {} if known is None else known.cells
            cells = {name: cell for name, cell in state.cells.items() if cell is not old.get(name)}
            batch.keep(replace(state, cells=cells), lsn)

    def batch(self, ids: Iterable[str], first: frozenset[str] | None = None) -> Batch:
        """These records, to be read, changed and kept together: a few statements instead of a dozen for each. With
        `first` only these columns are fetched before another one is asked for."""
        return Batch(self, ids, first)

    def note(
        self,
        action: str,
        kind: str | None = None,
        record: str | None = None,
        detail: str | None = None,
        *,
        values: journal.Values | None = None,
    ) -> None:
        """A journal entry. Without values it changes nothing: somebody saw, printed, searched or exported."""
        if self._log is None:
            raise RuntimeError("a reading unit cannot write")
        self._log.note(action, kind, record, values, detail)

    def note_merge(
        self, state: RecordState, before: RecordState | None, detail: str, names: Iterable[str] | None = None
    ) -> None:
        """The journal entry of a record that came in from a colleague; `names` = the only fields that may differ."""
        if state.tombstone is not None:
            self.note("erase", state.kind, state.id, detail)
            return
        old = {} if before is None else before.cells
        values = {}
        for name in state.cells if names is None else names:
            was = old[name].shown if name in old else None
            if was != (now := state.cells[name].shown):
                values[name] = (was, now)
        self.note("merge", state.kind, state.id, detail, values=values)

    def flush(self) -> None:
        """Bring everything gathered to the tables and to the index."""
        self.flush_rows()
        self.index.write()

    def flush_rows(self) -> None:
        """Bring gathered writes and journal entries to the tables; the search index may wait."""
        self.flush_added()
        if self._log is not None:
            self._log.flush()

    def flush_added(self) -> None:
        """Bring gathered new records to the tables."""
        if not self._rows:
            return
        gathered, self._rows = self._rows, {}
        added, self._histories = self._histories, []
        for kind, rows in gathered.items():
            insert_rows(self.connection, TABLES[kind], keeping.row_columns(kind), rows)
        plain = [(self.numbers.next(), *one[:4], 0, one[4], None, None, None) for one in added]
        insert_rows(self.connection, ledger.history, keeping.NEW, plain)
        for (number, *_), (_, kind, _, _, _, words, sounds) in zip(plain, added, strict=True):
            if words or sounds:
                self.index.put(number, kind, words, sounds, known=False)


# Put together once: of a small question this would be a good part of the time.


@cache
def _every(table: Table, names: tuple[str, ...]) -> Select[Any]:
    return select(*(table.c[name] for name in names))


@cache
def _kept(table: Table, names: tuple[str, ...]) -> Select[Any]:
    return _every(table, names).where(table.c.removed == 0)


@cache
def _one(table: Table, names: tuple[str, ...]) -> Select[Any]:
    return _kept(table, names).where(table.c.id == bindparam(ONE))
