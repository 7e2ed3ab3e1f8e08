"""Which groups people belong to on a day: one query for many people, for lists, pickers and letters.

Only a link that a second user has approved counts; the others are shown where they wait, and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sqlalchemy import ColumnElement, or_, select

from gvi_desktop.domain.group import Group
from gvi_desktop.domain.membership import Membership
from gvi_desktop.services.unit import Unit

MEMBERS = 500


def groups_of(unit: Unit, people: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Names of the groups each of these people belongs to today, in Swedish order; people without any are left out."""
    m, g = unit.table(Membership).c, unit.table(Group).c
    wanted = [one for one in people if one]
    found: dict[str, list[str]] = {}
    for start in range(0, len(wanted), MEMBERS):
        query = (
            select(m.person, g.name)
            .join(unit.table(Group), g.id == m.group)
            .where(m.person.in_(wanted[start : start + MEMBERS]), m.removed == 0, g.removed == 0, *current(unit))
            .order_by(g.sort_text)
        )
        for person, name in unit.connection.execute(query):
            names = found.setdefault(person, [])
            if name not in names:
                names.append(name)
    return {person: tuple(names) for person, names in found.items()}


def group_on(unit: Unit, person: str | None, day: date | None = None) -> str | None:
    """Id of the group the person belongs to on a day (today): the newest that counts, or None."""
    if not person:
        return None
    m = unit.table(Membership).c
    query = select(m.group).where(m.person == person, m.removed == 0, *current(unit, day))
    return unit.connection.execute(query.order_by(m.from_on.desc(), m.made_at.desc()).limit(1)).scalar()


def current(unit: Unit, day: date | None = None) -> tuple[ColumnElement[bool], ...]:
    """Conditions on memberships that count: approved, begun and not ended on a day (today)."""
    return (unit.table(Membership).c.approved_by != "", *holding(unit, day))


def holding(unit: Unit, day: date | None = None) -> tuple[ColumnElement[bool], ...]:
    """Conditions on links: begun and not ended on a day (today), whether approved or waiting for it."""
    m, on = unit.table(Membership).c, (day or unit.today).isoformat()
    return (or_(m.to_on.is_(None), m.to_on >= on), or_(m.from_on.is_(None), m.from_on <= on))
