"""Printing to a file: blank forms to take along, and what each team of a round has before it on a day."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from gvi_desktop.domain.office import Language
from gvi_desktop.services import papers, roundpapers
from gvi_desktop.services.papers import Order
from ui.kit.ask import ask
from ui.kit.dates import today
from ui.kit.desk import Desk
from ui.kit.fields.choice import ChoiceField
from ui.kit.fields.number import CheckField, NumberField
from ui.kit.fields.when import DateField
from ui.kit.filepassword import FilePassword
from ui.kit.files import ask_save
from ui.kit.form import Form


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


def print_lists(parent: QWidget, desk: Desk, round_id: str) -> None:
    """Ask for the day, copies and names, then for the file; noted in the journal and the disclosure register."""
    day = DateField("day", QCoreApplication.translate("VisitPrinting", "Day"), required=True)
    copies = NumberField("copies", QCoreApplication.translate("VisitPrinting", "Numbered copies"), low=1, high=99)
    names = CheckField(
        "names",
        QCoreApplication.translate("VisitPrinting", "Real names instead of code names"),
        hint=QCoreApplication.translate("VisitPrinting", "Each name that is shown is noted in the journal."),
    )
    password = FilePassword()
    form = Form([day, copies, names, _language(), password], desk.words, "paper")
    form.load({"day": today(), "copies": 1, "names": False, "language": Language(desk.words.language)})
    title = QCoreApplication.translate("VisitPrinting", "The teams' lists")

    def chosen() -> None:
        values = form.values()
        language = (values["language"] or Language.SWEDISH).value
        order = Order(values["copies"] or 1, bool(values["names"]), language)
        on, word = values["day"] or today(), password.value()
        name = QCoreApplication.translate("VisitPrinting", "visits-{day}.pdf").format(day=on.isoformat())
        ask_save(parent, title, name, _pattern(), lambda path: write(on, order, path, word))

    def write(on: object, order: Order, path: Path, word: str) -> None:
        said = QCoreApplication.translate("VisitPrinting", "Written, and entered in the disclosure register")
        done = lambda _answer: desk.say(said)  # noqa: E731
        desk.tasks.write(parent, roundpapers.print_day_to, round_id, on, order, path, word, then=done)

    text = QCoreApplication.translate(
        "VisitPrinting", "One sheet a team with its visits of the day. Protected identities are left out."
    )
    go = QCoreApplication.translate("VisitPrinting", "Choose a file")
    password.hold(ask(parent, title, text, go, chosen, body=form))


def _language() -> ChoiceField:
    return ChoiceField("language", Language, QCoreApplication.translate("VisitPrinting", "Language"), required=True)


def _pattern() -> str:
    return QCoreApplication.translate("VisitPrinting", "PDF files (*.pdf)")
