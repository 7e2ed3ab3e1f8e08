"""Importing in the window: choose, see, decide, take in, undo."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from kit import workbooks
from kit.places import texts
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gvi_desktop.domain.errors import GviError
from gvi_desktop.domain.notification import Notification
from gvi_desktop.domain.person import Person, PersonDraft
from gvi_desktop.services import people, undo
from gvi_desktop.services.unit import Unit
from ui.intake.page import ImportPage
from ui.kit import language
from ui.kit.desk import Desk
from ui.kit.tasks import Tasks
from ui.kit.theme import px
from ui.kit.words import Words
from ui.places import PLACES

PEOPLE = [["Nr", "Namn", "Personnummer"], ["P1", "Leo Abdi", "19971114-2381"], ["P2", "Muhamed Farah", "971127"]]
VISITS = [["Datum", "Nr", "Utfall"], ["2022-11-07", "P1", "Genomfört"], ["2023-02-30", "P2", "Genomfört"]]


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> ImportPage:
    made = ImportPage(desk)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    return made


def opened(qtbot: QtBot, page: ImportPage, path: Path) -> ImportPage:
    page.open(path)
    qtbot.waitUntil(lambda: page.shown is not None)
    return page


def count(page: ImportPage, record: Any) -> int:
    found: int = page.tasks.workspace.read(Unit.count, record)
    return found


def said(widget: QWidget) -> str:
    return " | ".join(label.text() for label in widget.findChildren(QLabel))


def answers(page: ImportPage) -> dict[str, QPushButton]:
    return {one.text(): one for one in page.view.decide.findChildren(QPushButton) if one.isVisible()}


def test_a_coordinators_workbook_comes_in_and_can_be_taken_back(qtbot: QtBot, page: ImportPage) -> None:
    opened(qtbot, page, workbooks.OREBRO)
    assert "81 custom notifications" in said(page.view)
    assert "Whoever was erased but still stands in the file comes in again" in said(page.view)
    assert page.view.take.isEnabled()
    page.view.take.click()
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.done)
    assert count(page, Person) == 64
    assert count(page, Notification) == 81
    page.tasks.workspace.write(undo.undo)
    assert count(page, Person) == 0


def test_nothing_comes_in_while_cells_are_rejected(qtbot: QtBot, page: ImportPage, tmp_path: Path) -> None:
    opened(qtbot, page, workbooks.xlsx(tmp_path / "a.xlsx", Personer=PEOPLE, Samtal=VISITS))
    assert page.view.leaves.currentWidget() is page.view.rejected
    model = page.view.rejected.lines_model()
    assert [texts(model, at)[0] for at in range(4)] == ["Samtal", "3", "Datum", "2023-02-30"]
    assert texts(model, 4) == ["There is no such day."]
    assert not page.view.take.isEnabled()
    page.view.skip.setChecked(True)
    page.view.take.click()
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.done)
    assert count(page, Notification) == 1


def test_somebody_who_may_be_known_is_asked_about(qtbot: QtBot, page: ImportPage, tmp_path: Path) -> None:
    draft = PersonDraft(code_name="V1", given_name="Mohamed", family_name="Farah", birth_date=date(1997, 11, 27))
    page.tasks.workspace.write(people.add, draft)
    opened(qtbot, page, workbooks.xlsx(tmp_path / "a.xlsx", Personer=PEOPLE))
    assert page.view.leaves.currentWidget() is page.view.decide
    assert set(answers(page)) == {"The same as V1 (1997)", "A new person"}
    before = page.shown
    answers(page)["The same as V1 (1997)"].click()
    qtbot.waitUntil(lambda: page.shown is not before)
    assert page.shown is not None
    assert page.shown.accepted == {"person": 1}
    page.view.take.click()
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.done)
    assert count(page, Person) == 2


def test_a_sheet_can_be_read_another_way(qtbot: QtBot, page: ImportPage, tmp_path: Path) -> None:
    opened(qtbot, page, workbooks.xlsx(tmp_path / "a.xlsx", Personer=PEOPLE, Samtal=VISITS[:2]))
    sheets = page.view.sheets
    sheets.list.setCurrentRow(1)
    sheets.kind.setCurrentIndex(0)
    before = page.shown
    sheets.kind.activated.emit(0)
    qtbot.waitUntil(lambda: page.shown is not before)
    assert page.shown is not None
    assert page.shown.accepted == {"person": 2}
    sheets.list.setCurrentRow(0)
    before = page.shown
    sheets.columns[2].setCurrentIndex(0)
    sheets.columns[2].activated.emit(0)
    qtbot.waitUntil(lambda: page.shown is not before)
    page.view.take.click()
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.done)
    assert {one.personal_number for one in page.tasks.workspace.read(lambda unit: unit.find(Person))} == {""}


def test_a_workbook_without_known_headings_is_shown_to_be_told(
    qtbot: QtBot, page: ImportPage, tasks: Tasks, tmp_path: Path
) -> None:
    path = workbooks.xlsx(tmp_path / "a.xlsx", Blad1=[["Vem", "Skostorlek"], ["Leo Abdi", "42"]])
    with qtbot.waitSignal(tasks.failed) as told:
        page.open(path)
    error: GviError = told.args[0]
    assert error.code == "nothing_recognised"
    qtbot.waitUntil(lambda: page.shown is not None)
    assert not page.view.take.isEnabled()


def test_the_lists_keep_room_where_large_text_fills_the_page(qtbot: QtBot, page: ImportPage) -> None:
    opened(qtbot, page, workbooks.OREBRO)
    page.resize(700, 260)
    page.view.turn_to(page.view.rows)
    qtbot.waitUntil(lambda: page.view.rows.visibleRegion().boundingRect().height() > 40)
    assert page.view.leaves.height() >= px(20)


def test_a_file_that_cannot_be_read_is_told_and_nothing_else_happens(
    qtbot: QtBot, page: ImportPage, tasks: Tasks, tmp_path: Path
) -> None:
    with qtbot.waitSignal(tasks.failed) as told:
        page.open(tmp_path / "nowhere.xlsx")
    assert told.args[0].code == "workbook_missing"
    assert page.shown is None


def test_the_file_chooser_opens_at_once_after_a_first_start(page: ImportPage) -> None:
    page.start("import")
    (dialog,) = page.findChildren(QFileDialog)
    dialog.reject()


def test_the_workbook_is_read_again_after_a_lock(qtbot: QtBot, page: ImportPage, desk: Desk, tmp_path: Path) -> None:
    opened(qtbot, page, workbooks.xlsx(tmp_path / "a.xlsx", Personer=PEOPLE))
    page.decide("Personer:3", "")
    kept = page.draft()
    assert kept is not None
    again = ImportPage(desk)
    qtbot.addWidget(again)
    again.restore_draft(kept)
    qtbot.waitUntil(lambda: again.shown is not None)
    assert again.decisions == {"Personer:3": ""}
    assert again.draft() == kept


def test_the_page_speaks_swedish(qtbot: QtBot, tasks: Tasks, desk: Desk) -> None:
    language.speak("sv")
    page = ImportPage(Desk(tasks, Words("sv"), desk.settings))
    qtbot.addWidget(page)
    opened(qtbot, page, workbooks.OREBRO)
    assert page.heading() == "Importera kalkylblad"
    assert "81 enskilda samtal" in said(page.view)
    assert page.view.leaves.tabText(0) == "Flikar och kolumner"


def test_the_place_is_reached_from_the_menu_not_from_the_bar() -> None:
    (spec,) = [one for one in PLACES if one.key == "import"]
    assert spec.aside
