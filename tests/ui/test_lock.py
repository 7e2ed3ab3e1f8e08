"""The lock falls over whatever is under way: dialogs, menus, reading, writing, printing."""

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from kit.places import people_spec
from kit.programs import begun, unlock
from kit.vaults import PASSPHRASE
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QMessageBox
from pytestqt.qtbot import QtBot

from gvi_desktop.domain.person import Person, PersonDraft
from gvi_desktop.services import unlocking
from gvi_desktop.services.unit import Unit
from ui.app import Program
from ui.kit.ask import ask
from ui.kit.busy import run_with_progress
from ui.kit.files import ask_open, ask_save

FOREVER = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n"


@pytest.fixture
def program(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Program]:
    made = begun(qtbot, tmp_path, monkeypatch, people_spec("people"), people_spec("others", frozenset()))
    qtbot.waitUntil(lambda: made.watch is not None)
    yield made
    made.end()


def begin(program: Program, text: str) -> None:
    """A form with something written in it."""
    assert program.shell is not None
    place: Any = program.shell.visit("others")
    place.new()
    place.panel.form.field("given_name").set_value(text)


def draft(program: Program) -> Any:
    place: Any = program.shell.page() if program.shell is not None else None
    return place.panel.form.values()["given_name"] if place is not None and place.panel is not None else None


def is_down(program: Program) -> bool:
    """Whether only the locked window is to be seen."""
    over = [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog | QMenu) and one.isVisible()]
    return program.shell is None and program.unlock_page is not None and not over


def people_saved(folder: Path) -> int:
    workspace = unlocking.unlock(folder, None, PASSPHRASE)
    try:
        return workspace.read(Unit.count, Person)
    finally:
        workspace.close()


def closed(qtbot: QtBot, program: Program) -> None:
    qtbot.waitUntil(lambda: program._closing is None, timeout=10_000)


def test_a_long_writing_is_taken_back_whole_and_the_open_form_is_kept(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    begin(program, "Örjan")
    began = threading.Event()

    def many(unit: Unit) -> None:
        for number in range(10_000_000):
            unit.add(Person, PersonDraft(code_name=f"Kod {number}"))
            unit.store.flush()
            if number == 5:
                began.set()

    assert program.tasks is not None
    program.tasks.write(program, many)
    assert began.wait(20)
    program.lock()
    assert is_down(program)
    closed(qtbot, program)
    assert people_saved(tmp_path / "a.gvi") == 0
    unlock(qtbot, program)
    assert draft(program) == "Örjan"


def test_an_endless_question_to_the_vault_is_broken_off(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    began = threading.Event()

    def forever(unit: Unit) -> None:
        began.set()
        unit.connection.exec_driver_sql(FOREVER).fetchall()

    assert program.tasks is not None
    program.tasks.read(program, forever)
    assert began.wait(20)
    program.lock()
    assert is_down(program)
    closed(qtbot, program)
    assert people_saved(tmp_path / "a.gvi") == 0


def test_a_printer_that_does_not_answer_keeps_neither_the_window_nor_the_key(qtbot: QtBot, program: Program) -> None:
    answers, began = threading.Event(), threading.Event()

    def waiting(_progress: object) -> None:
        began.set()
        answers.wait(30)

    assert program.tasks is not None and program.shell is not None
    workspace = program.tasks.workspace
    key = workspace.key
    run_with_progress(program.shell, program.tasks, "Printing", waiting)
    assert began.wait(20)
    try:
        program.lock()
        assert is_down(program)
        qtbot.waitUntil(lambda: key == bytes(32), timeout=10_000)
        assert program._closing is not None  # the printer has still not answered
    finally:
        answers.set()
    unlock(qtbot, program)
    assert program.tasks.workspace is not workspace


def test_work_outside_the_vault_that_comes_back_to_it_later_finds_it_closed(qtbot: QtBot, program: Program) -> None:
    began, goes_on, refused = threading.Event(), threading.Event(), threading.Event()

    def later(unit: Unit) -> None:
        unit.count(Person)
        began.set()
        goes_on.wait(30)
        try:
            unit.count(Person)
        except Exception:
            refused.set()
            raise

    assert program.tasks is not None
    key = program.tasks.workspace.key
    program.tasks.read(program, later)
    assert began.wait(20)
    program.lock()
    qtbot.waitUntil(lambda: key == bytes(32), timeout=10_000)
    goes_on.set()
    assert refused.wait(10)
    closed(qtbot, program)


@pytest.mark.parametrize("kind", ["file", "save", "box", "question", "menu", "list"])
def test_whatever_stands_over_the_window_goes(qtbot: QtBot, program: Program, kind: str) -> None:
    shell = program.shell
    assert shell is not None
    if kind == "file":
        ask_open(shell, "Open", "Workbooks (*.xlsx)", lambda _path: None)
    elif kind == "save":
        ask_save(shell, "Save", "list.xlsx", "Workbooks (*.xlsx)", lambda _path: None)
    elif kind == "box":
        box = QMessageBox(shell)
        box.setText("?")
        box.open()
    elif kind == "question":
        again = ask(shell, "Really?", "", "Yes", lambda: None)
        again.rejected.connect(lambda: ask(shell, "Really not?", "", "Yes", lambda: None))
    elif kind == "menu":
        shell.menuBar().actions()[0].menu().popup(shell.mapToGlobal(shell.rect().center()))  # type: ignore[attr-defined]
    else:
        shell.help("start")
    assert not is_down(program)
    program.lock()
    assert is_down(program)


@pytest.mark.parametrize("where", ["window", "dialog"])
def test_the_panic_key_hides_and_locks_from_everywhere(qtbot: QtBot, program: Program, where: str) -> None:
    begin(program, "Örjan")
    window: Any = program.frame
    if where == "dialog":
        window = ask_open(program.frame, "Open", "Workbooks (*.xlsx)", lambda _path: None)
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWindow() is window.windowHandle())
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyPress(window.windowHandle(), Qt.Key.Key_L, keys)  # a release would be sent to a window that is gone
    qtbot.waitUntil(lambda: is_down(program))
    assert program.frame.isMinimized()
    program.frame.showNormal()
    unlock(qtbot, program)
    assert draft(program) == "Örjan"


def test_the_key_is_overwritten_at_once_where_nothing_runs(qtbot: QtBot, program: Program) -> None:
    assert program.tasks is not None
    qtbot.waitUntil(lambda: program.tasks is not None and not program.tasks.jobs)
    key = program.tasks.workspace.key
    program.lock()
    assert key == bytes(32)
