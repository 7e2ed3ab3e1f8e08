"""The call-ins place from speakers to afterwards: by what one does in the window."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from kit.callins import DAY, MadeCallin, add_callin, add_person, go, ready_callin
from kit.letters import opens_with
from kit.pages import there
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from gvi_desktop.domain.callin import Callin, CallinStatus
from gvi_desktop.domain.disclosure import Disclosure
from gvi_desktop.domain.notification import Notification
from gvi_desktop.domain.rehearsal import Correction
from gvi_desktop.domain.speaker import SpeakerRole
from gvi_desktop.services import callins, invitees, rehearsals, speakers
from gvi_desktop.services.callinviews import CallinView
from gvi_desktop.services.workspace import Workspace
from ui.callins.page import CallinsPage
from ui.kit.ask import Question
from ui.kit.desk import Desk
from ui.kit.filepassword import FilePassword


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


def tab(page: CallinsPage) -> Any:
    return page.workspace.tabs.currentWidget()


def said(page: CallinsPage) -> str:
    """Every sentence and button of the tab in view."""
    found = [one for kind in (QLabel, QPushButton) for one in tab(page).findChildren(kind)]
    return "\n".join(one.text() for one in found if there(one, tab(page)))


def press(page: CallinsPage, text: str) -> None:
    buttons = [one for one in tab(page).findChildren(QPushButton) if one.text() == text and there(one, tab(page))]
    assert buttons and buttons[0].isEnabled(), text
    buttons[0].click()


def view_of(page: CallinsPage) -> CallinView:
    assert page.workspace.view is not None
    return page.workspace.view


def on_the_day(qtbot: QtBot, page: CallinsPage, made: MadeCallin, monkeypatch: pytest.MonkeyPatch) -> None:
    workspace = page.tasks.workspace
    workspace.clock.set_day(DAY)
    for name in ("daytab", "aftertab", "talksform"):
        monkeypatch.setattr(f"ui.callins.{name}.today", lambda: DAY)
    workspace.write(go, made.id)
    qtbot.waitUntil(lambda: view_of(page).callin.status is CallinStatus.GO)
    page.turn_to("day")


# ------------------------------------------------------------------ speakers


def test_a_speaker_is_dragged_to_another_place_in_the_order(
    qtbot: QtBot, page: CallinsPage, made: MadeCallin, workspace: Workspace
) -> None:
    page.turn_to("speakers")
    table = tab(page).table
    first, second, third = made.speakers
    at = [QPoint(40, table.rowViewportPosition(row) + table.rowHeight(row) // 2) for row in range(3)]
    below = at[2] + QPoint(0, table.rowHeight(2) // 3)
    qtbot.mousePress(table.viewport(), Qt.MouseButton.LeftButton, pos=at[0])
    qtbot.mouseMove(table.viewport(), at[1])
    qtbot.mouseMove(table.viewport(), below)
    qtbot.mouseRelease(table.viewport(), Qt.MouseButton.LeftButton, pos=below)
    order = [second, third, first]
    qtbot.waitUntil(lambda: [line.id for line in workspace.read(speakers.programme, made.id).lines] == order)


def test_a_click_alone_or_a_drag_back_to_its_place_changes_nothing(
    qtbot: QtBot, page: CallinsPage, made: MadeCallin
) -> None:
    page.turn_to("speakers")
    table = tab(page).table
    moved: list[Any] = []
    table.moved.connect(lambda *told: moved.append(told))
    at = [QPoint(40, table.rowViewportPosition(row) + table.rowHeight(row) // 2) for row in range(3)]
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at[1])
    qtbot.mousePress(table.viewport(), Qt.MouseButton.LeftButton, pos=at[1])
    qtbot.mouseMove(table.viewport(), at[2])
    qtbot.mouseMove(table.viewport(), at[1] - QPoint(0, 3))
    qtbot.mouseRelease(table.viewport(), Qt.MouseButton.LeftButton, pos=at[1])
    assert not moved and table.current_id() == made.speakers[1]


def test_a_known_speakers_name_completes_and_brings_role_and_contact(
    qtbot: QtBot, page: CallinsPage, made: MadeCallin, workspace: Workspace
) -> None:
    eva = replace(
        workspace.read(speakers.get, made.speakers[0]), name="Eva Dahl", role=SpeakerRole.VOICE_OF_GRIEF,
        contact="eva@exempel.se",
    )  # fmt: skip
    workspace.write(speakers.change, made.speakers[0], eva)
    later = workspace.write(add_callin, DAY + timedelta(days=180))
    page.open_form("speaker", about=later)
    assert page.panel is not None
    form = page.panel.form
    line = form.field("name").editors()[0]
    line.setFocus()
    qtbot.keyClicks(line, "eva")
    qtbot.waitUntil(lambda: line.suggestions.isVisible())  # type: ignore[attr-defined]
    qtbot.keyClick(line, Qt.Key.Key_Down)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: form.field("contact").value() == "eva@exempel.se")
    assert form.field("name").value() == "Eva Dahl"
    assert form.field("role").value() is SpeakerRole.VOICE_OF_GRIEF


def test_a_new_name_is_not_taken_for_a_known_one(qtbot: QtBot, page: CallinsPage, made: MadeCallin) -> None:
    page.open_form("speaker", about=made.id)
    assert page.panel is not None
    line = page.panel.form.field("name").editors()[0]
    line.setFocus()
    qtbot.keyClicks(line, "Talare")
    qtbot.waitUntil(lambda: line.suggestions.isVisible())  # type: ignore[attr-defined]
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    assert page.panel.form.field("name").value() == "Talare"


def test_the_register_tells_who_spoke_and_whose_aftercare_waits(
    qtbot: QtBot, page: CallinsPage, made: MadeCallin, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    voice = replace(workspace.read(speakers.get, made.speakers[2]), name="Eva Dahl", role=SpeakerRole.VOICE_OF_GRIEF)
    workspace.write(speakers.change, made.speakers[2], voice)
    on_the_day(qtbot, page, made, monkeypatch)
    workspace.write(callins.hold, made.id)
    page.show_speakers()
    book = page.book

    def told() -> str:
        found = [one for kind in (QLabel, QPushButton) for one in book.findChildren(kind)]
        return "\n".join(one.text() for one in found if there(one, book))

    qtbot.waitUntil(lambda: "Aftercare that waits" in told() and "Has spoken at one call-in" in told())
    next(one for one in book.findChildren(QPushButton) if one.text() == "Aftercare given").click()
    qtbot.waitUntil(lambda: workspace.read(speakers.get, made.speakers[2]).aftercare_done_on == DAY)
    qtbot.waitUntil(lambda: "Aftercare that waits" not in told())
    assert page.stack.currentWidget() is book
    next(one for one in book.findChildren(QPushButton) if one.text() == "Back").click()
    assert page.stack.currentWidget() is not book


# ------------------------------------------------------------------ rehearsal and decision


def test_points_are_ticked_and_corrections_become_tasks(
    qtbot: QtBot, page: CallinsPage, made: MadeCallin, workspace: Workspace
) -> None:
    page.turn_to("rehearsal")
    press(page, "Begin with the usual points")
    qtbot.waitUntil(lambda: len(tab(page).findChildren(QCheckBox)) > 10)
    tick = tab(page).findChild(QCheckBox, "point-8")
    tick.setFocus()
    tick.click()
    qtbot.waitUntil(lambda: workspace.read(callins.get, made.id).rehearsal_checks[8].done)
    qtbot.waitUntil(lambda: "1 of 14" in said(page))
    assert page.focusWidget() is not None and page.focusWidget().objectName() == "point-8"
    page.open_form("correction", made.id)
    qtbot.waitUntil(lambda: page.panel is not None)
    assert page.panel is not None
    page.panel.form.fill({"text": "Swap speech 2 and 3", "who": "Maria"})
    page.panel.save()
    qtbot.waitUntil(lambda: "Swap speech 2 and 3" in said(page))
    press(page, "Make it a task")
    qtbot.waitUntil(lambda: [task.title for task in view_of(page).tasks] == ["Swap speech 2 and 3"])
    page.open_form("correction", made.id, about="0")
    qtbot.waitUntil(lambda: page.panel is not None)
    assert page.panel.form.field("who").value() == "Maria"
    page.close_form()
    press(page, "Made")
    qtbot.waitUntil(lambda: "all made" in said(page))


def test_the_points_are_made_ones_own(qtbot: QtBot, page: CallinsPage, made: MadeCallin, workspace: Workspace) -> None:
    workspace.write(rehearsals.set_points, made.id, ["Ljud", "Entré"])
    page.open_form("points", made.id)
    qtbot.waitUntil(lambda: page.panel is not None)
    assert page.panel is not None and page.panel.form.field("points").value() == ("Ljud", "Entré")
    page.panel.form.fill({"points": ("Entré", "Hissen")})
    page.panel.save()
    qtbot.waitUntil(lambda: [one.text for one in view_of(page).callin.rehearsal_checks] == ["Entré", "Hissen"])


def test_there_is_no_way_to_go_but_a_decision_with_its_reason(page: CallinsPage) -> None:
    page.turn_to("decision")
    assert "Decide" in said(page) and "The meeting takes place" not in said(page)


def test_what_should_be_known_before_the_decision_is_told(
    qtbot: QtBot, page: CallinsPage, made: MadeCallin, workspace: Workspace
) -> None:
    for speaker_id in made.speakers:
        workspace.write(speakers.change, speaker_id, replace(workspace.read(speakers.get, speaker_id), minutes=30))
    workspace.write(rehearsals.correct, made.id, Correction("Märk om dörrarna"))
    page.turn_to("decision")
    qtbot.waitUntil(lambda: "Märk om dörrarna" in said(page))
    assert "32 minutes longer" in said(page) and "Nothing stops it" in said(page)


def test_a_stop_after_the_decision_halts_the_meeting_in_plain_words(
    qtbot: QtBot, page: CallinsPage, made: MadeCallin, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_the_day(qtbot, page, made, monkeypatch)
    workspace.write(invitees.check_in, made.invitees["Norr-2"])
    workspace.write(speakers.confirm, made.speakers[0], False)
    qtbot.waitUntil(lambda: "The meeting is halted" in said(page))
    doors = {code: tab(page).named(f"door-{one}") for code, one in made.invitees.items()}
    assert not doors["Norr-1"].isEnabled() and doors["Norr-2"].isEnabled()
    found = [one for one in tab(page).findChildren(QPushButton) if one.text() == "The meeting is over"]
    assert [one.isEnabled() for one in found if there(one, tab(page))] == [False]
    press(page, "What stops it")
    assert "something stops it now" in said(page)
    workspace.write(speakers.confirm, made.speakers[0])
    qtbot.waitUntil(lambda: "It is decided: the meeting takes place." in said(page))


# ------------------------------------------------------------------ the door


def test_a_few_keys_check_in_and_out(
    qtbot: QtBot, page: CallinsPage, made: MadeCallin, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_the_day(qtbot, page, made, monkeypatch)

    def keys(text: str, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        line = tab(page).entry
        line.setFocus()
        qtbot.keyClicks(line, text)
        qtbot.keyClick(line, Qt.Key.Key_Return, held)

    def who(code: str) -> Any:
        return workspace.read(invitees.get, made.invitees[code])

    keys("rr2")
    qtbot.waitUntil(lambda: who("Norr-2").checked_in is not None and "1 in the room" in said(page))
    keys("rr2", Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: who("Norr-2").result is not None)
    assert who("Norr-2").result.value == "left_early"
    keys("norr")  # two are called that: nothing happens
    assert tab(page).entry.text() == "norr" and "something like that: 2" in said(page)
    shown = [code for code, one in made.invitees.items() if not tab(page)._tiles[one].isHidden()]
    assert shown == ["Norr-1", "Norr-2"]
    qtbot.keyClick(tab(page).entry, Qt.Key.Key_Escape)
    assert tab(page).entry.text() == "" and not tab(page)._tiles[made.invitees["Söder-1"]].isHidden()


def test_letters_typed_anywhere_on_the_day_go_to_the_line(
    qtbot: QtBot, page: CallinsPage, made: MadeCallin, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_the_day(qtbot, page, made, monkeypatch)
    page.activateWindow()
    qtbot.waitUntil(lambda: page.isActiveWindow() and tab(page).entry.isVisible())
    door = tab(page).findChild(QPushButton, f"door-{made.invitees['Norr-1']}")
    door.setFocus()
    qtbot.keyClick(door, Qt.Key.Key_N)
    assert tab(page).entry.text() == "n" and tab(page).entry.hasFocus()


def test_who_comes_late_is_told_with_the_minutes(
    qtbot: QtBot, page: CallinsPage, made: MadeCallin, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_the_day(qtbot, page, made, monkeypatch)
    workspace.clock.now = datetime.fromisoformat("2026-12-10T17:12:30+00:00")  # type: ignore[attr-defined]
    workspace.write(invitees.check_in, made.invitees["Norr-1"])  # 18.12 in Örebro
    qtbot.waitUntil(lambda: "12 min late" in said(page))
    workspace.write(callins.hold, made.id)
    page.turn_to("after")
    qtbot.waitUntil(lambda: "Norr-1 (12 min)" in said(page))


def test_the_small_buttons_at_the_door_fit_a_finger(
    qtbot: QtBot, page: CallinsPage, made: MadeCallin, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_the_day(qtbot, page, made, monkeypatch)

    def sizes() -> list[int]:
        found = [one for one in tab(page).findChildren(QPushButton) if one.text() in ("Excused", "Detained")]
        shown = [one for one in [*found, tab(page).entry] if one.isVisible()]
        return [min(one.height(), one.width()) for one in shown]

    qtbot.waitUntil(lambda: len(sizes()) == 9)
    assert min(sizes()) >= 44


# ------------------------------------------------------------------ afterwards


def test_ticked_visits_are_planned_in_one_step(
    qtbot: QtBot, page: CallinsPage, made: MadeCallin, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_the_day(qtbot, page, made, monkeypatch)
    workspace.write(invitees.check_in, made.invitees["Norr-1"])
    workspace.write(callins.hold, made.id)
    page.turn_to("after")
    qtbot.waitUntil(lambda: "Plan 3 visits" in said(page))
    tab(page).findChild(QCheckBox, f"visit-{made.people['Norr-2']}").click()
    press(page, "Plan 2 visits")
    qtbot.waitUntil(lambda: page.panel is not None)
    assert page.panel is not None
    assert page.panel.form.field("planned_on").value() == DAY + timedelta(days=2)
    page.panel.save()
    qtbot.waitUntil(lambda: "Plan the ticked visits" in said(page))  # the one left out stays so
    found = workspace.read(lambda unit: unit.find(Notification))
    assert {one.person for one in found} == {made.people["Söder-1"], made.people["Söder-2"]}
    assert "Visit 2026-12-12" in said(page)


def test_the_list_for_the_probation_service_is_one_press_away(
    qtbot: QtBot, page: CallinsPage, desk: Desk, made: MadeCallin, workspace: Workspace,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    asked: list[tuple[str, str, str]] = []
    desk.create.connect(lambda *told: asked.append(told))
    on_the_day(qtbot, page, made, monkeypatch)
    workspace.write(callins.hold, made.id)
    page.turn_to("after")
    qtbot.waitUntil(lambda: "has not been told yet" in said(page))
    press(page, "List for the probation service")
    assert asked == [("letters", "new", f"callin:no-shows:{made.id}")]


def test_what_was_said_stands_with_version_and_fingerprint(
    qtbot: QtBot, page: CallinsPage, made: MadeCallin, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_the_day(qtbot, page, made, monkeypatch)
    workspace.write(callins.hold, made.id)
    pinned = workspace.read(speakers.get, made.speakers[0]).said_sha256
    page.turn_to("after")
    qtbot.waitUntil(lambda: f"Manus 1 · v1 · {pinned[:12]}" in said(page))
    assert "another now" not in said(page)


def test_the_report_is_written_where_one_says(
    qtbot: QtBot, page: CallinsPage, made: MadeCallin, workspace: Workspace, monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:  # fmt: skip
    on_the_day(qtbot, page, made, monkeypatch)
    workspace.write(callins.hold, made.id)
    page.turn_to("after")
    qtbot.waitUntil(lambda: "Report as PDF" in said(page))
    press(page, "Report as PDF")
    question = next(one for one in page.findChildren(Question) if one.findChildren(FilePassword))
    question.findChildren(FilePassword)[0].line.setText("gul stol 7")
    question.yes.click()
    dialog = page.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(tmp_path / "report.pdf"))
    dialog.close()
    qtbot.waitUntil((tmp_path / "report.pdf").exists)
    assert opens_with(tmp_path / "report.pdf", "gul stol 7")
    qtbot.waitUntil(lambda: len(workspace.read(lambda unit: unit.find(Disclosure))) == 1)


def test_a_call_in_without_people_or_speakers_has_every_tab(qtbot: QtBot, page: CallinsPage) -> None:
    workspace = page.tasks.workspace
    bare = workspace.write(lambda unit: unit.add(Callin, replace(unit.get(Callin, view_of(page).line.id), number=9)).id)
    workspace.write(lambda unit: unit.change(Callin, bare, on=date(2027, 3, 1)))
    workspace.write(add_person, "Ensam-1")
    page.show_record(bare)
    qtbot.waitUntil(lambda: view_of(page).line.id == bare)
    for key in ("speakers", "rehearsal", "decision", "day", "after"):
        page.turn_to(key)
        assert said(page)
