"""Rights cases: who asks to see, correct or erase data or objects, what was decided, and what is asked back."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, case, or_

from gvi_desktop.domain.disclosure import Disclosure
from gvi_desktop.domain.errors import Problem, RefusedError
from gvi_desktop.domain.person import Person
from gvi_desktop.domain.rightscase import (
    RightsCase,
    RightsCaseDraft,
    RightsOutcome,
    answer_by,
    decision_problems,
    problems,
)
from gvi_desktop.domain.user import Right
from gvi_desktop.services import disclosed, disclosures
from gvi_desktop.services.telling import Telling
from gvi_desktop.services.unit import Unit

SHOWN = 200
SOON = timedelta(days=7)
"""An answer that is due within these days is to be seen on the overview."""
TEXTS = ("from_whom", "about", "reason")
DECISION = ("outcome", "reason", "decided_on", "decided_by", "told_on")


@dataclass(frozen=True)
class CaseLine:
    """A case with the code name of whom it is about, and whether its answer is late or due soon."""

    record: RightsCase
    person_code: str
    late: bool
    soon: bool

    @property
    def id(self) -> str:
        """The case's id."""
        return self.record.id


@dataclass(frozen=True)
class CaseView:
    """A case, and what was handed out about the person that can still be asked back."""

    line: CaseLine
    handed_out: tuple[Disclosure, ...]


def add(unit: Unit, draft: RightsCaseDraft) -> str:
    """A request that came in; the answer is due in a month where no other day is given."""
    return unit.add(RightsCase, _checked(unit, _undecided(draft))).id


def change(unit: Unit, case_id: str, draft: RightsCaseDraft) -> str:
    """Set what is known of a request; the decision stays as it is."""
    stored = unit.get(RightsCase, case_id)
    kept = {name: getattr(stored, name) for name in DECISION}
    unit.put(RightsCase, case_id, _checked(unit, replace(draft, **kept)))
    return case_id


def decide(unit: Unit, case_id: str, draft: RightsCaseDraft) -> str:
    """Note the decision: outcome, reason, day, by whom; and the day on which whoever asked was told."""
    stored = unit.get(RightsCase, case_id)
    values = {name: getattr(draft, name) for name in DECISION}
    whole = replace(stored, **{**values, "decided_by": draft.decided_by.strip() or unit.user.name})
    if found := decision_problems(whole, unit.today):
        raise RefusedError(found, kind="rightscase")
    unit.title = "rightscase.decide"
    unit.put(RightsCase, case_id, whole)
    return case_id


def tell(unit: Unit, case_id: str) -> str:
    """Whoever asked was told today."""
    stored = unit.get(RightsCase, case_id)
    if stored.outcome is None:
        raise RefusedError("rightscase_undecided", kind="rightscase")
    unit.title = "rightscase.tell"
    unit.change(RightsCase, case_id, told_on=unit.today)
    return case_id


def remove(unit: Unit, case_id: str) -> None:
    """Take a case out of the list; undo brings it back."""
    unit.remove(RightsCase, unit.get(RightsCase, case_id).id)


def get(unit: Unit, case_id: str) -> RightsCase:
    """One case as shown."""
    found = unit.get(RightsCase, case_id)
    return _coded(found, unit.by_ids(Person, [found.person]))


def listed(unit: Unit, limit: int = SHOWN) -> list[CaseLine]:
    """The cases: open ones by the day they are due, then the others, the newest first."""
    t = unit.table(RightsCase).c
    waits = case((_open(unit), 0), else_=1)
    order = (waits, case((waits == 0, t.due_on)), t.received_on.desc())
    return _lines(unit, unit.find(RightsCase, order_by=order, limit=limit))


def view(unit: Unit, case_id: str) -> CaseView:
    """The page of a case."""
    (line,) = _lines(unit, [unit.get(RightsCase, case_id)])
    return CaseView(line, tuple(to_recall(unit, line.record.person or "")))


def of_person(unit: Unit, person_id: str) -> list[CaseLine]:
    """The cases about a person, the newest first."""
    t = unit.table(RightsCase).c
    return _lines(unit, unit.find(RightsCase, t.person == person_id, order_by=t.received_on.desc()))


def due_count(unit: Unit) -> int:
    """How many open cases are late or due within a week."""
    t = unit.table(RightsCase).c
    return unit.count(RightsCase, _open(unit), t.due_on <= (unit.today + SOON).isoformat())


def to_recall(unit: Unit, person_id: str) -> list[Disclosure]:
    """What we handed out about the person and have not asked back, the newest first."""
    if not person_id:
        return []
    d = unit.table(Disclosure).c
    about = disclosed.about(unit, person_id)
    return unit.find(Disclosure, about, d.received == 0, d.recalled_on.is_(None), order_by=d.on.desc())


def recall(unit: Unit, case_id: str, chosen: Collection[str]) -> int:
    """A value turned out wrong: ask back, on the case's reason, what was handed out of it; each entry says so and the
    next bundle carries the notice. Returns how many."""
    unit.need(Right.EXPORT)
    stored = unit.get(RightsCase, case_id)
    if stored.outcome not in (RightsOutcome.GRANTED, RightsOutcome.PARTLY):
        raise RefusedError("rightscase_undecided", kind="rightscase")
    if not stored.person:
        raise RefusedError("rightscase_without_person", kind="rightscase")
    ours = [one for one in to_recall(unit, stored.person) if one.id in chosen]
    for one in ours:
        disclosures.recall(unit, one.id, stored.about[:500] or stored.reason[:500])
    unit.title = "rightscase.recall"
    return len(ours)


def _undecided(draft: RightsCaseDraft) -> RightsCaseDraft:
    return replace(draft, outcome=None, reason="", decided_on=None, decided_by="", told_on=None)


def _checked(unit: Unit, draft: RightsCaseDraft) -> RightsCaseDraft:
    if draft.due_on is None and draft.received_on is not None:
        draft = replace(draft, due_on=answer_by(draft.received_on))
    found: list[Problem] = list(problems(draft, unit.today))
    if draft.person and draft.person not in unit.by_ids(Person, [draft.person]):
        found.append(Problem("unknown_record", "person"))
    if found:
        raise RefusedError(found, kind="rightscase")
    return draft


def _open(unit: Unit) -> ColumnElement[bool]:
    t = unit.table(RightsCase).c
    return or_(t.outcome.is_(None), t.told_on.is_(None))


def _lines(unit: Unit, found: list[RightsCase]) -> list[CaseLine]:
    people = unit.by_ids(Person, {one.person for one in found})
    return [_line(one, people, unit.today) for one in found]


def _line(one: RightsCase, people: dict[str, Person], today: date) -> CaseLine:
    named = people.get(one.person or "")
    one = _coded(one, people)
    left = one.due_on - today if one.due_on is not None and one.open else None
    late, soon = left is not None and left < timedelta(0), left is not None and timedelta(0) <= left <= SOON
    return CaseLine(one, named.code_name if named else "", late, soon)


def _coded(one: RightsCase, people: Mapping[str, Person]) -> RightsCase:
    """The case with the code name where its texts have the person's own name: that is shown nowhere by itself."""
    if (named := people.get(one.person or "")) is None:
        return one
    told = Telling([named])
    texts: Any = {name: told.replaced(getattr(one, name), named.code_name) for name in TEXTS}
    return replace(one, **texts)
