"""The task list: groups by date, a line for a new task, ticking off by mouse and keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from kit.callins import add_callin
from kit.places import texts
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from gvi_desktop.domain.task import Due, TaskDraft
from gvi_desktop.services import tasks as task_service
from gvi_desktop.services import undo
from gvi_desktop.services.workspace import Workspace
from ui.kit.desk import Desk
from ui.tasks.lines import Heading
from ui.tasks.page import TasksPage, quick_draft

TODAY = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def this_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """The window's day is that of the vault's clock."""
    monkeypatch.setattr("ui.tasks.page.today", lambda: TODAY)


@pytest.fixture
def ids(workspace: Workspace) -> dict[str, str]:
    made = {}
    for title, days in (("Late", -2), ("Now", 0), ("Soon", 5), ("Later", 50)):
        draft = TaskDraft(title=title, due_on=TODAY + timedelta(days=days), owner_agency="Örebro kommun")
        made[title] = workspace.write(task_service.add, draft)
    return made


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, ids: dict[str, str]) -> Iterator[TasksPage]:
    page = TasksPage(desk)
    qtbot.addWidget(page)
    page.resize(1280, 700)
    page.show()
    qtbot.waitUntil(lambda: texts(page.model, 1)[:1] == ["Overdue"] and "…" not in texts(page.model, 2))
    yield page


def test_open_tasks_stand_under_overdue_today_and_later(page: TasksPage) -> None:
    assert texts(page.model, 1) == [
        "Overdue", "2026-11-20", "Today", "2026-11-22", "Later", "2026-11-27", "2027-01-11",
    ]  # fmt: skip
    assert texts(page.model, 2) == ["", "Late", "", "Now", "", "Soon", "Later"]


def test_a_heading_is_not_a_task(qtbot: QtBot, page: TasksPage, ids: dict[str, str]) -> None:
    page.table.setCurrentIndex(page.model.index(1, 0))
    qtbot.waitUntil(lambda: page.current == ids["Late"])
    page.table.setCurrentIndex(page.model.index(0, 0))
    assert isinstance(page.model.line(0), Heading)
    assert page.current == ids["Late"]
    page.edit()
    assert page.panel is None


def test_a_click_on_the_circle_ticks_a_task_off_and_undo_brings_it_back(
    qtbot: QtBot, page: TasksPage, workspace: Workspace, ids: dict[str, str]
) -> None:
    page.table.clicked.emit(page.model.index(1, 0))
    qtbot.waitUntil(lambda: texts(page.model, 2) == ["", "Now", "", "Soon", "Later"])
    assert workspace.read(task_service.get, ids["Late"]).done_on == TODAY
    workspace.write(undo.undo)
    qtbot.waitUntil(lambda: texts(page.model, 2)[:2] == ["", "Late"])


def test_space_ticks_the_current_task_off(
    qtbot: QtBot, page: TasksPage, workspace: Workspace, ids: dict[str, str]
) -> None:
    page.table.setCurrentIndex(page.model.index(3, 2))
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not workspace.read(task_service.get, ids["Now"]).open)


def test_a_task_is_added_in_one_line_with_its_date_last(qtbot: QtBot, page: TasksPage, workspace: Workspace) -> None:
    page.quick.setText("Call the interpreter 3/12")
    qtbot.keyClick(page.quick, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Call the interpreter" in texts(page.model, 2))
    lines = workspace.read(task_service.lines, workspace.read(task_service.open_ids))
    (found,) = [line for line in lines if "Call" in line.task.title]
    assert (found.task.due_on, found.task.owner, found.due) == (date(2026, 12, 3), "Anna Ek", Due.LATER)
    assert page.quick.text() == ""


@pytest.mark.parametrize(
    ("text", "title", "day"),
    [
        ("Ring tolken i morgon", "Ring tolken", TODAY + timedelta(days=1)),
        ("Ring tolken 2026-12-03", "Ring tolken", date(2026, 12, 3)),
        ("Ring tolken +7", "Ring tolken", TODAY + timedelta(days=7)),
        ("Boka sal 14", "Boka sal 14", TODAY),
        ("3/12", "3/12", TODAY),
        ("Bara en text", "Bara en text", TODAY),
    ],
)
def test_the_date_of_the_line_is_read_when_there_is_one(text: str, title: str, day: date) -> None:
    draft = quick_draft(text, "Anna Ek", "Örebro kommun")
    assert (draft.title, draft.due_on, draft.owner) == (title, day, "Anna Ek")


def test_a_refused_task_says_why_beside_the_field(qtbot: QtBot, page: TasksPage) -> None:
    page.new()
    assert page.panel is not None
    page.panel.form.fill({"due_on": None})
    page.panel.save()
    blocks = page.panel.form._blocks
    assert blocks["title"].problem.text() and blocks["due_on"].problem.text()
    page.panel.form.fill({"title": "Book the room", "due_on": TODAY})
    page.panel.save()
    qtbot.waitUntil(lambda: page.panel is None and "Book the room" in texts(page.model, 2))


def test_a_task_of_a_call_in_links_to_it(qtbot: QtBot, page: TasksPage, desk: Desk, workspace: Workspace) -> None:
    callin = workspace.write(add_callin)
    task = workspace.write(task_service.add, TaskDraft(title="Lamps", due_on=TODAY, callin=callin))
    page.show_record(task)
    with qtbot.waitSignal(desk.go) as gone:
        qtbot.waitUntil(lambda: any(link.text() == "1" for link in links(page)))
        next(link for link in links(page) if link.text() == "1").click()
    assert gone.args == ["callin", callin]


def links(page: TasksPage) -> list[QPushButton]:
    return [button for button in page.detail.findChildren(QPushButton) if button.property("kind") == "link"]


def test_done_tasks_are_shown_when_asked_for(
    qtbot: QtBot, page: TasksPage, workspace: Workspace, ids: dict[str, str]
) -> None:
    workspace.write(task_service.finish, ids["Soon"])
    page.done.setChecked(True)
    qtbot.waitUntil(lambda: texts(page.model, 2) == ["Soon"])
    page.done.setChecked(False)
    page.whose.chosen.emit("own")
    qtbot.waitUntil(lambda: page.model.rowCount() == 0)
    page.whose.chosen.emit("agency")
    qtbot.waitUntil(lambda: page.model.rowCount() == 6)
