"""Opening the vault file: SQLCipher on a raw key, proven to be encrypted, with faults told apart."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import QueuePool

from gvi_desktop.domain.errors import VaultError
from gvi_desktop.hardening import wipe
from gvi_desktop.storage.gate import Gate

PLAIN_HEADER = b"SQLite format 3\0"
USUAL, ROOMY = 64_000, 112_000
"""Kilobytes of pages that a connection keeps in memory."""
PATIENCE = 10.0
"""Seconds to wait for somebody else's writing to end."""
CUT_PATIENCE = 1.0
"""Seconds to wait for readers before the log is left as it is for now."""
NO_ROOM = 64 * 1024
"""Bytes; a disk with fewer left is full, whatever the database calls the fault."""
DATABASE_FAULTS = (DatabaseError, sqlcipher.DatabaseError)
"""What a damaged file raises: by way of SQLAlchemy, or from the driver where its rows are read directly."""
_silence = threading.Lock()


def connect(path: Path, key: bytes, *, create: bool = False, as_it_is: bool = False) -> Any:
    """A raw keyed connection; VaultError("vault_damaged") when the key does not open the file.

    `as_it_is` leaves the kind of its log alone, for reading only: changing it wants the file for oneself at once.
    """
    if not create:
        check_header(path)
    try:
        connection = sqlcipher.connect(
            f"file:{_quoted(path)}?mode={'rwc' if create else 'rw'}",
            uri=True,
            check_same_thread=False,
            timeout=PATIENCE,
        )
    except sqlcipher.OperationalError as fault:
        raise _open_fault(fault, path) from fault
    try:
        with silent_stderr():
            connection.execute("PRAGMA cipher_log_level = NONE")  # its lines on damage are nothing for a user
            give_key(connection, "PRAGMA key =", key)
            if not connection.execute("PRAGMA cipher_version").fetchone():
                raise VaultError("cipher_missing")
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if not as_it_is:
            connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute(f"PRAGMA cache_size = -{USUAL}")
        # The driver must not open transactions by itself: the workspace says BEGIN IMMEDIATE.
        connection.isolation_level = None
    except BaseException as fault:
        connection.close()
        if isinstance(fault, sqlcipher.OperationalError):
            raise _open_fault(fault, path) from fault
        if isinstance(fault, sqlcipher.DatabaseError):
            raise VaultError("vault_damaged", path=str(path)) from fault
        raise
    return connection


def give_key(connection: Any, before: str, key: bytes) -> None:
    """Run a statement that ends with the key, and keep nothing of it: `execute` would hold its text for as long as the
    connection lives."""
    letters = key.hex()
    statement = f"{before} \"x'{letters}'\""
    try:
        connection.executescript(statement)
    finally:
        wipe(letters)
        wipe(statement)


def open_engine(path: Path, key: bytes, *, create: bool = False) -> Engine:
    """An engine whose connections are keyed; one writer and a few readers side by side (WAL)."""
    connect(path, key, create=create).close()
    engine = create_engine(
        "sqlite://",
        module=sqlcipher,
        creator=lambda: connect(path, key),
        poolclass=QueuePool,
        pool_size=3,
        max_overflow=2,
        pool_reset_on_return="rollback",
        hide_parameters=True,  # a fault of the database tells its statement, never what stood in it
    )

    Gate.of(engine)

    @event.listens_for(engine, "begin")
    def _begin(connection: Any) -> None:
        options = connection.get_execution_options()
        connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get("writes") else "BEGIN")

    return engine


@contextlib.contextmanager
def roomy(connection: Connection) -> Iterator[None]:
    """More pages in memory while very many records are written: else each is encrypted and decrypted several times."""
    connection.exec_driver_sql(f"PRAGMA cache_size = -{ROOMY}")
    try:
        yield
    finally:
        connection.exec_driver_sql(f"PRAGMA cache_size = -{USUAL}")


def wipe_freed(opened: Engine) -> None:
    """From now on the database overwrites what it gives back: called before an engine goes, so that no page of the
    vault stays in memory that was freed. It holds for the whole process, and cannot be taken back."""
    with contextlib.suppress(sqlcipher.DatabaseError, DatabaseError), opened.connect() as connection:
        connection.exec_driver_sql("PRAGMA cipher_memory_security = ON")


def cut_log(opened: Engine) -> bool:
    """Fold the write-ahead log into the file and cut it to nothing, so that no page in it outlasts an erasure; False
    when somebody still reads in it. Nobody of this thread may have a transaction open."""
    held = opened.raw_connection()
    try:
        connection: Any = held.driver_connection
        connection.execute(f"PRAGMA busy_timeout = {round(CUT_PATIENCE * 1000)}")
        try:
            busy = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        finally:
            connection.execute(f"PRAGMA busy_timeout = {round(PATIENCE * 1000)}")
        return not busy
    except sqlcipher.DatabaseError:  # the step itself is saved; a disk that fails is told by the next one
        return False
    finally:
        held.close()


def check_header(path: Path) -> None:
    """Refuse what is missing, unreadable, plain SQLite or too short to be a vault."""
    try:
        with path.open("rb") as file:
            header = file.read(16)
    except FileNotFoundError as fault:
        raise VaultError("vault_missing", path=str(path.parent)) from fault
    except PermissionError as fault:
        raise VaultError("no_permission", path=str(path.parent)) from fault
    if header == PLAIN_HEADER:
        raise VaultError("vault_not_encrypted", path=str(path.parent))
    if len(header) < 16:
        raise VaultError("vault_damaged", path=str(path.parent))


def _open_fault(fault: Exception, path: Path) -> VaultError:
    if not path.exists():
        return VaultError("vault_missing", path=str(path.parent))
    told = fault_of(fault, path)
    if told is None or told.code == "no_permission":
        return VaultError("no_permission", path=str(path.parent))
    return told


def _quoted(path: Path) -> str:
    return str(path.resolve()).replace("%", "%25").replace("?", "%3f").replace("#", "%23")


@contextlib.contextmanager
def silent_stderr() -> Iterator[None]:
    """SQLCipher writes its own lines to standard error on a wrong key: keep them from the user's terminal."""
    with _silence:
        if sys.stderr is not None:
            sys.stderr.flush()
        try:
            kept = os.dup(2)
        except OSError:
            # A windowed program may have no standard error at all: then nobody sees those lines either.
            yield
            return
        sink = os.open(os.devnull, os.O_WRONLY)
        try:
            os.dup2(sink, 2)
            yield
        finally:
            os.dup2(kept, 2)
            os.close(kept)
            os.close(sink)


@contextlib.contextmanager
def worded(path: Path) -> Iterator[None]:
    """The user's faults behind errors of disk and database told as such; any other goes on as it is."""
    try:
        yield
    except (OSError, *DATABASE_FAULTS) as error:
        told = fault_of(error, path)
        if told is None:
            raise
        raise told from error


def fault_of(error: BaseException, path: Path) -> VaultError | None:
    """The user's fault behind a database or disk error, or None when it is ours."""
    where = str(path)
    if isinstance(error, OSError):
        where = where if error.filename is None else str(error.filename)
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            return VaultError("disk_full", path=where)
        if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
            return VaultError("no_permission", path=where)
        return VaultError("disk_error", path=where) if error.errno == errno.EIO else None
    text = str(error.orig if isinstance(error, DatabaseError) else error).lower()
    if not isinstance(error, DatabaseError | sqlcipher.DatabaseError):
        return None
    for part, code in (
        ("full", "disk_full"),
        ("readonly", "no_permission"),
        ("read-only", "no_permission"),
        ("locked", "vault_busy"),
        ("malformed", "vault_damaged"),
        ("not a database", "vault_damaged"),
        ("hmac", "vault_damaged"),
        ("disk i/o", "disk_error"),
        ("unable to open", "no_permission"),
    ):
        if part in text:
            full = code == "disk_error" and _no_room(path)
            return VaultError("disk_full" if full else code, path=where)
    return None


def _no_room(path: Path) -> bool:
    """Whether the disk is full: where not even the file beside the log finds room, SQLite only says that it failed."""
    try:
        return shutil.disk_usage(path if path.exists() else path.parent).free < NO_ROOM
    except OSError:
        return False
