"""A word on a coloured ground."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy

from ui.kit.theme import font, px, tokens
from ui.kit.tokens import Tone


class Badge(QLabel):
    """A state in a word; the colour only repeats it."""

    def __init__(self, text: str, tone: Tone = Tone.NEUTRAL) -> None:
        super().__init__(text)
        self.setFont(font("small", strong=True))
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        ink, paper = tokens().ink(tone), tokens().paper(tone)
        height = px(2.75)
        self.setFixedHeight(height)
        self.setMinimumWidth(height)  # a single figure stands in a circle
        self.setStyleSheet(f"color: {ink}; background: {paper}; border-radius: {height // 2}px; padding: 0 {px(1)}px;")
