"""The register of disclosures: what was handed out and taken in, spoken ones noted by hand, and recalls."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache

from sqlalchemy import and_, case

from gvi_desktop.domain.contact import Contact
from gvi_desktop.domain.disclosure import (
    Disclosure,
    DisclosureDraft,
    DisclosureProblem,
    DisclosureWay,
    RecallState,
    problems,
)
from gvi_desktop.domain.errors import Problem, RefusedError
from gvi_desktop.domain.ground import OWN_AGENCY, Ground
from gvi_desktop.domain.rules import not_future
from gvi_desktop.domain.user import Right
from gvi_desktop.services.disclosed import people_of
from gvi_desktop.services.moment import code_names
from gvi_desktop.services.unit import Unit, draft_of

SHOWN = 2000


@dataclass(frozen=True)
class DisclosureLine:
    """An entry with the title of its ground and the code names of whom it is about."""

    record: Disclosure
    ground: str
    people: tuple[str, ...]

    @property
    def id(self) -> str:
        """The entry's id."""
        return self.record.id


def listed(unit: Unit, limit: int = SHOWN) -> list[DisclosureLine]:
    """The newest entries of the register, newest first; before them what is recalled and nobody has answered."""
    t = unit.table(Disclosure)
    waits = case((and_(t.c.received == 1, t.c.recall_state == RecallState.ASKED.value), 0), else_=1)
    found = unit.find(Disclosure, order_by=(waits, t.c.on.desc(), t.c.made_at.desc()), limit=limit)
    titles = {one.code: one.title for one in unit.find(Ground)}
    people = people_of(unit, found)
    called = code_names(unit, frozenset().union(*people.values()))
    named = cache(lambda whom: tuple(sorted(called[person] for person in whom if person in called)))
    return [DisclosureLine(one, titles.get(one.ground, one.ground), named(people[one.id])) for one in found]


def get(unit: Unit, disclosure_id: str) -> Disclosure:
    """One entry."""
    return unit.get(Disclosure, disclosure_id)


def every_ground(unit: Unit) -> list[Ground]:
    """All grounds, by title; within the agency's own list first."""
    found = unit.find(Ground, order_by=unit.table(Ground).c.sort_text)
    return sorted(found, key=lambda one: one.code != OWN_AGENCY)


def grounds(unit: Unit, day: date | None = None) -> list[Ground]:
    """The grounds that hold on a day (today), by title; within the agency's own list first."""
    on = day or unit.today
    return [one for one in every_ground(unit) if one.valid(on)]


def spoken_problems(draft: DisclosureDraft, valid: Iterable[str], today: date) -> tuple[Problem, ...]:
    """What, to whom and on which valid ground; not before it has been said."""
    found = [*problems(draft), *not_future(draft, today, "on")]
    if not draft.agency.strip():
        found.append(Problem("missing", "agency"))
    if draft.ground and draft.ground not in valid:
        found.append(Problem(DisclosureProblem.GROUND_NOT_VALID, "ground"))
    return tuple(found)


def note_spoken(unit: Unit, draft: DisclosureDraft) -> str:
    """Enter what was told to another agency by word of mouth (records.md, disclosure: way "spoken")."""
    unit.need(Right.WRITE)
    whole = draft_of(draft, way=DisclosureWay.SPOKEN, decided_by=draft.decided_by or unit.user.name, received=False)
    valid = {one.code for one in grounds(unit, whole.on)}
    if found := spoken_problems(whole, valid, unit.today):
        raise RefusedError(found, kind="disclosure")
    unit.title = "disclosure.spoken"
    return unit.add(Disclosure, whole).id


def recall_problems(reason: str) -> tuple[Problem, ...]:
    """A recall says why."""
    return () if reason.strip() else (Problem("missing", "recalled_why"),)


def recall(unit: Unit, disclosure_id: str, reason: str) -> None:
    """Take back what was handed out. The entry stays and says so, and where it went to one of our contacts, the next
    bundle asks for it back: what has left cannot be fetched by a program."""
    unit.need(Right.EXPORT)
    found = unit.get(Disclosure, disclosure_id)
    if wrong := recall_problems(reason):
        raise RefusedError(wrong, kind="disclosure")
    if found.received:
        raise RefusedError(DisclosureProblem.RECEIVED, kind="disclosure")
    if found.recalled_on is not None:
        raise RefusedError(DisclosureProblem.RECALLED, kind="disclosure")
    unit.title = "disclosure.recall"
    values = {"recalled_on": unit.today, "recalled_why": reason.strip()}
    if peer := _peer(unit, found):
        values |= {"peer": peer, "reference": found.reference or found.id, "recall_state": RecallState.ASKED}
    unit.change(Disclosure, disclosure_id, **values)


def _peer(unit: Unit, found: Disclosure) -> str:
    """Whose vault can be asked: the one it was sent to, or the contact that bears the recipient's name."""
    name = found.contact.strip().casefold()
    return found.peer or next((one.peer for one in unit.find(Contact) if name and one.name.casefold() == name), "")
