"""Many records put into the vault at once: rows, histories, tombstones and search index in a few statements."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Any, NamedTuple, Protocol

import orjson
from sqlalchemy import Connection, func, select

from gvi_desktop.domain.history import RecordState, Value
from gvi_desktop.domain.kinds import BY_KIND
from gvi_desktop.domain.saves import Saves
from gvi_desktop.storage import histories, search
from gvi_desktop.storage.held import SET_MARK, Held, elements, groups_told, torn
from gvi_desktop.storage.journal import Values
from gvi_desktop.storage.rows import ledger
from gvi_desktop.storage.rows.codec import codecs, decoder, sound
from gvi_desktop.storage.rows.tables import TABLES, data_columns
from gvi_desktop.storage.statements import delete_rows, insert_rows, update_rows

NEW = ("n", "id", "kind", "compartment", "lsn", "conflicts", "meta", "extra", "dead_hlc", "dead_replica")
USUAL = ("lsn", "meta", "extra")
"""Of a history that stays alive, in its compartment and as torn as before, nothing else changes."""
RARE = ("compartment", *USUAL, "conflicts")
DEAD = (*RARE, "dead_hlc", "dead_replica")


class Indexed(Protocol):
    """What a record is found by; the services know."""

    def __call__(self, record: Any) -> tuple[str, str, str]:
        """Words to find the record by, their sounds, and the text that it is sorted by."""

    def fields(self, kind: str) -> frozenset[str]:
        """The fields that this depends on."""


@dataclass(frozen=True, slots=True)
class Kept:
    """Of a record that the vault holds: the cells that become others. Of a new one (`held` is None): all its cells.
    `lsn` is the position in the log of those that have none."""

    held: Held | None
    state: RecordState
    lsn: int


class Overtaken(NamedTuple):
    """Of a record that the vault holds: the fields in `shown` are now as a colleague's saves say, at `lsn`; those in
    `told` become others by it. Of a new one (`held` is None): all that they say."""

    held: Held | None
    theirs: Saves
    shown: Mapping[str, Value]
    lsn: int
    told: Values


class Numbers:
    """The numbers of a step's new histories: nobody else adds any meanwhile."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._last: int | None = None

    def next(self) -> int:
        """The number of the next new history."""
        if self._last is None:
            newest = select(func.coalesce(func.max(ledger.history.c.n), 0))
            self._last = int(self._connection.execute(newest).scalar_one())
        self._last += 1
        return self._last


class Writing:
    """What a number of records need, gathered by statement and then written in the order of their numbers."""

    def __init__(
        self, connection: Connection, indexed: Indexed, index: search.IndexChanges, numbers: Numbers
    ) -> None:
        self._connection = connection
        self._indexed = indexed
        self._index_changes = index
        self._inserts: dict[str, list[tuple[Any, ...]]] = {}
        self._updates: dict[tuple[str, tuple[str, ...]], list[tuple[Any, ...]]] = {}
        self._histories: dict[tuple[str, ...], list[tuple[Any, ...]]] = {}
        self._new: list[tuple[Any, ...]] = []
        self._dead: list[RecordState] = []
        self._numbers = numbers

    def keep(self, one: Kept) -> None:
        """Gather what one record needs."""
        if one.state.tombstone is not None:
            self._dead.append(one.state)
            self.bury(one)
        elif one.held is None:
            self._add(one.state, one.lsn)
        else:
            self._change(one.held, one.state, one.lsn)

    def overtake(self, one: Overtaken) -> None:
        """Gather what a record needs that is just as a colleague has it."""
        if one.held is None:
            meta = orjson.dumps({"g": groups_told(one.theirs, one.lsn), "x": {}})
            self._new_row(one.theirs, one.shown, meta, one.lsn, 0)
            return
        if not one.held.extra and one.held.kind in BY_KIND and _synced(one.held.kind).issuperset(one.shown):
            extra: dict[str, Value] = {}  # plain columns and nothing else, as mostly
            changed = {name: value for name, (_, value) in one.told.items()}
            self._change_row(BY_KIND[one.held.kind], one.theirs, changed, one.held)
        else:
            extra = self._set(one.held, one.theirs, one.shown)
        meta = one.held.with_saves(one.theirs, frozenset(one.shown), one.lsn)
        self._histories.setdefault(USUAL, []).append((one.lsn, meta, _packed(extra), one.held.n))

    def _add(self, state: RecordState, lsn: int) -> None:
        self._new_row(state, state.shown, histories.packed(state.cells, lsn), lsn, torn(state.cells))

    def _new_row(
        self, one: RecordState | Saves, shown: Mapping[str, Value], meta: bytes, lsn: int, waiting: int
    ) -> None:
        record = BY_KIND.get(one.kind)
        columns, extra = ({}, dict(shown)) if record is None else histories.columns_of(record, shown)
        number = self._numbers.next()
        if record is not None:
            self._add_row(record, one, columns, number)
        row = (number, one.id, one.kind, one.compartment, lsn, waiting, meta, _packed(extra), None, None)
        self._new.append(row)

    def _change(self, held: Held, state: RecordState, lsn: int) -> None:
        extra = self._set(held, state, state.shown)
        meta, conflicts = held.with_cells(state.cells, lsn)
        row = (lsn, meta, _packed(extra))
        if conflicts == held.conflicts and state.compartment == held.compartment:
            self._histories.setdefault(USUAL, []).append((*row, held.n))
        else:
            self._histories.setdefault(RARE, []).append((state.compartment, *row, conflicts, held.n))

    def _set(self, held: Held, one: RecordState | Saves, shown: Mapping[str, Value]) -> dict[str, Value]:
        """Gather what the row needs; what has no column is returned."""
        record = BY_KIND.get(held.kind)
        columns, extra = parts(record, held, shown)
        if record is not None:
            changed = {name: value for name, value in columns.items() if value != held.columns.get(name)}
            self._change_row(record, one, changed, held)
        return extra

    def take_up(self, held: Held) -> bool:
        """Gather what a record of a kind that is known now needs: its row, or what of it has a column now."""
        record, compartment = BY_KIND[held.kind], BY_KIND[held.kind].compartment_of_kind.value
        state = RecordState(held.kind, held.id, compartment, held.state().cells)
        if held.columns:
            extra = self._set(held, state, {})
        else:
            columns, extra = histories.columns_of(record, state.shown)
            self._add_row(record, state, columns, held.n)
        if held.columns and extra == held.extra:
            return False
        row = (compartment, _packed(extra), held.n)
        self._histories.setdefault(("compartment", "extra"), []).append(row)
        return True

    def bury(self, one: Kept) -> None:
        """Gather what the history of an erased record needs."""
        state, held = one.state, one.held
        dead = state.tombstone
        assert dead is not None  # noqa: S101 - the caller looked
        if held is None:
            number, room = self._numbers.next(), state.compartment
            self._new.append((number, state.id, state.kind, room, one.lsn, 0, None, None, dead.hlc, dead.replica))
        else:
            row = (state.compartment, one.lsn, None, None, 0, dead.hlc, dead.replica, held.n)
            self._histories.setdefault(DEAD, []).append(row)
            self._index_changes.drop(held.n)

    def write(self) -> None:
        """Bring everything to the tables."""
        _forget(self._connection, self._dead)
        for kind, rows in self._inserts.items():
            insert_rows(self._connection, TABLES[kind], row_columns(kind), rows)
        for (kind, names), rows in self._updates.items():
            update_rows(self._connection, TABLES[kind], names, "id", sorted(rows, key=_key))
        for names, rows in self._histories.items():
            update_rows(self._connection, ledger.history, names, "n", sorted(rows, key=_key))
        insert_rows(self._connection, ledger.history, NEW, self._new)

    def _add_row(
        self, record: type[Any], state: RecordState | Saves, columns: dict[str, Value], number: int
    ) -> None:
        row = {**columns, "id": state.id, "compartment": state.compartment, "removed": columns.get("removed") or 0}
        words, sounds, row["sort_text"] = self._index(record, row)
        self._inserts.setdefault(record.kind, []).append(tuple(row.get(name) for name in row_columns(record.kind)))
        if not row["removed"] and (words or sounds):
            self._index_changes.put(number, record.kind, words, sounds, known=False)

    def _change_row(
        self, record: type[Any], state: RecordState | Saves, changed: dict[str, Value], held: Held
    ) -> None:
        if "removed" in changed:
            changed["removed"] = changed["removed"] or 0
        if state.compartment != held.compartment:
            changed["compartment"] = state.compartment
        if not changed:
            return
        if "removed" in changed or not changed.keys().isdisjoint(self._indexed.fields(record.kind)):
            self._change_index(record, state, changed, held)
        names = tuple(sorted(changed))
        row = (*map(changed.__getitem__, names), state.id)
        self._updates.setdefault((record.kind, names), []).append(row)

    def _change_index(
        self, record: type[Any], state: RecordState | Saves, changed: dict[str, Value], held: Held
    ) -> None:
        old = {**held.columns, "id": state.id, "compartment": held.compartment}
        new = {**old, **changed}
        after = self._index(record, new)
        before = after if changed.keys() == {"removed"} else self._index(record, old)
        if before[2] != after[2]:
            changed["sort_text"] = after[2]
        was, shall_be = not old["removed"] and any(before[:2]), not new["removed"] and any(after[:2])
        if shall_be and (not was or before[:2] != after[:2]):
            self._index_changes.put(held.n, record.kind, after[0], after[1], known=was)
        elif was and not shall_be:
            self._index_changes.drop(held.n)

    def _index(self, record: type[Any], row: dict[str, Any]) -> tuple[str, str, str]:
        made = _decoder(record.kind)([row.get(name) for name in codecs(record)])
        words, sounds, sort_text = self._indexed(made)
        return sound(words), sound(sounds), sound(sort_text)


@cache
def row_columns(kind: str) -> tuple[str, ...]:
    """All columns of a kind's table, in its order."""
    return tuple(column.name for column in TABLES[kind].columns)


@cache
def _decoder(kind: str) -> Callable[[Any], Any]:
    return decoder(BY_KIND[kind])


def _key(row: tuple[Any, ...]) -> Any:
    """What an update finds its row by: in this order neighbours lie on one page."""
    return row[-1]


@cache
def _synced(kind: str) -> frozenset[str]:
    return frozenset(data_columns(BY_KIND[kind]))


def _packed(extra: Mapping[str, Value]) -> bytes | None:
    return orjson.dumps(extra) if extra else None


def parts(
    record: type[Any] | None, held: Held, shown: Mapping[str, Value]
) -> tuple[dict[str, Value], dict[str, Value]]:
    """(columns, unknown fields) that a record has once these cells are set; columns of which none is set left out."""
    columns: dict[str, Value] = {}
    extra: dict[str, Value] = {}
    sets: dict[str, set[str]] = {}
    names = frozenset[str]() if record is None else _synced(record.kind)
    # What an earlier version could only keep beside the row moves into it when there is a column for it now.
    for name, value in chain(held.extra.items(), shown.items()):
        if name in names:
            columns[name] = value
            continue
        field, mark, element = name.partition(SET_MARK)
        if not mark or field not in names:
            extra[name] = value
            continue
        if field not in sets:
            sets[field] = set(elements(held.columns.get(field)))
        if element:
            (sets[field].add if value else sets[field].discard)(element)
    return columns | {name: orjson.dumps(sorted(one)).decode() for name, one in sets.items()}, extra


def _forget(connection: Connection, dead: Sequence[RecordState]) -> None:
    """Rows, journal values and quarantined copies of erased records go."""
    for kind in {one.kind for one in dead} & TABLES.keys():
        delete_rows(connection, TABLES[kind], "id", [one.id for one in dead if one.kind == kind])
    ids = [one.id for one in dead]
    delete_rows(connection, ledger.journal_value, "record", ids)
    delete_rows(connection, ledger.quarantine, "id", ids)
