"""The plan of a call-in: its tasks by weeks from the meeting, ticked here, moved with the date."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from gvi_desktop.domain.callin import Callin
from gvi_desktop.domain.task import Due, Task, due
from gvi_desktop.services import callins, tasks
from gvi_desktop.services.callinviews import CallinView
from ui.callins.tabs import SheetTab
from ui.callins.timeline import PlanLine
from ui.kit.act import Act
from ui.kit.badge import Badge
from ui.kit.dates import show_date, today, week
from ui.kit.text import button, label, muted
from ui.kit.theme import px
from ui.kit.tokens import Tone


class PlanTab(SheetTab):
    """Weeks from top to bottom, today marked by what is late."""

    def draw(self, view: CallinView) -> None:
        callin, done = view.callin, sum(not task.open for task in view.tasks)
        if view.tasks:
            late = sum(due(task, today()) is Due.OVERDUE for task in view.tasks)
            self.badge(self.tr("{done} of {all} done").format(done=done, all=len(view.tasks)), Tone.ACCENT)
            if late:
                self.badge(self.tr("Overdue: {count}").format(count=late), Tone.LATE)
        if self.page.may_write:
            if callin.ahead:
                self.action(
                    self.tr("Move the date"), lambda: self.page.open_form("move", callin.id), icon="calendar-clock"
                )
            self.action(self.tr("Add a task"), lambda: self.page.open_form("task", about=callin.id), icon="plus")
        if callin.on is not None:
            self._draw_line(view)
        if not view.tasks:
            self.text(self.tr("No tasks. A call-in made from a week plan gets its tasks from there."), quiet=True)
        for weeks, found in _by_week(callin, view.tasks):
            self.section(self._week(weeks, found[0].due_on))
            self.each(found, partial(self._row, callin))

    def _draw_line(self, view: CallinView) -> None:
        """The line of weeks, and under it what is looked at or about to happen."""
        callin, may = view.callin, self.page.may_write and view.callin.ahead
        line = PlanLine()
        line.show_plan(callin, view.tasks, movable=may)
        line.moved.connect(lambda day: self._move(callin, day))
        self.put(line)
        how = self.tr("Drag the meeting to another day, or press Alt with an arrow key (Shift for whole weeks).")
        words = muted(how if may else "")
        line.told.connect(lambda text: words.setText(text or (how if may else "")))
        self.put(words)

    def _move(self, callin: Callin, day: date) -> None:
        said = self.tr("Moved to {date}, and the open tasks with it").format(date=show_date(day))
        self.page.do(Act(callins.move, callin.id, day), said)

    def _week(self, weeks: int | None, day: date | None) -> str:
        if weeks is None or day is None:
            return self.tr("Without a date")
        if weeks == 0:
            return self.tr("The day")
        number = week(day)
        if weeks == -1:
            return self.tr("The week before · week {number}").format(number=number)
        if weeks < 0:
            return self.tr("{count} weeks before · week {number}").format(count=-weeks, number=number)
        if weeks == 1:
            return self.tr("The week after · week {number}").format(number=number)
        return self.tr("{count} weeks after · week {number}").format(count=weeks, number=number)

    def _row(self, callin: Callin, task: Task) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(1.5))
        tick = QCheckBox()
        tick.setObjectName(f"tick-{task.id}")
        tick.setChecked(not task.open)
        tick.setEnabled(self.page.may_write)
        tick.setAccessibleName(self.tr("Done: {title}").format(title=task.title))
        tick.clicked.connect(lambda: self.page.do(Act(tasks.finish if task.open else tasks.reopen, task.id)))
        row.addWidget(tick, 0, Qt.AlignmentFlag.AlignTop)
        when = label(show_date(task.due_on), role="muted", wrap=False)
        when.setFixedWidth(max(px(11), when.sizeHint().width()))
        row.addWidget(when, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(px(0.25))
        words.addWidget(label(task.title, role="" if task.open else "muted"))
        words.addWidget(muted(" · ".join(part for part in (task.owner_agency, task.owner) if part)))
        row.addLayout(words, 1)
        state = due(task, today())
        if state is Due.OVERDUE:
            row.addWidget(Badge(self.tr("Overdue"), Tone.LATE), 0, Qt.AlignmentFlag.AlignTop)
        elif state is Due.TODAY:
            row.addWidget(Badge(self.tr("Today"), Tone.SOON), 0, Qt.AlignmentFlag.AlignTop)
        if self.page.may_write:
            change = button(self.tr("Change"), lambda: self.page.open_form("task", task.id), kind="link")
            change.setAccessibleName(self.tr("Change: {title}").format(title=task.title))
            change.setObjectName(f"change-{task.id}")
            row.addWidget(change, 0, Qt.AlignmentFlag.AlignTop)
        return holder


def _by_week(callin: Callin, found: Sequence[Task]) -> list[tuple[int | None, list[Task]]]:
    """Tasks by whole weeks from the meeting: -8 … -1, 0 the day itself, 1 …; None without a date."""
    weeks: dict[int | None, list[Task]] = {}
    for task in sorted(found, key=lambda one: (one.due_on is None, one.due_on or date.max, one.made_at)):
        weeks.setdefault(_weeks(callin, task), []).append(task)
    return list(weeks.items())


def _weeks(callin: Callin, task: Task) -> int | None:
    if callin.on is None or task.due_on is None:
        return None
    days = (task.due_on - callin.on).days
    whole = (abs(days) + 6) // 7  # a week that has begun counts
    return -whole if days < 0 else whole
