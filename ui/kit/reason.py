"""Asking why somebody with protected identity is to be shown, or protected no more: the reason is kept in the log."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.kit.ask import Question, ask

CAP = 200


def ask_reason(host: QWidget, then: Callable[[str], object]) -> None:
    """Ask over `host`; `then` gets the reason, which is never empty."""
    title = QCoreApplication.translate("Reason", "Show a protected identity")
    yes = QCoreApplication.translate("Reason", "Show name")
    _ask(host, title, yes, QCoreApplication.translate("Reason", "Why the name is needed; not a name"), then)


def ask_reason_for_values(host: QWidget, then: Callable[[str], object]) -> None:
    """The same where an address or a number is meant as well as a name."""
    title = QCoreApplication.translate("Reason", "Show a protected identity")
    yes = QCoreApplication.translate("Reason", "Show")
    _ask(host, title, yes, QCoreApplication.translate("Reason", "Why it is needed; not a name"), then)


def ask_lifting(host: QWidget, then: Callable[[str], object]) -> None:
    """The same before a protection is lifted for good."""
    title = QCoreApplication.translate("Reason", "Lift the protection of this person?")
    yes = QCoreApplication.translate("Reason", "Lift the protection")
    hint = QCoreApplication.translate("Reason", "Why it is lifted; not a name")
    text = QCoreApplication.translate(
        "Reason",
        "Then name, number and address are shown to everybody here, stand in lists, letters and reports, and go out in "
        "bundles. What others have seen cannot be taken back.",
    )
    _ask(host, title, yes, hint, then, danger=True, text=text)


def ask_another(host: QWidget, text: str, then: Callable[[str], object]) -> None:
    """The same of a user whose name is like another's."""
    title = QCoreApplication.translate("Reason", "Is this another person?")
    yes = QCoreApplication.translate("Reason", "Add the user")
    _ask(host, title, yes, QCoreApplication.translate("Reason", "Why this is another person"), then, text=text)


def _ask(
    host: QWidget, title: str, yes: str, hint: str, then: Callable[[str], object], *, danger: bool = False,
    text: str = "",
) -> None:  # fmt: skip
    kept = QCoreApplication.translate("Reason", "The reason is kept in the log with your name.")
    line = QLineEdit()
    line.setMaxLength(CAP)
    line.setAccessibleName(QCoreApplication.translate("Reason", "Reason"))
    line.setPlaceholderText(hint)
    question: Question = ask(
        host,
        title,
        f"{text} {kept}".strip(),
        yes,
        lambda: then(line.text()),
        danger=danger,
        body=line,
    )
    question.yes.setEnabled(False)
    line.textChanged.connect(lambda text: question.yes.setEnabled(bool(text.strip())))
    line.setFocus()
