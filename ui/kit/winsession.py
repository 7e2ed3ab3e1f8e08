"""Hearing from Windows that the session is locked, left to another user or ended, or that the machine sleeps."""

from __future__ import annotations

import ctypes
import sys
from typing import Any

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication, QObject, Signal

WM_ENDSESSION, WM_POWERBROADCAST, WM_WTSSESSION_CHANGE = 0x0016, 0x0218, 0x02B1
PBT_APMSUSPEND = 4
CONSOLE_DISCONNECT, REMOTE_DISCONNECT, SESSION_LOGOFF, SESSION_LOCK = 2, 4, 6, 7
AWAY = frozenset({CONSOLE_DISCONNECT, REMOTE_DISCONNECT, SESSION_LOGOFF, SESSION_LOCK})
"""Another user at the screen, a remote screen left, signing out, and the lock itself."""


class Message(ctypes.Structure):
    """What Windows sends a window (MSG), as far as it is looked at here."""

    _fields_ = (("window", ctypes.c_void_p), ("message", ctypes.c_uint), ("wparam", ctypes.c_size_t))


def locks(message: int, wparam: int) -> bool:
    """Whether a message of Windows means that nobody of ours sits there any more."""
    if message == WM_WTSSESSION_CHANGE:
        return wparam in AWAY
    return (message == WM_POWERBROADCAST and wparam == PBT_APMSUSPEND) or (message == WM_ENDSESSION and bool(wparam))


class _Filter(QAbstractNativeEventFilter):
    def __init__(self, watch: SessionWatch) -> None:
        super().__init__()
        self._watch = watch

    def nativeEventFilter(self, kind: QByteArray | bytes | bytearray | memoryview, message: int) -> Any:
        if (kind.data() if isinstance(kind, QByteArray) else bytes(kind)) == b"windows_generic_MSG":
            told = Message.from_address(int(message))
            if locks(told.message, told.wparam):
                self._watch.locked.emit()
        return False, 0


class SessionWatch(QObject):
    """Says `locked`; elsewhere than on Windows it stays silent."""

    locked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.filter = _Filter(self)
        self._window = 0

    def listen(self, window: int) -> bool:
        """Begin to listen; whether Windows will tell."""
        application = QCoreApplication.instance()
        if sys.platform != "win32" or application is None:
            return False
        application.installNativeEventFilter(self.filter)
        self._window = window
        return bool(ctypes.WinDLL("wtsapi32").WTSRegisterSessionNotification(ctypes.c_void_p(window), 0))

    def stop(self) -> None:
        """Ask for no more."""
        application = QCoreApplication.instance()
        if sys.platform == "win32" and self._window and application is not None:
            application.removeNativeEventFilter(self.filter)
            ctypes.WinDLL("wtsapi32").WTSUnRegisterSessionNotification(ctypes.c_void_p(self._window))
            self._window = 0
