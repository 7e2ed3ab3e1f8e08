"""Where a rescued vault or a backup on trial lies for a while: private temporary folders that go with their makers.

Each maker holds a lock in its own. What a killed program left is known by its lock being free, and goes at the next
start and at the next rescue; what is in use, by whatever program, stays.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from gvi_desktop.clock import now
from gvi_desktop.storage import parts

RESCUE, RESTORE = "gvi-rescue-", "gvi-restore-"
"""What the names of the folders begin with."""
OWNER = "owner"
TRIES = 5
NEW = 60
"""Seconds in which a folder may still be without its lock: somebody is just making it."""


@dataclass(frozen=True)
class Place:
    """A folder of our own, and the lock that says that it is in use."""

    path: Path
    held: FileLock

    def clear(self) -> None:
        """Remove it with all that is in it."""
        self.held.release()
        shutil.rmtree(self.path, ignore_errors=True)


def take(prefix: str) -> Place:
    """A fresh place; what dead programs left goes first."""
    tidy()
    for _ in range(TRIES):
        path = Path(tempfile.mkdtemp(prefix=prefix))
        held = _lock(path)
        try:
            held.acquire(timeout=0)
        except (Timeout, OSError):  # taken for a dead one's, between the making of the folder and of its lock
            continue
        if (path / OWNER).exists():
            return Place(path, held)
        held.release()
    raise FileNotFoundError(path)


@contextlib.contextmanager
def taken(prefix: str) -> Iterator[Path]:
    """A fresh place for as long as the body runs."""
    place = take(prefix)
    try:
        yield place.path
    finally:
        place.clear()


def tidy() -> int:
    """Remove the places of programs that are no more, and what they left beside what they wrote; returns how many.
    Another user's are none of ours."""
    count = parts.sweep()
    for prefix in (RESCUE, RESTORE):
        for path in Path(tempfile.gettempdir()).glob(f"{prefix}*"):
            with contextlib.suppress(OSError):
                count += _clear_dead(path)
    return count


def _clear_dead(path: Path) -> bool:
    found = path.lstat()
    if not stat.S_ISDIR(found.st_mode) or (hasattr(os, "getuid") and found.st_uid != os.getuid()):
        return False
    if not (path / OWNER).exists():
        if now().timestamp() - found.st_mtime < NEW:
            return False
        shutil.rmtree(path, ignore_errors=True)
        return True
    held = _lock(path)
    try:
        held.acquire(timeout=0)
    except Timeout:
        return False
    try:
        for inside in path.iterdir():
            if inside.name != OWNER:
                shutil.rmtree(inside, ignore_errors=True) if inside.is_dir() else inside.unlink(missing_ok=True)
    finally:
        held.release()
    shutil.rmtree(path, ignore_errors=True)
    return True


def _lock(path: Path) -> FileLock:
    return FileLock(path / OWNER, mode=0o600, thread_local=False)
