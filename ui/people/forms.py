"""The forms of a person: facts, guardian, what is decided for a minor, and the review of a link."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QCoreApplication

from gvi_desktop.domain import guardian as guardian_rules
from gvi_desktop.domain.errors import Problem
from gvi_desktop.domain.guardian import Guardian, GuardianDraft
from gvi_desktop.domain.membership import MembershipDraft
from gvi_desktop.domain.person import (
    GuardianDecision,
    Person,
    PersonDraft,
    PersonProblem,
    PersonRole,
    Protection,
    Supervision,
    problems,
)
from gvi_desktop.services import guardians, lifting, memberships, people, pickers
from gvi_desktop.services.memberships import Link
from ui.kit.act import Act
from ui.kit.dates import today
from ui.kit.fields.choice import ChoiceField
from ui.kit.fields.mark import marked
from ui.kit.fields.number import CheckField, NumberField
from ui.kit.fields.ref import RefField
from ui.kit.fields.text import LinesField, NoteField, TextField
from ui.kit.fields.when import DateField
from ui.kit.form import Form, Row, Section
from ui.kit.linkform import judged
from ui.kit.panel import Doubt, FormPanel
from ui.kit.tasks import Tasks
from ui.kit.words import Words
from ui.people.proposals import Proposals

LIFT = Problem(PersonProblem.LIFT_WITHOUT_REASON, "lifted_why")
ONLY_WHILE_OPEN = ("address", "contact_ways")
"""Fields that protected identity takes away."""


@dataclass(frozen=True)
class Forms:
    """Makes the forms; `show_person` is where a proposal leads."""

    words: Words
    tasks: Tasks
    show_person: Any

    def person(self, record: Person | None) -> FormPanel:
        """A new person, with those already known who may be meant; or a change of one."""
        hidden = record is not None and record.protection is not Protection.NONE
        proposals = Proposals(self.tasks, self.words, lambda: draft(), self.show_person)
        form = Form([*_name_fields(hidden), proposals, *_fact_fields(self.tasks)], self.words, "person", PersonDraft)
        form.load(record or {"role": PersonRole.NOT_SUSPECTED} | _no_supervision())
        form.on("birth_date", lambda day: form.show_field("birth_year", day is None))
        form.on("protection", lambda chosen: _show_ways(form, chosen))
        form.on("supervision", lambda chosen: _show_supervision(form, chosen))
        form.on("protection", lambda chosen: form.show_field("lifted_why", hidden and chosen is Protection.NONE))

        def lifted() -> bool:
            return hidden and form.values()["protection"] is Protection.NONE

        def wrong() -> list[Problem]:
            missing = lifted() and not form.values()["lifted_why"]
            return [*problems(draft(), today()), *([LIFT] if missing else [])]

        def draft() -> PersonDraft:
            made = form.make(PersonDraft, **_kept(form, record))
            gone = made.protection is not Protection.NONE
            return replace(made, address="", contact_ways=()) if gone else made

        if record is None:
            form.changed.connect(proposals.look)
        return FormPanel(
            QCoreApplication.translate("PeopleForms", "Change {code}").format(code=record.code_name)
            if record
            else QCoreApplication.translate("PeopleForms", "New person"),
            form,
            save=lambda: (
                Act(people.change, record.id, draft(), form.values()["lifted_why"] if lifted() else "")
                if record
                else Act(people.add, draft())
            ),
            check=wrong,
            doubt=lambda: _lift(record.code_name) if record and lifted() else None,
        )

    def guardian(self, record: Guardian | None, person: str) -> FormPanel:
        """A guardian of a person."""
        form = Form(
            [
                TextField("name", required=True),
                TextField("relation"),
                TextField("phone"),
                TextField("address"),
                TextField("language"),
            ],
            self.words,
            "guardian",
            GuardianDraft,
        )
        if record is not None:
            form.load(record)

        def draft() -> GuardianDraft:
            return form.make(GuardianDraft, person=record.person if record else person)

        return FormPanel(
            QCoreApplication.translate("PeopleForms", "Change the guardian")
            if record
            else QCoreApplication.translate("PeopleForms", "New guardian"),
            form,
            save=lambda: Act(guardians.change, record.id, draft()) if record else Act(guardians.add, draft()),
            check=lambda: guardian_rules.problems(draft()),
            then=_stay,
        )

    def minor(self, record: Person) -> FormPanel:
        """What is decided before a minor is approached; a second user approves it afterwards."""
        form = Form(
            [
                Section(
                    "",
                    QCoreApplication.translate(
                        "PeopleForms", "Nobody under 18 is invited or visited before a second user has approved this."
                    ),
                ),
                ChoiceField("guardian_decision", GuardianDecision, required=True),
                DateField("guardian_decided_on"),
                NoteField("best_interests", required=True),
            ],
            self.words,
            "person",
            PersonDraft,
        )
        form.load(record)

        def act() -> Act:
            values = form.values()
            return Act(
                people.propose_minor,
                record.id,
                values["guardian_decision"],
                values["best_interests"],
                values["guardian_decided_on"],
            )

        return FormPanel(
            QCoreApplication.translate("PeopleForms", "Before a minor is approached"),
            form,
            save=act,
            save_text=QCoreApplication.translate("PeopleForms", "Propose"),
            said=QCoreApplication.translate("PeopleForms", "Proposed; a second user approves"),
            then=_stay,
        )

    def review(self, link: Link) -> FormPanel:
        """A link still holds: when it is looked at next, and how far it is trusted now."""
        form = Form(
            [
                DateField("review_on", required=True),
                *judged(),
            ],
            self.words,
            "membership",
            MembershipDraft,
        )
        form.load({"reliability": link.membership.reliability, "accuracy": link.membership.accuracy})

        def act() -> Act:
            values = form.values()
            wanted = (values["review_on"], values["reliability"], values["accuracy"])
            return Act(memberships.review, link.id, *wanted)

        return FormPanel(
            QCoreApplication.translate("PeopleForms", "Review the link to {group}").format(group=link.group_name),
            form,
            save=act,
            save_text=QCoreApplication.translate("PeopleForms", "It still holds"),
            then=_stay,
        )


def _name_fields(hidden: bool) -> list[Any]:
    hint = (
        QCoreApplication.translate("PeopleForms", "Hidden by protected identity. Write only to replace what is stored.")
        if hidden
        else ""
    )
    return [
        Section(QCoreApplication.translate("PeopleForms", "Who"), hint),
        TextField(
            "code_name",
            hint=QCoreApplication.translate("PeopleForms", "Left empty, the next free one is given."),
        ),
        Row(TextField("given_name"), TextField("family_name")),
        Row(TextField("personal_number"), DateField("birth_date")),
        NumberField("birth_year", low=1901, high=2100),
    ]


def _fact_fields(tasks: Tasks) -> list[Any]:
    return [
        ChoiceField("role", PersonRole, required=True),
        Section(QCoreApplication.translate("PeopleForms", "Protection and ways to reach the person")),
        ChoiceField("protection", Protection, required=True),
        TextField(
            "lifted_why",
            QCoreApplication.translate("PeopleForms", "Why the protection is lifted"),
            required=True,
            hint=QCoreApplication.translate("PeopleForms", "Kept in the log with your name."),
            cap=lifting.CAP,
        ),
        TextField("address"),
        LinesField("contact_ways", hint=QCoreApplication.translate("PeopleForms", "One a line.")),
        TextField("language"),
        CheckField("interpreter"),
        Section(QCoreApplication.translate("PeopleForms", "Supervision")),
        ChoiceField("supervision", Supervision, required=True),
        Row(TextField("supervision_officer"), DateField("supervision_ends_on")),
        Section(QCoreApplication.translate("PeopleForms", "How long it is kept")),
        Row(DateField("next_review_on"), DateField("retention_from")),
        CheckField("under_review"),
        RefField("regime", tasks, pickers.regime_options, pickers.resolve_regimes),
        Section(QCoreApplication.translate("PeopleForms", "Note")),
        *marked(NoteField("note")),
    ]


def _no_supervision() -> dict[str, Any]:
    return {"protection": Protection.NONE, "supervision": Supervision.NONE}


def _show_ways(form: Form, protection: Any) -> None:
    for name in ONLY_WHILE_OPEN:
        form.show_field(name, protection in (None, Protection.NONE))


def _show_supervision(form: Form, supervision: Any) -> None:
    for name in ("supervision_officer", "supervision_ends_on"):
        form.show_field(name, supervision not in (None, Supervision.NONE))


def _kept(form: Form, record: Person | None) -> dict[str, Any]:
    """What the form does not show stays as it is."""
    if record is None:
        return {}
    shown = {field.name for field in form}
    return {f.name: getattr(record, f.name) for f in dataclasses.fields(PersonDraft) if f.name not in shown}


def _lift(code: str) -> Doubt:
    return (
        QCoreApplication.translate("PeopleForms", "Lift the protection of {code}?").format(code=code),
        QCoreApplication.translate(
            "PeopleForms",
            "Then name, number and address are shown to everybody here, stand in lists, letters and reports, and go "
            "out in bundles. What others have seen cannot be taken back.",
        ),
        QCoreApplication.translate("PeopleForms", "Lift the protection"),
    )


def _stay(_answer: Any) -> None:
    """The answer names a record without a page of its own: the person stays in view."""
