"""Restoring: a backup laid out as a vault and proven by opening it; a new incarnation from then on."""

from __future__ import annotations

import shutil
from pathlib import Path

from gvi_desktop import clock as clocks
from gvi_desktop.services import unlocking
from gvi_desktop.services.workspace import Workspace
from gvi_desktop.storage import backup, files, proof


def restore(
    source: Path, folder: Path, user: str | None, passphrase: str, clock: clocks.Clock = clocks.now
) -> Workspace:
    """Lay a backup out as a vault and prove it by opening; it is a new incarnation from then on."""
    backup.unpack(source, folder)
    try:
        workspace = unlocking.unlock(folder, user, passphrase, clock=clock)
        try:
            proof.prove(folder / files.DATABASE, workspace.key, alone=False)
        except BaseException:
            workspace.close()
            raise
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return workspace
