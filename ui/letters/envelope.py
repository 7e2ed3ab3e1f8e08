"""Asking for the test page of a window envelope: which window, and where to."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from gvi_desktop.domain.letter import Envelope
from gvi_desktop.services import envelopes
from gvi_desktop.services.envelopes import Measures
from ui.kit.ask import Question
from ui.kit.desk import Desk
from ui.kit.fields.choice import ChoiceField
from ui.kit.fields.number import NumberField
from ui.kit.files import ask_save
from ui.kit.form import Form, Row

SIDES = ("left", "top", "width", "height")


def ask_test_page(parent: QWidget, desk: Desk) -> Question:
    """Ask, then for the file; nothing is noted, since nobody stands on the page."""
    labels = (
        QCoreApplication.translate("Envelope", "From the left edge (mm)"),
        QCoreApplication.translate("Envelope", "From the upper edge (mm)"),
        QCoreApplication.translate("Envelope", "Width (mm)"),
        QCoreApplication.translate("Envelope", "Height (mm)"),
    )
    numbers = [NumberField(name, label, low=1, high=300) for name, label in zip(SIDES, labels, strict=True)]
    which = ChoiceField("envelope", Envelope, QCoreApplication.translate("Envelope", "Window"), required=True)
    form = Form([which, Row(*numbers[:2]), Row(*numbers[2:])], desk.words, "paper")
    form.tighten()
    form.load({"envelope": Envelope.LEFT, "left": 20, "top": 45, "width": 85, "height": 25})
    title = QCoreApplication.translate("Envelope", "Test page for window envelopes")
    text = QCoreApplication.translate(
        "Envelope",
        "The page shows the window's frame, an address and the folds. Print it, fold it and lay it in the envelope "
        "before the first letters are sent.",
    )
    yes = QCoreApplication.translate("Envelope", "Choose a file")
    question = Question(parent, title, text, yes, body=form)

    def measures() -> Measures | None:
        values = form.values()
        return None if None in (sides := [values[side] for side in SIDES]) else Measures(*sides)

    def tell() -> None:
        own = form.values()["envelope"] is Envelope.OWN
        for side in SIDES:
            form.show_field(side, own)
        question.yes.setEnabled(form.values()["envelope"] is not None and not (own and measures() is None))

    def chosen() -> None:
        name = QCoreApplication.translate("Envelope", "window-test-page.pdf")
        which, own = form.values()["envelope"], measures()
        ask_save(parent, title, name, "PDF (*.pdf)", lambda path: _save(parent, desk, path, which, own))

    form.changed.connect(tell)
    tell()
    question.accepted.connect(chosen)
    question.open()
    return question


def _save(parent: QWidget, desk: Desk, path: Path, which: Envelope, measures: Measures | None) -> None:
    said = QCoreApplication.translate("Envelope", "The test page has been saved.")
    language = desk.words.language
    desk.tasks.read(parent, envelopes.save_test_page, path, which, measures, language, then=lambda _: desk.say(said))
