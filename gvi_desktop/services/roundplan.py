"""How a round is carried out: people shared out over teams and days, what each team has to do, how each day went."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from sqlalchemy import literal, select

from gvi_desktop.domain.errors import Problem, RefusedError
from gvi_desktop.domain.notification import Notification, NotificationDraft, Outcome, TeamMember, Trigger, approach
from gvi_desktop.domain.person import Person, Protection, is_minor
from gvi_desktop.domain.round import Round, RoundProblem, RoundTeam, Share, share, team_of
from gvi_desktop.domain.rules import FIRST_DAY, LAST_DAY
from gvi_desktop.services import listing, notifications, rounds
from gvi_desktop.services.belonging import groups_of
from gvi_desktop.services.rounds import RoundView
from gvi_desktop.services.unit import Unit
from gvi_desktop.storage.rows.codec import codecs


@dataclass(frozen=True)
class Tally:
    """Visits of one day, one team or both: still planned, tried, talks held, individuals reached."""

    planned: int = 0
    attempts: int = 0
    talks: int = 0
    individuals: int = 0


@dataclass(frozen=True)
class Board:
    """A round by day and team; the team is empty where a visit was made by none of the round's teams."""

    days: tuple[date, ...]
    teams: tuple[str, ...]
    cells: dict[tuple[date, str], Tally]
    by_day: dict[date, Tally]
    by_team: dict[str, Tally]


@dataclass(frozen=True)
class Errand:
    """A visit that a team has before it: to whom, what to know, and how often it was tried in this round."""

    id: str
    person: str
    code_name: str
    groups: tuple[str, ...]
    team: str
    planned_on: date
    minor: bool
    protected: bool
    language: str
    interpreter: bool
    stops: tuple[Problem, ...]
    tried: int
    last: Notification | None
    """The latest attempt in this round."""


@dataclass(frozen=True)
class Proposal:
    """Who would go to which team and day; who is left over because the days hold no more; who may not be visited."""

    shares: tuple[Share, ...]
    names: dict[str, str]
    """Code names by id of the person."""
    left_over: tuple[str, ...]
    stopped: tuple[str, ...]


@dataclass(frozen=True)
class RoundSheet:
    """A round with its people, its board, and what its teams have before them today."""

    view: RoundView
    board: Board
    today: tuple[Errand, ...]

    @property
    def id(self) -> str:
        """The round's id."""
        return self.view.id


def sheet(unit: Unit, round_id: str) -> RoundSheet:
    """All that the page of a round shows."""
    return RoundSheet(rounds.view(unit, round_id), board(unit, round_id), tuple(errands(unit, round_id, unit.today)))


def board(unit: Unit, round_id: str) -> Board:
    """The round by day and team. A planned visit counts on the day it is planned for."""
    teams = unit.get(Round, round_id).teams
    sorted_out: dict[tuple[date, str], list[_Visit]] = {}
    for day, team, visit in _seen(unit, round_id, teams):
        sorted_out.setdefault((day, team), []).append(visit)
    days = sorted({day for day, _ in sorted_out})
    names = [one.name for one in teams] + ([""] if any(not team for _, team in sorted_out) else [])
    of_day: dict[date, list[_Visit]] = {day: [] for day in days}
    of_team: dict[str, list[_Visit]] = {team: [] for team in names}
    for (day, team), found in sorted_out.items():
        of_day[day] += found
        of_team[team] += found
    return Board(tuple(days), tuple(names), *(_tallied(one) for one in (sorted_out, of_day, of_team)))


def by_day(unit: Unit, round_id: str) -> list[tuple[date, Tally]]:
    """Attempts, talks and individuals of each day, in order."""
    return list(board(unit, round_id).by_day.items())


def by_team(unit: Unit, round_id: str) -> list[tuple[str, Tally]]:
    """Attempts, talks and individuals of each team, in the round's order; last those of no team, when there are any."""
    return list(board(unit, round_id).by_team.items())


def errands(unit: Unit, round_id: str, day: date, team: str | None = None) -> list[Errand]:
    """What is planned for a day (of one team), by team and code name; what was planned earlier and not made is on the
    list of today too."""
    one, t = unit.get(Round, round_id), unit.table(Notification)
    come = t.c.planned_on <= day.isoformat() if day == unit.today else t.c.planned_on == day.isoformat()
    ahead = unit.find(Notification, t.c.round == round_id, t.c.outcome.is_(None), come)
    people = unit.by_ids(Person, {visit.person for visit in ahead})
    attempts = [visit for visit in _visits(unit, round_id, people) if visit.is_attempt]
    groups = groups_of(unit, people)
    order = {named.name: at for at, named in enumerate(one.teams)}
    found = []
    for visit in ahead:
        if (person := people.get(visit.person or "")) is None:
            continue
        tried = [past for past in attempts if past.person == person.id]
        found.append(
            Errand(
                visit.id,
                person.id,
                person.code_name,
                groups.get(person.id, ()),
                team_of(visit.team, one.teams),
                visit.planned_on or day,
                is_minor(person, day),
                person.protection is not Protection.NONE,
                person.language,
                person.interpreter,
                approach(person, day),
                len(tried),
                tried[-1] if tried else None,
            )
        )
    wanted = [errand for errand in found if team is None or errand.team == team]
    return sorted(wanted, key=lambda e: (order.get(e.team, len(order)), e.code_name))


def propose(
    unit: Unit, round_id: str, people: Iterable[str], teams: Sequence[str], days: Sequence[date], most: int
) -> Proposal:
    """How these people could be shared out evenly over the teams and days, those of a group to one team."""
    known = unit.by_ids(Person, set(people) & unit.get(Round, round_id).targets)
    groups = groups_of(unit, known)
    first = min(days, default=unit.today)
    stopped = {key for key, person in known.items() if approach(person, first)}
    ordered = sorted(known.values(), key=lambda one: (groups.get(one.id, ("",))[0], one.code_name))
    free = [(one.id, groups.get(one.id, ("",))[0]) for one in ordered if one.id not in stopped]
    shares = share(free, teams, days, most)
    placed = {one.person for one in shares}
    return Proposal(
        tuple(sorted(shares, key=lambda one: (one.day, list(teams).index(one.team), known[one.person].code_name))),
        {key: person.code_name for key, person in known.items()},
        tuple(key for key, _ in free if key not in placed),
        tuple(one.id for one in ordered if one.id in stopped),
    )


def share_out(unit: Unit, round_id: str, shares: Sequence[Share], trigger: Trigger = Trigger.OTHER) -> list[str]:
    """Plan a visit for each share, all in one step; who has a planned visit in the round already gets its team and day
    changed instead. Returns the ids of the visits."""
    one = unit.get(Round, round_id)
    crews = {team.name: team.members for team in one.teams}
    people = unit.by_ids(Person, {wanted.person for wanted in shares})
    visits = _visits(unit, round_id, people)
    found = list(_objections(one, shares, people, {v.person for v in visits if v.is_talk}, unit.today))
    if found:
        raise RefusedError(found, kind="round")
    unit.title = "round.share_out"
    ahead = {visit.person: visit for visit in reversed(visits) if visit.outcome is None}
    return [_plan(unit, one, wanted, crews[wanted.team], ahead.get(wanted.person), trigger) for wanted in shares]


def share_evenly(
    unit: Unit,
    round_id: str,
    people: Iterable[str],
    teams: Sequence[str],
    days: Sequence[date],
    most: int,
    trigger: Trigger = Trigger.OTHER,
) -> list[str]:
    """Plan what `propose` proposes for the same, in one step; who finds no place, or may not be visited, is left."""
    return share_out(unit, round_id, propose(unit, round_id, people, teams, days, most).shares, trigger)


def open_targets(unit: Unit, round_id: str) -> list[str]:
    """Ids of those whom the round has neither reached nor a planned visit for, by code name."""
    t = unit.table(Notification)
    planned = unit.find(Notification, t.c.round == round_id, t.c.outcome.is_(None))
    wanted = set(rounds.remaining_targets(unit, round_id)) - {visit.person for visit in planned}
    people = unit.by_ids(Person, wanted)
    return sorted(people, key=lambda key: people[key].code_name)


def _plan(
    unit: Unit, one: Round, wanted: Share, crew: tuple[TeamMember, ...], ahead: Notification | None, trigger: Trigger
) -> str:
    if ahead is not None:
        unit.change(Notification, ahead.id, planned_on=wanted.day, team=crew)
        return ahead.id
    person = unit.get(Person, wanted.person)
    draft = NotificationDraft(
        person=wanted.person,
        round=one.id,
        trigger=trigger,
        planned_on=wanted.day,
        team=crew,
        language=person.language,
        interpreter=person.interpreter,
    )
    return notifications.log(unit, draft)


def _objections(
    one: Round, shares: Sequence[Share], people: dict[str, Person], reached: set[str | None], today: date
) -> Iterable[Problem]:
    if not one.teams:
        yield Problem(RoundProblem.NO_TEAMS, "teams")
    if not shares:
        yield Problem(RoundProblem.NOBODY_LEFT, "people")
    known = {team.name for team in one.teams}
    for wanted in shares:
        person = people.get(wanted.person)
        name = {"name": person.code_name if person else "–"}
        if person is None or wanted.person not in one.targets:
            yield Problem(RoundProblem.NOT_AIMED_AT, "people", name)
            continue
        if wanted.person in reached:
            yield Problem(RoundProblem.ALREADY_REACHED, "people", name)
        if one.teams and wanted.team not in known:
            yield Problem(RoundProblem.UNKNOWN_TEAM, "teams", {"name": wanted.team})
        if wanted.day < today:
            yield Problem(RoundProblem.DAY_PASSED, "first")
        elif wanted.day < (one.from_on or FIRST_DAY) or wanted.day > (one.to_on or LAST_DAY):
            yield Problem(RoundProblem.DAY_OUTSIDE, "last")
        yield from (replace(stop, field="people") for stop in approach(person, wanted.day))


def _visits(unit: Unit, round_id: str, people: Collection[str]) -> list[Notification]:
    t = unit.table(Notification)
    where = (t.c.round == round_id, t.c.corrected == 0, listing.among(t.c.person, people))
    return unit.find(Notification, *where, order_by=(t.c.on, t.c.at, t.c.planned_on))


_Visit = tuple[str | None, str]
"""Outcome (None: planned) and person."""


def _seen(unit: Unit, round_id: str, teams: Sequence[RoundTeam]) -> Iterator[tuple[date, str, _Visit]]:
    """Day, team and visit; what was corrected is left out. Of a round without teams all that is asked lies in an index;
    a team is read from the visit itself."""
    t = unit.table(Notification)
    crew = t.c.team if teams else literal("")
    query = select(t.c.outcome, t.c.on, t.c.planned_on, t.c.person, crew)
    query = query.where(t.c.round == round_id, t.c.corrected == 0, t.c.removed == 0)
    decode = codecs(Notification)["team"].decode
    known: dict[str, str] = {}
    for outcome, on, planned_on, person, members in unit.connection.execute(query):
        if members not in known:
            known[members] = team_of(decode(members), teams) if teams else ""
        if day := on if outcome else planned_on:
            yield date.fromisoformat(day), known[members], (outcome, person)


K = TypeVar("K")


def _tallied(sorted_out: Mapping[K, Iterable[_Visit]]) -> dict[K, Tally]:
    return {key: _tally(visits) for key, visits in sorted_out.items()}


def _tally(visits: Iterable[_Visit]) -> Tally:
    counted = list(visits)
    tried = [outcome for outcome, _ in counted if outcome]
    met = [person for outcome, person in counted if outcome == Outcome.REACHED.value]
    return Tally(len(counted) - len(tried), len(tried), len(met), len(set(met)))
