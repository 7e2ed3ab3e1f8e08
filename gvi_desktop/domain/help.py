"""Help: what somebody asked for, and the way from the request to the first contact and on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import ClassVar

from gvi_desktop.domain.errors import Problem
from gvi_desktop.domain.record import Compartment, Draft, NoteMark, Record, free_text, ref, short
from gvi_desktop.domain.regime import add_months
from gvi_desktop.domain.rules import CommonProblem, caps, gather, in_order, missing, not_future

FOLLOW_UP_MONTHS = (3, 6, 12, 24)
GOAL_HOURS = 24
"""Within so many hours the first contact should be made."""
PROMISED_HOURS = 72
"""After so many hours it is late."""


class HelpKind(StrEnum):
    """What kind of help."""

    HOUSING = "housing"
    WORK = "work"
    SCHOOL = "school"
    TREATMENT = "treatment"
    DEBTS = "debts"
    PROTECTION = "protection"
    COUNSELLOR = "counsellor"
    EXIT_PROGRAMME = "exit_programme"
    CONTACT_PERSON = "contact_person"
    ASSOCIATION = "association"
    OTHER = "other"


class AskedHow(StrEnum):
    """Where the wish came up."""

    TALK = "talk"
    CALLIN = "callin"
    PHONE = "phone"
    PROBATION = "probation"
    OTHER = "other"


class Stage(StrEnum):
    """How far the help has come."""

    OFFERED = "offered"
    THINKING = "thinking"
    ACCEPTED = "accepted"
    FIRST_MEETING = "first_meeting"
    ASSESSMENT = "assessment"
    ONGOING = "ongoing"
    PAUSED = "paused"
    ENDED = "ended"


class HelpProblem(StrEnum):
    """What the rules may object to in help."""

    NOBODY = "help_nobody"
    PERSON_OF_ANONYMOUS = "help_person_of_anonymous"
    ENDED_WITHOUT_WHY = "help_ended_without_why"
    NO_CONSENT = "help_no_consent"
    FOLLOW_UP_WITHOUT_CONTACT = "help_follow_up_without_contact"


@dataclass(frozen=True)
class FollowUp:
    """A follow-up after so many months, and what it showed."""

    months: int
    on: date
    text: str = ""
    mark: NoteMark | None = None


@dataclass(frozen=True, kw_only=True)
class HelpDraft(Draft):
    """One offer of help to one person, or to somebody anonymous."""

    kind: ClassVar[str] = "help"
    compartment_of_kind: ClassVar[Compartment] = Compartment.HELP

    person: str | None = ref("person")
    anonymous: bool = False
    asked_on: date | None = None
    asked_at: time | None = None
    asked_how: AskedHow | None = None
    call: str | None = ref("phonecall")
    help_kind: HelpKind | None = None
    provider: str = short()
    consent: bool = False
    stage: Stage = Stage.OFFERED
    ended_why: str = free_text(500)
    first_contact_on: date | None = None
    first_contact_at: time | None = None
    followups: tuple[FollowUp, ...] = ()
    note_mark: NoteMark | None = None
    note: str = free_text(mark="note_mark")


@dataclass(frozen=True, kw_only=True)
class Help(HelpDraft, Record):
    """Stored help."""


def problems(draft: HelpDraft, today: date) -> tuple[Problem, ...]:
    """A person or anonymous, a day, a kind; contact after the request; an end with its reason; consent to go on."""
    found = []
    if not draft.anonymous and draft.person is None:
        found.append(Problem(HelpProblem.NOBODY, "person"))
    if draft.anonymous and draft.person is not None:
        found.append(Problem(HelpProblem.PERSON_OF_ANONYMOUS, "person"))
    if draft.stage is Stage.ENDED and not draft.ended_why.strip() and not draft.imported:
        found.append(Problem(HelpProblem.ENDED_WITHOUT_WHY, "ended_why"))
    past_first_meeting = draft.stage in (Stage.ASSESSMENT, Stage.ONGOING)
    if past_first_meeting and not draft.consent and not draft.imported:
        found.append(Problem(HelpProblem.NO_CONSENT, "consent"))
    return gather(
        missing(draft, "asked_on", "help_kind"),
        found,
        not_future(draft, today, "asked_on", "first_contact_on"),
        in_order(draft, "asked_on", "first_contact_on"),
        _same_day(draft),
        caps(draft),
    )


def _same_day(draft: HelpDraft) -> list[Problem]:
    """A contact on the day of the request comes after it (what a workbook says is left as it is)."""
    if draft.imported or draft.asked_on is None or draft.asked_on != draft.first_contact_on:
        return []
    if draft.asked_at is None or draft.first_contact_at is None or draft.first_contact_at >= draft.asked_at:
        return []
    return [Problem(CommonProblem.ENDS_BEFORE_START, "first_contact_at")]


def hours_to_first_contact(draft: HelpDraft) -> float | None:
    """Hours from request to first contact; whole days where no times are noted; None before the first contact."""
    if draft.asked_on is None or draft.first_contact_on is None:
        return None
    start = datetime.combine(draft.asked_on, draft.asked_at or time())
    end = datetime.combine(draft.first_contact_on, draft.first_contact_at or draft.asked_at or time())
    return max(0.0, (end - start) / timedelta(hours=1))


class FollowUpState(StrEnum):
    """How a follow-up stands."""

    COMING = "coming"
    DUE = "due"
    DONE = "done"
    MISSED = "missed"


@dataclass(frozen=True)
class FollowUpStep:
    """One of the follow-ups: after how many months, the day it falls due, how it stands, and what it showed."""

    months: int
    due_on: date
    state: FollowUpState
    done: FollowUp | None = None


def follow_up_steps(record: HelpDraft, today: date) -> tuple[FollowUpStep, ...]:
    """The follow-ups, counted from the first contact; none before it. One that a later one has overtaken is missed."""
    if record.first_contact_on is None:
        return ()
    done = {one.months: one for one in record.followups}
    days = {months: add_months(record.first_contact_on, months) for months in FOLLOW_UP_MONTHS}
    newest = max((months for months in FOLLOW_UP_MONTHS if months in done or days[months] <= today), default=0)
    steps = []
    for months, day in days.items():
        if months in done:
            state = FollowUpState.DONE
        elif months < newest:
            state = FollowUpState.MISSED
        else:
            state = FollowUpState.DUE if day <= today else FollowUpState.COMING
        steps.append(FollowUpStep(months, day, state, done.get(months)))
    return tuple(steps)
