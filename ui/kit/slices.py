"""Widgets made a few at a time between the window's other work, so that a long sheet does not hold it up."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

T = TypeVar("T")
AT_ONCE = 6
"""Drawn before anything is shown: about what fits a window."""
A_TURN = 3
"""Drawn in each later turn of the event loop."""


class Slices(QObject):
    """Fills columns in the order they were given; `stop` forgets what is not drawn yet."""

    drawn = Signal()
    """Everything is there."""
    grew = Signal()
    """Some more are there: whoever holds the column gives it the height it needs now."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: list[tuple[QBoxLayout, Iterable[Callable[[], QWidget]]]] = []
        self._turn = QTimer(self)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._go_on)

    @property
    def under_way(self) -> bool:
        """Whether something is still to be drawn."""
        return bool(self._waiting)

    def fill(
        self, column: QBoxLayout, items: Sequence[T], make: Callable[[T], QWidget], at_once: int = AT_ONCE
    ) -> None:
        """Add one widget an item: the first ones now, the rest soon."""
        for item in items[:at_once]:
            column.addWidget(make(item))
        if len(items) > at_once:
            self._waiting.append((column, iter([_made(make, item) for item in items[at_once:]])))
            self._turn.start()

    def stop(self) -> None:
        """Draw no more."""
        self._turn.stop()
        self._waiting.clear()

    def _go_on(self) -> None:
        left = A_TURN
        while left and self._waiting:
            column, rest = self._waiting[0]
            some = list(islice(rest, left))
            for make in some:
                made = make()
                column.addWidget(made)
                if made.parentWidget() is not None:
                    made.show()  # at once and not in a later turn: only what is shown counts in the column's height
            if len(some) < left:
                self._waiting.pop(0)
            left -= len(some)
        self.grew.emit()
        if not self._waiting:
            self._turn.stop()
            self.drawn.emit()


def _made(make: Callable[[Any], QWidget], item: Any) -> Callable[[], QWidget]:
    return lambda: make(item)
