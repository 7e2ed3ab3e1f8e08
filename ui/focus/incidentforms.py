"""The forms of an incident: what happened, with what the practice would consider, and the decision."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel

from gvi_desktop.domain.errors import Problem
from gvi_desktop.domain.incident import (
    Incident,
    IncidentDecision,
    IncidentDraft,
    IncidentType,
    problems,
    propose,
)
from gvi_desktop.domain.record import Certainty
from gvi_desktop.domain.rules import CommonProblem
from gvi_desktop.services import incidents, pickers
from gvi_desktop.services.unit import draft_of
from ui.kit.act import Act
from ui.kit.dates import today
from ui.kit.fields.choice import ChoiceField
from ui.kit.fields.mark import marked
from ui.kit.fields.number import CheckField
from ui.kit.fields.ref import RefField
from ui.kit.fields.text import NoteField, TextField
from ui.kit.fields.when import DateField
from ui.kit.form import Form
from ui.kit.panel import FormPanel
from ui.kit.tasks import Tasks
from ui.kit.text import label
from ui.kit.words import Words


@dataclass(frozen=True)
class IncidentForms:
    """Makes the forms."""

    words: Words
    tasks: Tasks

    def incident(self, record: Incident | None) -> FormPanel:
        """A new incident, or a change of one; the proposal follows what is typed."""
        proposal = label("", role="muted")
        proposal.setAccessibleName(QCoreApplication.translate("IncidentForms", "Proposal"))
        form = Form(
            [
                ChoiceField("incident_type", IncidentType, required=True),
                DateField("on", required=True),
                TextField("area"),
                RefField("group", self.tasks, pickers.group_options, pickers.resolve_groups),
                ChoiceField("certainty", Certainty, required=True),
                CheckField("retaliation_risk"),
                proposal,
                *marked(NoteField("note", lines=4)),
            ],
            self.words,
            "incident",
            IncidentDraft,
        )
        form.load(record or {"incident_type": IncidentType.SHOOTING, "on": today(), "certainty": Certainty.UNKNOWN})

        def show_certainty(group: str | None) -> None:
            if not group:
                form.fill({"certainty": Certainty.UNKNOWN})
            form.show_field("certainty", bool(group))

        def draft() -> IncidentDraft:
            made = form.make(IncidentDraft)
            if record is None:
                return made
            kept = {name: getattr(record, name) for name in ("decision", "decided_on", "decided_why", "imported")}
            return replace(made, **kept)

        def show_proposal() -> None:
            _tell(proposal, proposed(self.words, draft()))

        form.on("group", show_certainty)
        form.changed.connect(show_proposal)
        show_proposal()
        return FormPanel(
            QCoreApplication.translate("IncidentForms", "Change the incident")
            if record
            else QCoreApplication.translate("IncidentForms", "Log an incident"),
            form,
            save=lambda: Act(incidents.change, record.id, draft()) if record else Act(incidents.add, draft()),
            check=lambda: problems(draft(), today()),
        )

    def decide(self, record: Incident) -> FormPanel:
        """What was decided, and why: kept also when nothing is done."""
        proposal = label(proposed(self.words, record), role="muted")
        proposal.setVisible(record.decision is None)
        form = Form(
            [
                proposal,
                ChoiceField("decision", IncidentDecision, required=True),
                NoteField("decided_why", required=True, lines=4),
                DateField("decided_on", required=True),
            ],
            self.words,
            "incident",
            IncidentDraft,
        )
        form.load(record)
        if record.decided_on is None:
            form.load({"decided_on": today()})

        def found() -> list[Problem]:
            values = form.values()
            missing = [Problem(CommonProblem.MISSING, name) for name in ("decision", "decided_on") if not values[name]]
            return [*missing, *problems(draft_of(record, **values), today())]

        def save() -> Act:
            values = form.values()
            return Act(incidents.decide, record.id, values["decision"], values["decided_why"], values["decided_on"])

        heading = QCoreApplication.translate("IncidentForms", "Decide after the incident")
        return FormPanel(heading, form, save, check=found)


def proposed(words: Words, draft: IncidentDraft) -> str:
    """What the practice would consider, and that it is people who decide; nothing once it is decided."""
    found = propose(draft)
    if found is None:
        return ""
    text = QCoreApplication.translate(
        "IncidentForms", "The practice would consider: {proposal}. It is a proposal; you decide, and say why."
    )
    return text.format(proposal=words.value(found).casefold())


def _tell(line: QLabel, text: str) -> None:
    line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    line.setText(text)
    line.setVisible(bool(text))
