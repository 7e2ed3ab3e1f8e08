"""The place Notifications: a talk logged by keyboard alone, refusals beside the form, rounds and follow-ups."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from kit.pages import there
from kit.people import group, link, person
from kit.places import texts
from kit.vaults import SettableClock
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from gvi_desktop.domain.notification import Notification, NotificationDraft, Outcome, PlaceKind, Reaction, TeamMember
from gvi_desktop.domain.record import NoteMark
from gvi_desktop.domain.round import RoundDraft
from gvi_desktop.services import notifications, rounds, undo
from ui.kit import language
from ui.kit.desk import Desk
from ui.kit.tasks import Tasks
from ui.kit.words import Words
from ui.notifications.page import DUE, ROUNDS, NotificationsPage

TODAY = date(2026, 11, 22)
TEAM = (TeamMember("Polisen"), TeamMember("Socialtjänsten", "Eva Ek"))


@pytest.fixture(autouse=True)
def office_day(monkeypatch: pytest.MonkeyPatch, tasks: Tasks) -> None:
    """The window's day is that of the vault's clock."""
    monkeypatch.setattr("ui.kit.dates.now", tasks.workspace.clock)


def visit(desk: Desk, who: str, **more: Any) -> str:
    said = {"person": who, "on": TODAY, "outcome": Outcome.REACHED, "team": TEAM}
    return desk.tasks.workspace.write(notifications.log, NotificationDraft(**{**said, **more}))


def stored(desk: Desk) -> list[Notification]:
    return desk.tasks.workspace.read(lambda unit: unit.find(Notification))


def opened(qtbot: QtBot, desk: Desk) -> NotificationsPage:
    page = NotificationsPage(desk)
    qtbot.addWidget(page)
    page.resize(1300, 900)
    page.show()
    qtbot.waitUntil(lambda: page.model.rowCount() == len(desk.tasks.workspace.read(notifications.ids)))
    return page


def form(qtbot: QtBot, page: NotificationsPage, act: Callable[[], Any]) -> Any:
    act()
    qtbot.waitUntil(lambda: page.panel is not None)
    return page.panel


def said(widget: Any) -> str:
    found = [*widget.findChildren(QLabel), *widget.findChildren(QPushButton)]
    return "\n".join(one.text() for one in found if there(one, widget))


def press(widget: Any, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(QApplication.focusWidget() or widget, key)


def test_a_talk_is_logged_by_keyboard_alone(qtbot: QtBot, desk: Desk) -> None:
    ws = desk.tasks.workspace
    who = person(ws)
    visit(desk, person(ws, "Bea", "Berg"), place=PlaceKind.SCHOOL)
    page = opened(qtbot, desk)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    panel = form(qtbot, page, page.new)
    qtbot.waitUntil(lambda: panel.form.field("team").value() == TEAM)
    finder = panel.form.field("person").editors()[0]
    qtbot.waitUntil(lambda: QApplication.focusWidget() is finder)
    qtbot.keyClicks(finder, "P001")
    qtbot.waitUntil(lambda: finder.suggestions.isVisible())
    press(panel, Qt.Key.Key_Return)
    assert panel.form.field("person").value() == who
    press(panel, Qt.Key.Key_1)  # reached: the cursor goes on to the messages
    press(panel, Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_Tab)
    press(panel, Qt.Key.Key_5)  # asked for help
    qtbot.keyClick(panel, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(stored(desk)) == 2)
    made = next(one for one in stored(desk) if one.person == who)
    assert made.is_talk and made.message_1 and made.message_2 and made.message_3
    assert made.reaction is Reaction.ASKED_FOR_HELP and made.asked_for_help
    assert (made.place, made.team, made.on) == (PlaceKind.SCHOOL, TEAM, TODAY) and made.at is not None
    qtbot.waitUntil(lambda: "P001" in said(page.detail))


def test_save_and_next_keeps_the_round_and_the_team(qtbot: QtBot, desk: Desk) -> None:
    ws = desk.tasks.workspace
    who = person(ws)
    made = ws.write(rounds.plan, RoundDraft(name="November", from_on=TODAY))
    page = opened(qtbot, desk)
    panel = form(qtbot, page, lambda: page.open_form("new", about=f"{made}:{who}"))
    qtbot.waitUntil(lambda: panel.form.field("person").value() == who)
    panel.form.field("outcome").set_value(Outcome.NOT_HOME)
    panel.form.field("team").set_value(TEAM)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    qtbot.keyClick(panel, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: page.panel is not None and page.panel is not panel)
    following: Any = page.panel
    qtbot.waitUntil(lambda: following.form.field("round").value() == made)
    assert following.form.field("team").value() == TEAM and following.form.field("person").value() is None
    assert [one.outcome for one in stored(desk)] == [Outcome.NOT_HOME]


def test_a_minor_without_a_decision_is_refused_with_sentences_in_the_form(qtbot: QtBot, desk: Desk) -> None:
    who = person(desk.tasks.workspace, birth_year=2010)
    page = opened(qtbot, desk)
    panel = form(qtbot, page, lambda: page.open_form("new", about=who))
    qtbot.waitUntil(lambda: "under 18" in panel.form.advice.said)
    assert not panel.form.field("guardian_present").parentWidget().isHidden()
    panel.form.field("outcome").set_value(Outcome.REACHED)
    panel.form.field("team").set_value(TEAM)
    panel.save()
    qtbot.wait(50)
    assert page.panel is panel and not stored(desk)
    assert "A second user must approve first" in said(panel)


def test_fields_of_a_talk_show_only_when_somebody_was_reached(qtbot: QtBot, desk: Desk) -> None:
    page = opened(qtbot, desk)
    panel = form(qtbot, page, page.new)
    panel.form.field("outcome").set_value(Outcome.NOT_HOME)
    hidden = [name for name in ("messages", "reaction", "script") if panel.form._blocks[name].isHidden()]
    assert hidden == ["messages", "reaction", "script"]
    assert panel.form._blocks["guardian_present"].isHidden(), "asked for minors only"


def test_what_is_missing_is_told_beside_its_field(qtbot: QtBot, desk: Desk) -> None:
    page = opened(qtbot, desk)
    panel = form(qtbot, page, page.new)
    panel.save()
    assert "Fill in “Person”" in said(panel) and "Fill in “Outcome”" in said(panel)
    panel.form.field("outcome").set_value(Outcome.MOVED)
    panel.look()
    assert "Say who made the visit" in said(panel)
    assert page.panel is panel


def test_an_old_entry_is_corrected_by_a_new_one(qtbot: QtBot, desk: Desk) -> None:
    made = visit(desk, person(desk.tasks.workspace), message_1=True)
    clock: Any = desk.tasks.workspace.clock
    assert isinstance(clock, SettableClock)
    clock.move(hours=25)
    page = opened(qtbot, desk)
    page.show_record(made)
    qtbot.waitUntil(lambda: "Correct" in said(page.detail))
    panel = form(qtbot, page, page.edit)
    assert panel.form.field("messages").value() and "24 hours" in said(panel)
    panel.form.field("place").set_value(PlaceKind.STREET)
    panel.save()
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    assert {(one.place, one.corrected) for one in stored(desk)} == {(PlaceKind.HOME, True), (PlaceKind.STREET, False)}


def test_a_visit_is_planned_listed_and_logged(qtbot: QtBot, desk: Desk) -> None:
    who = person(desk.tasks.workspace)
    page = opened(qtbot, desk)
    panel = form(qtbot, page, lambda: page.open_form("plan", about=who))
    qtbot.waitUntil(lambda: panel.form.field("person").value() == who)
    panel.form.field("planned_on").set_value(TODAY)
    panel.save()
    qtbot.waitUntil(lambda: "Planned" in texts(page.model, 4))
    panel = form(qtbot, page, lambda: page.open_form("done", page.model.id_at(0)))
    qtbot.waitUntil(lambda: panel.form.field("on").value() == TODAY)
    panel.form.field("outcome").set_value(Outcome.REACHED)
    panel.form.field("team").set_value(TEAM)
    panel.save()
    qtbot.waitUntil(lambda: "Reached" in texts(page.model, 4))
    assert [one.planned_on for one in stored(desk)] == [TODAY]


def test_pills_and_the_list_of_rounds_narrow_the_list(qtbot: QtBot, desk: Desk) -> None:
    ws = desk.tasks.workspace
    who = person(ws)
    made = ws.write(rounds.plan, RoundDraft(name="November", from_on=TODAY))
    visit(desk, who, round=made)
    visit(desk, who, outcome=Outcome.NOT_HOME)
    page = opened(qtbot, desk)
    page.pills.chosen.emit("missed")
    qtbot.waitUntil(lambda: texts(page.model, 4) == ["Not at home"])
    page.pills.chosen.emit("all")
    qtbot.waitUntil(lambda: page.of_round.count() == 2)
    page.of_round.setCurrentIndex(1)
    page.of_round.activated.emit(1)
    qtbot.waitUntil(lambda: texts(page.model, 4) == ["Reached"])


def test_the_round_shows_who_is_left_and_one_click_begins_the_visit(qtbot: QtBot, desk: Desk) -> None:
    ws = desk.tasks.workspace
    left, met = person(ws), person(ws, "Bea", "Berg")
    made = ws.write(rounds.plan, RoundDraft(name="November", from_on=TODAY, targets=frozenset({left, met})))
    visit(desk, met, round=made)
    page = opened(qtbot, desk)
    page.show_kind("round", made)
    qtbot.waitUntil(lambda: "Who is left (1)" in said(page.detail))
    assert page.tabs.currentIndex() == ROUNDS
    click = next(one for one in page.detail.findChildren(QPushButton) if one.accessibleName() == "Log a visit: P001")
    panel = form(qtbot, page, click.click)
    qtbot.waitUntil(lambda: panel.form.field("person").value() == left)
    assert panel.form.field("round").value() == made


def test_a_whole_group_is_added_to_a_round(qtbot: QtBot, desk: Desk) -> None:
    ws = desk.tasks.workspace
    members, norra = {person(ws), person(ws, "Bea", "Berg")}, group(ws)
    for who in members:
        link(ws, who, norra)
    page = opened(qtbot, desk)
    panel = form(qtbot, page, lambda: page.open_form("round"))
    panel.form.field("name").set_value("December")
    panel.form.field("of_group").set_value(norra)
    qtbot.waitUntil(lambda: panel.form.field("targets").value() == members)
    panel.save()
    qtbot.waitUntil(lambda: bool(ws.read(rounds.listed)))
    assert ws.read(rounds.listed)[0].record.targets == members


def test_a_follow_up_that_is_due_is_noted(qtbot: QtBot, desk: Desk) -> None:
    made = visit(desk, person(desk.tasks.workspace), on=TODAY - timedelta(days=40))
    page = opened(qtbot, desk)
    qtbot.waitUntil(lambda: page.tabs.tabText(DUE) == "Follow-ups (1)")
    panel = form(qtbot, page, lambda: page.sides.due.opened.emit(made))
    panel.form.field("followup_30").set_value("Har börjat arbeta.")
    panel.save()
    assert panel.form.field("followup_30_mark").trouble(), "nobody knows whether it was seen or told"
    panel.form.field("followup_30_mark").set_value(NoteMark.FACT)
    panel.save()
    qtbot.waitUntil(lambda: page.tabs.tabText(DUE) == "Follow-ups")
    assert stored(desk)[0].followup_30 == "Har börjat arbeta."
    assert stored(desk)[0].followup_30_mark is NoteMark.FACT


def test_undo_takes_a_logged_visit_away_from_the_list(qtbot: QtBot, desk: Desk) -> None:
    visit(desk, person(desk.tasks.workspace))
    page = opened(qtbot, desk)
    page.tasks.write(page, undo.undo)
    qtbot.waitUntil(lambda: page.model.rowCount() == 0)


def test_a_form_survives_the_lock(qtbot: QtBot, desk: Desk) -> None:
    page = opened(qtbot, desk)
    panel = form(qtbot, page, page.new)
    panel.form.field("team").restore(["Polisen, Per"])
    panel.form.field("messages").restore([0, 2])
    kept = page.draft()
    assert kept is not None
    page.close_form()
    page.restore_draft(kept)
    back: Any = page.panel
    qtbot.wait(100)
    assert back.form.field("team").value() == (TeamMember("Polisen", "Per"),)
    assert {one.value for one in back.form.field("messages").value()} == {"1", "3"}


def test_the_place_speaks_swedish(qtbot: QtBot, tasks: Tasks, desk: Desk) -> None:
    language.speak("sv")
    page = NotificationsPage(Desk(tasks, Words("sv"), desk.settings))
    qtbot.addWidget(page)
    assert page.heading() == "Enskilda samtal"
    assert [page.tabs.tabText(at) for at in range(2)] == ["Besök", "Omgångar"]
    panel = form(qtbot, page, page.new)
    assert "Utfall *" in said(panel) and "Spara och nästa" in said(panel)


def test_another_list_is_not_left_beside_what_was_read_in_the_last_one(qtbot: QtBot, desk: Desk) -> None:
    visit(desk, person(desk.tasks.workspace))
    page = opened(qtbot, desk)
    page.table.selectRow(0)
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.detail_view)
    page.tabs.setCurrentIndex(ROUNDS)
    assert page.stack.currentWidget() is page.blank
    page.tabs.setCurrentIndex(0)
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.detail_view)
