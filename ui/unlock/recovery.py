"""The recovery key of a new vault: shown once, printed or written down, and asked back before it is put away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QHBoxLayout

from ui.kit.recoverypaper import ReadBack, WordsGrid, print_words, sheet
from ui.kit.text import button
from ui.kit.theme import px
from ui.unlock.card import Card


class RecoveryKey(Card):
    """Third step: the words, numbered."""

    done = Signal()

    def __init__(self, words: Sequence[str], office: str) -> None:
        super().__init__(
            self.tr("3 of 3 · Your recovery key"),
            self.tr(
                "Write these 24 words down or print them, and lock the paper away. They open the vault when a "
                "passphrase is forgotten. They are shown this once only. A printer may keep a copy of what it prints."
            ),
            wide=84,
        )
        self._words = tuple(words)
        self._office = office
        self.column.addWidget(WordsGrid(words))
        self.end()
        row = QHBoxLayout()
        row.setSpacing(px(1))
        self._next = button(self.tr("I have them on paper"), self.done.emit, kind="primary")
        row.addWidget(self._next)
        row.addWidget(button(self.tr("Print …"), self.print_, icon_name="printer"))
        row.addStretch()
        self.column.addLayout(row)

    def first(self) -> None:
        self._next.setFocus()

    def print_(self) -> None:
        """Ask for a printer."""
        print_words(self, self._words, self._office)

    def sheet(self) -> QTextDocument:
        """What would be printed."""
        return sheet(self._words, self._office)


class RecoveryTest(Card):
    """Three of the words, to see that the paper can be read."""

    done = Signal()
    back = Signal()

    def __init__(self, words: Sequence[str]) -> None:
        super().__init__(
            self.tr("3 of 3 · Read it back"),
            self.tr("Write these words from your paper, so that we know it can be read when it is needed."),
        )
        self._read = ReadBack(words)
        self.asked, self.lines = self._read.asked, self._read.lines
        self._read.entered.connect(self.go)
        self.column.addWidget(self._read)
        self.end()
        row = QHBoxLayout()
        row.setSpacing(px(1))
        row.addWidget(button(self.tr("Continue"), self.go, kind="primary"))
        row.addWidget(button(self.tr("Show the words again"), self.back.emit))
        row.addStretch()
        self.column.addLayout(row)

    def go(self) -> None:
        if fault := self._read.wrong():
            self.say(fault)
        else:
            self.done.emit()

    def first(self) -> None:
        self._read.first()
