"""How strong a passphrase is: a bar and a sentence, worked out off the window's thread."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from ui.kit.errands import Errands
from ui.kit.text import muted
from ui.kit.theme import px, tokens

ENOUGH = 3  # of 4
LOOKED_AT = 64  # characters; what comes after only makes it stronger


def score(passphrase: str, known: Sequence[str]) -> int:
    """0 to 4; words of the office and the user's name count for little."""
    from zxcvbn import zxcvbn

    return int(zxcvbn(passphrase[:LOOKED_AT], user_inputs=[word for word in known if word])["score"])


class Strength(QWidget):
    """Shows the score of the passphrase last given; `score` is -1 until it is known."""

    def __init__(self, errands: Errands) -> None:
        super().__init__()
        self._errands = errands
        self.score = -1
        self._bar = QProgressBar()
        self._bar.setRange(0, 4)
        self._bar.setAccessibleName(self.tr("Strength"))
        self._words = muted(self.tr("Four or five words that do not belong together are strong and easy to remember."))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(0.5))
        column.addWidget(self._bar)
        column.addWidget(self._words)

    def measure(self, passphrase: str, known: Sequence[str]) -> None:
        self.score = -1
        self._errands.run(self, score, passphrase, tuple(known), then=lambda found: self._show(passphrase, found))

    def _show(self, passphrase: str, found: int) -> None:
        self.score = found
        sentences = (
            self.tr("Very weak: guessed in moments."),
            self.tr("Weak: guessed within hours."),
            self.tr("Fair: add one or two words."),
            self.tr("Strong."),
            self.tr("Very strong."),
        )
        self._bar.setValue(found if passphrase else 0)
        colour = tokens().good if found >= ENOUGH else tokens().soon if found == ENOUGH - 1 else tokens().late
        self._bar.setStyleSheet(f"QProgressBar::chunk {{ background: {colour}; border-radius: 3px; }}")
        self._words.setText(sentences[found] if passphrase else "")
        self._bar.setAccessibleDescription(self._words.text())
