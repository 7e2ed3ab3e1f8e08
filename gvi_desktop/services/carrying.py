"""A sealed file carried from the vault's own room to where it is wanted. Knows no vault: a folder that stops answering
while it is written, forced, read back or renamed holds up nothing but the carrying."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

from gvi_desktop.clock import now
from gvi_desktop.crypto.seal import Sealed, drive_of, fsync_folder, read_back
from gvi_desktop.crypto.streams import raise_write
from gvi_desktop.domain.errors import BundleError, VaultError
from gvi_desktop.services.stopping import CANCELLED
from gvi_desktop.storage import files
from gvi_desktop.sync.bundle import file_name

PIECE = 256 * 1024
SEALED, THERE = ".age", ".there"
NAMES = 10_000
LEFT = 3600
"""Seconds after which nobody is still at work on a part."""


class Watch(Protocol):
    """Told how far it is; `cancelled` when somebody has given it up."""

    def __call__(self, done: int, total: int) -> None: ...
    @property
    def cancelled(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class Parcel:
    """A sealed bundle or receipt that lies in the vault's own room: which it is, what its bytes are, and what makes up
    its name. `folder` is where it is wanted, if that is known already."""

    bundle: str
    room: Path
    sealed: Sealed
    label: str
    on: date
    hi: int
    folder: Path | None = None

    @property
    def path(self) -> Path:
        """Where it lies."""
        return self.room / (self.bundle + SEALED)

    @property
    def mark(self) -> Path:
        """What takes its place once it stands verified where it was wanted: should the program end now, it is known."""
        return self.room / (self.bundle + THERE)

    def name(self, number: int = 1) -> str:
        """What its file is called unless somebody calls it otherwise."""
        return file_name(self.label if number == 1 else f"{self.label}-{number}", self.on, self.hi)

    def drop(self) -> None:
        """Let it go, with its mark."""
        for path in (self.path, self.mark):
            with contextlib.suppress(OSError):
                path.unlink(missing_ok=True)


def carry(parcel: Parcel, target: Path, watch: Watch) -> Path:
    """Bring a parcel to `target`: a file, which is replaced, or a folder, where nothing is. Written beside, forced to
    the disk, read back and compared, only then named; whatever happens, no part of it is left there.

    BundleError "E_DISK_FULL", "E_WRITE_FAILED" (both with `path` and `drive`; `unsure` when it may be there all the
    same), "E_CANCELLED" once it is given up; VaultError "folder_missing" for a folder that is not there.
    """
    where: dict[str, object] = {"path": str(target), "drive": drive_of(target)}
    try:
        path = _place(parcel, target)
    except OSError as fault:  # a share that is down answers even this with a fault
        raise_write(fault, **where)
    where["path"] = str(path)
    part = path.with_name(path.name + ".part")
    named = False
    try:
        _write(parcel, part, watch)
        if read_back(part, lambda: _go_on(watch)) != parcel.sealed:
            raise BundleError("E_WRITE_FAILED", **where)
        _go_on(watch)
        named = True
        part.replace(path)
        fsync_folder(path.parent)
        if read_back(path) != parcel.sealed:
            raise OSError(errno.EIO, "not what was written")
    except OSError as fault:
        # A folder that fails in the middle of naming may have done it, unless the part still lies there.
        raise_write(fault, **where, **({"unsure": True} if named and not _lies(part) else {}))
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
    if not watch.cancelled:  # whoever has given it up has said already that nobody knows
        with contextlib.suppress(OSError):  # it stands there, whether or not our own disk takes the mark
            files.write_atomically(parcel.mark, path.name.encode())
            parcel.path.unlink(missing_ok=True)
    return path


def _place(parcel: Parcel, target: Path) -> Path:
    """The file that the parcel becomes."""
    if parcel.folder is not None:
        if not target.is_dir():
            raise VaultError("folder_missing", path=str(target))
        _clear(target, parcel)
    return _free(target, parcel) if target.is_dir() else target


def _lies(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        return False


def _write(parcel: Parcel, part: Path, watch: Watch) -> None:
    done, hashed = 0, hashlib.sha256()
    part.unlink(missing_ok=True)  # of a program that was killed, or a link that somebody put there
    with part.open("xb", buffering=0) as file:
        for piece in _pieces(parcel.path):
            _go_on(watch)
            hashed.update(piece)
            left = memoryview(piece)
            while left:
                left = left[file.write(left) or 0 :]
            done += len(piece)
            watch(done, parcel.sealed.size)
        os.fsync(file.fileno())
    if Sealed(done, hashed.hexdigest()) != parcel.sealed:  # it is not what was sealed that lay here
        raise BundleError("E_WRITE_FAILED", path=str(parcel.path), drive=drive_of(parcel.path))


def _pieces(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            yield piece


def _go_on(watch: Watch) -> None:
    if watch.cancelled:
        raise BundleError(CANCELLED)


def _clear(folder: Path, parcel: Parcel) -> None:
    """What an earlier program of ours left in the shared folder when it was killed: the names differ, so nothing else
    would ever replace it."""
    for old in folder.glob(f"gvi_{parcel.label}[-_]*.part"):
        with contextlib.suppress(OSError):
            if now().timestamp() - old.lstat().st_mtime > LEFT:
                old.unlink()


def _free(folder: Path, parcel: Parcel) -> Path:
    """A bundle of the same state, or a receipt beside it, is not written over."""
    for number in range(1, NAMES):
        path = folder / parcel.name(number)
        if not path.exists():
            return path
    raise VaultError("folder_not_writable", path=str(folder))
