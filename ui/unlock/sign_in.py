"""Unlocking: who one is, the passphrase, and the way out when it is forgotten."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QComboBox

from ui.kit.text import button, labelled, line, muted
from ui.kit.theme import px
from ui.unlock.card import Card
from ui.unlock.passphrase import PassphraseEdit

if TYPE_CHECKING:
    from gvi_desktop.services.vaultfolder import SlotInfo


class SignIn(Card):
    """`wanted(user, passphrase)` when Enter is pressed."""

    wanted = Signal(str, str)
    forgotten = Signal()
    damaged = Signal(str, str)
    other = Signal()

    def __init__(self, folder: Path, slots: Sequence[SlotInfo]) -> None:
        super().__init__(self.tr("Unlock {vault}").format(vault=folder.stem))
        self.column.setSpacing(px(2))
        users = sorted({slot.user for slot in slots if slot.kind == "passphrase"}, key=str.casefold)
        self._users = QComboBox()
        self._users.addItems(users)
        where = muted(str(folder.parent))
        self.column.addWidget(where)
        if len(users) > 1:
            self.column.addWidget(labelled(self.tr("User"), self._users))
        self.passphrase = PassphraseEdit(self.tr("Passphrase"))
        self.passphrase.entered.connect(self.go)
        self.passphrase.changed.connect(lambda: self.say(""))
        self.column.addWidget(self.passphrase)
        self.end()
        self.column.addWidget(button(self.tr("Unlock"), self.go, kind="primary"))
        self.column.addWidget(line())
        self.column.addWidget(
            button(self.tr("Forgotten passphrase? Use the recovery key"), self.forgotten.emit, kind="quiet")
        )
        self.column.addWidget(button(self.tr("Damaged vault? See what can be rescued"), self._rescue, kind="quiet"))
        self.column.addWidget(button(self.tr("Open or create another vault"), self.other.emit, kind="quiet"))

    def go(self) -> None:
        self._ask(self.wanted)

    def _rescue(self) -> None:
        self._ask(self.damaged)

    def _ask(self, signal: SignalInstance) -> None:
        if not self.passphrase.text():
            self.say(self.tr("Write the passphrase."))
            self.first()
            return
        signal.emit(self._users.currentText(), self.passphrase.text())

    def choose(self, user: str) -> None:
        """Propose a user."""
        self._users.setCurrentText(user)

    def refused(self, sentence: str) -> None:
        """Say why it stays locked, and let the passphrase be written again over the old one."""
        self.work(False)
        self.say(sentence)
        self.passphrase.line.selectAll()
        self.first()

    def first(self) -> None:
        self.passphrase.setFocus()
