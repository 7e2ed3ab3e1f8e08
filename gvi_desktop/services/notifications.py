"""Custom notifications: plan, log, correct after 24 hours, follow up; dose by group."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import and_, func, or_, select

from gvi_desktop.domain.errors import RefusedError
from gvi_desktop.domain.group import Group
from gvi_desktop.domain.notification import (
    FOLLOW_UPS,
    LOCKED_AFTER,
    Notification,
    NotificationDraft,
    NotificationProblem,
    Outcome,
    follow_up_due,
    locked,
    problems,
)
from gvi_desktop.domain.person import Person, Protection, is_minor
from gvi_desktop.domain.record import draft_fields
from gvi_desktop.domain.round import Round
from gvi_desktop.domain.script import Script
from gvi_desktop.services import belonging, listing
from gvi_desktop.services.unit import Unit, draft_of


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
    """A follow-up that waits: after 30 or 90 days, since when."""

    id: str
    person: str
    days: int
    due: date


def get(unit: Unit, record_id: str) -> Notification:
    """One visit."""
    return unit.get(Notification, record_id)


def ids(
    unit: Unit,
    text: str = "",
    sort: str = "on",
    descending: bool = True,
    *,
    round_id: str | None = None,
    person: str | None = None,
    group: str | None = None,
    planned: bool | None = None,
) -> Sequence[str]:
    """Ids of visits in order; a text finds them through their people's names and codes."""
    t = unit.table(Notification)
    where = [t.c.removed == 0]
    for column, value in ((t.c.round, round_id), (t.c.person, person), (t.c.group, group)):
        if value is not None:
            where.append(column == value)
    if planned is not None:
        where.append(t.c.outcome.is_(None) if planned else t.c.outcome.is_not(None))
    if text.strip():
        where.append(t.c.person.in_(listing.ids(unit, Person, text=text)))
    column = t.c.get(sort, t.c.on)
    order = (column.desc() if descending else column.asc()).nulls_last()
    return listing.joined(unit, select(t.c.id).where(*where).order_by(order, t.c.id))


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
                locked(one, unit.now),
            )
        )
    return shown


def line(unit: Unit, record_id: str) -> NotificationLine:
    """One visit as a list shows it."""
    get(unit, record_id)
    return lines(unit, [record_id])[0]


def log(unit: Unit, draft: NotificationDraft) -> str:
    """Note a visit, made or planned. Group and pinned script are filled in where left open."""
    draft = _completed(unit, draft)
    _check(unit, draft)
    return unit.add(Notification, draft).id


def change(unit: Unit, record_id: str, draft: NotificationDraft) -> str:
    """Change a visit; 24 hours after it was logged only what came later (follow-ups, next step) may still change."""
    before = get(unit, record_id)
    draft = _completed(unit, draft)
    changed = {f.name for f in draft_fields(NotificationDraft) if getattr(draft, f.name) != getattr(before, f.name)}
    if locked(before, unit.now) and changed - FOLLOW_UPS - {"logged_at"}:
        raise RefusedError(NotificationProblem.LOCKED, kind="notification", hours=LOCKED_AFTER // timedelta(hours=1))
    if locked(before, unit.now):
        draft = draft_of(draft, logged_at=before.logged_at)
    else:
        _check(unit, draft)
    unit.put(Notification, record_id, draft)
    return record_id


def correct(unit: Unit, record_id: str, draft: NotificationDraft) -> str:
    """A new entry that takes the place of a locked one in every count; the old one stays."""
    before = get(unit, record_id)
    draft = _completed(unit, draft_of(draft, corrects=record_id, logged_at=None, corrected=False))
    _check(unit, draft)
    unit.change(Notification, before.id, corrected=True)
    unit.title = "notification.correct"
    return unit.add(Notification, draft).id


def remove(unit: Unit, record_id: str) -> None:
    """Take a visit out; only within 24 hours of logging it."""
    if locked(get(unit, record_id), unit.now):
        raise RefusedError(NotificationProblem.LOCKED, kind="notification", hours=LOCKED_AFTER // timedelta(hours=1))
    unit.remove(Notification, record_id)


def follow_up(unit: Unit, record_id: str, days: int, text: str) -> None:
    """Note what the 30- or 90-day follow-up showed."""
    unit.change(Notification, record_id, **{f"followup_{days}": text.strip(), f"followup_{days}_on": unit.today})


def follow_ups_due(unit: Unit) -> list[FollowUpDue]:
    """Talks whose follow-up after 30 or 90 days waits, oldest first."""
    t = unit.table(Notification)
    month = (unit.today - timedelta(days=30)).isoformat()
    quarter = (unit.today - timedelta(days=90)).isoformat()
    late = or_(
        and_(t.c.on <= month, t.c.followup_30_on.is_(None)), and_(t.c.on <= quarter, t.c.followup_90_on.is_(None))
    )
    talk = and_(t.c.outcome == Outcome.REACHED.value, t.c.corrected == 0, t.c.imported == 0)
    found = unit.find(Notification, talk, late, order_by=t.c.on, limit=500)
    people = unit.by_ids(Person, {one.person for one in found})
    due = []
    for one in found:
        waits = follow_up_due(one, unit.today)
        if waits is not None and one.person in people:
            due.append(FollowUpDue(one.id, people[one.person].code_name, *waits))
    return sorted(due, key=lambda d: d.due)


def last_used(unit: Unit) -> NotificationDraft:
    """What the next form proposes: team, place, script, round and language of this user's last entry."""
    t = unit.table(Notification)
    mine = and_(t.c.made_by == unit.user.name, t.c.imported == 0)
    found = unit.find(Notification, mine, order_by=t.c.made_at.desc(), limit=1)
    if not found:
        return NotificationDraft(on=unit.today)
    last = found[0]
    return NotificationDraft(
        on=unit.today, team=last.team, place=last.place, script=last.script, round=last.round, trigger=last.trigger
    )


def doses(unit: Unit) -> dict[str, tuple[int, int]]:
    """Group id -> talks held, and individuals reached (dose by group)."""
    t = unit.table(Notification)
    query = (
        select(t.c.group, func.count(), func.count(func.distinct(t.c.person)))
        .where(t.c.removed == 0, t.c.corrected == 0, t.c.outcome == Outcome.REACHED.value, t.c.group.is_not(None))
        .group_by(t.c.group)
    )
    return {group: (talks, individuals) for group, talks, individuals in unit.connection.execute(query)}


def _completed(unit: Unit, draft: NotificationDraft) -> NotificationDraft:
    values: dict[str, object] = {}
    if draft.person and draft.group is None:
        values["group"] = belonging.group_on(unit, draft.person)
    if draft.outcome is not None and draft.logged_at is None:
        values["logged_at"] = unit.now
    if draft.script and not draft.script_version:
        script = unit.get(Script, draft.script)
        values["script_version"] = f"v{script.version} {script.sha256[:12]}".strip()
    done: NotificationDraft = draft_of(draft, **values)
    return done


def _check(unit: Unit, draft: NotificationDraft) -> None:
    person = unit.get(Person, draft.person) if draft.person else None
    if found := problems(draft, person, unit.today):
        raise RefusedError(found, kind="notification")
