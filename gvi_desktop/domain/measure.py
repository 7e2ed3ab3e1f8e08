"""Measures of a focus round: who does what, each on its own legal ground."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from gvi_desktop.domain.errors import Problem
from gvi_desktop.domain.record import Compartment, Draft, Record, free_text, ref, short
from gvi_desktop.domain.rules import CommonProblem, caps, gather, missing

COUNTER_NAME = 80
"""Characters that the name of a counter may have."""


class MeasureProblem(StrEnum):
    """What the rules may object to in a measure."""

    COUNTER_WITHOUT_NAME = "measure_counter_without_name"
    COUNTER_TWICE = "measure_counter_twice"
    COUNTER_NEGATIVE = "measure_counter_negative"


@dataclass(frozen=True)
class Counter:
    """A number typed in: so many checks, seizures, meetings."""

    name: str
    number: int


@dataclass(frozen=True, kw_only=True)
class MeasureDraft(Draft):
    """One agency's measure in a focus round."""

    kind: ClassVar[str] = "measure"
    compartment_of_kind: ClassVar[Compartment] = Compartment.ENFORCEMENT

    focus: str | None = ref("focus")
    agency: str = short()
    responsible: str = short(80)
    what: str = free_text(500)
    legal_ground: str = short()
    counters: tuple[Counter, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Measure(MeasureDraft, Record):
    """A stored measure."""


def problems(draft: MeasureDraft) -> tuple[Problem, ...]:
    """What, who and an own legal ground (history from a workbook may lack agency and ground); counters with a name."""
    required = ("focus", "what") if draft.imported else ("focus", "agency", "what", "legal_ground")
    names = [one.name.strip().casefold() for one in draft.counters]
    found = []
    if not all(names):
        found.append(Problem(MeasureProblem.COUNTER_WITHOUT_NAME, "counters"))
    if len(set(names)) < len(names):
        found.append(Problem(MeasureProblem.COUNTER_TWICE, "counters"))
    if any(one.number < 0 for one in draft.counters):
        found.append(Problem(MeasureProblem.COUNTER_NEGATIVE, "counters"))
    if any(len(one.name) > COUNTER_NAME for one in draft.counters):
        found.append(Problem(CommonProblem.TOO_LONG, "counters", {"cap": COUNTER_NAME}))
    return gather(missing(draft, *required), found, caps(draft))
