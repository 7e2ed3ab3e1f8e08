"""Calendar: a call-in as an iCalendar file without names - meeting, days of decision, steps of the plan."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from gvi_desktop import __version__
from gvi_desktop.domain.callin import LENGTH_MINUTES, Callin, CallinStatus
from gvi_desktop.domain.disclosure import Disclosure, DisclosureDraft, DisclosureWay
from gvi_desktop.domain.errors import RefusedError
from gvi_desktop.domain.ground import OWN_AGENCY
from gvi_desktop.domain.plan import Plan
from gvi_desktop.domain.rules import missing
from gvi_desktop.domain.task import Task
from gvi_desktop.domain.user import Right
from gvi_desktop.services import tasks
from gvi_desktop.services.unit import Unit
from gvi_desktop.storage.files import write_atomically
from gvi_desktop.wording import Words

DECISIONS = (72, 24)


def export(unit: Unit, callin_id: str, language: str | None = None) -> bytes:
    """The file's bytes; noted as an export, with its entry in the disclosure register.

    It names the programme, the venue, the day and the hour, and the steps of the week plan as whole days: no person,
    no group, no speaker. A task somebody has written or worded anew stays out, its title may hold a name.
    """
    unit.need(Right.EXPORT)
    callin = unit.get(Callin, callin_id)
    if found := missing(callin, "on"):
        raise RefusedError(found, kind="callin")
    words = Words(language or unit.office.language.value)
    unit.title = "callin.calendar"
    unit.note("export", callin, "ics")
    unit.add(
        Disclosure,
        DisclosureDraft(
            on=unit.today,
            way=DisclosureWay.FILE,
            what=words.text("callinpapers", "calendar", number=callin.number or "–"),
            records=1,
            agency=unit.office.agency,
            ground=OWN_AGENCY,
            decided_by=unit.user.name,
        ),
    )
    return bytes(_calendar(unit, callin, words).to_ical())


def export_to(unit: Unit, callin_id: str, path: Path, language: str | None = None) -> None:
    """The calendar into a file; when the disk refuses, nothing has been noted either."""
    write_atomically(path, export(unit, callin_id, language))


def _calendar(unit: Unit, callin: Callin, words: Words) -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", f"-//GVI Desktop//{__version__}//{words.language.upper()}")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    number = callin.number or "–"
    summary = words.text("callinpapers", "event", programme=unit.office.programme, number=number)
    meeting = _event(unit, callin, "meeting", summary)
    cancelled = callin.status is CallinStatus.CANCELLED
    tentative = "CONFIRMED" if callin.status is CallinStatus.GO or callin.ended else "TENTATIVE"
    meeting.add("status", "CANCELLED" if cancelled else tentative)
    if callin.venue:
        meeting.add("location", callin.venue)
    _when(unit, callin, meeting)
    calendar.add_component(meeting)
    if callin.ahead and callin.on is not None:
        for hours in DECISIONS:
            text = words.text("callinpapers", "decision", programme=unit.office.programme, number=number, hours=hours)
            event = _event(unit, callin, f"decision-{hours}", text)
            _all_day(event, callin.on - timedelta(days=hours // 24))
            calendar.add_component(event)
        for task in _steps(unit, callin):
            text = words.text("callinpapers", "calendar_step", step=task.title, number=number)
            event = _event(unit, callin, f"step-{task.id}", text)
            _all_day(event, task.due_on or callin.on)
            calendar.add_component(event)
    return calendar


def _steps(unit: Unit, callin: Callin) -> list[Task]:
    """The open tasks whose title still is that of a step of some plan of this office, by date."""
    known = {step.title for plan in unit.find(Plan) for step in plan.steps}
    found = [task for task in tasks.of_callin(unit, callin.id) if task.open and task.due_on and task.title in known]
    return [task for task in found if task.offset_days is not None]


def _event(unit: Unit, callin: Callin, part: str, summary: str) -> Event:
    event = Event()
    event.add("uid", f"{callin.id}-{part}@gvi-desktop")
    event.add("dtstamp", unit.now.astimezone(UTC))
    event.add("summary", summary)
    event.add("class", "CONFIDENTIAL")
    return event


def _when(unit: Unit, callin: Callin, event: Event) -> None:
    if callin.on is None:
        return
    if callin.start is None:
        _all_day(event, callin.on)
        return
    begins = datetime.combine(callin.on, callin.start, ZoneInfo(unit.office.time_zone)).astimezone(UTC)
    event.add("dtstart", begins)
    event.add("dtend", begins + timedelta(minutes=LENGTH_MINUTES))


def _all_day(event: Event, day: date) -> None:
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
