"""The forms of a call-in itself: its facts, its plan and its date."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication

from gvi_desktop.domain import callin as callin_rules
from gvi_desktop.domain.callin import Callin, CallinDraft
from gvi_desktop.services import callins, pickers, plans
from ui.callins.answers import missing_of, stay
from ui.kit.act import Act
from ui.kit.fields.number import NumberField
from ui.kit.fields.ref import RefField, RefsField
from ui.kit.fields.text import NoteField, TextField
from ui.kit.fields.when import DateField, TimeField
from ui.kit.form import Form, Row, Section
from ui.kit.panel import FormPanel
from ui.kit.tasks import Tasks
from ui.kit.words import Words


class CallinForms:
    """Makes each form by its name; the page opens them."""

    def __init__(self, words: Words, tasks: Tasks) -> None:
        self.words = words
        self.tasks = tasks

    def new(self, opened: Callable[[Any], object]) -> FormPanel:
        """A new call-in: the next number and the office's plan are offered as soon as they are known."""
        form = Form(
            [
                *self._facts(),
                Section(
                    QCoreApplication.translate("CallinForms", "The plan"),
                    QCoreApplication.translate(
                        "CallinForms", "Its steps become tasks, dated from the day of the meeting."
                    ),
                ),
                RefField("plan", self.tasks, plans.options, plans.resolve),
            ],
            self.words, kind="callin", draft=CallinDraft,
        )  # fmt: skip

        def offer(found: tuple[int, Any]) -> None:
            values = {"number": found[0], "plan": found[1]}
            empty = {name: value for name, value in values.items() if form.field(name).value() is None}
            if form.dirty:
                form.fill(empty)
            else:
                form.load(empty)

        self.tasks.read(form, plans.offer, then=offer)

        def draft() -> CallinDraft:
            return form.make(CallinDraft)

        return FormPanel(
            QCoreApplication.translate("CallinForms", "Plan a call-in"), form,
            save=lambda: Act(callins.create, draft(), form.field("plan").value()),
            check=lambda: callin_rules.problems(draft()), then=opened,
        )  # fmt: skip

    def edit(self, record: Callin) -> FormPanel:
        """Its facts; a changed date moves the open tasks."""
        form = Form(
            [*self._facts(), Section(self.words.label("callin", "security_note")), NoteField("security_note", lines=6)],
            self.words, kind="callin", draft=CallinDraft,
        )  # fmt: skip
        form.load(record)

        def draft() -> CallinDraft:
            return form.make(CallinDraft)

        return FormPanel(
            QCoreApplication.translate("CallinForms", "Change the call-in"), form,
            save=lambda: Act(callins.change, record.id, draft()), check=lambda: callin_rules.problems(draft()),
        )  # fmt: skip

    def _facts(self) -> list[Any]:
        return [
            Row(NumberField("number", required=True, low=1, high=999), DateField("on", required=True)),
            Row(TimeField("start"), TextField("owner")),
            TextField("venue"),
            RefsField("groups", self.tasks, pickers.group_options, pickers.resolve_groups),
        ]

    def move(self, record: Callin) -> FormPanel:
        """Another date for the meeting."""
        form = Form([DateField("on", required=True)], self.words, kind="callin")
        form.load(record)
        return FormPanel(
            QCoreApplication.translate("CallinForms", "Move the date"), form,
            save=lambda: Act(callins.move, record.id, form.field("on").value()),
            check=lambda: missing_of(form, "on"),
            said=QCoreApplication.translate("CallinForms", "Moved, and the open tasks with it"), then=stay,
        )  # fmt: skip
