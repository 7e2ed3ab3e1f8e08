"""Incidents: violence that calls for a decision - a round, increased focus, or nothing, and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from gvi_desktop.domain.errors import Problem
from gvi_desktop.domain.record import Certainty, Compartment, Draft, NoteMark, Record, free_text, ref, short
from gvi_desktop.domain.rules import caps, gather, missing, not_future


class IncidentType(StrEnum):
    """What happened."""

    SHOOTING = "shooting"
    EXPLOSION = "explosion"
    STABBING = "stabbing"
    OTHER = "other"


class IncidentDecision(StrEnum):
    """What the parties decided after it."""

    ROUND = "round"
    FOCUS = "focus"
    NOTHING = "nothing"


class IncidentProblem(StrEnum):
    """What the rules may object to in an incident."""

    CERTAINTY_WITHOUT_GROUP = "incident_certainty_without_group"
    DECISION_WITHOUT_WHY = "incident_decision_without_why"
    DECIDED_BEFORE = "incident_decided_before"


@dataclass(frozen=True, kw_only=True)
class IncidentDraft(Draft):
    """An incident, coarse in place, with the group it is attributed to and how surely."""

    kind: ClassVar[str] = "incident"
    compartment_of_kind: ClassVar[Compartment] = Compartment.ENFORCEMENT

    on: date | None = None
    incident_type: IncidentType = IncidentType.SHOOTING
    area: str = short(80)
    group: str | None = ref("group")
    certainty: Certainty = Certainty.UNKNOWN
    retaliation_risk: bool = False
    decision: IncidentDecision | None = None
    decided_on: date | None = None
    decided_why: str = free_text()
    note_mark: NoteMark | None = None
    note: str = free_text(mark="note_mark")


@dataclass(frozen=True, kw_only=True)
class Incident(IncidentDraft, Record):
    """A stored incident."""


def propose(draft: IncidentDraft) -> IncidentDecision | None:
    """What the practice would consider: focus on a confirmed group, a round where retaliation threatens or the group is
    likely, else nothing; None once decided. Only a proposal: people decide, and say why."""
    if draft.decision is not None:
        return None
    if draft.group and draft.certainty is Certainty.CONFIRMED:
        return IncidentDecision.FOCUS
    if draft.retaliation_risk or (draft.group and draft.certainty is Certainty.LIKELY):
        return IncidentDecision.ROUND
    return IncidentDecision.NOTHING


def problems(draft: IncidentDraft, today: date) -> tuple[Problem, ...]:
    """A date that has been; certainty only about a group; a decision with its reason."""
    found = []
    if draft.certainty is not Certainty.UNKNOWN and draft.group is None:
        found.append(Problem(IncidentProblem.CERTAINTY_WITHOUT_GROUP, "group"))
    if draft.decision is not None and not draft.decided_why.strip():
        found.append(Problem(IncidentProblem.DECISION_WITHOUT_WHY, "decided_why"))
    return gather(missing(draft, "on"), found, not_future(draft, today, "on", "decided_on"), caps(draft))
