"""When to lock: after some minutes without a key or a movement, when the machine was asleep, and at the panic key."""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QWindow

from gvi_desktop.clock import now

SIGNS_OF_LIFE = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
}
PANIC = "Ctrl+Shift+L"
"""Hides the window and locks, from everywhere."""
STEP = 5.0  # seconds between looks at the clock


class IdleLock(QObject):
    """Says `due` once nobody has touched anything for so many minutes, or time has jumped while the machine slept."""

    due = Signal()
    panic = Signal()
    """The panic key, in whatever window or dialog."""

    def __init__(self, minutes: float, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.seconds = minutes * 60
        self._last = time.monotonic()
        self._looked = now()
        self._timer = QTimer(self)
        self._timer.setInterval(round(min(STEP, max(self.seconds / 4, 0.01)) * 1000))
        self._timer.timeout.connect(self._look)
        _application().focusWindowChanged.connect(self._watch)

    def start(self) -> None:
        self.touch()
        self._looked = now()
        # Windows hear what a person does before it is spread over widgets: few events instead of all there are.
        for window in QGuiApplication.allWindows():
            window.installEventFilter(self)
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()
        for window in QGuiApplication.allWindows():
            window.removeEventFilter(self)

    def touch(self) -> None:
        self._last = time.monotonic()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in SIGNS_OF_LIFE:
            self.touch()
            if isinstance(event, QKeyEvent) and is_panic(event):
                self.panic.emit()
                return True
        return False

    def _watch(self, window: QWindow | None) -> None:
        if window is not None and self._timer.isActive():
            window.removeEventFilter(self)  # or it would be told twice
            window.installEventFilter(self)

    def _look(self) -> None:
        moment = now()
        slept = (moment - self._looked).total_seconds() > max(6 * STEP, self._timer.interval() / 1000 * 6)
        self._looked = moment
        if slept or time.monotonic() - self._last >= self.seconds:
            self.stop()
            self.due.emit()


def is_panic(event: QKeyEvent) -> bool:
    """Whether a key that was pressed is the panic key."""
    return event.type() == QEvent.Type.KeyPress and QKeySequence(event.keyCombination()) == QKeySequence(PANIC)


def _application() -> QGuiApplication:
    app = QGuiApplication.instance()
    if not isinstance(app, QGuiApplication):
        raise RuntimeError("locking needs a running QGuiApplication")
    return app
