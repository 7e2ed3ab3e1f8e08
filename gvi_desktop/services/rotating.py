"""Rotating the vault key: a copy under a new key, then keys and file change places; a crash leaves either."""

from __future__ import annotations

import contextlib
from pathlib import Path

from gvi_desktop.crypto import keyslots, slotfile
from gvi_desktop.domain.errors import VaultError
from gvi_desktop.services.sealing import sealing_key
from gvi_desktop.services.workspace import Workspace
from gvi_desktop.storage import files, rekey
from gvi_desktop.storage.engine import open_engine


def rotate(workspace: Workspace, keys: slotfile.Keys) -> None:
    """Give the vault a new key, sealed to the slots in `keys`; the old slots stay until the file has changed."""
    folder, database = workspace.folder, workspace.folder / files.DATABASE
    fresh = keyslots.new_key()
    rotated = keyslots.rotated(keys, fresh, workspace.read(sealing_key))
    old = (folder / files.KEYS).read_bytes()
    with workspace.paused() as key:
        copy = rekey.copy_under(database, key, fresh)
        try:
            files.write_atomically(previous(folder), old)
            files.write_atomically(folder / files.KEYS, slotfile.dump(rotated))
            rekey.replace(copy, database)
        except BaseException:
            if copy.exists():
                # The file still has its old key: put the old slots back.
                files.write_atomically(folder / files.KEYS, old)
                clean_up(folder)
                raise
            # The copy is in the file's place, so the new slots are right; the old ones stay until the next unlocking.
        else:
            with contextlib.suppress(OSError):
                clean_up(folder)
        workspace.rekeyed(fresh, open_engine(database, fresh))


def previous(folder: Path) -> Path:
    """Where the old slots wait while the key is rotated."""
    return folder / (files.KEYS + ".previous")


def was_cut_off(error: VaultError, folder: Path) -> bool:
    """Whether the file does not open since a rotation was cut off between the keys and the file; the old slots are then
    put back."""
    if error.code != "vault_damaged" or not previous(folder).exists():
        return False
    take_back(folder)
    return True


def take_back(folder: Path) -> None:
    """Put the old slots back after a rotation that was cut off before the file changed."""
    files.write_atomically(folder / files.KEYS, previous(folder).read_bytes())
    clean_up(folder)


def clean_up(folder: Path) -> None:
    """Remove what a cut-off rotation left."""
    for left in (previous(folder), (folder / files.DATABASE).with_name(files.DATABASE + ".next")):
        left.unlink(missing_ok=True)
