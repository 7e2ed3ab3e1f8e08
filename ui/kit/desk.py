"""What every page stands on: the tasks, the words, who is signed in, and the ways to other pages."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal

from gvi_desktop.settings import Settings
from ui.kit.folderwatch import FolderWatch
from ui.kit.tasks import Tasks
from ui.kit.words import Words


class Desk(QObject):
    """Handed to every page; pages do not know each other and ask the desk to go somewhere."""

    go = Signal(str, str)
    """Kind of record (or key of a place) and id (or empty): the shell shows it."""
    create = Signal(str, str, str)
    """Key of a place, name of its form, and what it is about (an id or empty): the shell opens a new form there."""
    said = Signal(str, bool)
    """A short note, and whether Undo is offered with it."""
    undo = Signal()
    help = Signal(str)
    """Name of a help page."""

    def __init__(self, tasks: Tasks, words: Words, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tasks = tasks
        self.words = words
        self.settings = settings
        self.folder = FolderWatch(tasks, self)

    @property
    def user(self) -> Any:
        """The record of the user who is signed in."""
        return self.tasks.workspace.user

    def show_record(self, kind: str, record_id: str) -> None:
        """Go to the place that shows that kind of record, and open it there."""
        self.go.emit(kind, record_id)

    def say(self, sentence: str, *, undo: bool = False) -> None:
        """Tell quietly what was done."""
        self.said.emit(sentence, undo)
