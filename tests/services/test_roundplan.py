"""A round carried out: shared out over teams and days in one step, each team's list, and how the days went."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from kit.lines import TODAY
from kit.people import group, link, person, second_user
from kit.vaults import SettableClock

from gvi_desktop.domain.disclosure import Disclosure
from gvi_desktop.domain.errors import RefusedError
from gvi_desktop.domain.notification import Notification, NotificationDraft, Outcome, TeamMember, Trigger
from gvi_desktop.domain.person import Protection
from gvi_desktop.domain.round import RoundDraft, RoundTeam, Share
from gvi_desktop.domain.user import Role
from gvi_desktop.services import history, notifications, roundpapers, roundplan, rounds, undo
from gvi_desktop.services.papers import Order
from gvi_desktop.services.roundplan import Tally
from gvi_desktop.services.unit import draft_of
from gvi_desktop.services.workspace import Workspace

NORTH = (TeamMember("Polisen", "Eva Ek"), TeamMember("Socialtjänsten", "Bo Alm"))
SOUTH = (TeamMember("Polisen", "Per Lind"), TeamMember("Frivården"))
TEAMS = (RoundTeam("Norr", NORTH), RoundTeam("Söder", SOUTH))


def day(number: int) -> date:
    return TODAY + timedelta(days=number)


def planned(ws: Workspace, *who: str, **more: Any) -> str:
    said = {"name": "November", "from_on": TODAY, "to_on": day(13), "targets": frozenset(who), "teams": TEAMS}
    return ws.write(rounds.plan, RoundDraft(**{**said, **more}))


def refused(ws: Workspace, work: Any, *args: Any) -> list[str]:
    with pytest.raises(RefusedError) as caught:
        ws.write(work, *args)
    return [problem.code for problem in caught.value.problems] or [caught.value.code]


def stored(ws: Workspace) -> list[Notification]:
    return ws.read(lambda unit: unit.find(Notification))


def done(ws: Workspace, visit_id: str, outcome: Outcome, on: date = TODAY) -> None:
    before = ws.read(notifications.get, visit_id)
    ws.write(notifications.change, visit_id, draft_of(before, outcome=outcome, on=on))


def test_people_are_shared_out_evenly_and_a_group_stays_with_one_team(ws: Workspace) -> None:
    norra, sodra = group(ws), group(ws, "Södra")
    people = [person(ws, f"A{n}", "B") for n in range(8)]
    for at, who in enumerate(people):
        link(ws, who, norra if at < 4 else sodra)
    made = planned(ws, *people)
    days = [day(0), day(1)]
    proposed = ws.read(roundplan.propose, made, people, ["Norr", "Söder"], days, 2)
    assert Counter((one.team, one.day) for one in proposed.shares) == {
        (t, d): 2 for t in ("Norr", "Söder") for d in days
    }
    of_norra = {one.team for one in proposed.shares if one.person in people[:4]}
    assert len(of_norra) == 1 and proposed.left_over == ()


def test_who_finds_no_place_and_who_may_not_be_visited_is_said(ws: Workspace) -> None:
    people = [person(ws, f"A{n}", "B") for n in range(3)]
    minor = person(ws, "Ung", "C", birth_year=2011)
    outsider = person(ws, "Annan", "D")
    made = planned(ws, *people, minor)
    proposed = ws.read(roundplan.propose, made, [*people, minor, outsider], ["Norr"], [TODAY], 2)
    assert len(proposed.shares) == 2 and len(proposed.left_over) == 1
    assert proposed.stopped == (minor,) and outsider not in proposed.names


def test_all_visits_are_planned_in_one_step_that_can_be_undone(ws: Workspace) -> None:
    first, second = person(ws, language="somaliska", interpreter=True), person(ws, "Bea", "Berg")
    made = planned(ws, first, second)
    shares = [Share(first, "Norr", TODAY), Share(second, "Söder", day(1))]
    ws.write(roundplan.share_out, made, shares, Trigger.RETALIATION_RISK)
    kept = {one.person: one for one in stored(ws)}
    assert (kept[first].team, kept[first].planned_on, kept[first].outcome) == (NORTH, TODAY, None)
    assert (kept[first].language, kept[first].interpreter) == ("somaliska", True)
    assert kept[second].round == made and kept[second].trigger is Trigger.RETALIATION_RISK
    ws.write(undo.undo)
    assert stored(ws) == []


def test_sharing_out_again_moves_what_is_planned_instead_of_planning_twice(ws: Workspace) -> None:
    who = person(ws)
    made = planned(ws, who)
    first = ws.write(roundplan.share_out, made, [Share(who, "Norr", TODAY)])
    again = ws.write(roundplan.share_out, made, [Share(who, "Söder", day(2))])
    assert first == again
    (kept,) = stored(ws)
    assert (kept.team, kept.planned_on) == (SOUTH, day(2))
    assert ws.read(roundplan.open_targets, made) == []


def test_what_cannot_be_shared_out_is_refused_as_a_whole(ws: Workspace, clock: SettableClock) -> None:
    who, met, minor = person(ws), person(ws, "Bea", "Berg"), person(ws, "Cia", "Dal", birth_year=2011)
    other = person(ws, "Dan", "Eld")
    made = planned(ws, who, met, minor)
    (visit,) = ws.write(roundplan.share_out, made, [Share(met, "Norr", TODAY)])
    done(ws, visit, Outcome.REACHED)
    wrong = {
        "round_unknown_team": Share(who, "Öster", TODAY),
        "round_day_passed": Share(who, "Norr", day(-1)),
        "round_day_outside": Share(who, "Norr", day(14)),
        "round_already_reached": Share(met, "Norr", TODAY),
        "round_not_aimed_at": Share(other, "Norr", TODAY),
    }
    for code, one in wrong.items():
        assert refused(ws, roundplan.share_out, made, [Share(who, "Norr", TODAY), one]) == [code]
    assert refused(ws, roundplan.share_out, made, [Share(minor, "Norr", TODAY)])
    assert refused(ws, roundplan.share_out, made, []) == ["round_nobody_left"]
    assert refused(ws, roundplan.share_out, planned(ws, who, teams=()), [Share(who, "Norr", TODAY)]) == [
        "round_no_teams"
    ]
    assert len(stored(ws)) == 1


def test_a_reader_shares_nothing_out(ws: Workspace) -> None:
    who = person(ws)
    made = planned(ws, who)
    reader = second_user(ws, Role.READER)
    try:
        with pytest.raises(RefusedError):
            reader.write(roundplan.share_out, made, [Share(who, "Norr", TODAY)])
    finally:
        reader.close()


@pytest.mark.parametrize(
    ("teams", "code"),
    [
        ((RoundTeam("", NORTH),), "round_team_without_name"),
        ((RoundTeam("Norr"),), "round_team_without_members"),
        ((RoundTeam("Norr", NORTH), RoundTeam("norr ", SOUTH)), "round_team_twice"),
        ((RoundTeam("Norr", NORTH), RoundTeam("Söder", NORTH[::-1])), "round_teams_alike"),
        ((RoundTeam("N" * 41, NORTH),), "too_long"),
    ],
)
def test_teams_have_names_and_can_be_told_apart(ws: Workspace, teams: tuple[RoundTeam, ...], code: str) -> None:
    with pytest.raises(RefusedError) as caught:
        planned(ws, teams=teams)
    assert [(one.code, one.field) for one in caught.value.problems] == [(code, "teams")]


def test_each_day_and_team_has_its_figures(ws: Workspace) -> None:
    people = [person(ws, f"A{n}", "B") for n in range(4)]
    made = planned(ws, *people)
    visits = ws.write(
        roundplan.share_out,
        made,
        [Share(people[0], "Norr", TODAY), Share(people[1], "Norr", TODAY), Share(people[2], "Söder", day(1))],
    )
    done(ws, visits[0], Outcome.REACHED)
    done(ws, visits[1], Outcome.NOT_HOME)
    more = {"person": people[0], "round": made, "on": TODAY, "outcome": Outcome.REACHED}
    ws.write(notifications.log, NotificationDraft(**more, team=(NORTH[0], TeamMember("Frivården", "Vikarie"))))
    ws.write(notifications.log, NotificationDraft(**more, team=(TeamMember("Föreningen"),)))
    found = ws.read(roundplan.board, made)
    assert found.teams == ("Norr", "Söder", "") and found.days == (TODAY, day(1))
    assert found.cells[TODAY, "Norr"] == Tally(0, 3, 2, 1), "somebody stood in: still the team most of them belong to"
    assert found.cells[TODAY, ""] == Tally(0, 1, 1, 1)
    assert found.cells[day(1), "Söder"] == Tally(1, 0, 0, 0)
    assert dict(ws.read(roundplan.by_day, made)) == {TODAY: Tally(0, 4, 3, 1), day(1): Tally(1, 0, 0, 0)}
    assert [team for team, _ in ws.read(roundplan.by_team, made)] == ["Norr", "Söder", ""]


def test_a_corrected_visit_counts_once_on_the_board(ws: Workspace, clock: SettableClock) -> None:
    who = person(ws)
    made = planned(ws, who)
    (visit,) = ws.write(roundplan.share_out, made, [Share(who, "Norr", TODAY)])
    done(ws, visit, Outcome.REACHED)
    clock.move(hours=30)
    wrong = ws.read(notifications.get, visit)
    ws.write(notifications.correct, visit, draft_of(wrong, outcome=Outcome.MOVED))
    assert ws.read(roundplan.by_team, made)[0] == ("Norr", Tally(0, 1, 0, 0))


def test_the_list_of_today_holds_what_was_left_of_yesterday(ws: Workspace, clock: SettableClock) -> None:
    first, second, third = (person(ws, f"A{n}", "B") for n in range(3))
    made = planned(ws, first, second, third)
    shares = [Share(first, "Söder", TODAY), Share(second, "Norr", day(1)), Share(third, "Norr", day(2))]
    ws.write(roundplan.share_out, made, shares)
    missed = {"person": first, "round": made, "on": TODAY, "outcome": Outcome.NOT_HOME, "team": SOUTH}
    ws.write(notifications.log, NotificationDraft(**missed))
    clock.move(days=1)
    found = ws.read(roundplan.errands, made, day(1))
    assert [(one.person, one.team, one.tried) for one in found] == [(second, "Norr", 0), (first, "Söder", 1)]
    assert [one.person for one in ws.read(roundplan.errands, made, day(1), "Söder")] == [first]
    assert [one.person for one in ws.read(roundplan.errands, made, day(2))] == [third]


def test_the_teams_lists_are_printed_and_noted(ws: Workspace) -> None:
    seen, hidden = person(ws), person(ws, "Bea", "Berg", protection=Protection.CONFIDENTIALITY)
    made = planned(ws, seen, hidden)
    ws.write(roundplan.share_out, made, [Share(seen, "Norr", TODAY), Share(hidden, "Norr", TODAY)])
    pdf = ws.write(roundpapers.print_day, made, TODAY)
    assert pdf.startswith(b"%PDF")
    (kept,) = ws.read(lambda unit: unit.find(Disclosure))
    assert kept.people == {seen}, "a protected identity stands on no list"
    assert "November" in kept.what and kept.records == 1
    assert [line.action for line in ws.read(history.of_record, made)][-1] == "print"
    assert refused(ws, roundpapers.print_day, made, day(5)) == ["paper_nothing_to_print"]
    assert refused(ws, roundpapers.print_day, made, TODAY, Order(copies=0)) == ["paper_bad_copies"]


def test_real_names_on_a_list_are_noted_as_shown(ws: Workspace) -> None:
    who = person(ws)
    made = planned(ws, who)
    ws.write(roundplan.share_out, made, [Share(who, "Norr", TODAY)])
    ws.write(roundpapers.print_day, made, TODAY, Order(names=True))
    assert "reveal" in [line.action for line in ws.read(history.of_record, who)]


def test_a_list_that_the_disk_refuses_is_not_noted(ws: Workspace, tmp_path: Path) -> None:
    who = person(ws)
    made = planned(ws, who)
    ws.write(roundplan.share_out, made, [Share(who, "Norr", TODAY)])
    with pytest.raises(OSError):
        ws.write(roundpapers.print_day_to, made, TODAY, Order(), tmp_path / "nowhere" / "list.pdf")
    assert ws.read(lambda unit: unit.find(Disclosure)) == []
    ws.write(roundpapers.print_day_to, made, TODAY, Order(language="en"), tmp_path / "list.pdf")
    assert (tmp_path / "list.pdf").read_bytes().startswith(b"%PDF")
