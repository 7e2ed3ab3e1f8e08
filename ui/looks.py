"""Pictures of pages and tabs, drawn without a screen: `python -m ui.looks FOLDER --vault VAULT --passphrase-file F`."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QTimer
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QTabBar, QTableView, QToolButton, QWidget

from gvi_desktop import settings as preferences
from ui.app import Program
from ui.kit.listplace import ListPlace
from ui.kit.place import Place
from ui.kit.theme import application
from ui.places import PLACES
from ui.unlock.page import UnlockPage

LOOKS = (("light", 100), ("dark", 100), ("light", 200))
SIZE = (1366, 768)
STILL = 4
"""So many looks in a row must find nothing under way: long sheets are drawn in turns."""
PATIENCE = 20.0  # seconds for a page to have everything it asked for


def pictures(vault: Path, passphrase: str, out: Path, language: str = "sv", user: str = "") -> list[Path]:
    """Draw the unlock window, every place and its tabs in every look; returns the files written."""
    out.mkdir(parents=True, exist_ok=True)
    drawn: list[Path] = []
    with tempfile.TemporaryDirectory() as home:
        preferences.save(preferences.Settings(language=language, theme="light"), Path(home))
        program = Program(vault, home=Path(home))
        program.frame.resize(*SIZE)
        program.frame.show()
        try:
            for theme, size in LOOKS:
                _dress(program, theme, size)
                drawn.append(_grab(program.frame, out / f"unlock-{_name(theme, size)}.png"))
            _dress(program, "light", 100)
            _unlock(program, passphrase, user)
            for theme, size in LOOKS:
                _dress(program, theme, size)
                drawn += _places(program, out, _name(theme, size))
        finally:
            program.end()
            program.frame.hide()
            program.frame.deleteLater()
            QApplication.sendPostedEvents(program.frame, QEvent.Type.DeferredDelete.value)
    return drawn


def _places(program: Program, out: Path, look: str) -> list[Path]:
    drawn = []
    for spec in PLACES:
        if program.shell is None:
            raise RuntimeError("the vault was locked while its pages were drawn")
        place = program.shell.visit(spec.key)
        _until(lambda: _idle(program))
        _choose(program, place)
        drawn.append(_grab(program.frame, out / f"{spec.key}-{look}.png"))
        drawn += _tabs(program, place, out, spec.key, look)
    return drawn


def _tabs(program: Program, place: Place, out: Path, key: str, look: str) -> list[Path]:
    """What stands behind the first tab of a place, one picture a tab: those in view, and where the list and what is
    chosen take turns, then those of the list."""
    seen = _bars(place)
    drawn = [one for bar in seen for one in _turned(program, place, bar, out / f"{key}-{{}}-{look}.png")]
    for back in place.findChildren(QToolButton, "back-to-list"):
        if back.isVisible():
            back.click()
    others = [bar for bar in _bars(place) if bar not in seen]
    return drawn + [one for bar in others for one in _turned(program, place, bar, out / f"{key}-{{}}-{look}.png")]


def _bars(place: Place) -> list[QTabBar]:
    return [bar for bar in place.findChildren(QTabBar) if bar.isVisible() and bar.count() > 1]


def _turned(program: Program, place: Place, bar: QTabBar, file: Path) -> list[Path]:
    drawn = []
    names = getattr(bar.parent(), "keys", None) or [str(at + 1) for at in range(bar.count())]
    for at in range(1, bar.count()):
        if not bar.isTabVisible(at) or not bar.isTabEnabled(at):
            continue
        bar.setCurrentIndex(at)
        _until(lambda: _idle(program))
        for view in place.findChildren(QTableView):
            if view.isVisible() and view.model() is not None and view.model().rowCount() > 0:
                view.selectRow(0)
        _until(lambda: _idle(program))
        drawn.append(_grab(program.frame, file.with_name(file.name.format(names[at]))))
    bar.setCurrentIndex(0)
    _until(lambda: _idle(program))
    return drawn


def _choose(program: Program, place: Place) -> None:
    if isinstance(place, ListPlace) and place.model.rowCount() and not place.current:
        place.show_record(place.model.id_at(0))
        _until(lambda: _idle(program))


def _dress(program: Program, theme: str, size: int) -> None:
    program.settings.theme, program.settings.text_size = theme, size
    program.restyle()
    if isinstance(program.unlock_page, UnlockPage):
        program.unlock_page.card.first()
    _until(lambda: _idle(program))


def _unlock(program: Program, passphrase: str, user: str) -> None:
    if program.unlock_page is None:
        return
    if not hasattr(program.unlock_page.card, "passphrase"):
        raise SystemExit(program.unlock_page.card.error.text())
    if user:
        program.unlock_page.card.choose(user)
    program.unlock_page.card.passphrase.line.setText(passphrase)
    program.unlock_page.card.go()
    _until(lambda: program.shell is not None)
    if program.shell is None:
        raise SystemExit(program.unlock_page.card.error.text())


def _idle(program: Program) -> bool:
    return program.tasks is None or program.tasks.jobs == 0


def _until(condition: Callable[[], bool]) -> None:
    """Let the window live until the condition holds for a while, or patience ends."""
    end, held = time.monotonic() + PATIENCE, 0
    while held < STILL and time.monotonic() < end:
        held = held + 1 if condition() else 0
        loop = QEventLoop()
        QTimer.singleShot(30, loop.quit)
        loop.exec()


def _grab(window: QWidget, file: Path) -> Path:
    picture: QPixmap = window.grab()
    picture.save(str(file))
    return file


def _name(theme: str, size: int) -> str:
    return theme if size == 100 else str(size)


def main(arguments: list[str] | None = None) -> int:
    """The command; offscreen unless a platform is named in the environment."""
    parser = argparse.ArgumentParser(prog="python -m ui.looks", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--vault", type=Path, required=True)
    parser.add_argument("--passphrase-file", type=Path, required=True)
    parser.add_argument("--user", default="")
    parser.add_argument("--language", default="sv", choices=("sv", "en"))
    asked = parser.parse_args(arguments)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or application(sys.argv[0])
    passphrase = asked.passphrase_file.read_text(encoding="utf-8").rstrip("\r\n")
    drawn = pictures(asked.vault, passphrase, asked.folder, asked.language, asked.user)
    sys.stdout.write(f"{len(drawn)} {asked.folder}\n")
    del app
    return 0


if __name__ == "__main__":
    sys.exit(main())
