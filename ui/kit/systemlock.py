"""Hearing from the desktop that the screen is locked, left to another user, or the machine sleeps (Linux)."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusObjectPath, QDBusPendingCallWatcher

LOGIN, MANAGER = "org.freedesktop.login1", "org.freedesktop.login1.Manager"
ROOT, SESSION = "/org/freedesktop/login1", "org.freedesktop.login1.Session"
SAVERS = ("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver")
PROPERTIES = "org.freedesktop.DBus.Properties"


class SystemLock(QObject):
    """Says `locked` whenever the system locks, changes to another user or suspends; without a message bus it stays
    silent, and only the clock tells that the machine slept."""

    locked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = ""
        """Our session's path with the login service, once that has told."""

    def listen(self, system: QDBusConnection | None = None, session: QDBusConnection | None = None) -> bool:
        """Begin to listen, on the computer's own buses if no others are given; whether there is one to listen to."""
        if sys.platform != "linux":
            return False
        system, session = system or QDBusConnection.systemBus(), session or QDBusConnection.sessionBus()
        heard = False
        if system.isConnected():
            heard = self._hear(system, LOGIN, ROOT, MANAGER, "PrepareForSleep", "_changed(bool)")
            self._find_session(system)
        for saver in SAVERS if session.isConnected() else ():
            path = "/" + saver.replace(".", "/")
            heard |= self._hear(session, saver, path, saver, "ActiveChanged", "_changed(bool)")
        return heard

    def _hear(self, bus: QDBusConnection, service: str, path: str, interface: str, name: str, slot: str) -> bool:
        # The bindings are declared to take bytes here, and refuse them: they take what SLOT makes.
        return bool(bus.connect(service, path, interface, name, self, SLOT(slot)))  # type: ignore[call-overload]

    def _find_session(self, system: QDBusConnection) -> None:
        """Ask which session is ours, without waiting: its name is in the environment, or the login service tells it."""
        if name := os.environ.get("XDG_SESSION_ID", ""):
            self._find_path(system, name)
        else:
            asked = (f"{ROOT}/session/auto", PROPERTIES, "Get", (SESSION, "Id"))
            self._ask(system, asked, lambda told: self._find_path(system, told))

    def _find_path(self, system: QDBusConnection, name: Any) -> None:
        if isinstance(name, str):
            self._ask(system, (ROOT, MANAGER, "GetSession", (name,)), lambda told: self._found(system, told))

    def _ask(
        self, system: QDBusConnection, what: tuple[str, str, str, Sequence[str]], then: Callable[[Any], None]
    ) -> None:
        path, interface, name, values = what
        call = QDBusMessage.createMethodCall(LOGIN, path, interface, name)
        call.setArguments(list(values))
        watcher = QDBusPendingCallWatcher(system.asyncCall(call), self)

        def answered() -> None:
            reply = watcher.reply()
            if reply.type() == QDBusMessage.MessageType.ReplyMessage and reply.arguments():
                then(reply.arguments()[0])
            watcher.deleteLater()

        watcher.finished.connect(answered)

    def _found(self, system: QDBusConnection, path: Any) -> None:
        self.session = path.path() if isinstance(path, QDBusObjectPath) else ""
        if self.session:
            self._hear(system, LOGIN, self.session, SESSION, "Lock", "_lock()")
            slot = "_properties(QString,QVariantMap,QStringList)"
            self._hear(system, LOGIN, self.session, PROPERTIES, "PropertiesChanged", slot)

    @Slot(bool)
    def _changed(self, on: bool) -> None:
        if on:
            self.locked.emit()

    @Slot()
    def _lock(self) -> None:
        self.locked.emit()

    @Slot(str, "QVariantMap", "QStringList")
    def _properties(self, _interface: str, values: dict[str, Any], _unknown: list[str]) -> None:
        """Another user has the screen (`Active`), or the desktop says that it is locked (`LockedHint`)."""
        if values.get("Active") is False or values.get("LockedHint") is True:
            self.locked.emit()
