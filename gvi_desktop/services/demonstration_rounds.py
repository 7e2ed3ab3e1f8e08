"""The demonstration's rounds: after the first call-in, and the one that three teams are out on before the next."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, time, timedelta

from gvi_desktop.domain.invitee import Attendance
from gvi_desktop.domain.notification import Notification, Outcome, PlaceKind, Reaction, TeamMember, Trigger
from gvi_desktop.domain.round import RoundDraft, RoundTeam
from gvi_desktop.services import invitees, notifications, roundplan, rounds
from gvi_desktop.services.demonstration_callin import HELD
from gvi_desktop.services.demonstration_register import Cast
from gvi_desktop.services.storyclock import Demonstration, StoryClock
from gvi_desktop.services.unit import Unit, draft_of
from gvi_desktop.services.workspace import Workspace

NORTH = RoundTeam("Norr", (TeamMember("Polisen"), TeamMember("Socialtjänsten")))
SOUTH = RoundTeam("Söder", (TeamMember("Frivården"), TeamMember("Örebro kommun")))
EVENING = RoundTeam("Kväll", (TeamMember("Polisen"), TeamMember("Föreningen Nya vägar")))
OUTCOMES = (Outcome.REACHED, Outcome.NOT_HOME, Outcome.REACHED, Outcome.DECLINED, Outcome.REACHED, Outcome.REACHED)
BEGUN = 4
"""Days since the round before the next call-in was planned."""


def after(told: Demonstration, story: StoryClock, note: Callable[[str], None]) -> None:
    """Who stayed away, who left early, some of those who came and the minor, by two teams in three days."""
    ws = told.workspace
    day = story.days_ago(HELD - 1)
    lines = ws.read(invitees.of_callin, told.callin)
    away = [line.invitee.person or "" for line in lines if line.invitee.result is Attendance.NO_SHOW]
    early = [line.invitee.person or "" for line in lines if line.invitee.result is Attendance.LEFT_EARLY]
    came = [line.invitee.person or "" for line in lines if line.invitee.result is Attendance.CAME]
    others = [*early, *came[::3], told.minor]
    name = f"Efter call-in {told.callin_number}"
    made = _plan(ws, name, "Samtal med den som uteblev och med nyckelpersoner.", day, [*away, *others], (NORTH, SOUTH))
    days = [day + timedelta(days=one) for one in (1, 2, 4)]
    teams = [NORTH.name, SOUTH.name]
    ws.write(roundplan.share_evenly, made, away, teams, days[:1], 2, Trigger.NO_SHOW)
    ws.write(roundplan.share_evenly, made, others, teams, days, 2, Trigger.AFTER_CALLIN)
    for on in days:
        story.days_ago(HELD - 1 - (on - day).days)
        story.at(time(17))
        ws.write(_go_out, made, on)
    _told(ws, made, note)
    story.days_ago(HELD - 35)
    ws.write(_follow_up, made)


def before(told: Demonstration, story: StoryClock, cast: Cast, note: Callable[[str], None]) -> None:
    """Members of every group, by three teams: two days behind us, today's lists, and days to come."""
    ws = told.workspace
    day = story.days_ago(BEGUN)
    told.round_name = f"Före call-in {told.callin_number + 1}"
    teams = (NORTH, SOUTH, EVENING)
    made = _plan(
        ws, told.round_name, "Samtal i grupper som inte nåddes sist, innan nästa möte.", day, cast.visited, teams
    )
    days = [day + timedelta(days=one) for one in (1, 2, BEGUN, BEGUN + 1)]
    ws.write(roundplan.share_evenly, made, cast.visited, [one.name for one in teams], days, 3)
    for on in days[:2]:
        story.days_ago(BEGUN - (on - day).days)
        story.at(time(17))
        ws.write(_go_out, made, on)
    _told(ws, made, note)


def _plan(ws: Workspace, name: str, reason: str, day: date, people: Sequence[str], teams: tuple[RoundTeam, ...]) -> str:
    draft = RoundDraft(
        name=name,
        reason=reason,
        from_on=day,
        to_on=day + timedelta(days=14),
        targets=frozenset(people),
        responsible="Anna Ek",
        teams=teams,
    )
    return ws.write(rounds.plan, draft)


def _go_out(unit: Unit, round_id: str, day: date) -> None:
    """What was planned for the day has been tried: some are reached, some are not at home or decline."""
    begun = rounds.listed(unit)
    tried = next(one.progress.attempts for one in begun if one.id == round_id)
    for place, errand in enumerate(roundplan.errands(unit, round_id, day), tried):
        outcome = Outcome.REACHED if errand.minor else OUTCOMES[place % len(OUTCOMES)]
        reached = outcome is Outcome.REACHED
        asked = place == 2
        notifications.change(
            unit,
            errand.id,
            draft_of(
                notifications.get(unit, errand.id),
                on=day,
                at=time(15 + place % 3, 15),
                place=PlaceKind.HOME,
                outcome=outcome,
                message_1=reached,
                message_2=reached,
                message_3=reached,
                reaction=(Reaction.ASKED_FOR_HELP if asked else Reaction.LISTENED) if reached else None,
                asked_for_help=asked,
                guardian_present=errand.minor and reached,
                handout="Kort med telefonnummer" if reached else "",
            ),
        )


def _follow_up(unit: Unit, round_id: str) -> None:
    """A month later: everybody reached has been asked how it goes, but for one."""
    t = unit.table(Notification).c
    found = unit.find(Notification, t.round == round_id, t.outcome == Outcome.REACHED.value, order_by=(t.on, t.at))
    for one in found[:-1]:
        notifications.follow_up(unit, one.id, 30, "Lugnt sedan samtalet; har kvar kortet med numret.")


def _told(ws: Workspace, round_id: str, note: Callable[[str], None]) -> None:
    line = next(one for one in ws.read(rounds.listed) if one.id == round_id)
    p = line.progress
    note(
        f"round {line.record.name}: {p.targets} people, {len(line.record.teams)} teams, {p.attempts} attempts, "
        f"{p.talks} talks, {p.individuals} individuals"
    )
