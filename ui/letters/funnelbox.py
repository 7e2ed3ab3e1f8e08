"""Under the register: how many of all who were invited were served, came and accepted help."""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gvi_desktop.services.letterfunnel import LetterFunnel, funnel
from ui.kit.letterfunnel import letter_funnel
from ui.kit.tasks import Tasks
from ui.kit.text import heading
from ui.kit.theme import px

COUNTED = frozenset({"invitee", "callin", "letter", "help"})
LEAST = 60
"""Grid steps of height under which the register needs the room itself."""


class FunnelBox(QWidget):
    """Lies under `table`; asks anew when something that it counts has changed."""

    def __init__(self, tasks: Tasks, table: QWidget) -> None:
        super().__init__()
        self._tasks = tasks
        self.chart: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(table, 1)
        self._box = QWidget()
        self._box.setObjectName("sheetBody")
        self._inner = QVBoxLayout(self._box)
        self._inner.setContentsMargins(px(2), px(1), px(2), px(1.5))
        self._inner.setSpacing(px(0.5))
        self._inner.addWidget(heading(self.tr("From invitation to help")))
        self._box.hide()
        self._column.addWidget(self._box)
        tasks.changed.connect(self._changed)
        self._ask()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle()

    def _changed(self, changes: Any) -> None:
        if COUNTED & changes.kinds:
            self._ask()

    def _ask(self) -> None:
        self._tasks.read(self, funnel, then=self._show, only="funnel")

    def _show(self, found: LetterFunnel) -> None:
        before, self.chart = self.chart, None
        if before is not None:
            before.hide()
            self._inner.removeWidget(before)
            before.deleteLater()
        if found.invited:
            self.chart = letter_funnel(self.tr("From invitation to help"), found)
            self._inner.addWidget(self.chart)
        self._settle()

    def _settle(self) -> None:
        self._box.setVisible(self.chart is not None and self.height() >= px(LEAST))
