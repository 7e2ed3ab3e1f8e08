"""Invitees: who is called to a call-in, on what basis, and whether they came."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar

from gvi_desktop.domain.errors import Problem
from gvi_desktop.domain.person import Person, PersonProblem, Protection, approach_problems, is_minor
from gvi_desktop.domain.record import Draft, Record, free_text, ref, short
from gvi_desktop.domain.rules import caps, gather, missing


class Basis(StrEnum):
    """Why the person is expected: a duty of supervision, or free will."""

    SUPERVISION = "supervision"
    VOLUNTARY = "voluntary"


class NoticeWay(StrEnum):
    """How the notice reaches the person."""

    PROBATION_OFFICER = "probation_officer"
    BY_HAND = "by_hand"
    POST = "post"
    PHONE = "phone"


class Answer(StrEnum):
    """What the person answered."""

    COMING = "coming"
    NOT_COMING = "not_coming"
    UNSURE = "unsure"


class Attendance(StrEnum):
    """How it went on the day."""

    CAME = "came"
    LEFT_EARLY = "left_early"
    NO_SHOW = "no_show"
    EXCUSED = "excused"
    DETAINED = "detained"


PRESENT = frozenset({Attendance.CAME, Attendance.LEFT_EARLY})


class InviteeProblem(StrEnum):
    """What the rules may object to in an invitee."""

    ALREADY_INVITED = "invitee_already_invited"
    CLEARED_WITHOUT_REASON = "invitee_cleared_without_reason"
    OUT_BEFORE_IN = "invitee_out_before_in"
    SEAT_TAKEN = "invitee_seat_taken"


@dataclass(frozen=True, kw_only=True)
class InviteeDraft(Draft):
    """One person called to one call-in."""

    kind: ClassVar[str] = "invitee"

    callin: str | None = ref("callin")
    person: str | None = ref("person")
    group: str | None = ref("group")
    basis: Basis = Basis.VOLUNTARY
    way: NoticeWay | None = None
    letter: str | None = ref("letter")
    noticed_on: date | None = None
    answer: Answer | None = None
    transport: str = short()
    seat: int | None = None
    officer_behind: str = short(80)
    cleared_by: str = short(80)
    cleared_reason: str = free_text()
    checked_in: datetime | None = None
    checked_out: datetime | None = None
    result: Attendance | None = None


@dataclass(frozen=True, kw_only=True)
class Invitee(InviteeDraft, Record):
    """A stored invitee."""


def problems(draft: InviteeDraft) -> tuple[Problem, ...]:
    """Call-in and person; a cleared stop has a reason; out is not before in."""
    found = []
    if draft.cleared_by and not draft.cleared_reason.strip():
        found.append(Problem(InviteeProblem.CLEARED_WITHOUT_REASON, "cleared_reason"))
    if draft.checked_in and draft.checked_out and draft.checked_out < draft.checked_in:
        found.append(Problem(InviteeProblem.OUT_BEFORE_IN, "checked_out"))
    return gather(missing(draft, "callin", "person"), found, caps(draft))


def stops(person: Person, day: date) -> tuple[Problem, ...]:
    """What a named user must clear before this person is invited: minor, protected identity, under or overdue review."""
    found = list(approach_problems(person, day))
    if is_minor(person, day) and not found:
        found.append(Problem("invitee_minor"))
    if person.protection is not Protection.NONE:
        found.append(Problem(PersonProblem.PROTECTED))
    if person.under_review or (person.next_review_on is not None and person.next_review_on < day):
        found.append(Problem(PersonProblem.UNDER_REVIEW))
    return tuple(found)


SEATS_A_ROW = 6


def seating(
    invitees: Iterable[Invitee], conflicts: Iterable[frozenset[str]], groups: Mapping[str, str] | None = None
) -> list[Invitee]:
    """An order for the front rows in which members of conflicting groups sit apart where possible.

    `conflicts` are pairs of group ids. Greedy: always the largest group left that has
    no conflict with the neighbour.
    """
    known = set(conflicts)
    left: dict[str, list[Invitee]] = {}
    for invitee in invitees:
        left.setdefault(invitee.group or "", []).append(invitee)
    order: list[Invitee] = []
    while left:
        before = order[-1].group or "" if order else None
        largest = sorted(left, key=lambda group: (-len(left[group]), group))
        fits = [group for group in largest if before is None or frozenset({before, group}) not in known]
        chosen = before if before in fits and len(fits) < 2 else next((g for g in fits if g != before), largest[0])
        chosen = chosen if chosen is not None and chosen in left else largest[0]
        order.append(left[chosen].pop())
        if not left[chosen]:
            del left[chosen]
    return order
