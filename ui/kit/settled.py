"""Searches for people, noted once each has come to rest: an entry a search, not one a key."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from gvi_desktop.services import seen
from ui.kit.tasks import Tasks

REST = 1500
"""Milliseconds without another key after which a search counts as made."""


class SettledSearch(QObject):
    """Told of each answer with its text; the text goes no further than the comparison with the one before."""

    def __init__(self, parent: QObject, tasks: Tasks) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._text, self._found, self._noted = "", 0, ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REST)
        self._timer.timeout.connect(self.settle)

    def heard(self, text: str, found: int) -> None:
        """This text found so many people. An emptied line, or another word, settles what was searched before."""
        wanted = text.strip().casefold()
        if not wanted:
            self.settle()
            self._noted = ""
            return
        if wanted == self._noted and not self._text:
            return  # the same list asked for again, since something in it changed
        if self._text and not (wanted.startswith(self._text) or self._text.startswith(wanted)):
            self.settle()
        self._text, self._found = wanted, found
        self._timer.start()

    def settle(self) -> None:
        """The search is made: also when somebody was chosen of it before the time was up."""
        self._timer.stop()
        if self._text:
            self._noted, self._text = self._text, ""
            self._tasks.write(self, seen.searched, self._found)
