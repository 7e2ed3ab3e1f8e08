"""The vault's folder: file names, atomic writing, and the lock that lets one program in at a time."""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Iterator
from pathlib import Path

from filelock import FileLock, Timeout

from gvi_desktop.domain.errors import VaultError
from gvi_desktop.storage import shares

DATABASE = "vault.db"
KEYS = "keys.json"
LOCK = "lock"
BACKUPS = "backups"
OUTGOING = "outgoing"
"""Sealed bundles on their way to where they are wanted: encrypted for others, and gone once they are there."""
RESTORED = "restored"
"""A mark in the folder of a vault that was laid out from a backup: its next opening is a new incarnation."""
_UNSYNCABLE = (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP)


def write_atomically(path: Path, content: bytes) -> None:
    """Beside, fsync, rename, fsync of the folder: afterwards the old file or the new one is there, never neither."""
    with beside(path, content):
        pass


@contextlib.contextmanager
def beside(path: Path, content: bytes) -> Iterator[None]:
    """The same, with the body run while the new file lies beside the old one: if it fails, the old file stays, and when
    it is done, no more room on the disk is needed."""
    part = path.with_name(path.name + ".part")
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        yield
        part.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            part.unlink()
        raise
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make a rename in the folder last (where the system knows how)."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _UNSYNCABLE:  # some network and stick file systems cannot, and need not be told of
            raise
    finally:
        os.close(handle)


def lock(folder: Path) -> FileLock:
    """The vault's lock, taken; VaultError("vault_in_use") when another program holds it, "share_unlocked" where a lock
    would not be seen by another computer."""
    if not folder.is_dir():
        raise VaultError("vault_missing", path=str(folder))
    if kind := shares.unlocked(folder):
        raise VaultError("share_unlocked", path=str(folder), kind=kind)
    held = FileLock(folder / LOCK, mode=0o600, thread_local=False)  # taken in one thread, let go in another
    try:
        held.acquire(timeout=0)
    except Timeout as fault:
        raise VaultError("vault_in_use", path=str(folder)) from fault
    except OSError as fault:
        raise VaultError("no_permission", path=str(folder)) from fault
    return held
