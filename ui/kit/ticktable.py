"""A list in which lines are ticked: with the mouse in the first column, or with Space on the line."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.kit.table import Column, Index, RecordModel
from ui.kit.view import Table

T = TypeVar("T")


class TickModel(RecordModel[T]):
    """Lines with a tick each; `ticked` holds the names of those that have one."""

    ticks_changed = Signal()

    def __init__(self, columns: Sequence[Column[T]], name: Callable[[T], str], parent: QObject | None = None) -> None:
        super().__init__(columns, name, parent)
        self.ticked: set[str] = set()

    def show_ticked(self, lines: Sequence[T], ticked: Collection[str]) -> None:
        """Replace lines and ticks."""
        self.ticked = set(ticked)
        self.show(lines)

    def toggle(self, row: int) -> None:
        """Set or take away the tick of a row."""
        if name := self.id_at(row):
            self.ticked ^= {name}
            index = self.index(row, 0)
            self.dataChanged.emit(index, index, [Qt.ItemDataRole.CheckStateRole])
            self.ticks_changed.emit()

    def tick_all(self, names: Collection[str]) -> None:
        """Exactly these are ticked."""
        self.ticked = set(names)
        if self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, 0))
        self.ticks_changed.emit()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.CheckStateRole:
            if index.column() != 0:
                return None
            return Qt.CheckState.Checked if self.id_at(index.row()) in self.ticked else Qt.CheckState.Unchecked
        return super().data(index, role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        found = super().flags(index)
        return found | Qt.ItemFlag.ItemIsUserCheckable if index.column() == 0 else found

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or index.column() != 0:
            return False
        wanted = Qt.CheckState(value) is Qt.CheckState.Checked
        if wanted != (self.id_at(index.row()) in self.ticked):
            self.toggle(index.row())
        return True


class TickTable(Table):
    """The table of such a model."""

    def __init__(self, name: str, model: TickModel[Any], parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._ticks = model
        model.setParent(self)
        self.show_model(model, sortable=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self._ticks.toggle(self.currentIndex().row())
            return
        super().keyPressEvent(event)
