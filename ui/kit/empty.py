"""What an empty place says: what belongs there, and the first step."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.kit.icons import pixmap
from ui.kit.theme import px, tokens


class Empty(QWidget):
    """An icon, a sentence and a button, in the middle of the space there is."""

    def __init__(
        self,
        icon: str,
        sentence: str,
        step: str = "",
        act: Callable[[], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("empty")
        self.step: QPushButton | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(px(3), px(3), px(3), px(3))
        column.setSpacing(px(2))
        column.addStretch(2)
        picture = QLabel()
        picture.setPixmap(pixmap(icon, px(5), tokens().muted))
        picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(picture)
        words = QLabel(sentence)
        words.setProperty("role", "muted")
        words.setWordWrap(True)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.setMaximumWidth(px(72))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(words, 100)
        row.addStretch(1)
        column.addLayout(row)
        self.setAccessibleName(sentence)
        if step and act is not None:
            button = QPushButton(step)
            button.setProperty("kind", "primary")
            button.clicked.connect(lambda: act())
            self.step = button
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
