"""What the window asks of the exchange folder again and again: one look, from the choice to the list."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from gvi_desktop.domain.errors import BundleError
from gvi_desktop.services import exchangefolder, folderlines, foldertidy
from gvi_desktop.services.exchangefolder import FolderSetting
from gvi_desktop.services.folderlines import FolderLine, Lies
from gvi_desktop.services.folderlook import QUIET, Looked, StoppedError, look
from gvi_desktop.services.importing_views import Progress
from gvi_desktop.services.unit import Unit

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


def asked(unit: Unit) -> tuple[FolderSetting, list[str]]:
    """Where to look, and the keys to open with: a list that whoever asked empties when they are to be forgotten."""
    return exchangefolder.setting(unit), list(exchangefolder.opening_keys(unit))


def see(setting: FolderSetting, secrets: Sequence[str], before: FolderView, progress: Progress) -> Looked:
    """Look into the chosen folder. Knows no vault: a share that does not answer holds up nothing but this look.
    BundleError "E_CANCELLED" when it is given up."""
    if setting.path is None:
        return Looked()
    known = before.looked if before.setting.path == setting.path else Looked()
    try:
        return look(setting.path, known, secrets, time.monotonic(), lambda: progress.cancelled)
    except StoppedError:
        raise BundleError("E_CANCELLED") from None


def told(unit: Unit, setting: FolderSetting, looked: Looked) -> FolderView:
    """The list that a look makes."""
    return FolderView(setting, folderlines.lines(unit, looked.files), looked)


def silent(setting: FolderSetting) -> FolderView:
    """A folder that does not answer."""
    return FolderView(setting, looked=Looked(fault="silent"))


def put_away(view: FolderView, progress: Progress) -> FolderView:
    """The list without the bundles that were read and have gone to the subfolder. Knows no vault either."""
    return replace(view, lines=tuple(one for one in view.lines if progress.cancelled or not _put_away(view, one)))


def waits_to_go(view: FolderView) -> bool:
    """Whether there is something to put away."""
    return view.setting.tidy and any(one.state is Lies.READ and one.alone for one in view.lines)


def _put_away(view: FolderView, line: FolderLine) -> bool:
    """Whether every file of a bundle that was read has gone to the subfolder."""
    if view.setting.path is None or line.state is not Lies.READ:
        return False
    return foldertidy.put_away(view.setting.path, line) == len(line.names)
