"""Retention: the regimes, and whose time is up and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, and_, false, func, or_, select, union

from gvi_desktop.domain.errors import RefusedError
from gvi_desktop.domain.extension import Extension
from gvi_desktop.domain.pause import Pause
from gvi_desktop.domain.person import Person
from gvi_desktop.domain.regime import Clock, Regime, RegimeDraft, add_months, problems
from gvi_desktop.services.clocks import of_people, of_person, regimes
from gvi_desktop.services.erasure import OWNED, Protocol, erase
from gvi_desktop.services.unit import Unit
from gvi_desktop.storage.rows.codec import moment_text

__all__ = [
    "OWNED", "Due", "Protocol", "add_regime", "change_regime", "due", "due_count", "erase", "of_person", "regimes",
    "standing_count",
]  # fmt: skip


@dataclass(frozen=True)
class Due:
    """A person whose time is up: since when, by which regime, and the hard limit."""

    id: str
    code_name: str
    clock: Clock


def change_regime(unit: Unit, record_id: str, draft: RegimeDraft) -> str:
    """Change a regime; no date can pass its hard limit."""
    if found := problems(draft):
        raise RefusedError(found, kind="regime")
    unit.put(Regime, record_id, draft)
    return record_id


def add_regime(unit: Unit, draft: RegimeDraft) -> str:
    """A regime of the office's own."""
    if found := problems(draft):
        raise RefusedError(found, kind="regime")
    return unit.add(Regime, draft).id


def due(unit: Unit, on: date | None = None) -> list[Due]:
    """Everybody whose time is up on that day (today by default), the longest overdue first."""
    day = on or unit.today
    over = _over(unit, day)
    # Removed is out of sight, not gone: its clock runs on.
    people = unit.store.find(Person, over, removed=True)
    clocks = of_people(unit, people, select(unit.table(Person).c.id).where(over))
    found = [Due(one.id, one.code_name, clocks[one.id]) for one in people if clocks[one.id].end <= day]
    return sorted(found, key=lambda one: one.clock.end)


def due_count(unit: Unit) -> int:
    """How many people's time is up; counted in the vault, so it is quick with 100,000 people."""
    p, over = unit.table(Person), _over(unit, unit.today)
    count = int(unit.connection.execute(select(func.count()).select_from(p).where(over)).scalar_one())
    return count - len(_kept_longer(unit, over)) if count else 0


def standing_count(unit: Unit) -> int:
    """How many clocks stand still today."""
    p = unit.table(Pause).c
    today = unit.today.isoformat()
    running = (p.removed == 0, p.from_on <= today, or_(p.to_on.is_(None), p.to_on >= today))
    return int(unit.connection.execute(select(func.count(p.person.distinct())).where(*running)).scalar_one())


def _kept_longer(unit: Unit, over: ColumnElement[bool]) -> list[str]:
    """Of those whose plain time is up: whom a pause or an extension keeps longer. Both only ever move an end ahead."""
    p, moved = unit.table(Person), []
    for record in (Pause, Extension):
        m = unit.table(record)
        moved.append(select(m.c.person).where(m.c.removed == 0))
    people = unit.store.find(Person, over, p.c.id.in_(union(*moved)), removed=True)
    clocks = of_people(unit, people)
    return [one.id for one in people if clocks[one.id].end > unit.today]


def _over(unit: Unit, day: date) -> ColumnElement[bool]:
    """The condition that a person's time is up on that day, pauses and extensions aside."""
    known, p = regimes(unit), unit.table(Person)
    ways: list[ColumnElement[bool]] = []
    for place, regime in enumerate(known):
        own = p.c.regime == regime.id
        if place == 0:  # the first regime also holds for everybody without one
            own = or_(own, p.c.regime.is_(None), p.c.regime.not_in([one.id for one in known]))
        last = _last_start(day, min(regime.months, regime.hard_months))
        until = datetime.combine(last + timedelta(days=1), time(), ZoneInfo(unit.office.time_zone))
        over = or_(
            p.c.retention_from <= last.isoformat(),
            and_(p.c.retention_from.is_(None), p.c.made_at < moment_text(until)),
        )
        ways.append(and_(own, over))
    return or_(false(), *ways)


def _last_start(today: date, months: int) -> date:
    """The last day whose months are over today; at the end of a month it may be later than so many months ago."""
    start = add_months(today, -months)
    while add_months(start + timedelta(days=1), months) <= today:
        start += timedelta(days=1)
    return start
