"""A box to choose from that is never wider than its place: what is too long for it ends with an ellipsis."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox

LETTERS = 12
"""So much of an entry is to be seen at least."""


class ShortBox(QComboBox):
    """The whole of what is cut is a tip, and stands in the open list."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(LETTERS)
        self.currentTextChanged.connect(self.setToolTip)

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        super().initStyleOption(option)
        control, part = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(control, option, part, self).width()
        option.currentText = self.fontMetrics().elidedText(option.currentText, Qt.TextElideMode.ElideRight, room)

    def showPopup(self) -> None:
        """As wide as its longest entry where the window has that room."""
        view = self.view()
        room = self.window().width() - self.mapTo(self.window(), self.rect().topLeft()).x()
        view.setMinimumWidth(max(self.width(), min(view.sizeHintForColumn(0) + view.verticalScrollBar().width(), room)))
        super().showPopup()
