"""Before a minor is approached: one user proposes with guardian decision and best interests, another approves."""

from __future__ import annotations

from datetime import date

from gvi_desktop.domain.approval import same_name
from gvi_desktop.domain.errors import Problem, RefusedError
from gvi_desktop.domain.person import GuardianDecision, Person, PersonProblem, is_minor
from gvi_desktop.domain.rules import CommonProblem
from gvi_desktop.services import approvals
from gvi_desktop.services.unit import Unit


def propose_minor(
    unit: Unit, person_id: str, decision: GuardianDecision | None, best_interests: str, decided_on: date | None = None
) -> str:
    """Note the guardian decision and why approaching serves the minor; a second user's approval is then awaited."""
    person = unit.get(Person, person_id)
    found = []
    if not is_minor(person, unit.today):
        found.append(Problem(PersonProblem.NOT_A_MINOR))
    if decision is None:
        found.append(Problem(PersonProblem.MINOR_WITHOUT_GUARDIAN_DECISION, "guardian_decision"))
    if not best_interests.strip():
        found.append(Problem(PersonProblem.MINOR_WITHOUT_BEST_INTERESTS, "best_interests"))
    if decided_on is not None and decided_on > unit.today:
        found.append(Problem(CommonProblem.IN_FUTURE, "guardian_decided_on"))
    if found:
        raise RefusedError(found, kind="person")
    unit.title = "person.propose_minor"
    unit.change(
        Person,
        person_id,
        guardian_decision=decision,
        guardian_decided_on=decided_on or unit.today,
        best_interests=best_interests.strip(),
        minor_proposed_by=unit.user.name,
        minor_approved_by="",
    )
    approvals.say_anew(unit, Person.kind, person_id)
    return person_id


def approve_minor(unit: Unit, person_id: str) -> str:
    """A second user's approval of what was proposed; never by the user who proposed it (records.md, person)."""
    person = unit.get(Person, person_id)
    if not is_minor(person, unit.today):
        raise RefusedError([Problem(PersonProblem.NOT_A_MINOR)])
    if not person.minor_proposed_by or person.guardian_decision is None or not person.best_interests.strip():
        raise RefusedError([Problem(PersonProblem.MINOR_NOT_PROPOSED)])
    if same_name(person.minor_proposed_by, unit.user.name):
        raise RefusedError([Problem(PersonProblem.SECOND_APPROVAL_BY_SAME_USER)])
    unit.title = "person.approve_minor"
    unit.change(Person, person_id, minor_approved_by=unit.user.name)
    return person_id
