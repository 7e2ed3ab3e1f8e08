"""Printing a PDF without a file: page by page as pictures, in jobs of at most fifty letters under a neutral name."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QObject, QPoint
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QComboBox, QWidget

from gvi_desktop.domain.errors import GviError, VaultError
from ui.kit.ask import Question, ask
from ui.kit.busy import run_with_progress
from ui.kit.tasks import Progress, Tasks
from ui.kit.text import labelled
from ui.letters.raster import POINTS_AN_INCH, page_image

DOTS = 300
LETTERS_A_JOB = 50
Span = tuple[int, int]
"""First and last page of a job, from 0."""


def printers() -> list[str]:
    """Names of the printers of this computer, the usual one first."""
    usual = QPrinterInfo.defaultPrinterName()
    return sorted(QPrinterInfo.availablePrinterNames(), key=lambda name: (name != usual, name.casefold()))


def jobs(first_pages: Sequence[int], pages: int) -> list[Span]:
    """Spans of pages of at most fifty letters; `first_pages` (from 1) says where each letter begins."""
    starts = sorted({page - 1 for page in first_pages} or {0})[::LETTERS_A_JOB]
    return [(start, end - 1) for start, end in zip(starts, [*starts[1:], pages], strict=True)]


def print_pages(name: str, title: str, pdf: bytes, span: Span, progress: Progress) -> int:
    """Hand a span of pages to the printer of that name; how many went there before the end or Cancel.

    Raises VaultError("printer_missing") where there is none: Qt would silently take another printer instead.
    """
    info = QPrinterInfo.printerInfo(name)
    if info.isNull():
        raise VaultError("printer_missing", name=name)
    printer = QPrinter(info, QPrinter.PrinterMode.HighResolution)
    return draw_on(printer, title, pdf, span, progress)


def draw_on(printer: QPrinter, title: str, pdf: bytes, span: Span, progress: Progress) -> int:
    """The pages on a given printer, each on a whole sheet of A4."""
    printer.setResolution(DOTS)
    printer.setDocName(title)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        raise VaultError("printer_refused", name=printer.printerName())
    first, last = span
    done = 0
    try:
        for page in range(first, last + 1):
            if progress.cancelled:
                printer.abort()
                return done
            if done and not printer.newPage():
                raise VaultError("printer_refused", name=printer.printerName())
            painter.drawImage(QPoint(0, 0), page_image(pdf, page, DOTS / POINTS_AN_INCH))
            done += 1
            progress(done, last - first + 1)
    finally:
        painter.end()
    return done


def ask_printer(parent: QWidget, names: Sequence[str], text: str, act: Callable[[str], object]) -> Question:
    """Which printer; there is no printing to a file here, that is what saving is for."""
    choice = QComboBox()
    choice.addItems(list(names))
    return ask(
        parent,
        QCoreApplication.translate("Printing", "Print and enter in the register"),
        text,
        QCoreApplication.translate("Printing", "Print"),
        lambda: act(choice.currentText()),
        body=labelled(QCoreApplication.translate("Printing", "Printer"), choice),
    )


class PrintRun(QObject):
    """Jobs one after the other; where one fails it is offered again, so nothing is printed twice unasked."""

    def __init__(self, parent: QWidget, tasks: Tasks, printer: str, pdf: bytes, spans: Sequence[Span]) -> None:
        super().__init__(parent)
        self._window, self._tasks, self._printer, self._pdf = parent, tasks, printer, pdf
        self._left = list(spans)
        self.saving: Callable[[], object] = lambda: None
        self.ended: Callable[[], object] = lambda: None

    def start(self) -> None:
        """Begin, or go on, with the first job that is left."""
        if not self._left:
            self._pdf = b""
            self.ended()
            self.deleteLater()
            return
        run_with_progress(
            self._window,
            self._tasks,
            QCoreApplication.translate("Printing", "Printing"),
            print_pages,
            self._printer,
            QCoreApplication.translate("Printing", "Document"),
            self._pdf,
            self._left[0],
            then=self._done,
            failed=self._failed,
        )

    def _done(self, pages: int) -> None:
        first, last = self._left[0]
        if pages < last - first + 1:
            self._ask(QCoreApplication.translate("Printing", "Printing was cancelled."))
            return
        self._left.pop(0)
        self.start()

    def _failed(self, error: GviError) -> None:
        if error.code == "printer_missing":
            self._ask(
                QCoreApplication.translate("Printing", "There is no printer called {name}.").format(name=self._printer)
            )
        else:
            self._ask(QCoreApplication.translate("Printing", "The printer did not take the pages."))

    def _ask(self, why: str) -> None:
        first, last = self._left[0][0], self._left[-1][1]
        text = QCoreApplication.translate(
            "Printing",
            "{why} The letters are in the register. Look which came out: pages {first} to {last} have not all been "
            "handed over. Print them again, or leave them and note the letters as destroyed.",
        ).format(why=why, first=first + 1, last=last + 1)
        question = ask(
            self._window,
            QCoreApplication.translate("Printing", "Not everything was printed"),
            text,
            QCoreApplication.translate("Printing", "Print again"),
            self.start,
        )
        question.rejected.connect(self.ended)
