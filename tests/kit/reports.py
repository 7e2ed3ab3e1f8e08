"""Made-up visits and a focus round for tests of reports, and ways to read a report."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from kit.callins import add_group

from gvi_desktop.domain.focus import Exclusion, FocusDraft
from gvi_desktop.domain.incident import IncidentDraft
from gvi_desktop.domain.measure import Counter, MeasureDraft
from gvi_desktop.domain.notification import NotificationDraft, Outcome, TeamMember
from gvi_desktop.domain.record import Certainty
from gvi_desktop.services import (
    focusing,
    incidents,
    notifications,
)
from gvi_desktop.services.report_parts import Report
from gvi_desktop.services.unit import Unit
from gvi_desktop.services.workspace import Workspace

TODAY = date(2026, 11, 22)
GROUP = "Hemliga gruppen"
POLICE, TOWN = TeamMember("Polisen", "Karin"), TeamMember("Kommunen", "Per")


def talk(unit: Unit, who: str, on: date, outcome: Outcome = Outcome.REACHED, **more: Any) -> str:
    values = {"team": (POLICE,), "imported": True, **more}
    return notifications.log(unit, NotificationDraft(person=who, on=on, outcome=outcome, **values))


def table(report: Report, key: str) -> dict[str, tuple[Any, ...]]:
    section = next(one for one in report.sections if one.key == key)
    return {str(row[0]): tuple(row[1:]) for row in section.rows}


def everything(report: Report) -> str:
    return repr((report.title, report.subtitle, report.sections, report.notes))


def focus(office: Workspace) -> str:
    group = office.write(add_group, GROUP)
    incident = office.write(
        incidents.add, IncidentDraft(on=TODAY - timedelta(days=30), group=group, certainty=Certainty.CONFIRMED)
    )
    draft = FocusDraft(
        group=group,
        incidents=frozenset({incident}),
        decided_by="Styrgruppen",
        decided_on=TODAY - timedelta(days=29),
        basis="Polisens bedömning",
        certainty=Certainty.CONFIRMED,
        start_on=TODAY - timedelta(days=28),
        review_on=TODAY - timedelta(days=14),
        exclusions=frozenset(Exclusion),
        proportionality="Endast vuxna i gruppen.",
    )
    made = office.write(focusing.start, draft)
    measure = MeasureDraft(
        focus=made,
        agency="Polisen",
        what="Närvaro",
        legal_ground="Polislagen 2 §",
        counters=(Counter("kontroller", 23),),
    )
    office.write(focusing.add_measure, measure)
    return made
