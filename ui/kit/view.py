"""How a list looks and is handled: rows to choose, headings to sort by, badges, and what is said when it is empty."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui.kit.empty import Empty
from ui.kit.table import TONE, Column, LinesModel
from ui.kit.theme import font, px, style, tokens
from ui.kit.tokens import Tone

IN_VIEW = 40
"""Lines that are asked what width they need: about a screenful."""
WIDE = 16  # steps of the grid: a column of dates or numbers is narrower


class BadgeDelegate(QStyledItemDelegate):
    """Draws a cell's text as a badge when its column gives it a tone."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        tone = index.data(TONE)
        text = index.data() or ""
        if not isinstance(tone, Tone) or not text:
            super().paint(painter, option, index)
            return
        self.initStyleOption(option, index)
        option.text = ""
        view: Any = option.widget
        view.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, view)
        metrics = QFontMetrics(option.font)
        area: QRect = option.rect
        width = min(metrics.horizontalAdvance(text) + px(1.5), area.width() - px(1))
        badge = QRect(area.left() + px(0.5), area.center().y() - px(1.25), width, px(2.5))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)  # on the chosen row's ground it would not be seen
        painter.setPen(QColor(tokens().ink(tone)) if chosen else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens().paper(tone)))
        painter.drawRoundedRect(badge, badge.height() / 2, badge.height() / 2)
        painter.setPen(QColor(tokens().ink(tone)))
        painter.setFont(option.font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, badge.width() - px(1))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, shown)
        painter.restore()


class Table(QTableView):
    """A list of records; `opened` on Enter or double click, `chosen` whenever another row is the current one."""

    opened = Signal(str)
    chosen = Signal(str)
    widths_changed = Signal(list)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFont(font(tabular=True))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(px(4.5))
        heads = self.horizontalHeader()
        heads.setHighlightSections(False)
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        heads.setFont(font("small"))
        heads.setMinimumSectionSize(px(4))
        heads.setFixedHeight(px(4))
        heads.sectionResized.connect(self._resized)
        heads.viewport().installEventFilter(self)
        self.doubleClicked.connect(lambda index: self._open(index.row()))
        self._empty: Empty | None = None
        self._quiet = False
        self._widths = QTimer(self)
        self._widths.setSingleShot(True)
        self._widths.setInterval(400)
        self._widths.timeout.connect(lambda: self.widths_changed.emit(self.widths()))
        self._dragging = False
        self._chosen_widths = False
        self._fresh = True
        self._fitting = QTimer(self)
        self._fitting.setSingleShot(True)
        self._fitting.setInterval(0)
        self._fitting.timeout.connect(self.fit)

    def show_model(self, model: LinesModel[Any], *, widths: Sequence[int] = (), sortable: bool = True) -> None:
        """Take the model; `widths` are those somebody has drawn before, in pixels at a text of 100 %."""
        self.setModel(model)
        badge = BadgeDelegate(self)
        heads = self.horizontalHeader()
        self._chosen_widths = len(widths) == len(model.columns)
        self._quiet = True
        for at, column in enumerate(model.columns):
            if column.tone is not None:
                self.setItemDelegateForColumn(at, badge)
            wide = round(widths[at] * style().scale) if self._chosen_widths else _declared(column)
            if column.width == 0:
                heads.setSectionResizeMode(at, QHeaderView.ResizeMode.Stretch)
            else:
                self.setColumnWidth(at, wide)
        self._quiet = False
        heads.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(sortable)
        heads.setSectionsClickable(sortable)
        self.selectionModel().currentRowChanged.connect(lambda now, _before: self._choose(now.row()))
        model.modelReset.connect(self._filled)
        model.dataChanged.connect(self._came)
        self._fill()

    def lines_model(self) -> LinesModel[Any] | None:
        model = self.model()
        return model if isinstance(model, LinesModel) else None

    def choose(self, record_id: str) -> bool:
        """Make the record's row the current one; False when it is not in the list."""
        model = self.lines_model()
        row = model.row_of(record_id) if model is not None else -1
        if model is None or row < 0:
            return False
        self.setCurrentIndex(model.index(row, 0))
        self.scrollTo(model.index(row, 0))
        return True

    def current_id(self) -> str:
        model = self.lines_model()
        index = self.currentIndex()
        return model.id_at(index.row()) if model is not None and index.isValid() else ""

    def widths(self) -> list[int]:
        model = self.model()
        count = model.columnCount() if model is not None else 0
        return [round(self.columnWidth(at) / style().scale) for at in range(count)]

    def fit(self) -> None:
        """Share the room there is: columns give up what they do not need before anything of another is cut, and one
        whose words are cut takes what is left over."""
        model, room = self.lines_model(), self.viewport().width()
        if model is None or self._chosen_widths or room <= 0:
            return
        needs = [self._needed(at) for at in range(len(model.columns))]
        fixed = {at: _declared(column) for at, column in enumerate(model.columns) if column.width}
        open_need = sum(min(max(needs[at], px(14)), px(36)) for at in range(len(needs)) if at not in fixed)
        lacking = sum(fixed.values()) + open_need - room
        slack = {at: max(0, wide - needs[at]) for at, wide in fixed.items()}
        wanted = {at: max(0, min(needs[at], px(36)) - wide) for at, wide in fixed.items()}
        given_up = min(sum(slack.values()), max(0, lacking + sum(wanted.values())))
        share = given_up / max(1, sum(slack.values()))
        cut = {at: max(0, min(needs[at], wide) - px(WIDE)) for at, wide in fixed.items()}
        # Then the wide ones are cut, so that the one with the rest is no stump.
        still = min(sum(cut.values()), max(0, lacking - given_up))
        less = still / max(1, sum(cut.values()))
        more = min(1.0, max(0, given_up - lacking) / max(1, sum(wanted.values())))
        self._quiet = True
        for at, wide in fixed.items():
            self.setColumnWidth(at, wide - int(slack[at] * share + cut[at] * less) + int(wanted[at] * more))
        self._quiet = False

    def _needed(self, at: int) -> int:
        """What a column needs for its heading and the lines in view. Only the longest is asked what it needs: Qt would
        ask every cell for everything it is drawn with."""
        first, rows = max(0, self.rowAt(0)), self.model().rowCount()
        indexes = [self.model().index(row, at) for row in range(first, min(rows, first + IN_VIEW))]
        advance = self.fontMetrics().horizontalAdvance
        longest = max(indexes, key=lambda index: advance(str(index.data() or "")), default=None)
        wide = self.sizeHintForIndex(longest).width() if longest is not None else 0
        return max(wide + px(0.5), self.horizontalHeader().sectionSizeHint(at))

    def say_when_empty(self, icon: str, sentence: str, step: str = "", act: Callable[[], object] | None = None) -> None:
        """What belongs here, shown while the list has no rows, with the first step as a button."""
        if self._empty is not None:
            self._empty.deleteLater()
        self._empty = Empty(icon, sentence, step, act, self.viewport())
        self._fill()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex().row())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fill()
        self._fitting.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whether a heading's border is drawn by hand, which is remembered, or the room has changed."""
        if event.type() == QEvent.Type.MouseButtonPress:
            self._dragging = True
        elif event.type() == QEvent.Type.MouseButtonRelease:
            self._dragging = False
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        return QSize(px(50), px(40))

    def _open(self, row: int) -> None:
        model = self.lines_model()
        if model is not None and (record_id := model.id_at(row)):
            self.opened.emit(record_id)

    def _choose(self, row: int) -> None:
        model = self.lines_model()
        if model is not None and (record_id := model.id_at(row)):
            self.chosen.emit(record_id)

    def _resized(self) -> None:
        if self._dragging and not self._quiet:
            self._chosen_widths = True
            self._widths.start()

    def _filled(self) -> None:
        self._fill()
        self._fresh = True
        self._fitting.start()

    def _came(self) -> None:
        """The first lines after the list was filled; later ones, met by scrolling, do not make it jump."""
        if self._fresh:
            self._fresh = False
            self._fitting.start()

    def _fill(self) -> None:
        model = self.model()
        if self._empty is not None:
            self._empty.setGeometry(self.viewport().rect())
            self._empty.setVisible(model is None or model.rowCount() == 0)


def _declared(column: Column[Any]) -> int:
    """The width a column asks for, in pixels."""
    return column.width * QFontMetrics(font(tabular=True)).horizontalAdvance("0") + px(3.5)
