"""The walk through overdue reviews: what is to be looked at, what it rests on, what happened since, how it ends.

Every record looked at ends in one step of its own: kept until a new date with a reason, closed, or erased; correcting
it is what its own form does. Where a walk was left it goes on, since whoever was dealt with is due no longer.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, or_, select

from gvi_desktop.domain.errors import Problem, RefusedError
from gvi_desktop.domain.focus import Focus
from gvi_desktop.domain.group import GroupStatus, Relation
from gvi_desktop.domain.incident import Incident
from gvi_desktop.domain.invitee import Invitee
from gvi_desktop.domain.kinds import BY_KIND
from gvi_desktop.domain.membership import Accuracy, Membership, MembershipProblem, Reliability
from gvi_desktop.domain.notification import Notification
from gvi_desktop.domain.person import PersonRole, is_minor
from gvi_desktop.domain.regime import add_months
from gvi_desktop.domain.rules import CommonProblem
from gvi_desktop.domain.user import Right
from gvi_desktop.services import groups, history, memberships, people, profile, retention, timeline
from gvi_desktop.services.history import HistoryLine
from gvi_desktop.services.memberships import Link
from gvi_desktop.services.profile import PersonView
from gvi_desktop.services.timeline import Moment
from gvi_desktop.services.unit import Unit, draft_of

AHEAD = 100
"""So many are looked up at once; the rest is only counted."""
SHOWN = 30
SEEING = frozenset({"open", "reveal", "print", "export", "extract", "search", "add", "review"})
"""Entries of the history that changed nothing, and the one that made the record."""
OWN_DAYS = frozenset({"review", "membership_review"})
"""Days of the record itself, not something that happened."""
WHEN = {"membership": "review_on", "person": "next_review_on", "group": "next_review_on"}
KINDS = tuple(WHEN)


@dataclass(frozen=True)
class Turn:
    """A record whose review is due, and since when."""

    kind: str
    id: str
    due: date


@dataclass(frozen=True)
class Walk:
    """The next records of the walk, the longest overdue first, and how many wait in all."""

    turns: tuple[Turn, ...]
    left: int


@dataclass(frozen=True)
class Looked:
    """A record as the walk shows it: `links` are what a person's or group's record rests on, or the link itself."""

    turn: Turn
    title: str
    entered: datetime
    by: str
    since: date
    """The last review, or the day it was entered."""
    record: Any
    links: tuple[Link, ...]
    relations: tuple[tuple[Relation, str, str], ...]
    person: PersonView | None
    happened: tuple[Moment, ...]
    changed: tuple[HistoryLine, ...]
    propose: date


def walk(unit: Unit, skipped: Collection[str] = ()) -> Walk:
    """What is due now, but for those put off in this sitting."""
    found = [turn for kind in KINDS for turn in _due(unit, kind, AHEAD + len(skipped))]
    ordered = sorted(found, key=lambda one: (one.due, one.kind, one.id))
    turns = tuple(one for one in ordered if one.id not in skipped)[:AHEAD]
    return Walk(turns, sum(counts(unit).values()))


def counts(unit: Unit) -> dict[str, int]:
    """How many reviews of each kind are due."""
    found = {}
    for kind in KINDS:
        query = select(func.count()).select_from(unit.table(BY_KIND[kind])).where(*_where(unit, kind))
        found[kind] = int(unit.connection.execute(query).scalar_one())
    return found


def look(unit: Unit, kind: str, record_id: str) -> Looked:
    """Everything one needs to decide; somebody with protected identity is masked. Opening is noted by `people.open`."""
    record: Any = unit.get(BY_KIND[kind], record_id)
    entries = history.of_record(unit, record_id)
    since = _last_review(unit, record, entries)
    changed = [one for one in entries if unit.local(one.at).date() >= since and one.action not in SEEING]
    view: PersonView | None = None
    links: tuple[Link, ...]
    of_group: tuple[tuple[Relation, str, str], ...] = ()
    if kind == "membership":
        links = (memberships.get(unit, record_id),)
        title = f"{links[0].person_code or '–'} · {links[0].group_name or '–'}"
        moments = timeline.of_person(unit, record.person) if record.person else []
    elif kind == "person":
        view = profile.of_person(unit, record_id)
        record, title, moments = view.person, record.code_name, list(view.moments)
        links = tuple(link for link in view.links if link.running)
    else:
        links = tuple(memberships.of_group(unit, record_id))
        of_group = tuple(groups.relations_of(unit, record_id))
        title, moments = record.name, timeline.of_group(unit, record_id)
    happened = [one for one in moments if one.on and since <= one.on <= unit.today and one.what not in OWN_DAYS]
    return Looked(
        Turn(kind, record_id, getattr(record, WHEN[kind]) or unit.today),
        title,
        record.made_at,
        record.made_by,
        since,
        record,
        links,
        of_group,
        view,
        tuple(happened[:SHOWN]),
        tuple(reversed(changed[-SHOWN:])),
        _propose(unit, kind, record),
    )


def keep(
    unit: Unit,
    kind: str,
    record_id: str,
    review_on: date | None,
    reason: str,
    reliability: Reliability | None = None,
    accuracy: Accuracy | None = None,
) -> str:
    """It is still needed: the next review, and why. An imported record counts as looked at."""
    _reason(kind, reason)
    if review_on is None or review_on <= unit.today:
        code = CommonProblem.MISSING if review_on is None else MembershipProblem.REVIEW_IN_PAST
        raise RefusedError([Problem(code, WHEN[kind])], kind=kind)
    stored: Any = unit.get(BY_KIND[kind], record_id)
    if kind == "membership":
        memberships.review(unit, record_id, review_on, reliability, accuracy)
    elif kind == "person":
        people.change(unit, record_id, draft_of(stored, next_review_on=review_on, under_review=False))
    else:
        groups.change(unit, record_id, draft_of(stored, next_review_on=review_on))
    unit.change(BY_KIND[kind], record_id, imported=False)
    _noted(unit, kind, stored, reason)
    return record_id


def close(unit: Unit, kind: str, record_id: str, reason: str) -> str:
    """It holds no longer: the link ends today, the group is closed, or the person is linked to no group any more and
    counts as not suspected until retention erases what is left."""
    _reason(kind, reason)
    stored: Any = unit.get(BY_KIND[kind], record_id)
    if kind == "membership":
        memberships.end(unit, record_id)
    elif kind == "person":
        for link in memberships.of_person(unit, record_id):
            if link.running:
                memberships.end(unit, link.id)
        clock = retention.of_person(unit, stored)
        values = {"role": PersonRole.NOT_SUSPECTED, "under_review": False}
        ends = clock.end if clock is not None and clock.end > unit.today else None
        people.change(unit, record_id, draft_of(stored, next_review_on=ends, **values))
    else:
        groups.change(unit, record_id, draft_of(stored, status=GroupStatus.CLOSED))
    _noted(unit, kind, stored, reason)
    return record_id


def erase(unit: Unit, kind: str, record_id: str, reason: str) -> None:
    """It should never have been here, or no longer: gone for good, with what is its own. Cannot be undone."""
    unit.need(Right.ERASE)
    _reason(kind, reason)
    if kind == "person":
        retention.erase(unit, [record_id], reason)
        return
    if kind == "group":
        _erase_group(unit, record_id)
    unit.erase(BY_KIND[kind], record_id)


def _erase_group(unit: Unit, record_id: str) -> None:
    """Links and relations go with their group; what has happened to it does not, so such a group is closed instead."""
    for record in (Notification, Invitee, Incident, Focus):
        if unit.count(record, unit.table(record).c.group == record_id):
            raise RefusedError([Problem("group_has_history")], kind="group")
    r, m = unit.table(Relation).c, unit.table(Membership).c
    for relation in unit.store.find(Relation, or_(r.group == record_id, r.other == record_id), removed=True):
        unit.erase(Relation, relation.id)
    for link in unit.store.find(Membership, m.group == record_id, removed=True):
        unit.erase(Membership, link.id)


def _where(unit: Unit, kind: str) -> tuple[Any, ...]:
    c, today = unit.table(BY_KIND[kind]).c, unit.today.isoformat()
    due = (c[WHEN[kind]] <= today, c.removed == 0)
    if kind == "membership":
        return (*due, or_(c.to_on.is_(None), c.to_on > today))
    return (*due, c.status != GroupStatus.CLOSED.value) if kind == "group" else due


def _due(unit: Unit, kind: str, limit: int) -> list[Turn]:
    c = unit.table(BY_KIND[kind]).c
    when = c[WHEN[kind]]
    query = select(c.id, when).where(*_where(unit, kind)).order_by(when, c.id).limit(limit)
    return [Turn(kind, row[0], date.fromisoformat(row[1])) for row in unit.connection.execute(query)]


def _last_review(unit: Unit, record: Any, entries: list[HistoryLine]) -> date:
    """The day somebody last set a review or said that it still holds; else the day the record was entered."""
    found = [one.at for one in entries if one.action == "review" or WHEN[record.kind] in one.fields]
    return unit.local(max(found, default=record.made_at)).date()


def _propose(unit: Unit, kind: str, record: Any) -> date:
    """A sensible next review: half a year for the young and for links, a year for others, within the hard limit."""
    soon = kind == "membership" or (kind == "person" and is_minor(record, unit.today))
    proposed = add_months(unit.today, people.REVIEW_MONTHS_OF_MINORS if soon else people.REVIEW_MONTHS)
    if kind == "membership":
        last = memberships.last_day(unit, record)
    elif kind == "person":
        clock = retention.of_person(unit, record)
        last = clock.hard_end if clock is not None else None
    else:
        last = None
    return proposed if last is None or last >= proposed else max(last, unit.today)


def _reason(kind: str, reason: str) -> None:
    if not reason.strip():
        raise RefusedError([Problem("reason_missing", "reason")], kind=kind)


def _noted(unit: Unit, kind: str, record: Any, reason: str) -> None:
    unit.title = f"{kind}.review"
    unit.note("review", record, said=reason.strip()[:200])
