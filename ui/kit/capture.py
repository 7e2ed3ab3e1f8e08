"""Our windows are black in pictures and films of the screen, where the system offers that: Windows and macOS."""

from __future__ import annotations

import contextlib
import ctypes
import ctypes.util
import sys
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QWindow

WDA_MONITOR, WDA_EXCLUDEFROMCAPTURE = 0x01, 0x11
"""The second also leaves the window out; Windows before 10.2004 knows only the first, which makes it black."""
SHARING_NONE = 0


class Curtain(QObject):
    """Hides every window of ours from the moment it has the focus. On Linux no window can do that."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hidden: set[int] = set()
        application = QGuiApplication.instance()
        if sys.platform in ("win32", "darwin") and isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._look)
            self._look(None)

    def _look(self, _window: QWindow | None) -> None:
        for window in QGuiApplication.topLevelWindows():
            if window.isVisible() and (number := int(window.winId())) not in self._hidden:
                self._hidden.add(number)
                with contextlib.suppress(OSError, AttributeError):  # without it the program works on
                    hide(number)


def hide(number: int, system: Any = None) -> bool:
    """Ask the system to leave a window out of pictures; whether it will. `system` stands in for its library."""
    if sys.platform == "darwin":
        return _hide_on_macos(number)
    user32 = system or ctypes.WinDLL("user32")  # type: ignore[attr-defined,unused-ignore]
    ask = user32.SetWindowDisplayAffinity
    return bool(ask(ctypes.c_void_p(number), WDA_EXCLUDEFROMCAPTURE) or ask(ctypes.c_void_p(number), WDA_MONITOR))


def _hide_on_macos(number: int) -> bool:
    objc = ctypes.CDLL(ctypes.util.find_library("objc"))
    objc.sel_registerName.restype = ctypes.c_void_p
    objc.sel_registerName.argtypes = [ctypes.c_char_p]
    send = objc.objc_msgSend
    send.restype, send.argtypes = ctypes.c_void_p, [ctypes.c_void_p, ctypes.c_void_p]
    window = send(number, objc.sel_registerName(b"window"))
    if not window:
        return False
    send.restype, send.argtypes = None, [ctypes.c_void_p, ctypes.c_void_p, ctypes.c_ulong]
    send(window, objc.sel_registerName(b"setSharingType:"), SHARING_NONE)
    return True
