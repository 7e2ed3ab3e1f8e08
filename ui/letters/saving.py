"""Asking how letters are saved: that the file is outside the vault, with which password, and where."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ui.kit.ask import Question
from ui.kit.filepassword import ask_locked


def ask_where(parent: QWidget, name: str, then: Callable[[Path, str], object]) -> Question:
    """Ask, then where to; `then` is given the file and the password (empty: none)."""
    title = QCoreApplication.translate("Saving", "Save as PDF")
    text = QCoreApplication.translate(
        "Saving",
        "The file is not protected by the vault. It is noted as a disclosure, and the letters are entered in the "
        "register.",
    )
    return ask_locked(parent, title, text, name, then)
