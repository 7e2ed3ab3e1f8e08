"""What the window asks of the exchange folder again and again: one look, from the choice to the list."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from gvi_desktop.domain.errors import BundleError
from gvi_desktop.services import exchangefolder, folderlines, foldertidy
from gvi_desktop.services.exchangefolder import FolderSetting
from gvi_desktop.services.folderlines import FolderLine, Lies
from gvi_desktop.services.folderlook import QUIET, Looked, StoppedError, look
from gvi_desktop.services.importing_views import Progress
from gvi_desktop.services.workspace import Workspace

AGAIN = QUIET + 0.5
"""Seconds after which to look again while files are not still."""


@dataclass(frozen=True)
class FolderView:
    """The folder as it lay at the last look; `looked` is what the next one goes on from."""

    setting: FolderSetting = field(default_factory=FolderSetting)
    lines: tuple[FolderLine, ...] = ()
    looked: Looked = field(default_factory=Looked, repr=False)

    @property
    def fault(self) -> str:
        """Why the folder could not be looked into: missing, denied, silent, or empty."""
        return self.looked.fault

    @property
    def unread(self) -> int:
        """How many bundles wait to be read."""
        return sum(line.waits for line in self.lines)


def see(workspace: Workspace, before: FolderView, progress: Progress) -> FolderView:
    """Look into the chosen folder and put away what was read, if that is wanted. BundleError "E_CANCELLED" when it is
    given up. Reads the vault in short questions: opening the files lies between them."""
    setting, secrets = workspace.read(lambda unit: (exchangefolder.setting(unit), exchangefolder.opening_keys(unit)))
    if setting.path is None:
        return FolderView(setting)
    known = before.looked if before.setting.path == setting.path else Looked()
    try:
        looked = look(setting.path, known, secrets, time.monotonic(), lambda: progress.cancelled)
    except StoppedError:
        raise BundleError("E_CANCELLED") from None
    lines = workspace.read(folderlines.lines, looked.files)
    if setting.tidy:
        lines = tuple(one for one in lines if not _put_away(setting, one))
    return FolderView(setting, lines, looked)


def _put_away(setting: FolderSetting, line: FolderLine) -> bool:
    """Whether every file of a bundle that was read has gone to the subfolder."""
    if setting.path is None or line.state is not Lies.READ:
        return False
    return foldertidy.put_away(setting.path, line) == len(line.names)
