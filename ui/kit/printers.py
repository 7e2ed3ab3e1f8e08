"""Printing a PDF on a printer that was named and is there: by the system's own `lp`, else page by page as pictures.

Nothing is written to disk here, nothing is printed to a file, and no printer is taken for another.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from gvi_desktop.domain.errors import VaultError
from gvi_desktop.services import letters_pages
from ui.kit.ask import Question, ask
from ui.kit.choosing import ShortBox
from ui.kit.raster import POINTS_AN_INCH, page_image
from ui.kit.tasks import Progress
from ui.kit.text import labelled

DOTS = 300
Span = tuple[int, int]
"""First and last page of a job, from 0."""
LIST_SECONDS, HAND_OVER_SECONDS = 5, 120


def printers() -> list[str]:
    """Names of the printers of this computer. Waits for the print system: not on the window's thread."""
    if found := _tools():
        _lp, lpstat = found
        try:
            told = subprocess.run(  # noqa: S603 - found on the path, without a shell
                [lpstat, "-e"], capture_output=True, timeout=LIST_SECONDS, check=False
            )
        except (OSError, subprocess.TimeoutExpired):
            return []
        names = told.stdout.decode(errors="replace").split("\n") if not told.returncode else []
    else:
        names = QPrinterInfo.availablePrinterNames()
    return sorted({name.strip() for name in names if name.strip()}, key=str.casefold)


def send(name: str, title: str, pdf: bytes, span: Span, progress: Progress) -> int:
    """Hand a span of pages to the printer of that name; how many went there before the end or Cancel.

    Raises VaultError("printer_missing") where there is none of that name: print systems would silently take another.
    """
    if name not in printers():
        raise VaultError("printer_missing", name=name)
    found = _tools()
    if found is None:
        return print_pages(name, title, pdf, span, progress)
    if progress.cancelled:
        return 0
    first, last = span
    hand_over(found[0], name, title, letters_pages.cut(pdf, first, last))
    return last - first + 1


def hand_over(lp: str, name: str, title: str, pdf: bytes) -> None:
    """The bytes on the standard input of `lp`: no file, and the text stays text for the printer."""
    command = [lp, "-d", name, "-t", title, "-o", "media=A4", "-"]
    try:
        done = subprocess.run(  # noqa: S603 - as above
            command, input=pdf, capture_output=True, timeout=HAND_OVER_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as fault:
        raise VaultError("printer_refused", name=name) from fault
    if done.returncode:
        raise VaultError("printer_refused", name=name)


def print_pages(name: str, title: str, pdf: bytes, span: Span, progress: Progress) -> int:
    """The same by Qt, as pictures, where there is no `lp`; VaultError("printer_missing") as there."""
    info = QPrinterInfo.printerInfo(name)
    if info.isNull():
        raise VaultError("printer_missing", name=name)
    return draw_on(QPrinter(info, QPrinter.PrinterMode.HighResolution), title, pdf, span, progress)


def draw_on(printer: QPrinter, title: str, pdf: bytes, span: Span, progress: Progress) -> int:
    """The pages on a given printer, each on a whole sheet of A4, lying down where the page does."""
    printer.setResolution(DOTS)
    printer.setDocName(title)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageOrientation(_way(pdf, span[0]))
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
            if done:
                printer.setPageOrientation(_way(pdf, page))
                if not printer.newPage():
                    raise VaultError("printer_refused", name=printer.printerName())
            painter.drawImage(QPoint(0, 0), page_image(pdf, page, DOTS / POINTS_AN_INCH))
            done += 1
            progress(done, last - first + 1)
    finally:
        painter.end()
    return done


def ask_printer(
    parent: QWidget, names: Sequence[str], title: str, text: str, act: Callable[[str], object]
) -> Question:
    """Which printer; none is chosen beforehand, and there is no printing to a file: that is what saving is for."""
    choice = ShortBox()
    choice.addItems(list(names))
    choice.setPlaceholderText(QCoreApplication.translate("Printing", "Choose a printer"))
    choice.setCurrentIndex(-1)
    field = labelled(QCoreApplication.translate("Printing", "Printer"), choice)
    if not names:
        field.hide()
        text = QCoreApplication.translate("Printing", "This computer has no printer. Save as PDF instead.")
    question = ask(
        parent,
        title,
        text,
        QCoreApplication.translate("Printing", "Print"),
        lambda: act(choice.currentText()),
        body=field,
    )
    question.yes.setEnabled(False)
    choice.currentIndexChanged.connect(lambda at: question.yes.setEnabled(at >= 0))
    choice.setFocus()
    return question


def neutral_title() -> str:
    """What a job is called in the printer's queue: neither a name nor what kind of paper it is."""
    return QCoreApplication.translate("Printing", "Document")


def _tools() -> tuple[str, str] | None:
    """`lp` and `lpstat`, where the system has both."""
    if sys.platform == "win32":
        return None
    lp, lpstat = shutil.which("lp"), shutil.which("lpstat")
    return (lp, lpstat) if lp and lpstat else None


def _way(pdf: bytes, page: int) -> QPageLayout.Orientation:
    wide, high = letters_pages.page_size(pdf, page)
    return QPageLayout.Orientation.Landscape if wide > high else QPageLayout.Orientation.Portrait
