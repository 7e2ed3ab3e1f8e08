"""The history beside each record's row: loading and keeping version vectors, tombstones and unknown fields."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import Any, NamedTuple

import orjson
from sqlalchemy import Connection, Select, select

from gvi_desktop.domain.history import Cell, Meta, RecordState, Tombstone, Value, cells_from, erased, meta_of
from gvi_desktop.domain.kinds import BY_KIND
from gvi_desktop.storage.rows import ledger
from gvi_desktop.storage.rows.codec import codecs
from gvi_desktop.storage.rows.tables import TABLES, data_columns

BATCH = 500
SET_MARK = "/"
"""A field that is a set has a cell for each element, `field/element`, and the mark `field/` that it is known at all."""


def flat(record: type[Any], values: Mapping[str, Value], before: Mapping[str, Value] | None = None) -> dict[str, Value]:
    """Column values as cells: sets become one cell an element (with `before`: only elements that come or go)."""
    known = codecs(record)
    cells: dict[str, Value] = {}
    for name, value in values.items():
        codec = known.get(name)
        if codec is None or not codec.elements:
            cells[name] = value
            continue
        now, then = _elements(value), _elements(None if before is None else before.get(name))
        if before is None:
            cells[name + SET_MARK] = None
        cells |= {f"{name}{SET_MARK}{element}": 1 for element in sorted(now - then)}
        cells |= {f"{name}{SET_MARK}{element}": 0 for element in sorted(then - now)}
    return cells


def columns_of(record: type[Any], cells: Mapping[str, Value]) -> tuple[dict[str, Value], dict[str, Value]]:
    """Shown cell values as (columns, unknown fields); a set that has any cell becomes its list of elements."""
    names = set(data_columns(record))
    columns: dict[str, Value] = {}
    extra: dict[str, Value] = {}
    sets: dict[str, list[str]] = {}
    for cell, value in cells.items():
        name, mark, element = cell.partition(SET_MARK)
        if mark and name in names:
            sets.setdefault(name, [])
            if element and value:
                sets[name].append(element)
        elif cell in names:
            columns[cell] = value
        else:
            extra[cell] = value
    columns |= {name: orjson.dumps(sorted(elements)).decode() for name, elements in sets.items()}
    return columns, extra


def columns_shown(record: type[Any], state: RecordState, names: Iterable[str]) -> dict[str, Value]:
    """Some of the record's columns as it shows them; those of which it holds nothing are left out."""
    known = codecs(record)
    cells: dict[str, Value] = {}
    for name in names:
        codec = known.get(name)
        if codec is not None and codec.elements:
            inside = name + SET_MARK
            cells |= {one: cell.shown for one, cell in state.cells.items() if one.startswith(inside)}
        elif name in state.cells:
            cells[name] = state.cells[name].shown
    return columns_of(record, cells)[0]


def _elements(value: Value) -> set[str]:
    return set(orjson.loads(value)) if isinstance(value, str) and value else set()


def packed(cells: Mapping[str, Cell]) -> bytes:
    """The history of a record as it is kept."""
    return orjson.dumps(meta_of(cells))


@dataclass(frozen=True, slots=True)
class Held:
    """A record as the vault holds it: the number of its history, and its columns as they are stored."""

    n: int
    state: RecordState
    columns: Mapping[str, Value]
    extra: Mapping[str, Value]
    """Values of fields that had no column when they were written."""
    conflicts: int
    """How many of its fields wait for a choice."""


def load(connection: Connection, record_id: str) -> RecordState | None:
    """The whole history of one record, or None when it is unknown."""
    found = held(connection, [record_id]).get(record_id)
    return None if found is None else found.state


def many(connection: Connection, ids: Sequence[str]) -> dict[str, RecordState]:
    """The whole histories of these records, by id; unknown ones are left out."""
    return {one: found.state for one, found in held(connection, ids).items()}


def held(connection: Connection, ids: Sequence[str]) -> dict[str, Held]:
    """These records with their whole histories, by id; unknown ones are left out."""
    found: dict[str, Held] = {}
    ordered = sorted(ids)  # neighbours lie on one page
    for start in range(0, len(ordered), BATCH):
        wanted = ordered[start : start + BATCH]
        for row, columns in _with_columns(connection, _COLUMNS.where(ledger.history.c.id.in_(wanted))):
            found[row.id] = Held(row.n, _state(row, columns), columns, row.values, row.conflicts)
    return found


def after(connection: Connection, lo: int, hi: int) -> Iterator[RecordState]:
    """What changed in the log range (lo, hi]: of each record the cells that stand there, or its erasure."""
    h = ledger.history.c
    numbers = connection.execute(select(h.n).where(h.lsn > lo, h.lsn <= hi).order_by(h.kind, h.n)).scalars().all()
    for start in range(0, len(numbers), BATCH):
        wanted = numbers[start : start + BATCH]
        for row, columns in _with_columns(connection, _COLUMNS.where(h.n.in_(wanted)).order_by(h.kind, h.n)):
            state = _state(row, columns, (lo, hi))
            if state.cells or state.tombstone is not None:
                yield state


class _Row(NamedTuple):
    n: int
    id: str
    kind: str
    compartment: str
    lsn: int
    conflicts: int
    meta: bytes
    extra: bytes | None
    dead_hlc: int | None
    dead_replica: str

    @property
    def values(self) -> dict[str, Value]:
        """The values of fields without a column."""
        return orjson.loads(self.extra) if self.extra else {}


_COLUMNS = select(*(ledger.history.c[name] for name in _Row._fields))


def _with_columns(connection: Connection, query: Select[Any]) -> Iterator[tuple[_Row, dict[str, Value]]]:
    rows = [_Row._make(row) for row in connection.execute(query)]
    for kind, of_kind in groupby(sorted(rows, key=attrgetter("kind")), attrgetter("kind")):
        part = list(of_kind)
        columns = _columns_of_rows(connection, kind, [row.id for row in part if row.dead_hlc is None])
        yield from ((row, columns.get(row.id, {})) for row in part)


def _state(row: _Row, columns: Mapping[str, Value], span: tuple[int, int] | None = None) -> RecordState:
    """The state that a history row tells, with the values from the record's own row; of `span` only what lies there."""
    if row.dead_hlc is not None:
        return erased(row.kind, row.id, Tombstone(row.dead_hlc, row.dead_replica, row.lsn))
    extra = row.values
    meta: Meta = orjson.loads(row.meta)
    if span is not None:
        lo, hi = span
        crowds = {name: crowd for name, crowd in meta["x"].items() if lo < (crowd[2] or 0) <= hi}
        meta = {"g": [group for group in meta["g"] if lo < (group[5] or 0) <= hi], "x": crowds}
    values: Mapping[str, Value] = columns
    record = BY_KIND.get(row.kind)
    named = {cell for group in meta["g"] for cell in group[4]}
    if others := (named - columns.keys()) | (named & extra.keys()):
        values = {**columns, **_other_values(record, others, columns, extra)}
    return RecordState(row.kind, row.id, row.compartment, cells_from(meta, values))


def _other_values(
    record: type[Any] | None, cells: set[str], columns: Mapping[str, Value], extra: Mapping[str, Value]
) -> dict[str, Value]:
    """Values of cells that are no columns: elements of sets, and fields of a later version."""
    values: dict[str, Value] = {}
    sets: dict[str, set[str]] = {}
    for cell in cells:
        name, mark, element = cell.partition(SET_MARK)
        if cell in extra:
            values[cell] = extra[cell]
        elif mark and record is not None:
            if name not in sets:
                sets[name] = _elements(columns.get(name))
            values[cell] = (1 if element in sets[name] else 0) if element else None
        else:
            values[cell] = None
    return values


def _columns_of_rows(connection: Connection, kind: str, ids: list[str]) -> dict[str, dict[str, Value]]:
    record = BY_KIND.get(kind)
    if record is None or not ids:
        return {}
    table, names = TABLES[kind], data_columns(record)
    query = select(table.c.id, *(table.c[name] for name in names)).where(table.c.id.in_(ids))
    return {row[0]: dict(zip(names, row[1:], strict=True)) for row in connection.execute(query)}
