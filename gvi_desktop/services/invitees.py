"""Invitees: who is called, stops that a named user clears, notices and answers, check-in and how it went."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from gvi_desktop.domain.callin import Callin, CallinProblem, CallinStatus, closed
from gvi_desktop.domain.errors import Problem, RefusedError
from gvi_desktop.domain.group import Group
from gvi_desktop.domain.invitee import (
    PRESENT,
    Answer,
    Attendance,
    Basis,
    Invitee,
    InviteeDraft,
    InviteeProblem,
    NoticeWay,
    clearing_problems,
    open_stops,
    problems,
    stops,
)
from gvi_desktop.domain.letter import Letter
from gvi_desktop.domain.membership import Membership
from gvi_desktop.domain.person import Person, Supervision, is_minor
from gvi_desktop.services.belonging import current, group_on
from gvi_desktop.services.readiness import code_name, halted
from gvi_desktop.services.unit import Unit

ARRANGED = ("basis", "group", "transport", "officer_behind", "seat", "way", "noticed_on", "answer")
"""Fields of the invitee's form; stops, times and results have acts of their own."""


@dataclass(frozen=True)
class InviteeLine:
    """An invitee as lists and papers show it: by code name, with the open stops and those that were cleared."""

    invitee: Invitee
    code_name: str
    group: str = ""
    stops: tuple[Problem, ...] = ()
    cleared: tuple[Problem, ...] = ()
    minor: bool = False

    @property
    def id(self) -> str:
        """The invitee's id."""
        return self.invitee.id

    @property
    def present(self) -> bool:
        """In the room now: checked in and not out."""
        return self.invitee.checked_in is not None and self.invitee.checked_out is None


# ------------------------------------------------------------------ reading


def get(unit: Unit, invitee_id: str) -> Invitee:
    """The invitee with that id."""
    return unit.get(Invitee, invitee_id)


def of_callin(unit: Unit, callin_id: str) -> list[InviteeLine]:
    """All invitees of a call-in, by group and code name."""
    callin = unit.get(Callin, callin_id)
    found = unit.find(Invitee, unit.table(Invitee).c.callin == callin_id)
    people = unit.by_ids(Person, {one.person for one in found})
    groups = unit.by_ids(Group, {one.group for one in found})
    day = callin.on or unit.today
    made = [_line(one, people.get(one.person or ""), groups.get(one.group or ""), day) for one in found]
    return sorted(made, key=lambda line: (line.group.casefold(), line.code_name.casefold(), line.id))


def no_shows(unit: Unit, callin_id: str) -> list[InviteeLine]:
    """Who did not come and was neither excused nor detained: the list for the probation service and for visits."""
    return [line for line in of_callin(unit, callin_id) if line.invitee.result is Attendance.NO_SHOW]


def _line(invitee: Invitee, person: Person | None, group: Group | None, day: date) -> InviteeLine:
    unclear = open_stops(invitee, person, day)
    known = stops(person, day) if person is not None else ()
    return InviteeLine(
        invitee=invitee,
        code_name=code_name(person),
        group=group.name if group else "",
        stops=unclear,
        cleared=tuple(stop for stop in known if stop not in unclear),
        minor=person is not None and is_minor(person, day),
    )


# ------------------------------------------------------------------ inviting


def invite(
    unit: Unit, callin_id: str, people: Sequence[str], basis: Basis | None = None, group: str | None = None
) -> tuple[str, ...]:
    """Put people on the list; a basis not given follows from their supervision.

    They stand there for `group` if they are members of it that day, else for the group they belong to today.

    Somebody with a stop may stand on the list, but gets no notice and keeps the call-in from *go* until the stop is
    cleared (`clear_stop`).
    """
    unit.title = "invitee.invite"
    callin = unit.get(Callin, callin_id)
    _refuse(closed(callin))
    i = unit.table(Invitee).c
    known = {one.person for one in unit.find(Invitee, i.callin == callin_id)}
    wanted = list(dict.fromkeys(people))
    found = unit.by_ids(Person, wanted)
    taken = [code_name(found[one]) for one in wanted if one in known and one in found]
    if taken:
        raise RefusedError(InviteeProblem.ALREADY_INVITED, name=", ".join(taken))
    if not wanted or len(found) < len(wanted):
        raise RefusedError([Problem("missing" if not wanted else "unknown_record", "person")], kind="invitee")
    members = _members(unit, group, wanted, callin.on) if group else set()
    return tuple(
        unit.add(
            Invitee,
            InviteeDraft(
                callin=callin_id,
                person=one,
                group=group if one in members else group_on(unit, one),
                basis=basis or basis_of(found[one], callin.on or unit.today),
            ),
        ).id
        for one in wanted
    )


def _members(unit: Unit, group: str, people: Sequence[str], day: date | None) -> set[str]:
    m = unit.table(Membership).c
    found = unit.find(Membership, m.group == group, m.person.in_(people), *current(unit, day))
    return {one.person or "" for one in found}


def basis_of(person: Person, day: date) -> Basis:
    """A duty to come only for somebody who is under supervision on that day."""
    ended = person.supervision_ends_on is not None and person.supervision_ends_on < day
    return Basis.VOLUNTARY if person.supervision is Supervision.NONE or ended else Basis.SUPERVISION


def uninvite(unit: Unit, invitee_id: str) -> None:
    """Take somebody off the list of a call-in that has not been held."""
    unit.title = "invitee.uninvite"
    invitee = unit.get(Invitee, invitee_id)
    _refuse(closed(unit.get(Callin, invitee.callin)))
    unit.remove(Invitee, invitee_id)


def clear_stop(unit: Unit, invitee_id: str, reason: str) -> None:
    """The signed-in user answers for inviting this person all the same, with a reason.

    What must be settled before a minor is approached (guardian's decision, best interests, a second user's
    approval) cannot be cleared, only settled.
    """
    unit.title = "invitee.clear_stop"
    invitee, callin, person = _all_of(unit, invitee_id)
    day = callin.on or unit.today
    _refuse(clearing_problems(invitee, person, day, reason))
    codes = tuple(stop.code for stop in stops(person, day)) if person is not None else ()
    draft = replace(invitee, cleared_by=unit.user.name, cleared_reason=reason.strip(), cleared_stops=codes)
    _check(draft)
    unit.put(Invitee, invitee_id, draft)


def change(unit: Unit, invitee_id: str, draft: InviteeDraft) -> str:
    """Change basis, group, notice, answer, transport, officer and seat."""
    invitee, callin, person = _all_of(unit, invitee_id)
    changed = replace(invitee, **{name: getattr(draft, name) for name in ARRANGED})
    if changed.noticed_on is not None and invitee.noticed_on is None:
        _refuse_stopped(unit, invitee, callin, person)
    _check(changed)
    unit.put(Invitee, invitee_id, changed)
    if changed.noticed_on is not None:
        _is_inviting(unit, callin)
    return invitee_id


def notice(unit: Unit, invitee_id: str, way: NoticeWay, on: date | None = None, letter: str | None = None) -> None:
    """The notice has been given; nobody with an open stop gets one. `letter` is an entry of the register for them."""
    unit.title = "invitee.notice"
    invitee, callin, person = _all_of(unit, invitee_id)
    _refuse(closed(callin))
    _refuse_stopped(unit, invitee, callin, person)
    _check(replace(invitee, noticed_on=on))
    if letter is not None:
        known = unit.by_ids(Letter, [letter]).get(letter)
        if known is None or known.person not in (None, invitee.person):
            raise RefusedError([Problem("unknown_record", "letter")], kind="invitee")
    unit.change(Invitee, invitee_id, way=way, noticed_on=on or unit.today, letter=letter or invitee.letter)
    _is_inviting(unit, callin)


def seat_officer(unit: Unit, invitee_id: str, name: str) -> None:
    """Who sits right behind this person; an empty name takes the chair away."""
    unit.title = "invitee.officer"
    invitee, callin, _person = _all_of(unit, invitee_id)
    _refuse(closed(callin))
    changed = replace(invitee, officer_behind=" ".join(name.split()))
    _check(changed)
    unit.change(Invitee, invitee_id, officer_behind=changed.officer_behind)


def answer(unit: Unit, invitee_id: str, said: Answer | None) -> None:
    """What the person answered."""
    unit.title = "invitee.answer"
    unit.get(Invitee, invitee_id)
    unit.change(Invitee, invitee_id, answer=said)


def _is_inviting(unit: Unit, callin: Callin) -> None:
    if callin.status is CallinStatus.PLANNED:
        unit.change(Callin, callin.id, status=CallinStatus.INVITED)


# ------------------------------------------------------------------ the day


def check_in(unit: Unit, invitee_id: str) -> None:
    """Through the door now; again, after somebody went out and came back. Refused while a stop halts the meeting."""
    unit.title = "invitee.check_in"
    invitee, callin, _person = _open_door(unit, invitee_id)
    _refuse(halted(unit, callin))
    if invitee.checked_in is None:
        unit.change(Invitee, invitee_id, checked_in=unit.now, result=None)
    else:
        unit.change(Invitee, invitee_id, checked_out=None, result=None)


def check_out(unit: Unit, invitee_id: str, *, early: bool = False) -> None:
    """Out of the door now: at the end, or in the middle of the meeting (`early`)."""
    unit.title = "invitee.check_out"
    invitee, _callin, _person = _open_door(unit, invitee_id)
    if invitee.checked_in is None:
        raise RefusedError(InviteeProblem.NOT_IN)
    result = Attendance.LEFT_EARLY if early else Attendance.CAME
    unit.change(Invitee, invitee_id, checked_out=unit.now, result=result)


def leave_early(unit: Unit, invitee_id: str) -> None:
    """Out of the door now, before the end."""
    check_out(unit, invitee_id, early=True)


def mark(unit: Unit, invitee_id: str, result: Attendance | None) -> None:
    """How it went for one person: came, left early, stayed away, excused or detained; None takes the mark away.

    Excused and detained may be known before the day.
    """
    unit.title = "invitee.mark"
    invitee, callin, _person = _all_of(unit, invitee_id)
    if result in (*PRESENT, Attendance.NO_SHOW) and not callin.ended:
        _open_door(unit, invitee_id)
        _refuse(halted(unit, callin) if result in PRESENT else ())
    values = {} if result in PRESENT else {"checked_in": None, "checked_out": None}
    if result is None:
        values = {}
    unit.change(Invitee, invitee.id, result=result, **values)


def _open_door(unit: Unit, invitee_id: str) -> tuple[Invitee, Callin, Person | None]:
    """Check-in is for the day of a call-in that is *go*, and afterwards for corrections."""
    invitee, callin, person = _all_of(unit, invitee_id)
    if callin.on is None or callin.on > unit.today:
        raise RefusedError([Problem(CallinProblem.DAY_AHEAD)], kind="callin")
    if not callin.ended and callin.status is not CallinStatus.GO:
        raise RefusedError([Problem(CallinProblem.NOT_GO)], kind="callin")
    return invitee, callin, person


def _all_of(unit: Unit, invitee_id: str) -> tuple[Invitee, Callin, Person | None]:
    invitee = unit.get(Invitee, invitee_id)
    people = unit.by_ids(Person, [invitee.person])
    return invitee, unit.get(Callin, invitee.callin), people.get(invitee.person or "")


def _refuse_stopped(unit: Unit, invitee: Invitee, callin: Callin, person: Person | None) -> None:
    found = open_stops(invitee, person, callin.on or unit.today)
    if found:
        raise RefusedError((Problem(InviteeProblem.STOPPED, "noticed_on"), *found), kind="invitee")


def _check(draft: InviteeDraft) -> None:
    _refuse(problems(draft))


def _refuse(found: tuple[Problem, ...]) -> None:
    if found:
        raise RefusedError(found, kind="invitee")
