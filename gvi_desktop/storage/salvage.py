"""What can still be read of a damaged vault, brought table by table into a fresh file under the same key."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gvi_desktop.storage import upgrade
from gvi_desktop.storage.engine import DATABASE_FAULTS, connect, open_engine

OWN = "type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search_%' AND name <> 'alembic_version'"
PIECE = 500
"""Rows in memory at a time."""
UNKNOWN_END = 4096


@dataclass(frozen=True)
class Line:
    """A table: rows read, and at most how many are lost."""

    table: str
    read: int
    lost: int


def salvage(source: Path, key: bytes, target: Path) -> list[Line]:
    """Read a mended copy into a new file."""
    with contextlib.closing(connect(source, key, as_it_is=True)) as old:
        engine = open_engine(target, key, create=True)
        try:
            with engine.connect().execution_options(writes=True) as connection, connection.begin():
                upgrade.upgrade(connection, _version(old))
        finally:
            engine.dispose()
        with contextlib.closing(connect(target, key)) as new:
            new.execute("PRAGMA foreign_keys = OFF")
            new.execute("BEGIN")
            names = [row[0] for row in new.execute(f"SELECT name FROM sqlite_master WHERE {OWN}")]  # noqa: S608
            for name in names:
                new.execute(f'DELETE FROM "{name}"') if name not in ("journal",) else None  # noqa: S608
            lines = [_table(old, new, name) for name in names]
            new.execute("COMMIT")
            new.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return lines


def _version(old: Any) -> str:
    try:
        found = old.execute("SELECT version_num FROM alembic_version").fetchone()
        return str(found[0]) if found else upgrade.HEAD
    except DATABASE_FAULTS:
        return upgrade.HEAD


def _table(old: Any, new: Any, name: str) -> Line:
    wanted = _columns(new, name)
    shared = [one for one in _columns(old, name) if one in wanted]
    if not shared:
        return Line(name, 0, 0)
    listed = ", ".join(f'"{one}"' for one in shared)
    query = f'SELECT rowid, {listed} FROM "{name}" NOT INDEXED WHERE rowid BETWEEN ? AND ? ORDER BY rowid'  # noqa: S608
    marks = ", ".join("?" * (len(shared) + 1))
    # With its own number where the number is no column: the index and the histories find their rows by it.
    put = f'INSERT OR IGNORE INTO "{name}"(rowid, {listed}) VALUES({marks})'
    first, last, told = _ends(old, name)
    read, lost, after = 0, 0, 0
    for rows, gone in _rows(old, query, first, last):
        if rows:
            new.executemany(put, rows)
            read, lost, after = read + len(rows), lost + after, 0
        after += gone
    return Line(name, read, lost + (after if told else min(after, 1)))


def _columns(connection: Any, table: str) -> list[str]:
    try:
        return [row[1] for row in connection.execute(f'PRAGMA table_info("{table}")').fetchall()]
    except DATABASE_FAULTS:
        return []


def fill(source: Path, key: bytes, target: Path, names: Sequence[str]) -> None:
    """Rows of small tables that the vault cannot be opened without, from a backup where they are lost."""
    with contextlib.closing(connect(source, key)) as old, contextlib.closing(connect(target, key)) as new:
        for name in names:
            if not new.execute(f'SELECT 1 FROM "{name}" LIMIT 1').fetchone():  # noqa: S608
                _table(old, new, name)


def drop_leftovers(target: Path, key: bytes, kinds: Sequence[tuple[str, str]]) -> None:
    """Histories whose record was lost go, so that the record is taken when a colleague's bundle brings it; and the
    values of entries that were lost."""
    with contextlib.closing(connect(target, key)) as new:
        for kind, table in kinds:
            query = f'DELETE FROM history WHERE kind = ? AND dead_hlc IS NULL AND id NOT IN (SELECT id FROM "{table}")'  # noqa: S608
            new.execute(query, (kind,))
        # An entry that is lost may be the last: the next one takes its number, and must not find its values there.
        new.execute("DELETE FROM journal_value WHERE seq NOT IN (SELECT seq FROM journal)")
        new.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _ends(old: Any, name: str) -> tuple[int, int, bool]:
    """The first and the last number of a row, and whether both are known: else a guess, since their page is hurt."""
    found, told = [], True
    for which, guess in (("min", 1), ("max", UNKNOWN_END)):
        try:
            found.append(old.execute(f'SELECT {which}(rowid) FROM "{name}" NOT INDEXED').fetchone()[0] or 0)  # noqa: S608
        except DATABASE_FAULTS:
            found.append(guess)
            told = False
    return found[0], max(found), told


def _rows(old: Any, query: str, first: int, last: int) -> Iterator[tuple[list[Any], int]]:
    """Rows in pieces, and how many cannot be read: a piece that fails is halved until the row is found that does."""
    waiting = [(at, min(at + PIECE - 1, last)) for at in range(first, last + 1, PIECE)][::-1]
    while waiting:
        low, high = waiting.pop()
        try:
            yield old.execute(query, (low, high)).fetchall(), 0
        except DATABASE_FAULTS:
            if low == high:
                yield [], 1
                continue
            middle = (low + high) // 2
            waiting += [(middle + 1, high), (low, middle)]
