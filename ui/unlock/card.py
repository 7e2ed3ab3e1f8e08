"""The card in the middle of the window on which everything before unlocking is written."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QScrollArea, QVBoxLayout, QWidget

from ui.kit.text import label
from ui.kit.theme import font, px

WIDEST_EDGE = 40
"""Pixels round what is on a card: with large text the room is wanted for the words."""


class Card(QWidget):
    """A heading, a sentence, then whatever is added to `column`; scrolls when the window is smaller than the card."""

    def __init__(self, heading: str, text: str = "", *, wide: float = 56) -> None:
        super().__init__()
        self.setObjectName("cover")
        self.setAccessibleName(heading)
        frame = QFrame()
        frame.setObjectName("card")
        frame.setMaximumWidth(px(wide))
        self.column = QVBoxLayout(frame)
        edge = min(px(4), WIDEST_EDGE)
        self.column.setContentsMargins(edge, edge, edge, edge)
        self.column.setSpacing(px(2))
        top = label(heading, "title", strong=True)
        self.column.addWidget(top)
        if text:
            self.column.addWidget(label(text, role="muted"))
        self.error = label("", role="problem")
        self.error.setFont(font(strong=True))
        self.error.hide()
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(self.tr("Working …"))
        self._hide_bar()
        holder = QWidget()
        holder.setObjectName("cover")
        middle = QVBoxLayout(holder)
        middle.addStretch(1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(frame, 100)
        row.addStretch(1)
        middle.addLayout(row)
        middle.addStretch(2)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(holder)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        self._frame, self._scroll = frame, scroll

    def end(self) -> None:
        """Put the line for errors and the bar for work where the card ends so far."""
        self.column.addWidget(self.error)
        self.column.addWidget(self.bar)

    def say(self, problem: str) -> None:
        """Tell what is wrong, or nothing; on a card that is larger than the window it is brought into view."""
        self.error.setText(problem)
        self.error.setVisible(bool(problem))
        QTimer.singleShot(0, self, self._show_place)  # not before the card is laid out with the sentence on it

    def work(self, busy: bool) -> None:
        """Show that something is under way and take no more keys meanwhile."""
        for child in self._frame.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            if child not in (self.bar, self.error):
                child.setEnabled(not busy)
        self.bar.setVisible(busy)

    def first(self) -> None:
        """Put the cursor where one begins."""

    def _show_place(self) -> None:
        here = self._frame.focusWidget()
        for widget in (self.error, here):
            if widget is not None and widget.isVisible():
                self._scroll.ensureWidgetVisible(widget)

    def _hide_bar(self) -> None:
        policy = self.bar.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # or the card would jump
        self.bar.setSizePolicy(policy)
        self.bar.hide()
