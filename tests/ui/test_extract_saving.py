"""The subject access extract in the window: nothing is missing before the file is chosen, and a password locks it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from kit.callins import add_person
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from gvi_desktop.services.workspace import Workspace
from ui.kit.desk import Desk
from ui.kit.filepassword import FilePassword
from ui.kit.form import Form
from ui.letters.extract import ask_extract


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QWidget]:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    yield made


def test_the_extract_can_be_locked(
    qtbot: QtBot, window: QWidget, workspace: Workspace, desk: Desk, tmp_path: Path
) -> None:
    person = workspace.write(lambda unit: add_person(unit, "Tall-1"))
    question = ask_extract(window, desk)
    form = question.findChild(Form)
    form.fill({"person": person, "by": "Anna Lind", "result": "Inget hindrar."})
    qtbot.waitUntil(question.yes.isEnabled)
    line = question.findChild(FilePassword).line
    line.setText("kort")
    assert not question.yes.isEnabled()
    line.setText("gul stol 7")
    question.accept()
    dialog = window.findChild(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "extract.pdf"))
    dialog.reject()
    qtbot.waitUntil((tmp_path / "extract.pdf").exists)
    with pikepdf.open(tmp_path / "extract.pdf", password="gul stol 7") as document:
        assert len(document.pages) >= 1
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(tmp_path / "extract.pdf")
