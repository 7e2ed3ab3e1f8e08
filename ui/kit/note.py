"""The short note at the bottom of the window: what was done, with Undo beside it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from ui.kit.theme import font, px

STAYS = 6000  # ms


class Note(QFrame):
    """Lies over the lower edge of its parent; takes no focus and goes by itself."""

    def __init__(self, parent: QWidget, undo: Callable[[], object]) -> None:
        super().__init__(parent)
        self._over = parent
        self.setObjectName("note")
        row = QHBoxLayout(self)
        row.setContentsMargins(px(2), px(1), px(1), px(1))
        row.setSpacing(px(2))
        self._words = QLabel()
        self._words.setFont(font(strong=True))
        self._undo = QPushButton(self.tr("Undo"))
        self._undo.setToolTip("Ctrl+Z")
        self._undo.clicked.connect(undo)
        self._undo.clicked.connect(self.hide)
        row.addWidget(self._words)
        row.addWidget(self._undo)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        parent.installEventFilter(self)
        self.hide()

    def say(self, sentence: str, *, undo: bool) -> None:
        self._words.setText(sentence)
        self.setAccessibleName(sentence)
        self._undo.setVisible(undo)
        self._place()
        self.show()
        self.raise_()
        self._timer.start(STAYS)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        self.adjustSize()
        parent = self._over
        # In the corner under the places: anywhere else it would lie over the buttons of a form.
        self.move(px(1.5), parent.height() - self.height() - px(4))
