"""Taking down everything that stands over the window, before it is locked."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QDialog

ROUNDS = 5
"""How often dialogs may ask something on their way out."""


def take_down() -> None:
    """Answer every dialog with no, close every menu and list that has dropped down, and hide what refuses to go."""
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()
        if QApplication.activePopupWidget() is popup:
            popup.hide()
            break
    for _ in range(ROUNDS):
        open_now = [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]
        for dialog in open_now:
            dialog.reject()
            dialog.hide()
        if not open_now:
            return
