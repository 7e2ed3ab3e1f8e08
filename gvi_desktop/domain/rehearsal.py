"""The rehearsal of a call-in: the points to go through and what is to be corrected before the meeting."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from gvi_desktop.domain.errors import Problem
from gvi_desktop.domain.record import SHORT
from gvi_desktop.domain.rules import CommonProblem, reached

MOST_POINTS = 60
"""Points and corrections that one rehearsal may have."""
WHO = 80
"""Characters of who sees to a correction: as many as a task's owner has."""


class RehearsalProblem(StrEnum):
    """What the rules may object to in the lists of a rehearsal."""

    TOO_MANY = "rehearsal_too_many"
    ALREADY_TASK = "rehearsal_already_task"


@dataclass(frozen=True)
class Check:
    """One point of the rehearsal's list."""

    text: str
    done: bool = False


@dataclass(frozen=True)
class Correction:
    """Something the rehearsal showed: what, who sees to it, by when, since when it is done, and the task it became."""

    text: str
    who: str = ""
    due_on: date | None = None
    done_on: date | None = None
    task: str = ""


def checks_of(texts: Iterable[str], before: Sequence[Check] = ()) -> tuple[Check, ...]:
    """A list of these points, each once; what was ticked off under the same words stays so."""
    done = {check.text for check in before if check.done}
    clean = dict.fromkeys(" ".join(text.split()) for text in texts)
    return tuple(Check(text, text in done) for text in clean if text)


def open_corrections(corrections: Iterable[Correction], tasks_done: Collection[str] = ()) -> tuple[Correction, ...]:
    """The corrections not made yet; one that became a task is made when its task is done."""
    return tuple(one for one in corrections if one.done_on is None and not (one.task and one.task in tasks_done))


def list_problems(checks: Sequence[Check], corrections: Sequence[Correction]) -> tuple[Problem, ...]:
    """Every point and correction says something short, and there are not too many."""
    found: list[Problem] = []
    if any(not one.text.strip() for one in corrections):
        found.append(Problem("missing", "text"))
    if any(len(one.text) > SHORT for one in corrections):
        found.append(Problem(CommonProblem.TOO_LONG, "text", {"cap": SHORT}))
    if any(len(one.who) > WHO for one in corrections):
        found.append(Problem(CommonProblem.TOO_LONG, "who", {"cap": WHO}))
    if any(len(one.text) > SHORT for one in checks):
        found.append(Problem(CommonProblem.TOO_LONG, "points", {"cap": SHORT}))
    if not all(reached(one.due_on) for one in corrections):
        found.append(Problem(CommonProblem.IMPROBABLE_DATE, "due_on"))
    if max(len(checks), len(corrections)) > MOST_POINTS:
        found.append(Problem(RehearsalProblem.TOO_MANY, None, {"most": MOST_POINTS}))
    return tuple(found)
