"""Who answered for calling somebody under one protection did not answer for another one: also when the other one, or
the answer, arrives from a colleague."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import func

from gvi_desktop.domain.history import RecordState
from gvi_desktop.domain.invitee import Invitee
from gvi_desktop.domain.person import Person, PersonProblem, Protection
from gvi_desktop.services.incoming import Incoming
from gvi_desktop.services.unit import Unit
from gvi_desktop.storage import histories
from gvi_desktop.sync.merge import Verdict

ARRIVED = frozenset({Verdict.NEW.value, Verdict.CHANGED.value, Verdict.CONFLICT.value})
ANSWER, STOPS, PROTECTION = "cleared_by", "cleared_stops", "protection"


def stop_again(unit: Unit, person_id: str) -> None:
    """Their protection was changed here: whoever cleared that stop has to answer anew."""
    for one in _cleared(unit):
        if one.person == person_id:
            _take_back(unit, one)


def settle(unit: Unit, records: Iterable[Incoming], acked: int) -> int:
    """The same for what was merged: an answer counts no more that is older than the protection that stands now, or was
    given by somebody who had not heard of it: here before it arrived, or there by a sender who has our log only up to
    `acked`. Of how many invitees."""
    people, invitees = set[str](), set[str]()
    for one in records:
        if one.verdict in ARRIVED:
            if one.kind == Person.kind and PROTECTION in one.fields:
                people.add(one.id)
            elif one.kind == Invitee.kind and STOPS in one.fields:
                invitees.add(one.id)
    if not people and not invitees:
        return 0
    cleared = [one for one in _cleared(unit) if one.person in people or one.id in invitees]
    guarded = unit.store.many(Person, sorted({one.person for one in cleared if one.person}))
    due = [one for one in cleared if one.person in guarded and guarded[one.person].protection is not Protection.NONE]
    states = histories.many(unit.connection, [*(one.id for one in due), *{one.person for one in due if one.person}])
    void = []
    for invitee in due:
        guard = states[str(invitee.person)]
        older = _said(states[invitee.id], ANSWER, STOPS) < _said(guard, PROTECTION)
        here, there = invitee.person in people, invitee.id in invitees
        if older or (here and not there) or (there and not here and _place(guard, PROTECTION) > acked):
            void.append(invitee)
    for invitee in void:
        _take_back(unit, invitee)
    return len(void)


def _cleared(unit: Unit) -> list[Invitee]:
    """Who is still to come and was let through in spite of a protection."""
    i = unit.table(Invitee).c
    told = func.instr(i.cleared_stops, PersonProblem.PROTECTED.value) > 0
    found = unit.store.find(Invitee, i.cleared_by != "", i.result.is_(None), told)
    return [one for one in found if PersonProblem.PROTECTED in one.cleared_stops]


def _take_back(unit: Unit, one: Invitee) -> None:
    left = tuple(stop for stop in one.cleared_stops if stop != PersonProblem.PROTECTED)
    unit.store.change(Invitee, one.id, {STOPS: left})


def _place(state: RecordState, name: str) -> int:
    """Where in our log a field was last said."""
    return state.cells[name].lsn or 0 if name in state.cells else 0


def _said(state: RecordState, *names: str) -> int:
    """When any of these fields was last said."""
    cells = [state.cells[name] for name in names if name in state.cells]
    return max((hlc for cell in cells for hlc, _ in cell.siblings.values()), default=0)
