"""What pages will need, got ready while the passphrase is typed: loaded in a thread, and drawn bit by bit."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from threading import Thread

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QTableView

from ui.kit.icons import icon, names
from ui.kit.theme import tokens

PAUSE = 4
"""Milliseconds between two icons, so that keys and clicks always go first."""


class Warming(QObject):
    """Waits for the thread, says so by `loaded`, and then draws every icon in the inks that buttons and lists have."""

    def __init__(self, thread: Thread, loaded: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._thread, self._loaded = thread, loaded
        self._icons: deque[tuple[str, str | None, bool]] | None = None
        self._turn = QTimer(self)
        self._turn.setInterval(PAUSE)
        self._turn.timeout.connect(self._next)
        self._turn.start()

    def _next(self) -> None:
        if self._thread.is_alive():
            return
        if self._icons is None:
            # Qt for Python makes all kinds of widgets when a table is first asked for one: better now than in a list.
            QTableView().viewport()
            self._loaded()
            inks = (None, tokens().accent_text)
            self._icons = deque((name, ink, gap) for name in names() for ink in inks for gap in (True, False))
        if self._icons:
            name, ink, gap = self._icons.popleft()
            icon(name, ink, gap=gap)
        else:
            self._turn.stop()
