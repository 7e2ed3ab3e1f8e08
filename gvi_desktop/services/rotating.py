"""Rotating the vault key: a copy under a new key, then keys and file change places; a crash leaves either."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable
from pathlib import Path

from gvi_desktop.crypto import keyslots, slotfile
from gvi_desktop.domain.errors import VaultError
from gvi_desktop.services.sealing import sealing_key
from gvi_desktop.services.unit import Changes, Unit
from gvi_desktop.services.workspace import Workspace
from gvi_desktop.storage import files, rekey
from gvi_desktop.storage.engine import open_engine


def rotate(workspace: Workspace, keys: slotfile.Keys, work: Callable[[Unit], object]) -> None:
    """Give the vault a new key, sealed to the slots in `keys`, and run `work` as one step under it: both come with the
    same change of places or not at all. The old slots stay until the file has changed."""
    if workspace.read_only:
        raise VaultError("rescue_read_only")
    folder, database = workspace.folder, workspace.folder / files.DATABASE
    fresh = keyslots.new_key()
    rotated = keyslots.rotated(keys, fresh, workspace.read(sealing_key))
    old = (folder / files.KEYS).read_bytes()
    with workspace.paused() as key:
        copy = rekey.copy_under(database, key, fresh)
        try:
            done = _step_in(copy, fresh, workspace, work)
            files.write_atomically(previous(folder), old)
            files.write_atomically(folder / files.KEYS, slotfile.dump(rotated))
            rekey.replace(copy, database)
        except BaseException:
            if copy.exists():
                # The file still has its old key: put the old slots back.
                if (folder / files.KEYS).read_bytes() != old:
                    files.write_atomically(folder / files.KEYS, old)
                clean_up(folder)
                raise
            # The copy is in the file's place, so the new slots are right; the old ones stay until the next unlocking.
        else:
            with contextlib.suppress(OSError):
                clean_up(folder)
        workspace.rekeyed(fresh, open_engine(database, fresh))
    workspace.tell(done)


def _step_in(copy: Path, key: bytes, workspace: Workspace, work: Callable[[Unit], object]) -> Changes:
    """Write the step into the copy; nothing of it is left beside it in a log."""
    opened = open_engine(copy, key)
    try:
        _, changes = workspace.step_in(opened, work)
        with opened.connect() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        opened.dispose()
    with copy.open("rb") as file:
        os.fsync(file.fileno())
    return changes


def previous(folder: Path) -> Path:
    """Where the old slots wait while the key is rotated."""
    return folder / (files.KEYS + ".previous")


def was_cut_off(error: VaultError, folder: Path) -> bool:
    """Whether the file does not open since a rotation was cut off between the keys and the file; the old slots are then
    put back."""
    if error.code not in ("vault_damaged", "keys_older") or not previous(folder).exists():
        return False
    take_back(folder)
    return True


def take_back(folder: Path) -> None:
    """Put the old slots back after a rotation that was cut off before the file changed."""
    files.write_atomically(folder / files.KEYS, previous(folder).read_bytes())
    clean_up(folder)


def clean_up(folder: Path) -> None:
    """Remove what a cut-off rotation left."""
    previous(folder).unlink(missing_ok=True)
    for end in ("", "-wal", "-shm"):
        (folder / f"{files.DATABASE}.next{end}").unlink(missing_ok=True)
