"""History tab: who did, saw, printed and exported what; the newest first."""

from __future__ import annotations

from typing import Any

from gvi_desktop.services import history
from gvi_desktop.services.history import HistoryLine
from ui.kit.dates import show_moment
from ui.kit.table import Column, RecordModel
from ui.kit.theme import px
from ui.kit.view import Table
from ui.office.tab import OfficeTab


class HistoryTab(OfficeTab):
    """The last five hundred entries."""

    def name(self) -> str:
        return self.tr("History")

    @staticmethod
    def fetch(unit: Any) -> Any:
        return history.newest(unit)

    def draw(self, found: list[HistoryLine]) -> None:
        self.title(
            self.tr("History"),
            self.tr("Each entry is chained to the one before it: what was written here cannot be changed unnoticed."),
        )
        table = Table(self.tr("History"))
        model = RecordModel[HistoryLine](self._columns(), lambda line: str(line.seq), table)
        model.show(found)
        table.show_model(model, sortable=False)
        table.setMinimumHeight(px(70))
        self.put(table)

    def _columns(self) -> list[Column[HistoryLine]]:
        return [
            Column(self.tr("When"), lambda line: show_moment(line.at), width=16),
            Column(self.tr("Who"), lambda line: line.by, width=16),
            Column(self.tr("What"), lambda line: self.words.action(line.action), width=16),
            Column(self.tr("Kind"), lambda line: self.words.kind(line.kind) if line.kind else "", width=16),
            Column(self.tr("Record"), lambda line: line.title or line.detail, width=18),
            Column(self.tr("Fields"), self._fields, width=0),
        ]

    def _fields(self, line: HistoryLine) -> str:
        if not line.kind:
            return ""
        return ", ".join(self.words.label(line.kind, name) for name in line.fields)
