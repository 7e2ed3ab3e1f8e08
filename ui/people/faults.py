"""Data quality: what is wrong with the records of people and groups, one kind of fault at a time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from gvi_desktop.services import quality
from gvi_desktop.services.quality import Fault, Finding
from ui.kit.dates import show_date
from ui.kit.pills import PillRow
from ui.kit.table import Column, RecordModel
from ui.kit.tasks import Tasks
from ui.kit.text import muted
from ui.kit.theme import px
from ui.kit.view import Table
from ui.kit.words import Words

SHARE = 0.4


class FaultList(QWidget):
    """A pill for each fault with its count, and the records that have it; `chosen` tells which one is looked at."""

    chosen = Signal(object)

    def __init__(self, tasks: Tasks, words: Words) -> None:
        super().__init__()
        self._tasks = tasks
        self._words = words
        self._fault = Fault.NO_SOURCE
        self.pills = PillRow(self.tr("What is wrong"), [(fault, words.value(fault)) for fault in Fault])
        self.pills.chosen.connect(self._choose)
        self.table = Table(self.tr("Data quality"))
        self.model = RecordModel[Finding](self._columns(), _key, self)
        self.table.show_model(self.model)
        self.table.say_when_empty("circle-check", self.tr("Nothing of this kind is wrong."))
        self.table.chosen.connect(self._tell)
        self._more = muted("")
        self._more.setContentsMargins(px(2), px(1), px(2), px(1))
        self._more.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._above = QScrollArea()
        self._above.setFrameShape(QFrame.Shape.NoFrame)
        self._above.setWidgetResizable(True)
        self._above.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._above.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.pills.setObjectName("sheetBody")
        self._above.setWidget(self.pills)
        for widget in (self._above, self.table, self._more):
            column.addWidget(widget)

    def reload(self) -> None:
        """Count and list again."""
        self._tasks.read(self, quality.counts, then=self._count, only="counts")
        self._tasks.read(self, quality.findings, self._fault, then=self._show, only="findings")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        """With large text the pills would leave no line of the list in sight: they scroll in less than half of it."""
        bar = self._above.verticalScrollBar().sizeHint().width()
        self._above.setFixedHeight(min(self.pills.heightForWidth(self.width() - bar), round(self.height() * SHARE)))

    def current(self) -> Finding | None:
        """The finding one stands on."""
        return self._finding(self.table.current_id())

    def _columns(self) -> Sequence[Column[Finding]]:
        return (
            Column(self.tr("Record"), lambda one: self._words.kind(one.kind), width=18),
            Column(self.tr("Which"), lambda one: one.title, width=0),
            Column(self.tr("Since"), lambda one: show_date(one.on), width=13),
        )

    def _choose(self, fault: Any) -> None:
        self._fault = fault
        self.reload()

    def _count(self, counts: Mapping[Fault, int]) -> None:
        for fault, number in counts.items():
            self.pills.count(fault, number)
        self._share()

    def _show(self, found: Sequence[Finding]) -> None:
        self.model.show(found)
        if self._fault is Fault.WORDS:  # every note is read for them: counted only when they are looked for
            self.pills.count(Fault.WORDS, len(found))
        self._more.setText(self.tr("The first {count} are shown.").format(count=quality.LISTED))
        self._more.setVisible(len(found) >= quality.LISTED)

    def _finding(self, key: str) -> Finding | None:
        return next((one for one in self.model.lines() if _key(one) == key), None)

    def _tell(self, key: str) -> None:
        if (found := self._finding(key)) is not None:
            self.chosen.emit(found)


def _key(finding: Finding) -> str:
    return f"{finding.kind}/{finding.id}"
