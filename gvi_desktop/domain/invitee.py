"""Invitees: who is called to a call-in, on what basis, and whether they came."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import ClassVar

from gvi_desktop.domain.errors import Problem
from gvi_desktop.domain.person import GuardianDecision, Person, PersonProblem, Protection, approach_problems, is_minor
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


class TalkReason(StrEnum):
    """Why a visit is proposed after the meeting."""

    NO_SHOW = "no_show"
    LEFT_EARLY = "left_early"
    GROUP_UNREACHED = "group_unreached"


PRESENT = frozenset({Attendance.CAME, Attendance.LEFT_EARLY})
MOST_SEATS = 60


class InviteeProblem(StrEnum):
    """What the rules may object to in an invitee."""

    ALREADY_INVITED = "invitee_already_invited"
    CLEARED_WITHOUT_REASON = "invitee_cleared_without_reason"
    OUT_BEFORE_IN = "invitee_out_before_in"
    BAD_SEAT = "invitee_bad_seat"
    MINOR = "invitee_minor"
    GUARDIAN_DECLINES = "invitee_guardian_declines"
    PERSON_GONE = "invitee_person_gone"
    NOTHING_TO_CLEAR = "invitee_nothing_to_clear"
    NOT_IN = "invitee_not_in"
    STOPPED = "invitee_stopped"


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
    cleared_stops: tuple[str, ...] = ()
    """Codes of the stops that were cleared; another stop that arises later is not."""
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
    if draft.seat is not None and not 1 <= draft.seat <= MOST_SEATS:
        found.append(Problem(InviteeProblem.BAD_SEAT, "seat", {"most": MOST_SEATS}))
    return gather(missing(draft, "callin", "person"), found, caps(draft))


def stops(person: Person, day: date) -> tuple[Problem, ...]:
    """What a named user must clear before this person is invited: minor, protected identity, overdue review."""
    found = list(approach_problems(person, day))
    if is_minor(person, day) and not found:
        found.append(Problem(InviteeProblem.MINOR))
        if person.guardian_decision is GuardianDecision.DECLINES:
            found.append(Problem(InviteeProblem.GUARDIAN_DECLINES))
    if person.protection is not Protection.NONE:
        found.append(Problem(PersonProblem.PROTECTED))
    if person.under_review or (person.next_review_on is not None and person.next_review_on < day):
        found.append(Problem(PersonProblem.UNDER_REVIEW))
    return tuple(found)


def open_stops(invitee: InviteeDraft, person: Person | None, day: date) -> tuple[Problem, ...]:
    """The stops that nobody has cleared, also those that arose after others were cleared.

    What must be settled before a minor is approached, and a guardian's no, stop until they are settled: nobody
    clears them. A person who is gone (erased or removed) cannot be invited.
    """
    if person is None:
        return (Problem(InviteeProblem.PERSON_GONE),)
    cleared = set(invitee.cleared_stops) - {stop.code for stop in unsettled(person, day)} if invitee.cleared_by else ()
    return tuple(stop for stop in stops(person, day) if stop.code not in cleared)


def minutes_late(arrived: datetime | None, on: date | None, start: time | None) -> int:
    """Whole minutes after the start that somebody came (`arrived` in the office's zone); 0 when in time or unknown."""
    if arrived is None or on is None or start is None:
        return 0
    late = arrived.replace(tzinfo=None) - datetime.combine(on, start)
    return max(0, int(late.total_seconds() // 60))


def unsettled(person: Person, day: date) -> tuple[Problem, ...]:
    """The stops that can only be settled in the person's record, never cleared for one call-in."""
    found = approach_problems(person, day)
    return found or tuple(stop for stop in stops(person, day) if stop.code == InviteeProblem.GUARDIAN_DECLINES)


def clearing_problems(invitee: InviteeDraft, person: Person | None, day: date, reason: str) -> tuple[Problem, ...]:
    """Why the stops cannot be cleared now: not settled for a minor, nothing to clear, or no reason given."""
    found = open_stops(invitee, person, day)
    if person is None:
        return found
    if first := unsettled(person, day):
        return first
    if not found:
        return (Problem(InviteeProblem.NOTHING_TO_CLEAR),)
    if not reason.strip():
        return (Problem(InviteeProblem.CLEARED_WITHOUT_REASON, "cleared_reason"),)
    return ()
