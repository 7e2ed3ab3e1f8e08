"""The place Phone line: a call logged by keyboard, anonymity, acute danger, call-backs, consent and help."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from kit.lines import add_person, call
from kit.pages import beside, form_of, hidden, look_at, press, saved, shown_texts, visit
from kit.places import texts
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gvi_desktop.domain.phonecall import CallerKind, Channel, Need
from gvi_desktop.domain.user import Role, User, UserDraft
from gvi_desktop.services import phonecalls, undo
from gvi_desktop.services.unit import Unit
from gvi_desktop.settings import Settings
from ui.kit import language
from ui.kit.desk import Desk
from ui.kit.words import Words
from ui.phoneline.danger import Danger
from ui.phoneline.forms import soon
from ui.phoneline.page import PhoneLinePage


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> Any:
    return visit(qtbot, PhoneLinePage(desk))


def write(page: Any, work: Any, *args: Any) -> Any:
    return page.tasks.workspace.write(work, *args)


def calls(page: Any) -> list[Any]:
    def read(unit: Unit) -> list[Any]:
        return phonecalls.lines(unit, phonecalls.ids(unit))

    return [one.record for one in page.tasks.workspace.read(read)]


def test_a_call_is_logged_by_keyboard_alone(qtbot: QtBot, page: Any) -> None:
    panel = form_of(qtbot, page, page.new)
    need, caller = panel.form.field("need"), panel.form.field("caller")
    qtbot.keyClick(need.editors()[0], Qt.Key.Key_3)
    qtbot.keyClick(caller.editors()[0], Qt.Key.Key_2)
    qtbot.keyClicks(panel.form.field("handed_to").editors()[0], "Bostadsbyrån")
    qtbot.keyClick(panel, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.panel is None)
    (kept,) = calls(page)
    assert (kept.need, kept.caller, kept.handed_to) == (Need.HOUSING, CallerKind.PARENT, "Bostadsbyrån")
    assert (kept.anonymous, kept.channel, kept.taken_by) == (True, Channel.CALL, "Anna Ek")
    assert kept.on == datetime(2026, 11, 22, tzinfo=UTC).date() and kept.at.hour == 13
    qtbot.waitUntil(lambda: texts(page.model, 4) == ["Housing"])


def test_what_is_missing_is_said_beside_the_field(qtbot: QtBot, page: Any) -> None:
    panel = form_of(qtbot, page, page.new)
    panel.save()
    assert list(beside(panel)) == ["need"]
    assert page.panel is panel and calls(page) == []


def test_acute_danger_shows_the_number_at_once(qtbot: QtBot, page: Any) -> None:
    panel = form_of(qtbot, page, page.new)
    danger = panel.form.findChild(Danger)
    assert danger.isHidden()
    qtbot.keyClick(panel.form.field("acute_danger").editors()[0], Qt.Key.Key_Space)
    assert danger.isVisible() and danger.call.text() == "Call 112"
    assert danger.call.font().pointSizeF() > 2 * panel.form.font().pointSizeF()


def test_an_anonymous_caller_has_neither_number_nor_person(qtbot: QtBot, page: Any) -> None:
    panel = form_of(qtbot, page, page.new)
    assert hidden(panel, "number") and hidden(panel, "person")
    panel.form.field("anonymous").set_value(False)
    assert not hidden(panel, "number")
    panel.form.fill({"number": "070-174 06 05", "need": Need.QUESTION})
    panel.form.field("anonymous").set_value(True)
    assert hidden(panel, "number") and panel.form.field("number").value() == ""
    saved(qtbot, page)
    assert calls(page)[0].number == ""


def test_a_refusal_of_the_service_stands_beside_its_field(qtbot: QtBot, page: Any) -> None:
    panel = form_of(qtbot, page, page.new)
    yesterday = page.tasks.workspace.clock() - timedelta(days=1)
    panel.form.fill({"need": Need.EXIT, "callback_due": yesterday})
    panel.save()
    qtbot.waitUntil(lambda: "callback_due" in beside(panel))
    assert calls(page) == []


def test_who_waits_is_counted_shown_and_called_back(qtbot: QtBot, page: Any) -> None:
    now = page.tasks.workspace.clock()
    late = write(page, phonecalls.log, call(callback_due=now - timedelta(hours=4)))
    write(page, phonecalls.log, call(need=Need.WORK))
    qtbot.waitUntil(lambda: sorted(texts(page.model, 1)) == ["", "4 h late"])
    qtbot.waitUntil(lambda: "To call back  1" in shown_texts(page.pills))
    press(page.pills, "To call back  1")
    qtbot.waitUntil(lambda: texts(page.model, 1) == ["4 h late"])
    look_at(qtbot, page, late, "Call back: 4 h late")
    press(page.detail, "Called back")
    qtbot.waitUntil(lambda: page.model.rowCount() == 0)
    assert "Nobody waits" in shown_texts(page.table)
    write(page, undo.undo)
    qtbot.waitUntil(lambda: texts(page.model, 1) == ["4 h late"])


def test_consent_later_links_the_caller(qtbot: QtBot, page: Any) -> None:
    person = write(page, add_person, "P001")
    made = write(page, phonecalls.log, call())
    look_at(qtbot, page, made, "Wants to leave")
    panel = form_of(qtbot, page, lambda: press(page.detail, "The caller consents"))
    panel.save()
    qtbot.waitUntil(lambda: "person" in beside(panel))
    panel.form.field("person").set_value(person)
    panel.form.field("consents").set_value(("Frivården",))
    saved(qtbot, page)
    qtbot.waitUntil(lambda: "P001" in shown_texts(page.detail))
    assert calls(page)[0].consents == ("Frivården",)
    assert "The caller consents" not in shown_texts(page.detail)


def test_offered_help_is_gone_on_with_in_its_own_place(qtbot: QtBot, page: Any) -> None:
    made = write(page, phonecalls.log, call(need=Need.DEBTS))
    went: list[tuple[str, str]] = []
    page.desk.go.connect(lambda kind, record: went.append((kind, record)))
    look_at(qtbot, page, made, "Debts")
    press(page.detail, "Offer help")
    qtbot.waitUntil(lambda: bool(went))
    assert went[0][0] == "help"
    qtbot.waitUntil(lambda: "Help that came of it" in shown_texts(page.detail))


def test_the_filter_finds_calls_by_the_windows_words(qtbot: QtBot, page: Any) -> None:
    for need in (Need.DEBTS, Need.WORK, Need.HOUSING):
        write(page, phonecalls.log, call(need=need))
    qtbot.waitUntil(lambda: page.model.rowCount() == 3)
    page.filter.setText("debt")
    qtbot.waitUntil(lambda: texts(page.model, 4) == ["Debts"])


@pytest.mark.parametrize(
    ("day", "expected"), [(20, "2026-11-23"), (21, "2026-11-23"), (22, "2026-11-23"), (23, "2026-11-24")]
)
def test_the_next_working_day_is_no_day_of_the_weekend(day: int, expected: str) -> None:
    # The 20th of November 2026 is a Friday.
    due = soon("workday", datetime(2026, 11, day, 12, 0, tzinfo=UTC))
    assert due is not None
    assert (due.date().isoformat(), due.hour) == (expected, 8), "nine o'clock in Örebro"


def test_in_swedish_everything_is_swedish(qtbot: QtBot, desk: Desk) -> None:
    language.speak("sv")
    page: Any = visit(qtbot, PhoneLinePage(Desk(desk.tasks, Words("sv"), Settings(language="sv"))))
    panel = form_of(qtbot, page, page.new)
    panel.form.field("acute_danger").set_value(True)
    text = shown_texts(page)
    assert "Logga ett samtal" in text and "Ring 112" in text and "Numret till den som är anonym" in text


def test_an_administrator_is_told_why_nothing_is_shown(qtbot: QtBot, desk: Desk) -> None:
    ws = desk.tasks.workspace
    ws.write(phonecalls.log, call())

    def become(unit: Unit) -> None:
        unit.put(User, unit.user.id, UserDraft(name=unit.user.name, agency="x", role=Role.ADMINISTRATOR))

    ws.write(become)
    page: Any = visit(qtbot, PhoneLinePage(desk))
    qtbot.waitUntil(lambda: "Your role does not read the phone line." in shown_texts(page.table))
    page.new()
    qtbot.wait(50)
    assert page.panel is None
