"""The forms of help: the help itself, its next stage, and a follow-up."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QCoreApplication

from gvi_desktop.domain.errors import Problem
from gvi_desktop.domain.help import AskedHow, Help, HelpDraft, HelpKind, Stage, problems
from gvi_desktop.domain.rules import CommonProblem
from gvi_desktop.services import helping, pickers
from gvi_desktop.services.unit import draft_of
from ui.kit.act import Act
from ui.kit.dates import local, today
from ui.kit.fields.choice import ChoiceField
from ui.kit.fields.mark import marked
from ui.kit.fields.number import CheckField
from ui.kit.fields.ref import RefField
from ui.kit.fields.text import NoteField, TextField
from ui.kit.fields.when import DateField, TimeField
from ui.kit.form import Form, Row, Section
from ui.kit.panel import FormPanel
from ui.kit.tasks import Tasks
from ui.kit.words import Words

NEEDS_CONSENT = (Stage.ASSESSMENT, Stage.ONGOING)
"""Stages that nobody comes to without consent."""


@dataclass(frozen=True)
class Forms:
    """Makes the forms."""

    words: Words
    tasks: Tasks

    def help(self, record: Help | None) -> FormPanel:
        """A new wish or offer, or a change of one; stages are moved by the page's own buttons."""
        form = Form(
            [
                ChoiceField("help_kind", HelpKind, required=True, pills=True),
                CheckField("anonymous"),
                RefField("person", self.tasks, pickers.person_options, pickers.resolve_people, required=True),
                ChoiceField("asked_how", AskedHow),
                Row(DateField("asked_on", required=True), TimeField("asked_at")),
                TextField("provider"),
                CheckField("consent"),
                Section(QCoreApplication.translate("HelpForms", "First contact")),
                Row(DateField("first_contact_on"), TimeField("first_contact_at")),
                Section(QCoreApplication.translate("HelpForms", "Note")),
                *marked(NoteField("note", lines=4)),
            ],
            self.words,
            "help",
            HelpDraft,
        )
        form.load(record or self._begun())

        def show_who(anonymous: bool) -> None:
            if anonymous:
                form.fill({"person": None})
            form.show_field("person", not anonymous)

        form.on("anonymous", show_who)

        def draft() -> HelpDraft:
            made = form.make(HelpDraft)
            if record is None:
                return made
            kept = {name: getattr(record, name) for name in ("call", "stage", "ended_why", "followups", "imported")}
            return replace(made, **kept)

        return FormPanel(
            QCoreApplication.translate("HelpForms", "Change the help")
            if record
            else QCoreApplication.translate("HelpForms", "New help"),
            form,
            save=lambda: Act(helping.change, record.id, draft()) if record else Act(helping.add, draft()),
            check=lambda: problems(draft(), today()),
        )

    def move(self, record: Help) -> FormPanel:
        """Another stage; an end asks for its reason, and what follows the first meeting for consent."""
        form = Form(
            [
                ChoiceField("stage", Stage, required=True, pills=True),
                CheckField("consent"),
                NoteField("ended_why", required=True, lines=3),
            ],
            self.words,
            "help",
            HelpDraft,
        )
        form.load(record)

        def show(stage: Stage | None) -> None:
            form.show_field("consent", stage in NEEDS_CONSENT and not record.consent)
            form.show_field("ended_why", stage is Stage.ENDED)

        form.on("stage", show)

        def after() -> Any:
            values = form.values()
            return draft_of(record, **values)

        def save() -> Act:
            after_ = after()
            return Act(_move, record.id, after_.stage, after_.ended_why, after_.consent)

        return FormPanel(
            QCoreApplication.translate("HelpForms", "Move to another stage"),
            form,
            save,
            check=lambda: problems(after(), today()),
        )

    def follow_up(self, record: Help, months: int) -> FormPanel:
        """What a follow-up showed: alive, free, in contact, housing, occupation. Small steps count."""
        noted = next((one for one in record.followups if one.months == months), None)
        form = Form(
            [
                DateField("on", QCoreApplication.translate("HelpForms", "Date"), required=True),
                *marked(
                    NoteField(
                        "text",
                        QCoreApplication.translate("HelpForms", "How it goes"),
                        required=True,
                        cap=helping.FOLLOW_UP_TEXT,
                        hint=QCoreApplication.translate(
                            "HelpForms", "Alive and free, in contact, housing, occupation. Small steps count."
                        ),
                    ),
                    "mark",
                ),
            ],
            self.words,
            "help",
        )
        day = local(self.tasks.workspace.clock()).date()
        form.load(noted or {"on": day})

        def missing() -> list[Problem]:
            values = form.values()
            return [Problem(CommonProblem.MISSING, name) for name in ("on", "text") if not values[name]]

        def save() -> Act:
            values = form.values()
            return Act(helping.follow_up, record.id, months, values["text"], values["on"], values["mark"])

        heading = QCoreApplication.translate("HelpForms", "Follow-up after {n} months").format(n=months)
        return FormPanel(heading, form, save, check=missing)

    def _begun(self) -> dict[str, Any]:
        now = local(self.tasks.workspace.clock())
        return {"asked_on": now.date(), "asked_at": now.time().replace(second=0, microsecond=0)}


def _move(unit: Any, record_id: str, stage: Stage, why: str, consent: bool) -> str:
    return helping.move(unit, record_id, stage, why, consent=consent)
