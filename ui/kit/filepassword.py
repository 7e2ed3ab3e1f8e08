"""The password of a PDF that is saved: a field, shown as it is typed so that it can be passed on, and the question."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from gvi_desktop.services import filepassword
from ui.kit.ask import Question, ask
from ui.kit.files import ask_save
from ui.kit.text import labelled, muted
from ui.kit.theme import px


class FilePassword(QWidget):
    """Empty is none; `hold` keeps a question from being answered with a password that cannot be used."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(0.5))
        self.line = QLineEdit()
        self.line.setMaxLength(120)
        column.addWidget(
            labelled(QCoreApplication.translate("FilePassword", "Password of the file (empty: none)"), self.line)
        )
        text = QCoreApplication.translate(
            "FilePassword",
            "At least {least} characters. Give it to the receiver by phone or when you meet, never together with the "
            "file; it is not kept here and cannot be found again.",
        ).format(least=filepassword.LEAST)
        self.line.setAccessibleDescription(text)
        hint = muted(text)
        column.addWidget(hint)

    def value(self) -> str:
        """The password as typed."""
        return self.line.text()

    def hold(self, question: Question) -> None:
        """Let the question's yes wait for a usable password."""
        self.line.textChanged.connect(lambda text: question.yes.setEnabled(filepassword.fits(text)))


def ask_locked(
    parent: QWidget, title: str, text: str, name: str, then: Callable[[Path, str], object]
) -> Question:
    """Say in `text` what a file means, offer a password, then ask where to; `then` is given the file and the password
    (empty: none)."""
    password = FilePassword()

    def chosen() -> None:
        word = password.value()
        pattern = QCoreApplication.translate("FilePassword", "PDF files (*.pdf)")
        ask_save(parent, title, name, pattern, lambda path: then(path, word))

    yes = QCoreApplication.translate("FilePassword", "Choose a file")
    question = ask(parent, title, text, yes, chosen, body=password)
    password.hold(question)
    return question
