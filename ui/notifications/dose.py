"""Dose: how many talks reached each group, as a list, and one group's months and repeated contact beside it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gvi_desktop.domain.indicators import Period
from gvi_desktop.services import dose
from gvi_desktop.services.dose import OFTEN, GroupCourse, GroupDose
from ui.kit.charts import Bar, BarChart
from ui.kit.dates import short_month, show_date, today
from ui.kit.detail import Detail
from ui.kit.pills import PillRow
from ui.kit.table import Column, RecordModel
from ui.kit.tasks import Tasks
from ui.kit.theme import px
from ui.kit.tokens import Tone
from ui.kit.view import Table

LATELY = timedelta(days=90)
YEAR = timedelta(days=365)


class DoseList(QWidget):
    """All groups with their dose in a period; `chosen` tells which one is looked at, `opened` leads to its page."""

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, tasks: Tasks) -> None:
        super().__init__()
        self._tasks = tasks
        self._period = "year"
        self._wanted = ""
        self.pills = PillRow(
            self.tr("Period"),
            [("year", self.tr("12 months")), ("lately", self.tr("90 days")), ("all", self.tr("Always"))],
        )
        self.pills.chosen.connect(self._choose)
        self.table = Table(self.tr("Dose by group"))
        self.model = RecordModel[GroupDose](self._columns(), lambda one: one.group_id, self)
        self.table.show_model(self.model)
        self.table.say_when_empty("users", self.tr("How many talks have reached each group is counted here."))
        self.table.chosen.connect(self.chosen)
        self.table.opened.connect(self.opened)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(0.5), 0, 0)
        column.setSpacing(0)
        column.addWidget(self.pills)
        column.addWidget(self.table, 1)

    def reload(self) -> None:
        """Count again."""
        self._tasks.read(self, dose.by_group, self._chosen_period(), then=self._show, only="dose")

    def stand_on(self, group_id: str) -> None:
        """Make a group's line the current one, as soon as it is there."""
        self._wanted = group_id
        self.table.choose(group_id)

    def _columns(self) -> Sequence[Column[GroupDose]]:
        return (
            Column(self.tr("Group"), lambda one: one.name, width=16),
            _count(self.tr("Members"), "members"),
            _count(self.tr("Reached"), "individuals"),
            _count(self.tr("Talks"), "talks"),
            Column(
                self.tr("Each"), lambda one: each(one.per_individual), lambda one: one.per_individual or 0,
                width=7, right=True,
            ),
            Column(
                self.tr("Last talk"),
                lambda one: show_date(one.last_on) or self.tr("None"),
                lambda one: one.last_on or date.min,
                width=0,
                tone=lambda one: Tone.SOON if one.last_on is None or one.last_on < today() - LATELY else None,
            ),
        )  # fmt: skip

    def _choose(self, period: str) -> None:
        self._period = period
        self.reload()

    def _chosen_period(self) -> Period:
        spans = {"year": YEAR, "lately": LATELY}
        return Period(today() - spans[self._period], today()) if self._period in spans else Period()

    def _show(self, found: Sequence[GroupDose]) -> None:
        current = self.table.current_id() or self._wanted
        self.model.show(found)
        if current:
            self.table.choose(current)


def course_of(unit: Any, group_id: str) -> GroupCourse:
    """One group in the last twelve months."""
    return dose.of_group(unit, group_id, Period(unit.today - YEAR, unit.today))


def draw(detail: Detail, course: GroupCourse, go: Any) -> None:
    """One group's dose in the last twelve months."""
    one = course.dose
    detail.title(one.name, QCoreApplication.translate("DoseSheet", "Dose in the last twelve months"))
    detail.action(QCoreApplication.translate("DoseSheet", "The group"), lambda: go("group", one.group_id), icon="users")
    detail.row(QCoreApplication.translate("DoseSheet", "Members today"), str(one.members))
    detail.row(QCoreApplication.translate("DoseSheet", "Individuals reached"), str(one.individuals))
    detail.row(QCoreApplication.translate("DoseSheet", "Talks"), str(one.talks))
    detail.row(QCoreApplication.translate("DoseSheet", "Talks for each individual"), each(one.per_individual))
    days = " – ".join(dict.fromkeys(show_date(day) for day in (one.first_on, one.last_on) if day))
    detail.row(QCoreApplication.translate("DoseSheet", "First and last talk"), days)
    if not one.talks:
        detail.notice(QCoreApplication.translate("DoseSheet", "Nobody of the group has been reached in this time."))
        return
    detail.section(QCoreApplication.translate("DoseSheet", "By month"))
    name = QCoreApplication.translate("DoseSheet", "Talks by month")
    talks = QCoreApplication.translate("DoseSheet", "Talks")
    people = QCoreApplication.translate("DoseSheet", "Individuals")
    detail.put(BarChart(name, _bars(course.months), talks, people))
    detail.section(QCoreApplication.translate("DoseSheet", "Repeated contact"))
    for often, number in course.repeats.items():
        detail.row(_often(often), str(number))
    detail.text(
        QCoreApplication.translate("DoseSheet", "What was done is counted here, not what it led to."), quiet=True
    )


def each(value: float | None) -> str:
    """Talks for each individual, one decimal in the way of the country."""
    if value is None:
        return ""
    return f"{value:.1f}".replace(".", QCoreApplication.translate("DoseSheet", ".", "decimal mark"))


def _bars(months: Sequence[tuple[date, int, int]]) -> list[Bar]:
    """The last twelve months and the one that runs, also those without a talk."""
    known = {first: (talks, people) for first, talks, people in months}
    first, last, bars = (today() - YEAR).replace(day=1), today().replace(day=1), []
    while first <= last:
        talks, people = known.get(first, (0, 0))
        bars.append(Bar(short_month(first.month), talks, people, f"{first:%Y-%m}"))
        first = (first + timedelta(days=32)).replace(day=1)
    return bars


def _often(often: int) -> str:
    if often == 1:
        return QCoreApplication.translate("DoseSheet", "Met once")
    if often < OFTEN:
        return QCoreApplication.translate("DoseSheet", "Met twice")
    return QCoreApplication.translate("DoseSheet", "Met three times or more")


def _count(title: str, name: str) -> Column[GroupDose]:
    return Column(title, lambda one: str(getattr(one, name)), lambda one: getattr(one, name), width=8, right=True)
