"""The rehearsal of a call-in: its list of points, and the corrections, each of which may become a task."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import TypeVar

from gvi_desktop import paths
from gvi_desktop.domain.callin import Callin, closed
from gvi_desktop.domain.errors import Problem, RefusedError
from gvi_desktop.domain.rehearsal import Check, Correction, RehearsalProblem, checks_of, list_problems
from gvi_desktop.domain.rules import CommonProblem
from gvi_desktop.domain.task import Task, TaskDraft
from gvi_desktop.services import tasks
from gvi_desktop.services.unit import Unit

T = TypeVar("T")
EARLIER = 20
"""So many of the latest call-ins are asked for a list to begin with."""


def template(unit: Unit) -> tuple[str, ...]:
    """The points to begin with: those of the latest other call-in that has some, else the shipped ones."""
    c = unit.table(Callin).c
    for callin in unit.find(Callin, order_by=c.on.desc(), limit=EARLIER):
        if callin.rehearsal_checks:
            return tuple(check.text for check in callin.rehearsal_checks)
    shipped = paths.resource("plans", f"{unit.office.language.value}.toml").read_text(encoding="utf-8")
    return tuple(point["text"] for point in tomllib.loads(shipped)["rehearsal"])


def begin(unit: Unit, callin_id: str) -> None:
    """A list of its own for this call-in; points that it has already stay as they are."""
    unit.title = "callin.rehearsal_list"
    callin = _open(unit, callin_id)
    before = [check.text for check in callin.rehearsal_checks]
    _keep(unit, callin, checks=checks_of([*before, *template(unit)], callin.rehearsal_checks))


def set_points(unit: Unit, callin_id: str, points: Sequence[str]) -> None:
    """Exactly these points, in this order; those ticked off under the same words stay so."""
    unit.title = "callin.rehearsal_list"
    callin = _open(unit, callin_id)
    _keep(unit, callin, checks=checks_of(points, callin.rehearsal_checks))


def tick(unit: Unit, callin_id: str, at: int, done: bool = True) -> None:
    """A point has been gone through (or not after all)."""
    unit.title = "callin.rehearsal_tick"
    callin = _open(unit, callin_id)
    check = _of(callin.rehearsal_checks, at)
    _keep(unit, callin, checks=_with(callin.rehearsal_checks, at, replace(check, done=done)))


def correct(unit: Unit, callin_id: str, correction: Correction) -> None:
    """The rehearsal showed something that is to be changed before the meeting."""
    unit.title = "callin.correction"
    callin = _open(unit, callin_id)
    _keep(unit, callin, corrections=(*callin.corrections, _clean(correction)))


def change(unit: Unit, callin_id: str, at: int, correction: Correction) -> None:
    """Other words, somebody else or another day; a task it has become follows."""
    unit.title = "callin.correction"
    callin = _open(unit, callin_id)
    before = _of(callin.corrections, at)
    changed = replace(_clean(correction), done_on=before.done_on, task=before.task)
    _keep(unit, callin, corrections=_with(callin.corrections, at, changed))
    if (task := _task(unit, before)) is not None:
        draft = replace(task, title=changed.text, owner=changed.who, due_on=changed.due_on or task.due_on)
        tasks.change(unit, task.id, draft)


def finish(unit: Unit, callin_id: str, at: int, done: bool = True) -> None:
    """The correction has been made today (or not after all); its task follows."""
    unit.title = "callin.correction_done"
    callin = _open(unit, callin_id)
    before = _of(callin.corrections, at)
    changed = replace(before, done_on=unit.today if done else None)
    _keep(unit, callin, corrections=_with(callin.corrections, at, changed))
    if (task := _task(unit, before)) is not None and task.open == done:
        unit.change(Task, task.id, done_on=changed.done_on)


def drop(unit: Unit, callin_id: str, at: int) -> None:
    """It was no correction: out of the list, and its task with it."""
    unit.title = "callin.correction"
    callin = _open(unit, callin_id)
    gone = _of(callin.corrections, at)
    _keep(unit, callin, corrections=tuple(one for place, one in enumerate(callin.corrections) if place != at))
    if (task := _task(unit, gone)) is not None:
        unit.remove(Task, task.id)


def make_task(unit: Unit, callin_id: str, at: int) -> str:
    """The correction as a task of this call-in: by its day, else the day before the meeting; returns the task's id."""
    unit.title = "callin.correction_task"
    callin = _open(unit, callin_id)
    correction = _of(callin.corrections, at)
    if _task(unit, correction) is not None or correction.done_on is not None:
        raise RefusedError(RehearsalProblem.ALREADY_TASK, kind="callin")
    day = correction.due_on or (callin.on - timedelta(days=1) if callin.on else None)
    draft = TaskDraft(
        title=correction.text, owner=correction.who, owner_agency=unit.office.agency, due_on=day, callin=callin_id
    )
    made = tasks.add(unit, draft)
    _keep(unit, callin, corrections=_with(callin.corrections, at, replace(correction, due_on=day, task=made)))
    return made


# ------------------------------------------------------------------ inside


def _open(unit: Unit, callin_id: str) -> Callin:
    callin = unit.get(Callin, callin_id)
    if found := closed(callin):
        raise RefusedError(found, kind="callin")
    return callin


def _keep(
    unit: Unit, callin: Callin, checks: Sequence[Check] | None = None, corrections: Sequence[Correction] | None = None
) -> None:
    listed = tuple(callin.rehearsal_checks if checks is None else checks)
    open_ones = tuple(callin.corrections if corrections is None else corrections)
    if found := list_problems(listed, open_ones):
        raise RefusedError(found, kind="callin")
    unit.change(Callin, callin.id, rehearsal_checks=listed, corrections=open_ones)


def _clean(correction: Correction) -> Correction:
    return replace(correction, text=" ".join(correction.text.split()), who=" ".join(correction.who.split()))


def _task(unit: Unit, correction: Correction) -> Task | None:
    """The task it has become, unless that has been taken away."""
    return unit.by_ids(Task, [correction.task]).get(correction.task)


def _of(items: Sequence[T], at: int) -> T:
    if not 0 <= at < len(items):  # somebody else has changed the list meanwhile
        raise RefusedError([Problem(CommonProblem.UNKNOWN_RECORD)], kind="callin")
    return items[at]


def _with(items: Sequence[T], at: int, item: T) -> tuple[T, ...]:
    return (*items[:at], item, *items[at + 1 :])
