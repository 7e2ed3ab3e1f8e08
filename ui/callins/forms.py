"""The forms of a call-in: its facts, its date, its people and what happened."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication

from gvi_desktop.domain import callin as callin_rules
from gvi_desktop.domain import invitee as invitee_rules
from gvi_desktop.domain.callin import Callin, CallinDraft, GoDecision
from gvi_desktop.domain.errors import Problem
from gvi_desktop.domain.invitee import Answer, Basis, Invitee, InviteeDraft, NoticeWay
from gvi_desktop.services import callins, invitees, pickers, plans
from ui.kit.act import Act
from ui.kit.dates import today
from ui.kit.fields.choice import ChoiceField
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
            check=lambda: self._missing(form, "on"),
            said=QCoreApplication.translate("CallinForms", "Moved, and the open tasks with it"), then=_stay,
        )  # fmt: skip

    def rehearse(self, record: Callin) -> FormPanel:
        """The rehearsal has been held."""
        form = Form([DateField("rehearsed_on", required=True), NoteField("rehearsal_note")], self.words, kind="callin",
                    draft=CallinDraft)  # fmt: skip
        form.load({"rehearsed_on": record.rehearsed_on or today(), "rehearsal_note": record.rehearsal_note})
        return FormPanel(
            QCoreApplication.translate("CallinForms", "The rehearsal"), form,
            save=lambda: Act(
                callins.rehearse, record.id, form.field("rehearsed_on").value(), form.field("rehearsal_note").value()
            ),
            check=lambda: self._missing(form, "rehearsed_on"), then=_stay,
        )  # fmt: skip

    def decide(self, record: Callin, which: str) -> FormPanel:
        """Go or postpone, with the reason."""
        name, reason = f"go_{which}", f"go_{which}_reason"
        form = Form(
            [ChoiceField(name, GoDecision, required=True), NoteField(reason, required=True)], self.words, kind="callin",
            draft=CallinDraft,
        )  # fmt: skip
        form.load(record)
        heading = QCoreApplication.translate("CallinForms", "Decision {hours} hours before").format(hours=which)
        return FormPanel(
            heading, form,
            save=lambda: Act(callins.decide, record.id, which, form.field(name).value(), form.field(reason).value()),
            check=lambda: self._missing(form, name, reason), then=_stay,
        )  # fmt: skip

    def cancel(self, record: Callin) -> FormPanel:
        """It will not take place."""
        form = Form([NoteField("cancelled_reason", required=True)], self.words, kind="callin", draft=CallinDraft)
        return FormPanel(
            QCoreApplication.translate("CallinForms", "Cancel the call-in"), form,
            save=lambda: Act(callins.cancel, record.id, form.field("cancelled_reason").value()),
            check=lambda: self._missing(form, "cancelled_reason"),
            save_text=QCoreApplication.translate("CallinForms", "Cancel the call-in"),
            said=QCoreApplication.translate("CallinForms", "Cancelled; its open tasks are gone from the list"),
            then=_stay,
        )  # fmt: skip

    def debrief(self, record: Callin) -> FormPanel:
        """What those who arranged the meeting made of it."""
        form = Form([NoteField("debrief", lines=12)], self.words, kind="callin", draft=CallinDraft)
        form.load(record)
        return FormPanel(
            QCoreApplication.translate("CallinForms", "Debrief"), form,
            save=lambda: Act(callins.debrief, record.id, form.field("debrief").value()), then=_stay,
        )  # fmt: skip

    def follow_up(self, record: Callin) -> FormPanel:
        """The follow-up meeting has been held."""
        form = Form([DateField("followed_up_on", required=True)], self.words, kind="callin")
        form.load({"followed_up_on": today()})
        return FormPanel(
            QCoreApplication.translate("CallinForms", "Follow-up meeting"), form,
            save=lambda: Act(callins.follow_up, record.id, form.field("followed_up_on").value()),
            check=lambda: self._missing(form, "followed_up_on"), then=_stay,
        )  # fmt: skip

    # ------------------------------------------------------------------ people

    def invite(self, callin_id: str) -> FormPanel:
        """Several people at once."""
        form = Form(
            [
                RefsField(
                    "person", self.tasks, pickers.person_options, pickers.resolve_people,
                    QCoreApplication.translate("CallinForms", "People"), required=True,
                    hint=QCoreApplication.translate("CallinForms", "Search by code name, name or number."),
                ),
                ChoiceField(
                    "basis", Basis,
                    hint=QCoreApplication.translate(
                        "CallinForms", "Left open, it follows from each person's supervision on the day."
                    ),
                ),
            ],
            self.words, kind="invitee",
        )  # fmt: skip
        return FormPanel(
            QCoreApplication.translate("CallinForms", "Invite people"), form,
            save=lambda: Act(
                invitees.invite, callin_id, sorted(form.field("person").value()), form.field("basis").value()
            ),
            check=lambda: self._missing(form, "person"),
            save_text=QCoreApplication.translate("CallinForms", "Put on the list"), then=_stay,
        )  # fmt: skip

    def invitee(self, record: Invitee) -> FormPanel:
        """Everything agreed with one person."""
        form = Form(
            [
                ChoiceField("basis", Basis, required=True),
                RefField("group", self.tasks, pickers.group_options, pickers.resolve_groups),
                Section(QCoreApplication.translate("CallinForms", "Notice")),
                ChoiceField("way", NoticeWay),
                DateField("noticed_on"),
                ChoiceField("answer", Answer),
                Section(QCoreApplication.translate("CallinForms", "The meeting")),
                TextField("transport"),
                TextField("officer_behind"),
                NumberField("seat", low=1, high=invitee_rules.MOST_SEATS),
            ],
            self.words, kind="invitee", draft=InviteeDraft,
        )  # fmt: skip
        form.load(record)

        def draft() -> InviteeDraft:
            return form.make(InviteeDraft, callin=record.callin, person=record.person)

        return FormPanel(
            QCoreApplication.translate("CallinForms", "Change the invitation"), form,
            save=lambda: Act(invitees.change, record.id, draft()),
            check=lambda: invitee_rules.problems(draft()), then=_stay,
        )  # fmt: skip

    def notice(self, record: Invitee) -> FormPanel:
        """The notice has been given."""
        form = Form(
            [ChoiceField("way", NoticeWay, required=True), DateField("noticed_on", required=True)], self.words,
            kind="invitee",
        )  # fmt: skip
        by_officer = record.basis is Basis.SUPERVISION
        form.load(
            {
                "way": record.way or (NoticeWay.PROBATION_OFFICER if by_officer else NoticeWay.BY_HAND),
                "noticed_on": record.noticed_on or today(),
            }
        )
        return FormPanel(
            QCoreApplication.translate("CallinForms", "Notice given"), form,
            save=lambda: Act(invitees.notice, record.id, form.field("way").value(), form.field("noticed_on").value()),
            check=lambda: self._missing(form, "way", "noticed_on"), then=_stay,
        )  # fmt: skip

    def clear(self, record: Invitee) -> FormPanel:
        """The signed-in user answers for it."""
        form = Form(
            [
                Section(
                    "",
                    QCoreApplication.translate(
                        "CallinForms", "Your name and your reason are kept with the invitation and in the journal."
                    ),
                ),
                NoteField("cleared_reason", required=True),
            ],
            self.words, kind="invitee", draft=InviteeDraft,
        )  # fmt: skip
        return FormPanel(
            QCoreApplication.translate("CallinForms", "Clear the stop"), form,
            save=lambda: Act(invitees.clear_stop, record.id, form.field("cleared_reason").value()),
            check=lambda: self._missing(form, "cleared_reason"),
            save_text=QCoreApplication.translate("CallinForms", "Clear the stop"), then=_stay,
        )  # fmt: skip

    @staticmethod
    def _missing(form: Form, *names: str) -> list[Problem]:
        return [Problem("missing", name) for name in names if form.field(name).value() in (None, "", frozenset())]


def _stay(_answer: Any) -> None:
    """The page stays where it is: the answer has no page of its own."""
