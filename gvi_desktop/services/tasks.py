"""Tasks: by due date, of one's own, of one's agency or of a call-in, whose tasks move along with its date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from sqlalchemy import ColumnElement, func, select

from gvi_desktop.domain.agency import Agency, AgencyKind
from gvi_desktop.domain.callin import Callin
from gvi_desktop.domain.errors import Problem, RefusedError
from gvi_desktop.domain.kinds import BY_KIND
from gvi_desktop.domain.plan import Plan, due_dates
from gvi_desktop.domain.task import Due, Task, TaskDraft, TaskProblem, due, problems
from gvi_desktop.services import listing, search
from gvi_desktop.services.pickers import Choice
from gvi_desktop.services.unit import Unit
from gvi_desktop.wording import Words

Whose = Literal["all", "own", "agency"]


@dataclass(frozen=True)
class TaskLine:
    """A task as a list shows it: the group it is in, and the number of its call-in."""

    task: Task
    due: Due
    callin: int | None = None

    @property
    def id(self) -> str:
        """The task's id."""
        return self.task.id


@dataclass(frozen=True)
class TaskView:
    """A task as its reading view shows it: with what it is about, in words."""

    line: TaskLine
    subject: str = ""


# ------------------------------------------------------------------ reading


def get(unit: Unit, task_id: str) -> Task:
    """The task with that id."""
    return unit.get(Task, task_id)


def view(unit: Unit, task_id: str) -> TaskView:
    """The task with its call-in and subject; people are told by code name."""
    unit.get(Task, task_id)
    line = lines(unit, [task_id])[0]
    record = BY_KIND.get(line.task.subject_kind)
    found = unit.by_ids(record, [line.task.subject]) if record is not None and line.task.subject else {}
    return TaskView(line, next((search.shown(one)[0] for one in found.values()), ""))


def open_ids(
    unit: Unit, text: str = "", whose: Whose = "all", sort: str = "due_on", descending: bool = False
) -> Sequence[str]:
    """Ids of tasks not done, by due date unless sorted otherwise."""
    t = unit.table(Task).c
    return listing.ids(
        unit, Task, t.done_on.is_(None), *_whose(unit, whose), text=text, sort=sort or "due_on", descending=descending
    )


def groups(unit: Unit, text: str = "", whose: Whose = "all") -> dict[Due, list[str]]:
    """Ids of the open tasks by when they are due (overdue, today, later), each group by date."""
    t, today = unit.table(Task).c, unit.today.isoformat()
    where = [t.removed == 0, t.done_on.is_(None), *_whose(unit, whose)]
    if text.strip():
        where.append(listing.among(t.id, listing.matching(unit, Task, text)))
    found: dict[Due, list[str]] = {Due.OVERDUE: [], Due.TODAY: [], Due.LATER: []}
    undated = []
    # One pass along the index of due dates; those without a date come first there and last here.
    for task_id, day in unit.connection.execute(select(t.id, t.due_on).where(*where).order_by(t.due_on, t.id)):
        if day is None:
            undated.append(task_id)
        else:
            found[Due.OVERDUE if day < today else Due.TODAY if day == today else Due.LATER].append(task_id)
    found[Due.LATER] += undated
    return found


def done_ids(unit: Unit, text: str = "", whose: Whose = "all") -> Sequence[str]:
    """Ids of the tasks that are done, the latest first."""
    t = unit.table(Task).c
    done = t.done_on.is_not(None)
    return listing.ids(unit, Task, done, *_whose(unit, whose), text=text, sort="done_on", descending=True)


def lines(unit: Unit, ids: Sequence[str]) -> list[TaskLine]:
    """The lines of these ids, in the same order."""
    found = listing.lines(unit, Task, ids)
    callins = unit.by_ids(Callin, {task.callin for task in found})
    numbers = {one.id: one.number for one in callins.values()}
    return [TaskLine(task, due(task, unit.today), numbers.get(task.callin or "")) for task in found]


def of_callin(unit: Unit, callin_id: str) -> list[Task]:
    """The tasks of a call-in, by date."""
    t = unit.table(Task).c
    return unit.find(Task, t.callin == callin_id, order_by=(t.due_on, t.made_at, t.id))


def waiting(unit: Unit) -> int:
    """How many tasks are overdue or due today."""
    t = unit.table(Task).c
    query = select(func.count()).where(t.removed == 0, t.done_on.is_(None), t.due_on <= unit.today.isoformat())
    return int(unit.connection.execute(query).scalar_one())


def _whose(unit: Unit, whose: Whose) -> list[ColumnElement[bool]]:
    t = unit.table(Task).c
    if whose == "own":
        return [t.owner == unit.user.name]
    return [t.owner_agency == unit.user.agency] if whose == "agency" else []


SUBJECTS = ("person", "group", "callin", "round", "focus")
"""Kinds of records a task may be about."""


def subject_options(unit: Unit, text: str) -> list[Choice]:
    """What a task may be about, by the beginnings of its words; ids are written kind:id."""
    hits = search.find(unit, text, kinds=SUBJECTS, limit=5)
    return [Choice(f"{hit.kind}:{hit.id}", hit.title, hit.note) for hit in hits]


def resolve_subjects(unit: Unit, ids: Sequence[str]) -> list[Choice]:
    """The choices of known subjects."""
    made = []
    for one in ids:
        kind, _, record_id = one.partition(":")
        for record in unit.by_ids(BY_KIND[kind], [record_id]).values() if kind in BY_KIND else ():
            made.append(Choice(one, *search.shown(record)))
    return made


# ------------------------------------------------------------------ writing


def add(unit: Unit, draft: TaskDraft) -> str:
    """A new task; with a call-in and a date it keeps its distance from the meeting."""
    draft = _with_offset(unit, draft)
    _refuse(problems(draft))
    return unit.add(Task, draft).id


def change(unit: Unit, task_id: str, draft: TaskDraft) -> str:
    """Change a task."""
    unit.get(Task, task_id)
    draft = _with_offset(unit, draft)
    _refuse(problems(draft))
    unit.put(Task, task_id, draft)
    return task_id


def move(unit: Unit, task_id: str, day: date) -> None:
    """Another date for one task."""
    unit.title = "task.move"
    task = _with_offset(unit, replace(unit.get(Task, task_id), due_on=day))
    unit.change(Task, task_id, due_on=task.due_on, offset_days=task.offset_days)


def finish(unit: Unit, task_id: str, on: date | None = None) -> None:
    """Done, today or on an earlier day."""
    unit.title = "task.finish"
    day = on or unit.today
    if day > unit.today:
        raise RefusedError([Problem(TaskProblem.DONE_AHEAD, "done_on")], kind="task")
    unit.get(Task, task_id)
    unit.change(Task, task_id, done_on=day)


def reopen(unit: Unit, task_id: str) -> None:
    """Not done after all."""
    unit.title = "task.reopen"
    unit.get(Task, task_id)
    unit.change(Task, task_id, done_on=None)


def remove(unit: Unit, task_id: str) -> None:
    """Take the task out of the list."""
    unit.remove(Task, task_id)


def add_planned(unit: Unit, callin: Callin, plan: Plan) -> None:
    """The tasks of a plan for a call-in on its day."""
    if callin.on is None:
        return
    owners = _owners(unit)
    for step, day in due_dates(plan, callin.on):
        unit.add(
            Task,
            TaskDraft(
                title=step.title,
                owner_agency=owners[step.owner],
                due_on=day,
                callin=callin.id,
                offset_days=step.days,
            ),
        )


def follow(unit: Unit, callin_id: str, day: date) -> None:
    """Open tasks with an offset move to their distance from the call-in's new day."""
    t = unit.table(Task).c
    for task in unit.find(Task, t.callin == callin_id, t.done_on.is_(None), t.offset_days.is_not(None)):
        unit.change(Task, task.id, due_on=day + timedelta(days=task.offset_days or 0))


def _with_offset(unit: Unit, draft: TaskDraft) -> TaskDraft:
    if not draft.callin or draft.due_on is None:
        return replace(draft, offset_days=None)
    on = unit.get(Callin, draft.callin).on
    return replace(draft, offset_days=(draft.due_on - on).days if on else None)


def _owners(unit: Unit) -> dict[AgencyKind, str]:
    """What a task's owner is called: the office itself, the one agency of that kind in the register, or the kind."""
    known: dict[AgencyKind, list[str]] = {}
    for agency in unit.find(Agency):
        known.setdefault(agency.agency_kind, []).append(agency.name)
    words = Words(unit.office.language.value)
    named = {kind: names[0] if len(names := known.get(kind, [])) == 1 else words.value(kind) for kind in AgencyKind}
    return named | {unit.office.agency_kind: unit.office.agency}


def _refuse(found: tuple[Problem, ...]) -> None:
    if found:
        raise RefusedError(found, kind="task")
