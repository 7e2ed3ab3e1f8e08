"""Rounds: many people get the same message within a short time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from math import ceil
from typing import ClassVar

from gvi_desktop.domain.errors import Problem
from gvi_desktop.domain.notification import TeamMember
from gvi_desktop.domain.record import Draft, Record, free_text, refs, short
from gvi_desktop.domain.rules import CommonProblem, caps, gather, in_order, missing


class RoundProblem(StrEnum):
    """What the rules may object to in a round."""

    IN_USE = "round_in_use"
    TEAM_WITHOUT_NAME = "round_team_without_name"
    TEAM_WITHOUT_MEMBERS = "round_team_without_members"
    TEAM_TWICE = "round_team_twice"
    TEAMS_ALIKE = "round_teams_alike"
    NO_TEAMS = "round_no_teams"
    NO_DAYS = "round_no_days"
    NOBODY_LEFT = "round_nobody_left"
    UNKNOWN_TEAM = "round_unknown_team"
    NOT_AIMED_AT = "round_not_aimed_at"
    ALREADY_REACHED = "round_already_reached"
    DAY_OUTSIDE = "round_day_outside"
    DAY_PASSED = "round_day_passed"


TEAM_NAME = 40
"""Characters that the name of a team may have."""


@dataclass(frozen=True)
class RoundTeam:
    """One team of a round; its members as agency and name, the name may be left out."""

    name: str
    members: tuple[TeamMember, ...] = ()


@dataclass(frozen=True, kw_only=True)
class RoundDraft(Draft):
    """A round of notifications with its target people."""

    kind: ClassVar[str] = "round"

    name: str = short(80)
    reason: str = free_text()
    from_on: date | None = None
    to_on: date | None = None
    targets: frozenset[str] = refs("person")
    responsible: str = short(80)
    teams: tuple[RoundTeam, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Round(RoundDraft, Record):
    """A stored round."""


@dataclass(frozen=True)
class Progress:
    """How far a round has come: people aimed at, visits tried, talks held, individuals reached."""

    targets: int
    attempts: int
    talks: int
    individuals: int


@dataclass(frozen=True)
class Share:
    """Who is to be visited by which team of the round, and on which day."""

    person: str
    team: str
    day: date


def problems(draft: RoundDraft) -> tuple[Problem, ...]:
    """Name and first day; the end is not before the start; teams that can be told apart."""
    return gather(
        missing(draft, "name", "from_on"), in_order(draft, "from_on", "to_on"), _team_problems(draft.teams), caps(draft)
    )


def team_of(members: Iterable[TeamMember], teams: Sequence[RoundTeam]) -> str:
    """The name of the team of the round that made a visit: the one with just these members, else the only one that most
    of them belong to (somebody may have stood in); empty when there is none."""
    went = _members(members)
    for team in teams:
        if _members(team.members) == went:
            return team.name
    shared = sorted(((len(went & _members(team.members)), team.name) for team in teams), reverse=True)
    if not shared or not shared[0][0] or (len(shared) > 1 and shared[1][0] == shared[0][0]):
        return ""
    return shared[0][1]


def share(
    people: Sequence[tuple[str, str]], teams: Sequence[str], days: Sequence[date], most: int
) -> tuple[Share, ...]:
    """A proposal: each of the people (with a group, which may be empty) to a team and a day, at most `most` a team and
    day. A group stays with one team as long as that keeps the teams even; whoever finds no place is left out."""
    if not teams or not days or most < 1:
        return ()
    room = len(days) * most
    fair = min(room, ceil(len(people) / len(teams)))
    groups: dict[str, list[str]] = {}
    for person, group in people:
        groups.setdefault(group or person, []).append(person)
    of_team: dict[str, list[str]] = {team: [] for team in teams}
    # The large groups first, each to the team with most room; what does not fit goes on to the next team.
    for waiting in sorted(groups.values(), key=len, reverse=True):
        while waiting:
            team = min(teams, key=lambda one: len(of_team[one]))
            free = fair - len(of_team[team])
            if free <= 0:
                break
            of_team[team] += waiting[:free]
            waiting = waiting[free:]
    return tuple(
        Share(person, team, days[at * len(days) // len(own)] if len(own) >= len(days) else days[at])
        for team, own in of_team.items()
        for at, person in enumerate(own)
    )


def _team_problems(teams: Sequence[RoundTeam]) -> list[Problem]:
    names = [one.name.strip().casefold() for one in teams]
    found = []
    if not all(names):
        found.append(Problem(RoundProblem.TEAM_WITHOUT_NAME, "teams"))
    if len(set(names)) < len(names):
        found.append(Problem(RoundProblem.TEAM_TWICE, "teams"))
    if any(len(name) > TEAM_NAME for name in names):
        found.append(Problem(CommonProblem.TOO_LONG, "teams", {"cap": TEAM_NAME}))
    crews = [_members(one.members) for one in teams]
    if not all(crews):
        found.append(Problem(RoundProblem.TEAM_WITHOUT_MEMBERS, "teams"))
    elif len(set(crews)) < len(crews):
        # Which team made a visit is seen by who went.
        found.append(Problem(RoundProblem.TEAMS_ALIKE, "teams"))
    return found


def _members(members: Iterable[TeamMember]) -> frozenset[tuple[str, str]]:
    return frozenset(
        (one.agency.strip().casefold(), one.name.strip().casefold()) for one in members if one.agency.strip()
    )
