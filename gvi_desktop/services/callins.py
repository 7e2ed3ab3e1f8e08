"""Call-ins: made from a plan, moved with their open tasks, decided on, held and followed up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any, Literal

from sqlalchemy import func, select

from gvi_desktop.domain.callin import (
    Callin,
    CallinDraft,
    CallinProblem,
    CallinStatus,
    GoDecision,
    Readiness,
    closed,
    prepared,
    problems,
    stops,
)
from gvi_desktop.domain.errors import NotFoundError, Problem, RefusedError
from gvi_desktop.domain.invitee import Attendance, Invitee
from gvi_desktop.domain.plan import Plan
from gvi_desktop.domain.rules import caps, out_of_reach
from gvi_desktop.domain.task import Task
from gvi_desktop.services import readiness as readiness_service
from gvi_desktop.services import speakers, tasks
from gvi_desktop.services.unit import Unit

Which = Literal["72", "24"]
DETAILS = ("number", "start", "venue", "groups", "owner", "security_note")
"""Fields that are simply set; the date moves tasks, and the rest is decided by acts of its own."""


def get(unit: Unit, callin_id: str) -> Callin:
    """The call-in with that id."""
    return unit.get(Callin, callin_id)


def by_number(unit: Unit, number: int) -> Callin:
    """The call-in with that number; NotFoundError when there is none."""
    found = unit.find(Callin, unit.table(Callin).c.number == number, limit=1)
    if not found:
        raise NotFoundError("callin_unknown_number", number=number)
    return found[0]


def next_number(unit: Unit) -> int:
    """The number a new call-in is offered."""
    c = unit.table(Callin).c
    largest = unit.connection.execute(select(func.max(c.number)).where(c.removed == 0)).scalar()
    return (largest or 0) + 1


def create(unit: Unit, draft: CallinDraft, plan_id: str | None = None) -> str:
    """A planned call-in, with the tasks of its plan on their dates; returns its id."""
    draft = replace(draft, plan=plan_id, status=CallinStatus.PLANNED)
    _check(unit, draft)
    callin = unit.add(Callin, draft)
    if plan_id:
        tasks.add_planned(unit, callin, unit.get(Plan, plan_id))
    return callin.id


def change(unit: Unit, callin_id: str, draft: CallinDraft) -> str:
    """Change number, hour, venue, groups, owner, security note and date; open tasks follow the date."""
    callin = unit.get(Callin, callin_id)
    _check(unit, draft, callin_id)
    if draft.on != callin.on and draft.on is not None:
        if callin.ahead:
            _move(unit, callin, draft.on)
        else:  # a correction of history: nothing is left to move, and what was held has been
            if callin.ended and draft.on > unit.today:
                _refuse((Problem(CallinProblem.DAY_AHEAD, "on"),))
            unit.change(Callin, callin_id, on=draft.on)
    unit.change(Callin, callin_id, **{name: getattr(draft, name) for name in DETAILS})
    return callin_id


def move(unit: Unit, callin_id: str, new_day: date) -> None:
    """Another date: open tasks with an offset move along, and a decision about the old date no longer counts."""
    callin = unit.get(Callin, callin_id)
    _refuse(closed(callin))
    _refuse(tuple(out_of_reach(replace(callin, on=new_day))))
    _move(unit, callin, new_day)


def _move(unit: Unit, callin: Callin, new_day: date) -> None:
    unit.title = "callin.move"
    status = callin.status
    if status in (CallinStatus.GO, CallinStatus.POSTPONED):
        i = unit.table(Invitee).c
        status = prepared(callin, unit.count(Invitee, i.callin == callin.id, i.noticed_on.is_not(None)))
    unit.change(Callin, callin.id, on=new_day, status=status, go_72=None, go_72_reason="", go_24=None, go_24_reason="")
    tasks.follow(unit, callin.id, new_day)


def readiness(unit: Unit, callin_id: str) -> Readiness:
    """What its go/no-go is judged by."""
    callin = unit.get(Callin, callin_id)
    return readiness_service.of_callins(unit, [callin])[callin_id]


def go_stops(unit: Unit, callin_id: str) -> tuple[Problem, ...]:
    """Everything that keeps the call-in from *go*; empty when nothing does."""
    callin = unit.get(Callin, callin_id)
    return stops(callin, readiness(unit, callin_id))


def decide(unit: Unit, callin_id: str, which: Which, decision: GoDecision, reason: str) -> None:
    """The decision 72 or 24 hours before: the only way to *go*, which is refused with every stop there is (records.md,
    call-in rules). A stop that arises later halts it until it is dealt with. *Postpone* needs its reason too."""
    unit.title = "callin.decide"
    callin = unit.get(Callin, callin_id)
    _refuse(closed(callin))
    if not reason.strip():
        raise RefusedError([Problem(CallinProblem.DECISION_WITHOUT_REASON, f"go_{which}_reason")], kind="callin")
    if decision is GoDecision.GO:
        _refuse(go_stops(unit, callin_id))
    status = CallinStatus.GO if decision is GoDecision.GO else CallinStatus.POSTPONED
    values: dict[str, Any] = {f"go_{which}": decision, f"go_{which}_reason": reason.strip()}
    _refuse(tuple(caps(replace(callin, **values))))
    unit.change(Callin, callin_id, status=status, **values)


def postpone(unit: Unit, callin_id: str, reason: str) -> None:
    """Not on that date; the reason is kept with the decision it is nearest to."""
    callin = unit.get(Callin, callin_id)
    near = callin.on is not None and (callin.on - unit.today).days <= 1
    decide(unit, callin_id, "24" if near else "72", GoDecision.POSTPONE, reason)


def rehearse(unit: Unit, callin_id: str, on: date, note: str = "") -> None:
    """The full rehearsal has been held; not on a day that is still to come."""
    callin = unit.get(Callin, callin_id)
    _refuse(closed(callin))
    if on > unit.today:
        raise RefusedError([Problem(CallinProblem.DAY_AHEAD, "rehearsed_on")], kind="callin")
    unit.title = "callin.rehearse"
    earlier = callin.status in (CallinStatus.PLANNED, CallinStatus.INVITED)
    status = CallinStatus.REHEARSED if earlier else callin.status
    _refuse(tuple(caps(replace(callin, rehearsed_on=on, rehearsal_note=note.strip()))))
    unit.change(Callin, callin_id, rehearsed_on=on, rehearsal_note=note.strip(), status=status)


def hold(unit: Unit, callin_id: str) -> None:
    """The meeting is over: who checked in has come, and who did not has stayed away, unless something else is noted.

    What each speaker said is pinned, by version and hash. Refused while the decision to go ahead does not hold.
    """
    callin = unit.get(Callin, callin_id)
    _refuse(closed(callin))
    if callin.status is not CallinStatus.GO:
        raise RefusedError([Problem(CallinProblem.NOT_GO)], kind="callin")
    if callin.on is None or callin.on > unit.today:
        raise RefusedError([Problem(CallinProblem.DAY_AHEAD)], kind="callin")
    _refuse(readiness_service.halted(unit, callin))
    unit.title = "callin.hold"
    unit.change(Callin, callin_id, status=CallinStatus.HELD)
    for invitee in unit.find(Invitee, unit.table(Invitee).c.callin == callin_id):
        if invitee.result is None:
            came = invitee.checked_in is not None
            unit.change(Invitee, invitee.id, result=Attendance.CAME if came else Attendance.NO_SHOW)
    speakers.pin(unit, callin)


def debrief(unit: Unit, callin_id: str, text: str) -> None:
    """What those who arranged the meeting made of it."""
    draft = replace(unit.get(Callin, callin_id), debrief=text.strip())
    _refuse(problems(draft))
    unit.change(Callin, callin_id, debrief=draft.debrief)


def follow_up(unit: Unit, callin_id: str, on: date) -> None:
    """The follow-up meeting has been held; only after the call-in itself."""
    callin = unit.get(Callin, callin_id)
    if not callin.ended:
        raise RefusedError([Problem(CallinProblem.NOT_HELD)], kind="callin")
    if on > unit.today:
        raise RefusedError([Problem(CallinProblem.DAY_AHEAD, "followed_up_on")], kind="callin")
    unit.title = "callin.follow_up"
    unit.change(Callin, callin_id, status=CallinStatus.FOLLOWED_UP, followed_up_on=on)


def cancel(unit: Unit, callin_id: str, reason: str) -> None:
    """It will not take place at all: its open tasks leave the list (undo brings both back)."""
    callin = unit.get(Callin, callin_id)
    _refuse(closed(callin))
    if not reason.strip():
        raise RefusedError([Problem(CallinProblem.DECISION_WITHOUT_REASON, "cancelled_reason")], kind="callin")
    unit.title = "callin.cancel"
    _refuse(tuple(caps(replace(callin, cancelled_reason=reason.strip()))))
    unit.change(Callin, callin_id, status=CallinStatus.CANCELLED, cancelled_reason=reason.strip())
    t = unit.table(Task).c
    for task in unit.find(Task, t.callin == callin_id, t.done_on.is_(None)):
        unit.remove(Task, task.id)


def _check(unit: Unit, draft: CallinDraft, own_id: str = "") -> None:
    found = list(problems(draft))
    c = unit.table(Callin).c
    if draft.number is not None and unit.count(Callin, c.number == draft.number, c.id != own_id):
        found.append(Problem(CallinProblem.NUMBER_TAKEN, "number", {"number": draft.number}))
    _refuse(tuple(found))


def _refuse(found: tuple[Problem, ...]) -> None:
    if found:
        raise RefusedError(found, kind="callin")
