"""A link that is cut with dots when it does not fit, instead of making its page wider than the window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from ui.kit.theme import px


class Link(QPushButton):
    """The whole text is its tip and its name for the screen reader."""

    def __init__(self, text: str, act: Callable[[], object]) -> None:
        super().__init__(text)
        self._full = text
        self.setProperty("kind", "link")
        self.setAutoDefault(False)
        self.setToolTip(text)
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda: act())

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        more = self.fontMetrics().horizontalAdvance(self._full) - self.fontMetrics().horizontalAdvance(self.text())
        return QSize(hint.width() + max(0, more), hint.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(px(6), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        shown = self.fontMetrics().elidedText(self._full, Qt.TextElideMode.ElideRight, event.size().width())
        if shown != self.text():
            self.setText(shown)
