"""A list and a detail side by side; where there is no room for both, one at a time."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QSplitter, QWidget

from ui.kit.text import tool
from ui.kit.theme import px


class Sides(QSplitter):
    """`least` are the grid steps each side needs; below their sum it folds, and the detail gets a way back."""

    dragged = Signal(list)
    """The border was moved by hand: both widths."""
    folds = Signal(bool)
    """Whether one stands at a time from now on."""
    turned = Signal(bool)
    """Whether the detail stands alone from now on."""

    def __init__(self, left: QWidget, right: QWidget, least: tuple[int, int]) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self.folded = False
        self._detail_first = False
        self._least = least
        self._sizes: list[int] = []
        self._left = left
        self._right = right
        self.back = tool("chevron-left", self.tr("Back to the list"), self.show_list)
        """The way back to the list, for the page's head; there only while the detail stands alone."""
        self.back.setObjectName("back-to-list")
        self.back.setToolTip(self.tr("Back to the list") + " (Esc)")
        self.back.hide()
        self.addWidget(left)
        self.addWidget(self._right)
        self._hold()
        self.splitterMoved.connect(lambda: self.dragged.emit(self.sizes()))
        for view in left.findChildren(QAbstractItemView):
            view.clicked.connect(lambda _index: self.show_detail())
            view.installEventFilter(self)
        if isinstance(left, QAbstractItemView):
            left.clicked.connect(lambda _index: self.show_detail())
            left.installEventFilter(self)

    def need(self, least: tuple[int, int]) -> None:
        """Other least widths, in grid steps."""
        self._least = least
        self._hold()

    def show_detail(self) -> None:
        """Bring the detail into view; where both are, it is the one that stays when the page gets narrow."""
        self._detail_first = True
        if self.folded and not self._left.isHidden():
            focused = self.focusWidget()
            self._turn()
            if focused is not None and self._left.isAncestorOf(focused):
                self.back.setFocus()

    def show_list(self) -> None:
        """Bring the list into view."""
        self._detail_first = False
        if self.folded and self._left.isHidden():
            self._turn()
            if (proxy := self.focusProxy()) is not None:
                proxy.setFocus()

    def list_alone(self, alone: bool) -> None:
        """What is listed concerns no record: it takes the whole width, until something else is listed."""
        if alone:
            self._right.hide()
            self._left.show()
            self.back.hide()
        elif self.folded:
            self._turn()
        else:
            self._right.show()

    def detail_alone(self, alone: bool) -> None:
        """What is written needs the whole width; afterwards both stand as there is room for them."""
        if alone or self.folded:
            self._left.setHidden(alone or self._detail_first)
        else:
            self._left.show()

    def minimumSizeHint(self) -> QSize:
        return QSize(min(px(20), *(px(steps) for steps in self._least)), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow = self.width() < px(sum(self._least))
        if narrow != self.folded and self.width() > 0:
            self._fold() if narrow else self._unfold()
        super().resizeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The right arrow opens what the list stands on."""
        if (
            self.folded
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Right
            and isinstance(watched, QAbstractItemView)
            and watched.currentIndex().isValid()
        ):
            self.show_detail()
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.folded and self._left.isHidden():
            self.show_list()
            return
        super().keyPressEvent(event)

    def setSizes(self, sizes: Sequence[int]) -> None:
        """Widths of both sides; while folded they are kept for later."""
        self._sizes = list(sizes)
        super().setSizes(list(sizes))

    def _fold(self) -> None:
        self._sizes = self.sizes() if all(self.sizes()) else self._sizes
        self.folded = True
        self._hold()
        self._turn()
        self.folds.emit(True)

    def _unfold(self) -> None:
        self.folded = False
        self._hold()
        self.back.hide()
        self._left.show()
        self._right.show()
        if self._sizes:
            super().setSizes(self._sizes)
        self.folds.emit(False)
        self.turned.emit(False)

    def _turn(self) -> None:
        """Show the one whose turn it is."""
        self._left.setHidden(self._detail_first)
        self._right.setHidden(not self._detail_first)
        self.back.setVisible(self._detail_first)
        self.turned.emit(self._detail_first)

    def _hold(self) -> None:
        """Both sides keep their least width while they stand side by side."""
        for side, steps in zip((self._left, self._right), self._least, strict=True):
            side.setMinimumWidth(0 if self.folded else px(steps))
