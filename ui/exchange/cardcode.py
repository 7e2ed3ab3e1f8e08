"""A contact card as a code to photograph from the screen, and a card that was copied somewhere else."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QIODevice, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kit.theme import px

QUIET = 4
"""White squares around, without which readers do not find a code."""
SIDE = 52
"""Steps of the grid at the most: a telephone reads it at arm's length."""


class CardCode(QWidget):
    """Black on white in every theme, each square a whole number of pixels. White until the code is there."""

    def __init__(self) -> None:
        super().__init__()
        self._squares: Sequence[Sequence[bool]] = ()
        self.setAccessibleName(self.tr("The card as a code"))
        self.setAccessibleDescription(self.tr("For another computer or telephone to photograph."))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_code(self, squares: Sequence[Sequence[bool]]) -> None:
        """Paint these, row by row; True is black."""
        self._squares = squares
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(SIDE), px(SIDE))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(12), px(12))

    def heightForWidth(self, width: int) -> int:
        return min(width, px(SIDE))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ratio = self.devicePixelRatioF()
        room = min(self.width(), self.height()) * ratio
        whole = len(self._squares) + 2 * QUIET
        step = int(room // whole) if self._squares else 0
        painter.scale(1 / ratio, 1 / ratio)  # whole pixels of the screen, or grey edges would blur it
        painter.fillRect(QRect(0, 0, step * whole or int(room), step * whole or int(room)), Qt.GlobalColor.white)
        for row, line in enumerate(self._squares):
            for column, black in enumerate(line):
                if black:
                    place = QRect((column + QUIET) * step, (row + QUIET) * step, step, step)
                    painter.fillRect(place, Qt.GlobalColor.black)


def copied_card() -> bytes:
    """What lies in the clipboard, as text or as a picture; nothing when there is neither."""
    clipboard = QGuiApplication.clipboard()
    data = clipboard.mimeData()
    if data is not None and data.hasImage():
        return _png(clipboard.image())
    return clipboard.text().encode()


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())
