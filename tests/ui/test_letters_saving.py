"""Asking how letters are saved: a password that cannot be used keeps the question open."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from kit.letterbox import with_office
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from gvi_desktop.services import letters
from gvi_desktop.services.workspace import Workspace
from ui.kit.ask import Question
from ui.kit.desk import Desk
from ui.kit.filepassword import FilePassword
from ui.letters.checking import check_file
from ui.letters.saving import ask_where


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QWidget]:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    yield made


@pytest.mark.parametrize("password", ["", "gul stol 7"])
def test_the_file_and_the_password_are_handed_on(window: QWidget, tmp_path: Path, password: str) -> None:
    told: list[tuple[Path, str]] = []
    question = ask_where(window, "letters.pdf", lambda path, word: told.append((path, word)))
    question.findChild(FilePassword).line.setText(password)
    assert question.yes.isEnabled()
    question.accept()
    dialog = window.findChild(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "letters.pdf"))
    dialog.reject()
    assert told == [(tmp_path / "letters.pdf", password)]


def test_a_short_password_is_not_taken(window: QWidget) -> None:
    question = ask_where(window, "letters.pdf", lambda _path, _word: None)
    line = question.findChild(FilePassword).line
    line.setText("kort")
    assert not question.yes.isEnabled()
    line.clear()
    assert question.yes.isEnabled()
    question.reject()


def asked(qtbot: QtBot, window: QWidget, before: int) -> Question:
    qtbot.waitUntil(lambda: len(window.findChildren(Question)) > before)
    return window.findChildren(Question)[-1]


def test_a_locked_file_is_checked_once_its_password_is_told(
    qtbot: QtBot, window: QWidget, desk: Desk, workspace: Workspace, tmp_path: Path
) -> None:
    workspace.write(with_office)
    prepared = workspace.read(letters.prepare, "card", count=10)
    made = workspace.write(letters.save, prepared, tmp_path / "a.pdf", False, "gul stol 7")
    told: list[bool] = []
    check_file(window, desk, made.ids[0], tmp_path / "a.pdf", told.append)
    first = asked(qtbot, window, 0)
    assert not first.yes.isEnabled()
    first.findChildren(QLineEdit)[0].setText("fel")
    first.yes.click()
    qtbot.waitUntil(lambda: any("another password" in one.text() for one in window.findChildren(QLabel)))
    second = window.findChildren(Question)[-1]
    assert not told
    second.findChildren(QLineEdit)[0].setText("gul stol 7")
    second.yes.click()
    qtbot.waitUntil(lambda: told == [True])
