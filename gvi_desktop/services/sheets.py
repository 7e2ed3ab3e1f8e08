"""Sheets: the records of a call-in laid out for the drawing functions of its papers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from gvi_desktop.domain.block import Message
from gvi_desktop.domain.callin import Callin
from gvi_desktop.domain.script import Passage, Script, ScriptStatus
from gvi_desktop.domain.seating import place
from gvi_desktop.domain.speaker import CHANGE_MINUTES
from gvi_desktop.letters.given import Letterhead
from gvi_desktop.letters.pages import attendance, namecards, runsheet, scripts, seating
from gvi_desktop.letters.pages.paper import Marks
from gvi_desktop.letters.words import short_date
from gvi_desktop.services.invitees import InviteeLine
from gvi_desktop.services.rooms import room
from gvi_desktop.services.scripts import passages
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
    """The evening minute by minute: doors, entrance, each speaker, talk and check-out, debrief."""
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
    notes = (sheet.say("no_filming"),)
    return runsheet.draw(runsheet.Runsheet(sheet.subtitle, moments, notes), sheet.head, sheet.marks, sheet.language)


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
    return namecards.draw([*speakers, *called], sheet.language) if speakers or called else None


def scripts_of(sheet: Sheet) -> bytes | None:
    """What each speaker says, in the order of speaking; drafts are marked as such."""
    lines = programme(sheet.unit, sheet.callin.id).lines
    known = sheet.unit.by_ids(Script, [line.speaker.script for line in lines])
    spoken = [(line, known[line.speaker.script]) for line in lines if line.speaker.script in known]
    made = []
    for number, (line, script) in enumerate(spoken):
        follower = _who(sheet, spoken[number + 1][0]) if number + 1 < len(spoken) else ""
        version = str(script.version)
        if script.status is not ScriptStatus.APPROVED:
            version = sheet.say("unapproved", version=version)
        made.append(
            scripts.Script(
                title=script.title,
                speaker=_who(sheet, line),
                minutes=line.speaker.minutes,
                passages=[_passage(sheet, one) for one in passages(sheet.unit, script)],
                version=version,
                next_speaker=follower,
            )
        )
    return scripts.draw(made, sheet.head, sheet.marks, sheet.language) if made else None


def _passage(sheet: Sheet, passage: Passage) -> scripts.Passage:
    message = "" if passage.message is Message.FRAME else sheet.words.value(passage.message)
    return scripts.Passage(passage.text, message)


def _who(sheet: Sheet, line: SpeakerLine) -> str:
    role = sheet.words.value(line.speaker.role)
    return f"{line.speaker.name}, {line.speaker.agency or role}"
