"""Bundles and receipts on their way out: sealed into a room of the vault's own, and what became of them. What cannot be
told for sure, after a kill or when somebody gave up waiting, is never called sent."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import select

from gvi_desktop.crypto import seal
from gvi_desktop.crypto.streams import raise_write
from gvi_desktop.domain.disclosure import Disclosure
from gvi_desktop.domain.user import Right
from gvi_desktop.services import accounts
from gvi_desktop.services.carrying import SEALED, THERE, Parcel
from gvi_desktop.services.unit import Unit
from gvi_desktop.storage import files, replica
from gvi_desktop.storage.rows import ledger
from gvi_desktop.storage.rows.codec import sound
from gvi_desktop.sync.bundle import Packed

NAME = 1024
"""Bytes of a file's name at most."""


def room(vault: Path) -> Path:
    """Where what is to be carried lies meanwhile: beside the vault's file, encrypted for those whom it is for."""
    return vault / files.OUTGOING


def seal_into(room: Path, packed: Packed, keys: Sequence[str], label: str, on: date, hi: int) -> Parcel:
    """Seal a bundle into the room. BundleError "E_DISK_FULL", "E_WRITE_FAILED"; then nothing of it stays."""
    path = room / (packed.manifest.bundle_id + SEALED)
    try:
        room.mkdir(mode=0o700, exist_ok=True)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb", buffering=0) as file:
            sealed = seal.seal(packed.stream(), file, keys)
    except BaseException as fault:
        path.unlink(missing_ok=True)
        if isinstance(fault, OSError):
            raise_write(fault, path=str(path), drive=seal.drive_of(path))
        raise
    return Parcel(packed.manifest.bundle_id, room, sealed, label, on, hi)


def arrived(unit: Unit, bundle: str, name: str) -> None:
    """It stands verified at its target under this name: sent."""
    unit.need(Right.EXPORT)
    _arrived(unit, bundle, name)


def lost(unit: Unit, bundle: str, *, unsure: bool = False) -> None:
    """It did not get there: nothing was handed out, and the register says so. `unsure` when nobody knows, as when
    somebody gave up waiting: then the entry stays. Either way the next bundle holds the same again."""
    unit.need(Right.EXPORT)
    _lost(unit, bundle, unsure=unsure)


def pending(unit: Unit) -> list[str]:
    """Bundles that were being carried when the program last ended."""
    b = ledger.bundle.c
    query = select(b.id).where(b.direction == "out", b.status == accounts.WAITING)
    return sorted({one.partition("/")[0] for one in unit.connection.execute(query).scalars()})


def settle(unit: Unit, vault: Path) -> None:
    """Say of those what is known: sent where the mark of it lies in the room, else nobody knows."""
    for bundle in pending(unit):
        mark = room(vault) / (bundle + THERE)
        name = _marked(mark)
        if name:
            _arrived(unit, bundle, name)
        else:
            _lost(unit, bundle, unsure=True)


def _marked(mark: Path) -> str:
    """The name that a mark tells; empty where there is none, or what lies there is no mark of ours."""
    try:
        if not mark.is_file():
            return ""
        with mark.open("rb") as file:
            told = file.read(NAME + 1)
    except OSError:
        return ""
    name = sound(told.decode("utf-8", "replace"))
    return name if len(told) <= NAME and name == Path(name).name else ""


def left(vault: Path) -> list[Path]:
    """What lies in the room: nothing, unless the program was ended while something was carried."""
    try:
        return list(room(vault).iterdir())
    except OSError:
        return []


def tidy(vault: Path) -> None:
    """Clear the room, once all is settled and nobody carries anything."""
    for path in left(vault):
        with contextlib.suppress(OSError):
            path.unlink()


def _arrived(unit: Unit, bundle: str, name: str) -> None:
    own = replica.load(unit.connection).name
    for row in _rows(unit, bundle):
        receipt = row.hi == 0
        _say(unit, row.id, accounts.RECEIPT if receipt else accounts.SENT, name)
        if not receipt and row.replica == own:
            account = accounts.load(unit, row.peer)
            accounts.keep(unit, row.peer, account.sending(max(account.sent, row.hi)))
    unit.can_undo = False


def _lost(unit: Unit, bundle: str, *, unsure: bool) -> None:
    rows = _rows(unit, bundle)
    for row in rows:
        _say(unit, row.id, accounts.UNSURE if unsure else accounts.NOT_SENT, row.name)
    if rows and not unsure:
        d = unit.table(Disclosure).c
        for entry in unit.find(Disclosure, d.reference == bundle, d.received == 0):
            unit.remove(Disclosure, entry.id)
        unit.note("export", detail=f"not sent {bundle}")
    unit.can_undo = False


def _rows(unit: Unit, bundle: str) -> Sequence[Any]:
    b = ledger.bundle.c
    ours = (b.id.like(f"{bundle}/%"), b.direction == "out", b.status == accounts.WAITING)
    return unit.connection.execute(select(b.id, b.peer, b.replica, b.hi, b.name).where(*ours)).all()


def _say(unit: Unit, row: str, status: str, name: str) -> None:
    b = ledger.bundle
    unit.connection.execute(b.update().where(b.c.id == row).values(status=status, name=name))
