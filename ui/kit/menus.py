"""The menus, where every shortcut can be read."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from gvi_desktop.settings import TEXT_SIZES
from ui.kit.language import LANGUAGES
from ui.kit.lock import PANIC

if TYPE_CHECKING:
    from ui.kit.shellface import ShellFace


class Menus(QObject):
    """File, Edit, Go, View and Help of a shell."""

    def __init__(self, shell: ShellFace) -> None:
        super().__init__(shell.menuBar())
        self._shell = shell
        self.actions: dict[str, QAction] = {}
        self._file(shell.menuBar().addMenu(self.tr("&File")))
        self._edit(shell.menuBar().addMenu(self.tr("&Edit")))
        self._go(shell.menuBar().addMenu(self.tr("&Go")))
        self._view(shell.menuBar().addMenu(self.tr("&View")))
        self._help(shell.menuBar().addMenu(self.tr("&Help")))

    def _file(self, menu: QMenu) -> None:
        shell = self._shell
        self._add(menu, "new", self.tr("New"), "Ctrl+N", lambda: shell.page().new())
        menu.addSeparator()
        for spec in shell.specs.values():
            if spec.aside:
                self._add(menu, f"go {spec.key}", f"{spec.title()}…", "", partial(shell.visit, spec.key))
        menu.addSeparator()
        self._add(menu, "lock", self.tr("Lock"), "Ctrl+L", shell.lock_wanted.emit)
        self._add(menu, "panic", self.tr("Hide and lock"), PANIC, shell.panic_wanted.emit)
        self._add(menu, "quit", self.tr("Quit"), "Ctrl+Q", shell.quit_wanted.emit)

    def _edit(self, menu: QMenu) -> None:
        shell = self._shell
        self._add(menu, "undo", self.tr("Undo"), "Ctrl+Z", shell.undo)
        self._add(menu, "redo", self.tr("Redo"), "Ctrl+Shift+Z", shell.redo)
        menu.addSeparator()
        self._add(menu, "edit", self.tr("Change what is shown"), "F2", lambda: shell.page().edit())
        self._add(menu, "filter", self.tr("Filter the list"), "Ctrl+F", lambda: shell.page().focus_filter())

    def _go(self, menu: QMenu) -> None:
        shell = self._shell
        self._add(menu, "search", self.tr("Search"), "Ctrl+K", self._search)
        menu.addSeparator()
        for at, spec in enumerate((spec for spec in shell.specs.values() if not spec.aside), 1):
            keys = f"Ctrl+{at}" if at <= 9 else ""
            self._add(menu, f"go {spec.key}", spec.title(), keys, partial(shell.visit, spec.key))

    def _view(self, menu: QMenu) -> None:
        settings = self._shell.desk.settings
        themes = {
            "system": self.tr("As the system"),
            "light": self.tr("Light"),
            "dark": self.tr("Dark"),
            "contrast": self.tr("High contrast"),
        }
        sizes = {size: f"{size} %" for size in TEXT_SIZES}
        self._choices(menu.addMenu(self.tr("Language")), "language", LANGUAGES, settings.language)
        self._choices(menu.addMenu(self.tr("Theme")), "theme", themes, settings.theme)
        self._choices(menu.addMenu(self.tr("Text size")), "text_size", sizes, settings.text_size)
        menu.addSeparator()
        self._add(menu, "larger", self.tr("Larger text"), "Ctrl++", lambda: self._resize(1))
        self._add(menu, "smaller", self.tr("Smaller text"), "Ctrl+-", lambda: self._resize(-1))
        minutes = {step: self.tr("{count} minutes").format(count=step) for step in (2, 5, 10, 15)}
        self._choices(menu.addMenu(self.tr("Lock after")), "idle_minutes", minutes, settings.idle_minutes)

    def _help(self, menu: QMenu) -> None:
        shell = self._shell
        self._add(menu, "help", self.tr("Help on this place"), "F1", lambda: shell.help())
        self._add(menu, "start", self.tr("First steps"), "", lambda: shell.help("start"))
        self._add(menu, "keys", self.tr("Keys"), "", lambda: shell.help("keys"))

    def _add(self, menu: QMenu, name: str, text: str, keys: str, act: Callable[[], Any]) -> None:
        action = menu.addAction(text)
        if keys:
            action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda: act())
        self.actions[name] = action

    def _choices(self, menu: QMenu, setting: str, choices: dict[Any, str], chosen: Any) -> None:
        group = QActionGroup(menu)
        for value, text in choices.items():
            action = menu.addAction(text)
            action.setCheckable(True)
            action.setChecked(value == chosen)
            group.addAction(action)
            action.triggered.connect(lambda _=False, value=value: self._shell.restyle(setting, value))
            self.actions[f"{setting} {value}"] = action

    def _resize(self, step: int) -> None:
        at = TEXT_SIZES.index(self._shell.desk.settings.text_size) + step
        if 0 <= at < len(TEXT_SIZES):
            self._shell.restyle("text_size", TEXT_SIZES[at])

    def _search(self) -> None:
        self._shell.search.setFocus()
        self._shell.search.selectAll()
