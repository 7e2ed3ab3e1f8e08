"""After a call-in: the visits it proposes, planned in one step, and whether the probation service has been told."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from gvi_desktop.domain.callin import Callin, CallinProblem
from gvi_desktop.domain.errors import Problem, RefusedError
from gvi_desktop.domain.group import Group
from gvi_desktop.domain.invitee import PRESENT, Attendance, Basis, Invitee, TalkReason
from gvi_desktop.domain.letter import Letter, LetterKind
from gvi_desktop.domain.membership import Membership
from gvi_desktop.domain.notification import Notification, NotificationDraft, Trigger, approach
from gvi_desktop.domain.person import Person, PersonRole
from gvi_desktop.services import notifications
from gvi_desktop.services.belonging import current
from gvi_desktop.services.letterfunnel import LetterFunnel, funnel
from gvi_desktop.services.readiness import code_name
from gvi_desktop.services.unit import Unit

FIRST_VISITS = timedelta(days=2)
"""The week plan's D+2: visits to those who stayed away and to key people begin."""
REASONS = {Attendance.NO_SHOW: TalkReason.NO_SHOW, Attendance.LEFT_EARLY: TalkReason.LEFT_EARLY}
TRIGGERS = {TalkReason.NO_SHOW: Trigger.NO_SHOW}


@dataclass(frozen=True)
class Proposal:
    """Somebody to visit after the meeting, by code name: why, and what keeps them from being visited.

    `talk` is the visit that is planned or made since the meeting (then nothing is left to plan), `talk_on` its day.
    """

    person: str
    code_name: str
    group_id: str | None
    group: str
    why: TalkReason
    stops: tuple[Problem, ...] = ()
    talk: str = ""
    talk_on: date | None = None

    @property
    def id(self) -> str:
        """The person's id."""
        return self.person

    @property
    def open(self) -> bool:
        """A visit can be planned."""
        return not self.talk and not self.stops


@dataclass(frozen=True)
class Told:
    """A list of those who stayed away, as it stands in the register of letters."""

    letter: str
    number: str
    on: date | None


@dataclass(frozen=True)
class Aftermath:
    """What a meeting that was held leaves to do; `supervised` counts the no-shows with a duty to come."""

    proposals: tuple[Proposal, ...]
    told: tuple[Told, ...]
    supervised: int
    first_day: date | None
    """The day on which the visits may begin: two days after the meeting, or today."""
    funnel: LetterFunnel | None = None


def aftermath(unit: Unit, callin_id: str) -> Aftermath:
    """All of it, people by code name; empty before the meeting has been held."""
    callin = unit.get(Callin, callin_id)
    if not callin.ended or callin.on is None:
        return Aftermath((), (), 0, None)
    invitees = unit.find(Invitee, unit.table(Invitee).c.callin == callin_id)
    duty = [one for one in invitees if one.result is Attendance.NO_SHOW and one.basis is Basis.SUPERVISION]
    first = max(callin.on + FIRST_VISITS, unit.today)
    proposals, told = _proposals(unit, callin, invitees, first), _told(unit, callin_id)
    return Aftermath(proposals, told, len(duty), first, funnel(unit, callin_id))


def plan_talks(unit: Unit, callin_id: str, people: Sequence[str], on: date) -> tuple[str, ...]:
    """Plan a visit on that day to each of these proposed people, in one step; returns the visits' ids.

    Refused before the meeting has been held, for a day before it, and for anybody who is not proposed, is stopped or
    has a visit already.
    """
    unit.title = "callin.plan_talks"
    callin = unit.get(Callin, callin_id)
    if not callin.ended or callin.on is None or on < callin.on:
        raise RefusedError([Problem(CallinProblem.NOT_HELD, "planned_on")], kind="callin")
    proposed = {one.person: one for one in aftermath(unit, callin_id).proposals if one.open}
    wanted = list(dict.fromkeys(people))
    if not wanted or not set(wanted) <= set(proposed):
        raise RefusedError([Problem("missing" if not wanted else "unknown_record", "person")], kind="notification")
    return tuple(notifications.log(unit, _visit(proposed[one], on)) for one in wanted)


def _visit(proposal: Proposal, on: date) -> NotificationDraft:
    trigger = TRIGGERS.get(proposal.why, Trigger.AFTER_CALLIN)
    return NotificationDraft(person=proposal.person, group=proposal.group_id, trigger=trigger, planned_on=on)


def _proposals(unit: Unit, callin: Callin, invitees: Sequence[Invitee], day: date) -> tuple[Proposal, ...]:
    """Who stayed away or left early, then messengers of groups that nobody came from; each by group and code name."""
    why: dict[str, tuple[TalkReason, str | None]] = {}
    for one in invitees:
        if one.person and one.result in REASONS:
            why[one.person] = (REASONS[one.result], one.group)
    called = {one.person for one in invitees}
    reached = {one.group for one in invitees if one.result in PRESENT}
    in_view = callin.groups | {one.group for one in invitees if one.group}
    for messenger, theirs in _messengers(unit, in_view - reached):
        if messenger not in called:
            why.setdefault(messenger, (TalkReason.GROUP_UNREACHED, theirs))
    known = unit.by_ids(Person, why)
    groups = unit.by_ids(Group, {group for _, group in why.values()})
    visits = _visits(unit, why, callin.on or day)
    made = []
    for person_id, (reason, group_id) in why.items():
        if (person := known.get(person_id)) is not None:
            group = groups[group_id].name if group_id in groups else ""
            visit = visits.get(person_id)
            made.append(
                Proposal(
                    person=person_id,
                    code_name=code_name(person),
                    group_id=group_id,
                    group=group,
                    why=reason,
                    stops=approach(person, day),
                    talk=visit.id if visit else "",
                    talk_on=(visit.on or visit.planned_on) if visit else None,
                )
            )
    order = list(TalkReason)
    return tuple(sorted(made, key=lambda one: (order.index(one.why), one.group.casefold(), one.code_name.casefold())))


def _messengers(unit: Unit, groups: Collection[str]) -> list[tuple[str, str]]:
    """Members of these groups today whose role it is to carry the message home: (person, group)."""
    if not groups:
        return []
    m = unit.table(Membership).c
    links = unit.find(Membership, m.group.in_(sorted(groups)), *current(unit))
    people = unit.by_ids(Person, {link.person for link in links})
    chosen = {one.id for one in people.values() if one.role is PersonRole.MESSENGER}
    return [(link.person, link.group) for link in links if link.person in chosen and link.group]


def _visits(unit: Unit, people: Collection[str], since: date) -> dict[str, Notification]:
    """The first visit to each of these people that was planned for or made after that day."""
    if not people:
        return {}
    t = unit.table(Notification).c
    found: dict[str, Notification] = {}
    for one in unit.find(Notification, t.person.in_(sorted(people))):
        day = one.on or one.planned_on
        if one.person and not one.corrected and day is not None and day >= since:
            before = found.get(one.person)
            if before is None or day < (before.on or before.planned_on or day):
                found[one.person] = one
    return found


def _told(unit: Unit, callin_id: str) -> tuple[Told, ...]:
    t = unit.table(Letter).c
    found = unit.find(
        Letter, t.callin == callin_id, t.letter_kind == LetterKind.NO_SHOWS.value, order_by=t.made_at.desc()
    )
    return tuple(Told(one.id, one.number, one.printed_on) for one in found)
