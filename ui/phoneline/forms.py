"""The forms of the phone line: a call, written while it lasts, and the consent that may come later."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from gvi_desktop.domain.errors import Problem
from gvi_desktop.domain.help import HelpDraft, HelpKind
from gvi_desktop.domain.phonecall import CallerKind, Channel, HeardFrom, Need, Phonecall, PhonecallDraft, problems
from gvi_desktop.domain.rules import CommonProblem
from gvi_desktop.services import phonecalls, pickers
from ui.kit.act import Act
from ui.kit.dates import local, moment, today
from ui.kit.fields.choice import ChoiceField
from ui.kit.fields.mark import marked
from ui.kit.fields.number import CheckField
from ui.kit.fields.ref import RefField
from ui.kit.fields.text import LinesField, NoteField, TextField
from ui.kit.fields.when import DateField, MomentField, TimeField
from ui.kit.flow import Flow
from ui.kit.form import Form, Row, Section
from ui.kit.panel import FormPanel
from ui.kit.tasks import Tasks
from ui.kit.text import button
from ui.kit.theme import px
from ui.kit.words import Words
from ui.phoneline.danger import Danger

OF_SOMEBODY = ("number", "person", "person_consents")
"""Fields that say who called: hidden and emptied while the caller is anonymous."""
MORNING = time(9, 0)


@dataclass(frozen=True)
class Forms:
    """Makes the forms."""

    words: Words
    tasks: Tasks

    def call(self, record: Phonecall | None) -> FormPanel:
        """A new call, from the top by keyboard alone; or a change of one."""
        danger = Danger()
        form: Form = Form(
            [
                CheckField("acute_danger"),
                danger,
                ChoiceField("need", Need, required=True, pills=True),
                ChoiceField("caller", CallerKind, pills=True),
                CheckField("anonymous"),
                TextField("number"),
                RefField("person", self.tasks, pickers.person_options, pickers.resolve_people),
                CheckField("person_consents"),
                NoteField("action", lines=3),
                TextField("handed_to"),
                MomentField("callback_due"),
                Soon(self._set_call_back(lambda: form)),
                LinesField("consents", hint=_one_a_line(), lines=2),
                Section(QCoreApplication.translate("CallForms", "How it came in")),
                ChoiceField("channel", Channel),
                ChoiceField("heard_from", HeardFrom),
                Row(DateField("on", required=True), TimeField("at")),
                TextField("taken_by"),
                Section(QCoreApplication.translate("CallForms", "Note")),
                *marked(NoteField("note", lines=3)),
            ],
            self.words,
            "phonecall",
            PhonecallDraft,
        )
        form.load(record or self._begun())
        form.on("acute_danger", danger.setVisible)
        form.on("anonymous", partial(_show_who, form))
        form.on("person", lambda chosen: form.show_field("person_consents", bool(chosen)))

        def draft() -> PhonecallDraft:
            made = form.make(PhonecallDraft)
            if made.anonymous:
                made = replace(made, number="", person=None, person_consents=False)
            kept = record.callback_done if record is not None else None
            return replace(made, callback_done=kept, imported=record is not None and record.imported)

        return FormPanel(
            QCoreApplication.translate("CallForms", "Change the call")
            if record
            else QCoreApplication.translate("CallForms", "Log a call"),
            form,
            save=lambda: Act(phonecalls.change, record.id, draft()) if record else Act(phonecalls.log, draft()),
            check=lambda: problems(draft(), today()),
        )

    def consent(self, record: Phonecall) -> FormPanel:
        """The caller says who they are and agrees that it is noted."""
        form = Form(
            [
                Section(
                    "",
                    QCoreApplication.translate(
                        "CallForms",
                        "Only when the caller has said who they are and agreed that it is noted. Help that came of "
                        "the call is linked to the person as well.",
                    ),
                ),
                RefField("person", self.tasks, pickers.person_options, pickers.resolve_people, required=True),
                TextField("number"),
                LinesField("consents", hint=_one_a_line()),
            ],
            self.words,
            "phonecall",
            PhonecallDraft,
        )
        form.load({"person": record.person, "number": record.number, "consents": record.consents})

        def save() -> Act:
            values = form.values()
            return Act(phonecalls.consent, record.id, values["person"], values["number"], values["consents"])

        return FormPanel(QCoreApplication.translate("CallForms", "The caller consents"), form, save)

    def more(self, record: Phonecall) -> FormPanel:
        """Further help after a call, of another kind."""
        form = Form([ChoiceField("help_kind", HelpKind, required=True, pills=True)], self.words, "help", HelpDraft)

        def missing() -> list[Problem]:
            return [] if form.values()["help_kind"] else [Problem(CommonProblem.MISSING, "help_kind")]

        return FormPanel(
            QCoreApplication.translate("CallForms", "Offer help"),
            form,
            lambda: Act(phonecalls.offer_help, record.id, form.values()["help_kind"]),
            check=missing,
            then=lambda _made: None,
        )

    def _begun(self) -> dict[str, Any]:
        """A call that comes in now, from somebody who need not say who they are."""
        now = local(self.tasks.workspace.clock())
        return {
            "channel": Channel.CALL,
            "caller": CallerKind.UNKNOWN,
            "heard_from": HeardFrom.UNKNOWN,
            "anonymous": True,
            "on": now.date(),
            "at": now.time().replace(second=0, microsecond=0),
            "taken_by": self.tasks.workspace.user.name,
        }

    def _set_call_back(self, form: Any) -> Any:
        def choose(which: str) -> None:
            form().fill({"callback_due": soon(which, self.tasks.workspace.clock())})

        return choose


class Soon(QWidget):
    """The usual times to call back, one press away."""

    def __init__(self, choose: Any) -> None:
        super().__init__()
        flow = Flow(self, px(0.5))
        for which, text in (
            ("hour", QCoreApplication.translate("CallForms", "In an hour")),
            ("tomorrow", QCoreApplication.translate("CallForms", "Tomorrow at 9")),
            ("workday", QCoreApplication.translate("CallForms", "Next working day at 9")),
            ("none", QCoreApplication.translate("CallForms", "No call-back")),
        ):
            flow.addWidget(button(text, partial(choose, which), kind="quiet"))


def soon(which: str, now: datetime) -> datetime | None:
    """The moment that one of the usual times means."""
    if which == "hour":
        return (now + timedelta(hours=1)).replace(second=0, microsecond=0)
    day = local(now).date() + timedelta(days=1)
    if which == "tomorrow":
        return moment(day, MORNING)
    if which == "workday":
        return moment(day + timedelta(days=max(0, 7 - day.weekday()) if day.weekday() >= 5 else 0), MORNING)
    return None


def _show_who(form: Form, anonymous: bool) -> None:
    """Who called is asked for only when they wish to be known; what stood there is gone at once."""
    if anonymous:
        form.fill({"number": "", "person": None, "person_consents": False})
    for name in ("number", "person"):
        form.show_field(name, not anonymous)
    form.show_field("person_consents", not anonymous and bool(form.field("person").value()))


def _one_a_line() -> str:
    return QCoreApplication.translate("CallForms", "One agency or association a line.")
