"""Rescue of a damaged vault: what its authentic pages still hold, laid out afresh; the damaged files are only read."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from gvi_desktop import clock as clocks
from gvi_desktop.crypto import keyslots, slotfile
from gvi_desktop.domain.errors import GviError, VaultError
from gvi_desktop.domain.kinds import BY_KIND
from gvi_desktop.services import doortimes, rescuelooked, restoring, temporary, unlocking
from gvi_desktop.services.unit import Unit
from gvi_desktop.services.workspace import Workspace
from gvi_desktop.storage import backup, files, journal, mending, parts, proof, salvage, sealedpage
from gvi_desktop.storage.engine import DATABASE_FAULTS, worded
from gvi_desktop.storage.rows.tables import TABLES

NEEDED = ("replica", "secret", "user", "office", "agency", "keyevent")
"""Tables without which no vault opens: small, and taken from a backup when nothing of them can be read."""


@dataclass(frozen=True)
class Lost:
    """A kind of record (or `journal`): how many were read, and at most how many were lost."""

    kind: str
    read: int
    lost: int


@dataclass(frozen=True)
class GoodBackup:
    """The newest backup that was opened, checked and found whole, and what it has not: entries made since."""

    path: Path
    made_at: datetime
    missing: int | None


@dataclass(frozen=True)
class Found:
    """What can be rescued: pages, those that are hurt, records by kind, and the newest good backup."""

    pages: int
    bad: int
    kinds: tuple[Lost, ...]
    backup: GoodBackup | None
    zone: str = ""
    """The office's time zone, where it can still be read."""

    @property
    def lost(self) -> int:
        """At most so many records and entries."""
        return sum(one.lost for one in self.kinds)


def look(
    folder: Path, user: str | None, passphrase: str, clock: clocks.Clock = clocks.now
) -> tuple[Workspace | None, Found]:
    """What can be read, open for looking and exporting only; it lies encrypted in a private folder of its own, which
    goes when it is closed, and what is seen in it is entered in the vault that comes after it. None where not even
    that can be opened."""
    place = temporary.take(temporary.RESCUE)
    target = place.path / folder.name
    try:
        found = lay_out(folder, user, passphrase, target, clock)
        workspace = unlocking.unlock(target, user, passphrase, clock=clock)
    except VaultError as fault:
        place.clear()
        if fault.code != "rescue_nothing":
            raise
        return None, Found(0, 0, (), _good_backup_alone(folder, user, passphrase))
    except BaseException:
        place.clear()
        raise
    found = replace(found, zone=workspace.read(doortimes.zone_of_office))
    workspace.read_only = True
    _forget(workspace)
    rescuelooked.watch(workspace)
    workspace.on_closed.append(place.clear)
    return workspace, found


def lay_out(
    folder: Path, user: str | None, passphrase: str, target: Path, clock: clocks.Clock = clocks.now
) -> Found:
    """What can be read as a vault of its own in `target`, which must not exist yet; nothing is left when it fails.
    VaultError: wrong_passphrase, vault_exists, rescue_nothing, disk_full …; the damaged vault stays as it is."""
    if target.exists():
        raise VaultError("vault_exists", path=str(target))
    with worded(target):
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with parts.folder_beside(target) as part:
            raw, key = _keys(folder, user, passphrase, part)
            good, lender = _good_backup(folder, user, passphrase, part)
            mended, lines = _salvaged(folder, key, part, lender)
            made = part / "made"
            (made / files.KEYS).write_bytes(raw)
            (made / files.RESTORED).touch(mode=0o600)
            entries = next((one.read + one.lost for one in lines if one.table == "journal"), 0)
            found = Found(mended.pages, len(mended.bad), _kinds(lines), None)
            if good is not None:
                path, moment, head = good
                found = Found(found.pages, found.bad, found.kinds, GoodBackup(path, moment, max(0, entries - head)))
            _proven(made, user, passphrase, found, clock)
            made.rename(target)
            files.sync_folder(target.parent)
    return found


def save(folder: Path, user: str | None, passphrase: str, clock: clocks.Clock = clocks.now) -> Workspace:
    """What can be read, laid out beside the damaged vault and opened."""
    target = free_place(folder, "rescued")
    lay_out(folder, user, passphrase, target, clock)
    workspace = unlocking.unlock(target, user, passphrase, clock=clock)
    if workspace.witness is not None:
        workspace.witness.older = None  # what it lacks has just been told
    return workspace


def restore_beside(
    source: Path, folder: Path, user: str | None, passphrase: str, clock: clocks.Clock = clocks.now
) -> Workspace:
    """A backup laid out beside the damaged vault, proven and opened."""
    return restoring.restore(source, free_place(folder, "restored"), user, passphrase, clock, folder)


def free_place(folder: Path, word: str) -> Path:
    """A folder beside the vault that does not exist yet."""
    made, number = folder.with_name(f"{folder.stem} {word}.gvi"), 2
    while made.exists():
        made, number = folder.with_name(f"{folder.stem} {word} {number}.gvi"), number + 1
    return made


def _keys(folder: Path, user: str | None, passphrase: str, part: Path) -> tuple[bytes, bytes]:
    """(keys.json, vault key): the vault's own, or a backup's where its own are damaged, gone, or of another state."""
    own: tuple[bytes, bytes] | None = None
    first: Exception | None = None
    try:
        raw = (folder / files.KEYS).read_bytes()
        own = raw, keyslots.unwrap(slotfile.parse(raw), passphrase, user)[0]
        if _fits(folder, own[1]):
            return own
    except (VaultError, OSError) as fault:
        if isinstance(fault, VaultError) and fault.code != "keys_damaged":
            raise
        first = fault
    for path in reversed(backup.listed(folder)):
        laid = part / "keys"
        try:
            backup.unpack(path, laid)
            raw = (laid / files.KEYS).read_bytes()
            key = keyslots.unwrap(slotfile.parse(raw), passphrase, user)[0]
            if own is None or _fits(folder, key):
                return raw, key
        except VaultError as fault:
            if fault.code == "wrong_passphrase" and own is None:
                raise
        finally:
            shutil.rmtree(laid, ignore_errors=True)
    if own is not None:
        return own
    raise first if isinstance(first, VaultError) else VaultError("vault_missing", path=str(folder))


def _fits(folder: Path, key: bytes) -> bool:
    database = folder / files.DATABASE
    return not database.exists() or sealedpage.fits(database, key)


def _good_backup(
    folder: Path, user: str | None, passphrase: str, part: Path
) -> tuple[tuple[Path, datetime, int] | None, tuple[Path, bytes] | None]:
    """The newest backup that is whole, how many entries it has, and its database with its key."""
    for path in reversed(backup.listed(folder)):
        laid = part / "backup"
        try:
            backup.unpack(path, laid)
            key, _ = keyslots.unwrap(unlocking.read_keys(laid), passphrase, user)
            proof.prove(laid / files.DATABASE, key)
            return (path, backup.made_at(path), proof.entries(laid / files.DATABASE, key)), (laid / files.DATABASE, key)
        except (VaultError, *DATABASE_FAULTS):
            shutil.rmtree(laid, ignore_errors=True)
    return None, None


def _good_backup_alone(folder: Path, user: str | None, passphrase: str) -> GoodBackup | None:
    with temporary.taken(temporary.RESCUE) as place:
        good, _ = _good_backup(folder, user, passphrase, place)
    return None if good is None else GoodBackup(good[0], good[1], None)


def _salvaged(
    folder: Path, key: bytes, part: Path, lender: tuple[Path, bytes] | None
) -> tuple[mending.Mended, list[salvage.Line]]:
    copy, made = part / "copy.db", part / "made"
    made.mkdir(mode=0o700)
    held = files.lock(folder)
    try:
        mending.copy(folder / files.DATABASE, copy)
    except FileNotFoundError as fault:
        raise VaultError("rescue_nothing", path=str(folder)) from fault
    finally:
        held.release()
    lending = lender[0] if lender is not None and lender[1] == key else None
    try:
        mended = mending.mend(copy, key, lending)
        lines = salvage.salvage(copy, key, made / files.DATABASE)
        if lending is not None:
            salvage.fill(lending, key, made / files.DATABASE, NEEDED)
        kinds = [(kind, TABLES[kind].name) for kind in BY_KIND]
        salvage.drop_leftovers(made / files.DATABASE, key, kinds)
    except (VaultError, *DATABASE_FAULTS, ValueError, IndexError) as fault:
        if isinstance(fault, VaultError) and fault.code not in ("vault_damaged", "vault_not_encrypted"):
            raise
        raise VaultError("rescue_nothing", path=str(folder)) from fault
    return mended, lines


def _kinds(lines: list[salvage.Line]) -> tuple[Lost, ...]:
    shown = {TABLES[kind].name: kind for kind in BY_KIND} | {"journal": "journal"}
    return tuple(Lost(shown[one.table], one.read, one.lost) for one in lines if one.table in shown)


def _proven(made: Path, user: str | None, passphrase: str, found: Found, clock: clocks.Clock) -> None:
    """It opens, and its journal says where it comes from."""
    try:
        workspace = unlocking.unlock(made, user, passphrase, clock=clock)
    except (GviError, *DATABASE_FAULTS) as fault:
        if isinstance(fault, VaultError) and fault.code in ("disk_full", "no_permission", "disk_error"):
            raise
        raise VaultError("rescue_nothing", path=str(made)) from fault
    try:
        workspace.write(Unit.note, journal.RESCUED, None, f"{found.bad}/{found.pages}")
    finally:
        _forget(workspace)
        workspace.close()
    (made / files.LOCK).unlink(missing_ok=True)
    (made / files.RESTORED).touch(mode=0o600)  # it moves once more, to where it was wanted


def _forget(workspace: Workspace) -> None:
    """A place that goes again is nothing to remember."""
    if workspace.witness is not None:
        workspace.witness.forget()
        workspace.witness = None
