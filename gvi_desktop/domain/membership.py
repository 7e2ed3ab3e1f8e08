"""Memberships: why the office holds that a person belongs to a group, who says so, and until when it is believed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from gvi_desktop.domain.errors import Problem
from gvi_desktop.domain.record import Draft, Record, free_text, ref, short
from gvi_desktop.domain.rules import caps, gather, in_order, missing


class SourceKind(StrEnum):
    """What kind of source it is."""

    MAPPING = "mapping"
    CASE = "case"
    OBSERVATION = "observation"
    OWN_WORDS = "own_words"
    OTHER_AGENCY = "other_agency"


class Reliability(StrEnum):
    """How far the source can be trusted."""

    RELIABLE = "reliable"
    MOSTLY = "mostly"
    DOUBTFUL = "doubtful"
    UNKNOWN = "unknown"


class Accuracy(StrEnum):
    """How far what the source says has been shown to be right."""

    CONFIRMED = "confirmed"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    UNKNOWN = "unknown"


class MembershipProblem(StrEnum):
    """What the rules may object to in a membership."""

    APPROVED_BY_MAKER = "membership_approved_by_maker"
    REVIEW_IN_PAST = "membership_review_in_past"


@dataclass(frozen=True, kw_only=True)
class MembershipDraft(Draft):
    """A person's link to a group; none without source, basis and review date."""

    kind: ClassVar[str] = "membership"

    person: str | None = ref("person")
    group: str | None = ref("group")
    from_on: date | None = None
    to_on: date | None = None
    source: str = short()
    source_kind: SourceKind | None = None
    reliability: Reliability = Reliability.UNKNOWN
    accuracy: Accuracy = Accuracy.UNKNOWN
    basis: str = free_text()
    approved_by: str = short(80)
    approved_on: date | None = None
    review_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Membership(MembershipDraft, Record):
    """A stored membership."""


def problems(draft: MembershipDraft, today: date) -> tuple[Problem, ...]:
    """Source, basis and a review date ahead are required (records.md; CalGang and Met findings, practice.md 7.4)."""
    past = (
        [Problem(MembershipProblem.REVIEW_IN_PAST, "review_on")] if draft.review_on and draft.review_on < today else []
    )
    return gather(
        missing(draft, "person", "group", "source", "basis", "review_on"),
        past,
        in_order(draft, "from_on", "to_on"),
        caps(draft),
    )
