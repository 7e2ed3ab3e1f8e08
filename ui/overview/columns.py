"""Cards in as many columns as fit, read from left to right and from top to bottom."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.kit.theme import px

WIDEST = 3
NARROWEST = 44
"""Steps of eight pixels that a column needs at least, at 100 % text."""


class Columns(QWidget):
    """Lays cards out again when the width changes; the order of the cards is the order of Tab."""

    def __init__(self, cards: Sequence[QWidget]) -> None:
        super().__init__()
        self._cards = list(cards)
        self._count = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(px(2))
        self._lay(2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay(max(1, min(WIDEST, event.size().width() // px(NARROWEST))))

    def _lay(self, count: int) -> None:
        if count == self._count:
            return
        self._count = count
        for card in self._cards:
            self._grid.removeWidget(card)
        for place, card in enumerate(self._cards):
            self._grid.addWidget(card, place // count, place % count, Qt.AlignmentFlag.AlignTop)
        for column in range(WIDEST):
            self._grid.setColumnStretch(column, 1 if column < count else 0)
