"""All that locks an open vault: idle time, the system, and the panic key."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from ui.kit.lock import IdleLock
from ui.kit.winsession import SessionWatch


class Watch(QObject):
    """Says `due` when the vault is to be locked, `panic` when the window is to be gone as well."""

    due = Signal()
    panic = Signal()

    def __init__(self, minutes: float, parent: QObject) -> None:
        super().__init__(parent)
        self.idle = IdleLock(minutes, self)
        self.idle.due.connect(self.due)
        self.idle.panic.connect(self.panic)
        from ui.kit.systemlock import SystemLock  # brings QtDBus along

        self._system = SystemLock(self)
        self._system.locked.connect(self.due)
        self._session = SessionWatch(self)
        self._session.locked.connect(self.due)

    def start(self, window: int) -> None:
        """Begin; `window` is the number by which the system knows ours."""
        self.idle.start()
        self._system.listen()
        self._session.listen(window)

    def stop(self) -> None:
        """Let go of everything."""
        self.idle.stop()
        self._session.stop()
        self.deleteLater()
