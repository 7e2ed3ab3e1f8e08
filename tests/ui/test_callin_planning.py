"""The time line, the messengers of each group and the officers' chairs, by what one does in the window."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from kit.callins import DAY, MadeCallin, add_callin, add_conflict, add_group, add_person, ready_callin
from kit.pages import there
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from gvi_desktop.domain.callin import Callin
from gvi_desktop.domain.group import Relation
from gvi_desktop.domain.invitee import Invitee, stops
from gvi_desktop.domain.letter import Letter, LetterDraft, LetterKind
from gvi_desktop.domain.person import Person
from gvi_desktop.services import callinviews, invitees, plans, rooms, tasks, undo
from gvi_desktop.services.unit import Unit
from gvi_desktop.services.workspace import Workspace
from ui.callins.messengerform import MembersField
from ui.callins.page import CallinsPage
from ui.callins.peopletab import PeopleTab
from ui.callins.roomtab import RoomTab
from ui.callins.timeline import PlanLine
from ui.kit.desk import Desk

TODAY = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def _this_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.callins.timeline.today", lambda: TODAY)


@pytest.fixture
def made(workspace: Workspace) -> MadeCallin:
    return ready_callin(workspace)


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, made: MadeCallin) -> Iterator[CallinsPage]:
    page = CallinsPage(desk)
    qtbot.addWidget(page)
    page.resize(1280, 800)
    page.show()
    page.show_record(made.id)
    qtbot.waitUntil(lambda: page.workspace.view is not None)
    yield page


def view_of(page: CallinsPage) -> callinviews.CallinView:
    assert page.workspace.view is not None
    return page.workspace.view


def said(page: CallinsPage) -> str:
    tab = page.workspace.tabs.currentWidget()
    return "\n".join(label.text() for label in tab.findChildren(QLabel) if there(label, tab))


def people_tab(page: CallinsPage) -> PeopleTab:
    tab = page.workspace.tabs.part("people")
    assert isinstance(tab, PeopleTab)
    return tab


def room_tab(page: CallinsPage) -> RoomTab:
    tab = page.workspace.tabs.part("room")
    assert isinstance(tab, RoomTab)
    return tab


def chip_text(page: CallinsPage, group: str) -> str:
    """What the row of groups says of a group."""
    chip = people_tab(page).findChild(QPushButton, f"group-{group}")
    return chip.text() if chip is not None else ""


# ------------------------------------------------------------------ the line of weeks


@pytest.fixture
def line(qtbot: QtBot, page: CallinsPage, workspace: Workspace) -> PlanLine:
    """The line of a call-in planned by the week plan; its first task is done."""
    plan = workspace.read(plans.default)
    assert plan is not None
    planned = workspace.write(add_callin, DAY, plan.id)
    workspace.write(tasks.finish, workspace.read(tasks.of_callin, planned)[0].id)
    page.show_record(planned)
    qtbot.waitUntil(lambda: view_of(page).line.id == planned and len(view_of(page).tasks) > 20)
    return current_line(page)


def current_line(page: CallinsPage) -> PlanLine:
    tab = page.workspace.tabs.currentWidget()
    found = tab.findChildren(PlanLine)[-1]
    assert isinstance(found, PlanLine)
    return found


def days_of(workspace: Workspace, callin: str) -> list[date | None]:
    found = sorted(workspace.read(tasks.of_callin, callin), key=lambda task: (task.offset_days or 0, task.id))
    return [task.due_on for task in found]


def test_dragging_the_meeting_a_week_moves_open_tasks_leaves_done_ones_and_is_one_step(
    qtbot: QtBot, page: CallinsPage, line: PlanLine, workspace: Workspace
) -> None:
    callin = view_of(page).line.id
    before, done = days_of(workspace, callin), view_of(page).tasks[0]
    start = line.handle().center().toPoint()
    goal = QPoint(round(line.across(DAY + timedelta(days=7)) - line.across(DAY)) + start.x(), start.y())
    qtbot.mousePress(line, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(line, start + QPoint(10, 0))
    qtbot.mouseMove(line, goal)
    assert line.target == DAY + timedelta(days=7)
    assert f"{len(before) - 1} open tasks move along" in said(page)
    assert days_of(workspace, callin) == before  # only shown so far
    qtbot.mouseRelease(line, Qt.MouseButton.LeftButton, pos=goal)
    qtbot.waitUntil(lambda: view_of(page).callin.on == DAY + timedelta(days=7))
    after = {task.id: task for task in workspace.read(tasks.of_callin, callin)}
    assert after[done.id].due_on == done.due_on
    pairs = zip(days_of(workspace, callin), before, strict=True)
    moved = sum(day == old + timedelta(days=7) for day, old in pairs if old)
    assert moved == len(before) - 1
    workspace.write(undo.undo)
    assert days_of(workspace, callin) == before


def test_alt_and_arrows_show_a_move_enter_keeps_it_and_esc_leaves_it(
    qtbot: QtBot, page: CallinsPage, line: PlanLine
) -> None:
    line.setFocus()
    alt, both = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(line, Qt.Key.Key_Right, both)
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert (line.shift, line.target) == (0, DAY)
    qtbot.keyClick(line, Qt.Key.Key_Right, both)
    qtbot.keyClick(line, Qt.Key.Key_Left, alt)
    assert line.target == DAY + timedelta(days=6)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: view_of(page).callin.on == DAY + timedelta(days=6))


def test_the_meeting_is_not_moved_into_the_past_nor_off_the_line(line: PlanLine) -> None:
    line.preview(-400)
    assert line.target == TODAY
    line.preview(4000)
    assert line.target is not None and DAY + timedelta(weeks=3) < line.target < DAY + timedelta(weeks=13)


def test_the_arrow_keys_read_the_weeks_and_a_screen_reader_has_them_all(
    qtbot: QtBot, page: CallinsPage, line: PlanLine
) -> None:
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Left)
    assert "Week 50: 0 done" in said(page) and f"the meeting, {DAY.isoformat()}" in said(page)
    qtbot.keyClick(line, Qt.Key.Key_Left)
    assert "Week 49: 0 done" in said(page)
    told = line.accessibleDescription().splitlines()
    assert len(told) > 6 and any("1 done" in text for text in told)


def test_a_held_call_in_has_a_line_that_does_not_move(line: PlanLine, page: CallinsPage) -> None:
    line.show_plan(view_of(page).callin, view_of(page).tasks, movable=False)
    line.preview(7)
    assert line.shift == 0


# ------------------------------------------------------------------ messengers


def test_a_group_without_a_messenger_is_told_and_its_members_are_picked(
    qtbot: QtBot, page: CallinsPage, made: MadeCallin, workspace: Workspace
) -> None:
    bare = workspace.write(add_group, "Öst")
    grown = workspace.write(add_person, "Öst-1", bare)
    young = workspace.write(add_person, "Öst-2", bare, birth_year=2011)
    workspace.write(lambda unit: unit.change(Callin, made.id, groups=frozenset({bare})))
    page.turn_to("people")
    qtbot.waitUntil(lambda: any(gap.missing for gap in view_of(page).gaps))
    chip = people_tab(page).findChild(QPushButton, f"group-{bare}")
    assert chip is not None and chip.text() == "Öst: nobody"
    assert "nobody carries the message home" in chip.accessibleDescription()
    chip.click()
    qtbot.waitUntil(lambda: page.panel is not None)
    assert page.panel is not None
    members = page.panel.form.field("people")
    assert isinstance(members, MembersField)
    problem = workspace.read(lambda unit: stops(unit.get(Person, young), DAY))[0]
    told = [label.text() for label in members.findChildren(QLabel)]
    assert any(page.words.problem(problem, "invitee") in text for text in told)  # told before anybody ticks
    page.panel.save()
    qtbot.waitUntil(lambda: bool(page.panel and page.panel.form._blocks["people"].problem.text()))
    members.boxes[grown].click()
    page.panel.save()
    qtbot.waitUntil(lambda: not any(gap.missing for gap in view_of(page).gaps))
    line = next(line for line in view_of(page).invitees if line.code_name == "Öst-1")
    assert line.group == "Öst"
    qtbot.waitUntil(lambda: chip_text(page, bare) == "Öst: 1 called")


def test_without_groups_in_view_it_is_told_where_to_choose_them(
    qtbot: QtBot, page: CallinsPage, workspace: Workspace
) -> None:
    empty = workspace.write(add_callin, DAY + timedelta(days=90))
    page.show_record(empty)
    qtbot.waitUntil(lambda: view_of(page).line.id == empty)
    page.turn_to("people")
    assert "No groups are in view yet" in said(page)


def test_ticks_of_the_messengers_outlive_the_lock(qtbot: QtBot, page: CallinsPage, made: MadeCallin) -> None:
    def call_off(unit: Unit) -> None:
        unit.remove(Invitee, made.invitees["Norr-2"])

    page.tasks.workspace.write(call_off)
    page.open_form("messengers", f"{made.id}:{made.groups['Norr']}")
    qtbot.waitUntil(lambda: page.panel is not None)
    assert page.panel is not None
    field = page.panel.form.field("people")
    assert isinstance(field, MembersField)
    assert not field.boxes[made.people["Norr-1"]].isEnabled()  # called already
    field.boxes[made.people["Norr-2"]].click()
    kept = page.draft()
    page.close_form()
    assert kept is not None
    page.restore_draft(kept)
    qtbot.waitUntil(lambda: page.panel is not None and page.panel.form.field("people").value() != ())
    assert page.panel is not None
    assert page.panel.form.field("people").value() == (made.people["Norr-2"],)


def test_the_notice_letter_is_shown_with_the_way_to_it(
    qtbot: QtBot, page: CallinsPage, made: MadeCallin, workspace: Workspace
) -> None:
    one = made.invitees["Norr-1"]

    def write(unit: Unit) -> str:
        letter = unit.add(Letter, LetterDraft(number="2026-0007", letter_kind=LetterKind.NOTICE)).id
        unit.change(Invitee, one, letter=letter)
        return letter

    letter = workspace.write(write)
    page.turn_to("people")
    qtbot.waitUntil(lambda: bool(view_of(page).letters))
    tab = people_tab(page)
    assert tab.table.choose(one)
    assert tab.letter.isVisible() and tab.letter.text() == "Letter 2026-0007"
    gone: list[tuple[str, str]] = []
    page.desk.go.connect(lambda kind, found: gone.append((kind, found)))
    tab.letter.click()
    assert gone == [("letter", letter)]
    assert tab.table.choose(made.invitees["Norr-2"])
    assert not tab.letter.isVisible()


# ------------------------------------------------------------------ the room


def test_somebody_is_dragged_from_outside_onto_a_seat(
    qtbot: QtBot, page: CallinsPage, made: MadeCallin, workspace: Workspace
) -> None:
    page.turn_to("room")
    one = made.invitees["Söder-2"]
    tab = room_tab(page)
    stander = tab.findChild(QPushButton, f"stand-{one}")
    assert stander is not None
    start = stander.rect().center()
    goal = stander.mapFromGlobal(tab.room.mapToGlobal(tab.room.seat_area(3).center()))
    qtbot.mousePress(stander, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(stander, start + QPoint(20, -20))
    qtbot.mouseMove(stander, goal)
    qtbot.mouseRelease(stander, Qt.MouseButton.LeftButton, pos=goal)
    qtbot.waitUntil(lambda: workspace.read(invitees.get, one).seat == 3)


def test_who_is_dragged_beside_the_seats_stays_outside(
    qtbot: QtBot, page: CallinsPage, made: MadeCallin, workspace: Workspace
) -> None:
    page.turn_to("room")
    one = made.invitees["Söder-2"]
    tab = room_tab(page)
    tab.room.carry(one, QPoint(1, 1))
    tab.room.put_down(QPoint(1, 1))
    assert (tab.room.picked, workspace.read(invitees.get, one).seat) == ("", None)


def test_an_officers_chair_is_filled_by_a_double_click_and_a_seat_freed_by_delete(
    qtbot: QtBot, page: CallinsPage, made: MadeCallin, workspace: Workspace
) -> None:
    workspace.write(rooms.seat_all, made.id)
    page.turn_to("room")
    qtbot.waitUntil(lambda: len(view_of(page).room.seated) == 4)
    assert "without an officer behind" in said(page)
    tab = room_tab(page)
    one = next(line for line in view_of(page).room.seated if line.code_name == "Norr-1")
    seat = one.invitee.seat or 0
    qtbot.mouseDClick(tab.room, Qt.MouseButton.LeftButton, pos=tab.room.officer_area(seat).center())
    qtbot.waitUntil(lambda: page.panel is not None)
    assert page.panel is not None
    page.panel.form.fill({"officer_behind": "Eva Lind"})
    page.panel.save()
    qtbot.waitUntil(lambda: workspace.read(invitees.get, one.id).officer_behind == "Eva Lind")
    qtbot.waitUntil(lambda: "behind: Eva Lind" in room_tab(page).room.accessibleDescription())
    room = room_tab(page).room
    room.at_seat = seat
    qtbot.keyClick(room, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: workspace.read(invitees.get, one.id).seat is None)


def test_it_is_told_since_when_and_by_whom_groups_are_known_to_be_in_conflict(
    qtbot: QtBot, page: CallinsPage, made: MadeCallin, workspace: Workspace
) -> None:
    made_id = workspace.write(add_conflict, made.groups["Norr"], made.groups["Söder"])
    workspace.write(lambda unit: unit.change(Relation, made_id, from_on=date(2025, 3, 1), source="Polisen"))
    workspace.write(rooms.seat_all, made.id)
    page.turn_to("room")
    qtbot.waitUntil(lambda: "they sit apart. Since 2025-03-01. Source: Polisen." in said(page))
