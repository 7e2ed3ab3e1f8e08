"""Rows of call-ins: meetings by number and day, and those who were called to them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from gvi_desktop.domain.callin import Callin
from gvi_desktop.domain.invitee import Invitee
from gvi_desktop.intake.reading import ReadRow
from gvi_desktop.services import importing_core as core
from gvi_desktop.services.importing_plan import Planner


@dataclass
class Meeting:
    """A call-in and its rows."""

    on: date
    number: int | None
    rows: list[ReadRow] = field(default_factory=list)


def plan_callins(planner: Planner) -> None:
    """Every meeting once, and each person called to it."""
    in_vault = {one.number: one.on for one in planner.unit.find(Callin)}
    for meeting in _meetings(planner):
        kept = [row for row in meeting.rows if not planner.rejected(row)]
        if in_vault.get(meeting.number, meeting.on) != meeting.on:
            for row in kept:
                planner.reject(row, row.fault("number", "callin_number_taken", number=meeting.number))
            continue
        if kept:
            _plan_meeting(planner, meeting, kept)


def _plan_meeting(planner: Planner, meeting: Meeting, rows: list[ReadRow]) -> None:
    first = rows[0]
    values = {**first.values, "on": meeting.on}
    for name in ("start", "venue"):
        values[name] = next((row.values[name] for row in rows if row.values.get(name)), values.get(name))
    called = [(row, someone) for row in rows if (someone := planner.someone(row)) is not None and not someone.rejected]
    groups = {row.number: planner.group_of(row, someone) for row, someone in called}
    in_view = frozenset(group_id for group_id, _ in groups.values() if group_id)
    values = {name: value for name, value in values.items() if value is not None}
    draft = core.callin(values, meeting.number or 0, planner.unit.today, in_view, invited=bool(called))
    callin_id = planner.add(first, Callin, draft)
    if callin_id is None:
        return
    for row in rows:
        someone = planner.someone(row)
        if someone is None:
            continue
        group_id, group = planner.group_of(row, someone)
        planner.add(row, Invitee, core.invitee(row.values, callin_id, someone.record_id, group_id), someone, group)


def _meetings(planner: Planner) -> list[Meeting]:
    """Rows together by number, or by day where no number is given; days without a number get the next free ones."""
    days: dict[int, date] = {}
    found: dict[date | int, Meeting] = {}
    for row in planner.rows.get("callin", []):
        if row.faults and not planner.rejected(row):
            planner.reject(row, *row.faults)
        if planner.rejected(row):
            continue
        on, number = row.values.get("on"), row.values.get("number")
        on = on or (days.get(number) if number is not None else None)
        if on is None:
            planner.reject(row, row.fault("on", "missing"))
            continue
        if number is not None and days.setdefault(number, on) != on:
            planner.reject(row, row.fault("on", "callin_two_days", number=number))
            continue
        found.setdefault(on if number is None else number, Meeting(on, number)).rows.append(row)
    _number_days(planner, found)
    return list(found.values())


def _number_days(planner: Planner, found: dict[date | int, Meeting]) -> None:
    in_vault = {one.on: one.number for one in planner.unit.find(Callin)}
    numbers = [one for one in (*in_vault.values(), *(m.number for m in found.values())) if one is not None]
    last = max(numbers, default=0)
    for meeting in sorted(found.values(), key=lambda one: one.on):
        if meeting.number is None:
            meeting.number = in_vault.get(meeting.on)
        if meeting.number is None:
            last += 1
            meeting.number = last
