"""Restoring: a backup laid out as a vault and proven by opening it; a new incarnation from then on."""

from __future__ import annotations

import shutil
from pathlib import Path

from gvi_desktop import clock as clocks
from gvi_desktop.services import erasedsince, unlocking
from gvi_desktop.services.workspace import Workspace
from gvi_desktop.storage import backup, files, proof


def restore(
    source: Path,
    folder: Path,
    user: str | None,
    passphrase: str,
    clock: clocks.Clock = clocks.now,
    replaced: Path | None = None,
) -> Workspace:
    """Lay a backup out as a vault and prove it by opening; it is a new incarnation from then on. Whoever was erased
    since is erased again where the vault that it replaces can tell; `Workspace.again` says what came of that."""
    backup.unpack(source, folder)
    try:
        workspace = unlocking.unlock(folder, user, passphrase, clock=clock)
        try:
            proof.prove(folder / files.DATABASE, workspace.key, alone=False)
            workspace.again = erasedsince.carry_over(workspace, source, user, passphrase, replaced)
        except BaseException:
            workspace.close()
            raise
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return workspace
