"""The report of one call-in on a page: what was planned, who came, what was said, and what followed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from gvi_desktop.domain.block import Message
from gvi_desktop.domain.callin import MESSAGES, Callin
from gvi_desktop.domain.invitee import PRESENT, Attendance, Basis, Invitee, minutes_late
from gvi_desktop.domain.notification import Notification
from gvi_desktop.domain.rehearsal import open_corrections
from gvi_desktop.domain.task import Task
from gvi_desktop.domain.user import Right
from gvi_desktop.services import invitees, speakers
from gvi_desktop.services.invitees import InviteeLine
from gvi_desktop.services.report_parts import Cell, Report, Row, Section, Teller, changes, day, filled
from gvi_desktop.services.reports_shown import attendance
from gvi_desktop.services.speakers import Programme
from gvi_desktop.services.unit import Unit

FOLLOWED = timedelta(days=30)
"""Visits to those who were called are counted so long after the meeting."""
HASH = 12
"""Characters of a script's SHA-256 that a paper shows."""
COLUMNS = ("called", "came", "stayed", "left_early", "late", "no_show", "excused_detained")


def make(unit: Unit, callin_id: str, language: str, *, public: bool = False) -> Report:
    """The report; the public one tells of attendance so far as nobody can be counted out, of no group or speaker."""
    unit.need(Right.READ)
    tell = Teller(language, public=public)
    callin = unit.get(Callin, callin_id)
    called = invitees.of_callin(unit, callin_id)
    programme = speakers.programme(unit, callin_id)
    notes = [tell("note_effect"), tell("note_callin")]
    if public:
        sections = [_plan(unit, callin, programme, tell), _public_attendance(called, tell), _messages(programme, tell)]
        notes += [tell("note_small"), tell("note_overlap")]
    else:
        sections = [
            _plan(unit, callin, programme, tell),
            tell.table("attendance", ("who", *COLUMNS), _attendance(unit, callin, called, tell)),
            tell.table("stops_cleared", ("what", "value"), _cleared(called, tell)),
            tell.table("said", ("role", "agency", "minutes", "script", "version"), _said(programme, tell)),
            tell.facts("afterwards", _after(unit, callin, called)),
            tell.prose("debrief", callin.debrief),
        ]
    notes += [] if public else [tell("note_excused")]
    title = tell("callin_title_public" if public else "callin_title", which_one=callin.number or "–")
    return Report(title, _subtitle(callin, public=public), filled(sections), tuple(notes))


def _subtitle(callin: Callin, *, public: bool) -> str:
    parts = (day(callin.on), "" if public else callin.venue)
    return " · ".join(part for part in parts if part)


def _plan(unit: Unit, callin: Callin, programme: Programme, tell: Teller) -> Section:
    words = tell.words
    rows: list[tuple[str, Cell | date | None]] = [("status", words.value(callin.status))]
    if tell.public:
        return tell.facts("meeting", rows)
    moves = [(before, after) for before, after in changes(unit, callin.id, "on") if before and after]
    rows.append(("date_moved", ", ".join(f"{before} → {after}" for before, after in moves) or tell("not_moved")))
    done = unit.find(Task, unit.table(Task).c.callin == callin.id)
    if done:
        rows.append(("tasks_done", tell("of", part=sum(not one.open for one in done), whole=len(done))))
    rows.append(("rehearsed", callin.rehearsed_on))
    checks = callin.rehearsal_checks
    if checks:
        rows.append(("checks_done", tell("of", part=sum(one.done for one in checks), whole=len(checks))))
    finished = {one.id for one in done if not one.open}
    if callin.corrections:
        rows.append(("corrections_open", len(open_corrections(callin.corrections, finished))))
    if programme.lines:
        rows.append(("programme", tell("minutes_of", length=programme.minutes, limit=programme.limit)))
    missing = [words.value(Message(one)) for one in MESSAGES if one not in programme.covered]
    if programme.lines:  # a meeting that a workbook brought has none
        rows.append(("three_messages", tell("not_covered", names=missing) if missing else tell("all_covered")))
    for which in ("72", "24"):
        decision, reason = getattr(callin, f"go_{which}"), getattr(callin, f"go_{which}_reason")
        if decision is not None:
            rows.append((f"decision_{which}", f"{words.value(decision)}: {reason}"))
    return tell.facts("meeting", rows)


def _attendance(unit: Unit, callin: Callin, called: Sequence[InviteeLine], tell: Teller) -> list[Row]:
    """All, then by basis, then by group; late is who came after the start, among those who came."""
    late = {one.id for one in called if _late(unit, callin, one.invitee)}
    rows = [_counted(tell("all"), called, late)]
    for basis in Basis:
        if own := [one for one in called if one.invitee.basis is basis]:
            rows.append(_counted(tell.words.value(basis), own, late))
    for group in sorted({one.group for one in called}, key=str.casefold):
        own = [one for one in called if one.group == group]
        rows.append(_counted(tell("group_named", name=group) if group else tell("no_group"), own, late))
    return rows


def _counted(name: str, lines: Sequence[InviteeLine], late: set[str]) -> Row:
    def of(*results: Attendance) -> int:
        return sum(one.invitee.result in results for one in lines)

    came = of(*PRESENT)
    return (
        *(name, len(lines), came, of(Attendance.CAME), of(Attendance.LEFT_EARLY)),
        sum(one.id in late for one in lines),
        *(of(Attendance.NO_SHOW), of(Attendance.EXCUSED, Attendance.DETAINED)),
    )


def _late(unit: Unit, callin: Callin, invitee: Invitee) -> bool:
    arrived = unit.local(invitee.checked_in) if invitee.checked_in else None
    return minutes_late(arrived, callin.on, callin.start) > 0


def _public_attendance(called: Sequence[InviteeLine], tell: Teller) -> Section:
    def of(*results: Attendance) -> int:
        return sum(one.invitee.result in results for one in called)

    stayed, left, no_show = of(Attendance.CAME), of(Attendance.LEFT_EARLY), of(Attendance.NO_SHOW)
    shown = attendance((stayed, left, no_show, len(called) - stayed - left - no_show))
    rows = tuple(
        (tell(name), tell.cell(n)) for name, n in zip(("called", "came", "stayed", "no_show"), shown, strict=True)
    )
    return Section("attendance", tell("attendance"), (tell("figure"), tell("value")), rows)


def _cleared(called: Sequence[InviteeLine], tell: Teller) -> list[Row]:
    """Stops that somebody answered for, by kind, and how many that were not."""
    counted: dict[str, int] = {}
    for line in called:
        for stop in line.cleared:
            said = tell.words.problem(stop, "invitee")
            counted[said] = counted.get(said, 0) + 1
    rows: list[Row] = [(said, number) for said, number in sorted(counted.items())]
    if left := sum(bool(line.stops) for line in called):
        rows.append((tell("stops_open"), left))
    return rows


def _messages(programme: Programme, tell: Teller) -> Section:
    rows = [(tell.words.value(Message(one)), tell.yes(one in programme.covered)) for one in MESSAGES]
    return tell.table("messages", ("message", "covered"), rows)


def _said(programme: Programme, tell: Teller) -> list[Row]:
    """Who spoke, by role and agency, and which version of which script: what was said, or is to be said."""
    rows: list[Row] = []
    for line in programme.lines:
        one = line.speaker
        version = " ".join(part for part in (one.said_version, one.said_sha256[:HASH]) if part)
        rows.append((tell.words.value(one.role), one.agency, one.minutes, line.script_title, version))
    return rows


def _after(unit: Unit, callin: Callin, called: Sequence[InviteeLine]) -> list[tuple[str, Cell | date | None]]:
    """Visits to those who were called in the thirty days after a meeting that was held."""
    if not callin.ended or callin.on is None:
        return []
    people = {one.invitee.person for one in called if one.invitee.person}
    stayed_away = {one.invitee.person for one in called if one.invitee.result is Attendance.NO_SHOW}
    n = unit.table(Notification).c
    last = (callin.on + FOLLOWED).isoformat()
    found = unit.find(Notification, n.person.in_(sorted(people)), n.on.between(callin.on.isoformat(), last))
    talks = [one for one in found if one.is_talk]
    return [
        ("visits_after", sum(one.is_attempt for one in found)),
        ("talks_after", len(talks)),
        ("no_shows_reached", _of(len({one.person for one in talks} & stayed_away), len(stayed_away))),
        ("asked_for_help", sum(one.asked_for_help for one in talks)),
        ("followed_up", callin.followed_up_on),
    ]


def _of(part: int, whole: int) -> str:
    return f"{part} / {whole}"
