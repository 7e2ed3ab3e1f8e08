"""A sheet that scrolls and is drawn anew as a whole, again and again."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QVBoxLayout, QWidget

from ui.kit.holder import Holder


class Sheet(QScrollArea):
    """`fresh()` gives an empty body in place of what was drawn before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sheet")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._body: QWidget | None = None
        holder = Holder()
        holder.setObjectName("sheetBody")
        self._whole = QVBoxLayout(holder)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self.setWidget(holder)

    def fresh(self, body: QWidget | None = None) -> QWidget:
        """An empty body, or one brought along; what was drawn before is out of sight now and goes in a turn of its own.

        It is not taken out of the sheet first: every widget in it would be dressed anew for that.
        """
        if self._body is not None:
            self._body.hide()
            self._whole.removeWidget(self._body)
            self._body.deleteLater()
        self._body = body or Holder()
        self._whole.addWidget(self._body)
        self._body.show()
        return self._body

    def body(self) -> QWidget | None:
        """What is drawn now."""
        return self._body

    def named(self, name: str) -> QWidget | None:
        """What bears this object name in the sheet as it is drawn now."""
        return self._body.findChild(QWidget, name) if self._body is not None and name else None

    def heighten(self) -> None:
        """Give the sheet its new height now: a turn later, all that is there would have been pressed together."""
        holder, inside = self.widget(), self._body.layout() if self._body is not None else None
        if self._body is not None and holder is not None and inside is not None and holder.width() > 0:
            _forget(inside)
            self._body.updateGeometry()
            self._whole.invalidate()
            holder.resize(holder.width(), max(holder.height(), self._whole.totalHeightForWidth(holder.width())))


def _forget(layout: QLayout) -> None:
    """What was measured of a layout and of those in it, or the old height would be taken for granted."""
    layout.invalidate()
    for at in range(layout.count()):
        item = layout.itemAt(at)
        if item is not None and (inside := item.layout()) is not None:
            _forget(inside)
