"""How far something has come: a bar with its figures beside it, alone or in a cell of a list."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.kit.table import SORT
from ui.kit.theme import font, px, tokens

USUAL = "000 / 000"


class Meter(QWidget):
    """`done` of `whole`; the words say the figures, the bar repeats them."""

    def __init__(self, name: str, done: int, whole: int, said: str) -> None:
        super().__init__()
        self._done, self._whole, self._said = done, whole, said
        self.setFont(font(tabular=True))
        self.setAccessibleName(f"{name}: {said}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(px(30), max(px(2.5), self.fontMetrics().height()))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(14), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        _draw(painter, self.rect(), self._done, self._whole, self._said, tokens().text)
        painter.end()


class MeterDelegate(QStyledItemDelegate):
    """Draws a cell whose key is (done, whole) as a bar."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        self.initStyleOption(option, index)
        said, option.text = option.text, ""
        option.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        share = index.data(SORT)
        done, whole = share if isinstance(share, tuple) else (0, 0)
        painter.save()
        painter.setFont(option.font)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        area: QRect = option.rect
        ink = tokens().on_accent_soft if chosen else tokens().text
        _draw(painter, area.adjusted(px(1), 0, -px(1), 0), done, whole, said, ink)
        painter.restore()


def _draw(painter: QPainter, area: QRect, done: int, whole: int, said: str, ink: str) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    measured = QFontMetrics(painter.font()).horizontalAdvance
    # As wide as the longest figures that are likely, so that bars one under another end at the same place.
    words = max(measured(said), measured(USUAL)) + px(1)
    high = px(1)
    top = area.center().y() - high / 2 + 0.5
    width = max(0, area.width() - words)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens().border))
    painter.drawRoundedRect(QRectF(area.left(), top, width, high), high / 2, high / 2)
    if whole and done:
        painter.setBrush(QColor(tokens().accent))
        painter.drawRoundedRect(
            QRectF(area.left(), top, max(high, width * min(1.0, done / whole)), high), high / 2, high / 2
        )
    painter.setPen(QColor(ink))
    right = QRect(area.left() + width, area.top(), area.width() - width, area.height())
    painter.drawText(right, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, said)
