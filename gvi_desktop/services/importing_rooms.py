"""Rows as drafts of the compartments *enforcement* and *help*: focus rounds, incidents, calls, help."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from gvi_desktop.domain.focus import EndReason, FocusDraft
from gvi_desktop.domain.help import AskedHow, HelpDraft, HelpKind, Stage
from gvi_desktop.domain.incident import IncidentDecision, IncidentDraft, IncidentType
from gvi_desktop.domain.measure import MeasureDraft
from gvi_desktop.domain.phonecall import CallerKind, Channel, HeardFrom, Need, PhonecallDraft
from gvi_desktop.domain.record import Certainty
from gvi_desktop.intake.cell import CellFault
from gvi_desktop.intake.dates import read_date
from gvi_desktop.intake.lexicon import vocabulary
from gvi_desktop.intake.reading import ReadRow
from gvi_desktop.services.importing_core import note_of

_TRAILING_DATE = re.compile(r"^(?P<what>[^\d]*?)[\s,(]*(?P<when>(?:den\s+)?\d.*?)\)?$")


@dataclass(frozen=True)
class Triggering:
    """An incident named in the cell of a focus round; without a day it is no record, only words."""

    incident_type: IncidentType
    on: date | None
    text: str


def triggering(text: str, today: date) -> Triggering:
    """ "Skjutning 2022-11-19": the kind and the day. Raises CellFault for a day that cannot be."""
    found = _TRAILING_DATE.match(text)
    what, when = (found["what"], found["when"]) if found else (text, "")
    words = what.strip(" ,.:-")
    kind = vocabulary("incident_type").find(words) or vocabulary("incident_type").find(words.partition(" ")[0])
    on: date | None = None
    if when:
        try:
            on = read_date(when, today)
        except CellFault as fault:
            if fault.code not in ("not_a_date", "date_without_year"):
                raise
    return Triggering(IncidentType(kind or "other"), on, text)


def incident_of_focus(found: Triggering, group_id: str) -> IncidentDraft:
    """The incident that set off a focus round; how sure the group is the workbook does not tell."""
    plain = found.incident_type.value == "other"
    return IncidentDraft(
        on=found.on,
        incident_type=found.incident_type,
        group=group_id,
        decision=IncidentDecision.FOCUS,
        note=found.text if plain else "",
        imported=True,
    )


def incident(row: ReadRow, group_id: str | None) -> IncidentDraft:
    """An incident of a list of incidents."""
    values = row.values
    certainty = Certainty(values.get("certainty", "unknown"))
    return IncidentDraft(
        on=values.get("on"),
        incident_type=IncidentType(values.get("type", "other")),
        area=values.get("area", ""),
        group=group_id,
        certainty=certainty if group_id else Certainty.UNKNOWN,
        retaliation_risk=values.get("retaliation_risk", False),
        note=note_of(values, row.notes),
        imported=True,
    )


def focus(row: ReadRow, group_id: str, incidents: frozenset[str]) -> FocusDraft:
    """A focus round; its basis is, where nothing else is said, the triggering incident in the workbook's words."""
    values = row.values
    reason = values.get("end_reason")
    return FocusDraft(
        group=group_id,
        incidents=incidents,
        decided_by=values.get("decided_by", ""),
        decided_on=values.get("decided_on"),
        basis=values.get("basis") or "; ".join(values.get("incident", ())),
        start_on=values.get("start_on"),
        review_on=values.get("review_on"),
        proportionality=values.get("proportionality", ""),
        end_on=values.get("end_on"),
        end_reason=EndReason(reason) if reason else None,
        evaluation="\n".join(part for part in (values.get("evaluation", ""), *row.notes) if part),
        imported=True,
    )


def measure(what: str, focus_id: str) -> MeasureDraft:
    """One measure of a focus round; agency and legal ground are not in the workbook."""
    return MeasureDraft(focus=focus_id, what=what, imported=True)


def phonecall(row: ReadRow, person_id: str | None) -> PhonecallDraft:
    """A call. An anonymous caller's number is never stored, nor a person without consent."""
    values = row.values
    anonymous = values.get("anonymous", False)
    return PhonecallDraft(
        on=values.get("on"),
        at=values.get("at"),
        channel=Channel(values.get("channel", "call")),
        taken_by=values.get("taken_by", ""),
        caller=CallerKind(values.get("caller", "unknown")),
        anonymous=anonymous,
        number="" if anonymous else values.get("number", ""),
        person=None if anonymous else person_id,
        person_consents=person_id is not None and not anonymous,
        heard_from=HeardFrom(values.get("heard_from", "unknown")),
        need=Need(values["need"]) if values.get("need") else None,
        acute_danger=values.get("acute_danger", False),
        action=values.get("action", ""),
        handed_to=values.get("handed_to", ""),
        note=note_of(values, (*row.notes, *_callback(row))),
        imported=True,
    )


def _callback(row: ReadRow) -> tuple[str, ...]:
    """Whether somebody rang back is kept in the workbook's words: when they did it does not tell."""
    heading, text = row.raw.get("callback", ("", ""))
    return (f"{heading}: {text}",) if text else ()


def help_(row: ReadRow, person_id: str | None) -> HelpDraft:
    """Help that somebody asked for."""
    values: Mapping[str, Any] = row.values
    how = values.get("asked_how")
    return HelpDraft(
        person=person_id,
        anonymous=person_id is None,
        asked_on=values.get("asked_on"),
        asked_at=values.get("asked_at"),
        asked_how=AskedHow(how) if how else None,
        help_kind=HelpKind(values["help_kind"]) if values.get("help_kind") else None,
        provider=values.get("provider", ""),
        consent=values.get("consent", False),
        stage=Stage(values.get("stage", "offered")),
        ended_why=values.get("ended_why", ""),
        first_contact_on=values.get("first_contact_on"),
        first_contact_at=values.get("first_contact_at"),
        note=note_of(values, row.notes),
        imported=True,
    )
