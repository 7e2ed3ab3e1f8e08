"""Restoring: a backup laid out as a vault and proven by opening it; a new incarnation from then on."""

from __future__ import annotations

from pathlib import Path

from gvi_desktop import clock as clocks
from gvi_desktop.domain.errors import VaultError
from gvi_desktop.services import erasedsince, unlocking
from gvi_desktop.services.workspace import Workspace
from gvi_desktop.storage import backup, files, parts, proof
from gvi_desktop.storage.engine import worded
from gvi_desktop.storage.witness import Again


def restore(
    source: Path,
    folder: Path,
    user: str | None,
    passphrase: str,
    clock: clocks.Clock = clocks.now,
    replaced: Path | None = None,
) -> Workspace:
    """Lay a backup out as a vault and prove it by opening; it is a new incarnation from then on. Whoever was erased
    since is erased again where the vault that it replaces can tell: `Workspace.again` says what came of it. The folder
    is there when all of this is done, and not before."""
    if folder.exists():
        raise VaultError("vault_exists", path=str(folder))
    with worded(folder):
        folder.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with parts.folder_beside(folder) as part:
            laid = part / folder.name
            backup.unpack(source, laid)
            workspace = unlocking.unlock(laid, user, passphrase, clock=clock)
            try:
                again = _proven(workspace, folder, source, user, passphrase, replaced)
            finally:
                workspace.close()
            (laid / files.LOCK).unlink(missing_ok=True)
            (laid / files.RESTORED).touch(mode=0o600)  # it moves once more, to where it was wanted
            laid.rename(folder)
            files.sync_folder(folder.parent)
    opened = unlocking.unlock(folder, user, passphrase, clock=clock)
    opened.again = again
    return opened


def _proven(
    workspace: Workspace, folder: Path, source: Path, user: str | None, passphrase: str, replaced: Path | None
) -> Again:
    if workspace.witness is not None:  # where it lies now is no place to come back to
        workspace.witness.forget()
        workspace.witness = None
    proof.prove(workspace.folder / files.DATABASE, workspace.key, alone=False)
    likely = [folder.parent] if replaced is None else [replaced, folder.parent]
    return erasedsince.carry_over(workspace, source, user, passphrase, likely)
