"""Questions that need an answer before going on; they never stop the event loop, so the lock can fall over them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ui.kit.dialog import FittingDialog
from ui.kit.text import button, heading, label
from ui.kit.theme import px

OTHERWISE = 2
"""What a question ends with that was answered neither yes nor no."""


class Question(FittingDialog):
    """A title, a text, whatever else must be answered, and two buttons."""

    def __init__(
        self, parent: QWidget, title: str, text: str, yes: str, *, danger: bool = False, body: QWidget | None = None
    ) -> None:
        super().__init__(parent, 54)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.column.addWidget(heading(title))
        if text:
            self.column.addWidget(label(text))
        if body is not None:
            self.column.addWidget(body)
        self._row = row = QHBoxLayout()
        row.setSpacing(px(1))
        row.addStretch()
        self.no = button(self.tr("Cancel"), self.reject)
        self.yes = button(yes, self.accept, kind="danger" if danger else "primary")
        row.addWidget(self.no)
        row.addWidget(self.yes)
        self._problem = label("", role="problem")
        self._problem.hide()
        self.foot.addWidget(self._problem)
        self.foot.addLayout(row)
        (self.no if danger else self.yes).setDefault(True)

    def beside(self, made: QPushButton) -> None:
        """A button that answers nothing, at the other end of the row, where it stays in sight when the text scrolls."""
        self._row.insertWidget(0, made)

    def problem(self, text: str) -> None:
        """What is wrong with what was answered, above the buttons, never scrolled away; empty takes it back."""
        self._problem.setText(text)
        self._problem.setVisible(bool(text))

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
