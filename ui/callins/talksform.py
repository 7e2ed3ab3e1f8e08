"""The form that plans the visits ticked after a call-in."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QCoreApplication

from gvi_desktop.domain.callin import Callin
from gvi_desktop.services import aftercallin
from ui.callins.answers import missing_of, stay
from ui.kit.act import Act
from ui.kit.dates import today
from ui.kit.fields.when import DateField
from ui.kit.form import Form, Section
from ui.kit.panel import FormPanel
from ui.kit.words import Words


def talks_form(words: Words, record: Callin, about: str) -> FormPanel:
    """When the ticked people are to be visited; `about` holds their ids, with commas between."""
    people = [one for one in about.split(",") if one]
    text = QCoreApplication.translate(
        "TalksForm",
        "Each visit stands in Notifications as planned, with why it is made. Team and place are noted there.",
    )
    count = QCoreApplication.translate("TalksForm", "Visits to plan: {count}").format(count=len(people))
    form = Form([Section(count, text), DateField("planned_on", required=True)], words, kind="notification")
    first = record.on + aftercallin.FIRST_VISITS if record.on else today()
    form.load({"planned_on": max(first, today() + timedelta(days=1)) if first < today() else first})
    return FormPanel(
        QCoreApplication.translate("TalksForm", "Plan visits"),
        form,
        save=lambda: Act(aftercallin.plan_talks, record.id, people, form.field("planned_on").value()),
        check=lambda: missing_of(form, "planned_on"),
        then=stay,
    )
