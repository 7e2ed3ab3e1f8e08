"""The page before unlocking, as somebody with a damaged vault goes through it."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from ui.unlock.older import OlderCard
from ui.unlock.rescue import RescueCard


def restore_newest(qtbot: QtBot, page: Any) -> None:
    """The passphrase is typed: the newest good backup is laid out beside the vault and opened."""

    def press(words: str) -> None:
        next(one for one in page.card.findChildren(QPushButton) if words in one.text()).click()

    press("Damaged vault?")
    qtbot.waitUntil(lambda: isinstance(page.card, RescueCard), timeout=20_000)
    press("Restore the backup")
    qtbot.waitUntil(lambda: isinstance(page.card, OlderCard), timeout=20_000)
    press("Open it")
