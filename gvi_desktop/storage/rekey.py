"""The vault file under a new key: written as a copy, proven, then renamed over the old one."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from gvi_desktop.storage import files
from gvi_desktop.storage.engine import connect, give_key, worded
from gvi_desktop.storage.proof import prove


def copy_under(database: Path, key: bytes, fresh: bytes) -> Path:
    """A proven copy of the file, encrypted with `fresh`, beside it."""
    copy = database.with_name(database.name + ".next")
    for end in ("", "-wal", "-shm"):  # a log of a copy that was cut off would be read into this one
        copy.with_name(copy.name + end).unlink(missing_ok=True)
    try:
        with worded(database), contextlib.closing(connect(database, key)) as connection:
            quoted = str(copy).replace("'", "''")
            give_key(connection, f"ATTACH DATABASE '{quoted}' AS fresh KEY", fresh)
            connection.execute("SELECT sqlcipher_export('fresh')")
            connection.execute("DETACH DATABASE fresh")
        os.chmod(copy, 0o600)
        prove(copy, fresh)
        with copy.open("rb") as file:
            os.fsync(file.fileno())
    except BaseException:
        copy.unlink(missing_ok=True)
        raise
    return copy


def replace(copy: Path, database: Path) -> None:
    """Put the copy in the place of the file; the old write-ahead log goes with it."""
    for end in ("-wal", "-shm"):
        with contextlib.suppress(FileNotFoundError):
            database.with_name(database.name + end).unlink()
    copy.replace(database)
    files.sync_folder(database.parent)
