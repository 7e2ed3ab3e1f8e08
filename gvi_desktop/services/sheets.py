"""Sheets: the records of a call-in laid out for the drawing functions of its papers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from gvi_desktop.domain.callin import Callin
from gvi_desktop.domain.rehearsal import open_corrections
from gvi_desktop.domain.script import Script
from gvi_desktop.domain.seating import place
from gvi_desktop.domain.speaker import CHANGE_MINUTES
from gvi_desktop.domain.task import Task
from gvi_desktop.letters.given import Letterhead
from gvi_desktop.letters.pages import attendance, checklist, namecards, runsheet, scripts, seating
from gvi_desktop.letters.pages.paper import Marks
from gvi_desktop.letters.words import say, short_date
from gvi_desktop.services.invitees import InviteeLine
from gvi_desktop.services.rooms import room
from gvi_desktop.services.scriptfill import values
from gvi_desktop.services.scripts import passages
from gvi_desktop.services.scriptsheets import passages_of, version_of
from gvi_desktop.services.speakers import SpeakerLine, programme
from gvi_desktop.services.unit import Unit
from gvi_desktop.wording import Words

CHECK_IN_MINUTES, ENTRANCE_MINUTES, TALK_MINUTES, DEBRIEF_MINUTES = 30, 5, 30, 30
DEFAULT_START = time(18, 0)


@dataclass(frozen=True)
class Sheet:
    """What every paper needs; `shown` says what each invitee is called on it."""

    unit: Unit
    callin: Callin
    head: Letterhead
    marks: Marks
    words: Words
    invitees: Sequence[InviteeLine]
    shown: dict[str, str]

    @property
    def language(self) -> str:
        """The reader's language."""
        return self.words.language

    def say(self, key: str, **values: object) -> str:
        """A word of the call-in's papers."""
        return self.words.text("callinpapers", key, **values)

    @property
    def subtitle(self) -> str:
        """Number, day, hour and venue."""
        callin = self.callin
        parts = [self.say("callin", number=callin.number or "–")]
        parts += [short_date(self.language, callin.on)] if callin.on else []
        parts += [callin.start.strftime("%H:%M")] if callin.start else []
        return " · ".join([*parts, callin.venue] if callin.venue else parts)


def runsheet_of(sheet: Sheet) -> bytes | None:
    """The evening minute by minute: doors, entrance, each speaker, talk and check-out, debrief; below, what the
    rehearsal showed and is still to be corrected."""
    lines = programme(sheet.unit, sheet.callin.id).lines
    if not lines:
        return None
    begins = sheet.callin.start or DEFAULT_START
    clock = datetime.combine(sheet.callin.on or date(2000, 1, 1), begins) - timedelta(minutes=CHECK_IN_MINUTES)
    plan: list[tuple[int, str, str]] = [
        (CHECK_IN_MINUTES, sheet.say("door"), sheet.say("check_in")),
        (ENTRANCE_MINUTES, sheet.say("everybody"), sheet.say("entrance")),
    ]
    for number, line in enumerate(lines):
        change = CHANGE_MINUTES if number < len(lines) - 1 else 0
        plan.append((line.speaker.minutes + change, _who(sheet, line), line.script_title or sheet.say("speech")))
    plan += [
        (TALK_MINUTES, sheet.say("everybody"), sheet.say("talk")),
        (DEBRIEF_MINUTES, sheet.say("organisers"), sheet.say("debrief")),
    ]
    moments = []
    for minutes, who, what in plan:
        moments.append(runsheet.Moment(clock.strftime("%H:%M"), minutes, who, what))
        clock += timedelta(minutes=minutes)
    notes = (sheet.say("no_filming"), *_of_rehearsal(sheet))
    return runsheet.draw(runsheet.Runsheet(sheet.subtitle, moments, notes), sheet.head, sheet.marks, sheet.language)


def _of_rehearsal(sheet: Sheet) -> list[str]:
    """What is to be gone through at a rehearsal still ahead, and what is not corrected since."""
    callin, done = sheet.callin, set()
    if tasks := [one.task for one in callin.corrections if one.task]:
        done = {task.id for task in sheet.unit.by_ids(Task, tasks).values() if not task.open}
    points = [] if callin.rehearsed_on else [check.text for check in callin.rehearsal_checks if not check.done]
    left = [one.text for one in open_corrections(callin.corrections, done)]
    notes = [sheet.say("rehearse", text=text) for text in points] if callin.ahead else []
    return notes + ([sheet.say("correction", text=text) for text in left] if callin.ahead else [])


def _corrections(sheet: Sheet) -> list[str]:
    """What the rehearsal showed and nobody has seen to yet."""
    words = sheet.words
    left = [one for one in sheet.callin.corrections if one.done_on is None]
    said = [
        words.text("scriptpapers", "correction", text=one.text, who=f" ({one.who})" if one.who else "") for one in left
    ]
    return [words.text("scriptpapers", "corrections"), *said] if said else []


def seating_of(sheet: Sheet) -> bytes | None:
    """The room from above, with what was done about conflicts below it."""
    plan = room(sheet.unit, sheet.callin.id, sheet.invitees)
    if not plan.seated:
        return None
    seats = []
    for line in plan.seated:
        row, column = place(line.invitee.seat or 1)
        seats.append(seating.Seat(row * 2, column, sheet.shown[line.id], line.group, seating.SeatKind.client))
        officer = line.invitee.officer_behind
        if officer:
            seats.append(seating.Seat(row * 2 + 1, column, officer, "", seating.SeatKind.officer))
    notes = [sheet.say("apart", one=one, other=other) for one, other in plan.apart]
    notes += [sheet.say("beside", one=one, other=other) for one, other in plan.beside]
    return seating.draw(seating.Seating(sheet.subtitle, seats, notes), sheet.head, sheet.marks, sheet.language)


def attendance_of(sheet: Sheet) -> bytes | None:
    """One line for everybody on the list."""
    people = [
        attendance.Attendee(sheet.shown[line.id], line.group, line.invitee.officer_behind) for line in sheet.invitees
    ]
    made = attendance.Attendance(sheet.subtitle, people)
    return attendance.draw(made, sheet.head, sheet.marks, sheet.language)


def cards_of(sheet: Sheet) -> bytes | None:
    """Cards for the speakers and for those who are called; a card never tells a group."""
    speakers = [
        namecards.NameCard(line.speaker.name, line.speaker.agency or sheet.words.value(line.speaker.role))
        for line in programme(sheet.unit, sheet.callin.id).lines
    ]
    called = [namecards.NameCard(sheet.shown[line.id]) for line in sheet.invitees]
    return namecards.draw([*speakers, *called], sheet.language, sheet.marks) if speakers or called else None


def security_of(sheet: Sheet) -> bytes | None:
    """The checklist of the evening's security: how many come and which groups must not meet, and nobody's name."""
    officers = sum(bool(line.invitee.officer_behind) for line in sheet.invitees)
    facts = [say(sheet.language, "security.expected", people=len(sheet.invitees), officers=officers)]
    plan = room(sheet.unit, sheet.callin.id, sheet.invitees)
    for one, other in (*plan.apart, *plan.beside):
        facts.append(say(sheet.language, "security.apart_pair", one=one, other=other))
    return checklist.draw(checklist.Checklist(sheet.subtitle, facts), sheet.head, sheet.marks, sheet.language)


def scripts_of(sheet: Sheet) -> bytes | None:
    """What each speaker says, in the order of speaking; drafts are marked as such."""
    lines = programme(sheet.unit, sheet.callin.id).lines
    known = sheet.unit.by_ids(Script, [line.speaker.script for line in lines])
    spoken = [(line, known[line.speaker.script]) for line in lines if line.speaker.script in known]
    made = []
    for number, (line, script) in enumerate(spoken):
        follower = _who(sheet, spoken[number + 1][0]) if number + 1 < len(spoken) else ""
        given = values(sheet.unit, script.language, sheet.callin)
        made.append(
            scripts.Script(
                title=script.title,
                speaker=_who(sheet, line),
                minutes=line.speaker.minutes,
                passages=passages_of(sheet.words, passages(sheet.unit, script), given),
                version=version_of(sheet.words, script),
                next_speaker=follower,
            )
        )
    return scripts.draw(made, sheet.head, sheet.marks, sheet.language) if made else None


def _who(sheet: Sheet, line: SpeakerLine) -> str:
    role = sheet.words.value(line.speaker.role)
    return f"{line.speaker.name}, {line.speaker.agency or role}"
