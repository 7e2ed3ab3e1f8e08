"""Messengers: which groups of a call-in have somebody who carries the message home, and who could be asked to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from gvi_desktop.domain.callin import ENDED, Callin
from gvi_desktop.domain.errors import Problem
from gvi_desktop.domain.group import Group
from gvi_desktop.domain.invitee import PRESENT, Answer, Attendance, Basis, Invitee, stops
from gvi_desktop.domain.membership import Membership
from gvi_desktop.domain.notification import Notification, Outcome
from gvi_desktop.domain.person import Person, PersonRole, Protection
from gvi_desktop.services.belonging import current
from gvi_desktop.services.invitees import InviteeLine, basis_of, of_callin
from gvi_desktop.services.readiness import code_name
from gvi_desktop.services.unit import Unit

MOST = 200
"""So many members of a group are offered at once; whoever stands further down is found by searching."""
AWAY = frozenset({Attendance.EXCUSED, Attendance.DETAINED, Attendance.NO_SHOW})


@dataclass(frozen=True)
class GroupGap:
    """A group in view and the people called from it; `carrying` of them are neither stopped nor staying away."""

    group_id: str
    name: str
    called: int = 0
    stopped: int = 0
    coming: int = 0
    carrying: int = 0

    @property
    def missing(self) -> bool:
        """Nobody can carry the message to this group."""
        return self.carrying == 0


@dataclass(frozen=True)
class Candidate:
    """A member of the group as the form offers them: facts that help to choose, in no order of merit."""

    person_id: str
    code_name: str
    messenger: bool
    supervised: bool
    officer: str
    stops: tuple[Problem, ...]
    last_talk: date | None
    last_callin: date | None
    invited: bool


@dataclass(frozen=True)
class Choosing:
    """Whom one may call from one group; `more` members are not shown."""

    callin_id: str
    group: Group
    candidates: tuple[Candidate, ...]
    more: int = 0


def gaps(unit: Unit, callin_id: str, lines: Sequence[InviteeLine] | None = None) -> tuple[GroupGap, ...]:
    """Every group in view and every group of somebody called, by name."""
    callin = unit.get(Callin, callin_id)
    found = of_callin(unit, callin_id) if lines is None else lines
    called: dict[str, list[InviteeLine]] = {}
    for line in found:
        if line.invitee.group:
            called.setdefault(line.invitee.group, []).append(line)
    groups = unit.by_ids(Group, set(callin.groups) | set(called))
    made = [_gap(group, called.get(group.id, [])) for group in groups.values()]
    return tuple(sorted(made, key=lambda gap: (gap.name.casefold(), gap.group_id)))


def choosing(unit: Unit, callin_id: str, group_id: str) -> Choosing:
    """The members of a group on the day of the call-in, by code name: never ranked, never scored."""
    callin, group = unit.get(Callin, callin_id), unit.get(Group, group_id)
    day = callin.on or unit.today
    m, p = unit.table(Membership).c, unit.table(Person).c
    members = (
        select(m.person).where(m.group == group_id, m.removed == 0, *current(unit, day)).distinct().scalar_subquery()
    )
    wanted = [p.id.in_(members)]
    people = unit.find(Person, *wanted, order_by=(p.sort_text, p.id), limit=MOST)
    ids = [person.id for person in people]
    i = unit.table(Invitee).c
    invited = {one.person for one in unit.find(Invitee, i.callin == callin_id)}
    talks, callins = _last_talks(unit, ids), _last_callins(unit, ids, callin_id)
    made = [_candidate(person, day, talks, callins, person.id in invited) for person in people]
    made.sort(key=lambda one: (one.code_name.casefold(), one.person_id))
    return Choosing(callin_id, group, tuple(made), max(0, unit.count(Person, *wanted) - len(people)))


def _gap(group: Group, lines: Sequence[InviteeLine]) -> GroupGap:
    stopped = [line for line in lines if line.stops]
    away = [line for line in lines if line.invitee.answer is Answer.NOT_COMING or line.invitee.result in AWAY]
    idle = {line.id for line in (*stopped, *away)}
    coming = sum(line.invitee.answer is Answer.COMING for line in lines)
    return GroupGap(group.id, group.name, len(lines), len(stopped), coming, len(lines) - len(idle))


def _candidate(
    person: Person, day: date, talks: Mapping[str, date], callins: Mapping[str, date], invited: bool
) -> Candidate:
    supervised = basis_of(person, day) is Basis.SUPERVISION
    return Candidate(
        person.id,
        code_name(person),
        person.role is PersonRole.MESSENGER,
        supervised,
        person.supervision_officer if supervised and person.protection is Protection.NONE else "",
        stops(person, day),
        talks.get(person.id),
        callins.get(person.id),
        invited,
    )


def _last_talks(unit: Unit, people: Sequence[str]) -> dict[str, date]:
    """The latest day each of these people was reached at a visit."""
    n = unit.table(Notification).c
    query = (
        select(n.person, func.max(n.on))
        .where(
            n.person.in_(people),
            n.outcome == Outcome.REACHED.value,
            n.corrected == 0,
            n.removed == 0,
            n.on.is_not(None),
        )
        .group_by(n.person)
    )
    return {person: date.fromisoformat(on) for person, on in unit.connection.execute(query)}


def _last_callins(unit: Unit, people: Sequence[str], but: str) -> dict[str, date]:
    """The latest call-in each of these people has come to before."""
    i, c = unit.table(Invitee).c, unit.table(Callin).c
    query = (
        select(i.person, func.max(c.on))
        .join(unit.table(Callin), c.id == i.callin)
        .where(
            i.person.in_(people),
            i.callin != but,
            i.removed == 0,
            c.removed == 0,
            c.status.in_([status.value for status in ENDED]),
            i.result.in_([result.value for result in PRESENT]),
        )
        .group_by(i.person)
    )
    return {person: date.fromisoformat(on) for person, on in unit.connection.execute(query)}
