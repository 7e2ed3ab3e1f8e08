"""After a call-in: whom to visit, planned in one step, and whether the probation service has been told."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from kit.callins import DAY, MadeCallin, add_group, add_person, go, ready_callin
from kit.letterbox import with_office
from kit.vaults import SettableClock

from gvi_desktop.domain.callin import Callin
from gvi_desktop.domain.errors import RefusedError
from gvi_desktop.domain.invitee import Attendance, TalkReason, minutes_late
from gvi_desktop.domain.letter import LetterKind
from gvi_desktop.domain.notification import NotificationDraft, Trigger
from gvi_desktop.domain.person import PersonRole
from gvi_desktop.services import aftercallin, callins, invitees, letters, notifications, undo
from gvi_desktop.services.workspace import Workspace


def held(ws: Workspace, clock: SettableClock) -> MadeCallin:
    """Norr-1 came, Norr-2 left early, Söder-1 (under supervision) stayed away, Söder-2 was detained."""
    made = ready_callin(ws)
    ws.write(go, made.id)
    clock.set_day(DAY)
    ws.write(invitees.check_in, made.invitees["Norr-1"])
    ws.write(invitees.check_in, made.invitees["Norr-2"])
    ws.write(invitees.leave_early, made.invitees["Norr-2"])
    ws.write(invitees.mark, made.invitees["Söder-2"], Attendance.DETAINED)
    ws.write(callins.hold, made.id)
    return made


def test_nothing_is_proposed_before_the_meeting(ws: Workspace) -> None:
    made = ready_callin(ws)
    assert ws.read(aftercallin.aftermath, made.id).proposals == ()
    with pytest.raises(RefusedError, match="callin_not_held"):
        ws.write(aftercallin.plan_talks, made.id, [made.people["Norr-1"]], DAY)


def test_visits_are_proposed_to_those_who_stayed_away_or_left_and_to_groups_that_nobody_came_from(
    ws: Workspace, clock: SettableClock
) -> None:
    made = held(ws, clock)
    ws.write(add_person, "Söder-9", made.groups["Söder"], role=PersonRole.MESSENGER)
    ws.write(add_person, "Söder-8", made.groups["Söder"])  # no messenger
    ws.write(add_person, "Norr-9", made.groups["Norr"], role=PersonRole.MESSENGER)  # somebody from Norr came
    far = ws.write(add_group, "Öster")
    ws.write(add_person, "Öster-9", far, role=PersonRole.MESSENGER)  # not in view
    after = ws.read(aftercallin.aftermath, made.id)
    assert [(one.code_name, one.group, one.why) for one in after.proposals] == [
        ("Söder-1", "Söder", TalkReason.NO_SHOW),
        ("Norr-2", "Norr", TalkReason.LEFT_EARLY),
        ("Söder-9", "Söder", TalkReason.GROUP_UNREACHED),
    ]
    assert (after.supervised, after.first_day) == (1, DAY + timedelta(days=2))


def test_a_group_in_view_that_nobody_was_called_from_is_unreached_too(ws: Workspace, clock: SettableClock) -> None:
    made = held(ws, clock)
    far = ws.write(add_group, "Öster")
    ws.write(add_person, "Öster-9", far, role=PersonRole.MESSENGER)
    ws.write(lambda unit: unit.change(Callin, made.id, groups=frozenset({far})))
    assert ("Öster-9", TalkReason.GROUP_UNREACHED) in [
        (one.code_name, one.why) for one in ws.read(aftercallin.aftermath, made.id).proposals
    ]


def test_the_ticked_visits_are_planned_in_one_step_with_their_trigger(ws: Workspace, clock: SettableClock) -> None:
    made = held(ws, clock)
    people = [made.people["Söder-1"], made.people["Norr-2"]]
    planned = ws.write(aftercallin.plan_talks, made.id, people, DAY + timedelta(days=3))
    found = [ws.read(notifications.get, one) for one in planned]
    assert [one.trigger for one in found] == [Trigger.NO_SHOW, Trigger.AFTER_CALLIN]
    assert {one.planned_on for one in found} == {DAY + timedelta(days=3)}
    assert [one.group for one in found] == [made.groups["Söder"], made.groups["Norr"]]
    assert [one.talk for one in ws.read(aftercallin.aftermath, made.id).proposals] == list(planned)
    with pytest.raises(RefusedError, match="unknown_record"):
        ws.write(aftercallin.plan_talks, made.id, people[:1], DAY + timedelta(days=3))  # one visit is enough
    assert ws.write(undo.undo) == "callin.plan_talks"
    assert all(one.open for one in ws.read(aftercallin.aftermath, made.id).proposals)


def test_only_the_proposed_are_planned_and_not_before_the_meeting(ws: Workspace, clock: SettableClock) -> None:
    made = held(ws, clock)
    for people, day, code in (
        ([made.people["Norr-1"]], DAY, "unknown_record"),
        ([], DAY, "missing"),
        ([made.people["Söder-1"]], DAY - timedelta(days=1), "callin_not_held"),
    ):
        with pytest.raises(RefusedError, match=code):
            ws.write(aftercallin.plan_talks, made.id, people, day)


def test_a_minor_whose_case_is_not_settled_is_proposed_with_what_stops_the_visit(
    ws: Workspace, clock: SettableClock
) -> None:
    made = held(ws, clock)
    young = ws.write(add_person, "Söder-7", made.groups["Söder"], role=PersonRole.MESSENGER, birth_year=2011)
    (one,) = [one for one in ws.read(aftercallin.aftermath, made.id).proposals if one.person == young]
    assert {str(stop.code) for stop in one.stops} >= {"minor_without_guardian_decision"} and not one.open
    with pytest.raises(RefusedError):
        ws.write(aftercallin.plan_talks, made.id, [young], DAY + timedelta(days=2))


def test_a_visit_made_since_the_meeting_counts_and_an_older_one_does_not(ws: Workspace, clock: SettableClock) -> None:
    made = held(ws, clock)
    draft = NotificationDraft(person=made.people["Söder-1"], planned_on=DAY - timedelta(days=30))
    ws.write(notifications.log, draft)
    assert ws.read(aftercallin.aftermath, made.id).proposals[0].open
    newer = ws.write(notifications.log, NotificationDraft(person=made.people["Söder-1"], planned_on=DAY))
    assert ws.read(aftercallin.aftermath, made.id).proposals[0].talk == newer


def test_it_is_told_that_the_list_of_no_shows_stands_in_the_register(ws: Workspace, clock: SettableClock) -> None:
    made = held(ws, clock)
    ws.write(with_office)
    assert ws.read(aftercallin.aftermath, made.id).told == ()

    def write_list(unit: object) -> letters.Made:
        wish = letters.prepare(unit, kind=LetterKind.NO_SHOWS, callin=made.id)  # type: ignore[arg-type]
        return letters.make(unit, wish)  # type: ignore[arg-type]

    printed = ws.write(write_list)
    (told,) = ws.read(aftercallin.aftermath, made.id).told
    assert (told.number, told.on) == (printed.numbers[0], DAY)


def test_late_is_told_in_whole_minutes_of_the_offices_clock() -> None:
    begins = (date(2026, 12, 10), time(18))
    at = datetime(2026, 12, 10, 18, 12, 59, tzinfo=UTC)
    assert minutes_late(at, *begins) == 12
    assert minutes_late(at.replace(hour=17), *begins) == 0
    assert minutes_late(at.replace(minute=0), *begins) == 0
    assert minutes_late(None, *begins) == minutes_late(at, None, None) == 0
