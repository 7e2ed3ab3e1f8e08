"""The forms of a focus round: how it starts, its review, what the group was told, and its end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication

from gvi_desktop.domain.errors import Problem
from gvi_desktop.domain.focus import (
    REVIEW_WITHIN,
    EndReason,
    Exclusion,
    Focus,
    FocusDraft,
    FocusProblem,
    measure_problems,
    problems,
)
from gvi_desktop.domain.incident import Incident, IncidentType
from gvi_desktop.domain.measure import Measure
from gvi_desktop.domain.record import Certainty
from gvi_desktop.domain.rules import CommonProblem
from gvi_desktop.services import focusing, incidents, pickers
from gvi_desktop.services.unit import draft_of
from ui.kit.act import Act
from ui.kit.dates import show_date, today
from ui.kit.fields.choice import ChoiceField
from ui.kit.fields.field import Field
from ui.kit.fields.ref import Option, RefField, RefsField
from ui.kit.fields.text import NoteField, TextField
from ui.kit.fields.ticks import TicksField
from ui.kit.fields.when import DateField
from ui.kit.form import Form, Row, Section
from ui.kit.panel import FormPanel
from ui.kit.tasks import Tasks
from ui.kit.words import Words


@dataclass(frozen=True)
class Forms:
    """Makes the forms."""

    words: Words
    tasks: Tasks

    def focus(self, record: Focus | None, incident: Incident | None = None) -> FormPanel:
        """A new round, after an incident if one is given; or a change of one."""
        form = self._whole(record)
        form.load(record or self._begun(incident))

        def draft() -> FocusDraft:
            if record is None:
                return form.make(FocusDraft)
            made: FocusDraft = draft_of(record, **{**form.values(), "certainty": _certainty(form)})
            return made

        return FormPanel(
            QCoreApplication.translate("FocusForms", "Change the focus round")
            if record
            else QCoreApplication.translate("FocusForms", "New focus round"),
            form,
            save=lambda: Act(focusing.change, record.id, draft()) if record else Act(focusing.start, draft()),
            check=lambda: problems(draft()),
        )

    def review(self, record: Focus, taken: Sequence[Measure]) -> FormPanel:
        """The review is held: does the round go on, and until when at most?"""
        form = Form(
            [
                Section(
                    "",
                    QCoreApplication.translate(
                        "FocusForms",
                        "Is the attribution still right? Are the measures still in proportion? If not, end the round "
                        "or change it. To go on, say when it is reviewed next.",
                    ),
                ),
                DateField("review_on", QCoreApplication.translate("FocusForms", "Next review"), required=True),
            ],
            self.words,
            "focus",
            FocusDraft,
        )
        form.load({"review_on": today() + REVIEW_WITHIN})

        def found() -> list[Problem]:
            day = form.values()["review_on"]
            after = draft_of(record, review_on=day, reviewed_on=today(), imported=True)
            passed = day is not None and day <= today()
            wrong = [Problem(FocusProblem.REVIEW_PASSED, "review_on")] if passed else _missing(form, "review_on")
            wrong += () if record.attribution_reopened and not taken else measure_problems(taken)
            return [*wrong, *problems(after)]

        return FormPanel(
            QCoreApplication.translate("FocusForms", "Review the focus round"),
            form,
            lambda: Act(focusing.review, record.id, form.values()["review_on"]),
            check=found,
            save_text=QCoreApplication.translate("FocusForms", "Reviewed, it goes on"),
            said=QCoreApplication.translate("FocusForms", "Reviewed"),
        )

    def told(self, record: Focus) -> FormPanel:
        """When and how the group was told."""
        form = Form(
            [DateField("told_on", required=True), NoteField("told_how", required=True, lines=3)],
            self.words,
            "focus",
            FocusDraft,
        )
        form.load({"told_on": record.told_on or today(), "told_how": record.told_how})

        def save() -> Act:
            return Act(focusing.told, record.id, form.values()["told_on"], form.values()["told_how"])

        heading = QCoreApplication.translate("FocusForms", "What the group was told")
        return FormPanel(heading, form, save, check=lambda: _missing(form, "told_on", "told_how"))

    def end(self, record: Focus) -> FormPanel:
        """The end and its reason."""
        form = Form(
            [
                DateField("end_on", required=True),
                ChoiceField(
                    "end_reason",
                    EndReason,
                    required=True,
                    hint=QCoreApplication.translate(
                        "FocusForms",
                        "A wrong attribution opens the incidents again: they must be judged anew, and other rounds on "
                        "them be reviewed.",
                    ),
                ),
                NoteField("evaluation", lines=5),
            ],
            self.words,
            "focus",
            FocusDraft,
        )
        form.load({"end_on": today(), "end_reason": None, "evaluation": record.evaluation})

        def found() -> list[Problem]:
            return [*_missing(form, "end_on"), *problems(draft_of(record, imported=True, **form.values()))]

        def save() -> Act:
            values = form.values()
            return Act(focusing.end, record.id, values["end_on"], values["end_reason"], values["evaluation"])

        return FormPanel(QCoreApplication.translate("FocusForms", "End the focus round"), form, save, check=found)

    def _whole(self, record: Focus | None) -> Form:
        after: list[Field | Section] = []
        if record is not None and record.told_on is not None:
            after += [DateField("told_on"), NoteField("told_how", lines=2)]
        if record is not None and record.end_on is not None:
            after += [
                Section(QCoreApplication.translate("FocusForms", "The end")),
                DateField("end_on", required=True),
                ChoiceField("end_reason", EndReason, required=True),
                NoteField("evaluation", lines=4),
            ]
        find, resolve = incident_options(self.words)
        return Form(
            [
                RefField("group", self.tasks, pickers.group_options, pickers.resolve_groups, required=True),
                RefsField("incidents", self.tasks, find, resolve),
                ChoiceField("certainty", Certainty, required=True),
                NoteField("basis", required=True, lines=4),
                Section(QCoreApplication.translate("FocusForms", "The decision")),
                TextField("decided_by", required=True),
                DateField("decided_on", required=True),
                Row(DateField("start_on", required=True), DateField("review_on", required=True)),
                Section(
                    QCoreApplication.translate("FocusForms", "Limits"),
                    QCoreApplication.translate(
                        "FocusForms",
                        "Increased focus gives nobody new powers: ordinary lawful measures are used with priority.",
                    ),
                ),
                NoteField("proportionality", required=True, lines=4),
                TicksField("exclusions", Exclusion),
                NoteField("exclusions_note", lines=2),
                *after,
            ],
            self.words,
            "focus",
            FocusDraft,
        )

    def _begun(self, incident: Incident | None) -> dict[str, Any]:
        begun = {
            "decided_on": today(),
            "start_on": today(),
            "review_on": today() + REVIEW_WITHIN,
            "exclusions": frozenset(Exclusion),
        }
        if incident is None:
            return begun
        sure = incident.certainty if incident.group else None
        return {**begun, "group": incident.group, "certainty": sure, "incidents": frozenset({incident.id})}


def incident_options(words: Words) -> tuple[Any, Any]:
    """What the field of incidents asks the services: to find by words, and to name known ones."""

    def named(lines: Sequence[incidents.IncidentLine]) -> list[Option]:
        return [
            Option(
                one.id,
                f"{words.value(one.record.incident_type)} {show_date(one.record.on)}",
                " · ".join(part for part in (one.record.area, one.group) if part),
            )
            for one in lines
        ]

    def find(unit: Any, text: str) -> list[Option]:
        kinds = type_of(words, text)
        return named(incidents.lines(unit, incidents.ids(unit, text, types=kinds)[:12]))

    def resolve(unit: Any, ids: Sequence[str]) -> list[Option]:
        return named(incidents.lines(unit, ids))

    return find, resolve


def type_of(words: Words, text: str) -> list[IncidentType]:
    """The types of incident that a text is a word of."""
    wanted = text.strip().casefold()
    return [one for one in IncidentType if wanted and wanted in words.value(one).casefold()]


def _certainty(form: Form) -> Certainty:
    chosen = form.values()["certainty"]
    return chosen if isinstance(chosen, Certainty) else Certainty.UNKNOWN


def _missing(form: Form, *names: str) -> list[Problem]:
    values = form.values()
    return [Problem(CommonProblem.MISSING, name) for name in names if not values[name]]
