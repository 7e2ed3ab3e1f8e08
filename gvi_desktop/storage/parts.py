"""What is being written beside a target, and goes when it is done: after a kill it goes at the next start.

Whoever writes says so in the user's own folder, with the path and under a lock that ends with the program. What stands
there with a free lock was left by a dead one; what somebody still works on, here or in another window, stays.
"""

from __future__ import annotations

import contextlib
import json
import shutil
from collections.abc import Iterator
from pathlib import Path

from filelock import FileLock, Timeout

from gvi_desktop import paths
from gvi_desktop.domain.record import new_id

FOLDER, END = "parts", ".part"


@contextlib.contextmanager
def folder_beside(target: Path) -> Iterator[Path]:
    """A fresh private folder beside a target, removed in the end; what is to stay is renamed out of it."""
    part = target.with_name(f"{target.name}.{new_id()[:8]}{END}")
    with told(part):
        part.mkdir(mode=0o700)
        try:
            yield part
        finally:
            shutil.rmtree(part, ignore_errors=True)


@contextlib.contextmanager
def told(*left: Path) -> Iterator[None]:
    """While the body runs, these are ours to remove if it is killed. Where it cannot be told, it is not."""
    entry, held = paths.state_folder() / FOLDER / f"{new_id()}.json", None
    with contextlib.suppress(OSError, Timeout):
        entry.parent.mkdir(mode=0o700, exist_ok=True)
        held = _lock(entry)
        held.acquire(timeout=0)
        entry.write_text(json.dumps([str(one.resolve()) for one in left]), encoding="utf-8")
    try:
        yield
    finally:
        if held is not None:
            _drop(entry, held)


def sweep() -> int:
    """Remove what dead programs of this user left; returns how many files and folders."""
    count = 0
    for entry in (paths.state_folder() / FOLDER).glob("*.json"):
        held = _lock(entry)
        with contextlib.suppress(OSError, Timeout, ValueError):
            held.acquire(timeout=0)
            left = [Path(one) for one in json.loads(entry.read_text(encoding="utf-8"))]
            count += sum(map(_remove, left))
            if not any(map(_stays, left)):  # a stick that is not there at present is looked at again
                _drop(entry, held)
        held.release()
    return count


def _remove(path: Path) -> bool:
    if END not in path.name or path.is_symlink() or not path.exists():
        return False
    shutil.rmtree(path, ignore_errors=True) if path.is_dir() else path.unlink(missing_ok=True)
    return not path.exists()


def _stays(path: Path) -> bool:
    return path.exists() or not path.parent.exists()


def _lock(entry: Path) -> FileLock:
    return FileLock(entry.with_suffix(".lock"), mode=0o600, thread_local=False)


def _drop(entry: Path, held: FileLock) -> None:
    with contextlib.suppress(OSError):
        entry.unlink(missing_ok=True)
    held.release()
    with contextlib.suppress(OSError):
        entry.with_suffix(".lock").unlink(missing_ok=True)
