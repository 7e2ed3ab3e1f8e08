"""Rooms: the seats of a call-in, arranged so that groups in conflict sit apart, and moved by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import or_

from gvi_desktop.domain.callin import Callin, closed
from gvi_desktop.domain.errors import Problem, RefusedError
from gvi_desktop.domain.group import Group, Relation, RelationKind
from gvi_desktop.domain.invitee import MOST_SEATS, Answer, Attendance, Invitee, InviteeProblem
from gvi_desktop.domain.seating import Pair, Sitting, arrange, judge, swap
from gvi_desktop.services.invitees import InviteeLine, of_callin
from gvi_desktop.services.unit import Unit


@dataclass(frozen=True)
class Room:
    """Who sits where, and pairs of group names that are in conflict: those kept apart, and those side by side."""

    seated: tuple[InviteeLine, ...]
    standing: tuple[InviteeLine, ...]
    apart: tuple[tuple[str, str], ...] = ()
    beside: tuple[tuple[str, str], ...] = ()


AWAY = frozenset({Attendance.EXCUSED, Attendance.DETAINED})


def room(unit: Unit, callin_id: str, lines: Sequence[InviteeLine] | None = None) -> Room:
    """The room as it is planned now; people who are excused or detained, or say they will not come, need no seat."""
    found = of_callin(unit, callin_id) if lines is None else lines
    seated = sorted((line for line in found if line.invitee.seat), key=lambda line: line.invitee.seat or 0)
    groups = {line.id: line.invitee.group or "" for line in seated}
    judged = judge({line.id: line.invitee.seat or 0 for line in seated}, groups, conflicts(unit, set(groups.values())))
    return Room(
        tuple(seated),
        tuple(line for line in found if not line.invitee.seat and not _away(line.invitee)),
        _named(unit, judged.apart),
        _named(unit, judged.beside),
    )


def seat_all(unit: Unit, callin_id: str) -> None:
    """Seat everybody who is expected, groups in conflict apart as far as it can be done."""
    unit.title = "callin.seat"
    _open(unit, callin_id)
    found = of_callin(unit, callin_id)
    expected = [line for line in found if not _away(line.invitee)]
    if len(expected) > MOST_SEATS:
        raise RefusedError(InviteeProblem.BAD_SEAT, most=MOST_SEATS)
    sitting = [Sitting(line.id, line.invitee.group or "") for line in expected]
    seats = arrange(sitting, conflicts(unit, {one.group for one in sitting})).seats
    for line in found:
        unit.change(Invitee, line.id, seat=seats.get(line.id))


def take_seat(unit: Unit, invitee_id: str, seat: int) -> None:
    """Move somebody to a seat; who sat there takes the seat that becomes free."""
    unit.title = "callin.seat"
    if not 1 <= seat <= MOST_SEATS:
        raise RefusedError(InviteeProblem.BAD_SEAT, most=MOST_SEATS)
    callin = _open(unit, unit.get(Invitee, invitee_id).callin or "")
    found = unit.find(Invitee, unit.table(Invitee).c.callin == callin.id)
    before = {one.id: one.seat for one in found if one.seat}
    for one, number in swap(before, invitee_id, seat).items():
        if before.get(one) != number:
            unit.change(Invitee, one, seat=number)


def leave_seat(unit: Unit, invitee_id: str) -> None:
    """No seat for this person."""
    unit.title = "callin.seat"
    _open(unit, unit.get(Invitee, invitee_id).callin or "")
    unit.change(Invitee, invitee_id, seat=None)


def conflicts(unit: Unit, groups: set[str]) -> set[Pair]:
    """Pairs of these groups that are in conflict today."""
    r, today = unit.table(Relation).c, unit.today.isoformat()
    found = unit.find(
        Relation,
        r.relation_kind == RelationKind.CONFLICT.value,
        or_(r.from_on.is_(None), r.from_on <= today),
        or_(r.to_on.is_(None), r.to_on >= today),
    )
    pairs = {frozenset({one.group or "", one.other or ""}) for one in found}
    return {pair for pair in pairs if pair <= groups}


def _away(invitee: Invitee) -> bool:
    return invitee.result in AWAY or invitee.answer is Answer.NOT_COMING


def _named(unit: Unit, pairs: Sequence[Pair]) -> tuple[tuple[str, str], ...]:
    groups = unit.by_ids(Group, {one for pair in pairs for one in pair})
    named = [sorted(groups[one].name for one in pair if one in groups) for pair in pairs]
    return tuple((names[0], names[1]) for names in sorted(named) if len(names) == 2)


def _open(unit: Unit, callin_id: str) -> Callin:
    callin = unit.get(Callin, callin_id)
    found: tuple[Problem, ...] = closed(callin)
    if found:
        raise RefusedError(found, kind="callin")
    return callin
