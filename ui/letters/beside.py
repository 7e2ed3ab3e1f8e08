"""The order of letters and the pages it comes to: side by side, or one at a time where the text is large."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.kit.sides import Sides
from ui.kit.theme import px

LEAST = (38, 40)
"""Steps of the grid that the order and the pages need; with less room they take turns."""


def beside(order: QWidget, pages: QWidget) -> Sides:
    """The order first; above pages that stand alone is the way back to it."""
    right = QWidget()
    column = QVBoxLayout(right)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    made = Sides(order, right, LEAST)
    made.back.setText(QCoreApplication.translate("Beside", "Back to the order"))
    made.back.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    made.back.setAccessibleName(made.back.text())
    made.back.setToolTip("Esc")
    column.addWidget(made.back, 0, Qt.AlignmentFlag.AlignLeft)
    column.addWidget(pages, 1)
    made.setSizes([px(46), px(90)])
    made.setStretchFactor(0, 0)
    made.setStretchFactor(1, 1)
    return made
