"""Speakers, plans and tasks in a real vault."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from time import process_time

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st
from kit.callins import DAY, add_callin, add_person, add_script, go, ready_callin
from kit.vaults import SettableClock

from gvi_desktop.domain.agency import AgencyKind
from gvi_desktop.domain.block import Message
from gvi_desktop.domain.errors import RefusedError
from gvi_desktop.domain.plan import Plan, PlanDraft, PlanStep
from gvi_desktop.domain.script import Audience, Script
from gvi_desktop.domain.speaker import SpeakerDraft
from gvi_desktop.domain.task import Due, Task, TaskDraft
from gvi_desktop.services import callins, plans, scripts, speakers, tasks, undo
from gvi_desktop.services.unit import Unit
from gvi_desktop.services.workspace import Workspace

TODAY = date(2026, 11, 22)


# ------------------------------------------------------------------ speakers


def test_minutes_are_summed_with_the_changes_of_speaker(ws: Workspace) -> None:
    made = ready_callin(ws)
    programme = ws.read(speakers.programme, made.id)
    assert (programme.minutes, programme.limit) == (3 * 7 + 2, 60)


def test_only_approved_scripts_cover_a_message(ws: Workspace) -> None:
    callin = ws.write(add_callin)
    draft = ws.write(add_script, Message.ALIVE, approved=False)
    ws.write(speakers.add, SpeakerDraft(callin=callin, name="Polischefen", script=draft))
    assert ws.read(speakers.programme, callin).covered == frozenset()
    ws.write(scripts.approve, draft, "Polisen")
    assert ws.read(speakers.programme, callin).covered == {"1"}


def test_speakers_change_places_and_undo_puts_them_back(ws: Workspace) -> None:
    made = ready_callin(ws)
    first, second, third = made.speakers
    ws.write(speakers.shift, third, -1)
    assert [line.id for line in ws.read(speakers.programme, made.id).lines] == [first, third, second]
    ws.write(speakers.reorder, made.id, [second])
    assert [line.id for line in ws.read(speakers.programme, made.id).lines] == [second, first, third]
    ws.write(undo.undo)
    assert [line.id for line in ws.read(speakers.programme, made.id).lines] == [first, third, second]


def test_the_first_speaker_cannot_speak_earlier(ws: Workspace) -> None:
    made = ready_callin(ws)
    ws.write(speakers.shift, made.speakers[0], -1)
    assert [line.id for line in ws.read(speakers.programme, made.id).lines] == made.speakers


def test_a_script_must_be_for_call_ins_and_in_use(ws: Workspace) -> None:
    made = ready_callin(ws)
    letter = ws.write(add_script, Message.HELP)

    def for_letters(unit: Unit) -> None:
        unit.change(Script, letter, audience=Audience.LETTER)

    ws.write(for_letters)
    with pytest.raises(RefusedError, match="speaker_script_not_for_callin"):
        ws.write(speakers.assign, made.speakers[0], letter)
    retired = ws.write(add_script, Message.HELP)
    ws.write(scripts.retire, retired)
    with pytest.raises(RefusedError, match="speaker_script_retired"):
        ws.write(speakers.assign, made.speakers[0], retired)


def test_aftercare_is_noted_although_the_script_has_been_retired_since(ws: Workspace) -> None:
    made = ready_callin(ws)
    ws.write(scripts.retire, made.scripts[0])
    speaker = ws.read(speakers.get, made.speakers[0])
    ws.write(speakers.change, speaker.id, replace(speaker, aftercare="Samtal dagen efter."))
    assert ws.read(speakers.get, speaker.id).aftercare == "Samtal dagen efter."


def test_it_is_told_when_a_speaker_spoke_last(ws: Workspace, clock: SettableClock) -> None:
    made = ready_callin(ws)
    ws.write(go, made.id)
    clock.set_day(DAY)
    ws.write(callins.hold, made.id)
    later = ws.write(add_callin, DAY + timedelta(days=180))
    again = ws.write(speakers.add, SpeakerDraft(callin=later, name="Talare 1"))
    assert ws.read(speakers.get, again).last_spoke_on == DAY


def test_scripts_to_choose_from_are_found_by_title_the_approved_first(ws: Workspace) -> None:
    approved = ws.write(add_script, Message.HELP)
    found = ws.read(speakers.script_options, "")
    assert found[0].id == approved
    assert [one.id for one in ws.read(speakers.script_options, "manus 3")] == [approved]


# ------------------------------------------------------------------ plans


def test_a_plan_travels_as_a_file_without_person_data(ws: Workspace) -> None:
    plan = ws.read(plans.default)
    assert plan is not None and plan.language == "sv"
    ws.write(add_person, "Hemlig-1", given_name="Kim", family_name="Ek")
    data = ws.read(plans.export_template, plan.id)
    value = orjson.loads(data)
    assert set(value) == {"format", "version", "name", "language", "steps"}
    assert {frozenset(step) for step in value["steps"]} == {frozenset({"days", "title", "owner"})}
    assert plan.id not in data.decode() and "Anna Ek" not in data.decode()
    copy = ws.read(plans.get, ws.write(plans.import_template, data))
    assert (copy.name, copy.steps) == (plan.name, plan.steps)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[]",
        b'{"format": "gvi-callin-plan", "version": 2, "name": "x", "language": "sv", "steps": []}',
        b'{"format": "gvi-callin-plan", "version": 1, "name": "x", "language": "sv", "steps": [{"days": "1"}]}',
        b'{"format": "gvi-callin-plan", "version": 1, "name": 3, "language": "sv", "steps": []}',
        b'{"format":"gvi-callin-plan","version":1,"name":"x","language":"sv",'
        b'"steps":[{"days":1,"title":"x","owner":"army"}]}',
        b" " * 300_000,
    ],
)
def test_any_other_file_is_refused_and_nothing_is_added(ws: Workspace, data: bytes) -> None:
    before = ws.read(plans.every)
    with pytest.raises(RefusedError, match="plan_file_unreadable"):
        ws.write(plans.import_template, data)
    assert ws.read(plans.every) == before


NEARLY = st.from_regex(r'\{"format": ?"gvi-callin-plan".{0,80}\}', fullmatch=True).map(str.encode)


@given(st.binary(max_size=400) | NEARLY)
def test_no_bytes_make_the_reader_fail_in_another_way(data: bytes) -> None:
    try:
        plans.read_template(data)
    except RefusedError as refused:
        assert refused.code == "plan_file_unreadable"


def test_a_plan_whose_steps_lie_too_far_away_or_have_no_title_is_refused(ws: Workspace) -> None:
    bad = PlanDraft(name="x", language="sv", steps=(PlanStep(-400, "För tidigt"), PlanStep(0, " ", AgencyKind.POLICE)))
    with pytest.raises(RefusedError) as refused:
        ws.write(plans.add, bad)
    assert {str(one.code) for one in refused.value.problems} == {"plan_step_too_far", "plan_step_without_title"}


def test_a_changed_plan_leaves_the_tasks_of_earlier_call_ins_alone(ws: Workspace) -> None:
    plan = ws.read(plans.default)
    assert plan is not None
    callin = ws.write(add_callin, DAY, plan.id)
    before = [task.title for task in ws.read(tasks.of_callin, callin)]
    ws.write(plans.change, plan.id, replace(plan, steps=plan.steps[:1]))
    assert [task.title for task in ws.read(tasks.of_callin, callin)] == before
    ws.write(plans.remove, plan.id)
    assert plan.id not in {one.id for one in ws.read(plans.every)}


# ------------------------------------------------------------------ tasks


def test_tasks_are_grouped_by_when_they_are_due(ws: Workspace) -> None:
    late = ws.write(tasks.add, TaskDraft(title="Sen", due_on=TODAY - timedelta(days=1)))
    now = ws.write(tasks.add, TaskDraft(title="Nu", due_on=TODAY))
    later = ws.write(tasks.add, TaskDraft(title="Sedan", due_on=TODAY + timedelta(days=1)))
    assert ws.read(tasks.groups) == {Due.OVERDUE: [late], Due.TODAY: [now], Due.LATER: [later]}
    assert ws.read(tasks.waiting) == 2
    ws.write(tasks.finish, late)
    assert ws.read(tasks.groups)[Due.OVERDUE] == []
    assert ws.read(tasks.done_ids) == [late]
    ws.write(tasks.reopen, late)
    assert ws.read(tasks.waiting) == 2


def test_own_tasks_and_those_of_the_agency_are_told_apart(ws: Workspace) -> None:
    mine = ws.write(tasks.add, TaskDraft(title="Min", due_on=TODAY, owner="Anna Ek"))
    ours = ws.write(tasks.add, TaskDraft(title="Vår", due_on=TODAY, owner_agency="Örebro kommun"))
    ws.write(tasks.add, TaskDraft(title="Deras", due_on=TODAY, owner_agency="Polisen"))
    assert ws.read(tasks.open_ids, whose="own") == [mine]
    assert ws.read(tasks.open_ids, whose="agency") == [ours]
    assert len(ws.read(tasks.open_ids)) == 3


def test_a_task_is_found_by_the_beginning_of_its_words(ws: Workspace) -> None:
    made = ws.write(tasks.add, TaskDraft(title="Boka tolk", due_on=TODAY))
    ws.write(tasks.add, TaskDraft(title="Skriv ut kort", due_on=TODAY))
    assert ws.read(tasks.open_ids, "tol") == [made]


def test_a_task_needs_title_and_date_and_is_not_done_ahead(ws: Workspace) -> None:
    with pytest.raises(RefusedError) as refused:
        ws.write(tasks.add, TaskDraft())
    assert {one.field for one in refused.value.problems} == {"title", "due_on"}
    made = ws.write(tasks.add, TaskDraft(title="Sen", due_on=TODAY))
    with pytest.raises(RefusedError, match="task_done_ahead"):
        ws.write(tasks.finish, made, TODAY + timedelta(days=1))


def test_a_task_of_a_call_in_keeps_its_distance_from_the_day(ws: Workspace) -> None:
    callin = ws.write(add_callin)
    made = ws.write(tasks.add, TaskDraft(title="Lampor", due_on=DAY - timedelta(days=3), callin=callin))
    assert ws.read(tasks.get, made).offset_days == -3
    ws.write(tasks.move, made, DAY - timedelta(days=5))
    ws.write(callins.move, callin, DAY + timedelta(days=10))
    assert ws.read(tasks.get, made).due_on == DAY + timedelta(days=5)


def test_a_task_tells_what_it_is_about_by_code_name(ws: Workspace) -> None:
    person = ws.write(add_person, "Falk-7", given_name="Kim", family_name="Ek")
    draft = TaskDraft(title="Ring", due_on=TODAY, subject_kind="person", subject=person)
    assert ws.read(tasks.view, ws.write(tasks.add, draft)).subject == "Falk-7"


def test_two_thousand_tasks_are_grouped_at_once(ws: Workspace) -> None:
    def many(unit: Unit) -> None:
        for number in range(2_000):
            unit.add(Task, TaskDraft(title=f"Uppgift {number}", due_on=TODAY + timedelta(days=number % 400 - 200)))

    ws.write(many)
    started = process_time()
    found = ws.read(tasks.groups)
    ws.read(tasks.lines, found[Due.LATER][:60])
    assert process_time() - started < 0.3  # about 0.02 s on an idle core
    assert sum(map(len, found.values())) == 2_000
    assert len(found[Due.TODAY]) == 5


def test_every_shipped_plan_is_sound(ws: Workspace) -> None:
    def shipped(unit: Unit) -> list[Plan]:
        return plans.every(unit)

    assert {plan.language for plan in ws.read(shipped)} == {"sv", "en"}
    for plan in ws.read(shipped):
        assert len(plan.steps) > 20
        assert min(step.days for step in plan.steps) == -56
