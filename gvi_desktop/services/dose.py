"""Dose: how many talks reached how many individuals of each group, how often the same person was met, since when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, func, select

from gvi_desktop.domain.group import Group, GroupStatus
from gvi_desktop.domain.indicators import Period
from gvi_desktop.domain.membership import Membership
from gvi_desktop.domain.notification import Notification, Outcome
from gvi_desktop.services.belonging import current
from gvi_desktop.services.indicators_visits import DAY, within
from gvi_desktop.services.unit import Unit

OFTEN = 3
"""Talks with one person from which on they are counted together."""


@dataclass(frozen=True)
class GroupDose:
    """One group: members today, and in the period individuals reached, talks, first and last talk."""

    group_id: str
    name: str
    members: int
    individuals: int
    talks: int
    first_on: date | None
    last_on: date | None

    @property
    def per_individual(self) -> float | None:
        """Talks for each individual that was reached; None when nobody was."""
        return self.talks / self.individuals if self.individuals else None


@dataclass(frozen=True)
class GroupCourse:
    """One group's dose with its course: how many were met once, twice and more often, and its months."""

    dose: GroupDose
    repeats: dict[int, int]
    months: tuple[tuple[date, int, int], ...]
    """First day of the month, talks, individuals."""

    @property
    def id(self) -> str:
        """The group's id."""
        return self.dose.group_id


def by_group(unit: Unit, period: Period) -> list[GroupDose]:
    """All groups that are not closed, and closed ones with talks in the period, by name; the group is that at the time
    of the talk."""
    g = unit.table(Group)
    counted = _counted(unit, period)
    groups = unit.find(Group, order_by=g.c.sort_text)
    shown = [one for one in groups if one.status is not GroupStatus.CLOSED or one.id in counted]
    return _doses(unit, shown, counted)


def of_group(unit: Unit, group_id: str, period: Period) -> GroupCourse:
    """One group, with repeated contact and its months."""
    n = unit.table(Notification)
    own = n.c.group == group_id
    dose = _doses(unit, [unit.get(Group, group_id)], _counted(unit, period, own))[0]
    month = func.substr(n.c.on, 1, 7)
    query = select(month, func.count(), func.count(func.distinct(n.c.person))).where(*_talks(unit, period), own)
    months = tuple(
        (date.fromisoformat(f"{first}-01"), int(talks), int(people))
        for first, talks, people in unit.connection.execute(query.group_by(month).order_by(month))
    )
    return GroupCourse(dose, repeats(unit, period, own), months)


def repeats(unit: Unit, period: Period, *where: ColumnElement[bool]) -> dict[int, int]:
    """How many individuals were met once, twice, and three times or more (the key 3) in the period."""
    n = unit.table(Notification)
    times = select(func.min(func.count(), OFTEN).label("times")).where(*_talks(unit, period), *where)
    inner = times.group_by(n.c.person).subquery()
    query = select(inner.c.times, func.count()).group_by(inner.c.times)
    found = {int(often): int(people) for often, people in unit.connection.execute(query)}
    return {often: found.get(often, 0) for often in range(1, OFTEN + 1)}


def _counted(unit: Unit, period: Period, *where: ColumnElement[bool]) -> dict[str, tuple[Any, ...]]:
    n = unit.table(Notification)
    figures = (func.count(), func.count(func.distinct(n.c.person)), func.min(n.c.on), func.max(n.c.on))
    query = select(n.c.group, *figures).where(*_talks(unit, period), n.c.group.is_not(None), *where)
    return {row[0]: tuple(row[1:]) for row in unit.connection.execute(query.group_by(n.c.group))}


def _doses(unit: Unit, groups: Sequence[Group], counted: dict[str, tuple[Any, ...]]) -> list[GroupDose]:
    m = unit.table(Membership)
    belong = select(m.c.group, func.count(func.distinct(m.c.person))).where(m.c.removed == 0, *current(unit))
    if len(groups) == 1:
        belong = belong.where(m.c.group == groups[0].id)
    members = {row[0]: int(row[1]) for row in unit.connection.execute(belong.group_by(m.c.group))}
    found = []
    for one in groups:
        talks, people, first, last = counted.get(one.id, (0, 0, None, None))
        day_first, day_last = (date.fromisoformat(day) if day else None for day in (first, last))
        found.append(GroupDose(one.id, one.name, members.get(one.id, 0), people, talks, day_first, day_last))
    return found


def _talks(unit: Unit, period: Period) -> tuple[ColumnElement[bool], ...]:
    n = unit.table(Notification)
    held = (n.c.outcome == Outcome.REACHED.value, n.c.corrected == 0, n.c.removed == 0)
    return (*held, within(period, DAY))
