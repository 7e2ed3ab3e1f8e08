"""What was looked at in a rescued vault: kept sealed on this computer until a vault for writing has taken it in.

The rescued copy goes when it is closed, and its journal with it. So every entry made in it (opened, searched, printed,
exported) is also written, sealed with the vault's key, beside what this computer remembers of vaults; the next opening
of the same vault that can be written - restored, saved from the rescue, or mended - enters it in its journal.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from pathlib import Path

import orjson
from sqlalchemy import select

from gvi_desktop import paths
from gvi_desktop.crypto import aside
from gvi_desktop.domain.deed import LOOKED_AT
from gvi_desktop.domain.errors import GviError
from gvi_desktop.domain.record import new_id
from gvi_desktop.services.unit import Unit
from gvi_desktop.services.vaultfolder import read_keys
from gvi_desktop.services.workspace import Workspace
from gvi_desktop.storage import files, journal
from gvi_desktop.storage.rows import ledger

FOLDER, ENDING = "rescued", ".seen"
PURPOSE = "looked at in a rescue"
MOST = 50
"""Rescues of one vault that are remembered."""


def watch(workspace: Workspace) -> None:
    """Keep from now on whatever is noted in a rescued copy."""
    vault = read_keys(workspace.folder).vault
    begun = workspace.read(lambda unit: journal.head(unit.connection)[0])
    path = _folder() / f"{_name(vault)}-{new_id()}{ENDING}"

    def keep() -> None:
        with contextlib.suppress(OSError, GviError):  # a full disk must not end the looking
            noted = workspace.read(_noted, begun)
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            files.write_atomically(path, aside.close(workspace.key, PURPOSE + vault, orjson.dumps(noted)))

    workspace.on_noted.append(keep)


def take_in(workspace: Workspace) -> int:
    """Enter in the journal what was looked at in rescued copies of this vault; returns how many entries that made. What
    another key sealed stays for the vault that has it."""
    if workspace.read_only:
        return 0
    vault = read_keys(workspace.folder).vault
    count = 0
    for path in sorted(_folder().glob(f"{_name(vault)}-*{ENDING}"), key=os.path.getmtime)[-MOST:]:
        content = aside.open_(workspace.key, PURPOSE + vault, path.read_bytes())
        if content is not None:
            noted = orjson.loads(content)
            workspace.write(_enter, noted)
            path.unlink(missing_ok=True)
            count += len(noted)
    return count


def _enter(unit: Unit, noted: list[dict[str, str | None]]) -> None:
    for one in noted:
        state = unit.store.state(one["record"]) if one["record"] else None
        lives = state is not None and state.tombstone is None  # of whom was erased meanwhile nothing comes back
        values = {journal.SAID: (None, one["said"])} if one["said"] and lives else None
        detail = " ".join(filter(None, ("rescue", one["at"], one["detail"], f"({one['by']})")))
        unit.store.note(one["action"] or "", one["kind"], one["record"], detail, values=values)


def _noted(unit: Unit, begun: int) -> list[dict[str, str | None]]:
    numbers = unit.connection.execute(select(ledger.journal.c.seq).where(ledger.journal.c.seq > begun)).scalars()
    found = sorted(journal.numbered(unit.connection, list(numbers)), key=lambda one: one.seq)
    return [
        {
            "at": one.at,
            "by": one.by,
            "action": one.action,
            "kind": one.kind,
            "record": one.record,
            "detail": one.detail,
            "said": str((one.values or {}).get(journal.SAID, (None, ""))[1] or ""),
        }
        for one in found
        if one.action in LOOKED_AT
    ]


def _folder() -> Path:
    return paths.state_folder() / FOLDER


def _name(vault: str) -> str:
    """Tells nothing of the vault."""
    return hashlib.sha256(f"gvi-desktop rescued {vault}".encode()).hexdigest()[:40]
