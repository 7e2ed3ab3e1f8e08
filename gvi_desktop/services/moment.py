"""Moments: what a time line is made of, and the sources that people and groups share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import func, select

from gvi_desktop.domain.membership import Membership
from gvi_desktop.domain.notification import Notification
from gvi_desktop.domain.person import Person
from gvi_desktop.domain.record import Compartment
from gvi_desktop.domain.task import Task
from gvi_desktop.domain.user import User
from gvi_desktop.services import listing
from gvi_desktop.services.belonging import current
from gvi_desktop.services.unit import Unit

MOST = 500
"""Moments that a time line shows at most unless all are asked for; so many of each source are read."""


@dataclass(frozen=True)
class Moment:
    """One thing that happened (or is planned): `what` is a key of the words' table `timeline`, `data` its values.

    `kind` and `id` say which record to open; values that are members of an enum are worded by whoever shows them.
    """

    on: date | None
    what: str
    kind: str
    id: str
    data: Mapping[str, Any] = field(default_factory=dict)
    note: str = ""


def visible(user: User) -> frozenset[Compartment]:
    """The compartments a user of this vault reads."""
    return user.reads


def newest_first(found: Iterable[Moment], most: int | None) -> list[Moment]:
    """In order, those without a day last; the newest `most` of them."""
    ordered = sorted(found, key=lambda one: (one.on is None, -(one.on.toordinal() if one.on else 0), one.what, one.id))
    return ordered[:most]


def code_names(unit: Unit, people: Iterable[str | None]) -> dict[str, str]:
    """What these people are called on screen; only that is read of them."""
    p, wanted = unit.table(Person).c, sorted({one for one in people if one})
    query = select(p.id, p.code_name).where(listing.among(p.id, wanted), p.removed == 0)
    return {row[0]: row[1] or "–" for row in unit.connection.execute(query)}


def _left(unit: Unit, group: str) -> set[str | None]:
    """Who has left the group: former members are not named on its line."""
    m = unit.table(Membership).c
    ended = select(m.person).where(m.group == group, m.removed == 0, m.to_on < unit.today.isoformat())
    belong = select(m.person).where(m.group == group, m.removed == 0, *current(unit))
    return set(unit.connection.execute(ended.except_(belong)).scalars())


def visits(unit: Unit, end: str, record_id: str, most: int | None) -> list[Moment]:
    """Talks, attempts, planned visits and follow-ups of a person or a group (`end` names the column)."""
    n = unit.table(Notification).c
    latest = func.coalesce(n.on, n.planned_on).desc()
    made = unit.find(Notification, n[end] == record_id, n.corrected == 0, order_by=latest, limit=most)
    # On a person's own page it would only repeat whose page it is.
    names = code_names(unit, {one.person for one in made} - _left(unit, record_id)) if end == "group" else {}
    found = []
    for one in made:
        whom = names.get(one.person or "", "")
        team = ", ".join(dict.fromkeys(member.agency for member in one.team))
        what = "visit_planned" if one.outcome is None else ("talk" if one.is_talk else "attempt")
        data = {"place": one.place, "outcome": one.outcome, "trigger": one.trigger, "reaction": one.reaction}
        note = " · ".join(part for part in (whom, team) if part)
        found.append(Moment(one.on or one.planned_on, what, "notification", one.id, data, note))
        for days, on, text in ((30, one.followup_30_on, one.followup_30), (90, one.followup_90_on, one.followup_90)):
            if on is not None:
                said = " · ".join(part for part in (whom, text) if part)
                found.append(Moment(on, "followed_up", "notification", one.id, {"days": days}, said))
    return found


def tasks(unit: Unit, kind: str, record_id: str, most: int | None) -> list[Moment]:
    """Tasks about a record: open ones on the day they are due, others on the day they were done."""
    t = unit.table(Task).c
    found = unit.find(Task, t.subject_kind == kind, t.subject == record_id, order_by=t.due_on.desc(), limit=most)
    return [
        Moment(
            one.done_on or one.due_on,
            "task_done" if one.done_on else "task_due",
            "task",
            one.id,
            {"title": one.title},
            one.owner or one.owner_agency,
        )
        for one in found
    ]
