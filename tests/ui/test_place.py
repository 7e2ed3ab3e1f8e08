"""A list beside a detail, and the form that opens over it."""

from collections.abc import Callable
from typing import Any

import pytest
from kit.places import PeoplePlace, texts
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from gvi_desktop.domain.errors import GviError
from gvi_desktop.domain.person import PersonDraft, PersonRole
from gvi_desktop.services import people
from ui.kit.act import Act
from ui.kit.desk import Desk
from ui.kit.table import UNLOADED


@pytest.fixture
def place(qtbot: QtBot, desk: Desk) -> PeoplePlace:
    for name in ("Alm", "Björk", "Ceder"):
        desk.tasks.workspace.write(people.add, PersonDraft(code_name=name))
    made = PeoplePlace(desk)
    made.primary("New", made.new)
    made.filterable("Filter")
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    qtbot.waitUntil(lambda: lines(made) == ["Alm", "Björk", "Ceder"])
    return made


def lines(place: PeoplePlace) -> list[str]:
    return texts(place.model)


def shown(place: PeoplePlace) -> list[str]:
    return [label.text() for label in place.detail.findChildren(QLabel)]


def person(place: PeoplePlace, name: str) -> str:
    row = lines(place).index(name)
    return place.model.id_at(row)


def open_form(qtbot: QtBot, place: PeoplePlace, act: Callable[[], Any]) -> Any:
    act()
    qtbot.waitUntil(lambda: place.panel is not None)
    return place.panel


def test_choosing_a_line_shows_it(qtbot: QtBot, place: PeoplePlace) -> None:
    place.show_record(person(place, "Björk"))
    qtbot.waitUntil(lambda: "Björk" in shown(place))
    assert place.current == person(place, "Björk")
    assert place.table.current_id() == place.current


def test_the_filter_asks_the_service_and_an_empty_answer_is_explained(qtbot: QtBot, place: PeoplePlace) -> None:
    place.focus_filter()
    place.filter.setText("Bjö")
    qtbot.waitUntil(lambda: lines(place) == ["Björk"])
    place.filter.setText("xyzzy")
    qtbot.waitUntil(lambda: lines(place) == [])
    empty: Any = place.table.viewport().findChild(object, "empty")
    assert empty.isVisible()
    empty.step.click()
    qtbot.waitUntil(lambda: len(lines(place)) == 3 and UNLOADED not in lines(place))


def test_a_heading_asks_the_service_for_its_order(qtbot: QtBot, place: PeoplePlace) -> None:
    place.table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    qtbot.waitUntil(lambda: lines(place) == ["Ceder", "Björk", "Alm"])


def test_a_new_record_is_saved_listed_and_shown(qtbot: QtBot, place: PeoplePlace) -> None:
    said: list[tuple[str, bool]] = []
    place.desk.said.connect(lambda text, undo: said.append((text, undo)))
    panel = open_form(qtbot, place, place.new)
    panel.form.field("code_name").set_value("Dal")
    panel.form.field("given_name").set_value("Örjan")
    qtbot.keyClick(panel, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "Dal" in lines(place) and "Dal" in shown(place))
    assert place.panel is None and said == [("Saved", True)]


def test_what_the_rules_refuse_stands_beside_its_field_and_nothing_is_written(qtbot: QtBot, place: PeoplePlace) -> None:
    panel = open_form(qtbot, place, place.new)
    panel.save()
    qtbot.wait(30)
    assert place.panel is panel
    assert any(label.property("role") == "problem" and label.text() for label in panel.findChildren(QLabel))
    assert len(lines(place)) == 3


def test_a_refusal_by_the_service_keeps_what_was_typed(qtbot: QtBot, place: PeoplePlace) -> None:
    panel = open_form(qtbot, place, place.new)
    panel.form.field("code_name").set_value("Ek")
    panel._check = None
    panel._save = lambda: Act(people.add, PersonDraft(role=PersonRole.MESSENGER, supervision_officer="x" * 900))
    panel.save()
    qtbot.waitUntil(lambda: any(x.property("role") == "problem" and x.text() for x in panel.findChildren(QLabel)))
    assert panel.form.values()["code_name"] == "Ek"


def test_escape_leaves_the_form_and_goes_back_to_the_list(qtbot: QtBot, place: PeoplePlace) -> None:
    panel = open_form(qtbot, place, place.new)
    qtbot.keyClick(panel, Qt.Key.Key_Escape)
    assert place.panel is None
    assert place.table.hasFocus()


def test_a_change_elsewhere_reloads_the_list_and_the_detail(qtbot: QtBot, place: PeoplePlace) -> None:
    one = person(place, "Alm")
    place.show_record(one)
    qtbot.waitUntil(lambda: "Alm" in shown(place))
    place.tasks.write(place, people.change, one, PersonDraft(code_name="Asp"))
    qtbot.waitUntil(lambda: "Asp" in lines(place) and "Asp" in shown(place))


def test_an_open_form_survives_as_a_draft(qtbot: QtBot, place: PeoplePlace) -> None:
    one = person(place, "Alm")
    place.show_record(one)
    panel = open_form(qtbot, place, place.edit)
    panel.form.field("note").set_value("Half a sen")
    draft = place.draft()
    place.close_form()
    assert draft is not None and place.draft() is None
    panel = open_form(qtbot, place, lambda: place.restore_draft(draft))
    assert panel.form.values()["note"] == "Half a sen"
    assert panel.form.values()["code_name"] == "Alm"
    assert panel.form.dirty


def test_an_act_without_a_form_tells_its_refusal_to_the_shell(qtbot: QtBot, place: PeoplePlace) -> None:
    told: list[GviError] = []
    place.tasks.failed.connect(told.append)
    place.do(Act(people.add, PersonDraft()))
    qtbot.waitUntil(lambda: bool(told))


def test_a_width_drawn_by_hand_is_remembered(qtbot: QtBot, place: PeoplePlace) -> None:
    place.show()
    heads = place.table.horizontalHeader()
    border = QPoint(heads.sectionPosition(0) + heads.sectionSize(0) - 1, heads.height() // 2)
    before = heads.sectionSize(0)
    qtbot.mousePress(heads.viewport(), Qt.MouseButton.LeftButton, pos=border)
    qtbot.mouseMove(heads.viewport(), border + QPoint(15, 0))
    qtbot.mouseMove(heads.viewport(), border + QPoint(30, 0))
    qtbot.mouseRelease(heads.viewport(), Qt.MouseButton.LeftButton, pos=border + QPoint(30, 0))
    qtbot.waitUntil(lambda: place.desk.settings.widths_of("PeoplePlace")[:1] == [before + 30])


def test_widths_that_only_follow_the_window_are_not_remembered(qtbot: QtBot, place: PeoplePlace) -> None:
    place.show()
    place.resize(1000, 500)
    qtbot.wait(500)
    assert place.desk.settings.widths_of("PeoplePlace") == []
