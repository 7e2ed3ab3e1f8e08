"""Before an older copy of the vault is opened: what is missing, what it may mean, and what to do."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from gvi_desktop.services import older as telling
from ui.kit.text import button, label
from ui.kit.theme import px
from ui.kit.words import Words
from ui.unlock.card import Card


class OlderCard(Card):
    """Told once after a restore; told each time, until somebody goes on, when nobody restored anything."""

    go_on = Signal()
    leave = Signal()

    def __init__(self, older: Any, language: str) -> None:
        heading = self.tr("Restored from a backup") if older.restored else self.tr("This vault is older than it was")
        super().__init__(heading, wide=64)
        self.column.addWidget(label(telling.sentence(older, Words(language))))
        self.end()
        row = QHBoxLayout()
        row.setSpacing(px(1))
        leave = button(self.tr("Leave it closed"), self.leave.emit, kind="" if older.restored else "primary")
        on = button(
            self.tr("Open it") if older.restored else self.tr("Open it all the same"), self.go_on.emit,
            kind="primary" if older.restored else "",
        )  # fmt: skip
        for one in (on, leave) if older.restored else (leave, on):
            row.addWidget(one)
        row.addStretch()
        self.column.addLayout(row)
        self._first = on if older.restored else leave

    def first(self) -> None:
        self._first.setFocus()
