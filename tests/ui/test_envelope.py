"""The test page for window envelopes in the window: a choice, measures of one's own, a file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from kit import printer as box
from kit.callins import add_person
from kit.letters import text
from kit.printer import Printer
from PySide6.QtWidgets import QComboBox, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from gvi_desktop.domain.disclosure import Disclosure
from gvi_desktop.domain.letter import Envelope, LetterKind
from gvi_desktop.domain.window import Measures
from gvi_desktop.services import envelopes, letters
from gvi_desktop.services.workspace import Workspace
from ui.kit.ask import Question
from ui.kit.desk import Desk
from ui.letters.envelope import EnvelopeQuestion, ask_test_page
from ui.letters.order import OrderForm, known


@pytest.fixture
def printer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Printer:
    return box.install(tmp_path, monkeypatch)


@pytest.fixture
def window(qtbot: QtBot, printer: Printer) -> Iterator[QWidget]:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    yield made


def asked(qtbot: QtBot, window: QWidget, desk: Desk) -> EnvelopeQuestion:
    ask_test_page(window, desk)

    def found() -> list[EnvelopeQuestion]:
        return [one for one in window.findChildren(EnvelopeQuestion) if one.isVisible()]

    qtbot.waitUntil(lambda: bool(found()))
    return found()[0]


def chosen(window: QWidget, path: Path) -> None:
    dialog = window.findChild(QFileDialog)
    dialog.fileSelected.emit(str(path))
    dialog.reject()


def printed_on(qtbot: QtBot, window: QWidget, question: EnvelopeQuestion, name: str) -> None:
    question.yes.click()

    def choices() -> list[Question]:
        return [one for one in window.findChildren(Question) if one.isVisible() and one is not question]

    qtbot.waitUntil(lambda: bool(choices()))
    choice = choices()[0]
    assert not choice.yes.isEnabled(), "no printer is chosen beforehand"
    choice.findChildren(QComboBox)[0].setCurrentText(name)
    choice.yes.click()


@pytest.mark.parametrize(("envelope", "name"), [(Envelope.LEFT, "V2"), (Envelope.RIGHT, "H2")])
def test_a_window_that_comes_with_the_program(
    qtbot: QtBot, window: QWidget, desk: Desk, tmp_path: Path, envelope: Envelope, name: str
) -> None:
    question = asked(qtbot, window, desk)
    question.form.fill({"envelope": envelope})
    assert not question.form.field("window_left").isVisible() and not question.form.field("keep").isVisible()
    question.save.click()
    chosen(window, tmp_path / "page.pdf")
    qtbot.waitUntil((tmp_path / "page.pdf").exists)
    assert f"Window {name}" in text((tmp_path / "page.pdf").read_bytes())


def test_the_page_goes_to_the_printer_that_is_chosen_under_a_neutral_name_and_nothing_is_noted(
    qtbot: QtBot, window: QWidget, desk: Desk, workspace: Workspace, printer: Printer
) -> None:
    printed_on(qtbot, window, asked(qtbot, window, desk), "Beta")
    qtbot.waitUntil(lambda: bool(printer.jobs()))
    assert "Window V2" in text(printer.jobs()[0])
    assert printer.arguments()[0][:4] == ["-d", "Beta", "-t", "Document"]
    assert not workspace.read(lambda unit: unit.find(Disclosure)) and workspace.read(envelopes.own) is None


def test_measures_of_ones_own_are_checked_printed_and_kept(
    qtbot: QtBot, window: QWidget, desk: Desk, workspace: Workspace, printer: Printer
) -> None:
    question = asked(qtbot, window, desk)
    form = question.form
    form.fill({"envelope": Envelope.OWN, "window_left": None})
    assert form.field("window_left").isVisible() and not question.yes.isEnabled()
    form.fill({"window_left": 60, "window_top": 42, "window_width": 100, "window_height": 40})
    assert not question.yes.isEnabled() and not question.save.isEnabled()
    assert any("no room beside the window" in one.text() for one in question.findChildren(QLabel))
    form.fill({"window_left": 15, "keep": True})
    assert question.yes.isEnabled() and question.save.isEnabled()
    printed_on(qtbot, window, question, "Alfa")
    qtbot.waitUntil(lambda: bool(printer.jobs()))
    assert "15 mm from the left" in text(printer.jobs()[0])
    qtbot.waitUntil(lambda: workspace.read(envelopes.own) == Measures(15, 42, 100, 40))
    again = asked(qtbot, window, desk)
    assert again.which() is Envelope.OWN and again.measures() == Measures(15, 42, 100, 40)
    again.reject()


def test_the_offices_own_window_is_offered_first_for_new_letters(
    qtbot: QtBot, desk: Desk, workspace: Workspace
) -> None:
    workspace.write(envelopes.keep, Measures(15, 42, 100, 40))
    person = workspace.write(lambda unit: add_person(unit, "Tall-1"))
    form = OrderForm(desk.tasks, desk.words)
    qtbot.addWidget(form)
    assert [form.envelope.itemData(at) for at in range(form.envelope.count())] == ["left", "right"]
    form.offer(workspace.read(known))
    form.kind.setCurrentIndex(form.kind.findData(LetterKind.NOTIFICATION.value))
    form.want("person", person)
    qtbot.waitUntil(lambda: form.wish() is not None)
    wish = form.wish() or {}
    assert wish["envelope"] == "own" and form.envelope.count() == 3
    prepared = workspace.read(lambda unit: letters.prepare(unit, **wish))
    assert prepared.wish.envelope is Envelope.OWN


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
