"""The history beside each record's row: loading and keeping version vectors, tombstones and unknown fields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import orjson
from sqlalchemy import Connection, Row, select

from gvi_desktop.domain.history import Cell, RecordState, Tombstone, Value, cells_from, erased, meta_of
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


def _elements(value: Value) -> set[str]:
    return set(orjson.loads(value)) if isinstance(value, str) and value else set()


def packed(cells: Mapping[str, Cell]) -> bytes:
    """The history of a record as it is kept."""
    return orjson.dumps(meta_of(cells))


def load(connection: Connection, record_id: str) -> RecordState | None:
    """The whole history of one record, or None when it is unknown."""
    row = connection.execute(select(ledger.history).where(ledger.history.c.id == record_id)).first()
    return None if row is None else state_of(connection, row)


def many(connection: Connection, ids: Sequence[str]) -> dict[str, RecordState]:
    """The whole histories of these records, by id; unknown ones are left out."""
    found: dict[str, RecordState] = {}
    for start in range(0, len(ids), BATCH):
        wanted = ids[start : start + BATCH]
        rows = connection.execute(select(ledger.history).where(ledger.history.c.id.in_(wanted))).all()
        for kind in sorted({row.kind for row in rows}):
            of_kind = [row for row in rows if row.kind == kind]
            values = _columns_of_rows(connection, kind, [row.id for row in of_kind])
            found |= {row.id: state_of(connection, row, values.get(row.id, {})) for row in of_kind}
    return found


def after(connection: Connection, lo: int, hi: int) -> Iterator[RecordState]:
    """The histories of all records that changed in the log range (lo, hi], whole."""
    h = ledger.history.c
    rows = connection.execute(select(ledger.history).where(h.lsn > lo, h.lsn <= hi).order_by(h.lsn)).all()
    for kind in sorted({row.kind for row in rows}):
        of_kind = [row for row in rows if row.kind == kind]
        for start in range(0, len(of_kind), BATCH):
            part = of_kind[start : start + BATCH]
            values = _columns_of_rows(connection, kind, [row.id for row in part])
            for row in part:
                yield state_of(connection, row, values.get(row.id))


def state_of(connection: Connection, row: Row[Any], columns: Mapping[str, Value] | None = None) -> RecordState:
    """The state that a history row tells, with the values from the record's own row."""
    if row.dead_hlc is not None:
        return erased(row.kind, row.id, Tombstone(row.dead_hlc, row.dead_replica, row.lsn))
    extra: dict[str, Value] = orjson.loads(row.extra) if row.extra else {}
    if columns is None:
        columns = _columns_of_rows(connection, row.kind, [row.id]).get(row.id, {})
    meta = orjson.loads(row.meta)
    values: dict[str, Value] = {}
    record = BY_KIND.get(row.kind)
    sets: dict[str, set[str]] = {}
    for group in meta["g"]:
        for cell in group[4]:
            name, mark, element = cell.partition(SET_MARK)
            if cell in extra:
                values[cell] = extra[cell]
            elif mark and record is not None:
                if name not in sets:
                    sets[name] = _elements(columns.get(name))
                values[cell] = (1 if element in sets[name] else 0) if element else None
            else:
                values[cell] = columns.get(cell)
    return RecordState(row.kind, row.id, row.compartment, cells_from(meta, values))


def _columns_of_rows(connection: Connection, kind: str, ids: list[str]) -> dict[str, dict[str, Value]]:
    record = BY_KIND.get(kind)
    if record is None:
        return {}
    table, names = TABLES[kind], data_columns(record)
    query = select(table.c.id, *(table.c[name] for name in names)).where(table.c.id.in_(ids))
    return {row[0]: dict(zip(names, row[1:], strict=True)) for row in connection.execute(query)}
