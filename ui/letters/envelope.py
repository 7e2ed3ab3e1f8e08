"""The test page of a window envelope: which window, on which printer or in which file, and whether to keep it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from gvi_desktop.domain.letter import Envelope
from gvi_desktop.domain.user import Right
from gvi_desktop.domain.window import Measures, given, problems
from gvi_desktop.services import envelopes
from ui.kit.ask import Question
from ui.kit.busy import run_with_progress
from ui.kit.desk import Desk
from ui.kit.fields.choice import ChoiceField
from ui.kit.fields.field import Field
from ui.kit.fields.number import CheckField, NumberField
from ui.kit.files import ask_save
from ui.kit.form import Form, Row
from ui.kit.printers import ask_printer, neutral_title, printers, send

SIDES = ("window_left", "window_top", "window_width", "window_height")
FIRST = Measures(20, 45, 85, 25)


def ask_test_page(parent: QWidget, desk: Desk) -> None:
    """Ask, with the office's own window filled in where it has one."""
    desk.tasks.read(parent, envelopes.own, then=lambda own: EnvelopeQuestion(parent, desk, own).open())


class EnvelopeQuestion(Question):
    """Yes prints; a third button saves. Nothing is noted, since nobody stands on the page."""

    def __init__(self, parent: QWidget, desk: Desk, own: Measures | None) -> None:
        self._window, self._desk = parent, desk
        self.form = self._make_form(own)
        text = QCoreApplication.translate(
            "Envelope",
            "The page shows the window's frame, an address and the folds. Print it, fold it and lay it in the envelope "
            "before the first letters are sent."
        )
        title = QCoreApplication.translate("Envelope", "Test page for window envelopes")
        yes = QCoreApplication.translate("Envelope", "Choose a printer")
        super().__init__(parent, title, text, yes, body=self.form)
        self.save = self.also(QCoreApplication.translate("Envelope", "Save as PDF…"), self._choose_file)
        self.accepted.connect(self._find_printers)
        self.form.changed.connect(self._tell)
        self._tell()

    def _make_form(self, own: Measures | None) -> Form:
        numbers = [NumberField(side, low=1, high=300) for side in SIDES]
        which = ChoiceField("envelope", Envelope, QCoreApplication.translate("Envelope", "Window"), required=True)
        keep = QCoreApplication.translate("Envelope", "Keep the measures for the office's letters")
        hint = QCoreApplication.translate("Envelope", "They stand under Office, where they can be changed.")
        fields: list[Field | Row] = [which, Row(*numbers[:2]), Row(*numbers[2:]), CheckField("keep", keep, hint=hint)]
        form = Form(fields, self._desk.words, "office")
        form.tighten()
        first = own or FIRST
        sides = zip(SIDES, (first.left, first.top, first.width, first.height), strict=True)
        form.load({"envelope": Envelope.OWN if own else Envelope.LEFT, "keep": False, **dict(sides)})
        return form

    def which(self) -> Envelope:
        """Which window is chosen."""
        found = self.form.values()["envelope"]
        return found if isinstance(found, Envelope) else Envelope.LEFT

    def measures(self) -> Measures | None:
        """Those that are written there, where they are one's own and complete."""
        values = self.form.values()
        return given(*(values[side] for side in SIDES)) if self.which() is Envelope.OWN else None

    def _tell(self) -> None:
        own, measures = self.which() is Envelope.OWN, self.measures()
        for side in SIDES:
            self.form.show_field(side, own)
        self.form.show_field("keep", own and self._desk.user.may(Right.ADMINISTER))
        found = problems(measures) if measures else ()
        self.form.show_problems(found)
        usable = not own or (measures is not None and not found)
        self.yes.setEnabled(usable)
        self.save.setEnabled(usable)

    # What goes on after the question is closed belongs to the window that asked: the question is gone by then.

    def _find_printers(self) -> None:
        page = partial(_page, self._window, self._desk, self.which(), self.measures(), self._keeps())
        self._desk.tasks.run(self._window, printers, then=page)

    def _choose_file(self) -> None:
        name = QCoreApplication.translate("Envelope", "window-test-page.pdf")
        keep = partial(_keep, self._window, self._desk, self.measures(), self._keeps())
        save = partial(_save, self._window, self._desk, self.which(), self.measures(), keep)
        ask_save(self._window, self.windowTitle(), name, "PDF (*.pdf)", save)

    def _keeps(self) -> bool:
        return bool(self.form.values()["keep"]) and self._desk.user.may(Right.ADMINISTER)


def _page(
    window: QWidget, desk: Desk, which: Envelope, measures: Measures | None, keeps: bool, names: list[str]
) -> None:
    title = QCoreApplication.translate("Envelope", "Test page for window envelopes")
    text = QCoreApplication.translate(
        "Envelope", "Print in the real size, 100 %. Nobody's name stands on the page, and nothing is noted."
    )
    language = desk.words.language

    def chosen(printer: str) -> None:
        _keep(window, desk, measures, keeps)
        desk.tasks.read(
            window, envelopes.test_page, which, measures, language, then=partial(_print, window, desk, printer)
        )

    ask_printer(window, names, title, text, chosen)


def _print(window: QWidget, desk: Desk, printer: str, pdf: bytes) -> None:
    said = QCoreApplication.translate("Envelope", "The test page is with the printer {name}.")
    run_with_progress(
        window, desk.tasks, QCoreApplication.translate("Envelope", "Printing"), send, printer, neutral_title(),
        pdf, (0, 0), then=lambda pages: desk.say(said.format(name=printer)) if pages else None,
    )  # fmt: skip


def _save(
    window: QWidget, desk: Desk, which: Envelope, measures: Measures | None, keep: partial[None], path: Path
) -> None:
    said = QCoreApplication.translate("Envelope", "The test page has been saved.")
    keep()
    language = desk.words.language
    desk.tasks.read(window, envelopes.save_test_page, path, which, measures, language, then=lambda _: desk.say(said))


def _keep(window: QWidget, desk: Desk, measures: Measures | None, keeps: bool) -> None:
    if measures is not None and keeps:
        desk.tasks.write(window, envelopes.keep, measures)
