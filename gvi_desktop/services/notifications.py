"""Custom notifications: the list, log and plan, correct after 24 hours, follow up after 30 and 90 days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, func, literal_column, or_, select

from gvi_desktop.domain.errors import Problem, RefusedError
from gvi_desktop.domain.group import Group
from gvi_desktop.domain.notification import (
    FOLLOW_UPS,
    LOCKED_AFTER,
    Notification,
    NotificationDraft,
    NotificationProblem,
    Outcome,
    Reaction,
    follow_up_due,
    follow_up_problems,
    locked,
    problems,
)
from gvi_desktop.domain.person import Person, Protection, is_minor
from gvi_desktop.domain.record import NoteMark, draft_fields
from gvi_desktop.domain.round import Round
from gvi_desktop.domain.script import Script, ScriptStatus
from gvi_desktop.services import belonging, listing
from gvi_desktop.services.ordered import after
from gvi_desktop.services.unit import Unit, draft_of
from gvi_desktop.storage.rows.tables import UNFOLLOWED

FOUND = 500  # follow-ups that a list shows at most


@dataclass(frozen=True)
class NotificationLine:
    """A visit as a list shows it: people by code name."""

    id: str
    record: Notification
    person: str
    group: str
    round: str
    minor: bool
    protected: bool
    correctable: bool
    """The entry itself can no longer be changed; a correcting entry can be made."""


@dataclass(frozen=True)
class FollowUpDue:
    """A follow-up that waits: after 30 or 90 days, since when; of the visit `id`."""

    id: str
    person: str
    days: int
    due: date
    talked_on: date


def get(unit: Unit, record_id: str) -> Notification:
    """One visit."""
    return unit.get(Notification, record_id)


def ids(
    unit: Unit,
    text: str = "",
    descending: bool = True,
    *,
    round_id: str | None = None,
    person: str | None = None,
    group: str | None = None,
    planned: bool | None = None,
    reached: bool | None = None,
) -> Sequence[str]:
    """Ids of visits in order, planned ones as the latest; a text finds them by person, group or round.

    `planned` asks for visits not made yet (or only for made ones), `reached` for talks (or for attempts without one).
    """
    t = unit.table(Notification)
    where: list[ColumnElement[bool]] = [t.c.removed == 0]
    for column, value in ((t.c.round, round_id), (t.c.person, person), (t.c.group, group)):
        if value is not None:
            where.append(column == value)
    if planned is not None:
        where.append(t.c.outcome.is_(None) if planned else t.c.outcome.is_not(None))
    if reached is not None:
        where.append(t.c.outcome == Outcome.REACHED.value if reached else t.c.outcome.in_(_WITHOUT_TALK))
    by_person = False
    if text.strip():
        hits = [listing.matching(unit, kind, text) for kind in (Person, Group, Round)]
        if not any(hits):
            return []
        by_person = not any(hits[1:])
        where.append(listing.among(t.c.person, hits[0]) if by_person else _along(unit, *hits))

    def ordered(*keys: ColumnElement[Any], only: tuple[ColumnElement[bool], ...] = ()) -> Sequence[str]:
        order = [key.desc() if descending else key.asc() for key in (*keys, t.c.id)]
        return listing.joined(unit, select(t.c.id).where(*where, *only).order_by(*order))

    # A visit that is only planned has no day yet; it lies ahead of those that have one.
    if planned:
        return ordered(t.c.planned_on)
    if by_person:  # few enough to be put in order
        return ordered(t.c.on.is_(None), t.c.on, case((t.c.on.is_(None), t.c.planned_on), else_=t.c.at))
    ahead = ordered(t.c.planned_on, only=(t.c.on.is_(None),))
    made = ordered(t.c.on, t.c.at, only=(t.c.on.is_not(None),))
    return after(ahead, made) if descending else after(made, ahead)


def lines(unit: Unit, wanted: Sequence[str]) -> list[NotificationLine]:
    """The visits of a visible stretch."""
    found = listing.lines(unit, Notification, wanted)
    people = unit.by_ids(Person, {one.person for one in found})
    groups = unit.by_ids(Group, {one.group for one in found})
    rounds = unit.by_ids(Round, {one.round for one in found})
    shown = []
    for one in found:
        person = people.get(one.person or "")
        shown.append(
            NotificationLine(
                one.id,
                one,
                person.code_name if person else "",
                groups[one.group].name if one.group in groups else "",
                rounds[one.round].name if one.round in rounds else "",
                person is not None and is_minor(person, one.on or one.planned_on or unit.today),
                person is not None and person.protection is not Protection.NONE,
                locked(one, unit.now) and not one.corrected,
            )
        )
    return shown


def line(unit: Unit, record_id: str) -> NotificationLine:
    """One visit as a list shows it."""
    get(unit, record_id)
    return lines(unit, [record_id])[0]


# ------------------------------------------------------------------ writing


def log(unit: Unit, draft: NotificationDraft) -> str:
    """Note a visit, made or planned. Group and pinned script are filled in where left open."""
    draft = _completed(unit, draft, None)
    _check(unit, draft, None)
    return unit.add(Notification, draft).id


def change(unit: Unit, record_id: str, draft: NotificationDraft) -> str:
    """Change a visit; 24 hours after it was logged only what came later (follow-ups, next step) may still change."""
    before = get(unit, record_id)
    if before.corrected:
        raise _refused(NotificationProblem.ALREADY_CORRECTED)
    # The day of its lock is not begun anew, and whether it counts is no field of the form.
    own = {name: getattr(before, name) for name in ("logged_at", "corrects", "corrected", "imported")}
    draft = draft_of(draft, **own)
    if locked(before, unit.now):
        changed = {f.name for f in draft_fields(NotificationDraft) if getattr(draft, f.name) != getattr(before, f.name)}
        if changed - FOLLOW_UPS:
            raise _refused(NotificationProblem.LOCKED)
    else:
        draft = _completed(unit, draft, before)
        _check(unit, draft, before)
    unit.put(Notification, record_id, draft)
    return record_id


def correct(unit: Unit, record_id: str, draft: NotificationDraft) -> str:
    """A new entry that takes the place of a locked one in every count; the old one stays."""
    before = get(unit, record_id)
    if before.corrected:
        raise _refused(NotificationProblem.ALREADY_CORRECTED)
    draft = draft_of(draft, corrects=record_id, logged_at=None, corrected=False, imported=False)
    draft = _completed(unit, draft, before)
    _check(unit, draft, before)
    unit.title = "notification.correct"
    unit.change(Notification, before.id, corrected=True)
    return unit.add(Notification, draft).id


def remove(unit: Unit, record_id: str) -> None:
    """Take a visit out, within 24 hours of logging it; what it corrected counts again."""
    before = get(unit, record_id)
    if before.corrected:
        raise _refused(NotificationProblem.ALREADY_CORRECTED)
    if locked(before, unit.now):
        raise _refused(NotificationProblem.LOCKED)
    unit.title = "notification.remove"
    if before.corrects in unit.by_ids(Notification, [before.corrects]):
        unit.change(Notification, before.corrects, corrected=False)
    unit.remove(Notification, record_id)


def follow_up(
    unit: Unit, record_id: str, days: int, text: str, on: date | None = None, mark: NoteMark | None = None
) -> str:
    """Note what the 30- or 90-day follow-up showed, on which day it was made (today), and what the note is."""
    made = on or unit.today
    found = follow_up_problems(get(unit, record_id), days, text.strip(), made, unit.today)
    if found:
        raise RefusedError(found, kind="notification")
    unit.title = "notification.follow_up"
    noted = {f"followup_{days}": text.strip(), f"followup_{days}_on": made, f"followup_{days}_mark": mark}
    unit.change(Notification, record_id, **noted)
    return record_id


# ------------------------------------------------------------------ what waits


def follow_ups_due(unit: Unit) -> list[FollowUpDue]:
    """Talks whose follow-up after 30 or 90 days waits, those that have waited longest first."""
    t = unit.table(Notification)
    found = unit.find(Notification, _late(unit), order_by=t.c.on, limit=FOUND)
    people = unit.by_ids(Person, {one.person for one in found})
    due = []
    for one in found:
        waits = follow_up_due(one, unit.today)
        if waits is not None and one.on is not None and one.person in people:
            due.append(FollowUpDue(one.id, people[one.person].code_name, *waits, one.on))
    return sorted(due, key=lambda d: d.due)


def waiting(unit: Unit) -> int:
    """How much waits: follow-ups that are due, and planned visits whose day has come."""
    t = unit.table(Notification)
    come = unit.count(Notification, t.c.outcome.is_(None), t.c.planned_on <= unit.today.isoformat())
    return unit.count(Notification, _late(unit)) + come


def _late(unit: Unit) -> ColumnElement[bool]:
    c = unit.table(Notification).c
    month, quarter = ((unit.today - timedelta(days=days)).isoformat() for days in (30, 90))
    open_90 = and_(c.on <= quarter, c.followup_90_on.is_(None))
    # Written out as in the index of the same name, which SQLite only then takes.
    return and_(literal_column(UNFOLLOWED), c.on <= month, or_(c.followup_30_on.is_(None), open_90))


# ------------------------------------------------------------------ inside

_WITHOUT_TALK = tuple(one.value for one in Outcome if one is not Outcome.REACHED)


def _along(unit: Unit, people: list[str], groups: list[str], rounds: list[str]) -> ColumnElement[bool]:
    """The condition that a visit concerns one of these, to be asked of each visit along the index of the whole list:
    that is in order already, and a group or a round may have very many. The `+` keeps SQLite to it."""
    t = unit.table(Notification)
    # Gathered beforehand, and never taken apart here: the list is asked for in two halves.
    of_people: Select[Any] = select(func.json_group_array(literal_column("rowid"))).select_from(t)
    numbers = unit.connection.execute(of_people.where(listing.among(t.c.person, people))).scalar_one()
    ways = (
        (groups, literal_column('+notification."group"').in_(listing.values(groups))),
        (rounds, literal_column("+notification.round").in_(listing.values(rounds))),
        (people, literal_column("+notification.rowid").in_(listing.held(numbers))),
    )
    return or_(*(way for hits, way in ways if hits))


def _completed(unit: Unit, draft: NotificationDraft, before: Notification | None) -> NotificationDraft:
    values: dict[str, object] = {}
    another = before is not None and draft.person != before.person and draft.group == before.group
    if draft.person and (draft.group is None or another):
        values["group"] = belonging.group_on(unit, draft.person, draft.on)
    if draft.outcome is not None and draft.logged_at is None:
        values["logged_at"] = unit.now
    if draft.reaction is Reaction.ASKED_FOR_HELP:
        values["asked_for_help"] = True
    if not draft.script:
        values["script_version"] = ""
    elif before is None or draft.script != before.script or not draft.script_version:
        script = unit.get(Script, draft.script)
        values["script_version"] = f"v{script.version} {script.sha256[:12]}".strip()
    done: NotificationDraft = draft_of(draft, **values)
    return done


def _check(unit: Unit, draft: NotificationDraft, before: Notification | None) -> None:
    person = unit.get(Person, draft.person) if draft.person else None
    found = list(problems(draft, person, unit.today))
    # What was said is pinned, and only an approved text is.
    if draft.script and (before is None or draft.script != before.script):
        script = unit.get(Script, draft.script)
        if script.status is ScriptStatus.DRAFT:
            found.append(Problem(NotificationProblem.SCRIPT_NOT_APPROVED, "script", {"name": script.title}))
    if found:
        raise RefusedError(found, kind="notification")


def _refused(code: NotificationProblem) -> RefusedError:
    return RefusedError(code, kind="notification", hours=LOCKED_AFTER // timedelta(hours=1))
