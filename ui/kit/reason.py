"""Asking why somebody with protected identity is to be shown: the reason is kept in the log."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.kit.ask import Question, ask

CAP = 200


def ask_reason(host: QWidget, then: Callable[[str], object]) -> None:
    """Ask over `host`; `then` gets the reason, which is never empty."""
    line = QLineEdit()
    line.setMaxLength(CAP)
    line.setAccessibleName(QCoreApplication.translate("Reason", "Reason"))
    line.setPlaceholderText(QCoreApplication.translate("Reason", "Why the name is needed; not a name"))
    question: Question = ask(
        host,
        QCoreApplication.translate("Reason", "Show a protected identity"),
        QCoreApplication.translate("Reason", "The reason is kept in the log with your name."),
        QCoreApplication.translate("Reason", "Show name"),
        lambda: then(line.text()),
        body=line,
    )
    question.yes.setEnabled(False)
    line.textChanged.connect(lambda text: question.yes.setEnabled(bool(text.strip())))
    line.setFocus()
