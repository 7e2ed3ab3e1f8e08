"""People: search before create, add and change, the masked view, real names with a reason (records.md, person)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from gvi_desktop.domain import office, person, regime
from gvi_desktop.domain.agency import default_regime
from gvi_desktop.domain.errors import Problem, RefusedError
from gvi_desktop.domain.guardian import Guardian
from gvi_desktop.domain.membership import Membership
from gvi_desktop.domain.person import MINOR_GROUNDS, Person, PersonDraft, PersonProblem, Protection, is_minor
from gvi_desktop.domain.regime import Regime
from gvi_desktop.domain.user import Right
from gvi_desktop.services import answering, approvals, clocks, lifting, names, numbers
from gvi_desktop.services.matching import Match, MatchReason, search_before_create
from gvi_desktop.services.minors import approve_minor, propose_minor
from gvi_desktop.services.unit import Unit

REVIEW_MONTHS = 12
REVIEW_MONTHS_OF_MINORS = 6
"""Until the first review, where none is chosen; sooner for the young (practice.md 7.5, R10)."""


@dataclass(frozen=True)
class Identity:
    """What is hidden until somebody asks for it: journaled each time."""

    id: str
    name: str
    personal_number: str
    born: str
    address: str
    contact_ways: tuple[str, ...]
    guardians: tuple[str, ...] = ()


def add(unit: Unit, draft: PersonDraft) -> str:
    """A new person; a code name is minted when none is given. Refused until the office has purpose and owner."""
    if lacking := office.problems(unit.office):
        fields = [problem.field for problem in lacking if problem.field]
        raise RefusedError([Problem(PersonProblem.OFFICE_INCOMPLETE, data={"fields": fields})])
    draft = replace(draft, minor_proposed_by="", minor_approved_by="")
    if any(getattr(draft, name) for name in MINOR_GROUNDS):
        draft = replace(draft, minor_proposed_by=unit.user.name)
    if draft.regime is None:
        draft = replace(draft, regime=regime_of_office(unit))
    if draft.next_review_on is None and not draft.imported:
        months = REVIEW_MONTHS_OF_MINORS if is_minor(draft, unit.today) else REVIEW_MONTHS
        draft = replace(draft, next_review_on=regime.add_months(unit.today, months))
        if (last := _hard_end(unit, draft, None)) and draft.next_review_on and draft.next_review_on > last:
            draft = replace(draft, next_review_on=max(last, unit.today))
    # Rules before the code name: a refused draft without any name must not be saved by a number we mint for it.
    draft = _checked(unit, draft, None)
    draft = draft if draft.code_name else replace(draft, code_name=names.next_code(unit))
    return unit.add(Person, draft).id


def change(unit: Unit, person_id: str, draft: PersonDraft, lifted_why: str = "") -> str:
    """Set what is known of a person. What a draft from the masked view leaves empty of the hidden fields is kept. Who
    lifts a protection says why; RefusedError "lift_without_reason"."""
    stored = unit.get(Person, person_id)
    said = lifting.reason_of(stored.protection, draft.protection, lifted_why)
    draft = person.unmasked(draft, stored)
    draft = replace(
        draft,
        code_name=draft.code_name or stored.code_name,
        imported=stored.imported,
        regime=draft.regime or stored.regime,
        minor_proposed_by=stored.minor_proposed_by,
        minor_approved_by=stored.minor_approved_by,
    )
    if any(getattr(draft, name) != getattr(stored, name) for name in MINOR_GROUNDS):
        draft = replace(draft, minor_proposed_by=unit.user.name, minor_approved_by="")
    unit.put(Person, person_id, _checked(unit, draft, stored))
    if any(getattr(draft, name) != getattr(stored, name) for name in MINOR_GROUNDS):
        approvals.say_anew(unit, Person.kind, person_id)
    if stored.protection is not draft.protection:
        answering.stop_again(unit, person_id)
        lifting.note(unit, stored, draft.protection, said)
    return person_id


def remove(unit: Unit, person_id: str) -> None:
    """Take a person out of every list, with memberships and guardians; undo brings all of it back."""
    for link in unit.find(Membership, unit.table(Membership).c.person == person_id):
        unit.remove(Membership, link.id)
    for guardian in unit.find(Guardian, unit.table(Guardian).c.person == person_id):
        unit.remove(Guardian, guardian.id)
    unit.title = "person.remove"
    unit.remove(Person, unit.get(Person, person_id).id)


def get(unit: Unit, person_id: str) -> Person:
    """The person as shown: masked when protected. For the page's whole view see `profile.get`."""
    return person.masked(unit.get(Person, person_id))


def open(unit: Unit, person_id: str) -> None:
    """Note in the journal that the user has a person's record before them (security.md: reads of people are logged)."""
    unit.note("open", unit.get(Person, person_id))


def open_to_edit(unit: Unit, person_id: str) -> None:
    """Note that a form with the person's real name is before the user; a protected one's name is not in it."""
    found = unit.get(Person, person_id)
    unit.note("open" if found.protection is not Protection.NONE else "reveal", found, "edit")


def reveal(unit: Unit, person_id: str, reason: str = "") -> Identity:
    """The real name and number, with a journal entry; protected identity is shown for a stated reason only."""
    unit.need(Right.READ)
    found = unit.get(Person, person_id)
    if found.protection is not Protection.NONE and not reason.strip():
        raise RefusedError([Problem(PersonProblem.REVEAL_WITHOUT_REASON, "reason")])
    unit.note("reveal", found, said=reason.strip()[:200])
    born = found.birth_date.isoformat() if found.birth_date else str(found.birth_year or "")
    of_person = unit.find(Guardian, unit.table(Guardian).c.person == person_id)
    known = tuple(", ".join(part for part in (one.name, one.phone, one.address) if part) for one in of_person)
    return Identity(found.id, found.full_name, found.personal_number, born, found.address, found.contact_ways, known)


def regime_of_office(unit: Unit) -> str | None:
    """Id of the retention regime that the kind of the office's agency stands for, if the vault has it."""
    code = default_regime(unit.office.agency_kind)
    found = unit.find(Regime, unit.table(Regime).c.code == code, limit=1)
    return found[0].id if found else None


def _checked(unit: Unit, draft: PersonDraft, stored: Person | None) -> PersonDraft:
    """The draft in its stored form, or a refusal: number, birth date, code name, protection, review in time."""
    found: list[Problem] = []
    draft = replace(draft, code_name=draft.code_name.strip())
    if draft.protection is not Protection.NONE:
        draft = replace(draft, address="", contact_ways=())  # no address is stored; the way to them is the agency's
    if draft.personal_number.strip():
        try:
            draft, differs = _with_number(draft, numbers.read(draft.personal_number, unit.today))
            found += differs
        except RefusedError as refused:
            found += refused.problems
    if draft.birth_date is not None:
        draft = replace(draft, birth_year=draft.birth_date.year)
    if draft.code_name and names.code_taken(unit, draft.code_name, stored.id if stored else ""):
        found.append(Problem(PersonProblem.CODE_TAKEN, "code_name", {"name": draft.code_name}))
    last = _hard_end(unit, draft, stored)
    if last and draft.next_review_on and draft.next_review_on > max(last, unit.today):
        found.append(Problem(PersonProblem.REVIEW_PAST_HARD_LIMIT, "next_review_on", {"date": last.isoformat()}))
    found += person.problems(draft, unit.today)
    if found:
        raise RefusedError(found, kind="person")
    return draft


def _with_number(draft: PersonDraft, number: numbers.PersonalNumber) -> tuple[PersonDraft, list[Problem]]:
    """The draft with the number in its stored form and the birth date that the number tells."""
    draft = replace(draft, personal_number=number.text)
    if draft.birth_date is None:
        year = draft.birth_year
        differs = year is not None and year != number.year
        draft = replace(draft, birth_date=number.born, birth_year=year or number.year)
    else:
        differs = draft.birth_date != number.born if number.born else draft.birth_date.year != number.year
    return draft, [Problem(PersonProblem.NUMBER_AND_BIRTH_DIFFER, "birth_date")] if differs else []


def _hard_end(unit: Unit, draft: PersonDraft, stored: Person | None) -> date | None:
    if draft.regime is None:
        return None
    if stored is not None:  # with the pauses of what is stored
        clock = clocks.of_person(unit, replace(stored, regime=draft.regime, retention_from=draft.retention_from))
        return clock.hard_end if clock else None
    found = unit.by_ids(Regime, [draft.regime]).get(draft.regime)
    return regime.clock(draft, found, unit.today).hard_end if found else None


__all__ = [
    "Identity",
    "Match",
    "MatchReason",
    "add",
    "approve_minor",
    "change",
    "get",
    "open",
    "open_to_edit",
    "propose_minor",
    "regime_of_office",
    "remove",
    "reveal",
    "search_before_create",
]
