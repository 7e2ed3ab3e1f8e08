"""Call-ins in a real vault: plan and tasks, the date, go/no-go, the meeting and what follows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from kit.callins import DAY, MadeCallin, add_callin, add_person, add_script, go, ready_callin
from kit.vaults import SettableClock
from sqlalchemy import event

from gvi_desktop.domain.block import Message
from gvi_desktop.domain.callin import Callin, CallinDraft, CallinStatus, GoDecision, warnings
from gvi_desktop.domain.errors import NotFoundError, RefusedError
from gvi_desktop.domain.invitee import Attendance, Invitee, InviteeDraft
from gvi_desktop.domain.person import Protection
from gvi_desktop.services import callins, callinviews, invitees, plans, scripts, speakers, tasks, undo
from gvi_desktop.services.callinviews import Light
from gvi_desktop.services.unit import Unit
from gvi_desktop.services.workspace import Workspace


def codes(error: pytest.ExceptionInfo[RefusedError]) -> set[str]:
    return {str(problem.code) for problem in error.value.problems}


def planned(ws: Workspace) -> str:
    plan = ws.read(plans.default)
    assert plan is not None
    return ws.write(add_callin, DAY, plan.id)


# ------------------------------------------------------------------ making and moving


def test_a_new_call_in_gets_the_next_number_and_the_tasks_of_its_plan_on_their_dates(ws: Workspace) -> None:
    made = planned(ws)
    callin, plan = ws.read(callins.get, made), ws.read(plans.default)
    found = ws.read(tasks.of_callin, made)
    assert callin.number == 1 and callin.status is CallinStatus.PLANNED
    assert ws.read(callins.next_number) == 2
    assert plan is not None and len(found) == len(plan.steps)
    assert found[0].due_on == DAY - timedelta(days=56) and found[-1].due_on == DAY + timedelta(days=30)
    assert "Örebro kommun" in {task.owner_agency for task in found}


def test_a_number_is_taken_only_once(ws: Workspace) -> None:
    first = planned(ws)
    with pytest.raises(RefusedError) as refused:
        ws.write(callins.create, CallinDraft(number=1, on=DAY))
    assert codes(refused) == {"callin_number_taken"}
    ws.write(callins.change, first, replace(ws.read(callins.get, first), venue="Konserthuset"))
    assert ws.read(callins.get, first).venue == "Konserthuset"


def test_a_call_in_is_found_by_its_number(ws: Workspace) -> None:
    made = planned(ws)
    assert ws.read(callins.by_number, 1).id == made
    with pytest.raises(NotFoundError):
        ws.read(callins.by_number, 7)


def test_moving_the_date_moves_open_tasks_and_leaves_done_ones(ws: Workspace) -> None:
    made = planned(ws)
    first, *others = ws.read(tasks.of_callin, made)
    ws.write(tasks.finish, first.id)
    ws.write(callins.move, made, DAY + timedelta(days=7))
    after = {task.id: task.due_on for task in ws.read(tasks.of_callin, made)}
    assert after[first.id] == first.due_on
    assert all(after[task.id] == task.due_on + timedelta(days=7) for task in others if task.due_on)
    assert ws.read(callins.get, made).on == DAY + timedelta(days=7)


def test_moving_is_one_step_and_undone_as_one(ws: Workspace) -> None:
    made = planned(ws)
    before = [task.due_on for task in ws.read(tasks.of_callin, made)]
    ws.write(callins.move, made, DAY + timedelta(days=14))
    assert ws.write(undo.undo) == "callin.move"
    assert [task.due_on for task in ws.read(tasks.of_callin, made)] == before
    assert ws.read(callins.get, made).on == DAY


def test_a_changed_date_in_the_form_moves_the_tasks_too(ws: Workspace) -> None:
    made = planned(ws)
    first = ws.read(tasks.of_callin, made)[0].due_on
    ws.write(callins.change, made, replace(ws.read(callins.get, made), on=DAY + timedelta(days=1)))
    assert first is not None
    assert ws.read(tasks.of_callin, made)[0].due_on == first + timedelta(days=1)


def test_a_decision_does_not_outlive_the_date_it_was_about(ws: Workspace) -> None:
    made = ready_callin(ws)
    ws.write(callins.decide, made.id, "72", GoDecision.GO, "Allt är på plats.")
    ws.write(callins.move, made.id, DAY + timedelta(days=7))
    callin = ws.read(callins.get, made.id)
    assert (callin.status, callin.go_72, callin.go_72_reason) == (CallinStatus.REHEARSED, None, "")


# ------------------------------------------------------------------ go / no-go


def test_nothing_stops_a_call_in_that_is_ready(ws: Workspace) -> None:
    made = ready_callin(ws)
    assert ws.read(callins.go_stops, made.id) == ()
    ws.write(go, made.id)
    assert ws.read(callins.get, made.id).status is CallinStatus.GO


def test_an_empty_call_in_is_refused_with_every_stop(ws: Workspace) -> None:
    made = ws.write(add_callin)
    with pytest.raises(RefusedError) as refused:
        ws.write(go, made)
    assert codes(refused) == {
        "callin_message_uncovered",
        "callin_no_speakers",
        "callin_no_invitees",
        "callin_rehearsal_missing",
    }
    assert len(refused.value.problems) == 6  # each of the three messages is told
    assert ws.read(callins.get, made).status is CallinStatus.PLANNED


def spoil_message(unit: Unit, made: MadeCallin) -> None:
    speakers.remove(unit, made.speakers[0])


def spoil_script(unit: Unit, made: MadeCallin) -> None:
    speakers.assign(unit, made.speakers[0], add_script(unit, Message.ALIVE, approved=False))


def spoil_speaker(unit: Unit, made: MadeCallin) -> None:
    speakers.confirm(unit, made.speakers[0], False)


def spoil_invitee(unit: Unit, made: MadeCallin) -> None:
    hidden = add_person(unit, "Dold-1", protection=Protection.CONFIDENTIALITY)
    invitees.invite(unit, made.id, [hidden])


@pytest.mark.parametrize(
    ("spoil", "expected"),
    [
        (spoil_message, {"callin_message_uncovered"}),
        (spoil_script, {"callin_message_uncovered", "callin_script_unapproved"}),
        (spoil_speaker, {"callin_speaker_unconfirmed"}),
        (spoil_invitee, {"callin_invitee_stopped"}),
    ],
    ids=["uncovered", "draft script", "unconfirmed", "stopped"],
)
def test_each_rule_alone_keeps_a_call_in_from_go(ws: Workspace, spoil: object, expected: set[str]) -> None:
    made = ready_callin(ws)
    ws.write(spoil, made)  # type: ignore[arg-type]
    with pytest.raises(RefusedError) as refused:
        ws.write(callins.decide, made.id, "72", GoDecision.GO, "Vi kör.")
    assert codes(refused) == expected
    assert ws.read(callins.get, made.id).go_72 is None


def test_without_the_rehearsal_it_is_no_go(ws: Workspace) -> None:
    made = ready_callin(ws, rehearsed=False)
    assert [stop.code for stop in ws.read(callins.go_stops, made.id)] == ["callin_rehearsal_missing"]


def test_a_decision_needs_its_reason_and_is_kept_with_it(ws: Workspace) -> None:
    made = ready_callin(ws)
    with pytest.raises(RefusedError, match="callin_decision_without_reason"):
        ws.write(callins.decide, made.id, "72", GoDecision.GO, " ")
    ws.write(callins.decide, made.id, "72", GoDecision.POSTPONE, "Två skjutningar i går.")
    callin = ws.read(callins.get, made.id)
    assert (callin.status, callin.go_72_reason) == (CallinStatus.POSTPONED, "Två skjutningar i går.")


def test_postponing_the_day_before_is_the_24_hour_decision(ws: Workspace, clock: SettableClock) -> None:
    made = ready_callin(ws)
    clock.set_day(DAY - timedelta(days=1))
    ws.write(callins.postpone, made.id, "Lokalen är stängd.")
    assert ws.read(callins.get, made.id).go_24 is GoDecision.POSTPONE


@pytest.mark.parametrize("spoil", [spoil_message, spoil_script, spoil_speaker, spoil_invitee])
def test_a_stop_that_arises_after_the_decision_halts_the_meeting_until_it_is_dealt_with(
    ws: Workspace, clock: SettableClock, spoil: object
) -> None:
    made = ready_callin(ws)
    ws.write(go, made.id)
    clock.set_day(DAY)
    ws.write(invitees.check_in, made.invitees["Norr-1"])
    ws.write(spoil, made)  # type: ignore[arg-type]
    for act, about in (
        (invitees.check_in, made.invitees["Norr-2"]),
        (lambda unit, one: invitees.mark(unit, one, Attendance.CAME), made.invitees["Norr-2"]),
        (callins.hold, made.id),
    ):
        with pytest.raises(RefusedError) as refused:
            ws.write(act, about)  # type: ignore[arg-type]
        assert "callin_go_halted" in codes(refused) and len(codes(refused)) > 1
    ws.write(invitees.check_out, made.invitees["Norr-1"])  # whoever wants to leave leaves
    assert ws.read(callinviews.lines, [made.id])[0].light is Light.STOPPED
    ws.write(undo.undo)
    ws.write(undo.undo)  # the stop is gone: the decision holds again
    ws.write(invitees.check_in, made.invitees["Norr-2"])
    ws.write(callins.hold, made.id)
    assert ws.read(callins.get, made.id).status is CallinStatus.HELD


def test_a_programme_that_is_too_long_is_warned_of_and_stops_nothing(ws: Workspace) -> None:
    made = ready_callin(ws)
    for speaker_id in made.speakers:
        ws.write(speakers.change, speaker_id, replace(ws.read(speakers.get, speaker_id), minutes=30))
    minutes = ws.read(speakers.programme, made.id).minutes
    (warning,) = warnings(ws.read(callins.get, made.id), minutes)
    assert (warning.code, warning.data["minutes"]) == ("callin_programme_long", 32)
    assert ws.read(callins.go_stops, made.id) == ()


# ------------------------------------------------------------------ rehearsal, meeting, afterwards


def test_a_rehearsal_is_not_noted_ahead(ws: Workspace) -> None:
    made = ws.write(add_callin)
    with pytest.raises(RefusedError, match="callin_day_ahead"):
        ws.write(callins.rehearse, made, date(2026, 12, 3))
    ws.write(callins.rehearse, made, date(2026, 11, 22), "Byt ordning.")
    assert ws.read(callins.get, made).status is CallinStatus.REHEARSED


def test_only_a_go_call_in_is_held_and_not_before_its_day(ws: Workspace, clock: SettableClock) -> None:
    made = ready_callin(ws)
    with pytest.raises(RefusedError, match="callin_not_go"):
        ws.write(callins.hold, made.id)
    ws.write(go, made.id)
    with pytest.raises(RefusedError, match="callin_day_ahead"):
        ws.write(callins.hold, made.id)


def test_holding_says_who_came_and_who_stayed_away(ws: Workspace, clock: SettableClock) -> None:
    made = ready_callin(ws)
    ws.write(go, made.id)
    ws.write(invitees.mark, made.invitees["Söder-2"], Attendance.DETAINED)
    clock.set_day(DAY)
    ws.write(invitees.check_in, made.invitees["Norr-1"])
    ws.write(invitees.check_in, made.invitees["Norr-2"])
    ws.write(invitees.check_out, made.invitees["Norr-2"], early=True)
    ws.write(callins.hold, made.id)
    found = {code: ws.read(invitees.get, one).result for code, one in made.invitees.items()}
    assert found == {
        "Norr-1": Attendance.CAME,
        "Norr-2": Attendance.LEFT_EARLY,
        "Söder-1": Attendance.NO_SHOW,
        "Söder-2": Attendance.DETAINED,
    }
    assert [line.code_name for line in ws.read(invitees.no_shows, made.id)] == ["Söder-1"]
    assert ws.write(undo.undo) == "callin.hold"
    assert ws.read(invitees.get, made.invitees["Söder-1"]).result is None


def test_what_was_said_is_pinned_when_the_meeting_is_held_and_stays(ws: Workspace, clock: SettableClock) -> None:
    made = ready_callin(ws)
    ws.write(go, made.id)
    clock.set_day(DAY)
    assert ws.read(speakers.get, made.speakers[0]).said_sha256 == ""
    ws.write(callins.hold, made.id)
    said, script = ws.read(speakers.get, made.speakers[0]), ws.read(scripts.get, made.scripts[0]).record
    assert (said.said_version, said.said_sha256) == ("v1", script.sha256)
    assert len(script.sha256) == 64
    with pytest.raises(RefusedError, match="speaker_said_is_pinned"):
        ws.write(speakers.assign, said.id, made.scripts[1])
    with pytest.raises(RefusedError, match="speaker_said_is_pinned"):
        ws.write(speakers.change, said.id, replace(said, script=None))
    ws.write(speakers.change, said.id, replace(said, contact="070-000 00 00", said_version="v9"))
    assert ws.read(speakers.get, said.id).said_version == "v1"
    ws.write(undo.undo)
    ws.write(undo.undo)
    assert ws.read(speakers.get, said.id).said_sha256 == ""


def test_a_held_call_in_is_followed_up_and_otherwise_closed(ws: Workspace, clock: SettableClock) -> None:
    made = ready_callin(ws)
    with pytest.raises(RefusedError, match="callin_not_held"):
        ws.write(callins.follow_up, made.id, DAY)
    ws.write(go, made.id)
    clock.set_day(DAY)
    ws.write(callins.hold, made.id)
    with pytest.raises(RefusedError, match="callin_already_held"):
        ws.write(callins.move, made.id, DAY + timedelta(days=7))
    ws.write(callins.debrief, made.id, "Lugnt och bra.")
    clock.move(days=14)
    ws.write(callins.follow_up, made.id, DAY + timedelta(days=14))
    callin = ws.read(callins.get, made.id)
    assert (callin.status, callin.debrief) == (CallinStatus.FOLLOWED_UP, "Lugnt och bra.")


def test_cancelling_takes_the_open_tasks_away_and_undo_brings_them_back(ws: Workspace) -> None:
    made = planned(ws)
    before = len(ws.read(tasks.of_callin, made))
    with pytest.raises(RefusedError, match="callin_decision_without_reason"):
        ws.write(callins.cancel, made, "")
    ws.write(callins.cancel, made, "Styrgruppen avbröt.")
    assert ws.read(tasks.of_callin, made) == []
    assert ws.read(callins.get, made).status is CallinStatus.CANCELLED
    ws.write(undo.undo)
    assert len(ws.read(tasks.of_callin, made)) == before
    assert ws.read(callins.get, made).status is CallinStatus.PLANNED


# ------------------------------------------------------------------ lists


def test_the_list_shows_a_light_for_each_call_in(ws: Workspace) -> None:
    ready = ready_callin(ws)
    empty = ws.write(add_callin, DAY + timedelta(days=200))
    found = {line.id: line for line in ws.read(callinviews.lines, ws.read(callinviews.ids))}
    assert list(found) == [empty, ready.id]  # the latest first
    assert (found[ready.id].light, found[ready.id].invitees) == (Light.READY, 4)
    assert (found[empty].light, found[empty].stops) == (Light.STOPPED, 6)
    ws.write(go, ready.id)
    assert ws.read(callinviews.lines, [ready.id])[0].light is Light.GO


def test_two_thousand_call_ins_are_listed_with_a_few_queries(ws: Workspace) -> None:
    def many(unit: Unit) -> None:
        for number in range(2000):
            made = unit.add(Callin, CallinDraft(number=number + 1, on=DAY - timedelta(days=number)))
            unit.add(Invitee, InviteeDraft(callin=made.id))

    def listed(unit: Unit) -> tuple[int, int]:
        asked: list[str] = []
        event.listen(unit.connection, "before_cursor_execute", lambda *told: asked.append(told[2]))
        return len(callinviews.lines(unit, callinviews.ids(unit))), len(asked)

    ws.write(many)
    lines, queries = ws.read(listed)
    assert lines == 2000
    assert queries < 25
