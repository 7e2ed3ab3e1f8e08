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

    def __init__(self, older: Any, language: str, again: Any = None) -> None:
        """`again` = of a vault just restored, what became of those who had been erased since."""
        restored = older is None or older.restored
        heading = self.tr("Restored from a backup") if restored else self.tr("This vault is older than it was")
        super().__init__(heading, wide=64)
        words = Words(language)
        if older is not None:
            self.column.addWidget(label(telling.sentence(older, words)))
        if again is not None:
            self.column.addWidget(label(telling.again(again, words), strong=not (again.asked and again.whole)))
        self.end()
        row = QHBoxLayout()
        row.setSpacing(px(1))
        leave = button(self.tr("Leave it closed"), self.leave.emit, kind="" if restored else "primary")
        on = button(
            self.tr("Open it") if restored else self.tr("Open it all the same"), self.go_on.emit,
            kind="primary" if restored else "",
        )  # fmt: skip
        for one in (on, leave) if restored else (leave, on):
            row.addWidget(one)
        row.addStretch()
        self.column.addLayout(row)
        self._first = on if restored else leave

    def first(self) -> None:
        self._first.setFocus()
