"""A call-in's papers in the window: looked at, printed as they were seen, saved on purpose."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from kit import printer as box
from kit.callins import MadeCallin, ready_callin
from kit.letters import opens_with, text
from kit.printer import Printer
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QComboBox, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from gvi_desktop.domain.disclosure import Disclosure
from gvi_desktop.domain.office import Language
from gvi_desktop.services import callins, invitees
from gvi_desktop.services.papers import PaperKind
from gvi_desktop.services.workspace import Workspace
from gvi_desktop.settings import Settings
from ui.callins.paperdesk import PaperDesk
from ui.callins.printing import print_paper
from ui.kit import language
from ui.kit.ask import Question
from ui.kit.desk import Desk
from ui.kit.filepassword import FilePassword
from ui.kit.tasks import Tasks
from ui.kit.words import Words


@pytest.fixture
def printer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Printer:
    return box.install(tmp_path, monkeypatch)


@pytest.fixture
def made(workspace: Workspace) -> MadeCallin:
    return ready_callin(workspace)


@pytest.fixture
def shown(qtbot: QtBot, desk: Desk, workspace: Workspace, made: MadeCallin, printer: Printer) -> Iterator[PaperDesk]:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(1200, 800)
    parent.show()
    found = print_paper(parent, desk, workspace.read(callins.get, made.id), PaperKind.ATTENDANCE)
    qtbot.waitUntil(found.print_button.isEnabled)
    yield found
    for timer in parent.findChildren(QTimer):
        timer.stop()


def told(workspace: Workspace) -> list[Disclosure]:
    return workspace.read(lambda unit: unit.find(Disclosure))


def printed_on(qtbot: QtBot, shown: PaperDesk, name: str) -> None:
    shown.print_button.click()
    qtbot.waitUntil(lambda: bool(shown.findChildren(Question)))
    question = shown.findChildren(Question)[-1]
    question.findChildren(QComboBox)[0].setCurrentText(name)
    question.yes.click()


def asked(qtbot: QtBot, shown: PaperDesk) -> Question:
    """The question whether it came out."""

    def found() -> list[Question]:
        return [one for one in shown.findChildren(Question) if one.isVisible() and "come out" in one.windowTitle()]

    qtbot.waitUntil(lambda: bool(found()))
    return found()[0]


def test_looking_notes_nothing_and_printing_gives_the_printer_the_very_bytes(
    qtbot: QtBot, workspace: Workspace, shown: PaperDesk, printer: Printer
) -> None:
    assert shown._looked is not None and not told(workspace)
    seen = shown._looked.pdf
    printed_on(qtbot, shown, "Beta")
    question = asked(qtbot, shown)
    assert printer.jobs() == [seen] and printer.arguments()[0][:4] == ["-d", "Beta", "-t", "Document"]
    assert len(told(workspace)) == 1
    question.yes.click()  # print again: the same copies, and no second entry
    asked(qtbot, shown).no.click()
    assert printer.jobs() == [seen, seen] and len(told(workspace)) == 1


def test_a_paper_that_changed_is_shown_again_and_not_printed(
    qtbot: QtBot, workspace: Workspace, made: MadeCallin, shown: PaperDesk, printer: Printer
) -> None:
    codes: list[str] = []
    shown._tasks.failed.connect(lambda error: codes.append(error.code))
    shown._timer.setInterval(60_000)
    looked = shown._looked
    workspace.write(invitees.uninvite, made.invitees["Norr-1"])
    qtbot.wait(50)
    shown._ready(looked)  # as if the change came in this very moment
    printed_on(qtbot, shown, "Alfa")
    qtbot.waitUntil(lambda: bool(codes))
    assert codes == ["paper_changed"] and not printer.jobs() and not told(workspace)
    qtbot.waitUntil(lambda: shown._looked is not None and "Norr-1" not in text(shown._looked.pdf))


def test_another_paper_and_more_copies_are_drawn_at_once(qtbot: QtBot, shown: PaperDesk) -> None:
    shown.form.field("kind").set_value(PaperKind.SECURITY)
    shown.form.field("copies").set_value(2)
    qtbot.waitUntil(lambda: shown._looked is not None and "Copy 2 (2)" in text(shown._looked.pdf))
    assert shown._looked is not None and "Security checklist" in text(shown._looked.pdf)
    shown.form.field("kind").set_value(PaperKind.SEATING)
    qtbot.waitUntil(lambda: shown._looked is None and not shown.print_button.isEnabled())


@pytest.mark.parametrize("password", ["", "gul stol 7"])
def test_a_paper_is_saved_where_one_says_and_behind_a_password_if_wanted(
    qtbot: QtBot, workspace: Workspace, shown: PaperDesk, tmp_path: Path, password: str
) -> None:
    shown.save_button.click()
    question = shown.findChildren(Question)[-1]
    question.findChildren(FilePassword)[0].line.setText(password)
    question.yes.click()
    dialog = shown.findChild(QFileDialog)
    assert dialog is not None
    target = tmp_path / "paper.pdf"
    dialog.fileSelected.emit(str(target))
    dialog.close()
    qtbot.waitUntil(target.exists)
    assert opens_with(target, password)
    qtbot.waitUntil(lambda: len(told(workspace)) == 1)


def test_the_desk_of_papers_speaks_swedish(
    qtbot: QtBot, workspace: Workspace, made: MadeCallin, tasks: Tasks
) -> None:
    language.speak("sv")
    parent = QWidget()
    qtbot.addWidget(parent)
    desk = Desk(tasks, Words("sv"), Settings(language="sv"))
    found = print_paper(parent, desk, workspace.read(callins.get, made.id), PaperKind.RUNSHEET)
    qtbot.waitUntil(found.print_button.isEnabled)
    assert found.print_button.text() == "Skriv ut" and found.order().language == Language.SWEDISH.value
    found._timer.stop()
