"""Writing a call-in's papers, calendar and report to files: how many copies, whose names, and where."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from gvi_desktop.domain.callin import Callin
from gvi_desktop.domain.office import Language
from gvi_desktop.services import calendar, papers, report_files, reports_callin
from gvi_desktop.services.papers import NAMED, Order, PaperKind
from ui.kit.ask import ask
from ui.kit.desk import Desk
from ui.kit.fields.choice import ChoiceField
from ui.kit.fields.number import CheckField, NumberField
from ui.kit.files import ask_save
from ui.kit.form import Form


def print_paper(parent: QWidget, desk: Desk, callin: Callin, kind: PaperKind) -> None:
    """Ask for copies and names, then for the file; the print is noted in the journal and the disclosure register."""
    copies = NumberField(
        "copies", QCoreApplication.translate("Printing", "Numbered copies"), low=1, high=99,
        hint=QCoreApplication.translate("Printing", "Each copy has its number and a day to destroy it by."),
    )  # fmt: skip
    names = CheckField(
        "names", QCoreApplication.translate("Printing", "Real names instead of code names"),
        hint=QCoreApplication.translate("Printing", "Each name that is shown is noted in the journal."),
    )  # fmt: skip
    language = ChoiceField("language", Language, QCoreApplication.translate("Printing", "Language"), required=True)
    fields = [copies, names, language] if kind in NAMED else [copies, language]
    form = Form(fields, desk.words, "paper")
    form.load({"copies": 1, "names": False, "language": Language(desk.words.language)})

    def chosen() -> None:
        values = form.values()
        wanted = values["language"] or Language.SWEDISH
        order = Order(values["copies"] or 1, bool(values.get("names")), wanted.value)
        # Neither the kind of meeting nor anybody's name stands in what the file is called.
        name = f"{kind.value}-{callin.number or 0}.pdf"
        ask_save(
            parent, desk.words.value(kind), name, QCoreApplication.translate("Printing", "PDF files (*.pdf)"),
            lambda path: write(order, path),
        )  # fmt: skip

    def write(order: Order, path: Path) -> None:
        said = QCoreApplication.translate("Printing", "Written, and entered in the disclosure register")
        done = lambda _answer: desk.say(said)  # noqa: E731
        desk.tasks.write(parent, papers.print_to, callin.id, kind, order, path, then=done)

    ask(
        parent, desk.words.value(kind),
        QCoreApplication.translate("Printing", "The paper becomes a PDF file, which you print and then delete."),
        QCoreApplication.translate("Printing", "Choose a file"), chosen, body=form,
    )  # fmt: skip


def write_calendar(parent: QWidget, desk: Desk, callin: Callin) -> None:
    """Ask for the file of the calendar without names."""

    def write(path: Path) -> None:
        said = QCoreApplication.translate("Printing", "Calendar file written, without names")
        done = lambda _answer: desk.say(said)  # noqa: E731
        desk.tasks.write(parent, calendar.export_to, callin.id, path, desk.words.language, then=done)

    title = QCoreApplication.translate("Printing", "Calendar file without names")
    pattern = QCoreApplication.translate("Printing", "Calendar files (*.ics)")
    ask_save(parent, title, f"callin-{callin.number or 0}.ics", pattern, write)


def save_report(unit: Any, callin_id: str, language: str, path: Path) -> None:
    """The report of the call-in as PDF, entered in journal and disclosure register in the same step."""
    report_files.save(unit, reports_callin.make(unit, callin_id, language), "pdf", language, path)


def write_report(parent: QWidget, desk: Desk, callin: Callin) -> None:
    """Ask for the file of the report."""

    def write(path: Path) -> None:
        said = QCoreApplication.translate("Printing", "Written, and entered in the disclosure register")
        done = lambda _answer: desk.say(said)  # noqa: E731
        desk.tasks.write(parent, save_report, callin.id, desk.words.language, path, then=done)

    title = QCoreApplication.translate("Printing", "Report of the call-in")
    pattern = QCoreApplication.translate("Printing", "PDF files (*.pdf)")
    ask_save(parent, title, f"report-callin-{callin.number or 0}.pdf", pattern, write)
