"""An erasure with its backups: a fresh one at once, and a day on which those from before are gone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from gvi_desktop.services import copies, erasure
from gvi_desktop.services.copies import BackupCopy, Copies
from gvi_desktop.services.erasure import Preview, Protocol
from gvi_desktop.services.importing_views import Progress
from gvi_desktop.services.workspace import Workspace


def preview(workspace: Workspace, people: Sequence[str], progress: Progress | None = None) -> Preview:
    """What an erasure would do, with the backups that hold these people now."""
    found = workspace.read(erasure.preview, people, progress)
    return replace(found, copies=_with(found.copies, _backups(workspace, people)))


def erase(
    workspace: Workspace, people: Sequence[str], reason: str, decided: Mapping[str, bool] | None = None
) -> Protocol:
    """Erase, and make a backup of the vault as it is now: when the older ones go, nothing is lost with them."""
    done = take_out(workspace, people, reason, decided)
    workspace.back_up()
    return done


def take_out(
    workspace: Workspace,
    people: Sequence[str],
    reason: str,
    decided: Mapping[str, bool] | None = None,
    progress: Progress | None = None,
) -> Protocol:
    """Erase only: for who makes the backup next, which takes much longer in a large vault and can be waited for apart.
    RefusedError `erase_cancelled` when stopped: then nothing is changed."""
    held = _backups(workspace, people)
    done = workspace.write(erasure.erase, people, reason, decided, progress)
    return replace(done, copies=_with(done.copies, held))


def _backups(workspace: Workspace, people: Sequence[str]) -> tuple[BackupCopy, ...]:
    since = workspace.read(copies.since, people)
    return copies.backups(workspace.folder, since, workspace.clock(), workspace.backup_days)


def _with(found: Copies, backups: tuple[BackupCopy, ...]) -> Copies:
    return replace(found, backups=backups)
