"""The picture at the beginning of a field, as large as the letters beside it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QLabel, QLineEdit

from ui.kit.icons import pixmap
from ui.kit.theme import px, tokens


class LeadSign(QLabel):
    """Qt's own icon in a field keeps its 16 pixels however large the text is set."""

    def __init__(self, line: QLineEdit, name: str) -> None:
        super().__init__(line)
        self._side = px(2.25)
        self.setPixmap(pixmap(name, self._side, tokens().muted))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, False)
        line.setTextMargins(self._side + px(0.75), 0, 0, 0)
        line.installEventFilter(self)
        self._stand(line)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show) and isinstance(watched, QLineEdit):
            self._stand(watched)
        return super().eventFilter(watched, event)

    def _stand(self, line: QLineEdit) -> None:
        self.setGeometry(px(1), (line.height() - self._side) // 2, self._side, self._side)
