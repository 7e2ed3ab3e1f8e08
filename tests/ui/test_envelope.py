"""The test page for window envelopes in the window: a choice, measures of one's own, a file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from kit.callins import add_person
from kit.letters import text
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from gvi_desktop.domain.letter import Envelope, LetterKind
from gvi_desktop.services.workspace import Workspace
from ui.kit.desk import Desk
from ui.kit.form import Form
from ui.letters.envelope import ask_test_page
from ui.letters.order import OrderForm


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QWidget]:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    yield made


def chosen(window: QWidget, path: Path) -> None:
    dialog = window.findChild(QFileDialog)
    dialog.fileSelected.emit(str(path))
    dialog.reject()


@pytest.mark.parametrize(("envelope", "name"), [(Envelope.LEFT, "V2"), (Envelope.RIGHT, "H2")])
def test_a_window_that_comes_with_the_program(
    qtbot: QtBot, window: QWidget, desk: Desk, tmp_path: Path, envelope: Envelope, name: str
) -> None:
    question = ask_test_page(window, desk)
    form = question.findChild(Form)
    form.fill({"envelope": envelope})
    assert not form.field("left").isVisible()
    question.accept()
    chosen(window, tmp_path / "page.pdf")
    qtbot.waitUntil((tmp_path / "page.pdf").exists)
    assert f"Window {name}" in text((tmp_path / "page.pdf").read_bytes())


def test_measures_of_ones_own(qtbot: QtBot, window: QWidget, desk: Desk, workspace: Workspace, tmp_path: Path) -> None:
    told: list[str] = []
    desk.tasks.failed.connect(lambda error: told.append(error.code))
    question = ask_test_page(window, desk)
    form = question.findChild(Form)
    form.fill({"envelope": Envelope.OWN, "left": None})
    assert form.field("left").isVisible() and not question.yes.isEnabled()
    form.fill({"left": 15, "top": 42, "width": 100, "height": 40})
    assert question.yes.isEnabled()
    question.accept()
    chosen(window, tmp_path / "page.pdf")
    qtbot.waitUntil((tmp_path / "page.pdf").exists)
    assert "15 mm from the left" in text((tmp_path / "page.pdf").read_bytes())
    again = ask_test_page(window, desk)
    again.findChild(Form).fill({"envelope": Envelope.OWN, "top": 200})
    again.accept()
    chosen(window, tmp_path / "other.pdf")
    qtbot.waitUntil(lambda: told == ["envelope_measures"])
    assert not (tmp_path / "other.pdf").exists()


def test_new_letters_are_set_for_the_window_that_is_chosen(qtbot: QtBot, desk: Desk, workspace: Workspace) -> None:
    form = OrderForm(desk.tasks, desk.words)
    qtbot.addWidget(form)
    form.show()
    form.kind.setCurrentIndex(form.kind.findData(LetterKind.NOTIFICATION.value))
    form.want("person", workspace.write(lambda unit: add_person(unit, "Tall-1")))
    qtbot.waitUntil(lambda: form.wish() is not None)
    assert (form.wish() or {})["envelope"] == "left"
    with qtbot.waitSignal(form.changed):
        form.envelope.setCurrentIndex(1)
    assert (form.wish() or {})["envelope"] == "right"
    form.kind.setCurrentIndex(form.kind.findData(LetterKind.CARD.value))
    assert not form.envelope.isVisible()
    assert "envelope" not in (form.wish() or {})
