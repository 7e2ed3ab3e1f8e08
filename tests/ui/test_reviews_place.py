"""The walk through reviews by keyboard: what is shown, how each ends, how far one is, and going on after a lock."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from kit.pages import press, shown_texts, visit
from kit.people import group, link, person
from kit.vaults import SettableClock
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from gvi_desktop.domain.membership import Accuracy, Membership, Reliability
from gvi_desktop.domain.person import Person
from gvi_desktop.services import memberships, reviewing, undo
from gvi_desktop.services.workspace import Workspace
from ui.kit.desk import Desk
from ui.kit.erasewizard import EraseWizard
from ui.reviews.page import ReviewsPage


@pytest.fixture
def due(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    north = group(workspace, next_review_on=date(2027, 3, 3))
    one = person(workspace, next_review_on=date(2027, 3, 2))
    made = link(workspace, one, north, review_on=date(2027, 3, 1))
    clock = SettableClock()
    clock.set_day(date(2027, 3, 10))
    workspace.clock = clock
    monkeypatch.setattr("ui.kit.dates.now", clock)
    return {"membership": made, "person": one, "group": north}


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, due: dict[str, str]) -> Any:
    made = visit(qtbot, ReviewsPage(desk))
    qtbot.waitUntil(lambda: "P001 · Norra" in shown_texts(made.detail))
    return made


def key(qtbot: QtBot, page: Any, which: Qt.Key) -> None:
    page.detail.setFocus()
    qtbot.keyClick(page.detail, which)


def test_source_basis_age_and_how_late_it_is_are_read_at_once(page: Any) -> None:
    said = shown_texts(page)
    for part in ("Polisen, kartläggning", "Sedd med gruppens kärna.", "9 day(s) ago", "0 done, 3 left", "Anna Ek"):
        assert part in said, part


def test_the_walk_is_done_by_keyboard(qtbot: QtBot, page: Any, due: dict[str, str], workspace: Workspace) -> None:
    key(qtbot, page, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: page.panel is not None)
    editor = page.panel.form.field("reason").editors()[0]
    qtbot.waitUntil(editor.hasFocus)
    qtbot.keyClicks(editor, "Sedd igen i februari.")
    qtbot.keyClick(editor, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.looked is not None and page.looked.turn.kind == "person")
    qtbot.waitUntil(lambda: "1 done, 2 left" in shown_texts(page))
    key(qtbot, page, Qt.Key.Key_3)
    qtbot.waitUntil(lambda: page.panel is not None)
    page.panel.form.field("reason").set_value("Har lämnat.")
    page.panel.save()
    qtbot.waitUntil(lambda: page.looked is not None and page.looked.turn.kind == "group")
    key(qtbot, page, Qt.Key.Key_5)
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.nothing)
    qtbot.waitUntil(lambda: "2 done, 1 left · 1 put off" in shown_texts(page))
    press(page.nothing, "Begin again")
    qtbot.waitUntil(lambda: "0 done, 1 left" in shown_texts(page) and page.looked is not None)
    workspace.write(undo.undo)  # each was a step of its own
    assert [one.kind for one in workspace.read(reviewing.walk).turns] == ["person", "group"]


def test_a_link_nobody_has_judged_is_judged_when_it_is_kept(
    qtbot: QtBot, page: Any, due: dict[str, str], workspace: Workspace
) -> None:
    unknown = {"reliability": Reliability.UNKNOWN, "accuracy": Accuracy.UNKNOWN}
    workspace.write(lambda unit: unit.change(Membership, due["membership"], **unknown))
    page.act("keep")
    qtbot.waitUntil(lambda: page.panel is not None)
    page.panel.form.field("reason").set_value("Ja.")
    page.panel.save()
    assert page.panel is not None
    page.panel.form.field("reliability").set_value(Reliability.RELIABLE)
    page.panel.form.field("accuracy").set_value(Accuracy.CONFIRMED)
    page.panel.save()
    qtbot.waitUntil(lambda: page.panel is None)
    assert workspace.read(memberships.get, due["membership"]).membership.reliability is Reliability.RELIABLE


def test_a_link_is_corrected_where_it_stands_and_stays_in_view(
    qtbot: QtBot, page: Any, due: dict[str, str], workspace: Workspace
) -> None:
    page.act("correct")
    qtbot.waitUntil(lambda: page.panel is not None)
    page.panel.form.field("basis").set_value("Prövad på nytt.")
    page.panel.form.field("review_on").set_value(date(2027, 3, 10))
    page.panel.save()
    qtbot.waitUntil(lambda: "Prövad på nytt." in shown_texts(page.detail))
    assert page.looked.turn.id == due["membership"] and "Waiting for approval" in shown_texts(page.detail)


def test_a_person_or_group_is_corrected_in_its_own_place(qtbot: QtBot, page: Any, due: dict[str, str]) -> None:
    page.put_off()
    qtbot.waitUntil(lambda: page.looked is not None and page.looked.turn.kind == "person")
    with qtbot.waitSignal(page.desk.go) as gone:
        page.act("correct")
    assert gone.args == ["person", due["person"]]


def test_erasing_a_link_asks_first_and_says_why(
    qtbot: QtBot, page: Any, due: dict[str, str], workspace: Workspace
) -> None:
    assert page.looked.turn.kind == "membership"
    page.act("erase")
    question = page.findChild(QDialog)
    question.findChild(QLineEdit).setText("Saknar grund.")
    question.yes.click()
    qtbot.waitUntil(lambda: page.looked is not None and page.looked.turn.kind == "person")
    assert workspace.read(lambda unit: unit.count(Membership)) == 0


def test_erasing_a_person_goes_by_the_wizard_which_tells_how_far_it_is(
    qtbot: QtBot, page: Any, due: dict[str, str], workspace: Workspace
) -> None:
    page.put_off()
    qtbot.waitUntil(lambda: page.looked is not None and page.looked.turn.kind == "person")
    page.act("erase")
    wizard = page.findChild(EraseWizard)
    assert wizard.findChild(QProgressBar) is not None
    qtbot.waitUntil(lambda: wizard.findChild(QLineEdit) is not None)
    wizard.findChild(QLineEdit).setText("Saknar grund.")
    press(wizard, "Erase")
    qtbot.waitUntil(lambda: wizard.erased, timeout=20_000)
    qtbot.waitUntil(lambda: any(one.text() == "Close" for one in wizard.findChildren(QPushButton)))
    press(wizard, "Close")
    qtbot.waitUntil(lambda: page.looked is not None and page.looked.turn.kind == "group")
    assert workspace.read(lambda unit: unit.count(Person)) == 0
    assert page.done == 1


def test_after_a_lock_the_walk_goes_on_where_it_was(qtbot: QtBot, page: Any, desk: Desk) -> None:
    page.put_off()
    qtbot.waitUntil(lambda: page.looked is not None and page.looked.turn.kind == "person")
    page.act("keep")
    qtbot.waitUntil(lambda: page.panel is not None)
    page.panel.form.field("reason").set_value("Halv mening")
    kept = page.draft()
    again = visit(qtbot, ReviewsPage(desk))
    again.restore_draft(kept)
    qtbot.waitUntil(lambda: again.panel is not None and again.panel.form.values()["reason"] == "Halv mening")
    assert again.later == page.later
