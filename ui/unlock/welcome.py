"""Where one begins when no vault is known."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QCommandLinkButton, QWidget

from ui.kit.icons import icon
from ui.kit.theme import font, px, tokens
from ui.unlock.card import Card


class Welcome(Card):
    """Create, open, or look at a demonstration."""

    create = Signal()
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
            "plus", self.tr("Create a vault"), self.tr("For a new office. Takes about five minutes."), self.create
        )
        self._way("folder-open", self.tr("Open a vault"), self.tr("One that is already on this computer."), self.open_)
        if with_demonstration:
            self._way(
                "play", self.tr("Try the demonstration"), self.tr("A year's work with made-up people."), self.demonstrate
            )
        self.end()

    def first(self) -> None:
        self._first.setFocus()

    def _way(self, picture: str, text: str, more: str, signal: object) -> QWidget:
        made = QCommandLinkButton(text, more)
        made.setProperty("kind", "way")
        made.setIcon(icon(picture, tokens().accent_text))
        made.setIconSize(QSize(px(3), px(3)))
        made.setFont(font("heading", strong=True))
        made.setAccessibleDescription(more)
        made.setCursor(Qt.CursorShape.PointingHandCursor)
        made.clicked.connect(signal)
        self.column.addWidget(made)
        return made
