"""Visits in a real vault: logged, planned, corrected, followed up, listed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from kit.people import group, link, person, second_user
from kit.vaults import SettableClock
from sqlalchemy import event

from gvi_desktop.domain.block import BlockDraft, Message
from gvi_desktop.domain.errors import RefusedError
from gvi_desktop.domain.notification import NotificationDraft, Outcome, PlaceKind, Reaction, TeamMember
from gvi_desktop.domain.person import GuardianDecision
from gvi_desktop.domain.round import RoundDraft
from gvi_desktop.domain.script import Audience, ScriptDraft
from gvi_desktop.domain.user import Role
from gvi_desktop.services import notifications, people, rounds, scripts, undo, visiting
from gvi_desktop.services.unit import Unit
from gvi_desktop.services.workspace import Workspace

TODAY = date(2026, 11, 22)
TEAM = (TeamMember("Polisen"), TeamMember("Socialtjänsten", "Eva Ek"))


def draft(who: str, **more: Any) -> NotificationDraft:
    said = {"person": who, "on": TODAY, "outcome": Outcome.REACHED, "team": TEAM}
    return NotificationDraft(**{**said, **more})


def visit(ws: Workspace, who: str, **more: Any) -> str:
    return ws.write(notifications.log, draft(who, **more))


def refused(ws: Workspace, work: Any, *args: Any) -> str:
    with pytest.raises(RefusedError) as caught:
        ws.write(work, *args)
    return caught.value.code


def talk_script(ws: Workspace, *, approved: bool = True) -> str:
    block = ws.write(scripts.add_block, BlockDraft(title="1", message=Message.ALIVE, language="sv", text="Lev."))
    made = ws.write(scripts.add, ScriptDraft(title="Samtal", audience=Audience.TALK, language="sv", blocks=(block,)))
    if approved:
        ws.write(scripts.approve, made, "Polisen")
    return made


def test_a_logged_visit_knows_group_moment_and_the_pinned_script(ws: Workspace) -> None:
    who, norra = person(ws), group(ws)
    link(ws, who, norra)
    script = talk_script(ws)
    made = ws.read(notifications.get, visit(ws, who, script=script, reaction=Reaction.ASKED_FOR_HELP))
    pinned = ws.read(scripts.get, script).record
    assert made.group == norra and made.logged_at == ws.clock() and made.asked_for_help
    assert made.script_version == f"v1 {pinned.sha256[:12]}"


def test_the_group_is_that_of_the_day_of_the_visit(ws: Workspace) -> None:
    who, before, now = person(ws), group(ws, "Förr"), group(ws, "Nu")
    link(ws, who, before, from_on=date(2025, 1, 1), to_on=date(2026, 6, 1))
    link(ws, who, now, from_on=date(2026, 6, 2))
    assert ws.read(notifications.get, visit(ws, who, on=date(2026, 5, 1))).group == before
    assert ws.read(notifications.get, visit(ws, who)).group == now


def test_only_an_approved_script_can_be_used(ws: Workspace) -> None:
    script = talk_script(ws, approved=False)
    assert refused(ws, notifications.log, draft(person(ws), script=script)) == "notification_script_not_approved"
    assert not ws.read(scripts.talk_options, "")


def test_a_minor_is_visited_once_a_second_user_has_approved(ws: Workspace) -> None:
    who = person(ws, birth_year=2010)
    assert refused(ws, notifications.log, draft(who)) == "minor_without_guardian_decision"
    assert len(ws.read(visiting.look, who, TODAY).stops) == 3
    ws.write(people.propose_minor, who, GuardianDecision.INFORMED, "Barnets bästa är prövat.", TODAY)
    assert refused(ws, notifications.log, draft(who)) == "minor_without_second_approval"
    other = second_user(ws)
    other.write(people.approve_minor, who)
    line = other.read(notifications.line, other.write(notifications.log, draft(who, guardian_present=True)))
    assert line.minor and line.record.guardian_present
    other.close()


def test_a_reader_cannot_log(ws: Workspace) -> None:
    who = person(ws)
    reader = second_user(ws, Role.READER)
    assert refused(reader, notifications.log, draft(who)) == "not_allowed"
    reader.close()


def test_within_24_hours_an_entry_changes_afterwards_it_is_corrected(ws: Workspace, clock: SettableClock) -> None:
    who = person(ws)
    made = visit(ws, who)
    ws.write(notifications.change, made, replace(ws.read(notifications.get, made), place=PlaceKind.STREET))
    clock.move(hours=24, minutes=1)
    before = ws.read(notifications.get, made)
    assert refused(ws, notifications.change, made, replace(before, place=PlaceKind.HOME)) == "notification_locked"
    assert refused(ws, notifications.remove, made) == "notification_locked"
    later = ws.write(notifications.correct, made, replace(before, outcome=Outcome.NOT_HOME))
    old, new = ws.read(notifications.get, made), ws.read(notifications.get, later)
    assert old.corrected and old.place is PlaceKind.STREET and not old.is_attempt
    assert new.corrects == made and new.is_attempt and not new.is_talk and new.logged_at == clock()
    assert refused(ws, notifications.correct, made, before) == "notification_already_corrected"
    assert ws.read(visiting.view, made).corrected_by == later


def test_what_came_later_is_noted_also_after_24_hours(ws: Workspace, clock: SettableClock) -> None:
    who = person(ws)
    made = visit(ws, who)
    link(ws, who, group(ws))  # which must not look like a change of the locked entry
    clock.move(days=30)
    before = ws.read(notifications.get, made)
    ws.write(notifications.change, made, replace(before, next_step_on=date(2027, 1, 1)))
    ws.write(notifications.follow_up, made, 30, " Har fått bostad. ")
    noted = ws.read(notifications.get, made)
    assert (noted.followup_30, noted.followup_30_on) == ("Har fått bostad.", TODAY + timedelta(days=30))
    assert refused(ws, notifications.follow_up, made, 90, "") == "missing"


def test_a_removed_correction_lets_the_first_entry_count_again(ws: Workspace, clock: SettableClock) -> None:
    made = visit(ws, person(ws))
    clock.move(hours=25)
    later = ws.write(notifications.correct, made, ws.read(notifications.get, made))
    ws.write(notifications.remove, later)
    assert ws.read(notifications.get, made).is_talk
    assert list(ws.read(notifications.ids)) == [made]


def test_a_correction_is_undone_as_one_step(ws: Workspace, clock: SettableClock) -> None:
    made = visit(ws, person(ws))
    clock.move(hours=25)
    ws.write(notifications.correct, made, ws.read(notifications.get, made))
    ws.write(undo.undo)
    assert list(ws.read(notifications.ids)) == [made] and not ws.read(notifications.get, made).corrected


def test_a_planned_visit_is_logged_in_its_place(ws: Workspace, clock: SettableClock) -> None:
    who = person(ws)
    planned = visit(ws, who, on=None, outcome=None, team=(), planned_on=TODAY)
    assert ws.read(notifications.get, planned).logged_at is None
    assert ws.read(notifications.waiting) == 1
    assert ws.read(visiting.look, who, None).planned == planned
    clock.move(days=3)
    done = draft(who, planned_on=TODAY, on=TODAY + timedelta(days=3))
    ws.write(notifications.change, planned, done)
    assert ws.read(notifications.get, planned).logged_at == clock() and ws.read(notifications.waiting) == 0


def test_follow_ups_wait_from_the_30th_day_longest_first(ws: Workspace, clock: SettableClock) -> None:
    long_ago = visit(ws, person(ws, "Bea"), on=date(2026, 10, 1))
    recent = visit(ws, person(ws, "Cia", "Berg"), on=TODAY)
    visit(ws, person(ws, "Dan", "Dal"), on=date(2026, 10, 1), outcome=Outcome.NOT_HOME)
    assert [one.id for one in ws.read(notifications.follow_ups_due)] == [long_ago]
    clock.move(days=30)
    due = ws.read(notifications.follow_ups_due)
    assert [(one.id, one.days) for one in due] == [(long_ago, 30), (recent, 30)]
    assert ws.read(notifications.waiting) == 2
    ws.write(notifications.follow_up, long_ago, 30, "Klart")
    assert [one.id for one in ws.read(notifications.follow_ups_due)] == [recent]


def test_the_list_is_by_day_with_planned_visits_ahead(ws: Workspace) -> None:
    who, other = person(ws), person(ws, "Bea", "Berg")
    old = visit(ws, who, on=date(2026, 1, 1))
    new = visit(ws, other, outcome=Outcome.NOT_HOME)
    later = visit(ws, who, on=None, outcome=None, planned_on=date(2026, 12, 24))
    sooner = visit(ws, who, on=None, outcome=None, planned_on=date(2026, 12, 1))
    assert list(ws.read(notifications.ids)) == [later, sooner, new, old]
    assert list(ws.read(notifications.ids, descending=False)) == [old, new, sooner, later]
    assert list(ws.read(notifications.ids, planned=True)) == [later, sooner]
    assert list(ws.read(notifications.ids, reached=True)) == [old]
    assert list(ws.read(notifications.ids, reached=False)) == [new]
    assert list(ws.read(notifications.ids, "Berg")) == [new], "found by a name that is not shown"
    assert [line.person for line in ws.read(notifications.lines, [new])] == ["P002"]


def test_the_next_form_proposes_the_last_entry_of_the_same_user(ws: Workspace, clock: SettableClock) -> None:
    script = talk_script(ws)
    running = ws.write(rounds.plan, RoundDraft(name="November", from_on=TODAY))
    visit(ws, person(ws), place=PlaceKind.SCHOOL, script=script, round=running)
    begun = ws.read(visiting.begin, "")
    assert (begun.team, begun.place, begun.script, begun.round) == (TEAM, PlaceKind.SCHOOL, script, running)
    assert begun.on == TODAY and begun.at is not None and begun.at.hour == 13, "the office's own time"
    assert begun.person is None and begun.outcome is None
    other = second_user(ws)
    assert other.read(visiting.begin, "").team == ()
    other.close()


def test_a_form_may_begin_with_a_round_and_a_person(ws: Workspace) -> None:
    who, running = person(ws), ws.write(rounds.plan, RoundDraft(name="November", from_on=TODAY))
    begun = ws.read(visiting.begin, f"{running}:{who}")
    assert (begun.round, begun.person) == (running, who)


def test_the_lists_ask_indexes_not_rows(ws: Workspace) -> None:
    """With three hundred thousand visits anything else takes seconds."""
    plans: list[str] = []

    def explained(unit: Unit, work: Any, **more: Any) -> None:
        connection = unit.connection

        def heard(_c: Any, _cursor: Any, statement: str, parameters: Any, _x: Any, _many: bool) -> None:
            if "FROM notification" in statement and not statement.startswith("EXPLAIN"):
                plans.append(str(connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters).all()))

        event.listen(connection, "before_cursor_execute", heard)
        try:
            work(unit, **more)
        finally:
            event.remove(connection, "before_cursor_execute", heard)

    wanted: tuple[dict[str, Any], ...] = ({}, {"planned": True}, {"reached": True}, {"reached": False})
    for more in wanted:
        ws.read(explained, notifications.ids, **more)
    ws.read(explained, notifications.follow_ups_due)
    ws.read(explained, rounds.listed)
    told = "\n".join(plans)
    assert len(plans) == 9 and "SCAN notification'" not in told
    assert told.count("COVERING INDEX ix_notification_made") >= 3
    for name in ("planned", "unfollowed", "round"):
        assert f"ix_notification_{name}" in told


def test_a_follow_up_has_the_day_on_which_it_was_made(ws: Workspace, clock: SettableClock) -> None:
    made = visit(ws, person(ws), on=TODAY - timedelta(days=60))
    for wrong in (TODAY + timedelta(days=1), TODAY - timedelta(days=61)):
        assert refused(ws, notifications.follow_up, made, 30, "Arbetar", wrong)
    ws.write(notifications.follow_up, made, 30, "Arbetar", TODAY - timedelta(days=20))
    kept = ws.read(notifications.get, made)
    assert (kept.followup_30, kept.followup_30_on) == ("Arbetar", TODAY - timedelta(days=20))


def test_a_form_from_paper_proposes_no_hour_and_the_day_of_the_one_typed_before(
    ws: Workspace, clock: SettableClock
) -> None:
    first = ws.read(visiting.begin, "paper")
    assert (first.on, first.at) == (None, None)
    yesterday = TODAY - timedelta(days=1)
    made = visit(ws, person(ws), on=yesterday)
    following = ws.read(visiting.begin, "paper")
    assert (following.on, following.at) == (yesterday, None)
    assert following.team == ws.read(notifications.get, made).team
    clock.move(hours=2)
    assert ws.read(visiting.begin, "paper").on is None
    assert ws.read(visiting.begin, "").at is not None
