"""Where one begins when no vault is known."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from ui.kit.icons import pixmap
from ui.kit.text import label, muted
from ui.kit.theme import px, tokens
from ui.unlock.card import Card


class Welcome(Card):
    """Create, open, or look at a demonstration."""

    make = Signal()
    open_ = Signal()
    demonstrate = Signal()

    def __init__(self, *, with_demonstration: bool) -> None:
        super().__init__(
            self.tr("Welcome to GVI Desktop"),
            self.tr(
                "The coordinator's desk for group violence intervention. Everything you write stays encrypted on this "
                "computer; the program never connects to a network."
            ),
        )
        self._first = self._way(
            "plus", self.tr("Create a vault"), self.tr("For a new office. Takes about five minutes."), self.make
        )
        self._way("folder-open", self.tr("Open a vault"), self.tr("One that is already on this computer."), self.open_)
        if with_demonstration:
            self._way(
                "play",
                self.tr("Try the demonstration"),
                self.tr("A year's work with made-up people. Its passphrase is: demonstration"),
                self.demonstrate,
            )
        self.end()

    def first(self) -> None:
        self._first.setFocus()

    def _way(self, picture: str, text: str, more: str, signal: SignalInstance) -> QPushButton:
        made = QPushButton()
        made.setProperty("kind", "big")
        made.setAccessibleName(text)
        made.setAccessibleDescription(more)
        made.setMinimumHeight(px(9))
        row = QHBoxLayout(made)
        row.setContentsMargins(px(2), px(1), px(2), px(1))
        row.setSpacing(px(2))
        sign = QLabel()
        sign.setPixmap(pixmap(picture, px(3), tokens().accent_text))
        row.addWidget(sign)
        column = QVBoxLayout()
        column.setSpacing(px(0.25))
        column.addStretch()
        column.addWidget(label(text, strong=True))
        column.addWidget(muted(more))
        column.addStretch()
        row.addLayout(column, 1)
        for inner in made.findChildren(QLabel):
            inner.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        made.clicked.connect(signal)
        self.column.addWidget(made)
        return made
