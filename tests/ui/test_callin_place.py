"""The call-ins place: planning, inviting, the room, the decision and the door, by what one does in the window."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from kit.callins import DAY, MadeCallin, add_callin, add_conflict, add_person, go, ready_callin
from kit.pages import there
from kit.places import texts
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from gvi_desktop.domain.callin import CallinStatus, GoDecision
from gvi_desktop.domain.invitee import Answer, Basis
from gvi_desktop.domain.user import Role, User
from gvi_desktop.services import callinviews, invitees, plans, rooms, speakers
from gvi_desktop.services import tasks as task_service
from gvi_desktop.services.unit import Unit
from gvi_desktop.services.workspace import Workspace
from ui.callins.page import CallinsPage
from ui.callins.roomtab import RoomTab
from ui.kit import theme
from ui.kit.ask import Question
from ui.kit.desk import Desk


@pytest.fixture
def made(workspace: Workspace) -> MadeCallin:
    return ready_callin(workspace)


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, made: MadeCallin) -> Iterator[CallinsPage]:
    """The page with a call-in that is ready, in view."""
    page = CallinsPage(desk)
    qtbot.addWidget(page)
    page.resize(1280, 800)
    page.show()
    page.show_record(made.id)
    qtbot.waitUntil(lambda: page.workspace.view is not None)
    yield page


def press(page: CallinsPage, text: str) -> None:
    """Press the button of that name in the tab in view."""
    next(button for button in buttons(page) if button.text() == text).click()


def buttons(page: CallinsPage) -> list[QPushButton]:
    tab = page.workspace.tabs.currentWidget()
    return [button for button in tab.findChildren(QPushButton) if there(button, tab)]


def said(page: CallinsPage) -> str:
    """Every sentence of the tab in view."""
    tab = page.workspace.tabs.currentWidget()
    return "\n".join(label.text() for label in tab.findChildren(QLabel) if there(label, tab))


def view_of(page: CallinsPage) -> callinviews.CallinView:
    assert page.workspace.view is not None
    return page.workspace.view


# ------------------------------------------------------------------ planning


def test_a_call_in_is_planned_with_the_next_number_and_the_offices_plan(
    qtbot: QtBot, page: CallinsPage, workspace: Workspace
) -> None:
    page.new()
    assert page.panel is not None
    form = page.panel.form
    qtbot.waitUntil(lambda: form.field("number").value() == 2)
    form.fill({"on": DAY + timedelta(days=200), "venue": "Konserthuset"})
    page.panel.save()
    qtbot.waitUntil(lambda: page.panel is None and view_of(page).callin.number == 2)
    plan = workspace.read(plans.default)
    assert plan is not None
    assert len(view_of(page).tasks) == len(plan.steps)
    qtbot.waitUntil(lambda: texts(page.model, 2) == ["Konserthuset", "Eyravallen"])


def test_a_taken_number_is_refused_beside_its_field(qtbot: QtBot, page: CallinsPage) -> None:
    page.new()
    assert page.panel is not None
    form = page.panel.form
    qtbot.waitUntil(lambda: form.field("number").value() == 2)
    form.fill({"number": 1, "on": DAY})
    page.panel.save()
    problems = lambda: [block.problem.text() for block in form._blocks.values() if block.problem.text()]  # noqa: E731
    qtbot.waitUntil(lambda: bool(problems()))
    assert page.panel is not None
    assert "number" in problems()[0]


def test_a_task_is_ticked_in_the_plan_and_the_focus_stays(
    qtbot: QtBot, page: CallinsPage, workspace: Workspace
) -> None:
    plan = workspace.read(plans.default)
    assert plan is not None
    planned = workspace.write(add_callin, DAY, plan.id)
    page.show_record(planned)
    qtbot.waitUntil(lambda: view_of(page).line.id == planned and len(view_of(page).tasks) > 20)
    first = view_of(page).tasks[0]
    tab = page.workspace.tabs.currentWidget()
    tick = tab.findChild(QCheckBox, f"tick-{first.id}")
    assert tick is not None
    tick.setFocus()
    tick.click()
    qtbot.waitUntil(lambda: not view_of(page).tasks[0].open)
    qtbot.waitUntil(lambda: f"1 of {len(plan.steps)} done" in said(page))
    focused = page.focusWidget()
    assert focused is not None and focused.objectName() == f"tick-{first.id}"


def test_the_date_is_moved_with_the_open_tasks(qtbot: QtBot, page: CallinsPage, workspace: Workspace) -> None:
    plan = workspace.read(plans.default)
    assert plan is not None
    planned = workspace.write(add_callin, DAY, plan.id)
    page.show_record(planned)
    qtbot.waitUntil(lambda: view_of(page).line.id == planned)
    before = workspace.read(task_service.of_callin, planned)[0].due_on
    page.open_form("move", planned)
    qtbot.waitUntil(lambda: page.panel is not None)
    assert page.panel is not None and before is not None
    page.panel.form.fill({"on": DAY + timedelta(days=7)})
    page.panel.save()
    qtbot.waitUntil(lambda: view_of(page).callin.on == DAY + timedelta(days=7))
    assert workspace.read(task_service.of_callin, planned)[0].due_on == before + timedelta(days=7)


# ------------------------------------------------------------------ people


def test_somebody_is_invited_by_searching(qtbot: QtBot, page: CallinsPage, workspace: Workspace) -> None:
    person = workspace.write(add_person, "Ny-1")
    page.turn_to("people")
    page.open_form("invite", about=view_of(page).line.id)
    assert page.panel is not None
    page.panel.save()
    qtbot.waitUntil(lambda: bool(page.panel and page.panel.form._blocks["person"].problem.text()))
    page.panel.form.fill({"person": [person], "basis": Basis.VOLUNTARY})
    page.panel.save()
    qtbot.waitUntil(lambda: len(view_of(page).invitees) == 5)
    assert "Ny-1" in texts(page.workspace.tabs.part("people").model)  # type: ignore[union-attr]


def test_a_stop_is_told_and_cleared_with_a_reason(
    qtbot: QtBot, page: CallinsPage, made: MadeCallin, workspace: Workspace
) -> None:
    person = workspace.write(add_person, "Dold-1", under_review=True)
    (invitee,) = workspace.write(invitees.invite, made.id, [person])
    page.turn_to("people")
    tab = page.workspace.tabs.part("people")
    qtbot.waitUntil(lambda: tab.table.choose(invitee))  # type: ignore[union-attr]
    assert tab.about.text()  # type: ignore[union-attr]
    assert not tab.notice.isEnabled()  # type: ignore[union-attr]
    page.open_form("clear", invitee)
    qtbot.waitUntil(lambda: page.panel is not None)
    assert page.panel is not None
    page.panel.form.fill({"cleared_reason": "The review is done."})
    page.panel.save()
    qtbot.waitUntil(lambda: not any(line.stops for line in view_of(page).invitees))
    assert workspace.read(invitees.get, invitee).cleared_by == "Anna Ek"


def test_an_answer_is_one_press(qtbot: QtBot, page: CallinsPage, workspace: Workspace) -> None:
    page.turn_to("people")
    tab = page.workspace.tabs.part("people")
    chosen = tab.current()  # type: ignore[union-attr]
    tab.answers.chosen.emit(Answer.COMING)  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: workspace.read(invitees.get, chosen).answer is Answer.COMING)


# ------------------------------------------------------------------ speakers


def test_ctrl_up_moves_a_speaker_and_keeps_the_choice(
    qtbot: QtBot, page: CallinsPage, made: MadeCallin, workspace: Workspace
) -> None:
    page.turn_to("speakers")
    tab = page.workspace.tabs.part("speakers")
    table = tab.table  # type: ignore[union-attr]
    assert table.choose(made.speakers[1])
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    first, second, third = made.speakers
    order = [second, first, third]
    qtbot.waitUntil(lambda: [line.id for line in workspace.read(speakers.programme, made.id).lines] == order)
    qtbot.waitUntil(lambda: [line.id for line in view_of(page).programme.lines] == order)
    assert tab.current() == second  # type: ignore[union-attr]


def test_minutes_and_messages_are_told_in_words(page: CallinsPage) -> None:
    page.turn_to("speakers")
    text = said(page)
    assert "23 of 60 minutes" in text
    assert text.count(": covered") == 3


# ------------------------------------------------------------------ room


def test_people_are_seated_and_moved_by_dragging(
    qtbot: QtBot, page: CallinsPage, made: MadeCallin, workspace: Workspace
) -> None:
    workspace.write(add_conflict, made.groups["Norr"], made.groups["Söder"])
    page.turn_to("room")
    press(page, "Seat everybody")
    qtbot.waitUntil(lambda: len(view_of(page).room.seated) == 4)
    assert "they sit apart" in said(page)
    tab = page.workspace.tabs.part("room")
    assert isinstance(tab, RoomTab)
    room = tab.room
    room.resize(900, room.height())
    one = view_of(page).room.seated[0]
    start, goal = room.seat_area(one.invitee.seat or 0).center(), room.seat_area(9).center()
    qtbot.mousePress(room, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(room, start + QPoint(20, 20))
    qtbot.mouseMove(room, goal)
    qtbot.mouseRelease(room, Qt.MouseButton.LeftButton, pos=goal)
    qtbot.waitUntil(lambda: workspace.read(invitees.get, one.id).seat == 9)


def test_people_are_moved_by_the_keyboard(
    qtbot: QtBot, page: CallinsPage, made: MadeCallin, workspace: Workspace
) -> None:
    workspace.write(rooms.seat_all, made.id)
    page.turn_to("room")
    qtbot.waitUntil(lambda: len(view_of(page).room.seated) == 4)
    tab = page.workspace.tabs.part("room")
    assert isinstance(tab, RoomTab)
    first = view_of(page).room.seated[0]
    tab.room.setFocus()
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Space):
        qtbot.keyClick(tab.room, key)
    qtbot.waitUntil(lambda: workspace.read(invitees.get, first.id).seat == 7)


# ------------------------------------------------------------------ decision and day


def test_every_stop_is_told_with_the_way_to_it(qtbot: QtBot, page: CallinsPage, workspace: Workspace) -> None:
    empty = workspace.write(add_callin, DAY + timedelta(days=90))
    page.show_record(empty)
    qtbot.waitUntil(lambda: view_of(page).line.id == empty)
    page.turn_to("decision")
    assert len(view_of(page).stops) == 6
    for stop in view_of(page).stops:
        assert page.words.problem(stop, "callin") in said(page)
    press(page, "Go there")
    assert page.workspace.tabs.currentWidget() is page.workspace.tabs.part("speakers")


def test_the_decision_is_made_with_its_reason(qtbot: QtBot, page: CallinsPage, made: MadeCallin) -> None:
    page.open_form("decide72", made.id)
    qtbot.waitUntil(lambda: page.panel is not None)
    assert page.panel is not None
    page.panel.form.fill({"go_72": GoDecision.GO})
    page.panel.save()
    qtbot.waitUntil(lambda: bool(page.panel and page.panel.form._blocks["go_72_reason"].problem.text()))
    page.panel.form.fill({"go_72_reason": "All is in place."})
    page.panel.save()
    qtbot.waitUntil(lambda: view_of(page).callin.status is CallinStatus.GO)


def test_the_door_and_the_end_of_the_meeting(
    qtbot: QtBot, page: CallinsPage, made: MadeCallin, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace.clock.set_day(DAY)  # type: ignore[attr-defined]
    monkeypatch.setattr("ui.callins.daytab.today", lambda: DAY)
    workspace.write(go, made.id)
    qtbot.waitUntil(lambda: view_of(page).callin.status is CallinStatus.GO)
    page.turn_to("day")
    one = made.invitees["Norr-1"]
    tab = page.workspace.tabs.currentWidget()
    door = tab.findChild(QPushButton, f"door-{one}")
    assert door is not None and door.isEnabled() and door.height() >= theme.px(6)
    door.click()
    qtbot.waitUntil(lambda: "1 in the room" in said(page))
    press(page, "The meeting is over")
    question = page.findChild(Question)
    assert question is not None
    question.yes.click()
    qtbot.waitUntil(lambda: view_of(page).callin.status is CallinStatus.HELD)
    page.turn_to("after")
    qtbot.waitUntil(lambda: "Norr-2" in {button.text() for button in buttons(page)})


# ------------------------------------------------------------------ papers, plans, roles, languages


def test_the_steps_of_a_plan_are_changed(qtbot: QtBot, page: CallinsPage, workspace: Workspace) -> None:
    plan = workspace.read(plans.default)
    assert plan is not None
    page.show_plans()
    page.open_form("plan", plan.id)
    qtbot.waitUntil(lambda: page.panel is not None)
    assert page.panel is not None
    steps = page.panel.form.field("steps")
    assert steps.value() == tuple(sorted(plan.steps, key=lambda step: step.days))
    state = steps.state()
    state[0][0] = "nio"
    steps.restore(state)
    assert steps.trouble()
    state[0][0] = "-63"
    steps.restore(state)
    page.panel.save()
    qtbot.waitUntil(lambda: page.panel is None)
    after = workspace.read(plans.get, plan.id)
    assert after.steps[0].days == -63 and len(after.steps) == len(plan.steps)
    assert page.stack.currentWidget() is page.plans


def test_a_speaker_is_found_in_the_workspace_of_the_call_in(
    qtbot: QtBot, desk: Desk, made: MadeCallin
) -> None:
    page = CallinsPage(desk)
    qtbot.addWidget(page)
    page.show()
    page.show_kind("speaker", made.speakers[0])
    qtbot.waitUntil(lambda: page.workspace.view is not None)
    assert page.workspace.tabs.currentWidget() is page.workspace.tabs.part("speakers")


def test_a_reader_sees_everything_and_changes_nothing(qtbot: QtBot, desk: Desk, made: MadeCallin) -> None:
    def to_reader(unit: Unit) -> None:
        unit.change(User, unit.user.id, role=Role.READER)

    desk.tasks.workspace.write(to_reader)
    page = CallinsPage(desk)
    qtbot.addWidget(page)
    page.show()
    page.show_record(made.id)
    qtbot.waitUntil(lambda: page.workspace.view is not None)
    for key in page.workspace.tabs.keys:
        page.turn_to(key)
        shown = {button.text() for button in page.findChildren(QPushButton) if button.isVisible()}
        assert not shown & {"Plan a call-in", "Invite people", "Add a speaker", "Seat everybody", "Decide", "Change"}


def test_an_empty_vault_offers_the_first_step(qtbot: QtBot, desk: Desk) -> None:
    page = CallinsPage(desk)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(
        lambda: any(b.text() == "Plan a call-in" and b.isVisible() for b in page.table.findChildren(QPushButton))
    )


def test_days_before_the_meeting_are_told_as_weeks(page: CallinsPage) -> None:
    from gvi_desktop.domain.task import Task
    from ui.callins.plantab import _weeks

    def weeks(days: int) -> int | None:
        callin = view_of(page).callin
        assert callin.on is not None
        day = callin.on + timedelta(days=days)
        stamp = {"made_by": "x", "made_at": callin.made_at, "compartment": callin.compartment}
        return _weeks(callin, Task(id="x", due_on=day, **stamp))  # type: ignore[arg-type]

    assert [weeks(days) for days in (-56, -49, -8, -7, -1, 0, 1, 7, 8, 30)] == [-8, -7, -2, -1, -1, 0, 1, 1, 2, 5]
    assert date(2026, 12, 10) == DAY
