"""Backups: one file that holds the encrypted database and its key slots, proven readable before it counts."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import tarfile
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import Engine

from gvi_desktop.domain.errors import VaultError
from gvi_desktop.storage import files, packing, parts, proof
from gvi_desktop.storage.engine import check_header, worded
from gvi_desktop.storage.mending import FRAME_HEAD, LOG_HEAD
from gvi_desktop.storage.sealedpage import PAGE

SUFFIX = ".gvibackup"
EVERY = timedelta(hours=12)
NEWEST_KEPT = 5
DAYS_KEPT = 14
Writing = contextlib.AbstractContextManager[object]
_NAME = re.compile(r"^(\d{8}T\d{6}Z)\.gvibackup$")


def make(folder: Path, engine: Engine, key: bytes, target: Path, writing: Writing | None = None) -> Path:
    """Copy, open and check the copy, then name it. VaultError("backup_unreadable") when it fails its check.

    Saving goes on meanwhile: `writing` (which keeps out whoever writes) is only held for a moment at the beginning, and
    the copy is the vault as it was then. Nobody may give the vault another key before it is done.
    """
    if target.is_dir() or target.resolve().parent == folder.resolve():
        raise VaultError("backup_target", path=str(target))
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    copy = target.with_name(target.name + ".db.part")
    part = target.with_name(target.name + ".part")
    lefts = (copy, part, *(copy.with_name(copy.name + end) for end in ("-wal", "-shm", "-journal")))
    with parts.told(*lefts):
        try:
            _made(folder, engine, key, (copy, part), writing or contextlib.nullcontext())
            part.replace(target)
            files.sync_folder(target.parent)
        finally:
            for left in lefts:
                with contextlib.suppress(OSError):
                    left.unlink()
    return target


def _made(folder: Path, engine: Engine, key: bytes, places: tuple[Path, Path], writing: Writing) -> None:
    copy, part = places
    _copy_still(folder / files.DATABASE, engine, copy, writing)
    proof.fold_in(copy, key)
    with proof.proving(copy, key):  # reading goes on beside the writing: neither changes the copy
        packing.pack(part, {files.DATABASE: copy, files.KEYS: folder / files.KEYS})


def _copy_still(database: Path, engine: Engine, copy: Path, writing: Writing) -> None:
    """The files byte by byte, encrypted as they are, while somebody reads in them. What is read in the log is not
    folded into the database any further, and what was folded in meanwhile stands in the log, which comes along and is
    folded in again in the copy. Where nothing of the log was needed, the database does not change at all."""
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(PASSIVE)")
    with contextlib.ExitStack() as reading:
        with writing, engine.connect().execution_options(writes=True) as writer, writer.begin():
            reader = reading.enter_context(engine.connect())
            _, log, folded = reader.exec_driver_sql("PRAGMA wal_checkpoint(PASSIVE)").one()
            reader.exec_driver_sql("SELECT count(*) FROM sqlite_master").one()
        _copy(database, copy)
        if log > folded:  # somebody else was reading: the log cannot begin anew before we have read it too
            _copy(database.with_name(database.name + "-wal"), copy.with_name(copy.name + "-wal"), _length(log))


def _length(frames: int) -> int:
    """Bytes of a log up to that frame."""
    return LOG_HEAD + frames * (FRAME_HEAD + PAGE)


def rotate(folder: Path, engine: Engine, key: bytes, now: datetime, writing: Writing | None = None) -> Path:
    """A backup into the vault's own folder; old ones expire: the newest five stay, and one a day for 14 days."""
    name = now.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ") + SUFFIX
    made = make(folder, engine, key, folder / files.BACKUPS / name, writing)
    kept_days: set[str] = set()
    for position, path in enumerate(reversed(listed(folder))):
        day = path.name[:8]
        fresh = now - made_at(path) < timedelta(days=DAYS_KEPT)
        if position < NEWEST_KEPT or (fresh and day not in kept_days):
            kept_days.add(day)
            continue
        if path != made:
            path.unlink()
    return made


def listed(folder: Path) -> list[Path]:
    """The vault's own backups, oldest first."""
    try:
        return sorted(path for path in (folder / files.BACKUPS).iterdir() if _NAME.match(path.name))
    except FileNotFoundError:
        return []


def remove(paths: Iterable[Path]) -> None:
    """Delete backups that have had their time; one that is gone already is no fault."""
    for path in paths:
        path.unlink(missing_ok=True)


def newest(folder: Path) -> Path | None:
    """The newest of the vault's own backups."""
    found = listed(folder)
    return found[-1] if found else None


def newest_by(folder: Path, now: datetime) -> Path | None:
    """The newest that is not of a day to come: one made while the clock was wrong must not hold up the next."""
    return next((path for path in reversed(listed(folder)) if made_at(path) <= now), None)


def made_at(path: Path) -> datetime:
    """When a rotated backup was made, by its name."""
    return datetime.strptime(path.name.removesuffix(SUFFIX), "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)


def unpack(source: Path, folder: Path) -> None:
    """Lay a backup out as a vault folder that must not exist yet; nothing is left when it fails."""
    with worded(folder):
        _unpack(source, folder)


def _unpack(source: Path, folder: Path) -> None:
    if folder.exists():
        raise VaultError("vault_exists", path=str(folder))
    try:
        folder.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with parts.folder_beside(folder) as part:
            _lay_out(source, part / "made")
            (part / "made").rename(folder)
            files.sync_folder(folder.parent)
    except PermissionError as fault:
        raise VaultError("no_permission", path=str(folder.parent)) from fault
    except FileNotFoundError as fault:
        raise VaultError("file_missing", path=str(source)) from fault
    except (tarfile.TarError, IsADirectoryError, EOFError) as fault:
        raise VaultError("backup_unreadable", path=str(source)) from fault


def _lay_out(source: Path, made: Path) -> None:
    made.mkdir(mode=0o700)
    with source.open("rb") as raw, tarfile.open(fileobj=raw, mode="r:") as tar:
        members = {member.name: member for member in tar.getmembers()}
        if set(members) != {files.DATABASE, files.KEYS} or not all(m.isreg() for m in members.values()):
            raise VaultError("backup_unreadable", path=str(source))
        for name, member in members.items():
            inside = tar.extractfile(member)
            if inside is None:
                raise VaultError("backup_unreadable", path=str(source))
            with (made / name).open("wb") as out:
                shutil.copyfileobj(inside, out, packing.PIECE)
                out.flush()
                os.fsync(out.fileno())
            os.chmod(made / name, 0o600)
    check_header(made / files.DATABASE)
    (made / files.RESTORED).touch(mode=0o600)


def _copy(source: Path, target: Path, length: int | None = None) -> None:
    """With `length` no more than so many bytes: the log may grow as fast as it is read."""
    os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600))
    if length is None:
        shutil.copyfile(source, target)
        return
    with source.open("rb") as file, target.open("wb") as out:
        while length > 0 and (piece := file.read(min(length, packing.PIECE))):
            length -= out.write(piece)
