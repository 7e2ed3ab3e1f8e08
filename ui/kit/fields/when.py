"""Fields for days, times and moments, written as one is used to and shown as 2026-11-22 and 14:30."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from PySide6.QtCore import QCoreApplication, QDate, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import (
    QCalendarWidget,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QSizePolicy,
    QToolButton,
    QWidget,
    QWidgetAction,
)

from ui.kit import dates
from ui.kit.fields.field import Field
from ui.kit.icons import icon
from ui.kit.theme import px
from ui.kit.words import Words


class DayEdit(QWidget):
    """A line for a date and a button that opens the calendar."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit()
        self.line.setMaxLength(16)
        self.line.setFixedWidth(px(16))
        self.line.setPlaceholderText(self.tr("yyyy-mm-dd"))
        self.line.textChanged.connect(lambda: self.changed.emit())
        self.line.editingFinished.connect(self._tidy)
        self._button = QToolButton()
        self._button.setIcon(icon("calendar"))
        self._button.setIconSize(QSize(px(2), px(2)))
        self._button.setObjectName("boxed")
        self._button.setAccessibleName(self.tr("Open the calendar"))
        self._button.setToolTip(self.tr("Open the calendar"))
        self._button.clicked.connect(self._open)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(0.5))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row.addWidget(self.line)
        row.addWidget(self._button)

    def day(self) -> date | None:
        """The date written; ValueError when it is none."""
        return dates.read_date(self.line.text(), dates.today())

    def _tidy(self) -> None:
        try:
            self.line.setText(dates.show_date(self.day()))
        except ValueError:
            return  # the form says so beside the field

    def _open(self) -> None:
        menu = QMenu(self)
        calendar = QCalendarWidget(menu)
        calendar.setGridVisible(False)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
        calendar.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.SingleLetterDayNames)
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            calendar.setWeekdayTextFormat(day, QTextCharFormat())  # red is for what is late
        calendar.setMinimumWidth(px(36))
        try:
            shown = self.day() or dates.today()
        except ValueError:
            shown = dates.today()
        calendar.setSelectedDate(QDate(shown.year, shown.month, shown.day))
        for picked in (calendar.activated, calendar.clicked):
            picked.connect(self._picked)
            picked.connect(menu.close)
        action = QWidgetAction(menu)
        action.setDefaultWidget(calendar)
        menu.addAction(action)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))
        calendar.setFocus()

    def _picked(self, day: QDate) -> None:
        self.line.setText(date(day.year(), day.month(), day.day()).isoformat())


class DateField(Field):
    """A date or nothing."""

    def __init__(self, name: str, label: str = "", *, required: bool = False, hint: str = "") -> None:
        super().__init__(name, label, required=required, hint=hint)
        self._day = DayEdit()
        self._day.changed.connect(self.changed)
        self.row.addWidget(self._day)
        self.row.addStretch()

    def value(self) -> date | None:
        try:
            return self._day.day()
        except ValueError:
            return None

    def set_value(self, value: Any) -> None:
        self._day.line.setText(dates.show_date(value))

    def state(self) -> str:
        return self._day.line.text()

    def restore(self, state: Any) -> None:
        self._day.line.setText(str(state or ""))

    def trouble(self) -> str:
        try:
            self._day.day()
        except (ValueError, OverflowError):
            return self.tr("Write a date, such as 2026-11-22, 22/11 or 221122.")
        return ""

    def editors(self) -> list[QWidget]:
        return [self._day.line]


class TimeField(Field):
    """A time of day, 24 hours, or nothing."""

    def __init__(self, name: str, label: str = "", *, required: bool = False, hint: str = "") -> None:
        super().__init__(name, label, required=required, hint=hint)
        self._line = _time_line(self)
        self._line.textChanged.connect(lambda: self.changed.emit())
        self.row.addWidget(self._line)
        self.row.addStretch()

    def value(self) -> time | None:
        try:
            return dates.read_time(self._line.text())
        except ValueError:
            return None

    def set_value(self, value: Any) -> None:
        self._line.setText(dates.show_time(value))

    def state(self) -> str:
        return self._line.text()

    def restore(self, state: Any) -> None:
        self._line.setText(str(state or ""))

    def trouble(self) -> str:
        try:
            dates.read_time(self._line.text())
        except ValueError:
            return self.tr("Write a time, such as 14:30 or 1430.")
        return ""

    def editors(self) -> list[QWidget]:
        return [self._line]


class MomentField(Field):
    """A day and a time in the office's zone; the value is an aware UTC moment, or None while either is missing."""

    def __init__(self, name: str, label: str = "", *, required: bool = False, hint: str = "") -> None:
        super().__init__(name, label, required=required, hint=hint)
        self._day = DayEdit()
        self._line = _time_line(self)
        self._day.changed.connect(self.changed)
        self._line.textChanged.connect(lambda: self.changed.emit())
        self.row.addWidget(self._day)
        self.row.addWidget(self._line)
        self.row.addStretch()

    def bind(self, words: Words, kind: str, cap: int | None) -> None:
        super().bind(words, kind, cap)
        self._line.setAccessibleName(self.tr("{label}, time").format(label=self.label))

    def value(self) -> datetime | None:
        try:
            day, at = self._day.day(), dates.read_time(self._line.text())
        except ValueError:
            return None
        return dates.moment(day, at) if day is not None and at is not None else None

    def set_value(self, value: Any) -> None:
        here = dates.local(value) if isinstance(value, datetime) else None
        self._day.line.setText(dates.show_date(here.date()) if here else "")
        self._line.setText(dates.show_time(here.time()) if here else "")

    def state(self) -> list[str]:
        return [self._day.line.text(), self._line.text()]

    def restore(self, state: Any) -> None:
        day, at = state if isinstance(state, list) and len(state) == 2 else ("", "")
        self._day.line.setText(str(day))
        self._line.setText(str(at))

    def trouble(self) -> str:
        try:
            day, at = self._day.day(), dates.read_time(self._line.text())
        except (ValueError, OverflowError):
            return self.tr("Write a date such as 2026-11-22 and a time such as 14:30.")
        return "" if (day is None) == (at is None) else self.tr("Both the day and the time are needed.")

    def editors(self) -> list[QWidget]:
        return [self._day.line, self._line]


def _time_line(field: Field) -> QLineEdit:
    line = QLineEdit()
    line.setMaxLength(5)
    line.setFixedWidth(px(9))
    line.setPlaceholderText(QCoreApplication.translate("TimeField", "hh:mm"))

    def tidy() -> None:
        try:
            line.setText(dates.show_time(dates.read_time(line.text())))
        except ValueError:
            return  # the form says so beside the field

    line.editingFinished.connect(tidy)
    return line
