"""What is said, large and plain, as soon as somebody ticks that a caller is in acute danger."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAccessible, QAccessibleEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from ui.kit.text import label
from ui.kit.theme import font, px, tokens
from ui.kit.tokens import Tone


class Danger(QFrame):
    """The emergency number; shown in the form while it is being filled in, and on the page of the call."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("danger")
        ink, paper = tokens().ink(Tone.LATE), tokens().paper(Tone.LATE)
        self.setStyleSheet(f"#danger {{ background: {paper}; border: 2px solid {ink}; border-radius: {px(0.75)}px; }}")
        column = QVBoxLayout(self)
        column.setContentsMargins(px(2), px(1.5), px(2), px(1.5))
        column.setSpacing(px(0.5))
        self.call = QLabel(QCoreApplication.translate("Danger", "Call 112"))
        self.call.setFont(font("figure", strong=True))
        words = label(
            QCoreApplication.translate(
                "Danger",
                "Ask the caller to hang up and call 112 now, or make the call yourself. The form can wait.",
            )
        )
        for one in (self.call, words):
            one.setStyleSheet(f"color: {ink};")
            column.addWidget(one)
        self.setAccessibleName(f"{self.call.text()}. {words.text()}")

    def showEvent(self, event: QShowEvent) -> None:
        """Who listens to the screen hears it at once, wherever the cursor is."""
        super().showEvent(event)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
