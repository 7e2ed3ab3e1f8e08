"""Incidents: note what happened, propose an answer, keep the decision; a changed group reopens the focus rounds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gvi_desktop.domain.errors import RefusedError
from gvi_desktop.domain.focus import Focus
from gvi_desktop.domain.group import Group
from gvi_desktop.domain.incident import Incident, IncidentDecision, IncidentDraft, problems
from gvi_desktop.domain.record import Certainty
from gvi_desktop.services import listing
from gvi_desktop.services.unit import Unit


@dataclass(frozen=True)
class IncidentLine:
    """An incident as the list shows it, with what the rules propose while nothing is decided."""

    id: str
    record: Incident
    group: str
    proposal: IncidentDecision | None


def ids(unit: Unit, text: str = "", sort: str = "on", descending: bool = True) -> Sequence[str]:
    """Ids of incidents in order; a text finds them by area and group."""
    t = unit.table(Incident)
    where = []
    if text.strip():
        groups = listing.ids(unit, Group, text=text)
        where.append(t.c.area.ilike(f"%{text.strip()}%") | t.c.group.in_(groups))
    return listing.ids(unit, Incident, *where, sort=sort if sort in t.c else "on", descending=descending)


def lines(unit: Unit, wanted: Sequence[str]) -> list[IncidentLine]:
    """The incidents of a visible stretch."""
    found = listing.lines(unit, Incident, wanted)
    groups = unit.by_ids(Group, {one.group for one in found})
    return [
        IncidentLine(one.id, one, groups[one.group].name if one.group in groups else "", propose(one)) for one in found
    ]


def get(unit: Unit, record_id: str) -> Incident:
    """One incident."""
    return unit.get(Incident, record_id)


def propose(incident: IncidentDraft) -> IncidentDecision | None:
    """What the practice would consider: focus on a confirmed group, a round where retaliation threatens or the group is
    likely, else nothing. Only a proposal: people decide, and say why."""
    if incident.decision is not None:
        return None
    if incident.group and incident.certainty is Certainty.CONFIRMED:
        return IncidentDecision.FOCUS
    if incident.retaliation_risk or (incident.group and incident.certainty is Certainty.LIKELY):
        return IncidentDecision.ROUND
    return IncidentDecision.NOTHING


def add(unit: Unit, draft: IncidentDraft) -> str:
    """Note an incident."""
    if found := problems(draft, unit.today):
        raise RefusedError(found, kind="incident")
    return unit.add(Incident, draft).id


def change(unit: Unit, record_id: str, draft: IncidentDraft) -> str:
    """Change it; another group reopens the review of every focus round it triggered (records.md, incident)."""
    before = get(unit, record_id)
    if found := problems(draft, unit.today):
        raise RefusedError(found, kind="incident")
    unit.put(Incident, record_id, draft)
    if draft.group != before.group:
        for focus in triggered(unit, record_id):
            unit.change(Focus, focus.id, attribution_reopened=True, review_on=unit.today)
    return record_id


def decide(unit: Unit, record_id: str, decision: IncidentDecision, why: str) -> None:
    """Keep the decision and its reason."""
    if not why.strip():
        raise RefusedError("incident_decision_without_why", kind="incident", field="decided_why")
    unit.title = "incident.decide"
    unit.change(Incident, record_id, decision=decision, decided_why=why.strip(), decided_on=unit.today)


def remove(unit: Unit, record_id: str) -> None:
    """Take it out; not while a focus round rests on it."""
    if triggered(unit, record_id):
        raise RefusedError("incident_in_use", kind="incident")
    unit.remove(Incident, record_id)


def triggered(unit: Unit, record_id: str) -> list[Focus]:
    """The focus rounds that an incident triggered."""
    t = unit.table(Focus)
    return unit.find(Focus, t.c.incidents.contains(record_id, autoescape=True))
