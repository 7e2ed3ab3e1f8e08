"""The forms that move a person's retention clock: a pause for custody, an extension on a new ground."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication

from gvi_desktop.domain import extension as extension_rules
from gvi_desktop.domain import pause as pause_rules
from gvi_desktop.domain.extension import ExtensionDraft
from gvi_desktop.domain.pause import Pause, PauseDraft
from gvi_desktop.services import clocks
from ui.kit.act import Act
from ui.kit.dates import today
from ui.kit.fields.text import NoteField, TextField
from ui.kit.fields.when import DateField
from ui.kit.form import Form, Row, Section
from ui.kit.panel import FormPanel
from ui.kit.words import Words


def pause_form(words: Words, record: Pause | None, person: str) -> FormPanel:
    """From and to which day somebody is in custody."""
    text = QCoreApplication.translate(
        "ClockForms", "While somebody is in custody the clock stands still: the days are not counted, both included."
    )
    days = Row(DateField("from_on", required=True), DateField("to_on"))
    form = Form(
        [Section("", text), days, NoteField("why", required=True)],
        words,
        "pause",
        PauseDraft,
    )
    if record is not None:
        form.load(record)

    def draft() -> PauseDraft:
        return form.make(PauseDraft, person=record.person if record else person)

    return FormPanel(
        QCoreApplication.translate("ClockForms", "Change the pause")
        if record
        else QCoreApplication.translate("ClockForms", "Note custody"),
        form,
        save=lambda: Act(clocks.change_pause, record.id, draft()) if record else Act(clocks.add_pause, draft()),
        check=lambda: pause_rules.problems(draft(), today()),
        then=_stay,
    )


def extension_form(words: Words, person: str) -> FormPanel:
    """A new ground, its day and its source."""
    text = QCoreApplication.translate(
        "ClockForms", "A new ground starts the clock anew from its day. The hard limit stays where it is."
    )
    form = Form(
        [
            Section("", text),
            DateField("on", required=True),
            TextField("ground", required=True),
            TextField("source", required=True),
            NoteField("note"),
        ],
        words,
        "extension",
        ExtensionDraft,
    )

    def draft() -> ExtensionDraft:
        return form.make(ExtensionDraft, person=person)

    return FormPanel(
        QCoreApplication.translate("ClockForms", "Extend on a new ground"),
        form,
        save=lambda: Act(clocks.add_extension, draft()),
        check=lambda: extension_rules.problems(draft(), today()),
        then=_stay,
    )


def _stay(_answer: Any) -> None:
    """The person stays in view."""
