"""Asking how letters are saved: a password that cannot be used keeps the question open."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from ui.kit.filepassword import FilePassword
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
