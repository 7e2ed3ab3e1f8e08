"""The exchange folder of this computer: chosen, left, and written into.

Where it lies is a matter of the computer, and a path may tell too much for settings that can be read before unlocking
(a client's or a colleague's name): it is kept in the vault, under a name of machine and place that tells nothing.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import secrets as chance
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import orjson
from sqlalchemy import select

from gvi_desktop.domain.errors import VaultError
from gvi_desktop.domain.user import Right
from gvi_desktop.services import identity, receipts, sending
from gvi_desktop.services.carrying import Parcel
from gvi_desktop.services.stopping import Progress
from gvi_desktop.services.unit import Unit
from gvi_desktop.storage import replica
from gvi_desktop.storage.rows import ledger

SETTING = "exchange-folder"
READ = "gvi_read"
"""The subfolder for what has been read: the same in every language, since all who share the folder see it."""
MACHINES = 8


@dataclass(frozen=True)
class FolderSetting:
    """The folder, if one is chosen on this computer, and whether what has been read is put away."""

    path: Path | None = None
    tidy: bool = False


def setting(unit: Unit) -> FolderSetting:
    """How it stands."""
    kept = _kept(unit)
    path = kept["paths"].get(_here(unit))
    return FolderSetting(Path(path) if path else None, bool(kept["tidy"]))


def choose(unit: Unit, folder: Path, vault: Path) -> FolderSetting:
    """Take a folder, once it is proven. VaultError as `prove`."""
    unit.need(Right.EXPORT)
    return take(unit, prove(folder, vault))


def prove(folder: Path, vault: Path) -> Path:
    """The whole path of a folder in which a file could be written, read back, renamed and removed. Asks the folder and
    no vault, since a share may not answer.

    VaultError: folder_missing, folder_not_writable, folder_in_vault.
    """
    whole = Path(os.path.abspath(folder))
    if whole.resolve().is_relative_to(vault.resolve()) or vault.resolve().is_relative_to(whole.resolve()):
        raise VaultError("folder_in_vault", path=str(whole))
    try_out(whole)
    return whole


def take(unit: Unit, proven: Path) -> FolderSetting:
    """Watch a proven folder on this computer from now on."""
    unit.need(Right.EXPORT)
    kept, here = _kept(unit), _here(unit)
    others = {home: path for home, path in kept["paths"].items() if home != here}
    _keep(unit, kept | {"paths": dict([*others.items(), (here, str(proven))][-MACHINES:])})
    return setting(unit)


def leave(unit: Unit) -> FolderSetting:
    """Watch no folder on this computer any more; the folder itself stays as it is."""
    unit.need(Right.EXPORT)
    kept, here = _kept(unit), _here(unit)
    _keep(unit, kept | {"paths": {home: path for home, path in kept["paths"].items() if home != here}})
    return setting(unit)


def set_tidy(unit: Unit, tidy: bool) -> FolderSetting:
    """Whether bundles that were read, and were for us alone, are moved to the subfolder."""
    unit.need(Right.EXPORT)
    _keep(unit, _kept(unit) | {"tidy": tidy})
    return setting(unit)


def try_out(folder: Path) -> None:
    """Prove that bundles can be written there. VaultError: folder_missing, folder_not_writable."""
    try:
        there = folder.is_dir()
    except OSError as fault:  # a share that is down
        raise VaultError("folder_not_writable", path=str(folder)) from fault
    if not there:
        raise VaultError("folder_missing", path=str(folder))
    name, content = f".gvi_{chance.token_hex(8)}", chance.token_bytes(64)
    part, whole = folder / f"{name}.part", folder / f"{name}.tmp"
    try:
        with part.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(whole)
        if whole.read_bytes() != content:
            raise VaultError("folder_not_writable", path=str(folder))
        whole.unlink()
    except OSError as fault:
        raise VaultError("folder_not_writable", path=str(folder)) from fault
    finally:
        for one in (part, whole):
            with contextlib.suppress(OSError):
                one.unlink(missing_ok=True)


def make(unit: Unit, request: sending.Request, room: Path, progress: Progress | None = None) -> Parcel:
    """A bundle for the folder, to be carried there from the vault's own room. Stopped: BundleError "E_CANCELLED", and
    there is neither file nor entry. VaultError "folder_missing" when none is chosen."""
    folder = _chosen(unit)
    return _for_here(unit, folder, sending.make(unit, request, room, progress))


def make_receipt(unit: Unit, bundle_id: str, room: Path) -> Parcel:
    """A receipt for the folder; by its name it is a bundle like any other."""
    folder = _chosen(unit)
    return _for_here(unit, folder, receipts.make_receipt(unit, bundle_id, room))


def opening_keys(unit: Unit) -> tuple[str, ...]:
    """The keys that open what lies there."""
    own = identity.keys(unit)
    return (own.identity.secret, *(one.secret for one in own.retired))


def _chosen(unit: Unit) -> Path:
    folder = setting(unit).path
    if folder is None:
        raise VaultError("folder_missing", path="")
    return folder


def _for_here(unit: Unit, folder: Path, parcel: Parcel) -> Parcel:
    """Under a name that tells nobody who wrote it, and nobody but who shares the folder which of them are one's own."""
    own = replica.load(unit.connection)
    label = hashlib.sha256(f"exchange folder|{own.peer}".encode()).hexdigest()[:8]
    return replace(parcel, label=label, hi=own.lsn, folder=folder)


def _here(unit: Unit) -> str:
    return str(unit.connection.execute(select(ledger.replica.c.home)).scalar_one())


def _kept(unit: Unit) -> dict[str, Any]:
    s = ledger.secret.c
    value = unit.connection.execute(select(s.value).where(s.name == SETTING)).scalar()
    kept: dict[str, Any] = {"paths": {}, "tidy": False}
    return kept | (orjson.loads(value) if value else {})


def _keep(unit: Unit, kept: Mapping[str, Any]) -> None:
    row = {"name": SETTING, "value": orjson.dumps(kept)}
    unit.connection.execute(ledger.secret.insert().prefix_with("OR REPLACE").values(**row))
    unit.note("folder")
