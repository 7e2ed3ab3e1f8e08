"""The steps of the week plan in a call-in's calendar, and the titles that stay out of it."""

from __future__ import annotations

from dataclasses import replace

from icalendar import Calendar
from kit.callins import DAY, add_callin

from gvi_desktop.domain.task import TaskDraft
from gvi_desktop.services import calendar, plans, tasks
from gvi_desktop.services.workspace import Workspace


def test_open_steps_of_the_plan_are_whole_days_and_titles_typed_by_hand_stay_out(ws: Workspace) -> None:
    plan = ws.read(plans.default)
    assert plan is not None
    callin = ws.write(add_callin, DAY, plan.id)
    first, second, *_ = ws.read(tasks.of_callin, callin)
    ws.write(tasks.finish, first.id)
    ws.write(tasks.change, second.id, replace(second, title="Ring Amir Falk"))
    ws.write(tasks.add, TaskDraft(title="Hämta Norr-1", due_on=DAY, callin=callin))
    data = ws.write(calendar.export, callin)
    steps = [event for event in Calendar.from_ical(data).walk("VEVENT") if "-step-" in str(event["uid"])]
    kept = [task for task in ws.read(tasks.of_callin, callin) if task.title in {step.title for step in plan.steps}]
    assert len(steps) == len(kept) - 1 == len(plan.steps) - 2
    assert [event["dtstart"].dt for event in steps] == [task.due_on for task in kept if task.open]
    assert all(str(event["summary"]).startswith("Call-in 1: ") for event in steps)
    text = data.decode()
    assert "Amir" not in text and "Norr-1" not in text
