"""The history beside each record's row: loading and keeping version vectors, tombstones and unknown fields."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

import orjson
from sqlalchemy import Connection, select

from gvi_desktop.domain.history import Cell, Meta, RecordState, Tombstone, Value, crowd_of, groups_of
from gvi_desktop.domain.kinds import BY_KIND
from gvi_desktop.domain.saves import Saves
from gvi_desktop.storage.held import SET_MARK, Held, elements
from gvi_desktop.storage.rows import ledger
from gvi_desktop.storage.rows.codec import codecs
from gvi_desktop.storage.rows.tables import TABLES, data_columns
from gvi_desktop.storage.statements import plain_rows, rows_with

__all__ = [
    "SET_MARK", "after", "cells_for", "columns_of", "columns_shown",
    "flat", "held", "leaving", "load", "many", "packed",
]  # fmt: skip

BATCH = 500


def flat(record: type[Any], values: Mapping[str, Value], before: Mapping[str, Value] | None = None) -> dict[str, Value]:
    """Column values as cells: sets become one cell an element (with `before`: only elements that come or go)."""
    known = codecs(record)
    cells: dict[str, Value] = {}
    for name, value in values.items():
        codec = known.get(name)
        if codec is None or not codec.elements:
            cells[name] = value
            continue
        now, then = elements(value), elements(None if before is None else before.get(name))
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


def cells_for(record: type[Any], names: Iterable[str]) -> set[str]:
    """Names to ask a held record for, so that it has all cells of these columns (or these cells) in it."""
    known = codecs(record)
    fields = {name.partition(SET_MARK)[0] for name in names}
    return {name + SET_MARK if name in known and known[name].elements else name for name in fields}


def packed(cells: Mapping[str, Cell], lsn: int) -> bytes:
    """The history of a new record as it is kept; its cells stand at `lsn`."""
    groups, others = groups_of(cells, lsn=lsn)
    return orjson.dumps({"g": groups, "x": {name: crowd_of(cell.at(lsn)) for name, cell in others.items()}})


def load(connection: Connection, record_id: str) -> RecordState | None:
    """The whole history of one record, or None when it is unknown."""
    return many(connection, [record_id]).get(record_id)


def many(connection: Connection, ids: Sequence[str]) -> dict[str, RecordState]:
    """The whole histories of these records, by id; unknown ones are left out."""
    return {one: found.state() for one, found in held(connection, ids).items()}


def held(connection: Connection, ids: Sequence[str]) -> dict[str, Held]:
    """These records as the vault holds them, by id; unknown ones are left out."""
    found: dict[str, Held] = {}
    ordered = sorted(ids)  # neighbours lie on one page
    for start in range(0, len(ordered), BATCH):
        found |= {one.id: one for one in _held(connection, "id", ordered[start : start + BATCH])}
    return found


def leaving(connection: Connection, lo: int, hi: int, without: Collection[str] = ()) -> Iterator[Saves]:
    """What changed in the log range (lo, hi]: of each record the saves that stand there, or its erasure; nothing of the
    kinds in `without`."""
    h = ledger.history.c
    found = select(h.n).where(h.lsn > lo, h.lsn <= hi, h.kind.not_in(without)).order_by(h.kind, h.n)
    numbers = [row[0] for row in plain_rows(connection, found)]
    for start in range(0, len(numbers), BATCH):
        for one in sorted(_held(connection, "n", numbers[start : start + BATCH]), key=lambda held: (held.kind, held.n)):
            part = one.saves(lo, hi)
            if not part.empty:
                yield part


def after(connection: Connection, lo: int, hi: int, without: Collection[str] = ()) -> Iterator[RecordState]:
    """As `leaving`, with every field as a cell of its own."""
    return (part.state() for part in leaving(connection, lo, hi, without))


_COLUMNS = ("n", "kind", "id", "compartment", "conflicts", "extra", "meta", "dead_hlc", "dead_replica", "lsn")


def _held(connection: Connection, key: str, wanted: Sequence[Any]) -> Iterator[Held]:
    by_kind: dict[str, list[tuple[Any, ...]]] = {}
    for row in rows_with(connection, ledger.history, _COLUMNS, key, wanted):
        by_kind.setdefault(row[1], []).append(row)
    loads = orjson.loads
    for kind, rows in by_kind.items():
        columns = _columns_of_rows(connection, kind, [row[2] for row in rows if row[7] is None])
        for n, _, record_id, compartment, conflicts, extra, meta, *dead in rows:
            history: Meta = {"g": [], "x": {}} if meta is None else loads(meta)
            tombstone = None if dead[0] is None else Tombstone(*dead)
            values = columns.get(record_id, {})
            others = loads(extra) if extra else {}
            yield Held(n, kind, record_id, compartment, conflicts, values, others, history, tombstone)


def _columns_of_rows(connection: Connection, kind: str, ids: list[str]) -> dict[str, dict[str, Value]]:
    record = BY_KIND.get(kind)
    if record is None or not ids:
        return {}
    stored = _stored(kind)
    names = stored[1:]
    rows = rows_with(connection, TABLES[kind], stored, "id", ids)
    return {row[0]: dict(zip(names, row[1:], strict=True)) for row in rows}


@cache
def _stored(kind: str) -> tuple[str, ...]:
    return ("id", *data_columns(BY_KIND[kind]))
