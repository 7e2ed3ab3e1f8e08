"""The forms of the office: office, agency, regime, ground."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication

from gvi_desktop.domain.agency import AgencyDraft, AgencyKind
from gvi_desktop.domain.agency import problems as agency_problems
from gvi_desktop.domain.ground import GroundDraft
from gvi_desktop.domain.ground import problems as ground_problems
from gvi_desktop.domain.office import Language, OfficeDraft
from gvi_desktop.domain.office import problems as office_problems
from gvi_desktop.domain.regime import RegimeDraft
from gvi_desktop.domain.regime import problems as regime_problems
from gvi_desktop.services import agencies, directory, office, retention
from ui.kit.act import Act
from ui.kit.fields.choice import ChoiceField
from ui.kit.fields.number import CheckField, NumberField
from ui.kit.fields.text import LinesField, NoteField, TextField
from ui.kit.fields.when import DateField
from ui.kit.form import Form, Row, Section
from ui.kit.panel import FormPanel
from ui.kit.words import Words
from ui.office.offersfield import OffersField


def office_form(words: Words, record: Any) -> FormPanel:
    """Change the office."""
    window = partial(NumberField, low=1, high=300)
    form = Form(
        [
            TextField("programme", required=True),
            Row(TextField("town", required=True), TextField("area")),
            TextField("agency", required=True),
            ChoiceField("agency_kind", AgencyKind, required=True),
            NoteField("purpose", required=True),
            LinesField("parties"),
            Section(QCoreApplication.translate("OfficeForms", "On cards and letters")),
            Row(TextField("phone"), TextField("phone_hours")),
            TextField("number_prefix"),
            Section(
                QCoreApplication.translate("OfficeForms", "Window of your own envelopes"),
                QCoreApplication.translate(
                    "OfficeForms",
                    "Millimetres, measured with a letter in the envelope. Leave all four empty where the windows that "
                    "come with the program fit. Print the test page under Letters before the first letters are sent.",
                ),
            ),
            Row(window("window_left"), window("window_top")),
            Row(window("window_width"), window("window_height")),
            Section(QCoreApplication.translate("OfficeForms", "Defaults")),
            Row(DateField("from_on"), DateField("to_on")),
            Row(TextField("time_zone", required=True), ChoiceField("language", Language, required=True)),
            NumberField("backup_days", low=0, high=90),
        ],
        words,
        kind="office",
        draft=OfficeDraft,
    )
    form.load(record)
    return FormPanel(
        QCoreApplication.translate("OfficeForms", "Change the office"),
        form,
        save=lambda: Act(office.change, form.make(OfficeDraft)),
        check=lambda: office_problems(form.make(OfficeDraft)),
    )


def agency_form(words: Words, record: Any) -> FormPanel:
    """A new agency, or a change of one."""
    form = Form(
        [
            TextField("name", required=True),
            ChoiceField("agency_kind", AgencyKind, required=True),
            Row(TextField("phone"), TextField("email")),
            TextField("address"),
            NoteField("note"),
            Section(QCoreApplication.translate("OfficeForms", "Help directory")),
            CheckField("in_directory"),
            TextField("hours"),
            OffersField("offers", directory.language_names()),
        ],
        words,
        kind="agency",
        draft=AgencyDraft,
    )
    if record is not None:
        form.load(record)

    def show_directory(stands: bool) -> None:
        for name in ("hours", "offers"):
            form.show_field(name, stands)

    form.on("in_directory", show_directory)
    heading = QCoreApplication.translate("OfficeForms", "Change the agency")
    return FormPanel(
        heading if record else QCoreApplication.translate("OfficeForms", "New agency"),
        form,
        save=lambda: (
            Act(agencies.change, record.id, form.make(AgencyDraft))
            if record
            else Act(agencies.add, form.make(AgencyDraft))
        ),
        check=lambda: agency_problems(form.make(AgencyDraft)),
    )


def regime_form(words: Words, record: Any) -> FormPanel:
    """A regime of retention."""
    form = Form(
        [
            TextField("name", required=True),
            TextField("code", required=True),
            Row(
                NumberField("months", required=True, low=1, high=600),
                NumberField("hard_months", required=True, low=1, high=600),
            ),
            TextField("start_event"),
            Row(TextField("source", required=True), DateField("source_on")),
            NoteField("note"),
        ],
        words,
        kind="regime",
        draft=RegimeDraft,
    )
    if record is not None:
        form.load(record)
    heading = QCoreApplication.translate("OfficeForms", "Change the regime")
    return FormPanel(
        heading if record else QCoreApplication.translate("OfficeForms", "New regime"),
        form,
        save=lambda: (
            Act(retention.change_regime, record.id, form.make(RegimeDraft))
            if record
            else Act(retention.add_regime, form.make(RegimeDraft))
        ),
        check=lambda: regime_problems(form.make(RegimeDraft)),
    )


def ground_form(words: Words, record: Any) -> FormPanel:
    """A legal ground."""
    form = Form(
        [
            TextField("title", required=True),
            TextField("code", required=True),
            NoteField("text"),
            TextField("source"),
            Row(DateField("valid_from"), DateField("valid_to")),
        ],
        words,
        kind="ground",
        draft=GroundDraft,
    )
    if record is not None:
        form.load(record)
    heading = QCoreApplication.translate("OfficeForms", "Change the ground")
    return FormPanel(
        heading if record else QCoreApplication.translate("OfficeForms", "New ground"),
        form,
        save=lambda: (
            Act(office.change_ground, record.id, form.make(GroundDraft))
            if record
            else Act(office.add_ground, form.make(GroundDraft))
        ),
        check=lambda: ground_problems(form.make(GroundDraft)),
    )
