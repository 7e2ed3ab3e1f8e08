"""The sheets of a workbook and their columns: what each was recognised as, and another choice where that is wrong."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from gvi_desktop.services import importing
from gvi_desktop.services.importing import SheetChoice, SheetView
from ui.kit.text import heading, label, labelled, muted
from ui.kit.theme import px
from ui.kit.words import Words


class Sheets(QSplitter):
    """A list of sheets beside the columns of the chosen one; `chosen(name, SheetChoice)` when something is changed."""

    chosen = Signal(str, object)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._words = words
        self._sheets: Sequence[SheetView] = ()
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Sheets"))
        self.list.setMinimumWidth(px(28))
        self.list.currentRowChanged.connect(self._draw)
        self.kind = QComboBox()
        self.columns: dict[int, QComboBox] = {}
        self._area = QScrollArea()
        self._area.setObjectName("sheet")
        self._area.setWidgetResizable(True)
        self.setChildrenCollapsible(False)
        self.addWidget(self.list)
        self.addWidget(self._area)
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 3)
        self.setHandleWidth(1)

    def show_sheets(self, sheets: Sequence[SheetView]) -> None:
        """Show the sheets; the chosen one stays chosen."""
        self._sheets = sheets
        row = max(0, self.list.currentRow())
        blocked = self.list.blockSignals(True)
        self.list.clear()
        for sheet in sheets:
            item = QListWidgetItem(f"{sheet.name}\n{self._about(sheet)}", self.list)
            item.setToolTip(sheet.name)
            item.setSizeHint(QSize(px(20), px(7)))
        self.list.setCurrentRow(min(row, len(sheets) - 1))
        self.list.blockSignals(blocked)
        self._draw(self.list.currentRow())

    def _about(self, sheet: SheetView) -> str:
        if sheet.concept is None:
            return self.tr("Not taken in")
        return self.tr("{what}: {count} rows").format(what=self._kind(sheet.concept), count=sheet.rows)

    def _kind(self, concept: str) -> str:
        text = self._words.kinds(concept)
        return text[:1].upper() + text[1:]

    def _draw(self, row: int) -> None:
        self.columns = {}
        if not 0 <= row < len(self._sheets):
            return
        sheet = self._sheets[row]
        body = QWidget()
        body.setObjectName("sheetBody")
        column = QVBoxLayout(body)
        column.setContentsMargins(px(3), px(2), px(3), px(3))
        column.setSpacing(px(1.5))
        column.addWidget(heading(sheet.name))
        column.addLayout(self._kind_row(sheet))
        if sheet.concept is not None:
            column.addWidget(muted(self._where(sheet)))
            column.addLayout(self._grid(sheet, sheet.concept))
        else:
            column.addWidget(label(self.tr("No headings are recognised here. Say what the sheet holds to take it in.")))
        column.addStretch(1)
        self._area.setWidget(body)

    def _where(self, sheet: SheetView) -> str:
        text = self.tr("Headings in row {row}.").format(row=sheet.heading_row)
        if sheet.left_out:
            rows = ", ".join(str(row) for row in sheet.left_out[:10])
            text += " " + self.tr("Rows that are no entries (sums, comments): {rows}.").format(rows=rows)
        return text

    def _kind_row(self, sheet: SheetView) -> QHBoxLayout:
        self.kind = QComboBox()
        self.kind.addItem(self.tr("Do not take in"), None)
        for concept in importing.concepts():
            self.kind.addItem(self._kind(concept), concept)
        self.kind.setCurrentIndex(self.kind.findData(sheet.concept))
        self.kind.activated.connect(lambda: self.chosen.emit(sheet.name, SheetChoice(self.kind.currentData())))
        row = QHBoxLayout()
        row.addWidget(labelled(self.tr("The sheet holds"), self.kind))
        row.addStretch(1)
        return row

    def _grid(self, sheet: SheetView, concept: str) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(3))
        grid.setVerticalSpacing(px(1))
        grid.addWidget(muted(self.tr("Column in the workbook")), 0, 0)
        grid.addWidget(muted(self.tr("Taken in as")), 0, 1)
        grid.setColumnStretch(2, 1)
        for at, one in enumerate(sheet.columns, 1):
            box = QComboBox()
            box.addItem(self.tr("Not taken in"), "")
            for field in importing.fields_of(concept):
                box.addItem(importing.column_name(self._words, field), field)
            box.setCurrentIndex(max(0, box.findData(one.field)))
            box.setAccessibleName(one.heading)
            box.activated.connect(lambda _=0, sheet=sheet: self._columns_chosen(sheet))
            name = label(one.heading, strong=bool(one.field), role="" if one.field else "muted")
            name.setMaximumWidth(px(34))
            grid.addWidget(name, at, 0)
            grid.addWidget(box, at, 1)
            self.columns[one.at] = box
        return grid

    def _columns_chosen(self, sheet: SheetView) -> None:
        columns = {at: str(box.currentData()) for at, box in self.columns.items()}
        self.chosen.emit(sheet.name, SheetChoice(sheet.concept, columns))
