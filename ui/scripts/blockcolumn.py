"""The left column of the bench: the blocks in order, to move, take out, add from those there are, or write anew."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from gvi_desktop.domain.block import Message
from gvi_desktop.services.drafting import BlockText
from gvi_desktop.services.pickers import Choice
from gvi_desktop.services.unit import Unit
from ui.kit.fields.ref import Finder
from ui.kit.tasks import Tasks
from ui.kit.text import button, tool
from ui.kit.theme import px
from ui.kit.words import Words

AT = Qt.ItemDataRole.UserRole
Offer = Callable[[], Callable[[Unit, str], Sequence[Choice]]]


class BlockColumn(QWidget):
    """Tells what is wanted; the bench does it and shows the blocks again."""

    chosen = Signal(int)
    moved = Signal(list)
    """The new order, as the old places."""
    removed = Signal(int)
    picked = Signal(object)
    wanted = Signal()
    """A new block."""

    def __init__(self, tasks: Tasks, words: Words, offer: Offer) -> None:
        super().__init__()
        self._words = words
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Blocks in order"))
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.list.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentRowChanged.connect(self._chosen)
        self.list.model().rowsMoved.connect(self._dropped)
        self.finder = Finder(tasks, lambda unit, text: offer()(unit, text))
        self.finder.setPlaceholderText(self.tr("Add a block"))
        self.finder.setAccessibleName(self.tr("Add a block"))
        self.finder.picked.connect(self._picked)
        row = QHBoxLayout()
        row.setSpacing(px(0.5))
        self.up = tool("chevron-up", self.tr("Move up"), lambda: self.step(-1))
        self.down = tool("chevron-down", self.tr("Move down"), lambda: self.step(1))
        self.out = tool("x", self.tr("Take out of the script"), self._remove)
        self.new = button(self.tr("New block"), self.wanted.emit, kind="quiet", icon_name="plus")
        for widget in (self.up, self.down, self.out):
            row.addWidget(widget)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(0.5))
        column.addWidget(self.finder)  # first: under a long empty list nobody would find how to begin
        column.addWidget(self.new, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.list, 1)
        column.addLayout(row)
        for before, after in pairwise((self.finder, self.new, self.list, self.up, self.down, self.out)):
            self.setTabOrder(before, after)

    def show_blocks(self, blocks: Sequence[BlockText], at: int) -> None:
        """List them, standing on the block at that place."""
        self.list.blockSignals(True)
        self.list.clear()
        for place, one in enumerate(blocks):
            item = QListWidgetItem(self._said(one), self.list)
            item.setData(AT, place)
        self.list.setCurrentRow(at)
        self.list.blockSignals(False)
        for widget in (self.up, self.down, self.out):
            widget.setEnabled(bool(blocks))

    def rename(self, at: int, one: BlockText) -> None:
        """A block's title or message has changed."""
        self.list.item(at).setText(self._said(one))

    def choose(self, at: int) -> None:
        """Stand on a block."""
        self.list.setCurrentRow(at)

    def at(self) -> int:
        """The place one stands on, or -1."""
        return self.list.currentRow()

    def step(self, by: int) -> None:
        """Move the block one stands on up or down."""
        at, count = self.at(), self.list.count()
        if 0 <= at < count and 0 <= at + by < count:
            order = list(range(count))
            order[at], order[at + by] = order[at + by], order[at]
            self.list.blockSignals(True)
            self.list.setCurrentRow(at + by)
            self.list.blockSignals(False)
            self.moved.emit(order)

    def _said(self, one: BlockText) -> str:
        title = one.title.strip() or self.tr("Without a title")
        return title if one.message is Message.FRAME else f"{one.message.value} · {title}"

    def _chosen(self, at: int) -> None:
        self.chosen.emit(at)

    def _dropped(self, _parent: QModelIndex, _first: int, _last: int, _to: QModelIndex, _row: int) -> None:
        self.moved.emit([int(self.list.item(row).data(AT)) for row in range(self.list.count())])

    def _picked(self, choice: Choice) -> None:
        self.finder.clear()
        self.picked.emit(choice)

    def _remove(self) -> None:
        if self.at() >= 0:
            self.removed.emit(self.at())
