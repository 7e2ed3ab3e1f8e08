"""What the form for a visit proposes at its beginning, and what it says of a person as soon as one is chosen."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from sqlalchemy import literal_column

from gvi_desktop.domain.errors import Problem
from gvi_desktop.domain.notification import Notification, NotificationDraft, approach, follow_up_due
from gvi_desktop.domain.person import Person, Protection, is_minor
from gvi_desktop.domain.round import Round
from gvi_desktop.domain.script import Script, ScriptStatus
from gvi_desktop.services import notifications
from gvi_desktop.services.belonging import group_on
from gvi_desktop.services.notifications import NotificationLine
from gvi_desktop.services.unit import Unit

PAPER = "paper"
PILE = timedelta(hours=1)


@dataclass(frozen=True)
class Approach:
    """What a visitor should know of a person on a day; the stops keep the visit from being saved."""

    person: str
    minor: bool
    protected: bool
    stops: tuple[Problem, ...]
    language: str
    interpreter: bool
    planned: str | None
    """A visit that is planned for the person, which may be the one that is being logged."""


def look(unit: Unit, person_id: str, day: date | None) -> Approach:
    """What to know of the person on that day (today)."""
    person = unit.get(Person, person_id)
    on = day or unit.today
    n = unit.table(Notification).c
    planned = unit.find(Notification, n.person == person_id, n.outcome.is_(None), order_by=n.planned_on, limit=1)
    return Approach(
        person_id,
        is_minor(person, on),
        person.protection is not Protection.NONE,
        approach(person, on),
        person.language,
        person.interpreter,
        planned[0].id if planned else None,
    )


def begin(unit: Unit, about: str = "") -> NotificationDraft:
    """A form's beginning: today, now, and what this user's last entry said of team, place, script and round.

    `about` is empty, the id of a person, of a round, or both with a colon between: `<round>:<person>`. With `paper`
    among them a form filled in by hand is typed in: no hour is proposed, and the day only from the one typed before.
    """
    here = unit.local(unit.now)
    known = [one for one in about.split(":") if one]
    if PAPER in known:
        draft = replace(last_used(unit), on=_typed_just_now(unit))
    else:
        draft = replace(last_used(unit), at=here.time().replace(second=0, microsecond=0))
    people, rounds = unit.by_ids(Person, known), unit.by_ids(Round, known)
    for one in rounds:
        draft = replace(draft, round=one)
    for one in people:
        draft = replace(draft, person=one, group=group_on(unit, one))
    return draft


def _typed_just_now(unit: Unit) -> date | None:
    """The day of the visit that this user logged within the last hour: a pile of forms is mostly of one day."""
    found = _newest(unit)
    if found is None or found.logged_at is None or unit.now - found.logged_at > PILE:
        return None
    return found.on


def last_used(unit: Unit) -> NotificationDraft:
    """What the next form proposes: team, place, script, round and reason of this user's last entry."""
    last = _newest(unit)
    if last is None:
        return NotificationDraft(on=unit.today)
    script = unit.by_ids(Script, [last.script]).get(last.script or "")
    approved = script is not None and script.status is ScriptStatus.APPROVED
    rounds = unit.by_ids(Round, [last.round])
    running = [one for one in rounds.values() if one.to_on is None or one.to_on >= unit.today]
    return NotificationDraft(
        on=unit.today,
        team=last.team,
        place=last.place,
        script=last.script if approved else None,
        round=last.round if running else None,
        trigger=last.trigger,
        handout=last.handout,
    )


def _newest(unit: Unit) -> Notification | None:
    n = unit.table(Notification).c
    mine = (n.made_by == unit.user.name, n.imported == 0)
    # The newest rows lie last: no need to look at all of them.
    found = unit.find(Notification, *mine, order_by=literal_column("rowid").desc(), limit=1)
    return found[0] if found else None


@dataclass(frozen=True)
class VisitView:
    """A visit as its page shows it."""

    line: NotificationLine
    script: str
    """Title of the script that was used."""
    due: tuple[int, date] | None
    """The follow-up that waits: after how many days, since when."""
    corrected_by: str | None

    @property
    def id(self) -> str:
        """The visit's id."""
        return self.line.id


def view(unit: Unit, record_id: str) -> VisitView:
    """One visit with what belongs to it."""
    line = notifications.line(unit, record_id)
    script = unit.by_ids(Script, [line.record.script]).get(line.record.script or "")
    later = unit.find(Notification, unit.table(Notification).c.corrects == record_id, limit=1)
    return VisitView(
        line,
        script.title if script else "",
        follow_up_due(line.record, unit.today),
        later[0].id if later else None,
    )
