"""The cards of the overview: a heading with a number, lines that lead to their records, a sentence when empty."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui.kit.badge import Badge
from ui.kit.text import button, heading, muted
from ui.kit.theme import font, px
from ui.kit.tokens import Tone


@dataclass(frozen=True)
class Line:
    """One thing that waits: its words, a quiet addition, how urgent, and what a click does."""

    text: str
    note: str
    tone: Tone
    act: Callable[[], object]


class Card(QFrame):
    """A framed part of the overview."""

    def __init__(self, name: str, count: int | None = None, tone: Tone = Tone.NEUTRAL) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setAccessibleName(name if count is None else f"{name}: {count}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(px(1), px(1.5), px(1.5), px(1.5))
        self._column.setSpacing(px(0.5))
        head = QHBoxLayout()
        head.setContentsMargins(px(1), 0, px(0.5), 0)
        head.addWidget(heading(name), 1)
        if count:
            head.addWidget(Badge(str(count), tone), 0, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(head)

    def say(self, text: str) -> None:
        """A quiet sentence."""
        self._add(muted(text), inset=True)

    def put(self, widget: QWidget) -> None:
        """Anything else, such as a chart."""
        self._add(widget, inset=True)

    def lines(self, found: Sequence[Line]) -> None:
        """Rows that can be clicked."""
        for line in found:
            self._add(_Row(line))

    def more(self, text: str, act: Callable[[], object]) -> None:
        """The way to all of them."""
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(button(text, act, kind="quiet"))
        row.addStretch(1)
        self._add(holder)

    def _add(self, widget: QWidget, *, inset: bool = False) -> None:
        # The words of a row stand under the heading's, not the invisible edge around them.
        row = QHBoxLayout()
        row.setContentsMargins(px(1) if inset else 0, 0, px(0.5) if inset else 0, 0)
        row.addWidget(widget)
        self._column.addLayout(row)


class _Row(QPushButton):
    """A row as wide as its card: the words left, cut with dots when they do not fit, the date right."""

    def __init__(self, line: Line) -> None:
        super().__init__()
        self.setProperty("kind", "quiet")
        self.setAccessibleName(f"{line.text}, {line.note}" if line.note else line.text)
        self.setToolTip(line.text)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(max(px(4), self.fontMetrics().height() + px(1)))
        row = QHBoxLayout(self)
        row.setContentsMargins(px(1), 0, px(0.5), 0)
        row.setSpacing(px(1))
        self._full = line.text
        self._words = QLabel()
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row.addWidget(self._words, 1)
        if line.note:
            note = Badge(line.note, line.tone)
            note.setFont(font("small", tabular=True))
            note.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            row.addWidget(note)
        self.clicked.connect(lambda: line.act())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = max(px(4), self._words.width())
        self._words.setText(self._words.fontMetrics().elidedText(self._full, Qt.TextElideMode.ElideRight, room))
