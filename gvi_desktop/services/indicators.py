"""The indicators: counted from the records for a period, never an effect claimed (records.md; practice.md 6.3)."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Select, and_, case, false, func, or_, select

from gvi_desktop.domain.callin import Callin
from gvi_desktop.domain.disclosure import Disclosure
from gvi_desktop.domain.focus import Focus
from gvi_desktop.domain.group import Group
from gvi_desktop.domain.help import Help
from gvi_desktop.domain.incident import Incident
from gvi_desktop.domain.indicators import CallinFigures, Figures, FocusFigures, Glance, Period
from gvi_desktop.domain.invitee import PRESENT, Attendance, Invitee
from gvi_desktop.domain.membership import Membership
from gvi_desktop.domain.notification import Notification, Outcome
from gvi_desktop.domain.person import Person
from gvi_desktop.domain.phonecall import Phonecall
from gvi_desktop.domain.record import Compartment
from gvi_desktop.services import retention
from gvi_desktop.services.indicators_visits import talks_by_month, visits, within
from gvi_desktop.services.unit import Unit

DAY = 24
MESSENGER_DAYS = 90


def count(unit: Unit, period: Period, *, rounds: bool = True) -> Figures:
    """All indicators for the period; without `rounds` none is told by round, which takes the longest of all. What the
    user's compartments do not hold is not counted: `unseen` says so."""
    seen = visits(unit, period, rounds=rounds)
    incidents, to_talk, to_focus = _answers(unit, period) if unit.sees(Incident) else (0, (), ())
    asked_help, kinds, stages, within_24, within_72 = _help(unit, period) if unit.sees(Help) else (0, {}, {}, 0, 0)
    groups, reached = _groups_reached(unit, period.last or unit.today)
    people, sourced, overdue = of_people(unit)
    callins = _callins(unit, period)
    d, c = unit.table(Disclosure), unit.table(Phonecall)
    of_calls = and_(c.c.removed == 0, within(period, c.c.on), *(() if unit.sees(Phonecall) else (false(),)))
    return Figures(
        period=period,
        attempts=seen.attempts,
        talks=seen.talks,
        talks_under_18=sum(young for _, young in seen.by_month.values()),
        individuals=seen.individuals,
        talks_with_all_three_messages=seen.with_all_three_messages,
        asked_for_help=seen.asked_for_help,
        by_outcome=seen.by_outcome,
        by_place=seen.by_place,
        attempts_by_place=seen.attempts_by_place,
        by_round=seen.by_round,
        rounds=seen.rounds,
        by_month=seen.by_month,
        callins=callins,
        callins_held=sum(one.held for one in callins),
        calls=sum(_grouped(unit, c.c.channel, of_calls).values()),
        calls_by_need=_grouped(unit, c.c.need, of_calls),
        focus_rounds=_focus(unit, period) if unit.sees(Focus) else (),
        help_asked=asked_help,
        help_by_kind=kinds,
        help_by_stage=stages,
        first_contact_24=within_24,
        first_contact_72=within_72,
        incidents=incidents,
        days_to_first_talk=to_talk,
        days_to_focus=to_focus,
        groups=groups,
        groups_reached=reached,
        people=people,
        people_with_source=sourced,
        overdue_reviews=overdue,
        past_retention=retention.due_count(unit),
        disclosures_by_ground=_grouped(unit, d.c.ground, and_(d.c.removed == 0, within(period, d.c.on))),
        unseen=frozenset(Compartment) - unit.user.reads,
    )


def at_a_glance(unit: Unit, period: Period) -> Glance:
    """Only what the overview draws: talks by month, the newest call-in held, focus rounds."""
    c, i = unit.table(Callin).c, unit.table(Invitee).c
    seen = select(i.id).where(
        i.callin == c.id, i.removed == 0, i.result.in_([one.value for one in (*PRESENT, Attendance.NO_SHOW)])
    )
    newest = select(func.max(c.on)).where(c.removed == 0, within(period, c.on), seen.exists())
    day = unit.connection.execute(newest).scalar()
    on = date.fromisoformat(day) if day else None
    held = tuple(one for one in _callins(unit, Period(on, on)) if one.came or one.no_show) if on else ()
    return Glance(talks_by_month(unit, period), held, _focus(unit, period) if unit.sees(Focus) else None)


def _grouped(unit: Unit, column: Any, where: Any) -> dict[str, int]:
    number = func.count()
    query: Select[Any] = select(column, number).where(where).group_by(column).order_by(number.desc(), column)
    return {str(key or ""): int(found) for key, found in unit.connection.execute(query)}


def _callins(unit: Unit, period: Period) -> tuple[CallinFigures, ...]:
    t, i = unit.table(Callin), unit.table(Invitee)
    of_period = i.c.callin.in_(select(t.c.id).where(t.c.removed == 0, within(period, t.c.on)))
    query = select(i.c.callin, i.c.basis, i.c.result, func.count()).where(i.c.removed == 0, of_period)
    counted: dict[str, Counter[tuple[str, str]]] = {}
    for callin, basis, result, number in unit.connection.execute(query.group_by(i.c.callin, i.c.basis, i.c.result)):
        counted.setdefault(callin, Counter())[basis or "", result or ""] += int(number)
    found = []
    for callin in unit.find(Callin, within(period, t.c.on), order_by=(t.c.on, t.c.number)):
        by = counted.get(callin.id, Counter())
        bases = {basis: _attendance(by, basis) for basis in sorted({basis for basis, _ in by})}
        whole = _attendance(by, None)
        found.append(CallinFigures(callin.number, callin.on, **whole, by_basis=bases, held=callin.ended))
    return tuple(found)


def _attendance(by: Counter[tuple[str, str]], basis: str | None) -> dict[str, int]:
    own = {key: number for key, number in by.items() if basis is None or key[0] == basis}
    present = {one.value for one in PRESENT}

    def of(*results: str) -> int:
        return sum(number for (_, result), number in own.items() if result in results)

    return {
        "called": sum(own.values()),
        "came": of(*present),
        "stayed": of(Attendance.CAME.value),
        "no_show": of(Attendance.NO_SHOW.value),
    }


def _focus(unit: Unit, period: Period) -> tuple[FocusFigures, ...]:
    t = unit.table(Focus)
    rounds = unit.find(Focus, within(period, t.c.start_on), order_by=(t.c.start_on,))
    groups = unit.by_ids(Group, {one.group for one in rounds})
    until = min(period.last or unit.today, unit.today)
    return tuple(
        FocusFigures(
            groups[one.group].name if one.group in groups else "",
            one.start_on,
            one.end_on,
            None if one.start_on is None else ((one.end_on or until) - one.start_on).days,
            one.end_reason.value if one.end_reason else None,
        )
        for one in rounds
    )


def _help(unit: Unit, period: Period) -> tuple[int, dict[str, int], dict[str, int], int, int]:
    h = unit.table(Help)
    where = and_(h.c.removed == 0, within(period, h.c.asked_on))
    asked_at = func.coalesce(h.c.asked_at, "00:00")
    start = func.julianday(h.c.asked_on + " " + asked_at)
    end = func.julianday(h.c.first_contact_on + " " + func.coalesce(h.c.first_contact_at, asked_at))
    hours = func.round((end - start) * DAY, 3)
    soon, later = (func.sum(case((hours <= limit, 1), else_=0)) for limit in (DAY, 3 * DAY))
    row = unit.connection.execute(select(func.count(), soon, later).where(where)).one()
    asked, within_24, within_72 = (int(value or 0) for value in row)
    return asked, _grouped(unit, h.c.help_kind, where), _grouped(unit, h.c.stage, where), within_24, within_72


def _answers(unit: Unit, period: Period) -> tuple[int, tuple[int, ...], tuple[int, ...]]:
    """Incidents; days from each to the first talk with somebody of its group, and to the decision of a focus round."""
    i, n = unit.table(Incident).c, unit.table(Notification).c
    # One look into the index of talks by group for each incident.
    talk = (n.group == i.group, n.outcome == Outcome.REACHED.value, n.corrected == 0, n.removed == 0)
    first = select(func.min(n.on)).where(*talk, n.on >= i.on).correlate(unit.table(Incident)).scalar_subquery()
    query = select(i.id, i.on, first).where(i.removed == 0, within(period, i.on)).order_by(i.on)
    decided = _decided(unit)
    incidents, to_talk, to_focus = 0, [], []
    for incident, on, talked in unit.connection.execute(query):
        day = date.fromisoformat(on)
        incidents += 1
        if talked:
            to_talk.append((date.fromisoformat(talked) - day).days)
        if later := [(one - day).days for one in decided.get(incident, ()) if one >= day]:
            to_focus.append(min(later))
    return incidents, tuple(to_talk), tuple(to_focus)


def _decided(unit: Unit) -> dict[str, list[date]]:
    """The days on which focus rounds were decided, by each incident that they rest on."""
    found: dict[str, list[date]] = {}
    for one in unit.find(Focus, unit.table(Focus).c.start_on.is_not(None)):
        if (day := one.decided_on or one.start_on) is not None:
            for incident in one.incidents:
                found.setdefault(incident, []).append(day)
    return found


def _groups_reached(unit: Unit, last: date) -> tuple[int, int]:
    """Groups not closed; and those of which somebody was talked to or sat in a call-in in the 90 days to `last`."""
    g, n, i, c = (unit.table(kind) for kind in (Group, Notification, Invitee, Callin))
    since = (last - timedelta(days=MESSENGER_DAYS)).isoformat()
    # Asked of each group: one look into the index says whether there was such a talk.
    talk = (n.c.outcome == Outcome.REACHED.value, n.c.corrected == 0, n.c.removed == 0)
    talked = select(n.c.on).where(n.c.group == g.c.id, *talk, n.c.on.between(since, last.isoformat())).exists()
    sat = (
        select(i.c.group)
        .select_from(i.join(c, i.c.callin == c.c.id))
        .where(i.c.removed == 0, c.c.on.between(since, last.isoformat()), i.c.result.in_([r.value for r in PRESENT]))
    )
    open_ = g.c.status != "closed"
    reached = unit.count(Group, open_, or_(talked, g.c.id.in_(sat)))
    return unit.count(Group, open_), reached


def of_people(unit: Unit) -> tuple[int, int, int]:
    """People in the vault, those with a documented source, and those whose review is overdue."""
    p, m = unit.table(Person), unit.table(Membership)
    sourced = select(m.c.person).where(m.c.removed == 0, m.c.source != "")
    today = unit.today.isoformat()
    return unit.count(Person), unit.count(Person, p.c.id.in_(sourced)), unit.count(Person, p.c.next_review_on < today)
