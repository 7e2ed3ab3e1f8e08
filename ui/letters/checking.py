"""Whether a PDF file holds a letter of the register; its password is asked for where it has one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from gvi_desktop.domain.errors import GviError
from gvi_desktop.services import letters
from ui.kit.ask import ask
from ui.kit.desk import Desk
from ui.kit.text import labelled


def check_file(
    parent: QWidget, desk: Desk, letter: str, path: Path, then: Callable[[bool], object], password: str = ""
) -> None:
    """Look, and ask again as long as the password is another; `then` is told whether the letter is there."""

    def failed(error: GviError) -> None:
        if error.code != "pdf_locked":
            desk.tasks.failed.emit(error)
            return
        again = desk.words.error(error) if password else ""
        _ask_password(parent, again, lambda word: check_file(parent, desk, letter, path, then, word))

    desk.tasks.read(parent, letters.file_holds, letter, path, password, then=then, failed=failed)


def _ask_password(parent: QWidget, again: str, then: Callable[[str], object]) -> None:
    line = QLineEdit()
    line.setMaxLength(120)
    title = QCoreApplication.translate("Checking", "Check a PDF")
    text = again or QCoreApplication.translate("Checking", "The file opens with a password only. It is not kept.")
    yes = QCoreApplication.translate("Checking", "Check")
    field = labelled(QCoreApplication.translate("Checking", "Password of the file"), line)
    question = ask(parent, title, text, yes, lambda: then(line.text()), body=field)
    question.yes.setEnabled(False)
    line.textChanged.connect(lambda word: question.yes.setEnabled(bool(word)))
    line.setFocus()
