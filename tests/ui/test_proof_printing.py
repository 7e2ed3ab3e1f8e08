"""The proof of a vault in the window: its verdict comes first, and it is printed as well as saved."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from kit import printer as box
from kit.letters import text
from kit.pages import press, shown_texts
from kit.printer import Printer
from PySide6.QtWidgets import QComboBox, QTabWidget
from pytestqt.qtbot import QtBot

from gvi_desktop.domain.errors import GviError
from gvi_desktop.domain.user import Role, User
from gvi_desktop.services import history
from gvi_desktop.services.workspace import Workspace
from ui.kit.ask import Question
from ui.kit.desk import Desk
from ui.office.page import TABS, OfficePage
from ui.office.safety import SafetyTab


@pytest.fixture
def printer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Printer:
    return box.install(tmp_path, monkeypatch)


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, printer: Printer) -> Iterator[OfficePage]:
    made = OfficePage(desk)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    yield made


def checked(qtbot: QtBot, page: OfficePage) -> SafetyTab:
    tabs = page.findChild(QTabWidget)
    assert isinstance(tabs, QTabWidget)
    tabs.setCurrentIndex(TABS.index(SafetyTab))
    tab = tabs.currentWidget()
    assert isinstance(tab, SafetyTab)
    qtbot.waitUntil(lambda: page.tasks.jobs == 0)
    press(tab, "Prove it is encrypted")
    qtbot.waitUntil(lambda: "Every check holds." in shown_texts(tab), timeout=20_000)
    return tab


def print_on(qtbot: QtBot, tab: SafetyTab, name: str) -> None:
    press(tab, "Print")
    qtbot.waitUntil(lambda: any(one.isVisible() for one in tab.findChildren(Question)))
    question = tab.findChildren(Question)[-1]
    question.findChildren(QComboBox)[0].setCurrentText(name)
    question.yes.click()


def test_it_is_handed_to_the_printer_that_was_chosen_and_noted(
    qtbot: QtBot, page: OfficePage, printer: Printer, workspace: Workspace
) -> None:
    tab = checked(qtbot, page)
    shown = shown_texts(tab)
    assert shown.index("Every check holds.") < shown.index("Newest backup")
    print_on(qtbot, tab, "Beta")
    qtbot.waitUntil(lambda: bool(printer.jobs()), timeout=20_000)
    assert "Every check holds." in text(printer.jobs()[0])
    assert printer.arguments()[0][:4] == ["-d", "Beta", "-t", "Document"]
    qtbot.waitUntil(lambda: page.tasks.jobs == 0)
    told = [(one.action, one.detail) for one in workspace.read(history.newest) if one.action == "print"]
    assert told == [("print", "proof")]


def test_a_printer_that_refuses_is_told(qtbot: QtBot, page: OfficePage, printer: Printer) -> None:
    told: list[GviError] = []
    page.tasks.failed.connect(told.append)
    tab = checked(qtbot, page)
    printer.breaks()
    print_on(qtbot, tab, "Alfa")
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    assert told[0].code == "printer_refused"
    assert printer.jobs() == []


def test_who_may_not_print_sees_the_proof_without_the_buttons(
    qtbot: QtBot, desk: Desk, workspace: Workspace
) -> None:
    workspace.write(lambda unit: unit.change(User, unit.user.id, role=Role.READER))
    reader = OfficePage(desk)
    qtbot.addWidget(reader)
    reader.show()
    tab = checked(qtbot, reader)
    assert "Save as PDF" not in shown_texts(tab)
