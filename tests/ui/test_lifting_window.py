"""Lifting a protection in the window: the form wants a reason, and asks once more before it saves."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from kit.pages import beside, form_of, press, visit
from kit.people import person
from pytestqt.qtbot import QtBot

from gvi_desktop.domain.person import Person, Protection
from gvi_desktop.services import history
from gvi_desktop.services.workspace import Workspace
from ui.kit.ask import Question
from ui.kit.desk import Desk
from ui.people.page import PeoplePage


@pytest.fixture
def ws(desk: Desk) -> Workspace:
    return desk.tasks.workspace


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> Any:
    return visit(qtbot, PeoplePage(desk))


def stored(ws: Workspace, who: str) -> Protection:
    return ws.read(lambda unit: unit.get(Person, who)).protection


def question(page: Any) -> Question:
    found: Question = next(one for one in page.findChildren(Question) if one.isVisible())
    return found


def test_a_reason_and_a_second_thought_stand_before_it(qtbot: QtBot, page: Any, ws: Workspace) -> None:
    who = person(ws, protection=Protection.CONFIDENTIALITY)
    panel = form_of(qtbot, page, lambda: page.open_form("person", who))
    why = panel.form.field("lifted_why")
    assert not why.isVisible()
    panel.form.field("protection").set_value(Protection.NONE)
    assert why.isVisible()
    panel.save()
    assert "lifted_why" in beside(panel)
    why.set_value("Sekretessen är hävd.")
    panel.save()
    press(question(page), "Cancel")
    assert stored(ws, who) is Protection.CONFIDENTIALITY
    panel.save()
    press(question(page), "Lift the protection")
    qtbot.waitUntil(lambda: stored(ws, who) is Protection.NONE)
    told = [one.detail for one in ws.read(history.newest, 9) if one.action == "protect"]
    assert told == ["Sekretessen är hävd."]


@pytest.mark.parametrize("before", [Protection.NONE, Protection.CONFIDENTIALITY])
def test_any_other_change_asks_nothing_more(qtbot: QtBot, page: Any, ws: Workspace, before: Protection) -> None:
    who = person(ws, protection=before)
    panel = form_of(qtbot, page, lambda: page.open_form("person", who))
    panel.form.field("protection").set_value(Protection.REGISTRATION)
    saves: Callable[[], bool] = lambda: stored(ws, who) is Protection.REGISTRATION  # noqa: E731
    panel.save()
    qtbot.waitUntil(saves)
    assert not [one for one in page.findChildren(Question) if one.isVisible()]
