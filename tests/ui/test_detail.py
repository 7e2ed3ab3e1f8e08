"""The reading view: long rows come bit by bit, and a sheet drawn anew stays where one read."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractSlider, QFrame, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.kit.cards import card
from ui.kit.detail import Detail
from ui.kit.latetabs import LateTabs
from ui.kit.slices import AT_ONCE
from ui.kit.text import label
from ui.kit.tokens import Tone


def words(detail: Detail) -> list[str]:
    body = detail.widget()
    return [one.text() for one in body.findChildren(QLabel)] if body is not None else []


def filled(detail: Detail, key: str, count: int) -> None:
    detail.start(key)
    detail.each([f"{key} {at}" for at in range(count)], label)
    detail.text("the end")


def test_a_long_row_is_drawn_bit_by_bit_and_in_its_order(qtbot: QtBot) -> None:
    detail = Detail()
    qtbot.addWidget(detail)
    detail.show()
    filled(detail, "a", 40)
    assert 0 < len([word for word in words(detail) if word.startswith("a ")]) == AT_ONCE
    qtbot.waitUntil(lambda: len(words(detail)) == 41)
    rows = [one for one in detail.findChildren(QLabel) if one.text().startswith("a ")]
    tops = [0]

    def placed() -> bool:
        tops[:] = [one.mapTo(detail, QPoint()).y() for one in rows]
        return tops[-1] > 0 and tops == sorted(tops)

    qtbot.waitUntil(placed)
    end = [one for one in detail.findChildren(QLabel) if one.text() == "the end"]
    qtbot.waitUntil(lambda: end[0].mapTo(detail, QPoint()).y() > max(tops))


def test_another_sheet_stops_what_was_still_to_be_drawn(qtbot: QtBot) -> None:
    detail = Detail()
    qtbot.addWidget(detail)
    filled(detail, "a", 40)
    filled(detail, "b", 20)
    qtbot.waitUntil(lambda: len(words(detail)) == 21)
    assert not [word for word in words(detail) if word.startswith("a ")]


def test_a_sheet_drawn_again_stays_where_one_read_and_another_begins_at_its_top(qtbot: QtBot) -> None:
    detail = Detail()
    qtbot.addWidget(detail)
    detail.resize(300, 200)
    detail.show()
    bar = detail.verticalScrollBar()
    filled(detail, "a", 60)
    qtbot.waitUntil(lambda: bar.maximum() > 600)
    bar.setValue(500)
    filled(detail, "a", 60)
    qtbot.waitUntil(lambda: bar.value() == 500)
    filled(detail, "b", 60)
    qtbot.waitUntil(lambda: bar.maximum() > 600)
    assert bar.value() == 0


def test_who_scrolls_while_a_sheet_is_drawn_again_is_not_pulled_back(qtbot: QtBot) -> None:
    detail = Detail()
    qtbot.addWidget(detail)
    detail.resize(300, 200)
    detail.show()
    bar = detail.verticalScrollBar()
    filled(detail, "a", 60)
    qtbot.waitUntil(lambda: bar.maximum() > 600)
    bar.setValue(500)
    filled(detail, "a", 60)
    bar.triggerAction(QAbstractSlider.SliderAction.SliderToMinimum)
    qtbot.waitUntil(lambda: len(words(detail)) == 61)
    qtbot.wait(20)
    assert bar.value() == 0


def test_a_tab_is_made_when_it_is_first_turned_to_and_only_once(qtbot: QtBot) -> None:
    began: list[QWidget] = []
    tabs = LateTabs[QWidget]("Parts", began.append)
    qtbot.addWidget(tabs)
    for key in ("one", "two", "three"):
        tabs.add(key, key, QWidget)
    assert list(tabs.made) == ["one"]
    tabs.setTabText(2, "three (4)")
    tabs.turn_to("three")
    assert tabs.currentWidget() is tabs.part("three") is began[1]
    assert tabs.tabText(2) == "three (4)"
    assert tabs.part("two") is not tabs.currentWidget()
    assert tabs.currentIndex() == 2
    assert len(began) == 3
    tabs.setCurrentIndex(0)
    assert len(began) == 3


def test_while_a_long_row_is_drawn_nothing_is_pressed_together(qtbot: QtBot) -> None:
    detail = Detail()
    qtbot.addWidget(detail)
    detail.resize(300, 200)
    detail.show()
    heights: list[int] = []

    def measure() -> None:
        heights.extend(one.height() for one in detail.findChildren(QFrame, "card"))

    detail.start("a")
    detail.each([str(at) for at in range(30)], lambda name: card(name, badges=[("late", Tone.LATE)], lines=["why"]))
    detail.text("the end")
    qtbot.waitUntil(lambda: detail.findChildren(QFrame, "card")[0].height() > 0)
    detail._slices.grew.connect(measure)
    qtbot.waitUntil(lambda: not detail._slices.under_way)
    shown = [height for height in heights if height]
    assert shown
    final = detail.findChildren(QFrame, "card")[0].height()
    assert min(shown) == final


def test_a_sheet_drawn_again_keeps_the_focus_on_the_button_one_stood_on(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    search, detail = QLineEdit(), Detail()
    column.addWidget(search)
    column.addWidget(detail)

    def draw(key: str) -> None:
        detail.start(key)
        detail.action("Edit", lambda: None)
        detail.action("Place everybody", lambda: draw("a"))

    draw("a")
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)

    def button() -> QPushButton:
        return next(one for one in detail.widget().findChildren(QPushButton) if one.text() == "Place everybody")

    button().setFocus()
    button().click()
    qtbot.waitUntil(lambda: button().hasFocus())
    draw("b")  # another record: in the sheet still, but on none of its buttons
    assert detail.hasFocus()
    assert not search.hasFocus()
