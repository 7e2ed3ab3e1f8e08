"""The places at the left: icon, word, and a count where something waits."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.kit.icons import pixmap
from ui.kit.spec import PlaceSpec
from ui.kit.theme import font, px, tokens

COUNT = Qt.ItemDataRole.UserRole + 1
ICON = Qt.ItemDataRole.UserRole + 2


class Sidebar(QListWidget):
    """One place chosen; arrows and letters move, `visited` says where to."""

    visited = Signal(str)

    def __init__(self, specs: Sequence[PlaceSpec], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("places")
        self.setAccessibleName(self.tr("Places"))
        self.setFont(font())
        self.setItemDelegate(_Painted(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self._keys = [spec.key for spec in specs]
        self._titles = {spec.key: spec.title() for spec in specs}
        metrics = QFontMetrics(font(strong=True))
        widest = max((metrics.horizontalAdvance(text) for text in self._titles.values()), default=0)
        self.setFixedWidth(max(px(24), widest + px(13)))
        for spec in specs:
            item = QListWidgetItem(self._titles[spec.key], self)
            item.setData(ICON, spec.icon)
        self.currentRowChanged.connect(lambda row: self.visited.emit(self._keys[row]) if row >= 0 else None)

    def choose(self, key: str) -> None:
        """Mark a place without going there; a place that is not at the left leaves none marked."""
        blocked = self.blockSignals(True)
        self.setCurrentRow(self._keys.index(key) if key in self._keys else -1)
        self.blockSignals(blocked)

    def show_count(self, key: str, waiting: int) -> None:
        """Say how much waits at a place; nothing is shown for none."""
        item = self.item(self._keys.index(key))
        item.setData(COUNT, waiting)
        spoken = self.tr("{place}, {count} waiting").format(place=self._titles[key], count=waiting)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken if waiting else self._titles[key])


class _Painted(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(px(20), px(4.5))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        colours = tokens()
        state, area = option.state, QRect(option.rect).adjusted(px(0.5), 1, -px(0.5), -1)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(QColor(colours.accent_soft if chosen else colours.neutral_soft))
            painter.drawRoundedRect(area, 6, 6)
        if chosen and state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(colours.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area, 6, 6)
        ink = colours.on_accent_soft if chosen else colours.text
        side = px(2.25)
        picture = pixmap(index.data(ICON), side, ink if chosen else colours.muted)
        painter.drawPixmap(area.left() + px(1.25), area.center().y() - side // 2, picture)
        painter.setPen(QColor(ink))
        painter.setFont(font(strong=chosen))
        words = area.adjusted(px(1.25) + side + px(1.25), 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, index.data())
        waiting = index.data(COUNT)
        if waiting:
            self._draw_count(painter, area, str(waiting))
        painter.restore()

    def _draw_count(self, painter: QPainter, area: QRect, figure: str) -> None:
        colours, small = tokens(), font("small", strong=True, tabular=True)
        wide = max(QFontMetrics(small).horizontalAdvance(figure) + px(1.25), px(2.75))
        box = QRect(area.right() - wide - px(1), area.center().y() - px(1.25), wide, px(2.5))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.soon_soft))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setPen(QColor(colours.soon))
        painter.setFont(small)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, figure)
