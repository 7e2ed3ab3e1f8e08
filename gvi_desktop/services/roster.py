"""The list of people: ids in order for a hundred thousand, lines for those in view; code names only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import ColumnElement, and_, func, or_, select

from gvi_desktop.domain.person import ADULT, Person, PersonRole, Protection, Supervision, age_on, is_minor
from gvi_desktop.domain.regime import add_months
from gvi_desktop.services import listing
from gvi_desktop.services.belonging import groups_of
from gvi_desktop.services.unit import Unit


class Shown(StrEnum):
    """Which people a list shows."""

    ALL = "all"
    REVIEW_DUE = "review_due"
    MINORS = "minors"
    PROTECTED = "protected"
    IMPORTED = "imported"


SORTS = {"code": ("sort_text", False), "age": ("birth_date", True), "review": ("next_review_on", False)}
"""Orders a list may ask for: the column, and whether the order runs the other way (the youngest is born last)."""


@dataclass(frozen=True)
class PersonLine:
    """A person in the list; nothing in it is hidden by protected identity."""

    id: str
    code_name: str
    groups: tuple[str, ...]
    role: PersonRole
    age: int | None
    minor: bool
    supervision: Supervision
    protection: Protection
    next_review_on: date | None
    review_due: bool
    imported: bool


def ids(
    unit: Unit, text: str = "", sort: str = "", descending: bool = False, shown: Shown = Shown.ALL
) -> Sequence[str]:
    """Ids of the people that match, in order of their code names unless asked otherwise."""
    column, turned = SORTS.get(sort, SORTS["code"])
    where = conditions(unit, shown)
    return listing.ids(unit, Person, *where, text=text, sort=column, descending=descending is not turned)


def lines(unit: Unit, wanted: Sequence[str]) -> list[PersonLine]:
    """The lines of these people in the same order."""
    groups = groups_of(unit, wanted)
    return [line_of(unit, one, groups.get(one.id, ())) for one in listing.lines(unit, Person, wanted)]


def line_of(unit: Unit, person: Person, groups: tuple[str, ...]) -> PersonLine:
    """One person as a line."""
    return PersonLine(
        person.id,
        person.code_name,
        groups,
        person.role,
        age_on(person, unit.today),
        is_minor(person, unit.today),
        person.supervision,
        person.protection,
        person.next_review_on,
        review_due(person, unit.today),
        person.imported,
    )


def counts(unit: Unit) -> dict[Shown, int]:
    """How many people each choice of the list shows."""
    return {shown: unit.count(Person, *conditions(unit, shown)) for shown in Shown if shown is not Shown.ALL}


def due_count(unit: Unit) -> int:
    """How many people are to be reviewed now: what waits in the place."""
    p = unit.table(Person).c
    query = select(func.count()).where(p.next_review_on <= unit.today.isoformat(), p.removed == 0)
    return int(unit.connection.execute(query).scalar_one())


def review_due(person: Person, today: date) -> bool:
    """Whether the person's review is due, or under way."""
    return person.under_review or (person.next_review_on is not None and person.next_review_on <= today)


def conditions(unit: Unit, shown: Shown) -> tuple[ColumnElement[bool], ...]:
    """The conditions of a choice on the table of people."""
    p, today = unit.table(Person).c, unit.today
    if shown is Shown.REVIEW_DUE:
        return (or_(p.next_review_on <= today.isoformat(), p.under_review == 1),)
    if shown is Shown.MINORS:
        born_after = add_months(today, -12 * ADULT).isoformat()
        by_year = and_(p.birth_date.is_(None), p.birth_year >= today.year - ADULT)
        return (or_(p.birth_date > born_after, by_year),)
    if shown is Shown.PROTECTED:
        return (p.protection != Protection.NONE.value,)
    if shown is Shown.IMPORTED:
        return (p.imported == 1,)
    return ()
