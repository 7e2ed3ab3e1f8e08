"""A dialog as tall as what it holds; where the screen has no room for that, what is asked scrolls above the answers."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QScrollArea, QVBoxLayout, QWidget

from ui.kit.theme import px


class FittingDialog(QDialog):
    """`column` takes what is asked, `foot` what answers. Qt by itself gives a dialog at most two thirds of the screen,
    and none of the height that a text needs which is broken anew: both cut off what is written with large letters."""

    def __init__(self, parent: QWidget, wide: float) -> None:
        super().__init__(parent)
        self.setMinimumWidth(px(wide))
        self._inside = QWidget()
        self._inside.setObjectName("sheetBody")
        self.column = QVBoxLayout(self._inside)
        self.column.setContentsMargins(px(3), px(3), px(3), px(1))
        self.column.setSpacing(px(1.5))
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._inside)
        below = QWidget()
        self.foot = QVBoxLayout(below)
        self.foot.setContentsMargins(px(3), px(1), px(3), px(2))
        self._below = below
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._scroll, 1)
        whole.addWidget(below)
        self._wanted = 0
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self.fit)
        self._inside.installEventFilter(self)

    def fit(self) -> None:
        """As tall as it wants to be now, if that has changed; what somebody has made it stays otherwise."""
        self._inside.ensurePolished()
        # What cannot be broken, such as the words beside a tick, must not be cut off at the side.
        bar = self._scroll.verticalScrollBar().sizeHint().width()
        least = max(self._inside.minimumSizeHint().width() + bar, self._below.minimumSizeHint().width())
        room = self.screen().availableGeometry()
        self._scroll.setMinimumWidth(min(least, room.width() - px(4)))
        width = max(self.width(), self.minimumWidth(), self._scroll.minimumWidth())
        wanted = self._tall(self._inside, width) + self._tall(self._below, width)
        if wanted != self._wanted:
            self._wanted = wanted
            self.resize(width, min(wanted, room.height() - px(8)))
            if self.isVisible():
                self._stay(room)

    def _stay(self, room: QRect) -> None:
        """Whole on the screen: a page longer than the last one grows downwards, and would take the answers with it."""
        here = self.frameGeometry()
        left = max(room.left(), min(here.left(), room.right() - here.width()))
        top = max(room.top(), min(here.top(), room.bottom() - here.height()))
        if (left, top) != (here.left(), here.top()):
            self.move(left, top)

    @staticmethod
    def _tall(part: QWidget, width: int) -> int:
        layout = part.layout()
        if layout is not None and layout.hasHeightForWidth():
            return layout.totalHeightForWidth(width)
        return part.sizeHint().height()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self._later.start(0)
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:
        self._wanted = 0
        self.fit()
        super().showEvent(event)
