"""The restore rehearsal: the newest backup laid out in a private folder, opened, checked wholly and counted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import orjson
from sqlalchemy import func, select

from gvi_desktop.domain.errors import GviError, VaultError
from gvi_desktop.domain.kinds import BY_KIND
from gvi_desktop.services import temporary
from gvi_desktop.services.unit import Unit
from gvi_desktop.services.workspace import Workspace
from gvi_desktop.storage import backup, copycheck, files, proof
from gvi_desktop.storage.engine import DATABASE_FAULTS
from gvi_desktop.storage.rows import ledger
from gvi_desktop.storage.rows.codec import moment, moment_text

KEPT = "restore_test"
"""Its name among what the vault keeps for itself."""
QUARTER = timedelta(days=92)
SHOWN = ("person", "group", "callin", "notification", "phonecall", "help", "focus", "letter")


@dataclass(frozen=True)
class Tested:
    """A backup that was restored for trial: when, which one, whether it is whole, and what it holds."""

    at: datetime
    made_at: datetime
    name: str
    ok: bool
    entries: int = 0
    newest: datetime | None = None
    counts: tuple[tuple[str, int], ...] = ()


def rehearse(workspace: Workspace) -> Tested:
    """Try the newest backup. VaultError: no_backup, disk_full …; a backup that is not whole is an answer, no error."""
    path = backup.newest(workspace.folder)
    if path is None:
        raise VaultError("no_backup")
    found = _tried(workspace, path)
    workspace.write(_keep, found)
    return found


def last(unit: Unit) -> Tested | None:
    """The last rehearsal that found a whole backup or a broken one, as it was kept."""
    s = ledger.secret.c
    raw = unit.connection.execute(select(s.value).where(s.name == KEPT)).scalar()
    if raw is None:
        return None
    kept = orjson.loads(raw)
    counts = tuple((str(kind), int(number)) for kind, number in kept["counts"])
    newest = moment(kept["newest"]) if kept["newest"] else None
    return Tested(
        moment(kept["at"]), moment(kept["made_at"]), kept["name"], kept["ok"], kept["entries"], newest, counts
    )


def due(unit: Unit) -> bool:
    """Whether nobody has seen for a quarter of a year that a backup can be restored."""
    tested = last(unit)
    if tested is not None and tested.ok:
        return unit.now - tested.at > QUARTER
    first = unit.connection.execute(select(func.min(ledger.step.c.at))).scalar()
    return first is not None and unit.now - moment(first) > QUARTER


def _tried(workspace: Workspace, path: Path) -> Tested:
    now, made = workspace.clock(), backup.made_at(path)
    with temporary.taken(temporary.RESTORE) as place:
        laid = place / "trial"
        try:
            backup.unpack(path, laid)
            proof.prove(laid / files.DATABASE, workspace.key)
            held = copycheck.count(laid / files.DATABASE, workspace.key, [(kind, kind) for kind in BY_KIND])
        except (VaultError, *DATABASE_FAULTS) as fault:
            if isinstance(fault, GviError) and fault.code in ("disk_full", "no_permission", "disk_error"):
                raise
            return Tested(now, made, path.name, False)
    counts = tuple((kind, number) for kind, number in held.counts if number and kind in SHOWN)
    newest = moment(held.newest) if held.newest else None
    return Tested(now, made, path.name, held.chain, held.entries, newest, counts)


def _keep(unit: Unit, found: Tested) -> None:
    text = moment_text
    kept = {
        "at": text(found.at), "made_at": text(found.made_at), "name": found.name, "ok": found.ok,
        "entries": found.entries, "newest": text(found.newest) if found.newest else None, "counts": found.counts,
    }  # fmt: skip
    row = {"name": KEPT, "value": orjson.dumps(kept)}
    unit.connection.execute(ledger.secret.insert().prefix_with("OR REPLACE").values(**row))
    unit.note("restore_test", None, f"{found.name} {'ok' if found.ok else 'fault'}")
