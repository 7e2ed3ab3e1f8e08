"""Where everything is joined: the program's start, the places, and what happens between locked and unlocked."""

from __future__ import annotations

import sys
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from gvi_desktop import hardening
from gvi_desktop import settings as preferences
from gvi_desktop.hardening import harden
from ui.kit import language, theme
from ui.kit.capture import Curtain
from ui.kit.clipboard import Clipboard
from ui.kit.errands import Errands
from ui.kit.frame import Frame
from ui.kit.garbage import Garbage
from ui.kit.hardening import catch_faults
from ui.kit.takedown import take_down
from ui.unlock.doors import Doors
from ui.unlock.page import UnlockPage

if TYPE_CHECKING:
    from gvi_desktop.services.workspace import Workspace
    from ui.kit.closing import Closing
    from ui.kit.tasks import Tasks
    from ui.kit.warm import Warming
    from ui.kit.watch import Watch
    from ui.shell import Shell

IMPORT_PLACE = "import"
"""Where `start("import")` is said after a first start that wants to bring a workbook."""


AT_ONCE = 0.3
"""Seconds that locking waits for what runs in the vault to end; the rest happens behind the locked window."""
SWITCH = 0.0002
"""Seconds after which a thread at work must let the window's thread go on; Python's own 0.005 is felt in scrolling."""


class Program(QObject):
    """One window, locked or unlocked; `folder` is the vault to offer first."""

    def __init__(self, folder: Path | None = None, doors: Doors | None = None, home: Path | None = None) -> None:
        super().__init__()
        self._home = home
        self._doors = doors or Doors()
        self.settings = preferences.load(home)
        self._user = ""
        self._state: dict[str, Any] = {}
        self._folder = folder or _existing(self.settings.last_vault)
        self.errands = Errands(self)
        self._garbage = Garbage(self)
        self.clipboard = Clipboard(self)
        self._curtain = Curtain(self)
        self._warming: Warming | None = None
        self.tasks: Tasks | None = None
        self.shell: Shell | None = None
        self.watch: Watch | None = None
        self._closing: Closing | None = None
        self.unlock_page: UnlockPage | None = None
        self.frame = Frame(self.settings.window)
        self._dress()
        self.frame.closing.connect(self.end)
        _application().styleHints().colorSchemeChanged.connect(self._system_changed)
        self.show_unlock()

    def show_unlock(self) -> None:
        """The cards before the vault is open."""
        self.shell = None
        self.frame.setWindowTitle("GVI Desktop")
        doors = self._doors if self._closing is None else self._doors.after(self._closing)
        page = self.unlock_page = UnlockPage(self.settings, self.errands, self._folder, doors, self._user)
        page.opened.connect(self.opened)
        page.language_wanted.connect(self._speak)
        self.frame.show_page(page)
        page.card.first()

    def warm_up(self) -> None:
        """Get ready what takes its time, while the passphrase is typed."""
        from ui.kit.warm import Warming

        sys.setswitchinterval(SWITCH)

        def loaded() -> None:
            if self.shell is None:  # what belongs to an open vault must be able to go with it
                self._garbage.settle()

        thread = Thread(target=_load, name="gvi-warm-up", daemon=True)
        thread.start()
        self._warming = Warming(thread, loaded, self)

    def opened(self, workspace: Workspace, folder: Path, start: str) -> None:
        """A vault has been unlocked: its window opens, with the forms that were open when it was locked."""
        from gvi_desktop.services import rescuelooked, sampling
        from ui.kit.tasks import Tasks

        self._folder, self._user = folder, workspace.user.name
        self.settings.last_vault = str(folder)
        self._save()
        self.tasks = Tasks(workspace, self)
        self.unlock_page = None
        self._show_shell({**self._state, "drafts": workspace.drafts()})
        self._state = {}
        QTimer.singleShot(1, self.tasks, self._watch_over)
        self.tasks.run(self, rescuelooked.take_in, workspace)
        self.tasks.run(self, workspace.back_up_if_due, then=self._backed_up)
        self.tasks.read(self, sampling.due, then=self._sample)
        if start and self.shell is not None:
            self.shell.visit(IMPORT_PLACE).start(start)

    def _watch_over(self) -> None:
        """What locks the open vault, in a turn of its own: finding the desktop's message bus takes its time."""
        from ui.kit.watch import Watch

        self.watch = Watch(self.settings.idle_minutes, self)
        self.watch.due.connect(self.lock)
        self.watch.panic.connect(self.panic, Qt.ConnectionType.QueuedConnection)  # not amid the key's own event
        self.watch.start(int(self.frame.winId()))

    def _sample(self, due: bool) -> None:
        """Draw last month's sample of the history: whoever signs in first in a month sets it off."""
        if due and self.tasks is not None:
            from gvi_desktop.services import sampling

            self.tasks.write(self, sampling.draw)

    def _backed_up(self, made: Path | None) -> None:
        if made is not None and self.shell is not None:
            self.shell.refresh()

    def lock(self) -> None:
        """Hide everything, keep open forms in the vault, close it, and ask for the passphrase."""
        if self.shell is None:
            return
        drafts = self._leave()
        self._begin_closing(drafts)
        self.show_unlock()
        self.frame.repaint()
        self._wait_for_closing(AT_ONCE)

    def panic(self) -> None:
        """Out of sight first, then locked."""
        self.frame.showMinimized()
        self.lock()

    def end(self) -> None:
        """The window closes: the same as locking, without a way back."""
        drafts = self._leave() if self.shell is not None else {}
        self.settings.window = self.frame.remember()
        self._save()
        self._begin_closing(drafts)
        self._wait_for_closing(None)
        if self.unlock_page is not None:
            self.unlock_page.close_rescue()
        self.errands.close()
        self.clipboard.end()
        self._garbage.end()

    def _leave(self) -> dict[str, dict[str, Any]]:
        self.clipboard.clear()
        take_down()
        state = self.shell.state() if self.shell is not None else {}
        drafts: dict[str, dict[str, Any]] = state.pop("drafts", {})
        self._state = state
        if self.watch is not None:
            self.watch.stop()
            self.watch = None
        return drafts

    def _begin_closing(self, drafts: dict[str, dict[str, Any]]) -> None:
        if self.tasks is None:
            return
        from ui.kit.closing import Closing

        self._closing = Closing(self.tasks, drafts)
        self.tasks = None
        self._closing.start()

    def _wait_for_closing(self, seconds: float | None) -> None:
        """The vault is closed by another thread; the window goes on when that has ended, or after so many seconds."""
        if self._closing is None:
            return
        self._closing.join(seconds)
        if self._closing.is_alive():
            QTimer.singleShot(100, self, lambda: self._wait_for_closing(0))
            return
        self._closing.tasks.deleteLater()
        self._closing = None
        self._save()
        self._garbage.sweep()

    def _show_shell(self, state: dict[str, Any]) -> None:
        from ui.kit.desk import Desk
        from ui.kit.words import Words
        from ui.places import PLACES, WORK
        from ui.shell import Shell

        if self.tasks is None:
            return
        desk = Desk(self.tasks, Words(self.settings.language), self.settings)
        shell = self.shell = Shell(desk, PLACES, WORK)
        shell.lock_wanted.connect(self.lock)
        shell.panic_wanted.connect(self.panic)
        shell.quit_wanted.connect(self.frame.close)
        shell.restyled.connect(self.restyle, Qt.ConnectionType.QueuedConnection)
        self.frame.show_page(shell)
        shell.restore(state)

    def restyle(self) -> None:
        """Language, theme or text size has changed: everything is made again, and one is where one was."""
        state = self.shell.state() if self.shell is not None else None
        self.shell = self.unlock_page = None
        self.frame.clear()  # first, or every old widget would be dressed anew before it goes
        self._dress()
        self._save()
        if self.watch is not None:
            self.watch.idle.seconds = self.settings.idle_minutes * 60
        if state is not None:
            self._show_shell(state)
        else:
            self.show_unlock()

    def _speak(self, code: str) -> None:
        self.settings.language = code
        QTimer.singleShot(0, self.restyle)

    def _system_changed(self) -> None:
        if self.settings.theme == "system":
            QTimer.singleShot(0, self.restyle)

    def _dress(self) -> None:
        language.speak(self.settings.language)
        theme.apply(_application(), self.settings.theme, self.settings.text_size)
        theme.dress(self.frame)

    def _save(self) -> None:
        preferences.save(self.settings, self._home)

    def fault(self, where: str) -> None:
        """A fault of the program's own: one window, no data in it."""
        from ui.kit.notice import tell

        title = QCoreApplication.translate("Program", "The program met a fault")
        text = QCoreApplication.translate(
            "Program",
            "What was saved is safe. What you just did may not have been done. The lines below name places in the "
            "program, nothing from the vault; they help whoever mends it.",
        )
        tell(self.frame, title, f"{text}\n\n{where}")


def run(folder: Path | None = None) -> int:
    """Start the window, offering the vault in `folder`; returns the exit code."""
    harden()
    hardening.wiping = True
    app = theme.application(sys.argv[0])
    app.setApplicationName("GVI Desktop")
    app.setDesktopFileName("gvi-desktop")
    program = Program(folder)
    catch_faults(program.fault)
    program.frame.show()
    QTimer.singleShot(0, program.warm_up)  # not before: it would take the window's time
    return app.exec()


def _load() -> None:
    """Services and pages, and what was left of an earlier start; in a thread of their own."""
    from gvi_desktop.services import unlocking

    unlocking.load_early()
    from ui.places import load_pages

    load_pages()
    from gvi_desktop.services import temporary

    temporary.tidy()  # what a killed program left


def _existing(path: str) -> Path | None:
    return Path(path) if path and Path(path).is_dir() else None


def _application() -> QApplication:
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise RuntimeError("the window needs a running QApplication")
    return app
