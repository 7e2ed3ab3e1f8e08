"""Rooms: the seats of a call-in, arranged so that groups in conflict sit apart, and moved by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_

from gvi_desktop.domain.callin import Callin, closed
from gvi_desktop.domain.errors import Problem, RefusedError
from gvi_desktop.domain.group import Group, Relation, RelationKind
from gvi_desktop.domain.invitee import MOST_SEATS, Answer, Attendance, Basis, Invitee, InviteeProblem
from gvi_desktop.domain.seating import Arrangement, Pair, Sitting, arrange, judge, swap
from gvi_desktop.services.invitees import InviteeLine, of_callin
from gvi_desktop.services.unit import Unit


@dataclass(frozen=True)
class Feud:
    """Two groups in the room that are in conflict, by name: since when and by whose account, as far as it is known."""

    one: str
    other: str
    beside: bool
    since: date | None = None
    source: str = ""

    @property
    def names(self) -> tuple[str, str]:
        """Both names, in order."""
        return self.one, self.other


@dataclass(frozen=True)
class Room:
    """Who sits where, and the conflicts between groups in the room."""

    seated: tuple[InviteeLine, ...]
    standing: tuple[InviteeLine, ...]
    feuds: tuple[Feud, ...] = ()

    @property
    def apart(self) -> tuple[tuple[str, str], ...]:
        """Groups in conflict that are kept apart."""
        return tuple(feud.names for feud in self.feuds if not feud.beside)

    @property
    def beside(self) -> tuple[tuple[str, str], ...]:
        """Groups in conflict that sit side by side."""
        return tuple(feud.names for feud in self.feuds if feud.beside)

    @property
    def unattended(self) -> tuple[InviteeLine, ...]:
        """Who comes under a duty of supervision and has no officer's chair behind."""
        return tuple(
            line for line in self.seated if line.invitee.basis is Basis.SUPERVISION and not line.invitee.officer_behind
        )


AWAY = frozenset({Attendance.EXCUSED, Attendance.DETAINED})


def room(unit: Unit, callin_id: str, lines: Sequence[InviteeLine] | None = None) -> Room:
    """The room as it is planned now; people who are excused or detained, or say they will not come, need no seat."""
    found = of_callin(unit, callin_id) if lines is None else lines
    seated = sorted((line for line in found if line.invitee.seat), key=lambda line: line.invitee.seat or 0)
    groups = {line.id: line.invitee.group or "" for line in seated}
    known = _relations(unit, set(groups.values()))
    judged = judge({line.id: line.invitee.seat or 0 for line in seated}, groups, set(known))
    return Room(
        tuple(seated),
        tuple(line for line in found if not line.invitee.seat and not _away(line.invitee)),
        _feuds(unit, known, judged),
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
    return set(_relations(unit, groups))


def _relations(unit: Unit, groups: set[str]) -> dict[Pair, list[Relation]]:
    r, today = unit.table(Relation).c, unit.today.isoformat()
    found = unit.find(
        Relation,
        r.relation_kind == RelationKind.CONFLICT.value,
        or_(r.from_on.is_(None), r.from_on <= today),
        or_(r.to_on.is_(None), r.to_on >= today),
        order_by=(r.from_on.is_(None), r.from_on, r.made_at),
    )
    pairs: dict[Pair, list[Relation]] = {}
    for one in found:
        pair = frozenset({one.group or "", one.other or ""})
        if pair <= groups:
            pairs.setdefault(pair, []).append(one)
    return pairs


def _away(invitee: Invitee) -> bool:
    return invitee.result in AWAY or invitee.answer is Answer.NOT_COMING


def _feuds(unit: Unit, known: Mapping[Pair, Sequence[Relation]], judged: Arrangement) -> tuple[Feud, ...]:
    """What was noted first of each pair; the source is the first that anybody has given."""
    wanted = [(pair, False) for pair in judged.apart] + [(pair, True) for pair in judged.beside]
    groups = unit.by_ids(Group, {one for pair, _ in wanted for one in pair})
    made = []
    for pair, beside in wanted:
        names = sorted(groups[one].name for one in pair if one in groups)
        if len(names) == 2:
            noted = known[pair]
            source = next((one.source for one in noted if one.source.strip()), "")
            made.append(Feud(names[0], names[1], beside, noted[0].from_on, source))
    return tuple(sorted(made, key=lambda feud: (not feud.beside, feud.names)))


def _open(unit: Unit, callin_id: str) -> Callin:
    callin = unit.get(Callin, callin_id)
    found: tuple[Problem, ...] = closed(callin)
    if found:
        raise RefusedError(found, kind="callin")
    return callin
