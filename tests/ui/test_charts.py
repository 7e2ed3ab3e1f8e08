"""Charts: the same figures for those who see them and those who do not."""

from datetime import date

import pytest
from PySide6.QtGui import QColor, QImage
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
