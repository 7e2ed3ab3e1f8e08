"""The eye on the exchange folder while the vault is open: news of the folder, and a slow look in case none comes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from gvi_desktop.domain.errors import GviError
from ui.kit.tasks import Tasks

if TYPE_CHECKING:
    from gvi_desktop.services.exchangefolder import FolderSetting
    from gvi_desktop.services.folderlook import Looked
    from gvi_desktop.services.folderwatching import FolderView

SLOW = 30_000  # ms; shares and mounted clouds bring no news of what others do there
SETTLE = 400  # ms; engines tell of one file many times
PATIENCE = 10_000  # ms; after so long a folder is said not to answer


class FolderWatch(QObject):
    """Asks the vault where to look, looks apart, and asks the vault what it found is: a folder that does not answer
    holds up neither the window nor the locking, and is not asked again before it has answered."""

    looked = Signal()
    """After each look that found something else than the one before."""

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.view: FolderView | None = None
        self._tasks = tasks
        self._busy = self._again = False
        self._out: dict[Path, list[str]] = {}
        self._news: QFileSystemWatcher | None = None
        self._soon, self._slow, self._patience = QTimer(self), QTimer(self), QTimer(self)
        for once, then in ((self._soon, self.look), (self._patience, self._give_up)):
            once.setSingleShot(True)
            once.timeout.connect(then)
        self._slow.setInterval(SLOW)
        self._slow.timeout.connect(self.look)
        tasks.closing.connect(self._forget_keys)

    @property
    def folder(self) -> Path | None:
        """The chosen folder, as far as is known."""
        return self.view.setting.path if self.view is not None else None

    @property
    def unread(self) -> int:
        """How many bundles wait there to be read."""
        return self.view.unread if self.view is not None else 0

    def start(self) -> None:
        """Begin to watch; asked again, it goes on as it was."""
        if not self._slow.isActive():
            self._slow.start()
            self.look()

    def look(self) -> None:
        """Look now, or once more after the look under way."""
        if self._busy:
            self._again = True
            return
        from gvi_desktop.services import folderwatching  # not before the first look: the window comes first

        self._soon.stop()
        self._busy = True
        self._tasks.read(self, folderwatching.asked, then=self._asked, failed=self._failed)

    def _asked(self, answer: tuple[FolderSetting, list[str]]) -> None:
        from gvi_desktop.services import folderwatching

        setting, keys = answer
        if setting.path is None or setting.path in self._out:
            keys.clear()
            none, path = folderwatching.FolderView(setting), setting.path
            self._seen(none if path is None else folderwatching.silent(setting))
            return
        self._go_out(setting, keys)
        self._tasks.run_apart(
            self, folderwatching.see, setting, keys, self.view or folderwatching.FolderView(),
            then=lambda looked: self._looked(setting, looked), failed=lambda _error: self._came_back(setting),
        )  # fmt: skip

    def _go_out(self, setting: FolderSetting, keys: list[str]) -> None:
        if setting.path is not None:
            self._out[setting.path] = keys
        self._current = setting
        self._patience.start(PATIENCE)

    def _came_back(self, setting: FolderSetting) -> bool:
        """Whether the folder has answered in time; where it was given up, or is the one no more, a new look begins."""
        if setting.path is not None:
            self._out.pop(setting.path, []).clear()
        if self._busy and setting == self._current:
            self._patience.stop()
            self._busy = False
            return True
        self.look()
        return False

    def _looked(self, setting: FolderSetting, looked: Looked) -> None:
        from gvi_desktop.services import folderwatching

        if self._came_back(setting):
            self._busy = True
            self._tasks.read(self, folderwatching.told, setting, looked, then=self._told, failed=self._failed)

    def _told(self, view: FolderView) -> None:
        from gvi_desktop.services import folderwatching

        if not folderwatching.waits_to_go(view):
            self._seen(view)
            return
        setting = view.setting
        self._go_out(setting, [])
        self._tasks.run_apart(
            self, folderwatching.put_away, view,
            then=lambda left: self._seen(left) if self._came_back(setting) else None,
            failed=lambda _error: self._came_back(setting),
        )  # fmt: skip

    def _give_up(self) -> None:
        from gvi_desktop.services import folderwatching

        if self._busy:
            self._seen(folderwatching.silent(self._current))

    def _seen(self, view: FolderView) -> None:
        self._patience.stop()
        before, self.view, self._busy = self.view, view, False
        self._listen(view)
        known = None if before is None else (before.setting, before.lines, before.fault)
        if known != (view.setting, view.lines, view.fault):
            self.looked.emit()
        if self._again:
            self._again = False
            self.look()
        elif not view.looked.settled:
            from gvi_desktop.services.folderwatching import AGAIN

            self._soon.start(int(AGAIN * 1000))

    def _failed(self, _error: GviError) -> None:
        self._busy = False  # the vault was busy or the look given up: the slow look tries again

    def _forget_keys(self) -> None:
        for keys in self._out.values():
            keys.clear()

    def _listen(self, view: FolderView) -> None:
        """Have news of the folder; only of one that has just answered, since asking one that does not may take long."""
        wanted = [str(view.setting.path)] if view.setting.path is not None and not view.fault else []
        if self._news is None:
            if not wanted:
                return
            self._news = QFileSystemWatcher(self)
            self._news.directoryChanged.connect(lambda _path: self._soon.start(SETTLE))
        if gone := [one for one in self._news.directories() if one not in wanted]:
            self._news.removePaths(gone)
        if missing := [one for one in wanted if one not in self._news.directories()]:
            self._news.addPaths(missing)
