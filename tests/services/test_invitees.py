"""Invitees in a real vault: stops, notices, the door and how it went."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from kit.callins import DAY, add_callin, add_conflict, add_group, add_person, go, ready_callin
from kit.vaults import SettableClock

from gvi_desktop.domain.callin import CallinStatus
from gvi_desktop.domain.errors import RefusedError
from gvi_desktop.domain.group import Relation, RelationDraft, RelationKind
from gvi_desktop.domain.invitee import Answer, Attendance, Basis, NoticeWay
from gvi_desktop.domain.person import GuardianDecision, Person, Protection, Supervision
from gvi_desktop.services import callins, invitees, rooms, undo
from gvi_desktop.services.invitees import InviteeLine
from gvi_desktop.services.unit import Unit
from gvi_desktop.services.workspace import Workspace

SETTLED = {
    "guardian_decision": GuardianDecision.CONSENTS,
    "best_interests": "Samtalet minskar risken för barnet.",
    "minor_proposed_by": "Anna Ek",
    "minor_approved_by": "Bo Lind",
}


def invited(ws: Workspace, code: str = "Ett", **more: Any) -> tuple[str, str]:
    """A call-in and its only invitee."""
    callin = ws.write(add_callin)
    person = ws.write(add_person, code, **more)
    (invitee,) = ws.write(invitees.invite, callin, [person])
    return callin, invitee


def line(ws: Workspace, callin: str) -> InviteeLine:
    return ws.read(invitees.of_callin, callin)[0]


def change_person(unit: Unit, person: str, values: dict[str, Any]) -> None:
    unit.change(Person, person, **values)


# ------------------------------------------------------------------ inviting


def test_an_invitee_keeps_the_group_of_the_day_and_the_basis_of_the_supervision(ws: Workspace) -> None:
    made = ready_callin(ws)
    found = {one.code_name: one for one in ws.read(invitees.of_callin, made.id)}
    assert found["Norr-1"].group == "Norr"
    assert found["Norr-1"].invitee.basis is Basis.SUPERVISION
    assert found["Norr-2"].invitee.basis is Basis.VOLUNTARY


def test_supervision_that_ends_before_the_day_is_no_duty_to_come(ws: Workspace) -> None:
    ends = DAY - timedelta(days=1)
    callin, _ = invited(ws, supervision=Supervision.PROBATION, supervision_ends_on=ends)
    assert line(ws, callin).invitee.basis is Basis.VOLUNTARY


def test_nobody_is_invited_twice(ws: Workspace) -> None:
    made = ready_callin(ws)
    with pytest.raises(RefusedError, match="invitee_already_invited"):
        ws.write(invitees.invite, made.id, [made.people["Norr-1"]])


def test_an_invitation_needs_somebody_who_is_there(ws: Workspace) -> None:
    callin = ws.write(add_callin)
    for wanted in ([], ["nobody"]):
        with pytest.raises(RefusedError):
            ws.write(invitees.invite, callin, wanted)


def test_somebody_taken_off_the_list_comes_back_by_undo(ws: Workspace) -> None:
    callin, invitee = invited(ws)
    ws.write(invitees.uninvite, invitee)
    assert ws.read(invitees.of_callin, callin) == []
    ws.write(undo.undo)
    assert len(ws.read(invitees.of_callin, callin)) == 1


# ------------------------------------------------------------------ stops


@pytest.mark.parametrize(
    ("who", "stop"),
    [
        ({"protection": Protection.REGISTRATION}, "person_protected"),
        ({"under_review": True}, "person_under_review"),
        ({"next_review_on": DAY - timedelta(days=1)}, "person_under_review"),
    ],
    ids=["protected", "under review", "review overdue on the day"],
)
def test_a_stop_is_cleared_by_a_named_user_with_a_reason(ws: Workspace, who: dict[str, Any], stop: str) -> None:
    callin, invitee = invited(ws, **who)
    assert [one.code for one in line(ws, callin).stops] == [stop]
    with pytest.raises(RefusedError, match="invitee_cleared_without_reason"):
        ws.write(invitees.clear_stop, invitee, "  ")
    ws.write(invitees.clear_stop, invitee, "Prövat med frivården.")
    after = line(ws, callin)
    assert (after.stops, [one.code for one in after.cleared]) == ((), [stop])
    assert (after.invitee.cleared_by, after.invitee.cleared_reason) == ("Anna Ek", "Prövat med frivården.")
    with pytest.raises(RefusedError, match="invitee_nothing_to_clear"):
        ws.write(invitees.clear_stop, invitee, "En gång till.")


def test_another_stop_that_arises_later_stops_again(ws: Workspace) -> None:
    callin, invitee = invited(ws, protection=Protection.CONFIDENTIALITY)
    ws.write(invitees.clear_stop, invitee, "Prövat.")
    ws.write(change_person, line(ws, callin).invitee.person or "", {"under_review": True})
    assert [one.code for one in line(ws, callin).stops] == ["person_under_review"]


def test_for_a_minor_everything_is_settled_before_a_stop_is_cleared(ws: Workspace) -> None:
    callin, invitee = invited(ws, birth_year=2010)
    with pytest.raises(RefusedError) as refused:
        ws.write(invitees.clear_stop, invitee, "Jag tar ansvar.")
    assert {str(one.code) for one in refused.value.problems} == {
        "minor_without_guardian_decision",
        "minor_without_best_interests",
        "minor_without_second_approval",
    }
    ws.write(change_person, line(ws, callin).invitee.person or "", SETTLED)
    assert [one.code for one in line(ws, callin).stops] == ["invitee_minor"]
    ws.write(invitees.clear_stop, invitee, "Vårdnadshavaren följer med.")
    assert line(ws, callin).stops == ()


def test_a_clearing_does_not_outlive_what_was_settled_for_a_minor(ws: Workspace) -> None:
    callin, invitee = invited(ws, birth_year=2010)
    person = line(ws, callin).invitee.person or ""
    ws.write(change_person, person, SETTLED)
    ws.write(invitees.clear_stop, invitee, "Prövat.")
    ws.write(change_person, person, {"minor_approved_by": ""})
    assert [one.code for one in line(ws, callin).stops] == ["minor_without_second_approval"]


def test_nobody_clears_a_guardians_no(ws: Workspace) -> None:
    callin, invitee = invited(ws, birth_year=2010)
    declined = {**SETTLED, "guardian_decision": GuardianDecision.DECLINES}
    ws.write(change_person, line(ws, callin).invitee.person or "", declined)
    with pytest.raises(RefusedError, match="invitee_guardian_declines"):
        ws.write(invitees.clear_stop, invitee, "Ändå.")


def test_whoever_turns_eighteen_before_the_day_is_no_minor(ws: Workspace) -> None:
    callin, _ = invited(ws, birth_year=None, birth_date=DAY.replace(year=DAY.year - 18))
    assert line(ws, callin).stops == ()


# ------------------------------------------------------------------ notices


def test_nobody_with_a_stop_gets_a_notice(ws: Workspace) -> None:
    callin, invitee = invited(ws, under_review=True)
    with pytest.raises(RefusedError, match="invitee_stopped"):
        ws.write(invitees.notice, invitee, NoticeWay.BY_HAND)
    with pytest.raises(RefusedError, match="invitee_stopped"):
        ws.write(invitees.change, invitee, replace(line(ws, callin).invitee, noticed_on=DAY))
    ws.write(invitees.clear_stop, invitee, "Översynen är gjord.")
    ws.write(invitees.notice, invitee, NoticeWay.BY_HAND)
    assert ws.read(callins.get, callin).status is CallinStatus.INVITED


def test_an_answer_is_noted_and_taken_back(ws: Workspace) -> None:
    callin, invitee = invited(ws)
    ws.write(invitees.answer, invitee, Answer.COMING)
    assert line(ws, callin).invitee.answer is Answer.COMING
    ws.write(undo.undo)
    assert line(ws, callin).invitee.answer is None


# ------------------------------------------------------------------ the door


def test_the_door_opens_on_the_day_of_a_call_in_that_is_go(ws: Workspace, clock: SettableClock) -> None:
    made = ready_callin(ws)
    one = made.invitees["Norr-1"]
    with pytest.raises(RefusedError, match="callin_day_ahead"):
        ws.write(invitees.check_in, one)
    clock.set_day(DAY)
    with pytest.raises(RefusedError, match="callin_not_go"):
        ws.write(invitees.check_in, one)
    ws.write(go, made.id)
    with pytest.raises(RefusedError, match="invitee_not_in"):
        ws.write(invitees.check_out, one)
    ws.write(invitees.check_in, one)
    clock.move(minutes=70)
    ws.write(invitees.check_out, one)
    after = ws.read(invitees.get, one)
    assert after.checked_in is not None and after.checked_out is not None
    assert after.checked_out - after.checked_in == timedelta(minutes=70)
    assert after.result is Attendance.CAME


def test_whoever_comes_back_in_has_not_left(ws: Workspace, clock: SettableClock) -> None:
    made = ready_callin(ws)
    ws.write(go, made.id)
    clock.set_day(DAY)
    one = made.invitees["Norr-1"]
    ws.write(invitees.check_in, one)
    ws.write(invitees.check_out, one, early=True)
    ws.write(invitees.check_in, one)
    after = ws.read(invitees.get, one)
    assert (after.checked_out, after.result) == (None, None)


def test_who_is_marked_as_absent_has_no_time_at_the_door(ws: Workspace, clock: SettableClock) -> None:
    made = ready_callin(ws)
    ws.write(go, made.id)
    clock.set_day(DAY)
    one = made.invitees["Norr-1"]
    ws.write(invitees.check_in, one)
    ws.write(invitees.mark, one, Attendance.NO_SHOW)
    assert ws.read(invitees.get, one).checked_in is None


# ------------------------------------------------------------------ the room


def test_groups_in_conflict_are_seated_apart_and_the_reason_is_told(ws: Workspace) -> None:
    made = ready_callin(ws)
    ws.write(add_conflict, made.groups["Norr"], made.groups["Söder"])
    ws.write(rooms.seat_all, made.id)
    room = ws.read(rooms.room, made.id)
    assert room.apart == (("Norr", "Söder"),)
    assert (len(room.seated), room.standing, room.beside) == (4, (), ())
    first = next(one for one in room.seated if one.code_name == "Norr-1")
    other = next(one for one in room.seated if one.code_name == "Söder-1")
    next_to = (first.invitee.seat or 0) + 1
    ws.write(rooms.take_seat, other.id, next_to)
    assert ws.read(rooms.room, made.id).beside == (("Norr", "Söder"),)


def test_since_when_and_by_whose_account_groups_are_in_conflict_is_told(ws: Workspace) -> None:
    made = ready_callin(ws)
    north, south = made.groups["Norr"], made.groups["Söder"]
    ties = {"group": north, "other": south, "relation_kind": RelationKind.CONFLICT}
    early, late = date(2025, 3, 1), date(2026, 5, 1)
    ws.write(lambda unit: unit.add(Relation, RelationDraft(**ties, from_on=late, source="Polisen")))
    ws.write(lambda unit: unit.add(Relation, RelationDraft(**ties, from_on=early)))
    ws.write(rooms.seat_all, made.id)
    (feud,) = ws.read(rooms.room, made.id).feuds
    assert (feud.names, feud.beside, feud.since, feud.source) == (("Norr", "Söder"), False, early, "Polisen")


def test_supervised_people_without_an_officers_chair_are_told_until_somebody_sits_there(ws: Workspace) -> None:
    made = ready_callin(ws)
    ws.write(rooms.seat_all, made.id)
    assert {one.code_name for one in ws.read(rooms.room, made.id).unattended} == {"Norr-1", "Söder-1"}
    ws.write(invitees.seat_officer, made.invitees["Norr-1"], "  Eva   Frivård ")
    assert ws.read(invitees.get, made.invitees["Norr-1"]).officer_behind == "Eva Frivård"
    assert [one.code_name for one in ws.read(rooms.room, made.id).unattended] == ["Söder-1"]
    with pytest.raises(RefusedError) as refused:
        ws.write(invitees.seat_officer, made.invitees["Söder-1"], "x" * 81)
    assert refused.value.problems[0].field == "officer_behind"


def test_a_conflict_that_has_ended_counts_no_more(ws: Workspace) -> None:
    made = ready_callin(ws)
    ws.write(add_conflict, made.groups["Norr"], made.groups["Söder"], ws.clock().date() - timedelta(days=1))
    ws.write(rooms.seat_all, made.id)
    assert ws.read(rooms.room, made.id).apart == ()


def test_who_is_excused_or_says_no_needs_no_seat(ws: Workspace) -> None:
    made = ready_callin(ws)
    ws.write(invitees.mark, made.invitees["Norr-1"], Attendance.EXCUSED)
    ws.write(invitees.answer, made.invitees["Norr-2"], Answer.NOT_COMING)
    ws.write(rooms.seat_all, made.id)
    room = ws.read(rooms.room, made.id)
    assert {one.code_name for one in room.seated} == {"Söder-1", "Söder-2"}
    assert room.standing == ()


def test_two_people_change_seats_in_one_step(ws: Workspace) -> None:
    made = ready_callin(ws)
    ws.write(rooms.seat_all, made.id)
    one, other = made.invitees["Norr-1"], made.invitees["Söder-2"]
    before = ws.read(invitees.get, one).seat, ws.read(invitees.get, other).seat
    ws.write(rooms.take_seat, one, before[1] or 0)
    assert (ws.read(invitees.get, other).seat, ws.read(invitees.get, one).seat) == before
    ws.write(undo.undo)
    assert (ws.read(invitees.get, one).seat, ws.read(invitees.get, other).seat) == before


def test_a_room_of_strangers_is_seated_too(ws: Workspace) -> None:
    callin = ws.write(add_callin)
    ws.write(add_group, "Tom")
    people = [ws.write(add_person, f"Ensam-{n}") for n in range(3)]
    ws.write(invitees.invite, callin, people)
    ws.write(rooms.seat_all, callin)
    assert [one.invitee.seat for one in ws.read(rooms.room, callin).seated] == [1, 2, 3]
