"""Call-ins: the meeting in the room, its plan, its go/no-go and what stops it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from typing import ClassVar

from gvi_desktop.domain.errors import Problem
from gvi_desktop.domain.record import Draft, Record, free_text, ref, refs, short
from gvi_desktop.domain.rehearsal import Check, Correction, open_corrections
from gvi_desktop.domain.rules import caps, gather, missing

LENGTH_MINUTES = 60


class CallinStatus(StrEnum):
    """How far a call-in has come."""

    PLANNED = "planned"
    INVITED = "invited"
    REHEARSED = "rehearsed"
    GO = "go"
    POSTPONED = "postponed"
    HELD = "held"
    FOLLOWED_UP = "followed_up"
    CANCELLED = "cancelled"


ENDED = frozenset({CallinStatus.HELD, CallinStatus.FOLLOWED_UP})
"""The meeting has taken place."""


class GoDecision(StrEnum):
    """Go or postpone, decided 72 and 24 hours before."""

    GO = "go"
    POSTPONE = "postpone"


class CallinProblem(StrEnum):
    """What keeps a call-in from *go*, or a call-in from being saved."""

    NUMBER_TAKEN = "callin_number_taken"
    DECISION_WITHOUT_REASON = "callin_decision_without_reason"
    MESSAGE_UNCOVERED = "callin_message_uncovered"
    SCRIPT_UNAPPROVED = "callin_script_unapproved"
    NO_SPEAKERS = "callin_no_speakers"
    SPEAKER_UNCONFIRMED = "callin_speaker_unconfirmed"
    SPEAKER_WITHOUT_SCRIPT = "callin_speaker_without_script"
    NO_INVITEES = "callin_no_invitees"
    INVITEE_STOPPED = "callin_invitee_stopped"
    REHEARSAL_MISSING = "callin_rehearsal_missing"
    NOT_GO = "callin_not_go"
    GO_HALTED = "callin_go_halted"
    ALREADY_HELD = "callin_already_held"
    IS_CANCELLED = "callin_is_cancelled"
    NOT_HELD = "callin_not_held"
    DAY_AHEAD = "callin_day_ahead"


class CallinWarningProblem(StrEnum):
    """What should be looked at before the decision but does not keep a call-in from *go*."""

    PROGRAMME_LONG = "callin_programme_long"
    CHECKS_OPEN = "callin_checks_open"
    CORRECTION_OPEN = "callin_correction_open"


@dataclass(frozen=True, kw_only=True)
class CallinDraft(Draft):
    """A planned or held call-in."""

    kind: ClassVar[str] = "callin"

    number: int | None = None
    on: date | None = None
    start: time | None = None
    venue: str = short()
    status: CallinStatus = CallinStatus.PLANNED
    groups: frozenset[str] = refs("group")
    owner: str = short(80)
    plan: str | None = ref("plan")
    rehearsed_on: date | None = None
    rehearsal_note: str = free_text()
    rehearsal_checks: tuple[Check, ...] = ()
    corrections: tuple[Correction, ...] = ()
    go_72: GoDecision | None = None
    go_72_reason: str = free_text()
    go_24: GoDecision | None = None
    go_24_reason: str = free_text()
    security_note: str = free_text()
    debrief: str = free_text()
    followed_up_on: date | None = None
    cancelled_reason: str = free_text()


@dataclass(frozen=True, kw_only=True)
class Callin(CallinDraft, Record):
    """A stored call-in."""

    @property
    def ended(self) -> bool:
        """The meeting has taken place."""
        return self.status in ENDED

    @property
    def ahead(self) -> bool:
        """Neither held nor cancelled: still to be prepared."""
        return not self.ended and self.status is not CallinStatus.CANCELLED


@dataclass(frozen=True)
class Readiness:
    """What `go` is judged by: one entry a speaker and an invitee, gathered by the service."""

    covered: frozenset[str]
    """Messages ("1", "2", "3") that approved scripts of this call-in cover."""
    unapproved_scripts: tuple[str, ...]
    speakers: int
    unconfirmed: tuple[str, ...]
    without_script: tuple[str, ...]
    invitees: int
    stopped: tuple[str, ...]


MESSAGES = ("1", "2", "3")


def problems(draft: CallinDraft) -> tuple[Problem, ...]:
    """A number and a date; decisions with a reason."""
    found = [
        Problem(CallinProblem.DECISION_WITHOUT_REASON, f"{name}_reason")
        for name in ("go_72", "go_24")
        if getattr(draft, name) is not None and not getattr(draft, f"{name}_reason").strip()
    ]
    return gather(missing(draft, "number", "on"), found, caps(draft))


def closed(callin: Callin) -> tuple[Problem, ...]:
    """Why nothing of the plan may change any more: the call-in has been held or cancelled."""
    if callin.ended:
        return (Problem(CallinProblem.ALREADY_HELD),)
    return () if callin.ahead else (Problem(CallinProblem.IS_CANCELLED),)


def prepared(callin: CallinDraft, noticed: int) -> CallinStatus:
    """How far a call-in has come that nothing is decided on (any more): `noticed` people have got their notice."""
    if callin.rehearsed_on is not None:
        return CallinStatus.REHEARSED
    return CallinStatus.INVITED if noticed else CallinStatus.PLANNED


def stops(callin: CallinDraft, ready: Readiness) -> tuple[Problem, ...]:
    """Why this call-in cannot be *go* (records.md, call-in rules); empty when it can."""
    found: list[Problem] = []
    for message in MESSAGES:
        if message not in ready.covered:
            found.append(Problem(CallinProblem.MESSAGE_UNCOVERED, None, {"message": message}))
    found += _named(CallinProblem.SCRIPT_UNAPPROVED, ready.unapproved_scripts)
    if not ready.speakers:
        found.append(Problem(CallinProblem.NO_SPEAKERS))
    found += _named(CallinProblem.SPEAKER_UNCONFIRMED, ready.unconfirmed)
    found += _named(CallinProblem.SPEAKER_WITHOUT_SCRIPT, ready.without_script)
    if not ready.invitees:
        found.append(Problem(CallinProblem.NO_INVITEES))
    found += _named(CallinProblem.INVITEE_STOPPED, ready.stopped)
    if callin.rehearsed_on is None:
        found.append(Problem(CallinProblem.REHEARSAL_MISSING, "rehearsed_on"))
    return tuple(found)


def halts(callin: Callin, ready: Readiness) -> tuple[Problem, ...]:
    """Why a decision to go ahead does not hold now: what has come to stop the call-in since; empty while it holds."""
    found = stops(callin, ready) if callin.status is CallinStatus.GO else ()
    return (Problem(CallinProblem.GO_HALTED), *found) if found else ()


def warnings(callin: CallinDraft, minutes: int, tasks_done: Collection[str] = ()) -> tuple[Problem, ...]:
    """What those who decide should know: a programme of more `minutes` than there are, and what the rehearsal left
    open; `tasks_done` are ids of tasks that are done."""
    found: list[Problem] = []
    if minutes > LENGTH_MINUTES:
        over = {"minutes": minutes - LENGTH_MINUTES, "limit": LENGTH_MINUTES}
        found.append(Problem(CallinWarningProblem.PROGRAMME_LONG, None, over))
    if unticked := sum(not check.done for check in callin.rehearsal_checks):
        found.append(Problem(CallinWarningProblem.CHECKS_OPEN, None, {"count": unticked}))
    for one in open_corrections(callin.corrections, tasks_done):
        found.append(Problem(CallinWarningProblem.CORRECTION_OPEN, None, {"name": one.text}))
    return tuple(found)


def _named(code: CallinProblem, names: Sequence[str]) -> list[Problem]:
    return [Problem(code, None, {"name": name}) for name in names]
