"""The forms of a rights case: the request that came in, and the decision."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication

from gvi_desktop.domain.rightscase import (
    RightsCase,
    RightsCaseDraft,
    RightsOutcome,
    RightsType,
    RightsWay,
    answer_by,
    decision_problems,
    problems,
)
from gvi_desktop.services import pickers, rightscases
from gvi_desktop.services.unit import draft_of
from ui.kit.act import Act
from ui.kit.dates import today
from ui.kit.fields.choice import ChoiceField
from ui.kit.fields.ref import RefField
from ui.kit.fields.text import NoteField, TextField
from ui.kit.fields.when import DateField
from ui.kit.form import Form, Row, Section
from ui.kit.panel import FormPanel
from ui.kit.tasks import Tasks
from ui.kit.words import Words


def request_form(words: Words, tasks: Tasks, record: RightsCase | None) -> FormPanel:
    """What came in, from whom and when it is to be answered."""
    form = Form(
        [
            ChoiceField("case_type", RightsType, required=True),
            RefField("person", tasks, pickers.person_options, pickers.resolve_people),
            Row(DateField("received_on", required=True), DateField("due_on")),
            Row(TextField("from_whom", required=True), ChoiceField("way", RightsWay, required=True)),
            NoteField("about"),
        ],
        words,
        "rightscase",
        RightsCaseDraft,
    )
    form.load(record or {"received_on": today(), "due_on": answer_by(today())})

    def draft() -> RightsCaseDraft:
        return form.make(RightsCaseDraft)

    return FormPanel(
        QCoreApplication.translate("RightsForms", "Change the rights case")
        if record
        else QCoreApplication.translate("RightsForms", "New rights case"),
        form,
        save=lambda: Act(rightscases.change, record.id, draft()) if record else Act(rightscases.add, draft()),
        check=lambda: problems(draft(), today()),
        then=_stay,
    )


def decision_form(words: Words, record: RightsCase, user: str) -> FormPanel:
    """Outcome, reason, by whom and when; and when whoever asked was told."""
    form = Form(
        [
            Section("", f"{words.value(record.case_type)}: {record.about}" if record.case_type else record.about),
            ChoiceField("outcome", RightsOutcome, required=True),
            NoteField("reason", required=True),
            Row(DateField("decided_on", required=True), TextField("decided_by", required=True)),
            DateField("told_on"),
        ],
        words,
        "rightscase",
        RightsCaseDraft,
    )
    form.load(record if record.outcome is not None else {"decided_on": today(), "decided_by": user})

    def draft() -> RightsCaseDraft:
        return form.make(RightsCaseDraft)

    def wrong() -> Any:
        made = draft()
        values = {name: getattr(made, name) for name in rightscases.DECISION}
        return decision_problems(draft_of(record, **values), today())

    return FormPanel(
        QCoreApplication.translate("RightsForms", "Decide the rights case"),
        form,
        save=lambda: Act(rightscases.decide, record.id, draft()),
        check=wrong,
        then=_stay,
    )


def _stay(_answer: Any) -> None:
    """The tab shows what was saved by reading it again."""
