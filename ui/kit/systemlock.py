"""Hearing from the desktop that the screen is locked or the machine sleeps (Linux; elsewhere the clock tells)."""

from __future__ import annotations

import sys

from PySide6.QtCore import SLOT, QObject, Signal, Slot

SLEEP = ("org.freedesktop.login1", "/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep")
SAVERS = ("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver")


class SystemLock(QObject):
    """Says `locked` whenever the system locks or suspends; without a message bus it stays silent."""

    locked = Signal()

    def listen(self) -> bool:
        """Begin to listen; whether there is somebody to listen to."""
        if sys.platform != "linux":
            return False
        from PySide6.QtDBus import QDBusConnection

        slot = SLOT("_changed(bool)").encode()
        system, session = QDBusConnection.systemBus(), QDBusConnection.sessionBus()
        heard = system.isConnected() and system.connect(*SLEEP, self, slot)
        for saver in SAVERS:
            path = "/" + saver.replace(".", "/")
            heard |= session.isConnected() and session.connect(
                saver, path, saver, "ActiveChanged", self, slot
            )
        return bool(heard)

    @Slot(bool)
    def _changed(self, on: bool) -> None:
        if on:
            self.locked.emit()
