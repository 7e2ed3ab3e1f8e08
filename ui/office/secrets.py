"""Questions for passphrases: they are never part of a form, so no draft ever holds them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from gvi_desktop.domain.user import Role
from gvi_desktop.wording import Words
from ui.kit.ask import ask
from ui.kit.text import labelled, muted
from ui.kit.theme import px

LEAST = 12
"""Characters of a passphrase that is set here; length is what makes it strong."""


class _Body(QWidget):
    """Fields above one another, and a line for what is wrong."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(1))
        hint = QCoreApplication.translate(
            "Secrets", "The passphrase: at least {count} characters; several words are best."
        )
        self.add(muted(hint.format(count=LEAST)))

    def add(self, widget: QWidget) -> None:
        self._column.addWidget(widget)

    def secret(self, text: str) -> QLineEdit:
        """A field whose letters are not shown."""
        line = QLineEdit()
        line.setEchoMode(QLineEdit.EchoMode.Password)
        self.add(labelled(text, line))
        return line


def _fault(passphrase: str, again: str) -> str:
    if passphrase != again:
        return QCoreApplication.translate("Secrets", "The two passphrases differ.")
    if len(passphrase) < LEAST:
        return QCoreApplication.translate("Secrets", "The passphrase is too short.")
    return ""


def ask_user(parent: QWidget, act: Callable[[str, Role, str], object], name: str = "", wrong: str = "") -> None:
    """Name, role and first passphrase of a new user; asks again when something is missing."""
    body, words = _Body(), Words(_language(parent))
    line = QLineEdit(name)
    body.add(labelled(QCoreApplication.translate("Secrets", "Name"), line))
    role = QComboBox()
    for one in Role:
        role.addItem(words.value(one), one)
    role.setCurrentIndex(list(Role).index(Role.STAFF))
    body.add(labelled(QCoreApplication.translate("Secrets", "Role"), role))
    first = body.secret(QCoreApplication.translate("Secrets", "Passphrase"))
    again = body.secret(QCoreApplication.translate("Secrets", "Passphrase once more"))
    _say(body, wrong)

    def go() -> None:
        fault = _fault(first.text(), again.text())
        if not line.text().strip():
            fault = QCoreApplication.translate("Secrets", "Write a name.")
        if fault:
            ask_user(parent, act, line.text(), fault)
        else:
            act(line.text().strip(), Role(role.currentData()), first.text())

    title = QCoreApplication.translate("Secrets", "Add a user")
    ask(parent, title, "", QCoreApplication.translate("Secrets", "Add"), go, body=body)


def ask_passphrase(parent: QWidget, act: Callable[[str, str], object], wrong: str = "") -> None:
    """The old passphrase, and the new one twice."""
    body = _Body()
    old = body.secret(QCoreApplication.translate("Secrets", "Present passphrase"))
    first = body.secret(QCoreApplication.translate("Secrets", "New passphrase"))
    again = body.secret(QCoreApplication.translate("Secrets", "New passphrase once more"))
    _say(body, wrong)

    def go() -> None:
        fault = _fault(first.text(), again.text())
        if fault:
            ask_passphrase(parent, act, fault)
        else:
            act(old.text(), first.text())

    title = QCoreApplication.translate("Secrets", "Change my passphrase")
    ask(parent, title, "", QCoreApplication.translate("Secrets", "Change"), go, body=body)


def _say(body: _Body, wrong: str) -> None:
    if wrong:
        line = QLabel(wrong)
        line.setProperty("role", "problem")
        line.setWordWrap(True)
        body.add(line)


def _language(parent: QWidget) -> str:
    words = getattr(parent, "words", None)
    return words.language if isinstance(words, Words) else "sv"
