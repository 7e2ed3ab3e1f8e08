"""A page with little room: list and detail take turns, buttons move into the menu, columns share what there is."""

from __future__ import annotations

import pytest
from kit.places import PeoplePlace, texts
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from gvi_desktop.domain.person import PersonDraft
from gvi_desktop.services import people
from ui.kit import theme
from ui.kit.desk import Desk
from ui.kit.head import Head
from ui.kit.table import Column, RecordModel
from ui.kit.view import Table

NARROW, WIDE = (600, 500), (1200, 700)


@pytest.fixture
def place(qtbot: QtBot, desk: Desk) -> PeoplePlace:
    for name in ("Alm", "Björk"):
        desk.tasks.workspace.write(people.add, PersonDraft(code_name=name))
    made = PeoplePlace(desk)
    qtbot.addWidget(made)
    made.filterable("Filter")
    made.resize(*NARROW)
    made.show()
    qtbot.waitUntil(lambda: texts(made.model) == ["Alm", "Björk"])
    return made


def sides(place: PeoplePlace) -> tuple[bool, bool, bool]:
    """Whether the list, the detail and the way back are in sight."""
    return place.table.isVisible(), place.stack.isVisible(), place.split.back.isVisible()


def test_a_narrow_page_shows_the_list_first_and_what_is_clicked_instead_of_it(qtbot: QtBot, place: PeoplePlace) -> None:
    assert sides(place) == (True, False, False)
    area = place.table.visualRect(place.model.index(1, 0))
    qtbot.mouseClick(place.table.viewport(), Qt.MouseButton.LeftButton, pos=area.center())
    qtbot.waitUntil(lambda: "Björk" in [label.text() for label in place.detail.findChildren(QLabel)])
    assert sides(place) == (False, True, True)
    assert place.stack.width() <= place.width()
    place.split.back.click()
    assert sides(place) == (True, False, False)


def test_the_arrow_keys_walk_the_list_right_opens_and_esc_comes_back(qtbot: QtBot, place: PeoplePlace) -> None:
    place.table.setFocus()
    qtbot.keyClick(place.table, Qt.Key.Key_Down)
    assert sides(place) == (True, False, False)
    qtbot.keyClick(place.table, Qt.Key.Key_Right)
    assert sides(place) == (False, True, True)
    qtbot.keyClick(place.detail, Qt.Key.Key_Escape)
    assert sides(place) == (True, False, False)


def test_a_form_takes_the_room_and_gives_it_back(qtbot: QtBot, place: PeoplePlace) -> None:
    place.new()
    qtbot.waitUntil(lambda: place.panel is not None)
    assert sides(place) == (False, True, True)
    place.close_form()
    assert sides(place) == (True, False, False)


def test_what_is_written_over_the_whole_page_leaves_it_as_it_was(qtbot: QtBot, place: PeoplePlace) -> None:
    place.show_record(place.model.id_at(0))
    for size, before in ((NARROW, (False, True, True)), (WIDE, (True, True, False))):
        place.resize(*size)
        qtbot.waitUntil(lambda before=before: sides(place) == before)
        place.split.detail_alone(True)
        assert sides(place)[:2] == (False, True)
        place.split.detail_alone(False)
        assert sides(place) == before


def test_a_wider_page_has_both_again_as_they_were(qtbot: QtBot, place: PeoplePlace) -> None:
    place.resize(*WIDE)
    qtbot.waitUntil(lambda: sides(place) == (True, True, False))
    before = place.split.sizes()
    place.resize(*NARROW)
    qtbot.waitUntil(lambda: sides(place) == (True, False, False))
    place.resize(*WIDE)
    qtbot.waitUntil(lambda: place.split.sizes() == before)
    least = [theme.px(steps) for steps in place.least]
    assert all(wide >= need for wide, need in zip(before, least, strict=True))


def test_what_is_filtered_for_is_seen(qtbot: QtBot, place: PeoplePlace) -> None:
    place.show_record(place.model.id_at(0))
    assert sides(place) == (False, True, True)
    place.filter.setText("Bj")
    assert sides(place) == (True, False, False)


def test_buttons_of_a_narrow_head_are_found_in_its_menu(qtbot: QtBot) -> None:
    done: list[str] = []
    head = Head("Notifications", "More")
    qtbot.addWidget(head)
    head.secondary("Plan a visit to somebody", lambda: done.append("planned"), "")
    first = head.primary("Log a visit", lambda: done.append("logged"), "plus", "")
    head.filter.show()
    head.resize(900, 60)
    head.show()
    (beside, entry), *_ = head._second
    qtbot.waitUntil(lambda: beside.isVisible() and not entry.isVisible() and not head._more.isVisible())
    head.resize(460, 60)
    qtbot.waitUntil(lambda: not beside.isVisible() and entry.isVisible() and head._more.isVisible())
    entry.trigger()
    assert done == ["planned"]
    assert first.isVisible() and first.geometry().right() < head._more.geometry().left()
    head.resize(900, 60)
    qtbot.waitUntil(lambda: beside.isVisible() and not entry.isVisible())


def test_columns_give_up_what_they_do_not_need_before_anything_is_cut(qtbot: QtBot) -> None:
    columns = (
        Column[tuple[str, str]]("No.", lambda line: line[0], width=12),
        Column[tuple[str, str]]("Day", lambda _line: "2026-12-10", width=24),
        Column[tuple[str, str]]("Where", lambda line: line[1], width=0),
    )
    table = Table("Meetings")
    qtbot.addWidget(table)
    model = RecordModel[tuple[str, str]](columns, lambda line: line[0])
    table.show_model(model)
    table.resize(420, 300)
    table.show()
    model.show([("1", "The great hall of the house of culture")])
    wanted = [table.sizeHintForColumn(at) for at in range(3)]
    qtbot.waitUntil(lambda: all(table.columnWidth(at) >= wanted[at] for at in (0, 1)) and table.columnWidth(2) > 200)
    assert sum(table.columnWidth(at) for at in range(3)) <= table.viewport().width()
    before = table.columnWidth(2)
    table.resize(900, 300)
    qtbot.waitUntil(lambda: table.columnWidth(2) > before and table.columnWidth(1) > wanted[1])


def test_no_column_is_left_a_stump_where_others_are_wide(qtbot: QtBot) -> None:
    long = "Bosnian, Croatian and Serbian together"
    columns = (
        Column[str]("Language", lambda _line: long, width=40),
        Column[str]("Letter", lambda _line: long, width=40),
        Column[str]("Wording", lambda _line: "The program's own text", width=0),
    )
    table = Table("Texts")
    qtbot.addWidget(table)
    table.show_model(model := RecordModel[str](columns, str))
    table.resize(420, 300)
    table.show()
    model.show(["1"])
    qtbot.waitUntil(lambda: table.columnWidth(2) >= theme.px(14))


def test_widths_drawn_by_hand_are_kept_and_grow_with_the_text(qtbot: QtBot) -> None:
    model = RecordModel[str]((Column[str]("Name", str, width=10), Column[str]("Rest", str, width=0)), str)
    table = Table("Names")
    qtbot.addWidget(table)
    table.show_model(model, widths=[90, 100])
    table.resize(130, 200)
    table.show()
    model.show(["Alm"])
    qtbot.wait(20)
    assert table.columnWidth(0) == round(90 * theme.style().scale)
