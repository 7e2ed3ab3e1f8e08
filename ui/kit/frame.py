"""The one window of the program: what is in it changes between locked and unlocked, the window stays where it is."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QCoreApplication, QEvent, QSize, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

SMALLEST = QSize(720, 480)
FIRST = QSize(1280, 800)


class Frame(QWidget):
    """Holds one page at a time; `closing` comes before the window goes."""

    closing = Signal()

    def __init__(self, geometry: str = "") -> None:
        super().__init__()
        self.setObjectName("cover")
        self.setWindowTitle("GVI Desktop")
        self.setMinimumSize(SMALLEST)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.page: QWidget | None = None
        if not geometry or not self.restoreGeometry(QByteArray.fromBase64(geometry.encode())):
            self.resize(FIRST)

    def show_page(self, page: QWidget) -> None:
        """Put a page in place of the one before, which is gone for good."""
        before, self.page = self.page, page
        self._column.addWidget(page)
        page.show()
        if before is not None:
            before.hide()
            self._column.removeWidget(before)
            before.deleteLater()

    def remember(self) -> str:
        """Size and position, as text."""
        return bytes(self.saveGeometry().toBase64().data()).decode()

    def clear(self) -> None:
        """Take the page away at once, with everything on it."""
        before, self.page = self.page, None
        if before is not None:
            before.hide()
            self._column.removeWidget(before)
            before.deleteLater()
            QCoreApplication.sendPostedEvents(before, QEvent.Type.DeferredDelete.value)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)
