"""The demonstration's next call-in: twelve days ahead, prepared as far as it should be, with what still stops it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from gvi_desktop.domain.rehearsal import Correction
from gvi_desktop.domain.task import Task
from gvi_desktop.services import callins, demonstration_speakers, invitees, rehearsals, tasks
from gvi_desktop.services.demonstration_callin import notices, plan, tick
from gvi_desktop.services.demonstration_register import Cast
from gvi_desktop.services.storyclock import Demonstration, StoryClock
from gvi_desktop.services.unit import Unit

AHEAD = 12
"""Days to the meeting."""
TRIED = (1, 2, 8, 9, 12)
"""Points of the rehearsal that a walk through the room has settled: sound, entrance, seats, doors, press."""


def begin(told: Demonstration, story: StoryClock, cast: Cast, note: Callable[[str], None]) -> None:
    """Eight weeks before: the date; six weeks before: who is called."""
    ws = told.workspace
    day = story.days_ago(56 - AHEAD)
    told.coming = plan(ws, day + timedelta(days=56), "Stadsbiblioteket, hörsalen")
    story.days_ago(42 - AHEAD)
    ws.write(tick, told.coming)
    ws.write(invitees.invite, told.coming, [*cast.second, told.minor])
    minor = next(line for line in ws.read(invitees.of_callin, told.coming) if line.minor)
    ws.write(invitees.clear_stop, minor.id, "Mamman följer med och sitter bredvid.")
    note(f"planned the next call-in: {len(cast.second) + 1} people called, one of them a minor with his mother")


def prepare(told: Demonstration, story: StoryClock, note: Callable[[str], None]) -> None:
    """Five to two weeks before: speakers, notices, seats, and the rehearsal's list."""
    ws = told.workspace
    story.days_ago(35 - AHEAD)
    ws.write(demonstration_speakers.engage, told.coming, demonstration_speakers.SECOND)
    ws.write(tick, told.coming)
    notices(ws, told.coming, story, 21 - AHEAD)
    ws.write(_walked_through, told.coming)
    ws.write(tick, told.coming, lambda task: _left(task, told))
    stops = ws.read(callins.go_stops, told.coming)
    done = [one for one in ws.read(tasks.of_callin, told.coming) if not one.open]
    note(f"prepared it as far as it has come: {len(done)} tasks done, {len(stops)} things still stop it")


def _left(task: Task, told: Demonstration) -> bool:
    """Journeys and interpreters, two weeks before, are a little late."""
    return task.offset_days == -14 and task.owner_agency == told.agency


def _walked_through(unit: Unit, callin: str) -> None:
    rehearsals.begin(unit, callin)
    for at in TRIED:
        rehearsals.tick(unit, callin, at)
    due = unit.today + timedelta(days=7)
    rehearsals.correct(unit, callin, Correction("Flytta podiet så att sista raden ser talaren", "Lars Nyman"))
    rehearsals.correct(unit, callin, Correction("Korta hälsningen till fem minuter", "Maria Lund", due))
    rehearsals.finish(unit, callin, 0)
    rehearsals.make_task(unit, callin, 1)
