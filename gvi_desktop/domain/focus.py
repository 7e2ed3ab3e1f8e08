"""Focus rounds: increased attention of all agencies on a group, decided, reviewed and ended with a reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import ClassVar

from gvi_desktop.domain.errors import Problem
from gvi_desktop.domain.measure import MeasureDraft
from gvi_desktop.domain.record import Certainty, Compartment, Draft, Record, free_text, ref, refs, short
from gvi_desktop.domain.rules import caps, gather, in_order, missing, out_of_reach

REVIEW_WITHIN = timedelta(days=14)
MEASURE_WITHIN = timedelta(days=2)
"""So long after its start a focus round may be without a measure before it is said to be due."""


class Exclusion(StrEnum):
    """Who must be left alone."""

    MINORS = "minors"
    LEFT = "left"
    FAMILY = "family"


class EndReason(StrEnum):
    """Why a focus round ended."""

    EFFECT_FELT = "effect_felt"
    NO_NEW_VIOLENCE = "no_new_violence"
    RESOURCES = "resources"
    WRONG_ATTRIBUTION = "wrong_attribution"


class FocusProblem(StrEnum):
    """What the rules may object to in a focus round."""

    REVIEW_TOO_FAR = "focus_review_too_far"
    REVIEW_BEFORE_START = "focus_review_before_start"
    END_WITHOUT_REASON = "focus_end_without_reason"
    REASON_WITHOUT_END = "focus_reason_without_end"
    REOPENED = "focus_reopened"
    NO_MEASURES = "focus_no_measures"
    MEASURE_WITHOUT_GROUND = "focus_measure_without_ground"
    CERTAINTY_MISSING = "focus_certainty_missing"
    EXCLUSION_UNSAID = "focus_exclusion_unsaid"
    REVIEW_PASSED = "focus_review_passed"
    NOT_RUNNING = "focus_not_running"
    OTHER_GROUPS_INCIDENT = "focus_other_groups_incident"


@dataclass(frozen=True, kw_only=True)
class FocusDraft(Draft):
    """A round of increased focus on one group."""

    kind: ClassVar[str] = "focus"
    compartment_of_kind: ClassVar[Compartment] = Compartment.ENFORCEMENT

    group: str | None = ref("group")
    incidents: frozenset[str] = refs("incident")
    decided_by: str = short()
    decided_on: date | None = None
    basis: str = free_text()
    certainty: Certainty = Certainty.UNKNOWN
    start_on: date | None = None
    review_on: date | None = None
    reviewed_on: date | None = None
    attribution_reopened: bool = False
    exclusions: frozenset[Exclusion] = frozenset()
    exclusions_note: str = free_text(500)
    proportionality: str = free_text()
    told_on: date | None = None
    told_how: str = free_text(500)
    end_on: date | None = None
    end_reason: EndReason | None = None
    evaluation: str = free_text()


@dataclass(frozen=True, kw_only=True)
class Focus(FocusDraft, Record):
    """A stored focus round."""

    @property
    def running(self) -> bool:
        """Started and not ended."""
        return self.start_on is not None and self.end_on is None


def problems(draft: FocusDraft) -> tuple[Problem, ...]:
    """No start without decision, ground, certainty and a review at most 14 days ahead; who is not left alone though
    practice would, is said with why; no end without a reason."""
    found: list[Problem] = []
    if draft.start_on is not None and draft.review_on is not None and not out_of_reach(draft):
        counted_from = max(draft.start_on, draft.reviewed_on or draft.start_on)
        if draft.review_on < draft.start_on:
            found.append(Problem(FocusProblem.REVIEW_BEFORE_START, "review_on"))
        elif draft.review_on > counted_from + REVIEW_WITHIN:
            found.append(Problem(FocusProblem.REVIEW_TOO_FAR, "review_on", {"days": REVIEW_WITHIN.days}))
    if draft.end_on is not None and draft.end_reason is None:
        found.append(Problem(FocusProblem.END_WITHOUT_REASON, "end_reason"))
    if draft.end_reason is not None and draft.end_on is None:
        found.append(Problem(FocusProblem.REASON_WITHOUT_END, "end_on"))
    required = ["group", "start_on", "decided_by"]
    if not draft.imported:
        required += ["decided_on", "basis", "review_on", "proportionality"]
        if draft.certainty is Certainty.UNKNOWN:
            found.append(Problem(FocusProblem.CERTAINTY_MISSING, "certainty"))
        if draft.exclusions < frozenset(Exclusion) and not draft.exclusions_note.strip():
            found.append(Problem(FocusProblem.EXCLUSION_UNSAID, "exclusions_note"))
    return gather(missing(draft, *required), found, in_order(draft, "start_on", "end_on"), caps(draft))


def measure_problems(measures: Sequence[MeasureDraft]) -> tuple[Problem, ...]:
    """What a review objects to in the round's measures: there are none, or one has no ground of its own."""
    if not measures:
        return (Problem(FocusProblem.NO_MEASURES),)
    without = any(not one.legal_ground.strip() for one in measures)
    return (Problem(FocusProblem.MEASURE_WITHOUT_GROUND),) if without else ()


def days_long(draft: FocusDraft, today: date) -> int | None:
    """Days from start to end (or to today while it runs), the first day not counted; None before the start."""
    return None if draft.start_on is None else ((draft.end_on or today) - draft.start_on).days
