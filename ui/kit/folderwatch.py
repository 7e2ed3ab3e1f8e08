"""The eye on the exchange folder while the vault is open: news of the folder, and a slow look in case none comes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from gvi_desktop.domain.errors import GviError
from ui.kit.tasks import Job, Tasks

if TYPE_CHECKING:
    from gvi_desktop.services.folderwatching import FolderView

SLOW = 30_000  # ms; shares and mounted clouds bring no news of what others do there
SETTLE = 400  # ms; engines tell of one file many times


def _see(workspace: Any, before: FolderView | None, progress: Any) -> FolderView:
    from gvi_desktop.services import folderwatching  # not before the first look: the window comes first

    return folderwatching.see(workspace, before or folderwatching.FolderView(), progress)


class FolderWatch(QObject):
    """Looks on a thread of its own, so that a share that does not answer holds nothing else up."""

    looked = Signal()
    """After each look that found something else than the one before."""

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.view: FolderView | None = None
        self._tasks = tasks
        self._job: Job | None = None
        self._again = False
        self._news: QFileSystemWatcher | None = None
        self._soon, self._slow = QTimer(self), QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.look)
        self._slow.setInterval(SLOW)
        self._slow.timeout.connect(self.look)

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
        if self._job is not None:
            self._again = True
            return
        self._soon.stop()
        self._job = self._tasks.run(
            self, _see, self._tasks.workspace, self.view, then=self._seen, failed=self._failed,
            progress=lambda _done, _total: None, thread="folder",
        )  # fmt: skip

    def _seen(self, view: FolderView) -> None:
        before, self.view, self._job = self.view, view, None
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
        self._job = None  # the vault was busy or the look given up: the slow look tries again

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
