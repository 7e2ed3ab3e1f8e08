"""A table whose rows are dragged into another order, by mouse or finger."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication

from ui.callins.tabs import ShortTable
from ui.kit.theme import tokens


class OrderTable(ShortTable):
    """`moved` with the id of the dragged row and how many places it goes (negative: earlier)."""

    moved = Signal(str, int)

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.movable = False
        self._pressed: QPoint | None = None
        self._from = -1
        self._gap = -1  # the row is let go before this row; -1 while nothing is dragged

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        row = self.indexAt(event.position().toPoint()).row()
        if self.movable and event.button() == Qt.MouseButton.LeftButton and row >= 0:
            self._pressed, self._from = event.position().toPoint(), row

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            super().mouseMoveEvent(event)
            return
        at = event.position().toPoint()
        if self._gap >= 0 or (at - self._pressed).manhattanLength() >= QApplication.startDragDistance():
            self._show_gap(self._gap_at(at.y()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        start, gap = self._from, self._gap
        self._let_go()
        super().mouseReleaseEvent(event)
        model = self.lines_model()
        if gap < 0 or model is None:
            return
        to = gap - 1 if gap > start else gap
        if to != start and (record := model.id_at(start)):
            self.moved.emit(record, to - start)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._gap >= 0:
            self._let_go()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._gap < 0:
            return
        painter = QPainter(self.viewport())
        painter.setPen(QPen(QColor(tokens().accent), 3))
        y = self._y_of(self._gap)
        painter.drawLine(0, y, self.viewport().width(), y)
        painter.end()

    def _gap_at(self, y: int) -> int:
        """Between which rows a height lies."""
        model = self.lines_model()
        rows = model.rowCount() if model is not None else 0
        for row in range(rows):
            if y < self.rowViewportPosition(row) + self.rowHeight(row) // 2:
                return row
        return rows

    def _y_of(self, gap: int) -> int:
        if gap == 0:
            return max(1, self.rowViewportPosition(0))
        return self.rowViewportPosition(gap - 1) + self.rowHeight(gap - 1) - 1

    def _show_gap(self, gap: int) -> None:
        self._gap = gap
        self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        self.viewport().update()

    def _let_go(self) -> None:
        self._pressed, self._from, self._gap = None, -1, -1
        self.viewport().unsetCursor()
        self.viewport().update()
