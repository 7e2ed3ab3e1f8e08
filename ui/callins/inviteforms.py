"""The forms of the people a call-in invites."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gvi_desktop.domain import invitee as invitee_rules
from gvi_desktop.domain.invitee import Answer, Basis, Invitee, InviteeDraft, NoticeWay
from gvi_desktop.services import invitees, pickers
from ui.callins.answers import missing_of, stay
from ui.kit.act import Act
from ui.kit.dates import today
from ui.kit.fields.choice import ChoiceField
from ui.kit.fields.number import NumberField
from ui.kit.fields.ref import RefField, RefsField
from ui.kit.fields.text import NoteField, TextField
from ui.kit.fields.when import DateField
from ui.kit.form import Form, Section
from ui.kit.panel import FormPanel
from ui.kit.tasks import Tasks
from ui.kit.words import Words


class InviteForms:
    """Makes each form by its name; the page opens them."""

    def __init__(self, words: Words, tasks: Tasks) -> None:
        self.words = words
        self.tasks = tasks

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
            check=lambda: missing_of(form, "person"),
            save_text=QCoreApplication.translate("CallinForms", "Put on the list"), then=stay,
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
            check=lambda: invitee_rules.problems(draft()), then=stay,
        )  # fmt: skip

    def officer(self, record: Invitee) -> FormPanel:
        """Who sits on the chair right behind."""
        form = Form([TextField("officer_behind")], self.words, kind="invitee", draft=InviteeDraft)
        form.load(record)
        return FormPanel(
            QCoreApplication.translate("CallinForms", "The officer's chair"), form,
            save=lambda: Act(invitees.seat_officer, record.id, form.field("officer_behind").value()),
            check=lambda: [
                problem
                for problem in invitee_rules.problems(
                    form.make(InviteeDraft, callin=record.callin, person=record.person)
                )
                if problem.field == "officer_behind"
            ],
            then=stay,
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
            check=lambda: missing_of(form, "way", "noticed_on"), then=stay,
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
            check=lambda: missing_of(form, "cleared_reason"),
            save_text=QCoreApplication.translate("CallinForms", "Clear the stop"), then=stay,
        )  # fmt: skip
