"""Printing letters in jobs of at most fifty, with the question after each which of them came out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from gvi_desktop.domain.errors import GviError
from gvi_desktop.services.letters import Made
from ui.kit.busy import run_with_progress
from ui.kit.printers import Span, neutral_title, send
from ui.kit.tasks import Tasks
from ui.letters.cameout import CameOut

LETTERS_A_JOB = 50


@dataclass(frozen=True)
class Sheet:
    """What comes out of the printer in one piece: a letter, or one page of the copies of a nameless one."""

    letter: str
    name: str
    pages: Span


def sheets_of(made: Made, code_names: Mapping[str, str]) -> list[Sheet]:
    """The letters of a file in the order of their pages; `code_names` by the id of the person."""
    if len(made.ids) == 1 and made.people == ("",):
        number = made.numbers[0]
        return [Sheet(made.ids[0], f"{number} · {page + 1}", (page, page)) for page in range(made.pages)]
    ends = [*(first - 1 for first in made.first_pages[1:]), made.pages]
    whole = zip(made.ids, made.numbers, made.people, made.first_pages, ends, strict=True)
    return [
        Sheet(one, " · ".join(filter(None, (number, code_names.get(person, "")))), (first - 1, end - 1))
        for one, number, person, first, end in whole
    ]


class PrintRun(QObject):
    """Jobs one after the other; goes on, again or not at all as is answered after each, so nothing is printed twice
    unasked. `ended` is told the letters that no paper came out of, and why."""

    def __init__(self, parent: QWidget, tasks: Tasks, printer: str, pdf: bytes, sheets: Sequence[Sheet]) -> None:
        super().__init__(parent)
        self._window, self._tasks, self._printer, self._pdf = parent, tasks, printer, pdf
        self._sheets, self._at = tuple(sheets), 0
        self.question: CameOut | None = None
        self.ended: Callable[[Sequence[str], str], object] = lambda _lost, _why: None

    def start(self) -> None:
        """Begin, or go on, with the next job."""
        job = self._job()
        if not job:
            self._end("")
            return
        run_with_progress(
            self._window,
            self._tasks,
            QCoreApplication.translate("Printing", "Printing"),
            send,
            self._printer,
            neutral_title(),
            self._pdf,
            (job[0].pages[0], job[-1].pages[1]),
            then=self._handed,
            failed=self._failed,
        )

    def _job(self) -> tuple[Sheet, ...]:
        return self._sheets[self._at : self._at + LETTERS_A_JOB]

    def _handed(self, pages: int) -> None:
        job = self._job()
        whole = pages == job[-1].pages[1] - job[0].pages[0] + 1
        self._ask("" if whole else QCoreApplication.translate("Printing", "Printing was cancelled."))

    def _failed(self, error: GviError) -> None:
        if error.code == "printer_missing":
            told = QCoreApplication.translate("Printing", "There is no printer called {name}.")
            self._ask(told.format(name=self._printer))
        else:
            self._ask(QCoreApplication.translate("Printing", "The printer did not take the pages."))

    def _ask(self, why: str) -> None:
        job = self._job()
        more = self._at + len(job) < len(self._sheets)
        names = [one.name for one in job]
        self.question = CameOut(self._window, names, why, self._go_on, self._stop, more=more)
        self.question.open()

    def _go_on(self, out: int) -> None:
        self._at += out
        self.start()

    def _stop(self, out: int, why: str) -> None:
        self._at += out
        self._end(why)

    def _end(self, why: str) -> None:
        self._pdf = b""
        self.ended(without_paper(self._sheets, self._at), why)
        self.deleteLater()

    def unanswered(self) -> list[list[str]]:
        """The sheets of which nobody has said yet whether they came out: letter and name, to be kept in a draft."""
        return [[one.letter, one.name] for one in self._sheets[self._at :]]


def without_paper(sheets: Sequence[Sheet], out: int) -> tuple[str, ...]:
    """The letters none of whose sheets is among the first so many, which came out."""
    there = {one.letter for one in sheets[:out]}
    return tuple(dict.fromkeys(one.letter for one in sheets[out:] if one.letter not in there))


def ask_afterwards(
    window: QWidget, kept: Sequence[Sequence[str]], told: Callable[[Sequence[str], str], object]
) -> CameOut:
    """The same question for what was at the printer when the vault was locked; `told` as `PrintRun.ended`."""
    sheets = [Sheet(letter, name, (0, 0)) for letter, name in kept]
    why = QCoreApplication.translate("Printing", "The vault was locked while they were printed.")
    question = CameOut(
        window,
        [one.name for one in sheets],
        why,
        lambda out: told(without_paper(sheets, out), ""),
        lambda out, reason: told(without_paper(sheets, out), reason),
        more=False,
        printable=False,
    )
    question.open()
    return question
