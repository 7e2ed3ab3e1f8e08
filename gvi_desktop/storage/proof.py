"""Proving a copy of the database: every page authenticated under its key, every tree walked."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher

from gvi_desktop.domain.errors import VaultError
from gvi_desktop.storage.engine import connect, fault_of

CACHE = "PRAGMA cache_size = -16000"
"""Kilobytes: a check reads each page once, and keeping many only makes it slower."""


def prove(database: Path, key: bytes, *, alone: bool = True) -> None:
    """Open a copy with its key and check all of it; `alone` = nobody else has it open, so fold in its log."""
    if alone:
        fold_in(database, key)
    with proving(database, key):
        pass


def fold_in(database: Path, key: bytes) -> None:
    """Bring the log of a copy into the file: half folded in it leaves empty pages, and those are no damage."""
    with _told(database):
        connection = connect(database, key)
        try:
            connection.execute("PRAGMA journal_mode = DELETE")
        finally:
            connection.close()


@contextlib.contextmanager
def proving(database: Path, key: bytes) -> Iterator[None]:
    """Check the copy while the body runs; VaultError("backup_unreadable") at its end when anything is wrong."""
    with ThreadPoolExecutor(2, "proof") as pool:
        checks = [pool.submit(_trees, database, key), pool.submit(_free_pages, database, key)]
        yield
        with _told(database):
            sound = [check.result() for check in checks]
    if not all(sound):
        raise VaultError("backup_unreadable", path=str(database))


def entries(database: Path, key: bytes) -> int:
    """How many entries the journal of a proven copy has."""
    connection = connect(database, key, as_it_is=True)
    try:
        return int(connection.execute("SELECT coalesce(max(seq), 0) FROM journal").fetchone()[0])
    finally:
        connection.close()


def _trees(database: Path, key: bytes) -> bool:
    """Whether every tree is whole. Each page that is in use is read for it, and so authenticated."""
    connection = connect(database, key, as_it_is=True)
    try:
        connection.execute(CACHE)
        return bool(connection.execute("PRAGMA quick_check").fetchall() == [("ok",)])
    finally:
        connection.close()


def _free_pages(database: Path, key: bytes) -> bool:
    """Whether the pages that hold nothing at present are authentic too; looking at them means going through all."""
    connection = connect(database, key, as_it_is=True)
    try:
        connection.execute(CACHE)
        if not connection.execute("PRAGMA freelist_count").fetchone()[0]:
            return True
        return not connection.execute("PRAGMA cipher_integrity_check").fetchall()
    finally:
        connection.close()


@contextlib.contextmanager
def _told(database: Path) -> Iterator[None]:
    try:
        yield
    except sqlcipher.DatabaseError as fault:
        if (own := fault_of(fault, database)) is not None and own.code != "vault_damaged":
            raise own from fault
        raise VaultError("backup_unreadable", path=str(database)) from fault
