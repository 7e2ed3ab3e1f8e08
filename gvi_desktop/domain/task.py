"""Tasks: what is to be done, by which agency, by when - on a date or so many days from a call-in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from gvi_desktop.domain.errors import Problem
from gvi_desktop.domain.record import Draft, NoteMark, Record, free_text, ref, short
from gvi_desktop.domain.rules import caps, gather, missing


@dataclass(frozen=True, kw_only=True)
class TaskDraft(Draft):
    """A task; with `callin` and `offset_days` it moves when the call-in moves."""

    kind: ClassVar[str] = "task"

    title: str = short()
    owner_agency: str = short()
    owner: str = short(80)
    due_on: date | None = None
    callin: str | None = ref("callin")
    offset_days: int | None = None
    subject_kind: str = short(20)
    subject: str | None = None
    done_on: date | None = None
    note_mark: NoteMark | None = None
    note: str = free_text(mark="note_mark")


@dataclass(frozen=True, kw_only=True)
class Task(TaskDraft, Record):
    """A stored task."""

    @property
    def open(self) -> bool:
        """Not done yet."""
        return self.done_on is None


class TaskProblem(StrEnum):
    """What the rules may object to in a task."""

    DONE_AHEAD = "task_done_ahead"
    DONE_BEFORE = "task_already_done"


class Due(StrEnum):
    """When a task is due, seen from a day; the groups of the task list."""

    OVERDUE = "overdue"
    TODAY = "today"
    LATER = "later"
    DONE = "done"


def due(task: TaskDraft, today: date) -> Due:
    """Which group of the list the task is in."""
    if task.done_on is not None:
        return Due.DONE
    if task.due_on is None or task.due_on > today:
        return Due.LATER
    return Due.TODAY if task.due_on == today else Due.OVERDUE


def problems(draft: TaskDraft) -> tuple[Problem, ...]:
    """A title and a due date."""
    return gather(missing(draft, "title", "due_on"), caps(draft))
