"""Widgets made a few at a time between the window's other work, so that a long sheet does not hold it up."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from ui.kit.holder import Holder

T = TypeVar("T")
AT_ONCE = 6
"""Drawn before anything is shown: about what fits a window."""
A_TURN = 8
"""Milliseconds that making widgets may take of one turn of the event loop; laying them out and painting come on top."""
A_DOZEN = 12
UNSEEN = 50
"""Milliseconds between two turns while nobody sees the page: the one in view goes first."""


class Slices(QObject):
    """Fills columns in the order they were given; `stop` forgets what is not drawn yet."""

    drawn = Signal()
    """Everything is there."""
    grew = Signal()
    """Some more are there: whoever holds the column gives it the height it needs now."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._sheet = parent
        self._soon: deque[Callable[[], object]] = deque()
        self._waiting: deque[Callable[[], object]] = deque()
        self._turn = QTimer(self)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._go_on)

    @property
    def under_way(self) -> bool:
        """Whether something is still to be drawn."""
        return bool(self._soon or self._waiting)

    def fill(
        self, column: QBoxLayout, items: Sequence[T], make: Callable[[T], QWidget], at_once: int = AT_ONCE
    ) -> None:
        """Add one widget an item: the first ones now, the rest soon."""
        makers = deque(partial(make, item) for item in items)
        add = Stack(column).add if len(makers) > A_DOZEN else column.addWidget
        began = clock()
        for at in range(min(at_once, len(makers))):
            if at and began.elapsed() > A_TURN:
                break
            add(makers.popleft()())
        self._waiting += [partial(_make, add, one) for one in makers]
        self._turn.start()

    def later(self, act: Callable[[], object]) -> None:
        """Do this in a turn to come, before the rest of the columns."""
        self._soon.append(act)
        self._turn.start()

    def stop(self) -> None:
        """Draw no more."""
        self._turn.stop()
        self._soon.clear()
        self._waiting.clear()

    def _go_on(self) -> None:
        seen, began = self._sheet.isVisible(), clock()
        self._turn.setInterval(0 if seen else UNSEEN)
        with unlaid(self._sheet):
            while self.under_way:
                (self._soon or self._waiting).popleft()()
                if not seen or began.elapsed() > A_TURN:
                    break
        self.grew.emit()
        if not self.under_way:
            self._turn.stop()
            self.drawn.emit()


def clock() -> QElapsedTimer:
    """Tells milliseconds from now on."""
    made = QElapsedTimer()
    made.start()
    return made


@contextmanager
def unlaid(sheet: QWidget) -> Iterator[None]:
    """Nothing in the sheet is laid out until its new height is known.

    Each widget shown would lay out all those before it in the height there was, pressed together, and then again.
    """
    with _held([*_layouts(sheet)]):
        yield


@contextmanager
def _held(layouts: Sequence[QLayout]) -> Iterator[None]:
    held = [one for one in layouts if one.isEnabled()]
    for one in held:
        one.setEnabled(False)
    try:
        yield
    finally:
        for one in held:
            if isValid(one):
                one.setEnabled(True)


def _layouts(sheet: QWidget) -> Iterator[QLayout]:
    """Of what scrolls in it, and of what that holds."""
    holder: QWidget | None = sheet.widget() if isinstance(sheet, QScrollArea) else sheet
    if holder is not None and (layout := holder.layout()) is not None:
        yield layout
        for at in range(layout.count()):
            item = layout.itemAt(at)
            inside = item.widget() if item is not None else None
            if inside is not None and (inner := inside.layout()) is not None:
                yield inner


class Stack:
    """Adds to a column by the dozen: what is not the last dozen keeps its measures while the column grows."""

    def __init__(self, column: QBoxLayout) -> None:
        self._column = column
        self._dozen: QVBoxLayout | None = None

    def add(self, widget: QWidget) -> None:
        """Put it at the end."""
        if self._dozen is None or self._dozen.count() >= A_DOZEN:
            holder = Holder()
            self._dozen = QVBoxLayout(holder)
            self._dozen.setContentsMargins(0, 0, 0, 0)
            self._dozen.setSpacing(self._column.spacing())
            _add(self._column.addWidget, holder)
        self._dozen.addWidget(widget)


def _make(add: Callable[[QWidget], object], make: Callable[[], QWidget]) -> None:
    _add(add, make())


def _add(add: Callable[[QWidget], object], made: QWidget) -> None:
    add(made)
    if (holder := made.parentWidget()) is not None:
        with _held([layout] if (layout := holder.layout()) is not None else []):
            made.show()  # at once and not in a later turn: only what is shown counts in the column's height
        holder.updateGeometry()
