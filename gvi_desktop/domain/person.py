"""People: messengers, people linked to groups, victims, relatives - and by default *not suspected*."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any, ClassVar

from gvi_desktop.domain.approval import same_name
from gvi_desktop.domain.errors import Problem
from gvi_desktop.domain.record import Draft, NoteMark, Record, free_text, personal, personal_list, ref, short
from gvi_desktop.domain.rules import EARLIEST, caps, gather, not_future

ADULT = 18


class PersonRole(StrEnum):
    """Why somebody is in the vault; *not suspected* unless somebody says otherwise (lag 2018:1693, 3:4)."""

    NOT_SUSPECTED = "not_suspected"
    MESSENGER = "messenger"
    GROUP_LINKED = "group_linked"
    VICTIM = "victim"
    RELATIVE = "relative"


class Supervision(StrEnum):
    """Whether the probation service supervises the person."""

    NONE = "none"
    PROBATION = "probation"
    CONDITIONAL_RELEASE = "conditional_release"


class Protection(StrEnum):
    """Protected identity: a confidentiality flag warns, protected registration hides."""

    NONE = "none"
    CONFIDENTIALITY = "confidentiality"
    REGISTRATION = "registration"


class GuardianDecision(StrEnum):
    """What was decided about telling a minor's guardian before an invitation or a talk."""

    CONSENTS = "consents"
    INFORMED = "informed"
    DECLINES = "declines"
    NOT_SUITABLE = "not_suitable"


class PersonProblem(StrEnum):
    """What the rules may object to in a person."""

    NO_NAME = "person_no_name"
    BAD_NUMBER = "person_bad_number"
    NUMBER_AND_BIRTH_DIFFER = "person_number_and_birth_differ"
    PROTECTED_ADDRESS = "person_protected_address"
    MINOR_WITHOUT_GUARDIAN_DECISION = "minor_without_guardian_decision"
    MINOR_WITHOUT_BEST_INTERESTS = "minor_without_best_interests"
    MINOR_WITHOUT_SECOND_APPROVAL = "minor_without_second_approval"
    SECOND_APPROVAL_BY_SAME_USER = "second_approval_by_same_user"
    PROTECTED = "person_protected"
    UNDER_REVIEW = "person_under_review"
    OFFICE_INCOMPLETE = "person_office_incomplete"
    CODE_TAKEN = "person_code_taken"
    NOT_A_MINOR = "person_not_a_minor"
    MINOR_NOT_PROPOSED = "minor_not_proposed"
    REVEAL_WITHOUT_REASON = "reveal_without_reason"
    LIFT_WITHOUT_REASON = "lift_without_reason"
    LIFT_BY_UNDO = "lift_by_undo"
    REVIEW_PAST_HARD_LIMIT = "person_review_past_hard_limit"


@dataclass(frozen=True, kw_only=True)
class PersonDraft(Draft):
    """What is noted of a person; never a score, nor ethnicity, religion, nationality, health or politics."""

    kind: ClassVar[str] = "person"

    code_name: str = short(40)
    given_name: str = short(80, personal=True)
    family_name: str = short(80, personal=True)
    birth_date: date | None = personal()  # noqa: RUF009
    birth_year: int | None = personal()
    personal_number: str = short(13, personal=True)
    language: str = short(40)
    interpreter: bool = False
    supervision: Supervision = Supervision.NONE
    supervision_officer: str = short()
    supervision_ends_on: date | None = None
    role: PersonRole = PersonRole.NOT_SUSPECTED
    protection: Protection = Protection.NONE
    address: str = short(300, personal=True)
    contact_ways: tuple[str, ...] = personal_list()
    guardian_decision: GuardianDecision | None = None
    guardian_decided_on: date | None = None
    best_interests: str = free_text()
    minor_proposed_by: str = short(80)
    minor_approved_by: str = short(80)
    next_review_on: date | None = None
    under_review: bool = False
    regime: str | None = ref("regime")
    retention_from: date | None = None
    note_mark: NoteMark | None = None
    note: str = free_text(mark="note_mark")


@dataclass(frozen=True, kw_only=True)
class Person(PersonDraft, Record):
    """A stored person."""

    @property
    def full_name(self) -> str:
        """Given and family name, or the code name where neither is known."""
        return " ".join(part for part in (self.given_name, self.family_name) if part) or self.code_name


def age_on(person: PersonDraft, day: date) -> int | None:
    """Full years on `day`; from the birth year alone the lowest possible age; None if neither is known."""
    if person.birth_date is not None:
        born = person.birth_date
        return day.year - born.year - ((day.month, day.day) < (born.month, born.day))
    return None if person.birth_year is None else day.year - person.birth_year - 1


def is_minor(person: PersonDraft, day: date) -> bool:
    """Whether the person is, or by birth year may be, under 18 on that day."""
    age = age_on(person, day)
    return age is not None and age < ADULT


def problems(draft: PersonDraft, today: date) -> tuple[Problem, ...]:
    """A name or code, plausible dates, no address or contact ways with protected identity (records.md, person)."""
    found: list[Problem] = []
    if not (draft.code_name or draft.given_name or draft.family_name):
        found.append(Problem(PersonProblem.NO_NAME, "given_name"))
    year = draft.birth_year
    if year is not None and not EARLIEST.year <= year <= today.year:
        found.append(Problem("improbable_date", "birth_year"))
    if draft.protection is not Protection.NONE and draft.address:
        found.append(Problem(PersonProblem.PROTECTED_ADDRESS, "address"))
    if draft.protection is not Protection.NONE and draft.contact_ways:
        found.append(Problem(PersonProblem.PROTECTED_ADDRESS, "contact_ways"))
    return gather(found, not_future(draft, today, "birth_date"), caps(draft))


def approach_problems(person: PersonDraft, day: date) -> tuple[Problem, ...]:
    """What must be settled before a minor is invited or visited: guardian, best interests, a second user's approval."""
    if not is_minor(person, day):
        return ()
    found = []
    if person.guardian_decision is None:
        found.append(Problem(PersonProblem.MINOR_WITHOUT_GUARDIAN_DECISION, "guardian_decision"))
    if not person.best_interests.strip():
        found.append(Problem(PersonProblem.MINOR_WITHOUT_BEST_INTERESTS, "best_interests"))
    if not person.minor_approved_by:
        found.append(Problem(PersonProblem.MINOR_WITHOUT_SECOND_APPROVAL, "minor_approved_by"))
    elif same_name(person.minor_approved_by, person.minor_proposed_by):
        found.append(Problem(PersonProblem.SECOND_APPROVAL_BY_SAME_USER, "minor_approved_by"))
    return tuple(found)


HIDDEN = ("given_name", "family_name", "personal_number", "birth_date", "address", "contact_ways")
"""What is masked of somebody with protected identity until it is revealed with a reason."""

MINOR_GROUNDS = ("guardian_decision", "guardian_decided_on", "best_interests")
"""What a second user approves before a minor is approached; whoever changes one of them proposes anew."""


def masked(person: Person) -> Person:
    """The person as shown with protected identity: the code name, no name, number or address, only the birth year."""
    if person.protection is Protection.NONE:
        return person
    year = person.birth_date.year if person.birth_date else person.birth_year
    empty: dict[str, Any] = {name: () if name == "contact_ways" else "" for name in HIDDEN}
    return replace(person, **{**empty, "birth_date": None, "birth_year": year})


def unmasked(draft: PersonDraft, stored: PersonDraft) -> PersonDraft:
    """A draft made from the masked view: what it leaves empty of the hidden fields keeps the stored value."""
    if stored.protection is Protection.NONE:
        return draft
    kept = {name: getattr(stored, name) for name in HIDDEN if not getattr(draft, name)}
    if "birth_date" in kept and stored.birth_date is not None:
        kept["birth_year"] = stored.birth_year
    return replace(draft, **kept)
