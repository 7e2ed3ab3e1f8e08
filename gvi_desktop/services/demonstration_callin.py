"""The demonstration's first call-in: from the template to *go*, through the evening, to what is left afterwards."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time, timedelta

from gvi_desktop.domain.callin import CallinDraft, GoDecision
from gvi_desktop.domain.group import Group
from gvi_desktop.domain.invitee import Answer, Attendance, Basis, NoticeWay
from gvi_desktop.domain.letter import LetterKind
from gvi_desktop.domain.rehearsal import Correction
from gvi_desktop.domain.task import Task
from gvi_desktop.services import (
    callins,
    demonstration_speakers,
    invitees,
    letters,
    people,
    plans,
    rehearsals,
    rooms,
    speakerbook,
    tasks,
)
from gvi_desktop.services.demonstration_register import Cast
from gvi_desktop.services.storyclock import Demonstration, StoryClock
from gvi_desktop.services.unit import Unit
from gvi_desktop.services.workspace import Workspace

HELD = 70
"""Days since the meeting."""
DOORS = time(17, 40)
LATE = time(18, 12)
BREAK = time(18, 45)
END = time(19, 5)


def play(told: Demonstration, story: StoryClock, cast: Cast, note: Callable[[str], None]) -> None:
    """Eight weeks before to the follow-up meeting and the report."""
    ws = told.workspace
    day = story.days_ago(HELD + 56)
    told.callin_number = ws.read(callins.next_number)
    told.callin = plan(ws, day + timedelta(days=56), "Kulturhuset, stora salen")
    count = len(ws.read(tasks.of_callin, told.callin))
    note(f"planned call-in {told.callin_number} from the template: {count} tasks on their dates")
    story.days_ago(HELD + 40)
    ws.write(invitees.invite, told.callin, cast.first)
    ws.write(demonstration_speakers.engage, told.callin, demonstration_speakers.FIRST)
    stops = ws.read(callins.go_stops, told.callin)
    note(f"not yet go: {len(stops)} stops, such as {stops[0].code if stops else '-'}")
    notices(ws, told.callin, story, HELD + 21)
    story.days_ago(HELD + 7)
    ws.write(_rehearsed, told.callin)
    story.days_ago(HELD + 3)
    ws.write(callins.decide, told.callin, "72", GoDecision.GO, "Lugnt läge, alla talare på plats.")
    story.days_ago(HELD + 1)
    ws.write(callins.decide, told.callin, "24", GoDecision.GO, "Inga nya händelser.")
    note("rehearsed, decided at 72 and at 24 hours: go")
    _evening(told, story, note)
    _afterwards(told, story)


def plan(ws: Workspace, day: date, venue: str) -> str:
    """A call-in on that day from the office's plan, with every group in view."""
    template = ws.read(plans.default)
    draft = CallinDraft(
        number=ws.read(callins.next_number),
        on=day,
        start=time(18),
        venue=venue,
        owner="Anna Ek",
        groups=frozenset(one.id for one in ws.read(lambda unit: unit.find(Group))),
    )
    return ws.write(callins.create, draft, template.id if template else None)


def notices(ws: Workspace, callin: str, story: StoryClock, days: int) -> None:
    """Three weeks before the notices, then the answers, two weeks before the seats and the officers' chairs."""
    story.days_ago(days)
    for line in ws.read(invitees.of_callin, callin):
        duty = line.invitee.basis is Basis.SUPERVISION
        ws.write(invitees.notice, line.id, NoticeWay.PROBATION_OFFICER if duty else NoticeWay.BY_HAND)
    story.days_ago(days - 4)
    for place, line in enumerate(ws.read(invitees.of_callin, callin)):
        ws.write(invitees.answer, line.id, Answer.UNSURE if place % 4 == 3 else Answer.COMING)
    story.days_ago(days - 7)
    ws.write(rooms.seat_all, callin)
    for line in ws.read(invitees.of_callin, callin):
        if line.invitee.basis is Basis.SUPERVISION:
            officer = ws.read(people.get, line.invitee.person or "").supervision_officer
            ws.write(invitees.seat_officer, line.id, officer)


def tick(unit: Unit, callin: str, leave: Callable[[Task], bool] = lambda task: False) -> int:
    """The tasks that have come are done, each on its day, but for those to leave; returns how many."""
    due = [one for one in tasks.of_callin(unit, callin) if one.due_on and one.due_on <= unit.today and one.open]
    done = [one for one in due if not leave(one)]
    for task in done:
        tasks.finish(unit, task.id, task.due_on)
    return len(done)


def _rehearsed(unit: Unit, callin: str) -> None:
    rehearsals.begin(unit, callin)
    for at in range(len(callins.get(unit, callin).rehearsal_checks)):
        rehearsals.tick(unit, callin, at)
    due = unit.today + timedelta(days=1)
    rehearsals.correct(unit, callin, Correction("Märk om dörrarna till salen", "Lars Nyman", due))
    rehearsals.finish(unit, callin, 0)
    callins.rehearse(unit, callin, unit.today, "Hela kvällen prövad; dörrarna märkta om.")
    tick(unit, callin)


def _evening(told: Demonstration, story: StoryClock, note: Callable[[str], None]) -> None:
    ws = told.workspace
    story.days_ago(HELD)
    story.at(DOORS)
    lines = ws.read(invitees.of_callin, told.callin)
    away = next(line for line in lines if line.invitee.basis is Basis.SUPERVISION)
    came = [line for line in lines if line.id != away.id]
    for line in came[2:]:
        ws.write(invitees.check_in, line.id)
    story.at(LATE)
    for line in came[:2]:
        ws.write(invitees.check_in, line.id)
    story.at(BREAK)
    ws.write(invitees.leave_early, came[-1].id)
    story.at(END)
    for line in came[:-1]:
        ws.write(invitees.check_out, line.id)
    ws.write(callins.hold, told.callin)
    ws.write(
        callins.debrief, told.callin, "Lugn kväll. Två stannade och talade med föreningen. Kortare pauser nästa gång."
    )
    early = sum(line.invitee.result is Attendance.LEFT_EARLY for line in ws.read(invitees.of_callin, told.callin))
    gone = len(ws.read(invitees.no_shows, told.callin))
    note(f"held: {len(lines)} called, {len(lines) - gone} came, 2 of them late, {early} left early, {gone} stayed away")


def _afterwards(told: Demonstration, story: StoryClock) -> None:
    ws = told.workspace

    def tell(unit: Unit) -> None:
        letters.make(unit, letters.prepare(unit, LetterKind.NO_SHOWS, callin=told.callin))

    story.days_ago(HELD - 1)
    ws.write(tell)
    story.days_ago(HELD - 2)
    for care in ws.read(speakerbook.care_due):
        ws.write(speakerbook.give_care, care.id)
    day = story.days_ago(HELD - 14)
    ws.write(callins.follow_up, told.callin, day)
    story.days_ago(HELD - 30)
    ws.write(tick, told.callin)
