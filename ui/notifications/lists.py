"""The two shorter lists of the place: rounds with how far they have come, and follow-ups that are due."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gvi_desktop.services import notifications, rounds
from gvi_desktop.services.notifications import FollowUpDue
from gvi_desktop.services.rounds import RoundLine
from ui.kit.dates import show_date, today
from ui.kit.table import Column, RecordModel
from ui.kit.tasks import Tasks
from ui.kit.theme import px
from ui.kit.tokens import Tone
from ui.kit.view import Table
from ui.notifications.meter import MeterDelegate

PROGRESS = 2  # the column with the bar
OVERDUE = 14  # days after which a follow-up that is due counts as late


class RoundList(QWidget):
    """All rounds, newest first; `chosen` tells which one is looked at."""

    chosen = Signal(str)
    listed = Signal(object)
    """The rounds, as they have been read."""

    def __init__(self, tasks: Tasks, new: Callable[[], object] | None) -> None:
        super().__init__()
        self._tasks = tasks
        self._wanted = ""
        self.table = Table(self.tr("Rounds"))
        self.model = RecordModel[RoundLine](self._columns(), lambda one: one.id, self)
        self.table.show_model(self.model)
        self.table.setItemDelegateForColumn(PROGRESS, MeterDelegate(self.table))
        self.table.say_when_empty(
            "target",
            self.tr("A round brings the same message to many people within a short time."),
            self.tr("New round") if new else "",
            new,
        )
        self.table.chosen.connect(self.chosen)
        _fill(self, self.table)

    def reload(self) -> None:
        """List again."""
        self._tasks.read(self, rounds.listed, then=self._show, only="rounds")

    def stand_on(self, record_id: str) -> None:
        """Make a round's line the current one, as soon as it is there."""
        self._wanted = record_id
        self.table.choose(record_id)

    def _columns(self) -> Sequence[Column[RoundLine]]:
        return (
            Column(self.tr("Round"), lambda one: one.record.name, width=20),
            Column(self.tr("From"), lambda one: show_date(one.record.from_on), width=11),
            Column(
                self.tr("Reached"),
                lambda one: f"{one.progress.individuals} / {one.progress.targets}",
                lambda one: (one.progress.individuals, one.progress.targets),
                width=0,
            ),
            Column(
                self.tr("Attempts"), lambda one: str(one.progress.attempts), lambda one: one.progress.attempts,
                width=8, right=True,
            ),
            Column(
                self.tr("Talks"), lambda one: str(one.progress.talks), lambda one: one.progress.talks,
                width=7, right=True,
            ),
        )  # fmt: skip

    def _show(self, found: Sequence[RoundLine]) -> None:
        self.listed.emit(found)
        current = self.table.current_id() or self._wanted
        self.model.show(found)
        if current:
            self.table.choose(current)


class DueList(QWidget):
    """Follow-ups after 30 and 90 days that wait; `chosen` tells whose visit is looked at, `opened` to note it."""

    chosen = Signal(str)
    opened = Signal(str)
    counted = Signal(int)

    def __init__(self, tasks: Tasks) -> None:
        super().__init__()
        self._tasks = tasks
        self._wanted = ""
        self.table = Table(self.tr("Follow-ups"))
        self.model = RecordModel[FollowUpDue](self._columns(), lambda one: one.id, self)
        self.table.show_model(self.model)
        self.table.say_when_empty("circle-check", self.tr("No follow-up waits. They come 30 and 90 days after a talk."))
        self.table.chosen.connect(self.chosen)
        self.table.opened.connect(self.opened)
        _fill(self, self.table)

    def reload(self) -> None:
        """List again."""
        self._tasks.read(self, notifications.follow_ups_due, then=self._show, only="due")

    def stand_on(self, record_id: str) -> None:
        """Make a visit's line the current one, as soon as it is there."""
        self._wanted = record_id
        self.table.choose(record_id)

    def _columns(self) -> Sequence[Column[FollowUpDue]]:
        return (
            Column(
                self.tr("Due"), lambda one: show_date(one.due), lambda one: one.due, width=13,
                tone=lambda one: Tone.LATE if (today() - one.due).days > OVERDUE else Tone.SOON,
            ),
            Column(self.tr("Person"), lambda one: one.person, width=0),
            Column(self.tr("After"), lambda one: self.tr("{days} days").format(days=one.days), width=10),
            Column(self.tr("Talk"), lambda one: show_date(one.talked_on), width=13),
        )  # fmt: skip

    def _show(self, found: Sequence[FollowUpDue]) -> None:
        current = self.table.current_id() or self._wanted
        self.model.show(found)
        self.counted.emit(len(found))
        if current:
            self.table.choose(current)


def _fill(holder: QWidget, table: Any) -> None:
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, px(0.5), 0, 0)
    column.setSpacing(0)
    column.addWidget(table)
