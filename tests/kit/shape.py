"""The shape of an empty vault, built by the migrations once a run and set down as it stands in each vault after."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from sqlalchemy import Connection, text

from gvi_desktop.storage import search, upgrade

REAL = upgrade.upgrade
_MADE: list[str] = []


def set_down(connection: Connection, to: str = "head") -> None:
    """As `upgrade.upgrade`, many times as fast for an empty file; any other file goes the real way."""
    if to != "head" or upgrade.version(connection) is not None:
        REAL(connection, to)
    elif _MADE:
        for statement in _MADE:
            connection.exec_driver_sql(statement)
        connection.exec_driver_sql(search.SECURE)
        connection.execute(text("INSERT INTO alembic_version VALUES (:head)"), {"head": upgrade.HEAD})
    else:
        REAL(connection, to)
        _MADE.extend(_shape(connection))


def _shape(connection: Connection) -> Iterator[str]:
    rows = connection.execute(text("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid")).all()
    virtual = tuple(f"{name}_" for name, sql in rows if sql.startswith("CREATE VIRTUAL TABLE"))
    # An index of words makes its own tables; what the engine numbers is its own too.
    yield from (sql for name, sql in rows if not name.startswith((*virtual, "sqlite_")))


@contextlib.contextmanager
def by(way: object) -> Iterator[None]:
    """Every vault made meanwhile gets its shape this way."""
    before = upgrade.upgrade
    upgrade.upgrade = way  # type: ignore[assignment]
    try:
        yield
    finally:
        upgrade.upgrade = before
