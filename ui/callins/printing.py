"""A call-in's papers before one's eyes, and its calendar and report as files."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from gvi_desktop.domain.callin import Callin
from gvi_desktop.services import calendar, report_files, reports_callin
from gvi_desktop.services.papers import PaperKind
from ui.callins.paperdesk import PaperDesk
from ui.kit.desk import Desk
from ui.kit.filepassword import ask_locked
from ui.kit.files import ask_save


def print_paper(parent: QWidget, desk: Desk, callin: Callin, kind: PaperKind) -> PaperDesk:
    """Show the paper, to be printed or saved from there."""
    shown = PaperDesk(parent, desk, callin, kind)
    shown.open()
    return shown


def write_calendar(parent: QWidget, desk: Desk, callin: Callin) -> None:
    """Ask for the file of the calendar without names."""

    def write(path: Path) -> None:
        said = QCoreApplication.translate("Printing", "Calendar file written, without names")
        done = lambda _answer: desk.say(said)  # noqa: E731
        desk.tasks.write(parent, calendar.export_to, callin.id, path, desk.words.language, then=done)

    title = QCoreApplication.translate("Printing", "Calendar file without names")
    pattern = QCoreApplication.translate("Printing", "Calendar files (*.ics)")
    ask_save(parent, title, f"callin-{callin.number or 0}.ics", pattern, write)


def save_report(unit: Any, callin_id: str, language: str, path: Path, password: str = "") -> None:
    """The report of the call-in as PDF, entered in journal and disclosure register in the same step."""
    report_files.save(unit, reports_callin.make(unit, callin_id, language), "pdf", language, path, password)


def write_report(parent: QWidget, desk: Desk, callin: Callin) -> None:
    """Ask for password and file of the report."""

    def write(path: Path, password: str) -> None:
        said = QCoreApplication.translate("Printing", "Written, and entered in the disclosure register")
        done = lambda _answer: desk.say(said)  # noqa: E731
        desk.tasks.write(parent, save_report, callin.id, desk.words.language, path, password, then=done)

    title = QCoreApplication.translate("Printing", "Report of the call-in")
    text = QCoreApplication.translate("Printing", "The vault does not protect the file. It is noted as a disclosure.")
    ask_locked(parent, title, text, f"report-callin-{callin.number or 0}.pdf", write)
