"""Plans: the week plan as a template that is edited, copied, and shared as a file without person data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import orjson

from gvi_desktop.domain.agency import AgencyKind
from gvi_desktop.domain.errors import RefusedError
from gvi_desktop.domain.plan import MOST_STEPS, Plan, PlanDraft, PlanProblem, PlanStep, problems
from gvi_desktop.services import callins
from gvi_desktop.services.pickers import Choice
from gvi_desktop.services.unit import Unit
from gvi_desktop.storage.files import write_atomically

FORMAT = "gvi-callin-plan"
VERSION = 1
LARGEST = 200_000  # bytes of a template file


def get(unit: Unit, plan_id: str) -> Plan:
    """The plan with that id."""
    return unit.get(Plan, plan_id)


def every(unit: Unit) -> list[Plan]:
    """All plans, those in the office's language first, then by name."""
    language = unit.office.language.value
    return sorted(unit.find(Plan), key=lambda plan: (plan.language != language, plan.name.casefold(), plan.made_at))


def default(unit: Unit) -> Plan | None:
    """The plan a new call-in is offered: the first in the office's language."""
    return next(iter(every(unit)), None)


def options(unit: Unit, text: str) -> list[Choice]:
    """Plans whose name holds the text, as a form offers them."""
    return [_choice(plan) for plan in every(unit) if text.casefold() in plan.name.casefold()]


def resolve(unit: Unit, ids: Sequence[str]) -> list[Choice]:
    """The choices of known plans."""
    found = unit.by_ids(Plan, ids)
    return [_choice(found[one]) for one in ids if one in found]


def offer(unit: Unit) -> tuple[int, Choice | None]:
    """What a new call-in begins with: the next number, and the office's plan."""
    plan = default(unit)
    return callins.next_number(unit), None if plan is None else _choice(plan)


def copy(unit: Unit, plan_id: str, name: str) -> str:
    """The same steps under another name, to be changed."""
    return add(unit, replace(unit.get(Plan, plan_id), name=name))


def _choice(plan: Plan) -> Choice:
    return Choice(plan.id, plan.name, plan.language)


def add(unit: Unit, draft: PlanDraft) -> str:
    """A new plan."""
    _check(draft)
    return unit.add(Plan, draft).id


def change(unit: Unit, plan_id: str, draft: PlanDraft) -> str:
    """Change a plan; call-ins made from it keep their tasks as they are."""
    unit.get(Plan, plan_id)
    _check(draft)
    unit.put(Plan, plan_id, draft)
    return plan_id


def remove(unit: Unit, plan_id: str) -> None:
    """Take a plan out of the list."""
    unit.remove(Plan, plan_id)


def export_template(unit: Unit, plan_id: str) -> bytes:
    """The plan as a JSON file: name, language and steps, nothing about people, dates or this office."""
    plan = unit.get(Plan, plan_id)
    steps = [{"days": step.days, "title": step.title, "owner": step.owner.value} for step in plan.steps]
    value = {"format": FORMAT, "version": VERSION, "name": plan.name, "language": plan.language, "steps": steps}
    return orjson.dumps(value, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def export_to(unit: Unit, plan_id: str, path: Path) -> None:
    """The template into a file."""
    write_atomically(path, export_template(unit, plan_id))


def import_from(unit: Unit, path: Path) -> str:
    """A plan from a template file on the disk."""
    with path.open("rb") as file:
        return import_template(unit, file.read(LARGEST + 1))


def import_template(unit: Unit, data: bytes) -> str:
    """A plan from such a file; refused when it is anything else. Unknown fields are not read."""
    draft = read_template(data)
    _check(draft)
    return unit.add(Plan, draft).id


def read_template(data: bytes) -> PlanDraft:
    """What stands in a template file."""
    if len(data) > LARGEST:
        raise RefusedError(PlanProblem.FILE_UNREADABLE)
    try:
        value = orjson.loads(data)
        if value["format"] != FORMAT or value["version"] != VERSION or len(value["steps"]) > MOST_STEPS:
            raise RefusedError(PlanProblem.FILE_UNREADABLE)
        steps = tuple(_step(step) for step in value["steps"])
        return PlanDraft(name=_text(value["name"]), language=_text(value["language"]), steps=steps)
    except (ValueError, KeyError, TypeError) as fault:
        raise RefusedError(PlanProblem.FILE_UNREADABLE) from fault


def _step(value: dict[str, Any]) -> PlanStep:
    days = value["days"]
    if type(days) is not int:
        raise TypeError("days")
    return PlanStep(days, _text(value["title"]), AgencyKind(value["owner"]))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("text")
    return " ".join(value.split())


def _check(draft: PlanDraft) -> None:
    if found := problems(draft):
        raise RefusedError(found, kind="plan")
