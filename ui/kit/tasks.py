"""The window's only way to the vault: one thread reads, one writes, one does the rest."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from ui.kit.errands import Errands, Failed, Job, Progress, Then

if TYPE_CHECKING:
    from gvi_desktop.services.workspace import Workspace

__all__ = ["Failed", "Job", "Progress", "Tasks", "Then"]


class Tasks(Errands):
    """Reads and writes of one unlocked workspace, and the news of what changed."""

    changed = Signal(object)
    """Changes, after a commit, in the window's thread."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._only: dict[tuple[int, str], Job] = {}
        workspace.on_changed.append(self._tell)

    @property
    def workspace(self) -> Workspace:
        return self._workspace

    def read(
        self, asker: QObject, work: Callable[..., Any], *args: Any,
        then: Then | None = None, failed: Failed | None = None, only: str | None = None,
    ) -> Job:  # fmt: skip
        """Run `work(unit, *args)` for reading; `only` drops the asker's earlier unanswered question of that name."""
        job = self._job(asker, then, failed)
        if only is not None:
            key = (id(asker), only)
            if key in self._only:
                self._only[key].drop()
            self._only[key] = job
        return self._submit("read", job, lambda: self._workspace.read(work, *args))

    def write(
        self, asker: QObject, work: Callable[..., Any], *args: Any,
        then: Then | None = None, failed: Failed | None = None,
    ) -> Job:  # fmt: skip
        """Run `work(unit, *args)` as one step of the journal; pages that show what it changed reload themselves."""
        return self._submit("write", self._job(asker, then, failed), lambda: self._workspace.write(work, *args))

    def stop(self) -> None:
        with contextlib.suppress(ValueError):
            self._workspace.on_changed.remove(self._tell)
        super().stop()
        self._only.clear()

    def _forget(self, job: Job) -> None:
        self._only = {key: kept for key, kept in self._only.items() if kept is not job}
        super()._forget(job)

    def _tell(self, changes: object) -> None:
        self.changed.emit(changes)
