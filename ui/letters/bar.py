"""The bar under new letters: how many, what stops all of them, and the ways to make them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.kit.ask import Question, ask
from ui.kit.flow import Flow
from ui.kit.text import button, label
from ui.kit.theme import px


class MakingBar(QWidget):
    """`print_button` and `save_button` are the page's to connect, `pages_button` (there only where the pages are not)
    and `close_button` its to place, too."""

    def __init__(self, *, may_save: bool) -> None:
        super().__init__()
        self._ready, self._printers = False, True
        self.setObjectName("actionBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(3), px(1.5), px(2), px(1.5))
        column.setSpacing(px(1))
        self.problem = label("", role="problem")
        self.sum = label("")
        self.no_printer = label(self.tr("This computer has no printer. Save as PDF instead."), "small", role="muted")
        self.no_printer.hide()
        for words in (self.problem, self.sum, self.no_printer):
            column.addWidget(words)
        holder = QWidget()
        flow = Flow(holder, px(1))
        self.print_button = button(
            self.tr("Print and enter in the register"), _nothing, kind="primary", icon_name="printer", tip="Ctrl+P"
        )
        self.pages_button = button(self.tr("See the pages"), _nothing, icon_name="eye")
        self.pages_button.hide()  # this and the next stand above the order, so that more of it is seen with large text
        self.save_button = button(self.tr("Save as PDF…"), _nothing, icon_name="file-down")
        self.save_button.setVisible(may_save)
        self.close_button = button(self.tr("Close"), _nothing, tip="Esc")
        for made in (self.print_button, self.save_button):
            flow.addWidget(made)
        column.addWidget(holder)
        self.hold()  # until it is known what they would be

    def tell(self, count: int | None, stopped: int, problem: str, *, ready: bool) -> None:
        """How many letters (None: not known yet), how many people are stopped, and what stops all."""
        if count is None:
            text = ""
        elif stopped:
            text = self.tr("Stopped: {stopped}. Nothing is printed until each is settled or left out.")
            text = text.format(stopped=stopped)
        else:
            text = self.tr("Letters: {count}").format(count=count)
        self.sum.setText(text)
        self.sum.setVisible(bool(text))
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self._ready = ready
        self.print_button.setEnabled(ready and self._printers)
        self.save_button.setEnabled(ready)

    def know(self, printers: Sequence[str]) -> None:
        """Which printers there are, once that is known."""
        self._printers = bool(printers)
        self.no_printer.setVisible(not printers)
        self.print_button.setEnabled(self._ready and self._printers)

    def hold(self) -> None:
        """No letters can be made just now, for one by reason that they are being made."""
        self._ready = False
        self.print_button.setEnabled(False)
        self.save_button.setEnabled(False)


def ask_exception(parent: QWidget, then: Callable[[str], object]) -> Question:
    """Ask for the reason of a letter in spite of protected identity."""
    line = QLineEdit()
    line.setMaxLength(150)
    line.setAccessibleName(QCoreApplication.translate("Exception", "Reason"))
    line.setPlaceholderText(
        QCoreApplication.translate("Exception", "Who decided it and why; not a name of the person")
    )
    question = ask(
        parent,
        QCoreApplication.translate("Exception", "A letter in spite of protected identity"),
        QCoreApplication.translate(
            "Exception", "The reason is kept in the log with your name. No address is printed."
        ),
        QCoreApplication.translate("Exception", "Make an exception"),
        lambda: then(line.text().strip()),
        body=line,
    )
    question.yes.setEnabled(False)
    line.textChanged.connect(lambda text: question.yes.setEnabled(bool(text.strip())))
    line.setFocus()
    return question


def _nothing() -> None:
    """What the button does is said by the page."""
