"""The way from a damaged vault to what can be read of it, step by step on the page before unlocking."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from ui.unlock.doors import Doors

if TYPE_CHECKING:
    from gvi_desktop.domain.errors import GviError
    from gvi_desktop.services.rescue import Found
    from gvi_desktop.services.workspace import Workspace
    from ui.kit.errands import Errands


class Rescuing(QObject):
    """One rescue; what is open for looking is closed again when another way is taken, or the page goes."""

    def __init__(
        self, page: Any, errands: Errands, doors: Doors, folder: Path, user: str | None, passphrase: str
    ) -> None:
        super().__init__(page)
        self._page, self._errands, self._doors = page, errands, doors
        self._folder, self._user, self._passphrase = folder, user, passphrase
        self._opened: Workspace | None = None

    def look(self) -> None:
        """Read what can be read."""
        card = self._page.card
        self._page.work(card, True)
        self._errands.run(
            self._page, self._doors.look, self._folder, self._user, self._passphrase,
            then=lambda found: self._show(*found), failed=lambda error: self._refused(card, error),
        )  # fmt: skip

    def _show(self, opened: Workspace | None, found: Found) -> None:
        from ui.unlock.rescue import RescueCard

        self._opened = opened
        card = RescueCard(found, self._page.language, readable=opened is not None)
        card.look.connect(self._into)
        card.save.connect(lambda: self._other(card, self._doors.save, self._folder))
        if (good := found.backup) is not None:
            card.restore.connect(lambda: self._other(card, self._doors.restore, good.path, self._folder))
        card.back.connect(self._back)
        self._page.turn(card)

    def _into(self) -> None:
        opened, self._opened = self._opened, None
        self._page.opened.emit(opened, self._folder, "")

    def _other(self, card: Any, door: Callable[..., Workspace], *places: Path) -> None:
        self._page.work(card, True)
        self._errands.run(
            self._page, door, *places, self._user, self._passphrase,
            then=self._done, failed=lambda error: self._refused(card, error),
        )  # fmt: skip

    def _done(self, workspace: Workspace) -> None:
        self.close()
        self._page.unlocked(workspace, workspace.folder)

    def _back(self) -> None:
        self.close()
        self._page.offer(self._folder)

    def _refused(self, card: Any, error: GviError) -> None:
        self._page.refuse(card, error)

    def close(self) -> None:
        """Nothing that was opened for looking stays open."""
        opened, self._opened = self._opened, None
        if opened is not None:
            opened.close()
