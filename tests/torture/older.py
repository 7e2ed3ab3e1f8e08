"""A vault as the version before this one left it: the same rows in the tables of the last migration but one."""

from __future__ import annotations

import contextlib
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from kit.vaults import SettableClock

from gvi_desktop.domain.kinds import BY_KIND
from gvi_desktop.services import unlocking
from gvi_desktop.storage import files
from gvi_desktop.storage.engine import connect, open_engine

OWN = "NOT LIKE 'sqlite_%' AND name NOT LIKE 'search_%'"
"""The tables whose rows are ours: an index makes those below it itself."""


def make_older(folder: Path, passphrase: str) -> None:
    """Put an older file in the place of the vault's."""
    workspace = unlocking.unlock(folder, "Anna Ek", passphrase, clock=SettableClock())
    key = bytes(bytearray(workspace.key))  # its own is overwritten
    workspace.close()
    database, old = folder / files.DATABASE, folder / "older.db"
    engine = open_engine(old, key, create=True)
    config = Config()
    config.set_main_option("script_location", "gvi_desktop:storage/migrations")
    config.set_main_option("path_separator", "os")
    scripts = ScriptDirectory.from_config(config)
    before = scripts.get_revision(scripts.get_current_head() or "").down_revision
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        config.attributes["connection"] = connection
        command.upgrade(config, str(before))
    engine.dispose()
    with contextlib.closing(connect(old, key)) as connection:
        connection.execute(f"ATTACH DATABASE ? AS new KEY \"x'{key.hex()}'\"", (str(database),))
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("BEGIN")
        names = connection.execute(f"SELECT name FROM sqlite_master WHERE type = 'table' AND name {OWN}").fetchall()  # noqa: S608
        for (name,) in names:
            if name == "alembic_version":
                continue
            wanted = _columns(connection, "main", name)
            shared = ", ".join(f'"{one}"' for one in _columns(connection, "new", name) if one in wanted)
            if name == "search":
                shared = f"rowid, {shared}"
            connection.execute(f'INSERT INTO main."{name}"({shared}) SELECT {shared} FROM new."{name}"')  # noqa: S608
        for kind in BY_KIND:
            if (kind,) not in names:  # a kind of record that came with the last migration
                connection.execute("DELETE FROM history WHERE kind = ?", (kind,))
        connection.execute("COMMIT")
        connection.execute("DETACH DATABASE new")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    for end in ("", "-wal", "-shm"):
        (folder / (files.DATABASE + end)).unlink(missing_ok=True)
    old.rename(database)


def _columns(connection: object, schema: str, table: str) -> list[str]:
    rows = connection.execute(f'PRAGMA {schema}.table_info("{table}")').fetchall()  # type: ignore[attr-defined]
    return [row[1] for row in rows]
