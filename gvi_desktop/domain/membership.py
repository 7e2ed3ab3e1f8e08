"""Memberships: why the office holds that a person belongs to a group, who says so, and until when it is believed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from gvi_desktop.domain.errors import Problem
from gvi_desktop.domain.pause import PauseDraft
from gvi_desktop.domain.record import Draft, Record, free_text, ref, short
from gvi_desktop.domain.regime import counted
from gvi_desktop.domain.rules import CommonProblem, caps, gather, in_order, missing, not_future


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
    REVIEW_PAST_HARD_LIMIT = "membership_review_past_hard_limit"
    ALREADY_MEMBER = "membership_already_member"
    ENDED = "membership_ended"
    GROUP_CLOSED = "membership_group_closed"


@dataclass(frozen=True, kw_only=True)
class MembershipDraft(Draft):
    """A person's link to a group; none without source, reliability, accuracy, basis and review date."""

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
    proposed_by: str = short(80)
    approved_by: str = short(80)
    approved_on: date | None = None
    review_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Membership(MembershipDraft, Record):
    """A stored membership."""


def problems(draft: MembershipDraft, today: date, hard_end: date | None = None) -> tuple[Problem, ...]:
    """Source, how far it is trusted, basis and a review date ahead are required (records.md; CalGang and Met findings,
    practice.md 7.4).

    `hard_end` is the last day the link may be kept: no review can be put off beyond it.
    """
    review: list[Problem] = []
    if draft.review_on and draft.review_on < today:
        review.append(Problem(MembershipProblem.REVIEW_IN_PAST, "review_on"))
    if draft.review_on and hard_end and draft.review_on > hard_end:
        review.append(Problem(MembershipProblem.REVIEW_PAST_HARD_LIMIT, "review_on", {"date": hard_end.isoformat()}))
    return gather(
        missing(draft, "person", "group", "source", "basis", "review_on"),
        _unjudged(draft),
        review,
        not_future(draft, today, "from_on", "to_on"),
        in_order(draft, "from_on", "to_on"),
        caps(draft),
    )


def _unjudged(draft: MembershipDraft) -> list[Problem]:
    """*Unknown* says that nobody has judged source or content yet: good enough for history, not for an entry."""
    found = []
    if draft.reliability in (None, Reliability.UNKNOWN):
        found.append(Problem(CommonProblem.MISSING, "reliability"))
    if draft.accuracy in (None, Accuracy.UNKNOWN):
        found.append(Problem(CommonProblem.MISSING, "accuracy"))
    return found


GROUNDS = ("person", "group", "source", "source_kind", "reliability", "accuracy", "basis")
"""What a second user approves; whoever changes one of them proposes the link anew."""


def running(draft: MembershipDraft, day: date) -> bool:
    """Whether the link holds on that day: begun (or since nobody knows when) and not ended before it."""
    return (draft.from_on is None or draft.from_on <= day) and (draft.to_on is None or draft.to_on >= day)


def counts(draft: MembershipDraft, day: date) -> bool:
    """Whether the person counts as a member on that day: the link holds, and a second user has approved it."""
    return bool(draft.approved_by) and running(draft, day)


def hard_end(
    made_on: date,
    hard_months: int,
    person_ends_on: date | None = None,
    pauses: Sequence[PauseDraft] = (),
    today: date | None = None,
) -> date:
    """The last day a link may be kept: counted from the day it was entered, whatever was reviewed since. While the
    person's clock stands still (`pauses`, an open one until `today`) the link's does too.

    It never outlives the person's own hard limit; who still belongs after it is entered anew, with a fresh source.
    """
    own = counted(made_on, hard_months, pauses, today or made_on)
    return own if person_ends_on is None else min(own, person_ends_on)
