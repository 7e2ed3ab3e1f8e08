"""Which of the concepts' rules hold for history: what makes an entry impossible, not what a new entry must have."""

from __future__ import annotations

from datetime import date
from typing import Any

from gvi_desktop.domain import (
    callin,
    focus,
    group,
    guardian,
    help,
    incident,
    invitee,
    measure,
    membership,
    notification,
    person,
    phonecall,
)
from gvi_desktop.domain import round as round_
from gvi_desktop.domain.errors import Problem
from gvi_desktop.domain.record import Draft
from gvi_desktop.intake.cell import Fault
from gvi_desktop.intake.reading import ReadRow

ESSENTIAL: dict[str, frozenset[str]] = {
    "person": frozenset(),
    "guardian": frozenset({"name"}),
    "group": frozenset({"name"}),
    "membership": frozenset({"person", "group"}),
    "callin": frozenset({"number", "on"}),
    "invitee": frozenset({"callin", "person"}),
    "round": frozenset({"name"}),
    "notification": frozenset({"person", "on", "outcome"}),
    "phonecall": frozenset({"on"}),
    "incident": frozenset({"on"}),
    "focus": frozenset({"group", "start_on"}),
    "measure": frozenset({"focus", "what"}),
    "help": frozenset({"asked_on", "help_kind"}),
}
"""Without these there is no entry. Everything else may be missing and is seen to in the review."""
HOLDING = frozenset(
    {"too_long", "in_future", "improbable_date", "ends_before_start", "person_no_name", "group_bad_size"}
)
"""Objections that hold for history too: the entry would be wrong, not only incomplete."""
COLUMN_OF = {
    ("person", "address"): ("address",),
    ("person", "contact_ways"): ("contact",),
    ("person", "given_name"): ("given_name", "name", "name_reversed", "number", "code_name"),
    ("person", "family_name"): ("family_name", "name", "name_reversed"),
    ("person", "birth_date"): ("birth_date", "identity"),
    ("incident", "incident_type"): ("type",),
    ("incident", "on"): ("on", "incident"),
    ("membership", "review_on"): ("review_on", "next_review_on"),
    ("measure", "what"): ("measures",),
    ("guardian", "name"): ("guardian",),
    ("callin", "start"): ("start",),
}
"""Columns of the workbook that a field comes from, where they are called otherwise."""


def faults_of(draft: Draft, row: ReadRow, today: date) -> list[Fault]:
    """What is wrong with a draft, at the cells of its row."""
    kind = draft.kind
    found = [one for one in _problems(draft, today) if _holds(kind, one)]
    if kind == "notification" and getattr(draft, "outcome", None) is None:
        found.append(Problem("missing", "outcome"))
    return [_at_cell(kind, one, row) for one in found]


def _problems(draft: Any, today: date) -> tuple[Problem, ...]:
    match draft.kind:
        case "person":
            return person.problems(draft, today)
        case "guardian":
            return guardian.problems(draft)
        case "group":
            return group.problems(draft)
        case "membership":
            return membership.problems(draft, today)
        case "callin":
            return callin.problems(draft)
        case "invitee":
            return invitee.problems(draft)
        case "round":
            return round_.problems(draft)
        case "notification":
            return notification.problems(draft, None, today)
        case "phonecall":
            return phonecall.problems(draft, today)
        case "incident":
            return incident.problems(draft, today)
        case "focus":
            return focus.problems(draft)
        case "measure":
            return measure.problems(draft)
        case "help":
            return help.problems(draft, today)
    raise KeyError(draft.kind)


def _holds(kind: str, problem: Problem) -> bool:
    return problem.code in HOLDING or (problem.code == "missing" and problem.field in ESSENTIAL[kind])


def _at_cell(kind: str, problem: Problem, row: ReadRow) -> Fault:
    field = problem.field or ""
    names = COLUMN_OF.get((kind, field), (field,))
    column = next((name for name in names if name in row.raw), names[0])
    fault = row.fault(column, str(problem.code), **dict(problem.data))
    # A column that the sheet does not have is named by its field; the words for it are the concept's own.
    return fault if fault.column else Fault("", "", fault.code, {**fault.data, "kind": kind, "field": field})
