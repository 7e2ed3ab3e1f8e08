"""Charts: the same figures for those who see them and those who do not."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QTableWidget
from pytestqt.qtbot import QtBot

from ui.kit.charts import Bar, BarChart, Chart, Funnel, Span, Stage, TimeBars
from ui.kit.tokens import LIGHT, Tone


def picture(qtbot: QtBot, chart: Chart) -> QImage:
    qtbot.addWidget(chart)
    chart.resize(chart.sizeHint())
    return chart.grab().toImage()


def share(image: QImage, colour: str) -> int:
    """How many points have exactly this colour."""
    wanted = QColor(colour).rgb()
    return sum(image.pixel(x, y) == wanted for x in range(image.width()) for y in range(image.height()))


def test_a_higher_figure_is_a_higher_bar(qtbot: QtBot) -> None:
    few = picture(qtbot, BarChart("Talks", [Bar("Jan", 1), Bar("Feb", 10)], "talks"))
    many = picture(qtbot, BarChart("Talks", [Bar("Jan", 10), Bar("Feb", 10)], "talks"))
    assert share(many, LIGHT.accent) > 1.5 * share(few, LIGHT.accent) > 0


def test_marked_talks_are_drawn_and_said(qtbot: QtBot) -> None:
    chart = BarChart("Talks", [Bar("Jan", 8, 2)], "talks", "under 18")
    assert share(picture(qtbot, chart), LIGHT.soon) > 0
    assert chart.accessibleDescription() == "Jan: talks 8, under 18 2"
    assert chart.table() == [("Jan", "talks 8", "under 18 2")]


def test_a_funnel_says_every_stage(qtbot: QtBot) -> None:
    chart = Funnel("Attendance", [Stage("Called", 12), Stage("Came", 11), Stage("Stayed", 0)])
    picture(qtbot, chart)
    assert chart.table() == [("Called", "12"), ("Came", "11"), ("Stayed", "0")]


def test_a_round_that_goes_on_has_no_end(qtbot: QtBot) -> None:
    spans = [Span("Västra", date(2026, 3, 1), date(2026, 4, 1)), Span("Östra", date(2026, 10, 1), tone=Tone.SOON)]
    chart = TimeBars("Focus rounds", spans, date(2026, 1, 1), date(2026, 12, 31))
    assert share(picture(qtbot, chart), LIGHT.soon_soft) > share(picture(qtbot, chart), LIGHT.soon) > 0
    assert chart.table()[1] == ("Östra", "2026-10-01 – …")


@pytest.mark.parametrize(
    "chart",
    [
        lambda: BarChart("None", [], "talks", "marked"),
        lambda: BarChart("Zero", [Bar("Jan", 0)], "talks"),
        lambda: Funnel("None", []),
        lambda: TimeBars("None", [], date(2026, 1, 1), date(2026, 1, 1)),
    ],
)
def test_no_figures_are_no_fault(qtbot: QtBot, chart: type[Chart]) -> None:
    assert not picture(qtbot, chart()).isNull()  # type: ignore[call-arg]


def test_the_figures_can_stand_as_a_table_in_the_drawings_place(qtbot: QtBot) -> None:
    chart = BarChart("Talks", [Bar("Jan", 8, 2, "2026-01"), Bar("Feb", 3, 0, "2026-02")], "talks", "under 18", "Month")
    qtbot.addWidget(chart)
    chart.show()
    qtbot.keyClick(chart, Qt.Key.Key_T)
    (table,) = chart.findChildren(QTableWidget)
    assert table.isVisible()
    assert table.geometry() == chart.rect()
    heads = [table.horizontalHeaderItem(column).text() for column in range(3)]
    rows = [[table.item(row, column).text() for column in range(3)] for row in range(2)]
    assert (heads, rows) == (["Month", "talks", "under 18"], [["2026-01", "8", "2"], ["2026-02", "3", "0"]])
    assert table.accessibleName() == "Talks"
    qtbot.keyClick(table, Qt.Key.Key_Escape)
    assert not chart.as_table


def test_the_numbers_are_copied_as_a_spreadsheet_takes_them(qtbot: QtBot) -> None:
    chart = Funnel("Attendance", [Stage("Called", 12), Stage("Came", 11)])
    qtbot.addWidget(chart)
    qtbot.keyClick(chart, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Step\tNumber\nCalled\t12\nCame\t11\n"
    menu = chart.menu()
    assert [action.text() for action in menu.actions()] == ["Show as a table", "Copy the numbers"]
    menu.actions()[0].trigger()
    assert chart.as_table
