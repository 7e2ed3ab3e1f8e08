"""The evaluator's data set: groups under codes, week by week, with what was done and what happened; nobody is in it.

The codes are drawn anew for every data set, by its number and what only this vault has: whoever has both can tell which
group a code stands for, nobody else can, not even with the groups themselves. The number is noted in the register of
disclosures.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any

from sqlalchemy import func, select

from gvi_desktop.domain.callin import Callin
from gvi_desktop.domain.focus import Focus
from gvi_desktop.domain.group import Group
from gvi_desktop.domain.incident import Incident, IncidentType
from gvi_desktop.domain.indicators import Period
from gvi_desktop.domain.invitee import PRESENT, Invitee
from gvi_desktop.domain.notification import Notification, Outcome
from gvi_desktop.domain.record import Compartment, new_id
from gvi_desktop.domain.user import Right
from gvi_desktop.services import compartments
from gvi_desktop.services.indicators_visits import DAY, within
from gvi_desktop.services.report_parts import Cell, Report, Row, Section, Teller, filled, period_text
from gvi_desktop.services.suppress import blocks, safe, summed
from gvi_desktop.services.unit import Unit

DATA = (
    *("group", "week", "attempts", "talks", "individuals", "dose", "called", "came", "focus"),
    *(one.value for one in IncidentType),
)
"""Columns of the data set, the same in every language: for programs."""
PUBLIC = ("group", "attempts", "talks")
NUMBER = 12
"""Hexadecimal digits of a data set's number."""
Key = tuple[str, str]
"""Group and ISO week."""


def make(unit: Unit, period: Period, language: str, *, public: bool = False, number: str = "") -> Report:
    """The data set of a period; a public one has whole periods and groups put together until no number is small.

    `number` makes a known data set again, with the same codes as long as no group has come or gone.
    """
    unit.need(Right.READ)
    compartments.need(unit, Compartment.ENFORCEMENT)
    tell = Teller(language, public=public)
    number = number or new_id()[:NUMBER]
    codes = codes_of(unit, number)
    counted = _counted(unit, period)
    code_book = Section(
        "code_book",
        tell("code_book"),
        (tell("column"), tell("meaning")),
        tuple((name, tell(f"column_{name}")) for name in (PUBLIC if public else DATA)),
    )
    about = tell.facts("data_set", (("data_number", number), ("groups_all", len(codes)), ("made_on", unit.today)))
    notes = [tell("note_effect"), tell("note_evaluator")]
    if public:
        data = _by_group(counted, codes, tell)
        notes += [tell("note_small"), tell("note_overlap")]
        sections = [about, code_book, data]
    else:
        rows = tuple(_rows(unit, period, counted, codes))
        data = Section("data", tell("data"), DATA, rows, data=True)
        key = tuple((code, name) for code, name in key_of(unit, number))
        kept = Section("key", tell("key"), (tell("code"), tell("group")), key, tell("key_stays"), kept=True)
        sections = [about, code_book, kept, data]
    title = tell("evaluator_title_public" if public else "evaluator_title")
    return Report(title, period_text(period, tell.words), filled(sections), tuple(notes), reference=number)


def codes_of(unit: Unit, number: str) -> dict[str, str]:
    """Group id -> code (G01 …), in an order that the number, the groups' ids and the office's own id decide, which
    never leaves the vault: an evaluator may have got groups and number."""
    secret = unit.office.id
    ids = [one.id for one in unit.find(Group)]
    ordered = sorted(ids, key=lambda one: hashlib.sha256(f"{secret}:{number}:{one}".encode()).digest())
    digits = max(2, len(str(len(ordered))))
    return {one: f"G{at:0{digits}}" for at, one in enumerate(ordered, 1)}


def key_of(unit: Unit, number: str) -> list[tuple[str, str]]:
    """Which group each code of a data set stands for; never part of a file."""
    compartments.need(unit, Compartment.ENFORCEMENT)
    names = {one.id: one.name for one in unit.find(Group)}
    return sorted((code, names[one]) for one, code in codes_of(unit, number).items())


def week_of(on: date) -> str:
    """The ISO week of a day, such as 2026-W05."""
    year, week, _ = on.isocalendar()
    return f"{year:04}-W{week:02}"


def _monday(on: date) -> date:
    return on - timedelta(days=on.weekday())


Counted = dict[str, Counter[Key]]


def _counted(unit: Unit, period: Period) -> Counted:
    """Every figure by group and week."""
    counted: Counted = defaultdict(Counter)
    for group, on, outcome, visits in _visits(unit, period):
        key = group, week_of(date.fromisoformat(on))
        counted["attempts"][key] += visits
        if outcome == Outcome.REACHED.value:
            counted["talks"][key] += visits
    for group, on, people in _met(unit, period):
        counted["individuals"][group, week_of(date.fromisoformat(on))] += people
    i, c = unit.table(Invitee), unit.table(Callin)
    seats = select(i.c.group, c.c.on, i.c.result, func.count()).select_from(i.join(c, i.c.callin == c.c.id))
    seats = seats.where(i.c.removed == 0, c.c.removed == 0, i.c.group.is_not(None), within(period, c.c.on))
    present = {one.value for one in PRESENT}
    for group, on, result, number in unit.connection.execute(seats.group_by(i.c.group, c.c.on, i.c.result)):
        key = group, week_of(date.fromisoformat(on))
        counted["called"][key] += number
        counted["came"][key] += number if result in present else 0
    t = unit.table(Incident)
    for one in unit.find(Incident, t.c.group.is_not(None), within(period, t.c.on)):
        if one.group and one.on:
            counted[one.incident_type.value][one.group, week_of(one.on)] += 1
    return counted


def _visits(unit: Unit, period: Period) -> Iterable[Any]:
    """(group, Monday, outcome, visits)."""
    n = unit.table(Notification).c
    monday = _monday_of(n.on)
    query = select(n.group, monday, n.outcome, func.count())
    query = query.where(n.removed == 0, n.corrected == 0, n.outcome.is_not(None), n.group.is_not(None))
    return unit.connection.execute(query.where(within(period, DAY)).group_by(n.group, monday, n.outcome)).all()


def _met(unit: Unit, period: Period) -> Iterable[Any]:
    """(group, Monday, people that were talked to)."""
    n = unit.table(Notification).c
    monday = _monday_of(n.on)
    query = select(n.group, monday, func.count(func.distinct(n.person)))
    query = query.where(n.outcome == Outcome.REACHED.value, n.corrected == 0, n.removed == 0, n.group.is_not(None))
    return unit.connection.execute(query.where(within(period, DAY)).group_by(n.group, monday)).all()


def _monday_of(day: Any) -> Any:
    return func.date(day, "weekday 0", "-6 days")


def _rows(unit: Unit, period: Period, counted: Counted, codes: dict[str, str]) -> Iterator[Row]:
    """Every group in every week of the period, also where nothing happened; an open end is where the figures end."""
    seen = sorted({week for figures in counted.values() for _, week in figures})
    if not seen and (period.first is None or period.last is None):
        return
    first = _monday(period.first) if period.first else date.fromisocalendar(int(seen[0][:4]), int(seen[0][6:]), 1)
    last = period.last or date.fromisocalendar(int(seen[-1][:4]), int(seen[-1][6:]), 7)
    focus = _in_focus(unit)
    for group, code in sorted(codes.items(), key=lambda one: one[1]):
        dose, monday = 0, first
        while monday <= last:
            key = group, week_of(monday)
            dose += counted["talks"][key]
            sunday = monday + timedelta(days=6)
            focused = any(start <= sunday and monday <= end for start, end in focus.get(group, ()))
            numbers = (counted[name][key] for name in ("attempts", "talks", "individuals"))
            seats = (counted[name][key] for name in ("called", "came"))
            happened = (counted[one.value][key] for one in IncidentType)
            yield (code, key[1], *numbers, dose, *seats, int(focused), *happened)
            monday += timedelta(days=7)


def _in_focus(unit: Unit) -> dict[str, list[tuple[date, date]]]:
    found: dict[str, list[tuple[date, date]]] = {}
    for one in unit.find(Focus, unit.table(Focus).c.start_on.is_not(None)):
        if one.group and one.start_on:
            found.setdefault(one.group, []).append((one.start_on, one.end_on or unit.today))
    return found


def _by_group(counted: Counted, codes: dict[str, str], tell: Teller) -> Section:
    """Whole periods by group, groups put together until neither talks nor visits without one are few."""
    totals: dict[str, Counter[str]] = {name: Counter() for name in ("attempts", "talks")}
    for name, sums in totals.items():
        for (group, _), number in counted[name].items():
            sums[group] += number
    ordered = sorted(codes.items(), key=lambda one: one[1])
    rows = [(totals["talks"][group], totals["attempts"][group] - totals["talks"][group]) for group, _ in ordered]
    whole = summed(rows, range(len(rows))) if rows else (0, 0)
    found: list[tuple[Cell, ...]] = []
    for block in (blocks(rows) or ()) if safe(*whole) else ():
        talks, missed = summed(rows, block)
        found.append((", ".join(ordered[at][1] for at in block), talks + missed, talks))
    return Section("data", tell("data"), PUBLIC, tuple(found), data=True)
