"""The ways into a vault, as the unlock window uses them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from gvi_desktop.services import unlocking
from gvi_desktop.services.unlocking import NewVault, SlotInfo

if TYPE_CHECKING:
    from gvi_desktop.services.workspace import Workspace


def _practice() -> Workspace:
    from gvi_desktop.services import demonstration  # heavy, and wanted once at most

    return demonstration.practice()


@dataclass(frozen=True)
class Doors:
    """Services that open, make and recover a vault; all but `slots` are slow and run off the window's thread."""

    slots: Callable[[Path], Sequence[SlotInfo]] = unlocking.slots
    unlock: Callable[[Path, str | None, str], Workspace] = unlocking.unlock
    create: Callable[[Path, NewVault], tuple[Workspace, str]] = unlocking.create
    recover: Callable[[Path, str | None, str, str], Workspace] = unlocking.recover
    demonstrate: Callable[[], Workspace] | None = _practice
    """Makes and opens a vault of made-up people; None: not offered."""
