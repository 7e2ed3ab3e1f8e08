"""The list of data quality with large text: the choices above it never take all of its room."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.kit import theme
from ui.kit.desk import Desk
from ui.people.faults import FaultList


def test_with_large_text_lines_of_the_list_stay_in_sight(qtbot: QtBot, qapp: QApplication, desk: Desk) -> None:
    theme.apply(qapp, "light", 200)
    made = FaultList(desk.tasks, desk.words)
    qtbot.addWidget(made)
    made.resize(900, 460)  # a small screen
    made.show()
    qtbot.waitUntil(lambda: made.table.height() > made.height() / 2)
    assert made.pills.height() > made.height() * 0.4  # they scroll
    made.resize(900, 2000)
    qtbot.waitUntil(lambda: made.pills.parentWidget().height() >= made.pills.heightForWidth(made.pills.width()))
