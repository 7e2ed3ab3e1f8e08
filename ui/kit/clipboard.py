"""What is copied out of the program: kept from clipboard histories, and gone again after a while and at the lock."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit

OURS = "application/x-gvi-desktop"
SECRET = {
    "x-kde-passwordManagerHint": b"secret",
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': b"\x01\x00\x00\x00",
    'application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"': b"\x00\x00\x00\x00",
    'application/x-qt-windows-mime;value="CanUploadToCloudClipboard"': b"\x00\x00\x00\x00",
}
"""How KDE and Windows are asked to keep nothing of it."""
SECONDS = 10
STAYS_NOT = "staysNot"
"""A line with this property holds what must not stay, though it is being written."""


class Clipboard(QObject):
    """Marks whatever our windows copy. After ten seconds it is emptied, if it still holds ours; what was copied or cut
    from a text that is being written stays until the lock, since it is on its way to another place in it."""

    def __init__(
        self, parent: QObject | None = None, seconds: float = SECONDS, owns: Callable[[], bool] | None = None
    ) -> None:
        super().__init__(parent)
        self._clipboard = QGuiApplication.clipboard()
        self._owns = owns or self._clipboard.ownsClipboard  # not every platform of Qt tells
        self._ended = False
        self._clipboard.dataChanged.connect(self._changed)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(round(seconds * 1000))
        self._timer.timeout.connect(self._empty)

    def clear(self) -> None:
        """Empty it now, also of a mere selection with the mouse, where either is ours."""
        self._empty()
        if self._clipboard.supportsSelection() and self._clipboard.ownsSelection():
            self._clipboard.clear(QClipboard.Mode.Selection)

    def end(self) -> None:
        """Let go of it."""
        self.clear()
        self._timer.stop()
        self._ended = True

    def _changed(self) -> None:
        if self._ended or not self._owns():
            self._timer.stop()
            return
        held = self._clipboard.mimeData()
        if held is None or held.hasFormat(OURS) or not held.formats():
            return
        self._clipboard.setMimeData(_marked(held))
        if _being_written():
            self._timer.stop()
        else:
            self._timer.start()

    def _empty(self) -> None:
        self._timer.stop()
        held = self._clipboard.mimeData() if self._owns() else None
        if held is not None and held.hasFormat(OURS):
            self._clipboard.clear()


def _marked(held: QMimeData) -> QMimeData:
    """The same, and the marks."""
    made = QMimeData()
    for kind in held.formats():
        made.setData(kind, held.data(kind))
    if held.hasImage():
        made.setImageData(held.imageData())
    for kind, value in {OURS: b"1", **SECRET}.items():
        made.setData(kind, value)
    return made


def _being_written() -> bool:
    """Whether the focus is in a text that can be changed, and read: not a passphrase."""
    at = QApplication.focusWidget()
    if isinstance(at, QLineEdit):
        return not at.isReadOnly() and not at.property(STAYS_NOT)
    return isinstance(at, QTextEdit | QPlainTextEdit) and not at.isReadOnly()
