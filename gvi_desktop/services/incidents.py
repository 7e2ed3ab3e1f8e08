"""Incidents: note what happened, propose an answer, keep the decision; a changed group reopens the focus rounds."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement

from gvi_desktop.domain.errors import Problem, RefusedError
from gvi_desktop.domain.focus import Focus
from gvi_desktop.domain.group import Group
from gvi_desktop.domain.incident import (
    Incident,
    IncidentDecision,
    IncidentDraft,
    IncidentProblem,
    IncidentType,
    problems,
    propose,
)
from gvi_desktop.domain.record import Certainty, Compartment
from gvi_desktop.services import compartments, listing, rounds
from gvi_desktop.services.pickers import Choice
from gvi_desktop.services.unit import Unit, draft_of

SURE = {Certainty.UNKNOWN: 0, Certainty.LIKELY: 1, Certainty.CONFIRMED: 2}


@dataclass(frozen=True)
class IncidentLine:
    """An incident as the list shows it, with what the rules propose while nothing is decided."""

    id: str
    record: Incident
    group: str
    proposal: IncidentDecision | None


@dataclass(frozen=True)
class RoundAfter:
    """What a notification round after an incident begins with: the incident, its group's name and those who belong."""

    incident: Incident
    group: str
    people: tuple[Choice, ...]


@dataclass(frozen=True)
class IncidentView:
    """An incident with the focus rounds that rest on it."""

    line: IncidentLine
    rounds: tuple[Focus, ...]

    @property
    def id(self) -> str:
        """The incident's id."""
        return self.line.id


def ids(
    unit: Unit,
    text: str = "",
    sort: str = "on",
    descending: bool = True,
    *,
    undecided: bool = False,
    types: Collection[IncidentType] = (),
) -> Sequence[str]:
    """Ids of incidents in order; a text finds them by area and group, and the window adds the types that it is a word
    of. `undecided` = only those that wait for a decision."""
    if not compartments.may_read(unit, Compartment.ENFORCEMENT):
        return []
    t = unit.table(Incident)
    where: list[ColumnElement[bool]] = [t.c.decision.is_(None)] if undecided else []
    if text.strip():
        by_group = listing.among(t.c.group, listing.matching(unit, Group, text))
        found = t.c.area.ilike(f"%{text.strip()}%") | by_group
        where.append(found | t.c.incident_type.in_([one.value for one in types]))
    return listing.ids(unit, Incident, *where, sort=sort if sort in t.c else "on", descending=descending)


def lines(unit: Unit, wanted: Sequence[str]) -> list[IncidentLine]:
    """The incidents of a visible stretch."""
    compartments.need(unit, Compartment.ENFORCEMENT)
    found = listing.lines(unit, Incident, wanted)
    groups = unit.by_ids(Group, {one.group for one in found})
    return [
        IncidentLine(one.id, one, groups[one.group].name if one.group in groups else "", propose(one)) for one in found
    ]


def get(unit: Unit, record_id: str) -> Incident:
    """One incident."""
    compartments.need(unit, Compartment.ENFORCEMENT)
    return unit.get(Incident, record_id)


def view(unit: Unit, record_id: str) -> IncidentView:
    """One incident with the focus rounds that rest on it."""
    get(unit, record_id)
    return IncidentView(lines(unit, [record_id])[0], tuple(triggered(unit, record_id)))


def round_after(unit: Unit, record_id: str) -> RoundAfter:
    """What a round after the incident begins with. Why it was decided stays here: a round is read by more people."""
    shown = lines(unit, [get(unit, record_id).id])[0]
    people = rounds.members(unit, shown.record.group) if shown.record.group else []
    return RoundAfter(shown.record, shown.group, tuple(people))


def add(unit: Unit, draft: IncidentDraft) -> str:
    """Note an incident."""
    _check(unit, draft)
    return unit.add(Incident, draft).id


def change(unit: Unit, record_id: str, draft: IncidentDraft) -> str:
    """Change it. Another group, or less certainty about it, reopens the review of every focus round that it triggered
    (records.md, incident); a round that runs is to be reviewed today."""
    before = get(unit, record_id)
    _check(unit, draft, before)
    unit.put(Incident, record_id, draft)
    if draft.group != before.group or SURE[draft.certainty] < SURE[before.certainty]:
        reopen(unit, triggered(unit, record_id))
    return record_id


def decide(unit: Unit, record_id: str, decision: IncidentDecision | None, why: str, on: date | None = None) -> str:
    """Keep the decision, its reason and its day (today when none is given)."""
    before = get(unit, record_id)
    if decision is None:
        raise RefusedError([Problem("missing", "decision")], kind="incident")
    values = {"decision": decision, "decided_why": why.strip(), "decided_on": on or unit.today}
    if before.on is not None and (on or unit.today) < before.on:
        raise RefusedError([Problem(IncidentProblem.DECIDED_BEFORE, "decided_on")], kind="incident")
    _check(unit, draft_of(before, **values), before)
    unit.title = "incident.decide"
    unit.change(Incident, record_id, **values)
    return record_id


def remove(unit: Unit, record_id: str) -> None:
    """Take it out; not while a focus round rests on it."""
    if triggered(unit, record_id):
        raise RefusedError("incident_in_use", kind="incident")
    unit.remove(Incident, record_id)


def triggered(unit: Unit, record_id: str) -> list[Focus]:
    """The focus rounds that an incident triggered, the newest first."""
    compartments.need(unit, Compartment.ENFORCEMENT)
    t = unit.table(Focus)
    return unit.find(Focus, t.c.incidents.contains(record_id, autoescape=True), order_by=t.c.start_on.desc())


def reopen(unit: Unit, rounds: Sequence[Focus]) -> None:
    """The attribution that these focus rounds rest on is in question; those that run are to be reviewed today."""
    for focus in rounds:
        due = {"review_on": max(unit.today, focus.start_on or unit.today)} if focus.running else {}
        unit.change(Focus, focus.id, attribution_reopened=True, **due)


def undecided(unit: Unit) -> int:
    """How many incidents wait for a decision; those that a workbook brought are history."""
    if not compartments.may_read(unit, Compartment.ENFORCEMENT):
        return 0
    t = unit.table(Incident)
    return unit.count(Incident, t.c.decision.is_(None), t.c.imported == 0)


def _check(unit: Unit, draft: IncidentDraft, before: Incident | None = None) -> None:
    if found := problems(draft, unit.today):
        raise RefusedError(found, kind="incident")
    if draft.group and (before is None or draft.group != before.group):
        unit.get(Group, draft.group)


__all__ = [
    "IncidentLine",
    "IncidentView",
    "RoundAfter",
    "add",
    "change",
    "decide",
    "get",
    "ids",
    "lines",
    "propose",
    "remove",
    "reopen",
    "round_after",
    "triggered",
    "undecided",
    "view",
]
