"""Rounds: progress, who is left, and what keeps one from going there."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from kit.people import group, link, person
from kit.vaults import SettableClock

from gvi_desktop.domain.errors import RefusedError
from gvi_desktop.domain.notification import NotificationDraft, Outcome, TeamMember
from gvi_desktop.domain.round import Progress, RoundDraft
from gvi_desktop.services import notifications, rounds, search
from gvi_desktop.services.workspace import Workspace

TODAY = date(2026, 11, 22)


def visit(ws: Workspace, who: str, round_id: str, outcome: Outcome | None = Outcome.REACHED, **more: Any) -> str:
    said = {"on": TODAY, "team": (TeamMember("Polisen"),), "person": who, "round": round_id, "outcome": outcome}
    return ws.write(notifications.log, NotificationDraft(**{**said, **more}))


def planned(ws: Workspace, *who: str, **more: Any) -> str:
    said = {"name": "November", "from_on": TODAY, "targets": frozenset(who)}
    return ws.write(rounds.plan, RoundDraft(**{**said, **more}))


def test_attempts_talks_and_individuals_are_told_apart(ws: Workspace, clock: SettableClock) -> None:
    first, second, third = person(ws), person(ws, "Bea", "Berg"), person(ws, "Cia", "Dal")
    made = planned(ws, first, second, third)
    visit(ws, first, made)
    visit(ws, first, made)
    visit(ws, second, made, Outcome.NOT_HOME)
    visit(ws, third, made, None, on=None, planned_on=TODAY)
    assert ws.read(rounds.listed)[0].progress == Progress(targets=3, attempts=3, talks=2, individuals=1)
    assert set(ws.read(rounds.remaining_targets, made)) == {second, third}


def test_a_corrected_entry_counts_no_more(ws: Workspace, clock: SettableClock) -> None:
    who = person(ws)
    made = planned(ws, who)
    talk = visit(ws, who, made)
    clock.move(hours=25)
    wrong = ws.read(notifications.get, talk)
    values = {name: getattr(wrong, name) for name in ("person", "round", "on", "team")}
    ws.write(notifications.correct, talk, NotificationDraft(**values, outcome=Outcome.MOVED))
    assert ws.read(rounds.view, made).line.progress == Progress(1, 1, 0, 0)
    assert ws.read(rounds.remaining_targets, made) == [who]


def test_the_work_list_says_how_often_it_was_tried_and_what_stops_a_visit(ws: Workspace) -> None:
    tried, minor, met = person(ws), person(ws, "Bea", "Berg", birth_year=2010), person(ws, "Cia", "Dal")
    norra = group(ws)
    link(ws, tried, norra)
    made = planned(ws, tried, minor, met)
    visit(ws, tried, made, Outcome.NOT_HOME, on=TODAY - timedelta(days=2))
    last = visit(ws, tried, made, Outcome.DECLINED)
    ahead = visit(ws, tried, made, None, on=None, planned_on=TODAY + timedelta(days=1))
    visit(ws, met, made)
    view = ws.read(rounds.view, made)
    first, second = view.left
    assert (first.id, first.attempts, first.groups) == (tried, 2, ("Norra",))
    assert first.last is not None and first.last.id == last
    assert first.planned is not None and first.planned.id == ahead
    assert second.id == minor and second.minor and len(second.stops) == 3
    assert [one.id for one in view.reached] == [met]


def test_everybody_of_a_group_can_be_added_at_once(ws: Workspace) -> None:
    norra = group(ws)
    inside, before = person(ws), person(ws, "Bea", "Berg")
    link(ws, inside, norra)
    link(ws, before, norra, from_on=date(2024, 1, 1), to_on=date(2025, 1, 1))
    assert [one.id for one in ws.read(rounds.members, norra)] == [inside]


def test_a_round_without_a_name_or_backwards_is_refused(ws: Workspace) -> None:
    with pytest.raises(RefusedError) as caught:
        ws.write(rounds.plan, RoundDraft(to_on=TODAY))
    assert {one.field for one in caught.value.problems} == {"name", "from_on"}
    made = planned(ws)
    with pytest.raises(RefusedError):
        ws.write(rounds.change, made, RoundDraft(name="X", from_on=TODAY, to_on=TODAY - timedelta(days=1)))


def test_a_round_is_removed_only_while_nobody_has_been_visited(ws: Workspace) -> None:
    who = person(ws)
    made = planned(ws, who)
    talk = visit(ws, who, made)
    with pytest.raises(RefusedError) as caught:
        ws.write(rounds.remove, made)
    assert caught.value.code == "round_in_use"
    ws.write(notifications.remove, talk)
    ws.write(rounds.remove, made)
    assert not ws.read(rounds.listed)


def test_rounds_are_found_and_chosen_by_name(ws: Workspace) -> None:
    made, other = planned(ws), planned(ws, name="December", from_on=TODAY + timedelta(days=30))
    assert [one.id for one in ws.read(rounds.options, "")] == [other, made]
    assert [one.text for one in ws.read(rounds.options, "nov")] == ["November"]
    assert [one.id for one in ws.read(rounds.resolve, [made])] == [made]
    assert [hit.id for hit in ws.read(search.find, "decem")] == [other]
