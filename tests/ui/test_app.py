"""The whole program on a real vault: unlock, lock with an open form, change of language, end."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from kit.places import PeoplePlace, people_spec
from kit.programs import begun, unlock
from kit.vaults import PASSPHRASE
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from gvi_desktop import settings as preferences
from gvi_desktop.domain.errors import VaultError
from gvi_desktop.hardening import where
from gvi_desktop.services import sampling, unlocking
from ui.app import Program
from ui.kit.lock import IdleLock
from ui.kit.theme import tokens


@pytest.fixture
def program(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Program]:
    # The real places are tested by their own features.
    made = begun(qtbot, tmp_path, monkeypatch, people_spec("people"), people_spec("others", frozenset()))
    yield made
    made.end()


def begin(qtbot: QtBot, program: Program, text: str) -> Any:
    assert program.shell is not None
    place = program.shell.visit("others")
    assert isinstance(place, PeoplePlace)
    place.new()
    assert place.panel is not None
    place.panel.form.field("given_name").set_value(text)
    return place.panel


def restyle(qtbot: QtBot, program: Program, setting: str, value: Any) -> None:
    before = program.shell
    assert before is not None
    before.restyle(setting, value)
    qtbot.waitUntil(lambda: program.shell is not before and program.shell is not None)


def typed(program: Program) -> Any:
    panel = program.shell.page().panel if program.shell is not None else None
    return panel.form.values()["given_name"] if panel is not None else None


def test_an_open_form_is_there_again_after_the_lock(qtbot: QtBot, program: Program) -> None:
    begin(qtbot, program, "Örjan Hemlig")
    program.lock()
    assert program.shell is None and program.tasks is None
    qtbot.wait(1)
    assert "Örjan Hemlig" not in [line.text() for line in program.frame.findChildren(QLineEdit)]
    unlock(qtbot, program)
    assert program.shell is not None and program.shell.current == "others"
    assert typed(program) == "Örjan Hemlig"


def test_the_open_form_waits_encrypted(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    begin(qtbot, program, "Planterat Namn")
    program.lock()
    planted = b"Planterat Namn"
    assert not [file for file in tmp_path.rglob("*") if file.is_file() and planted in file.read_bytes()]


def test_a_locked_vault_can_be_opened_by_another_program(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    with pytest.raises(VaultError):
        unlocking.unlock(tmp_path / "a.gvi", None, PASSPHRASE)
    program.lock()
    unlocking.unlock(tmp_path / "a.gvi", None, PASSPHRASE).close()


def test_a_dialog_does_not_stay_over_a_locked_window(qtbot: QtBot, program: Program) -> None:
    assert program.shell is not None
    program.shell.help("start")
    program.fault("ValueError")
    program.lock()
    assert not [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]


def test_the_language_changes_while_running_and_the_form_stays_open(qtbot: QtBot, program: Program) -> None:
    begin(qtbot, program, "Åke")
    assert program.shell is not None
    restyle(qtbot, program, "language", "sv")
    assert program.shell.desk.words.language == "sv"
    assert program.shell.current == "others" and typed(program) == "Åke"


def test_theme_and_text_size_change_while_running(qtbot: QtBot, program: Program, qapp: QApplication) -> None:
    begin(qtbot, program, "Åke")
    assert program.shell is not None
    restyle(qtbot, program, "theme", "dark")
    restyle(qtbot, program, "text_size", 200)
    assert tokens().dark and typed(program) == "Åke"
    assert qapp.font().pointSizeF() == 20


def test_the_settings_keep_where_the_vault_is_and_nothing_of_what_is_in_it(program: Program, tmp_path: Path) -> None:
    program.lock()
    said = (tmp_path / preferences.FILE).read_text(encoding="utf-8")
    assert "a.gvi" in said
    assert "Anna" not in said and "Örebro" not in said


def test_closing_the_window_keeps_the_open_form_too(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    begin(qtbot, program, "Örjan")
    program.frame.close()
    workspace = unlocking.unlock(tmp_path / "a.gvi", None, PASSPHRASE)
    kept = workspace.drafts()
    workspace.close()
    assert "Örjan" in str(kept["others"])


def test_idle_time_locks_and_a_key_puts_it_off(qtbot: QtBot) -> None:
    due: list[bool] = []
    idle = IdleLock(0.3 / 60)
    idle.due.connect(lambda: due.append(True))
    idle.start()
    line = QLineEdit()
    qtbot.addWidget(line)
    line.show()
    line.activateWindow()
    qtbot.waitUntil(line.hasFocus)
    for _ in range(4):
        qtbot.wait(100)
        QTest.keyClick(line.windowHandle(), Qt.Key.Key_A)
    assert not due
    qtbot.waitUntil(lambda: due == [True], timeout=2000)
    idle.stop()


def test_a_fault_tells_where_and_not_what() -> None:
    try:
        raise ValueError("Planterat Namn")
    except ValueError as fault:
        told = where(fault)
    assert "ValueError" in told and "test_app.py" in told and "Planterat" not in told


def test_whoever_signs_in_first_in_a_month_sets_off_the_sample(
    qtbot: QtBot, tmp_path: Path, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    program.lock()
    qtbot.waitUntil(lambda: program.shell is None and program.unlock_page is not None)
    drawn: list[str] = []
    monkeypatch.setattr(sampling, "due", lambda unit: True)
    monkeypatch.setattr(sampling, "draw", lambda unit: drawn.append(unit.user.name))
    unlock(qtbot, program)
    qtbot.waitUntil(lambda: drawn == ["Anna Ek"])
