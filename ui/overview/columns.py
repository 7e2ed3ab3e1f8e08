"""Cards side by side where the page is wide enough, else one under the other; made one a turn of the loop."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.kit.theme import px

WIDEST = 3
NARROWEST = 40
"""Steps of eight pixels that a column needs at least, at 100 % text."""


@dataclass(frozen=True)
class Piece:
    """A card by its name, all it tells, and how it is made."""

    name: str
    tells: Hashable
    make: Callable[[], QWidget]


class Columns(QWidget):
    """Lays cards out again when the width changes; the order of the cards is the order of Tab."""

    drawn = Signal()
    """Every card is there."""

    def __init__(self) -> None:
        super().__init__()
        self._wanted: list[Piece] = []
        self._shown: dict[str, tuple[Hashable, QWidget]] = {}
        self._laid: list[list[QWidget]] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(px(2))
        self._columns = [QVBoxLayout() for _ in range(WIDEST)]
        for column in self._columns:
            column.setSpacing(px(2))
            self._row.addLayout(column)
        self._turn = QTimer(self)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._next)

    def fill(self, pieces: Sequence[Piece]) -> None:
        """Show these cards; one that tells what it told before stays as it is."""
        self._wanted = list(pieces)
        names = {one.name for one in pieces}
        for name in [one for one in self._shown if one not in names]:
            self._shown.pop(name)[1].deleteLater()
        self._turn.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay(event.size().width())

    def _next(self) -> None:
        """Make the first card that is not there yet, or tells something else by now."""
        for piece in self._wanted:
            told, old = self._shown.get(piece.name, (None, None))
            if old is not None and told == piece.tells:
                continue
            made = piece.make()
            self._shown[piece.name] = (piece.tells, made)
            if old is not None:
                old.hide()
                old.deleteLater()
            self._lay(self.width() or px(NARROWEST) * 2)
            return
        self._turn.stop()
        self._lay(self.width() or px(NARROWEST) * 2)
        self._order()
        self.drawn.emit()

    def _order(self) -> None:
        """A card made anew would be the last that Tab comes to."""
        cards = [self._shown[one.name][1] for one in self._wanted]
        stops = [one for card in cards for one in (card, *card.findChildren(QWidget)) if _takes_tab(one)]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _lay(self, width: int) -> None:
        cards = [self._shown[one.name][1] for one in self._wanted if one.name in self._shown]
        count = max(1, min(WIDEST, len(self._wanted), (width + px(2)) // (px(NARROWEST) + px(2))))
        wanted = _spread(cards, count, width // count - px(2))
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


def _takes_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _spread(cards: Sequence[QWidget], count: int, width: int) -> list[list[QWidget]]:
    """Each card under the shortest column."""
    found: list[list[QWidget]] = [[] for _ in range(count)]
    heights = [0] * count
    for card in cards:
        at = heights.index(min(heights))
        found[at].append(card)
        high = card.heightForWidth(width) if card.hasHeightForWidth() else card.sizeHint().height()
        heights[at] += high + px(2)
    return found
