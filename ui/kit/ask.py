"""Questions that need an answer before going on; they never stop the event loop, so the lock can fall over them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.kit.text import button, heading, label
from ui.kit.theme import px

OTHERWISE = 2
"""What a question ends with that was answered neither yes nor no."""


class Question(QDialog):
    """A title, a text, whatever else must be answered, and two buttons."""

    def __init__(
        self, parent: QWidget, title: str, text: str, yes: str, *, danger: bool = False, body: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumWidth(px(54))
        column = QVBoxLayout(self)
        column.setContentsMargins(px(3), px(3), px(3), px(2))
        column.setSpacing(px(1.5))
        column.addWidget(heading(title))
        if text:
            column.addWidget(label(text))
        if body is not None:
            column.addWidget(body)
        self._row = row = QHBoxLayout()
        row.addStretch()
        self.no = button(self.tr("Cancel"), self.reject)
        self.yes = button(yes, self.accept, kind="danger" if danger else "primary")
        row.addWidget(self.no)
        row.addWidget(self.yes)
        column.addLayout(row)
        (self.no if danger else self.yes).setDefault(True)

    def also(self, text: str, act: Callable[[], object]) -> QPushButton:
        """One more way to answer: it closes the question, neither accepted nor rejected, and calls `act`."""

        def answer() -> None:
            self.done(OTHERWISE)
            act()

        made = button(text, answer)
        self._row.insertWidget(self._row.indexOf(self.yes), made)
        return made


def ask(
    parent: QWidget, title: str, text: str, yes: str, act: Callable[[], object],
    *, danger: bool = False, body: QWidget | None = None,
) -> Question:  # fmt: skip
    """Open the question and call `act` if it is answered with yes."""
    question = Question(parent, title, text, yes, danger=danger, body=body)
    question.accepted.connect(lambda: act())
    question.open()
    return question
