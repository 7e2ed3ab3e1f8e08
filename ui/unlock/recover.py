"""When a passphrase is forgotten: the recovery words from the paper, and a new passphrase."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPlainTextEdit

from gvi_desktop.services.unlocking import SlotInfo
from ui.kit.errands import Errands
from ui.kit.text import button, labelled
from ui.kit.theme import px
from ui.unlock.card import Card
from ui.unlock.passphrase import PassphraseEdit
from ui.unlock.strength import ENOUGH, Strength


class Recover(Card):
    """`wanted(user, words, passphrase)`; what is wrong with the words comes back as a sentence."""

    wanted = Signal(str, str, str)
    back = Signal()

    def __init__(self, slots: Sequence[SlotInfo], errands: Errands) -> None:
        super().__init__(
            self.tr("Use the recovery key"),
            self.tr("Write the 24 words from your paper, in order and with spaces between. Capitals do not matter."),
            wide=64,
        )
        users = sorted({slot.user for slot in slots if slot.kind == "passphrase"}, key=str.casefold)
        self._users = QComboBox()
        self._users.addItems(users)
        self.words = QPlainTextEdit()
        self.words.setTabChangesFocus(True)
        self.words.setFixedHeight(self.words.fontMetrics().lineSpacing() * 5 + px(2))
        self.words.setAccessibleName(self.tr("Recovery words"))
        self.passphrase = PassphraseEdit(self.tr("New passphrase"))
        self.again = PassphraseEdit(self.tr("New passphrase once more"))
        self.strength = Strength(errands)
        self.passphrase.changed.connect(lambda text: self.strength.measure(text, users))
        self.again.entered.connect(self.go)
        if len(users) > 1:
            self.column.addWidget(labelled(self.tr("User"), self._users))
        for widget in (self.words, self.passphrase, self.strength, self.again):
            self.column.addWidget(widget)
        self.end()
        row = QHBoxLayout()
        row.setSpacing(px(1))
        row.addWidget(button(self.tr("Unlock"), self.go, kind="primary"))
        row.addWidget(button(self.tr("Back"), self.back.emit))
        row.addStretch()
        self.column.addLayout(row)

    def go(self) -> None:
        if self.strength.score < ENOUGH:
            self.say(self.tr("The new passphrase is too easy to guess. Add a word or two."))
            self.passphrase.setFocus()
        elif self.passphrase.text() != self.again.text():
            self.say(self.tr("The two passphrases differ."))
            self.again.setFocus()
        else:
            self.wanted.emit(self._users.currentText(), self.words.toPlainText(), self.passphrase.text())

    def first(self) -> None:
        self.words.setFocus()
