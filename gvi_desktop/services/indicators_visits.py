"""The figures of visits, each counted along an index that holds all it asks for: no row of 300,000 is opened."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, and_, case, func, literal_column, or_, select

from gvi_desktop.domain.indicators import Period, RoundFigures
from gvi_desktop.domain.notification import Notification, Outcome
from gvi_desktop.domain.person import ADULT, Person
from gvi_desktop.domain.round import Round
from gvi_desktop.services.unit import Unit

TALK = Outcome.REACHED.value
DAY: ColumnElement[str] = literal_column('+notification."on"')
"""The day of a visit; the `+` keeps SQLite from finding visits by it where they lie by person or by round, and it would
have to open each."""


@dataclass(frozen=True)
class VisitFigures:
    """What is counted of the visits of a period; each mapping has the largest number first, months in their order."""

    attempts: int
    talks: int
    individuals: int
    with_all_three_messages: int
    asked_for_help: int
    by_outcome: Mapping[str, int]
    by_place: Mapping[str, int]
    attempts_by_place: Mapping[str, int]
    by_round: Mapping[str, int]
    rounds: tuple[RoundFigures, ...]
    by_month: Mapping[str, tuple[int, int]]
    """Month -> talks, and of these with somebody under 18."""


def within(period: Period, column: Any) -> Any:
    """The condition that a stored date lies in the period."""
    parts = [column.is_not(None)]
    if period.first is not None:
        parts.append(column >= period.first.isoformat())
    if period.last is not None:
        parts.append(column <= period.last.isoformat())
    return and_(*parts)


def visits(unit: Unit, period: Period, *, rounds: bool = True) -> VisitFigures:
    """The figures of the period's visits; without `rounds` those of rounds are left out."""
    outcomes, places, tried, months = (Counter[str]() for _ in range(4))
    three_messages = asked_for_help = 0
    for month, outcome, place, number, three, asked in _by_kind(unit, period):
        outcomes[outcome] += number
        tried[place or ""] += number
        if outcome == TALK:
            places[place or ""] += number
            months[month] += number
            three_messages += three
            asked_for_help += asked
    by_round = _rounds(unit, period, outcomes) if rounds else ()
    return VisitFigures(
        attempts=outcomes.total(),
        talks=outcomes[TALK],
        individuals=_individuals(unit, period),
        with_all_three_messages=three_messages,
        asked_for_help=asked_for_help,
        by_outcome=ranked(outcomes.items()),
        by_place=ranked(places.items()),
        attempts_by_place=ranked(tried.items()),
        by_round=_named(by_round),
        rounds=by_round,
        by_month=_with_minors(unit, period, months),
    )


def talks_by_month(unit: Unit, period: Period) -> dict[str, tuple[int, int]]:
    """Month -> talks, and of these with somebody under 18."""
    months: Counter[str] = Counter()
    for month, outcome, _, number, _, _ in _by_kind(unit, period):
        if outcome == TALK:
            months[month] += number
    return _with_minors(unit, period, months)


def ranked(counted: Iterable[tuple[str, int]]) -> dict[str, int]:
    """The numbers, the largest first; equal ones by what they are of."""
    return dict(sorted(((key, number) for key, number in counted if number), key=lambda one: (-one[1], one[0])))


def _counted(unit: Unit, period: Period) -> ColumnElement[bool]:
    n = unit.table(Notification).c
    return and_(n.removed == 0, n.corrected == 0, n.outcome.is_not(None), within(period, n.on))


def _talks(unit: Unit, period: Period) -> ColumnElement[bool]:
    n = unit.table(Notification).c
    return and_(n.outcome == TALK, n.removed == 0, n.corrected == 0, within(period, DAY))


def _by_kind(unit: Unit, period: Period) -> Iterable[Any]:
    """(month, outcome, place, visits, with all three messages, asked for help)."""
    n = unit.table(Notification).c
    messages = and_(n.message_1 == 1, n.message_2 == 1, n.message_3 == 1)
    # Day by day first, as the index lies: what is left to be brought together by month is a hundredth.
    days = (
        select(
            n.on,
            n.outcome,
            n.place,
            func.count().label("number"),
            func.sum(case((messages, 1), else_=0)).label("three"),
            func.sum(case((n.asked_for_help == 1, 1), else_=0)).label("asked"),
        )
        .where(_counted(unit, period))
        .group_by(n.on, n.outcome, n.place)
        .subquery()
    )
    d = days.c
    keys = (func.substr(d.on, 1, 7), d.outcome, d.place)
    sums = (func.sum(d.number), func.sum(d.three), func.sum(d.asked))
    return unit.connection.execute(select(*keys, *sums).group_by(*keys).order_by(*keys)).all()


def _individuals(unit: Unit, period: Period) -> int:
    n = unit.table(Notification).c
    people = select(n.person).where(_talks(unit, period), n.person.is_not(None)).group_by(n.person)
    return int(unit.connection.execute(select(func.count()).select_from(people.subquery())).scalar_one())


def _named(rounds: Iterable[RoundFigures]) -> dict[str, int]:
    """Talks by name of the round; two rounds of one name count together."""
    counted: Counter[str] = Counter()
    for one in rounds:
        if one.name:
            counted[one.name] += one.talks
    return ranked(counted.items())


def _rounds(unit: Unit, period: Period, outcomes: Counter[str]) -> tuple[RoundFigures, ...]:
    """Every round that was worked on, by its first day, and last what belonged to none: all visits less theirs."""
    n = unit.table(Notification).c
    visits = and_(n.removed == 0, n.corrected == 0, n.outcome.is_not(None), within(period, DAY), n.round.is_not(None))
    talk = case((n.outcome == TALK, 1), else_=0)
    tried = select(n.round, func.count(), func.sum(talk)).where(visits).group_by(n.round)
    people = select(n.round, n.person).where(_talks(unit, period), n.round.is_not(None), n.person.is_not(None))
    met = people.distinct().subquery()
    counted = select(met.c.round, func.count()).group_by(met.c.round)
    reached = {round_id: int(number) for round_id, number in unit.connection.execute(counted)}
    known = {one.id: one for one in unit.find(Round)}
    found = []
    for round_id, attempts, talks in unit.connection.execute(tried):
        one = known.get(round_id)
        name, first = (one.name, one.from_on) if one else (round_id, None)
        found.append(RoundFigures(name, first, int(attempts), int(talks), int(reached.get(round_id, 0))))
    found.sort(key=lambda one: (one.first is None, str(one.first), one.name))
    attempts, talks = (sum(getattr(one, name) for one in found) for name in ("attempts", "talks"))
    if outcomes.total() > attempts:
        alone = select(n.person).where(_talks(unit, period), n.round.is_(None), n.person.is_not(None)).distinct()
        people_alone = unit.connection.execute(select(func.count()).select_from(alone.subquery())).scalar_one()
        rest = RoundFigures("", None, outcomes.total() - attempts, outcomes[TALK] - talks, int(people_alone))
        found.append(rest)
    return tuple(found)


def _with_minors(unit: Unit, period: Period, months: Mapping[str, int]) -> dict[str, tuple[int, int]]:
    """The talks of each month, and those with somebody under 18 on the day.

    Asked from the side of the young, who are few: whoever was grown up before the first talk is not looked at.
    """
    if not months:
        return {}
    n, p = unit.table(Notification).c, unit.table(Person).c
    grown_up = int(min(months)[:4]) - ADULT - 1
    unsure = and_(p.birth_date.is_(None), p.birth_year >= grown_up)
    born_late = or_(p.birth_date >= f"{grown_up:04}-01-01", unsure)
    young = select(p.id, p.birth_date, p.birth_year).where(born_late).cte("young")
    young = young.prefix_with("MATERIALIZED", dialect="sqlite")
    month = func.substr(n.on, 1, 7)
    query = (
        select(month, func.count())
        .select_from(young.join(unit.table(Notification), n.person == young.c.id))
        .where(_talks(unit, period), under_age(young.c, n.on))
        .group_by(month)
    )
    minors = {key: int(number) for key, number in unit.connection.execute(query)}
    return {key: (months[key], minors.get(key, 0)) for key in sorted(months)}


def under_age(person: Any, on: Any) -> Any:
    """Under 18 on the day by birth date; by birth year alone when the person may have been (as `domain.is_minor`)."""
    by_date = func.date(person.birth_date, f"+{ADULT} years") > on
    by_year = func.substr(on, 1, 4).cast(person.birth_year.type) - person.birth_year - 1 < ADULT
    return case((person.birth_date.is_not(None), by_date), else_=by_year)
