"""The forms of what happens around the meeting: rehearsal, decisions, cancelling, what came after."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gvi_desktop.domain.callin import Callin, CallinDraft, GoDecision
from gvi_desktop.domain.record import SHORT
from gvi_desktop.domain.rehearsal import Correction
from gvi_desktop.services import callins, rehearsals
from ui.callins.answers import missing_of, stay
from ui.kit.act import Act
from ui.kit.dates import today
from ui.kit.fields.choice import ChoiceField
from ui.kit.fields.text import LinesField, NoteField, TextField
from ui.kit.fields.when import DateField
from ui.kit.form import Form
from ui.kit.panel import FormPanel
from ui.kit.tasks import Tasks
from ui.kit.words import Words


class ActForms:
    """Makes each form by its name; the page opens them."""

    def __init__(self, words: Words, tasks: Tasks) -> None:
        self.words = words
        self.tasks = tasks

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
            check=lambda: missing_of(form, "rehearsed_on"), then=stay,
        )  # fmt: skip

    def points(self, record: Callin) -> FormPanel:
        """The points of the rehearsal, one a line."""
        hint = QCoreApplication.translate("CallinForms", "One point a line. What is ticked off stays so.")
        points = LinesField("points", self.words.label("callin", "rehearsal_checks"), hint=hint, lines=18)
        form = Form([points], self.words, kind="callin")
        form.load({"points": tuple(check.text for check in record.rehearsal_checks)})
        return FormPanel(
            QCoreApplication.translate("CallinForms", "The points of the rehearsal"), form,
            save=lambda: Act(rehearsals.set_points, record.id, points.value()), then=stay,
        )  # fmt: skip

    def correction(self, record: Callin, about: str) -> FormPanel:
        """What is to be changed before the meeting; `about` is the place in the list, or empty for a new one."""
        before = record.corrections[int(about)] if about and int(about) < len(record.corrections) else None
        form = Form(
            [
                TextField(
                    "text", QCoreApplication.translate("CallinForms", "What is to be changed"), required=True, cap=SHORT
                ),
                TextField("who", QCoreApplication.translate("CallinForms", "Who sees to it"), cap=80),
                DateField("due_on", QCoreApplication.translate("CallinForms", "By")),
            ],
            self.words, kind="callin",
        )  # fmt: skip
        form.load(before or Correction(""))

        def made() -> Correction:
            values = form.values()
            return Correction(values["text"], values["who"], values["due_on"])

        return FormPanel(
            QCoreApplication.translate("CallinForms", "Change the correction")
            if before
            else QCoreApplication.translate("CallinForms", "A correction"),
            form,
            save=lambda: (
                Act(rehearsals.change, record.id, int(about), made())
                if before
                else Act(rehearsals.correct, record.id, made())
            ),
            check=lambda: missing_of(form, "text"),
            then=stay,
        )

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
            check=lambda: missing_of(form, name, reason), then=stay,
        )  # fmt: skip

    def cancel(self, record: Callin) -> FormPanel:
        """It will not take place."""
        form = Form([NoteField("cancelled_reason", required=True)], self.words, kind="callin", draft=CallinDraft)
        return FormPanel(
            QCoreApplication.translate("CallinForms", "Cancel the call-in"), form,
            save=lambda: Act(callins.cancel, record.id, form.field("cancelled_reason").value()),
            check=lambda: missing_of(form, "cancelled_reason"),
            save_text=QCoreApplication.translate("CallinForms", "Cancel the call-in"),
            said=QCoreApplication.translate("CallinForms", "Cancelled; its open tasks are gone from the list"),
            then=stay,
        )  # fmt: skip

    def debrief(self, record: Callin) -> FormPanel:
        """What those who arranged the meeting made of it."""
        form = Form([NoteField("debrief", lines=12)], self.words, kind="callin", draft=CallinDraft)
        form.load(record)
        return FormPanel(
            QCoreApplication.translate("CallinForms", "Debrief"), form,
            save=lambda: Act(callins.debrief, record.id, form.field("debrief").value()), then=stay,
        )  # fmt: skip

    def follow_up(self, record: Callin) -> FormPanel:
        """The follow-up meeting has been held."""
        form = Form([DateField("followed_up_on", required=True)], self.words, kind="callin")
        form.load({"followed_up_on": today()})
        return FormPanel(
            QCoreApplication.translate("CallinForms", "Follow-up meeting"), form,
            save=lambda: Act(callins.follow_up, record.id, form.field("followed_up_on").value()),
            check=lambda: missing_of(form, "followed_up_on"), then=stay,
        )  # fmt: skip
