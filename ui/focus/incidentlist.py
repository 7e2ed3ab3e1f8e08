"""The list of incidents: a tab of its own, with those that wait for a decision one press away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gvi_desktop.services import incidents
from gvi_desktop.services.incidents import IncidentLine
from ui.focus.columns import incident_columns
from ui.focus.forms import type_of
from ui.kit.pills import PillRow
from ui.kit.tasks import Tasks
from ui.kit.view import Table
from ui.kit.windowed import WindowedModel
from ui.kit.words import Words


class IncidentList(QWidget):
    """`chosen` and `opened` tell an id; `new` is what the first step of an empty list does."""

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, tasks: Tasks, words: Words, nothing: str, step: str, new: Callable[[], object]) -> None:
        super().__init__()
        self._tasks = tasks
        self._words = words
        self._nothing = (nothing, step, new)
        self._text = ""
        self._undecided = False
        self._sort = ("on", True)
        self._wanted = ""
        self.pills = PillRow(
            self.tr("Which incidents are shown"), [(False, self.tr("All incidents")), (True, self.tr("To decide"))]
        )
        self.pills.chosen.connect(self._narrow)
        self.table = Table(self.tr("Incidents"))
        self.model = WindowedModel[IncidentLine](incident_columns(words), lambda one: one.id, self._fetch, self)
        self.model.sorted.connect(self._order)
        self.table.show_model(self.model)
        self.table.chosen.connect(self.chosen)
        self.table.opened.connect(self.opened)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.pills)
        column.addWidget(self.table, 1)

    def reload(self) -> None:
        """Ask again for what is shown."""
        types = type_of(self._words, self._text)
        question = (self._text, *self._sort, self._undecided, types)
        self._tasks.read(self, _ids, *question, then=self._listed, only="ids")
        self._tasks.read(self, incidents.undecided, then=lambda n: self.pills.count(True, n), only="undecided")

    def filter(self, text: str) -> None:
        """Keep only what the text finds."""
        self._text = text.strip().casefold()
        self.reload()

    def choose(self, record_id: str) -> None:
        """Stand on an incident, as soon as it is listed."""
        self._wanted = "" if self.table.choose(record_id) else record_id

    def _fetch(self, ids: Sequence[str], give: Callable[[Sequence[IncidentLine]], None]) -> None:
        self._tasks.read(self, incidents.lines, ids, then=give)

    def _listed(self, ids: Sequence[str]) -> None:
        current = self._wanted or self.table.current_id()
        self.model.show_ids(ids)
        sentence, step, new = self._nothing
        if self._text:
            sentence, step = self.tr("Nothing fits the filter."), ""
        elif self._undecided:
            sentence, step = self.tr("No incident waits for a decision."), ""
        self.table.say_when_empty("search" if self._text else "flag", sentence, step, new)
        if current and self.table.choose(current):
            self._wanted = ""

    def _order(self, column: int, descending: bool) -> None:
        sort = self.model.columns[column].sort
        if sort and (sort, descending) != self._sort:
            self._sort = (sort, descending)
            self.reload()

    def _narrow(self, undecided: bool) -> None:
        self._undecided = undecided
        self.reload()


def _ids(unit: Any, text: str, sort: str, descending: bool, undecided: bool, types: Any) -> Sequence[str]:
    return incidents.ids(unit, text, sort, descending, undecided=undecided, types=types)
