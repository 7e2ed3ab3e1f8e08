"""The history beside each record's row: loading and keeping version vectors, tombstones and unknown fields."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from typing import Any

import orjson
from sqlalchemy import Connection, func, select

from gvi_desktop.domain.history import Cell, Meta, RecordState, Tombstone, Value, crowd_of, groups_of
from gvi_desktop.domain.kinds import BY_KIND
from gvi_desktop.domain.saves import Saves
from gvi_desktop.storage.held import SET_MARK, Fetched, Held, elements
from gvi_desktop.storage.rows import ledger
from gvi_desktop.storage.rows.codec import codecs
from gvi_desktop.storage.rows.tables import TABLES, data_columns
from gvi_desktop.storage.statements import plain_rows, rows_with

__all__ = [
    "SET_MARK", "after", "cells_for", "changed", "columns_of", "columns_shown",
    "flat", "held", "in_conflict", "known_columns", "leaving", "load", "many", "packed",
]  # fmt: skip

BATCH = 500
MANY = 20
"""From one record in so many on, going through all of them is faster than looking them up."""


def in_elements(record: type[Any], name: str) -> bool:
    """Whether a column is a set with a cell for each element; sets that never cross are one cell like any field."""
    codec = codecs(record).get(name)
    return codec is not None and codec.elements and bool(record.synced)


def flat(record: type[Any], values: Mapping[str, Value], before: Mapping[str, Value] | None = None) -> dict[str, Value]:
    """Column values as cells: sets become one cell an element (with `before`: only elements that come or go)."""
    cells: dict[str, Value] = {}
    for name, value in values.items():
        if not in_elements(record, name):
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
    names = _names(record.kind)
    columns: dict[str, Value] = {}
    extra: dict[str, Value] = {}
    sets: dict[str, list[str]] = {}
    for cell, value in cells.items():
        if cell in names:
            columns[cell] = value
            continue
        name, mark, element = cell.partition(SET_MARK)
        if mark and name in names:
            sets.setdefault(name, [])
            if element and value:
                sets[name].append(element)
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
        if name in state.cells and not in_elements(record, name):
            cells[name] = state.cells[name].shown
        elif codec is not None and codec.elements:  # also one that does not cross, written by an earlier version
            inside = name + SET_MARK
            cells |= {one: cell.shown for one, cell in state.cells.items() if one.startswith(inside)}
    return columns_of(record, cells)[0]


def cells_for(record: type[Any], names: Iterable[str]) -> set[str]:
    """Names to ask a held record for, so that it has all cells of these columns (or these cells) in it."""
    known = codecs(record)
    fields = {name.partition(SET_MARK)[0] for name in names}
    sets = {name + SET_MARK for name in fields if name in known and known[name].elements}
    return sets | {name for name in fields if not in_elements(record, name)}


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


def held(connection: Connection, ids: Sequence[str], first: frozenset[str] | None = None) -> dict[str, Held]:
    """These records as the vault holds them, by id; unknown ones are left out. With `first` only those columns are
    fetched at once, and the others of some hundred records when one of them is asked for."""
    found: dict[str, Held] = {}
    ordered = sorted(ids)  # neighbours lie on one page
    for start in range(0, len(ordered), BATCH):
        columns = partial(_columns, first=first)
        found |= {one.id: one for one in _held(connection, "id", ordered[start : start + BATCH], columns)}
    return found


def in_conflict(connection: Connection, near: Callable[[str], bool]) -> list[tuple[str, str]]:
    """(id, kind) of the records that hold a field in conflict and whose history, as text, is `near` to something."""
    h = ledger.history.c
    rows = connection.execute(select(h.id, h.kind, h.meta).where(h.conflicts > 0, h.meta.is_not(None)))
    return [(row[0], row[1]) for row in rows if near(bytes(row[2]).decode("utf-8", "replace"))]


def changed(connection: Connection, lo: int, hi: int) -> int:
    """How many records stand in the part (lo, hi] of the log."""
    h = ledger.history.c
    return int(connection.execute(select(func.count()).where(h.lsn > lo, h.lsn <= hi)).scalar_one())


def leaving(connection: Connection, lo: int, hi: int, without: Collection[str] = ()) -> Iterator[Saves]:
    """What changed in the log range (lo, hi]: of each record the saves that stand there, or its erasure; nothing of the
    kinds in `without`."""
    numbers = _numbers(connection, lo, hi, without)
    columns = partial(_columns_between, lo=lo, hi=hi)
    for start in range(0, len(numbers), BATCH):
        chunk = _held(connection, "n", numbers[start : start + BATCH], columns)
        for one in sorted(chunk, key=lambda held: (held.kind, held.n)):
            part = one.saves(lo, hi)
            if not part.empty:
                yield part


def _numbers(connection: Connection, lo: int, hi: int, without: Collection[str]) -> list[int]:
    """The numbers of the records that changed in this part of the log, kind by kind."""
    h = ledger.history.c
    within = h.lsn.between(lo + 1, hi)
    if changed(connection, lo, hi) * MANY > connection.execute(select(func.coalesce(func.max(h.n), 0))).scalar_one():
        # Through the table as it lies: the index would have its pages decrypted again and again.
        within = (h.lsn + 0).between(lo + 1, hi)
    found = select(h.n).where(within, h.kind.not_in(without)).order_by(h.kind, h.n)
    return [row[0] for row in plain_rows(connection, found)]


def after(connection: Connection, lo: int, hi: int, without: Collection[str] = ()) -> Iterator[RecordState]:
    """As `leaving`, with every field as a cell of its own."""
    return (part.state() for part in leaving(connection, lo, hi, without))


_COLUMNS = ("n", "kind", "id", "compartment", "conflicts", "extra", "meta", "dead_hlc", "dead_replica", "lsn")
_NOTHING: Mapping[str, Value] = {}
Fetch = Callable[[Connection, str, list[str], list[Meta]], Mapping[str, Mapping[str, Value]]]
"""The columns of some records of a kind, by id; their histories tell which are needed."""


def _held(connection: Connection, key: str, wanted: Sequence[Any], columns: Fetch) -> Iterator[Held]:
    by_kind: dict[str, list[tuple[Any, ...]]] = {}
    for row in rows_with(connection, ledger.history, _COLUMNS, key, wanted):
        by_kind.setdefault(row[1], []).append(row)
    loads = orjson.loads
    for kind, rows in by_kind.items():
        metas: list[Meta] = [{"g": [], "x": {}} if row[6] is None else loads(row[6]) for row in rows]
        fetched = columns(connection, kind, [row[2] for row in rows if row[7] is None], metas)
        made, nothing = Held._make, _NOTHING
        for (n, _, one, compartment, conflicts, extra, _, dead, who, lsn), history in zip(rows, metas, strict=True):
            tombstone = None if dead is None else Tombstone(dead, who, lsn)
            values = fetched.get(one, nothing)
            others = loads(extra) if extra else nothing
            yield made((n, kind, one, compartment, conflicts, values, others, history, tombstone))


def _columns(
    connection: Connection, kind: str, ids: list[str], metas: list[Meta], first: frozenset[str] | None = None
) -> Mapping[str, Mapping[str, Value]]:
    if first is None:
        return _rows(connection, kind, ids, _stored(kind))
    found = _rows(connection, kind, ids, tuple(name for name in _stored(kind) if name in first))
    rest = cache(lambda: _rows(connection, kind, ids, _stored(kind)))
    return {one: Fetched(values, one, rest) for one, values in found.items()}


def _columns_between(
    connection: Connection, kind: str, ids: list[str], metas: list[Meta], lo: int, hi: int
) -> Mapping[str, Mapping[str, Value]]:
    """Of the columns those that changed in this part of the log."""
    cells: set[str] = set()
    for meta in metas:
        for group in meta["g"]:
            if lo < (group[5] or 0) <= hi:
                cells.update(group[4])
    fields = {cell.partition(SET_MARK)[0] for cell in cells}
    return _rows(connection, kind, ids, tuple(name for name in _stored(kind) if name in fields))


def _rows(
    connection: Connection, kind: str, ids: list[str], names: tuple[str, ...]
) -> dict[str, dict[str, Value]]:
    if not names or not ids:
        return {one: {} for one in ids}
    rows = rows_with(connection, TABLES[kind], ("id", *names), "id", ids)
    if len(names) == 1:  # as where only what records are called is asked for
        (name,) = names
        return {one: {name: value} for one, value in rows}
    return {row[0]: dict(zip(names, row[1:], strict=True)) for row in rows}


def known_columns(kind: str) -> frozenset[str]:
    """The synced columns of a kind that this version knows; whatever else a record has stands beside its row."""
    return _names(kind)


@cache
def _names(kind: str) -> frozenset[str]:
    return frozenset(_stored(kind))


@cache
def _stored(kind: str) -> tuple[str, ...]:
    """The synced columns of a kind that this version knows."""
    record = BY_KIND.get(kind)
    return () if record is None else tuple(data_columns(record))
