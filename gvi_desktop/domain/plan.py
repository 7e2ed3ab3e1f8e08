"""Plans: the call-in week plan as an editable template that holds no person data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar

from gvi_desktop.domain.agency import AgencyKind
from gvi_desktop.domain.errors import Problem
from gvi_desktop.domain.record import Draft, Record, short
from gvi_desktop.domain.rules import caps, gather, missing


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
    """A name and at least one step."""
    return gather(missing(draft, "name", "steps"), caps(draft))


def due_dates(plan: PlanDraft, day: date) -> list[tuple[PlanStep, date]]:
    """Each step with the date it falls on for a call-in on `day`."""
    return [(step, day + timedelta(days=step.days)) for step in sorted(plan.steps, key=lambda s: s.days)]
