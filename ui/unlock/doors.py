"""The ways into a vault, as the unlock window uses them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from gvi_desktop.services import vaultfolder

if TYPE_CHECKING:
    from gvi_desktop.services.rescue import Found
    from gvi_desktop.services.vaultfolder import NewVault, SlotInfo
    from gvi_desktop.services.workspace import Workspace
    from ui.kit.closing import Closing


def _unlock(folder: Path, user: str | None, passphrase: str) -> Workspace:
    from gvi_desktop.services import unlocking  # not before it is wanted: the window comes first

    return unlocking.unlock(folder, user, passphrase)


def _create(folder: Path, new: NewVault) -> tuple[Workspace, str]:
    from gvi_desktop.services import unlocking

    return unlocking.create(folder, new)


def _recover(folder: Path, user: str | None, words: str, passphrase: str) -> Workspace:
    from gvi_desktop.services import unlocking

    return unlocking.recover(folder, user, words, passphrase)


def _practice() -> Workspace:
    from gvi_desktop.services import demonstration  # heavy, and wanted once at most

    return demonstration.practice()


def _look(folder: Path, user: str | None, passphrase: str) -> tuple[Workspace | None, Found]:
    from gvi_desktop.services import rescue

    return rescue.look(folder, user, passphrase)


def _save(folder: Path, user: str | None, passphrase: str) -> Workspace:
    from gvi_desktop.services import rescue

    return rescue.save(folder, user, passphrase)


def _restore(backup: Path, folder: Path, user: str | None, passphrase: str) -> Workspace:
    from gvi_desktop.services import rescue

    return rescue.restore_beside(backup, folder, user, passphrase)


@dataclass(frozen=True)
class Doors:
    """Services that open, make and recover a vault; all but `slots` are slow and run off the window's thread."""

    slots: Callable[[Path], Sequence[SlotInfo]] = vaultfolder.slots
    unlock: Callable[[Path, str | None, str], Workspace] = _unlock
    create: Callable[[Path, NewVault], tuple[Workspace, str]] = _create
    recover: Callable[[Path, str | None, str, str], Workspace] = _recover
    look: Callable[[Path, str | None, str], tuple[Workspace | None, Found]] = _look
    """What can be read of a damaged vault."""
    save: Callable[[Path, str | None, str], Workspace] = _save
    """The same as a vault of its own beside the damaged one, which stays."""
    restore: Callable[[Path, Path, str | None, str], Workspace] = _restore
    demonstrate: Callable[[], Workspace] | None = _practice
    """Makes and opens a vault of made-up people; None: not offered."""

    def after(self, closing: Closing) -> Doors:
        """The same doors, which open once the vault of before is closed."""
        opened, recovered = closing.before(self.unlock), closing.before(self.recover)
        practised = None if self.demonstrate is None else closing.before(self.demonstrate)
        return replace(self, unlock=opened, recover=recovered, demonstrate=practised)
