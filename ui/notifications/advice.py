"""What the form says of the chosen person before the visit is written down: what stops it, what to think of."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QFrame, QVBoxLayout

from ui.kit.text import button, label
from ui.kit.theme import px, tokens
from ui.kit.tokens import Tone


class Advice(QFrame):
    """Hidden until there is something to say."""

    def __init__(self) -> None:
        super().__init__()
        self.said = ""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(px(1.5), px(1), px(1.5), px(1))
        self._column.setSpacing(px(0.5))
        self.hide()

    def say(
        self, sentences: Sequence[str], tone: Tone, step: str = "", act: Callable[[], object] | None = None
    ) -> None:
        """Show the sentences, and a step that leads further."""
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.said = "\n".join(sentences)
        self.setStyleSheet(f"QFrame {{ background: {tokens().paper(tone)}; border-radius: 6px; }}")
        self.setAccessibleName(self.said)
        if sentences:
            words = label(self.said)
            words.setStyleSheet(f"color: {tokens().ink(tone)};")
            self._column.addWidget(words)
        if sentences and step and act is not None:
            made = button(step, act, kind="link")
            self._column.addWidget(made)
        self.setVisible(bool(sentences))
