"""The forms of visits: one logged, changed or corrected, one planned, a follow-up."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication

from gvi_desktop.domain.notification import NotificationDraft, PlaceKind, Trigger, follow_up_problems, problems
from gvi_desktop.services import notifications, pickers, rounds, visiting
from gvi_desktop.services.visiting import VisitView
from ui.kit.act import Act
from ui.kit.dates import today
from ui.kit.fields.choice import ChoiceField
from ui.kit.fields.mark import marked
from ui.kit.fields.ref import RefField
from ui.kit.fields.text import NoteField
from ui.kit.fields.when import DateField
from ui.kit.form import Form
from ui.kit.panel import FormPanel
from ui.kit.tasks import Tasks
from ui.kit.words import Words
from ui.notifications.team import TeamField
from ui.notifications.visitform import VisitForm, VisitPanel


@dataclass(frozen=True)
class Forms:
    """Makes the forms; after saving, `show(id)` shows the visit and `next_one(about)` begins another one;
    `log_planned(id)` turns to a visit that is planned."""

    words: Words
    tasks: Tasks
    show: Callable[[str], object]
    next_one: Callable[[str], object]
    log_planned: Callable[[str], object]

    def log(self, about: str) -> VisitPanel:
        """A new visit; `about` as in `visiting.begin`."""
        form = VisitForm(self.words, self.tasks, log_planned=self.log_planned)

        from_paper = visiting.PAPER in about.split(":")

        def go_on(saved: Any) -> None:
            if panel.again:
                kept = [form.field("round").value() or "", visiting.PAPER if from_paper else ""]
                self.next_one(":".join(one for one in kept if one))
            else:
                self.show(saved)

        panel = VisitPanel(
            QCoreApplication.translate("VisitForms", "Log a visit from paper")
            if from_paper
            else QCoreApplication.translate("VisitForms", "Log a visit"),
            form,
            lambda: Act(notifications.log, form.draft()),
            many=True,
            then=go_on,
        )
        self.tasks.read(form, visiting.begin, about, then=form.begin)
        return panel

    def change(self, view: VisitView) -> VisitPanel:
        """A visit that may still be changed."""
        form = VisitForm(self.words, self.tasks, view.line.record)
        heading = QCoreApplication.translate("VisitForms", "Change the visit")
        return VisitPanel(heading, form, lambda: Act(notifications.change, view.id, form.draft()), many=False)

    def correct(self, view: VisitView) -> VisitPanel:
        """A new entry in the place of one that is locked."""
        text = QCoreApplication.translate(
            "VisitForms", "The entry is more than 24 hours old. It stays as it is, and this one takes its place."
        )
        form = VisitForm(self.words, self.tasks, view.line.record, said=text)
        return VisitPanel(
            QCoreApplication.translate("VisitForms", "Correct the visit"),
            form,
            lambda: Act(notifications.correct, view.id, form.draft()),
            many=False,
            save_text=QCoreApplication.translate("VisitForms", "Save the correction"),
        )

    def done(self, view: VisitView) -> VisitPanel:
        """A planned visit that has been made."""
        planned = view.line.record
        form = VisitForm(self.words, self.tasks, planned)

        def begin(proposed: NotificationDraft) -> None:
            form.begin(dataclasses.replace(planned, on=proposed.on, at=proposed.at, team=planned.team or proposed.team))

        self.tasks.read(form, visiting.begin, then=begin)
        heading = QCoreApplication.translate("VisitForms", "Log the planned visit")
        return VisitPanel(heading, form, lambda: Act(notifications.change, view.id, form.draft()), many=False)

    def plan(self, view: VisitView | None, about: str) -> FormPanel:
        """A visit that is to be made."""
        record = view.line.record if view is not None else None
        form = Form(
            [
                RefField("person", self.tasks, pickers.person_options, pickers.resolve_people, required=True),
                DateField("planned_on", required=True),
                ChoiceField("trigger", Trigger, required=True),
                RefField("round", self.tasks, rounds.options, rounds.resolve),
                ChoiceField("place", PlaceKind, required=True, pills=True),
                TeamField(
                    "team",
                    hint=QCoreApplication.translate("VisitForm", "One a line: the agency, then a comma and the name."),
                ),
                *marked(NoteField("note", lines=3)),
            ],
            self.words,
            "notification",
            NotificationDraft,
        )

        empty = form.values()

        def begin(proposed: NotificationDraft) -> None:
            if form.values() == empty:
                form.load({name: getattr(proposed, name) for name in ("person", "round", "place", "team")})

        def draft() -> NotificationDraft:
            made = form.values()
            made["trigger"], made["place"] = made["trigger"] or Trigger.OTHER, made["place"] or PlaceKind.HOME
            # A person of another group is a visit to another group.
            moved = record is not None and record.person != made["person"]
            kept = record or NotificationDraft()
            return dataclasses.replace(
                NotificationDraft(**{f.name: getattr(kept, f.name) for f in dataclasses.fields(NotificationDraft)}),
                **{**made, **({"group": None} if moved else {})},
            )

        if record is not None:
            form.load(record)
        else:
            self.tasks.read(form, visiting.begin, about, then=begin)
        return FormPanel(
            QCoreApplication.translate("VisitForms", "Change the planned visit")
            if view
            else QCoreApplication.translate("VisitForms", "Plan a visit"),
            form,
            save=lambda: Act(notifications.change, view.id, draft()) if view else Act(notifications.log, draft()),
            check=lambda: problems(draft(), None, today()),
        )

    def follow_up(self, view: VisitView) -> FormPanel:
        """What the follow-up that is due has shown."""
        days = view.due[0] if view.due else 90
        name = f"followup_{days}"
        fields = [*marked(NoteField(name, required=True, lines=5)), DateField(f"{name}_on", required=True)]
        form = Form(fields, self.words, "notification", NotificationDraft)
        form.load({f"{name}_on": today()})

        def noted() -> tuple[str, Any]:
            values = form.values()
            return values[name], values[f"{name}_on"]

        def save() -> Act:
            return Act(notifications.follow_up, view.id, days, *noted(), form.values()[f"{name}_mark"])

        heading = QCoreApplication.translate("VisitForms", "Follow-up of {person} after {days} days")
        return FormPanel(
            heading.format(person=view.line.person, days=days),
            form,
            save=save,
            check=lambda: follow_up_problems(view.line.record, days, *noted(), today()),
        )
