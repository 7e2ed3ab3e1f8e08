"""The line at the door: a part of a code name, Enter checks in or out, Shift+Enter notes that somebody left early."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from gvi_desktop.services.invitees import InviteeLine
from ui.kit.leadsign import LeadSign
from ui.kit.theme import font, px


class DoorLine(QLineEdit):
    """`entered` on Enter; True with Shift held."""

    entered = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("doorLine")
        self.setFont(font("heading"))
        self.setMaximumWidth(px(60))
        self.setClearButtonEnabled(True)
        LeadSign(self, "search")
        self.setPlaceholderText(self.tr("Code name, Enter"))
        self.setAccessibleName(self.tr("Code name of whoever comes or goes"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit(bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


def fitting(lines: list[InviteeLine], typed: str) -> list[InviteeLine]:
    """Whose code name holds what was typed, spaces and hyphens aside; a whole code name means only its own."""
    wanted = _bare(typed)
    whole = [line for line in lines if _bare(line.code_name) == wanted]
    return whole or [line for line in lines if wanted in _bare(line.code_name)]


def _bare(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())
