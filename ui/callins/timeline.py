"""The plan as a line of weeks: tasks as marks, today, and the meeting as a handle that is drawn to another day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gvi_desktop.domain.callin import Callin
from gvi_desktop.domain.task import Due, Task, due
from ui.callins import linepaint
from ui.kit.dates import show_date, today, week
from ui.kit.theme import px

BEFORE, AFTER = 8, 4  # weeks that are always shown
MOST_BEFORE, MOST_AFTER = 16, 12
WEEK = timedelta(days=7)
DAY = timedelta(days=1)


class PlanLine(QWidget):
    """`moved(day)` asks for another day of the meeting; `told(text)` says what is looked at or about to happen."""

    moved = Signal(object)
    told = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("plan-line")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Time line of the plan"))
        self.setMouseTracking(True)
        self.movable = False
        self.day: date | None = None
        self.shift = 0
        """Days by which the meeting would move, while it is drawn along the line."""
        self.monday: date | None = None
        """The week one stands on with the arrow keys."""
        self._tasks: tuple[Task, ...] = ()
        self._held: float | None = None

    def show_plan(self, callin: Callin, tasks: Sequence[Task], *, movable: bool) -> None:
        """Draw this call-in's plan."""
        self.day, self.movable, self.shift, self._held = callin.on, movable and callin.on is not None, 0, None
        self._tasks = tuple(task for task in tasks if task.due_on is not None)
        self._first, self._last = self._span()
        self.setAccessibleDescription("\n".join(self.week_told(monday) for monday in self.mondays() if self.at(monday)))
        self.update()

    # ------------------------------------------------------------------ what is where

    @property
    def target(self) -> date | None:
        """The day the meeting would be on."""
        return self.day + timedelta(days=self.shift) if self.day is not None else None

    def mondays(self) -> list[date]:
        """The Monday of every week on the line."""
        return [self._first + WEEK * number for number in range((self._last - self._first).days // 7)]

    def across(self, day: date) -> float:
        """Where the middle of a day lies, in pixels from the left."""
        return px(1) + (self.width() - px(2)) * ((day - self._first).days + 0.5) / (self._last - self._first).days

    def shown_on(self, task: Task) -> date:
        """The day of a task, moved along with the meeting if it follows it."""
        day = task.due_on or self._first
        return day + timedelta(days=self.shift) if follows(task) else day

    def at(self, monday: date) -> list[Task]:
        """The tasks of a week."""
        return [task for task in self._tasks if monday <= self.shown_on(task) < monday + WEEK]

    def week_told(self, monday: date) -> str:
        """A week in words: its number, how far from the meeting, and how its tasks stand."""
        found = self.at(monday)
        late = sum(due(task, today()) is Due.OVERDUE for task in found)
        done = sum(not task.open for task in found)
        text = self.tr("Week {number}: {done} done, {open} open, {late} overdue").format(
            number=week(monday), done=done, open=len(found) - done - late, late=late
        )
        if self.target is not None and monday <= self.target < monday + WEEK:
            text += " · " + self.tr("the meeting, {date}").format(date=show_date(self.target))
        return text

    def _span(self) -> tuple[date, date]:
        """From a Monday to a Monday; far tasks widen it, but not beyond what can be read."""
        middle = self.day or min((task.due_on for task in self._tasks if task.due_on), default=today())
        days = [task.due_on for task in self._tasks if task.due_on]
        first = max(min([middle - WEEK * BEFORE, *days]), middle - WEEK * MOST_BEFORE)
        last = min(max([middle + WEEK * AFTER, *days]), middle + WEEK * MOST_AFTER)
        return first - DAY * first.weekday(), last + DAY * (7 - last.weekday())

    # ------------------------------------------------------------------ painting

    def sizeHint(self) -> QSize:
        return QSize(px(60), px(18))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(24), px(18))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        band = QRectF(0, px(3.5), self.width(), px(9))
        linepaint.weeks(painter, band, [(self.across(day) - self._half(), week(day)) for day in self.mondays()])
        if self.hasFocus() and self.monday is not None:
            linepaint.chosen(painter, band, self.across(self.monday) - self._half(), self._half() * 14)
        if self._first <= today() < self._last:
            beside = self.across(self.target) if self.target is not None else None
            linepaint.today(painter, band, self.across(today()), self.tr("Today"), beside)
        heights: dict[date, int] = {}
        for task in self._tasks:
            day = self.shown_on(task)
            if self._first <= day < self._last:
                heights[day] = heights.get(day, 0) + 1
                linepaint.mark(painter, band, self.across(day), heights[day], due(task, today()), self._half() * 2)
        if self.day is not None and self.target is not None:
            if self.shift:
                linepaint.was(painter, band, self.across(self.day))
            held = self._held is not None
            linepaint.meeting(painter, band, self.across(self.target), show_date(self.target), held=held)
        linepaint.legend(
            painter, QRectF(0, band.bottom() + px(2.75), self.width(), px(2.5)),
            [(Due.DONE, self.tr("Done")), (Due.LATER, self.tr("Open")), (Due.OVERDUE, self.tr("Overdue"))],
        )  # fmt: skip
        if self.hasFocus():
            linepaint.focus(painter, QRectF(self.rect()))
        painter.end()

    def _half(self) -> float:
        return (self.width() - px(2)) / (self._last - self._first).days / 2

    # ------------------------------------------------------------------ moving the meeting

    def preview(self, shift: int) -> None:
        """Say what a move by so many days would do; nothing is moved yet."""
        if not self.movable or self.day is None:
            return
        earliest = min(0, (today() - self.day).days)
        latest = (self._last - DAY - self.day).days
        self.shift = min(max(shift, earliest), latest)
        self.told.emit(self._moving() if self.shift else "")
        self.update()

    def keep(self) -> None:
        """Ask for the move that was shown."""
        target, moves = self.target, self.shift != 0
        self._held = None
        if moves and target is not None:
            self.moved.emit(target)
        self.update()

    def drop(self) -> None:
        """The meeting stays where it is."""
        self._held, self.shift = None, 0
        self.told.emit("")
        self.update()

    def _moving(self) -> str:
        text = self.tr("To {date}, week {week}: {count} open tasks move along. Enter saves, Esc leaves it.")
        count = sum(follows(task) for task in self._tasks)
        target = self.target or today()
        return text.format(date=show_date(target), week=week(target), count=count)

    def handle(self) -> QRectF:
        """Where the handle of the meeting can be taken hold of."""
        return linepaint.handle(self.across(self.target)) if self.target is not None else QRectF()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.movable and self.handle().contains(event.position()):
            self._held = event.position().x()
            self.setFocus()
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        near = self.movable and (self._held is not None or self.handle().contains(event.position()))
        self.setCursor(Qt.CursorShape.SizeHorCursor if near else Qt.CursorShape.ArrowCursor)
        if self._held is not None:
            self.preview(round((event.position().x() - self._held) / (self._half() * 2)))
        else:
            self._tip(event.position())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        if self._held is not None:
            self.keep()

    def _tip(self, at: QPointF) -> None:
        monday = next((day for day in reversed(self.mondays()) if self.across(day) - self._half() <= at.x()), None)
        found = self.at(monday) if monday is not None else []
        titles = "\n".join(f"{show_date(task.due_on)}  {task.title}" for task in found)
        self.setToolTip("\n".join(part for part in (self.week_told(monday) if monday else "", titles) if part))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, moving = Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(key, 0)
        if step and moving:
            week_long = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.preview(self.shift + step * (7 if week_long else 1))
        elif step:
            self._walk(step)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.shift:
            self.keep()
        elif key == Qt.Key.Key_Escape and self.shift:
            self.drop()
        else:
            super().keyPressEvent(event)

    def _walk(self, step: int) -> None:
        weeks = self.mondays()
        begun = self.monday in weeks
        middle = self.day or today()
        here = self.monday if begun and self.monday is not None else middle - DAY * middle.weekday()
        at = (weeks.index(here) if here in weeks else 0) + (step if begun else 0)
        self.monday = weeks[min(max(at, 0), len(weeks) - 1)]
        self.told.emit(self.week_told(self.monday))
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self.shift and self._held is None:
            self.drop()
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()


def follows(task: Task) -> bool:
    """Whether the task moves with the meeting: still open, and dated from it."""
    return task.open and task.offset_days is not None
