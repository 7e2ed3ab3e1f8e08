"""A paper to a printer: which one, the step that notes the print, the pages handed over, and whether they came out."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from gvi_desktop.domain.errors import GviError
from gvi_desktop.services import letters_pages
from ui.kit.act import Act
from ui.kit.ask import Question
from ui.kit.busy import run_with_progress
from ui.kit.desk import Desk
from ui.kit.printers import ask_printer, neutral_title, printers, send


class PaperRun(QObject):
    """Prints what a step makes; `after` is called once somebody has said that the paper came out, or gave it up."""

    def __init__(self, window: QWidget, desk: Desk, after: Callable[[], object] = lambda: None) -> None:
        super().__init__(window)
        self._window, self._desk, self._after = window, desk, after

    def ask(self, title: str, make: Act) -> None:
        """Ask for the printer; then `make` is run as a step, and gives the PDF."""
        text = self.tr("The print is noted in the log and entered in the disclosure register.")
        on = partial(self._print_on, make)
        self._desk.tasks.run(
            self._window, printers, then=lambda names: ask_printer(self._window, names, title, text, on)
        )

    def _print_on(self, make: Act, printer: str) -> None:
        self._desk.tasks.write(self._window, make.work, *make.args, then=partial(self.hand_over, printer))

    def hand_over(self, printer: str, pdf: bytes) -> None:
        """Send the pages of a print that has been noted, and ask what became of them."""
        again = partial(self.hand_over, printer, pdf)
        span = (0, letters_pages.page_count(pdf) - 1)
        run_with_progress(
            self._window, self._desk.tasks, self.tr("Printing"), send, printer, neutral_title(), pdf, span,
            then=lambda _pages: self._came_out(again, ""),
            failed=lambda error: self._failed(again, error),
        )  # fmt: skip

    def _failed(self, again: partial[None], error: GviError) -> None:
        self._came_out(again, self._desk.words.error(error))

    def _came_out(self, again: partial[None], why: str) -> None:
        text = self.tr(
            "Look at the paper: are all copies there? The print is noted. Print again whatever is missing, and destroy "
            "spoilt sheets."
        )
        name = self.tr("Did the paper come out?")
        question = Question(self._window, name, f"{why} {text}".strip(), self.tr("Print again"))
        question.no.setText(self.tr("It came out") if not why else self.tr("Do not print"))
        question.accepted.connect(again)
        question.rejected.connect(lambda: self._after())
        question.no.setDefault(not why)
        question.open()
