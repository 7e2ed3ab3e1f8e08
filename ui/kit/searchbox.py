"""The search field at the top (Ctrl+K), and what it finds, grouped by kind."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem

from ui.kit.desk import Desk
from ui.kit.leadsign import LeadSign
from ui.kit.settled import SettledSearch
from ui.kit.spec import Hit
from ui.kit.theme import font, px

PEOPLE = "person"
PAUSE = 100  # ms after the last key
HIT = Qt.ItemDataRole.UserRole + 1


class SearchBox(QLineEdit):
    """Type, look, arrow, Enter; Escape gives the keys back to the page."""

    def __init__(self, desk: Desk, search: Callable[..., Sequence[Hit]]) -> None:
        super().__init__()
        self._desk = desk
        self._search = search
        name = self.tr("Search people, groups, call-ins, talks and scripts")
        self.setAccessibleName(name)
        self.setPlaceholderText(self.tr("Search (Ctrl+K)"))
        self.setToolTip(name)
        self.setClearButtonEnabled(True)
        LeadSign(self, "search")
        self.setMaximumWidth(px(60))
        self.list = QListWidget(self)
        self.list.setObjectName("popup")
        self.list.setWindowFlags(Qt.WindowType.ToolTip)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(self.tr("Found"))
        self.list.itemClicked.connect(self._take)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._ask)
        self.textEdited.connect(lambda: self._timer.start())
        self.installEventFilter(self)
        self._searching = SettledSearch(self, desk.tasks)

    def show_hits(self, hits: Sequence[Hit]) -> None:
        """Show what was found, a heading before each kind."""
        self._searching.heard(self.text(), sum(hit.kind == PEOPLE for hit in hits))
        if not self.hasFocus():
            return
        self.list.clear()
        for kind, found in groupby(hits, key=lambda hit: hit.kind):
            self._heading(self._desk.words.kinds(kind))
            for hit in found:
                item = QListWidgetItem(f"{hit.title}   {hit.note}" if hit.note else hit.title, self.list)
                item.setData(HIT, hit)
        if not hits:
            self._heading(self.tr("Nothing found"))
        self._step(1)
        rows = min(self.list.count(), 14)
        self.list.setFixedSize(max(self.width(), px(48)), rows * max(self.list.sizeHintForRow(0), px(3)) + px(1.5))
        self.list.move(self.mapToGlobal(QPoint(0, self.height() + 2)))
        self.list.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide):
            self.list.hide()
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._pressed(event.key())
        return super().eventFilter(watched, event)

    def _pressed(self, key: int) -> bool:
        if key == Qt.Key.Key_Escape:
            self._searching.heard("", 0)
            self.list.hide()
            self.clear()
            self.focusNextChild()
            return True
        if not self.list.isVisible():
            return False
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._step(1 if key == Qt.Key.Key_Down else -1)
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.list.currentItem() is not None:
            self._take(self.list.currentItem())
            return True
        return False

    def _ask(self) -> None:
        text = self.text().strip()
        if text:
            self._desk.tasks.read(self, self._search, text, then=self.show_hits, only="search")
        else:
            self._searching.heard("", 0)
            self.list.hide()

    def _step(self, step: int) -> None:
        row = self.list.currentRow() + step
        while 0 <= row < self.list.count():
            if self.list.item(row).data(HIT) is not None:
                self.list.setCurrentRow(row)
                return
            row += step

    def _heading(self, text: str) -> None:
        item = QListWidgetItem(text[:1].upper() + text[1:], self.list)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setFont(font("small", strong=True))

    def _take(self, item: QListWidgetItem) -> None:
        hit = item.data(HIT)
        if isinstance(hit, Hit):
            self._searching.settle()
            self.list.hide()
            self.clear()
            self._desk.show_record(hit.kind, hit.id)
