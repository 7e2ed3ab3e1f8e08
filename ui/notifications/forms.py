"""The forms of the place: a visit logged, changed or corrected, a visit planned, a follow-up, a round."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication

from gvi_desktop.domain import round as round_rules
from gvi_desktop.domain.notification import NotificationDraft, PlaceKind, Trigger, follow_up_problems, problems
from gvi_desktop.domain.round import Round, RoundDraft
from gvi_desktop.services import notifications, pickers, rounds, visiting
from gvi_desktop.services.visiting import VisitView
from ui.kit.act import Act
from ui.kit.dates import today
from ui.kit.fields.choice import ChoiceField
from ui.kit.fields.ref import Choosable, RefField, RefsField
from ui.kit.fields.text import NoteField, TextField
from ui.kit.fields.when import DateField
from ui.kit.form import Form, Row
from ui.kit.panel import FormPanel
from ui.kit.tasks import Tasks
from ui.kit.words import Words
from ui.notifications.team import TeamField
from ui.notifications.visitform import VisitForm, VisitPanel


@dataclass(frozen=True)
class Forms:
    """Makes the forms; after saving, `show(id)` shows the visit and `next_one(round)` begins another one;
    `log_planned(id)` turns to a visit that is planned."""

    words: Words
    tasks: Tasks
    show: Callable[[str], object]
    next_one: Callable[[str], object]
    log_planned: Callable[[str], object]

    def log(self, about: str) -> VisitPanel:
        """A new visit; `about` as in `visiting.begin`."""
        form = VisitForm(self.words, self.tasks, log_planned=self.log_planned)

        def go_on(saved: Any) -> None:
            if panel.again:
                self.next_one(form.field("round").value() or "")
            else:
                self.show(saved)

        panel = VisitPanel(
            QCoreApplication.translate("VisitForms", "Log a visit"),
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
                NoteField("note", lines=3),
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
        form = Form([NoteField(name, required=True, lines=5)], self.words, "notification", NotificationDraft)
        heading = QCoreApplication.translate("VisitForms", "Follow-up of {person} after {days} days")
        return FormPanel(
            heading.format(person=view.line.person, days=days),
            form,
            save=lambda: Act(notifications.follow_up, view.id, days, form.values()[name]),
            check=lambda: follow_up_problems(view.line.record, days, form.values()[name]),
        )

    def round(self, record: Round | None) -> FormPanel:
        """A round: why, when, and the people it is to reach; a whole group can be added at once."""
        group = RefField(
            "of_group",
            self.tasks,
            pickers.group_options,
            pickers.resolve_groups,
            QCoreApplication.translate("VisitForms", "Add everybody of a group"),
        )
        targets = RefsField("targets", self.tasks, pickers.person_options, pickers.resolve_people)
        form = Form(
            [
                TextField("name", required=True),
                NoteField("reason", lines=3),
                Row(DateField("from_on", required=True), DateField("to_on")),
                TextField("responsible"),
                targets,
                group,
            ],
            self.words,
            "round",
            RoundDraft,
        )
        form.load(record if record is not None else {"from_on": today()})

        def add(found: Sequence[Choosable]) -> None:
            known = targets.value()
            targets.restore([*targets.state(), *([c.id, c.text, c.note] for c in found if c.id not in known)])
            group.set_value(None)

        def chosen(which: str | None) -> None:
            if which:
                self.tasks.read(form, rounds.members, which, then=add)

        form.on("of_group", chosen)

        def draft() -> RoundDraft:
            return form.make(RoundDraft, imported=record.imported if record else False)

        return FormPanel(
            QCoreApplication.translate("VisitForms", "Change the round")
            if record
            else QCoreApplication.translate("VisitForms", "New round"),
            form,
            save=lambda: Act(rounds.change, record.id, draft()) if record else Act(rounds.plan, draft()),
            check=lambda: round_rules.problems(draft()),
        )
