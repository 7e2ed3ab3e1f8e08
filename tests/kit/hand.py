"""A hand on the keyboard and the mouse of the real window: finds what a user sees by its words, and counts keys."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from kit.vaults import PASSPHRASE
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenu, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from gvi_desktop import settings as preferences
from ui.app import Program
from ui.kit.place import Place
from ui.shell import Shell

W = TypeVar("W", bound=QWidget)
PLAIN = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Hand:
    """One unlocked program; `keys` is how many keys were pressed since the last `count_anew`."""

    def __init__(
        self, qtbot: QtBot, folder: Path, home: Path, language: str = "en", door: Callable[[Any], object] | None = None
    ) -> None:
        """`door` = what is done on the page before unlocking once the passphrase is typed, if not just to open."""
        preferences.save(preferences.Settings(language=language, theme="light"), home)
        self.qtbot = qtbot
        self.program = Program(folder, home=home)
        qtbot.addWidget(self.program.frame)
        self.program.frame.resize(1366, 900)
        self.program.frame.show()
        self.keys = 0
        page: Any = self.program.unlock_page
        page.card.passphrase.line.setText(PASSPHRASE)
        page.card.go() if door is None else door(page)
        self.until(lambda: self.program.shell is not None)
        self.program.frame.activateWindow()
        self.until(self.program.frame.isActiveWindow)

    def end(self) -> None:
        """Close the window as a user does."""
        self.program.end()

    # looking

    @property
    def shell(self) -> Shell:
        assert self.program.shell is not None, "the vault is locked"
        return self.program.shell

    @property
    def page(self) -> Place:
        return self.shell.page()

    @property
    def panel(self) -> Any:
        """The form that lies open."""
        assert self.page.panel is not None, "no form is open"
        return self.page.panel

    def until(self, condition: Callable[[], object], patience: int = 10_000) -> None:
        """Wait until it holds."""
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=patience)

    def quiet(self) -> None:
        """Wait until nothing is under way any more."""
        held = 0
        while held < 3:
            self.until(lambda: self.program.tasks is not None and self.program.tasks.jobs == 0)
            self.qtbot.wait(5)
            held = held + 1 if self.program.tasks is not None and self.program.tasks.jobs == 0 else 0

    def said(self, inside: QWidget | None = None) -> str:
        """Every word on labels and buttons that can be seen."""
        found = (inside or self.program.frame).findChildren(QWidget)
        shown = [one for one in found if one.isVisible() and isinstance(one, QLabel | QAbstractButton)]
        return "\n".join(one.text() for one in shown if isinstance(one, QLabel | QAbstractButton))

    def sees(self, text: str, inside: QWidget | None = None) -> None:
        """Wait until these words are on the screen."""
        self.until(lambda: text in self.said(inside))

    def find(self, kind: type[W], name: str, inside: QWidget | None = None) -> W:
        """The visible widget of a kind by its words or its name for the screen reader; waits until it is there."""

        def matching() -> list[W]:
            found = (inside or self.program.frame).findChildren(kind)
            return [one for one in found if one.isVisible() and name in (_words(one), one.accessibleName())]

        self.until(matching)
        return matching()[0]

    # doing

    def go(self, place: str) -> Place:
        """To a place by its key."""
        page = self.shell.visit(place)
        self.quiet()
        return page

    def click(self, words: str, inside: QWidget | None = None) -> None:
        """Click the button with these words."""
        made = self.find(QAbstractButton, words, inside)
        self.until(made.isEnabled)
        QTest.mouseClick(made, Qt.MouseButton.LeftButton)
        self.quiet()

    def choose(self, words: str) -> None:
        """Take an entry of a menu of the page in view."""
        menus = self.program.frame.findChildren(QMenu)
        action = next(one for menu in menus for one in menu.actions() if one.text() == words and one.isEnabled())
        action.trigger()
        self.quiet()

    def turn(self, tab: str) -> None:
        """Turn to the tab with these words."""

        def bars() -> list[tuple[QTabBar, int]]:
            shown = [one for one in self.page.findChildren(QTabBar) if one.isVisible()]
            return [(bar, at) for bar in shown for at in range(bar.count()) if bar.tabText(at).startswith(tab)]

        self.until(bars)
        bar, at = bars()[0]
        QTest.mouseClick(bar, Qt.MouseButton.LeftButton, PLAIN, bar.tabRect(at).center())
        self.quiet()

    def type(self, text: str) -> None:
        """Type into whatever has the focus, a key a letter."""
        for letter in text:
            if letter.isascii():
                QTest.keyClicks(self._focused(), letter)
            else:  # QTest knows the keys of ASCII alone, and ends the process at any other
                for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                    QApplication.sendEvent(self._focused(), QKeyEvent(kind, Qt.Key.Key_unknown, PLAIN, letter))
            self.keys += 1

    def press(self, *keys: Qt.Key, held: Qt.KeyboardModifier = PLAIN) -> None:
        """Press keys one after the other; a key with Ctrl or Shift held counts as one."""
        for key in keys:
            QTest.keyClick(self._focused(), key, held)
            self.keys += 1

    def fill(self, **values: Any) -> None:
        """Give fields of the open form their values."""
        for name, value in values.items():
            self.panel.form.field(name).set_value(value)

    def save(self) -> None:
        """Ctrl+S in the open form, and wait until it has closed."""
        panel = self.panel
        if not self.program.frame.isActiveWindow():  # without a window manager the focus may be nobody's
            self.program.frame.activateWindow()
            self.until(self.program.frame.isActiveWindow)
            panel.form.focus_first()
        QTest.keyClick(panel, Qt.Key.Key_S, CTRL)
        self.keys += 1
        self.until(lambda: self.page.panel is not panel)
        self.quiet()

    def count_anew(self) -> None:
        """Begin to count the keys at nought."""
        self.keys = 0

    def _focused(self) -> QWidget:
        return QApplication.focusWidget() or self.program.frame


def _words(widget: QWidget) -> str:
    text = getattr(widget, "text", None)
    return str(text()) if callable(text) else ""
