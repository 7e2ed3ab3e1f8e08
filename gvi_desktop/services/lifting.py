"""Lifting somebody's protection: never without a reason, which is kept in the history with the name of who did it."""

from __future__ import annotations

from gvi_desktop.domain.errors import Problem, RefusedError
from gvi_desktop.domain.person import Person, PersonProblem, Protection
from gvi_desktop.services.unit import Unit
from gvi_desktop.storage.journal import Entry

CAP = 200
FIELD = "protection"


def is_lifted(before: Protection, after: Protection) -> bool:
    """Whether a protected identity would be shown like any other from now on."""
    return before is not Protection.NONE and after is Protection.NONE


def reason_of(before: Protection, after: Protection, why: str) -> str:
    """The reason as it is kept. RefusedError "lift_without_reason", "too_long" where one is needed and not given so."""
    said = why.strip()
    if not is_lifted(before, after):
        return ""
    if not said:
        raise RefusedError([Problem(PersonProblem.LIFT_WITHOUT_REASON, "lifted_why")], kind="person")
    if len(said) > CAP:
        raise RefusedError([Problem("too_long", "lifted_why", {"cap": CAP})], kind="person")
    return said


def note(unit: Unit, stored: Person, after: Protection, said: str = "") -> None:
    """Enter in the history that the protection changed, and that a name is shown from now on."""
    unit.note("protect", stored, None if said else after.value, said=said)
    if after is Protection.NONE and stored.full_name != stored.code_name:
        unit.note("reveal", stored, "protect")


def by_undoing(entry: Entry) -> bool:
    """Whether undoing this change would lift a protection: nobody is asked why by Ctrl+Z. What a bundle or a workbook
    brought goes with it as a whole."""
    before, after = (entry.values or {}).get(FIELD, (None, None))
    raised = before == Protection.NONE.value and after not in (None, Protection.NONE.value)
    return entry.kind == Person.kind and raised and entry.action not in ("add", "merge")
