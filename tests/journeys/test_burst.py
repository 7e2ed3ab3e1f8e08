"""A burst of talks after a shooting: 36 people of three groups, reached in two weeks by three teams."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from kit.hand import Hand
from kit.lines import incident
from kit.people import group, link, person
from kit.places import texts
from kit.vaults import SettableClock, new_vault
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from gvi_desktop.domain.disclosure import Disclosure
from gvi_desktop.domain.group import Group
from gvi_desktop.domain.incident import IncidentDecision
from gvi_desktop.domain.indicators import Period
from gvi_desktop.domain.notification import Notification, NotificationDraft, Outcome, TeamMember, Trigger
from gvi_desktop.domain.record import Certainty
from gvi_desktop.domain.round import Progress, RoundDraft, RoundTeam
from gvi_desktop.services import dose, incidents, indicators, notifications, roundpapers, roundplan, rounds
from gvi_desktop.services.roundplan import Errand
from gvi_desktop.services.unit import draft_of
from gvi_desktop.services.workspace import Workspace
from ui.notifications.boardtable import BoardTable
from ui.notifications.meter import Meter

Unlocked = Callable[[Callable[[Workspace], object]], Hand]
MONDAY = date(2026, 11, 23)
LAST = MONDAY + timedelta(days=11)
DAYS = [MONDAY + timedelta(days=n) for n in range(12) if n % 7 < 5]
TEAMS = (
    RoundTeam("Norr", (TeamMember("Polisen", "Eva Ek"), TeamMember("Socialtjänsten", "Bo Alm"))),
    RoundTeam("Söder", (TeamMember("Polisen", "Per Lind"), TeamMember("Frivården"))),
    RoundTeam("Väster", (TeamMember("Polisen", "Ida Dahl"), TeamMember("Socialtjänsten", "Kim Lund"))),
)
WRITTEN = """Norr: Polisen, Eva Ek; Socialtjänsten, Bo Alm
Söder: Polisen, Per Lind; Frivården
Väster: Polisen, Ida Dahl; Socialtjänsten, Kim Lund"""
PEOPLE = 36
NOT_AT_HOME = 6
"""Every sixth is not at home the first time."""


def town(workspace: Workspace) -> tuple[str, list[str]]:
    """Three groups of twelve, and the shooting after which a round was decided; the incident and the people."""
    groups = [group(workspace, name) for name in ("Norra", "Södra", "Västra")]
    people = [person(workspace, f"Given{n}", f"Family{n}") for n in range(PEOPLE)]
    for at, who in enumerate(people):
        link(workspace, who, groups[at % 3], from_on=date(2026, 1, 1))
    shot = workspace.write(incidents.add, incident(group=groups[0], certainty=Certainty.LIKELY, retaliation_risk=True))
    workspace.write(incidents.decide, shot, IncidentDecision.ROUND, "Hot om hämnd mellan tre grupper")
    return shot, people


def visited(workspace: Workspace, errand: Errand, day: date, outcome: Outcome) -> None:
    """The planned visit has been made."""
    planned = workspace.read(notifications.get, errand.id)
    reached = outcome is Outcome.REACHED
    told = {"message_1": reached, "message_2": reached, "message_3": reached}
    workspace.write(notifications.change, errand.id, draft_of(planned, on=day, at=time(17, 0), outcome=outcome, **told))


def test_the_burst_through_the_services(tmp_path: Path) -> None:
    clock = SettableClock()
    workspace = new_vault(tmp_path / "office.gvi", clock=clock)
    shot, people = town(workspace)
    clock.set_day(MONDAY)
    # The incident begins the round with its own group; the other two are added.
    begun = workspace.read(incidents.round_after, shot)
    assert len(begun.people) == PEOPLE // 3 and {one.id for one in begun.people} < set(people)
    draft = RoundDraft(name="Efter skjutningen", from_on=MONDAY, to_on=LAST, targets=frozenset(people), teams=TEAMS)
    made = workspace.write(rounds.plan, draft)
    # All of them are shared out in one step: no team has more than two visits a day, a group keeps its team.
    left = workspace.read(roundplan.open_targets, made)
    teams = [one.name for one in TEAMS]
    workspace.write(roundplan.share_evenly, made, left, teams, DAYS, 2, Trigger.AFTER_INCIDENT)
    planned = workspace.read(roundplan.board, made)
    assert sum(one.planned for one in planned.by_day.values()) == PEOPLE
    assert max(one.planned for one in planned.cells.values()) == 2
    assert [workspace.read(roundplan.by_team, made)[at][1].planned for at in range(3)] == [12, 12, 12]
    # Day by day each team takes its list along; who is not at home is on the list of the next day again.
    first_time: Counter[str] = Counter()
    for day in DAYS:
        clock.set_day(day)
        errands = workspace.read(roundplan.errands, made, day)
        if day == MONDAY:
            assert workspace.write(roundpapers.print_day, made, day).startswith(b"%PDF")
        for errand in errands:
            first_time[errand.person] += 1
            away = people.index(errand.person) % NOT_AT_HOME == 0 and first_time[errand.person] == 1 and day != DAYS[-1]
            visited(workspace, errand, day, Outcome.NOT_HOME if away else Outcome.REACHED)
            if away:
                again = NotificationDraft(
                    person=errand.person, round=made, team=TEAMS[0].members, planned_on=day + timedelta(days=1)
                )
                workspace.write(notifications.log, again)
    tried = sum(first_time.values())
    progress = workspace.read(rounds.view, made).line.progress
    assert progress == Progress(targets=PEOPLE, attempts=tried, talks=PEOPLE, individuals=PEOPLE)
    assert tried > PEOPLE and workspace.read(roundplan.errands, made, DAYS[-1]) == []
    board = workspace.read(roundplan.board, made)
    assert sum(one.talks for one in board.by_day.values()) == sum(one.talks for one in board.by_team.values()) == PEOPLE
    assert set(board.days) <= {MONDAY + timedelta(days=n) for n in range(12)} and set(board.by_team) == set(teams)
    # What the figures say of it: twelve individuals of each group, each met once; four days from shot to first talk.
    doses = workspace.read(dose.by_group, Period(MONDAY, LAST))
    assert [(one.name, one.members, one.individuals, one.talks) for one in doses] == [
        ("Norra", 12, 12, 12),
        ("Södra", 12, 12, 12),
        ("Västra", 12, 12, 12),
    ]
    assert workspace.read(dose.repeats, Period(MONDAY, LAST)) == {1: PEOPLE, 2: 0, 3: 0}
    figures = workspace.read(indicators.count, Period(MONDAY - timedelta(days=7), LAST))
    assert (figures.attempts, figures.talks, figures.talks_with_all_three_messages) == (tried, PEOPLE, PEOPLE)
    assert list(figures.days_to_first_talk) == [3]
    # One list was printed, by code name; and after thirty days the follow-ups of the first day wait.
    (printed,) = workspace.read(lambda unit: unit.find(Disclosure))
    assert "Efter skjutningen" in printed.what
    clock.set_day(MONDAY + timedelta(days=30))
    assert {one.days for one in workspace.read(notifications.follow_ups_due)} == {30}
    workspace.close()


def stored(hand: Hand) -> list[Notification]:
    found: list[Notification] = hand.shell.desk.tasks.workspace.read(lambda unit: unit.find(Notification))
    return found


def show_round(hand: Hand) -> Any:
    """The page of the only round, read anew."""
    page: Any = hand.go("notifications")
    page.show_kind("round", page.sides.rounds.model.id_at(0))
    page.reload()
    hand.quiet()
    return page


def log(hand: Hand, page: Any, button: QPushButton) -> None:
    """Log a planned visit with the keyboard: reached, all three messages."""
    button.click()
    hand.until(lambda: page.panel is not None and page.panel.form.field("on").value() is not None)
    page.panel.form.field("outcome").editors()[0].setFocus()
    hand.press(Qt.Key.Key_1, Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3)
    hand.save()


@pytest.mark.long
def test_the_burst_through_the_window(unlocked: Unlocked, monkeypatch: pytest.MonkeyPatch) -> None:
    kept: dict[str, Any] = {}
    hand = unlocked(lambda workspace: kept.update(zip(("shot", "people"), town(workspace), strict=True)))
    workspace, clock = hand.shell.desk.tasks.workspace, SettableClock()
    clock.set_day(MONDAY)
    workspace.clock = clock
    monkeypatch.setattr("ui.kit.dates.now", clock)
    groups = {one.name: one.id for one in workspace.read(lambda unit: unit.find(Group))}
    # From the incident to the round it was decided on, filled in; the two other groups are added whole.
    focus: Any = hand.go("focus")
    focus.show_kind("incident", kept["shot"])
    hand.click("Plan a notification round")
    hand.until(lambda: hand.page is not focus and hand.page.panel is not None)
    targets = hand.panel.form.field("targets")
    hand.until(lambda: len(targets.value()) == PEOPLE // 3)
    for at, name in enumerate(("Södra", "Västra"), 2):
        hand.fill(of_group=groups[name])
        hand.until(lambda at=at: len(targets.value()) == at * PEOPLE // 3)
    hand.fill(to_on=LAST)
    hand.panel.form.field("teams").editors()[0].setPlainText(WRITTEN)
    hand.save()
    # Shared out in one step.
    hand.click("Share out")
    hand.until(lambda: len(hand.panel.form.field("people").value()) == PEOPLE)
    hand.fill(most=2, trigger=Trigger.AFTER_INCIDENT)
    hand.sees("2026-11-23 · Norr")
    hand.save()
    made = stored(hand)[0].round or ""
    assert len(stored(hand)) == PEOPLE and {one.trigger for one in stored(hand)} == {Trigger.AFTER_INCIDENT}
    # Two weeks: each team's visits of the day are logged one after the other, from the page of the round.
    for day in DAYS:
        clock.set_day(day)
        page = show_round(hand)
        for errand in workspace.read(roundplan.errands, made, day):
            log(hand, page, hand.find(QPushButton, f"Log the visit: {errand.code_name}", page.detail))
    page = show_round(hand)
    talks = [one for one in stored(hand) if one.is_talk]
    assert len(talks) == len({one.person for one in talks}) == PEOPLE
    assert all(one.message_1 and one.message_2 and one.message_3 for one in talks)
    assert {one.on for one in talks} == set(DAYS) and {one.team for one in talks} == {one.members for one in TEAMS}
    hand.find(Meter, "Reached: 36 of 36")
    hand.sees("Everybody has been reached.")
    hand.find(BoardTable, "The round by day and team")
    # The dose of each group stands beside it.
    hand.turn("Dose")
    hand.until(lambda: texts(page.sides.dose.model, 3) == ["12", "12", "12"])
