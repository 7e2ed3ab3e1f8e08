"""The one table: columns say what is shown, a model holds the lines (the view is in ui/kit/view.py)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from ui.kit.sorting import swedish
from ui.kit.tokens import Tone

T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex
SORT = Qt.ItemDataRole.UserRole + 1
RECORD = Qt.ItemDataRole.UserRole + 2
TONE = Qt.ItemDataRole.UserRole + 3
UNLOADED = "…"
_NOWHERE = QModelIndex()
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class Column(Generic[T]):
    """What a column shows of a line; `width` in characters (0: the rest), `sort` the service's name for its order."""

    title: str
    text: Callable[[T], str]
    key: Callable[[T], Any] | None = None
    width: int = 16
    right: bool = False
    tone: Callable[[T], Tone | None] | None = None
    sort: str = ""

    def sort_key(self, line: T) -> tuple[bool, Any]:
        """The line's place in this column's order; lines without a value come last."""
        value = self.key(line) if self.key is not None else swedish(self.text(line))
        return (value is None or value == "", "" if value is None else value)


class LinesModel(QAbstractTableModel, Generic[T]):
    """Lines under columns; what lines there are is the subclasses' affair."""

    sorted = Signal(int, bool)
    """Column and whether descending, after a click on a heading."""

    def __init__(self, columns: Sequence[Column[T]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)

    def line(self, row: int) -> T | None:
        """The line of a row, or None while it is not loaded."""
        raise NotImplementedError

    def id_at(self, row: int) -> str:
        raise NotImplementedError

    def row_of(self, record_id: str) -> int:
        """The row of a record, or -1."""
        raise NotImplementedError

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _MIDDLE | (Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft)
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, SORT, RECORD, TONE):
            return None
        line = self.line(index.row())
        if role == RECORD:
            return line
        if line is None:
            return UNLOADED if role == Qt.ItemDataRole.DisplayRole else None
        if role == SORT:
            return column.sort_key(line)[1]
        if role == TONE:
            return column.tone(line) if column.tone else None
        return column.text(line)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and 0 <= section < len(self.columns):
            if role == Qt.ItemDataRole.DisplayRole:
                return self.columns[section].title
            if role == Qt.ItemDataRole.TextAlignmentRole:
                side = Qt.AlignmentFlag.AlignRight if self.columns[section].right else Qt.AlignmentFlag.AlignLeft
                return _MIDDLE | side
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if 0 <= column < len(self.columns):
            self.sorted.emit(column, order == Qt.SortOrder.DescendingOrder)


class RecordModel(LinesModel[T]):
    """A short list held whole: sorts by the columns' keys and filters by their text, here in the window."""

    def __init__(self, columns: Sequence[Column[T]], name: Callable[[T], str], parent: QObject | None = None) -> None:
        super().__init__(columns, parent)
        self._name = name
        self._all: tuple[T, ...] = ()
        self._shown: list[T] = []
        self._order: tuple[int, bool] | None = None
        self._filter = ""

    def show(self, lines: Sequence[T]) -> None:
        """Replace the lines; the chosen order and filter stay."""
        self._all = tuple(lines)
        self._arrange()

    def filter(self, text: str) -> None:
        """Keep only lines that hold every word of the text in some column."""
        self._filter = text.casefold()
        self._arrange()

    def lines(self) -> tuple[T, ...]:
        """The lines as shown."""
        return tuple(self._shown)

    def line(self, row: int) -> T | None:
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def id_at(self, row: int) -> str:
        return self._name(self._shown[row]) if 0 <= row < len(self._shown) else ""

    def row_of(self, record_id: str) -> int:
        return next((row for row, line in enumerate(self._shown) if self._name(line) == record_id), -1)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._order = (column, order == Qt.SortOrder.DescendingOrder) if 0 <= column < len(self.columns) else None
        self._arrange()
        super().sort(column, order)

    def _arrange(self) -> None:
        self.beginResetModel()
        words = self._filter.split()
        self._shown = [line for line in self._all if not words or all(word in self._text(line) for word in words)]
        if self._order is not None:
            column, descending = self._order
            key = self.columns[column].sort_key
            keyed = [(*key(line), line) for line in self._shown]
            full = sorted((one for one in keyed if not one[0]), key=itemgetter(1), reverse=descending)
            self._shown = [one[2] for one in full] + [one[2] for one in keyed if one[0]]
        self.endResetModel()

    def _text(self, line: T) -> str:
        return " ".join(column.text(line) for column in self.columns).casefold()
