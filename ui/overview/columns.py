"""Cards in as many columns as fit, each under the shortest column so far, so that no corner stays empty."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.kit.theme import px

WIDEST = 3
NARROWEST = 40
"""Steps of eight pixels that a column needs at least, at 100 % text."""


class Columns(QWidget):
    """Lays cards out again when the width changes; the order of the cards is the order of Tab."""

    def __init__(self, cards: Sequence[QWidget]) -> None:
        super().__init__()
        self._cards = list(cards)
        self._laid: list[list[QWidget]] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(px(2))
        self._columns = [QVBoxLayout() for _ in range(WIDEST)]
        for column in self._columns:
            column.setSpacing(px(2))
            self._row.addLayout(column)
        self._lay(px(NARROWEST) * 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay(event.size().width())

    def _lay(self, width: int) -> None:
        count = max(1, min(WIDEST, len(self._cards), (width + px(2)) // (px(NARROWEST) + px(2))))
        wanted = self._spread(count, width // count - px(2))
        if wanted == self._laid:
            return
        self._laid = wanted
        for column in self._columns:
            while column.count():
                column.takeAt(0)
        for at, column in enumerate(self._columns):
            self._row.setStretch(at, 1 if at < count else 0)
            for card in wanted[at] if at < count else ():
                column.addWidget(card)
            column.addStretch(1)

    def _spread(self, count: int, width: int) -> list[list[QWidget]]:
        found: list[list[QWidget]] = [[] for _ in range(count)]
        heights = [0] * count
        for card in self._cards:
            at = heights.index(min(heights))
            found[at].append(card)
            high = card.heightForWidth(width) if card.hasHeightForWidth() else card.sizeHint().height()
            heights[at] += high + px(2)
        return found
