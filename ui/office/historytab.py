"""History tab: who did, saw, printed and exported what; the newest first."""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QResizeEvent

from gvi_desktop.services import history
from gvi_desktop.services.history import HistoryLine
from ui.kit.dates import show_moment
from ui.kit.table import Column, RecordModel
from ui.kit.theme import px
from ui.kit.view import Table
from ui.office.tab import OfficeTab

LONG = 30
"""Letters in a row that no name has: then it is a checksum."""


class HistoryTab(OfficeTab):
    """The last five hundred entries."""

    def __init__(self, page: Any) -> None:
        self._table: Table | None = None
        super().__init__(page)

    def start(self, key: str = "") -> None:
        self._table = None
        super().start(key)

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
        self._table = table
        self.put(table)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As high as the room under the heading: the list scrolls, with its own heads, and the page does not."""
        if self._table is not None:
            self._table.setFixedHeight(max(px(30), self.viewport().height() - px(16)))

    def _columns(self) -> list[Column[HistoryLine]]:
        return [
            Column(self.tr("When"), lambda line: show_moment(line.at), width=16),
            Column(self.tr("Who"), lambda line: line.by, width=16),
            Column(self.tr("What"), lambda line: self.words.action(line.action), width=16),
            Column(self.tr("Kind"), lambda line: self.words.kind(line.kind) if line.kind else "", width=16),
            Column(self.tr("Record"), self._record, width=24),
            Column(self.tr("Fields"), self._fields, width=0),
        ]

    def _record(self, line: HistoryLine) -> str:
        """Its name; what has none is told by the beginning of its number, as on receipts."""
        if line.title:
            return line.title[:8] if len(line.title) > LONG and " " not in line.title else line.title
        word, _, rest = line.detail.partition(" ")
        said = {
            "bundle": self.tr("Bundle {number}"),
            "receipt": self.tr("Receipt {number}"),
            "report": self.tr("Report ({number})"),
            "identity": self.tr("Identity"),
        }
        return said[word].format(number=rest[:8]) if word in said else line.detail

    def _fields(self, line: HistoryLine) -> str:
        if not line.kind:
            return ""
        return ", ".join(self.words.label(line.kind, name) for name in line.fields)
