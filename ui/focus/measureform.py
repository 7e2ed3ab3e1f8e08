"""The form of a measure: which agency does what, on which ground of its own, and how often."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit

from gvi_desktop.domain.measure import Measure, MeasureDraft, problems
from gvi_desktop.services import agencies, focusing
from gvi_desktop.services.unit import draft_of
from ui.focus.counters import CountersField
from ui.kit.act import Act
from ui.kit.fields.text import NoteField, TextField
from ui.kit.form import Form
from ui.kit.panel import FormPanel
from ui.kit.tasks import Tasks
from ui.kit.theme import dress
from ui.kit.words import Words


def measure_form(words: Words, tasks: Tasks, record: Measure | None, focus: str) -> FormPanel:
    """A new measure of a round, or a change of one and of its counts."""
    agency, ground = TextField("agency", required=True), TextField("legal_ground", required=True)
    form = Form(
        [
            agency,
            TextField("responsible"),
            NoteField("what", required=True, lines=3),
            ground,
            CountersField("counters", hint=QCoreApplication.translate("MeasureForm", "One a line, such as: Checks 12")),
        ],
        words,
        "measure",
        MeasureDraft,
    )
    if record is not None:
        form.load(record)
    # Agencies of the register are suggested; others may be written.
    tasks.read(form, agencies.names, then=lambda names: _suggest(agency, names), only="agencies")
    # Grounds that were given before, so that the same one is written in the same way.
    tasks.read(form, focusing.grounds, then=lambda known: _suggest(ground, known), only="grounds")

    def draft() -> MeasureDraft:
        if record is None:
            return form.make(MeasureDraft, focus=focus)
        made: MeasureDraft = draft_of(record, **form.values())
        return made

    return FormPanel(
        QCoreApplication.translate("MeasureForm", "Change the measure")
        if record
        else QCoreApplication.translate("MeasureForm", "New measure"),
        form,
        save=lambda: Act(focusing.change_measure, record.id, draft()) if record else Act(focusing.add_measure, draft()),
        check=lambda: problems(draft()),
    )


def _suggest(field: TextField, names: Sequence[str]) -> None:
    line = field.editors()[0]
    if isinstance(line, QLineEdit):
        completer = QCompleter(list(names), line)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        line.setCompleter(completer)
        if (popup := completer.popup()) is not None:
            dress(popup)  # it has no parent to take the sheet from
