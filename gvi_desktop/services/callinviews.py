"""What the list of call-ins and the workspace of one show, gathered in a few queries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from gvi_desktop.domain.callin import Callin, CallinStatus, Readiness, stops
from gvi_desktop.domain.errors import Problem
from gvi_desktop.domain.group import Group
from gvi_desktop.domain.letter import Letter
from gvi_desktop.domain.task import Task
from gvi_desktop.services import listing, readiness, tasks
from gvi_desktop.services.invitees import InviteeLine, of_callin
from gvi_desktop.services.messengers import GroupGap, gaps
from gvi_desktop.services.pickers import SHOWN, Choice
from gvi_desktop.services.rooms import Room, room
from gvi_desktop.services.speakers import Programme, programme
from gvi_desktop.services.unit import Unit


class Light(StrEnum):
    """What the list says of a call-in at a glance."""

    GO = "go"
    READY = "ready"
    STOPPED = "stopped"
    POSTPONED = "postponed"
    OVER = "over"


@dataclass(frozen=True)
class CallinLine:
    """A call-in as the list shows it: its light, how many things stop it, and how many are called."""

    callin: Callin
    light: Light
    stops: int
    invitees: int

    @property
    def id(self) -> str:
        """The call-in's id."""
        return self.callin.id


@dataclass(frozen=True)
class CallinView:
    """A call-in with everything its workspace shows."""

    line: CallinLine
    groups: tuple[str, ...]
    tasks: tuple[Task, ...]
    invitees: tuple[InviteeLine, ...]
    programme: Programme
    room: Room
    stops: tuple[Problem, ...]
    gaps: tuple[GroupGap, ...] = ()
    letters: Mapping[str, str] = field(default_factory=dict)
    """Numbers in the register of the letters that gave notice, by id of the letter."""

    @property
    def callin(self) -> Callin:
        """The record itself."""
        return self.line.callin


def ids(unit: Unit, text: str = "", sort: str = "", descending: bool = True, status: str = "") -> Sequence[str]:
    """Ids of call-ins, the latest first unless asked otherwise."""
    where = [unit.table(Callin).c.status == status] if status else []
    return listing.ids(unit, Callin, *where, text=text, sort=sort or "on", descending=descending if sort else True)


def lines(unit: Unit, wanted: Sequence[str]) -> list[CallinLine]:
    """The lines of these ids, in the same order."""
    found = listing.lines(unit, Callin, wanted)
    ready = readiness.of_callins(unit, found)
    return [_line(callin, ready[callin.id]) for callin in found]


def workspace(unit: Unit, callin_id: str) -> CallinView:
    """Everything of one call-in; people by code name only."""
    callin = unit.get(Callin, callin_id)
    ready = readiness.of_callins(unit, [callin])[callin_id]
    invitees = of_callin(unit, callin_id)
    groups = unit.by_ids(Group, callin.groups)
    return CallinView(
        line=_line(callin, ready),
        groups=tuple(sorted((group.name for group in groups.values()), key=str.casefold)),
        tasks=tuple(tasks.of_callin(unit, callin_id)),
        invitees=tuple(invitees),
        programme=programme(unit, callin_id),
        room=room(unit, callin_id, invitees),
        stops=stops(callin, ready),
        gaps=gaps(unit, callin_id, invitees),
        letters={one.id: one.number for one in unit.by_ids(Letter, {i.invitee.letter for i in invitees}).values()},
    )


def ahead(unit: Unit, limit: int = 20) -> list[CallinLine]:
    """The next call-ins that are neither held nor cancelled, by date: for the overview."""
    c = unit.table(Callin).c
    over = [CallinStatus.HELD.value, CallinStatus.FOLLOWED_UP.value, CallinStatus.CANCELLED.value]
    found = unit.find(Callin, c.status.not_in(over), order_by=(c.on.is_(None), c.on, c.number), limit=limit)
    ready = readiness.of_callins(unit, found)
    return [_line(callin, ready[callin.id]) for callin in found]


def options(unit: Unit, text: str) -> list[Choice]:
    """Call-ins by number, date or venue, the latest first, as a form offers them."""
    return resolve(unit, ids(unit, text)[:SHOWN])


def resolve(unit: Unit, wanted: Sequence[str]) -> list[Choice]:
    """The choices of known call-ins: number, date and venue."""
    found = listing.lines(unit, Callin, wanted)
    return [Choice(one.id, str(one.number or "–"), _note(one)) for one in found]


def still_to_hold(unit: Unit, wanted: Sequence[str]) -> frozenset[str]:
    """Those that have not been held."""
    return frozenset(one.id for one in listing.lines(unit, Callin, wanted) if not one.ended)


def _note(callin: Callin) -> str:
    day = callin.on.isoformat() if callin.on else ""
    return " · ".join(part for part in (day, callin.venue) if part)


def _line(callin: Callin, ready: Readiness) -> CallinLine:
    found = stops(callin, ready) if callin.ahead else ()
    return CallinLine(callin, _light(callin, len(found)), len(found), ready.invitees)


def _light(callin: Callin, stopping: int) -> Light:
    if not callin.ahead:
        return Light.OVER
    if callin.status is CallinStatus.POSTPONED:
        return Light.POSTPONED
    if stopping:
        return Light.STOPPED
    return Light.GO if callin.status is CallinStatus.GO else Light.READY
