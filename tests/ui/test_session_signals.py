"""What the system says when somebody leaves the screen: on a message bus of the test's own, and as Windows words it."""

import ctypes
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import ClassInfo, QCoreApplication, QEvent, QObject, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusObjectPath
from pytestqt.qtbot import QtBot

from ui.kit.systemlock import LOGIN, MANAGER, PROPERTIES, ROOT, SAVERS, SESSION, SystemLock
from ui.kit.winsession import AWAY, PBT_APMSUSPEND, WM_POWERBROADCAST, WM_WTSSESSION_CHANGE, Message, SessionWatch

OURS = f"{ROOT}/session/_37"
THEIRS = f"{ROOT}/session/_38"


@ClassInfo({"D-Bus Interface": MANAGER})  # type: ignore[misc]
class Login(QObject):
    """As much of the login service as is asked: where a session is."""

    @Slot(str, result="QDBusObjectPath")
    def GetSession(self, name: str) -> QDBusObjectPath:
        return QDBusObjectPath(OURS if name == "7" else THEIRS)


class Bus:
    """A message bus with a login service and a screen saver that say what they are told to say."""

    def __init__(self, address: str) -> None:
        self._server = QDBusConnection.connectToBus(address, "server")
        self.client = QDBusConnection.connectToBus(address, "client")
        self._login = Login()
        for name in (LOGIN, *SAVERS):
            assert self._server.registerService(name)
        option = QDBusConnection.RegisterOption.ExportAllSlots
        assert self._server.registerObject(ROOT, self._login, option)

    def say(self, path: str, interface: str, name: str, *values: Any) -> None:
        signal = QDBusMessage.createSignal(path, interface, name)
        signal.setArguments(list(values))
        assert self._server.send(signal)

    def close(self) -> None:
        """In the order in which nothing is told to anybody who is gone: the bus speaks in a thread of its own."""
        self._server.unregisterObject(ROOT)
        for service in (LOGIN, *SAVERS):
            self._server.unregisterService(service)
        for name in ("server", "client"):
            QDBusConnection.disconnectFromBus(name)


@pytest.fixture
def bus(qtbot: QtBot, tmp_path: Path) -> Iterator[Bus]:
    daemon = shutil.which("dbus-daemon")
    if daemon is None:
        pytest.skip("dbus-daemon is not installed")
    running = subprocess.Popen(
        [daemon, "--session", "--nofork", "--print-address=1", f"--address=unix:dir={tmp_path}"],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip
    assert running.stdout is not None
    made = Bus(running.stdout.readline().strip())
    yield made
    made.close()
    running.terminate()
    running.wait(10)
    running.stdout.close()


@pytest.fixture
def heard(qtbot: QtBot, bus: Bus, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[bool]]:
    monkeypatch.setenv("XDG_SESSION_ID", "7")
    said: list[bool] = []
    lock = SystemLock()
    lock.locked.connect(lambda: said.append(True))
    assert lock.listen(bus.client, bus.client)
    qtbot.waitUntil(lambda: lock.session == OURS)
    yield said
    lock.deleteLater()
    QCoreApplication.sendPostedEvents(lock, QEvent.Type.DeferredDelete.value)


SIGNALS: dict[str, tuple[Any, ...]] = {
    "the screen saver comes on": ("/org/freedesktop/ScreenSaver", SAVERS[0], "ActiveChanged", True),
    "that of GNOME": ("/org/gnome/ScreenSaver", SAVERS[1], "ActiveChanged", True),
    "the machine goes to sleep": (ROOT, MANAGER, "PrepareForSleep", True),
    "the session is told to lock": (OURS, SESSION, "Lock"),
    "another user has the screen": (OURS, PROPERTIES, "PropertiesChanged", SESSION, {"Active": False}, [""]),
    "the desktop says it is locked": (OURS, PROPERTIES, "PropertiesChanged", SESSION, {"LockedHint": True}, [""]),
}


@pytest.mark.parametrize("what", SIGNALS)
def test_it_locks_when(qtbot: QtBot, bus: Bus, heard: list[bool], what: str) -> None:
    bus.say(*SIGNALS[what])
    qtbot.waitUntil(lambda: heard == [True])


def test_it_does_not_lock_at_what_others_do_or_when_one_comes_back(qtbot: QtBot, bus: Bus, heard: list[bool]) -> None:
    bus.say(THEIRS, SESSION, "Lock")
    bus.say(THEIRS, PROPERTIES, "PropertiesChanged", SESSION, {"Active": False}, [""])
    bus.say(OURS, PROPERTIES, "PropertiesChanged", SESSION, {"Active": True}, [""])
    bus.say(ROOT, MANAGER, "PrepareForSleep", False)
    bus.say(OURS, SESSION, "Lock")  # in order on the bus: once this is heard, all before it was
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [True]


def test_without_a_bus_it_stays_silent(qtbot: QtBot) -> None:
    nowhere = QDBusConnection("there is none of this name")
    assert not SystemLock().listen(nowhere, nowhere)


@pytest.mark.parametrize(
    ("message", "word", "locks"),
    [
        *((WM_WTSSESSION_CHANGE, word, True) for word in sorted(AWAY)),
        (WM_WTSSESSION_CHANGE, 8, False),  # unlocked
        (WM_WTSSESSION_CHANGE, 1, False),  # back at the screen
        (WM_POWERBROADCAST, PBT_APMSUSPEND, True),
        (WM_POWERBROADCAST, 7, False),  # awake again
        (0x0100, 7, False),  # a key
    ],
)
def test_a_message_of_windows_locks_when_nobody_sits_there_any_more(
    qtbot: QtBot, message: int, word: int, locks: bool
) -> None:
    watch, said = SessionWatch(), list[bool]()
    watch.locked.connect(lambda: said.append(True))
    told = Message(None, message, word)
    assert watch.filter.nativeEventFilter(b"windows_generic_MSG", ctypes.addressof(told)) == (False, 0)
    assert watch.filter.nativeEventFilter(b"xcb_generic_event_t", 0) == (False, 0)
    assert said == [True] * locks
