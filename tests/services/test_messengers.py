"""Messengers in a real vault: which groups have nobody, whom one could ask, and what is known of them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from kit.callins import DAY, add_callin, add_group, add_person, ready_callin

from gvi_desktop.domain.callin import Callin, CallinStatus
from gvi_desktop.domain.errors import NotFoundError
from gvi_desktop.domain.group import Group
from gvi_desktop.domain.invitee import Answer, Attendance, Invitee
from gvi_desktop.domain.membership import Membership, MembershipDraft
from gvi_desktop.domain.notification import Notification, NotificationDraft, Outcome
from gvi_desktop.domain.person import PersonRole, Protection, Supervision
from gvi_desktop.services import callins, callinviews, invitees, messengers
from gvi_desktop.services.unit import Unit
from gvi_desktop.services.workspace import Workspace


def in_view(unit: Unit, callin: str, *groups: str) -> None:
    unit.change(Callin, callin, groups=frozenset(groups))


def visit(unit: Unit, person: str, on: date, outcome: Outcome, *, corrected: bool = False) -> None:
    unit.add(Notification, NotificationDraft(person=person, on=on, outcome=outcome, corrected=corrected))


def join(unit: Unit, person: str, group: str) -> None:
    ties = MembershipDraft(
        person=person, group=group, source="Polisen", basis="Kartläggning", review_on=unit.today + timedelta(days=90)
    )
    unit.add(Membership, ties)


def test_a_group_in_view_without_anybody_called_is_told(ws: Workspace) -> None:
    made = ready_callin(ws)
    bare = ws.write(add_group, "Öst")
    ws.write(in_view, made.id, bare, made.groups["Norr"])
    found = {gap.name: gap for gap in ws.read(messengers.gaps, made.id)}
    assert list(found) == ["Norr", "Söder", "Öst"]  # Söder because somebody of it is called
    assert (found["Öst"].called, found["Öst"].missing) == (0, True)
    assert (found["Norr"].called, found["Norr"].missing) == (2, False)


def test_who_is_stopped_declines_or_is_detained_carries_no_message(ws: Workspace) -> None:
    made = ready_callin(ws)

    def away(unit: Unit) -> None:
        unit.change(Invitee, made.invitees["Norr-1"], answer=Answer.NOT_COMING)
        unit.change(Invitee, made.invitees["Norr-2"], result=Attendance.DETAINED)

    ws.write(away)
    hidden = ws.write(add_person, "Dold", made.groups["Norr"], protection=Protection.REGISTRATION)
    ws.write(invitees.invite, made.id, [hidden])
    ws.write(invitees.answer, made.invitees["Söder-1"], Answer.COMING)
    north, south = ws.read(messengers.gaps, made.id)
    assert (north.called, north.stopped, north.carrying, north.missing) == (3, 1, 0, True)
    assert (south.coming, south.carrying, south.missing) == (1, 2, False)


def test_members_are_offered_by_code_name_with_what_is_known_and_never_ranked(ws: Workspace) -> None:
    group, callin = ws.write(add_group, "Norr"), ws.write(add_callin)
    ends = DAY + timedelta(days=30)
    late = ws.write(
        add_person, "Ö-1", group, supervision=Supervision.PROBATION, supervision_officer="Eva", supervision_ends_on=ends
    )
    young = ws.write(add_person, "a-2", group, birth_year=2011, role=PersonRole.MESSENGER)
    ws.write(add_person, "Utanför")
    ws.write(visit, late, date(2026, 10, 1), Outcome.REACHED)
    ws.write(visit, late, date(2026, 11, 1), Outcome.NOT_HOME)
    ws.write(visit, late, date(2026, 11, 9), Outcome.REACHED, corrected=True)
    ws.write(invitees.invite, callin, [young])
    found = ws.read(messengers.choosing, callin, group)
    assert [one.code_name for one in found.candidates] == ["a-2", "Ö-1"]
    first, second = found.candidates
    assert (first.messenger, first.invited, first.supervised) == (True, True, False)
    assert first.stops  # a minor: told before anybody ticks
    assert (second.supervised, second.officer, second.last_talk) == (True, "Eva", date(2026, 10, 1))
    assert (second.stops, second.invited, second.last_callin) == ((), False, None)


def test_supervision_that_has_ended_by_the_day_is_no_duty(ws: Workspace) -> None:
    group, callin = ws.write(add_group, "Norr"), ws.write(add_callin)
    ends = DAY - timedelta(days=1)
    ws.write(add_person, "A", group, supervision=Supervision.PROBATION, supervision_ends_on=ends)
    (one,) = ws.read(messengers.choosing, callin, group).candidates
    assert not one.supervised


def test_the_last_call_in_somebody_came_to_is_told(ws: Workspace) -> None:
    made = ready_callin(ws)

    def held(unit: Unit) -> None:
        unit.change(Callin, made.id, status=CallinStatus.HELD)
        unit.change(Invitee, made.invitees["Norr-1"], result=Attendance.CAME)
        unit.change(Invitee, made.invitees["Norr-2"], result=Attendance.NO_SHOW)

    ws.write(held)
    later = ws.write(add_callin, DAY + timedelta(days=90))
    found = {
        one.code_name: one.last_callin for one in ws.read(messengers.choosing, later, made.groups["Norr"]).candidates
    }
    assert found == {"Norr-1": DAY, "Norr-2": None}


def test_a_large_group_is_offered_in_part_and_the_rest_counted(ws: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(messengers, "MOST", 2)
    group, callin = ws.write(add_group, "Norr"), ws.write(add_callin)
    for number in range(3):
        ws.write(add_person, f"N-{number}", group)
    found = ws.read(messengers.choosing, callin, group)
    assert [one.code_name for one in found.candidates] == ["N-0", "N-1"]
    assert found.more == 1


def test_who_is_picked_for_a_group_stands_there_for_it(ws: Workspace) -> None:
    north, south = ws.write(add_group, "Norr"), ws.write(add_group, "Söder")
    callin = ws.write(add_callin)
    both = ws.write(add_person, "Båda", north)
    ws.write(join, both, south)
    outside = ws.write(add_person, "Annan", south)
    ws.write(invitees.invite, callin, [both, outside], None, north)
    groups = {line.code_name: line.group for line in ws.read(invitees.of_callin, callin)}
    assert groups == {"Båda": "Norr", "Annan": "Söder"}  # not a member of Norr: the own group stays


def test_a_group_that_is_gone_cannot_be_chosen_from(ws: Workspace) -> None:
    group, callin = ws.write(add_group, "Norr"), ws.write(add_callin)
    ws.write(lambda unit: unit.remove(Group, group))
    with pytest.raises(NotFoundError):
        ws.read(messengers.choosing, callin, group)


def test_the_workspace_of_a_call_in_tells_the_gaps(ws: Workspace) -> None:
    made = ready_callin(ws)
    bare = ws.write(add_group, "Väst")
    draft = ws.read(callins.get, made.id)
    ws.write(callins.change, made.id, type(draft)(**{**draft.__dict__, "groups": frozenset({bare})}))
    assert [gap.name for gap in ws.read(callinviews.workspace, made.id).gaps if gap.missing] == ["Väst"]
