"""Measures of a focus round: who does what, each on its own legal ground."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from gvi_desktop.domain.errors import Problem
from gvi_desktop.domain.record import Compartment, Draft, Record, free_text, ref, short
from gvi_desktop.domain.rules import caps, gather, missing


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
    """What, who and an own legal ground (history from a workbook may lack agency and ground)."""
    required = ("focus", "what") if draft.imported else ("focus", "agency", "what", "legal_ground")
    return gather(missing(draft, *required), caps(draft))
