"""Plans: the call-in week plan as an editable template that holds no person data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import ClassVar

from gvi_desktop.domain.agency import AgencyKind
from gvi_desktop.domain.errors import Problem
from gvi_desktop.domain.record import Draft, Record, short
from gvi_desktop.domain.rules import caps, gather, missing

FARTHEST = 365
MOST_STEPS = 100
TITLE = 200


class PlanProblem(StrEnum):
    """What the rules may object to in a plan."""

    STEP_WITHOUT_TITLE = "plan_step_without_title"
    STEP_TITLE_LONG = "plan_step_title_long"
    STEP_TOO_FAR = "plan_step_too_far"
    TOO_MANY_STEPS = "plan_too_many_steps"
    FILE_UNREADABLE = "plan_file_unreadable"


@dataclass(frozen=True)
class PlanStep:
    """One step: days from the call-in (negative = before), what, and which kind of agency owns it."""

    days: int
    title: str
    owner: AgencyKind = AgencyKind.MUNICIPALITY


@dataclass(frozen=True, kw_only=True)
class PlanDraft(Draft):
    """A template of steps."""

    kind: ClassVar[str] = "plan"

    name: str = short(80)
    language: str = short(8)
    steps: tuple[PlanStep, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Plan(PlanDraft, Record):
    """A stored plan template."""


def problems(draft: PlanDraft) -> tuple[Problem, ...]:
    """A name and at least one step; each step has a title and lies within a year of the call-in."""
    found = []
    if len(draft.steps) > MOST_STEPS:
        found.append(Problem(PlanProblem.TOO_MANY_STEPS, "steps", {"most": MOST_STEPS}))
    for number, step in enumerate(draft.steps, 1):
        if not step.title.strip():
            found.append(Problem(PlanProblem.STEP_WITHOUT_TITLE, "steps", {"number": number}))
        if len(step.title) > TITLE:
            found.append(Problem(PlanProblem.STEP_TITLE_LONG, "steps", {"number": number, "cap": TITLE}))
        if abs(step.days) > FARTHEST:
            found.append(Problem(PlanProblem.STEP_TOO_FAR, "steps", {"number": number, "most": FARTHEST}))
    return gather(missing(draft, "name", "steps"), found, caps(draft))


def due_dates(plan: PlanDraft, day: date) -> list[tuple[PlanStep, date]]:
    """Each step with the date it falls on for a call-in on `day`."""
    return [(step, day + timedelta(days=step.days)) for step in sorted(plan.steps, key=lambda s: s.days)]
