"""Printing to a file: blank forms to take along, and what each team of a round has before it on a day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from gvi_desktop.domain.office import Language
from gvi_desktop.domain.user import Right
from gvi_desktop.services import papers, roundpapers
from gvi_desktop.services.papers import Order
from ui.kit.act import Act
from ui.kit.ask import Question, ask
from ui.kit.dates import today
from ui.kit.desk import Desk
from ui.kit.fields.choice import ChoiceField
from ui.kit.fields.number import CheckField, NumberField
from ui.kit.fields.when import DateField
from ui.kit.filepassword import ask_locked
from ui.kit.files import ask_save
from ui.kit.form import Form
from ui.kit.paperrun import PaperRun


def print_blank_forms(parent: QWidget, desk: Desk) -> None:
    """Ask for how many, then for the file: forms without anybody's name, noted in the journal."""
    copies = NumberField("copies", QCoreApplication.translate("VisitPrinting", "How many"), low=1, high=99)
    language = _language()
    form = Form([copies, language], desk.words, "paper")
    form.load({"copies": 1, "language": Language(desk.words.language)})
    title = QCoreApplication.translate("VisitPrinting", "Blank forms")

    def chosen() -> None:
        values = form.values()
        order = Order(values["copies"] or 1, language=(values["language"] or Language.SWEDISH).value)
        name = QCoreApplication.translate("VisitPrinting", "blank-forms.pdf")
        ask_save(parent, title, name, _pattern(), lambda path: write(order, path))

    def write(order: Order, path: Path) -> None:
        said = QCoreApplication.translate("VisitPrinting", "Written. Choose “Log from paper” to type the forms in.")
        done = lambda _answer: desk.say(said)  # noqa: E731
        desk.tasks.write(parent, papers.blank_form_to, order, path, then=done)

    text = QCoreApplication.translate(
        "VisitPrinting", "Forms to fill in by hand during a visit and to type in the same day. They hold no names."
    )
    go = QCoreApplication.translate("VisitPrinting", "Choose a file")
    ask(parent, title, text, go, chosen, body=form)


def print_lists(parent: QWidget, desk: Desk, round_id: str) -> Question:
    """Ask for the day, copies and names, then for the printer, or by those who may hand out for a file; noted in the
    journal and the disclosure register."""
    day = DateField("day", QCoreApplication.translate("VisitPrinting", "Day"), required=True)
    copies = NumberField("copies", QCoreApplication.translate("VisitPrinting", "Numbered copies"), low=1, high=99)
    names = CheckField(
        "names",
        QCoreApplication.translate("VisitPrinting", "Real names instead of code names"),
        hint=QCoreApplication.translate("VisitPrinting", "Each name that is shown is noted in the journal."),
    )
    form = Form([day, copies, names, _language()], desk.words, "paper")
    form.load({"day": today(), "copies": 1, "names": False, "language": Language(desk.words.language)})
    title = QCoreApplication.translate("VisitPrinting", "The teams' lists")

    def wanted() -> tuple[date, Order]:
        values = form.values()
        language = (values["language"] or Language.SWEDISH).value
        return values["day"] or today(), Order(values["copies"] or 1, bool(values["names"]), language)

    def on_paper() -> None:
        PaperRun(parent, desk).ask(title, Act(roundpapers.print_day, round_id, *wanted()))

    def on_file() -> None:
        on, order = wanted()
        name = QCoreApplication.translate("VisitPrinting", "visits-{day}.pdf").format(day=on.isoformat())
        told = QCoreApplication.translate(
            "VisitPrinting",
            "The vault does not protect the file. It is noted as a disclosure; delete it when it is printed.",
        )
        ask_locked(parent, title, told, name, lambda path, word: write(on, order, path, word))

    def write(on: date, order: Order, path: Path, word: str) -> None:
        said = QCoreApplication.translate("VisitPrinting", "Written, and entered in the disclosure register")
        done = lambda _answer: desk.say(said)  # noqa: E731
        desk.tasks.write(parent, roundpapers.print_day_to, round_id, on, order, path, word, then=done)

    text = QCoreApplication.translate(
        "VisitPrinting", "One sheet a team with its visits of the day. Protected identities are left out."
    )
    question = ask(parent, title, text, QCoreApplication.translate("VisitPrinting", "Print"), on_paper, body=form)
    if desk.user.may(Right.EXPORT):
        question.also(QCoreApplication.translate("VisitPrinting", "Save as PDF…"), on_file)
    return question


def _language() -> ChoiceField:
    return ChoiceField("language", Language, QCoreApplication.translate("VisitPrinting", "Language"), required=True)


def _pattern() -> str:
    return QCoreApplication.translate("VisitPrinting", "PDF files (*.pdf)")
