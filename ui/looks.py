"""Pictures of the pages for human eyes: each place in light, dark and at 200 % text, drawn without a screen."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from gvi_desktop.services import unlocking
from gvi_desktop.settings import Settings
from ui.kit import language, theme
from ui.kit.desk import Desk
from ui.kit.frame import Frame
from ui.kit.tasks import Tasks
from ui.kit.view import Table
from ui.kit.words import Words
from ui.places import PLACES, WORK
from ui.shell import Shell

PATIENCE = 15.0
CALM = 8
"""Seconds to wait for a page to have asked all its questions."""


@dataclass(frozen=True)
class Look:
    """One way to draw everything."""

    name: str
    theme: str
    language: str
    text_size: int


LOOKS = (Look("light", "light", "sv", 100), Look("dark", "dark", "en", 100), Look("large", "light", "sv", 200))


def draw(app: QApplication, vault: Path, user: str, passphrase: str, folder: Path) -> list[Path]:
    """Draw every place of the vault in every look; returns the pictures."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    workspace = unlocking.unlock(vault, user, passphrase)
    tasks = Tasks(workspace)
    watch = Watch(app, tasks)
    made = []
    try:
        for look in LOOKS:
            made += _one(app, tasks, watch, look, folder)
    finally:
        tasks.close()
        workspace.close()
    return made


def _one(app: QApplication, tasks: Tasks, watch: Watch, look: Look, folder: Path) -> list[Path]:
    settings = Settings(language=look.language, theme=look.theme, text_size=look.text_size)
    language.speak(look.language)
    theme.apply(app, look.theme, look.text_size)
    frame = Frame()
    frame.resize(1440, 900)
    shell = Shell(Desk(tasks, Words(look.language), settings), PLACES, WORK)
    frame.show_page(shell)
    frame.show()
    made = []
    for spec in PLACES:
        page = shell.visit(spec.key)
        watch.settle()
        for table in page.findChildren(Table):
            if table.isVisible() and table.model() is not None and table.model().rowCount():
                table.selectRow(0)
                break
        watch.settle()
        path = folder / f"{spec.key}-{look.name}.png"
        frame.grab().save(str(path))
        made.append(path)
    frame.clear()
    frame.close()
    return made


class Watch:
    """Knows whether work is under way off the window's thread."""

    def __init__(self, app: QApplication, tasks: Tasks) -> None:
        self._app = app
        self._jobs = 0
        tasks.busy.connect(self._count)

    def _count(self, jobs: int) -> None:
        self._jobs = jobs

    def settle(self) -> None:
        """Let the window work until nothing is under way, and a moment longer for what that started."""
        end, quiet = time.monotonic() + PATIENCE, 0
        while time.monotonic() < end and quiet < CALM:
            self._app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
            time.sleep(0.01)
            quiet = quiet + 1 if not self._jobs else 0
