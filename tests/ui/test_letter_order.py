"""The order of new letters: what it proposes, and how it stands where there is little room."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from kit.callins import add_callin, add_person
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QComboBox, QStyleOptionComboBox, QWidget
from pytestqt.qtbot import QtBot

from gvi_desktop.domain.callin import Callin, CallinStatus
from gvi_desktop.domain.letter import LetterKind
from gvi_desktop.domain.office import Office
from gvi_desktop.domain.person import Supervision
from gvi_desktop.services import invitees
from gvi_desktop.services.unit import Unit
from gvi_desktop.services.workspace import Workspace
from ui.kit import theme
from ui.kit.choosing import ShortBox
from ui.kit.desk import Desk
from ui.kit.printers import ask_printer
from ui.letters.maker import LetterMaker
from ui.letters.order import CALLIN

VENUE = "Stadsbiblioteket i Västra Mark, stora hörsalen på andra våningen"
LONG = "The office's printer beside the stairs on the second floor (HP LaserJet 4200 dtn)"


def fill(unit: Unit) -> None:
    unit.change(Office, unit.office.id, phone="019-21 10 00", parties=("Polisen",))
    held = add_callin(unit, date(2026, 9, 20))
    unit.change(Callin, held, status=CallinStatus.HELD, number=1)
    coming = add_callin(unit)
    unit.change(Callin, coming, number=2, venue=VENUE)
    invitees.invite(unit, coming, [add_person(unit, "Tall-1", given_name="Elias", supervision=Supervision.PROBATION)])


@pytest.fixture
def maker(qtbot: QtBot, workspace: Workspace, desk: Desk) -> Iterator[LetterMaker]:
    workspace.write(fill)
    made = LetterMaker(desk)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    qtbot.waitUntil(lambda: bool(made.people.boxes))
    yield made
    for timer in made.findChildren(QTimer):
        timer.stop()


def number(unit: Unit, callin: str) -> int | None:
    return unit.get(Callin, callin).number


def test_the_whole_venue_stands_below_the_box(maker: LetterMaker) -> None:
    assert maker.order.venue.text() == VENUE and VENUE not in maker.order.source.currentText()
    maker.order.kind.setCurrentIndex(maker.order.kind.findData(LetterKind.NOTIFICATION.value))
    assert not maker.order.venue.isVisible()


def test_a_list_of_who_stayed_away_is_proposed_for_a_call_in_that_was_held(
    workspace: Workspace, maker: LetterMaker
) -> None:
    source, coming = maker.order.source.currentData()
    assert source == CALLIN and workspace.read(number, coming) == 2
    maker.order.want("", "", LetterKind.NO_SHOWS.value)
    maker.order.source.setCurrentIndex(0)
    assert workspace.read(number, maker.order.source.currentData()[1]) == 1


def test_in_a_narrow_page_order_and_pages_take_turns(qtbot: QtBot, maker: LetterMaker) -> None:
    def seen() -> tuple[bool, bool, bool]:
        return maker.order.isVisible(), maker.pages.isVisible(), maker.bar.pages_button.isVisible()

    assert seen() == (True, True, False)
    maker.resize(560, 700)
    qtbot.waitUntil(lambda: seen() == (True, False, True))
    maker.bar.pages_button.click()
    assert seen()[:2] == (False, True)
    closed: list[str] = []
    maker.closed.connect(closed.append)
    maker.activateWindow()
    maker.setFocus()
    qtbot.waitUntil(maker.isActiveWindow)
    qtbot.keyClick(maker, Qt.Key.Key_Escape)
    assert seen() == (True, False, True) and not closed
    qtbot.keyClick(maker, Qt.Key.Key_Escape)
    assert closed == [""]


def test_with_room_two_fields_stand_beside_each_other(qtbot: QtBot, maker: LetterMaker) -> None:
    def corners() -> tuple[QPoint, QPoint]:
        boxes = maker.order.kind, maker.order.source
        first, second = (box.mapToGlobal(box.rect().topLeft()) for box in boxes)
        return first, second

    assert corners()[0].y() < corners()[1].y()
    maker.resize(theme.px(70), 700)
    qtbot.waitUntil(lambda: corners()[0].y() == corners()[1].y())
    assert corners()[0].x() < corners()[1].x()


def test_what_is_too_long_for_a_box_ends_with_dots_and_is_whole_in_its_tip(qtbot: QtBot) -> None:
    box = ShortBox()
    qtbot.addWidget(box)
    box.addItems(["Short", LONG])
    box.setCurrentIndex(1)
    box.resize(200, 30)
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    assert option.currentText.endswith("…") and LONG.startswith(option.currentText[:-1])
    assert box.toolTip() == LONG


def test_a_long_name_of_a_printer_makes_the_question_no_wider(qtbot: QtBot) -> None:
    def width(names: list[str]) -> int:
        window = QWidget()
        qtbot.addWidget(window)
        question = ask_printer(window, names, "Print", "Which?", lambda _name: None)
        found = question.width()
        question.reject()
        return found

    assert width([LONG * 3]) == width(["Plan 2"])


def test_where_there_is_no_printer_none_can_be_chosen(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    question = ask_printer(window, [], "Print", "Which?", lambda _name: None)
    box = question.findChild(QComboBox)
    assert box is not None and not box.isVisible() and not question.yes.isEnabled()
    question.reject()
