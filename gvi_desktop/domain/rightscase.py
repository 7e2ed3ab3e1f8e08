"""Rights cases: somebody asks to see, correct or erase what is kept of them, or objects; answered within a month."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from gvi_desktop.domain.errors import Problem
from gvi_desktop.domain.record import Draft, Record, free_text, ref, short
from gvi_desktop.domain.regime import add_months
from gvi_desktop.domain.rules import caps, gather, in_order, missing, not_future


class RightsType(StrEnum):
    """What is asked for (GDPR art. 15, 16, 17, 21; brottsdatalagen ch. 4)."""

    ACCESS = "access"
    CORRECTION = "correction"
    ERASURE = "erasure"
    OBJECTION = "objection"


class RightsWay(StrEnum):
    """How the request came in."""

    POST = "post"
    EMAIL = "email"
    PHONE = "phone"
    IN_PERSON = "in_person"
    OTHER = "other"


class RightsOutcome(StrEnum):
    """What was decided."""

    GRANTED = "granted"
    PARTLY = "partly"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


ANSWER_MONTHS = 1
"""Until the answer is due, counted from the day the request came (GDPR art. 12.3)."""


@dataclass(frozen=True, kw_only=True)
class RightsCaseDraft(Draft):
    """A request, and what became of it; `person` is empty where nobody in the vault is meant, or no longer is."""

    kind: ClassVar[str] = "rightscase"

    case_type: RightsType | None = None
    person: str | None = ref("person")
    received_on: date | None = None
    from_whom: str = short(120, personal=True)
    way: RightsWay | None = None
    due_on: date | None = None
    about: str = free_text()
    outcome: RightsOutcome | None = None
    reason: str = free_text()
    decided_on: date | None = None
    decided_by: str = short(80)
    told_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class RightsCase(RightsCaseDraft, Record):
    """A stored rights case."""

    @property
    def open(self) -> bool:
        """Whether it still waits: for a decision, or for whoever asked to be told."""
        return self.outcome is None or self.told_on is None


def answer_by(received_on: date) -> date:
    """The day by which the answer is due."""
    return add_months(received_on, ANSWER_MONTHS)


def problems(draft: RightsCaseDraft, today: date) -> tuple[Problem, ...]:
    """What, when and from whom; an objection, a correction and an erasure say what they are about."""
    lacking = missing(draft, "case_type", "received_on", "from_whom", "way")
    if draft.case_type not in (None, RightsType.ACCESS):
        lacking += missing(draft, "about")
    return gather(
        lacking, not_future(draft, today, "received_on"), in_order(draft, "received_on", "due_on"), caps(draft)
    )


def decision_problems(draft: RightsCaseDraft, today: date) -> tuple[Problem, ...]:
    """Outcome, day and by whom; the reason says why, for a refusal too, so that it can be tried by a court."""
    lacking = missing(draft, "outcome", "decided_on", "decided_by", "reason")
    order = [*in_order(draft, "received_on", "decided_on"), *in_order(draft, "decided_on", "told_on")]
    return gather(lacking, not_future(draft, today, "decided_on", "told_on"), order, caps(draft))
