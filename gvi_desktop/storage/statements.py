"""Statements for many rows given as plain tuples: their text is made once, and no row is wrapped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

import orjson
import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Column, Connection, LargeBinary, Select, Table, bindparam, delete, select, update
from sqlalchemy.dialects import sqlite

from gvi_desktop.storage import lane

_DIALECT = sqlite.dialect(paramstyle="qmark")
_KEY = "the_key"
TOGETHER = sqlcipher.sqlite_version_info >= (3, 51)
"""Whether the database reads rows out of one value (jsonb_each)."""
FEW, MOST = 16, 2000
"""Rows that are not worth it, and that one statement takes."""
LONGEST = 16 * 1024 * 1024
"""Bytes that one statement takes, unless a single row is longer."""
MEMBERS = 500
"""Values that stand in one IN list: SQLite takes no list of any length."""


def chunks(values: Sequence[str], size: int = MEMBERS) -> Iterator[Sequence[str]]:
    """The values in order, as many at a time as one IN list takes."""
    for start in range(0, len(values), size):
        yield values[start : start + size]


def plain_rows(connection: Connection, query: Select[Any]) -> list[tuple[Any, ...]]:
    """The answer as the driver gives it: of many rows the wrapping of each would be a good part of the time."""
    cursor = connection.execute(query).cursor
    return [] if cursor is None else list(cursor.fetchall())


def rows_with(
    connection: Connection, table: Table, names: tuple[str, ...], key: str, values: Sequence[Any]
) -> list[tuple[Any, ...]]:
    """The columns `names` of the rows where `key` has one of the values: some hundreds at most."""
    if not values:
        return []
    marks = ",".join("?" * len(values))
    cursor = connection.exec_driver_sql(f"{_select(table, names, key)} ({marks})", tuple(values)).cursor
    return [] if cursor is None else list(cursor.fetchall())


def insert_rows(connection: Connection, table: Table, names: tuple[str, ...], rows: Sequence[tuple[Any, ...]]) -> None:
    """Insert rows whose values stand in the order of `names`, which is that of the table's columns."""
    put_rows(connection, _insert(table, names), _insert_told(table, names), rows)


def update_rows(
    connection: Connection, table: Table, names: tuple[str, ...], key: str, rows: Sequence[tuple[Any, ...]]
) -> None:
    """Set the columns `names` where `key` has the last value of the row; the others stand in the order of `names`."""
    put_rows(connection, _update(table, names, key), _update_told(table, names, key), rows)


def delete_rows(connection: Connection, table: Table, key: str, values: Sequence[Any]) -> None:
    """Delete the rows where `key` has one of the values."""
    if values:
        connection.exec_driver_sql(_delete(table, key), [(value,) for value in values])


def put_rows(connection: Connection, each: str, together: str, rows: Sequence[tuple[Any, ...]]) -> None:
    """Run `each` with every row, or `together` with all of them told as one JSON value, out of which the database takes
    them (jsonb_each) without asking Python for each."""
    if not rows:
        return
    if len(rows) < FEW or not TOGETHER:
        connection.exec_driver_sql(each, list(rows))
        return
    beside = lane.of(connection)
    for told in _told_as_json(rows):
        if beside is None:
            connection.exec_driver_sql(together, (told,))
        else:
            beside.put(together, told)


def _told_as_json(rows: Sequence[tuple[Any, ...]]) -> Iterator[str]:
    for start in range(0, len(rows), MOST):
        part = rows[start : start + MOST]
        told = orjson.dumps(part, default=bytes.hex)
        if len(told) > LONGEST and len(part) > 1:
            yield from _told_as_json(part[: len(part) // 2])
            yield from _told_as_json(part[len(part) // 2 :])
        else:
            yield told.decode()


@cache
def _insert_told(table: Table, names: tuple[str, ...]) -> str:
    first, values, _ = _insert(table, names).partition(" VALUES ")
    if not values:
        raise ValueError("not an insert of plain values")
    told = ", ".join(_told(table.c[name], at) for at, name in enumerate(names))
    return f"{first} SELECT {told} FROM jsonb_each(?)"  # noqa: S608 - our names


@cache
def _update_told(table: Table, names: tuple[str, ...], key: str) -> str:
    quote = _DIALECT.identifier_preparer.quote
    wanted = ", ".join(f"{quote(name)} = {_told(table.c[name], at)}" for at, name in enumerate(names))
    found = f"{quote(table.name)}.{quote(key)} = {_told(table.c[key], len(names))}"
    return f"UPDATE {quote(table.name)} SET {wanted} FROM jsonb_each(?) AS told WHERE {found}"  # noqa: S608 - our names


def _told(column: Column[Any], at: int) -> str:
    value = f"value ->> {at}"
    return f"unhex({value})" if isinstance(column.type, LargeBinary) else value


@cache
def _select(table: Table, names: tuple[str, ...], key: str) -> str:
    quoted = _DIALECT.identifier_preparer.quote
    return f"{select(*(table.c[name] for name in names)).compile(dialect=_DIALECT)} WHERE {quoted(key)} IN"


@cache
def _insert(table: Table, names: tuple[str, ...]) -> str:
    compiled = table.insert().compile(dialect=_DIALECT, column_keys=list(names))
    if tuple(compiled.positiontup or ()) != names:
        raise ValueError("columns in another order than the table's")
    return str(compiled)


@cache
def _update(table: Table, names: tuple[str, ...], key: str) -> str:
    ordered: list[tuple[Any, Any]] = [(table.c[name], bindparam(name)) for name in names]
    statement = update(table).where(table.c[key] == bindparam(_KEY)).ordered_values(*ordered)
    return str(statement.compile(dialect=_DIALECT))


@cache
def _delete(table: Table, key: str) -> str:
    return str(delete(table).where(table.c[key] == bindparam(_KEY)).compile(dialect=_DIALECT))
