"""Retention: every person's clock by the regime that applies, what is due and why, and erasure in one step."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, and_, delete, false, func, or_, select

from gvi_desktop.domain.disclosure import Disclosure, DisclosureWay
from gvi_desktop.domain.errors import RefusedError
from gvi_desktop.domain.guardian import Guardian
from gvi_desktop.domain.help import Help
from gvi_desktop.domain.invitee import Invitee
from gvi_desktop.domain.letter import Letter
from gvi_desktop.domain.membership import Membership
from gvi_desktop.domain.notification import Notification
from gvi_desktop.domain.person import Person
from gvi_desktop.domain.phonecall import Phonecall
from gvi_desktop.domain.record import draft_fields
from gvi_desktop.domain.regime import Clock, Regime, RegimeDraft, add_months, clock, problems
from gvi_desktop.domain.round import Round
from gvi_desktop.domain.task import Task
from gvi_desktop.domain.user import Right
from gvi_desktop.services import disclosed, sampling
from gvi_desktop.services.unit import Unit
from gvi_desktop.storage.rows import ledger
from gvi_desktop.storage.rows.codec import moment_text

OWNED: tuple[type[Any], ...] = (Membership, Guardian, Notification, Invitee, Help, Phonecall, Letter)
"""Records that go with a person; what they count for is kept in reports already made."""


@dataclass(frozen=True)
class Due:
    """A person whose time is up: since when, by which regime, and the hard limit."""

    id: str
    code_name: str
    clock: Clock


@dataclass(frozen=True)
class Protocol:
    """What an erasure did, without names: how many of each kind, and where copies may still be."""

    on: date
    people: int
    records: dict[str, int]
    bundles: int
    letters: int
    reason: str


def regimes(unit: Unit) -> list[Regime]:
    """The regimes, by name."""
    return unit.find(Regime, order_by=unit.table(Regime).c.sort_text)


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


def of_person(unit: Unit, person: Person) -> Clock | None:
    """A person's clock; without a regime of their own the office's first one applies."""
    known = {one.id: one for one in regimes(unit)}
    return _clock(unit, person, known)


def due(unit: Unit, on: date | None = None) -> list[Due]:
    """Everybody whose time is up on that day (today by default), the longest overdue first."""
    day, known = on or unit.today, {one.id: one for one in regimes(unit)}
    found = []
    # Removed is out of sight, not gone: its clock runs on.
    for person in unit.store.find(Person, _over(unit, day), removed=True):
        runs = _clock(unit, person, known)
        if runs is not None and runs.end <= day:
            found.append(Due(person.id, person.code_name, runs))
    return sorted(found, key=lambda one: one.clock.end)


def due_count(unit: Unit) -> int:
    """How many people's time is up; counted in the vault, so it is quick with 100,000 people."""
    query = select(func.count()).select_from(unit.table(Person)).where(_over(unit, unit.today))
    return int(unit.connection.execute(query).scalar_one())


def _over(unit: Unit, day: date) -> ColumnElement[bool]:
    """The condition that a person's time is up on that day."""
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


def erase(unit: Unit, people: list[str], reason: str) -> Protocol:
    """Erase people and everything that is theirs, for good, in one step; the protocol names nobody."""
    unit.need(Right.ERASE)
    if not reason.strip():
        raise RefusedError("missing", kind="person", field="reason")
    found = unit.store.many(Person, people, removed=True)
    gone = set(found)
    telling = set[str]().union(*map(_telling, found.values()))
    if _tells(reason, telling):
        raise RefusedError("erase_reason_names", kind="person", field="reason")
    entries = unit.store.find(Disclosure, removed=True)
    named = disclosed.people_of(unit, entries)
    handed_out = [one for one in entries if not gone.isdisjoint(named[one.id])]
    letters = unit.count(Letter, unit.table(Letter).c.person.in_(sorted(gone)))
    counted: dict[str, int] = {}
    for record in OWNED:
        t = unit.table(record)
        for one in unit.store.find(record, t.c.person.in_(sorted(gone)), removed=True):
            telling |= _telling(one)
            unit.erase(record, one.id)
            counted[record.kind] = counted.get(record.kind, 0) + 1
    for one in unit.store.find(Round, removed=True):
        if one.targets & gone:
            unit.change(Round, one.id, targets=one.targets - gone)
    for one in handed_out:
        if one.people:
            unit.change(Disclosure, one.id, people=one.people - gone)
    t = unit.table(Task)
    for task in unit.store.find(Task, t.c.subject.in_(sorted(gone)), removed=True):
        telling |= _telling(task)
        unit.erase(Task, task.id)
        counted["task"] = counted.get("task", 0) + 1
    for person in sorted(gone):
        unit.erase(Person, person)
    _forget_drafts(unit, telling)
    sampling.forget(unit, lambda note: _tells(note, telling))
    bundles = sum(1 for one in handed_out if one.way is DisclosureWay.BUNDLE)
    unit.title = "retention.erase"
    unit.note("retention", detail=f"people {len(gone)}, other records {sum(counted.values())}: {reason.strip()[:200]}")
    return Protocol(unit.today, len(gone), counted, bundles, letters, reason.strip())


def _telling(record: Any) -> set[str]:
    """What shows that a text is about this record: its id, and each line in it that names or locates somebody."""
    found = {record.id, getattr(record, "code_name", "")}
    for one in draft_fields(type(record)):
        if one.metadata.get("personal") and not one.metadata.get("note"):
            value = getattr(record, one.name)
            found.update(value if isinstance(value, tuple) else (value,) if isinstance(value, str) else ())
    return {one.strip() for one in found if len(one.strip()) > 1}


def _tells(text: str, telling: set[str], *, quoted: bool = False) -> bool:
    """Whether a text has one of these in it as whole words; `quoted` = it is JSON."""
    words = {json.dumps(one, ensure_ascii=False)[1:-1] if quoted else one for one in telling}
    sought = "|".join(re.escape(one) for one in sorted(words))
    return bool(words) and re.search(rf"(?<!\w)(?:{sought})(?!\w)", text, re.IGNORECASE) is not None


def _forget_drafts(unit: Unit, telling: set[str]) -> None:
    """Forms kept at a lock may still hold what somebody typed about these people."""
    d = ledger.draft
    for user, place, text in unit.connection.execute(select(d.c.user, d.c.place, d.c["values"])).all():
        if _tells(text, telling, quoted=True):
            unit.connection.execute(delete(d).where(d.c.user == user, d.c.place == place))


def _clock(unit: Unit, person: Person, known: dict[str, Regime]) -> Clock | None:
    regime = known.get(person.regime or "") or next(iter(known.values()), None)
    return None if regime is None else clock(person, regime, unit.local(person.made_at).date())
